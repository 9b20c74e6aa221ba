"""The overview: per quality area its indicators as tiles, each with value, n, change, target and trend."""

from dataclasses import dataclass, replace
from html import escape
from urllib.parse import quote

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Punkt, Serie, gnista, gnista_i_ord
from kvalitet_metrics.charts.brott import kort_orsak
from kvalitet_metrics.charts.mening import andring, underlag, varde
from kvalitet_metrics.charts.serie import nyaste
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import OMRADEN
from kvalitet_metrics.stats import proportion
from kvalitet_metrics.ui import data, layout
from kvalitet_metrics.ui.filters import Vy

I_BREDD = 3
"""At most so many tiles beside each other."""

BATTRE, SAMRE = "km-battre", "km-samre"


@dataclass(frozen=True)
class Ruta:
    """What stands on one tile."""

    id: str
    matt: Matt
    serie: Serie
    trend: Serie
    av_flera: str = ""


def omraden(vy: Vy) -> None:
    """All quality areas in order, small ones sharing a row; those without figures are named at the end."""
    med = {bokstav: _rutor(bokstav, vy) for bokstav in OMRADEN}
    rad: list[str] = []
    for bokstav, (rutor, _) in med.items():
        if not rutor:
            continue
        if rad and sum(len(med[o][0]) for o in rad) + len(rutor) > I_BREDD:
            _rad({o: med[o] for o in rad})
            rad = []
        rad.append(bokstav)
    if rad:
        _rad({o: med[o] for o in rad})
    utan = [f"{bokstav} {OMRADEN[bokstav]}" for bokstav, (rutor, _) in med.items() if not rutor]
    if utan:
        st.html('<div class="km-omrade"><h2>Områden utan uppgifter i urvalet</h2></div>')
        st.caption(" · ".join(utan))


def _rad(omraden_i_rad: dict[str, tuple[list[Ruta], list[str]]]) -> None:
    """One row of the grid: the areas beside each other, each under its own heading."""
    bredder = [min(len(rutor), I_BREDD) for rutor, _ in omraden_i_rad.values()]
    ledigt = I_BREDD - sum(bredder)
    kolumner = st.columns([*bredder, ledigt] if ledigt else bredder)
    for kolumn, (bokstav, (rutor, tomma)), bredd in zip(
        kolumner, omraden_i_rad.items(), bredder, strict=False
    ):
        with kolumn:
            st.html(f'<div class="km-omrade"><b>{bokstav}</b><h2>{escape(OMRADEN[bokstav])}</h2></div>')
            _rita(rutor, bredd)
            if tomma:
                st.caption(f"Utan uppgifter i urvalet: {text.lista(tomma)}.")


def _rutor(omrade: str, vy: Vy) -> tuple[list[Ruta], list[str]]:
    """The tiles of an area, and the names of its indicators that have no figures."""
    rutor: list[Ruta] = []
    tomma: list[str] = []
    for id_, definition in INDIKATORER.items():
        if definition.omrade != omrade or definition.bevakning:
            continue
        try:
            serier = data.serier(id_, vy)
        except KvalitetError:
            serier = []
        if not serier:
            tomma.append(definition.namn)
        elif definition.alltid_per is None:
            rutor.append(Ruta(id_, data.matt(id_, vy), serier[0], _trendserie(id_, serier[0], vy)))
        else:
            nyast = nyaste(serier).start
            storst = max(
                (s for s in serier if s.sista.start == nyast), key=lambda s: float(s.sista.varde or 0)
            )
            ord_ = "störst" if definition.kind == "fordelning" else "ett"
            matt = replace(data.matt(id_, vy), riktning=definition.riktning_for(storst.namn).value)
            rutor.append(Ruta(id_, matt, storst, storst, f"{ord_} av {len(serier)}"))
    return rutor, tomma


def _trendserie(id_: str, serie: Serie, vy: Vy) -> Serie:
    """The series of the small trend: a single period is shown by the shorter ones within it."""
    if len(serie.punkter) > 1:
        return serie
    return next(iter(data.serier(id_, vy.finare())), serie)


