"""What others have published about municipalities, and which of our own measures resembles it.

Such values are no figures of the organisation and so no indicators of the catalogue. They are counted by
the same rules as its key figures, one source and one kind of owner at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kvalitet_metrics.indicators.definition import Matvarde
from kvalitet_metrics.indicators.definitions.nyckeltal_varde import INDIKATOR

KOLADA = "Kolada, Rådet för främjande av kommunala analyser (RKA), CC BY 4.0"
KALLOR = {
    "kolada": f"Uppgifter ur Kolada: källa {KOLADA}.",
    "jämförelse": (
        "Uppgifter ur en tabell per kommun: källa Öppna jämförelser, Socialstyrelsen; är tabellen sparad från"
        f" Kolada är källan {KOLADA}."
    ),
}
"""`kalla` of a record → how its publisher is to be named wherever its values are shown."""
VEMS = ("kommun", "riket")
"""Whose rows there are in such files, as in `jamforelse`; a county is a column beside a municipality."""
DELAR = ("kommun", "typ", "kon")
"""What tells one published value from another, besides its name."""


@dataclass(frozen=True)
class Lank:
    """A published figure beside one of ours.

    ord: words that all stand in its name. We go by them and not by ids: an id says nothing to a reader, and
    a wrong one would be believed. kolumn: which measure of our indicator is the nearest; vad: what it is.
    skillnad: how the definitions differ, in one sentence.
    """

    ord: tuple[str, ...]
    indikator: str
    inom: tuple[tuple[str, str], ...]
    kolumn: str
    vad: str
    skillnad: str

    def galler(self, namn: str) -> bool:
        """True where this is the figure of that name."""
        return all(o in namn.lower() for o in self.ord)


LANKAR = (
    Lank(
        ord=("utredningstid", "barn", "medelvärde"),
        indikator="utredningstid_dagar",
        inom=(("malgrupp", "barn"),),
        kolumn="medel",
        vad="medel",
        skillnad=(
            "Kommunens värde gäller hela kommunen och åldrarna som står i nyckeltalets namn, medan vårt"
            " gäller de barnutredningar som är inlästa, avslutades under året och ingår i urvalet."
        ),
    ),
    Lank(
        ord=("utredningstid", "vuxna", "medelvärde"),
        indikator="utredningstid_dagar",
        inom=(("malgrupp", "vuxna"),),
        kolumn="medel",
        vad="medel",
        skillnad=(
            "Kommunens värde gäller hela kommunen och den grupp av vuxna som står i nyckeltalets namn, medan"
            " vårt gäller alla vuxenutredningar som är inlästa, avslutades under året och ingår i urvalet."
        ),
    ),
)
"""The published figures that one of ours may stand beside: the only place where that is said."""


def lank(namn: str) -> Lank | None:
    """Our own measure that resembles a published figure, if one does."""
    return next((x for x in LANKAR if x.galler(namn)), None)


def publicerade() -> Iterator[tuple[str, str, Matvarde]]:
    """Source, whose values, and what gives them, for all that others publish about municipalities."""
    for kalla in KALLOR:
        for vem in VEMS:
            urval = f"r.kalla = '{kalla}' AND r.kommun IS NOT NULL"
            yield kalla, vem, replace(INDIKATOR, id=f"publicerat_{vem}", urval=urval, vems=vem)
