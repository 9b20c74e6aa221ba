"""Jämställdhet beside the chart: the difference between the sexes in words, and how it has been over time."""

import streamlit as st

from kvalitet_metrics.charts import skillnad
from kvalitet_metrics.charts.skillnad import saker, skillnad_i_ord, spann
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.reports import kommatext
from kvalitet_metrics.ui import data, html, layout, pa_sidan, picture, show
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.oppnat import oppnat

RUBRIKER = ("Period", "Skillnad", "95\u00a0% intervall", "Mer än slump")


def visa(id_: str, vy: Vy) -> None:
    """The difference of each pair of sexes that has figures; nothing where the records say no kön."""
    sagda = data.konsskillnad(id_, vy)
    if not sagda:
        return
    st.subheader("Jämställdhet", anchor=False)
    historik = data.konshistorik(id_, vy)
    for sagt in sagda:
        rader = [r for r in historik if r["kon"] == sagt["kon"]]
        if sum(r["varde"] is not None for r in rader) < 2:
            st.markdown(sagt["mening"])
            continue
        _over_tid(id_, vy, sagt["mening"], rader)


def _over_tid(id_: str, vy: Vy, mening: str, rader: list[dict]) -> None:
    """The sentence, the small chart and its table."""
    enhet = INDIKATORER[id_].enhet
    par = f"{rader[0]['kon'][0]} och {rader[0]['kon'][1]}"
    sakra = sum(saker(r) for r in rader)
    under = (
        f"Skillnad mellan {par} med 95\u00a0% intervall, {rader[0]['period']} till {rader[-1]['period']}"
        f" · större än slumpen i {sakra} av {len(rader)} perioder · ihålig punkt: kan vara slump"
    )
    st.html(html.rubrik(mening, under))
    alt = f"{mening} {under}. Alla värden finns i tabellen."
    pa_sidan.diagram(skillnad(rader, enhet, layout.palett()), alt, f"kon-{id_}-{par}-{vy}")
    _under(id_, mening, under, rader)


@st.fragment
def _under(id_: str, mening: str, under: str, rader: list[dict]) -> None:
    """The picture of the chart, and its table, which is made when it is opened."""
    fil = f"{id_}_skillnad_{rader[0]['kon'][0]}"
    with picture.under(fil):
        st.html(picture.knappar(fil, mening, under, show.kallrad(id_)))
        ruta = oppnat(show.TABELLEN, f"tabell-{fil}")
    if not ruta:
        return
    enhet, par = INDIKATORER[id_].enhet, f"{rader[0]['kon'][0]} och {rader[0]['kon'][1]}"
    celler = [
        (r["period"], skillnad_i_ord(r, enhet), spann(r, enhet), "ja" if saker(r) else "nej") for r in rader
    ]
    with ruta:
        st.html(html.rutnat(RUBRIKER, celler, f"Skillnad mellan {par}"))
        st.download_button(
            "Hämta som CSV",
            lambda: kommatext(RUBRIKER, celler),
            f"{fil}.csv",
            "text/csv",
            key=f"csv-{fil}",
            on_click="ignore",
        )
