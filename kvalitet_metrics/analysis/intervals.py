"""The 95 % interval of every figure that has one, by the kind of figure."""

from collections.abc import Callable
from typing import Any

import numpy as np

from kvalitet_metrics import text
from kvalitet_metrics.indicators.definition import Antal, Indikator, Kvot, Tid
from kvalitet_metrics.stats import mean, rate
from kvalitet_metrics.stats.proportion import wilson_array, wilson_of_population

Row = dict[str, Any]


def with_intervals(rows: list[Row], ind: Indikator) -> list[Row]:
    """Give every row `nedre` and `ovre`, in place; None where the figure is hidden or none can be given.

    Shares by Wilson, with the finite population correction for a review of a known number of cases.
    Counts and ratios of counts by exact Poisson limits below ten and Byar's from there. Medians by order
    statistics, with `medel_nedre` and `medel_ovre` by Student's t. A reported value is a share where the
    source gives both its parts and a count where the source says that it can be added up; else it has no
    interval: nobody knows what it rests on.
    """
    for row in rows:
        row["nedre"] = row["ovre"] = None
    kinds: dict[type, Callable[[list[Row]], None]] = {Antal: counts, Tid: times}
    if isinstance(ind, Kvot):
        rates(rows, ind.per)
    else:
        kinds.get(type(ind), shares)(rows)
        counts([row for row in rows if row.get("matenhet") == "antal" and is_counted(row)])
    return rows


def is_counted(row: Row) -> bool:
    """True for a whole number that can be added up, and that is no part of a known whole."""
    x = row["taljare"]
    return x is not None and row["namnare"] is None and x >= 0 and float(x).is_integer()


def shares(rows: list[Row]) -> None:
    """Wilson's interval where a value has both its parts."""
    known = [r for r in rows if None not in (r["varde"], r["taljare"], r["namnare"])]
    if known:
        x, n = (np.array([r[part] for r in known], float) for part in ("taljare", "namnare"))
        for row, low, high in zip(known, *(limit.tolist() for limit in wilson_array(x, n)), strict=True):
            row["nedre"], row["ovre"] = low, high
    for row in known:
        if row.get("population"):
            of_known_whole(row)


def of_known_whole(row: Row) -> None:
    """The interval of a random sample of a known whole, and a remark that says so.

    The whole is that of all cases, also those that a question could not be judged of or did not concern: the
    correction is then too small rather than too large.
    """
    n, whole = row["namnare"], row["population"]
    judged = f"{text.tal(n)} av {text.antal(whole, 'ärende', 'ärenden')} har bedömts"
    if n > whole:
        judged = f"{text.tal(n)} har bedömts men bara {text.tal(whole)} sägs finnas"
        row["anmarkning"].append(f"Intervallet är inte korrigerat för urvalets storlek: {judged}.")
        return
    row["nedre"], row["ovre"] = wilson_of_population(row["taljare"], n, whole)
    row["anmarkning"].append(f"Intervallet är korrigerat för att {judged}.")


def rates(rows: list[Row], per: int) -> None:
    """The count as one draw from a Poisson distribution, per so many of what it is set against."""
    for row in rows:
        if row["varde"] is not None:
            row["nedre"], row["ovre"] = rate.interval(row["taljare"], row["namnare"], per)


def counts(rows: list[Row]) -> None:
    """The count as one draw from a Poisson distribution."""
    for row in rows:
        if row["varde"] is not None:
            row["nedre"], row["ovre"] = rate.interval(row["varde"], 1)


def times(rows: list[Row]) -> None:
    """Median and mean from the days of all cases, which the row then no longer carries."""
    for row in rows:
        spread = row.pop("spridning", ())
        row["medel_nedre"] = row["medel_ovre"] = None
        if row["varde"] is None or not spread:
            continue
        days = np.repeat([float(d) for d, _ in spread], [n for _, n in spread])
        _, row["nedre"], row["ovre"] = mean.quantile(days)
        if len(days) > 1:
            _, row["medel_nedre"], row["medel_ovre"] = mean.student_t(days)
