"""Identity numbers as people, systems and Excel write them: which digits of a text may be one.

Personal identity numbers (SKV 704) and coordination numbers (SKV 707, day + 60). The tax agency's own
test numbers hold years from 1890 on, and coordination numbers whose month is 00 and whose day is 60,
or whose day does not exist in its month: a date is never demanded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLANK, DASH = " \u00a0\u2007\u2009\u202f", "-+–−‑_"
CENTURY = "(?:18|19|20)"
DATE = "(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[0-9]|[78][0-9]|9[01])|00(?:6[0-9]|[78][0-9]|9[01]))"
"""MMDD, with 60 added to the day of a coordination number; its month may be unknown (00)."""
SEPARATOR = f"[{BLANK}]?[{DASH}]?[{BLANK}]?"
MONTH, DAY = "(?:0[0-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01]|6[0-9]|[78][0-9]|9[01])"
WRITTEN_DATE = f"{CENTURY}?[0-9]{{2}}[-{BLANK}]{MONTH}[-{BLANK}]?{DAY}[{DASH}{BLANK}][0-9]{{4}}"
RESERVE = (
    f"{CENTURY}[0-9]{{2}}{DATE}[-+]?(?:[0-9]{{1,3}}[A-Z][0-9A-Z]{{0,2}}|[A-Z][0-9A-Z]{{0,2}}[0-9][0-9A-Z]?)"
)

IN_TEXT = f"(?:{CENTURY}?[0-9]{{2}}{DATE}{SEPARATOR}[0-9]{{4}}|{WRITTEN_DATE}|{RESERVE})"
"""The forms that may stand anywhere in a text."""
WHOLE_CELL = (
    "(?:[0-9]{7,10}|[0-9]{12}"
    f"|[0-9]{{1,3}}(?:[{BLANK}.][0-9]{{3}}){{3}}"
    "|[0-9][.,][0-9]{4,}[eE][+]?(?:09|9|11))(?:[.,]0+)?"
)
"""Numbers that are all that a cell holds, as Excel makes them: no separator, lost leading zeros,
groups of three, an exponent."""

CANDIDATE = f"^[{BLANK}]*{WHOLE_CELL}[{BLANK}]*$|(?:^|[^0-9]){IN_TEXT}(?:[.,]0+)?(?:$|[^0-9])"
"""What a cell must match to be looked at more closely; also for DuckDB's regular expressions."""
FIND = re.compile(rf"(?<!\d)(?<!\d\d\d-)({IN_TEXT})(?=(?:[.,]0+)?(?!\d))(?!-\d\d-\d\d|-\d{{4}})")
WHOLE = re.compile(WHOLE_CELL)
NOT_A_PERSON = re.compile(r"(?:\+46|tel|telefon|mobil|mob|fax|sms|dnr|diarienr|diarienummer)\W{0,3}$", re.I)
"""Words right before a number that say what else it is: a telephone, a registered document."""


@dataclass(frozen=True)
class Kandidat:
    """Digits that may be an identity number: the form in which they stood, and whether they hold as one.

    giltig: the check digit is right; None where they cannot be one, but stand alone in a cell in the
    same form, which tells what kind of numbers a column holds.
    """

    form: str
    giltig: bool | None


def check_digit_holds(number: str) -> bool:
    """True where the last digit is right: Luhn, weights 2,1,2,1 … over the ten last digits.

    Source: Skatteverket, Personnummer (SKV 704) and Samordningsnummer (SKV 707).

    >>> check_digit_holds("701063-2391")
    True
    >>> check_digit_holds("701063-2392")
    False
    """
    digits = [int(d) for d in re.sub(r"\D", "", number)][-10:]
    doubled = [d * (2 - i % 2) for i, d in enumerate(digits)]
    return sum(d // 10 + d % 10 for d in doubled) % 10 == 0


def candidates(cell: str) -> Iterator[Kandidat]:
    """Every number in a cell that is written as an identity number may be.

    >>> [k.form for k in candidates("barnet 701063-2391, tel 0701234567")]
    ['10 med tecken']
    >>> list(candidates("708123456"))  # nine digits: 070812-3456 without its zero
    [Kandidat(form='9 siffror', giltig=False)]
    """
    whole = cell.strip(BLANK)
    if WHOLE.fullmatch(whole):
        yield from damaged(re.sub(r"[.,]0+$", "", whole))
        return
    for found in FIND.finditer(cell):
        number = found[1]
        if NOT_A_PERSON.search(cell[: found.start()]):
            continue
        digits = re.sub(r"\D", "", number)
        if re.search("[A-Z]", number):
            yield Kandidat("reservnummer", True)
        else:
            sign = "med tecken" if len(digits) < len(number) else "utan tecken"
            yield Kandidat(f"{len(digits)} {sign}", check_digit_holds(digits))


def damaged(cell: str) -> Iterator[Kandidat]:
    """What a cell holds that Excel takes for an amount."""
    if "e" in cell.lower():
        yield from scientific(cell)
        return
    digits = re.sub(r"\D", "", cell)
    full = digits.zfill(10)
    if len(digits) < 10:
        form = f"{len(digits)} siffror"
    else:
        form = f"{len(digits)} {'utan tecken' if digits == cell else 'i grupper'}"
    yield Kandidat(form, check_digit_holds(full) if FIND.fullmatch(full) else None)


def scientific(cell: str) -> Iterator[Kandidat]:
    """1,99001E+11: with all its digits it is checked as any, cut short it counts if its date may be one."""
    mantissa, exponent = re.split("[eE]", cell.replace(",", ".").replace("+", ""))
    digits = mantissa.replace(".", "")
    length = int(exponent) + 1
    shaped = any(FIND.fullmatch(digits.ljust(length, rest)) for rest in "16")
    if len(digits) == length:
        yield Kandidat("med exponent", check_digit_holds(digits) if shaped else None)
    elif len(digits) < length:
        yield Kandidat("avkortad", shaped or None)


def holds(text: str) -> bool:
    """True where a short text, such as a file's name, holds an identity number with a valid check digit."""
    return any(k.giltig and k.form != "reservnummer" for k in candidates(text))


def may_hold(text: str) -> bool:
    """True where a text must not be repeated in a message: it has the shape of an identity number."""
    return any(k.giltig is not None for k in candidates(text))
