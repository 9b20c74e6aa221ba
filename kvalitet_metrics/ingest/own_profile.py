"""The profile of a table of measured values that an analyst has mapped, as data and as SQL.

It fits itself to the headings it meets: in a wide table the columns of next year are found by what
their headings say, not by a list.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.mapping import DELAR, DIMENSIONER, TIDER, VARDEN, Bredvarde, Karta
from kvalitet_metrics.ingest.own_columns import (
    KON,
    KON_TOTALT,
    Periodcell,
    canonical_kon,
    number_column,
)
from kvalitet_metrics.ingest.own_period import Span, period_of_text, year_and_part
from kvalitet_metrics.ingest.profile import Etikett, Kanslig, Kolumn, Lista
from kvalitet_metrics.model import Periodslag

HELA = ("kon", "underkategori")
"""Labels whose totals are records: a question that does not divide by them takes the whole, not the sum."""
ALLA = r"(samtliga|alla|totalt?|båda könen|tot)( (elever|personer|kön))?"
"""A heading of a wide table that stands for both kön."""


@dataclass(frozen=True)
class Grupp:
    """The value columns that make one record of a row: role → column, and what the headings say.

    delar: in a column for both kön, the columns of each; it is a record where one of them has no value.
    """

    matt: str
    kolumner: Mapping[str, str]
    dimension: str = ""
    etikett: str = ""
    span: Span | None = None
    delar: tuple[str, ...] = ()
    jamforelse: str = ""

    @property
    def stated(self) -> str | None:
        """The column of a share that the source states beside both its counts: compared, never used."""
        both = {"taljare", "namnare"} <= self.kolumner.keys()
        return next((n for roll, n in self.kolumner.items() if both and roll in ("andel", "procent")), None)


@dataclass(frozen=True, kw_only=True)
class EgenTabell(Lista):
    """A mapped table of measured values. `grupper` is filled when it has met the headings of a sheet."""

    karta: Karta
    grupper: tuple[Grupp, ...] = field(default=())
    egna_totaler: ClassVar[bool] = True
    fasta: ClassVar[tuple[str, ...]] = (
        *DIMENSIONER,
        "typ",
        "period_start",
        "period_end",
        "periodslag",
        "kalla",
        "matt",
        "matenhet",
        "taljare",
        "namnare",
        "saknas",
    )

    @property
    def rubrikrader(self) -> int:
        """How many rows the heading has."""
        return self.karta.rubrikrader

    def rubriker(self, rader: Sequence[Sequence[str]], nr: int) -> list[str]:
        """The headings of row `nr` and those above it; a column without one only where it is mapped."""
        mapped = {clean.rubrik(r) for k in self.karta.kolumner for r in k.rubriker}
        all_ = headings(rader, nr, self.rubrikrader)
        return [r if rader[nr][i].strip() or clean.rubrik(r) in mapped else "" for i, r in enumerate(all_)]

    def anpassad(self, rubriker: Sequence[str]) -> "EgenTabell":
        """The profile with a column for each wide heading in this row, and its groups of values."""
        matt: dict[str, dict[str, str]] = {}
        others = []
        for namn, koppling in value_columns(self.karta).items():
            if koppling.jamforelse:
                others.append(Grupp(koppling.matt, {koppling.roll: namn}, jamforelse=koppling.jamforelse))
            else:
                matt.setdefault(koppling.matt, {})[koppling.roll] = namn
        grupper = [*(Grupp(namn, roller) for namn, roller in shared(matt).items()), *others]
        kolumner = dict(self.kolumner)
        if self.karta.bred and (wide := wide_columns(self.karta, rubriker)):
            kolumner.pop("bred", None)
            found: dict[tuple[str, str], dict[str, str]] = {}
            for place, (etikett, varde) in wide.items():
                kolumner[f"bred{place}"] = number_column(self.karta, varde.roll, (rubriker[place],))
                found.setdefault((etikett, varde.matt), {})[varde.roll] = f"bred{place}"
            grupper += [
                Grupp(namn, roller, self.karta.bred.dimension, etikett, span_of(self.karta, etikett))
                for (etikett, namn), roller in shared_per_heading(found, only_denominator(matt)).items()
            ]
            grupper = with_parts(grupper)
        return replace(self, kolumner=kolumner, grupper=tuple(grupper))

    def total_sql(self, kolumner: Mapping[str, Kolumn]) -> str:
        """A row is a total where a label says so; not where every row says it, as in a table of totals.

        All of both kön, or all kinds, of a unit that the row names is a record: a whole beside its parts.
        """
        labels = [n for n in kolumner if n in DIMENSIONER or isinstance(kolumner[n], Periodcell)]
        cells = {n: f'rader."raw_{n}"' for n in labels}
        tests = {n: f"coalesce({self.is_total(cell, n)}, FALSE)" for n, cell in cells.items()}
        others = [n for n in labels if n not in HELA]
        parts = [f"({tests[n]} AND NOT bool_and({tests[n]} OR {cells[n]} IS NULL) OVER ())" for n in others]
        blank = [f"{cells[n]} IS NULL" for n in others if not kolumner[n].fyll_ned]
        whole = [tests[n] for n in HELA if n in tests]
        if whole and blank:
            parts.append(f"(({' OR '.join(whole)}) AND ({' OR '.join(blank)}))")
        return " OR ".join(parts) or ("FALSE" if labels else clean.ar_totalrad("rader.forsta"))

    def is_total(self, t: str, kolumn: str) -> str:
        """SQL for a label that stands for all; NULL where the cell is blank."""
        words = [w.lower() for w in self.karta.totaler] + list(KON_TOTALT if kolumn == "kon" else ())
        listed = f" OR lower({t}) IN ({', '.join(map(clean.literal, words))})" if words else ""
        return f"({clean.ar_totalrad(t)}{listed})"


def columns_of(karta: Karta) -> dict[str, Kolumn]:
    """The columns that the mapping names, as columns of a profile."""
    kolumner: dict[str, Kolumn] = {}
    for koppling in karta.med_roll(TIDER):
        kolumner[f"tid_{koppling.roll}"] = Periodcell(
            koppling.rubriker, krav=True, fylld=True, utdata=False, fyll_ned=koppling.fyll_ned
        )
    for koppling in karta.med_roll(DIMENSIONER):
        varden = KON if koppling.roll == "kon" else {}
        kolumner[koppling.roll] = Etikett(
            koppling.rubriker, krav=True, varden=varden, fyll_ned=koppling.fyll_ned
        )
    for namn, koppling in value_columns(karta).items():
        kolumner[namn] = number_column(karta, koppling.roll, koppling.rubriker)
    for i, koppling in enumerate(karta.med_roll(["kanslig"])):
        kolumner[f"kanslig{i}"] = Kanslig(koppling.rubriker)
    if karta.bred:
        what = {**TIDER, **DIMENSIONER}.get(karta.bred.dimension, "Period").split(" ")[0].lower()
        kolumner["bred"] = Kolumn((f"en kolumn per {what}",), krav=True, utdata=False)
    return kolumner


def value_columns(karta: Karta) -> dict:
    """Column name → what the mapping says of it, for every value that has a heading of its own."""
    return {f"varde{i}": koppling for i, koppling in enumerate(karta.med_roll(VARDEN))}


def shared(
    matt: Mapping[str, Mapping[str, str]], common: Mapping[str, str] = {}
) -> dict[str, dict[str, str]]:
    """The measures with their columns by role; a denominator without a name is that of every share.

    common: a denominator that stands elsewhere, for shares that have none of their own.

    >>> shared({"": {"namnare": "a"}, "I tid": {"taljare": "b"}, "Besök": {"antal": "c"}})
    {'I tid': {'namnare': 'a', 'taljare': 'b'}, 'Besök': {'antal': 'c'}}
    """
    common = {**common, **only_denominator(matt)}
    return {
        namn: {**common, **roller} if {"taljare", "andel", "procent"} & roller.keys() else dict(roller)
        for namn, roller in matt.items()
        if roller.keys() != {"namnare"}
    }


def with_parts(grupper: Sequence[Grupp]) -> list[Grupp]:
    """The groups, those for both kön with the value columns of each."""
    found = []
    for g in grupper:
        if g.dimension == "kon" and canonical_kon(g.etikett) is None:
            each = [o for o in grupper if o.matt == g.matt and canonical_kon(o.etikett)]
            g = replace(g, delar=tuple(n for o in each for n in o.kolumner.values() if n != o.stated))
        found.append(g)
    return found


def only_denominator(matt: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The denominator that has no name and no numerator of its own."""
    unnamed = matt.get("", {})
    return unnamed if unnamed.keys() == {"namnare"} else {}


