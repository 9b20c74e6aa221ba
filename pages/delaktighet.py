"""Får barn och vuxna vara med i det som rör dem? Children heard and met, and plans, by kön."""

from kvalitet_metrics.ui import amne, layout

SIDA = {
    "titel": "Delaktighet",
    "fraga": "Får barn och vuxna vara med i det som rör dem?",
    "grupp": "Områden",
    "ordning": 50,
}
SAMTAL, TRAFFAT = "barnsamtal_andel", "overvagande_barnet_traffat_andel"
PLAN, FORANDRING, AVSLUT = "genomforandeplan_inom_frist", "forandringsplan_andel", "avslutsorsak_andel"

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("uppgifter om delaktighet", [SAMTAL, TRAFFAT, PLAN, FORANDRING, AVSLUT]):
    vy = layout.urval()
    amne.oppna(vy, [SAMTAL, TRAFFAT, PLAN, FORANDRING], (TRAFFAT, "kon"))
    amne.konsskillnader(vy, [SAMTAL, TRAFFAT, PLAN, FORANDRING])
    amne.avsnitt(
        "Barnet hörs och träffas",
        vy,
        (SAMTAL, amne.TID),
        (SAMTAL, "kon"),
        (TRAFFAT, "typ"),
        (TRAFFAT, "enhet"),
    )
    amne.avsnitt(
        "Den enskilde har en plan",
        vy,
        (PLAN, "typ"),
        (PLAN, "kon"),
        (FORANDRING, amne.TID),
        (FORANDRING, "kon"),
    )
    amne.avsnitt("Hur stödet tar slut", vy, (AVSLUT, None))
