"""E3: ongoing cases of substance use on one day, with the latest ASI interview."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Lista, Nyckel, Regel

PROFIL = Lista(
    namn="ASI, ögonblicksbild av pågående ärenden",
    kallsystem="Sociala system, ärendelista för beroende",
    tabell="asi",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(v.ARENDE, krav=True, fylld=True),
        **v.person(),
        **v.plats(),
        "asi_datum": Datum(
            ("ASI Grund datum", "ASI Grund", "ASI datum", "Datum ASI Grund", "Senaste ASI", "ASI-intervju"),
            krav=True,
            utan=("bortfall", "saknas", "nej", "ej gjord", "avböjt"),
        ),
        "status_skriven": Etikett(("Status", "ASI status"), utdata=False),
    },
    berakna={
        "kon": v.kon_sql("FALSE"),
        "datum": "CAST($dag AS DATE)",
        "status": """CASE WHEN asi_datum IS NOT NULL THEN 'genomförd'
                          WHEN lower(raw_asi_datum) IN ('bortfall', 'avböjt')
                               OR lower(status_skriven) LIKE '%bortfall%' THEN 'bortfall'
                          ELSE 'saknas' END""",
        "bedomning": "status",
        "inom_fem_ar": "asi_datum IS NOT NULL AND asi_datum >= datum - INTERVAL 5 YEAR",
    },
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr", "datum"),
    datum=("datum", "datum"),
    regler=(
        v.dag_regel("asi_datum"),
        Regel(
            "asi_datum > datum",
            "asi_datum",
            "Intervjun är gjord efter den dag då listan är tagen ut.",
            "Rätta datumet i ärendet, eller ta ut listan på nytt.",
        ),
    ),
    exempel="""
        Ärendelista beroende | Uttagsdatum: 2023-07-05 |          |                 |
        Ärende               | Kön                     | Grupp    | ASI Grund datum | Status
        B-1                  | K                       | Beroende | 2021-03-02      | Aktuell
        B-2                  | M                       | Beroende | Bortfall        | Aktuell
        B-3                  | M                       | Beroende |                 | Aktuell
        B-4                  | M                       | Beroende | 2018-07-04      | Aktuell
    """,
    vantat="""
        grupp    | kon     | datum      | asi_datum  | status    | inom_fem_ar
        Beroende | kvinnor | 2023-07-05 | 2021-03-02 | genomförd | True
        Beroende | män     | 2023-07-05 |            | bortfall  | False
        Beroende | män     | 2023-07-05 |            | saknas    | False
        Beroende | män     | 2023-07-05 | 2018-07-04 | genomförd | False
    """,
)
