"""Share of deviations whose kind says nothing."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.indicators.definitions._restklass import restklass
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.40",
    namn="Avvikelser som bara är «Övrigt»",
    varfor="När mycket hamnar i «Övrigt» går det inte att dra slutsatser av det som är sorterat. Sydväst skriver det själv.",
    kalla="Ärendesystemets avvikelsehantering (Treserva), kolumnen Händelsetyp.",
    omrade="A",
    tabell="avvikelse",
    datum=("intraffad", "intraffad"),
    underlag="kategori IS NOT NULL",
    taljare=restklass("kategori"),
    namnare_ord="avvikelser under perioden som har en händelsetyp",
    taljare_ord="de av dem vars händelsetyp är övrigt, annat eller okänt",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "omrade"),
    begransningar="«Utrustning – övrigt» räknas som en egen händelsetyp.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            intraffad  | kategori
            2023-02-01 | Övrigt
            2023-02-01 | Utrustning – övrigt
            2023-02-01 | Fall
            2023-02-01 |
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 3       | 1
        """,
    ),
)
