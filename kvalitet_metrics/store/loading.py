"""One file from bytes to a new version of the database, in an order that survives a crash anywhere.

1 read the file (nothing on disk)         4 build a new database file beside the one in use
2 take the lock: one load at a time       5 commit to the ledger: from here the new version is used
3 write the rows as Parquet               6 remove what no version needs any more

A crash before 5 leaves files that nobody refers to; the next load removes them.
"""

import json
import os
import secrets
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest.keys import Names
from kvalitet_metrics.ingest.read import Inlasning, read_file
from kvalitet_metrics.store import labels
from kvalitet_metrics.store.difference import compare, earlier_load, one_name
from kvalitet_metrics.store.files import Fil
from kvalitet_metrics.store.ledger import Ledger, now
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.profiler import Profiler
from kvalitet_metrics.store.receipt import Kvitto
from kvalitet_metrics.store.versions import FileProgress, Progress, Versions, silent

LASER, KONTROLLERAD, SPARAR = "läser och kontrollerar", "kontrollerad", "sparar raderna"
UTFALL = {"loaded": "sparad", "refused": "nekad", "duplicate": "redan inläst"}
"""What has become of a file, by the status of its receipt."""
INGET_ANDRAT = "Inget har ändrats."
EXEMPEL_UNDAN = (
    "Exempeldata har lagts undan, så att de inte blandas med egna data. "
    "Ångras inläsningen kommer de tillbaka."
)


