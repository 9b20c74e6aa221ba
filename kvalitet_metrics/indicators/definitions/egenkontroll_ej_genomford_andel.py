"""Share of planned controls that were never done."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.45",
    namn="Planerade egenkontroller som inte genomfördes",
    varfor="En kontroll som inte görs säger inget om kvaliteten, och ska inte läsas som godkänd eller underkänd.",
    kalla="Egenkontrollplanen i ILS, med bedömning och dag då kontrollen gjordes.",
    omrade="A",
    tabell="egenkontroll",
    datum=("period_start", "period_end"),
    underlag="bedomning IS NOT NULL OR genomford IS NOT NULL",
    taljare="bedomning = 'ej genomförd' AND genomford IS NULL",
    namnare_ord="egenkontroller som var planerade till perioden och vars utfall är känt",
    taljare_ord="de av dem som inte genomfördes",
    riktning=Riktning.LAGRE,
    mal=0.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "delprocess", "kategori", "omrade"),
    begransningar=(
        "Räknar det som källan kallar ej genomfört. En kontroll som står som ej godkänd men i texten sägs inte ha kunnat göras "
        "syns i avstämningen. Planerade kontroller utan utfall är bortfall."
    ),
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            period_start | period_end | bedomning    | genomford
            2023-01-01   | 2023-12-31 | godkänd      | 2023-05-02
            2023-01-01   | 2023-12-31 | ej genomförd |
            2023-01-01   | 2023-12-31 | ej godkänd   |
            2023-01-01   | 2023-12-31 |              |
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 3       | 1
        """,
    ),
)
