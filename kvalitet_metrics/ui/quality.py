"""How far the figures can be trusted: what was left undone, and who does not report."""

from collections.abc import Iterable

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import data, html, innehall
from kvalitet_metrics.ui.filters import Vy

BEVAKNING, TYSTA = "Det som borde vara noll eller litet", "Vilka enheter rapporterar för lite?"


def bevakning(vy: Vy) -> None:
    """What was left undone or says nothing: the latest value of each guard indicator."""
    innehall.rubrik(BEVAKNING)
    rader, utan = [], []
    for id_, d in INDIKATORER.items():
        if not d.bevakning:
            continue
        try:
            serier = data.serier(id_, vy)
        except KvalitetError:
            serier = []
        if not serier:
            utan.append(d.namn)
            continue
        matt, punkt = data.matt(id_, vy), serier[0].sista
        rader.append((d.namn, varde(punkt, matt), underlag(punkt, matt), punkt.period, d.varfor))
    rubriker = ("Mått", "Värde", "Underlag", "Period", "Varför det spelar roll")
    if rader:
        st.html(html.rutnat(rubriker, rader, f"Bevakning. {vy.i_ord()}", (False, True), form="km-vid"))
    if utan:
        st.caption(f"Utan uppgifter i urvalet: {text.lista(utan)}.")


RAPPORTERAS = {"avvikelser_antal": "avvikelser", "lex_sarah_rapporter": "lex_sarah"}
"""Counts where silence may mean that nobody writes things down, each with the page that is about it."""
AVSNITT = innehall.ankare(TYSTA)
FLEST_TYSTA = 3


def tysta(vy: Vy, matten: Iterable[str]) -> list[Mening]:
    """The units that may report too little in the newest such period, as a sentence; nothing of none."""
    try:
        rader = [r for id_ in matten for r in data.rapportering(id_, vy) if r["text"]]
    except KvalitetError:
        return []
    if not rader:
        return []
    nyast = max(rader, key=lambda r: r["period_start"])["period"]
    enheter = sorted({r["enhet"] for r in rader if r["period"] == nyast}, key=text.sortnyckel)
    fler = f" och {len(enheter) - FLEST_TYSTA} till" if len(enheter) > FLEST_TYSTA else ""
    namn = ", ".join(enheter[:FLEST_TYSTA]) if fler else text.lista(enheter)
    return [(f"Kan rapportera för lite {nyast}:", f"{namn}{fler}.")]


def rapportering(vy: Vy, matten: Iterable[str] = RAPPORTERAS) -> None:
    """Units that report nothing, or far less than what they handle suggests."""
    innehall.rubrik(TYSTA)
    try:
        svar = {id_: data.rapportering(id_, vy) for id_ in matten}
    except KvalitetError:
        st.info(
            "Välj kalenderår, kvalitetsår, tertial, kvartal eller månad för att se vem som rapporterar lite."
        )
        return
    rader = [
        (r["period"], r["enhet"], INDIKATORER[id_].namn, r["text"], r["forvaltning"])
        for id_, svaren in svar.items()
        for r in reversed(svaren)
        if r["text"]
    ]
    if not rader:
        st.caption("Ingen enhet rapporterar mindre än vad dess ärenden ger skäl att vänta.")
        return
    rubriker = ("Period", "Enhet", "Vad", "Anmärkning", "Förvaltning")
    st.html(html.rutnat(rubriker, rader, f"Möjliga mörkertal. {vy.i_ord()}", form="km-vid"))
    st.caption(
        "Det väntade antalet är enhetens andel av de ärenden som är inlästa. Utan inlästa ärenden jämförs "
        "enheten med sina egna andra perioder."
    )
