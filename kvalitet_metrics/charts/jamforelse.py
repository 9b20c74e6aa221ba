"""Group beside group in the newest period, one row each; the period before is a hollow mark."""

from kvalitet_metrics import text
from kvalitet_metrics.charts.brott import kort_orsak
from kvalitet_metrics.charts.mening import hovring, underlag, varde
from kvalitet_metrics.charts.rader import VANSTER, platser, radernas_ord
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, nyaste, perioder
from kvalitet_metrics.charts.theme import LITEN, STEG, TECKENBREDD, TEXT, Palett, axel, layout, skuggning
from kvalitet_metrics.charts.utveckling import andelssteg, felstapel, malvarde, radbruten

RADHOJD, STAPEL = 7 * STEG, 2 * STEG
"""Height of a row whose name takes one line, and of its bar."""
RAD = 2 * STEG + 4
MARGINAL = 13 * STEG
"""Room to the right of the rows for their values, so that names and values never meet on a phone."""
TECKEN = 32
"""So much of a name fits on one line on a phone."""
INTE_HEL = "perioden är inte hel"
BRED_TECKEN, BRED_MARGINAL, SMAL_MARGINAL = 38, 21 * STEG, 9 * STEG
"""On a wide screen: so much of a name in the margin, the room for value and n, and for a value alone."""
BRED_RAD, BREDASTE_RAD, BRED_KANT = 4 * STEG, 20 * STEG, 9 * STEG
"""The least and the most height of a row there, and the room for what stands above and below the rows."""


