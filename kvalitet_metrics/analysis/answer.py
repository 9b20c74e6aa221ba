"""From the rows of an answer to a verdict on each of its series."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from kvalitet_metrics.analysis.series import Row, divide, gone_and_come, year_before
from kvalitet_metrics.analysis.verdict import Pair, judge
from kvalitet_metrics.indicators.compute import Fraga, breakdown
from kvalitet_metrics.indicators.unfinished import reaches_through

Ask = Callable[[date, date], list[Row]]
"""The same question for all days from the one to the other."""


def verdicts(rows: Sequence[Row], fraga: Fraga, ask: Ask, diagram: str | None = None) -> list[dict[str, Any]]:
    """One dict per series, `serie` first. `ask` is used only where like must be compared with like.

    diagram: a kind of control chart, where another than the usual one is asked for.
    """
    by = breakdown(fraga)
    asked: dict[tuple[date, date], dict[tuple, list[Row]]] = {}

    def part(key: tuple, first: date, last: date) -> Row | None:
        span = (first, last)
        if span not in asked:
            asked[span] = divide(ask(*span), by)
        return next(iter(asked[span].get(key, [])), None)

    found = []
    for key, series in divide(rows, by).items():
        pair = like_with_like(series, partial(part, key))
        said = judge(series, fraga.indikator, fraga.period, pair, diagram).to_dict()
        found.append({"serie": dict(zip(by, key, strict=True)), **said})
    return found


def like_with_like(series: Sequence[Row], ask: Callable[[date, date], Row | None]) -> Pair | None:
    """The covered days of an unfinished newest period, and the same days a year before.

    None where the newest period is whole, or where the loads do not cover those days a year before.
    """
    now = series[-1]
    if not now.get("ofull") or now["dold"]:
        return None
    first, last = now["ofull"]["fran"], now["ofull"]["till"]
    earlier = year_before(first), year_before(last)
    before = [r for r in series if r["period_start"] <= earlier[0] and r["period_end"] >= earlier[1]]
    if not before or gone_and_come(now, before[0]) != ([], []):
        return None
    part = before[0].get("ofull")
    if part and not reaches_through(part["fran"], part["till"], *earlier):
        return None
    rows = ask(first, last), ask(*earlier)
    return (rows[0], rows[1]) if rows[0] and rows[1] else None
