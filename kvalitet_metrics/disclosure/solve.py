"""Which cells can be shown so that no small count can be worked out from all that is shown together.

Pure functions of numbers. A cell has one or two counts (for a share: those in the numerator and the rest) and
is the sum of some atoms. Somebody who wants to know solves equations: every shown cell is a sum of unknown
atoms. So other worlds are made, in which the atoms are others: each small count is large enough in at least
one of them, and a cell is shown where it is the same in all. Nobody can tell the worlds from the true one by
what is shown, and so no small count can be bounded within the protected range.

A world is the solution of a linear program: one count made large, at the least harm, which is the sum over
the cells of how much they change, weighted by what they are worth. Cells that are hidden already cost
nothing, so the later worlds keep to those. A row that is seen, though hidden, says that there is something:
so it is in every world.

Sources: Hundepool et al., Statistical Disclosure Control (Wiley 2012), ch. 4; Fischetti & Salazar, Math
Program 2001;89:283–306 (the attacker's programs); Kelly, Golden & Assad, Networks 1992;22:397–417 (one small
cell after another); Candès, Wakin & Boyd, J Fourier Anal Appl 2008;14:877–905 (weights that make the changed
cells few).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from scipy.sparse import csr_array, eye_array, hstack, vstack

EXACT = 1e-6
"""How near a solution must be to what it should be."""
MOST_WORK = 60_000_000
"""Steps of the simplex method times sums, for one problem; with more it is given up."""


@dataclass(frozen=True)
class Problem:
    """Sums of atoms. Rows of the matrices are sums, columns are atoms.

    true: the atoms as they are. sums: those that could be shown. of: which cell each of them is a count of.
    worth: what each cell is worth to whoever sees it. asked: those to protect, each with the least that it
    must be able to be. there: those that are known to hold something.
    """

    true: np.ndarray
    sums: csr_array
    of: np.ndarray
    worth: np.ndarray
    asked: csr_array
    least: np.ndarray
    there: csr_array

    def differs(self, world: np.ndarray) -> np.ndarray:
        """How much each cell is another than in truth, all its counts together; 0 where that is nothing."""
        changes = np.bincount(self.of, np.abs(self.sums @ (world - self.true)), len(self.worth))
        return np.where(changes > EXACT, changes, 0.0)

    def small(self, asked: np.ndarray, world: np.ndarray) -> np.ndarray:
        """Those of the asked counts that are not large enough in a world."""
        return asked[self.asked[asked] @ world < self.least[asked] - EXACT]


def shown_cells(problem: Problem, most_work: int = MOST_WORK) -> np.ndarray | None:
    """Which cells can be shown, as a boolean per cell; None where finding out takes too much work."""
    harm = problem.worth.copy()
    left = problem.small(np.arange(len(problem.least)), problem.true)
    if not len(left):
        return harm > 0
    program = Worlds(problem)
    while len(left):
        world = program.world(left[0], harm)
        changed = problem.differs(world)
        fewer = program.world(left[0], harm / (changed + 1))
        if program.work > most_work:
            return None
        found = min((world, changed), (fewer, problem.differs(fewer)), key=lambda w: harm[w[1] > 0].sum())
        harm[found[1] > 0] = 0.0
        left = problem.small(left, found[0])
    return harm > 0


class Worlds:
    """The linear program of a problem, kept from one world to the next: only its goal and prices change.

    Columns: the atoms, then how much each sum is over and under the truth. Rows: the sums, the goal, and
    what is there. work: steps of the simplex method so far, times sums.
    """

    def __init__(self, problem: Problem):
        self.problem, self.work = problem, 0
        self.goal: np.ndarray = np.zeros(0, int)
        count, atoms = problem.sums.shape
        there = problem.there.shape[0]
        apart = eye_array(count)
        rows = [hstack([problem.sums, -apart, apart]), csr_array((1, atoms + 2 * count))]
        rows += [hstack([problem.there, csr_array((there, 2 * count))])] if there else []
        matrix = vstack(rows).tocsc()
        truth = problem.sums @ problem.true
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = matrix.shape
        model.col_cost_ = model.col_lower_ = np.zeros(matrix.shape[1])
        model.col_upper_ = np.full(matrix.shape[1], np.inf)
        model.row_lower_ = np.concatenate([truth, [0.0], np.ones(there)])
        model.row_upper_ = np.concatenate([truth, np.full(1 + there, np.inf)])
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
        model.a_matrix_.value_ = matrix.data
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.passModel(model)
        self.free = np.zeros(count, bool)

    def world(self, goal: int, harm: np.ndarray) -> np.ndarray:
        """The atoms at the least harm where one asked count is large; harm: what a change of a cell costs."""
        price = harm[self.problem.of]
        count, atoms = self.problem.sums.shape
        apart = np.arange(atoms, atoms + 2 * count, dtype=np.int32)
        self.solver.changeColsCost(len(apart), apart, np.concatenate([price, price]))
        for row in np.flatnonzero((price == 0) & ~self.free).tolist():
            self.solver.changeRowBounds(row, -np.inf, np.inf)
        self.free |= price == 0
        asked = self.problem.asked
        for atom in self.goal.tolist():
            self.solver.changeCoeff(count, atom, 0.0)
        self.goal = asked.indices[asked.indptr[goal] : asked.indptr[goal + 1]]
        for atom in self.goal.tolist():
            self.solver.changeCoeff(count, atom, 1.0)
        self.solver.changeRowBounds(count, float(self.problem.least[goal]), np.inf)
        self.solver.run()
        self.work += int(self.solver.getInfo().simplex_iteration_count) * count
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"no world: {self.solver.modelStatusToString(self.solver.getModelStatus())}")
        return np.array(self.solver.getSolution().col_value)[:atoms]


def smallest(rows: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The sums that hold no other of the sums: what they must hold, the others hold as well.

    >>> smallest([(1, 2, 3), (2, 3), (4,), (3, 4)])
    [(4,), (2, 3)]
    """
    kept: dict[int, list[frozenset[int]]] = {}
    found = []
    for row in sorted(set(rows), key=len):
        own = frozenset(row)
        if not any(other <= own for atom in row for other in kept.get(atom, ())):
            found.append(row)
            for atom in row:
                kept.setdefault(atom, []).append(own)
    return found


def matrix(rows: Sequence[Sequence[int]], atoms: int) -> csr_array:
    """Cells × atoms: which atoms each cell is the sum of."""
    starts = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((a for row in rows for a in row), int, starts[-1])
    return csr_array((np.ones(len(places)), places, starts), shape=(len(rows), atoms))
