"""The words for a period in a table of one's own: «2023-03», «mars 2023», «2023M03», «Q1 2023», a date."""

import re
from calendar import monthrange
from datetime import date

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.when import find_day, find_period
from kvalitet_metrics.model import Periodslag

Span = tuple[date, date]

MONTHS = {
    Periodslag.KALENDERAR: (12, 1),
    Periodslag.KVALITETSAR: (12, 9),
    Periodslag.LASAR: (12, 7),
    Periodslag.TERTIAL: (4, 1),
    Periodslag.KVARTAL: (3, 1),
    Periodslag.MANAD: (1, 1),
}
"""How many months a period has, and the month in which the first of the year begins."""

ENGLISH = "january february march april may june july august september october november december".split()
NAMES = {name[:3]: nr for names in (ENGLISH, clean.MANADER) for nr, name in enumerate(names, start=1)}
NAME = rf"({'|'.join(NAMES)})[a-z]*\.?"
YEAR = r"(20\d\d)"
ISO_DAY = r"20\d\d-\d\d-\d\d( 00:00(:00)?)?"
PART_WORDS = "q|k|kv|kvartal|t|tertial|h|halvår"
PART = rf"({PART_WORDS})\.? ?([1-4])"
LENGTH = {"q": 3, "k": 3, "t": 4, "h": 6}
"""Months in a part of a year, by the first letter of its word."""

SLAG_I_ORD = {
    Periodslag.KALENDERAR: "ett år",
    Periodslag.KVALITETSAR: "ett kvalitetsår",
    Periodslag.LASAR: "ett läsår",
    Periodslag.TERTIAL: "ett tertial",
    Periodslag.KVARTAL: "ett kvartal",
    Periodslag.MANAD: "en månad",
    Periodslag.MATTILLFALLE: "en dag eller en period",
}
EXEMPEL = {
    Periodslag.KALENDERAR: "2023",
    Periodslag.KVALITETSAR: "2022/2023",
    Periodslag.LASAR: "2022/23",
    Periodslag.TERTIAL: "T1 2023",
    Periodslag.KVARTAL: "Q1 2023",
    Periodslag.MANAD: "2023-03 eller mars 2023",
    Periodslag.MATTILLFALLE: "2023-03-31",
}


def period_of_text(text: str, slag: Periodslag, day: date | None = None) -> Span | None:
    """The period of that kind that a text names, or that the day it means lies in; else None.

    >>> period_of_text("2023M03", Periodslag.MANAD)
    (datetime.date(2023, 3, 1), datetime.date(2023, 3, 31))
    >>> period_of_text("2023", Periodslag.MANAD) is None
    True
    """
    low = " ".join(text.lower().replace("–", "-").split())
    if slag is Periodslag.LASAR:
        low = re.sub(rf"{YEAR} ?- ?(\d\d(?:\d\d)?)$", r"\1/\2", low)
    found = named(low, slag)
    if found is None and day is not None:
        found = day, day
    if found is None or slag is Periodslag.MATTILLFALLE:
        return found
    return fitting(found, slag) or (containing(found[0], slag) if found[0] == found[1] else None)


def fitting(found: Span | None, slag: Periodslag) -> Span | None:
    """The period where it is of that kind, else None. «2022/23» is a kvalitetsår or a läsår, as asked for.

    >>> fitting((date(2022, 9, 1), date(2023, 8, 31)), Periodslag.LASAR)
    (datetime.date(2022, 7, 1), datetime.date(2023, 6, 30))
    """
    if found is None or slag not in MONTHS:
        return found
    around = containing(found[0], slag)
    year = containing(found[0], Periodslag.KVALITETSAR)
    return around if found == around or (slag is Periodslag.LASAR and found == year) else None