def shared_per_heading(
    found: Mapping[tuple[str, str], Mapping[str, str]], common: Mapping[str, str]
) -> dict[tuple[str, str], dict[str, str]]:
    """The same for each of the things that the headings of a wide table name."""
    per: dict[str, dict[str, Mapping[str, str]]] = {}
    for (etikett, namn), roller in found.items():
        per.setdefault(etikett, {})[namn] = roller
    return {(e, namn): roller for e, matt in per.items() for namn, roller in shared(matt, common).items()}


def headings(rader: Sequence[Sequence[str]], nr: int, antal: int) -> list[str]:
    """One heading per column: a group in the rows above reaches to the next, «kolumn 3» has none.

    >>> headings([["", "2022", ""], ["Enhet", "Antal", "Antal"]], 1, 2)
    ['Enhet', '2022 Antal', '2022 Antal (2)']
    """
    levels = [reaching(rader[r]) for r in range(max(0, nr - antal + 1), nr)] + [list(rader[nr])]
    seen: Counter[str] = Counter()
    found = []
    for i, column in enumerate(zip(*levels, strict=True), start=1):
        parts = dict.fromkeys(" ".join(c.split()) for c in column if c.strip())
        text = " ".join(parts) or f"kolumn {i}"
        seen[clean.rubrik(text)] += 1
        again = seen[clean.rubrik(text)]
        found.append(text if again == 1 else f"{text} ({again})")
    return found


