"""Share of deviations whose cause is unknown."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.indicators.definitions._restklass import restklass
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.41",
    namn="Avvikelser med okänd orsak",
    varfor="Utan känd orsak går det inte att göra något åt den.",
    kalla="Ärendesystemets avvikelsehantering (Treserva), kolumnen Orsak.",
    omrade="A",
    tabell="avvikelse",
    datum=("intraffad", "intraffad"),
    underlag="orsak IS NOT NULL",
    taljare=restklass("orsak"),
    namnare_ord="avvikelser under perioden som har en orsak",
    taljare_ord="de av dem vars orsak är okänd, övrigt eller annat",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "kategori", "omrade"),
    begransningar="En avvikelse utan orsak är bortfall: den är kanske ännu inte utredd.",
    granskad="2026-11-26",
    bevakning=True,
    exempel=Exempel(
        rader="""
            intraffad  | orsak
            2023-02-01 | Okänt
            2023-02-01 | Brist i planering
            2023-02-01 |
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 2       | 1
        """,
    ),
)
