"""Göteborg Sydväst 2022/2023: surveys, views, deviations, supervision, key figures and KEKS."""

from tests.ingest.publicerad import Publicerad

TABELL, SYNPUNKT = "publicerad_tabell", "synpunkter_tabell"

SYDVAST_ENKAT = """
    2.1.1.2 Brukarenkät
    Kvalitetsår 2022/2023
    Fråga i enkäten | Result/at | Kommentar
    Jag är med och påverkar stödet och | |
    hjälpen jag får | 88 | Ett av de lägsta resultaten i enkäten
    Hur har din situation ändrats i och med det | |
    stöd du får från oss | 81 | Ungefär samma resultat som staden
"""
SYDVAST_ENKAT_BOENDE = """
    5.1.1.2 Brukarenkät
    Period: 2022-09-01--2022-12-31
    Fråga i enkäten | Result/at | Kommentar
    Trygg i verksamheten | Röd/83/Prioriter a | Tryggheten är en aktuell fråga
    Påverkan av stöd | Röd/82/Prioriter a | Arbetet har haft fortsatt fokus
    Förändring av situation | Röd/79/Prioriter a | Genom verktyget följer avdelningen upp
"""
SYDVAST_TILLSYN = """
    5.1.1.4 Externa tillsyner och granskningar
    Kvalitetsår 2022/2023
     | Ant/al | Påpekanden från granskare | Viktigast att åtgärda
    Inspektionen för vård och omsorg (IVO) | | |
    Kritik | | |
    Ingen kritik | 1 | Inga brister | Inget
    Stadsrevisionen | | |
    Rekommendationer | | |
    Revisionskritik | | |
    Annan extern granskare | | |
    Miljöförvaltningen | 2 | Inga brister |
    Arbetsmiljöverket | 2 | Riskbedöma några delar | Riskbedömning av lokal
    Miljöverket | 2 | Inga brister |
"""


def sydvast(avsnitt: str, rader: str) -> str:
    """A table of Sydväst: the section's title, the kvalitetsår, a heading and its rows."""
    slag = "synpunkt" if "Synpunkter" in avsnitt else "avvikelse"
    return f"    {avsnitt}\n    Kvalitetsår 2022/2023\n    Kategori/typ av {slag} | Antal\n{rader}"


SYDVAST_AVVIKELSER_BOU = sydvast(
    "2.1.2.2 Avvikelser",
    """
    Yttre orsaker | 141
    Problem med bemanning | 111
    Brister i riktlinjer och rutiner | 42
    Brister i organisation och samverkan | 20
    Brister i kommunikation | 15
    Brister i arbetsmiljö och kultur | 14
    Okänt | 12
    Tekniskt fel | 9
    Brist i planering | 9
    Kompetensbrist | 8
    Ej avvikelse | 6
    Brist i implementering | 2
    Kategori/typ av avvikelse | Antal
    Problem med ramvillkor och krav | 1
""",
)
SYDVAST_NYCKELTAL = """
    Nyckeltal/Indikator | 2022 | 2023
    Antal unga ledare via ung extra | 37 | 73
    Antal genomförda mötesplatsenkäter inom fritids tonårsverksamheter | 201 | 192
    Antal gruppenkäter inom fritids tonårsverksamheter | 82 | 46
    Antal genomförda lovenkäter | 1075 | 183
"""
SYDVAST_KEKS = """
    6.1.3 Nationella jämförelser
    Index | 2021 | 2022 | 2023 | Good/enoug/h mål | Snitt/KEKS
    Index Inflytande, delaktighet och ansvarstagande, | | | | |
    öppen verksamhet | 69 % | 62 % | 69 % | 50 % | 63 %
    Andel unga som producerar verksamhet | - | 10 % | 8 % | 30 % | 5 %
    Andel ungdomsproducerad verksamhet | - | 32 % | 24 % | 60 % | 20 %
    Index delaktighet, gruppverksamhet | 94 % | 85 % | 75 % | 75 % | 79 %
    Index lärande, gruppverksamhet | 57 % | 65 % | 80 % | 85 % | 73 %
    Index trygghet och bemötande, öppen verksamhet | 93 % | 90 % | 91 % | 90 % | 90 %
    Avvikelse från jämn könsfördelning, öppen | | | | |
    verksamhet | 14 % | 8 % | 6 % | 10 % | 12 %
    Avvikelse från jämn könsfördelning, | | | | |
    gruppverksamhet | 7 % | 8 % | 10 % | 10 % | 12 %
"""


