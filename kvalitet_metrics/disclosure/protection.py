"""What the public may see of one indicator: the same cells hidden in every question that shows them.

Small counts are hidden (primary suppression), and so are the further cells that they could be worked out from
(complementary suppression), over all breakdowns, conditions and kinds of period at once. Whatever is not a
cell of the lattice is not shown: a free interval, a finer breakdown, an earlier version of a definition.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any

import duckdb
import numpy as np

from kvalitet_metrics.disclosure.gate import REGLER, Regel, hide, why_hidden
from kvalitet_metrics.disclosure.lattice import LATTICE_KINDS, SLAG, Cell, Lattice, Shape, build, period_start
from kvalitet_metrics.disclosure.published import Published
from kvalitet_metrics.disclosure.solve import Counts, Problem, changed, matrix, smallest
from kvalitet_metrics.indicators.compute import Fraga, breakdown
from kvalitet_metrics.indicators.definition import Fordelning, Indikator, Summaandel
from kvalitet_metrics.indicators.periods import end, label, next_start
from kvalitet_metrics.indicators.question import columns
from kvalitet_metrics.model import Periodslag, Viewer

Row = dict[str, Any]

SKYDD = "för litet antal, eller så att ett litet antal inte ska kunna räknas ut"
"""The same for both: which of two hidden cells is the small one would tell how large the other is."""
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

        rows: of the question without its interval (`whole`), which is cut here to whole periods: whether
        there is a row for some days would tell of single records. Of a table that is not shown, not even
        which of its rows exist: one hidden row per period.
        """
        if fraga.period is Periodslag.TOTAL:
            rows = [row | self.whole_years() for row in rows]
        if reason := self.refusal(fraga):
            return [] if limits(fraga) else self.nothing(fraga, reason)
        start, last = limits(fraga) or (None, None)
        return [
            hide(row, why) if (why := self.why(row, fraga)) else shown(row)
            for row in rows
            if (start is None or row["period_start"] >= start) and (last is None or row["period_end"] <= last)
        ]

    def whole_years(self) -> Row:
        """The period of all rows about the whole: whole years, since the days are those of single records."""
        first, last = date(self.shape.years[0] or 1, 1, 1), date(self.shape.years[1] or 1, 12, 31)
        return {"period": label(Periodslag.TOTAL, first, last), "period_start": first, "period_end": last}

    def nothing(self, fraga: Fraga, reason: str) -> list[Row]:
        """A table that is not shown: a hidden row per period of all years, whatever its records are."""
        empty = dict.fromkeys(columns(fraga)) | {"brott": [], "anmarkning": []}
        return [hide(empty | span, reason) for span in self.spans(fraga.period)]

    def spans(self, slag: Periodslag) -> list[Row]:
        """Every period of a kind that the years of the indicator reach into."""
        whole = self.whole_years()
        if slag not in SLAG or slag is Periodslag.TOTAL:
            return [whole]
        found, start = [], period_start(slag, whole["period_start"])
        while start <= whole["period_end"]:
            last = end(slag, start)
            found.append({"period": label(slag, start, last), "period_start": start, "period_end": last})
            start = next_start(slag, start)
        return found

    def refusal(self, fraga: Fraga) -> str | None:
        """Why nothing of a question is shown, or None."""
        if fraga.period not in SLAG or (fraga.period is Periodslag.TOTAL and limits(fraga)):
            return FRITT
        needed = self.shape.needed({*breakdown(fraga), *(c for c, _ in fraga.urval.where)})
        if not self.shape.is_shown(fraga.period, needed):
            return FOR_FIN
        return ANNAT if fraga.version is not None else None

    def why(self, row: Row, fraga: Fraga) -> str | None:
        """Why a row is hidden: it shows a hidden cell, is a sum that holds one, or is no cell at all."""
        if isinstance(fraga.indikator, Summaandel) and row["taljare"] is None and row["namnare"]:
            return SKYDD
        return next((self.reasons[c] for c in self.cells(row, fraga) if c in self.reasons), None)

    def cells(self, row: Row, fraga: Fraga) -> Iterator[Cell]:
        """The cells that a row shows, or is the sum of."""
        values = dict(fraga.urval.where) | {c: (row[c],) for c in breakdown(fraga)}
        needed = self.shape.needed(values)
        start = None if fraga.period is Periodslag.TOTAL else row["period_start"]
        for labels in product(*(values[c] for c in needed)):
            cell = Cell(fraga.period, start, tuple(zip(needed, labels, strict=True)))
            yield cell
            if isinstance(fraga.indikator, Fordelning):
                yield cell.without(fraga.indikator.over)


