"""An indicator on a page: the sentence, the chart, where the figures come from, the table to take along."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from plotly.graph_objects import Figure

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Serie, rita, sammanfatta, styrdiagram, tratt, tvilling
from kvalitet_metrics.charts.marken import anmarkta, med_marken, uppraknade
from kvalitet_metrics.charts.styrdiagram import forklaring
from kvalitet_metrics.charts.tratt import forklaring as tratt_i_ord
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import DIAGRAM
from kvalitet_metrics.reports import arbetsbok, kommatext, metod
from kvalitet_metrics.ui import bedomning, data, html, layout
from kvalitet_metrics.ui.filters import PERIODSLAG, Vy

UTAN_VERKTYG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rubrik(ord_: str) -> None:
    """A heading within a page."""
    st.header(ord_, anchor=False, divider="gray")


UTVECKLING, STYRDIAGRAM, TRATT = DIAGRAM
"""The ways to draw an indicator."""


def diagram(id_: str, vy: Vy, by: str | None) -> list[str]:
    """The drawings that make sense in this view: limits need periods enough, a funnel needs units enough."""
    finns = [UTVECKLING]
    try:
        d = INDIKATORER[id_]
        if not data.matt(id_, vy, by).by and any(u["diagram"] for u in data.utlatanden(id_, vy, by).values()):
            finns.append(STYRDIAGRAM)
        if by in (None, "enhet") and "enhet" in d.nedbrytningar and not data.tratt(id_, vy)["skal"]:
            finns.append(TRATT)
    except KvalitetError:
        pass  # the page says why there is nothing, in the place of the drawing
    return finns


def indikator(id_: str, vy: Vy, by: str | None = None, form: str = UTVECKLING) -> None:
    """Everything about one indicator in this view, or a sentence about why there is nothing."""
    if form == TRATT:
        by = "enhet"
    try:
        serier = data.serier(id_, vy, by)
    except KvalitetError as fel:
        st.info(str(fel))
        return
    matt = data.matt(id_, vy, by)
    if not serier:
        st.info(
            f"{matt.namn}: inga uppgifter i det här urvalet. Vidga åren, välj fler enheter eller ett annat"
            " slag av period."
        )
        return
    skrivet = bedomning.marken(id_, vy)
    ord_ = sammanfatta(serier, matt, utlatande(id_, vy, by, matt))
    serier = anmarkta(serier, skrivet)
    delvis = any(p.ofull for s in serier for p in s.punkter)
    under = ord_.underrubrik + (" · (del): perioden är inte hel, se tabellens anmärkning" if delvis else "")
    rubrik_, alt, figur = ord_.rubrik, ord_.alt + uppraknade(serier, skrivet), None
    if form == STYRDIAGRAM:
        sagt = data.utlatanden(id_, vy, by)[""]
        figur = med_marken(
            styrdiagram(serier[0], sagt, matt, layout.palett()), serier, skrivet, layout.palett()
        )
        under += f" · {forklaring(sagt)}"
    if form == TRATT:
        svar = data.tratt(id_, vy)
        rubrik_, under = f"{matt.namn} {svar['mening']}", tratt_i_ord(svar)
        figur, alt = tratt(svar, layout.palett()), f"{rubrik_} {under} Alla värden finns i tabellen."
    st.html(html.rubrik(rubrik_, under))
    st.plotly_chart(
        Figure(figur or rita(serier, matt, layout.palett(), skrivet)),
        theme=None,
        config=UTAN_VERKTYG,
        alt=alt,
        key=f"{id_}-{by}-{vy.period}-{form}",
    )
    st.caption(kallrad(id_))
    with st.expander("Tabell och nedladdning"):
        _tabell(id_, vy, by, serier, matt)
    bedomning.under(id_, vy, by)


def utlatande(id_: str, vy: Vy, by: str | None, matt: Matt) -> str:
    """The sentence about the change of a single series; empty where there are several."""
    return "" if matt.by else data.utlatanden(id_, vy, by)[""]["mening"]


def sida_vid_sida(id_: str, vy: Vy, uppdelningar: Sequence[str | None]) -> None:
    """The same indicator broken down in several ways, None for the whole, beside each other."""
    for kolumn, by in zip(st.columns(len(uppdelningar), gap="large"), uppdelningar, strict=True):
        with kolumn:
            indikator(id_, vy, by)


def over_tid(id_: str, vy: Vy) -> None:
    """The indicator in the chosen periods, and beside it in the shorter periods within them."""
    hela, delar = st.columns(2, gap="large")
    with hela:
        indikator(id_, vy)
    with delar:
        indikator(id_, vy.finare())


def kallrad(id_: str) -> str:
    """Where the figures come from, when they were loaded, and what was left out on the way."""
    definition = INDIKATORER[id_]
    aktiva = (u for u in data.inlasningar() if u["status"] == "active")
    filer = [u for u in aktiva if not {*definition.tabeller}.isdisjoint(u["tables"])]
    delar = [f"Källa: {definition.kalla.rstrip('.')}"]
    if filer:
        nyast = max(str(u["loaded_at"])[:10] for u in filer)
        delar.append(f"{text.antal(len(filer), 'fil', 'filer')}, senast inläst {nyast}")
    utan = sum(u["rows_skipped"] for u in filer)
    if utan:
        delar.append(f"{text.antal(utan, 'felaktig rad', 'felaktiga rader')} är inte med")
    return " · ".join(delar)


def _tabell(id_: str, vy: Vy, by: str | None, serier: list[Serie], matt: Matt) -> None:
    """The twin table and its two files."""
    t = tvilling(serier, matt)
    st.html(html.tabell(t, f"{matt.namn}. {vy.i_ord()}"))
    fil = f"{id_}{f'_per_{by}' if by else ''}"
    bok, semikolon = st.columns(2)
    bok.download_button(
        "Hämta som Excel",
        lambda: arbetsbok(t.rubriker, t.slag, t.celler, om_tabellen(id_, vy)),
        f"{fil}.xlsx",
        XLSX,
        key=f"xlsx-{id_}-{by}-{vy.period}",
        on_click="ignore",
        width="stretch",
    )
    semikolon.download_button(
        "Hämta som CSV",
        lambda: kommatext(t.rubriker, t.celler),
        f"{fil}.csv",
        "text/csv",
        key=f"csv-{id_}-{by}-{vy.period}",
        on_click="ignore",
        width="stretch",
    )


def om_tabellen(id_: str, vy: Vy) -> list[tuple[str, str]]:
    """The lines of a workbook's second sheet: what the figures are, for whom, and where they come from."""
    d = INDIKATORER[id_]
    return [
        ("Mått", d.namn),
        ("Id och version", f"{id_}, version {d.version}"),
        ("Varför", d.varfor),
        *metod.raknas(d),
        ("Urval", vy.i_ord()),
        ("Slag av period", PERIODSLAG[vy.period]),
        ("Framtagen för", f"läsare inom organisationen ({data.VIEWER.value}); små tal är dolda"),
        ("Källa", kallrad(id_)),
        ("Begränsningar", d.begransningar),
        ("Exempeldata", "ja" if data.arbetsyta().has_examples else "nej"),
        ("Hämtad", text.datum(date.today())),
    ]
