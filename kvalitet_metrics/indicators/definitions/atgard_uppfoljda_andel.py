"""Share of last year's improvements whose outcome somebody has written down."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="H.2",
    namn="Förbättringsåtgärder som följts upp",
    varfor="En åtgärd som ingen följer upp kan vara verkningslös utan att någon märker det.",
    kalla="Kvalitetsrapportens eller handlingsplanens lista över förbättringsåtgärder.",
    omrade="H",
    tabell="atgard",
    datum=("period_start", "period_end"),
    urval="kategori = 'uppföljd'",
    taljare="uppfoljning IS NOT NULL",
    namnare_ord="åtgärder från förra årets lista",
    taljare_ord="de av dem där något är skrivet om vad det blev av åtgärden",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "omrade", "bedomning"),
    begransningar="Att något är skrivet säger inte att åtgärden är genomförd eller att den hjälpte.",
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kategori | atgard           | uppfoljning   | period_start | period_end
            uppföljd | Årshjul tas fram | Det är klart. | 2022-09-01   | 2023-08-31
            uppföljd | Kontor byggs om  |               | 2022-09-01   | 2023-08-31
            planerad | Nyckeltal väljs  |               | 2022-09-01   | 2023-08-31
        """,
        period="kvalitetsar",
        vantat="""
            period    | taljare | namnare
            2022/2023 | 1       | 2
        """,
    ),
)
