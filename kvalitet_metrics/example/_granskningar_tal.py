"""Bromma's reviews of cases in 2023: what was asked, of how many, and how many answers were what.

Published are the numbers of cases, and the answers of the questions that the report speaks of; the
other answers are ours, drawn so that they fit its words.
"""

from dataclasses import dataclass, field
from datetime import date

from kvalitet_metrics.example._org import (
    ARBETE_OCH_FORSORJNING,
    BARN_OCH_UNGA,
    PERSONLIGT_STOD,
    RESURSENHETEN,
)

Svar = dict[str, tuple[int, int]]
"""Question → how many of the cases have ja, and how many delvis; the others have nej."""


@dataclass(frozen=True)
class Arenden:
    """Some reviewed cases alike: how many, when, of whom, and what else the sheet says of them."""

    antal: int
    dag: date
    svar: Svar
    kon: str = ""
    varden: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Granskningsblad:
    """One sheet: the review's name, whose it is, its cases, and whether the cases are persons."""

    blad: str
    granskning: str
    arenden: tuple[Arenden, ...]
    enhet: str = ""
    prefix: str = "G"


JOURNAL = "Finns journalanteckningar?"
MALL = ("Är dokumentationen kortfattad?", "Är den tillräcklig?", "Är den nödvändig?", "Är den saklig?")
"""The avdelning's template for reviews of documentation."""


