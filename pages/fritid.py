"""Är unga trygga, delaktiga och lär de sig något hos oss? KEKS index per mötesplats."""

from kvalitet_metrics.ui import fritid, layout

SIDA = {
    "titel": "Fritid",
    "fraga": "Är unga trygga, delaktiga och lär de sig något hos oss?",
    "grupp": "Områden",
    "ordning": 60,
}
layout.sida(**SIDA)
if not layout.tomt():
    fritid.visa(layout.urval())
