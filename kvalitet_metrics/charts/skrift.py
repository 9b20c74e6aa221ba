"""Writing in a drawing as a trace of text, which Plotly draws in a fifth of the time of an annotation."""

from collections.abc import Sequence
from typing import Any

from kvalitet_metrics.charts.theme import TEXT, Palett

RUNTOM = [(x, y) for x in (-2, 0, 2) for y in (-2, 0, 2) if x or y]
"""The steps to all sides, in pixels, by which paper is laid around writing."""


def skrift(
    x: Sequence[float],
    y: Sequence[float],
    ord_: Sequence[str],
    lage: str | Sequence[str],
    palett: Palett,
    storlek: int = TEXT,
) -> dict[str, Any]:
    """The words at their places, on paper of their own so that no line runs through them.

    lage: on which side of its place each stands, or all of them, as Plotly's textposition. Nobody can point
    at them, and they do not fade when a mark is chosen.
    """
    farg = {"textfont": {"color": palett.svart}}
    papper = ", ".join(f"{dx}px {dy}px 0 {palett.papper}" for dx, dy in RUNTOM)
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": list(ord_),
        "textposition": lage if isinstance(lage, str) else list(lage),
        "textfont": {"size": storlek, "color": palett.svart, "shadow": papper},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "selected": farg,
        "unselected": farg,
    }
