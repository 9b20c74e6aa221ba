"""Files on their way in: a path, or a name with bytes."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kvalitet_metrics.errors import FileRefused, UsageError
from kvalitet_metrics.ingest.columns import Period
from kvalitet_metrics.ingest.when import find_period
from kvalitet_metrics.model import Fault, FileContext
from kvalitet_metrics.store.receipt import Kvitto

FileLike = str | Path | tuple[str, bytes]


@dataclass(frozen=True)
class Fil:
    """A file to load: its name, its bytes and what the one who loads it says about it."""

    name: str
    data: bytes
    context: FileContext = FileContext()
    example: bool = False
    av: str = ""
    """Who loads it: a role or a signature."""

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the bytes: the same file is recognised whatever it is called."""
        return hashlib.sha256(self.data).hexdigest()


def file_context(forvaltning: str | None, avdelning: str | None, period: str | None) -> FileContext:
    """What is said about files that are silent. Raises UsageError for text that is no period."""
    if period and find_period([period]) is None:
        raise UsageError(f"«{period}» är ingen period. {Period.tips}")
    return FileContext(forvaltning, avdelning, period)


def opened(file: FileLike, context: FileContext, av: str = "") -> Fil:
    """A path or a (name, bytes) pair as a file to load. av: who loads it."""
    if isinstance(file, tuple):
        return Fil(file[0], file[1], context, av=av)
    path = Path(file)
    if path.is_dir():
        raise FileRefused(f"«{path.name}» är en mapp. Ange filerna i den, till exempel {path.name}/*.xlsx.")
    if not path.is_file():
        raise FileRefused(f"Filen «{path.name}» finns inte. Kontrollera sökvägen.")
    try:
        return Fil(path.name, path.read_bytes(), context, av=av)
    except OSError:
        raise FileRefused(
            f"Filen «{path.name}» går inte att öppna. Stäng den i andra program och kontrollera behörigheten."
        ) from None


def opened_or_refused(file: FileLike, context: FileContext, av: str = "") -> Fil | Kvitto:
    """A file to load, or the receipt of one that cannot be opened: it does not stop the others."""
    try:
        return opened(file, context, av)
    except FileRefused as reason:
        name = file[0] if isinstance(file, tuple) else Path(file).name
        return Kvitto(file=name, sha256="", status="refused", faults=[Fault(str(reason))])
