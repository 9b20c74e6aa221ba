"""A review of case files: one row per case, one question above each answer."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Granskning, Nyckel

PROFIL = Granskning(
    namn="Granskning av ärenden",
    kallsystem="Egen granskningsmall i Excel, ett ärende per rad",
    tabell="granskning",
    per_blad=True,
    fragor=r".*\?|fråga \d+\b.*|\d+[.)] .*",
    kolumner={
        "arendenr": Nyckel(
            ("Ärendenr", "Granskat ärende", "Personakt", *v.ARENDE[1:]), krav=True, fylld=True
        ),
        "granskad": Datum(("Granskningsdatum", "Granskad", "Datum för granskning", "Datum"), utdata=False),
        "granskning": Etikett(("Granskning", "Granskningsområde"), utdata=False),
        "lagrum": Etikett(v.LAGRUM_RUBRIKER, varden=v.LAGRUM),
        "insats": Etikett(("Insats", "Insatstyp")),
        **v.person(),
        **v.plats(),
    },
    berakna={
        "period_start": "coalesce(granskad, CAST($period_start AS DATE))",
        "period_end": "coalesce(granskad, CAST($period_end AS DATE))",
        "kategori": "coalesce(granskning, $granskning)",
        "population": "CAST($population AS BIGINT)",
        "malgrupp": v.MALGRUPP_SQL,
        "kon": v.kon_sql("coalesce(malgrupp = 'barn', FALSE)"),
    },
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr", "kategori", "fraga", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("granskad"),),
    exempel="""
        Granskning: Social dokumentation |     |                 |                  |                              |
        Enhet: Enheten för barn och unga |     |                 |                  |                              |
        Ärendenr                         | Kön | Handläggare     | Granskningsdatum | Är anteckningen tillräcklig? | Har barnet hörts?
        G-1                              | K   | …               | 2023-10-02       | Ja                           | nej
        G-2                              | M   | …               | 2023-10-03       | Delvis                       |
        G-3                              | M   | …               | 2023-10-03       | J                            | Ej aktuellt
    """,
    vantat="""
        kategori             | fraga                        | svar           | kon     | period_start | antal
        Social dokumentation | Är anteckningen tillräcklig? | ja             | flickor | 2023-10-02   | 1
        Social dokumentation | Har barnet hörts?            | nej            | flickor | 2023-10-02   | 1
        Social dokumentation | Är anteckningen tillräcklig? | delvis         | pojkar  | 2023-10-03   | 1
        Social dokumentation | Har barnet hörts?            |                | pojkar  | 2023-10-03   | 1
        Social dokumentation | Är anteckningen tillräcklig? | ja             | pojkar  | 2023-10-03   | 1
        Social dokumentation | Har barnet hörts?            | ej tillämpligt | pojkar  | 2023-10-03   | 1
    """,
)
