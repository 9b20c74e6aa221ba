"""Vad har vi beslutat, blir det gjort och hjälper det? The decided actions, the late ones first."""

from kvalitet_metrics.ui import atgarder, layout

layout.sida("Åtgärder", "Vad har vi beslutat, blir det gjort och hjälper det?")
if not layout.tomt():
    atgarder.visa(layout.urval())
