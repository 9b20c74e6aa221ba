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
MOST_WORK = 2_000_000
"""Coefficients of all programs together, spent once on finding worlds and once on showing more."""
REWARDS = (0.5, 1.0, 2.0, 4.0, 16.0, 1e4)
"""How much harm a small count may cost per unit, one round after another; the last asks for all."""


@dataclass(frozen=True)
class Problem:
    """Sums of atoms in one count. Rows of the matrices are cells, columns are atoms.

    true: the atoms as they are. cells: those that could be shown; worth: what each is worth. asked: those to
    protect, each with the least that it must be able to be. there: those that are known to hold something.
    """

    true: np.ndarray
    cells: csr_array
    worth: np.ndarray
    asked: csr_array
    least: np.ndarray
    there: csr_array

    @property
    def size(self) -> int:
        """Coefficients of a program."""
        return int(self.cells.nnz + self.asked.nnz + self.there.nnz)


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


def changed(problems: Sequence[Problem], order: Sequence[int]) -> np.ndarray:
    """Which of the cells must be hidden, as a boolean per cell: the same cells in all problems.

    order: the cells from the first to be shown to the last.
    """
    hidden = np.zeros(problems[0].cells.shape[0], bool)
    found = []
    for problem in problems:
        found.append(worlds(problem, hidden))
        for one in found[-1]:
            hidden |= differs(problem, one)
    again = Again(problems, found, hidden)
    again.show([c for c in order if hidden[c]])
    return again.hidden


class Again:
    """Shows hidden cells again while there are worlds that prove it safe: all, else of each half what is.

    The worlds of each problem are kept: most of them prove it again when the next cells are tried.
    """

    def __init__(self, problems: Sequence[Problem], found: list[list[np.ndarray]], hidden: np.ndarray):
        self.problems, self.found, self.hidden, self.work = problems, found, hidden, 0
        self.doubtful: list[list[int]] = [[] for _ in problems]
        """Per problem the asked cells that have stopped others from being shown, the latest first."""

    def show(self, cells: list[int]) -> None:
        """Show as many of the cells as is safe."""
        if not cells or self.work > MOST_WORK:
            return
        if (proof := self.proof(cells)) is not None:
            self.found = proof
            self.hidden[cells] = False
        elif len(cells) > 1:
            half = len(cells) // 2
            self.show(cells[:half])
            self.show(cells[half:])

    def proof(self, new: list[int]) -> list[list[np.ndarray]] | None:
        """Worlds that are the same in all shown cells and the new; None where a count cannot be large."""
        shown = ~self.hidden
        shown[new] = True
        proofs = []
        for number, problem in enumerate(self.problems):
            kept = self.worlds_with(number, problem, new, shown)
            if kept is None:
                return None
            proofs.append(kept)
        return proofs

    def worlds_with(
        self, number: int, problem: Problem, new: list[int], shown: np.ndarray
    ) -> list[np.ndarray] | None:
        """The worlds of one problem that agree in the new cells too, and those that must be added."""
        rows = problem.cells[new]
        kept = [x for x in self.found[number] if (np.abs(rows @ (x - problem.true)) < EXACT).all()]
        left = np.arange(problem.asked.shape[0])
        for x in kept:
            left = left[problem.asked[left] @ x < problem.least[left] - EXACT]
        stops = self.doubtful[number]
        while len(left):
            first = [i for i in stops if i in left][:1]
            for goal in [np.array(first)] if first else [left, left[:1]]:
                self.work += problem.size
                x = world(problem, goal, ~shown, 1.0, fixed=True)
                if (problem.asked[goal] @ x >= problem.least[goal] - EXACT).any():
                    break
            else:
                one = first[0] if first else int(left[0])
                self.doubtful[number] = [one, *(i for i in stops if i != one)]
                return None
            kept.append(x)
            left = left[problem.asked[left] @ x < problem.least[left] - EXACT]
        return kept


def differs(problem: Problem, world: np.ndarray) -> np.ndarray:
    """The cells that are not what they are in truth."""
    return np.abs(problem.cells @ (world - problem.true)) > EXACT


def worlds(problem: Problem, hidden: np.ndarray) -> list[np.ndarray]:
    """Worlds that together make every asked cell large enough. hidden: cells that cost nothing.

    First what costs little, then more; when the work is spent, all that is left at once.
    """
    found: list[np.ndarray] = []
    hidden = hidden.copy()
    left = np.flatnonzero(problem.asked @ problem.true < problem.least - EXACT)
    work = 0
    for reward in REWARDS:
        while len(left) and work < MOST_WORK:
            tried = world(problem, left, hidden, reward)
            work += 2 * problem.size
            reached = left[problem.asked[left] @ tried >= problem.least[left] - EXACT]
            if not len(reached):
                break
            found.append(fewest(problem, reached, hidden, tried))
            hidden |= differs(problem, found[-1])
            left = left[problem.asked[left] @ found[-1] < problem.least[left] - EXACT]
    if len(left):
        found.append(fewest(problem, left, hidden, world(problem, left, hidden, None)))
    return found


def fewest(problem: Problem, must: np.ndarray, hidden: np.ndarray, start: np.ndarray) -> np.ndarray:
    """The world that makes all of `must` large and changes few cells, given one that does."""
    change = np.abs(problem.cells @ (start - problem.true))
    other = world(problem, must, hidden, None, problem.worth / (change + 1))
    both = [start, other]
    return min(both, key=lambda x: problem.worth[differs(problem, x) & ~hidden].sum())


def world(
    problem: Problem,
    goal: np.ndarray,
    hidden: np.ndarray,
    reward: float | None,
    weight: np.ndarray | None = None,
    fixed: bool = False,
) -> np.ndarray:
    """The atoms at the least harm. reward: what a unit of each goal is worth; None where all must be reached.

    fixed: the cells that are not hidden are the same as in truth, whatever it costs.
    """
    cost_of = problem.worth if weight is None else weight
    cells, worth = problem.cells[~hidden], cost_of[~hidden]
    atoms, n, g = len(problem.true), cells.shape[0], len(goal)
    y = g if reward is not None else 0
    asked, least = problem.asked[goal], problem.least[goal]
    up, none = eye_array(n), csr_array((n, y))
    equal = hstack([cells, -up, up, none])
    parts = [hstack([-asked, csr_array((g, 2 * n)), eye_array(g)] if y else [-asked, csr_array((g, 2 * n))])]
    limits = [np.zeros(g) if y else -least]
    if problem.there.shape[0]:
        m = problem.there.shape[0]
        parts.append(hstack([-problem.there, csr_array((m, 2 * n + y))]))
        limits.append(-np.ones(m))
    cost = np.concatenate([np.zeros(atoms), worth, worth, np.full(y, -(reward or 0.0))])
    upper = np.concatenate(
        [np.full(atoms, np.inf), np.full(2 * n, 0.0 if fixed else np.inf), least if y else []]
    )
    solved = linprog(
        cost,
        A_ub=vstack(parts),
        b_ub=np.concatenate(limits),
        A_eq=equal,
        b_eq=cells @ problem.true,
        bounds=np.column_stack([np.zeros(len(upper)), upper]),
        method="highs",
    )
    if solved.x is None:
        raise RuntimeError(f"no world: {solved.message}")
    return solved.x[:atoms]
