"""Hur gör jag? The handbook of the analyst, the manager and the management group, in docs/handbok.md."""

from kvalitet_metrics.ui import handbook, layout

SIDA = {"titel": "Handbok", "fraga": "Hur gör jag?", "grupp": "Hjälp", "ordning": 20}
layout.sida(**SIDA)
handbook.visa()
