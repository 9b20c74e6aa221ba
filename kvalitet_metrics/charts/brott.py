"""Breaks in a series, drawn and said: a dashed line between the periods, and why nothing is compared."""

from dataclasses import dataclass

from kvalitet_metrics import text
from kvalitet_metrics.charts.serie import Punkt, Serie
from kvalitet_metrics.charts.theme import LITEN, Palett
from kvalitet_metrics.model import Brottslag

RAD = LITEN + 6
"""Height of a label's line above the chart."""
FLEST_RADER = 3
TRANGT = 0.2
"""So near the left edge, as part of the width, a label does not fit to the left of its line on a phone."""


def kort_orsak(punkt: Punkt) -> str:
    """Why a point is not compared with the one before it, in a few words: «nytt räknesätt»."""
    return text.lista(dict.fromkeys(b.slag.kort for b in punkt.brott))


def uppraknade(serier: list[Serie]) -> str:
    """All breaks of a chart: «brott i serien: nytt räknesätt 2022 och 2023 (Norr)». Empty without any."""
    nar: dict[tuple[Brottslag, str], dict[str, None]] = {}
    for b in sorted((b for s in serier for p in s.punkter for b in p.brott), key=lambda b: b.datum):
        nar.setdefault((b.slag, b.galler), {})[text.sedan(b.datum)] = None
    sagt = [
        f"{slag.kort} {text.lista(dagar)}{f' ({galler})' if galler else ''}"
        for (slag, galler), dagar in nar.items()
    ]
    return f"Brott i serien: {'; '.join(sagt)}" if sagt else ""


@dataclass(frozen=True)
class Linje:
    """A break as it is drawn: x between two periods, its label, how high above the chart, on which side."""

    x: float
    ord: str
    rad: int
    sida: str


def linjer(serier: list[Serie], plats: dict[str, int]) -> list[Linje]:
    """The dashed lines of a chart from left to right; none before the first period.

    A label stands on the side where its chart has room, one line higher or lower than the next, so that
    no dashed line runs through it: to the right where the names of series stand there, else to the left.
    """
    lagen: dict[float, dict[str, dict[str, None]]] = {}
    for s in serier:
        for p in s.punkter:
            for b in p.brott if plats[p.period] else ():
                lagen.setdefault(plats[p.period] - 0.5, {}).setdefault(b.slag.kort, {})[
                    text.sedan(b.datum)
                ] = None
    flera = len(serier) > 1
    hoger = [x for x in sorted(lagen) if flera or (x + 0.5) / len(plats) < TRANGT]
    nedifran = [x for x in sorted(lagen) if x not in hoger] + hoger[::-1]
    return [
        Linje(
            x,
            text.stor_bokstav(text.lista(f"{ord_} {text.lista(sorted(d))}" for ord_, d in lagen[x].items())),
            nedifran.index(x) % FLEST_RADER,
            "left" if x in hoger else "right",
        )
        for x in sorted(lagen)
    ]


def rader(streck: list[Linje]) -> int:
    """How much higher the chart must be for the labels, in pixels."""
    return min(len(streck), FLEST_RADER) * RAD


def streckade(streck: list[Linje], hojd: int, palett: Palett) -> list[dict]:
    """The lines, each up to its label. `hojd`: of the chart's drawing in pixels."""
    return [
        {
            "type": "line",
            "yref": "paper",
            "x0": s.x,
            "x1": s.x,
            "y0": 0,
            "y1": 1 + RAD * (s.rad + 0.5) / hojd,
            "line": {"color": palett.dampad, "width": 1.5, "dash": "dash"},
        }
        for s in streck
    ]


def ord_(streck: list[Linje], palett: Palett) -> list[dict]:
    """The labels, above the chart so that they cover no figure."""
    return [
        {
            "x": s.x,
            "xanchor": s.sida,
            "xshift": 4 if s.sida == "left" else -4,
            "yref": "paper",
            "y": 1,
            "yshift": RAD * s.rad,
            "yanchor": "bottom",
            "text": s.ord,
            "showarrow": False,
            "font": {"color": palett.svart, "size": LITEN},
            "bgcolor": palett.papper,
            "borderpad": 1,
        }
        for s in streck
    ]
