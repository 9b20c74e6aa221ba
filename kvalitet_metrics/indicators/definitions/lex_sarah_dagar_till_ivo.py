"""Days from a lex Sarah report to the notification to the inspectorate (IVO)."""

from kvalitet_metrics.indicators.definition import Exempel, Tid
from kvalitet_metrics.ingest.profiles.lex_sarah import ALLVARLIGA
from kvalitet_metrics.model import Riktning

INDIKATOR = Tid(
    kod="A.38",
    namn="Lex Sarah: dagar från rapport till anmälan till IVO",
    varfor="Ett allvarligt missförhållande, eller en påtaglig risk för det, ska snarast anmälas.",
    kalla="Lex Sarah-loggen, «Rapport inkom» och «IVO-anmäld datum». 27 kap. 6 § SoL (2025:400), tidigare 14 kap. 7 § SoL (2001:453); 24 f § LSS: snarast, utan ett antal dagar.",
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    urval=f"bedomning IN {ALLVARLIGA} OR ivo_anmald IS NOT NULL",
    start="inkom",
    slut="ivo_anmald",
    namnare_ord="rapporter som kom in under perioden och som bedömts allvarliga eller har anmälts till IVO",
    taljare_ord="medianen av antalet dagar från rapport till anmälan; dessutom medelvärde och den tid som nio av tio klaras inom",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kategori", "regi", "lagrum", "bedomning"),
    begransningar=("Allvarliga utan dag för anmälan är bortfall. Talen är små och svänger av slump."),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            inkom      | ivo_anmald | bedomning
            2023-02-01 | 2023-02-11 | Allvarligt missförhållande
            2023-02-01 | 2023-03-03 |
            2023-02-01 |            | Påtaglig risk för allvarligt missförhållande
            2023-02-01 |            | Missförhållande
        """,
        vantat="""
            period | namnare | varde | medel | p90  | bortfall
            2023   | 2       | 20.0  | 20.0  | 28.0 | 1
        """,
    ),
)
