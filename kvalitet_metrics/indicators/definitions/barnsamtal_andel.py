"""Share of reviewed investigations in which somebody has talked with the child."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="E.4",
    namn="Utredningar med barnsamtal",
    varfor="Barnet har rätt att komma till tals i det som rör barnet självt.",
    kalla=(
        "Egen granskning av avslutade utredningar, frågor om barnsamtal. Barnets rätt att komma till tals står i "
        "artikel 12 i barnkonventionen, som är svensk lag."
    ),
    omrade="E",
    tabell="granskning",
    datum=("period_start", "period_end"),
    urval=(
        "lower(fraga) LIKE '%barnsamtal%' AND lower(fraga) NOT LIKE '%inte%' "
        "AND lower(coalesce(kategori, '')) NOT LIKE '%förhandsbedömning%' "
        "AND coalesce(svar, '') <> 'ej tillämpligt'"
    ),
    underlag="svar IN ('ja', 'nej', 'delvis')",
    taljare="svar = 'ja'",
    antal="antal",
    stickprov=True,
    namnare_ord="granskade utredningar där det framgår om barnsamtal har hållits",
    taljare_ord="de av dem där barnsamtal har hållits",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "fraga", "kategori"),
    begransningar=(
        "Räknar granskningars frågor med ordet barnsamtal, utom de som frågar varför det inte blev av och granskningar "
        "av förhandsbedömningar. Ställs flera sådana frågor om samma ärende: dela upp på fråga."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kategori           | fraga                             | svar           | antal | period_start | period_end
            Barnsamtal         | Har barnsamtal hållits?           | ja             | 1     | 2023-12-31   | 2023-12-31
            Barnsamtal         | Har barnsamtal hållits?           | nej            | 1     | 2023-12-31   | 2023-12-31
            Barnsamtal         | Har barnsamtal hållits?           | ej tillämpligt | 1     | 2023-12-31   | 2023-12-31
            Barnsamtal         | Framgår varför barnsamtal inte …? | ja             | 1     | 2023-12-31   | 2023-12-31
            Förhandsbedömning  | Har barnsamtal hållits?           | nej            | 1     | 2023-12-31   | 2023-12-31
            Barnsamtal         | Har barnsamtal hållits?           | ja             | 10    | 2022-01-01   | 2022-12-31
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2022   | 10      | 10      | 0
            2023   | 1       | 2       | 0
        """,
    ),
)
