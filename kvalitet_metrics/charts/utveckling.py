"""Figures over time: lines with their interval for shares, times and values, columns for counts."""

from collections.abc import Sequence
from math import ceil

from kvalitet_metrics import text
from kvalitet_metrics.charts import brott
from kvalitet_metrics.charts.mening import hovring, varde
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, perioder
from kvalitet_metrics.charts.skrift import skrift
from kvalitet_metrics.charts.theme import (
    LITEN,
    STEG,
    SYMBOLER,
    Palett,
    axel,
    genomskinlig,
    kanter,
    layout,
    skuggning,
)

HOJD = 45 * STEG
ETIKETTER = 13
"""So many points may carry their value in writing before they crowd each other."""
TECKEN_I_ALLT = 40
"""So many characters all values may take together; of longer ones only the telling are written."""
RADENS_TECKEN = 64
"""So many characters the names of the periods may take together on one line."""
LUFT, MARKE = 0.012, 0.032
"""The air between the writing and the interval below it, and the middle of a mark, as parts of the axis."""
DOLD_HOJD = 0.08
"""The hatched place of a hidden figure, as part of the height of the axis."""


def utveckling(
    serier: list[Serie], matt: Matt, palett: Palett, axeln: Sequence[Punkt] = (), hojd: int | None = None
) -> dict:
    """The figure as a dict: one line per series, or columns where a count stands alone.

    axeln: a point per period of a time axis that this figure shares with another; else its own periods.
    hojd: of the whole figure in pixels; None gives the drawing its usual height and breaks room above it.
    """
    dagar: dict[tuple, Punkt] = {}
    for p in sorted([*perioder(serier), *axeln], key=lambda p: (p.start, p.slut)):
        dagar.setdefault((p.start, p.slut), p)
    tid, nr_for = list(dagar.values()), {d: i for i, d in enumerate(dagar)}
    plats = {p.period: nr_for[p.start, p.slut] for p in [*perioder(serier), *axeln]}
    topp = _topp(serier, matt)
    staplar = matt.enhet == "antal" and len(serier) == 1
    data: list[dict] = []
    for nr, serie in enumerate(serier):
        farg = palett.serier[nr % len(palett.serier)]
        forskjutning = (nr - (len(serier) - 1) / 2) * 0.06
        x = [plats[p.period] + (0 if staplar else forskjutning) for p in serie.punkter]
        data += [_staplar(serie, matt, x, palett)] if staplar else _linje(serie, matt, x, farg, nr)
        if len(serier) == 1 and len(tid) <= ETIKETTER:
            om_market = topp * (LUFT if staplar else MARKE)
            data += _etiketter(serie, matt, x, topp * LUFT, om_market, palett)
        data += _dolda(serie, x, topp, palett)
    streck = brott.linjer(serier, plats)
    rader = brott.rader(streck)
    figur = layout(palett, hojd or HOJD + rader)
    figur["margin"]["t"] += rader
    figur["xaxis"] = axel(
        palett,
        showline=True,
        **tidsaxel([p.period for p in tid]),
    )
    figur["yaxis"] = _vardeaxel(matt, palett, topp)
    figur["margin"] |= kanter(figur["yaxis"], figur["xaxis"])
    mal = next((s.sista.mal for s in serier if s.sista.mal is not None), None)
    figur["annotations"] = [
        *_luckor(serier, plats, palett),
        *brott.ord_(streck, palett),
        *_doldord(serier, plats, topp, palett),
        *_i_kanten(serier, matt, mal, topp, topp * 0.035 * trangre(figur, rader), palett),
    ]
    ritad = figur["height"] - rader - STEG - figur["margin"]["b"]
    figur["shapes"] = [
        *([] if mal is None else [mallinje(mal, palett)]),
        *brott.streckade(streck, ritad, palett),
    ]
    figur["margin"]["r"] = (18 if len(serier) > 1 else 11 if mal is not None else 2) * STEG
    return {"data": data, "layout": figur}


def _linje(serie: Serie, matt: Matt, x: list[float], farg: str, nr: int) -> list[dict]:
    """Line, marks and 95 % interval of one series; the line stops where it cannot go on."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for i, punkt in enumerate(serie.punkter):
        if i and not punkt.hanger_ihop(serie.punkter[i - 1]):
            xs.append(None)
            ys.append(None)
        xs.append(x[i])
        ys.append(punkt.varde)
    synliga = [(a, p) for a, p in zip(x, serie.punkter, strict=True) if p.varde is not None]
    marken = {
        "type": "scatter",
        "mode": "markers",
        "x": [a for a, _ in synliga],
        "y": [p.varde for _, p in synliga],
        "marker": {"color": farg, "size": 10, "symbol": SYMBOLER[nr % len(SYMBOLER)]},
        "hovertext": [hovring(p, matt, serie.namn) for _, p in synliga],
        "hoverinfo": "text",
        "customdata": [[serie.namn, p.period] for _, p in synliga],
        "error_y": felstapel([p for _, p in synliga], farg),
    }
    linje = {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "connectgaps": False,
        "line": {"color": farg, "width": 2.5},
        "hoverinfo": "skip",
    }
    return [linje, marken]


def felstapel(punkter: Sequence[Punkt], farg: str) -> dict:
    """The 95 % intervals of the points as Plotly's error bars; those without one have none."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [0 if p.ovre is None else p.ovre - (p.varde or 0) for p in punkter],
        "arrayminus": [0 if p.nedre is None else (p.varde or 0) - p.nedre for p in punkter],
        "color": genomskinlig(farg, 0.55),
        "thickness": 2,
        "width": 4,
    }


