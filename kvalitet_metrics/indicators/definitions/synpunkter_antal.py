"""Number of views of every kind: complaints, praise, questions, proposals."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="D.3",
    namn="Synpunkter av alla slag",
    varfor="Klagomål, beröm, frågor och förslag är tillsammans det som brukare och andra självmant berättar.",
    kalla="Ledningssystemet (ILS) och egna tabeller över klagomål och synpunkter. SOSFS 2011:9 kräver att de tas emot och utreds.",
    omrade="D",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="typ NOT IN ('lex Sarah', 'avvikelse')",
    antal="antal",
    odelad="raknas",
    delas={"kategori": "indelning = 'kategori'", "avsandare": "avsandare IS NOT NULL"},
    namnare_ord="–",
    taljare_ord="synpunkter av alla slag som rapporterats för perioden",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "typ", "kategori", "underkategori", "avsandare"),
    begransningar=(
        "Slagen (typ) är de som källan skiljer på; «klagomål/synpunkt» är tabeller som inte skiljer dem åt. En synpunkt kan ha "
        "flera kategorier, och då är deras summa större än antalet. Antalet beror mycket på hur flitigt synpunkter skrivs ned."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            typ               | indelning | kategori  | avsandare   | antal | raknas | period_start | period_end
            klagomål          | kategori  | Bemötande |             | 3     | true   | 2023-01-01   | 2023-12-31
            beröm             | kategori  |           |             | 5     | true   | 2023-01-01   | 2023-12-31
            fråga             | kategori  |           |             | 0     | true   | 2023-01-01   | 2023-12-31
            förslag           | kategori  |           |             |       | true   | 2023-01-01   | 2023-12-31
            klagomål/synpunkt | avsandare |           | Allmänheten | 8     | false  | 2023-01-01   | 2023-12-31
            lex Sarah         | kategori  |           |             | 2     | true   | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | varde | bortfall
            2023   | 8     | 1
        """,
    ),
)
