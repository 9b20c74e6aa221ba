"""The workspace: one folder with uploads and figures, as notebooks, the command line and the pages use it.

Workspace("data").query("utredning_barn_inom_fyra_manader", by=["kon"])
"""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from kvalitet_metrics.analysis.answer import verdicts
from kvalitet_metrics.analysis.compare import with_outcomes
from kvalitet_metrics.analysis.funnel import funnel
from kvalitet_metrics.analysis.gender import gaps
from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.disclosure.gate import hide, pass_gate
from kvalitet_metrics.disclosure.view import seen
from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.example import BROTT, write_all
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.brott import mark_breaks
from kvalitet_metrics.indicators.compiler import conditions
from kvalitet_metrics.indicators.compute import Fraga, Row, breakdown, compute, with_previous
from kvalitet_metrics.indicators.definition import Antal
from kvalitet_metrics.indicators.history import join_predecessors, remark_breaks
from kvalitet_metrics.indicators.periods import MONTHS
from kvalitet_metrics.indicators.question import Where, about, choose, columns, question
from kvalitet_metrics.indicators.unfinished import mark_unfinished
from kvalitet_metrics.model import NEDBRYTNINGAR, FileContext, Viewer
from kvalitet_metrics.rapportering import rapportering
from kvalitet_metrics.reconcile.additivity import own_declarations
from kvalitet_metrics.reconcile.engine import reconcile_both, reconcile_loaded, reconcile_rows
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.table_file import read_table
from kvalitet_metrics.stickprov import Stickprov, dra, fragan
from kvalitet_metrics.store import labels, reading
from kvalitet_metrics.store.brott import Brottregister
from kvalitet_metrics.store.build import HASHES, table_columns
from kvalitet_metrics.store.faulty import faulty_rows
from kvalitet_metrics.store.files import Fil, FileLike, file_context, opened, opened_or_refused
from kvalitet_metrics.store.ledger import Ledger
from kvalitet_metrics.store.loading import Loader
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.profiler import Profiler
from kvalitet_metrics.store.receipt import Kvitto
from kvalitet_metrics.store.register import Register
from kvalitet_metrics.store.storage import kept_in
from kvalitet_metrics.store.versions import Progress, Versions, silent
from kvalitet_metrics.text import sortnyckel


