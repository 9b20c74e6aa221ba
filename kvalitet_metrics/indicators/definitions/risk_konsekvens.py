"""The most serious consequence of a risk, and that of each risk."""

from kvalitet_metrics.indicators.definition import Exempel, Hogsta
from kvalitet_metrics.model import Riktning

INDIKATOR = Hogsta(
    kod="A.32",
    namn="Riskers konsekvens",
    varfor="Konsekvensen säger vad som händer den enskilde om risken blir verklighet.",
    kalla="Ledningssystemet (ILS), riskmatris med processtabell.",
    omrade="A",
    tabell="risk",
    datum=("period_start", "period_end"),
    tal="konsekvens",
    namnare_ord="–",
    taljare_ord="den allvarligaste konsekvensen (1–5) bland periodens risker, eller riskens egen där risker visas en och en",
    riktning=Riktning.LAGRE,
    nedbrytningar=(
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kategori",
        "bedomning",
        "delprocess",
        "risk",
    ),
    begransningar=(
        "Konsekvensen är en bedömning i fem steg som verksamheten själv gör. Steg går att jämföra men inte att lägga ihop."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            delprocess | risk           | konsekvens  | period_start | period_end
            Utreda     | Fel uppgifter  | 3           | 2023-01-01   | 2023-12-31
            Utreda     | Rutin saknas   | 4           | 2023-01-01   | 2023-12-31
            Utreda     | Akt försvinner |             | 2023-01-01   | 2023-12-31
            Följa upp  | Sker inte      | 5           | 2023-01-01   | 2023-12-31
        """,
        by=("delprocess",),
        vantat="""
            period | delprocess | varde | namnare | bortfall
            2023   | Följa upp  | 5     | 1       | 0
            2023   | Utreda     | 4     | 2       | 1
        """,
    ),
)
