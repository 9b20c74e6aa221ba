"""Decisions of a meeting: what came of those before, today's, and the form for a new one."""

from datetime import date
from html import escape

import streamlit as st

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.analysis.effekt import Effekt
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.store.atgarder import AVBRUTEN, GENOMFORD, Atgard
from kvalitet_metrics.store.moten import Bild, Mote
from kvalitet_metrics.ui import data
from kvalitet_metrics.ui.minne import minns
from kvalitet_metrics.ui.organisation import skriven_dag

TECKEN = {GENOMFORD: "✓", AVBRUTEN: "–"}
FORSENAD, OPPEN = "!", "○"
"""Marks of a decision: a word always stands beside them."""


def fran_motet(mote: Mote | None) -> list[Atgard]:
    """What was decided at a meeting, the late first, then what remains, then what is done."""
    if mote is None:
        return []
    idag = date.today()
    beslut = [a for a in data.arbetsyta().atgarder() if a.mote == mote.rubrik]
    return sorted(beslut, key=lambda a: (not a.forsenad(idag), not a.oppen))


def oppna_fran_tidigare(mote: Mote) -> list[Atgard]:
    """What earlier meetings than the one before decided, and nobody has finished yet."""
    moten = data.arbetsyta().moten
    if (fore := moten.before(mote.nr)) is None:
        return []
    aldre = {m.rubrik for m in moten.list() if (m.datum, m.nr) < (fore.datum, fore.nr)}
    return [a for a in data.arbetsyta().atgarder() if a.mote in aldre and a.oppen]


def i_bilden(mote: Mote, bild: Bild) -> list[Atgard]:
    """What this meeting has decided about a screen."""
    return [a for a in fran_motet(mote) if a.vinkel == bild.vinkel]


def laget(beslut: list[Atgard]) -> str:
    """How far decisions have come, in a sentence: «2 av 5 är genomförda, 1 är försenat.»"""
    idag = date.today()
    klara = sum(a.status == GENOMFORD for a in beslut)
    sena = sum(a.forsenad(idag) for a in beslut)
    sent = f", {text.tal(sena)} {'är försenat' if sena == 1 else 'är försenade'}" if sena else ""
    return f"{text.tal(klara)} av {text.tal(len(beslut))} är genomförda{sent}"


def status(a: Atgard) -> str:
    """The mark and the words of where a decision stands."""
    if a.forsenad(date.today()):
        return f"{FORSENAD} Försenad, skulle vara klar {a.klart_senast}"
    nar = f", klar senast {a.klart_senast}" if a.oppen else ""
    return f"{TECKEN.get(a.status, OPPEN)} {text.stor_bokstav(a.status)}{nar}"


def effekt(a: Atgard) -> Effekt | None:
    """Whether it helped, remembered by version; None where the figures cannot say."""
    yta = data.arbetsyta()
    return _effekt(str(yta.path), yta.version, a.nr, date.today())


@minns()
def _effekt(plats: str, version: str, nr: int, idag: date) -> Effekt | None:
    """What is said of one decision's effect."""
    try:
        return Workspace(plats).effect(nr, data.VIEWER.value)
    except KvalitetError:
        return None


def galler(a: Atgard) -> str:
    """What a decision is about: its indicator and the part of it."""
    d = INDIKATORER.get(a.vinkel.indikator)
    return " · ".join(
        [d.namn if d else a.vinkel.indikator, *(v for vs in a.vinkel.delar.values() for v in vs)]
    )


def rad(a: Atgard, med_effekt: bool) -> str:
    """One decision as a list item: what, who, where it stands, and whether it helped."""
    sagt = effekt(a) if med_effekt else None
    sen = " km-samre" if a.forsenad(date.today()) else ""
    rader = [
        f'<p class="km-b-vad">{escape(a.vad)}</p>',
        f'<p class="km-b-lage"><span class="km-b-status{sen}">{escape(status(a))}</span>'
        f" · {escape(a.ansvarig)} · {escape(galler(a))}</p>",
        f'<p class="km-b-effekt">{escape(sagt.mening)}</p>' if sagt else "",
    ]
    return f"<li>{''.join(rader)}</li>"


@st.dialog("Beslut", width="large")
def skriv(mote: Mote, bild: Bild, rubrik: str) -> None:
    """The form for a decision about what is on the screen."""
    st.markdown(f"**{rubrik}**")
    with st.form("mote-beslut", border=False):
        vad = st.text_area("Vad ska göras?", placeholder="Skriv utan uppgifter om enskilda.", height=120)
        vanster, hoger = st.columns(2)
        ansvarig = vanster.text_input("Ansvarig (funktion)", placeholder="Till exempel enhetschef")
        klart = hoger.text_input("Klart senast", placeholder="ÅÅÅÅ-MM-DD")
        if not st.form_submit_button("Spara beslutet", type="primary"):
            return
    if not klart.strip():
        st.error("Skriv dagen då det ska vara klart som år-månad-dag, till exempel 2027-03-31.")
    if (dag := skriven_dag(klart)) is None:
        return
    v = bild.vinkel
    try:
        data.arbetsyta().decide(vad, ansvarig, dag, v.indikator, v.period, v.by, v.delar, mote=mote.rubrik)
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.rerun()
