"""Går siffrorna att lita på? The short answer, what disagrees, what is missing, what the figures stand on."""

from kvalitet_metrics.ui import innehall, kallor, layout, quality, reconcile, tillit

SIDA = {"titel": "Datakvalitet", "fraga": "Går siffrorna att lita på?", "grupp": "Uppgifter", "ordning": 20}
AVSTAMNING, KALLOR, UNDERLAG = (
    "Säger siffrorna samma sak?",
    "Hur gamla är källorna?",
    "Vad bygger varje mått på?",
)
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    tillit.visa(vy, (AVSTAMNING, KALLOR, UNDERLAG, quality.BEVAKNING, quality.TYSTA))
    innehall.rubrik(AVSTAMNING)
    reconcile.visa(reconcile.inlast())
    innehall.rubrik(KALLOR)
    kallor.visa()
    innehall.rubrik(UNDERLAG)
    kallor.per_matt(vy)
    quality.bevakning(vy)
    quality.rapportering(vy)
