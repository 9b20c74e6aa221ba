"""Number of complaints."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="D.1",
    namn="Klagomål",
    varfor="Klagomål visar var verksamheten inte når fram, med brukarnas egna ögon.",
    kalla="Ledningssystemet ILS, tabeller för klagomål och synpunkter.",
    omrade="D",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="typ IN ('klagomål', 'klagomål/synpunkt')",
    antal="antal",
    odelad="raknas",
    delas={"kategori": "indelning = 'kategori'", "avsandare": "avsandare IS NOT NULL"},
    namnare_ord="–",
    taljare_ord="klagomål som rapporterats för perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "kategori", "avsandare", "typ"),
    begransningar=(
        "Fler klagomål kan betyda att det har blivit lättare att klaga. Ett klagomål kan ha flera kategorier; då är summan "
        "av kategorierna större än antalet. Tabeller där klagomål och synpunkter inte skiljs åt räknas hit."
    ),
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            typ               | indelning | kategori  | avsandare | antal | raknas | period_start | period_end
            klagomål          | kategori  | Bemötande |           | 3     | true   | 2023-01-01   | 2023-04-30
            klagomål          | kategori  | Annat     |           |       | true   | 2023-01-01   | 2023-04-30
            klagomål/synpunkt | avsandare |           | Brukare   | 4     | true   | 2023-01-01   | 2023-12-31
            klagomål/synpunkt | kategori  | Bemötande |           | 9     | false  | 2023-01-01   | 2023-12-31
            beröm             | kategori  | Bemötande |           | 5     | true   | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | varde | bortfall
            2023   | 7     | 1
        """,
    ),
)
