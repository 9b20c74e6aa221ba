"""Days from a lex Sarah report to its investigation."""

from kvalitet_metrics.indicators.definition import Exempel, Tid
from kvalitet_metrics.ingest.profiles.lex_sarah import EJ_INLEDD
from kvalitet_metrics.model import Riktning

INDIKATOR = Tid(
    kod="A.36",
    namn="Lex Sarah: dagar från rapport till utredning",
    varfor="En rapport ska utredas genast, och det som är fel avhjälpas.",
    kalla="Lex Sarah-loggen, «Rapport inkom» och «Utredning inledd». 27 kap. 5 § SoL (2025:400), tidigare 14 kap. 6 § SoL (2001:453); 24 e § LSS: genast, utan ett antal dagar.",
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    urval=f"coalesce(bedomning, '') <> '{EJ_INLEDD}'",
    start="inkom",
    slut="inledd",
    namnare_ord="rapporter som kom in under perioden och som utreds eller har utretts",
    taljare_ord="medianen av antalet dagar från rapport till inledd utredning; dessutom medelvärde och den tid som nio av tio klaras inom",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kategori", "regi", "lagrum", "bedomning"),
    begransningar=(
        "Rapporter som inte utreds ingår inte. En utredning utan dag i loggen är bortfall, liksom en rapport som ännu väntar på sin "
        "utredning: de nyaste perioderna kan därför bli längre."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            inkom      | inledd     | bedomning
            2023-02-01 | 2023-02-02 | Missförhållande
            2023-02-01 | 2023-02-06 |
            2023-02-01 |            | Ej missförhållande
            2023-02-01 |            | Utredning ej inledd
        """,
        vantat="""
            period | namnare | varde | medel | p90 | bortfall
            2023   | 2       | 3.0   | 3.0   | 4.6 | 1
        """,
    ),
)
