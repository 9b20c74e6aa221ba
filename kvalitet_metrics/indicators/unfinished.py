"""Which periods the loaded files cover: a period that is not whole says so, and is compared with nothing.

A year that ends in August is not a bad year, and the young cases of the last month cannot yet be late.
"""

from datetime import date, timedelta

import duckdb

from kvalitet_metrics.indicators.compiler import conditions
from kvalitet_metrics.indicators.compute import Fraga, Row, breakdown
from kvalitet_metrics.indicators.periods import MONTHS

SLACK = 12
"""A file of records may begin and end a twelfth of a period inside it, when nothing happened at its ends."""

UNCOVERED = {"enkatsvar", "matvarde"}
"""Surveys and reported values are made on occasions: their dates do not say that a period is whole."""

UNKNOWN = "okänd förvaltning"
Spans = dict[str, tuple[date, date]]
"""Förvaltning to the first and last day that its loads cover."""


def mark_unfinished(con: duckdb.DuckDBPyConnection, rows: list[Row], fraga: Fraga) -> None:
    """Say on every row, in place, whose loads it is made of and whether its period is whole.

    `omfattar` is the förvaltningar whose loads reach into the period, None where that cannot be told.
    `ofull` is None, or `{"forvaltning": […], "fran": …, "till": …}`: whose loads reach into the period
    but not through it, and the days that all of them cover.
    """
    for row in rows:
        row["omfattar"] = row["ofull"] = None
    if not rows or fraga.period not in MONTHS or fraga.indikator.tabell in UNCOVERED:
        return
    covered = spans(con, fraga)
    by = breakdown(fraga)
    whose = forvaltningar(con, fraga, by) if len(covered) > 1 else {}
    told: dict[tuple[date, date, tuple[str, ...]], tuple[list[str], Row | None]] = {}
    for row in rows:
        names = tuple(whose.get(tuple(row[c] for c in by), covered)) if whose else tuple(covered)
        start, end = row["period_start"], row["period_end"]
        if (start, end, names) not in told:
            mine = {n: s for n, s in covered.items() if n in names or n == UNKNOWN}
            told[start, end, names] = whole_or_not(mine, start, end)
        omfattar, ofull = told[start, end, names]
        row["omfattar"], row["ofull"] = (
            omfattar.copy(),
            ofull and ofull | {"forvaltning": [*ofull["forvaltning"]]},
        )


def whole_or_not(covered: Spans, start: date, end: date) -> tuple[list[str], Row | None]:
    """Whose loads reach into a period, and what is said where some do not reach through it."""
    there = sorted(n for n, (first, last) in covered.items() if first <= end and last >= start)
    partly = {name: s for name, s in covered.items() if reaches_into(start, end, *s)}
    if not partly:
        return there, None
    return there, {
        "forvaltning": list(partly),
        "fran": max(start, *(first for first, _ in partly.values())),
        "till": min(end, *(last for _, last in partly.values())),
    }


def forvaltningar(
    con: duckdb.DuckDBPyConnection, fraga: Fraga, by: tuple[str, ...]
) -> dict[tuple, list[str]]:
    """Whose records each combination of the breakdown holds; empty where nothing but time divides them."""
    if not by and not [c for c, _ in fraga.urval.where if c != "forvaltning"]:
        return {}
    where, params = conditions(fraga.indikator, by, fraga.urval)
    columns = "".join(f", r.{c}" for c in by)
    found: dict[tuple, list[str]] = {}
    for name, *values in con.execute(
        f"SELECT DISTINCT coalesce(r.forvaltning, '{UNKNOWN}') AS namn{columns}"
        f" FROM {fraga.indikator.relation} r WHERE {where} ORDER BY namn",
        params,
    ).fetchall():
        found.setdefault(tuple(values), []).append(name)
    return found


def spans(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> Spans:
    """What the active loads of the question's records cover, per förvaltning that is asked for.

    A load that does not say whose it is may be anybody's, and is there whoever is asked for.
    """
    found = con.execute(
        f"""SELECT coalesce(forvaltning, '{UNKNOWN}') AS namn, min(period_start), max(period_end)
            FROM inlasning WHERE tabell = ? AND period_start IS NOT NULL GROUP BY namn ORDER BY namn""",
        [fraga.indikator.tabell],
    ).fetchall()
    asked = dict(fraga.urval.where).get("forvaltning", ())
    return {name: (first, last) for name, first, last in found if not asked or name in (*asked, UNKNOWN)}


def reaches_into(start: date, end: date, first: date, last: date) -> bool:
    """True where the loads reach into a period but not through it."""
    return first <= end and last >= start and not reaches_through(first, last, start, end)


def reaches_through(first: date, last: date, start: date, end: date) -> bool:
    """True where loads from the first day to the last cover the span, but for some slack."""
    slack = timedelta(days=-((start - end).days // SLACK))
    return first - slack <= start and last + slack >= end
