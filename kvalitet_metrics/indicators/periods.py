"""Periods: the SQL that puts a date into one, and the words that name it.

The SQL is portable (casts, date_trunc, intervals). A kvalitetsår runs from 1 September to 31 August
and is written 2022/2023, a läsår from 1 July to 30 June and is written 2022/23; the three tertials
begin in January, May and September.
"""

from datetime import date, timedelta
from functools import lru_cache

from kvalitet_metrics import text
from kvalitet_metrics.model import Periodslag

MONTHS = {
    Periodslag.KALENDERAR: 12,
    Periodslag.KVALITETSAR: 12,
    Periodslag.LASAR: 12,
    Periodslag.TERTIAL: 4,
    Periodslag.KVARTAL: 3,
    Periodslag.MANAD: 1,
}
"""How many months a period of each kind has; measuring occasions and the whole have no fixed length."""


def start_sql(slag: Periodslag, d: str) -> str:
    """SQL for the first day of the period that the date `d` lies in; only for kinds in MONTHS."""
    match slag:
        case Periodslag.KALENDERAR:
            return f"CAST(date_trunc('year', {d}) AS DATE)"
        case Periodslag.KVALITETSAR:
            return f"CAST(date_trunc('year', {d} - INTERVAL 8 MONTH) + INTERVAL 8 MONTH AS DATE)"
        case Periodslag.LASAR:
            return f"CAST(date_trunc('year', {d} - INTERVAL 6 MONTH) + INTERVAL 6 MONTH AS DATE)"
        case Periodslag.TERTIAL:
            year = f"date_trunc('year', {d})"
            return (
                f"CAST(CASE WHEN month({d}) <= 4 THEN {year} "
                f"WHEN month({d}) <= 8 THEN {year} + INTERVAL 4 MONTH "
                f"ELSE {year} + INTERVAL 8 MONTH END AS DATE)"
            )
        case Periodslag.KVARTAL:
            return f"CAST(date_trunc('quarter', {d}) AS DATE)"
        case Periodslag.MANAD:
            return f"CAST(date_trunc('month', {d}) AS DATE)"
    raise ValueError(f"slag: {slag} has no fixed length")


def next_start(slag: Periodslag, start: date) -> date:
    """The first day of the following period."""
    months = start.month - 1 + MONTHS[slag]
    return date(start.year + months // 12, months % 12 + 1, 1)


@lru_cache(maxsize=4096)
def end(slag: Periodslag, start: date) -> date:
    """The last day of the period that begins on `start`."""
    return next_start(slag, start) - timedelta(days=1)


@lru_cache(maxsize=4096)
def label(slag: Periodslag, start: date, last: date) -> str:
    """The period as a reader sees it.

    >>> label(Periodslag.KVALITETSAR, date(2022, 9, 1), date(2023, 8, 31))
    '2022/2023'
    >>> label(Periodslag.LASAR, date(2022, 7, 1), date(2023, 6, 30))
    '2022/23'
    >>> label(Periodslag.TERTIAL, date(2023, 5, 1), date(2023, 8, 31))
    'T2 2023'
    >>> label(Periodslag.KVARTAL, date(2023, 1, 1), date(2023, 3, 31))
    'jan–mar 2023'
    """
    match slag:
        case Periodslag.KALENDERAR:
            return str(start.year)
        case Periodslag.KVALITETSAR:
            return f"{start.year}/{last.year}"
        case Periodslag.LASAR:
            return f"{start.year}/{last.year % 100:02}"
        case Periodslag.TERTIAL:
            return f"T{(start.month + 3) // 4} {start.year}"
        case Periodslag.KVARTAL:
            return f"{text.manad(start).split()[0]}–{text.manad(last)}"
        case Periodslag.MANAD:
            return text.manad(start)
    return span_label(start, last)


def span_label(start: date, last: date) -> str:
    """A free span of dates: a year, a month or two dates.

    >>> span_label(date(2023, 1, 1), date(2023, 12, 31)), span_label(date(2023, 4, 3), date(2023, 4, 27))
    ('2023', '2023-04-03–2023-04-27')
    """
    if start == last:
        return text.datum(start)
    if (start.month, start.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
    return f"{text.datum(start)}–{text.datum(last)}"
