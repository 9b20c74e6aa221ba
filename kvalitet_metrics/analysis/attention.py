"""What needs attention first: things of different kinds in one order, so that a page can begin with three."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Slag(IntEnum):
    """Kinds of things to see to, the most urgent first."""

    FRIST = 1
    FORSAMRING = 2
    MAL = 3
    ATGARD = 4
    TYST = 5
    KALLA = 6
    OBEDOMT = 7


ORD = {
    Slag.FRIST: "Frist",
    Slag.FORSAMRING: "Försämring",
    Slag.MAL: "Mål nås inte",
    Slag.ATGARD: "Försenad åtgärd",
    Slag.TYST: "Rapporterar lite",
    Slag.KALLA: "Gammal källa",
    Slag.OBEDOMT: "Utan analys",
}


@dataclass(frozen=True)
class Sak:
    """One thing to see to: how far off it is (`tyngd`, comparable within its kind only), and the way there.

    sida: the page's file name without ending; fraga: what its address says after the question mark;
    avsnitt: the section of the page, by its anchor.
    """

    slag: Slag
    tyngd: float
    rubrik: str
    mening: str
    sida: str
    fraga: tuple[tuple[str, str], ...] = ()
    avsnitt: str = ""


def ordna(saker: Iterable[Sak]) -> list[Sak]:
    """The heaviest of every kind first, by how urgent the kind is; then the others in the same order.

    So three missed targets never crowd out the deadline and the unit that has gone silent.
    """
    efter_tyngd = sorted(saker, key=lambda s: (s.slag, -s.tyngd, s.rubrik))
    forsta = {s.slag: s for s in reversed(efter_tyngd)}
    return [
        *sorted(forsta.values(), key=lambda s: s.slag),
        *(s for s in efter_tyngd if s is not forsta[s.slag]),
    ]
