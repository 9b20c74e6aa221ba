"""The figures of a workspace: every question that can be put to what is loaded, and what the answer means."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from kvalitet_metrics.analysis.answer import verdicts
from kvalitet_metrics.analysis.compare import with_outcomes
from kvalitet_metrics.analysis.funnel import funnel
from kvalitet_metrics.analysis.gender import gaps, history, within_period
from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.disclosure.gate import pass_gate
from kvalitet_metrics.disclosure.kept import publish
from kvalitet_metrics.disclosure.merge import check_merge, merged
from kvalitet_metrics.disclosure.protection import regel_for
from kvalitet_metrics.disclosure.view import counted, seen
from kvalitet_metrics.errors import NotShown, UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.brott import mark_breaks
from kvalitet_metrics.indicators.compiler import conditions, role_sql
from kvalitet_metrics.indicators.compute import Fraga, Row, breakdown, compute, with_previous
from kvalitet_metrics.indicators.definition import Antal, Kvot
from kvalitet_metrics.indicators.history import join_predecessors, remark_breaks
from kvalitet_metrics.indicators.kinds import kinds_with_records
from kvalitet_metrics.indicators.kvot import parts, put_together
from kvalitet_metrics.indicators.periods import MONTHS
from kvalitet_metrics.indicators.question import Where, choose, columns, definition, directed, question
from kvalitet_metrics.indicators.tidsband import tidsband
from kvalitet_metrics.indicators.unfinished import mark_unfinished
from kvalitet_metrics.indicators.versions import by_version
from kvalitet_metrics.model import FileContext, Viewer
from kvalitet_metrics.rapportering import rapportering
from kvalitet_metrics.reconcile.additivity import own_declarations
from kvalitet_metrics.reconcile.engine import reconcile_both, reconcile_loaded, reconcile_rows
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.table_file import read_table
from kvalitet_metrics.stickprov import Stickprov, dra, fragan
from kvalitet_metrics.store import reading
from kvalitet_metrics.store.brott import Brottregister
from kvalitet_metrics.store.build import HASHES, table_columns
from kvalitet_metrics.store.files import FileLike, opened
from kvalitet_metrics.store.ledger import Ledger
from kvalitet_metrics.store.organisation import Organisation
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.profiler import Profiler
from kvalitet_metrics.store.riskmatris import levels
from kvalitet_metrics.store.versions import Versions


class Figures:
    """What can be asked of one folder of loaded data. `path` defaults to KVALITET_DATA, else data/."""

    def __init__(self, path: str | Path | None = None):
        self.path = Path(path or os.environ.get("KVALITET_DATA") or "data")
        self.ledger = Ledger(self.path)
        self._directions = Profiler(self.path).directions

    @property
    def version(self) -> str:
        """Name of the database version in use; changes with every load and undo. Empty where none is."""
        return self.ledger.version()

    @property
    def brott(self) -> Brottregister:
        """What has been written down about units that began to count in another way."""
        indicators = {ind.id: ind.tabell for ind in INDIKATORER.values() if not isinstance(ind, Kvot)}
        return Brottregister(Versions(self.path), {t: t for t in indicators.values()} | indicators)

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
        merge: bool = False,
    ) -> pd.DataFrame:
        """The figures of an indicator, one row per period and combination of `by`.

        Shares are numbers 0–1; counts and days are as they are. foregangare: count the records of units
        that were merged as the unit that they became. version: answer every period by this version of the
        definition, else each by the one in force then. merge: the hidden rows of a period as one, where that
        gives nothing away (see disclosure/merge.py). Raises UsageError for a name that does not exist, with
        the nearest that does.
        """
        rows = self.answer(id, period, by, where, fran, till, viewer, foregangare, version, merge)
        fraga = directed(question(id, period, by, where, fran, till, {}, version), self._directions)
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
        merge: bool = False,
    ) -> list[Row]:
        """As `query`, as a list of dicts: computed, past the gate, and with the intervals of what is seen."""
        names = read(self.ledger).names()
        fraga = directed(question(id, period, by, where, fran, till, names, version), self._directions)
        if merge:
            check_merge(fraga)
        return self._answered(fraga, choose(Viewer, viewer, "betraktaren"), foregangare, merge)

    def _answered(
        self, fraga: Fraga, seen_by: Viewer, foregangare: bool = False, merge: bool = False
    ) -> list[Row]:
        """The answer to a checked question: computed, past the gate, and with intervals."""
        organisation = read(self.ledger)
        con = reading.cursor(self.path)
        if con is None:
            return []
        ind = fraga.indikator
        if isinstance(ind, Kvot):
            above, below = (
                self._visible(con, part, organisation, seen_by, foregangare) for part in parts(fraga, ind)
            )
            visible = put_together(above, below, fraga, ind)
        else:
            visible = self._visible(con, fraga, organisation, seen_by, foregangare)
        if merge and any(r["dold"] for r in visible):
            with suppress(NotShown):
                whole = self._visible(con, replace(fraga, by=()), organisation, seen_by, foregangare)
                visible = merged(visible, whole, fraga, seen_by)
        return with_previous(with_outcomes(with_intervals(visible, ind), ind), breakdown(fraga))

    def _visible(
        self,
        con: duckdb.DuckDBPyConnection,
        fraga: Fraga,
        organisation: Organisation,
        viewer: Viewer,
        foregangare: bool,
    ) -> list[Row]:
        """What is counted, marked where it must not be compared, and past the gate."""
        if foregangare:
            join_predecessors(con, fraga, organisation)
        whole = counted(fraga, viewer)
        rows = compute(con, whole)
        remark_breaks(con, rows, whole, organisation, foregangare)
        mark_breaks(con, rows, whole, self.brott.list(), organisation, foregangare)
        mark_unfinished(con, rows, whole)
        return seen(rows, fraga, viewer, con, (self.path, self.version), foregangare)

    def times(
        self,
        id: str,
        period: str = "kalenderar",
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
    ) -> list[Row]:
        """How long the records took, one row per period and band of time; see indicators/tidsband.py.

        Nothing for the public: no lattice protects the bands. Raises UsageError for an indicator that is
        neither a time nor a share within a deadline.
        """
        fraga = question(id, period, (), where, fran, till, read(self.ledger).names())
        band = tidsband(fraga.indikator)
        if band is None:
            raise UsageError(f"«{fraga.indikator.namn}» är ingen tid och har ingen frist att räkna mot.")
        seen_by = choose(Viewer, viewer, "betraktaren")
        if seen_by is Viewer.PUBLIK:
            return []
        return self._answered(replace(fraga, indikator=band.indikator), seen_by)

    def periods(self, id: str) -> list[str]:
        """The kinds of period that some record of the indicator lies within."""
        ind = question(id, "total", (), None, None, None, {}).indikator
        con = reading.cursor(self.path)
        return [] if con is None else [kind.value for kind in kinds_with_records(con, ind)]

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
        diagram: str | None = None,
    ) -> list[dict[str, Any]]:
        """What can be said of the change: one dict per series, from the figures that the viewer may see.

        `serie` is its values of the breakdown; see analysis/verdict.py for the rest. An unfinished newest
        period is compared with the same days of the year before, where these are loaded. rows: the answer
        to the same question, where it is already known. diagram: the control chart to judge by (xmr, p,
        p_prim, u or c), else the usual one for such figures; UsageError where it does not fit them.
        """
        by = tuple([by] if isinstance(by, str) else by)

        def ask(slag: str, first: date | None, last: date | None) -> list[Row]:
            return self.answer(id, slag, by, where, first, last, viewer, foregangare, version)

        def ask_days(first: date, last: date) -> list[Row]:
            with suppress(NotShown):
                return ask("total", first, last)
            return []

        found = ask(period, fran, till) if rows is None else rows
        fraga = directed(question(id, period, by, where, fran, till, {}, version), self._directions)
        return verdicts(found, fraga, ask_days, diagram)

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

    def publish(self, id: str) -> int:
        """Note that what the public sees of an indicator now has been given out; the number of figures.

        From then on a later load cannot give away what was hidden: see disclosure/published.py. Raises
        UsageError for an indicator whose figures the public sees as they are.
        """
        ind = definition(id)
        regel = regel_for(ind, Viewer.PUBLIK)
        con = reading.cursor(self.path)
        if regel is None:
            raise UsageError(f"«{ind.namn}» döljer inga antal för allmänheten, så inget behöver antecknas.")
        return 0 if con is None else publish(self.path, self.version, con, ind, regel)

    def gender_gap(
        self,
        id: str,
        period: str = "kalenderar",
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
        rows: list[Row] | None = None,
    ) -> list[dict[str, Any]]:
        """The difference in the newest period and among equals, a dict per pair of sexes; rows as below."""
        ind = question(id, period, (), where, fran, till, {}).indikator
        if "kon" not in ind.nedbrytningar:
            return []
        # Where figures are hidden one by one, what is seen of a period does not depend on the others.
        alone = period in MONTHS and regel_for(ind, choose(Viewer, viewer, "betraktaren")) is None

        def ask(by: Sequence[str], newest: Row | None = None) -> list[Row]:
            span = within_period(newest if alone else None, fran, till)
            with suppress(NotShown):
                return rows if rows and not newest else self.answer(id, period, by, where, *span, viewer)
            return []

        return gaps(ask, ind)

    def gender_history(
        self,
        id: str,
        period: str = "kalenderar",
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        viewer: str = "analytiker",
        rows: list[Row] | None = None,
    ) -> list[dict[str, Any]]:
        """The difference in every period; rows: the answer per kön, where it is at hand."""
        fraga = question(id, period, (), where, fran, till, {})
        if "kon" not in fraga.indikator.nedbrytningar:
            return []
        return history(rows or self.answer(id, period, ["kon"], where, fran, till, viewer), fraga.indikator)

    def rows(
        self,
        id: str,
        where: Where | None = None,
        fran: date | None = None,
        till: date | None = None,
        version: int | None = None,
    ) -> pd.DataFrame:
        """The records behind a figure, each with upload_id, fil, blad, rad and kolumn.

        raknas_som: what it is in the figure, as compiler.role_sql says it. version: by this version of the
        definition, else by the present one.
        """
        fraga = question(id, "total", (), where, fran, till, read(self.ledger).names(), version)
        if version is not None:
            fraga = replace(fraga, indikator=by_version(fraga.indikator, version))
        condition, params = conditions(fraga.indikator, (), fraga.urval)
        tabell = fraga.indikator.tabell
        exclude = ["upload_id", "blad", "rad", "kolumn", *(c for c in HASHES if c in table_columns()[tabell])]
        con = reading.cursor(self.path)
        if con is None:
            return pd.DataFrame()
        return con.sql(
            f"""SELECT {role_sql(fraga.indikator)} AS raknas_som, r.upload_id, i.fil, r.blad, r.rad, r.kolumn,
                       r.* EXCLUDE ({", ".join(exclude)})
                FROM {fraga.indikator.relation} r
                JOIN (SELECT upload_id AS id, fil, ordning FROM inlasning WHERE tabell = '{tabell}') i
                ON i.id = r.upload_id WHERE {condition} ORDER BY i.ordning, r.blad, r.rad, r.kolumn""",
            params=params,
        ).df()

    def risk_levels(self, forvaltning: str | None, day: date) -> dict[tuple[int, int], str]:
        """The level of each cell (sannolikhet, konsekvens) in the risk matrix of that day."""
        con = reading.cursor(self.path)
        return {} if con is None else levels(con, forvaltning, day)

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
        if seen_by is Viewer.PUBLIK:
            raise NotShown("Hur enheterna rapporterar visas bara för den egna organisationen.")
        if not isinstance(fraga.indikator, Antal) or fraga.period not in MONTHS:
            raise UsageError("Välj ett antal per enhet, som avvikelser_antal, och en period med fast längd.")
        con = reading.cursor(self.path)
        if con is None:
            return []
        rows = rapportering(con, fraga.indikator, fraga.period, dict(fraga.urval.where))
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


def as_table(rows: list[Row], fraga: Fraga) -> pd.DataFrame:
    """The rows of an answer as a table, with its columns also where there are none."""
    return pd.DataFrame(rows, columns=columns(fraga) if not rows else None)
