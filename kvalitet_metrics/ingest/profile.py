"""The words that an export profile is written with.

A profile says what one kind of export looks like: which headings it has had over the years, what
stands under them, and which record table the rows belong to. It carries a drawn example and the
rows expected from it, which is both its test and its documentation. One file per export in
profiles/; the file is found by itself.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.columns import (
    Andel,
    Datum,
    Etikett,
    Heltal,
    JaNej,
    Kanslig,
    Kod,
    Kolumn,
    Nyckel,
    Period,
    Person,
    SagdAndel,
    Tal,
)

__all__ = [
    "Andel",
    "Datum",
    "Enkat",
    "Etikett",
    "ExportProfil",
    "Granskning",
    "Heltal",
    "JaNej",
    "Kanslig",
    "Kod",
    "Kolumn",
    "Korstabell",
    "Lista",
    "Mattabell",
    "Nyckel",
    "ORGANISATION",
    "Period",
    "Person",
    "Pivot",
    "Regel",
    "SagdAndel",
    "Tal",
]
"""All words that a profile is written with are found here."""

ORGANISATION = ("forvaltning", "avdelning", "enhet", "grupp")
"""Columns that may be given in the rows, above the heading («Enhet: …») or by the one who loads."""


@dataclass(frozen=True)
class Regel:
    """A condition between columns that no row may meet, with the fault it gives at `kolumn`."""

    villkor: str
    kolumn: str
    text: str
    tips: str = ""


@dataclass(frozen=True, kw_only=True)
class ExportProfil:
    """What every kind of export has in common. `id` is the file's name, given by the registry."""

    namn: str
    kallsystem: str
    tabell: str
    kolumner: Mapping[str, Kolumn]
    berakna: Mapping[str, str] = field(default_factory=dict)
    """Further output columns as SQL over the typed columns and what the file says above its heading:
    $titel and $rubriker (lower case), $blad, $fil, $enkat, $dag, $period_start, $period_end."""
    etiketter: Mapping[str, Etikett] = field(default_factory=dict)
    """Known values of computed columns, so that unknown ones reach the queue."""
    nyckel: tuple[str, ...]
    """The columns that together tell one record from another, in every export of it."""
    datum: tuple[str, str]
    """The columns with the first and last day that a record is about; often the same."""
    regler: tuple[Regel, ...] = ()
    exempel: str
    vantat: str
    exempel_namn: str = "exempel.xlsx"
    utom: tuple[str, ...] = ()
    """Headings that show that the file is some other export, however well the rest fits."""
    konstanter: Mapping[str, str] = field(default_factory=dict)
    """Values of columns that the file does not have, as they would have been written in it."""
    bladnamn: str = ""
    """A pattern with * that the sheet's name must fit, where any name will not do."""
    kartlagd: bool = False
    """True for a profile that an analyst has made from a file; it goes before those that are built in."""
    id: str = ""

    egna_totaler: ClassVar[bool] = False
    """True for a shape that compares the totals of its lists in a way of its own."""
    fasta: ClassVar[tuple[str, ...]] = ()
    """Output columns that the shape itself gives."""

    def sparas(self, namn: str) -> bool:
        """True where the column is saved in the clear, and not only used for others or for the key."""
        kolumn = self.kolumner.get(namn)
        return namn in {*self.berakna, *self.fasta, *ORGANISATION} or bool(kolumn and kolumn.utdata)

    def anvands(self, namn: str) -> bool:
        """True where anything that is saved depends on the column: a fault in it matters."""
        uttryck = (*self.berakna.values(), *(regel.villkor for regel in self.regler))
        return self.sparas(namn) or namn in self.nyckel or any(re.search(rf"\b{namn}\b", u) for u in uttryck)

    @cached_property
    def personer(self) -> list[str]:
        """The columns of which only a keyed hash is saved, under their own name."""
        return [namn for namn, k in self.kolumner.items() if isinstance(k, Person)]

    @cached_property
    def kravda(self) -> dict[str, Kolumn]:
        """The columns whose headings must be found."""
        return {namn: k for namn, k in self.kolumner.items() if k.krav}

    def rubriker(self, rader: Sequence[Sequence[str]], nr: int) -> list[str]:
        """The headings that row `nr` of the first rows of a sheet gives, one per column."""
        return list(rader[nr])

    def anpassad(self, rubriker: Sequence[str]) -> "ExportProfil":
        """The profile as it reads a sheet with these headings; the same for all but wide tables."""
        return self

    def total_sql(self, kolumner: Mapping[str, Kolumn]) -> str:
        """SQL for a row that holds totals, over its first cell `rader.forsta` and `rader."raw_<column>"`."""
        return clean.ar_totalrad("rader.forsta")


