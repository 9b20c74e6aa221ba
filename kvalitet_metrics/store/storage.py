"""A disk that is full, a folder that may not be written, a path that is a file: said in Swedish, once.

Nothing is lost by such an error: what counts is committed last, so readers go on with the last good
version.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from kvalitet_metrics.errors import StorageFailed

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
SAYS_FULL = ("no space left", "disk is full", "file too large", "could not write", "disk i/o error")
SAYS_FORBIDDEN = ("readonly", "read-only", "permission denied")
INGET_HAR_ANDRATS = "Inget har ändrats."


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Turn an error of the disk under `folder` into StorageFailed with what to do about it."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise StorageFailed(reason(folder, error)) from error
    except duckdb.Error as error:
        if not about_the_disk(error):
            raise
        raise StorageFailed(reason(folder, error)) from error


def about_the_disk(error: Exception) -> bool:
    """True for what the database says when the disk fails it: some errors of commit say so in words only."""
    says = str(error).lower()
    return isinstance(error, duckdb.IOException) or any(w in says for w in (*SAYS_FULL, *SAYS_FORBIDDEN))


def reason(folder: Path, error: Exception) -> str:
    """The sentence for an error of the disk."""
    number = getattr(error, "errno", None)
    says = str(error).lower()
    if folder.exists() and not folder.is_dir():
        return f"«{folder}» är en fil. Ange en mapp för arbetsytan."
    if number in FULL or any(words in says for words in SAYS_FULL):
        return f"Disken där «{folder}» ligger är full. Frigör plats och försök igen. {INGET_HAR_ANDRATS}"
    if number in FORBIDDEN or any(words in says for words in SAYS_FORBIDDEN):
        return (
            f"Det går inte att skriva i arbetsytan «{folder}». Kontrollera behörigheten till mappen. "
            f"{INGET_HAR_ANDRATS}"
        )
    return (
        f"Arbetsytan «{folder}» går inte att nå just nu. Kontrollera att disken eller nätverksmappen är "
        f"ansluten och försök igen. {INGET_HAR_ANDRATS}"
    )
