"""Rows whose names stand above their marks: each takes the height of its own name, not of the longest.

Where the drawing turns out wide the browser moves the names to its left (ui/assets/smal.js); it knows them
by NAMN and VARDE, and finds in the layout's `meta` how they stood.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

NAMN, VARDE = "radnamn", "radvarde"


def platser(namn: Sequence[str], rad: float) -> tuple[list[float], float]:
    """Where the marks of the rows stand, the first on top, and how high all rows are together.

    In heights of a row whose name takes one line; each further line of a name (after <br>) adds `rad`.

    >>> platser(["en", "två<br>rader", "tre"], 0.5)
    ([2.5, 1.0, 0.0], 3.5)
    """
    hojder = [1 + rad * n.count("<br>") for n in namn]
    nedifran = list(accumulate(reversed(hojder), initial=0.0))
    return nedifran[:-1][::-1], nedifran[-1]


def skrift(
    y: float, namn: dict[str, Any], varde: dict[str, Any], gemensamt: dict[str, Any]
) -> list[dict[str, Any]]:
    """The writing of one row: its name above the marks from the left edge, its value in the right margin.

    namn, varde: `text`, and what else differs from `gemensamt`.
    """
    rad = {"xref": "paper", "y": y, "showarrow": False, "align": "left", "xanchor": "left"}
    return [
        rad | gemensamt | {"x": 0, "yanchor": "bottom", "name": NAMN} | namn,
        rad | gemensamt | {"x": 1, "name": VARDE} | varde,
    ]


def meta(figur: dict[str, Any]) -> dict[str, Any]:
    """How the writing of the rows stands in a narrow drawing, for `layout["meta"]`."""
    visad = {a["name"]: a for a in figur["annotations"] if a.get("name") in (NAMN, VARDE)}
    hur = ("xanchor", "yanchor", "xshift", "yshift", "align")
    return {
        "rader": {namn: {k: a[k] for k in hur if k in a} for namn, a in visad.items()},
        "vanster": figur["margin"]["l"],
    }
