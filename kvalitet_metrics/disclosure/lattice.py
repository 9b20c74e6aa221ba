"""All the cells that a viewer can ask of one indicator, what they are made of, and how they add up.

A cell is a period of some kind and the values of some columns, whether they were asked for as a breakdown
or as a condition: `--by kon --where enhet=Norr` and `--by enhet,kon` show the same cells. All are sums of
atoms: a month and a value in every column. Whoever sees the tables does not know which atoms are empty, so
all count that no shown table says are: only then is what is worked out of the tables what anybody could.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, product
from typing import Any

import duckdb

from kvalitet_metrics.disclosure.solve import Counts
from kvalitet_metrics.indicators import periods
from kvalitet_metrics.indicators.compiler import compile_query
from kvalitet_metrics.indicators.definition import Andel, Antal, Fordelning, Indikator, Summaandel, Tid
from kvalitet_metrics.model import Periodslag

Row = dict[str, Any]
Columns = tuple[str, ...]
Table = tuple[Periodslag, Columns]

DEEPEST = {
    Periodslag.TOTAL: 2,
    Periodslag.KALENDERAR: 2,
    Periodslag.KVALITETSAR: 1,
    Periodslag.TERTIAL: 1,
    Periodslag.KVARTAL: 1,
    Periodslag.MANAD: 1,
}
"""Kinds of period whose figures are sums of months, and how many columns each may be divided by at once.

Columns that follow from another are not counted. What cannot be asked for need not be protected by hiding.
"""
MOST_COLUMNS = max(DEEPEST.values())
MOST_CELLS = 4_000
"""Where two columns would give more cells than this, only one at a time is shown."""
MOST_ATOMS = 8_000
"""With more possible atoms than this, those without records are taken to be known as empty."""
SPARSE = 0.4
"""A table where more of the cells than this are small is not tried: too much else would have to be hidden."""

LATTICE_KINDS = (Andel, Summaandel, Antal, Fordelning, Tid)
"""Kinds whose counts add up. Reported values do not: each stands for itself."""

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
    """Which tables there are.

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

    def is_shown(self, slag: Periodslag, columns: Columns) -> bool:
        """True where the table may be asked for: it is not too fine, and enough of it can be shown."""
        return len(columns) <= DEEPEST.get(slag, -1) and (slag, columns) not in self.hidden

    def shows(self, cell: "Cell") -> bool:
        """True where the table of a cell is shown."""
        return self.is_shown(*cell.table)


@dataclass(frozen=True)
class Atom:
    """The first day of the first and of the last month of some records, and their value in every column."""

    first: date
    last: date
    labels: tuple[str | None, ...]

    def cell(self, slag: Periodslag, places: tuple[int, ...], names: Columns) -> Cell | None:
        """The cell of a table that the atom is a part of; None where it is about more than one period."""
        start = None if slag is Periodslag.TOTAL else period_start(slag, self.first)
        if start is not None and self.first != self.last and period_start(slag, self.last) != start:
            return None
        return Cell(slag, start, tuple((n, self.labels[i]) for n, i in zip(names, places, strict=True)))


@dataclass(frozen=True)
class Lattice:
    """The cells of all tables: their counts, and the atoms that each is the sum of."""

    shape: Shape
    atoms: list[Counts] = field(default_factory=list)
    parts: dict[Cell, list[int]] = field(default_factory=dict)
    cells: dict[Cell, Counts] = field(default_factory=dict)


def build(con: duckdb.DuckDBPyConnection, ind: Indikator, is_small: Callable[[Counts], bool]) -> Lattice:
    """The lattice of an indicator on a database; is_small says which counts may not be shown."""
    columns = tuple(c for c in ind.nedbrytningar if varies(con, ind, c))
    follows = {c: frozenset(b for b in columns if b != c and gives(con, ind, b, c)) for c in columns}
    lattice = Lattice(Shape(columns, follows, years(con, ind)))
    divisions: dict[str, dict[Atom, Counts]] = {}
    tables: dict[str, list[Table]] = defaultdict(list)
    hidden: set[Table] = set()
    for size in range(MOST_COLUMNS + 1):
        found: dict[Cell, Counts] = {}
        mine: list[tuple[str, Table]] = []
        for by in combinations(sorted(columns), size):
            if len(lattice.shape.needed(by)) < size:
                continue
            condition = ind.villkor(by)
            if condition not in divisions:
                divisions[condition] = atoms_of(con, ind, condition, columns)
            for slag in DEEPEST:
                cells = cells_of(divisions[condition], slag, by, columns)
                mine.append((condition, (slag, by)))
                fine = size > DEEPEST[slag]
                if fine or (
                    (slag, by) not in ALWAYS and sum(map(is_small, cells.values())) > SPARSE * len(cells)
                ):
                    hidden.add((slag, by))
                found |= cells
        if size > 1 and len(lattice.cells) + len(found) > MOST_CELLS:
            hidden |= {table for _, table in mine}
            break
        for condition, table in mine:
            tables[condition].append(table)
        lattice.cells.update(found)
    for condition, known in divisions.items():
        add_atoms(lattice, known, tables[condition], hidden)
    return replace(lattice, shape=replace(lattice.shape, hidden=frozenset(hidden)))


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


