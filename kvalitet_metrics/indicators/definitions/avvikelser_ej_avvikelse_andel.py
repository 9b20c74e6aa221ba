"""Share of reported deviations that turned out to be none."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.42",
    namn="Rapporterade avvikelser som inte var avvikelser",
    varfor="De ingår i antalet rapporterade men säger något om rapporteringen, inte om verksamheten.",
    kalla="Ärendesystemets avvikelsehantering (Treserva), orsak eller bedömning «Ej avvikelse».",
    omrade="A",
    tabell="avvikelse",
    datum=("intraffad", "intraffad"),
    underlag="orsak IS NOT NULL OR bedomning IS NOT NULL",
    taljare="coalesce(orsak, '') = 'Ej avvikelse' OR coalesce(bedomning, '') = 'Ej avvikelse'",
    namnare_ord="avvikelser under perioden som har en orsak eller en bedömning",
    taljare_ord="de av dem som bedömts inte vara en avvikelse",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "kategori"),
    begransningar="En avvikelse som varken har orsak eller bedömning är bortfall.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            intraffad  | orsak             | bedomning
            2023-02-01 | Ej avvikelse      |
            2023-02-01 | Brist i planering | Ej avvikelse
            2023-02-01 | Brist i planering |
            2023-02-01 |                   |
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 2       | 3       | 1
        """,
    ),
)
