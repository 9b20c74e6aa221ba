"""Own values beside others': reported key figures with comparators, and enheter against their whole."""

import streamlit as st

from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.definition import Andel
from kvalitet_metrics.ui import data, mot_andra, saknas, show
from kvalitet_metrics.ui.filters import Vy

MATT = "nyckeltal_varde"


def andra(vy: Vy) -> None:
    """Values with something beside them, each of the others by its own name."""
    grupper = mot_andra.hamta(MATT, vy)
    if not grupper:
        saknas.visa("värden med jämförelser", ("nyckeltal", "keks", "brukarundersokning"), vy)
        return
    mot_andra.svar(mot_andra.i_ord(MATT, grupper))
    st.caption(
        "Staden, riket, KEKS-snittet och målen är olika saker och läggs aldrig ihop. Ett mål har någon"
        " beslutat; ett snitt är bara hur det ser ut. Det kan räknas på olika sätt på olika håll."
    )
    mot_andra.visa(MATT, vy, grupper)


def enheter(vy: Vy) -> None:
    """A funnel of the enheter: who differs more than chance explains. Never a ranking."""
    show.rubrik("Våra enheter mot helheten")
    val = [id_ for id_, d in INDIKATORER.items() if isinstance(d, Andel) and _gar(id_, vy)]
    if not val:
        st.info("Inget mått har tillräckligt många enheter i urvalet för att de ska kunna jämföras.")
        return
    vald = st.selectbox("Mått", val, format_func=_namn, key="tratt-matt", width=480)
    show.indikator(vald, vy, "enhet", show.TRATT)


def _namn(id_: str) -> str:
    """An indicator in the list."""
    return INDIKATORER[id_].namn


def _gar(id_: str, vy: Vy) -> bool:
    """True where the newest period has enheter enough; guards are for Datakvalitet."""
    if INDIKATORER[id_].bevakning or "enhet" not in INDIKATORER[id_].nedbrytningar:
        return False
    try:
        return not data.tratt(id_, vy)["skal"]
    except KvalitetError:
        return False
