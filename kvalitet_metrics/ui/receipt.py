"""What a load did, in words: on the page and as a file to keep."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from kvalitet_metrics.ui import verdict

if TYPE_CHECKING:
    from kvalitet_metrics.workspace import Kvitto

OMGANG, KVITTON = "_uppladdningens_omgang", "_kvitton"
STATUS = {"loaded": "Inläst", "refused": "Inte inläst", "duplicate": "Redan inläst", "preview": "Granskad"}


def visa(kvitton: Sequence["Kvitto"]) -> None:
    """The receipts of the latest load, one line each, and all of them as a file."""
    if not kvitton:
        return
    with st.container(border=True):
        st.subheader("Kvitto", anchor=False)
        for kvitto in kvitton:
            visa_rad = st.success if kvitto.status == "loaded" else st.warning
            visa_rad(f"**{STATUS[kvitto.status]}: {kvitto.file}.** {verdict.omfattning(kvitto)}")
            verdict.domar(kvitto)
            for varning in kvitto.warnings:
                st.caption(varning)
        st.download_button("Hämta kvittot", som_text(kvitton), "kvitto.txt", "text/plain", on_click="ignore")


def minns(kvitton: Sequence["Kvitto"]) -> None:
    """Keep the receipts for the page, and draw it anew with an empty drop zone."""
    st.session_state[KVITTON] = list(kvitton)
    st.session_state[OMGANG] = st.session_state.get(OMGANG, 0) + 1
    st.rerun()


def som_text(kvitton: Sequence["Kvitto"]) -> str:
    """The receipts as plain text, with every fault and its place."""
    stycken = []
    for k in kvitton:
        rader = [
            f"{STATUS[k.status]}: {k.file}",
            f"Slag: {k.profile_name or 'okänt'}",
            f"Varför: {k.recognised or '–'}",
            f"Omfattning: {verdict.omfattning(k)}",
            f"Inläsningens id: {k.upload_id or '–'}",
            f"Filens avtryck (sha256): {k.sha256}",
            *([f"Skillnad: {k.jamfort.text}"] if k.jamfort else []),
            *[f"Observera: {v}" for v in k.warnings],
            *[f"Fel: {f}" for f in k.faults],
        ]
        stycken.append("\n".join(rader))
    return "\n\n".join(stycken) + "\n"
