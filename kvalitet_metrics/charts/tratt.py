"""The funnel: units by how many cases they have, and the limits that chance keeps within. No ranking."""

from collections.abc import Mapping, Sequence
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import LITEN, STEG, Palett, axel, genomskinlig, kanter, layout
from kvalitet_metrics.charts.utveckling import HOJD

INNE, UTE = ("circle", 10), {"lower_95": ("circle-open", 11), "upper_95": ("circle-open", 11)}
LANGT_UTE = {"lower_998": ("triangle-down", 14), "upper_998": ("triangle-up", 14)}
TECKEN = 20
"""So much of a name is written beside its mark."""
NAMNBREDD, NAMNHOJD = 0.35, 0.07
"""The room of a name, as shares of the width and the height of the drawing in half a page's width."""
MITTEN = 0.5
"""Names are to the right of their marks before the middle, to the left beyond it."""


def tratt(svar: Mapping[str, Any], palett: Palett, hojd: int = HOJD) -> dict:
    """The figure as a dict, of what a funnel answers with; hojd: in pixels."""
    enheter = [e for e in svar["enheter"] if e["nedre_95"] is not None]
    kurvor = svar["kurvor"]
    x = [k["namnare"] for k in kurvor]
    data: list[dict] = []
    for niva, streck, tackning in (("998", "dot", 0.07), ("95", "dash", 0.1)):
        linje = {"color": palett.vanlig, "width": 1.5, "dash": streck}
        gemensamt = {"type": "scatter", "mode": "lines", "x": x, "hoverinfo": "skip", "line": linje}
        fyllt = {"fill": "tonexty", "fillcolor": genomskinlig(palett.vanlig, tackning)}
        data.append(gemensamt | {"y": [k[f"nedre_{niva}"] for k in kurvor]})
        data.append(gemensamt | {"y": [k[f"ovre_{niva}"] for k in kurvor]} | fyllt)
    marken = [UTE.get(e["utanfor"]) or LANGT_UTE.get(e["utanfor"]) or INNE for e in enheter]
    data.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [e["namnare"] for e in enheter],
            "y": [e["varde"] for e in enheter],
            "marker": {
                "color": [palett.signal if e["utanfor"] else palett.svart for e in enheter],
                "symbol": [m[0] for m in marken],
                "size": [m[1] for m in marken],
                "line": {"width": 2, "color": palett.signal},
            },
            "customdata": [[e["namn"], svar["period"]] for e in enheter],
            "hovertext": [_hovring(e, svar["enhet"]) for e in enheter],
            "hoverinfo": "text",
            "cliponaxis": False,
        }
    )
    data[-1]["marker"]["line"]["width"] = [2 if e["utanfor"] else 0 for e in enheter]
    figur = layout(palett, hojd)
    figur["margin"] |= {"r": 3 * STEG, "b": 7 * STEG}
    titel = {"text": "Antal som ingår", "font": {"size": LITEN, "color": palett.dampad}}
    figur["xaxis"] = axel(palett, range=[0, x[-1]], showline=True, title=titel)
    figur["yaxis"] = _skala(svar, palett)
    figur["margin"]["l"] = kanter(figur["yaxis"], {})["l"]
    figur["shapes"] = [
        {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": svar["centrum"], "y1": svar["centrum"],
            "layer": "below", "line": {"color": palett.vanlig, "width": 1.5},
        }
    ]  # fmt: skip
    figur["annotations"] = [
        _namn(e, palett, e["namnare"] > x[-1] * MITTEN)
        for e in _som_ryms(enheter, x[-1], figur["yaxis"]["range"][1])
    ]
    return {"data": data, "layout": figur}


