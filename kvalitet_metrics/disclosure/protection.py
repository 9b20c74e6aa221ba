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

from kvalitet_metrics.disclosure.equations import as_row, equations
from kvalitet_metrics.disclosure.gate import REGLER, Regel, hide, is_small
from kvalitet_metrics.disclosure.lattice import (
    ALWAYS,
    DEEPEST,
    LATTICE_KINDS,
    MOST_CELLS,
    Cell,
    Lattice,
    Shape,
    Table,
    build,
)
from kvalitet_metrics.disclosure.published import Published
from kvalitet_metrics.disclosure.solve import shown_cells
from kvalitet_metrics.errors import NotShown
from kvalitet_metrics.indicators.compute import Fraga, breakdown
from kvalitet_metrics.indicators.definition import Fordelning, Indikator, Summaandel
from kvalitet_metrics.indicators.periods import label
from kvalitet_metrics.model import Periodslag, Viewer

Row = dict[str, Any]

MOST_HIDDEN = 1 / 2
"""A table where more of the harmless cells than this would have to be hidden is not shown at all."""

FOR_FIN = (
    "Den här uppdelningen visas inte för allmänheten: för många av dess tal är små. Välj en längre period, "
    "eller dela upp mindre."
)
FRITT = "Allmänheten ser bara hela kalenderår, kvalitetsår och tertial, eller allt."
PAR = (
    "Allmänheten kan dela upp på två sätt samtidigt bara när ett av dem är kön, enhet, avdelning eller "
    "förvaltning."
)
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
        if not self.shape.fits(needed):
            raise NotShown(PAR)
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


def lattice_of(
    con: duckdb.DuckDBPyConnection, inds: Sequence[Indikator], regel: Regel, most_cells: int = MOST_CELLS
) -> Lattice:
    """All the cells of indicators of one record table that the public could ask for."""
    return build(con, inds, lambda counts: is_small(as_row(counts), regel), most_cells)


def solved(
    con: duckdb.DuckDBPyConnection,
    inds: Sequence[Indikator],
    regel: Regel,
    published: Mapping[str, Published] | None = None,
) -> dict[str, Protection]:
    """What is hidden of all indicators of a record table: small counts, and what would give them away.

    published: what has been published of each, by its id. Where it takes too much work to find out, the
    finest tables are left out, and at last all is hidden.
    """
    for most_cells in (MOST_CELLS, MOST_CELLS // 3, MOST_CELLS // 10):
        lattice = lattice_of(con, inds, regel, most_cells)
        found = equations(lattice, regel, published or {})
        if (shown := shown_cells(found.problem)) is not None:
            break
    else:
        shown = np.zeros(len(found.problem.worth), bool)
    shown = np.append(shown, False)[found.same]  # what cannot be shown has the number -1
    refused: dict[str, set[Table]] = {ind.id: set() for ind in inds}
    hidden: dict[str, set[Cell]] = {ind.id: set() for ind in inds}
    for number, filled in enumerate(lattice.tables):
        own = slice(found.starts[number], found.starts[number + 1])
        harmless = ~found.small[own]
        lost = harmless & ~shown[own]
        if filled.table not in ALWAYS and lost.sum() > MOST_HIDDEN * harmless.sum():
            refused[filled.way.ind.id].add(filled.table)
        hidden[filled.way.ind.id] |= {filled.cells[place] for place in np.flatnonzero(~shown[own])}
    return {
        id_: Protection(replace(shape, hidden=shape.hidden | refused[id_]), frozenset(hidden[id_]))
        for id_, shape in lattice.shapes.items()
    }


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


def regel_for(ind: Indikator, viewer: Viewer) -> Regel | None:
    """The rule by which the whole lattice of an indicator is solved for a viewer, or None where it is not."""
    regel = REGLER[viewer].get(ind.tabell, Regel())
    solve = viewer is Viewer.PUBLIK and isinstance(ind, LATTICE_KINDS) and regel != Regel()
    return regel if solve else None
