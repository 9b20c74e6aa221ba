"""Reasons for closing as a table of counts."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Andel, Etikett, Heltal, Lista
from kvalitet_metrics.ingest.profiles._avslut import ORSAK, ORSAKER

PROFIL = Lista(
    namn="Avslutsorsaker, antal",
    kallsystem="Paraplyet, statistik över avslutsorsaker",
    tabell="avslut",
    kolumner={
        "orsak": Etikett(ORSAK, krav=True, fylld=True, varden=ORSAKER),
        "antal": Heltal(("Antal", "Antal ärenden", "Antal avslut"), krav=True),
        "andel_i_kallan": Andel(("Andel", "Andel (%)", "Procent"), utdata=False),
        **v.plats(),
        **v.period(),
    },
    berakna=v.PERIOD,
    nyckel=("avdelning", "enhet", "grupp", "orsak", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("period"),),
    exempel="""
        Period: 2023 |       |
        Avslutsorsak | Antal | Andel
        Arbete       | 33    | 11,5 %
        Okänd orsak  | 109   | 38,1 %
        Totalt       | 142   |
    """,
    vantat="""
        orsak  | antal | period_start | period_end
        Arbete | 33    | 2023-01-01   | 2023-12-31
        Okänd  | 109   | 2023-01-01   | 2023-12-31
    """,
)