class Loader:
    """Loads and undoes in one workspace folder."""

    def __init__(self, folder: Path, progress: Progress = silent, per_file: FileProgress = silent):
        self.folder = folder
        self.ledger = Ledger(folder)
        self.versions = Versions(folder, progress)
        self.progress = progress
        self.per_file = per_file

    def look(self, fil: Fil, *, profile: str | None = None, skip_faulty_rows: bool = False) -> Inlasning:
        """Read a file as it would be loaded. Nothing is written, not even the workspace's secret."""
        return self.read(fil, self.ledger.key(make=False), profile, skip_faulty_rows)

    def read(self, fil: Fil, key: bytes, profile: str | None, skip_faulty_rows: bool) -> Inlasning:
        """Read a file as it is to be loaded."""
        standard = self.ledger.setting("forvaltning")
        inlasning = read_file(
            fil.name,
            fil.data,
            key=key,
            profile=profile,
            context=replace(fil.context, forvaltning=fil.context.forvaltning or standard),
            known=self.known_labels(fil.example),
            skip_faulty_rows=skip_faulty_rows,
            mapped=Profiler(self.folder).profiles(),
            names=read(self.ledger).names(),
        )
        inlasning.okanda = labels.undecided(self.ledger, inlasning.okanda)
        return inlasning

    def known_labels(self, example: bool) -> dict[str, list[str]]:
        """Labels of earlier loads. Real files are not compared with the units of the example data."""
        examples_in_use = any(u["example"] for u in self.ledger.uploads("active"))
        return labels.known(self.folder) if example or not examples_in_use else {}

    def preview(self, fil: Fil, *, profile: str | None = None, skip_faulty_rows: bool = False) -> Kvitto:
        """What loading the file would give, and how it differs from the last one. Nothing is saved."""
        inlasning = self.look(fil, profile=profile, skip_faulty_rows=skip_faulty_rows)
        if inlasning.refused:
            return Kvitto.of(inlasning, fil.sha256, "preview")
        if earlier := same_file(self.ledger.uploads("active"), fil, inlasning):
            return Kvitto.of(inlasning, fil.sha256, "preview").with_warning(already_loaded(earlier))
        return self.receipt(fil, inlasning, self.comparable(fil.example), "preview")

    def comparable(self, example: bool) -> list[dict[str, Any]]:
        """The loads in use that a file is compared with: real ones with real, examples with examples."""
        return [u for u in self.ledger.uploads("active") if bool(u["example"]) == example]

    def load(
        self, files: list[Fil], *, profile: str | None = None, skip_faulty_rows: bool = False
    ) -> list[Kvitto]:
        """Load files, each for itself: one that is refused does not stop the others.

        All that are accepted become visible together, in one new version.
        """
        lasta: list[Inlasning | Kvitto] = []
        one = "Läser och kontrollerar filen"
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            reading = pool.map(lambda f: self.read_new(f, profile, skip_faulty_rows), files)
            for nr in range(len(files)):
                self.progress(one if len(files) == 1 else f"{one[:-2]}erna ({nr + 1} av {len(files)})")
                self.per_file(nr, LASER)
                lasta.append(last := next(reading))
                self.per_file(nr, UTFALL[last.status] if isinstance(last, Kvitto) else KONTROLLERAD)
        if all(isinstance(last, Kvitto) for last in lasta):
            return lasta  # type: ignore[return-value]
        with self.versions.lock():
            return self.save(list(zip(files, lasta, strict=True)))

    def read_new(self, fil: Fil, profile: str | None, skip_faulty_rows: bool) -> Inlasning | Kvitto:
        """What the file holds, or its receipt where there is nothing to save."""
        if earlier := self.active_with(fil.sha256, profile):
            return self.duplicate(earlier, fil.sha256)
        inlasning = self.read(fil, self.ledger.key(), profile, skip_faulty_rows)
        return Kvitto.of(inlasning, fil.sha256, "refused") if inlasning.refused else inlasning

    def active_with(self, sha256: str, profile: str | None) -> dict[str, Any] | None:
        """The active load of exactly this file, by the profile where one is named."""
        active = self.ledger.uploads("active")
        return next((u for u in active if u["sha256"] == sha256 and profile in (None, u["profile"])), None)

    def duplicate(self, earlier: dict[str, Any], sha256: str) -> Kvitto:
        """The receipt for a file that is already loaded."""
        return Kvitto(
            file=earlier["file"],
            sha256=sha256,
            status="duplicate",
            upload_id=earlier["upload_id"],
            profile=earlier["profile"],
            profile_name=earlier["profile_name"],
            period_start=_date(earlier["period_start"]),
            period_end=_date(earlier["period_end"]),
            tables=earlier["tables"],
            rows_read=earlier["rows_read"],
            warnings=[f"{already_loaded(earlier)} {INGET_ANDRAT}"],
        )

    def save(self, lasta: list[tuple[Fil, Inlasning | Kvitto]]) -> list[Kvitto]:
        """Steps 3–6 for the files that hold rows, with the lock held. One receipt per file, in order."""
        self.versions.remove_orphans()
        self.progress("Sparar raderna")
        uploads = self.ledger.uploads()
        active = [u for u in uploads if u["status"] == "active"]
        kvitton: list[Kvitto] = []
        new: list[dict[str, Any]] = []
        for nr, (fil, last) in enumerate(lasta):
            if isinstance(last, Inlasning):
                self.per_file(nr, SPARAR)
                last = self.save_rows(fil, last, [*active, *new])
                self.per_file(nr, UTFALL[last.status])
            if last.status == "loaded":
                row = {
                    "ordning": 1 + len(uploads) + len(new),
                    "loaded_at": now(),
                    "example": int(fil.example),
                }
                new.append(last.to_dict() | row)
            kvitton.append(last)
        aside = [u for u in active if u["example"]] if any(not u["example"] for u in new) else []
        if aside:
            kvitton = [k.with_warning(EXEMPEL_UNDAN) if k.status == "loaded" else k for k in kvitton]
        version = self.versions.build([*(u for u in active if u not in aside), *new])
        loaded = [k for k in kvitton if k.status == "loaded"]
        pairs = list(zip(new, loaded, strict=True))
        self.versions.use(version, lambda con: register(con, pairs, aside))
        return kvitton

    def save_rows(self, fil: Fil, inlasning: Inlasning, others: list[dict[str, Any]]) -> Kvitto:
        """Write the rows of one file; its receipt, or that of the load that already holds the same file."""
        if earlier := same_file(others, fil, inlasning):
            return self.duplicate(earlier, fil.sha256)
        upload_id = f"{now()[:10].replace('-', '')}-{secrets.token_hex(4)}"
        self.write_rows(upload_id, inlasning)
        alike = [u for u in others if bool(u["example"]) == fil.example]
        return self.receipt(fil, inlasning, alike, "loaded", upload_id)

    def receipt(
        self,
        fil: Fil,
        inlasning: Inlasning,
        others: list[dict[str, Any]],
        status: str,
        upload_id: str | None = None,
    ) -> Kvitto:
        """The receipt of a file that holds rows; others: the loads in use, oldest first."""
        names = read(self.ledger).names()
        forvaltning = fil.context.forvaltning or only_value(inlasning, "forvaltning", names)
        avdelning = fil.context.avdelning or only_value(inlasning, "avdelning", names)
        assert inlasning.profil is not None, "a file that holds rows was recognised"
        whose = (forvaltning, avdelning)
        earlier = earlier_load(others, inlasning.profil.id, whose, inlasning.period, names)
        return Kvitto.of(
            inlasning,
            fil.sha256,
            status,
            upload_id=upload_id,
            forvaltning=forvaltning,
            avdelning=avdelning,
            av=fil.av,
            jamfort=compare(inlasning, earlier, self.folder / "uploads" / earlier["upload_id"])
            if earlier
            else None,
        )

    def write_rows(self, upload_id: str, inlasning: Inlasning) -> None:
        """Parquet files for the upload, complete or not there at all."""
        final = self.folder / "uploads" / upload_id
        half = final.with_name(f".{upload_id}.tmp")
        half.mkdir(parents=True)
        for table, rows in inlasning.tabeller.items():
            ids = pa.array([upload_id], pa.string()).take(pa.array([0] * rows.num_rows, pa.int32()))
            with (half / f"{table}.parquet").open("wb") as file:
                pq.write_table(rows.append_column("upload_id", ids), file, compression="zstd")
                file.flush()
                os.fsync(file.fileno())
        half.rename(final)

    def undo(self, upload_id: str, av: str = "") -> dict[str, Any]:
        """Take one load back and build the database without it. Raises UsageError for an unknown id.

        av: who does it, which the receipt keeps.

        Example data that the load had set aside come back when no other load of real data remains.
        """
        with self.versions.lock():
            upload = self.ledger.upload(upload_id)
            uploads = self.ledger.uploads()
            if upload["status"] != "active":
                raise UsageError(f"Inläsningen «{upload_id}» är redan borttagen. {INGET_ANDRAT}")
            kept = [u for u in uploads if u["status"] == "active" and u["upload_id"] != upload_id]
            back = [] if kept else [u for u in uploads if u["status"] == "set_aside"]
            version = self.versions.build(sorted([*kept, *back], key=lambda u: u["ordning"]))

            def write(con: sqlite3.Connection) -> None:
                con.execute(
                    """UPDATE upload SET status = 'undone', ended_at = ?,
                              receipt = json_set(receipt, '$.angrad_av', ?) WHERE upload_id = ?""",
                    (now(), av, upload_id),
                )
                con.executemany(
                    "UPDATE upload SET status = 'active' WHERE upload_id = ?",
                    [(u["upload_id"],) for u in back],
                )
                con.execute("DELETE FROM etikett WHERE upload_id = ? AND blir IS NULL", (upload_id,))

            self.versions.use(version, write)
        return upload | {"status": "undone", "restored": [u["upload_id"] for u in back]}


