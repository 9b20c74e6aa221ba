"""Vad hände med min fil? Drop files, see what they were taken for and what is wrong, load, take back."""

from kvalitet_metrics.ui import brott, exports, labels, layout, ledger, organisation, profiles, upload

layout.sida("Ladda upp", "Vad hände med min fil?")
upload.visa()
labels.visa()
ledger.visa()
organisation.visa()
brott.visa()
profiles.visa()
exports.visa()
