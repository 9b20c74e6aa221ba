"""Vad har gått fel, och vad lär vi av det? Avvikelser, lex Sarah and klagomål: volumes without judgement."""

from kvalitet_metrics.ui import layout, show

SIDA = {
    "titel": "Avvikelser och lex Sarah",
    "fraga": "Vad har gått fel, och vad lär vi av det?",
    "grupp": "Områden",
    "ordning": 20,
}
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    show.rubrik("Avvikelser")
    show.sida_vid_sida("avvikelser_antal", vy, [None, "enhet"])
    show.sida_vid_sida("avvikelser_antal", vy, ["orsak", "kategori"])
    show.indikator("avvikelser_per_kvalitetsomrade", vy, "omrade")
    show.rubrik("Lex Sarah")
    show.sida_vid_sida("lex_sarah_rapporter", vy, [None, "enhet"])
    show.sida_vid_sida("lex_sarah_utredningar", vy, ["bedomning", "kategori"])
    show.rubrik("Klagomål och beröm")
    show.indikator("klagomal_antal", vy, "typ")
    show.indikator("berom_antal", vy, "typ")