def lattice_of(con: duckdb.DuckDBPyConnection, ind: Indikator, regel: Regel) -> Lattice:
    """All the cells of an indicator that the public could ask for."""
    return build(con, ind, lambda counts: why_hidden(as_row(counts), regel) is not None)


def solved(
    con: duckdb.DuckDBPyConnection, ind: Indikator, regel: Regel, published: Published | None = None
) -> Protection:
    """What is hidden of an indicator on a database: its small counts, and what would give them away."""
    lattice = lattice_of(con, ind, regel)
    earlier = published or Published()
    small = {
        c for c, n in lattice.cells.items() if why_hidden(as_row(n), regel) or earlier.hides(c, n, regel)
    }
    could = [c for c in lattice.cells if c not in small and lattice.shape.shows(c)]
    same: dict[tuple[int, ...], list[Cell]] = {}
    for cell in could:
        same.setdefault(tuple(lattice.parts[cell]), []).append(cell)
    order = sorted(range(len(same)), key=lambda i: -sum(lattice.cells[list(same.values())[i][0]]))
    hidden: Iterable[bool] = ()
    if small and same:
        hidden = changed(problems(lattice, same, small, regel, earlier), order).tolist()
    away = {c for cells, gone in zip(same.values(), hidden, strict=False) if gone for c in cells}
    return Protection(lattice.shape, {c: SKYDD for c in lattice.cells if c in small or c in away})


def problems(
    lattice: Lattice,
    same: Mapping[tuple[int, ...], list[Cell]],
    small: set[Cell],
    regel: Regel,
    published: Published,
) -> list[Problem]:
    """One problem per count of a cell: what must be able to be large."""
    atoms = len(lattice.atoms)
    width = len(next(iter(lattice.atoms)))
    places = range(min(width, 2))
    cells = matrix(list(same), atoms)
    worth = np.array([float(len(alike)) for alike in same.values()])
    found = []
    for place in places:
        least: dict[tuple[int, ...], int] = {}
        for c in small:
            counts, parts = lattice.cells[c], tuple(lattice.parts[c])
            wanted = max(asks(counts, place, regel), published.must_reach(c, counts, place, regel))
            if wanted:
                least[parts] = max(wanted, least.get(parts, 0))
        asked = [(row, n) for n in set(least.values()) for row in smallest(r for r in least if least[r] >= n)]
        there = smallest(
            tuple(lattice.parts[c])
            for c, n in lattice.cells.items()
            if lattice.shape.shows(c) and n[place] and (width == 1 or not n[1 - place])
        )
        found.append(
            Problem(
                true=np.array([n[place] for n in lattice.atoms], float),
                cells=cells,
                worth=worth,
                asked=matrix([row for row, _ in asked], atoms),
                least=np.array([n for _, n in asked], float),
                there=matrix(there, atoms),
            )
        )
    return found


def asks(counts: Counts, place: int, regel: Regel) -> int:
    """How large a count of a small cell must be able to be; 0 where it need not be protected."""
    n, other = counts[place], sum(counts[:2]) - counts[place] if len(counts) > 1 else 0
    least = regel.minsta_antal if 0 < n < regel.minsta_antal else 0
    if len(counts) > 1 and 0 < n + other < regel.minsta_underlag and n >= other:
        return max(least, regel.minsta_underlag - other)
    return least


def whole(fraga: Fraga) -> Fraga:
    """The question without its interval, by which the public's answers are computed and then cut."""
    return replace(fraga, urval=replace(fraga.urval, fran=None, till=None))


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


def regel_for(ind: Indikator, viewer: Viewer) -> Regel | None:
    """The rule by which the whole lattice of an indicator is solved for a viewer, or None where it is not."""
    regel = REGLER[viewer].get(ind.tabell, Regel())
    solve = viewer is Viewer.PUBLIK and isinstance(ind, LATTICE_KINDS) and regel != Regel()
    return regel if solve else None
