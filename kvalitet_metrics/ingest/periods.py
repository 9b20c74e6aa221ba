"""Periods of tables of results: which kind a span of days is, tertials, and the one before."""

from calendar import monthrange
from datetime import date

from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.when import ANGE_PERIODEN
from kvalitet_metrics.model import Fault, Periodslag

Period = tuple[date, date]


def missing_period(traff: Traff) -> Fault:
    """The fault for a table that does not say which year it is about."""
    return Fault(
        "Det framgår inte vilken period tabellen avser.",
        ANGE_PERIODEN,
        traff.blad.name,
        traff.blad.address(1, 0),
    )


def slag_of(period: Period) -> Periodslag:
    """The kind of a period, by its length and first day."""
    start, end = period
    days = (end - start).days + 1
    if days in (365, 366):
        return Periodslag.KVALITETSAR if start.month == 9 else Periodslag.KALENDERAR
    if 89 <= days <= 92:
        return Periodslag.KVARTAL
    if 120 <= days <= 123:
        return Periodslag.TERTIAL
    return Periodslag.MANAD if 28 <= days <= 31 else Periodslag.MATTILLFALLE


def whole_year(period: Period) -> bool:
    """True for a calendar year, a kvalitetsår or another span of twelve months."""
    return (period[1] - period[0]).days + 1 in (365, 366)


def tertial(number: int, period: Period) -> Period:
    """First and last day of tertial 1, 2 or 3 of the year that the period begins in."""
    year = period[0].year
    return (
        (date(year, 1, 1), date(year, 4, 30)),
        (date(year, 5, 1), date(year, 8, 31)),
        (date(year, 9, 1), date(year, 12, 31)),
    )[number - 1]


def period_before(period: Period, named: Period | bool | None) -> Period | None:
    """The period that a number in brackets is about: the year before, or the year that the file names.

    None for a part of a year where the file does not say what stands in brackets: it could be the same
    part of the year before as well as the part before.

    >>> period_before((date(2022, 9, 1), date(2023, 8, 31)), None)
    (datetime.date(2021, 9, 1), datetime.date(2022, 8, 31))
    """
    if not named and not whole_year(period):
        return None
    years = period[1].year - named[0].year if isinstance(named, tuple) else 1
    return years_earlier(period, max(years, 1))


def years_earlier(period: Period, years: int) -> Period:
    """The same days some years earlier; the last of February stays the last."""
    start, end = period
    year = end.year - years
    if end.month == 2 and end.day >= 28:
        return start.replace(year=start.year - years), date(year, 2, monthrange(year, 2)[1])
    return start.replace(year=start.year - years), end.replace(year=year)
