"""Share of critical risks for which nothing is done."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.47",
    namn="Kritiska risker utan åtgärd",
    varfor="En risk som bedömts som kritisk ska ha en åtgärd, eller ett skäl till att den inte har det.",
    kalla="Riskanalysen i ILS, nivå och åtgärd.",
    omrade="A",
    tabell="risk",
    datum=("period_start", "period_end"),
    urval="lower(kategori) = 'kritisk'",
    taljare="bedomning IS NULL OR bedomning <> 'åtgärd'",
    namnare_ord="risker under perioden som bedömts som kritiska",
    taljare_ord="de av dem som har «Ingen åtgärd» eller där åtgärd saknas",
    riktning=Riktning.LAGRE,
    mal=0.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "delprocess", "bedomning"),
    begransningar="Vad som är kritiskt bestämmer källan. Att en åtgärd finns säger inte att den är gjord.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            period_start | period_end | kategori | bedomning
            2023-01-01   | 2023-12-31 | kritisk  | åtgärd
            2023-01-01   | 2023-12-31 | kritisk  | ingen åtgärd
            2023-01-01   | 2023-12-31 | medium   | ingen åtgärd
        """,
        vantat="""
            period | taljare | namnare
            2023   | 1       | 2
        """,
    ),
)
