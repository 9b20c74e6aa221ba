"""Share of the reviewed cases where the answer to a question is yes."""

from kvalitet_metrics.indicators.definition import Exempel, Summaandel
from kvalitet_metrics.model import Riktning

INDIKATOR = Summaandel(
    kod="A.20",
    namn="Granskade ärenden med svaret ja",
    varfor="Granskning av akter visar om det som ska finnas i ett ärende finns där.",
    kalla="Egna granskningsmallar: ett ärende per rad, eller antal svar per fråga.",
    omrade="A",
    tabell="granskning",
    datum=("period_start", "period_end"),
    taljare="CASE WHEN svar = 'ja' THEN antal WHEN svar IN ('nej', 'delvis') THEN 0 * antal END",
    namnare="CASE WHEN svar IN ('ja', 'nej', 'delvis') THEN antal END",
    namnare_ord="granskade ärenden med svaret ja, nej eller delvis på frågan",
    taljare_ord="de av dem där svaret är ja",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "insats",
        "kategori",
        "fraga",
        "malgrupp",
        "lagrum",
    ),
    begransningar=(
        "Utan uppdelning läggs olika frågor ihop: dela upp på fråga. En fråga kan gälla det som ska finnas eller en brist; "
        "läs den för att veta om ja är bra. Granskningar är oftast små stickprov."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            fraga            | svar           | antal | period_start | period_end
            Finns ett beslut | ja             | 9     | 2023-01-01   | 2023-12-31
            Finns ett beslut | nej            | 2     | 2023-01-01   | 2023-12-31
            Finns ett beslut | delvis         | 1     | 2023-01-01   | 2023-12-31
            Finns ett beslut | ej tillämpligt | 3     | 2023-01-01   | 2023-12-31
            Har barnet hörts |                | 1     | 2023-01-01   | 2023-12-31
        """,
        by=("fraga",),
        vantat="""
            period | fraga            | taljare | namnare | bortfall
            2023   | Finns ett beslut | 9       | 12      | 1
            2023   | Har barnet hörts |         |         | 1
        """,
    ),
)
