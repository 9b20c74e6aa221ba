"""The overview: per quality area its indicators as tiles, each with value, n, change, target and trend."""

from dataclasses import dataclass, replace
from html import escape
from typing import Any
from urllib.parse import quote

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.chance import of_chance
from kvalitet_metrics.charts import Matt, Punkt, Serie, gnista, gnista_i_ord
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.serie import nyaste
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import OMRADEN
from kvalitet_metrics.ui import data, layout
from kvalitet_metrics.ui.filters import Vy

I_BREDD = 3
"""At most so many tiles beside each other."""

BATTRE, SAMRE = "km-battre", "km-samre"
KLASS = {"bättre": BATTRE, "sämre": SAMRE}


@dataclass(frozen=True)
class Ruta:
    """What stands on one tile."""

    id: str
    matt: Matt
    serie: Serie
    trend: Serie
    utlatande: dict[str, Any]
    av_flera: str = ""


def omraden(vy: Vy) -> None:
    """All quality areas in order, small ones sharing a row; those without figures are named at the end."""
    med = {bokstav: _rutor(bokstav, vy) for bokstav in OMRADEN}
    _slumpen([r for rutor, _ in med.values() for r in rutor])
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
            sagt = data.utlatanden(id_, vy)[""]
            rutor.append(Ruta(id_, data.matt(id_, vy), serier[0], _trendserie(id_, serier[0], vy), sagt))
        else:
            nyast = nyaste(serier).start
            storst = max(
                (s for s in serier if s.sista.start == nyast), key=lambda s: float(s.sista.varde or 0)
            )
            ord_ = "störst" if definition.kind == "fordelning" else "ett"
            matt = replace(data.matt(id_, vy), riktning=definition.riktning_for(storst.namn).value)
            sagt = data.utlatanden(id_, vy)[storst.namn]
            rutor.append(Ruta(id_, matt, storst, storst, sagt, f"{ord_} av {len(serier)}"))
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
        _andringsrad(ruta.utlatande),
        _malrad(ruta.utlatande, punkt, matt),
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


def _andringsrad(utlatande: dict[str, Any]) -> str:
    """What is said of the change, with an arrow where it has a way and a colour where it has a meaning."""
    skillnad, utfall = utlatande["skillnad"], utlatande["utfall"]
    pil = "" if not skillnad or not skillnad["varde"] else "▲ " if skillnad["varde"] > 0 else "▼ "
    return f'<p class="km-rad {KLASS.get(utfall, "")}">{pil}{escape(utlatande["kort"])}</p>'


def _malrad(utlatande: dict[str, Any], punkt: Punkt, matt: Matt) -> str:
    """The target and whether it is reached."""
    if punkt.mal is None:
        return ""
    skrivet = text.procent(punkt.mal, 0) if matt.enhet == "andel" else text.vardetext(punkt.mal, matt.enhet)
    mal = utlatande["mal"]
    if mal is None:
        return f'<p class="km-rad">Mål {skrivet}</p>'
    tveksamt = "" if mal["sakert"] else ", kan vara slump"
    klass = SAMRE if not mal["nas"] and mal["sakert"] else ""
    return f'<p class="km-rad {klass}">Mål {skrivet}: {"nås" if mal["nas"] else "nås inte"}{tveksamt}</p>'


def _slumpen(rutor: list[Ruta]) -> None:
    """How many of the changes on the page chance alone would give."""
    if mening := of_chance([r.utlatande for r in rutor]):
        st.caption(mening)
