"""Share of ongoing cases of substance use with an ASI interview in the last five years."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.13",
    namn="Ärenden med ASI Grund senaste fem åren",
    varfor="Med samma intervju till alla blir bedömningarna likvärdiga, och det syns om stödet gör nytta.",
    kalla="Ärendelistan för beroende, tagen ut en viss dag. Fem år är lokalt; Socialstyrelsen anger två år.",
    omrade="A",
    tabell="asi",
    datum=("datum", "datum"),
    taljare="inom_fem_ar OR status = 'bortfall'",
    frist=frister.ASI_GRUND,
    namnare_ord="pågående ärenden den dag då listan togs ut",
    taljare_ord="de av dem som har en ASI Grund från de senaste fem åren, eller där ett bortfall är registrerat",
    riktning=Riktning.HOGRE,
    nedbrytningar=("bedomning", "forvaltning", "avdelning", "enhet", "grupp", "kon"),
    begransningar=(
        "Ett registrerat bortfall räknas som registrerat: dela upp på bedömning för att se dem för sig. "
        "Tas listan ut flera gånger under perioden läggs tillfällena ihop."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            datum      | asi_datum  | status    | inom_fem_ar
            2023-07-05 | 2018-07-05 | genomförd | true
            2023-07-05 | 2018-07-04 | genomförd | false
            2023-07-05 |            | bortfall  | false
            2023-07-05 |            | saknas    | false
        """,
        period="manad",
        vantat="""
            period   | taljare | namnare | bortfall
            jul 2023 | 2       | 4       | 0
        """,
    ),
)
