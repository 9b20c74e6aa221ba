"""Children's investigations closed within four calendar months."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.1",
    namn="Barnutredningar klara inom fyra månader",
    varfor="Ett barn och dess föräldrar ska inte behöva vänta i ovisshet, och en insats som behövs ska komma i tid.",
    kalla="Ärendesystemet (Treserva eller Paraplyet), avslutade utredningar. Fristen står i socialtjänstlagen.",
    omrade="A",
    tabell="utredning",
    datum=("avslutad", "avslutad"),
    urval="malgrupp = 'barn'",
    underlag="inledd IS NOT NULL",
    taljare=frister.UTREDNING_BARN.i_tid(),
    frist=frister.UTREDNING_BARN,
    namnare_ord="utredningar som rör barn och som avslutades under perioden",
    taljare_ord="de av dem som avslutades senast fyra kalendermånader efter att de inleddes",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum"),
    begransningar=(
        "Utredningar som fortfarande pågår syns först när de avslutas. En utredning med beslut om förlängning räknas "
        "som över fyra månader, fast den kan vara laglig."
    ),
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            enhet | malgrupp | inledd     | avslutad
            Norr  | barn     | 2023-01-31 | 2023-05-31
            Norr  | barn     | 2022-10-31 | 2023-02-28
            Norr  | barn     | 2022-10-31 | 2023-03-01
            Norr  | barn     | 2023-02-01 |
            Norr  | vuxna    | 2023-01-10 | 2023-02-02
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 2       | 3       | 0
        """,
    ),
)
