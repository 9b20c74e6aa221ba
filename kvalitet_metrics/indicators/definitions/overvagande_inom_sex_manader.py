"""Placed children's care considered or reviewed within six months of the time before."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.26",
    namn="Överväganden och omprövningar inom sex månader",
    varfor="Ett barn i vård utom hemmet ska få prövat, minst var sjätte månad, om vården fortfarande behövs.",
    kalla="Treserva eller placeringsgruppens lista med dag för detta och föregående övervägande eller omprövning.",
    omrade="A",
    tabell="overvagande",
    datum=("datum", "datum"),
    urval="coalesce(lagrum, '') <> 'LVU 26 §'",
    underlag="foregaende IS NOT NULL",
    taljare=frister.OVERVAGANDE.i_tid(),
    frist=frister.OVERVAGANDE,
    namnare_ord="överväganden och omprövningar under perioden där dagen för den föregående är känd",
    taljare_ord="de av dem som gjordes senast sex kalendermånader efter den föregående",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=("typ", "lagrum", "forvaltning", "avdelning", "enhet", "grupp", "kon", "insats"),
    begransningar=(
        "Övervägande (SoL och LVU 2 §) och omprövning (LVU 3 §) är två olika beslut: dela upp på typ. Flyttningsförbud, som "
        "prövas var tredje månad, ingår inte. Det som aldrig gjordes syns inte."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            typ         | lagrum  | foregaende | datum
            övervägande | SoL     | 2023-01-10 | 2023-07-10
            övervägande | SoL     | 2023-01-10 | 2023-07-11
            omprövning  | LVU 3 § | 2023-01-10 | 2023-06-01
            omprövning  | LVU 3 § |            | 2023-06-01
        """,
        by=("typ",),
        vantat="""
            period | typ         | taljare | namnare | bortfall
            2023   | omprövning  | 1       | 1       | 1
            2023   | övervägande | 1       | 2       | 0
        """,
    ),
)
