"""Number of personal data breaches."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.33",
    namn="Personuppgiftsincidenter",
    varfor="Uppgifter i socialtjänsten är känsliga. Incidenter som skrivs ned går att lära av.",
    kalla=(
        "Egen lista över personuppgiftsincidenter. Alla ska dokumenteras (dataskyddsförordningen art. 33.5); de som kan medföra "
        "en risk anmäls till IMY inom 72 timmar (art. 33.1)."
    ),
    omrade="A",
    tabell="puincident",
    datum=("intraffad", "intraffad"),
    namnare_ord="–",
    taljare_ord="personuppgiftsincidenter som inträffade eller upptäcktes under perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kategori", "orsak", "bedomning"),
    begransningar="Fler incidenter kan betyda bättre rapportering. Listan skiljer inte på när något hände och när det upptäcktes.",
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            enhet | intraffad  | kategori         | anmald
            Norr  | 2023-12-31 | Fel mottagare    |
            Norr  | 2024-01-01 | Obehörig åtkomst | 2024-01-03
        """,
        vantat="""
            period | varde
            2023   | 1
            2024   | 1
        """,
    ),
)
