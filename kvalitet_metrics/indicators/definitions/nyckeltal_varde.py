"""Key figures that are reported as they are, one value per year."""

from kvalitet_metrics.indicators.definition import Exempel, Matvarde
from kvalitet_metrics.model import Riktning

INDIKATOR = Matvarde(
    kod="F.1",
    namn="Nyckeltal per år",
    varfor="Nyckeltal följer verksamhetens omfattning och sätter andra mått i sitt sammanhang.",
    kalla=(
        "Egna tabeller med nyckeltal, tabeller ur kvalitetsberättelser, stadens brukarundersökning, KEKS och KUPI, "
        "med de jämförelsevärden som står där."
    ),
    omrade="F",
    tabell="matvarde",
    datum=("period_start", "period_end"),
    matt="matt",
    per="kategori",
    namnare_ord="–",
    taljare_ord="det rapporterade värdet",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "kategori",
        "underkategori",
        "typ",
        "fraga",
        "index",
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "malgrupp",
        "insats",
        "kommun",
    ),
    begransningar="Värdena är rapporterade av verksamheten. De läggs bara ihop där källan ger täljare och nämnare, "
    "eller säger att värdet är ett antal. En andel är ett tal mellan 0 och 1. Har en egen tabell både helheten (båda "
    "könen, alla slag) och dess delar räknas delarna där man delar upp på dem och annars helheten, aldrig båda.",
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            kalla       | jamforelse | kategori         | matt | taljare | namnare | saknas | period_start | period_end
            nyckeltal   | egen       | Antal lovenkäter | 1075 |         |         |        | 2022-01-01   | 2022-12-31
            nyckeltal   | egen       | Antal lovenkäter |      |         |         | saknas | 2023-01-01   | 2023-12-31
            nyckeltal   | mal        | Antal lovenkäter | 1200 |         |         |        | 2022-01-01   | 2022-12-31
            egen tabell | egen       | I tid            | 0.5  | 5       | 10      |        | 2023-01-01   | 2023-01-31
            egen tabell | egen       | I tid            | 0.9  | 27      | 30      |        | 2023-02-01   | 2023-02-28
            egen tabell | egen       | Placerade        | 4    | 4       |         |        | 2023-01-01   | 2023-01-31
            egen tabell | egen       | Placerade        | 3    | 3       |         |        | 2023-02-01   | 2023-02-28
        """,
        vantat="""
            period | kategori         | taljare | namnare | varde  | bortfall | mal
            2022   | Antal lovenkäter |         |         | 1075.0 | 0        | 1200.0
            2023   | Antal lovenkäter |         |         |        | 1        |
            2023   | I tid            | 32.0    | 40.0    | 0.8    | 0        |
            2023   | Placerade        | 7.0     |         | 7.0    | 0        |
        """,
    ),
)
