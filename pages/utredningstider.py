"""Blir utredningarna klara i tid, och för vem? Deadlines and days for children and adults."""

from kvalitet_metrics.ui import layout, pending, show

SIDA = {
    "titel": "Utredningstider",
    "fraga": "Blir utredningarna klara i tid, och för vem?",
    "grupp": "Områden",
    "ordning": 10,
}
layout.sida(**SIDA)
if not layout.tomt():
    vy = layout.urval()
    show.rubrik("Barn och unga")
    show.over_tid("utredning_barn_inom_fyra_manader", vy)
    show.sida_vid_sida("utredning_barn_inom_fyra_manader", vy, ["kon", "grupp"])
    show.rubrik("Pågående utredningar om barn")
    pending.visa(vy)
    show.sida_vid_sida("utredning_barn_klara_pa_fristdagen", vy.finare(), [None, "enhet"])
    show.rubrik("Vuxna")
    show.over_tid("utredning_vuxna_inom_frist", vy)
    show.sida_vid_sida("utredning_vuxna_inom_frist", vy, ["kon", "grupp"])
    show.rubrik("Hur många dagar det tar")
    show.over_tid("utredningstid_dagar", vy)
    show.indikator("utredningstid_dagar", vy, "enhet")
    show.rubrik("Förhandsbedömningar")
    show.over_tid("forhandsbedomning_barn_inom_14_dagar", vy)
    show.over_tid("forhandsbedomning_relationsvald_inom_21_dagar", vy)
