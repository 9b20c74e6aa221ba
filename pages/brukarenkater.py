"""Vad tycker de vi är till för? Positive answers, beside those who did not answer."""

from kvalitet_metrics.ui import amne, enkater, layout

SIDA = {
    "titel": "Brukarenkäter",
    "fraga": "Vad tycker de vi är till för?",
    "grupp": "Områden",
    "ordning": 35,
}

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("enkätsvar", [enkater.POSITIVA]):
    vy = layout.urval()
    amne.oppna_med(enkater.laget(vy), vy, (enkater.POSITIVA, "kon"))
    amne.konsskillnader(vy, [enkater.POSITIVA])
    enkater.enkater(vy)
    enkater.fragor(vy)
    amne.avsnitt("Vilka, och var?", vy, (enkater.POSITIVA, "malgrupp"), (enkater.POSITIVA, "enhet"))
