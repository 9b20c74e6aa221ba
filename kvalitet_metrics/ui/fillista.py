"""Several files at once: one line for each with its state, and a sentence that counts them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kvalitet_metrics import text


@dataclass(frozen=True)
class Lage:
    """A state that a file can be in: its mark, the class of its colour, and how many files in it are told."""

    tecken: str
    klass: str
    en: str
    flera: str


VANTAR = Lage("·", "", "väntar", "väntar")
PAGAR = Lage("…", "km-pagar", "läses", "läses")
KAN = Lage("✓", "km-ja", "kan läsas in", "kan läsas in")
DELVIS = Lage("!", "km-obs", "läses in utan sina rader med fel", "läses in utan sina rader med fel")
FEL = Lage("✕", "km-nej", "har fel", "har fel")
REDAN = Lage("=", "", "är redan inläst", "är redan inlästa")
LIKA = Lage("=", "", "är samma som en annan", "är samma som andra")
INLAST = Lage("✓", "km-ja", "är inläst", "är inlästa")


@dataclass(frozen=True)
class Filrad:
    """One file in the list. vad: what is known of it now; ankare: where on the page more is said."""

    namn: str
    lage: Lage
    vad: str = ""
    ankare: str = ""


def lista(rader: Sequence[Filrad], mening: str = "") -> str:
    """The sentence and the list. mening: instead of the count, while the files are on their way."""
    punkter = "".join(map(_punkt, rader))
    sagt = mening or sammanfatta(rader)
    return (
        f'<div class="km-filer"><p role="status">{escape(sagt)}</p>'
        f'<ul aria-label="Filerna">{punkter}</ul></div>'
    )


def sammanfatta(rader: Sequence[Filrad]) -> str:
    r"""How many files are in each state.

    >>> sammanfatta([Filrad("a", KAN), Filrad("b", FEL), Filrad("c", KAN)])
    '3\xa0filer: 2 kan läsas in, 1 har fel.'
    >>> sammanfatta([Filrad("a", REDAN)])
    '1\xa0fil: är redan inläst.'
    """
    antal: dict[Lage, int] = {}
    for rad in rader:
        antal[rad.lage] = antal.get(rad.lage, 0) + 1
    filer = text.antal(len(rader), "fil", "filer")
    if len(rader) == 1:
        return f"{filer}: {rader[0].lage.en}."
    return f"{filer}: {', '.join(f'{n} {lage.en if n == 1 else lage.flera}' for lage, n in antal.items())}."


def _punkt(rad: Filrad) -> str:
    """One file in the list."""
    namn = escape(rad.namn)
    lank = f'<a href="#{rad.ankare}">{namn}</a>' if rad.ankare else namn
    lage = escape(text.stor_bokstav(rad.lage.en))
    return (
        f'<li><b>{lank}</b><span class="{rad.lage.klass}"><span aria-hidden="true">{rad.lage.tecken}</span>'
        f" {lage}</span><span>{escape(rad.vad)}</span></li>"
    )
