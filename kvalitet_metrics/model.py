"""Concepts that several layers speak of. Bottom layer: imports nothing from the package."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

OMRADEN = {
    "A": "Rättssäker och säker verksamhet",
    "B": "Individanpassad verksamhet",
    "C": "Tillgänglig verksamhet",
    "D": "Gott bemötande",
    "E": "Delaktighet, självbestämmande och integritet",
    "F": "Kunskapsbaserad verksamhet som hjälper",
    "G": "Personal med rätt kompetens",
    "H": "Effektiva och samordnade processer",
}
"""The eight quality areas, letter to name."""

NEDBRYTNINGAR = {
    "forvaltning": "Förvaltning",
    "avdelning": "Avdelning",
    "enhet": "Enhet",
    "grupp": "Grupp",
    "kon": "Kön",
    "lagrum": "Lagrum",
    "kategori": "Kategori",
    "underkategori": "Underkategori",
    "orsak": "Orsak",
    "omrade": "Kvalitetsområde",
    "regi": "Regi",
    "bedomning": "Bedömning",
    "avsandare": "Avsändare",
    "typ": "Typ",
    "fraga": "Fråga",
    "svar": "Svar",
    "delprocess": "Delprocess",
    "risk": "Risk",
    "frekvens": "Frekvens",
    "insats": "Insats",
    "malgrupp": "Målgrupp",
    "index": "Index",
    "kommun": "Kommun",
}
"""Every column that a figure may be broken down by, with the word that a reader sees."""


EGEN_TABELL = "egen tabell"
"""Where measured values of a table that an analyst has mapped come from, as the records say it."""
HELHET = "Totalt"
"""The underkategori of a measured value that is about all of them together."""
JAMFORELSER = {
    "staden": "staden",
    "riket": "riket",
    "lan": "länet",
    "keks_snitt": "KEKS-snittet",
    "mal": "målet",
    "good_enough_mal": "«good enough»-målet",
}
"""Whom a figure is compared with, each by the name that a reader sees."""


DIAGRAM = ("Utveckling", "Styrdiagram", "Tratt")
"""The ways to draw an indicator, the usual one first: over time or group by group, against what is usual,
and units by how many cases they have."""


class Riktning(StrEnum):
    """What is better. Words and colours follow from it; volumes of events are neutral."""

    HOGRE = "hogre"
    LAGRE = "lagre"
    NEUTRAL = "neutral"


class Periodslag(StrEnum):
    """The kinds of period. Two kinds are never compared without saying so."""

    KALENDERAR = "kalenderar"
    KVALITETSAR = "kvalitetsar"
    LASAR = "lasar"
    TERTIAL = "tertial"
    KVARTAL = "kvartal"
    MANAD = "manad"
    MATTILLFALLE = "mattillfalle"
    TOTAL = "total"


class Viewer(StrEnum):
    """Who looks: the public, the organisation, or the analyst who has the case files anyway."""

    PUBLIK = "publik"
    INTERN = "intern"
    ANALYTIKER = "analytiker"


class Brottslag(StrEnum):
    """Why a series breaks: its definition, the source's way of counting or the organisation changed.

    An action breaks it only where somebody asks whether it helped.
    """

    DEFINITION = "definition"
    RAKNESATT = "raknesatt"
    ORGANISATION = "organisation"
    ATGARD = "atgard"

    @property
    def kort(self) -> str:
        """In two words, for a label."""
        return BROTT_I_ORD[self][0]

    @property
    def sker(self) -> str:
        """As a verb, for a sentence."""
        return BROTT_I_ORD[self][1]


BROTT_I_ORD = {
    Brottslag.DEFINITION: ("ny definition", "räknas på ett nytt sätt"),
    Brottslag.RAKNESATT: ("nytt räknesätt", "räknas på ett nytt sätt"),
    Brottslag.ORGANISATION: ("ändrad organisation", "har en annan organisation"),
    Brottslag.ATGARD: ("åtgärd", "har en ny åtgärd"),
}


@dataclass(frozen=True)
class Brott:
    """A break in a series: figures before `datum` and from it on are not compared.

    galler: the unit or other part of the figure that it is about; empty where it is all of it.
    """

    datum: date
    slag: Brottslag
    text: str
    galler: str = ""


@dataclass(frozen=True)
class Fault:
    """One fault in a file: where it is, what is wrong, and what to do about it.

    `cell` is an A1 address or None when the whole sheet or file is meant. The message never
    repeats a value that could be an identity number or stand in a sensitive column.
    """

    message: str
    hint: str = ""
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None

    def __str__(self) -> str:
        plats = ", ".join(x for x in (self.sheet and f"bladet «{self.sheet}»", self.cell) if x)
        kolumn = f" ({self.column})" if self.column else ""
        return f"{plats + kolumn + ': ' if plats else ''}{self.message} {self.hint}".strip()


@dataclass(frozen=True)
class Urval:
    """Which records a question is about: equality per breakdown column, and a span of dates."""

    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fran: date | None = None
    till: date | None = None

    @classmethod
    def of(
        cls,
        where: Mapping[str, str | Iterable[str]] | None = None,
        fran: date | None = None,
        till: date | None = None,
    ) -> "Urval":
        """From a dict of column to one value or several, as notebooks and the command line write it."""
        par = [
            (kolumn, (varde,) if isinstance(varde, str) else tuple(varde))
            for kolumn, varde in sorted((where or {}).items())
        ]
        return cls(tuple(par), fran, till)


@dataclass(frozen=True)
class FileContext:
    """What the one who loads says about a file, where the file itself is silent."""

    forvaltning: str | None = None
    avdelning: str | None = None
    period: str | None = None


@dataclass(frozen=True)
class Kontrollsumma:
    """A totals row of the source, kept beside the rows that it should be the sum of.

    utan: how many of those rows have no value.
    """

    blad: str
    cell: str
    kolumn: str
    publicerat: float
    beraknat: float | None = None
    utan: int = 0

    @property
    def stammer(self) -> bool:
        """True where the rows add up to the published total."""
        return self.beraknat is not None and abs(self.publicerat - self.beraknat) < 0.5


@dataclass(frozen=True)
class OkandEtikett:
    """A label nobody has seen before, with the nearest known one as a proposal."""

    kolumn: str
    etikett: str
    forslag: str | None
    antal: int
    plats: str = field(default="", compare=False)
