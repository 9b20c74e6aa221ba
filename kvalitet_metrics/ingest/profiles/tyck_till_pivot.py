"""E11: views from citizens as a pivot table, counts per kategori and underkategori."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Heltal, Pivot, Regel

ANNAT = "lex sara|avvikels|incident"
"""Words of a title, sheet or file whose pivot table looks the same and counts something else."""

PROFIL = Pivot(
    namn="Synpunkter, antal per kategori (pivottabell)",
    kallsystem="Tyck till, pivottabell i Excel",
    tabell="synpunkt",
    kolumner={
        "etikett": Etikett(
            ("Radetiketter", "Kategori", "Kategori/Underkategori", "Row Labels"),
            krav=True,
            fylld=True,
            utdata=False,
        ),
        "antal": Heltal(
            (
                "Antal av Kategori",
                "Antal av",
                "Antal av Ärendenr",
                "Antal av Ärende",
                "Antal av Underkategori",
                "Antal av Id",
                "Antal av Skapad",
                "Antal av Text",
            ),
            krav=True,
        ),
    },
    berakna={
        "period_start": "CAST($period_start AS DATE)",
        "period_end": "CAST($period_end AS DATE)",
        "indelning": "'kategori'",
        "typ": f"""CASE WHEN regexp_matches(lower(concat_ws(' ', $titel, $blad, $fil)), '{ANNAT}') THEN 'annat'
                        WHEN $titel LIKE '%felanmäl%' THEN 'felanmälan' ELSE 'ej angett' END""",
    },
    nyckel=(
        "avdelning",
        "enhet",
        "typ",
        "indelning",
        "kategori",
        "underkategori",
        "period_start",
        "period_end",
    ),
    datum=("period_start", "period_end"),
    regler=(
        v.period_regel("etikett"),
        Regel(
            "typ = 'annat'",
            "etikett",
            "Pivottabellen räknar lex Sarah, avvikelser eller incidenter, inte synpunkter.",
            "Läs in den lista som den är gjord av, med en rad per rapport.",
        ),
    ),
    exempel="""
        Tyck till 2025   |
        Radetiketter     | Antal av Kategori
        Park och natur   |
        Utegym           | 3
        Belysning i park | 2
        Radetiketter     | Antal av Kategori
        Gator            |
        Belysning i park | 1
        Totalsumma       | 6
    """,
    vantat="""
        typ       | kategori       | underkategori    | antal | period_start | period_end
        ej angett | Park och natur | Utegym           | 3     | 2025-01-01   | 2025-12-31
        ej angett | Park och natur | Belysning i park | 2     | 2025-01-01   | 2025-12-31
        ej angett | Gator          | Belysning i park | 1     | 2025-01-01   | 2025-12-31
    """,
)
