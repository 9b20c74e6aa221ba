"""How long investigations take: median, mean and 90th percentile in days."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Exempel, Tid
from kvalitet_metrics.model import Riktning

INDIKATOR = Tid(
    kod="A.3",
    namn="Utredningstid i dagar",
    varfor="Andelen i tid säger inte hur långt efter fristen de sena ligger. Mediantiden och den nionde tiondelen gör det.",
    kalla="Ärendesystemet (Treserva eller Paraplyet), avslutade utredningar.",
    omrade="A",
    tabell="utredning",
    datum=("avslutad", "avslutad"),
    start="inledd",
    slut="avslutad",
    frister={"barn": frister.UTREDNING_BARN, "vuxna": frister.UTREDNING_VUXNA},
    namnare_ord="utredningar som avslutades under perioden",
    taljare_ord="medianen av antalet dagar från inledd till avslutad; dessutom medelvärde och den tid som nio av tio klaras inom",
    riktning=Riktning.LAGRE,
    nedbrytningar=("malgrupp", "forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum"),
    begransningar="Pågående utredningar ingår inte, så tiden underskattas medan en kö växer.",
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            enhet | malgrupp | inledd     | avslutad
            Norr  | barn     | 2023-01-01 | 2023-01-11
            Norr  | barn     | 2023-01-01 | 2023-01-31
            Norr  | barn     | 2023-01-01 | 2023-04-11
            Norr  | barn     | 2023-01-01 |
        """,
        vantat="""
            period | namnare | varde | medel             | p90
            2023   | 3       | 30.0  | 46.666666666666664 | 86.0
        """,
    ),
)
