"""What stands behind each row of an answer and its measures do not say: the days of its cases, its whole.

A row is known by its period and its breakdown; `details` divides it by further columns of its records.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import duckdb

from kvalitet_metrics.indicators import periods
from kvalitet_metrics.indicators.compiler import compile_query, days_between
from kvalitet_metrics.indicators.definition import Andel, Tid
from kvalitet_metrics.model import Periodslag, Urval

if TYPE_CHECKING:
    from kvalitet_metrics.indicators.compute import Fraga

Row = dict[str, Any]

DRAWN = {
    "granskningen": "r.upload_id || '|' || r.blad",
    "vems": "r.forvaltning",
    "fragan": "r.fraga",
    "av": "r.population",
}
"""What tells the reviews in a row apart, and what each was drawn from."""


def details(
    con: duckdb.DuckDBPyConnection, rows: list[Row], fraga: "Fraga", columns: Mapping[str, str]
) -> list[list[Row]]:
    """Per row the groups that its records make by further columns (name → SQL), each with `antal` records."""
    query = compile_query(fraga.indikator, fraga.period, fraga.by, fraga.urval, columns)
    fixed = fraga.period in periods.MONTHS
    span = ("p0",) if fixed else () if fraga.period is Periodslag.TOTAL else ("p0", "p1")
    keys = (*span, *query.by)
    found: dict[tuple, list[Row]] = {}
    for values in con.execute(query.sql, query.params).fetchall():
        group = dict(zip(query.columns, values, strict=True))
        if not fixed or group.get("p1", group["p0"]) == group["p0"]:
            found.setdefault(tuple(group[k] for k in keys), []).append(group)
    return [found.get(tuple(row[k] for k in keys), []) for row in rows]


def add_spread(con: duckdb.DuckDBPyConnection, rows: list[Row], fraga: "Fraga", ind: Tid) -> None:
    """Give every row of times its cases as (days, how many), in place: what an interval is made of."""
    groups = details(con, rows, fraga, {"dagar": days_between(ind.start, ind.slut)})
    for row, mine in zip(rows, groups, strict=True):
        row["spridning"] = [(g["dagar"], g["antal"]) for g in mine if g["dagar"] is not None]


def add_population(con: duckdb.DuckDBPyConnection, rows: list[Row], fraga: "Fraga", ind: Andel) -> None:
    """Give every row of reviewed cases `population`, in place: how many cases they were drawn from, or None.

    Known where every review in the row says what it was drawn from, the whole of it is in the row and each
    case counts once: one question per review, and no two reviews of one förvaltning, which may have been
    drawn from the same cases. The wholes are then added; of samples of different fractions the correction
    for the sum is the smaller one.
    """
    whole = of_reviews(con, ind)
    for row, mine in zip(rows, details(con, rows, fraga, DRAWN), strict=True):
        reviews = {g["granskningen"]: g["av"] for g in mine}
        in_row: dict[tuple, int] = {}
        for g in mine:
            key = g["granskningen"], g["fragan"]
            in_row[key] = in_row.get(key, 0) + g["antal"]
        apart = len(reviews) == 1 or len({g["vems"] for g in mine} - {None}) == len(reviews)
        once = len(in_row) == len(reviews)
        all_of_it = all(n == whole[key] for key, n in in_row.items())
        known = bool(reviews) and None not in reviews.values()
        row["population"] = sum(reviews.values()) if known and apart and once and all_of_it else None


def of_reviews(con: duckdb.DuckDBPyConnection, ind: Andel) -> dict[tuple, int]:
    """How many records each question of each review has, whatever is asked for."""
    query = compile_query(ind, Periodslag.TOTAL, (), Urval(), DRAWN)
    found: dict[tuple, int] = {}
    for values in con.execute(query.sql, query.params).fetchall():
        group = dict(zip(query.columns, values, strict=True))
        key = group["granskningen"], group["fragan"]
        found[key] = found.get(key, 0) + group["antal"]
    return found
