"""Blir utredningarna klara i tid, och för vem? Deadlines and days for children and adults."""

from kvalitet_metrics.ui import amne, layout, pending

SIDA = {
    "titel": "Utredningstider",
    "fraga": "Blir utredningarna klara i tid, och för vem?",
    "grupp": "Områden",
    "ordning": 10,
}
BARN, VUXNA = "utredning_barn_inom_fyra_manader", "utredning_vuxna_inom_frist"
BARN_FORHAND, VALD_FORHAND = (
    "forhandsbedomning_barn_inom_14_dagar",
    "forhandsbedomning_relationsvald_inom_21_dagar",
)
DAGAR = "utredningstid_dagar"

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("utredningar", [BARN, VUXNA, DAGAR, BARN_FORHAND, VALD_FORHAND]):
    vy = layout.urval()
    amne.oppna(vy, [BARN, VUXNA, BARN_FORHAND, VALD_FORHAND], (BARN, amne.TID))
    amne.konsskillnader(vy, [BARN, VUXNA, BARN_FORHAND])
    amne.avsnitt("Barn och unga", vy, (BARN, "kon"), (BARN, "grupp"), (BARN, "enhet"))
    pending.visa(vy)
    amne.avsnitt("Vuxna", vy, (VUXNA, amne.TID), (VUXNA, "kon"), (VUXNA, "grupp"))
    amne.avsnitt("Hur många dagar det tar", vy, (DAGAR, amne.TID), (DAGAR, "enhet"), (DAGAR, amne.TIDER))
    amne.avsnitt("Förhandsbedömningar", vy, (BARN_FORHAND, amne.TID), (VALD_FORHAND, amne.TID))
