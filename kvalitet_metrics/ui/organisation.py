"""Units over time: what they are called, what became of them, and a form to note a change."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.profile import ORGANISATION
from kvalitet_metrics.store.organisation import ANTAL, Andring, Enhet
from kvalitet_metrics.ui import data, html, layout
from kvalitet_metrics.ui.oppnat import oppnat

BETYDER = {
    "namnbyte": "Enheten är densamma och visas under sitt nya namn, också bakåt i tiden.",
    "sammanslagning": "De tidigare enheterna behåller sina tal. Den nya börjar vid ändringen, och det sägs.",
    "delning": "Den tidigare enheten behåller sina tal. De nya börjar vid ändringen, och det sägs.",
}


@st.fragment
def visa() -> None:
    """What is known, and the form."""
    if not (ruta := oppnat("Organisationen över tid", "organisationen")):
        return
    organisation = data.arbetsyta().organisation.list()
    with ruta:
        for andring in organisation.andringar:
            _andring(andring)
        rader = [_enhetsrad(e) for e in organisation.enheter]
        if rader:
            rubriker = ("Namn", "Slag", "Gäller", "Skrivs också i filerna")
            st.html(html.rutnat(rubriker, rader, "Enheter med flera namn eller begränsad tid", form="km-vid"))
        _ny_andring()


def _enhetsrad(e: Enhet) -> tuple[str, str, str, str]:
    """One unit as a row of text."""
    tid = " ".join(f"{ord_} {dag}" for ord_, dag in (("från", e.fran), ("till", e.till)) if dag)
    return e.namn, layout.kolumnord(e.slag), fast(tid or "hela tiden"), ", ".join(e.stavningar)


def fast(mening: str) -> str:
    """A short text that is never broken between lines."""
    return mening.replace(" ", "\u00a0").replace("-", "\u2011")


def _andring(a: Andring) -> None:
    """One change in words, and the way to take it back."""
    ord_, knapp = st.columns([6, 1], vertical_alignment="center")
    ord_.markdown(
        f"**{a.datum}** {text.stor_bokstav(a.andring)}: {text.lista(a.fore)} blev {text.lista(a.efter)}.  \n"
        f"{layout.kolumnord(a.slag)}{' · ' + a.orsak if a.orsak else ''}"
    )
    if knapp.button("Ta bort", key=f"bort-andring-{a.datum}-{a.slag}-{a.efter[0]}", width="stretch"):
        spara(lambda: data.arbetsyta().organisation.undo_change(a))


def _ny_andring() -> None:
    """The form for a change that has happened."""
    st.markdown("**Skriv in en ändring**")
    vad = st.segmented_control(
        "Vad har hänt?", list(ANTAL), default="namnbyte", format_func=text.stor_bokstav, key="andring-vad"
    )
    if vad is None:
        return
    st.caption(BETYDER[vad])
    vanster, hoger = st.columns(2)
    slag = vanster.selectbox("Slag av enhet", ORGANISATION, format_func=layout.kolumnord, key="andring-slag")
    dag = skriven_dag(hoger.text_input("Från och med", placeholder="ÅÅÅÅ-MM-DD", key="andring-dag"))
    kanda = data.varden(slag)
    vanster, hoger = st.columns(2)
    fore = vanster.multiselect(
        "Hette före", kanda, accept_new_options=True, placeholder="Välj eller skriv", key="andring-fore"
    )
    efter = hoger.multiselect(
        "Heter efter", kanda, accept_new_options=True, placeholder="Välj eller skriv", key="andring-efter"
    )
    orsak = st.text_input("Varför (frivilligt)", key="andring-orsak")
    if st.button("Spara ändringen", disabled=not (dag and fore and efter), key="andring-spara") and dag:
        spara(lambda: data.arbetsyta().organisation.change(vad, slag, dag, fore, efter, orsak))


def skriven_dag(skrivet: str) -> date | None:
    """The day that was written, or None with a word about how a day is written."""
    try:
        return date.fromisoformat(skrivet.strip()) if skrivet.strip() else None
    except ValueError:
        st.error(f"«{skrivet}» är inte en dag. Skriv år-månad-dag, till exempel 2023-07-01.")
        return None


def spara(gor: Callable[[], object]) -> None:
    """Change the organisation, or say why not."""
    try:
        with st.spinner("Räknar om siffrorna …"):
            gor()
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.rerun()
