"""Gjorde vi de kontroller vi planerade, och vad visade de? The year month by month, then over the years."""

from kvalitet_metrics.ui import egenkontroller, layout, show

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
    show.rubrik("Granskning av ärenden")
    show.indikator("granskning_andel_ja", vy, "fraga")
