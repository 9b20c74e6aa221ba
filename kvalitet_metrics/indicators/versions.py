"""Versions of a definition: what was counted differently before, and which version a period is counted by.

The old series stays. A period that lies wholly before a change is counted as it was counted then; one
that the change lies within, and all later ones, by the new version.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.text import datum, lista

if TYPE_CHECKING:
    from kvalitet_metrics.indicators.definition import Indikator

FASTA = {"id", "kod", "tabell", "nedbrytningar", "exempel", "version", "tidigare", "over", "per"}
"""Fields that no version changes: what is asked for and what it can be broken down by stay the same."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Version:
    """An earlier version of a definition, in force up to and including `till`.

    andrat: the fields that were different then, compared with the version that came after it.
    vad, varfor: what changed at the end of it and why, as a reader is told.
    """

    nr: int
    till: date
    vad: str
    varfor: str
    andrat: Mapping[str, Any] = field(default_factory=dict)

    @property
    def byte(self) -> date:
        """The first day of the version that came after it."""
        return self.till + timedelta(days=1)


def wrong_versions(ind: "Indikator") -> str:
    """What does not hold for the earlier versions of a definition; empty where all does."""
    numbers, days = [v.nr for v in ind.tidigare], [v.till for v in ind.tidigare]
    if [*numbers, ind.version] != sorted({*numbers, ind.version}) or days != sorted(set(days)):
        return "tidigare versioner står äldst först, var och en med eget nummer under det nuvarande"
    known = {f.name for f in fields(ind)} - FASTA
    unknown = {name for v in ind.tidigare for name in v.andrat} - known
    if unknown:
        return f"en version kan inte ändra {lista(sorted(unknown))}"
    if not all(v.vad.strip() and v.varfor.strip() for v in ind.tidigare):
        return "en tidigare version saknar «vad» eller «varfor»"
    return ""


def by_version(ind: "Indikator", nr: int) -> "Indikator":
    """The definition as one of its versions had it, for all time.

    Raises UsageError for a version that the definition does not carry.
    """
    if nr not in (have := [*(v.nr for v in ind.tidigare), ind.version]):
        raise UsageError(f"«{ind.namn}» har ingen version {nr}. Välj {lista(map(str, have), 'eller')}.")
    then: dict[str, Any] = {}
    for v in reversed(ind.tidigare):
        if v.nr >= nr:
            then |= v.andrat
    return replace(ind, **then, version=nr, tidigare=())


def all_versions(ind: "Indikator") -> "list[Indikator]":
    """The definition as each of its versions had it, oldest first."""
    return [by_version(ind, nr) for nr in (*(v.nr for v in ind.tidigare), ind.version)]


def in_force(ind: "Indikator", last: date) -> int:
    """The version by which a period that ends on `last` is counted."""
    return next((v.nr for v in ind.tidigare if last <= v.till), ind.version)


def put_together(ind: "Indikator", answers: Mapping[int, list[Row]], whole: date | None) -> list[Row]:
    """One answer out of one per version: each row from the version that was in force in its period.

    whole: the last day of the one period that all rows share, where they do. Every row says its version,
    and those by an earlier one say so in words.
    """
    rows = []
    for nr, found in answers.items():
        until = next((v.till for v in ind.tidigare if v.nr == nr), None)
        for row in found:
            if in_force(ind, whole or row["period_end"]) == nr:
                rows.append(row | {"version": nr})
                if until:
                    row["anmarkning"].append(
                        f"Räknad enligt version {nr} av måttet, som gällde till och med {datum(until)}."
                    )
    return sorted(rows, key=lambda r: (r["period_start"], r["period_end"]))


def versionshistorik(ind: "Indikator") -> list[tuple[str, str]]:
    """What has changed in a definition, newest first, as heading and text; nothing where nothing has."""
    return [
        (f"Ändrat {datum(v.byte)}", f"{v.vad} {v.varfor} Perioder före räknas som förut (version {v.nr}).")
        for v in reversed(ind.tidigare)
    ]
