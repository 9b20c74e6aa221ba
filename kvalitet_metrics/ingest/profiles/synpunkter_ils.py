"""E6: complaints and views as the steering system (ILS) shows them: counts per tertial in several blocks."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Korstabell, Regel

BEROM, FRAN_VEM = "beröm|positiv", "från vem|avsändare|inkommit från"
TERTIAL = r"(utfall )?(t1|t2|t3|vb)( 20\d\d)?"
ACK = r"ack(\.|umulerat)?( utfall)?( 20\d\d)?"
TITLAR = (
    "^(?!klagomål enligt|fråga/|hantering av)"
    "(klagomål|synpunkt|beröm|positiv|förslag|fråg|ej ang|från vem|lex sarah|personuppgift|ämne"
    "|.*(avsändare|inkommit|kategorisering|personalrelaterad))"
)
"""The titles of blocks; the exceptions are categories that begin in the same way."""

ALLMANNA = ("Klagomål/synpunkter/kategorier", "Klagomål/synpunkter", "Synpunkter/kategorier")
"""Headings over the labels of any block."""

PROFIL = Korstabell(
    namn="Klagomål och synpunkter (ILS)",
    kallsystem="ILS-webb, tabeller för klagomål och synpunkter",
    tabell="synpunkt",
    kolumner={
        "etikett": Etikett(
            (
                *ALLMANNA,
                *("Klagomål", "Synpunkter", "Klagomål och synpunkter", "Ämne", "Klagomål/synpunkter ämne"),
                *("Ej personalrelaterade", "Ej personalrelaterat", "Personuppgifter", "Beröm", "Lex Sarah"),
                *("Från vem", "Från vem har klagomålet/synpunkten inkommit", "Avsändare", "Kategori"),
            ),
            krav=True,
            utdata=False,
        ),
        "forvaltning": Etikett(v.FORVALTNING),
        "avdelning": Etikett(v.AVDELNING),
        "enhet": Etikett(v.ENHET),
    },
    per_blad=True,
    handlar_om=r"klagomål|synpunkt|beröm|från vem|lex sarah|personuppgift",
    titlar=TITLAR,
    titel_i_rubrik=rf"^(?!({'|'.join(ALLMANNA).lower()})$){TITLAR}",
    kannetecken=rf"{TERTIAL}|{ACK}",
    vardekolumner=rf"{TERTIAL}|{ACK}|(utfall )?20\d\d",
    berakna={
        "indelning": f"CASE WHEN regexp_matches(lower(titel), '{FRAN_VEM}') THEN 'avsandare' ELSE 'kategori' END",
        "typ": f"""CASE WHEN regexp_matches(lower(titel), '{FRAN_VEM}|kategorisering') THEN 'klagomål/synpunkt'
                        WHEN regexp_matches(lower(titel), '{BEROM}') OR lower(etikett) = 'beröm' THEN 'beröm'
                        WHEN lower(titel) LIKE '%lex sarah%' THEN 'lex Sarah'
                        WHEN lower(titel) LIKE 'förslag%' THEN 'förslag'
                        WHEN lower(titel) LIKE 'fråga%' OR lower(etikett) LIKE 'fråga/%' THEN 'fråga'
                        WHEN lower(titel) LIKE 'ej angett%' OR lower(titel) LIKE 'ej angiven%' THEN 'ej angett'
                        WHEN lower(titel) LIKE 'synpunkt%' THEN 'synpunkt'
                        ELSE 'klagomål' END""",
        "kategori": f"""CASE WHEN regexp_matches(lower(titel), '{FRAN_VEM}') THEN NULL
                             WHEN lower(etikett) IN (lower(titel), lower(rubrik)) THEN NULL
                             ELSE etikett END""",
        "avsandare": f"CASE WHEN regexp_matches(lower(titel), '{FRAN_VEM}') THEN etikett END",
        "antal": "CAST(varde AS BIGINT)",
    },
    nyckel=(
        "avdelning",
        "enhet",
        "typ",
        "indelning",
        "kategori",
        "avsandare",
        "periodslag",
        "period_start",
        "period_end",
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
        ILS-webb                        |           |           |           |
        Period: 2023                    |           |           |           |
        Klagomål                        |           |           |           |
        Klagomål/synpunkter/kategorier  | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall
        Bemötande                       | 1  st     | 2         |           | 3
        Information                     |           |           |           |
        Totalt                          |           |           |           | 3
        Beröm                           |           |           |           |
        Klagomål/synpunkter/kategorier  | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall
        Bemötande                       |           |           |           | Inga
    """,
    vantat="""
        typ      | kategori    | period_start | period_end | antal | saknas
        klagomål | Bemötande   | 2023-01-01   | 2023-04-30 | 1     |
        klagomål | Bemötande   | 2023-05-01   | 2023-08-31 | 2     |
        klagomål | Bemötande   | 2023-09-01   | 2023-12-31 |       | tom
        klagomål | Information | 2023-01-01   | 2023-12-31 |       | tom
        beröm    | Bemötande   | 2023-01-01   | 2023-12-31 | 0     |
    """,
)
