"""Järva 2023: who complained about what, per department, and lex Sarah. Risks and controls are records of their own."""
# ruff: noqa: E501

from tests.ingest.publicerad import Publicerad

AFS = "Äldre, funktionsnedsättning och socialpsykiatri"
SMF = "Stadsutveckling, medborgarservice och fritid"
FRAN, KATEGORI = "Från vem har klagomålet/synpunkter inkommit", "Kategorisering"
TABELL, SYNPUNKT = "publicerad_tabell", "synpunkter_tabell"

JARVA_IOF_FRAN = """
    Individ och familj
    Period: 2023
    Från vem har klagomålet/synpunkter inkommit: | Antal
    Brukare eller vårdnadshavare | 37
    Närstående (anhörig, god man etc.) | 2
    Invånare | 0
    Advokatbyrå | 1
    Familjehem | 1
    Inkommit via IVO | 0
    Medarbetare | 0
    Tjänsteperson/annan myndighet | 1
    Totalt | 42
"""
JARVA_IOF_KATEGORI = """
    Individ och familj
    Period: 2023
    Kategorisering:
    Kategori | Antal
    Bemötande | 22
    Handläggning | 24
    Utförande | 6
    Tillgänglighet | 2
    Fysisk miljö | 1
    Utrustning | 0
    Information | 9
    Samverkan | 1
    Annat: Ekonomi | 3
    Totalt | 68
"""
JARVA_SMF_FRAN = """
    Avdelning stadsutveckling, medborgarservice och fritid
    Period: 2023
    Från vem har klagomålet/synpunkter inkommit:
    Kategori | Antal
    Brukare eller vårdnadshavare | Tre synpunkter av typen beröm har inkommit
    Närstående (anhörig, god man etc.) | Inga
    Invånare | Inga
    Annan (t.ex. okänd) | Inga
    Inkommit via IVO | Inga
    Medarbetare | Inga
    Tjänsteperson/annan myndighet | Inga
    Totalt | 3
"""
JARVA_SMF_KATEGORI = """
    Avdelning stadsutveckling, medborgarservice och fritid
    Period: 2023
    Kategorisering:
    Kategori | Antal
    Bemötande | 0
    Handläggning | 0
    Utförande | 3
    Tillgänglighet | 0
    Fysisk miljö | 0
    Utrustning | 0
    Information | 0
    Samverkan | 0
    Annat: | 0
    Totalt | 3
"""
JARVA_AFS_FRAN = """
    Avdelning äldre, funktionsnedsättning och socialpsykiatri
    Period: 2023
    Från vem har klagomålet/synpunkter inkommit:
    Från vem har klagomålet/synpunkter inkommit: | Antal
    Brukare eller vårdnadshavare | 64
    Närstående (anhörig, god man etc.) | 73
    Invånare |
    Annan (t.ex. okänd) |
    Inkommit via IVO |
    Medarbetare | 60
    Tjänsteperson/annan myndighet | 2
    Totalt | 199
"""
JARVA_AFS_KATEGORI = """
    Avdelning äldre, funktionsnedsättning och socialpsykiatri
    Period: 2023
    Kategorisering:
    Kategori | Antal
    Bemötande | 23
    Handläggning | 1
    Utförande | 105
    Tillgänglighet | 60
    Fysisk miljö | 2
    Utrustning |
    Information | 1
    Samverkan |
    Annat: | 7
    Totalt | 199
"""
JARVA_LEX_SARAH = """
    Period: 2023
    Lex Sarah
    Kategori | Antal
    Psykiska övergrepp |
    Fysiska övergrepp |
    Brister i bemötande |
    Brister i rättssäkerhet vid handläggning och |
    genomförande | 8
    Brister i utförande av insats | 3
    Sexuella övergrepp |
    Ekonomiska övergrepp |
    Brister i fysisk miljö, utrustning eller teknik |
    Annat, ange vad: Fördröjd remiss angående ställa i kö |
    för insats. | 1
    Totalt | 12
"""

TABELLER = (
    Publicerad("jarva", f"{FRAN} – Individ och familj", SYNPUNKT, JARVA_IOF_FRAN),
    Publicerad("jarva", f"{KATEGORI} – Individ och familj", SYNPUNKT, JARVA_IOF_KATEGORI),
    Publicerad("jarva", f"{FRAN} – {SMF}", SYNPUNKT, JARVA_SMF_FRAN),
    Publicerad("jarva", f"{KATEGORI} – {SMF}", SYNPUNKT, JARVA_SMF_KATEGORI),
    Publicerad("jarva", f"{FRAN} – {AFS}", SYNPUNKT, JARVA_AFS_FRAN),
    Publicerad("jarva", f"{KATEGORI} – {AFS}", SYNPUNKT, JARVA_AFS_KATEGORI),
    Publicerad("jarva", f"Lex Sarah – tabell ({AFS})", TABELL, JARVA_LEX_SARAH),
)
