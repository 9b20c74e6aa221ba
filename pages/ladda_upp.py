"""Vad hände med min fil? Drop files, see what they were taken for and what is wrong, load, take back."""

import streamlit as st

from kvalitet_metrics.ui import (
    brott,
    exports,
    innehall,
    labels,
    layout,
    ledger,
    organisation,
    profiles,
    upload,
)

SIDA = {"titel": "Ladda upp", "fraga": "Vad hände med min fil?", "grupp": "Uppgifter", "ordning": 10}
REGLER = "Så läses filerna"
layout.sida(**SIDA)
upload.visa()
innehall.lista((labels.RUBRIK, ledger.RUBRIK, REGLER))
labels.visa()
innehall.rubrik(ledger.RUBRIK)
ledger.visa()
with st.container(key="km-skarm"):
    innehall.rubrik(REGLER)
    organisation.visa()
    brott.visa()
    profiles.visa()
    exports.visa()
