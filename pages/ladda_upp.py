"""Vad hände med min fil? Drop files, see what they were taken for and what is wrong, load, take back."""

from kvalitet_metrics.ui import brott, exports, labels, layout, ledger, organisation, profiles, upload

SIDA = {"titel": "Ladda upp", "fraga": "Vad hände med min fil?", "grupp": "Uppgifter", "ordning": 10}
layout.sida(**SIDA)
upload.visa()
labels.visa()
ledger.visa()
organisation.visa()
brott.visa()
profiles.visa()
exports.visa()
