"""Hur går det för oss? Each quality area with its indicators: value, n, change, target, trend."""

from kvalitet_metrics.ui import layout, tiles

SIDA = {"titel": "Översikt", "fraga": "Hur går det för oss?", "grupp": "", "ordning": 1}
layout.sida(**SIDA)
if not layout.tomt():
    tiles.omraden(layout.urval())
