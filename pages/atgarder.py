"""Vad har vi beslutat, blir det gjort och hjälper det? The decided actions, the late ones first."""

from kvalitet_metrics.ui import atgarder, layout

SIDA = {
    "titel": "Åtgärder",
    "fraga": "Vad har vi beslutat, blir det gjort och hjälper det?",
    "grupp": "Möte",
    "ordning": 20,
}
layout.sida(**SIDA)
if not layout.tomt():
    atgarder.visa(layout.urval())
