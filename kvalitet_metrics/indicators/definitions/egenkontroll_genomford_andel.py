"""Share of the planned controls of one's own that were done."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.18",
    namn="Planerade egenkontroller som genomfördes",
    varfor="Kontroller som planeras men aldrig görs lämnar luckor i det som är känt om kvaliteten.",
    kalla="Ledningssystemet (ILS) och egna planer för egenkontroll. SOSFS 2011:9 kräver egenkontroll.",
    omrade="A",
    tabell="egenkontroll",
    datum=("period_start", "period_end"),
    underlag="bedomning IS NOT NULL OR genomford IS NOT NULL",
    taljare="genomford IS NOT NULL OR bedomning IN ('godkänd', 'ej godkänd')",
    namnare_ord="egenkontroller i periodens plan där något är sagt om när eller hur det gick",
    taljare_ord="de av dem som har genomförts, vad bedömningen än blev",
    riktning=Riktning.HOGRE,
    nedbrytningar=(
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kategori",
        "delprocess",
        "omrade",
        "bedomning",
        "frekvens",
    ),
    begransningar=(
        "En kontroll som har en dag i planen men inget utfall räknas som ej genomförd, också om dagen inte har kommit än. "
        "«Ej godkänd» räknas som genomförd, även där åtgärdstexten säger annat. Kontroller utan dag och utfall är bortfall."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kategori            | bedomning    | planerad   | genomford  | period_start | period_end
            Kontroll av journal | godkänd      |            |            | 2023-01-01   | 2023-12-31
            Kontroll av rutiner | ej godkänd   |            |            | 2023-01-01   | 2023-12-31
            Hygienmätning       |              | 2023-10-01 | 2023-12-31 | 2023-01-01   | 2023-12-31
            Kontroll av loggar  | ej genomförd | 2023-11-01 |            | 2023-01-01   | 2023-12-31
            Kontroll av avtal   | planerad     | 2023-12-31 |            | 2023-01-01   | 2023-12-31
            Kontroll av akter   |              |            |            | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 3       | 5       | 1
        """,
    ),
)
