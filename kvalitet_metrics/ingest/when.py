"""Days and periods that a text names: titles above a table, names of sheets and files."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from kvalitet_metrics.ingest import clean

MANAD = "|".join(f"{m}|{m[:3]}" for m in clean.MANADER)
AR = r"(?<!\d)(20\d\d)(?!\d)"
SCHOOL = r"(?<!\d)(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)(?!\d)"
"""Two years in a row, with a slash or a dash between them."""
DELAR = {"t": 4, "tertial": 4, "q": 3, "k": 3, "kv": 3, "kvartal": 3, "h": 6, "halvår": 6}
"""Words for parts of a year, with the months that each part has."""

ANGE_PERIODEN = (
    "Skriv till exempel «Period: 2023» eller «Kvalitetsår 2022/2023» i en cell ovanför tabellen, eller ange "
    "perioden när filen läses in."
)
"""What to do about a file that does not say which period it is about."""


def find_day(texts: Iterable[str]) -> date | None:
    """The first day that the texts name as ÅÅÅÅ-MM-DD or «5 juli 2023».

    >>> find_day(["Ögonblicksbild", "Uttag den 5 juli 2023"])
    datetime.date(2023, 7, 5)
    """
    for text in texts:
        iso = re.search(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)", text)
        words = re.search(rf"(?<!\d)(\d{{1,2}}) ({MANAD})\.? (20\d\d)", text.lower())
        parts = [int(p) for p in iso.groups()] if iso else []
        if words:
            parts = [int(words[3]), month_number(words[2]) or 0, int(words[1])]
        try:
            return date(*parts)
        except (TypeError, ValueError):
            continue
    return None


def find_period(texts: Iterable[str]) -> tuple[date, date] | None:
    """The period that the first of the texts names: two dates, a kvalitetsår, a year or a part of one.

    A text with a single day (a date of printing) or with several years says nothing.

    >>> find_period(["Kvalitetsår 2022/2023"])
    (datetime.date(2022, 9, 1), datetime.date(2023, 8, 31))
    >>> find_period(["Utskriven 2024-01-12", "nyckeltal_2023Q2.xlsx"])
    (datetime.date(2023, 4, 1), datetime.date(2023, 6, 30))
    >>> find_period(["Läsåren 2020/21–2022/23"]) is None
    True
    """
    return next((p for p in map(one_period, texts) if p), None)


def one_period(text: str) -> tuple[date, date] | None:
    """The period that one text names, or None."""
    if pair := re.search(r"(\d{4}-\d\d-\d\d)\s*(?:--?|–|till|t\.?o\.?m\.?)\s*(\d{4}-\d\d-\d\d)", text):
        try:
            return date.fromisoformat(pair[1]), date.fromisoformat(pair[2])
        except ValueError:
            return None
    lower = re.sub(rf"\b({MANAD})\.? ?[-–´’'](\d\d)\b", r"\1 20\2", text.lower())  # mars -23
    if school := re.search(SCHOOL, lower):
        if len({y for y, next_ in re.findall(SCHOOL, lower) if int(next_) == (int(y) + 1) % 100}) > 1:
            return None
        year, following = int(school[1]), int(school[2])
        slash = "/" in school[0] or "kvalitetsår" in lower
        if slash and following == (year + 1) % 100:
            return date(year, 9, 1), date(year + 1, 8, 31)
        return month_of(lower)
    years = set(re.findall(AR, lower))
    if len(years) != 1 or re.search(rf"\d{{4}}-\d\d-\d\d|\b\d{{1,2}} ({MANAD})\b", lower):
        return None
    return part_of(lower, int(years.pop()))


def month_of(text: str) -> tuple[date, date] | None:
    """The month that 2023-03 names, or None."""
    month = re.search(r"(?<!\d)(20\d\d)-(0[1-9]|1[0-2])(?![\d-])", text)
    return months(int(month[1]), int(month[2]), int(month[2])) if month else None


def part_of(text: str, year: int) -> tuple[date, date]:
    """The part of the year that the text names: a third, a quarter, a half, months; else the whole year."""
    words = "|".join(sorted(DELAR, key=len, reverse=True))
    parts = re.findall(rf"(?<![a-zåäö])({words})\s?([1-4])(?!\d)", text)
    ends = [int(nr) * DELAR[word] for word, nr in parts]
    if parts and ends[0] <= ends[-1] <= 12:
        return months(year, ends[0] - DELAR[parts[0][0]] + 1, ends[-1])
    named = [number for m in re.findall(r"[a-zåäö]+", text) if (number := month_number(m))]
    return months(year, named[0], named[-1]) if named and named[0] <= named[-1] else months(year, 1, 12)


def month_number(word: str) -> int | None:
    """1–12 for the name of a month or its first three letters."""
    return next((i for i, m in enumerate(clean.MANADER, 1) if word in (m, m[:3])), None)


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """First day of a month to the last day of the same or a later one."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