def atoms_of(
    con: duckdb.DuckDBPyConnection, ind: Indikator, condition: str, columns: Columns
) -> dict[Atom, Counts]:
    """The atoms that have records, of those that meet a condition, with their counts."""
    alike: dict[str, Any] = {"urval": condition}
    if isinstance(ind, Antal):
        alike |= {"delas": {}, "odelad": "TRUE"}
    query = compile_query(replace(ind, **alike), Periodslag.MANAD, columns)
    found: dict[Atom, Counts] = {}
    for values in con.execute(query.sql, query.params).fetchall():
        row = dict(zip(query.columns, values, strict=True))
        if counts := counts_of(row, ind):
            found[Atom(row["p0"], row.get("p1", row["p0"]), tuple(row[c] for c in columns))] = counts
    return found


def counts_of(row: Row, ind: Indikator) -> Counts | None:
    """What a row counts: numerator, rest and denominator of a share, else the one count; None for nothing."""
    if isinstance(ind, Andel | Summaandel):
        taljare, namnare = row["taljare"], row["namnare"]
        given = taljare is not None and namnare and 0 <= taljare <= namnare
        return (int(taljare), int(namnare - taljare), int(namnare)) if given else None
    n = row["namnare" if isinstance(ind, Tid) else "taljare"]
    over = isinstance(ind, Fordelning) and row[ind.over] is None
    return (int(n),) if n and not over else None


def cells_of(
    atoms: Mapping[Atom, Counts], slag: Periodslag, by: Columns, columns: Columns
) -> dict[Cell, Counts]:
    """The cells of one table with their counts."""
    places = tuple(columns.index(c) for c in by)
    table: dict[Cell, Counts] = {}
    for atom, counts in atoms.items():
        if cell := atom.cell(slag, places, by):
            have = table.get(cell)
            table[cell] = counts if have is None else tuple(map(sum, zip(have, counts, strict=True)))
    return table


def add_atoms(
    lattice: Lattice, known: Mapping[Atom, Counts], tables: list[Table], hidden: set[Table]
) -> None:
    """Note in the lattice of which atoms each cell is the sum, in place."""
    columns = lattice.shape.columns
    placed = [(slag, by, tuple(columns.index(c) for c in by)) for slag, by in tables]
    shown = [t for t in placed if (t[0], t[1]) not in hidden]
    nothing = (0,) * len(next(iter(known.values()), ()))
    for atom in possible(lattice.shape, known):
        if atom not in known and any(
            (cell := atom.cell(slag, places, by)) and cell not in lattice.cells for slag, by, places in shown
        ):
            continue  # a shown table says that there is nothing of it
        number = len(lattice.atoms)
        lattice.atoms.append(known.get(atom, nothing))
        for slag, by, places in placed:
            if (cell := atom.cell(slag, places, by)) and cell in lattice.cells:
                lattice.parts.setdefault(cell, []).append(number)


def possible(shape: Shape, known: Mapping[Atom, Counts]) -> Iterable[Atom]:
    """The atoms with records, and all other combinations of their months and labels, unless too many."""
    if not known:
        return []
    columns = shape.columns
    free = [columns.index(c) for c in shape.needed(columns)]
    whole = {tuple(a.labels[i] for i in free): a.labels for a in known}
    values = [sorted({a.labels[i] for a in known}, key=str) for i in free]
    months = sorted({a.first for a in known if a.first == a.last})
    size = len(months)
    for of_column in values:
        size *= len(of_column)
    if size > MOST_ATOMS:
        return known
    follows = {}
    for labels in whole.values():
        for place, column in enumerate(columns):
            for given in shape.follows[column]:
                follows[place, columns.index(given), labels[columns.index(given)]] = labels[place]
    return dict.fromkeys([*known, *combined(months, free, values, len(columns), follows)])


def combined(
    months: list[date],
    free: list[int],
    values: list[list[str | None]],
    width: int,
    follows: Mapping[tuple[int, int, str | None], str | None],
) -> Iterator[Atom]:
    """Every month with every combination of the free columns' values; the other columns follow from them."""
    for labels in product(*values):
        row: list[str | None] = [None] * width
        for place, value in zip(free, labels, strict=True):
            row[place] = value
        for place in set(range(width)) - set(free):
            row[place] = next((v for (p, g, of), v in follows.items() if p == place and row[g] == of), None)
        yield from (Atom(month, month, tuple(row)) for month in months)


def period_start(slag: Periodslag, day: date) -> date:
    """The first day of the period of a kind that a day lies in.

    >>> period_start(Periodslag.KVALITETSAR, date(2023, 8, 1))
    datetime.date(2022, 9, 1)
    >>> period_start(Periodslag.TERTIAL, date(2023, 8, 1))
    datetime.date(2023, 5, 1)
    """
    shift = 8 if slag is Periodslag.KVALITETSAR else 0
    months = day.year * 12 + day.month - 1 - shift
    months = months - months % periods.MONTHS[slag] + shift
    return date(months // 12, months % 12 + 1, 1)
