"""Number of positive views (beröm)."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="D.2",
    namn="Beröm",
    varfor="Beröm visar vad som fungerar och är värt att bevara.",
    kalla="Ledningssystemet ILS, tabeller för klagomål och synpunkter.",
    omrade="D",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="typ = 'beröm'",
    antal="antal",
    odelad="raknas",
    delas={"kategori": "indelning = 'kategori'", "avsandare": "avsandare IS NOT NULL"},
    namnare_ord="–",
    taljare_ord="positiva synpunkter som rapporterats för perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "kategori", "avsandare"),
    begransningar="Antalet beror mycket på hur flitigt beröm skrivs ned.",
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            typ      | indelning | kategori  | antal | raknas | period_start | period_end
            beröm    | kategori  | Bemötande | 5     | true   | 2023-01-01   | 2023-12-31
            klagomål | kategori  | Bemötande | 3     | true   | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | varde
            2023   | 5
        """,
    ),
)
