"""Hur räknas siffran? Every indicator as its definition says it, with the worked example that is its test."""

from kvalitet_metrics.ui import explore, layout, method

SIDA = {"titel": "Så räknas det", "fraga": "Hur räknas siffran?", "grupp": "Hjälp", "ordning": 10}
layout.sida(**SIDA)
method.visa(explore.valj_indikator())
