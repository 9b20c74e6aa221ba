"""Bromma 2023: tables 2 and 5–11 of the quality report. Tables 1, 3 and 4 are text alone and hold no results."""
# ruff: noqa: E501 (the headings are as long as they are printed)

from tests.ingest.publicerad import Publicerad

TABELL, SYNPUNKT = "publicerad_tabell", "synpunkter_tabell"

BROMMA_2 = """
    Tabell 2. Resultat överskridna förhandsbedömningar
    Period: 2023
    Resultat av egenkontroll
    Månad | Totalt antal inkomna anmälningar/ansökningar | Totalt antal överskridna förhandsbedömningar | Andel överskridna förhandsbedömningar
    Januari | 122 | 23 | 19 %
    Februari | 147 | 36 | 24 %
    Mars | 174 | 132 | 76 %
    September | 170 | 0 | 0 %
"""
BROMMA_5 = """
    Tabell 5. Andel ärenden där samverkan skett
    Period: 2023
    Arbetsgrupp | Aktuella | Samverkat | Andel
    Funktionsnedsättning | 48 | 36 | 75 %
    Socialpsykiatri | 68 | 38 | 56 %
    Beroende | 43 | 31 | 74 %
    Totalt | 159 | 105 | 66 %
"""
BROMMA_6 = """
    Tabell 6. Antal inkomna rapporter och inledda utredningar enligt lex Sarah
     | Inkomna rapporter egen regi | Inledda utredningar egen regi | Inkomna rapporter enskild regi | Inledda utredningar enskild regi
    2020 | 14 | 12 | 1 | 1
    2021 | 17 | 16 | 0 | 0
    2022 | 28 | 26 | 1 | 1
    2023 | 20 | 18 | 0 | 0
"""
BROMMA_7 = """
    Tabell 7. Rapporterad händelse utifrån inkomna rapporter 2023. (Parantes år 2022)
     | Funktions-/nedsättning | Barn och/unga | Beroende | Social-/psykiatri | Ekonomiskt/bistånd | Totalt
    Psykiska övergrepp | | | | | | 0 (0)
    Fysiska övergrepp | | | | | | 0 (0)
    Brister i bemötande | 1 (1) | | | | | 1 (1)
    Brister i rättssäkerhet | | | | | |
    vid handläggning och | | | | | |
    genomförande | 2 (2) | 9 (13) | 0 (1) | 1 (2) | 2 (2) | 14 (20)
    Brister i utförande av | | | | | |
    insats | 2 (5) | | 1 (0) | | | 3 (5)
    Sexuella övergrepp | | | | | | 0 (0)
    Ekonomiska övergrepp | 1 (0) | | | | | 1 (0)
    Brister i fysisk miljö, | | | | | |
    utrustning eller teknik | | | | 1 (0) | | 1 (0)
    Annat | 0 (1) | | 0 (2) | | | 0 (3)
    Totalt | 6 (9) | 9 (13) | 1 (3) | 2 (2) | 2 (0) | 20 (29)
"""
BROMMA_8 = """
    Tabell 8. Antal inkomna övriga avvikelser per enhet under 2023.
    Enhet | 2020 | 2021 | 2022 | 2023
    Enheten för vuxna | 0 | 0 | 7 | 9
    Enheten för barn och unga | 0 | 193 | 177 | 209
    Enheten för arbete och | | | |
    försörjning | 112 | 22 | 28 | 27
    Enheten för personligt stöd | 0 | 1 | 1108 | 200
    Resursenheten | 0 | 0 | 18 | 20
    Totalt | 112 | 219 | 1342 | 465
"""
BROMMA_9 = """
    Tabell 9. Andel avvikelser utifrån respektive kvalitetsområde
    Kvalitetsområde | Andel/2020 | Andel/2021 | Andel/2022 | Andel/2023
    En rättssäker och säker verksamhet (A) | 85 % | 98 % | 2 % | 54 %
    En individanpassad verksamhet (B) | 0 % | 0 % | 98 % | 4 %
    En tillgänglig verksamhet (C) | 15 % | 0 % | 0 % | 23 %
    Ett gott bemötande (D) | 0 % | 0 % | 0 % | 4 %
    Delaktighet, självbestämmande och integritet (E) | 0 % | 0 % | 0 % | 3 %
    En kunskapsbaserad verksamhet som hjälper (F) | 0 % | 0 % | 0 % | 1 %
    Personal med rätt kompetens (G) | 0 % | 0 % | 0 % | 4 %
    Effektiva och samordnade processer (H) | 0 % | 2 % | 0 % | 7 %
    Totalt | 100 % | 100 % | 100 % | 100 %
"""
BROMMA_10 = """
    Tabell 10. Antal inkomna klagomål 2020-2023
    Typ av klagomål | 2020 | 2021 | 2022 | 2023
    Tillgänglighet | 17 | 12 | 22 | 15
    Bemötande | 22 | 18 | 13 | 34
    Kompetens | 4 | 4 | 10 | 17
    Kontinuitet | 6 | 4 | 8 | 1
    Information | 13 | 17 | 14 | 15
    Handläggning | 12 | 19 | 10 | 23
    Insatsens innehåll | 57 | 2 | 35 | 16
    Annat | 9 | 12 | 16 | 17
    Totalt | 140 | 88 | 128 | 138
"""
BROMMA_11 = """
    Tabell 11. Antal inkomna positiva synpunkter
    Typ av synpunkt | 2020 | 2021 | 2022 | 2023
    Tillgänglighet | 15 | 17 | 29 | 25
    Bemötande | 40 | 27 | 30 | 22
    Kompetens | 29 | 14 | 16 | 15
    Kontinuitet | 8 | 1 | 2 | 3
    Information | 15 | 11 | 32 | 12
    Handläggning | 1 | 12 | 0 | 1
    Insatsens innehåll | 43 | 23 | 55 | 95
    Annat | 25 | 2 | 7 | 7
    Totalt | 176 | 107 | 171 | 180
"""

TABELLER = (
    Publicerad("bromma", "Tabell 2", TABELL, BROMMA_2),
    Publicerad("bromma", "Tabell 5", "samverkan", BROMMA_5),
    Publicerad("bromma", "Tabell 6", TABELL, BROMMA_6),
    Publicerad("bromma", "Tabell 7", TABELL, BROMMA_7),
    Publicerad("bromma", "Tabell 8", TABELL, BROMMA_8),
    Publicerad("bromma", "Tabell 9", TABELL, BROMMA_9),
    Publicerad("bromma", "Tabell 10", SYNPUNKT, BROMMA_10),
    Publicerad("bromma", "Tabell 11", SYNPUNKT, BROMMA_11),
)
