"""Hur står vi oss mot andra? Own values beside others' and targets; enheter in a funnel."""

from kvalitet_metrics.ui import jamforelser, layout

SIDA = {
    "titel": "Jämförelser",
    "fraga": "Hur står vi oss mot andra?",
    "grupp": "Områden",
    "ordning": 70,
}
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    jamforelser.andra(vy)
    jamforelser.enheter(vy)
