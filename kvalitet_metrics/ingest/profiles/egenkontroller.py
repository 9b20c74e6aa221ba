"""E7: controls of one's own per process, as the steering system lists them under each process's name."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kolumn, Lista
from kvalitet_metrics.model import OMRADEN

BEDOMNINGAR = {
    "godkänd": ("godkänt", "ok", "uppfylld", "uppfyllt", "utan anmärkning"),
    "ej godkänd": ("ej godkänt", "inte godkänd", "underkänd", "ej uppfylld", "ej uppfyllt"),
    "ej genomförd": (
        "ej genomfört",
        "inte genomförd",
        "ej utförd",
        "ej kunnat genomföras",
        "har ej kunnat genomföras",
        "har inte kunnat genomföras",
    ),
}
"""Not done is not the same as not approved."""

PLANERAD = "planerad"
"""A control that has its day in the plan, and no outcome yet."""

PROFIL = Lista(
    namn="Egenkontroller",
    kallsystem="ILS-webb, egenkontroll per delprocess, eller en egen lista",
    tabell="egenkontroll",
    per_blad=True,
    rubrik_over="delprocess",
    kolumner={
        "delprocess": Kolumn(("Delprocess", "Process", "Huvudprocess"), fyll_ned=True),
        "kategori": Kolumn(
            ("Egenkontroll", "Kontroll", "Kontrollmål", "Kontrollmoment"), krav=True, fylld=True
        ),
        "omrade_text": Etikett(("Kvalitetsområde", "Område A–H"), utdata=False),
        "planerad": Datum(("Planerad", "Planeras", "Planerat datum", "Ska göras senast")),
        "genomford": Datum(("Genomförd", "Genomförd datum", "Utförd"), utan=("ej genomförd", "nej")),
        "frekvens": Kolumn(("Frekvens", "Hur ofta", "Periodicitet")),
        "bedomd": Etikett(("Bedömning", "Resultat", "Utfall"), krav=True, varden=BEDOMNINGAR, utdata=False),
        "atgard_skriven": Kolumn(("Åtgärd", "Åtgärder", "Kommentar/Åtgärd"), utdata=False),
        **v.plats(),
        **v.period(),
    },
    berakna={
        **v.PERIOD,
        "omrade": v.omrade_sql("omrade_text"),
        "bedomning": f"""coalesce(bedomd, CASE WHEN planerad IS NOT NULL AND genomford IS NULL
                                               THEN '{PLANERAD}' END)""",
        "atgard": """CASE WHEN NOT regexp_full_match(lower(atgard_skriven), '[-–]|ingen åtgärd[.]?|inga åtgärder[.]?')
                          THEN atgard_skriven END""",
    },
    etiketter={
        "omrade": Etikett((), varden=dict.fromkeys(OMRADEN, ())),
        "bedomning": Etikett((), varden=BEDOMNINGAR | {PLANERAD: ()}),
    },
    nyckel=("avdelning", "enhet", "period_start", "period_end", "delprocess", "kategori"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("period"),),
    exempel="""
        Egenkontroll 2023                    |              |                   |               |
        1. Medarbetare känner till systemet  |              |                   |               |
        Egenkontroll                         | Bedömning    | Åtgärd            | Frekvens      | Planerad
        Kontroll av klagomål                 | Ej godkänd   | En gemensam rutin | 2 gånger/år   |
        Personalomsättning                   | Godkänd      | Ingen åtgärd      |               |
        1. Rådgivning, förebyggande          |              |                   |               |
        2. Aktualisera                       |              |                   |               |
        Egenkontroll                         | Bedömning    | Åtgärd            | Frekvens      | Planerad
        Kontroll av rutiner                  | Ej genomförd |                   |               | 2023-05-01
        Kontroll av journal                  |              |                   | varje månad   |
        Kontroll av loggar                   |              |                   |               | 2023-11-01
    """,
    vantat="""
        delprocess                          | kategori             | bedomning    | atgard            | frekvens    | period_start
        1. Medarbetare känner till systemet | Kontroll av klagomål | ej godkänd   | En gemensam rutin | 2 gånger/år | 2023-01-01
        1. Medarbetare känner till systemet | Personalomsättning   | godkänd      |                   |             | 2023-01-01
        2. Aktualisera                      | Kontroll av rutiner  | ej genomförd |                   |             | 2023-01-01
        2. Aktualisera                      | Kontroll av journal  |              |                   | varje månad | 2023-01-01
        2. Aktualisera                      | Kontroll av loggar   | planerad     |                   |             | 2023-01-01
    """,
)
