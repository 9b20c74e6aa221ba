"""How long it took: one column per band of time in the newest period, the deadline between two of them."""

from collections.abc import Sequence

from kvalitet_metrics import text
from kvalitet_metrics.charts.mening import hovring, varde
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, nyaste
from kvalitet_metrics.charts.skrift import skrift
from kvalitet_metrics.charts.theme import LITEN, STEG, Palett, axel, kanter, layout, skuggning
from kvalitet_metrics.charts.utveckling import HOJD

Frister = Sequence[tuple[str, int]]
"""Deadlines in words, each with the number of bands that lie within it.

Only a single one is for all, so that those after it are late; of several each is for some of the records.
"""
RAD = LITEN + 6


def tidsfordelning(serier: Sequence[Serie], matt: Matt, frister: Frister, palett: Palett) -> dict:
    """The figure as a dict; `serier` are the bands, shortest first; the late ones in another colour."""
    par = i_nyaste(serier)
    topp = max((p.taljare or 0 for _, p in par), default=0) or 1
    sist = frister[0][1] if len(frister) == 1 else len(par)
    visade = [(nr, namn, p) for nr, (namn, p) in enumerate(par) if not p.dold]
    dolda = [(nr, namn) for nr, (namn, p) in enumerate(par) if p.dold]
    data = [
        {
            "type": "bar",
            "x": [nr for nr, *_ in visade],
            "y": [p.taljare for *_, p in visade],
            "width": 0.8,
            "marker": {"color": [palett.vanlig if nr < sist else palett.signal for nr, *_ in visade]},
            "hovertext": [hovring(p, matt, namn) for _, namn, p in visade],
            "hoverinfo": "text",
        },
        {
            "type": "bar",
            "x": [nr for nr, _ in dolda],
            "y": [topp * 0.08] * len(dolda),
            "width": 0.8,
            "marker": skuggning(palett),
            "hovertext": [f"{namn}: {text.DOLD_VARFOR}" for _, namn in dolda],
            "hoverinfo": "text",
        },
    ]
    figur = layout(palett, HOJD + RAD * len(frister))
    figur["margin"] |= {"t": STEG + RAD * len(frister), "b": 7 * STEG}
    figur["xaxis"] = axel(
        palett,
        tickmode="array",
        tickvals=list(range(len(par))),
        ticktext=[kort(namn) for namn, _ in par],
        range=[-0.5, len(par) - 0.5],
        showline=True,
        title={"text": text.stor_bokstav(_enhet(par)), "font": {"color": palett.dampad, "size": LITEN}},
    )
    figur["yaxis"] = axel(palett, range=[0, topp * 1.15], showgrid=True, nticks=5, tickformat=",.0f")
    figur["margin"]["l"] = kanter(figur["yaxis"], {})["l"]
    figur["shapes"] = [_linje(antal, palett) for _, antal in frister]
    figur["annotations"] = [
        _ord(namn, antal, rad, len(par), palett) for rad, (namn, antal) in enumerate(frister)
    ]
    antalen = [p.taljare or 0 for *_, p in visade]
    ord_ = [text.tal_kort(n) for n in antalen]
    data.append(skrift([nr for nr, *_ in visade], antalen, ord_, "top center", palett))
    return {"data": [d for d in data if d["x"]], "layout": figur}


def tidsfordelning_i_ord(serier: Sequence[Serie], matt: Matt, frister: Frister) -> tuple[str, str, str]:
    """The sentence, what is measured, and all of it for those who listen."""
    par = i_nyaste(serier)
    period = par[0][1].period
    visade = [(nr, namn, p) for nr, (namn, p) in enumerate(par) if not p.dold]
    if not visade:
        mening = f"{matt.namn} {period}: {text.DOLD_VARFOR}."
        return mening, "", mening
    n = visade[0][2].namnare or 0
    _, vanligast, flest = max(visade, key=lambda v: v[2].taljare or 0)
    sagt = [
        f"vanligast är {_i_mening(vanligast)}, {varde(flest, matt)} ({flest.taljare} av {text.tal_kort(n)})"
    ]
    for frist, antal in frister if len(frister) == 1 else ():
        over = sum(p.taljare or 0 for nr, _, p in visade if nr >= antal)
        andel = text.procent(over / n if n else None, 1, over, n)
        sagt.append(f"{andel} ({over} av {text.tal_kort(n)}) tog längre än {frist}")
    mening = f"{matt.namn} {period}: {text.lista(sagt)}."
    under = f"Antal efter hur lång tid det tog, {period} · n{text.NBSP}={text.NBSP}{text.tal_kort(n)}"
    uppraknat = ". ".join(f"{namn}: {p.taljare}" for _, namn, p in visade)
    return mening, under, f"{mening} {under}. {uppraknat}."


def i_nyaste(serier: Sequence[Serie]) -> list[tuple[str, Punkt]]:
    """The bands with their figures in the newest period."""
    start = nyaste(list(serier)).start
    return [(s.namn, p) for s in serier for p in s.punkter if p.start == start]


def kort(namn: str) -> str:
    """A band as it stands on the axis, without its unit.

    >>> kort("över 1–2 månader"), kort("högst 7 dagar"), kort("över 12 månader"), kort("8–14 dagar")
    ('1–2', '≤ 7', '> 12', '8–14')
    """
    return _i_mening(namn).rsplit(" ", 1)[0].replace("högst", "≤").replace("över", ">")


def _i_mening(namn: str) -> str:
    """A band as a reader says it: «över 1–2 månader» says that it does not hold the month itself."""
    return namn.removeprefix("över ") if "–" in namn else namn


def _enhet(par: Sequence[tuple[str, Punkt]]) -> str:
    """The unit of the bands, from the name of the last."""
    return par[-1][0].rsplit(" ", 1)[-1] if par else ""


def _linje(antal: int, palett: Palett) -> dict:
    """A deadline: a dashed line between two bands."""
    return {
        "type": "line", "yref": "paper", "x0": antal - 0.5, "x1": antal - 0.5, "y0": 0, "y1": 1,
        "line": {"color": palett.svart, "width": 2, "dash": "dash"},
    }  # fmt: skip


def _ord(namn: str, antal: int, rad: int, bredd: int, palett: Palett) -> dict:
    """A deadline's name above its line, on the side where there is room."""
    till_hoger = antal < bredd / 2
    return {
        "x": antal - 0.5, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": rad * RAD,
        "showarrow": False,
        "xanchor": "left" if till_hoger else "right", "text": f"Frist: {namn}",
        "font": {"color": palett.svart, "size": LITEN},
    }  # fmt: skip