@dataclass(frozen=True, kw_only=True)
class Lista(ExportProfil):
    """One row per record.

    per_blad: every sheet that fits is read, not only the first. rubrik_over: the column whose value
    stands alone above each of several tables on the sheet.
    """

    per_blad: bool = False
    rubrik_over: str = ""
    en_rad_per_nummer: bool = False
    """True where a number is one record, so that rows which share it deserve a warning."""


@dataclass(frozen=True, kw_only=True)
class Granskning(Lista):
    """A list where every answer under a question is a record of its own, with fraga, svar and antal.

    fragor: a regular expression for the headings that are questions. Where `fraga` is a column of the
    file, the headings are the answers instead, and the cells count them.
    """

    fragor: str
    fasta: ClassVar[tuple[str, ...]] = ("fraga", "svar", "antal")

    @property
    def raknad(self) -> bool:
        """True where the cells are counts of answers."""
        return "fraga" in self.kolumner


@dataclass(frozen=True, kw_only=True)
class Pivot(ExportProfil):
    """A pivot table: one column of labels, one of counts; a label without a count is a group.

    Heading and label may repeat at page breaks. Each label is a record with `kategori` (the group, or
    the label where there are no groups), `underkategori` and `antal`. In `kolumner` the label column is
    called `etikett` and the count `antal`.
    """

    fasta: ClassVar[tuple[str, ...]] = ("kategori", "underkategori", "antal")


@dataclass(frozen=True, kw_only=True)
class Korstabell(ExportProfil):
    """Row labels × columns of values, one record per cell; several blocks may stand on one sheet.

    `vardekolumner` is a regular expression for the headings of value columns; `rubrikceller` are the
    headings of the label column, in `kolumner` under the name `etikett`.
    """

    vardekolumner: str
    kannetecken: str = ""
    """The same for headings of which one must be there, where not every value column will do."""
    titlar: str = ""
    """A regular expression for the titles of blocks, in lower case, where they can be known."""
    titel_i_rubrik: str = ""
    """The same for headings of the label column that say what their own block is about."""
    per_blad: bool = False
    reserv: int = 0
    """Where above 0, the profile is only tried on files that no other one knows; 1 before 2."""
    handlar_om: str = ""
    """A regular expression that title, labels, their heading or the sheet's name must hold, in lower case."""
    text_som_bortfall: bool = False
    """True where a text in a number's place is a missing value with a warning, and not a fault."""
    fasta: ClassVar[tuple[str, ...]] = ("saknas", "periodslag", "period_start", "period_end")


@dataclass(frozen=True, kw_only=True)
class Mattabell(Korstabell):
    """A table of reported values whose headings say whose value it is, when, of whom and in what unit.

    matenhet: the unit where neither cell nor heading says one; «procent» for percentages without a
    sign. streck: what a dash means. grupprader: a text alone in its row is a theme for those below.
    A column of the plain class Kolumn serves only to recognise the file; its values are read as others.
    """

    vardekolumner: str = ".+"
    matenhet: str = ""
    streck: str = "saknas"
    grupprader: bool = False
    fasta: ClassVar[tuple[str, ...]] = (
        *("saknas", "periodslag", "period_start", "period_end", "kon", "jamforelse", "matt", "matenhet"),
        *("namnare", "skrivet", "bedomning", "prioritering"),
    )


@dataclass(frozen=True, kw_only=True)
class Enkat(ExportProfil):
    """One row per respondent, two heading rows (question text above code), codes explained on a sheet."""

    kodblad: str
    fasta: ClassVar[tuple[str, ...]] = ("fraga", "frageid", "svar", "positivt")
