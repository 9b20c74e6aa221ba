"""Går siffrorna att lita på? What disagrees, what was left undone, who does not report, old sources."""

from kvalitet_metrics.ui import layout, quality, reconcile, show

SIDA = {"titel": "Datakvalitet", "fraga": "Går siffrorna att lita på?", "grupp": "Uppgifter", "ordning": 20}
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    show.rubrik("Avstämning: säger siffrorna samma sak?")
    reconcile.visa(reconcile.inlast())
    quality.bevakning(vy)
    quality.rapportering(vy)
    quality.kallor()
