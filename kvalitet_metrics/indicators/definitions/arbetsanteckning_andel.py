"""Share of reviewed providers that put their working notes together in the journal in time."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.12",
    namn="Arbetsanteckningar sammanfattade i tid",
    varfor="Anteckningar vid sidan av journalen följer inte med när någon annan tar över.",
    kalla="Utförarens egen granskning av sina verksamheter. Föreskrifterna anger inget antal dagar; fristen är lokal.",
    omrade="A",
    tabell="granskning",
    datum=("period_start", "period_end"),
    urval="lower(fraga) LIKE '%arbetsanteckning%' AND coalesce(svar, '') <> 'ej tillämpligt'",
    underlag="svar IN ('ja', 'nej', 'delvis')",
    taljare="svar = 'ja'",
    antal="antal",
    stickprov=True,
    frist=frister.ARBETSANTECKNING,
    namnare_ord="granskade verksamheter eller ärenden med arbetsanteckningar",
    taljare_ord="de av dem där anteckningarna är sammanfattade i journalen enligt rutin, inom 14 dagar",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "fraga", "kategori"),
    begransningar="Granskaren bedömer om fristen har hållits; den räknas inte ur datum.",
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            fraga                                          | svar   | antal | period_start | period_end
            Är arbetsanteckningar sammanfattade enligt rutin? | ja     | 1     | 2023-12-31   | 2023-12-31
            Är arbetsanteckningar sammanfattade enligt rutin? | delvis | 1     | 2023-12-31   | 2023-12-31
            Är arbetsanteckningar sammanfattade enligt rutin? |        | 1     | 2023-12-31   | 2023-12-31
            Förs löpande journal?                          | ja     | 1     | 2023-12-31   | 2023-12-31
            Är arbetsanteckningar sammanfattade enligt rutin? | ja     | 1     | 2024-01-01   | 2024-01-01
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 2       | 1
            2024   | 1       | 1       | 0
        """,
    ),
)
