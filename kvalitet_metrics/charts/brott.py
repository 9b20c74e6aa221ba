"""Breaks in a series, drawn and said: a dashed line between the periods, and why nothing is compared."""

from kvalitet_metrics import text
from kvalitet_metrics.charts.serie import Punkt, Serie
from kvalitet_metrics.charts.theme import LITEN, Palett
from kvalitet_metrics.model import Brott, Brottslag

KORT = {
    Brottslag.DEFINITION: "ny definition",
    Brottslag.RAKNESATT: "nytt räknesätt",
    Brottslag.ORGANISATION: "ändrad organisation",
}
"""The label of a break."""
SKER = {
    Brottslag.DEFINITION: "räknas på ett nytt sätt",
    Brottslag.RAKNESATT: "räknas på ett nytt sätt",
    Brottslag.ORGANISATION: "har en annan organisation",
}
RAD = LITEN + 6
"""Height of a label's line above the chart."""
FLEST_RADER = 3
FLEST_NAMN = 2


def sedan(brott: Brott) -> str:
    """From when: the year where the break is at its beginning, else the day."""
    dag = brott.datum
    return str(dag.year) if (dag.month, dag.day) == (1, 1) else text.datum(dag)


def orsak(punkt: Punkt) -> str:
    """Why a point is not compared with the one before it, as a sentence without its full stop."""
    vem = dict.fromkeys(b.galler for b in punkt.brott if b.galler)
    vilka = text.lista(vem) if len(vem) <= FLEST_NAMN else f"{len(vem)} delar av talet"
    nyast = max(punkt.brott, key=lambda b: b.datum)
    fore = "åren" if (punkt.slut - punkt.start).days > 360 else "perioderna"
    sker = f"{vilka or 'Måttet'} {SKER[nyast.slag]} sedan {sedan(nyast)}"
    return f"{sker}{', så talet' if vem else ' och'} kan inte jämföras med {fore} före"


def kort_orsak(punkt: Punkt) -> str:
    """The same in a few words, for a tile or a row: «nytt räknesätt»."""
    return text.lista(dict.fromkeys(KORT[b.slag] for b in punkt.brott))


def uppraknade(serier: list[Serie]) -> str:
    """All breaks of a chart: «brott i serien: nytt räknesätt 2022 och 2023 (Norr)». Empty without any."""
    nar: dict[tuple[Brottslag, str], dict[str, None]] = {}
    for b in sorted((b for s in serier for p in s.punkter for b in p.brott), key=lambda b: b.datum):
        nar.setdefault((b.slag, b.galler), {})[sedan(b)] = None
    sagt = [
        f"{KORT[slag]} {text.lista(dagar)}{f' ({galler})' if galler else ''}"
        for (slag, galler), dagar in nar.items()
    ]
    return f"Brott i serien: {'; '.join(sagt)}" if sagt else ""


def rader(serier: list[Serie], plats: dict[str, int]) -> int:
    """How many lines of labels stand above the chart."""
    return min(len(_lagen(serier, plats)), FLEST_RADER)


def linjer(serier: list[Serie], plats: dict[str, int], hojd: int, palett: Palett) -> list[dict]:
    """A dashed line between the periods at each break, up to its label; `hojd`: of the drawing in pixels."""
    return [
        {
            "type": "line",
            "yref": "paper",
            "x0": x,
            "x1": x,
            "y0": 0,
            "y1": 1 + RAD * (nr % FLEST_RADER) / hojd,
            "line": {"color": palett.dampad, "width": 1.5, "dash": "dash"},
        }
        for nr, x in enumerate(_lagen(serier, plats))
    ]


def ord_(serier: list[Serie], plats: dict[str, int], palett: Palett) -> list[dict]:
    """The label of each line, above the chart so that it covers no figure."""
    lagen = _lagen(serier, plats)
    return [
        {
            "x": x,
            "xanchor": _ankare((x + 0.5) / len(plats)),
            "yref": "paper",
            "y": 1,
            "yshift": RAD * (nr % FLEST_RADER),
            "yanchor": "bottom",
            "text": text.stor_bokstav(ord_),
            "showarrow": False,
            "font": {"color": palett.svart, "size": LITEN},
            "borderpad": 1,
        }
        for nr, (x, ord_) in enumerate(lagen.items())
    ]


def _lagen(serier: list[Serie], plats: dict[str, int]) -> dict[float, str]:
    """Where the lines stand, each with its label; none before the first period."""
    lagen: dict[float, dict[str, None]] = {}
    for s in serier:
        for p in s.punkter:
            for b in p.brott if plats[p.period] else ():
                lagen.setdefault(plats[p.period] - 0.5, {})[f"{KORT[b.slag]} {sedan(b)}"] = None
    return {x: text.lista(lagen[x]) for x in sorted(lagen)}


def _ankare(andel: float) -> str:
    """Which side of the line its label begins on, so that it stays within the chart."""
    return "left" if andel < 1 / 3 else "right" if andel > 2 / 3 else "center"
