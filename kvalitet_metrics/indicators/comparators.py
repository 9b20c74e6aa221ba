"""Values of others beside a reported value: the city, the country, a network, a target, the one before.

They are different things and are never one column: a target goes to `mal`, the value before to
`foregaende`, and the rest to `jamforelser` by name.
"""

from dataclasses import replace
from typing import Any

import duckdb

from kvalitet_metrics.indicators.compiler import compile_query
from kvalitet_metrics.indicators.definition import Matvarde
from kvalitet_metrics.model import Periodslag, Riktning, Urval

Row = dict[str, Any]
IN_OWN_PLACE = ("mal", "foregaende")
"""Comparators that have a column of their own in every answer."""
TARGETS = ("mal", "good_enough_mal")
"""Comparators that a value should reach."""


def add_comparators(
    con: duckdb.DuckDBPyConnection,
    rows: list[Row],
    ind: Matvarde,
    period: Periodslag,
    by: tuple[str, ...],
    urval: Urval,
) -> None:
    """Give every row the comparators of the same period and breakdown, in place. Several are no value."""
    query = compile_query(replace(ind, andras=True), period, by, urval, also=("jamforelse",))
    given: dict[tuple, dict[str, float]] = {}
    for values in con.execute(f"{query.sql}\nORDER BY r.jamforelse", query.params).fetchall():
        found = dict(zip(query.columns, values, strict=True))
        if found["varde"] is not None:
            given.setdefault(key(found, period, query.by), {})[found["jamforelse"]] = found["varde"]
    for row in rows:
        for kind, value in given.get(key(row, period, query.by), {}).items():
            if kind in IN_OWN_PLACE:
                row[kind] = value
            else:
                row.setdefault("jamforelser", {})[kind] = value
    for row in rows:
        row.setdefault("jamforelser", {})
    if ind.har_riktning:
        for row in rows:
            row["mal_nas"] = reaches_target(row, ind.riktning_for(row[ind.per]))


def reaches_target(row: Row, riktning: Riktning) -> bool | None:
    """Whether the value is as good as its target, the target itself included; None where there is none."""
    targets = [v for t in TARGETS if (v := row.get(t, row["jamforelser"].get(t))) is not None]
    if row["varde"] is None or not targets or riktning is Riktning.NEUTRAL:
        return None
    return row["varde"] >= max(targets) if riktning is Riktning.HOGRE else row["varde"] <= min(targets)


def key(row: Row, period: Periodslag, by: tuple[str, ...]) -> tuple:
    """Period and breakdown of a row; the whole span is one period."""
    return (None if period is Periodslag.TOTAL else row["p0"], *(row[c] for c in by))