def _mall(antal: int, *ja: int) -> Svar:
    """Journals in all cases, and so many ja per question of the template; half of the others delvis."""
    return {JOURNAL: (antal, 0)} | {f: (n, (antal - n + 1) // 2) for f, n in zip(MALL, ja, strict=True)}


# A.1.1: 4 kvinnor och 3 män; 10 pojkar och 10 flickor. Journalanteckningar fanns i alla.
FORSORJNING = Granskningsblad(
    "Försörjning",
    "Social dokumentation",
    (
        Arenden(4, date(2023, 10, 12), _mall(4, 3, 2, 2, 4), "Kvinna"),
        Arenden(3, date(2023, 10, 12), _mall(3, 2, 2, 1, 3), "Man"),
    ),
    ARBETE_OCH_FORSORJNING,
    "E",
)
BARN = Granskningsblad(
    "Barn och unga",
    "Social dokumentation",
    (
        Arenden(10, date(2023, 11, 8), _mall(10, 7, 9, 8, 10), "Flicka"),
        Arenden(10, date(2023, 11, 8), _mall(10, 6, 9, 9, 9), "Pojke"),
    ),
    BARN_OCH_UNGA,
    "B",
)

# A.1.1, A.1.3 och E.1.2 görs vid samma tillfällen: arbetsmarknadscenter två gånger under våren, Långskeppet
# två och familjebehandlingen en gång. Hur många ärenden det var står inte, utom för boende- och stödinsatser.
ARBETSMARKNAD = {"Grupp": "Bromma arbetsmarknadscenter"}
BOENDESTOD = {"Grupp": "Bromma boende- och stödinsatser", "Insats": "Bromma boendestöd"}
TRANING = BOENDESTOD | {"Insats": "Bromma försöks- och träningslägenheter"}
LANGSKEPPET = {"Grupp": "Långskeppets socialpsykiatriska boende"}
FAMILJEBEHANDLING = {"Grupp": "Bromma förebyggande och behandling (familjebehandling)"}

REGELBUNDEN = "Förs dokumentationen regelbundet?"
MOTTAGET = "Är uppdraget mottaget i sociala system?"
KOPPLAD = "Finns en arbetsinstruktör eller arbetskonsulent kopplad till ärendet?"
DELAKTIG = "Har brukaren varit delaktig i genomförandeplanen?"
AKTUELL_BILD = "Ger dokumentationen en aktuell bild av den enskilde?"
MOT_MALEN = "Går det att utläsa hur man arbetar mot målen?"
UTAN_BRISTER = "Är dokumentationen fri från brister?"

RESURS = Granskningsblad(
    "Resursenheten",
    "Social dokumentation",
    (
        Arenden(
            9,
            date(2023, 3, 15),
            {REGELBUNDEN: (4, 3), MOTTAGET: (9, 0), KOPPLAD: (9, 0), DELAKTIG: (9, 0)},
            varden=ARBETSMARKNAD,
        ),
        Arenden(
            9,
            date(2023, 5, 24),
            {REGELBUNDEN: (5, 3), MOTTAGET: (9, 0), KOPPLAD: (9, 0), DELAKTIG: (9, 0)},
            varden=ARBETSMARKNAD,
        ),
        Arenden(
            10,
            date(2023, 9, 20),
            {AKTUELL_BILD: (8, 1), MOT_MALEN: (7, 2), UTAN_BRISTER: (9, 0), DELAKTIG: (8, 1)},
            varden=BOENDESTOD,
        ),
        Arenden(
            10,
            date(2023, 9, 20),
            {AKTUELL_BILD: (6, 2), MOT_MALEN: (7, 1), UTAN_BRISTER: (9, 0), DELAKTIG: (7, 2)},
            varden=TRANING,
        ),
        Arenden(6, date(2023, 4, 19), {REGELBUNDEN: (5, 1), MOTTAGET: (6, 0)}, varden=LANGSKEPPET),
        Arenden(6, date(2023, 10, 18), {REGELBUNDEN: (6, 0), MOTTAGET: (6, 0)}, varden=LANGSKEPPET),
        Arenden(14, date(2023, 6, 7), {REGELBUNDEN: (12, 1), MOTTAGET: (14, 0)}, varden=FAMILJEBEHANDLING),
    ),
    RESURSENHETEN,
    "R",
)

# A.1.2: per brukare och per verksamhet. Hur många brukare det är står inte där; en möjlig förklaring är
# de 51 på grupp- och servicebostäder i H.4.2. Alla har god man-beslut, två saknar genomförandeplan.
GOD_MAN = "Finns beslut om god man eller förvaltare tillgängligt?"
PLAN = "Är genomförandeplan upprättad?"
STODPERSON = "Finns utsedd stödperson?"
STALLFORETRADARE = "Finns ställföreträdande stödperson?"
ANTECKNINGAR = "Är eventuella arbetsanteckningar sammanfattade enligt rutin?"

NOVEMBER = date(2023, 11, 15)

BRUKARE = Granskningsblad(
    "Brukare LSS",
    "Dokumentation hos utförare, brukare",
    (
        Arenden(31, NOVEMBER, {GOD_MAN: (31, 0), PLAN: (30, 0)}, varden={"Insats": "Gruppbostad"}),
        Arenden(20, NOVEMBER, {GOD_MAN: (20, 0), PLAN: (19, 0)}, varden={"Insats": "Servicebostad"}),
    ),
    PERSONLIGT_STOD,
    "L",
)
VERKSAMHETER = Granskningsblad(
    "Verksamheter LSS",
    "Dokumentation hos utförare, verksamheter",
    (Arenden(6, NOVEMBER, {STODPERSON: (6, 0), STALLFORETRADARE: (5, 0), ANTECKNINGAR: (3, 3)}),),
    PERSONLIGT_STOD,
    "V",
)

# H.4.2: 6 av 20 på två servicebostäder, 12 av 31 på sex gruppbostäder. Hur de delar sig är vårt.
TILLSAMMANS = "Har insatsen följts upp tillsammans med beställaren?"


def _bostad(insats: str, nr: int, brukare: int, uppfoljda: int) -> Arenden:
    varden = {"Insats": insats, "Grupp": f"{insats} {nr}"}
    return Arenden(brukare, date(2023, 12, 6), {TILLSAMMANS: (uppfoljda, 0)}, varden=varden)


UPPFOLJNING = Granskningsblad(
    "Uppföljning",
    "Gemensam uppföljning",
    (
        _bostad("Servicebostad", 1, 11, 4),
        _bostad("Servicebostad", 2, 9, 2),
        _bostad("Gruppbostad", 1, 6, 3),
        _bostad("Gruppbostad", 2, 5, 1),
        _bostad("Gruppbostad", 3, 5, 2),
        _bostad("Gruppbostad", 4, 5, 2),
        _bostad("Gruppbostad", 5, 5, 3),
        _bostad("Gruppbostad", 6, 5, 1),
    ),
    PERSONLIGT_STOD,
    "U",
)

# E.4.2: fem ärenden i var och en av tre utredargrupper, 14 av 15 med barnsamtal och året före 10 av 15.
SAMTAL = "Har barnsamtal genomförts under utredningen?"


def _barnsamtal(ar: int, *ja: int) -> Granskningsblad:
    arenden = tuple(
        Arenden(5, date(ar, 12, 4), {SAMTAL: (n, 0)}, varden={"Grupp": f"Utredargrupp {nr}"})
        for nr, n in enumerate(ja, start=1)
    )
    return Granskningsblad(f"Barnsamtal {ar}", "Barnsamtal i utredningar", arenden, BARN_OCH_UNGA, f"S{ar}-")


BLAD = (
    FORSORJNING,
    BARN,
    RESURS,
    BRUKARE,
    VERKSAMHETER,
    UPPFOLJNING,
    _barnsamtal(2022, 3, 4, 3),
    _barnsamtal(2023, 5, 5, 4),
)