def jamforelse(serier: list[Serie], matt: Matt, palett: Palett, hojd: int | None = None) -> dict:
    """The figure as a dict: bars for counts and distributions, else marks with their interval.

    hojd: of a wide screen, in pixels, which the rows share, with their names alone in the margin. None writes
    each name above its row, as a phone needs it, with the reason why it is not compared.
    """
    tid = [p for p in perioder(serier) if p.start <= nyaste(serier).start]
    nyast = tid[-1].period if tid else ""
    rader = [(s, p) for s in serier for p in s.punkter if p.period == nyast]
    brutna = [_kort(p) for s, p in rader if _kort(p) and len(s.punkter) > 1]
    en_orsak = len(brutna) == sum(len(s.punkter) > 1 for s, _ in rader) and len(set(brutna)) == 1
    if hojd is None:
        namn = [_namn(s, p, not en_orsak) for s, p in rader]
    else:
        namn = [radbruten(s.namn or p.period, BRED_TECKEN) for s, p in rader]
    hogst = _hogst(serier, matt)
    y, hogt = platser(namn, RAD / RADHOJD if hojd is None else 0)
    radhojd = RADHOJD
    if hojd is not None:
        radbrott = max((n.count("<br>") for n in namn), default=0)
        plats = (hojd - BRED_KANT) / (len(rader) + 0.4)
        radhojd = int(max(BRED_RAD + RAD // 2 * radbrott, min(plats, BREDASTE_RAD)))
    rita = _staplar if matt.enhet == "antal" or matt.fordelning else _marken
    data = [
        _fore(rader, matt, y, palett, tid[-2].period if len(tid) > 1 else ""),
        rita(rader, matt, y, palett),
    ]
    data += _dolda(rader, y, hogst, palett)
    figur = layout(palett, 0)
    figur["margin"] |= {"l": VANSTER, "r": MARGINAL, "t": STEG, "b": 6 * STEG}
    if hojd is not None:
        langst = max((len(r) for n in namn for r in n.split("<br>")), default=0)
        hoger = BRED_MARGINAL if any(underlag(p, matt) for _, p in rader) else SMAL_MARGINAL
        figur["margin"] |= {"l": int(langst * TECKENBREDD) + 3 * STEG, "r": hoger}
    figur["yaxis"] = axel(palett, range=[-0.5, hogt - 0.1], showticklabels=False)
    figur["xaxis"] = _vardeaxel(matt, palett, hogst)
    if len(tid) > 1 and (data[0]["x"] or en_orsak):
        ord_ = f"Ihålig romb: {tid[-2].period}{', där perioden är hel' * (INTE_HEL in brutna)}"
        if en_orsak:
            ord_ = f"Jämförs inte med {tid[-2].period}: {brutna[0]}"
        figur["xaxis"]["title"] = {"text": ord_, "font": {"color": palett.dampad, "size": LITEN}}
    figur["annotations"] = []
    if hojd is None:
        varden = [_varde(p, matt, palett) for _, p in rader]
        data += radernas_ord(y, namn, varden, figur["xaxis"]["range"], (STEG + 1) / RADHOJD, palett)
    else:
        figur["annotations"] = [
            a
            for n, (_, p), rad in zip(namn, rader, y, strict=True)
            for a in _bred_rad(n, p, matt, rad, palett)
        ]
    mal = next((p.mal for _, p in rader if p.mal is not None), None)
    if mal is not None:
        figur["shapes"] = [_mal(mal, palett)]
        figur["annotations"].append(_malord(mal, matt, palett))
        figur["margin"]["t"] += 2 * STEG
    figur["height"] = int((hogt + 0.4) * radhojd) + figur["margin"]["t"] + figur["margin"]["b"]
    for stapel in data:
        if stapel["type"] == "bar":
            stapel["width"] = STAPEL / radhojd
    return {"data": [d for d in data if d["x"]], "layout": figur}


def ryms(hojd: int) -> int:
    """So many rows a wide screen of that height holds."""
    return int((hojd - BRED_KANT) / BRED_RAD - 0.4)


def _kort(punkt: Punkt) -> str:
    """Why a figure is not compared with the one before it, in a few words; empty where it is."""
    return INTE_HEL if punkt.ofull else kort_orsak(punkt)


def _varde(punkt: Punkt, matt: Matt, palett: Palett) -> str:
    """A value as it is written beside its row, and n below it."""
    n = underlag(punkt, matt)
    svans = f"<br><span style='color:{palett.dampad};font-size:{LITEN}px'>{n}</span>" if n else ""
    return f"<b>{varde(punkt, matt)}</b>{svans}"


def _bred_rad(namnet: str, punkt: Punkt, matt: Matt, y: float, palett: Palett) -> list[dict]:
    """The writing of one row on a wide screen: its name to the left, value and n on one line to the right."""
    n = underlag(punkt, matt)
    svans = f"  <span style='color:{palett.dampad};font-size:{LITEN}px'>{n}</span>" if n else ""
    gemensamt = {"xref": "paper", "y": y, "showarrow": False, "font": {"size": TEXT, "color": palett.svart}}
    namn = {"x": 0, "xanchor": "right", "xshift": -2 * STEG, "align": "right"}
    varden = {"x": 1, "xanchor": "left", "xshift": STEG, "align": "left"}
    return [
        gemensamt | namn | {"text": namnet},
        gemensamt | varden | {"text": f"<b>{varde(punkt, matt)}</b>{svans}"},
    ]


def _namn(serie: Serie, punkt: Punkt, med_brott: bool) -> str:
    """The name of a row, and that it cannot be compared with the period before where that is so.

    That the period is unfinished is said once for all rows, below the axis.
    """
    sagt = med_brott and len(serie.punkter) > 1 and _kort(punkt)
    brott = f" ({sagt})" if sagt and sagt != INTE_HEL else ""
    return radbruten(f"{serie.namn or punkt.period}{brott}", TECKEN)


def _staplar(rader: list[tuple[Serie, Punkt]], matt: Matt, y: list[float], palett: Palett) -> dict:
    """Bars from zero."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [p.varde for _, p in rader],
        "y": y,
        "marker": {"color": palett.vanlig},
        "error_x": felstapel([p for _, p in rader], palett.svart),
        "customdata": [[s.namn, p.period] for s, p in rader],
        "hovertext": [hovring(p, matt, s.namn) for s, p in rader],
        "hoverinfo": "text",
    }


def _marken(rader: list[tuple[Serie, Punkt]], matt: Matt, y: list[float], palett: Palett) -> dict:
    """Marks with their 95 % interval."""
    synliga = [(s, p, rad) for (s, p), rad in zip(rader, y, strict=True) if p.varde is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [p.varde for _, p, _ in synliga],
        "y": [rad for *_, rad in synliga],
        "marker": {"color": palett.svart, "size": 12},
        "cliponaxis": False,
        "customdata": [[s.namn, p.period] for s, p, _ in synliga],
        "hovertext": [hovring(p, matt, s.namn) for s, p, _ in synliga],
        "hoverinfo": "text",
        "error_x": felstapel([p for _, p, _ in synliga], palett.svart),
    }


def _fore(rader: list[tuple[Serie, Punkt]], matt: Matt, y: list[float], palett: Palett, period: str) -> dict:
    """The period before as hollow marks on the same rows, where the two may be compared."""
    fore = [
        (p, s, rad)
        for (s, nu), rad in zip(rader, y, strict=True)
        for p in s.punkter
        if p.period == period and p.varde is not None and not (_kort(nu) or p.ofull)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [p.varde for p, *_ in fore],
        "y": [rad for *_, rad in fore],
        "marker": {
            "color": palett.papper,
            "size": 11,
            "symbol": "diamond",
            "line": {"color": palett.dampad, "width": 2},
        },
        "hovertext": [hovring(p, matt, s.namn) for p, s, _ in fore],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _dolda(rader: list[tuple[Serie, Punkt]], y: list[float], hogst: float, palett: Palett) -> list[dict]:
    """The hatched places of hidden figures; the word stands in the row's writing."""
    dolda = [(s, p, rad) for (s, p), rad in zip(rader, y, strict=True) if p.dold]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "x": [hogst * 0.12] * len(dolda),
            "y": [rad for *_, rad in dolda],
            "marker": skuggning(palett),
            "hovertext": [f"{s.namn} {p.period}: {text.DOLD_VARFOR}" for s, p, _ in dolda],
            "hoverinfo": "text",
        }
    ]


