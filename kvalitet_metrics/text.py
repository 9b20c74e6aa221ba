"""Swedish writing of numbers, shares, dates and lists. Bottom layer: imports nothing from the package.

Every number that a person reads is written here, and nowhere else. Numbers are rounded half up (156 of 192
is 81,3 %, where `round` gives 81.2), thousands and the percent sign are set off by a no-break space, the
minus is a real one (U+2212) and an interval has an en dash. A missing number is written «–».
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache, partial

from babel import Locale
from babel.dates import format_date

SVENSKA = Locale("sv")
NBSP = "\u00a0"
MINUS = "\u2212"
SVENSKA_TECKEN = str.maketrans({",": NBSP, ".": ",", "-": MINUS})
"""What stands in a number, from the English form to the Swedish."""
SAKNAS = "–"
SAKNAS_I_ORD = "uppgift saknas"
DOLD = "dold"
DOLD_VARFOR = "dold för att skydda enskilda"
"""Of every hidden figure, also one that would give a small one away: nobody may tell which it is."""

EFTER_Z = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
"""The Swedish alphabet ends z å ä ö; these stand in that order right after z in every encoding."""

PER = {"per 100": f"per{NBSP}100", "per 1000": f"per{NBSP}1{NBSP}000"}
"""Units of ratios, and how they are written."""

Number = int | float | Decimal | Fraction


def saknas(x: object) -> bool:
    """True for None, for the not-a-number of floats and dates, and for the NA of a pandas column.

    NA is known by its name: it can be compared with nothing, and pandas is slow to import for one word.

    >>> saknas(None), saknas(float("nan")), saknas(0)
    (True, True, False)
    """
    return x is None or type(x).__name__ == "NAType" or bool(x != x)


def avrundat(x: Number, decimaler: int = 0) -> Decimal:
    """`x` rounded half up (away from zero), exactly: a Fraction as it is, a float as it is written.

    >>> avrundat(2.5), avrundat(-2.5), avrundat(Fraction(156, 192) * 100, 1), avrundat(-0.04, 1)
    (Decimal('3'), Decimal('-3'), Decimal('81.3'), Decimal('0.0'))
    """
    if isinstance(x, Fraction):
        steg = abs(x) * 10**decimaler + Fraction(1, 2)
        heltal = steg.numerator // steg.denominator * (-1 if x < 0 else 1)
        return Decimal(heltal).scaleb(-decimaler)
    exakt = x if isinstance(x, Decimal) else Decimal(str(x if isinstance(x, int) else float(x)))
    svar = exakt.quantize(Decimal(1).scaleb(-decimaler), rounding=ROUND_HALF_UP)
    return svar if svar else abs(svar)  # never «−0»


def tal(x: Number | None, decimaler: int = 0) -> str:
    """A number with decimal comma and thousands set off by a no-break space.

    >>> tal(1342).replace(NBSP, "_"), tal(-3.25, 1), tal(None)
    ('1_342', '−3,3', '–')
    """
    if x is None or saknas(x):
        return SAKNAS
    return f"{avrundat(x, decimaler):,.{decimaler}f}".translate(SVENSKA_TECKEN)


def tal_kort(x: Number | None, decimaler: int = 1) -> str:
    """A number with at most so many decimals, and none where it is whole.

    >>> tal_kort(112.0), tal_kort(112.5), tal_kort(3.456, 2)
    ('112', '112,5', '3,46')
    """
    if x is None or saknas(x):
        return SAKNAS
    svar = avrundat(x, decimaler)
    return tal(svar, 0 if svar == svar.to_integral_value() else decimaler)


def procent(
    andel: Number | None, decimaler: int = 1, taljare: int | None = None, namnare: int | None = None
) -> str:
    """A share between 0 and 1 as percent. Counts, where given, are rounded in its place.

    >>> procent(0.724).replace(NBSP, " "), procent(None)
    ('72,4 %', '–')
    >>> procent(156 / 192, taljare=156, namnare=192).replace(NBSP, " ")
    '81,3 %'
    >>> procent(None, 0, 23, 122).replace(NBSP, " ")
    '19 %'
    """
    exakt = andel if (ur_antal := _brak(taljare, namnare)) is None else ur_antal
    return SAKNAS if exakt is None or saknas(exakt) else f"{tal(_hundradelar(exakt), decimaler)}{NBSP}%"


def procentenheter(diff: Number | None, decimaler: int = 1) -> str:
    """A difference between two shares (0.032), with its sign.

    >>> procentenheter(0.032).replace(NBSP, " "), procentenheter(-0.1, 0).replace(NBSP, " ")
    ('+3,2 procentenheter', '−10 procentenheter')
    >>> procentenheter(0.01, 0).replace(NBSP, " "), procentenheter(0.0001).replace(NBSP, " ")
    ('+1 procentenhet', '0,0 procentenheter')
    """
    if diff is None or saknas(diff):
        return SAKNAS
    enheter = avrundat(_hundradelar(diff), decimaler)
    ord_ = "procentenhet" if abs(enheter) == 1 and decimaler == 0 else "procentenheter"
    return f"{med_tecken(enheter, decimaler)}{NBSP}{ord_}"


def med_tecken(x: Number | None, decimaler: int = 0) -> str:
    """A change, with + or − before it; zero has no sign.

    >>> med_tecken(12), med_tecken(-3), med_tecken(0), med_tecken(None)
    ('+12', '−3', '0', '–')
    """
    if x is None or saknas(x):
        return SAKNAS
    return ("+" if avrundat(x, decimaler) > 0 else "") + tal(x, decimaler)


def intervall(lo: Number | None, hi: Number | None, decimaler: int = 1, enhet: str = "andel") -> str:
    """An interval of shares (default), or of counts, days or values. A bound below zero is joined by «till».

    >>> intervall(0.472, 0.629).replace(NBSP, " ")
    '47,2–62,9 %'
    >>> intervall(98, 121, 0, "dagar").replace(NBSP, " "), intervall(-1.5, 2, 1, "värde"), intervall(None, 3)
    ('98–121 dagar', '−1,5 till 2,0', '–')
    """
    if lo is None or hi is None or saknas(lo) or saknas(hi):
        return SAKNAS
    if enhet == "andel":
        lo, hi = _hundradelar(lo), _hundradelar(hi)
    streck = " till " if lo < 0 or hi < 0 else "–"
    ord_ = {"andel": "%", "dagar": "dagar"} | PER
    efter = f"{NBSP}{ord_[enhet]}" if enhet in ord_ else ""
    return f"{tal(lo, decimaler)}{streck}{tal(hi, decimaler)}{efter}"


def kan_vara(enhet: str) -> tuple[float, float]:
    """The least and the most that a figure of a unit can be: only a reported value may be below zero.

    >>> kan_vara("andel"), kan_vara("dagar"), kan_vara("värde")
    ((0.0, 1.0), (0.0, inf), (-inf, inf))
    """
    return -math.inf if enhet == "värde" else 0.0, 1.0 if enhet == "andel" else math.inf


def antal(n: Number | None, en: str, flera: str) -> str:
    """A count with its noun in the right number.

    >>> antal(1, "fil", "filer").replace(NBSP, " "), antal(1342, "fil", "filer").replace(NBSP, " ")
    ('1 fil', '1 342 filer')
    """
    return SAKNAS if saknas(n) else f"{tal(n)}{NBSP}{en if n == 1 else flera}"


def dagar(x: Number | None, decimaler: int = 1) -> str:
    """A number of days, with decimals only where it is not whole.

    >>> dagar(1).replace(NBSP, " "), dagar(112.5).replace(NBSP, " "), dagar(None)
    ('1 dag', '112,5 dagar', '–')
    """
    skrivet = tal_kort(x, decimaler)
    return skrivet if skrivet == SAKNAS else f"{skrivet}{NBSP}{'dag' if skrivet == '1' else 'dagar'}"


def per(x: Number | None, enhet: str, decimaler: int = 1) -> str:
    """How many of one thing per so many of another.

    >>> per(12.345, "per 100").replace(NBSP, " "), per(0.5, "per 1000").replace(NBSP, " ")
    ('12,3 per 100', '0,5 per 1 000')
    """
    return SAKNAS if x is None or saknas(x) else f"{tal(x, decimaler)}{NBSP}{PER[enhet]}"


def vardetext(varde: Number | None, enhet: str, saknas_som: str = SAKNAS) -> str:
    """The value of an indicator in its own unit: «andel», «antal», «dagar», «värde» or one of PER.

    >>> [vardetext(v, e).replace(NBSP, " ") for v, e in ((0.724, "andel"), (1342, "antal"), (98, "dagar"))]
    ['72,4 %', '1 342', '98 dagar']
    >>> vardetext(3.456, "värde"), vardetext(None, "andel"), vardetext(None, "andel", SAKNAS_I_ORD)
    ('3,46', '–', 'uppgift saknas')
    """
    return saknas_som if saknas(varde) else SKRIV[enhet](varde)


SKRIV: dict[str, Callable[[Number | None], str]] = {
    "andel": procent,
    "antal": tal_kort,
    "dagar": dagar,
    "värde": partial(tal_kort, decimaler=2),
    **{enhet: partial(per, enhet=enhet) for enhet in PER},
}
"""How a value is written, by the unit of its indicator."""


def andel_i_ord(taljare: int | None, namnare: int | None, vad: str) -> str:
    """A share as a reader says it, with its counts; the counts alone where tenths would mislead.

    >>> andel_i_ord(143, 203, "utredningar klara i tid")
    '7 av 10 utredningar klara i tid (143 av 203)'
    >>> andel_i_ord(3, 7, "svar"), andel_i_ord(199, 203, "svar"), andel_i_ord(0, 0, "svar")
    ('3 av 7 svar', '199 av 203 svar', 'uppgift saknas')
    """
    exakt = _brak(taljare, namnare)
    if exakt is None or namnare is None:
        return SAKNAS_I_ORD
    tiondelar = avrundat(exakt * 10)
    antal_av = f"{tal(taljare)} av {tal(namnare)}"
    if namnare <= 10 or tiondelar in (0, 10):
        return f"{antal_av} {vad}"
    return f"{tiondelar} av 10 {vad} ({antal_av})"


def datum(d: date | None) -> str:
    """A date as Swedes write it in tables: 2023-08-31.

    >>> datum(date(2023, 8, 31)), datum(None)
    ('2023-08-31', '–')
    """
    return SAKNAS if d is None or saknas(d) else f"{d:%Y-%m-%d}"


def sedan(d: date) -> str:
    """From when something holds: the year where it began with the year, else the day.

    >>> sedan(date(2023, 1, 1)), sedan(date(2023, 8, 31))
    ('2023', '2023-08-31')
    """
    return str(d.year) if (d.month, d.day) == (1, 1) else datum(d)


def datum_i_ord(d: date | None) -> str:
    """A date as it stands in a sentence.

    >>> datum_i_ord(date(2023, 8, 31)).replace(NBSP, " ")
    '31 augusti 2023'
    """
    return SAKNAS if d is None or saknas(d) else format_date(d, "d MMMM y", locale=SVENSKA).replace(" ", NBSP)


def manad(d: date | None) -> str:
    """The month of a date, three letters and the year, short enough for an axis.

    >>> manad(date(2023, 3, 1)), manad(date(2024, 9, 30))
    ('mar 2023', 'sep 2024')
    """
    return SAKNAS if d is None or saknas(d) else f"{format_date(d, 'MMMM', locale=SVENSKA)[:3]} {d.year}"


def manadsnamn(nr: int) -> str:
    """The name of a month, 1–12.

    >>> manadsnamn(1), manadsnamn(12)
    ('januari', 'december')
    """
    return format_date(date(2000, nr, 1), "LLLL", locale=SVENSKA)


def lista(ord_: Iterable[str], bindeord: str = "och") -> str:
    """Words as a list in a sentence.

    >>> lista(["a", "b", "c"]), lista(["a", "b"], "eller"), lista(["a"]), lista([])
    ('a, b och c', 'a eller b', 'a', '')
    """
    *forst, sist = list(ord_) or [""]
    return f"{', '.join(forst)} {bindeord} {sist}" if forst else sist


def stor_bokstav(mening: str) -> str:
    """The sentence with a capital first letter, the rest untouched.

    >>> stor_bokstav("ökar i ILS")
    'Ökar i ILS'
    """
    return mening[:1].upper() + mening[1:]


@lru_cache(maxsize=4096)
def sortnyckel(ord_: object) -> str:
    """Key for sorting as Swedes do: å ä ö last, accents and case ignored, numbers by size.

    >>> sorted(["Örby", "Zon", "Ängby", "Åsen", "Grupp 10", "Grupp 2", "éva", "Eva B"], key=sortnyckel)
    ['éva', 'Eva B', 'Grupp 2', 'Grupp 10', 'Zon', 'Åsen', 'Ängby', 'Örby']
    """
    svenskt = unicodedata.normalize("NFC", str(ord_)).casefold().translate(EFTER_Z)
    utan_accent = "".join(t for t in unicodedata.normalize("NFD", svenskt) if not unicodedata.combining(t))
    return re.sub(r"\d+", lambda siffror: siffror[0].zfill(12), utan_accent)


def _brak(taljare: int | None, namnare: int | None) -> Fraction | None:
    """The two counts as an exact share; None where one is missing or there is nothing to divide by."""
    if taljare is None or namnare is None or saknas(taljare) or saknas(namnare) or namnare == 0:
        return None
    return Fraction(int(taljare), int(namnare))


def _hundradelar(andel: Number) -> Decimal | Fraction:
    """A share as percent, exactly as it is written: 0.145 is 14.5 and not 14.499999."""
    if isinstance(andel, Fraction):
        return andel * 100
    return Decimal(str(andel if isinstance(andel, int | Decimal) else float(andel))) * 100
