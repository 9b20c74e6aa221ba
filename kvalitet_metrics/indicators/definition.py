"""The words that an indicator is written with. One file per indicator in definitions/.

A definition says what is counted as SQL conditions over one record table, and why, from what source,
in which direction and with what limitations. It carries its worked example, which is its test and
what the method page shows. A field must be filled with something true, or it does not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators.frister import Frist
from kvalitet_metrics.indicators.versions import Version, wrong_versions
from kvalitet_metrics.model import EGEN_TABELL, HELHET, NEDBRYTNINGAR, OMRADEN, Riktning
from kvalitet_metrics.text import PER


class DefinitionError(KvalitetError):
    """A definition is incomplete; the message says which field is missing."""


@dataclass(frozen=True)
class Exempel:
    """A drawn table of records, and the answer expected from it (kalenderår unless `period` says else).

    namnare: the records of the other table, where what is counted is set against another count.
    """

    rader: str
    vantat: str
    namnare: str = ""
    period: str = "kalenderar"
    by: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Indikator:
    """What every kind of indicator has in common. `id` is the file's name, given by the registry.

    datum: the columns with the first and last day of a record; the same twice where it is one day.
    urval: SQL condition for the records that the indicator is about.
    alla_varden: values of a breakdown that are shown as 0 even when nothing has happened.
    bevakning: True where the figure says how far others can be trusted, or what was left undone; such
    stand on the page Datakvalitet and not on the overview.
    harledda: further columns as SQL over the record `r`; they may be dates and breakdowns like any other.
    tidigare: its earlier versions, oldest first; periods before a change are counted by them.
    """

    kod: str
    namn: str
    varfor: str
    kalla: str
    omrade: str
    tabell: str
    datum: tuple[str, str]
    urval: str = "TRUE"
    riktning: Riktning
    nedbrytningar: tuple[str, ...]
    begransningar: str
    namnare_ord: str
    taljare_ord: str
    exempel: Exempel
    granskad: str
    frist: Frist | None = None
    frister: Mapping[str, Frist] = field(default_factory=dict)
    """Deadlines by what their records are called (a value of `typ`, of `malgrupp`), where they differ."""
    mal: float | None = None
    version: int = 1
    tidigare: tuple[Version, ...] = ()
    alla_varden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    harledda: Mapping[str, str] = field(default_factory=dict)
    bevakning: bool = False
    id: str = ""

    kind: ClassVar[str] = ""
    enhet: ClassVar[str] = ""
    alltid_per: ClassVar[str | None] = None
    """A breakdown that the indicator always has."""

    def __post_init__(self) -> None:
        for name in (
            "kod",
            "namn",
            "varfor",
            "kalla",
            "begransningar",
            "granskad",
            "namnare_ord",
            "taljare_ord",
        ):
            if not getattr(self, name).strip():
                raise DefinitionError(f"Indikatorn «{self.namn or '?'}» saknar «{name}».")
        if self.omrade not in OMRADEN:
            raise DefinitionError(f"Indikatorn «{self.namn}»: området «{self.omrade}» finns inte (A–H).")
        if unknown := set(self.nedbrytningar) - NEDBRYTNINGAR.keys():
            raise DefinitionError(
                f"Indikatorn «{self.namn}»: okända nedbrytningar {', '.join(sorted(unknown))}."
            )
        if self.tidigare and (wrong := wrong_versions(self)):
            raise DefinitionError(f"Indikatorn «{self.namn}»: {wrong}.")

    @property
    def tabeller(self) -> tuple[str, ...]:
        """The record tables that are counted."""
        return (self.tabell,)

    @property
    def relation(self) -> str:
        """What stands after FROM: the record table, with the derived columns where there are any."""
        if not self.harledda:
            return self.tabell
        derived = ", ".join(f"{sql} AS {name}" for name, sql in self.harledda.items())
        return f"(SELECT r.*, {derived} FROM {self.tabell} r)"

    def villkor(self, by: tuple[str, ...]) -> str:
        """SQL condition for the records that are counted in this breakdown."""
        return self.urval

    def riktning_for(self, etikett: str | None) -> Riktning:
        """What is better for one value of `alltid_per`; the same for all in most kinds."""
        return self.riktning

    def sql(self) -> str:
        """The query of the indicator per calendar year, as the method page shows it."""
        from kvalitet_metrics.indicators.compiler import compile_query

        return compile_query(self).sql


@dataclass(frozen=True, kw_only=True)
class Andel(Indikator):
    """A share: numerator is a condition on the denominator's records, so it can never be larger.

    underlag: SQL condition for having what is needed; records in `urval` without it are bortfall.
    antal: the SQL of what one record counts for; records where it is NULL are bortfall.
    stickprov: True where the records are answers of reviews, drawn from more cases than were reviewed.
    """

    taljare: str
    underlag: str = "TRUE"
    antal: str = "1"
    stickprov: bool = False
    kind: ClassVar[str] = "andel"
    enhet: ClassVar[str] = "andel"


@dataclass(frozen=True, kw_only=True)
class Summaandel(Indikator):
    """A share of counts that the source has already made: sums of two columns, never a mean of shares."""

    taljare: str
    namnare: str
    kind: ClassVar[str] = "andel"
    enhet: ClassVar[str] = "andel"


@dataclass(frozen=True, kw_only=True)
class Antal(Indikator):
    """A count. `antal` is the SQL of what one record counts for; records where it is NULL are bortfall.

    delas: breakdown → condition, where the source divides the same items in several ways. Only
    records that meet the condition are counted; `odelad` is used where no such breakdown is asked for.
    """

    antal: str = "1"
    delas: Mapping[str, str] = field(default_factory=dict)
    odelad: str = "TRUE"
    kind: ClassVar[str] = "antal"
    enhet: ClassVar[str] = "antal"

    def villkor(self, by: tuple[str, ...]) -> str:
        divided = [condition for column, condition in self.delas.items() if column in by]
        return " AND ".join([f"({self.urval})", *(f"({c})" for c in divided or [self.odelad])])


@dataclass(frozen=True, kw_only=True)
class Kvot(Indikator):
    """So many of one count per hundred or thousand of another, which is no part of it.

    taljare, namnare: ids of the indicators that count the two; of one that is no count its cases are meant.
    Table, date and selection are those of the numerator, and `delar` both; the registry fills them in.
    """

    taljare: str
    namnare: str
    per: int
    tabell: str = ""
    datum: tuple[str, str] = ("", "")
    delar: tuple[Indikator, ...] = ()
    kind: ClassVar[str] = "kvot"

    def __post_init__(self) -> None:
        super().__post_init__()
        if f"per {self.per}" not in PER:
            raise DefinitionError(f"Indikatorn «{self.namn}»: «per» är något av {', '.join(PER)}.")

    @property
    def enhet(self) -> str:  # type: ignore[override]
        """«per 100» or «per 1000»."""
        return f"per {self.per}"

    def bound(self, known: Mapping[str, Indikator]) -> "Kvot":
        """The definition with its parts. Raises DefinitionError where they are not there or do not fit."""
        if missing := {self.taljare, self.namnare} - known.keys():
            raise DefinitionError(f"Indikatorn «{self.namn}»: {', '.join(sorted(missing))} finns inte.")
        above, below = known[self.taljare], known[self.namnare]
        if not isinstance(above, Antal) or not isinstance(below, Antal | Andel | Tid) or above.tidigare:
            fits = "ett antal som har räknats på ett sätt sätts mot ett antal, en andel eller en tid"
            raise DefinitionError(f"Indikatorn «{self.namn}»: {fits}.")
        if wrong := set(self.nedbrytningar) - ({*above.nedbrytningar} & {*below.nedbrytningar}):
            names = ", ".join(sorted(wrong))
            raise DefinitionError(f"Indikatorn «{self.namn}»: delarna har inte båda {names}.")
        same = {name: getattr(above, name) for name in ("tabell", "datum", "urval", "harledda")}
        return replace(self, delar=(above, below), **same)

    @property
    def tabeller(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.tabell for part in self.delar))

    def villkor(self, by: tuple[str, ...]) -> str:
        return self.delar[0].villkor(by)

    def sql(self) -> str:
        """The two counts joined per calendar year, as the method page shows it."""
        above, below = (part.sql() for part in self.delar)
        cases = "taljare" if isinstance(self.delar[1], Antal) else "namnare"
        return (
            f"SELECT p0, t.taljare, n.{cases} AS namnare, {self.per} * t.taljare / n.{cases} AS varde\n"
            f"FROM ({above}) t\nJOIN ({below}) n USING (p0)"
        )


@dataclass(frozen=True, kw_only=True)
class Fordelning(Indikator):
    """How records are divided over the values of one column: each value's share of all.

    antal: the SQL of what one record counts for, where the source has counted already.
    """

    over: str
    antal: str = "1"
    kind: ClassVar[str] = "fordelning"
    enhet: ClassVar[str] = "andel"

    @property
    def alltid_per(self) -> str:  # type: ignore[override]
        """The column that the records are divided over."""
        return self.over


@dataclass(frozen=True, kw_only=True)
class Tid(Indikator):
    """Days between two dates: median (the value), mean and 90th percentile."""

    start: str
    slut: str
    kind: ClassVar[str] = "tid"
    enhet: ClassVar[str] = "dagar"


@dataclass(frozen=True, kw_only=True)
class Hogsta(Indikator):
    """The highest of a number that each record has, and its own where the records are shown one by one.

    For steps of a scale, which can be compared but not added. `tal` is the SQL of the number; records
    where it is NULL are bortfall.
    """

    tal: str
    kind: ClassVar[str] = "hogsta"
    enhet: ClassVar[str] = "värde"


HELA = {"kon": "{0}.kon IS NULL", "underkategori": f"{{0}}.underkategori = '{HELHET}'"}
"""Column → SQL for a measured value that is about all of its values together."""
SAMMA = (
    *("upload_id", "jamforelse", "kategori", "period_start", "period_end", "forvaltning", "avdelning"),
    *("enhet", "grupp", "malgrupp", "insats", "kommun", "fraga", '"index"'),
)
"""What a whole and its parts have in common."""


@dataclass(frozen=True, kw_only=True)
class Matvarde(Indikator):
    """Values that were reported as they are, each shown for itself.

    They are only put together where the source gives their parts: shares with taljare and namnare by
    the sums of those, counts (taljare alone) by their sum. Where a breakdown is not asked for and the
    source has a value of the whole in the same row, that is meant, and not its parts.

    vems: whose values they are, as in the column `jamforelse`; the others are comparators.
    andras: the values of the comparators instead.
    riktningar: the beginning of a name in `per` → what is better there, where that differs from `riktning`.
    egna_riktningar: a whole name in `per` → what the analyst who mapped it has said.
    """

    matt: str
    vems: str = "egen"
    andras: bool = False
    taljare: str = "taljare"
    namnare: str = "namnare"
    per: str
    riktningar: Mapping[str, Riktning] = field(default_factory=dict)
    egna_riktningar: Mapping[str, Riktning] = field(default_factory=dict)
    kind: ClassVar[str] = "matvarde"
    enhet: ClassVar[str] = "värde"

    @property
    def alltid_per(self) -> str:  # type: ignore[override]
        """The column that tells one reported value from another."""
        return self.per

    @property
    def har_riktning(self) -> bool:
        """True where a value can be said to reach its target."""
        return self.riktning is not Riktning.NEUTRAL or bool(self.riktningar or self.egna_riktningar)

    def riktning_for(self, etikett: str | None) -> Riktning:
        """What is better for the value with this name."""
        said = (r for name, r in self.riktningar.items() if (etikett or "").startswith(name))
        return self.egna_riktningar.get(etikett or "") or next(said, self.riktning)

    def villkor(self, by: tuple[str, ...]) -> str:
        wholes = {"kon": "o.kon IS NULL", "underkategori": "o.underkategori = 'Totalt'"}
        parts = {"kon": "r.kon IS NULL", "underkategori": "coalesce(r.underkategori, 'Totalt') = 'Totalt'"}
        same = (
            "o.upload_id = r.upload_id AND o.blad = r.blad AND o.rad = r.rad AND o.jamforelse = r.jamforelse"
        )
        whole = [
            f"{parts[c]} OR r.kalla = '{EGEN_TABELL}' "
            f"OR NOT EXISTS (SELECT 1 FROM {self.tabell} o WHERE {same} AND {sql})"
            for c, sql in wholes.items()
            if c not in by
        ]
        whole += [self.one_level(c, by) for c in HELA]
        whose = f"r.jamforelse {'<>' if self.andras else '='} '{self.vems}'"
        return " AND ".join(f"({p})" for p in (self.urval, whose, *whole))

    def one_level(self, column: str, by: tuple[str, ...]) -> str:
        """SQL for mapped tables, where a whole and its parts are rows: the parts where they are asked for.

        Otherwise the whole, where it has a value; so a part that the source hides is not left out of it.
        A source need not have every combination: a whole of more is the whole of less.
        """
        whole_o, whole_r = (HELA[column].format(t) for t in ("o", "r"))
        other, own, wider = f"o.matt IS NOT NULL AND {whole_o}", whole_r, "o"
        if column in by:
            other, own, wider = f"NOT ({whole_o})", f"NOT ({whole_r})", "r"
        same = [f"o.{c} IS NOT DISTINCT FROM r.{c}" for c in SAMMA]
        for c in (c for c in HELA if c != column):
            equal = f"o.{c} IS NOT DISTINCT FROM r.{c}"
            loose = wider == "r" or c not in by
            same.append(f"({equal} OR {HELA[c].format(wider)})" if loose else equal)
        told = " AND ".join([f"o.kalla = '{EGEN_TABELL}'", other, *same])
        exists = f"SELECT 1 FROM {self.tabell} o WHERE {told}"
        return f"coalesce(r.kalla, '') <> '{EGEN_TABELL}' OR {own} OR NOT EXISTS ({exists})"
