"""Number of inspections, reviews and audits by others."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.19",
    namn="Tillsyn och granskningar",
    varfor="De som granskar utifrån ser sådant som verksamheten själv har vant sig vid.",
    kalla="Egen lista över tillsyn, granskningar, revisioner och verksamhetsuppföljningar.",
    omrade="A",
    tabell="tillsyn",
    datum=("period_start", "period_end"),
    antal="antal",
    namnare_ord="–",
    taljare_ord="tillsyner, granskningar, revisioner och uppföljningar under perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "forvaltning",
        "avdelning",
        "enhet",
        "kategori",
        "avsandare",
        "bedomning",
        "lagrum",
    ),
    begransningar=(
        "Antalet beror mest på vad myndigheterna väljer att granska; det är utfallet (bedömning) som säger något. En "
        "granskning hör till den dag eller period som listan anger, inte till när händelsen inträffade."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            avsandare          | bedomning        | antal | period_start | period_end
            IVO                | kritik           | 1     | 2023-08-31   | 2023-08-31
            IVO                | ingen anmärkning | 1     | 2023-09-01   | 2023-09-01
            Miljöförvaltningen | brist            | 2     | 2022-09-01   | 2023-08-31
            JO                 | pågår            |       | 2022-09-01   | 2023-08-31
        """,
        period="kvalitetsar",
        by=("avsandare",),
        vantat="""
            period    | avsandare          | varde | bortfall
            2022/2023 | IVO                | 1     | 0
            2022/2023 | JO                 |       | 1
            2022/2023 | Miljöförvaltningen | 2     | 0
            2023/2024 | IVO                | 1     | 0
        """,
    ),
)
