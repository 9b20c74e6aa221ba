"""The workspace: one folder with uploads and figures, as notebooks, the command line and the pages use it.

Workspace("data").query("utredning_barn_inom_fyra_manader", by=["kon"])
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from kvalitet_metrics.bedomda import Judged
from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.example import BROTT, skrivet, write_all
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.cells import addresses
from kvalitet_metrics.indicators.compute import Fraga, Row
from kvalitet_metrics.indicators.kommuner import DELAR, publicerade
from kvalitet_metrics.indicators.question import about, choose, definition
from kvalitet_metrics.model import NEDBRYTNINGAR, FileContext, Urval, Viewer
from kvalitet_metrics.store import labels
from kvalitet_metrics.store.atgarder import GENOMFORD
from kvalitet_metrics.store.faulty import faulty_rows
from kvalitet_metrics.store.files import Fil, FileLike, file_context, opened, opened_or_refused
from kvalitet_metrics.store.loading import Loader
from kvalitet_metrics.store.moten import HALLET, Bild, Moten
from kvalitet_metrics.store.profiler import Profiler
from kvalitet_metrics.store.receipt import Kvitto
from kvalitet_metrics.store.register import Register
from kvalitet_metrics.store.storage import kept_in
from kvalitet_metrics.store.versions import FileProgress, Progress, Versions, silent
from kvalitet_metrics.text import sortnyckel


class Workspace(Judged):
    """One folder of loaded data. `path` defaults to the environment's KVALITET_DATA, else data/."""

    # What is here

    @property
    def is_empty(self) -> bool:
        """True where no load is active."""
        return not self._of_examples()

    @property
    def has_examples(self) -> bool:
        """True while the figures come from the example exports."""
        return any(self._of_examples())

    def _of_examples(self) -> list[bool]:
        """For every active load whether it is an example."""
        return [
            bool(u["example"])
            for u in self.ledger.fetch("SELECT example FROM upload WHERE status = 'active'")
        ]

    def indicators(self) -> list[dict[str, Any]]:
        """The catalogue, one dict per indicator."""
        return [
            about(ind)
            | {"kind": ind.kind, "source": ind.kalla, "breakdowns": list(ind.nedbrytningar), "mal": ind.mal}
            for ind in INDIKATORER.values()
        ]

    def municipalities(
        self, fran: date | None = None, till: date | None = None, viewer: str = "analytiker"
    ) -> list[Row]:
        """What others publish about municipalities, with `kalla` and `vems`; nothing for the public."""
        seen_by, urval = choose(Viewer, viewer, "betraktaren"), Urval.of({}, fran, till)
        if seen_by is Viewer.PUBLIK:
            return []
        return [
            row | {"kalla": kalla, "vems": vem}
            for kalla, vem, ind in publicerade()
            for row in self._answered(Fraga(ind, by=DELAR, urval=urval), seen_by)
        ]

    def values(self, column: str) -> list[str]:
        """Every value of a breakdown column in the data, in Swedish order. Raises UsageError for others."""
        if column not in NEDBRYTNINGAR:
            raise UsageError(f"Kolumnen «{column}» finns inte.{menade_du_fras(column, NEDBRYTNINGAR)}")
        return sorted(labels.values(self.path, column), key=sortnyckel)

    # Loading

    def load(
        self,
        files: FileLike | Iterable[FileLike],
        profile: str | None = None,
        forvaltning: str | None = None,
        avdelning: str | None = None,
        skip_faulty_rows: bool = False,
        progress: Progress = silent,
        period: str | None = None,
        av: str = "",
        per_file: FileProgress = silent,
    ) -> list[Kvitto]:
        """Load files; one receipt per file, in order. A refused file changes nothing.

        forvaltning, avdelning and period say what the files themselves do not; av says who loads them, as
        a role or a signature. Raises UsageError for text that is no period.
        """
        context = file_context(forvaltning, avdelning, period)
        given = [files] if isinstance(files, str | Path | tuple) else list(files)
        tried = [opened_or_refused(file, context, av.strip()) for file in given]
        places = [nr for nr, t in enumerate(tried) if isinstance(t, Fil)]
        found = [t for t in tried if isinstance(t, Fil)]
        loader = Loader(self.path, progress, lambda nr, step: per_file(places[nr], step))
        loaded = iter(loader.load(found, profile=profile, skip_faulty_rows=skip_faulty_rows) if found else [])
        return [next(loaded) if isinstance(t, Fil) else t for t in tried]

    def preview(
        self,
        file: FileLike,
        profile: str | None = None,
        forvaltning: str | None = None,
        avdelning: str | None = None,
        skip_faulty_rows: bool = False,
        period: str | None = None,
    ) -> Kvitto:
        """What loading the file would give. Nothing is written."""
        fil = opened_or_refused(file, file_context(forvaltning, avdelning, period))
        if isinstance(fil, Kvitto):
            return fil
        return Loader(self.path).preview(fil, profile=profile, skip_faulty_rows=skip_faulty_rows)

    def faulty_rows(
        self,
        file: FileLike,
        profile: str | None = None,
        forvaltning: str | None = None,
        avdelning: str | None = None,
        period: str | None = None,
    ) -> bytes:
        """The file's rows that have faults, as an Excel workbook with the faults beside. Nothing is saved."""
        fil = opened(file, file_context(forvaltning, avdelning, period))
        return faulty_rows(Loader(self.path).look(fil, profile=profile))

    def uploads(self) -> list[dict[str, Any]]:
        """Every load with its receipt, oldest first; status active, undone or set_aside."""
        return self.ledger.uploads()

    def cells(self, id: str, rows: pd.DataFrame) -> list[str]:
        """Per record of `rows`, the cells of its file that the indicator looks at, as «F7, G7»."""
        letters = {u["upload_id"]: u.get("celler", {}) for u in self.ledger.uploads("active")}
        return addresses(rows, letters, definition(id))

    def receipt(self, upload_id: str) -> dict[str, Any]:
        """The receipt of one load. Raises UsageError for an unknown id."""
        return self.ledger.upload(upload_id)

    def undo(self, upload_id: str, av: str = "") -> dict[str, Any]:
        """Take one load back. Raises UsageError for an id that is unknown or already taken back."""
        return Loader(self.path).undo(upload_id, av.strip())

    def label_queue(self) -> list[dict[str, Any]]:
        """Labels that no earlier load had and nobody has decided about, with proposals."""
        return self.ledger.label_queue()

    def decide_label(self, kolumn: str, etikett: str, blir: str | None) -> None:
        """Say what an unknown label means; its own name says that it is new. None takes the decision back."""
        labels.decide(Versions(self.path), kolumn, etikett, blir)

    def tables_with(self, column: str, names: Iterable[str]) -> set[str]:
        """The record tables that have any of these names in a breakdown column."""
        return labels.tables_with(self.path, column, set(names))

    def label_decisions(self) -> list[dict[str, Any]]:
        """Every decision about a label that was ever made, also those that have been taken back."""
        return labels.history(self.ledger)

    @property
    def organisation(self) -> Register:
        """The units of the organisation over time: spellings, changes of name, mergers and splits."""
        return Register(Versions(self.path))

    @property
    def profiler(self) -> Profiler:
        """The profiles that analysts have made for files that no built-in profile knows."""
        return Profiler(self.path)

    @property
    def moten(self) -> Moten:
        """The meetings of the management group, each with its screens in order."""
        return Moten(self.ledger)

    def demo(self, progress: Progress = silent) -> list[Kvitto]:
        """Write the example exports into the workspace and load them by the same path as any file.

        Raises UsageError where data of one's own are loaded: the two are never mixed.
        """
        if not all(self._of_examples()):
            raise UsageError(
                "Arbetsytan innehåller egna data, och exempeldata blandas inte med dem. Ange en annan mapp."
            )
        folder = self.path / "exempel"
        with kept_in(self.path):
            folder.mkdir(parents=True, exist_ok=True)
            files = [
                Fil(e.path.name, e.path.read_bytes(), FileContext(e.forvaltning, e.avdelning), example=True)
                for e in write_all(folder)
            ]
        kvitton = Loader(self.path, progress).load(files)
        known = {(b.varde, b.datum) for b in self.brott.list()}
        for brott in BROTT:
            if (brott["varde"], brott["datum"]) not in known:
                self.brott.add(**brott)
        if not (self.bedomningar() or self.atgarder() or self.moten.list()):
            self._write_as_examples()
        return kvitton

    def _write_as_examples(self) -> None:
        """Judge, decide and meet about the example data, so that the pages of such things are alive."""
        for bedomning in skrivet.BEDOMNINGAR:
            self.judge(**bedomning)
        for atgard in skrivet.ATGARDER:
            nr = self.decide(**atgard).nr
            if uppfoljd := skrivet.UPPFOLJDA.get(atgard["id"]):
                self.register.change(nr, GENOMFORD, av="Exempeldata", **uppfoljd)
        self.moten.change(self.moten.create(**skrivet.FORRA).nr, status=HALLET)
        nasta = self.moten.create(skrivet.NASTA, date.today())
        for fraga, rubrik in skrivet.BILDER:
            self.moten.add(nasta.nr, Bild(self.vinkel(**fraga), rubrik=rubrik))
