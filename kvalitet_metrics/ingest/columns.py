"""The kinds of column that an export may have: what is read, what is required, and what a fault says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from kvalitet_metrics.ingest import clean


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

    lases: ClassVar[bool] = True
    """False for a column whose cells are never looked at."""

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
class Talkolumn(Kolumn):
    """A cell that holds a number of some kind; marks such as - and .. are missing values, not faults."""

    sqltyp: ClassVar[str] = "DOUBLE"
    vantade: ClassVar[str] = "ett tal"
    tips: ClassVar[str] = clean.ETT_TAL

    def tomt_sql(self, t: str) -> str:
        return f"({clean.saknas(t)} IS NOT NULL)"


@dataclass(frozen=True)
class Heltal(Talkolumn):
    """A whole number."""

    sqltyp: ClassVar[str] = "BIGINT"
    vantade: ClassVar[str] = "ett heltal"

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.heltal(t)


@dataclass(frozen=True)
class Tal(Talkolumn):
    """A number with or without decimals."""

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.tal(t)


@dataclass(frozen=True)
class Andel(Talkolumn):
    """A share; a % sign in the cell or the heading says that it is in percent."""

    vantade: ClassVar[str] = "en andel med procenttecken"
    tips: ClassVar[str] = "Skriv till exempel 72,4 %."

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.andel(t, "%" in rubrik)


@dataclass(frozen=True)
class SagdAndel(Andel):
    """A share that the source states beside its counts: kept to be compared; what cannot be read is none."""

    @property
    def feltyp(self) -> bool:
        return False


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

    tips: ClassVar[str] = "Skriv ett av dem i källan, eller lämna cellen tom om uppgiften saknas."

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
    lases: ClassVar[bool] = False


@dataclass(frozen=True)
class Person(Kanslig):
    """A person's identity number where records of the same person must be told: saved as a keyed hash only.

    It says that two records are about the same person, and nothing about who. The number itself never
    leaves memory.
    """

    lases: ClassVar[bool] = True
