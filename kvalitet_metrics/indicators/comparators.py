"""Values of others beside a reported value: the city, the country, a network, a target, the one before.

They are different things and are never one column: a target goes to `mal`, the value before to
`foregaende`, and the rest to `jamforelser` by name.
"""

from dataclasses import replace
from typing import Any

import duckdb

from kvalitet_metrics.indicators.compiler import compile_query
from kvalitet_metrics.indicators.definition import Matvarde
from kvalitet_metrics.model import Periodslag, Urval

Row = dict[str, Any]
IN_OWN_PLACE = ("mal", "foregaende")
"""Comparators that have a column of their own in every answer."""


def add_comparators(
    con: duckdb.DuckDBPyConnection,
    rows: list[Row],
    ind: Matvarde,
    period: Periodslag,
    by: tuple[str, ...],
    urval: Urval,
) -> None:
    """Give every row the comparators of the same period and breakdown, in place. Several are no value."""
    kinds = con.execute(
        f"SELECT DISTINCT jamforelse FROM {ind.tabell} WHERE jamforelse <> ? ORDER BY 1", [ind.vems]
    ).fetchall()
    for (kind,) in kinds:
        query = compile_query(replace(ind, vems=kind), period, by, urval)
        found = [
            dict(zip(query.columns, values, strict=True))
            for values in con.execute(query.sql, query.params).fetchall()
        ]
        values = {key(r, period, query.by): r["varde"] for r in found if r["varde"] is not None}
        for row in rows:
            value = values.get(key(row, period, query.by))
            if value is not None and kind in IN_OWN_PLACE:
                row[kind] = value
            elif value is not None:
                row.setdefault("jamforelser", {})[kind] = value
    for row in rows:
        row.setdefault("jamforelser", {})


def key(row: Row, period: Periodslag, by: tuple[str, ...]) -> tuple:
    """Period and breakdown of a row; the whole span is one period."""
    return (None if period is Periodslag.TOTAL else row["p0"], *(row[c] for c in by))