def _staplar(serie: Serie, matt: Matt, x: list[float], palett: Palett) -> dict:
    """Columns of counts, in a colour without judgement."""
    return {
        "type": "bar",
        "x": x,
        "y": [p.varde for p in serie.punkter],
        "marker": {"color": palett.vanlig},
        "error_y": felstapel(serie.punkter, palett.svart),
        "hovertext": [hovring(p, matt, serie.namn) for p in serie.punkter],
        "hoverinfo": "text",
        "customdata": [[serie.namn, p.period] for p in serie.punkter],
    }


def _etiketter(
    serie: Serie, matt: Matt, x: list[float], luft: float, om_market: float, palett: Palett
) -> list[dict]:
    """The values in writing, `luft` above the interval and `om_market` above the value."""
    valda = talande(serie, matt)
    med = [(a, p) for nr, (a, p) in enumerate(zip(x, serie.punkter, strict=True)) if nr in valda]
    over = [max((p.varde or 0) + om_market, (p.ovre or 0) + luft) for _, p in med]
    ord_ = [varde(p, matt) for _, p in med]
    return [skrift([a for a, _ in med], over, ord_, "top center", palett)] if med else []


def talande(serie: Serie, matt: Matt) -> set[int]:
    """The points whose values are written: all where they have room, else the ends and the extremes.

    The more points there are, the more of them lie between two that are written, so that a phone has room.
    """
    med = [(nr, p) for nr, p in enumerate(serie.punkter) if p.varde is not None]
    if sum(len(varde(p, matt)) for _, p in med) <= TECKEN_I_ALLT:
        return {nr for nr, _ in med}
    efter_varde = sorted(med, key=lambda m: m[1].varde or 0)
    valda: list[int] = []
    glest = max(2, -(-len(serie.punkter) // 4))
    for nr, _ in (med[-1], med[0], efter_varde[-1], efter_varde[0]):
        if all(abs(nr - v) >= glest for v in valda):
            valda.append(nr)
    return set(valda)


def _dolda(serie: Serie, x: list[float], topp: float, palett: Palett) -> list[dict]:
    """The places of hidden figures, hatched."""
    dolda = [(a, p) for a, p in zip(x, serie.punkter, strict=True) if p.dold]
    return [
        {
            "type": "bar",
            "x": [a for a, _ in dolda],
            "y": [topp * DOLD_HOJD] * len(dolda),
            "width": 0.06 if serie.namn else 0.3,
            "marker": skuggning(palett),
            "hovertext": [f"{serie.namn} {p.period}: {text.DOLD_VARFOR}".strip() for _, p in dolda],
            "hoverinfo": "text",
        }
    ] * bool(dolda)


def _doldord(serier: list[Serie], plats: dict[str, int], topp: float, palett: Palett) -> list[dict]:
    """The word above the hatched places, once per period."""
    return [
        {
            "x": plats[period],
            "y": topp * DOLD_HOJD,
            "yanchor": "bottom",
            "text": text.DOLD,
            "showarrow": False,
            "font": {"color": palett.dampad, "size": LITEN},
        }
        for period in sorted({p.period for s in serier for p in s.punkter if p.dold})
    ]


def _vardeaxel(matt: Matt, palett: Palett, topp: float) -> dict:
    """The value axis: shares always 0–100 %, everything else from zero, with few quiet lines."""
    if matt.enhet == "andel":
        steg = [0, 0.25, 0.5, 0.75, 1]
        ticktext = [text.procent(s, 0) for s in steg]
        return axel(palett, range=[0, topp], tickvals=steg, ticktext=ticktext, showgrid=True)
    return axel(palett, range=[0, topp], showgrid=True, nticks=5, tickformat=",.0f" if topp > 5 else ",")


def _topp(serier: list[Serie], matt: Matt) -> float:
    """Upper end of the value axis, with room for the writing above the highest point."""
    if matt.enhet == "andel":
        return 1.1
    hogst = [max(p.varde or 0, p.ovre or 0, p.mal or 0) for s in serier for p in s.punkter]
    return (max(hogst, default=0) or 1) * 1.15


def trangre(figur: dict, rader: int) -> float:
    """How much larger a part of its height a line of writing takes than in a figure of the usual height.

    rader: height in pixels of what stands above the drawing.
    """
    utom = STEG + figur["margin"]["b"]
    return (HOJD - utom) / (figur["height"] - rader - utom)


def _i_kanten(
    serier: list[Serie], matt: Matt, mal: float | None, topp: float, halv_rad: float, palett: Palett
) -> list[dict]:
    """The names at the right end of their lines and the word of the target, moved apart.

    halv_rad: half the height of a line of writing, as a value on the axis.
    """
    ord_ = [
        (s.sista.varde or 0.0, f"{radbruten(s.namn)}<br><b>{varde(s.sista, matt)}</b>", palett.serier[nr])
        for nr, s in enumerate(serier)
        if len(serier) > 1
    ]
    if mal is not None:
        ord_.append((mal, f"Mål {malvarde(mal, matt)}", palett.svart))
    lagen: list[float] = []
    rum_fore = 0.0
    for slut, sagt, _ in sorted(ord_):
        rum = halv_rad * (1 + sagt.count("<br>"))
        lagen.append(max(slut, lagen[-1] + rum_fore + rum) if lagen else slut)
        rum_fore = rum
    for_hogt = max(0.0, lagen[-1] - topp * 0.97) if lagen else 0.0
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": STEG // 2,
            "y": y - for_hogt,
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "text": sagt,
            "font": {"color": farg, "size": LITEN},
        }
        for y, (_, sagt, farg) in zip(lagen, sorted(ord_), strict=True)
    ]


