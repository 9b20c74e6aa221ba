"""Share of closed cases whose reason is unknown."""

from kvalitet_metrics.indicators.definition import Exempel, Summaandel
from kvalitet_metrics.indicators.definitions._restklass import restklass
from kvalitet_metrics.model import Riktning

INDIKATOR = Summaandel(
    kod="E.7",
    namn="Avslut med okänd orsak",
    varfor="Bromma kunde inte säga varför bistånd upphörde för nästan fyra av tio.",
    kalla="Ärendesystemet, avslutade ärenden med avslutsorsak.",
    omrade="E",
    tabell="avslut",
    datum=("period_start", "period_end"),
    taljare=f"CASE WHEN {restklass('orsak')} THEN antal ELSE antal * 0 END",
    namnare="CASE WHEN orsak IS NOT NULL THEN antal END",
    namnare_ord="avslut under perioden med en orsak",
    taljare_ord="de av dem vars orsak är okänd, annan eller övrig",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "insats"),
    begransningar="Ett avslut utan orsak är bortfall.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            period_start | period_end | orsak         | antal
            2023-01-01   | 2023-12-31 | Okänd         | 4
            2023-01-01   | 2023-12-31 | Börjat arbeta | 6
            2023-01-01   | 2023-12-31 |               | 1
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 4       | 10      | 1
        """,
    ),
)