def forklaring(svar: Mapping[str, Any]) -> str:
    """What the drawing shows, as the line below its sentence."""
    helheten = text.vardetext(svar["centrum"], svar["enhet"])
    vad = "Andel" if svar["enhet"] == "andel" else f"Antal {text.PER[svar['enhet']]},"
    namnda = " Namn står vid dem som är utanför, så långt de får plats."
    return (
        f"{vad} per enhet efter hur många som ingår, mot helheten {helheten} (linjen). Inom banden, 95 och"
        f" 99,8{text.NBSP}%, kan skillnaden vara slump; ju färre som ingår desto bredare. Ingen rangordning."
        f"{namnda * any(e['utanfor'] for e in svar['enheter'])}"
    )


def _skala(svar: Mapping[str, Any], palett: Palett) -> dict:
    """The value axis: all of 0–100 % for shares, else from zero to the highest unit or inner limit."""
    if svar["enhet"] == "andel":
        steg = [0, 0.25, 0.5, 0.75, 1]
        return axel(palett, range=[0, 1.05], tickvals=steg, showgrid=True) | {
            "ticktext": [text.procent(v, 0) for v in steg]
        }
    hogst = max(e[k] for e in svar["enheter"] if e["nedre_95"] is not None for k in ("varde", "ovre_95"))
    return axel(palett, range=[0, hogst * 1.1], showgrid=True, nticks=5)


def _som_ryms(
    enheter: Sequence[Mapping[str, Any]], x_hogst: float, y_hogst: float
) -> list[Mapping[str, Any]]:
    """The units beyond a limit whose names have room beside their marks, those beyond the widest first."""
    valda: list[Mapping[str, Any]] = []
    for e in sorted((e for e in enheter if e["utanfor"]), key=lambda e: e["utanfor"] not in LANGT_UTE):
        mitt = _namnets_mitt(e, x_hogst)
        if not any(
            abs(mitt - _namnets_mitt(v, x_hogst)) < NAMNBREDD
            and abs(e["varde"] - v["varde"]) < NAMNHOJD * y_hogst
            for v in valda
        ):
            valda.append(e)
    return valda


def _namnets_mitt(e: Mapping[str, Any], x_hogst: float) -> float:
    """Where the middle of a name would be, as a share of the width."""
    x = e["namnare"] / x_hogst
    return x + NAMNBREDD / 2 * (-1 if x > MITTEN else 1)


def _hovring(e: Mapping[str, Any], enhet: str) -> str:
    """A unit in words: its figure, its cases, its limits and whether it is beyond them."""
    inom = e["utanfor_ord"] or "inom vad slumpen förklarar"
    return "<br>".join(
        [
            f"<b>{e['namn']}</b>",
            f"<b>{_varde(e, enhet)}</b> – {text.tal_kort(e['taljare'])}"
            f" {'av' if enhet == 'andel' else 'på'} {text.tal_kort(e['namnare'])}",
            f"95{text.NBSP}% gränser {text.intervall(e['nedre_95'], e['ovre_95'], enhet=enhet)}",
            text.stor_bokstav(inom),
        ]
    )


def _varde(e: Mapping[str, Any], enhet: str) -> str:
    """The figure of a unit, a share rounded from its counts."""
    if enhet == "andel":
        return text.procent(e["varde"], 1, int(e["taljare"]), int(e["namnare"]))
    return text.vardetext(e["varde"], enhet)


def _namn(e: Mapping[str, Any], palett: Palett, till_hoger: bool) -> dict:
    """The name of a unit that is beyond a limit, beside its mark; narrow charts leave out some (smal.js)."""
    namn = e["namn"] if len(e["namn"]) <= TECKEN else f"{e['namn'][: TECKEN - 1]}…"
    return {
        "name": "namn", "x": e["namnare"], "y": e["varde"], "text": namn, "showarrow": False,
        "xanchor": "right" if till_hoger else "left", "xshift": -10 if till_hoger else 10,
        "font": {"size": LITEN, "color": palett.svart},
        "bgcolor": genomskinlig(palett.papper, 0.8), "borderpad": 0,
    }  # fmt: skip
