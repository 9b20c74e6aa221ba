"""A meeting as it is shown: what the last meeting decided, one figure per screen, and today's decisions.

All screens are in the page at once and the browser steps between them (ledningsgrupp.js in assets/sidor), so
a step takes no time and the same page prints as a document. Sizes: charts/storbild.py and ledningsgrupp.css.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Serie, sammanfatta, styrdiagram, tratt
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.storbild import Rad, Storbild, forstorad, ritad, storbild
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.store.atgarder import Atgard
from kvalitet_metrics.store.moten import Bild, Mote
from kvalitet_metrics.ui import bild as bilden
from kvalitet_metrics.ui import data, forms, layout, motesbeslut, pa_sidan, show, utfall
from kvalitet_metrics.ui.filters import PERIODSLAG, Vy

SIDAN = "pages/ledningsgrupp.py"
HOJD, HOJD_MED_RUBRIK = 744, 648
"""Height of the chart on the stage in pixels, and where the screen has a heading of its own as well."""
BREDD, BREDD_MED_PANEL = 1792, 1392
"""Width of the chart on the stage in pixels, and where the value stands beside it."""
STOR_RUBRIK, LITEN_RUBRIK = 124, 180
"""So many characters take two lines in the large and in the smaller type of a heading."""
FLEST_STORA, FLEST_BESLUT = 3, 6
"""So many decisions have room in large type, and so many are read on one screen; more are in Åtgärder."""
BRETT = 7
"""So many characters of a value have room in the largest type."""
STILLA = {"staticPlot": True, "displayModeBar": False, "responsive": False}


@dataclass(frozen=True)
class Sagt:
    """What a figure screen says: the sentence, the words of its chart, the drawing and its kind of period."""

    mening: str
    alt: str
    bild: Storbild
    period: str = ""


def visa(mote: Mote) -> None:
    """The whole meeting."""
    antal = len(mote.bilder) + 2
    with st.container(key="km-visning"):
        st.html(f'<div data-km-bilder="{antal}"></div>')
        with st.container(key="km-lamna"):
            st.page_link(SIDAN, label="Lämna visningen", query_params={"mote": str(mote.nr)})
        with st.container(key="km-bild-1"):
            _forra(mote, antal)
        for nr, bild in enumerate(mote.bilder, 2):
            with st.container(key=f"km-bild-{nr}"):
                _siffra(mote, bild, nr, antal)
        with st.container(key=f"km-bild-{antal}"):
            _dagens(mote, antal)


def _forra(mote: Mote, antal: int) -> None:
    """What the last meeting decided, what came of it, and what older ones left open."""
    fore = data.arbetsyta().moten.before(mote.nr)
    beslut, oppna = motesbeslut.fran_motet(fore), motesbeslut.oppna_fran_tidigare(mote)
    over = f"{mote.namn} {text.datum_i_ord(mote.datum)}"
    if beslut:
        rubrik = f"Förra mötets beslut: {motesbeslut.laget(beslut)}"
    else:
        rubrik = "Förra mötet skrev inga beslut" if fore else "Det här är det första mötet"
    if oppna:
        rubrik += f". {text.antal(len(oppna), 'beslut', 'beslut')} från tidigare möten är inte avslutade"
    _huvud(over, rubrik)
    _lista([*beslut, *oppna], med_effekt=True)
    _fot(1, antal)


def _dagens(mote: Mote, antal: int) -> None:
    """What this meeting has decided."""
    beslut = motesbeslut.fran_motet(mote)
    rubrik = f"Dagens beslut: {text.tal(len(beslut))}" if beslut else "Inga beslut är skrivna i dag"
    _huvud(f"{mote.namn} {text.datum_i_ord(mote.datum)}", rubrik)
    if not beslut:
        st.html('<p class="km-b-tomt">Gå till en bild och tryck B, så skrivs beslutet om den siffran.</p>')
    _lista(beslut, med_effekt=False)
    _fot(antal, antal)


def _lista(beslut: list[Atgard], med_effekt: bool) -> None:
    """Decisions as they are read from a distance, at most so many as there is room for."""
    if not beslut:
        return
    rader = "".join(motesbeslut.rad(a, med_effekt) for a in beslut[:FLEST_BESLUT])
    fler = len(beslut) - FLEST_BESLUT
    rest = f'<p class="km-b-fler">och {text.tal(fler)} till, se Åtgärder</p>' if fler > 0 else ""
    tat = " km-b-tat" if len(beslut) > FLEST_STORA else ""
    st.html(f'<ol class="km-b-lista{tat}">{rader}</ol>{rest}')


def _siffra(mote: Mote, bild: Bild, nr: int, antal: int) -> None:
    """A figure: sentence, value and chart, or why there is none."""
    over = f"{bilden.namn(bild)} · {bilden.i_ord(bild)}"
    id_, by = bild.vinkel.indikator, bilden.by(bild)
    try:
        if id_ not in INDIKATORER:
            raise KvalitetError("Måttet finns inte längre. Ta bort bilden ur mötet.")
        vy = bilden.vy(bild)
        serier = data.serier(id_, vy, by)
        if not serier:
            raise KvalitetError("Inga uppgifter i bildens urval.")
        sagt = _sagt(bild, vy, serier)
    except KvalitetError as fel:
        _huvud(over, bild.rubrik or str(fel), str(fel) if bild.rubrik else "")
        _fot(nr, antal)
        return
    over = " · ".join(filter(None, [over, sagt.period]))
    _huvud(over, bild.rubrik or sagt.mening, sagt.mening if bild.rubrik else "")
    panel = _panel(bild, vy, serier, motesbeslut.i_bilden(mote, bild))
    with st.container(key=f"km-b-kropp-{nr}", horizontal=True, gap=None):
        if panel:
            st.html(f'<div class="km-b-panel">{panel}</div>', width="content")
        with st.container(key=f"km-diagram-{nr}"):
            bredd = (BREDD_MED_PANEL if panel else BREDD) / sagt.bild.skala
            variabler = f"--km-forstoring: {sagt.bild.skala:.3f}; --km-bredd: {bredd:.0f}px;"
            if sagt.bild.rader:
                st.html(_rader(sagt.bild.rader))
            st.html(f"<style>.st-key-km-diagram-{nr} {{ {variabler} }}</style>")
            pa_sidan.diagram(sagt.bild.figur, sagt.alt, f"km-plot-{bild.nr}", STILLA)
    _fot(nr, antal, show.kallrad(id_))
    if st.button("Beslut", key=f"km-besluta-{nr}", help="Tangenten B"):
        motesbeslut.skriv(mote, bild, bild.rubrik or f"{bilden.namn(bild)}: {sagt.mening}")


def _rader(rader: Iterable[Rad]) -> str:
    """The rows of a drawing for a phone, which has no room for names beside bars; the style shows either."""
    return "".join(
        f'<li style="--del: {rad.del_:.1%}"><span>{escape(rad.namn)}</span> <b>{escape(rad.varde)}</b>'
        f" <i>{escape(rad.underlag)}</i></li>"
        for rad in rader
    ).join(('<ul class="km-b-rader">', "</ul>"))


def _sagt(bild: Bild, vy: Vy, serier: list[Serie]) -> Sagt:
    """The sentence and the drawing of a screen, in the form that was chosen where that makes sense.

    A single figure is drawn by the shorter periods within it, which say more than one mark.
    """
    id_, by = bild.vinkel.indikator, bilden.by(bild)
    hojd, palett = HOJD_MED_RUBRIK if bild.rubrik else HOJD, layout.palett()
    matt = data.matt(id_, vy, by)
    ord_ = sammanfatta(serier, matt)
    if matt.by:
        mening = text.stor_bokstav(ord_.rubrik.removeprefix(f"{matt.namn} "))
    else:
        mening = _kort(data.utlatanden(id_, vy, by)[""])
    finns = show.diagram(id_, vy, by)
    if bild.form == forms.STYRDIAGRAM and bild.form in finns:
        figur = styrdiagram(serier[0], data.utlatanden(id_, vy, by)[""], matt, palett, ritad(hojd))
        return Sagt(mening, ord_.alt, forstorad(figur))
    finare = vy.finare()
    delat = [] if matt.by or len(serier[0].punkter) > 1 else data.serier(id_, finare)
    stor = storbild(delat or serier, matt, palett, hojd)
    for_manga = by == "enhet" and stor.visade < stor.av
    if show.TRATT in finns and (bild.form == show.TRATT or for_manga):
        svar = data.tratt(id_, vy)
        mening = text.stor_bokstav(svar["mening"])
        return Sagt(mening, f"{matt.namn} {svar['mening']}", forstorad(tratt(svar, palett, ritad(hojd))))
    if stor.visade < stor.av:
        mening += f" Här visas de {stor.visade} största av {stor.av}."
    return Sagt(
        mening, ord_.alt, stor, f"diagrammet per {PERIODSLAG[finare.period].lower()}" if delat else ""
    )


def _kort(utlatande: dict[str, Any]) -> str:
    """The verdict if it takes two lines, else in a few words."""
    mening = utlatande["mening"]
    return mening if len(mening) <= LITEN_RUBRIK else f"{utlatande['kort']}."


def _huvud(over: str, rubrik: str, under: str = "") -> None:
    """What the screen is about, its heading, and the figure's sentence where the heading is a question."""
    liten = " km-b-lang" if len(rubrik) > STOR_RUBRIK else ""
    rest = f'<p class="km-b-under">{escape(under)}</p>' if under else ""
    st.html(
        f'<div class="km-b-huvud"><p class="km-b-over">{escape(over)}</p>'
        f'<h2 class="km-b-rubrik{liten}" tabindex="-1">{escape(rubrik)}</h2>{rest}</div>'
    )