def register(
    con: sqlite3.Connection, new: list[tuple[dict[str, Any], Kvitto]], aside: list[dict[str, Any]]
) -> None:
    """Write the new loads, and that the examples are set aside."""
    con.executemany(
        "UPDATE upload SET status = 'set_aside' WHERE upload_id = ?", [(u["upload_id"],) for u in aside]
    )
    for u, kvitto in new:
        con.execute(
            """INSERT INTO upload (upload_id, sha256, status, loaded_at, example, receipt)
               VALUES (?, ?, 'active', ?, ?, ?)""",
            (
                u["upload_id"],
                u["sha256"],
                u["loaded_at"],
                u["example"],
                json.dumps(kvitto.to_dict(examples=False)),
            ),
        )
        labels.queue(con, kvitto.okanda, u["upload_id"])


def same_file(uploads: list[dict[str, Any]], fil: Fil, inlasning: Inlasning) -> dict[str, Any] | None:
    """The load that holds the same records of exactly this file, if any.

    A workbook with risks on one sheet and controls on another is loaded once for each of them.
    """
    same = (u for u in uploads if u["sha256"] == fil.sha256)
    return next((u for u in same if u["tables"].keys() & inlasning.tabeller.keys()), None)


def already_loaded(earlier: dict[str, Any]) -> str:
    """The sentence about a file whose bytes are in use already."""
    return f"Filen lästes in redan {earlier['loaded_at']}."


def only_value(inlasning: Inlasning, kolumn: str, names: Names) -> str | None:
    """The value of a column where all rows of the file share it, under whatever name."""
    values = {
        one_name(v, names.get(kolumn, {}))
        for t in inlasning.tabeller.values()
        if kolumn in t.column_names
        for v in t[kolumn].unique().to_pylist()
    }
    return values.pop() if len(values) == 1 else None


def _date(text: str | None) -> date | None:
    """A date from its ISO text."""
    return date.fromisoformat(text) if text else None
