"""Code lists that several exports share: kön, lagrum, quality areas. One fact, one place."""

from kvalitet_metrics.ingest.profile import Etikett, Heltal, Kanslig, Kod, Kolumn, Period, Person, Regel
from kvalitet_metrics.ingest.when import ANGE_PERIODEN
from kvalitet_metrics.model import OMRADEN

FORVALTNING = ("Förvaltning", "Stadsdelsförvaltning", "Förvaltningens namn", "Nämnd", "Stadsdelsnämnd")
AVDELNING = ("Avdelning", "Avdelningens namn", "Område", "Verksamhetsområde", "Avdelning/Område")
ENHET = (
    "Enhet",
    "Enhetens namn",
    "Ansvarig enhet",
    "Enhetsnamn",
    "Arbetsplats",
    "Organisation",
    "Organisationsenhet",
    "Utförarenhet",
    "Enhet/Verksamhet",
)
GRUPP = ("Grupp", "Arbetsgrupp", "Team", "Utredargrupp", "Handläggargrupp", "Utredningsgrupp", "Arbetslag")
KON = ("Kön", "Klientens kön", "Juridiskt kön", "Könskod", "Kön/Genus")
ALDER = ("Ålder", "Ålder vid start", "Ålder (år)", "Ålder vid inledning")
MALGRUPP = ("Målgrupp", "Barn/Vuxen", "Barn/vuxna")
LAGRUM_RUBRIKER = ("Lagrum", "Lag", "Lagstiftning", "SoL/LSS")
ARENDE = (
    "Ärendenr",
    "Ärendenummer",
    "Ärende",
    "Ärende-ID",
    "Aktnr",
    "Aktnummer",
    "Akt",
    "Akt-ID",
    "Klientnr",
    "Klientnummer",
)
PERSONNUMMER = (
    "Personnr",
    "Personnummer",
    "Pnr",
    "Person-/samordningsnr",
    "Personid",
    "Personnummer/samordningsnummer",
    "Samordningsnummer",
)
HANDLAGGARE = (
    "Handläggare",
    "Ansvarig handläggare",
    "Socialsekreterare",
    "Ansvarig socialsekreterare",
    "Handläggarens namn",
    "Utredare",
)
NAMN_PA_PERSON = ("Förnamn", "Efternamn", "Klientens namn", "Barnets namn", "Brukarens namn", "Den enskilde")
NAMN = ("Namn", "Klient", "Brukare", *NAMN_PA_PERSON)
ANTECKNING = ("Kommentar", "Kommentarer", "Anteckning", "Anteckningar", "Notering", "Övrigt", "Fritext")


def plats() -> dict[str, Kolumn]:
    """The columns of the organisation, as every export may have them."""
    rubriker = {"forvaltning": FORVALTNING, "avdelning": AVDELNING, "enhet": ENHET, "grupp": GRUPP}
    return {namn: Etikett(r) for namn, r in rubriker.items()}


def person(kedja: bool = False) -> dict[str, Kolumn]:
    """What an export may say of a person: kön and age are used, name, number and notes are never read.

    kedja: a keyed hash of the number is saved, so that records of the same person can be told.
    """
    return {
        "kon_kod": kon_etikett(),
        "alder": Heltal(ALDER, utdata=False),
        "malgrupp_skriven": Etikett(MALGRUPP, utdata=False),
        **({"person": Person(PERSONNUMMER)} if kedja else {"personnr": Kanslig(PERSONNUMMER)}),
        "namn": Kanslig(NAMN),
        "handlaggare": Kanslig(HANDLAGGARE),
        "anteckning": Kanslig(ANTECKNING),
    }


MALGRUPP_SQL = """CASE WHEN regexp_matches(lower(malgrupp_skriven), '^(barn|ung)') THEN 'barn'
                       WHEN lower(malgrupp_skriven) LIKE 'vux%' THEN 'vuxna'
                       WHEN $titel LIKE '%vuxna%' AND $titel NOT LIKE '%barn%' THEN 'vuxna'
                       WHEN regexp_matches($titel, 'barn|unga') THEN 'barn'
                       WHEN alder < 18 THEN 'barn' WHEN alder >= 18 THEN 'vuxna'
                       WHEN regexp_matches(lower(coalesce(enhet, '')), 'barn|ungdom') THEN 'barn'
                       WHEN lower(enhet) LIKE '%vuxna%' THEN 'vuxna' END"""
"""SQL for malgrupp (barn, vuxna) from its own column, the title, the age or the unit; else NULL."""

UTTAGEN = "coalesce(CAST($uttag AS DATE), CAST($period_end AS DATE))"
"""Computed column for the day that an export knows about: when it was taken out, else its last day."""

KON_KODER = {
    "kvinnlig": ("kvinna", "kvinnor", "k", "f", "flicka", "flickor", "fl", "tjej", "2"),
    "manlig": ("man", "män", "m", "pojke", "pojkar", "p", "po", "kille", "1"),
    "okänt": ("okänt", "okänd", "uppgift saknas", "o", "x", "-", "0", "9"),
}
"""Codes as they are written. 1 and 2 follow ISO/IEC 5218 (1 male, 2 female)."""

