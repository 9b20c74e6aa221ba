"""Share of controls that were done but never judged."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.46",
    namn="Genomförda egenkontroller utan bedömning",
    varfor="Ett resultat som ingen har bedömt leder ingenstans. Varje resultat ska analyseras och bedömas.",
    kalla="Egenkontrollplanen i ILS.",
    omrade="A",
    tabell="egenkontroll",
    datum=("period_start", "period_end"),
    urval="genomford IS NOT NULL OR bedomning IN ('godkänd', 'ej godkänd')",
    taljare="bedomning IS NULL",
    namnare_ord="egenkontroller som genomfördes under perioden",
    taljare_ord="de av dem som saknar bedömning",
    riktning=Riktning.LAGRE,
    mal=0.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "delprocess", "kategori", "omrade"),
    begransningar="Om en analys är gjord syns inte i exporten, bara om det finns en bedömning.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            period_start | period_end | bedomning  | genomford
            2023-01-01   | 2023-12-31 | godkänd    | 2023-05-02
            2023-01-01   | 2023-12-31 |            | 2023-05-02
            2023-01-01   | 2023-12-31 | ej godkänd |
            2023-01-01   | 2023-12-31 |            |
        """,
        vantat="""
            period | taljare | namnare
            2023   | 1       | 3
        """,
    ),
)