def _rita(rutor: list[Ruta], bredd: int) -> None:
    """Tiles on one grid, `bredd` beside each other."""
    for i in range(0, len(rutor), bredd):
        for kolumn, ruta in zip(st.columns(bredd), rutor[i : i + bredd], strict=False):
            with kolumn.container(border=True, height="stretch"):
                st.page_link(
                    "pages/utforska.py", label=f"**{ruta.matt.namn}**", query_params={"indikator": ruta.id}
                )
                st.html(_innehall(ruta))


def _innehall(ruta: Ruta) -> str:
    """The inside of a tile."""
    matt, punkt = ruta.matt, ruta.serie.sista
    visat = varde(punkt, matt)
    ord_ = "" if visat[:1].isdigit() or visat[:1] == text.MINUS else " km-ord"
    stor = text.stor_bokstav(visat) if ord_ else visat
    rest = [underlag(punkt, matt), punkt.period]
    if ruta.av_flera:
        rest.insert(0, f"{ruta.serie.namn}, {ruta.av_flera}")
    rader = [
        f'<div class="km-varde{ord_}">{escape(stor)}</div>',
        f'<div class="km-n">{escape(" · ".join(filter(None, rest)))}</div>',
        _andringsrad(ruta.serie, matt),
        _malrad(punkt, matt),
        _trend(ruta.trend, matt),
    ]
    return f'<div class="km-ruta">{"".join(rader)}</div>'


def _trend(serie: Serie, matt: Matt) -> str:
    """The small trend as an image with its words."""
    bild = gnista(serie, matt, layout.palett())
    if not bild:
        return ""
    alt = escape(gnista_i_ord(serie, matt), quote=True)
    fran, till = serie.punkter[0].period, serie.punkter[-1].period
    return (
        f'<img class="km-gnista" alt="{alt}" src="data:image/svg+xml,{quote(bild)}">'
        f'<div class="km-n">{escape(fran)} till {escape(till)}</div>'
    )


def _andringsrad(serie: Serie, matt: Matt) -> str:
    """The change since the period before: arrow, size, and what it means where it can mean anything.

    Across a break there is no change, and the tile says why.
    """
    if serie.sista.brott and len(serie.punkter) > 1:
        fore = escape(serie.punkter[-2].period)
        return f'<p class="km-rad">Jämförs inte med {fore}: {escape(kort_orsak(serie.sista))}</p>'
    skrivet = andring(serie.sista, matt)
    if not skrivet or len(serie.punkter) < 2:
        return ""
    upp = (serie.sista.varde or 0) > (serie.sista.foregaende or 0)
    pil = "" if serie.sista.varde == serie.sista.foregaende else "▲ " if upp else "▼ "
    klass, dom = _dom(serie, matt, upp)
    return (
        f'<p class="km-rad {klass}">{pil}{escape(skrivet)} mot {escape(serie.punkter[-2].period)}'
        f"{escape(dom)}</p>"
    )


def _dom(serie: Serie, matt: Matt, upp: bool) -> tuple[str, str]:
    """Class and word of a change. Only a change larger than chance is called better or worse."""
    nu, forr = serie.sista, serie.punkter[-2]
    if (
        matt.enhet != "andel"
        or not (nu.namnare and forr.namnare)
        or nu.taljare is None
        or forr.taljare is None
    ):
        return "", ""
    _, nedre, ovre = proportion.difference(nu.taljare, nu.namnare, forr.taljare, forr.namnare)
    if nedre <= 0 <= ovre:
        return "", ", kan vara slump"
    if matt.riktning == "neutral":
        return "", ""
    return (BATTRE, ", bättre") if upp == (matt.riktning == "hogre") else (SAMRE, ", sämre")


def _malrad(punkt: Punkt, matt: Matt) -> str:
    """The target and whether it is reached."""
    if punkt.mal is None:
        return ""
    skrivet = text.procent(punkt.mal, 0) if matt.enhet == "andel" else text.vardetext(punkt.mal, matt.enhet)
    if punkt.varde is None or matt.riktning == "neutral":
        return f'<p class="km-rad">Mål {skrivet}</p>'
    nas = punkt.varde >= punkt.mal if matt.riktning == "hogre" else punkt.varde <= punkt.mal
    return f'<p class="km-rad {"" if nas else SAMRE}">Mål {skrivet}: {"nås" if nas else "nås inte"}</p>'
