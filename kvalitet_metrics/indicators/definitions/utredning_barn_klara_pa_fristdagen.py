"""Of the children's investigations whose deadline fell in the period: how many were finished then."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.21",
    namn="Barnutredningar klara den dag fristen gick ut",
    varfor=(
        "Andelen bland avslutade utredningar döljer dem som ännu pågår: en kö av sena ärenden syns först när de stängs. "
        "Här räknas varje utredning den dag då fyra månader har gått, klar eller inte."
    ),
    kalla="Ärendesystemet, både avslutade och pågående utredningar.",
    omrade="A",
    tabell="utredning",
    harledda={
        "fristdag": frister.UTREDNING_BARN.sista_dag(),
        "kategori": frister.UTREDNING_BARN.klass("uttagen"),
        "kand_fran": "min(avslutad) OVER (PARTITION BY forvaltning, malgrupp)",
        "kand_till": "max(CASE WHEN avslutad IS NULL THEN uttagen END) OVER (PARTITION BY forvaltning, malgrupp)",
    },
    datum=("fristdag", "fristdag"),
    urval="malgrupp = 'barn' AND inledd >= kand_fran AND fristdag <= kand_till",
    taljare="avslutad <= fristdag",
    frist=frister.UTREDNING_BARN,
    namnare_ord="utredningar som rör barn och vars frist gick ut under perioden",
    taljare_ord="de av dem som då var avslutade",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum", "kategori"),
    alla_varden={"kategori": frister.UTREDNING_BARN.klasser},
    begransningar=(
        "Kräver att pågående utredningar läses in. Bara utredningar som inleddes efter den första kända avslutningen och vars "
        "frist gått ut före det senaste uttaget av pågående räknas; annars skulle bara de sena eller bara de snabba synas. "
        "Beslutad förlängning räknas som över tiden; dela upp på kategori."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | inledd     | avslutad   | uttagen
            barn     | 2022-09-30 | 2023-01-31 | 2023-06-30
            barn     | 2023-01-31 | 2023-05-31 | 2023-06-30
            barn     | 2023-01-31 | 2023-06-01 | 2023-06-30
            barn     | 2023-02-10 |            | 2023-06-30
            barn     | 2023-03-10 |            | 2023-06-30
            barn     | 2023-03-10 | 2023-04-10 | 2023-06-30
        """,
        period="kvartal",
        vantat="""
            period       | taljare | namnare
            apr–jun 2023 | 1       | 3
        """,
    ),
)
