"""Which cells can be shown so that no small count can be worked out from all that is shown together.

Pure functions of numbers. A cell has one or more counts (for a share: those in the numerator, the rest and
the denominator) and is the sum of some atoms. Tables are shown from the coarsest to the finest, as much of
each as is safe: for every small count the shown cells, as equations over the atoms, must allow a value that
is not small (the protected range). That is asked by linear programming, as somebody who wants to know would
do. What a coarse table has used up is not there for a finer one: the coarse figures stay.

Sources: Hundepool et al., Statistical Disclosure Control (Wiley 2012), ch. 4; Fischetti & Salazar, Math
Program 2001;89:283–306 (the attacker's programs).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, eye_array, hstack

Key = Any
"""What a cell is called: anything that can be a key."""
Counts = tuple[int, ...]

MOST_WORK = 3_000_000
"""Coefficients of all programs together, after which the finer tables are left hidden: some ten seconds."""
EXACT = 1e-6
"""How near a solution must be to what is shown, and to the least that is not small."""


class Release:
    """Cells that are shown so far, and for each count the solutions that show how little they tell.

    cells: key → counts. parts: key → the numbers of its atoms. atoms: how many there are. small: per count,
    the least that need not be protected. protect: the cells that hold a small count.
    """

    def __init__(
        self,
        cells: Mapping[Key, Counts],
        parts: Mapping[Key, Sequence[int]],
        atoms: int,
        small: Counts,
        protect: Iterable[Key],
    ):
        self.cells, self.parts, self.atoms, self.small = cells, parts, atoms, small
        self.shown: dict[tuple[int, ...], Key] = {}
        self.keys: set[Key] = set()
        self.work = 0
        self.ask = [
            self.matrix(alike(parts, (k for k in protect if 0 < cells[k][m] < least)))
            for m, least in enumerate(small)
        ]
        self.witnesses: list[list[np.ndarray]] = [[] for _ in small]
        self.blocked: list[list[int]] = [[] for _ in small]
        """Per count the asked cells that have stopped others from being shown, the latest first."""

    def matrix(self, keys: Iterable[Key]) -> csr_array:
        """Cells × atoms: which atoms each cell is the sum of."""
        rows = [self.parts[k] for k in keys]
        place = ([i for i, row in enumerate(rows) for _ in row], [a for row in rows for a in row])
        return csr_array((np.ones(len(place[0])), place), shape=(len(rows), self.atoms))

    def show(self, keys: Sequence[Key]) -> None:
        """Show as many of the cells as is safe: all, else of each half what is."""
        if not keys or self.work > MOST_WORK:
            return
        new = {tuple(self.parts[k]): k for k in keys if tuple(self.parts[k]) not in self.shown}
        if not new or self.is_safe(new):
            self.shown |= new
            self.keys |= set(keys)
        elif len(keys) > 1 and self.work < MOST_WORK:
            half = len(keys) // 2
            self.show(keys[:half])
            self.show(keys[half:])

    def is_safe(self, new: Mapping[tuple[int, ...], Key]) -> bool:
        """True where every small count could still be large if these cells were shown as well.

        The solutions that prove it are kept: most of them prove it again when the next cells are tried.
        """
        together = [*self.shown.values(), *new.values()]
        matrix, added = self.matrix(together), self.matrix(new.values())
        kept = []
        for measure, least in enumerate(self.small):
            asked = self.ask[measure]
            values = np.array([self.cells[k][measure] for k in together], float)
            fresh = values[len(self.shown) :]
            proof = [x for x in self.witnesses[measure] if np.allclose(added @ x, fresh, atol=EXACT)]
            left = np.arange(asked.shape[0])
            for x in proof:
                left = left[asked[left] @ x < least - EXACT] if len(left) else left
            while len(left):
                found = self.clear(matrix, values, measure, left)
                if found is None:
                    return False
                proof.append(found)
                left = left[asked[left] @ found < least - EXACT]
            kept.append(proof)
        self.witnesses = kept
        return True

    def clear(
        self, matrix: csr_array, right: np.ndarray, measure: int, left: np.ndarray
    ) -> np.ndarray | None:
        """A solution that makes some of the asked cells large; None where one of them cannot be.

        Those that have stopped others before are tried first and alone, then all together, then the first.
        """
        asked, least = self.ask[measure], self.small[measure]
        doubtful = [i for i in self.blocked[measure] if i in left][:1]
        for goal in ([doubtful] if doubtful else []) + ([] if doubtful else [left, left[:1]]):
            self.work += matrix.nnz
            x = largest(matrix, right, asked[goal], least)
            if x is not None and (asked[goal] @ x >= least - EXACT).any():
                return x
        first = (doubtful or [int(left[0])])[0]
        self.blocked[measure] = [first, *(i for i in self.blocked[measure] if i != first)]
        return None


def alike(parts: Mapping[Key, Sequence[int]], keys: Iterable[Key]) -> list[Key]:
    """One key of all that are the sum of the same atoms."""
    return list({tuple(parts[k]): k for k in keys}.values())


def largest(matrix: csr_array, right: np.ndarray, asked: csr_array, least: int) -> np.ndarray | None:
    """The atoms, from zero up, that give the shown sums and make the asked ones large together.

    The program maximises the sum of what each asked one has, counted up to `least`. None where it fails.
    """
    atoms, n = matrix.shape[1], asked.shape[0]
    cost = np.concatenate([np.zeros(atoms), -np.ones(n)])  # x, then y ≤ min(asked · x, least)
    equal = hstack([matrix, csr_array((matrix.shape[0], n))])
    below = hstack([-asked, eye_array(n)])
    bounds = [(0.0, None)] * atoms + [(0.0, float(least))] * n
    x = linprog(cost, A_ub=below, b_ub=np.zeros(n), A_eq=equal, b_eq=right, bounds=bounds, method="highs").x
    return None if x is None else x[:atoms]
