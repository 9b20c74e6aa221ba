"""Går siffrorna att lita på? Sources and their age, what was left undone, units that do not report."""

from kvalitet_metrics.ui import layout, quality

layout.sida("Datakvalitet", "Går siffrorna att lita på?")
if not layout.tomt():
    vy = layout.urval()
    quality.bevakning(vy)
    quality.rapportering(vy)
    quality.kallor()
