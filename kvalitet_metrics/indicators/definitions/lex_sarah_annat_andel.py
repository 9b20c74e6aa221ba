"""Share of lex Sarah reports whose category says nothing."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.indicators.definitions._restklass import restklass
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.43",
    namn="Lex Sarah-rapporter som bara är «Annat»",
    varfor="De nationella kategorierna finns för att rapporter ska gå att jämföra.",
    kalla="Lex Sarah-loggen, kolumnen Kategori.",
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    underlag="kategori IS NOT NULL",
    taljare=restklass("kategori"),
    namnare_ord="rapporter under perioden som har en kategori",
    taljare_ord="de av dem vars kategori är annat, övrigt eller okänd",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "regi"),
    begransningar="Talen är små och svänger av slump.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            inkom      | kategori
            2023-02-01 | Annat
            2023-02-01 | Fysiska övergrepp
            2023-02-01 |
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 2       | 1
        """,
    ),
)