TABELLER = (
    Publicerad("sydvast", "2.1.1.2 Brukarenkät", "brukarenkat_index", SYDVAST_ENKAT),
    Publicerad(
        "sydvast",
        "2.1.2.1 Synpunkter",
        SYNPUNKT,
        sydvast(
            "2.1.2.1 Synpunkter",
            """
    Handläggning | 15
    Handläggning och bemötande | 3
    Bemötande | 2
    Allmänna synpunkter | 3
""",
        ),
    ),
    Publicerad("sydvast", "2.1.2.2 Avvikelser", TABELL, SYDVAST_AVVIKELSER_BOU),
    Publicerad(
        "sydvast",
        "3.1.2.1 Synpunkter",
        SYNPUNKT,
        sydvast(
            "3.1.2.1 Synpunkter",
            """
    Klagomål som direkt berör verksamheten | 5
    Klagomål av allmän karaktär (ej verksamhetens ansvar) | 2
    Fråga | 1
""",
        ),
    ),
    Publicerad(
        "sydvast",
        "3.1.2.2 Avvikelser",
        TABELL,
        sydvast(
            "3.1.2.2 Avvikelser",
            """
    Samverkan intern | 2
    Övrigt | 11
    Post, inkommen handling | 4
    Dokumentation allmän | 8
    Utreda och besluta | 18
    Utförande av insats | 1
    Rättigheter och bemötande | 4
    Utrustning- övrigt | 1
""",
        ),
    ),
    Publicerad(
        "sydvast",
        "4.1.2.1 Synpunkter",
        SYNPUNKT,
        sydvast(
            "4.1.2.1 Synpunkter",
            """
    Klagomål som direkt berör verksamheten | 1
    Klagomål av allmän karaktär (ej verksamhetens ansvar) | 2
""",
        ),
    ),
    Publicerad(
        "sydvast",
        "4.1.2.2 Avvikelser",
        TABELL,
        sydvast(
            "4.1.2.2 Avvikelser",
            """
    Samverkan extern | 8
    Samverkan intern | 2
    Övrigt | 10
    Post, inkommen handling | 3
    Dokumentation allmän | 4
""",
        ),
    ),
    Publicerad("sydvast", "5.1.1.2 Brukarenkät", "brukarenkat_index", SYDVAST_ENKAT_BOENDE),
    Publicerad("sydvast", "5.1.1.4 Externa tillsyner och granskningar", TABELL, SYDVAST_TILLSYN),
    Publicerad(
        "sydvast",
        "5.1.2.1 Synpunkter",
        SYNPUNKT,
        sydvast(
            "5.1.2.1 Synpunkter",
            """
    Klagomål | 71
    Beröm | 3
    Förslag | 8
    Fråga | 11
    Ej angett/okänd | 1
""",
        ),
    ),
    Publicerad(
        "sydvast",
        "5.1.2.2 Avvikelser",
        TABELL,
        sydvast(
            "5.1.2.2 Avvikelser",
            """
    Läkemedel | 104 (127)
    Övergrepp, självskada, hot | 88 (74)
    Rättighet och bemötande | 37 (37)
    Samverkan extern | 29 (38)
    Samverkan intern | 41 (14)
    Övrigt | 208 (164)
""",
        ),
    ),
    Publicerad("sydvast", "6.1.1.2 Brukarenkät, Nyckeltal/Indikator", "nyckeltal", SYDVAST_NYCKELTAL),
    Publicerad(
        "sydvast",
        "6.1.2.1 Synpunkter",
        SYNPUNKT,
        sydvast(
            "6.1.2.1 Synpunkter",
            """
    Förslag | 2
    Klagomål | 2
    Fråga | 1
""",
        ),
    ),
    Publicerad("sydvast", "6.1.3 Nationella jämförelser (KEKS)", "keks", SYDVAST_KEKS),
)
