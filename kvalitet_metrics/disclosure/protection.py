"""What the public may see of one indicator: the same cells hidden in every question that shows them.

Small counts are hidden (primary suppression), and so are the further cells that they could be worked out from
(complementary suppression), over all breakdowns, conditions and kinds of period at once. Whatever is not a
cell of the lattice is not shown: a free interval, a finer breakdown, an earlier version of a definition.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import duckdb

from kvalitet_metrics.disclosure.gate import REGLER, Regel, hide, why_hidden
from kvalitet_metrics.disclosure.lattice import LATTICE_KINDS, SLAG, Cell, Lattice, Shape, build
from kvalitet_metrics.disclosure.solve import Counts, Release
from kvalitet_metrics.indicators.compute import Fraga, breakdown
from kvalitet_metrics.indicators.definition import Andel, Fordelning, Indikator, Summaandel
from kvalitet_metrics.indicators.periods import label
from kvalitet_metrics.model import Periodslag, Viewer

Row = dict[str, Any]

SKYDD = "skyddar ett litet antal i samma tabell"
FOR_FIN = "för fin uppdelning för allmänheten"
FRITT = "allmänheten ser bara hela kalenderår, kvalitetsår, tertial, kvartal och månader"
ANNAT = "bara den gällande definitionen och dagens enheter visas för allmänheten"


@dataclass(frozen=True)
class Protection:
    """Which tables of an indicator are shown, which of their cells are hidden, and why."""

    shape: Shape
    reasons: dict[Cell, str]

    def apply(self, rows: Iterable[Row], fraga: Fraga) -> list[Row]:
        """The rows of an answer as the public sees them.

        Of a table that is not shown, not even which of its rows exist: one hidden row per period. Periods
        that the asked interval cuts are left out, since whether there is a row would tell of single days.
        """
        if fraga.period is Periodslag.TOTAL:
            rows = [row | self.whole_years() for row in rows]
        if reason := self.refusal(fraga):
            return [] if limits(fraga) else collapsed(rows, fraga, reason)
        start, last = limits(fraga) or (None, None)
        return [
            hide(row, why) if (why := self.why(row, fraga)) else shown(row)
            for row in rows
            if (start is None or row["period_start"] >= start) and (last is None or row["period_end"] <= last)
        ]

    def whole_years(self) -> Row:
        """The period of all rows about the whole: whole years, since the days are those of single records."""
        first, last = self.shape.years
        start, end = date(first or 1, 1, 1), date(last or 1, 12, 31)
        return {"period": label(Periodslag.TOTAL, start, end), "period_start": start, "period_end": end}

    def refusal(self, fraga: Fraga) -> str | None:
        """Why nothing of a question is shown, or None."""
        if fraga.period not in SLAG or (fraga.period is Periodslag.TOTAL and limits(fraga)):
            return FRITT
        columns = self.shape.needed({*breakdown(fraga), *(c for c, _ in fraga.urval.where)})
        if not self.shape.is_shown(fraga.period, columns):
            return FOR_FIN
        return ANNAT if fraga.version is not None else None

    def why(self, row: Row, fraga: Fraga) -> str | None:
        """Why a row is hidden: it shows a hidden cell, or is a sum that holds one."""
        return next((self.reasons[c] for c in self.cells(row, fraga) if c in self.reasons), None)

    def cells(self, row: Row, fraga: Fraga) -> Iterator[Cell]:
        """The cells that a row shows, or is the sum of."""
        values = dict(fraga.urval.where) | {c: (row[c],) for c in breakdown(fraga)}
        columns = self.shape.needed(values)
        start = None if fraga.period is Periodslag.TOTAL else row["period_start"]
        for labels in product(*(values[c] for c in columns)):
            cell = Cell(fraga.period, start, tuple(zip(columns, labels, strict=True)))
            yield cell
            if isinstance(fraga.indikator, Fordelning):
                yield cell.without(fraga.indikator.over)


def solved(con: duckdb.DuckDBPyConnection, ind: Indikator, regel: Regel) -> Protection:
    """What is hidden of an indicator on a database: its small counts, and what would give them away."""
    lattice = build(con, ind, lambda counts: why_hidden(as_row(counts), regel) is not None)
    reasons = {c: reason for c, n in lattice.cells.items() if (reason := why_hidden(as_row(n), regel))}
    small = smallest_shown(regel, share=isinstance(ind, Andel | Summaandel))
    release = Release(lattice.cells, lattice.parts, len(lattice.atoms), small, reasons)
    for table in coarse_first(lattice):
        release.show([cell for cell in table if cell not in reasons])
    hidden = [c for table in coarse_first(lattice) for c in table if c not in release.keys]
    return Protection(lattice.shape, {cell: reasons.get(cell, SKYDD) for cell in hidden})


def coarse_first(lattice: Lattice) -> list[list[Cell]]:
    """The tables that are shown, each as its cells from the largest, those with the largest cells first.

    The whole comes after its years: it is more to know how each year was than what they are together.
    """
    tables: dict[tuple[Periodslag, tuple[str, ...]], list[Cell]] = {}
    for cell in lattice.cells:
        table = cell.slag, tuple(name for name, _ in cell.labels)
        if lattice.shape.is_shown(*table):
            tables.setdefault(table, []).append(cell)
    size = {cell: sum(counts) for cell, counts in lattice.cells.items()}
    first, last = lattice.shape.years

    def mean(cells: list[Cell]) -> float:
        per_year = 1 / (last - first + 2) if cells[0].slag is Periodslag.TOTAL else 1
        return per_year * sum(size[c] for c in cells) / len(cells)

    ordered = [sorted(cells, key=lambda c: (-size[c], str(c))) for cells in tables.values()]
    return sorted(ordered, key=mean, reverse=True)


def collapsed(rows: Iterable[Row], fraga: Fraga, reason: str) -> list[Row]:
    """One hidden row per period, with nothing in its breakdown."""
    nothing = dict.fromkeys(breakdown(fraga))
    periods = {(row["period_start"], row["period_end"]): row for row in rows}
    return [hide(row | nothing, reason) for row in periods.values()]


def limits(fraga: Fraga) -> tuple[date | None, date | None] | None:
    """The asked first and last day, or None where neither was asked for."""
    fran, till = fraga.urval.fran, fraga.urval.till
    return (fran, till) if fran or till else None


def shown(row: Row) -> Row:
    """A row that is shown: without what no lattice protects.

    That is the count of records that lack something, and how many cases a review was drawn from, which may
    be a hidden figure of another indicator; an interval corrected for it would give it away.
    """
    remarks = [text for text in row["anmarkning"] if not text.startswith("Bortfall")]
    without = {"bortfall": None} | ({"population": None} if "population" in row else {})
    return row | without | {"dold": False, "anmarkning": remarks}


def as_row(counts: Counts) -> Row:
    """Counts of a cell as the gate's rules read a row."""
    taljare, namnare = (counts[0], counts[2]) if len(counts) == 3 else (counts[0], None)
    return {"taljare": taljare, "namnare": namnare}


def smallest_shown(regel: Regel, share: bool) -> Counts:
    """Per count of a cell the least that need not be protected: numerator, rest and denominator, or one."""
    least = max(regel.minsta_antal, 1)
    return (least, least, max(least, regel.minsta_underlag)) if share else (least,)


def regel_for(ind: Indikator, viewer: Viewer) -> Regel | None:
    """The rule by which the whole lattice of an indicator is solved for a viewer, or None where it is not."""
    regel = REGLER[viewer].get(ind.tabell, Regel())
    solve = viewer is Viewer.PUBLIK and isinstance(ind, LATTICE_KINDS) and regel != Regel()
    return regel if solve else None
