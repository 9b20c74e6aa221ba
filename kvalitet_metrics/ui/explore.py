"""Where one indicator is turned and looked at: which, broken down by what, and what lies behind it."""

from urllib.parse import urlencode

import streamlit as st

from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import NEDBRYTNINGAR, OMRADEN
from kvalitet_metrics.reports import metod
from kvalitet_metrics.ui import data, layout, link, show, till_mote
from kvalitet_metrics.ui.filters import Vy

FLEST_POSTER = 1000
"""So many records are shown behind a figure; the rest are reached by narrowing the view."""


def valj_indikator() -> str:
    """The box with all indicators, in the order of their quality area; the same choice on every page."""
    ordning = sorted(INDIKATORER, key=lambda id_: (INDIKATORER[id_].omrade, list(INDIKATORER).index(id_)))
    link.hamta("indikator", ordning, ordning[0])
    vald = st.selectbox("Mått", ordning, format_func=_namn, key="indikator", persist_state="session")
    link.spara("indikator", vald)
    return vald


def valj_uppdelning(id_: str) -> str | None:
    """The box with what this indicator can be broken down by."""
    d = INDIKATORER[id_]
    finns = [kolumn for kolumn in d.nedbrytningar if kolumn != d.alltid_per]
    link.hamta("dela", finns)
    vald = st.selectbox(
        "Dela upp på",
        finns,
        format_func=lambda k: NEDBRYTNINGAR.get(k, k),
        key="dela",
        index=None,
        placeholder="Ingen uppdelning",
        persist_state="session",
    )
    link.spara("dela", vald)
    return vald


def valj_diagram(id_: str, vy: Vy, by: str | None) -> str:
    """The choice of drawing, where there is more than one that makes sense."""
    finns = show.diagram(id_, vy, by)
    link.hamta("diagram", finns, finns[0])
    vald = finns[0]
    if len(finns) > 1:
        vald = st.radio("Diagram", finns, key="diagram", horizontal=True, persist_state="session")
    link.spara("diagram", vald, finns[0])
    return vald


def jamstalldhet(id_: str, vy: Vy) -> None:
    """The difference between the sexes, in words, wherever the records say kön."""
    if meningar := [s["mening"] for s in data.konsskillnad(id_, vy)]:
        st.markdown("\n\n".join(["**Jämställdhet**", *meningar]))


def fakta(id_: str) -> None:
    """What the figures are made of and what they do not say."""
    d = INDIKATORER[id_]
    vansterspalt, hogerspalt = st.columns(2, gap="large")
    with vansterspalt:
        st.markdown("  \n".join(f"**{namn}:** {ord_}" for namn, ord_ in metod.raknas(d)))
        st.page_link("pages/sa_raknas_det.py", label="Så räknas det", query_params={"indikator": id_})
    with hogerspalt:
        st.markdown("**Begränsningar**")
        st.write(d.begransningar)


def lank() -> None:
    """The address that opens this view for somebody else."""
    with st.popover("Länk till vyn"):
        st.caption("Den som öppnar länken ser samma mått med samma urval.")
        val = {nyckel: st.query_params.get_all(nyckel) for nyckel in st.query_params}
        adress = (st.context.url or "").split("?")[0]
        st.code(f"{adress}?{urlencode(val, doseq=True)}", language=None, wrap_lines=True)


def poster(id_: str, vy: Vy, by: str | None) -> None:
    """The records behind the figure with file, sheet and row, fetched when asked for.

    Not where the view hides a figure: the records would tell what the gate does not.
    """
    if not st.toggle("Visa posterna bakom siffran", key=f"poster-{id_}"):
        return
    if any(punkt.dold for serie in data.serier(id_, vy, by) for punkt in serie.punkter):
        st.info(
            "Posterna visas inte, eftersom någon siffra i vyn är dold. Dela inte upp, eller vidga perioden."
        )
        return
    try:
        fran, till = vy.span()
        rader = data.arbetsyta().rows(id_, where=vy.where(), fran=fran, till=till)
    except KvalitetError as fel:
        st.info(str(fel))
        return
    st.caption(f"{min(len(rader), FLEST_POSTER)} av {len(rader)} poster, med fil, blad och rad i källan.")
    st.dataframe(rader.head(FLEST_POSTER).rename(columns=layout.kolumnord), hide_index=True)


def visa(vy: Vy) -> None:
    """The whole page below its heading."""
    matt_plats, uppdelning_plats = st.columns([3, 2])
    with matt_plats:
        id_ = valj_indikator()
    with uppdelning_plats:
        by = valj_uppdelning(id_)
    form = valj_diagram(id_, vy, by)
    show.indikator(id_, vy, by, form)
    lank()
    till_mote.visa(id_, vy, by, form)
    st.divider()
    jamstalldhet(id_, vy)
    fakta(id_)
    poster(id_, vy, by)


def _namn(id_: str) -> str:
    """An indicator in the list: its area and its name."""
    d = INDIKATORER[id_]
    return f"{d.omrade} {OMRADEN[d.omrade]}: {d.namn}"
