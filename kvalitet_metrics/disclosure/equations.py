"""The lattice as equations: which sums of atoms the public could see, and which they must not tell of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from kvalitet_metrics.disclosure.atoms import PART
from kvalitet_metrics.disclosure.gate import Regel, Row, is_small
from kvalitet_metrics.disclosure.lattice import ALWAYS, Counts, Filled, Lattice, keys_of
from kvalitet_metrics.disclosure.published import Published
from kvalitet_metrics.disclosure.solve import Problem, matrix, smallest

MOST_MOVED = 2_500
"""With more atoms than this the rest are taken to be known, but for some in each small count."""

YEARS = 100
"""How many times more a figure of a year as a whole is worth than another."""

Asked = tuple[int, tuple[int, ...], int]
"""A cell, which of its two sums (numerator or count 0, rest 1) together, and what they must be able to be."""


@dataclass(frozen=True)
class Equations:
    """Cells are numbered through all tables of the lattice, in order.

    starts: the number of the first cell of each table. small: which cells are not shown for their own sake.
    same: cell → its number in the problem, where cells that are sums of the same atoms have the same.
    """

    problem: Problem
    starts: np.ndarray
    small: np.ndarray
    same: np.ndarray


def equations(lattice: Lattice, regel: Regel, published: Mapping[str, Published]) -> Equations:
    """The equations of a lattice by a rule, with what has been published of each indicator (by id)."""
    starts = np.cumsum([0, *map(len, lattice.tables)])
    small = np.zeros(starts[-1], bool)
    asked: list[Asked] = []
    for start, filled in zip(starts.tolist(), lattice.tables, strict=False):
        earlier = published.get(filled.way.ind.id, Published())
        for number, cell in enumerate(filled.cells, start):
            counts = filled.counts_of(number - start)
            if is_small(as_row(counts), regel) or earlier.hides(cell, counts, regel):
                small[number] = True
                asked += [(number, sums, least) for sums, least in asks(counts, regel)]
                for place in range(min(len(counts), 2)):
                    if least := earlier.must_reach(cell, counts, place, regel):
                        asked.append((number, (place,), least))
    sums, true = sums_of(lattice, starts)
    needed = [row for cell, of, _ in asked for row in rows_of(cell, of)]
    seen = np.repeat([lattice.shows(filled) for filled in lattice.tables], np.diff(starts))
    sums, true, known = moved(sums, true, needed, np.repeat(seen, 2))
    prices = np.repeat([worth_of(filled) for filled in lattice.tables], np.diff(starts))
    problem, same = problem_of(sums, true, known, asked, seen, small, prices)
    return Equations(problem, starts, small, same)


def asks(counts: Counts, regel: Regel) -> Iterator[tuple[tuple[int, ...], int]]:
    """Which sums of a small cell must be able to be how large, for nobody to be pointed out."""
    two = counts[:2]
    for place, n in enumerate(two):
        if 0 < n < regel.minsta_antal:
            yield (place,), regel.minsta_antal
    if len(two) > 1 and 0 < sum(two) < regel.minsta_underlag:
        yield (0, 1), regel.minsta_underlag
    elif len(two) > 1 and 0 in two and sum(two) < regel.minsta_underlag_for_alla:
        yield (two.index(0),), 1


def worth_of(filled: Filled) -> float:
    """What a cell of a table is worth: the fewer it has, the more each of them says; years most of all."""
    return float(1 / np.sqrt(1 + len(filled))) * (YEARS if filled.table in ALWAYS else 1)


def as_row(counts: Counts) -> Row:
    """Counts of a cell as the gate's rules read a row."""
    taljare, namnare = (counts[0], counts[2]) if len(counts) == 3 else (counts[0], None)
    return {"taljare": taljare, "namnare": namnare}


def rows_of(cell: int, sums: Sequence[int]) -> list[int]:
    """The rows of all sums that are those of a cell."""
    return [2 * cell + place for place in sums]


