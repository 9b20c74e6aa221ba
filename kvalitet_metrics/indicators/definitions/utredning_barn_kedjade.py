"""Investigations that follow at once on another of the same child, together over four months."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.48",
    namn="Barnutredningar i kedja över fyra månader",
    varfor=(
        "En utredning som avslutas i tid och följs av en ny om samma barn kan dölja att fristen överskrids. "
        "JO har riktat kritik mot det (dnr 2565-2016)."
    ),
    kalla="Ärendesystemet, avslutade utredningar med personnummer eller kod för barnet. Bara en nyckelad kontrollsumma sparas.",
    omrade="A",
    tabell="utredning",
    harledda={
        "forra_slut": "lag(avslutad) OVER (PARTITION BY person, malgrupp ORDER BY inledd, avslutad)",
        "forra_start": "lag(inledd) OVER (PARTITION BY person, malgrupp ORDER BY inledd, avslutad)",
    },
    datum=("avslutad", "avslutad"),
    urval="malgrupp = 'barn'",
    underlag="person IS NOT NULL AND inledd IS NOT NULL",
    taljare=f"""inledd BETWEEN forra_slut AND forra_slut + INTERVAL 14 DAY
                AND avslutad > {frister.UTREDNING_BARN.sista_dag("forra_start")}""",
    frist=frister.UTREDNING_BARN,
    namnare_ord="utredningar som rör barn, som avslutades under perioden och där exporten säger vilket barn",
    taljare_ord=(
        "de av dem som inleddes inom 14 dagar efter att en tidigare om samma barn avslutats, och som tillsammans med den "
        "tog över fyra månader"
    ),
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum"),
    begransningar=(
        "En flagga att titta på, inget bevis: en ny anmälan kan ha kommit in. Kräver att exporten har barnets nummer eller "
        "kod. Bara den närmast föregående utredningen räknas in, och gränsen 14 dagar är vår."
    ),
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            malgrupp | person | inledd     | avslutad
            barn     | p1     | 2023-01-10 | 2023-04-10
            barn     | p1     | 2023-04-11 | 2023-06-30
            barn     | p2     | 2023-01-10 | 2023-02-10
            barn     | p2     | 2023-02-10 | 2023-05-10
            barn     | p3     | 2023-01-10 | 2023-04-10
            barn     | p3     | 2023-04-25 | 2023-06-30
            barn     |        | 2023-01-10 | 2023-04-10
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 6       | 1
        """,
    ),
)
