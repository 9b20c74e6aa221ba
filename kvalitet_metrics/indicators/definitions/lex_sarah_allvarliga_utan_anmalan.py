"""Serious lex Sarah cases without a day for the notification to IVO."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.ingest.profiles.lex_sarah import ALLVARLIGA
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.44",
    namn="Allvarliga missförhållanden utan anmälan till IVO",
    varfor="Ett allvarligt missförhållande, eller en påtaglig risk för det, ska snarast anmälas till IVO.",
    kalla="Lex Sarah-loggen, bedömning och «IVO-anmäld datum». 27 kap. 6 § SoL (2025:400), tidigare 14 kap. 7 § SoL (2001:453).",
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    urval=f"bedomning IN {ALLVARLIGA} AND ivo_anmald IS NULL",
    namnare_ord="–",
    taljare_ord="rapporter under perioden som bedömts allvarliga och som saknar dag för anmälan till IVO",
    riktning=Riktning.LAGRE,
    mal=0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "regi", "bedomning"),
    begransningar="Anmälan kan vara gjord utan att dagen är införd i loggen.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            inkom      | bedomning                                    | ivo_anmald
            2023-02-01 | Allvarligt missförhållande                   | 2023-03-01
            2023-02-01 | Påtaglig risk för allvarligt missförhållande |
            2023-02-01 | Missförhållande                              |
        """,
        vantat="""
            period | varde
            2023   | 1
        """,
    ),
)
