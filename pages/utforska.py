"""Hur utvecklas ett mått, för vem? Any indicator, any breakdown, with its table and what lies behind it."""

from kvalitet_metrics.ui import explore, layout

SIDA = {"titel": "Utforska", "fraga": "Hur utvecklas ett mått, för vem?", "grupp": "", "ordning": 2}
layout.sida(**SIDA)
if not layout.tomt():
    explore.visa(layout.urval(explore.perioder_utan()))
