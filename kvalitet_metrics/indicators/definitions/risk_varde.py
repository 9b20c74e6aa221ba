"""The highest risk value, and the value of each risk."""

from kvalitet_metrics.indicators.definition import Exempel, Hogsta
from kvalitet_metrics.model import Riktning

INDIKATOR = Hogsta(
    kod="A.30",
    namn="Högsta riskvärde",
    varfor="Riskvärdet väger hur troligt något är mot hur allvarligt det blir, och visar vilken risk som bör hanteras först.",
    kalla="Ledningssystemet (ILS), riskmatris med processtabell; där värdet saknas ges det av organisationens riskmatris.",
    omrade="A",
    tabell="risk",
    datum=("period_start", "period_end"),
    tal="riskvarde",
    namnare_ord="–",
    taljare_ord="det högsta riskvärdet bland periodens risker, eller riskens eget där risker visas en och en",
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
        "Det publicerade värdet gäller; där det saknas ger riskmatrisens cell värdet. Riskmatrisen är uppgifter som "
        "organisationen själv läser in, så samma sannolikhet och konsekvens kan ge olika värde på olika håll. Steg på en "
        "skala går att jämföra men inte att lägga ihop."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            delprocess | risk           | riskvarde   | period_start | period_end
            Utreda     | Fel uppgifter  | 9           | 2023-01-01   | 2023-12-31
            Utreda     | Rutin saknas   | 12          | 2023-01-01   | 2023-12-31
            Utreda     | Akt försvinner |             | 2023-01-01   | 2023-12-31
            Följa upp  | Sker inte      | 10          | 2023-01-01   | 2023-12-31
        """,
        by=("delprocess",),
        vantat="""
            period | delprocess | varde | namnare | bortfall
            2023   | Följa upp  | 10    | 1       | 0
            2023   | Utreda     | 12    | 2       | 1
        """,
    ),
)