def _panel(bild: Bild, vy: Vy, serier: list[Serie], beslut: Iterable[Atgard]) -> str:
    """The newest value of the whole with its period, n, change and target, and what was decided about it."""
    id_, by = bild.vinkel.indikator, bilden.by(bild)
    rader: list[str] = []
    if (hel := _helhet(id_, vy, by, serier)) is not None:
        serie, matt, sagt = hel
        p = serie.sista
        visat = varde(p, matt)
        ord_ = "" if visat[:1].isdigit() or visat[:1] == text.MINUS else " km-b-ord"
        ord_ = " km-b-brett" if not ord_ and len(visat) > BRETT else ord_
        rader += [
            f'<p class="km-b-period">{escape(p.period)}{" · alla" if by else ""}</p>',
            f'<p class="km-b-varde{ord_}">{escape(text.stor_bokstav(visat))}</p>',
            f'<p class="km-b-n">{escape(underlag(p, matt))}</p>',
            _andring(sagt),
            _mal(sagt, p.mal, matt),
        ]
    rader += [
        f'<p class="km-b-beslutat"><b>Beslut:</b> {escape(a.vad)} <span>{escape(a.ansvarig)}, klart'
        f" <time>{a.klart_senast}</time></span></p>"
        for a in beslut
    ]
    return "".join(rader)


