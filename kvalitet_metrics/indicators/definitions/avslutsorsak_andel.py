"""Why cases are closed: each reason's share of all that have one."""

from kvalitet_metrics.indicators.definition import Exempel, Fordelning
from kvalitet_metrics.model import Riktning

INDIKATOR = Fordelning(
    kod="E.6",
    namn="Avslutsorsaker",
    varfor="Orsaken visar om människor klarar sig själva eller försvinner utan att någon vet varför.",
    kalla="Ärendesystemet: avslutade ärenden med orsak, eller statistik över orsakerna.",
    omrade="E",
    tabell="avslut",
    datum=("period_start", "period_end"),
    over="orsak",
    antal="antal",
    namnare_ord="avslut under perioden som har en registrerad orsak, även «Okänd»",
    taljare_ord="de av dem som har orsaken",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "orsak",
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "malgrupp",
        "lagrum",
        "insats",
    ),
    begransningar=(
        "«Okänd» är en registrerad orsak; avslut där fältet är tomt är bortfall. Läs inte in både listan och "
        "statistiken över samma avslut."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            orsak  | antal | period_start | period_end
            Arbete | 3     | 2023-01-01   | 2023-12-31
            Okänd  | 1     | 2023-12-31   | 2023-12-31
                   | 2     | 2023-01-01   | 2023-12-31
            Arbete | 1     | 2024-01-01   | 2024-01-01
        """,
        vantat="""
            period | orsak  | taljare | namnare | bortfall
            2023   | Arbete | 3       | 4       | 2
            2023   | Okänd  | 1       | 4       | 2
            2024   | Arbete | 1       | 1       | 0
        """,
    ),
)
