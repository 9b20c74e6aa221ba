"""All the cells that a viewer can ask of the indicators of one record table, and what they are made of.

A cell is a period of some kind and the values of some columns, whether they were asked for as a breakdown
or as a condition: `--by kon --where enhet=Norr` and `--by enhet,kon` show the same cells. All are sums of
atoms (atoms.py), and the atoms are the same for every indicator of the table: a complaint is one of the
opinions, and an investigation in time is one of those that took some days.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import combinations

import duckdb
import numpy as np

from kvalitet_metrics.disclosure.atoms import NOT, PART, Atoms, Way, atoms_of
from kvalitet_metrics.indicators import periods
from kvalitet_metrics.indicators.definition import Andel, Antal, Fordelning, Indikator, Summaandel, Tid
from kvalitet_metrics.model import Periodslag

Columns = tuple[str, ...]
Table = tuple[Periodslag, Columns]
Counts = tuple[int, ...]
"""Numerator, rest and denominator of a share, else the one count."""

DEEPEST = {
    Periodslag.TOTAL: 2,
    Periodslag.KALENDERAR: 2,
    Periodslag.KVALITETSAR: 1,
    Periodslag.TERTIAL: 1,
}
"""Kinds of period that the public may ask for, and how many columns each may be divided by at once.

They fit in each other: a year of either kind is three tertials. Columns that follow from another are not
counted. Two columns are only shown together where one of them is in PAIRED.
"""
PAIRED = frozenset({"kon", "enhet", "avdelning", "forvaltning"})
MOST_CELLS = 2_000
"""Cells of all indicators of a record table together; the tables with the most cells are not shown."""
SPARSE = 0.5
"""A table where more of the cells than this are small is not tried: too much else would have to be hidden."""

LATTICE_KINDS = (Andel, Summaandel, Antal, Fordelning, Tid)
"""Kinds whose counts add up. Reported values do not: each stands for itself."""
SHARES = (Andel, Summaandel)
"""Those of them that have a denominator besides what is counted."""

ALWAYS = tuple((slag, ()) for slag in (Periodslag.KALENDERAR, Periodslag.TOTAL, Periodslag.KVALITETSAR))
"""Tables that may be asked for however little of them is shown."""


@dataclass(frozen=True)
class Cell:
    """Kind of period, its first day (None for the whole), and column–value pairs in the order of names."""

    slag: Periodslag
    start: date | None
    labels: tuple[tuple[str, str | None], ...] = ()

    @property
    def table(self) -> Table:
        """The table that it stands in."""
        return self.slag, tuple(name for name, _ in self.labels)

    def without(self, column: str) -> "Cell":
        """The cell that this one is a part of when the column is not asked for."""
        return replace(self, labels=tuple(par for par in self.labels if par[0] != column))


@dataclass(frozen=True)
class Shape:
    """Which tables there are of an indicator.

    columns: those that have more than one value. follows: column → the columns whose value gives its value,
    as an enhet gives its förvaltning. hidden: tables that are not shown. years: the first and the last.
    """

    columns: Columns
    follows: Mapping[str, frozenset[str]]
    years: tuple[int, int]
    hidden: frozenset[Table] = frozenset()

    def needed(self, asked: Iterable[str]) -> Columns:
        """The columns that say which cell is meant, in order: those that vary and follow from no other."""
        given = set(asked)
        left = [c for c in self.columns if c in given]
        for column in list(left):
            if self.follows[column] & {c for c in left if c != column}:
                left.remove(column)
        return tuple(sorted(left))

    def divisions(self) -> Iterator[Columns]:
        """All columns that may be asked for at once, and none of which follows from another."""
        for size in range(max(DEEPEST.values()) + 1):
            for by in combinations(sorted(self.columns), size):
                if len(self.needed(by)) == size and self.fits(by):
                    yield by

    def fits(self, columns: Columns) -> bool:
        """True where columns may be asked for together."""
        return len(columns) < 2 or not PAIRED.isdisjoint(columns)

    def is_shown(self, slag: Periodslag, columns: Columns) -> bool:
        """True where the table may be asked for: it is not too fine, and enough of it can be shown."""
        return (
            len(columns) <= DEEPEST.get(slag, -1)
            and self.fits(columns)
            and (slag, columns) not in self.hidden
        )


@dataclass(frozen=True)
class Filled:
    """One table of an indicator with the counts of its cells.

    keys: a number per cell that says its period and labels, rising. counts: cells × numerator (or the one
    count) and rest.
    """

    way: Way
    table: Table
    keys: np.ndarray
    counts: np.ndarray
    values: Mapping[str, Sequence[str | None]]

    def __len__(self) -> int:
        return len(self.keys)

    def counts_of(self, place: int) -> Counts:
        """The counts of the cell in a place."""
        part, rest = (int(n) for n in self.counts[place])
        return (part, rest, part + rest) if isinstance(self.way.ind, SHARES) else (part,)

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells in the order of their keys."""
        slag, by = self.table
        found = []
        for key in self.keys.tolist():
            labels: list[tuple[str, str | None]] = []
            for column in reversed(by):
                of_column = self.values[self.way.label(column)]
                key, place = divmod(key, len(of_column))
                labels.insert(0, (column, of_column[place]))
            start = None if slag is Periodslag.TOTAL else date(key // 12, key % 12 + 1, 1)
            found.append(Cell(slag, start, tuple(labels)))
        return found


@dataclass(frozen=True)
class Lattice:
    """The atoms of a record table, and of each indicator (by id) its shape and its filled tables."""

    atoms: Atoms
    shapes: dict[str, Shape] = field(default_factory=dict)
    tables: list[Filled] = field(default_factory=list)

    def shows(self, filled: Filled) -> bool:
        """True where a table may be asked for."""
        return self.shapes[filled.way.ind.id].is_shown(*filled.table)

    def counts(self, id_: str) -> dict[Cell, Counts]:
        """The counts of all cells of an indicator."""
        own = (f for f in self.tables if f.way.ind.id == id_)
        return {cell: f.counts_of(place) for f in own for place, cell in enumerate(f.cells)}


def build(
    con: duckdb.DuckDBPyConnection,
    inds: Sequence[Indikator],
    is_small: Callable[[Counts], bool],
    most_cells: int = MOST_CELLS,
) -> Lattice:
    """The lattice of the indicators of a record table; is_small says which counts may not be shown."""
    shapes = {ind.id: shape_of(con, ind) for ind in inds}
    ways: dict[tuple[str, str], Way] = {}
    asked: list[tuple[Way, Table]] = []
    for ind in inds:
        for by in shapes[ind.id].divisions():
            condition = ind.villkor(by)
            way = ways.setdefault((ind.id, condition), Way(ind, condition, len(ways)))
            asked += [(way, (slag, by)) for slag in DEEPEST]
    atoms = atoms_of(con, [*ways.values()])
    tables: list[Filled] = []
    hidden: dict[str, set[Table]] = {ind.id: set() for ind in inds}
    left = most_cells
    for one in sorted((filled(atoms, *table) for table in asked), key=len):
        left -= len(one)
        few = sum(is_small(one.counts_of(place)) for place in range(len(one)))
        fine = len(one.table[1]) > DEEPEST[one.table[0]]
        if left < 0 or fine or (one.table not in ALWAYS and few > SPARSE * len(one)):
            hidden[one.way.ind.id].add(one.table)
        if left >= 0:
            tables.append(one)
    for ind in inds:
        shapes[ind.id] = replace(shapes[ind.id], hidden=frozenset(hidden[ind.id]))
    return Lattice(atoms, shapes, tables)


def shape_of(con: duckdb.DuckDBPyConnection, ind: Indikator) -> Shape:
    """The shape of an indicator on a database, with no table hidden."""
    columns = tuple(c for c in ind.nedbrytningar if varies(con, ind, c))
    follows = {c: frozenset(b for b in columns if b != c and gives(con, ind, b, c)) for c in columns}
    return Shape(columns, follows, years(con, ind))


def varies(con: duckdb.DuckDBPyConnection, ind: Indikator, column: str) -> bool:
    """True where the indicator's records have more than one value in the column, none being one."""
    sql = f"SELECT DISTINCT {column} FROM {ind.relation} r WHERE {ind.urval} LIMIT 2"
    return len(con.execute(sql).fetchall()) > 1


def gives(con: duckdb.DuckDBPyConnection, ind: Indikator, column: str, other: str) -> bool:
    """True where records with the same value in one column always have the same in the other."""
    return not con.execute(
        f"""SELECT 1 FROM {ind.relation} r WHERE {ind.urval}
            GROUP BY {column} HAVING count(DISTINCT coalesce(CAST({other} AS VARCHAR), '')) > 1 LIMIT 1"""
    ).fetchall()


def years(con: duckdb.DuckDBPyConnection, ind: Indikator) -> tuple[int, int]:
    """The calendar years of the first and the last record."""
    start, last = ind.datum
    ends = f"year(min({start})), year(max(coalesce({last}, {start})))"
    found = con.execute(f"SELECT {ends} FROM {ind.relation} r WHERE {ind.urval}").fetchall()
    return found[0][0] or 0, found[0][1] or 0


def filled(atoms: Atoms, way: Way, table: Table) -> Filled:
    """A table with the counts of its cells, of the atoms that there are."""
    keys = keys_of(atoms, way, table)
    there = keys >= 0
    found, cell = np.unique(keys[there], return_inverse=True)
    counts = np.zeros((len(found), 2))
    place = atoms.table[way.column("place")].to_numpy()[there]
    np.add.at(counts, (cell, np.where(place == PART, 0, 1)), atoms.table["n"].to_numpy()[there])
    return Filled(way, table, found, counts, atoms.values)


def keys_of(atoms: Atoms, way: Way, table: Table) -> np.ndarray:
    """The key of the cell that each atom is a part of; -1 where none is, or it is about several periods."""
    slag, by = table
    first, last = (period_start(slag, atoms.table[way.column(p)].to_numpy()) for p in ("p0", "p1"))
    there = (atoms.table[way.column("place")].to_numpy() != NOT) & (first == last)
    key = first.astype(np.int64)
    for column in by:
        label = way.label(column)
        key = key * len(atoms.values[label]) + atoms.table[label].to_numpy()
    return np.where(there, key, -1)


def period_start(slag: Periodslag, months: np.ndarray) -> np.ndarray:
    """The first month of the period of a kind that each month lies in; months are years × 12 + month − 1.

    >>> period_start(Periodslag.KVALITETSAR, np.array([2023 * 12 + 7])) == 2022 * 12 + 8
    array([ True])
    """
    if slag is Periodslag.TOTAL:
        return np.zeros_like(months)
    shift = 8 if slag is Periodslag.KVALITETSAR else 0
    return months - (months - shift) % periods.MONTHS[slag]
