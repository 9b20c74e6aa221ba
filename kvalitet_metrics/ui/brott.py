"""Breaks in the source: which units began to count in another way, and a form to write one down."""

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.store.brott import NyttRaknesatt
from kvalitet_metrics.ui import data, layout
from kvalitet_metrics.ui.oppnat import oppnat
from kvalitet_metrics.ui.organisation import skriven_dag, spara

ALLT = "Allt"


@st.fragment
def visa() -> None:
    """What has been written down, and the form."""
    if not (ruta := oppnat("Brott i tidsserier", "brotten")):
        return
    register = data.arbetsyta().brott
    with ruta:
        st.caption(
            "När en enhet börjar räkna på ett nytt sätt går talen inte att jämföra bakåt. Skriv in det här,"
            " så visas brottet i varje diagram och ingen jämförelse görs över det."
        )
        alla = register.history()
        for brott in alla:
            if not brott.aterkallat:
                _rad(brott)
        if borta := [b for b in alla if b.aterkallat]:
            st.caption("  \n".join(f"Borttaget {b.aterkallat}: {_mening(b)}" for b in borta))
        if not data.arbetsyta().is_empty:
            _nytt()


def _rad(b: NyttRaknesatt) -> None:
    """One break in words, and the way to take it back."""
    ord_, knapp = st.columns([6, 1], vertical_alignment="center")
    av = f" av {b.av}" if b.av else ""
    ord_.markdown(f"{_mening(b)}  \n{_galler(b.galler)} · inskrivet {b.inskrivet}{av}")
    if knapp.button("Ta bort", key=f"bort-brott-{b.nr}", width="stretch"):
        spara(lambda: data.arbetsyta().brott.remove(b.nr))


def _mening(b: NyttRaknesatt) -> str:
    """When, which part and what."""
    return f"**{b.datum}** {_del(b)}: {b.orsak.rstrip('.')}."


def _del(b: NyttRaknesatt) -> str:
    """The part that changed."""
    return f"{b.varde} ({layout.kolumnord(b.kolumn).lower()})" if b.kolumn else ALLT


def _galler(galler: str) -> str:
    """Which indicators a break is about: one, or all that are counted from the same records."""
    namn = [d.namn for d in INDIKATORER.values() if galler in (d.id, d.tabell)]
    return text.lista(f"«{n}»" for n in namn) or galler


def _nytt() -> None:
    """The form for a break that has happened."""
    st.markdown("**Skriv in ett brott**")
    id_ = st.selectbox("Mått", list(INDIKATORER), format_func=lambda i: INDIKATORER[i].namn, key="brott-matt")
    d = INDIKATORER[id_]
    andra = [a.namn for a in INDIKATORER.values() if a.tabell == d.tabell and a.id != id_]
    alla = bool(andra) and st.checkbox(
        f"Gäller också {text.lista(f'«{n}»' for n in andra)}, som räknas ur samma poster",
        value=True,
        key=f"brott-alla-{d.tabell}",
    )
    vanster, hoger = st.columns(2)
    kolumn = vanster.selectbox(
        "Vilken del ändrades?",
        [None, *d.nedbrytningar],
        format_func=lambda k: "Allt som måttet räknar" if k is None else NEDBRYTNINGAR[k],
        key="brott-kolumn",
    )
    varde = None
    if kolumn:
        finns = sorted(data.arbetsyta().brott.values(d.tabell, kolumn), key=text.sortnyckel)
        varde = hoger.selectbox("Vilken?", finns, key=f"brott-{kolumn}")
    forsta = skriven_dag(vanster.text_input("Första dagen", placeholder="ÅÅÅÅ-MM-DD", key="brott-dag"))
    av = hoger.text_input("Inskrivet av (roll eller signatur)", key="brott-av")
    orsak = st.text_input("Vad är nytt? Skriv utan uppgifter om enskilda.", key="brott-orsak")
    fattas = not (forsta and orsak.strip() and (varde or not kolumn))
    if st.button("Spara brottet", disabled=fattas, key="brott-spara") and forsta:
        galler = d.tabell if alla else id_
        spara(lambda: data.arbetsyta().brott.add(galler, forsta, orsak, kolumn, varde, av))