def _helhet(
    id_: str, vy: Vy, by: str | None, serier: list[Serie]
) -> tuple[Serie, Matt, dict[str, Any]] | None:
    """The series of all groups together with its words and verdict; None where they have no whole."""
    try:
        alla = serier if by is None else data.serier(id_, vy)
        matt = data.matt(id_, vy)
        return (alla[0], matt, data.utlatanden(id_, vy)[""]) if alla and not matt.by else None
    except KvalitetError:
        return None


def _andring(utlatande: dict[str, Any]) -> str:
    """The change in a few words; nothing where nothing can be said, since the sentence says why."""
    if not utlatande["skillnad"]:
        return ""
    klass = utfall.KLASS.get(utlatande["utfall"], "")
    return f'<p class="km-b-andring {klass}">{escape(utfall.andring(utlatande))}</p>'


def _mal(utlatande: dict[str, Any], mal: float | None, matt: Matt) -> str:
    """The target, and whether it is reached."""
    if mal is None:
        return ""
    ord_, klass = utfall.mal(mal, utlatande["mal"], matt)
    return f'<p class="km-b-mal {klass}">Mål {escape(ord_)}</p>'


def _fot(nr: int, antal: int, kalla: str = "") -> None:
    """Below a screen: that the data are examples, the source, how far the meeting has come, the arrows."""
    exempel = "<b>Exempeldata</b>" if data.arbetsyta().has_examples else ""
    st.html(
        f'<div class="km-b-fot">{exempel}<span class="km-b-kalla">{escape(kalla)}</span>'
        '<button type="button" data-km-steg="-1" aria-label="Förra bilden">←</button>'
        f'<span class="km-b-nr" role="status" aria-label="Bild {nr} av {antal}">{nr} / {antal}</span>'
        '<button type="button" data-km-steg="1" aria-label="Nästa bild">→</button></div>'
    )
