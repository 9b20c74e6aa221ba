"""Share of decided improvements that nobody has followed up."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="H.3",
    namn="Åtgärder utan uppföljning",
    varfor="Det som beslutades förra året och aldrig följdes upp går inte att veta om det hjälpte.",
    kalla="Listan över förbättringsåtgärder i kvalitetsrapporten.",
    omrade="H",
    tabell="atgard",
    datum=("period_start", "period_end"),
    urval="kategori = 'uppföljd' OR genomford IS NOT NULL OR uppfoljning IS NOT NULL",
    taljare="uppfoljning IS NULL",
    namnare_ord="åtgärder från förra perioden som skulle följas upp",
    taljare_ord="de av dem där ingen uppföljning är skriven",
    riktning=Riktning.LAGRE,
    mal=0.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "omrade", "bedomning"),
    begransningar="Säger om något är skrivet, inte om åtgärden hade effekt. Åtgärder som bara är planerade räknas inte.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            period_start | period_end | kategori | atgard   | uppfoljning
            2022-09-01   | 2023-08-31 | uppföljd | Åtgärd A | Klar
            2022-09-01   | 2023-08-31 | uppföljd | Åtgärd B |
            2022-09-01   | 2023-08-31 | planerad | Åtgärd C |
        """,
        period="kvalitetsar",
        vantat="""
            period    | taljare | namnare
            2022/2023 | 1       | 2
        """,
    ),
)
