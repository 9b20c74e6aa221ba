"""Vilka risker har vi, och tas de om hand? The matrix and its risks, the critical without a measure first."""

from kvalitet_metrics.ui import layout, risker

SIDA = {
    "titel": "Risker",
    "fraga": "Vilka risker har vi, och tas de om hand?",
    "grupp": "Områden",
    "ordning": 45,
}
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    risker.visa(vy)
    risker.over_aren(vy)
