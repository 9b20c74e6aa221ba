"""Rows whose names stand above their marks: each takes the height of its own name, not of the longest.

Where the drawing turns out wide the browser moves the names to its left; it knows them by NAMN
(ui/assets/smal.js).
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from kvalitet_metrics.charts.skrift import skrift
from kvalitet_metrics.charts.theme import STEG, TEXT, Palett

NAMN = "radnamn"
VANSTER = 2 * STEG
"""The margin to the left of the drawing while the names stand above their marks."""
LUFT = "\u00a0\u00a0"
"""What stands between the drawing and the values."""


def platser(namn: Sequence[str], rad: float) -> tuple[list[float], float]:
    """Where the marks of the rows stand, the first on top, and how high all rows are together.

    In heights of a row whose name takes one line; each further line of a name (after <br>) adds `rad`.

    >>> platser(["en", "två<br>rader", "tre"], 0.5)
    ([2.5, 1.0, 0.0], 3.5)
    """
    hojder = [1 + rad * n.count("<br>") for n in namn]
    nedifran = list(accumulate(reversed(hojder), initial=0.0))
    return nedifran[:-1][::-1], nedifran[-1]


def radernas_ord(
    y: Sequence[float],
    namn: Sequence[str],
    varden: Sequence[str],
    axeln: Sequence[float],
    lyft: float,
    palett: Palett,
    storlek: int = TEXT,
) -> list[dict[str, Any]]:
    """The writing of all rows: names above the marks, from the left edge, and values in the right margin.

    axeln: the two ends of the value axis. lyft: how far above the marks the names begin, in heights of a row.
    storlek: of the names, in pixels.
    """
    borjan, slut = axeln
    over = [rad + lyft for rad in y]
    bredvid = [LUFT + v.replace("<br>", f"<br>{LUFT}") for v in varden]
    return [
        skrift([borjan] * len(y), over, namn, "top right", palett, storlek)
        | {"name": NAMN, "meta": {"y": list(y), "vanster": VANSTER}},
        skrift([slut] * len(y), y, bredvid, "middle right", palett),
    ]
