"""Vad ska vi besluta om, och vad blev det av förra mötets beslut? A meeting, planned and shown."""

from kvalitet_metrics.ui import layout, moten

SIDA = {
    "titel": "Ledningsgrupp",
    "fraga": "Vad ska vi besluta om, och vad blev det av förra mötets beslut?",
    "grupp": "Möte",
    "ordning": 80,
}
layout.sida(**SIDA)
if not layout.tomt():
    moten.visa()
