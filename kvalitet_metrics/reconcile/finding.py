"""What a check answers: findings, and how many checks were really made."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

KLASSER = {
    "E": "Räknefel i en tabell eller mening",
    "X": "Två ställen säger olika",
    "M": "Går inte att summera som det står",
    "P": "Orimligt eller ofullständigt",
}
"""Class of a finding → what it means. Within fynd all of them alarm; a declared M never becomes one."""

REGLER = {
    "R1": "Delarna ger summan",
    "R2": "Andelen ges av täljare och nämnare",
    "R3": "Andelen är möjlig med nämnaren",
    "R4": "Förändringen ges av de två värdena",
    "R5": "Samma tal i text och tabell",
    "R6": "Tabell mot tabell",
    "R7": "Det som inte ska summeras",
    "R8": "Dubbletter och speglade tal",
    "R9": "Perioden håller",
    "R10": "Riktningen är densamma",
    "R11": "Brott i serien",
    "R12": "Går att räkna ut fast det inte är skrivet",
    "R13": "Tomt, noll och streck",
    "R14": "Lagens följdfrågor",
    "R15": "Påståenden mot tal",
}
"""Rule → its question, as a heading."""

Tal = int | float | Fraction


@dataclass(frozen=True)
class Fynd:
    """One disagreement: what was published, what was computed, and what would make them agree.

    skillnad is publicerat − beraknat. plats names table, row and figure ids or file, sheet and cell.
    """

    regel: str
    klass: str
    plats: str
    publicerat: Tal | None
    beraknat: Tal | None
    text: str

    @property
    def skillnad(self) -> Tal | None:
        """Published minus computed, or None where one of them is not a number."""
        if self.publicerat is None or self.beraknat is None:
            return None
        return self.publicerat - self.beraknat

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it; numbers without needless decimals."""
        return asdict(self) | {
            "publicerat": plain(self.publicerat),
            "beraknat": plain(self.beraknat),
            "skillnad": plain(self.skillnad),
        }


def plain(x: Tal | None) -> int | float | None:
    """A number as JSON has it: an int where it is whole, else at most four decimals.

    >>> plain(Fraction(310, 43)), plain(2.0), plain(None)
    (7.2093, 2, None)
    """
    if x is None:
        return None
    return int(x) if x == int(x) else round(float(x), 4)


@dataclass
class Utfall:
    """What all rules have found so far. noteringar are worth knowing but do not alarm."""

    fynd: list[Fynd] = field(default_factory=list)
    noteringar: list[Fynd] = field(default_factory=list)
    per_regel: Counter[str] = field(default_factory=Counter)

    @property
    def kontroller(self) -> int:
        """Number of checks that were made."""
        return sum(self.per_regel.values())

    def kontroll(self, regel: str, fynd: Fynd | None = None) -> bool:
        """Count one check, with its finding where it did not hold. True where it held."""
        self.per_regel[regel] += 1
        if fynd is not None:
            self.fynd.append(fynd)
        return fynd is None

    def notera(self, notering: Fynd) -> None:
        """Keep something that does not alarm: a declared M, a likely copy, a jump in a series."""
        self.noteringar.append(notering)

    def to_dict(self) -> dict[str, Any]:
        """As the command line and the pages have it."""
        ordning = {regel: nr for nr, regel in enumerate(REGLER)}
        i_ordning = sorted(self.fynd, key=lambda f: ("EXMP".index(f.klass), ordning[f.regel]))
        return {
            "kontroller": self.kontroller,
            "fynd": [f.to_dict() for f in i_ordning],
            "noteringar": [n.to_dict() for n in sorted(self.noteringar, key=lambda n: ordning[n.regel])],
            "per_regel": {r: self.per_regel[r] for r in REGLER if self.per_regel[r]},
        }
