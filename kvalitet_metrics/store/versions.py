"""Versions of the database: one is built beside the one in use, and used from one commit on.

Undo, a label decision and a change of the organisation are the same thing: build again. The lock is
held meanwhile, so that the ledger that was read is the ledger that is changed.
"""

import hashlib
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from filelock import FileLock, Timeout

from kvalitet_metrics.errors import StorageFailed, WorkspaceBusy
from kvalitet_metrics.store.build import (
    RAKNA_SYNPUNKTER_EN_GANG,
    SAMMA,
    SCHEMA,
    SYNPUNKTER_SOM_OMFATTAS,
    Rewrite,
    build,
)
from kvalitet_metrics.store.ledger import Ledger, now, use_version
from kvalitet_metrics.store.organisation import DEFAULTS, Organisation
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.riskmatris import DEFAULTS as RISKMATRIS
from kvalitet_metrics.store.riskmatris import VARDERA_RISKER
from kvalitet_metrics.store.storage import kept_in

WAIT_SECONDS = 120
Progress = Callable[[str], object]
FileProgress = Callable[[int, str], object]
"""Told the number of a file, from 0, and what is being done with it."""


def silent(*step: object) -> None:
    """Progress that nobody follows."""


@cache
def fingerprint() -> str:
    """What the tables and their content depend on besides the uploads; a version's name ends with it."""
    data = (path.read_text(encoding="utf-8") for path in (DEFAULTS, RISKMATRIS))
    rules = (RAKNA_SYNPUNKTER_EN_GANG, SAMMA, *SYNPUNKTER_SOM_OMFATTAS, VARDERA_RISKER)
    parts = (SCHEMA, *rules, *data)
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:8]


def is_current(version: str) -> bool:
    """True where this program would build the version the same way, from the same uploads."""
    return version.endswith(f"-{fingerprint()}")


class Versions:
    """Builds, uses and removes versions in one workspace folder."""

    def __init__(self, folder: Path, progress: Progress = silent):
        self.folder = folder
        self.ledger = Ledger(folder)
        self.progress = progress

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One change at a time in a workspace; a second one waits its turn, and is told if it takes long."""
        with kept_in(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with FileLock(self.folder / "inlasning.lock", timeout=WAIT_SECONDS), self.tidy():
                    yield
            except Timeout:
                raise WorkspaceBusy(
                    f"En annan inläsning pågår sedan över {WAIT_SECONDS:g} sekunder. "
                    "Vänta tills den är klar och försök igen."
                ) from None

    @contextmanager
    def tidy(self) -> Iterator[None]:
        """Remove half-made files at once where the disk failed: they may be what fills it."""
        try:
            yield
        except (OSError, duckdb.Error, StorageFailed):
            with suppress(OSError, StorageFailed):
                self.remove_orphans()
            raise

    def build(
        self,
        uploads: list[dict[str, Any]],
        decided: list[Rewrite] | None = None,
        organisation: Organisation | None = None,
    ) -> str:
        """A new database; the name of its version.

        decided: about labels, organisation: its units; where not given, as the ledger has them.
        """
        self.progress("Bygger databasen")
        moment = now().replace("-", "").replace(":", "").replace(" ", "-")
        version = f"{moment}-{secrets.token_hex(3)}-{fingerprint()}"
        if decided is None:
            decided = [Rewrite(d["kolumn"], d["etikett"], d["blir"]) for d in self.ledger.label_decisions()]
        organisation = organisation or read(self.ledger)
        build(self.database(version), uploads, self.folder / "uploads", [*decided, *organisation.rewrites()])
        return version

    def renew(self) -> None:
        """Build the database again where it is missing or another release of the program built it."""
        with self.lock():
            version = self.ledger.version()
            if version and not (is_current(version) and self.database(version).exists()):
                self.use(self.build(self.ledger.uploads("active")), lambda con: None)

    def database(self, version: str) -> Path:
        """The file of a version."""
        return self.folder / f"kvalitet-{version}.duckdb"

    def use(self, version: str, write: Callable[[sqlite3.Connection], object]) -> None:
        """One transaction: what `write` says, and the version that readers use next. Then clean up."""
        with self.ledger.open() as con:
            write(con)
            use_version(con, version)
        self.remove_orphans()

    def remove_orphans(self) -> None:
        """Remove Parquet and database files that neither a load nor the two latest versions refer to."""
        kept = {u["upload_id"] for u in self.ledger.uploads() if u["status"] != "undone"}
        uploads = self.folder / "uploads"
        for path in uploads.iterdir() if uploads.exists() else ():
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)
        in_use = {self.database(v) for v in self.ledger.versions()}
        for path in self.folder.glob("kvalitet-*.duckdb*"):
            if path in in_use:
                continue
            try:
                path.unlink()
            except OSError:  # on Windows a reader may hold it open; the next load tries again
                continue
