"""A difference over time with its interval, around the line where there is none."""

from collections.abc import Mapping, Sequence
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import LITEN, STEG, Palett, axel, genomskinlig, kanter, layout
from kvalitet_metrics.charts.utveckling import tidsaxel

HOJD = 26 * STEG
Skillnad = Mapping[str, Any]
"""One period: kon (two words), period, varde, nedre and ovre (None where `skal` says why)."""


def skillnad(rader: Sequence[Skillnad], enhet: str, palett: Palett) -> dict:
    """The figure as a dict. Filled marks are differences that chance does not explain, hollow ones may be."""
    forsta, andra = rader[0]["kon"]
    synliga = [(nr, r) for nr, r in enumerate(rader) if r["varde"] is not None]
    granser = [abs(r[k]) for _, r in synliga for k in ("varde", "nedre", "ovre") if r[k] is not None]
    topp = max(granser, default=0) * 1.15 or 1
    sakra = [saker(r) for _, r in synliga]
    data = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [nr for nr, _ in synliga],
            "y": [r["varde"] for _, r in synliga],
            "marker": {
                "size": 11,
                "color": [palett.svart if s else palett.papper for s in sakra],
                "line": {"color": palett.svart, "width": 2},
            },
            "error_y": {
                "type": "data",
                "symmetric": False,
                "array": [(r["ovre"] or r["varde"]) - r["varde"] for _, r in synliga],
                "arrayminus": [r["varde"] - (r["nedre"] or r["varde"]) for _, r in synliga],
                "color": genomskinlig(palett.svart, 0.55),
                "thickness": 2,
                "width": 4,
            },
            "hovertext": [
                f"{r['period']}: {skillnad_i_ord(r, enhet)}<br>95{text.NBSP}% intervall {spann(r, enhet)}"
                for _, r in synliga
            ],
            "hoverinfo": "text",
        }
    ]
    figur = layout(palett, HOJD)
    figur["xaxis"] = axel(palett, **tidsaxel([r["period"] for r in rader]))
    figur["yaxis"] = axel(palett, range=[-topp, topp], tickvals=[0], ticktext=["0"], zeroline=True)
    figur["margin"] |= kanter(figur["yaxis"], figur["xaxis"])
    figur["yaxis"] |= {"zerolinecolor": palett.vanlig, "zerolinewidth": 1.5}
    ord_ = "längre för" if enhet == "dagar" else "högre för"
    figur["annotations"] = [
        {
            "xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": y, "yanchor": ankare,
            "showarrow": False, "text": f"{pil} {ord_} {vem}",
            "font": {"size": LITEN, "color": palett.dampad},
        }
        for y, ankare, pil, vem in ((1, "top", "▲", forsta), (0, "bottom", "▼", andra))
    ]  # fmt: skip
    return {"data": data, "layout": figur}


def skillnad_i_ord(rad: Skillnad, enhet: str) -> str:
    """One period: «3,2 procentenheter högre för flickor», or why nothing is said."""
    if rad["varde"] is None:
        return text.stor_bokstav(rad["skal"])
    if rad["varde"] == 0:
        return "ingen skillnad"
    vem = rad["kon"][0 if rad["varde"] > 0 else 1]
    if enhet == "dagar":
        return f"{text.dagar(abs(rad['varde']))} längre för {vem}"
    return f"{text.procentenheter(abs(rad['varde'])).lstrip('+')} högre för {vem}"


def spann(rad: Skillnad, enhet: str) -> str:
    """The 95 % interval of the difference; below zero it is for the second of the two."""
    if rad["nedre"] is None or rad["ovre"] is None:
        return ""
    gange, decimaler = (1, 0) if enhet == "dagar" else (100, 1)
    return text.intervall(rad["nedre"] * gange, rad["ovre"] * gange, decimaler, "värde")


def saker(rad: Skillnad) -> bool:
    """True where chance does not explain the difference."""
    if rad["nedre"] is None or rad["ovre"] is None:
        return False
    return not rad["nedre"] <= 0 <= rad["ovre"]
