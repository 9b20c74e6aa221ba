"""Vad hände med min fil? Drop files, see what they were taken for and what is wrong, load, take back."""

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
layout.sida(**SIDA)
upload.visa()
labels.visa()
innehall.rubrik("Inläsningar")
ledger.visa()
innehall.rubrik("Så läses filerna")
organisation.visa()
brott.visa()
profiles.visa()
exports.visa()
