"""Går siffrorna att lita på? What disagrees, what was left undone, who does not report, old sources."""

from kvalitet_metrics.ui import layout, quality, reconcile, show

layout.sida("Datakvalitet", "Går siffrorna att lita på?")
if not layout.tomt():
    vy = layout.urval()
    show.rubrik("Avstämning: säger siffrorna samma sak?")
    reconcile.visa(reconcile.inlast())
    quality.bevakning(vy)
    quality.rapportering(vy)
    quality.kallor()
