"""Share of placed children who were met before their care was considered anew."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="E.5",
    namn="Barnet träffat inför övervägande eller omprövning",
    varfor="Den som avgör om ett barn ska vara kvar i sin placering behöver ha träffat barnet.",
    kalla=(
        "Ärendesystemet eller placeringsgruppens egen lista. Vård enligt SoL övervägs minst var sjätte månad "
        "(6 kap. 8 § SoL 2001:453, 22 kap. 13 § SoL 2025:400 från 2025-07-01), liksom vård enligt 2 § LVU; vård enligt "
        "3 § LVU omprövas (13 § LVU) och flyttningsförbud omprövas var tredje månad (26 § LVU)."
    ),
    omrade="E",
    tabell="overvagande",
    datum=("datum", "datum"),
    underlag="barnet_traffat IS NOT NULL",
    taljare="barnet_traffat",
    namnare_ord="överväganden och omprövningar under perioden där det framgår om barnet har träffats",
    taljare_ord="de av dem där handläggaren har träffat barnet inför beslutet",
    riktning=Riktning.HOGRE,
    nedbrytningar=("typ", "lagrum", "insats", "forvaltning", "avdelning", "enhet", "grupp", "kon"),
    begransningar=(
        "Övervägande och omprövning är två skilda rättsliga prövningar: dela upp på typ. Ett möte som inte är "
        "dokumenterat syns inte. Bygger filen på ett urval gäller andelen urvalet."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            typ         | datum      | barnet_traffat
            övervägande | 2023-07-31 | true
            övervägande | 2023-07-01 | false
            omprövning  | 2023-07-04 | true
            omprövning  | 2023-07-04 |
            omprövning  | 2023-08-01 | true
        """,
        period="manad",
        by=("typ",),
        vantat="""
            period   | typ         | taljare | namnare | bortfall
            jul 2023 | omprövning  | 1       | 1       | 1
            jul 2023 | övervägande | 1       | 2       | 0
            aug 2023 | omprövning  | 1       | 1       | 0
        """,
    ),
)
