"""Which periods the loaded files cover: a period that is not whole says so, and is compared with nothing.

A year that ends in August is not a bad year, and the young cases of the last month cannot yet be late.
"""

from datetime import date, timedelta

import duckdb

from kvalitet_metrics.indicators.compute import Fraga, Row
from kvalitet_metrics.indicators.periods import MONTHS

SLACK = timedelta(days=31)
"""A file of records may begin and end some weeks inside its period, when nothing happened at its ends."""

UNCOVERED = {"enkatsvar", "matvarde"}
"""Surveys and reported values are made on occasions: their dates do not say that a period is whole."""

UNKNOWN = "okänd förvaltning"
Spans = dict[str, tuple[date, date]]
"""Förvaltning to the first and last day that its loads cover."""


def mark_unfinished(con: duckdb.DuckDBPyConnection, rows: list[Row], fraga: Fraga) -> None:
    """Say on every row, in place, whether its period is whole.

    `ofull` is None, or `{"forvaltning": […], "fran": …, "till": …}`: whose loads reach into the period
    but not through it, and the days that all of them cover.
    """
    for row in rows:
        row["ofull"] = None
    if fraga.period not in MONTHS or fraga.indikator.tabell in UNCOVERED:
        return
    covered = spans(con, fraga)
    for row in rows:
        own = row.get("forvaltning")
        mine = covered if own is None else {own: covered.get(own)}
        if partly := {name: s for name, s in mine.items() if s and reaches_into(row, *s)}:
            row["ofull"] = {
                "forvaltning": list(partly),
                "fran": max(row["period_start"], *(first for first, _ in partly.values())),
                "till": min(row["period_end"], *(last for _, last in partly.values())),
            }


def spans(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> Spans:
    """What the active loads of the question's records cover, per förvaltning that is asked for."""
    tabell = fraga.indikator.tabell
    found = con.execute(
        f"""SELECT coalesce(i.forvaltning, r.forvaltning, ?) AS namn, min(i.period_start), max(i.period_end)
            FROM inlasning i
            LEFT JOIN (SELECT DISTINCT upload_id, forvaltning FROM {tabell}) r
              ON r.upload_id = i.upload_id AND i.forvaltning IS NULL
            WHERE i.tabell = ? AND i.period_start IS NOT NULL GROUP BY namn ORDER BY namn""",
        [UNKNOWN, tabell],
    ).fetchall()
    asked = dict(fraga.urval.where).get("forvaltning", ())
    return {name: (first, last) for name, first, last in found if not asked or name in asked}


def reaches_into(row: Row, first: date, last: date) -> bool:
    """True where the loads reach into the row's period but not through it."""
    start, end = row["period_start"], row["period_end"]
    return first <= end and last >= start and (first - SLACK > start or last + SLACK < end)
