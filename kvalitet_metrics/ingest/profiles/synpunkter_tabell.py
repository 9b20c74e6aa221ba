"""Complaints and views as a report prints them: counts by category, by kind or by sender."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Korstabell, Regel
from kvalitet_metrics.ingest.profiles.synpunkter_ils import ALLMANNA

FRAN_VEM = "från vem|avsändare|inkommit från"
OM = "lower(concat_ws(' ', titel, rubrik))"
TYPER = "klagomål|beröm|förslag|fråga|synpunkt|felanmälan|ej angett(/okänd)?"

UTAN_TYP = """concat(upper(left(regexp_replace(trim(etikett, ' :'), '^Klagomål (som|av) ', ''), 1)),
                     substr(regexp_replace(trim(etikett, ' :'), '^Klagomål (som|av) ', ''), 2))"""
"""«Klagomål som direkt berör verksamheten» is the category «Direkt berör verksamheten»."""

PROFIL = Korstabell(
    namn="Tabell över klagomål och synpunkter",
    kallsystem="Tabell ur en kvalitetsberättelse, inskriven i Excel",
    tabell="synpunkt",
    reserv=1,
    per_blad=True,
    text_som_bortfall=True,
    handlar_om=r"klagomål|synpunkt|beröm|från vem|^kategorisering",
    titlar=r"klagomål|synpunkt|beröm|från vem|kategorisering|lex sarah|avvikelse",
    kolumner={
        "etikett": Etikett(
            (
                *ALLMANNA,
                "Kategori",
                "Kategorier",
                "Typ av klagomål",
                "Typ av synpunkt",
                "Kategori/typ av synpunkt",
                "Kategori/typ av klagomål",
                "Från vem har klagomålet/synpunkter inkommit",
                "Från vem",
                "Avsändare",
            ),
            krav=True,
            utdata=False,
        ),
        "forvaltning": Etikett(v.FORVALTNING),
        "avdelning": Etikett(v.AVDELNING),
        "enhet": Etikett(v.ENHET),
    },
    vardekolumner=r"antal( 20\d\d)?|20\d\d(/(20)?\d\d)?|utfall( 20\d\d)?",
    berakna={
        "indelning": f"CASE WHEN regexp_matches({OM}, '{FRAN_VEM}') THEN 'avsandare' ELSE 'kategori' END",
        "typ": f"""CASE WHEN regexp_matches({OM}, 'lex sarah') THEN 'lex Sarah'
                        WHEN regexp_matches({OM}, 'avvikelse') THEN 'avvikelse'
                        WHEN regexp_matches({OM}, '{FRAN_VEM}|kategorisering') THEN 'klagomål/synpunkt'
                        WHEN regexp_matches({OM}, 'beröm|positiv') THEN 'beröm'
                        WHEN regexp_matches(lower(etikett), '^(klagomål|beröm|förslag)')
                        THEN regexp_extract(lower(etikett), '^(klagomål|beröm|förslag)')
                        WHEN regexp_matches(lower(etikett), '^fråg') THEN 'fråga'
                        WHEN regexp_matches(lower(etikett), '^ej ang') THEN 'ej angett'
                        WHEN regexp_matches({OM}, 'synpunkt') AND regexp_matches({OM}, 'klagomål')
                        THEN 'klagomål/synpunkt'
                        WHEN regexp_matches({OM}, 'klagomål') THEN 'klagomål'
                        ELSE 'synpunkt' END""",
        "kategori": f"""CASE WHEN regexp_matches({OM}, '{FRAN_VEM}') THEN NULL
                             WHEN regexp_full_match(lower(etikett), '{TYPER}') THEN NULL
                             ELSE {UTAN_TYP} END""",
        "avsandare": f"CASE WHEN regexp_matches({OM}, '{FRAN_VEM}') THEN etikett END",
        "antal": "CAST(varde AS BIGINT)",
    },
    nyckel=(
        *("avdelning", "enhet", "typ", "indelning", "kategori", "avsandare"),
        *("periodslag", "period_start", "period_end"),
    ),
    datum=("period_start", "period_end"),
    regler=(
        Regel(
            "varde <> floor(varde)",
            "etikett",
            "Ett antal på raden är inte ett heltal.",
            "Rätta talet i tabellen.",
        ),
    ),
    exempel="""
        Period: 2023                                     |
        Från vem har klagomålet/synpunkter inkommit:     | Antal
        Brukare eller vårdnadshavare                     | 37
        Invånare                                         | Inga
        Medarbetare                                      |
        Totalt                                           | 37
        Kategorisering:                                  |
        Kategori                                         | Antal
        Bemötande                                        | 22
        Annat:                                           | 3
        Totalt                                           | 25
    """,
    vantat="""
        typ               | indelning | kategori  | avsandare                    | antal | saknas
        klagomål/synpunkt | avsandare |           | Brukare eller vårdnadshavare | 37    |
        klagomål/synpunkt | avsandare |           | Invånare                     | 0     |
        klagomål/synpunkt | avsandare |           | Medarbetare                  |       | tom
        klagomål/synpunkt | kategori  | Bemötande |                              | 22    |
        klagomål/synpunkt | kategori  | Annat     |                              | 3     |
    """,
)
