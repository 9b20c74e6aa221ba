"""Those that a figure is compared with (staden, riket …), drawn into a chart that already stands."""

from collections.abc import Sequence

from kvalitet_metrics import text
from kvalitet_metrics.charts.serie import Matt, Serie, nyaste
from kvalitet_metrics.charts.theme import LITEN, Palett
from kvalitet_metrics.charts.utveckling import radbruten
from kvalitet_metrics.model import JAMFORELSER

TECKEN = {
    "triangle-up-open": "△",
    "square-open": "□",
    "star-open": "☆",
    "pentagon-open": "⬠",
    "hexagon-open": "⬡",
    "triangle-down-open": "▽",
}
"""One hollow mark per comparator and the same mark in writing."""
STRECK = ("dot", "dashdot", "longdash", "longdashdot", "dash", "dot")


def finns(serier: Sequence[Serie]) -> list[str]:
    """The comparators that some figure has, in the order in which they are known; the rest by name."""
    sedda = {namn for s in serier for p in s.punkter for namn in p.jamforelser}
    return [n for n in JAMFORELSER if n in sedda] + sorted(sedda - set(JAMFORELSER), key=text.sortnyckel)


def rita_in(figur: dict, serier: Sequence[Serie], matt: Matt, valda: Sequence[str], palett: Palett) -> str:
    """Draw the chosen ones into the figure, in place; what to write below its sentence about them.

    Rows get a hollow mark each. Over time they are lines, where a single series leaves them room.
    """
    valda = [namn for namn in finns(serier) if namn in valda]
    if any(d.get("customdata") and d.get("error_x") is not None for d in figur["data"]):
        return _i_rader(figur, serier, matt, valda, palett)
    return _over_tid(figur, serier[0], matt, valda, palett) if len(serier) == 1 else ""


def _i_rader(figur: dict, serier: Sequence[Serie], matt: Matt, valda: Sequence[str], palett: Palett) -> str:
    """One mark per row and comparator."""
    period = nyaste(list(serier)).period
    rader = [(s, p) for s in serier for p in s.punkter if p.period == period]
    sagda = []
    for namn, (symbol, tecken) in zip(valda, TECKEN.items(), strict=False):
        med = [
            (len(rader) - 1 - nr, p)
            for nr, (_, p) in enumerate(rader)
            if namn in p.jamforelser and not p.dold
        ]
        if not med:
            continue
        ord_ = text.stor_bokstav(JAMFORELSER.get(namn, namn))
        sagda.append(f"{tecken} {ord_}")
        figur["data"].append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [p.jamforelser[namn] for _, p in med],
                "y": [rad for rad, _ in med],
                "marker": {"symbol": symbol, "size": 12, "color": palett.signal, "line": {"width": 2}},
                "hovertext": [f"{ord_} {text.vardetext(p.jamforelser[namn], matt.enhet)}" for _, p in med],
                "hoverinfo": "text",
                "cliponaxis": False,
            }
        )
    return ", ".join(sagda)


def _over_tid(figur: dict, serie: Serie, matt: Matt, valda: Sequence[str], palett: Palett) -> str:
    """One thin line per comparator, with its name at the right end."""
    plats = {
        period: x
        for d in figur["data"]
        for x, (_, period) in zip(d["x"], d.get("customdata", ()), strict=False)
    }
    sagda = []
    for namn, streck in zip(valda, STRECK, strict=False):
        med = [p for p in serie.punkter if namn in p.jamforelser and p.period in plats]
        if not med:
            continue
        ord_ = text.stor_bokstav(JAMFORELSER.get(namn, namn))
        sagda.append(ord_)
        figur["data"].append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [plats[p.period] for p in med],
                "y": [p.jamforelser[namn] for p in med],
                "line": {"color": palett.signal, "width": 1.5, "dash": streck},
                "marker": {"symbol": "circle-open", "size": 8, "color": palett.signal},
                "hovertext": [
                    f"{ord_} {p.period}: {text.vardetext(p.jamforelser[namn], matt.enhet)}" for p in med
                ],
                "hoverinfo": "text",
            }
        )
        figur["layout"]["annotations"] = [
            *figur["layout"]["annotations"],
            {
                "x": plats[med[-1].period], "y": med[-1].jamforelser[namn], "xanchor": "left", "xshift": 10,
                "text": radbruten(ord_), "showarrow": False, "font": {"size": LITEN, "color": palett.signal},
            },
        ]  # fmt: skip
    return f"streckat: {', '.join(sagda)}" if sagda else ""
