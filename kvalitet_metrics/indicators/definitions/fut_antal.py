"""Number of reports of benefits wrongly paid (felaktiga utbetalningar)."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.15",
    namn="Anmälningar om felaktiga utbetalningar",
    varfor="Felaktiga utbetalningar som anmäls går att utreda, rätta och förebygga.",
    kalla="FUT-listan, en arbetsbok som förs för hand. Målet, tio om året, är lokalt.",
    omrade="A",
    tabell="fut",
    datum=("inkom", "inkom"),
    mal=10,
    alla_varden={
        "bedomning": ("avskriven", "ej utredning", "återkrav", "polisanmäld", "ingen åtgärd", "pågår")
    },
    namnare_ord="–",
    taljare_ord="anmälningar som kom in under perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "kategori", "orsak", "bedomning"),
    begransningar=(
        "Antalet speglar hur noga man letar lika mycket som hur ofta det blir fel. Målet gäller hela år, och visas inte "
        "för delar av verksamheten. Ärenden som är kvar från tidigare år räknas det år då de kom in."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            inkom      | bedomning   | polisanmald
            2023-01-01 | avskriven   | false
            2023-12-31 | pågår       |
            2024-01-01 | polisanmäld | true
        """,
        vantat="""
            period | varde | mal
            2023   | 2     | 10
            2024   | 1     | 10
        """,
    ),
)
