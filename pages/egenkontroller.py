"""Gjorde vi de kontroller vi planerade, och vad visade de? The year month by month, then over the years."""

from kvalitet_metrics.ui import amne, egenkontroller, layout

SIDA = {
    "titel": "Egenkontroller",
    "fraga": "Gjorde vi de kontroller vi planerade, och vad visade de?",
    "grupp": "Områden",
    "ordning": 40,
}
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    egenkontroller.visa(vy)
    egenkontroller.over_aren(vy)
    amne.avsnitt("Granskning av ärenden", vy, ("granskning_andel_ja", "fraga"))
