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

ORGANISATION = ("forvaltning", "avdelning", "enhet", "grupp")
"""Columns that may be given in the rows, above the heading («Enhet: …») or by the one who loads."""


@dataclass(frozen=True)
class Kolumn:
    """A column of the export: every heading it has had (newest first) and what is required of it.

    krav: the heading must exist, else the file is not this export. fylld: every row must have a
    value. utdata: False for a column that is only used by other expressions and never saved.
    fyll_ned: a blank cell means the value above it, as where a group is named on its first row only.
    """

    rubriker: tuple[str, ...]
    krav: bool = False
    fylld: bool = False
    utdata: bool = True
    fyll_ned: bool = False
    vantade: ClassVar[str] = "en text"
    """What was expected, in the words of a fault message."""
    tips: ClassVar[str] = ""
    sqltyp: ClassVar[str] = "VARCHAR"

    def sql(self, t: str, rubrik: str = "") -> str:
        """The typed value of the cleaned text `t`; NULL where it cannot be read."""
        return t

    def tomt_sql(self, t: str) -> str:
        """The SQL condition under which a filled cell says that there is no value."""
        return "FALSE"

    @property
    def feltyp(self) -> bool:
        """True where a filled cell may turn out not to be readable."""
        return type(self).sql is not Kolumn.sql

    @cached_property
    def lasningar(self) -> tuple[str, ...]:
        """The headings in the form in which they are compared, newest first."""
        return tuple(dict.fromkeys(clean.rubrik(r) for r in self.rubriker))

    @cached_property
    def hopskrivna(self) -> tuple[str, ...]:
        """The same without blanks and signs."""
        return tuple(dict.fromkeys(map(clean.hopskriven, self.lasningar)))

    @cached_property
    def former(self) -> frozenset[str]:
        """Every form in which the column's heading may be found."""
        return frozenset((*self.lasningar, *self.hopskrivna))


@dataclass(frozen=True)
class Datum(Kolumn):
    """A date; a dash or one of the words in `utan` is none, where the column need not be filled."""

    utan: tuple[str, ...] = ()
    sqltyp: ClassVar[str] = "DATE"
    vantade: ClassVar[str] = "ett datum"

    @property
    def tips(self) -> str:  # type: ignore[override]
        eller = "." if self.fylld else ", eller lämna cellen tom."
        return f"Skriv datum som ÅÅÅÅ-MM-DD, till exempel 2023-07-05{eller}"

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.datum(t)

    def tomt_sql(self, t: str) -> str:
        words = ", ".join(clean.literal(w) for w in ("-", "–", "—", *self.utan))
        return "FALSE" if self.fylld else f"lower({t}) IN ({words})"


@dataclass(frozen=True)
class Period(Kolumn):
    """A year, a part of one, a kvalitetsår or a day in a cell: its first and last day, `start` and `slut`."""

    utdata: bool = False
    sqltyp: ClassVar[str] = "STRUCT(start DATE, slut DATE)"
    vantade: ClassVar[str] = "en period"
    tips: ClassVar[str] = "Skriv till exempel 2023, T1 2023, kv 2 2023, mars 2023 eller 2022/2023."

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.period(t)


@dataclass(frozen=True)
class Heltal(Kolumn):
    """A whole number; marks such as - and .. are missing values, not faults."""

    sqltyp: ClassVar[str] = "BIGINT"
    vantade: ClassVar[str] = "ett heltal"
    tips: ClassVar[str] = clean.ETT_TAL

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.heltal(t)

    def tomt_sql(self, t: str) -> str:
        return f"({clean.saknas(t)} IS NOT NULL)"


@dataclass(frozen=True)
class Tal(Kolumn):
    """A number with or without decimals; marks such as - and .. are missing values, not faults."""

    sqltyp: ClassVar[str] = "DOUBLE"
    vantade: ClassVar[str] = "ett tal"
    tips: ClassVar[str] = clean.ETT_TAL

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.tal(t)

    def tomt_sql(self, t: str) -> str:
        return f"({clean.saknas(t)} IS NOT NULL)"


@dataclass(frozen=True)
class Andel(Kolumn):
    """A share; a % sign in the cell or the heading says that it is in percent."""

    sqltyp: ClassVar[str] = "DOUBLE"
    vantade: ClassVar[str] = "en andel med procenttecken"
    tips: ClassVar[str] = "Skriv till exempel 72,4 %."

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.andel(t, "%" in rubrik)

    def tomt_sql(self, t: str) -> str:
        return f"({clean.saknas(t)} IS NOT NULL)"


@dataclass(frozen=True)
class JaNej(Kolumn):
    """Yes or no; an empty cell is no."""

    sqltyp: ClassVar[str] = "BOOLEAN"
    vantade: ClassVar[str] = "ja, nej, x eller tomt"

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.ja_nej(t)


@dataclass(frozen=True)
class Etikett(Kolumn):
    """A label. Known labels and their other spellings stand in `varden`; a new one goes to the queue.

    `varden` maps each canonical label to its other spellings. Labels without such a list (enheter,
    grupper) are compared with those of earlier loads.
    """

    varden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def synonymer(self) -> dict[str, str]:
        """Lower-case spelling → canonical label."""
        return {s.lower(): k for k, andra in self.varden.items() for s in (k, *andra)}

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.etikett(t, self.synonymer)

    @property
    def feltyp(self) -> bool:
        return False


@dataclass(frozen=True)
class Kod(Etikett):
    """A label out of a closed list; any other is a fault."""

    @property
    def vantade(self) -> str:  # type: ignore[override]
        return "något av " + ", ".join(self.varden)

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.kod(t, self.synonymer)

    @property
    def feltyp(self) -> bool:
        return True


@dataclass(frozen=True)
class Nyckel(Kolumn):
    """Part of the case key. Only a keyed hash of it is saved, in the column `nyckel`."""

    utdata: bool = False
    vantade: ClassVar[str] = "ett nummer"


@dataclass(frozen=True)
class Kanslig(Kolumn):
    """A column that is known to hold identity numbers, names or free text about persons: never read."""

    utdata: bool = False


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
    $titel and $rubriker (lower case), $blad, $enkat, $dag, $period_start, $period_end."""
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
    titlar: str = ""
    """A regular expression for the titles of blocks, in lower case, where they can be known."""
    per_blad: bool = False
    reserv: int = 0
    """Where above 0, the profile is only tried on files that no other one knows; 1 before 2."""
    handlar_om: str = ""
    """A regular expression that title, heading of labels or sheet's name must hold, in lower case."""
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
