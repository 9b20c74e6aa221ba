"""From a view to a meeting: what is looked at becomes a screen, with one press."""

import streamlit as st

from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.model import DIAGRAM
from kvalitet_metrics.store.moten import LANGST_RUBRIK, PLANERAT
from kvalitet_metrics.ui import bild as bilden
from kvalitet_metrics.ui import data
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.visning import SIDAN


def visa(id_: str, vy: Vy, by: str | None, form: str) -> None:
    """The choice of meeting, and a question to the group."""
    with st.popover("Lägg till i möte"):
        moten = {m.nr: m for m in data.arbetsyta().moten.list() if m.status == PLANERAT}
        if not moten:
            st.caption("Inget möte är planerat.")
            st.page_link(SIDAN, label="Planera ett möte")
            return
        nr = st.selectbox("Möte", list(moten), format_func=lambda n: moten[n].rubrik, key="till-mote")
        rubrik = st.text_input(
            "Fråga till gruppen (frivilligt)", max_chars=LANGST_RUBRIK, key="till-mote-rubrik"
        )
        if not st.button("Lägg till bilden", key="till-mote-spara"):
            return
        try:
            diagram = form if form in DIAGRAM else DIAGRAM[0]
            mote = data.arbetsyta().moten.add(nr, bilden.bild(id_, vy, by, diagram, rubrik))
        except KvalitetError as fel:
            st.error(str(fel))
            return
        st.success(f"Bild {len(mote.bilder)} i {mote.rubrik}.")
        st.page_link(SIDAN, label="Öppna mötet", query_params={"mote": str(nr)})
