"""How an indicator is computed, on the page: written from its definition, and to take along whole."""

import streamlit as st

from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.reports import metod
from kvalitet_metrics.ui import layout
from kvalitet_metrics.ui.oppnat import oppnat


def visa(id_: str) -> None:
    """The whole description of one indicator, the deadlines, and the document with all of them."""
    st.subheader(INDIKATORER[id_].namn, anchor=False)
    st.html(f'<div class="km-metod">{metod.avsnitt(id_, layout.kolumnord)}</div>')
    st.page_link("pages/utforska.py", label="Utforska måttet", query_params={"indikator": id_})
    st.divider()
    st.download_button(
        "Hämta alla mått för utskrift",
        lambda: metod.dokument().encode(),
        "metodbilaga.html",
        "text/html",
        on_click="ignore",
        help="Ett dokument med innehåll, frister och varje mått. Öppna det i webbläsaren och skriv ut.",
    )
    _frister()


@st.fragment
def _frister() -> None:
    """The deadlines, in law and local."""
    if ruta := oppnat("Frister och skyldigheter i lag och lokalt", "frister"):
        ruta.html(metod.fristtabell())
