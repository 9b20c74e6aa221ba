"""The control chart: each figure against what it usually varies within, drawn afresh after every break."""

from collections.abc import Mapping
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.charts import brott
from kvalitet_metrics.charts.mening import hovring, varde
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie
from kvalitet_metrics.charts.skrift import skrift
from kvalitet_metrics.charts.theme import LITEN, STEG, Palett, axel, genomskinlig, kanter, layout
from kvalitet_metrics.charts.utveckling import (
    ETIKETTER,
    HOJD,
    MARKE,
    andelssteg,
    mallinje,
    malvarde,
    talande,
    tidsaxel,
    trangre,
)

TECKEN = {"square": "■", "diamond": "◆", "triangle-up": "▲", "triangle-down": "▼"}
"""The marks as they are written."""
MARKEN = {
    "improvement": ("square", "Bättre än vanligt"),
    "concern": ("diamond", "Sämre än vanligt"),
    "neutral_high": ("triangle-up", "Högre än vanligt"),
    "neutral_low": ("triangle-down", "Lägre än vanligt"),
    "common_cause": ("circle", "Inom det vanliga"),
}
"""Mark and words of what a point means."""


def styrdiagram(
    serie: Serie, utlatande: Mapping[str, Any], matt: Matt, palett: Palett, hojd: int | None = None
) -> dict:
    """The figure as a dict, of a series and the verdict on it (its `diagram`, one per stretch).

    hojd: of the whole figure in pixels; None gives the drawing its usual height and breaks room above it.
    """
    plats = {p.period.removesuffix(" (del)"): i for i, p in enumerate(serie.punkter)}
    streck = brott.linjer([serie], {p.period: i for i, p in enumerate(serie.punkter)})
    rader = brott.rader(streck)
    figur = layout(palett, hojd or HOJD + rader)
    figur["margin"]["t"] += rader
    figur["margin"]["r"] = 12 * STEG
    stracka = [_inom_det_mojliga(d, matt) for d in utlatande["diagram"]]
    data = [spar for d in stracka for spar in _granser(d, plats, palett)]
    data += [_linje(serie, palett), *_marken(serie, stracka, plats, matt, palett)]
    lagst, hogst = _omfang(serie, stracka)
    data += _etiketter(serie, matt, (hogst - lagst) * MARKE, palett)
    tid = [p.period for p in serie.punkter]
    figur["xaxis"] = axel(
        palett,
        showline=True,
        **tidsaxel(tid),
    )
    figur["yaxis"] = axel(palett, range=[lagst, hogst], showgrid=True, nticks=5)
    if matt.enhet == "andel":
        figur["yaxis"] |= andelssteg(lagst, hogst)
    figur["margin"] |= kanter(figur["yaxis"], figur["xaxis"])
    mal = serie.sista.mal
    figur["shapes"] = [
        *([] if mal is None else [mallinje(mal, palett)]),
        *brott.streckade(streck, figur["height"] - rader - STEG - figur["margin"]["b"], palett),
    ]
    rum = (hogst - lagst) * 0.075 * trangre(figur, rader)
    figur["annotations"] = [
        *_i_kanten(stracka[-1]["punkter"][-1], mal, matt, rum, palett),
        *brott.ord_(streck, palett),
    ]
    return {"data": data, "layout": figur}


def forklaring(utlatande: Mapping[str, Any]) -> str:
    """What the band and the marks of the chart mean, as the end of the line below its sentence."""
    typer = dict.fromkeys(p["typ"] for d in utlatande["diagram"] for p in d["punkter"] if p["signal"])
    marken = [f"{TECKEN[MARKEN[t][0]]} {MARKEN[t][1].lower()}" for t in MARKEN if t in typer]
    om = ", och börjar om vid brott och när andra förvaltningar räknas in"
    bandet = f"bandet är det som brukar förekomma{om if len(utlatande['diagram']) > 1 else ''}"
    return " · ".join([bandet, *marken])


def _inom_det_mojliga(diagram: Mapping[str, Any], matt: Matt) -> dict[str, Any]:
    """The stretch with limits that go no further than the figure itself can."""
    minst, mest = text.kan_vara(matt.enhet)
    klippt = [
        {**p, "nedre": max(p["nedre"], minst), "ovre": min(p["ovre"], mest)} for p in diagram["punkter"]
    ]
    return {**diagram, "punkter": klippt}


def _granser(diagram: Mapping[str, Any], plats: dict[str, int], palett: Palett) -> list[dict]:
    """The band between the limits and the average in it, of one stretch."""
    punkter = diagram["punkter"]
    x = [plats[p["period"]] for p in punkter]
    gemensamt = {"type": "scatter", "mode": "lines", "x": x, "hoverinfo": "skip"}
    kant = {"color": palett.vanlig, "width": 1.5, "dash": "dot", "shape": "hvh"}
    return [
        gemensamt | {"y": [p["nedre"] for p in punkter], "line": kant},
        gemensamt
        | {
            "y": [p["ovre"] for p in punkter],
            "line": kant,
            "fill": "tonexty",
            "fillcolor": genomskinlig(palett.vanlig, 0.1),
        },
        gemensamt | {"y": [p["mitt"] for p in punkter], "line": {"color": palett.vanlig, "width": 1.5}},
    ]