def reaching(row: Sequence[str]) -> list[str]:
    """The texts of a row, each over the blank cells after it."""
    found: list[str] = []
    for cell in row:
        found.append(cell if cell.strip() or not found else found[-1])
    return found


def wide_columns(karta: Karta, rubriker: Sequence[str]) -> dict[int, tuple[str, Bredvarde]]:
    """Position → (what the heading names, which value) for the wide columns of a heading row."""
    assert karta.bred
    named = {clean.rubrik(r) for r in (*(r for k in karta.kolumner for r in k.rubriker), *karta.bred.utom)}
    found = {}
    for place, rubrik in enumerate(rubriker):
        if not rubrik.strip() or clean.rubrik(rubrik) in named:
            continue
        for varde in sorted(karta.bred.varden, key=lambda v: -len(v.text)):
            if clean.rubrik(varde.text) not in clean.rubrik(rubrik):
                continue
            etikett = label(rubrik, varde.text)
            if etikett and names_dimension(karta, etikett):
                found[place] = etikett, varde
                break
    return found


def label(rubrik: str, text: str) -> str:
    """The heading without the text that says which value it is."""
    start = rubrik.lower().find(text.lower()) if text else -1
    kept = rubrik if start < 0 else rubrik[:start] + " " + rubrik[start + len(text) :]
    return " ".join(kept.split()).strip(" -–:,")


def names_dimension(karta: Karta, etikett: str) -> bool:
    """True where a heading names a period, a kön, or anything that is not a total."""
    assert karta.bred
    low = clean.rubrik(etikett)
    if karta.bred.dimension == "period":
        return span_of(karta, etikett) is not None
    if karta.bred.dimension in DELAR:
        return names_part(karta.bred.dimension, etikett)
    if karta.bred.dimension == "kon":
        return canonical_kon(etikett) is not None or bool(re.fullmatch(ALLA, low))
    totals = {*map(str.lower, karta.totaler), "total", "totalt", "totalsumma", "summa", "samtliga"}
    return low not in totals


def names_part(part: str, etikett: str) -> bool:
    """True where a heading names a month, a quarter or a third of a year."""
    return period_of_text(year_and_part("2023", part, etikett), Periodslag(part)) is not None


def span_of(karta: Karta, etikett: str) -> Span | None:
    """The period that a wide heading names; None where the headings name something else."""
    if not karta.bred or karta.bred.dimension != "period":
        return None
    return period_of_text(etikett, Periodslag(karta.periodslag))
