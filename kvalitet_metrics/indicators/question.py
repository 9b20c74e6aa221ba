"""From the words of a question to a checked one: a name that does not exist gets the nearest that does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compiler import check_columns
from kvalitet_metrics.indicators.compute import Fraga, breakdown
from kvalitet_metrics.indicators.definition import Andel, Indikator, Matvarde
from kvalitet_metrics.indicators.versions import by_version
from kvalitet_metrics.ingest.keys import Names
from kvalitet_metrics.ingest.profile import Etikett
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.model import Periodslag, Riktning, Urval, Viewer

EXTRA = {
    "tid": ("medel", "p90", "medel_nedre", "medel_ovre"),
    "matvarde": ("matenhet", "jamforelser", "jamforelse_utfall"),
}
"""Columns that the answers of some kinds of indicator have besides those of all."""

Where = Mapping[str, str | Iterable[str]]
E = TypeVar("E", Periodslag, Viewer)


def question(
    id: str,
    period: str,
    by: Iterable[str],
    where: Where | None,
    fran: date | None,
    till: date | None,
    names: Names,
    version: int | None = None,
) -> Fraga:
    """A checked question; names: the units that have several, so that each of them may be asked for.

    version: answer everything by this version of the definition, else by the one in force at the time.
    Raises UsageError for any name that does not exist.
    """
    ind = definition(id)
    if version is not None:
        by_version(ind, version)  # refuses one that does not exist
    urval = Urval.of(known_values(ind, where or {}, names), fran, till)
    columns_asked = tuple(dict.fromkeys([by] if isinstance(by, str) else by))
    check_columns(ind, columns_asked, urval)
    return Fraga(ind, choose(Periodslag, period, "periodslaget"), columns_asked, urval, version)


def definition(id: str) -> Indikator:
    """The definition of an indicator. Raises UsageError for an id that does not exist."""
    if id not in INDIKATORER:
        raise UsageError(f"Indikatorn «{id}» finns inte.{menade_du_fras(id, INDIKATORER)}")
    return INDIKATORER[id]


def known_values(ind: Indikator, where: Where, names: Names) -> dict[str, tuple[str, ...]]:
    """The asked values in the spelling that is saved, where an export or a unit has several."""
    found = {}
    for column, asked in where.items():
        given = (asked,) if isinstance(asked, str) else tuple(asked)
        spellings = {
            spelling: label
            for profil in PROFILER.values()
            if profil.tabell == ind.tabell
            for kolumn in (profil.kolumner.get(column), profil.etiketter.get(column))
            if isinstance(kolumn, Etikett)
            for spelling, label in kolumn.synonymer.items()
        } | dict(names.get(column, {}))
        found[column] = tuple(spellings.get(v.lower(), v) for v in given)
    return found


def choose(kind: type[E], value: str, what: str) -> E:
    """A member of an enumeration by its value, or a UsageError that names those that exist."""
    try:
        return kind(value)
    except ValueError:
        alla = ", ".join(kind)
        raise UsageError(
            f"Fel värde på {what}: «{value}».{menade_du_fras(value, list(kind))} Välj bland: {alla}."
        ) from None


def directed(fraga: Fraga, own: Callable[[], Mapping[str, Riktning]]) -> Fraga:
    """The question with what analysts have said is better of the reported values that they have mapped."""
    ind = fraga.indikator
    if not isinstance(ind, Matvarde) or not (said := own()):
        return fraga
    return replace(fraga, indikator=replace(ind, egna_riktningar=said))


def columns(fraga: Fraga) -> list[str]:
    """The columns of an answer without rows."""
    extra = EXTRA.get(fraga.indikator.kind, ())
    if isinstance(fraga.indikator, Andel) and fraga.indikator.stickprov:
        extra = ("population",)
    if isinstance(fraga.indikator, Matvarde) and fraga.indikator.har_riktning:
        extra = (*extra, "mal_nas")
    first = ("period", "period_start", "period_end", *breakdown(fraga), "taljare", "namnare", "varde", *extra)
    version = ("version",) if fraga.indikator.tidigare or fraga.version else ()
    last = (
        "bortfall",
        "anmarkning",
        "brott",
        "mal",
        *version,
        "omfattar",
        "ofull",
        "nedre",
        "ovre",
        "dold",
        "foregaende",
    )
    return [*first, *last]


def about(ind: Indikator) -> dict[str, Any]:
    """What an answer says about its indicator."""
    return {
        "id": ind.id,
        "kod": ind.kod,
        "namn": ind.namn,
        "omrade": ind.omrade,
        "enhet": ind.enhet,
        "riktning": ind.riktning.value,
        "version": ind.version,
    }
