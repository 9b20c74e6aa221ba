"""The profiles that analysts have made: look, take along, bring in, take out of use."""

from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.mapping import ROLLER
from kvalitet_metrics.ui import data, html
from kvalitet_metrics.ui.oppnat import oppnat


@st.fragment
def visa() -> None:
    """All of them, and the way to bring one in from somewhere else."""
    profiler = data.arbetsyta().profiler.all(retired=True)
    namn = f"Egna profiler ({len(profiler)})" if profiler else "Egna profiler"
    if not (ruta := oppnat(namn, "egna-profiler")):
        return
    with ruta:
        st.caption(
            "En egen profil skapas när en okänd fil beskrivs. Den känner igen nästa fil av samma slag och "
            "kan delas med andra som JSON."
        )
        for profil in profiler:
            _rad(profil)
        _hamta_in()


def _rad(p: dict[str, Any]) -> None:
    """One profile: what it is, how often it is used, and its buttons."""
    yta = data.arbetsyta()
    with st.container(border=True):
        ord_, json, bort = st.columns([5, 2, 2], vertical_alignment="center")
        lage = f"tagen ur bruk {p['retired'][:10]}" if p["retired"] else f"ändrad {p['changed'][:10]}"
        filer = text.antal(p["uploads"], "inläst fil", "inlästa filer")
        ord_.markdown(f"**{p['namn']}**  \n{filer} · {lage}")
        json.download_button(
            "Hämta JSON",
            yta.profiler.export(p["id"]),
            f"{p['id']}.json",
            "application/json",
            key=f"json-{p['id']}",
            on_click="ignore",
            width="stretch",
        )
        if not p["retired"] and bort.button("Ta ur bruk", key=f"bort-{p['id']}", width="stretch"):
            _fraga(p)
        if p["fel"]:
            st.error(f"Profilen kan inte användas. {p['fel']}")
            return
        with st.popover("Vad den säger"):
            karta = yta.profiler.get(p["id"])
            rader = [(k.rubrik, ROLLER.get(k.roll, k.roll), k.matt) for k in karta.kolumner]
            st.html(html.rutnat(("Rubrik i filen", "Är", "Mått"), rader, f"Kolumnerna i {p['namn']}"))


@st.dialog("Ta profilen ur bruk?")
def _fraga(p: dict[str, Any]) -> None:
    """Ask before a profile is taken out of use."""
    st.write(f"Nya filer känns inte längre igen som **{p['namn']}**. Det som är inläst är kvar.")
    ja, nej = st.columns(2)
    if ja.button("Ja, ta ur bruk", type="primary", width="stretch"):
        data.arbetsyta().profiler.remove(p["id"])
        st.rerun()
    if nej.button("Nej, behåll", key="nej-behall-profil", width="stretch"):
        st.rerun()


def _hamta_in() -> None:
    """A profile from somewhere else; one that would replace another is only taken when that is said."""
    if not st.toggle("Hämta in en profil från någon annan", key="hamta-in-profil"):
        return
    fil = st.file_uploader("Profilen som JSON", ["json"], key="profilfil")
    if fil is None:
        return
    ersatt = st.checkbox("Ersätt en profil med samma id", key="ersatt-profil")
    if st.button("Spara profilen", key="spara-profilfil"):
        try:
            karta = data.arbetsyta().profiler.import_(fil.getvalue().decode("utf-8-sig", "replace"), ersatt)
        except KvalitetError as fel:
            st.error(str(fel))
            return
        st.success(f"Profilen «{karta.namn}» är sparad och används vid nästa inläsning.")
