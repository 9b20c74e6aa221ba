"""Immediate need of protection judged no later than the day after the report."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.25",
    namn="Skyddsbedömningar för barn gjorda senast dagen efter",
    varfor="När en anmälan kommer in ska det genast bedömas om barnet behöver skydd. Dröjsmål kan vara farligt.",
    kalla="Mottagningsgruppens egen statistikfil. Lagen säger genast; dagen efter är en lokal tillämpning.",
    omrade="A",
    tabell="forhandsbedomning",
    datum=("inkom", "inkom"),
    urval="malgrupp = 'barn' AND coalesce(typ, 'anmälan') = 'anmälan'",
    underlag="skyddsbedomd IS NOT NULL",
    taljare=frister.SKYDDSBEDOMNING_BARN.i_tid(),
    frist=frister.SKYDDSBEDOMNING_BARN,
    namnare_ord="anmälningar som rör barn, som kom in under perioden och som har en dag för skyddsbedömning",
    taljare_ord="de av dem där skyddsbedömningen gjordes samma dag eller dagen efter",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "avsandare"),
    begransningar="En anmälan utan dag för skyddsbedömning räknas som bortfall: den kan vara ogjord eller bara inte inskriven.",
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | typ     | inkom      | skyddsbedomd
            barn     | anmälan | 2023-01-02 | 2023-01-03
            barn     | anmälan | 2023-01-02 | 2023-01-04
            barn     | anmälan | 2023-01-02 |
            barn     | ansökan | 2023-01-02 | 2023-01-09
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 2       | 1
        """,
    ),
)
