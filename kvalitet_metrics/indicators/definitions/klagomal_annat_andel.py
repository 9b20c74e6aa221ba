"""Share of complaints whose category says nothing."""

from kvalitet_metrics.indicators.definition import Exempel, Summaandel
from kvalitet_metrics.indicators.definitions._restklass import restklass
from kvalitet_metrics.model import Riktning

INDIKATOR = Summaandel(
    kod="D.4",
    namn="Klagomål som bara är «Annat»",
    varfor="Ett klagomål utan kategori går inte att lära av tillsammans med andra.",
    kalla="Ledningssystemet ILS, tabeller för klagomål och synpunkter per kategori.",
    omrade="D",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="typ IN ('klagomål', 'klagomål/synpunkt') AND indelning = 'kategori'",
    taljare=f"CASE WHEN {restklass('kategori')} THEN antal ELSE antal * 0 END",
    namnare="antal",
    namnare_ord="klagomål under perioden, räknade per kategori",
    taljare_ord="de av dem vars kategori är annat, övrigt eller okänd",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "typ"),
    begransningar="Ett klagomål med flera kategorier räknas en gång för var och en.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            typ      | indelning | kategori       | antal | period_start | period_end
            klagomål | kategori  | Annat: Ekonomi | 3     | 2023-01-01   | 2023-12-31
            klagomål | kategori  | Bemötande      | 9     | 2023-01-01   | 2023-12-31
            klagomål | kategori  | Kompetens      |       | 2023-01-01   | 2023-12-31
            klagomål | avsandare |                | 10    | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 3       | 12      | 1
        """,
    ),
)