def named(text: str, slag: Periodslag) -> Span | None:
    """The period that a text in lower case names, of whatever kind."""
    if slag not in (Periodslag.KVALITETSAR, Periodslag.LASAR) and (
        m := re.fullmatch(rf"{YEAR}[-./ ]?m?(0[1-9]|1[0-2])(\.0)?", text)
    ):
        return span(int(m[1]), int(m[2]), 1)
    if re.fullmatch(ISO_DAY, text) and (day := find_day([text])):
        return day, day
    if m := re.fullmatch(rf"(0?[1-9]|1[0-2])[-./ ]{YEAR}", text):
        return span(int(m[2]), int(m[1]), 1)
    if m := re.fullmatch(rf"{NAME}[ ,'’-]*(?:20)?(\d\d)", text):
        return span(2000 + int(m[2]), NAMES[m[1]], 1)
    if m := re.fullmatch(rf"{YEAR}[ ,-]*{NAME}", text):
        return span(int(m[1]), NAMES[m[2]], 1)
    if m := re.fullmatch(rf"{YEAR}[ ,-]*{PART}", text):
        return part(int(m[1]), m[2], int(m[3]))
    if m := re.fullmatch(rf"{PART}[ ,-]*{YEAR}", text):
        return part(int(m[3]), m[1], int(m[2]))
    if m := re.fullmatch(rf"(?:år )?{YEAR}(\.0)?", text):
        return span(int(m[1]), 1, 12)
    return find_period([text])


def part(year: int, word: str, number: int) -> Span | None:
    """A quarter, third or half of a year; None for the fourth third."""
    length = LENGTH[word[0]]
    return span(year, (number - 1) * length + 1, length) if number * length <= 12 else None


def span(year: int, first: int, months: int) -> Span:
    """Some months of a year, from the first day to the last."""
    last = first + months - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def containing(day: date, slag: Periodslag) -> Span:
    """The period of that kind in which the day lies.

    >>> containing(date(2023, 7, 5), Periodslag.KVALITETSAR)
    (datetime.date(2022, 9, 1), datetime.date(2023, 8, 31))
    """
    length, first = MONTHS[slag]
    since = (day.month - first) % 12
    begin = day.year * 12 + day.month - 1 - since % length
    last = begin + length - 1
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    return date(begin // 12, begin % 12 + 1, 1), end


def year_and_part(year: str, column: str, value: str) -> str:
    """The text of a period from a cell with the year and one with the month, quarter or third.

    >>> year_and_part("2023", "manad", "3"), year_and_part("2023", "manad", "mars"), \
        year_and_part("2023", "kvartal", "Kv 2"), year_and_part("2023.0", "tertial", "VB")
    ('2023-03', 'mars 2023', 'kvartal 2 2023', 'tertial 3 2023')
    """
    year, value = year.removesuffix(".0"), value.strip().lower().removesuffix(".0")
    if column == "manad":
        return f"{year}-{int(value):02}" if value.isdigit() else f"{value} {year}"
    shape = re.fullmatch(rf"(?:{PART_WORDS})?\.? ?([1-4])(?::?[ae])?(?: {column}et)?", value)
    return f"{column} {'3' if value == 'vb' else shape[1] if shape else value} {year}"


def kind_of(text: str, day: date | None = None) -> Periodslag | None:
    """The kind of period that a text seems to name: for a proposal.

    >>> kind_of("mars 2023"), kind_of("2023-03-31", date(2023, 3, 31)), kind_of("Norr") is None
    (<Periodslag.MANAD: 'manad'>, <Periodslag.MATTILLFALLE: 'mattillfalle'>, True)
    """
    low = " ".join(text.lower().replace("–", "-").split())
    found = named(low, Periodslag.MANAD)
    if found is None:
        return Periodslag.MATTILLFALLE if day else None
    if re.search(r"läsår|\blå\b", low) and fitting(found, Periodslag.LASAR):
        return Periodslag.LASAR
    return next((slag for slag in MONTHS if containing(found[0], slag) == found), Periodslag.MATTILLFALLE)
