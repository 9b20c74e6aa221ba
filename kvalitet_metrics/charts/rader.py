"""Rows whose names stand above their marks: each takes the height of its own name, not of the longest."""

from collections.abc import Sequence
from itertools import accumulate


def platser(namn: Sequence[str], rad: float) -> tuple[list[float], float]:
    """Where the marks of the rows stand, the first on top, and how high all rows are together.

    In heights of a row whose name takes one line; each further line of a name (after <br>) adds `rad`.

    >>> platser(["en", "två<br>rader", "tre"], 0.5)
    ([2.5, 1.0, 0.0], 3.5)
    """
    hojder = [1 + rad * n.count("<br>") for n in namn]
    nedifran = list(accumulate(reversed(hojder), initial=0.0))
    return nedifran[:-1][::-1], nedifran[-1]