class Workspace:
    """One folder of loaded data. `path` defaults to the environment's KVALITET_DATA, else data/."""

    def __init__(self, path: str | Path | None = None):
        self.path = Path(path or os.environ.get("KVALITET_DATA") or "data")
        self.ledger = Ledger(self.path)

    # What is here

    @property
    def version(self) -> str:
        """Name of the database version in use; changes with every load and undo. Empty where none is."""
        return self.ledger.version()

    @property
    def is_empty(self) -> bool:
        """True where no load is active."""
        return not self.ledger.uploads("active")

    @property
    def has_examples(self) -> bool:
        """True while the figures come from the example exports."""
        return any(u["example"] for u in self.ledger.uploads("active"))

    def indicators(self) -> list[dict[str, Any]]:
        """The catalogue, one dict per indicator."""
        return [
            about(ind)
            | {"kind": ind.kind, "source": ind.kalla, "breakdowns": list(ind.nedbrytningar), "mal": ind.mal}
            for ind in INDIKATORER.values()
        ]

    def values(self, column: str) -> list[str]:
        """Every value of a breakdown column in the data, in Swedish order. Raises UsageError for others."""
        if column not in NEDBRYTNINGAR:
            raise UsageError(f"Kolumnen «{column}» finns inte.{menade_du_fras(column, NEDBRYTNINGAR)}")
        return sorted(labels.values(self.path, column), key=sortnyckel)

    # Figures

    def query(
        self,
        id: str,
        period: str = "kalenderar",
        by: Iterable[str] = (),
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
        foregangare: bool = False,
        version: int | None = None,
    ) -> pd.DataFrame:
        """The figures of an indicator, one row per period and combination of `by`.

        Shares are numbers 0–1; counts and days are as they are. foregangare: count the records of units
        that were merged as the unit that they became. version: answer every period by this version of the
        definition, else each by the one in force then. Raises UsageError for a name that does not exist,
        with the nearest that does.
        """
        rows = self.answer(id, period, by, where, fran, till, viewer, foregangare, version)
        fraga = question(id, period, by, where, fran, till, {}, version)
        return as_table(rows, fraga)

    def answer(
        self,
        id: str,
        period: str = "kalenderar",
        by: Iterable[str] = (),
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
        foregangare: bool = False,
        version: int | None = None,
    ) -> list[Row]:
        """As `query`, as a list of dicts: computed, past the gate, and with the intervals of what is seen."""
        organisation = read(self.ledger)
        fraga = question(id, period, by, where, fran, till, organisation.names(), version)
        seen_by = choose(Viewer, viewer, "betraktaren")
        con = reading.cursor(self.path)
        if con is None:
            return []
        if foregangare:
            join_predecessors(con, fraga, organisation)
        rows = compute(con, fraga)
        remark_breaks(con, rows, fraga, organisation, foregangare)
        mark_breaks(con, rows, fraga, self.brott.list(), organisation, foregangare)
        mark_unfinished(con, rows, fraga)
        visible = seen(rows, fraga, seen_by, con, (self.path, self.version), foregangare)
        judged = with_outcomes(with_intervals(visible, fraga.indikator), fraga.indikator)
        return with_previous(judged, breakdown(fraga))

    def verdict(
        self,
        id: str,
        period: str = "kalenderar",
        by: Iterable[str] = (),
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
        foregangare: bool = False,
        version: int | None = None,
        rows: list[Row] | None = None,
    ) -> list[dict[str, Any]]:
        """What can be said of the change: one dict per series, from the figures that the viewer may see.

        `serie` is its values of the breakdown; see analysis/verdict.py for the rest. An unfinished newest
        period is compared with the same days of the year before, where these are loaded. rows: the answer
        to the same question, where it is already known.
        """
        by = tuple([by] if isinstance(by, str) else by)

        def ask(slag: str, first: date | None, last: date | None) -> list[Row]:
            return self.answer(id, slag, by, where, first, last, viewer, foregangare, version)

        found = ask(period, fran, till) if rows is None else rows
        fraga = question(id, period, by, where, fran, till, {}, version)
        return verdicts(found, fraga, lambda first, last: ask("total", first, last))

    def funnel(
        self,
        id: str,
        period: str = "kalenderar",
        by: str = "enhet",
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
    ) -> dict[str, Any]:
        """The units of the newest period against their whole, in their own order: see analysis/funnel.py."""
        fraga = question(id, period, [by], where, fran, till, {})
        return funnel(self.answer(id, period, [by], where, fran, till, viewer), fraga.indikator, by)

    def gender_gap(
        self,
        id: str,
        period: str = "kalenderar",
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
    ) -> list[dict[str, Any]]:
        """The difference between the sexes in the newest period, and whether it remains among equals.

        One dict per pair of sexes that has figures; none where the indicator has no kön. See
        analysis/gender.py.
        """
        fraga = question(id, period, (), where, fran, till, {})
        if "kon" not in fraga.indikator.nedbrytningar:
            return []
        return gaps(lambda by: self.answer(id, period, by, where, fran, till, viewer), fraga.indikator)

    def rows(
        self,
        id: str,
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
    ) -> pd.DataFrame:
        """The records behind a figure, each with upload_id, fil, blad, rad and kolumn."""
        fraga = question(id, "total", (), where, fran, till, read(self.ledger).names())
        condition, params = conditions(fraga.indikator, (), fraga.urval)
        told_first = ("upload_id", "blad", "rad", "kolumn")
        exclude = [*told_first, *(c for c in HASHES if c in table_columns()[fraga.indikator.tabell])]
        con = reading.cursor(self.path)
        if con is None:
            return pd.DataFrame()
        return con.sql(
            f"""SELECT r.upload_id, i.fil, r.blad, r.rad, r.kolumn,
                       r.* EXCLUDE ({", ".join(exclude)})
                FROM {fraga.indikator.relation} r
                JOIN inlasning i ON i.upload_id = r.upload_id AND i.tabell = '{fraga.indikator.tabell}'
                WHERE {condition} ORDER BY i.ordning, r.blad, r.rad, r.kolumn""",
            params=params,
        ).df()

    def reporting(
        self,
        id: str = "avvikelser_antal",
        period: str = "kalenderar",
        where: Where | None = None,
        viewer: str = "analytiker",
    ) -> list[Row]:
        """Which units report nothing, or far less than what they handle suggests; see rapportering.py.

        Raises UsageError for an indicator that is no count per enhet and for a period without a length.
        """
        fraga = question(id, period, ["enhet"], where, None, None, read(self.ledger).names())
        seen_by = choose(Viewer, viewer, "betraktaren")
        if not isinstance(fraga.indikator, Antal) or fraga.period not in MONTHS:
            raise UsageError("Välj ett antal per enhet, som avvikelser_antal, och en period med fast längd.")
        con = reading.cursor(self.path)
        if con is None:
            return []
        rows = rapportering(con, fraga.indikator, fraga.period, dict(fraga.urval.where))
        if seen_by is Viewer.PUBLIK:
            return [hide(row, "bara för den egna organisationen") for row in rows]
        return pass_gate(rows, fraga.indikator.tabell, seen_by)

    def sample(
        self,
        id: str,
        antal: int | None = None,
        marginal: float | None = None,
        by: Iterable[str] = (),
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        namn: str = "",
        fro: str = "",
        viewer: str = "analytiker",
    ) -> Stickprov:
        """A random sample of cases to review, the same each time it is drawn from the same data.

        id: a kind of cases, such as utredning, or an indicator; antal: how many, or marginal: the wanted
        margin (0.1 is ten percentage points). by: groups to draw from in proportion. namn: of the review;
        fro: the word that decides which cases, else the name. Raises UsageError where nothing can be drawn.
        """
        fraga = fragan(id, by, where, fran, till, read(self.ledger).names())
        seen_by = choose(Viewer, viewer, "betraktaren")
        con = reading.cursor(self.path)
        if con is None:
            raise UsageError("Här finns inga uppgifter ännu. Läs in en lista med ärenden först.")
        return dra(con, fraga, antal, marginal, namn, fro, seen_by, self.version)

    def reconcile(
        self, files: FileLike | Iterable[FileLike] | None = None, additivitet: Iterable[str] = ()
    ) -> dict[str, Any]:
        """Whether published figures agree: those of table files, or without files what is loaded.

        additivitet: `VAD=SORT` declarations, see reconcile/additivity.py. The answer has kontroller, fynd
        (what alarms), noteringar (what does not) and per_regel. It is for analysts: it tells what can be
        worked out. Raises FileRefused for a file that is no table of published figures.
        """
        egna = own_declarations(additivitet)
        given = [files] if isinstance(files, str | Path | tuple) else list(files or [])
        if given:
            opened_files = [opened(file, FileContext()) for file in given]
            return reconcile_both(reconcile_rows(read_table(f.name, f.data), egna) for f in opened_files)
        con = reading.cursor(self.path)
        if con is None:
            return reconcile_both([])
        return reconcile_loaded(Inlast(con, self.ledger.uploads("active"), self.brott.list())).to_dict()

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
    ) -> list[Kvitto]:
        """Load files; one receipt per file, in order. A refused file changes nothing.

        forvaltning, avdelning and period say what the files themselves do not. Raises UsageError for
        text that is no period.
        """
        context = file_context(forvaltning, avdelning, period)
        given = [files] if isinstance(files, str | Path | tuple) else list(files)
        tried = [opened_or_refused(file, context) for file in given]
        found = [t for t in tried if isinstance(t, Fil)]
        loaded = iter(
            Loader(self.path, progress).load(found, profile=profile, skip_faulty_rows=skip_faulty_rows)
            if found
            else []
        )
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

    def receipt(self, upload_id: str) -> dict[str, Any]:
        """The receipt of one load. Raises UsageError for an unknown id."""
        return self.ledger.upload(upload_id)

    def undo(self, upload_id: str) -> dict[str, Any]:
        """Take one load back. Raises UsageError for an id that is unknown or already taken back."""
        return Loader(self.path).undo(upload_id)

    def label_queue(self) -> list[dict[str, Any]]:
        """Labels that no earlier load had and nobody has decided about, with proposals."""
        return self.ledger.label_queue()

    def decide_label(self, kolumn: str, etikett: str, blir: str | None) -> None:
        """Say what an unknown label means; its own name says that it is new. None takes the decision back."""
        labels.decide(Versions(self.path), kolumn, etikett, blir)

    def label_decisions(self) -> list[dict[str, Any]]:
        """Every decision about a label that was ever made, also those that have been taken back."""
        return labels.history(self.ledger)

    @property
    def organisation(self) -> Register:
        """The units of the organisation over time: spellings, changes of name, mergers and splits."""
        return Register(Versions(self.path))

    @property
    def brott(self) -> Brottregister:
        """What has been written down about units that began to count in another way."""
        indicators = {ind.id: ind.tabell for ind in INDIKATORER.values()}
        return Brottregister(Versions(self.path), {t: t for t in indicators.values()} | indicators)

    @property
    def profiler(self) -> Profiler:
        """The profiles that analysts have made for files that no built-in profile knows."""
        return Profiler(self.path)

    def demo(self, progress: Progress = silent) -> list[Kvitto]:
        """Write the example exports into the workspace and load them by the same path as any file.

        Raises UsageError where data of one's own are loaded: the two are never mixed.
        """
        if any(not u["example"] for u in self.ledger.uploads("active")):
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
        return kvitton


def as_table(rows: list[Row], fraga: Fraga) -> pd.DataFrame:
    """The rows of an answer as a table, with its columns also where there are none."""
    return pd.DataFrame(rows, columns=columns(fraga) if not rows else None)
