"""The published numbers of complaints, praise and other views, as the three reports print them."""

from kvalitet_metrics.example._org import (
    ALDRE,
    BARN_OCH_UNGDOMSVARD,
    EKONOMISKT_BISTAND,
    FRITID,
    INDIVID_OCH_FAMILJ,
    OVERGRIPANDE,
    STADSUTVECKLING,
    VUXNA,
)

# Bromma, Tabell 10: inkomna klagomål. Totalt 140, 88, 128 och 138.
BROMMA_KLAGOMAL = """
    kategori           | 2020 | 2021 | 2022 | 2023
    Tillgänglighet     | 17   | 12   | 22   | 15
    Bemötande          | 22   | 18   | 13   | 34
    Kompetens          | 4    | 4    | 10   | 17
    Kontinuitet        | 6    | 4    | 8    | 1
    Information        | 13   | 17   | 14   | 15
    Handläggning       | 12   | 19   | 10   | 23
    Insatsens innehåll | 57   | 2    | 35   | 16
    Annat              | 9    | 12   | 16   | 17
"""

# Bromma, Tabell 11: inkomna positiva synpunkter. Totalt 176, 107, 171 och 180.
BROMMA_BEROM = """
    kategori           | 2020 | 2021 | 2022 | 2023
    Tillgänglighet     | 15   | 17   | 29   | 25
    Bemötande          | 40   | 27   | 30   | 22
    Kompetens          | 29   | 14   | 16   | 15
    Kontinuitet        | 8    | 1    | 2    | 3
    Information        | 15   | 11   | 32   | 12
    Handläggning       | 1    | 12   | 0    | 1
    Insatsens innehåll | 43   | 23   | 55   | 95
    Annat              | 25   | 2    | 7    | 7
"""

# Bromma 2023, löptexten: en tredjedel av klagomålen gäller myndighetsenheterna, främst tillgänglighet och
# bemötande men även handläggning, kompetens och information; deras beröm främst bemötande och kompetens.
# 46 av 138 är en tredjedel; hur de delar sig på kategorierna, och hur många av berömmen det är, är vårt.
BROMMA_MYNDIGHET_2023 = """
    kategori           | klagomål | beröm
    Tillgänglighet     | 9        | 3
    Bemötande          | 13       | 12
    Kompetens          | 7        | 8
    Kontinuitet        | 0        | 0
    Information        | 6        | 2
    Handläggning       | 10       | 1
    Insatsens innehåll | 1        | 2
    Annat              | 0        | 0
"""

FRAN_VEM = "Från vem har klagomålet/synpunkten inkommit"
KATEGORISERING = "Kategorisering av klagomål/synpunkter"

# Järva, Klagomål och synpunkter. Individ och familj har 42 avsändare men 68 kategorier: ett klagomål kan ha
# flera. Tomma rutor är tomma i rapporten, och «Inga» står som ord. Äldres tabell över
# lex Sarah har 12 rapporter där texten, och loggen, har 13. Beröm för stadsutveckling nämns i texten.
JARVA_BLOCK = {
    ("IoF", INDIVID_OCH_FAMILJ): {
        FRAN_VEM: """
            kategori                           | antal
            Brukare eller vårdnadshavare       | 37
            Närstående (anhörig, god man etc.) | 2
            Invånare                           | 0
            Advokatbyrå                        | 1
            Familjehem                         | 1
            Inkommit via IVO                   | 0
            Medarbetare                        | 0
            Tjänsteperson/annan myndighet      | 1
        """,
        KATEGORISERING: """
            kategori       | antal
            Bemötande      | 22
            Handläggning   | 24
            Utförande      | 6
            Tillgänglighet | 2
            Fysisk miljö   | 1
            Utrustning     | 0
            Information    | 9
            Samverkan      | 1
            Annat: Ekonomi | 3
        """,
    },
    ("SMF", STADSUTVECKLING): {
        FRAN_VEM: """
            kategori                           | antal
            Brukare eller vårdnadshavare       | 3
            Närstående (anhörig, god man etc.) | Inga
            Invånare                           | Inga
            Annan (t.ex. okänd)                | Inga
            Inkommit via IVO                   | Inga
            Medarbetare                        | Inga
            Tjänsteperson/annan myndighet      | Inga
        """,
        KATEGORISERING: """
            kategori       | antal
            Bemötande      | 0
            Handläggning   | 0
            Utförande      | 3
            Tillgänglighet | 0
            Fysisk miljö   | 0
            Utrustning     | 0
            Information    | 0
            Samverkan      | 0
            Annat          | 0
        """,
        "Beröm": "kategori | antal\nBeröm | 3",
    },
    ("ÄFS", ALDRE): {
        FRAN_VEM: """
            kategori                           | antal
            Brukare eller vårdnadshavare       | 64
            Närstående (anhörig, god man etc.) | 73
            Invånare                           |
            Annan (t.ex. okänd)                |
            Inkommit via IVO                   |
            Medarbetare                        | 60
            Tjänsteperson/annan myndighet      | 2
        """,
        KATEGORISERING: """
            kategori       | antal
            Bemötande      | 23
            Handläggning   | 1
            Utförande      | 105
            Tillgänglighet | 60
            Fysisk miljö   | 2
            Utrustning     |
            Information    | 1
            Samverkan      |
            Annat          | 7
        """,
        "Lex Sarah": """
            kategori                                                | antal
            Brister i rättssäkerhet vid handläggning och genomförande | 8
            Brister i utförande av insats                           | 3
            Annat: Fördröjd remiss angående ställa i kö för insats  | 1
        """,
    },
}

# Sydväst 2.1.2.1, 3.1.2.1, 4.1.2.1, 6.1.2.1 och 7.1.1; Boende, 5.1.2.1, står i synpunkter_sydvast.py. Där rapporten
# inte delar upp en typ heter raden som typen. Vilka två i Fritid som direkt berörde verksamheten sägs inte; här är
# det de två klagomålen. Det är en av flera möjliga förklaringar.
SYDVAST_BLOCK = {
    ("BoU", BARN_OCH_UNGDOMSVARD): {
        "Synpunkt": """
            kategori                   | antal
            Handläggning               | 15
            Handläggning och bemötande | 3
            Bemötande                  | 2
            Allmänna synpunkter        | 3
        """,
    },
    ("EkB", EKONOMISKT_BISTAND): {
        "Klagomål": """
            kategori                                  | antal
            Direkt berör verksamheten                 | 5
            Allmän karaktär (ej verksamhetens ansvar) | 2
        """,
        "Fråga": "kategori | antal\nFråga | 1",
    },
    ("Vuxna", VUXNA): {
        "Klagomål": """
            kategori                                  | antal
            Direkt berör verksamheten                 | 1
            Allmän karaktär (ej verksamhetens ansvar) | 2
        """,
    },
    ("Fritid", FRITID): {
        "Förslag": "kategori | antal\nFörslag | 2",
        "Klagomål": "kategori | antal\nDirekt berör verksamheten | 2",
        "Fråga": "kategori | antal\nFråga | 1",
    },
    ("Övergripande", OVERGRIPANDE): {
        "Synpunkt": "kategori | antal\nSynpunkt | Inga",
    },
}
