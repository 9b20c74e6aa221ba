"""Kolada's own data (API v2 or v3) saved as JSON: one row per key figure, municipality or unit, year and kön."""

from kvalitet_metrics.ingest.profile import Etikett, JaNej, Kod, Lista, Regel, Tal

PROFIL = Lista(
    namn="Kolada (JSON)",
    kallsystem="Kolada, data ur API v2 eller v3",
    tabell="matvarde",
    exempel_namn="kolada.xlsx",
    kolumner={
        "kategori": Etikett(("kpi",), krav=True, fylld=True),
        "kommun": Etikett(("municipality",)),
        "ou": Etikett(("ou",)),
        "ar": Etikett(("period",), krav=True, fylld=True, utdata=False),
        "kon_kod": Kod(("gender",), krav=True, utdata=False, varden={"T": (), "K": (), "M": ()}),
        "antal_medlemmar": Tal(("count",), utdata=False),
        "status": Etikett(("status",), utdata=False),
        "borttagen": JaNej(("isdeleted",), utdata=False),
        "varde": Tal(("value",), krav=True, utdata=False),
    },
    berakna={
        "kalla": "'kolada'",
        "matt": "CASE WHEN borttagen THEN NULL ELSE varde END",
        "matenhet": "'värde'",
        "saknas": """CASE WHEN borttagen THEN 'borttagen' WHEN varde IS NOT NULL THEN NULL
                          WHEN lower(status) IN ('private', 'secret', '..') THEN 'sekretess'
                          WHEN lower(status) IN ('na', 'n/a', 'not applicable', '.') THEN 'ej tillämplig'
                          ELSE 'saknas' END""",
        "kon": "CASE kon_kod WHEN 'K' THEN 'kvinnor' WHEN 'M' THEN 'män' END",
        "jamforelse": "CASE WHEN kommun = '0000' THEN 'riket' WHEN kommun IS NULL THEN 'ou' ELSE 'kommun' END",
        "periodslag": "'kalenderar'",
        "period_start": "try_cast(concat(left(ar, 4), '-01-01') AS DATE)",
        "period_end": "try_cast(concat(left(ar, 4), '-12-31') AS DATE)",
    },
    nyckel=("kategori", "kommun", "ou", "kon", "kalla", "period_start"),
    datum=("period_start", "period_end"),
    regler=(
        Regel("period_start IS NULL", "ar", "Perioden är inget år.", "Spara filen på nytt från Kolada."),
        Regel(
            "kommun IS NULL AND ou IS NULL",
            "kommun",
            "Det framgår inte vilken kommun eller enhet värdet gäller.",
            "Spara filen på nytt från Kolada.",
        ),
    ),
    exempel="""
        kpi    | municipality | period | gender | count | status  | value | isdeleted
        N31807 | 0180         | 2024   | T      | 1     |         | 4.1   | False
        N31807 | 0180         | 2024   | K      | 1     |         | 4     | False
        N31807 | 0180         | 2024   | M      | 1     | Private |       | False
        N31807 | 0000         | 2024.0 | T      | 1     |         | 5.25  | True
        N31807 | 0000         | 2023   | T      | 1     | Missing |       | False
    """,
    vantat="""
        kategori | kommun | jamforelse | kon     | period_start | matt | saknas
        N31807   | 0180   | kommun     |         | 2024-01-01   | 4.1  |
        N31807   | 0180   | kommun     | kvinnor | 2024-01-01   | 4.0  |
        N31807   | 0180   | kommun     | män     | 2024-01-01   |      | sekretess
        N31807   | 0000   | riket      |         | 2024-01-01   |      | borttagen
        N31807   | 0000   | riket      |         | 2023-01-01   |      | saknas
    """,
)
