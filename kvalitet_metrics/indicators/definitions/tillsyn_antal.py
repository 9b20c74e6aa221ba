"""Number of inspections, reviews and audits by others."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.16",
    namn="Tillsyn och granskningar",
    varfor="Det som andra granskar visar brister som man själv inte ser.",
    kalla="Egen lista över tillsyn, granskningar och revisioner.",
    omrade="A",
    tabell="tillsyn",
    datum=("period_start", "period_end"),
    antal="antal",
    namnare_ord="–",
    taljare_ord="tillsyner, granskningar och uppföljningar under perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "kategori", "avsandare", "bedomning", "lagrum"),
    begransningar="Antalet säger inget om utfallet: dela upp på bedömning.",
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            avsandare | bedomning        | antal | period_start | period_end
            IVO       | brist            | 1     | 2023-12-31   | 2023-12-31
            Räddning  | ingen anmärkning | 2     | 2023-01-01   | 2023-12-31
            IVO       | kritik           | 1     | 2024-01-01   | 2024-01-01
        """,
        vantat="""
            period | varde
            2023   | 3
            2024   | 1
        """,
    ),
)