def sums_of(lattice: Lattice, starts: np.ndarray) -> tuple[csr_array, np.ndarray]:
    """Two rows per cell × the atoms that could be there, and how many there are of each in truth."""
    atoms = lattice.atoms.with_possible()
    possible = np.ones(len(atoms.table), bool)
    found: list[tuple[np.ndarray, np.ndarray]] = []
    for start, filled in zip(starts, lattice.tables, strict=False):
        keys = keys_of(atoms, filled.way, filled.table)
        place = np.minimum(np.searchsorted(filled.keys, keys), len(filled) - 1)
        there = keys == filled.keys[place] if len(filled) else np.zeros(len(keys), bool)
        if lattice.shows(filled):
            possible &= there | (keys < 0)  # a shown table says that there is nothing else
        rest = atoms.table[filled.way.column("place")].to_numpy() != PART
        number = np.flatnonzero(there)
        found.append((2 * (start + place[number]) + rest[number], number))
    rows, columns = (np.concatenate(part) for part in zip(*found, strict=True))
    sums = coo_array((np.ones(len(rows)), (rows, columns)), shape=(2 * starts[-1], len(possible))).tocsc()
    return sums[:, possible].tocsr(), atoms.table["n"].to_numpy(float)[possible]


def moved(
    sums: csr_array, true: np.ndarray, needed: Sequence[int], seen: np.ndarray
) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """The sums of fewer atoms, how many there are of each, and how much of each sum is of the others.

    Atoms that all needed and seen sums hold alike are one. Where they are still too many, some are taken to
    be known.
    """
    used = seen.copy()
    used[needed] = True
    alike = numbers_of_same(sums[used].T.tocsr())
    whole = np.bincount(alike, true)
    _, first = np.unique(alike, return_index=True)
    sums = sums.tocsc()[:, first].tocsr()
    if len(first) > MOST_MOVED:
        own = {int(a) for row in needed for a in sums.indices[sums.indptr[row] : sums.indptr[row + 1]][:2]}
        others = np.setdiff1d(np.random.default_rng(0).permutation(len(first)), list(own), assume_unique=True)
        kept = np.array([*own, *others[: max(0, MOST_MOVED - len(own))]], int)
        part = sums.tocsc()[:, kept].tocsr()
        return part, whole[kept], sums @ whole - part @ whole[kept]
    return sums, whole, np.zeros(sums.shape[0])


def numbers_of_same(rows: csr_array) -> np.ndarray:
    """A number per row that rows with the same columns share; told apart by sums of random numbers."""
    marks = np.random.default_rng(0).integers(-(2**62), 2**62, rows.shape[1])
    ones = csr_array((np.ones(rows.nnz, np.int64), rows.indices, rows.indptr), shape=rows.shape)
    return np.unique(ones @ marks, return_inverse=True)[1]


def problem_of(
    sums: csr_array,
    true: np.ndarray,
    known: np.ndarray,
    asked: Sequence[Asked],
    seen: np.ndarray,
    small: np.ndarray,
    prices: np.ndarray,
) -> tuple[Problem, np.ndarray]:
    """What is to be solved, and for each cell its number there, -1 where it is not to be shown."""

    def atoms_in(cell: int, of: Sequence[int]) -> tuple[int, ...]:
        parts = (sums.indices[sums.indptr[row] : sums.indptr[row + 1]] for row in rows_of(cell, of))
        return tuple(sorted(int(a) for part in parts for a in part))

    least: dict[tuple[int, ...], float] = {}
    for cell, of, wanted in asked:
        left = wanted - known[rows_of(cell, of)].sum()
        if (parts := atoms_in(cell, of)) and left > 0:
            least[parts] = max(left, least.get(parts, 0))
    goals = [(row, n) for n in {*least.values()} for row in smallest(r for r in least if least[r] >= n)]
    cells = np.flatnonzero(seen).tolist()
    there = smallest(atoms_in(c, (0, 1)) for c in cells if not known[rows_of(c, (0, 1))].any())
    same = np.full(len(seen), -1)
    could = np.flatnonzero(seen & ~small)
    of_row = numbers_of_same(sums).reshape(-1, 2)
    _, first, same[could] = np.unique(of_row[could], axis=0, return_index=True, return_inverse=True)
    worth = np.zeros(len(first))
    np.maximum.at(worth, same[could], prices[could])
    rows = np.column_stack([2 * could[first], 2 * could[first] + 1]).ravel()
    filled = np.diff(sums.indptr)[rows] > 0
    problem = Problem(
        true=true,
        sums=sums[rows[filled]],
        of=np.repeat(np.arange(len(first)), 2)[filled],
        worth=worth,
        asked=matrix([row for row, _ in goals], len(true)),
        least=np.array([n for _, n in goals], float),
        there=matrix(there, len(true)),
    )
    return problem, same
