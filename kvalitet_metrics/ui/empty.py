"""The first page of a new workspace: what to do, and what the product looks like with figures in it."""

import streamlit as st

from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ui import data

STEG = (
    (
        "Ta ut en export",
        "Ur ärendesystemet, ledningssystemet eller enkätverktyget, eller ta ert eget kalkylblad.",
    ),
    (
        "Släpp filen på Ladda upp",
        "Den kontrolleras först. Inget sparas innan du säger till, och personnummer aldrig.",
    ),
    ("Läs siffrorna", "Varje mått får sitt diagram, sin jämförelse och vägen tillbaka till cellen i filen."),
)


def visa() -> None:
    """Three steps, the way to the first of them, and examples for whoever wants to look first."""
    st.info("Här finns inga uppgifter ännu. Läs in en Excel- eller CSV-fil så visas siffrorna direkt.")
    rutor = "".join(
        f'<li class="km-steg"><b>{nr}</b><strong>{rubrik}</strong><span>{ord_}</span></li>'
        for nr, (rubrik, ord_) in enumerate(STEG, 1)
    )
    st.html(f'<ol class="km-kort km-tre">{rutor}</ol>')
    with st.container(horizontal=True, key="km-borja", vertical_alignment="center"):
        st.page_link("pages/ladda_upp.py", label="Gå till Ladda upp")
        exempel = st.button("Visa med exempeldata", key="exempeldata")
    st.caption(
        f"{len(PROFILER)} slags exporter känns igen utan inställningar; andra tabeller beskrivs en gång."
        " Exempeldata är byggda av publicerade tal och läggs åt sidan när den första egna filen läses in."
    )
    if exempel:
        _las_in_exempel()


def _las_in_exempel() -> None:
    """Load the examples while the reader sees how far they have come."""
    try:
        with st.status("Läser in exempeldata …") as lage:
            data.arbetsyta().demo(lambda steg: lage.update(label=f"{steg} …"))
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.rerun()
