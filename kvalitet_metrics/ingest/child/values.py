"""A stored number and its number format → the text that the cell holds.

Excel stores dates, times and percent as plain numbers; what they are stands in the format. Numbers keep
every digit: the shortest text that reads back as the same number.
"""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

NUMBER, DATE, ELAPSED, PERCENT = "n", "d", "e", "p"
BUILT_IN = (
    dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), DATE)
    | {46: ELAPSED}
    | dict.fromkeys((9, 10), PERCENT)
)
"""Formats that have a number but no text. ECMA-376 part 1, 18.8.30."""

LAST_SERIAL = 2_958_466
"""The day after 9999-12-31."""
DAYS_TO_1904 = 1462


def kind_of_format(number: int, text: str | None) -> str:
    """What a number format makes of a number: n a number, d date or time, e elapsed time, p percent.

    >>> [kind_of_format(170, f) for f in ("yyyy-mm-dd", '0" dagar"', "[h]:mm", "0,0 %", "[Red]0")]
    ['d', 'n', 'e', 'p', 'n']
    """
    if text is None:
        return BUILT_IN.get(number, NUMBER)
    bare = re.sub(r'"[^"]*"?|\\.|_.|\*.', "", text).split(";")[0].lower()
    if re.search(r"\[(h+|m+|s+)\]", bare):
        return ELAPSED
    bare = re.sub(r"\[[^\]]*\]", "", bare)
    if "%" in bare:
        return PERCENT
    if "general" in bare or "standard" in bare:
        return NUMBER
    return DATE if re.search("[dmyhs]", bare) else NUMBER


@lru_cache(65_536)
def cell_text(raw: str, kind: str, since_1904: bool = False) -> str:
    """The text of a stored number; what is not a number is given back as it is.

    >>> cell_text("45112", "d"), cell_text("45112.5", "d"), cell_text("0.25", "d"), cell_text("1.25", "e")
    ('2023-07-05', '2023-07-05 12:00:00', '06:00:00', '30:00:00')
    >>> cell_text("0.72399999999999998", "p"), cell_text("1", "p"), cell_text("0.29999999999999999", "n")
    ('72.4 %', '100 %', '0.3')
    """
    raw = raw.strip()
    try:
        number = float(raw)
    except ValueError:
        return raw
    if not abs(number) < float("inf"):
        return raw
    if kind == PERCENT:
        return f"{plain(format(Decimal(repr(number)) * 100, 'f'))} %"
    if kind == ELAPSED and number >= 0:
        return elapsed(number)
    if kind == DATE:
        return moment(number, since_1904) or plain(raw)
    return plain(raw)


def plain(raw: str) -> str:
    """The shortest text of a number; digits alone are kept, however many they are.

    >>> [plain(t) for t in ("1.0", "12345678901234567890", "1.5E-10", "1.5E+3", "-0", "0.1")]
    ['1', '12345678901234567890', '1.5e-10', '1500', '0', '0.1']
    """
    if raw.isdecimal() and (raw[0] != "0" or raw == "0"):
        return raw
    if whole := re.fullmatch(r"(-?)0*(\d+?)(\.0*)?", raw):
        return whole[2] if whole[2] == "0" else whole[1] + whole[2]
    number = float(raw)
    if number == int(number) and abs(number) < 1e21:
        return str(int(Decimal(repr(number))))
    return repr(number)


def moment(serial: float, since_1904: bool) -> str | None:
    """A day, a day with a time, or a time alone where the day is 0; None outside Excel's calendar.

    Excel counts a 29 February 1900 that never was: days before it are numbered one lower.
    """
    if since_1904:
        serial += DAYS_TO_1904
    if not 0 <= serial < LAST_SERIAL:
        return None
    milliseconds = round(serial * 86_400_000)
    days = milliseconds // 86_400_000
    if days == 60:
        day = "1900-02-29"
    elif days >= LAST_SERIAL:
        return None
    else:
        shift = -25_569 if days > 60 else -25_568
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=days + shift)).date().isoformat()
    clock = hours(milliseconds % 86_400_000)
    if serial < 1 and not since_1904:
        return clock
    return day if clock == "00:00:00" else f"{day} {clock}"


def elapsed(days: float) -> str:
    """A length of time as hours:minutes:seconds, however many hours it is."""
    return hours(round(days * 86_400_000))


def hours(milliseconds: int) -> str:
    """Hours, minutes and seconds, with thousandths where there are any."""
    seconds, rest = divmod(milliseconds, 1000)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{text}.{rest:03d}" if rest else text


def iso_text(text: str) -> str:
    """A date as it is written out in a file, without a time where that is midnight.

    >>> iso_text("2023-07-05T00:00:00"), iso_text("2023-07-05T12:30:00Z")
    ('2023-07-05', '2023-07-05 12:30:00')
    """
    day, _, clock = text.strip().partition("T")
    clock = clock.rstrip("Z")
    return day if not clock.strip("0:.") else f"{day} {clock}"
