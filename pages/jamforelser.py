"""Hur står vi oss mot andra? Own values beside others' and targets; municipalities; enheter in a funnel."""

from kvalitet_metrics.ui import jamforelser, kommuner, layout

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
    kommuner.visa(vy)
    jamforelser.enheter(vy)
