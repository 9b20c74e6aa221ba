"""Hur går det för oss? What needs attention first, the eight areas, what has changed, every indicator."""

from kvalitet_metrics.ui import layout, oversikt

SIDA = {"titel": "Översikt", "fraga": "Hur går det för oss?", "grupp": "", "ordning": 1}
layout.sida(**SIDA)
if not layout.tomt():
    oversikt.visa(layout.urval())