def _vardeaxel(matt: Matt, palett: Palett, hogst: float) -> dict:
    """The value axis: shares 0–100 %, everything else from zero."""
    if matt.enhet == "andel" and not matt.fordelning:
        steg = [0, 0.25, 0.5, 0.75, 1]
        return axel(
            palett, range=[0, 1], tickvals=steg, ticktext=[text.procent(s, 0) for s in steg], showgrid=True
        )
    if matt.enhet == "andel":
        return axel(palett, range=[0, hogst * 1.05], showgrid=True, **andelssteg(0, hogst * 1.05))
    return axel(palett, range=[0, hogst * 1.05], tickformat=",", nticks=5, showgrid=True)


def _hogst(serier: list[Serie], matt: Matt) -> float:
    """The largest value that the axis must hold."""
    if matt.enhet == "andel" and not matt.fordelning:
        return 1.0
    return (
        max((max(p.varde or 0, p.ovre or 0, p.mal or 0) for s in serier for p in s.punkter), default=0) or 1
    )


def _mal(mal: float, palett: Palett) -> dict:
    """The target as a dashed line down through all rows."""
    return {
        "type": "line",
        "yref": "paper",
        "x0": mal,
        "x1": mal,
        "y0": 0,
        "y1": 1,
        "layer": "between",
        "line": {"color": palett.svart, "width": 1.5, "dash": "dash"},
    }


def _malord(mal: float, matt: Matt, palett: Palett) -> dict:
    """The target's word, above its line."""
    return {
        "x": mal,
        "xanchor": "right" if matt.enhet == "andel" and mal > 0.5 else "left",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "text": f"Mål {malvarde(mal, matt)}",
        "font": {"color": palett.svart, "size": LITEN},
    }
