"""Adults' investigations closed within the organisation's own deadline."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.2",
    namn="Vuxnas utredningar klara inom fastställd tid",
    varfor="Den som ansöker om stöd ska få ett beslut utan onödig väntan.",
    kalla="Ärendesystemet eller en granskning av ärenden. Lagen sätter ingen gräns i dagar; fristen är lokal.",
    omrade="A",
    tabell="utredning",
    datum=("avslutad", "avslutad"),
    urval="malgrupp = 'vuxna'",
    underlag="inledd IS NOT NULL",
    taljare=frister.UTREDNING_VUXNA.i_tid(),
    frist=frister.UTREDNING_VUXNA,
    namnare_ord="utredningar som rör vuxna och som avslutades under perioden",
    taljare_ord="de av dem som avslutades senast en kalendermånad efter att de inleddes",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum"),
    begransningar=(
        "Samma lokala frist används för SoL och LSS. Bygger filen på ett urval av ärenden gäller andelen urvalet; "
        "intervallet visar osäkerheten."
    ),
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            enhet | malgrupp | kon     | inledd     | avslutad
            Norr  | vuxna    | kvinnor | 2023-01-31 | 2023-02-28
            Norr  | vuxna    | män     | 2023-01-31 | 2023-03-01
            Norr  | vuxna    | män     | 2023-05-15 | 2023-06-15
            Norr  | barn     | pojkar  | 2023-05-15 | 2023-06-15
        """,
        by=("kon",),
        vantat="""
            period | kon     | taljare | namnare
            2023   | kvinnor | 1       | 1
            2023   | män     | 1       | 2
        """,
    ),
)