KON_VARDEN = Etikett((), varden=dict.fromkeys(("kvinnor", "män", "flickor", "pojkar", "okänt"), ()))

PERIOD = {
    "period_start": "coalesce(period.start, CAST($period_start AS DATE))",
    "period_end": "coalesce(period.slut, CAST($period_end AS DATE))",
}
"""Computed columns for exports with a period per row, or else one period for the whole table."""


def period() -> dict[str, Kolumn]:
    """The column with a row's period, where there is one."""
    return {"period": Period(("Period", "Avser period", "År", "Tertial", "Mätperiod"))}


def period_regel(kolumn: str) -> Regel:
    """The fault for rows whose period is said neither in the row nor above the table."""
    return Regel(
        "period_start IS NULL",
        kolumn,
        "Det framgår inte vilken period tabellen avser.",
        ANGE_PERIODEN,
    )


def dag_regel(kolumn: str) -> Regel:
    """The fault for a snapshot that does not say its day."""
    return Regel(
        "datum IS NULL",
        kolumn,
        "Det framgår inte vilken dag listan är tagen ut.",
        "Skriv till exempel «Uttagsdatum: 2023-07-05» i en cell ovanför tabellen.",
    )


def ja_eller_nej(rubriker: tuple[str, ...], krav: bool = False) -> Kod:
    """A column that says ja or nej; blank is neither. Use `sant` for the BOOLEAN."""
    return Kod(rubriker, krav=krav, utdata=False, varden={"ja": ("j", "x", "1"), "nej": ("n", "0")})


def sant(kolumn: str) -> str:
    """SQL for TRUE, FALSE or NULL from a column that is `ja_eller_nej`."""
    return f"CASE {kolumn} WHEN 'ja' THEN TRUE WHEN 'nej' THEN FALSE END"


SVAR = {
    "ja": ("j", "ja, helt"),
    "nej": ("n",),
    "delvis": ("till viss del", "ja, delvis", "d"),
    "ej tillämpligt": (
        "ej tillämplig",
        "ej aktuellt",
        "ej aktuell",
        "ej relevant",
        "inte aktuellt",
        "e/t",
        "–",
        "-",
    ),
    "vet ej": ("vet inte", "framgår inte", "framgår ej", "går ej att bedöma"),
}
"""Answers of a review of cases, with how reviewers write them."""

LAGRUM = {
    "SoL": ("socialtjänstlagen", "sol 2001:453", "sol (2025:400)"),
    "LSS": (),
    "LVU": (),
    "LVU 2 §": ("2 § lvu", "lvu 2§", "2§ lvu", "lvu § 2"),
    "LVU 3 §": ("3 § lvu", "lvu 3§", "3§ lvu", "lvu § 3"),
    "LVU 26 §": ("26 § lvu", "lvu 26§", "26§ lvu", "flyttningsförbud"),
    "LVM": (),
    "SoL 11:1": ("11 kap. 1 § sol", "11 kap 1 § sol", "11:1 sol", "sol 11 kap. 1 §", "sol 11 kap 1 §"),
    "SoL 14:2 (2025:400)": ("14 kap. 2 § sol (2025:400)", "14 kap 2 § sol (2025:400)", "sol 14:2"),
}
"""Paragraphs in the spellings that exports use; the new Socialtjänstlag applies from 2025-07-01."""


def kon_etikett() -> Etikett:
    """The column kön: codes become kvinnlig, manlig, okänt; `kon_sql` then says flickor or kvinnor."""
    return Etikett(KON, varden=KON_KODER, utdata=False)


def kon_sql(ar_barn: str) -> str:
    """SQL for kon (kvinnor, män, flickor, pojkar, okänt) from kon_kod and a condition for children.

    An unknown code stays as written, so that it reaches the queue instead of a guess.
    """
    return f"""CASE kon_kod WHEN 'kvinnlig' THEN CASE WHEN {ar_barn} THEN 'flickor' ELSE 'kvinnor' END
                            WHEN 'manlig' THEN CASE WHEN {ar_barn} THEN 'pojkar' ELSE 'män' END
                            ELSE coalesce(kon_kod, 'okänt') END"""


def omrade_sql(text: str) -> str:
    """SQL for the letter A–H of a quality area from it, «C – …», «… (C)» or the name; else as written."""
    names = " ".join(f"WHEN '{name.lower()}' THEN '{letter}'" for letter, name in OMRADEN.items())
    return f"""CASE WHEN regexp_full_match({text}, '[A-Ha-h]') THEN upper({text})
                    WHEN regexp_matches({text}, '^[A-H]([.:]| ?[-–]) ?[A-Za-zÅÄÖåäö]{{3}}')
                    THEN left({text}, 1)
                    WHEN regexp_matches({text}, '\\([A-H]\\)$')
                    THEN regexp_extract({text}, '\\(([A-H])\\)$', 1)
                    ELSE CASE lower({text}) {names} ELSE {text} END END"""
