"""Arbetar vi ihop när flera behövs, och vilka? Cases that several groups share."""

from kvalitet_metrics.ui import amne, layout

SIDA = {
    "titel": "Samverkan",
    "fraga": "Arbetar vi ihop när flera behövs, och vilka?",
    "grupp": "Områden",
    "ordning": 55,
}
SAMVERKAN = "samverkan_andel"

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("uppgifter om samverkan", [SAMVERKAN]):
    vy = layout.urval()
    amne.oppna(vy, [SAMVERKAN], (SAMVERKAN, "grupp"))
    amne.avsnitt("Över tid, och var", vy, (SAMVERKAN, amne.TID), (SAMVERKAN, "enhet"))
