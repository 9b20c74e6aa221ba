"""What the public may see of one indicator: the same cells hidden in every question that shows them.

Small counts are hidden (primary suppression), and so are the further cells that they could be worked out from
(complementary suppression), over all breakdowns, conditions and kinds of period at once. Whatever is not a
cell of the lattice is not shown: a free interval, a finer breakdown, an earlier version of a definition.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any

import duckdb
import numpy as np

from kvalitet_metrics.disclosure import solve
from kvalitet_metrics.disclosure.gate import REGLER, Regel, hide, is_small
from kvalitet_metrics.disclosure.lattice import (
    ALWAYS,
    DEEPEST,
    LATTICE_KINDS,
    Cell,
    Lattice,
    Shape,
    Table,
    build,
)
from kvalitet_metrics.disclosure.published import Published
from kvalitet_metrics.disclosure.solve import Counts, Problem, Release, matrix, smallest
from kvalitet_metrics.errors import NotShown
from kvalitet_metrics.indicators.compute import Fraga, breakdown
from kvalitet_metrics.indicators.definition import Fordelning, Indikator, Summaandel
from kvalitet_metrics.indicators.periods import label
from kvalitet_metrics.model import Periodslag, Viewer

Row = dict[str, Any]

FOR_FIN = (
    "Den här uppdelningen visas inte för allmänheten: för många av dess tal är små. Välj en längre period, "
    "eller dela upp mindre."
)
FRITT = "Allmänheten ser bara hela kalenderår, kvalitetsår, tertial, kvartal och månader, eller allt."
ANNAT = "Allmänheten kan bara fråga efter den gällande definitionen och dagens enheter."


@dataclass(frozen=True)
class Protection:
    """Which tables of an indicator may be asked for, and which cells are hidden."""

    shape: Shape
    hidden: frozenset[Cell]

    def apply(self, rows: Iterable[Row], fraga: Fraga) -> list[Row]:
        """The rows of an answer as the public sees them. Raises NotShown for what it may not ask.

        rows: of the question without its interval (`whole`), which is cut here to whole periods: whether
        there is a row for some days would tell of single records.
        """
        self.refuse(fraga)
        if fraga.period is Periodslag.TOTAL:
            rows = [row | self.whole_years() for row in rows]
        start, last = limits(fraga) or (None, None)
        return [
            hide(row) if self.hides(row, fraga) else shown(row)
            for row in rows
            if (start is None or row["period_start"] >= start) and (last is None or row["period_end"] <= last)
        ]

    def whole_years(self) -> Row:
        """The period of all rows about the whole: whole years, since the days are those of single records."""
        first, last = date(self.shape.years[0] or 1, 1, 1), date(self.shape.years[1] or 1, 12, 31)
        return {"period": label(Periodslag.TOTAL, first, last), "period_start": first, "period_end": last}

    def refuse(self, fraga: Fraga) -> None:
        """Raise NotShown for a question that is not answered, whatever its rows are."""
        if fraga.version is not None:
            raise NotShown(ANNAT)
        if fraga.period not in DEEPEST or (fraga.period is Periodslag.TOTAL and limits(fraga)):
            raise NotShown(FRITT)
        needed = self.shape.needed({*breakdown(fraga), *(c for c, _ in fraga.urval.where)})
        if not self.shape.is_shown(fraga.period, needed):
            raise NotShown(FOR_FIN)

    def hides(self, row: Row, fraga: Fraga) -> bool:
        """True where a row shows a hidden cell, is a sum that holds one, or is no cell at all."""
        if isinstance(fraga.indikator, Summaandel) and row["taljare"] is None and row["namnare"]:
            return True
        return any(c in self.hidden for c in self.cells(row, fraga))

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
    return build(con, ind, lambda counts: is_small(as_row(counts), regel))


def solved(
    con: duckdb.DuckDBPyConnection, ind: Indikator, regel: Regel, published: Published | None = None
) -> Protection:
    """What is hidden of an indicator on a database: its small counts, and what would give them away."""
    lattice = lattice_of(con, ind, regel)
    earlier = published or Published()
    small = {c for c, n in lattice.cells.items() if is_small(as_row(n), regel) or earlier.hides(c, n, regel)}
    same: dict[tuple[int, ...], int] = {}
    tables: dict[Table, list[int]] = {}
    for cell in lattice.cells:
        if cell not in small and lattice.shape.shows(cell):
            number = same.setdefault(tuple(lattice.parts[cell]), len(same))
            tables.setdefault(cell.table, []).append(number)
    if not small or not same:
        return Protection(lattice.shape, frozenset(small))
    order = sorted(tables, key=lambda table: size_of(table, tables))
    released = Release(
        problems(lattice, list(same), small, regel, earlier),
        [solve.Table(tables[table], table in ALWAYS) for table in order],
    )
    refused = {order[number] for number in released.refused}
    shape = replace(lattice.shape, hidden=lattice.shape.hidden | refused)
    away = {
        c
        for c in lattice.cells
        if c not in small and shape.shows(c) and not released.shown[same[tuple(lattice.parts[c])]]
    }
    return Protection(shape, frozenset(small | away))


def size_of(table: Table, tables: Mapping[Table, Sequence[int]]) -> tuple[int, int]:
    """What tables are ordered by: their cells; the whole comes after its years: trends are worth more."""
    slag, by = table
    years = len(tables.get((Periodslag.KALENDERAR, by), ()))
    return (max(years, len(tables[table])), 1) if slag is Periodslag.TOTAL else (len(tables[table]), 0)


def problems(
    lattice: Lattice,
    could: Sequence[tuple[int, ...]],
    small: set[Cell],
    regel: Regel,
    published: Published,
) -> list[Problem]:
    """One problem per count of a cell: what must be able to be large."""
    atoms = len(lattice.atoms)
    width = len(next(iter(lattice.atoms)))
    places = range(min(width, 2))
    cells = matrix(could, atoms)
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
