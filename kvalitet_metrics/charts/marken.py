"""Judgements and actions in a chart over time: small marks above the figures, and the same in words.

A judgement stands above the period that it judges, an action at the day from which it should be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor

from kvalitet_metrics import text
from kvalitet_metrics.charts.serie import Punkt, Serie, perioder
from kvalitet_metrics.charts.theme import LITEN, Palett

HOJNING = 0.16
"""How much higher the axis is for the marks, as part of it: two rows of words."""
TRANGT = 0.45
"""So near each other, as part of the width, two words do not fit on one line of a phone."""
KANT = 0.75
"""From so far to the right on, as part of the width, a word stands to the left of its mark."""
TECKEN = {False: "circle-dot", True: "triangle-down"}
"""The marks of a judgement and of an action; the word beside it says the same."""


@dataclass(frozen=True)
class Marke:
    """Something written about the figures. kort: its word in the chart; ord: a sentence about it.

    fran, till: the days that a judgement is about, or the day of an action twice.
    """

    fran: date
    till: date
    kort: str
    ord: str
    atgard: bool = False

    def galler(self, punkt: Punkt) -> bool:
        """True where some of the days lie in the point's period."""
        return punkt.start <= self.till and punkt.slut >= self.fran


def anmarkta(serier: list[Serie], marken: Sequence[Marke]) -> list[Serie]:
    """The series with each mark in the remarks of its period, so that the twin table says it as well."""
    har = _ihop(serier, marken)
    if not har:
        return serier

    def anmarkt(p: Punkt) -> Punkt:
        return replace(p, anmarkning=(*p.anmarkning, *har.get(p.period, ())))

    return [replace(s, punkter=tuple(map(anmarkt, s.punkter))) for s in serier]


def uppraknade(serier: list[Serie], marken: Sequence[Marke]) -> str:
    """All marks of a chart as the end of its text alternative; empty without any."""
    synliga = [m.ord.rstrip(".") for m, _ in _lagen(serier, marken)]
    return f" Skrivet om siffrorna: {'; '.join(synliga)}." if synliga else ""


def med_marken(figur: dict, serier: list[Serie], marken: Sequence[Marke], palett: Palett) -> dict:
    """The figure with the marks drawn in it, in place; its x is the number of the period."""
    grupper: dict[float, list[Marke]] = {}
    for marke, x in _lagen(serier, marken):
        grupper.setdefault(x, []).append(marke)
    if not grupper:
        return figur
    axel = figur["layout"]["yaxis"]
    lagst, hogst = axel["range"]
    rum = (hogst - lagst) * HOJNING
    axel["range"] = [lagst, hogst + rum]
    bredd = len(perioder(serier))
    fore = float("-inf")
    nere = False
    for x in sorted(grupper):
        nere = not nere if (x - fore) / bredd < TRANGT else False
        y = hogst + rum * (0.3 if nere else 0.75)
        figur["data"].append(_marke(x, y, grupper[x], (x + 0.5) / bredd > KANT, palett))
        if any(m.atgard for m in grupper[x]):
            figur["layout"]["shapes"] = [*figur["layout"].get("shapes", ()), _streck(x, lagst, y, palett)]
        fore = x
    return figur


def _marke(x: float, y: float, hor: list[Marke], till_vanster: bool, palett: Palett) -> dict:
    """The mark of what stands in one place, with its word beside it."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": "Skrivet om siffrorna",
        "x": [x],
        "y": [y],
        "text": [text.stor_bokstav(text.lista(dict.fromkeys(m.kort for m in hor)))],
        "textposition": "middle left" if till_vanster else "middle right",
        "textfont": {"size": LITEN, "color": palett.svart},
        "marker": {
            "symbol": TECKEN[any(m.atgard for m in hor)],
            "size": 11,
            "color": palett.papper,
            "line": {"color": palett.svart, "width": 2},
        },
        "hovertext": ["<br>".join(m.ord for m in hor)],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _streck(x: float, fran: float, till: float, palett: Palett) -> dict:
    """The thin line below an action, down to the axis."""
    ut = {"type": "line", "x0": x, "x1": x, "y0": fran, "y1": till, "layer": "below"}
    return ut | {"line": {"color": palett.dampad, "width": 1, "dash": "dot"}}


def _lagen(serier: list[Serie], marken: Sequence[Marke]) -> list[tuple[Marke, float]]:
    """Where each mark stands, oldest first; those before the first period or after the last stand nowhere."""
    tid = perioder(serier)
    ut = []
    for m in sorted(marken, key=lambda m: m.till):
        if traffade := [nr for nr, p in enumerate(tid) if m.galler(p)]:
            sist = traffade[-1]
            ut.append((m, sist + (_del(tid[sist], m.fran) - 0.5 if m.atgard else 0)))
    return ut


def _ihop(serier: list[Serie], marken: Sequence[Marke]) -> dict[str, tuple[str, ...]]:
    """The sentences of the marks by the name of the period where each stands."""
    tid = perioder(serier)
    ut: dict[str, tuple[str, ...]] = {}
    for m, x in _lagen(serier, marken):
        period = tid[min(floor(x + 0.5), len(tid) - 1)].period
        ut[period] = (*ut.get(period, ()), m.ord)
    return ut


def _del(punkt: Punkt, dag: date) -> float:
    """How far into the period a day lies, 0–1."""
    return (dag - punkt.start).days / ((punkt.slut - punkt.start).days + 1)
