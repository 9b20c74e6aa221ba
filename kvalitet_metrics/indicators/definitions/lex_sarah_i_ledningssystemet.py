"""Lex Sarah as the steering system's table counts it: reports, investigations, notifications, categories."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.34",
    namn="Lex Sarah i ledningssystemets tabell",
    varfor="Nämnden ser talen i ledningssystemet. De ska vara desamma som i lex Sarah-loggen.",
    kalla="Ledningssystemet ILS, tabellen över lex Sarah, och tabeller över lex Sarah ur kvalitetsberättelser.",
    omrade="A",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="typ = 'lex Sarah'",
    antal="antal",
    odelad="raknas",
    delas={"kategori": "TRUE"},
    namnare_ord="–",
    taljare_ord="lex Sarah-rapporter enligt tabellens rad för rapporter, eller dess kategorier om den saknas; per kategori det raden räknar",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "kategori"),
    begransningar=(
        "Tabellen har rader av olika slag (rapporter, utredningar, anmälningar, kategorier) som inte läggs ihop: utan "
        "uppdelning räknas raden för rapporter, eller summan av kategorierna om den raden saknas. Rapporter ur loggen räknas av «Lex Sarah-rapporter»."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            typ       | indelning | kategori                         | antal | raknas | period_start | period_end
            lex Sarah | kategori  | Antal rapporter enligt lex Sarah | 2     | true   | 2025-01-01   | 2025-04-30
            lex Sarah | kategori  | Antal rapporter enligt lex Sarah |       | true   | 2025-05-01   | 2025-08-31
            lex Sarah | kategori  | Antal inledda utredningar        | 1     | false  | 2025-01-01   | 2025-04-30
            lex Sarah | kategori  | Rättssäkerhet                    | 2     | false  | 2025-01-01   | 2025-04-30
            klagomål  | kategori  | Rättssäkerhet                    | 5     | true   | 2025-01-01   | 2025-04-30
        """,
        vantat="""
            period | varde | bortfall
            2025   | 2     | 1
        """,
    ),
)