def _linje(serie: Serie, palett: Palett) -> dict:
    """The line through the figures; it stops where it cannot go on."""
    x: list[float | None] = []
    y: list[float | None] = []
    for i, p in enumerate(serie.punkter):
        if i and not p.hanger_ihop(serie.punkter[i - 1]):
            x.append(None)
            y.append(None)
        x.append(i)
        y.append(p.varde)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "connectgaps": False,
        "line": {"color": palett.svart, "width": 2},
        "hoverinfo": "skip",
    }


def _marken(
    serie: Serie, stracka: list[Any], plats: dict[str, int], matt: Matt, palett: Palett
) -> list[dict]:
    """The points, one trace per meaning: mark, colour and hover say the same."""
    farger = {
        "improvement": palett.forbattring,
        "concern": palett.oro,
        "neutral_high": palett.signal,
        "neutral_low": palett.signal,
    }
    domda = {plats[p["period"]]: p for d in stracka for p in d["punkter"] if p["varde"] is not None}
    grupper: dict[str, list[tuple[int, Punkt]]] = {}
    for i, p in enumerate(serie.punkter):
        if p.varde is not None:
            grupper.setdefault(domda[i]["typ"] if i in domda else "", []).append((i, p))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": MARKEN.get(typ, ("", "Räknas inte"))[1],
            "x": [i for i, _ in punkter],
            "y": [p.varde for _, p in punkter],
            "marker": {
                "color": farger.get(typ, palett.svart if typ else palett.papper),
                "line": {"color": palett.svart, "width": 0 if typ else 1.5},
                "size": 9 if typ in ("", "common_cause") else 13,
                "symbol": MARKEN.get(typ, ("circle", ""))[0],
            },
            "hovertext": [_hovring(p, domda.get(i), matt) for i, p in punkter],
            "hoverinfo": "text",
        }
        for typ, punkter in grupper.items()
    ]


def _hovring(punkt: Punkt, domd: Mapping[str, Any] | None, matt: Matt) -> str:
    """The usual hover, what the point means and what is usual."""
    if domd is None:
        return f"{hovring(punkt, matt)}<br>Räknas inte in i det vanliga"
    betyder = MARKEN[domd["typ"]][1] + (f": {domd['regel']}" if domd["regel"] else "")
    vanligt = " till ".join(_kort(domd[k], matt) for k in ("nedre", "ovre"))
    return f"{hovring(punkt, matt)}<br>{betyder}<br>Brukar ligga på {vanligt}"


def _kort(grans: float, matt: Matt) -> str:
    """A limit in its unit: whole counts and days, shares with a decimal."""
    if matt.enhet in ("antal", "dagar"):
        return text.vardetext(round(grans), matt.enhet)
    return text.vardetext(grans, matt.enhet)


def _omfang(serie: Serie, stracka: list[Any]) -> tuple[float, float]:
    """The ends of the value axis: all that is drawn and some air, from zero where that is near."""
    alla = [p.varde for p in serie.punkter if p.varde is not None]
    alla += [p[k] for d in stracka for p in d["punkter"] for k in ("nedre", "ovre")]
    alla += [serie.sista.mal] if serie.sista.mal is not None else []
    lagst, hogst = min(alla), max(alla)
    luft = (hogst - lagst or abs(hogst) or 1) * 0.12
    return (0.0 if 0 <= lagst < 0.4 * hogst else lagst - luft), hogst + luft


def _i_kanten(
    sist: Mapping[str, Any], mal: float | None, matt: Matt, rum: float, palett: Palett
) -> list[dict]:
    """The words of the lines at their right end, moved apart."""
    ord_ = [
        (sist["mitt"], f"Snitt {_kort(sist['mitt'], matt)}"),
        (sist["ovre"], f"Högst {_kort(sist['ovre'], matt)}"),
        (sist["nedre"], f"Lägst {_kort(sist['nedre'], matt)}"),
    ]
    if mal is not None:
        ord_.append((mal, f"Mål {malvarde(mal, matt)}"))
    ut: list[dict] = []
    lage = float("-inf")
    for y, sagt in sorted(ord_):
        lage = max(y, lage + rum)
        ut.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": STEG // 2,
                "y": lage,
                "yanchor": "middle",
                "showarrow": False,
                "text": sagt,
                "font": {"color": palett.svart if sagt.startswith("Mål") else palett.dampad, "size": LITEN},
            }
        )
    return ut


def _etiketter(serie: Serie, matt: Matt, om_market: float, palett: Palett) -> list[dict]:
    """The telling values in writing, `om_market` above their points; the first and the last turn inwards."""
    sist = len(serie.punkter) - 1
    if sist >= ETIKETTER:
        return []
    at = {0: "top right", sist: "top left"} if sist else {}
    med = [(i, p) for i, p in enumerate(serie.punkter) if i in talande(serie, matt)]
    hojder = [(p.varde or 0) + om_market for _, p in med]
    lagen = [at.get(i, "top center") for i, _ in med]
    return [skrift([i for i, _ in med], hojder, [varde(p, matt) for _, p in med], lagen, palett)]
