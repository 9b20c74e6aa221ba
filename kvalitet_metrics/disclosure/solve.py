"""Which cells can be shown so that no small count can be worked out from all that is shown together.

Pure functions of numbers. A cell has one or two counts (for a share: those in the numerator and the rest) and
is the sum of some atoms. Somebody who wants to know solves equations: every shown cell is a sum of unknown
atoms. So other worlds are made, in which the atoms are others: each small count is large enough in at least
one of them, and a cell is shown where it is the same in all. Nobody can tell the worlds from the true one by
what is shown, and so no small count can be bounded within the protected range.

A world is the solution of a linear program: the counts that it must make large, at the least harm, which is
the sum over the cells of how much they change, weighted by what they are worth. Cells that are hidden already
cost nothing. A row that is seen, though hidden, says that there is something: so it is in every world.

Sources: Hundepool et al., Statistical Disclosure Control (Wiley 2012), ch. 4; Fischetti & Salazar, Math
Program 2001;89:283–306 (the attacker's programs); Candès, Wakin & Boyd, J Fourier Anal Appl 2008;14:877–905
(weights that make the changed cells few).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, eye_array, hstack, vstack

Key = Any
"""What a cell is called: anything that can be a key."""
Counts = tuple[int, ...]

EXACT = 1e-6
"""How near a solution must be to what it should be."""
MOST_WORK = 1_000_000
"""Coefficients of all programs together; when they are spent, the tables that are left are not shown."""
FEWEST = 1_000
"""What the smallest program costs, in coefficients."""
MOST_WORK_AGAIN = MOST_WORK // 25
"""Those of them that are spent on showing again what one table has hidden."""
MOST_HIDDEN = 1 / 2
"""A table where more of the harmless cells than this would have to be hidden is not shown at all."""
MOST_HIDDEN_OF_ALL = 1 / 4
"""The same for all tables so far together."""
REWARDS = (0.5, 2.0, 16.0, 1e4)
"""How much harm a small count may cost per unit, one round after another, before each is demanded."""


@dataclass(frozen=True)
class Problem:
    """Sums of atoms in one count. Rows of the matrices are cells, columns are atoms.

    true: the atoms as they are. cells: those that could be shown. asked: those to protect, each with the
    least that it must be able to be. there: those that are known to hold something.
    """

    true: np.ndarray
    cells: csr_array
    asked: csr_array
    least: np.ndarray
    there: csr_array

    def size(self, goal: np.ndarray, cells: np.ndarray) -> int:
        """What the program about these goals and cells costs, in coefficients."""
        return FEWEST + int(self.cells[cells].nnz + self.asked[goal].nnz + self.there.nnz)


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


@dataclass(frozen=True)
class Table:
    """One table to show or not: its harmless cells, by number. needed: it is shown whatever it lacks."""

    cells: list[int]
    needed: bool = False


class Release:
    """Shows the cells of one table after another, the coarsest first, and takes nothing back.

    shown: which cells are shown, as a boolean per cell. refused: the numbers of the tables that are not.
    For each problem some worlds are kept that are alike in all shown cells and together make every asked
    count large: most of them prove the next table as well.
    """

    def __init__(self, problems: Sequence[Problem], tables: Sequence[Table]):
        self.problems = problems
        size = problems[0].cells.shape[0]
        self.shown, self.decided = np.zeros(size, bool), np.zeros(size, bool)
        self.refused: set[int] = set()
        self.work = self.lost = self.harmless = 0
        self.doubtful: list[list[int]] = [[] for _ in problems]
        self.found: list[list[np.ndarray]] = [[] for _ in problems]
        for number, table in enumerate(tables):
            if not self.show_table(table):
                self.refused.add(number)

    def show_table(self, table: Table) -> bool:
        """Show what can be shown of a table; False, with nothing changed, where that is too little."""
        cells = np.array(table.cells, int)
        new = cells[~self.decided[cells]]
        before = self.shown.copy(), self.found
        self.show(new)
        lost = int((~self.shown[cells]).sum())
        much = lost > MOST_HIDDEN * len(cells)
        much |= self.lost + lost > MOST_HIDDEN_OF_ALL * (self.harmless + len(cells))
        if lost and much and not table.needed:
            self.shown, self.found = before
            return False
        self.lost, self.harmless = self.lost + lost, self.harmless + len(cells)
        self.decided[new] = True
        return True

    def show(self, new: np.ndarray) -> None:
        """Show all of the cells; else those that are alike in worlds of the least harm, and some more."""
        if not len(new) or self.work > MOST_WORK or self.try_to_show(new):
            return
        hidden = self.spread(new)
        until = self.work + MOST_WORK_AGAIN
        for half in np.array_split(hidden, 2) if len(hidden) > 1 else [hidden]:
            self.again(half, until)

    def again(self, cells: np.ndarray, until: int) -> None:
        """Show as many of the hidden cells as is safe: all, else of each half what is."""
        if not len(cells) or self.work > until or self.try_to_show(cells) or len(cells) == 1:
            return
        for half in np.array_split(cells, 2):
            self.again(half, until)

    def spread(self, new: np.ndarray) -> np.ndarray:
        """Hide so many of the new cells that other worlds fit, and show the rest; the hidden ones."""
        harm = np.zeros(len(self.shown))
        harm[new] = 1.0
        found = []
        for problem in self.problems:
            found.append(self.worlds(problem, harm))
            for one in found[-1]:
                harm[differs(problem, one)] = 0.0
        self.found = found
        self.shown[new[harm[new] > 0]] = True
        return new[harm[new] == 0]

    def worlds(self, problem: Problem, harm: np.ndarray) -> list[np.ndarray]:
        """Worlds that together make every asked count large: first what costs little, at last one each."""
        found: list[np.ndarray] = []
        harm = harm.copy()
        left = self.small(problem, np.arange(problem.asked.shape[0]), problem.true)
        for reward in (*REWARDS, None):
            while len(left):
                x = self.world(problem, left if reward else left[:1], harm, reward)
                reached = np.setdiff1d(left, self.small(problem, left, x))
                if not len(reached):
                    break
                change = np.abs(problem.cells @ (x - problem.true))
                other = self.world(problem, reached, harm / (change + 1), None)
                best = min((x, other), key=lambda w: harm[differs(problem, w)].sum())
                found.append(best)
                harm[differs(problem, best)] = 0.0
                left = self.small(problem, left, best)
        return found

    def try_to_show(self, new: np.ndarray) -> bool:
        """Show the cells where there are worlds that prove it safe."""
        proofs = []
        for number, problem in enumerate(self.problems):
            proof = self.proof(number, problem, new)
            if proof is None:
                return False
            proofs.append(proof)
        self.found = proofs
        self.shown[new] = True
        return True

    def proof(self, number: int, problem: Problem, new: np.ndarray) -> list[np.ndarray] | None:
        """The kept worlds that agree in the new cells too and those that must be added; None where none do.

        The asked counts that have stopped others before are tried first.
        """
        rows = problem.cells[new]
        kept = [x for x in self.found[number] if (np.abs(rows @ (x - problem.true)) < EXACT).all()]
        left = np.arange(problem.asked.shape[0])
        for x in kept:
            left = self.small(problem, left, x)
        harm = np.zeros(len(self.shown))
        harm[new] = np.inf
        stops = self.doubtful[number]
        while len(left):
            first = [i for i in stops if i in left][:1]
            for goal in [np.array(first)] if first else [left, left[:1]]:
                x = self.world(problem, goal, harm, 1.0)
                if len(self.small(problem, goal, x)) < len(goal):
                    break
            else:
                one = first[0] if first else int(left[0])
                self.doubtful[number] = [one, *(i for i in stops if i != one)]
                return None
            kept.append(x)
            left = self.small(problem, left, x)
        return kept

    def small(self, problem: Problem, asked: np.ndarray, world: np.ndarray) -> np.ndarray:
        """Those of the asked counts that are not large enough in a world."""
        return asked[problem.asked[asked] @ world < problem.least[asked] - EXACT]

    def world(self, problem: Problem, goal: np.ndarray, harm: np.ndarray, reward: float | None) -> np.ndarray:
        """The atoms at the least harm, alike in all shown cells.

        harm: what a change of each cell costs, infinite where it must not change. reward: what a unit of each
        goal is worth; None where all must be reached.
        """
        fixed, soft = self.shown | np.isinf(harm), ~self.shown & (harm > 0) & np.isfinite(harm)
        self.work += problem.size(goal, fixed | soft)
        return world(problem, goal, fixed, np.where(soft, harm, 0.0), reward)


def differs(problem: Problem, world: np.ndarray) -> np.ndarray:
    """The cells that are not what they are in truth."""
    return np.abs(problem.cells @ (world - problem.true)) > EXACT


def world(
    problem: Problem, goal: np.ndarray, fixed: np.ndarray, harm: np.ndarray, reward: float | None
) -> np.ndarray:
    """The linear program. fixed: the cells that are as in truth; harm: what a change of each other costs."""
    soft = harm > 0
    same, cells = problem.cells[fixed], problem.cells[soft]
    atoms, n, g = len(problem.true), cells.shape[0], len(goal)
    y = g if reward is not None else 0
    asked, least = problem.asked[goal], problem.least[goal]
    up = eye_array(n)
    equal = vstack(
        [
            hstack([same, csr_array((same.shape[0], 2 * n + y))]),
            hstack([cells, -up, up, csr_array((n, y))]),
        ]
    )
    parts = [hstack([-asked, csr_array((g, 2 * n)), *([eye_array(g)] * bool(y))])]
    limits = [np.zeros(g) if y else -least]
    if problem.there.shape[0]:
        m = problem.there.shape[0]
        parts.append(hstack([-problem.there, csr_array((m, 2 * n + y))]))
        limits.append(-np.ones(m))
    upper = np.concatenate([np.full(atoms + 2 * n, np.inf), least if y else []])
    solved = linprog(
        np.concatenate([np.zeros(atoms), harm[soft], harm[soft], np.full(y, -(reward or 0.0))]),
        A_ub=vstack(parts),
        b_ub=np.concatenate(limits),
        A_eq=equal,
        b_eq=np.concatenate([same @ problem.true, cells @ problem.true]),
        bounds=np.column_stack([np.zeros(len(upper)), upper]),
        method="highs",
    )
    if solved.x is None:
        raise RuntimeError(f"no world: {solved.message}")
    return solved.x[:atoms]
