"""Vad går fel, var, och varför? Volumes of deviations without judgement, and who reports too little."""

from kvalitet_metrics.ui import amne, layout, quality

SIDA = {
    "titel": "Avvikelser",
    "fraga": "Vad går fel, var, och varför?",
    "grupp": "Områden",
    "ordning": 20,
}
ANTAL, OMRADE = "avvikelser_antal", "avvikelser_per_kvalitetsomrade"
OVRIGT, OKAND, EJ = "avvikelser_ovrigt_andel", "avvikelser_orsak_okand_andel", "avvikelser_ej_avvikelse_andel"

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("avvikelser", [ANTAL, OMRADE]):
    vy = layout.urval()
    vanligast = [(ANTAL, "orsak"), (ANTAL, "kategori"), (OMRADE, None)]
    amne.oppna(vy, [ANTAL], (ANTAL, amne.TID), vanligast, quality.tysta(vy, [ANTAL]))
    amne.avsnitt("Varför går det fel?", vy, (ANTAL, "orsak"), (ANTAL, "kategori"))
    amne.avsnitt("Var går det fel?", vy, (ANTAL, "enhet"), (OMRADE, None))
    quality.rapportering(vy, [ANTAL])
    amne.avsnitt(
        "Säger uppgifterna vad som hände?", vy, (OVRIGT, amne.TID), (OKAND, amne.TID), (EJ, amne.TID)
    )
