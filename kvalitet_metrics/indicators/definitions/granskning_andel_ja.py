"""Reviews of case files: the share of yes to each question."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.11",
    namn="Granskade ärenden med svaret ja",
    varfor="Att läsa ett urval av ärenden är det enda sättet att se om arbetet görs och dokumenteras som det ska.",
    kalla="Egna granskningar i Excel: ett ärende per rad med en fråga per kolumn, eller antal per svar.",
    omrade="A",
    tabell="granskning",
    datum=("period_start", "period_end"),
    urval="coalesce(svar, '') <> 'ej tillämpligt'",
    underlag="svar IN ('ja', 'nej', 'delvis')",
    taljare="svar = 'ja'",
    antal="antal",
    stickprov=True,
    namnare_ord="granskade ärenden där frågan gick att besvara med ja, nej eller delvis",
    taljare_ord="de av dem där svaret var ja; delvis räknas inte som ja",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "fraga",
        "kategori",
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "malgrupp",
        "lagrum",
        "insats",
        "svar",
    ),
    begransningar=(
        "Utan uppdelning läggs olika frågor ihop: dela upp på fråga. En fråga kan gälla det som ska finnas "
        "eller en brist, så ja är inte alltid bra. Ett urval är osäkert, vilket intervallet visar. Säger granskningen hur "
        "många ärenden den är dragen ur («Urval: 50 av 212 ärenden» eller «Population: 212» ovanför tabellen) är "
        "intervallet för en hel granskning korrigerat för det, så länge varje ärende räknas en gång: en fråga i taget, "
        "och inte två granskningar av samma förvaltning ihop. En grupp ur en granskning korrigeras inte, för det sägs "
        "inte hur stor den är. «Ej tillämpligt» räknas inte, och «vet ej» och tomma svar är bortfall."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            fraga       | svar           | antal | period_start | period_end
            Tillräcklig | ja             | 1     | 2023-12-31   | 2023-12-31
            Tillräcklig | delvis         | 1     | 2023-12-31   | 2023-12-31
            Tillräcklig | ej tillämpligt | 1     | 2023-12-31   | 2023-12-31
            Tillräcklig |                | 1     | 2023-12-31   | 2023-12-31
            Tillräcklig | ja             | 14    | 2023-01-01   | 2023-12-31
            Tillräcklig | nej            | 1     | 2023-01-01   | 2023-12-31
            Tillräcklig | vet ej         | 3     | 2023-01-01   | 2023-12-31
            Tillräcklig | ja             | 1     | 2024-01-01   | 2024-01-01
        """,
        by=("fraga",),
        vantat="""
            period | fraga       | taljare | namnare | bortfall
            2023   | Tillräcklig | 15      | 17      | 4
            2024   | Tillräcklig | 1       | 1       | 0
        """,
    ),
)
