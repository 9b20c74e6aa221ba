"""Fritid: KEKS index per mötesplats and year, against the network's mean, the target and the year before."""

import streamlit as st

from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import data, mot_andra, saknas, show
from kvalitet_metrics.ui.filters import Vy

MATT = "keks_index"


def visa(vy: Vy) -> None:
    """The whole page below its choices."""
    serier = data.serier(MATT, vy, "enhet")
    if not serier:
        saknas.visa("KEKS-mätningar", ("keks",), vy)
        return
    if grupper := mot_andra.hamta(MATT, vy):
        mot_andra.svar(mot_andra.i_ord(MATT, grupper))
        show.rubrik("Mot målet, KEKS-snittet och förra mätningen")
        mot_andra.visa(MATT, vy, grupper)
    show.rubrik("År för år")
    show.varmetabell(MATT, vy, None if all(s.saknas for s in serier) else "enhet")
    st.caption(INDIKATORER[MATT].begransningar)
