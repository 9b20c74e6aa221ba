"""Share of clients with ekonomiskt bistånd who have a plan for change that holds."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="E.3",
    namn="Klienter med aktuell förändringsplan",
    varfor="Planen säger vad som ska hända för att klienten ska kunna försörja sig, och vad som krävs av vem.",
    kalla="Ärendelistan för ekonomiskt bistånd, tagen ut en viss dag.",
    omrade="E",
    tabell="forandringsplan",
    datum=("datum", "datum"),
    underlag="aktuell IS NOT NULL",
    taljare="aktuell",
    namnare_ord="klienter i listan den dag då den togs ut, där det framgår om de har en plan",
    taljare_ord="de av dem som har en aktuell förändringsplan",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon"),
    begransningar=(
        "En plan är inte lämplig för alla, och listan säger inte alltid för vilka. Tas den ut flera gånger under "
        "perioden läggs tillfällena ihop."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kon     | datum      | aktuell
            kvinnor | 2023-12-31 | true
            kvinnor | 2023-12-31 | false
            män     | 2023-12-31 | true
            män     | 2023-12-31 |
            män     | 2024-01-01 | true
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 2       | 3       | 1
            2024   | 1       | 1       | 0
        """,
    ),
)
