"""Closed cases of ekonomiskt bistånd with the reason, one case per row."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Lista, Nyckel
from kvalitet_metrics.ingest.profiles._avslut import ORSAK, ORSAKER

PROFIL = Lista(
    namn="Avslutade ärenden med orsak",
    kallsystem="Paraplyet eller Treserva, avslutade ärenden",
    tabell="avslut",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(v.ARENDE, krav=True, fylld=True),
        **v.person(),
        **v.plats(),
        "lagrum": Etikett(v.LAGRUM_RUBRIKER, varden=v.LAGRUM),
        "insats": Etikett(("Insats", "Bistånd", "Ärendetyp")),
        "orsak": Etikett(ORSAK, krav=True, varden=ORSAKER),
        "avslutad": Datum(
            ("Avslutad", "Avslutsdatum", "Avslutad datum", "Slutdatum", "Datum för avslut", "T.o.m."),
            krav=True,
            fylld=True,
            utdata=False,
        ),
    },
    berakna={
        "malgrupp": v.MALGRUPP_SQL,
        "kon": v.kon_sql("coalesce(malgrupp = 'barn', FALSE)"),
        "period_start": "avslutad",
        "period_end": "avslutad",
        "antal": "CAST(1 AS BIGINT)",
    },
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr", "period_end"),
    datum=("period_start", "period_end"),
    exempel="""
        Ärendenr | Kön | Enhet | Avslutsdatum | Avslutsorsak
        E-1      | K   | Norr  | 2023-03-31   | Arbetsinkomst
        E-2      | M   | Norr  | 2023-04-30   |
    """,
    vantat="""
        kon     | enhet | orsak  | period_end | antal
        kvinnor | Norr  | Arbete | 2023-03-31 | 1
        män     | Norr  |        | 2023-04-30 | 1
    """,
)
