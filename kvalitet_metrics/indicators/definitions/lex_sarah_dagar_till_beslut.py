"""Days from a lex Sarah report to the decision that ends its investigation."""

from kvalitet_metrics.indicators.definition import Exempel, Tid
from kvalitet_metrics.ingest.profiles.lex_sarah import EJ_INLEDD
from kvalitet_metrics.model import Riktning

INDIKATOR = Tid(
    kod="A.37",
    namn="Lex Sarah: dagar från rapport till beslut",
    varfor="Den som berörs av en rapport, och den som skrev den, väntar på besked om vad som hände och vad som görs.",
    kalla="Lex Sarah-loggen, «Rapport inkom» och «Avslutad». 27 kap. 5 § SoL (2025:400), tidigare 14 kap. 6 § SoL (2001:453); 24 e § LSS: genast, utan ett antal dagar.",
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    urval=f"coalesce(bedomning, '') <> '{EJ_INLEDD}'",
    start="inkom",
    slut="avslutad",
    namnare_ord="rapporter som kom in under perioden och som utreds eller har utretts",
    taljare_ord="medianen av antalet dagar från rapport till avslutad utredning; dessutom medelvärde och den tid som nio av tio klaras inom",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kategori", "regi", "lagrum", "bedomning"),
    begransningar=(
        "Öppna utredningar är bortfall och kan bli de längsta: de nyaste perioderna ser därför kortare ut än de blir. Rapporter som "
        "inte utreds ingår inte."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            inkom      | avslutad   | bedomning
            2023-02-01 | 2023-02-11 | Missförhållande
            2023-02-01 | 2023-03-03 | Ej missförhållande
            2023-02-01 |            | Pågår
            2023-02-01 |            | Utredning ej inledd
        """,
        vantat="""
            period | namnare | varde | medel | p90  | bortfall
            2023   | 2       | 20.0  | 20.0  | 28.0 | 1
        """,
    ),
)
