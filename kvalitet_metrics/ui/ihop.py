"""The choice to see what is hidden one by one as one row, where that can be worked out of what is shown."""

from dataclasses import replace

import streamlit as st

from kvalitet_metrics.ui import data, drill, forms, link
from kvalitet_metrics.ui.filters import Vy

NYCKEL, REGLAGE = "ihop", "visa-ihop"
JA = "ja"
FORMER = (forms.UTVECKLING, forms.JAMFORELSE, forms.VARMETABELL)
"""The drawings that may hold such a row: a funnel compares unit with unit, and this is none."""
FORKLARING = (
    "Det som är dolt var för sig visas som en rad: periodens helhet minus allt som syns. Det röjer inget"
    " nytt. Vilka som ingår kan skilja mellan perioderna, så följ inte raden över tid."
)


def valj(id_: str, vy: Vy, by: str | None, form: str) -> Vy:
    """The switch, where there is something to put together; the view as it has been chosen.

    The address, or the reader, may have asked for it before; that is kept also while it cannot be.
    """
    link.hamta(NYCKEL, [JA])
    link.spara(NYCKEL, st.session_state[NYCKEL])
    if form not in FORMER or not data.gar_ihop(id_, vy, by):
        return vy
    st.session_state[REGLAGE] = st.session_state[NYCKEL] == JA
    st.toggle(
        "Visa dolda tillsammans",
        key=REGLAGE,
        help=FORKLARING,
        width="content",
        on_change=lambda: drill.ga({NYCKEL: JA if st.session_state[REGLAGE] else None}),
    )
    return replace(vy, ihop=st.session_state[REGLAGE])


def forklara(vy: Vy) -> None:
    """What the row is, where it is shown."""
    if vy.ihop:
        st.caption(FORKLARING)
