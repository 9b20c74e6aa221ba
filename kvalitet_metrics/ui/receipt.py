"""What a load did, in words: on the page and as a file to keep."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.ui import forandring, verdict

if TYPE_CHECKING:
    from kvalitet_metrics.workspace import Kvitto

OMGANG, KVITTON = "_uppladdningens_omgang", "_kvitton"
AV = "inlast-av"
"""Where the session keeps who loads and takes back."""
UTFALL = {
    "loaded": ("inläst", "inlästa"),
    "refused": ("med fel, inte inläst", "med fel, inte inlästa"),
    "duplicate": ("redan inläst", "redan inlästa"),
}
STATUS = {"loaded": "Inläst", "refused": "Inte inläst", "duplicate": "Redan inläst", "preview": "Granskad"}


def visa(kvitton: Sequence["Kvitto"]) -> None:
    """The receipts of the latest load, and what it did to the figures."""
    if kvitton:
        _kvitton(kvitton)
    forandring.visa()


def _kvitton(kvitton: Sequence["Kvitto"]) -> None:
    """The receipts of one load, one line each, and as a file; what is said once is not repeated."""
    with st.container(border=True):
        st.subheader("Kvitto", anchor=False)
        if len(kvitton) > 1:
            st.markdown(f"**{sammanfatta(kvitton)}**")
        sagda: set[str] = set()
        for kvitto in kvitton:
            visa_rad = st.success if kvitto.status == "loaded" else st.warning
            visa_rad(f"**{STATUS[kvitto.status]}: {kvitto.file}.** {verdict.omfattning(kvitto)}")
            verdict.domar(kvitto)
            for varning in kvitto.warnings:
                if varning not in sagda:
                    st.caption(varning)
            sagda |= set(kvitto.warnings)
        st.download_button("Hämta kvittot", som_text(kvitton), "kvitto.txt", "text/plain", on_click="ignore")


def sammanfatta(kvitton: Sequence["Kvitto"]) -> str:
    """How many files there were of each outcome, as «3 filer: 2 inlästa, 1 redan inläst.»."""
    delar = [
        text.antal(n, ett, flera)
        for status, (ett, flera) in UTFALL.items()
        if (n := sum(k.status == status for k in kvitton))
    ]
    return f"{text.antal(len(kvitton), 'fil', 'filer')}: {', '.join(delar)}."


def nar(kvitton: Sequence["Kvitto"]) -> str:
    """The occasion of a load in words, for what it did to the figures."""
    inlasta = [k.file for k in kvitton if k.status == "loaded"]
    if len(inlasta) == 1:
        return f"När {inlasta[0]} lästes in:"
    return f"När {text.antal(len(inlasta), 'fil', 'filer')} lästes in:"


def av() -> str:
    """Who loads and takes back in this session, as they have written it."""
    return st.session_state.get(AV) or ""


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
