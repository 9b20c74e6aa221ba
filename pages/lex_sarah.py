"""Vad hände med rapporterna, från rapport till IVO? The chain, its days, what is open."""

from kvalitet_metrics.ui import amne, layout, lex_sarah, quality

SIDA = {
    "titel": "Lex Sarah",
    "fraga": "Vad hände med rapporterna, från rapport till IVO?",
    "grupp": "Områden",
    "ordning": 25,
}
RAPPORTER, BEDOMNING = "lex_sarah_rapporter", "lex_sarah_bedomning"

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("lex Sarah-rapporter", [RAPPORTER]):
    vy = layout.urval()
    lex_sarah.oppna(vy)
    lex_sarah.oppna_utan_beslut(vy)
    amne.avsnitt("Hur många, och vad blev bedömningen?", vy, (RAPPORTER, amne.TID), (BEDOMNING, None))
    amne.avsnitt("Vad handlade de om, och var?", vy, (RAPPORTER, "kategori"), (RAPPORTER, "enhet"))
    quality.rapportering(vy, [RAPPORTER])
