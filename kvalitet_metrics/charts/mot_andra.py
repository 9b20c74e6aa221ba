"""One's own newest values beside those of others and the targets: a row each, a mark of its own per whom."""

from collections.abc import Sequence

from kvalitet_metrics import text
from kvalitet_metrics.charts.mening import hovring, varde
from kvalitet_metrics.charts.rader import VANSTER, platser, radernas_ord
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie
from kvalitet_metrics.charts.theme import LITEN, STEG, Palett, axel, layout
from kvalitet_metrics.charts.utveckling import radbruten
from kvalitet_metrics.model import JAMFORELSER

RAD = LITEN + 4
RADHOJD = 4 * STEG + RAD
"""Height of a line of a name, and of a row whose name takes one line."""
MARGINAL = 9 * STEG
TECKEN = 40
"""So much of a name fits on one line on a phone."""
EGET, FORRA = "vårt värde", "förra mätningen"
MARKEN = {
    EGET: ("circle", "●"),
    FORRA: ("circle-open", "○"),
    "mal": ("line-ns-open", "|"),
    "good_enough_mal": ("triangle-down-open", "▽"),
    "keks_snitt": ("diamond-open", "◇"),
    "staden": ("square-open", "□"),
    "lan": ("cross-open", "✚"),
    "riket": ("triangle-up-open", "△"),
}
"""Per whom: the mark as the chart draws it, and as it is written in the explanation."""


def andra(punkt: Punkt) -> dict[str, float]:
    """All that a value stands beside, by whose it is; each is a thing of its own."""
    alla = {FORRA: punkt.foregaende, "mal": punkt.mal, **punkt.jamforelser}
    return {vem: v for vem, v in alla.items() if v is not None}


def vems(serier: Sequence[Serie]) -> list[str]:
    """Whose values there are beside the own, in the order of MARKEN; unknown ones last."""
    sedda = {vem for s in serier for vem in andra(s.sista)}
    return [v for v in MARKEN if v in sedda] + sorted(sedda - set(MARKEN))


def namn(vem: str) -> str:
    """Whose values, as a reader sees it."""
    return text.stor_bokstav(JAMFORELSER.get(vem, vem.replace("_", " ")))


def mot_andra(serier: Sequence[Serie], matt: Matt, palett: Palett) -> dict:
    """The figure as a dict: the newest point of every series with a row of its own."""
    namnen = [radbruten(s.namn, TECKEN) for s in serier]
    y, hogt = platser(namnen, RAD / RADHOJD)
    sista = [s.sista for s in serier]
    data = [_spar([andra(p).get(vem) for p in sista], y, vem, palett) for vem in vems(serier)]
    eget = _spar([p.varde for p in sista], y, EGET, palett)
    eget["hovertext"] = [
        hovring(p, matt, s.namn) for s, p in zip(serier, sista, strict=True) if p.varde is not None
    ]
    hogst = max([x for spar in [*data, eget] for x in spar["x"]] or [1])
    figur = layout(palett, int(hogt * RADHOJD) + 6 * STEG)
    figur["margin"] |= {"l": VANSTER, "r": MARGINAL, "t": STEG, "b": 5 * STEG}
    figur["yaxis"] = axel(palett, range=[-0.4, hogt - 0.4], showticklabels=False)
    if matt.enhet == "andel":
        steg = (0, 0.25, 0.5, 0.75, 1)
        stegen = {"tickvals": steg, "ticktext": [text.procent(v, 0) for v in steg]}
        figur["xaxis"] = axel(palett, range=[-0.02, 1.02], showgrid=True, **stegen)
    else:
        figur["xaxis"] = axel(palett, range=[0, hogst * 1.05], nticks=5, showgrid=True)
    figur["annotations"] = []
    varden = [f"<b>{varde(p, matt)}</b>" for p in sista]
    ord_ = radernas_ord(y, namnen, varden, figur["xaxis"]["range"], STEG / RADHOJD, palett, LITEN)
    return {"data": [*data, eget, *ord_], "layout": figur}


def _spar(varden: Sequence[float | None], y: Sequence[float], vem: str, palett: Palett) -> dict:
    """The marks of one: filled for one's own, hollow for all others."""
    med = [(v, rad) for v, rad in zip(varden, y, strict=True) if v is not None]
    farg = palett.svart if vem == EGET else palett.dampad
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [v for v, _ in med],
        "y": [rad for _, rad in med],
        "marker": {
            "symbol": MARKEN.get(vem, ("x-open", "×"))[0],
            "size": 13 if vem == EGET else 11,
            "color": farg,
            "line": {"width": 2, "color": farg},
        },
        "hovertext": [namn(vem)] * len(med),
        "hoverinfo": "text",
        "cliponaxis": False,
    }