def _luckor(serier: list[Serie], plats: dict[str, int], palett: Palett) -> list[dict]:
    """A word at the foot where the line is broken because periods are missing in between."""
    luckor: set[float] = set()
    for serie in serier:
        for fore, efter in zip(serie.punkter, serie.punkter[1:], strict=False):
            if not efter.foljer_pa(fore):
                luckor.add((plats[fore.period] + plats[efter.period]) / 2)
    return [
        {
            "x": x,
            "y": 0,
            "yanchor": "bottom",
            "text": "uppgift<br>saknas",
            "showarrow": False,
            "font": {"color": palett.dampad, "size": LITEN},
        }
        for x in sorted(luckor)
    ]


def mallinje(mal: float, palett: Palett) -> dict:
    """The target: a dashed line across; its word stands in the margin."""
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": mal,
        "y1": mal,
        "layer": "below",
        "line": {"color": palett.svart, "width": 1.5, "dash": "dash"},
    }


def malvarde(mal: float, matt: Matt) -> str:
    """The target in writing, shares without decimals where they have none."""
    if matt.enhet != "andel":
        return text.vardetext(mal, matt.enhet)
    return text.procent(mal, 0 if round(mal * 100, 6).is_integer() else 1)


def andelssteg(lagst: float, hogst: float) -> dict:
    """The lines of an axis of shares between two values, at most six, written as Swedes write them.

    >>> andelssteg(0, 0.63)["ticktext"]
    ['0\\xa0%', '20\\xa0%', '40\\xa0%', '60\\xa0%']
    """
    stegen = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
    steg = next((s for s in stegen if (hogst - lagst) / s <= 5), 0.25)
    varden = [round(i * steg, 3) for i in range(ceil(lagst / steg), int(hogst / steg + 1e-9) + 1)]
    return {
        "tickvals": varden,
        "ticktext": [text.procent(v, 0 if steg >= 0.01 else 1) for v in varden],
    }


def tidsaxel(perioder: Sequence[str]) -> dict:
    """The time axis: a place per period, and as many of their names as can be read beside each other."""
    ord_ = [tidsord(p) for p in perioder]
    bredast = max((len(rad) for o in ord_ for rad in o.split("<br>")), default=1)
    ryms = max(1, min(ETIKETTER, RADENS_TECKEN // max(1, bredast)))
    gles = max(1, -(-len(ord_) // ryms))
    return {
        "tickmode": "array",
        "tickvals": list(range(len(ord_)))[::gles],
        "ticktext": ord_[::gles],
        "range": [-0.5, len(ord_) - 0.5],
    }


def tidsord(period: str) -> str:
    """A period as it stands below an axis: its year on a line of its own, so that none needs to lean.

    >>> tidsord("jan–mar 2023"), tidsord("2022/2023")
    ('jan–mar<br>2023', '2022/2023')
    """
    return period.replace(" ", "<br>", 1)


def radbruten(namn: str, bredd: int = 18) -> str:
    """A long name on several lines, broken between words."""
    rader = [""]
    for ord_ in namn.split():
        if len(rader[-1]) + len(ord_) >= bredd and rader[-1]:
            rader.append("")
        rader[-1] = f"{rader[-1]} {ord_}".strip()
    return "<br>".join(rader)
