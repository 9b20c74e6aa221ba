"""One published figure, and the keys by which figures belong together.

A whole is written in three ways: `Totalt` in a column, an empty column, or a division's own name («från
vem») in a column where its rows have the parts. All three are the same cell here, so that a total in the
running text meets the total of its table.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from kvalitet_metrics.text import tal

DIMENSIONER = ("avdelning", "enhet", "grupp", "kon", "kategori", "underkategori")
SAGER_VAD = ("kategori", "underkategori")
TOTALORD = {"totalt", "total", "totalsumma", "summa", "samtliga", "alla", "sammanlagt"}
EGEN = {"", "foregaende", "egen"}
"""Comparators under which a value is our own, at its own period."""
SUMMERBARA = {"antal", "taljare", "namnare"}
ANDRING = re.compile(r"^(förändring|ökning|minskning|skillnad|differens)\b", re.IGNORECASE)
UPPREPNING = re.compile(r"\s*\((upprepning|upprepas|repetition)\)\s*$", re.IGNORECASE)
INTE_DEL = re.compile(r"(per|varav|därav|delsumma|summa|totalt)\b", re.IGNORECASE)
"""How a row begins that lies inside its siblings, or is their sum: it is never added to them."""
NEKAD = re.compile(r"\b(ej|ingen|inget|inga|inte|utan|saknas|saknar)\b", re.IGNORECASE)
"""Words that turn a category into its opposite."""
HELHET = ""


@dataclass(frozen=True)
class Rad:
    """One published figure. delar: dimension → label as written; value None where the cell is no number.

    skrivet is the cell as written, so that «72,4» has one decimal. plats is what a reader finds it by.
    ungefar: the source says about («drygt hälften»). ingar: it lies inside another row, or outside the total.
    """

    plats: str
    tabell: str
    indikator: str
    namn: str
    posttyp: str
    org: str
    delar: Mapping[str, str] = field(hash=False)
    period_typ: str
    period: tuple[str, str]
    matt: str
    varde: Fraction | None
    skrivet: str = ""
    enhet: str = ""
    jamforelse: str = ""
    additivitet: str = ""
    ungefar: bool = False
    ingar: bool = False

    @cached_property
    def totalt_i(self) -> frozenset[str]:
        """The dimensions where the row says that it is the total."""
        return frozenset(d for d in DIMENSIONER if _bar(self.delar.get(d, "")).casefold() in TOTALORD)

    @cached_property
    def indelning(self) -> str:
        """The division's own name where the figure's name ends with it: «…, från vem»."""
        kategori = self.delar.get("kategori", "").strip()
        return kategori if kategori and self.namn.casefold().endswith(f", {kategori.casefold()}") else ""

    @cached_property
    def storhet(self) -> str:
        """What is counted: the name without its division, in lower case."""
        namn = self.namn[: -len(self.indelning) - 2] if self.indelning else self.namn
        return " ".join(namn.casefold().split())

    @cached_property
    def cell(self) -> tuple[str, ...]:
        """The row's label in each dimension, HELHET for a whole."""
        return tuple(self.etikett(d) for d in DIMENSIONER)

    def etikett(self, dimension: str) -> str:
        """The label in one dimension as it is compared."""
        if dimension in self.totalt_i or (dimension == "kategori" and self.indelning):
            return HELHET
        bar = _bar(self.delar.get(dimension, ""))
        return HELHET if dimension in SAGER_VAD and ANDRING.match(bar) else bar.casefold()

    @cached_property
    def bas(self) -> tuple[Any, ...]:
        """What must be equal for two figures to be about the same thing, dimensions apart."""
        egen = self.jamforelse in EGEN
        return (self.org, self.posttyp, self.period, self.matt, "" if egen else self.jamforelse)

    @property
    def egen(self) -> bool:
        """True for our own outcome, of this period or an earlier one."""
        return self.jamforelse in EGEN

    @cached_property
    def ar_andring(self) -> bool:
        """True for a row that says how much something has changed."""
        if self.matt == "procentenheter":
            return True
        return any(ANDRING.match(ord_) for ord_ in (self.namn, *(self.delar.get(d, "") for d in SAGER_VAD)))

    @cached_property
    def decimaler(self) -> int:
        """Number of decimals that were written."""
        traff = re.search(r"\d[.,](\d+)", self.skrivet)
        return len(traff[1]) if traff else 0

    @property
    def tal(self) -> Fraction:
        """The value of a row that is known to have one."""
        if self.varde is None:
            raise ValueError(f"{self.plats} has no number")
        return self.varde

    @property
    def som_skrivet(self) -> str:
        """The value as a reader sees it, with percent sign where it has one."""
        suffix = {"%": " %", "procentenheter": " procentenheter"}.get(self.enhet, "")
        return f"{tal(self.tal, self.decimaler)}{suffix}"

    @cached_property
    def beskrivning(self) -> str:
        """Table, what the row is about and its period, in words."""
        delar = [self.delar[d] for d in DIMENSIONER if self.delar.get(d) and d != "avdelning"]
        return ", ".join(filter(None, [self.tabell, *(delar or [self.namn]), periodord(self)]))

    def utan(self, dimension: str) -> tuple[str, ...]:
        """The cell without one dimension."""
        return tuple(e for d, e in zip(DIMENSIONER, self.cell, strict=True) if d != dimension)

    def med(self, **andrat: Any) -> "Rad":
        """The row with something else in it."""
        return replace(self, **andrat)


def _bar(etikett: str) -> str:
    return UPPREPNING.sub("", " ".join(etikett.split()))


def periodord(rad: Rad) -> str:
    """The period in words short enough for a list: «2023», «2022-09-01–2023-08-31»."""
    start, slut = rad.period
    if not start:
        return ""
    helt_ar = start[5:] == "01-01" and slut[5:] == "12-31" and start[:4] == slut[:4]
    return start[:4] if helt_ar else f"{start}–{slut}"


def plats(*rader: Rad) -> str:
    """Where to look: the first row in words, and the ids of all of them; of one file only the cells."""
    ids = list(dict.fromkeys(r.plats for r in rader if r.plats))
    visade = ids if len(ids) <= MANGA else [*ids[:MANGA], f"och {len(ids) - MANGA} till"]
    blad = f"{rader[0].tabell}, "
    kort = [i.removeprefix(blad) for i in visade]
    return f"{rader[0].beskrivning} ({', '.join(kort)})" if kort else rader[0].beskrivning


MANGA = 12


def ordmangd(namn: str) -> set[str]:
    """The words of a name, in lower case: «Inkomna lex Sarah-rapporter» → inkomna, lex, sarah, rapporter."""
    return set(re.findall(r"[^\W\d_]+", namn.casefold()))


def samma_storhet(a: Rad, b: Rad) -> bool:
    """True where two rows are of one indicator, or of one kind of record and one name."""
    return a.indikator == b.indikator or (a.posttyp == b.posttyp and a.storhet == b.storhet)


def unika(rader: Iterable[Rad]) -> list[Rad]:
    """The rows without those that say the same value of the same cell of the same table again."""
    return list({(r.tabell, r.indikator, r.storhet, r.bas, r.cell, r.varde): r for r in rader}.values())
