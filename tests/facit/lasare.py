"""More ways to read an answer than counts, numerators, denominators and shares. One function per word.

A reader gets the question, the rows of its period, those of them that the figure is about, and the row
of the key. It answers in the unit of the key, and None where the answer does not hold one figure.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.indicators.frister import Frist
from tests.facit.fragor import Fraga

Rad = dict[str, str]
TAL_I_ORD = {3: "tre", 6: "sex", 7: "sju", 15: "femton"}


def varde(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The value that all chosen rows have in common, as for a single reported value."""
    return tal(ett(valda.varde), valda, rad)


def malvarde(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The reported target."""
    return tal(ett(valda.mal), valda, rad)


def jamforelse(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The comparator that the row of the key names."""
    return tal(ett(j.get(rad["comparator"]) for j in valda.jamforelser), valda, rad)


def okning(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """How much higher a value is than the one before it."""
    return tal(ett(valda.varde - valda.foregaende), valda, rad)


def andel_av_alla(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal:
    """The chosen counts as a share of all counts of the period."""
    return jamn(Decimal(100 * int(valda.varde.sum())) / int(nu.varde.sum()), rad["value"])


def drygt(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The even ten that a count is a little more than: 42 is «drygt 40», 40 and 46 are not."""
    antal = int(valda.varde.sum())
    return Decimal(antal - antal % 10) if 0 < antal % 10 < 5 else None


def slag(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal:
    """How many kinds there are."""
    return Decimal(len(valda))


def etikett(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> str | None:
    """The only label that has records, of the column that the question leaves open."""
    [kolumn] = [k for k, etiketter in fraga.delar.items() if etiketter is None]
    med_poster = valda[valda.taljare + valda.bortfall > 0]
    svar = ett(med_poster[kolumn])
    stor = svar is not None and rad["value"][:1].isupper()
    return svar[:1].upper() + svar[1:] if stor else svar


def alla(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> str | None:
    """The word for all, where the share is exactly one."""
    return rad["value"] if rad["value"] in ("alla", "samtliga") and ett(valda.varde) == 1 else None


def i_ord(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> str | None:
    """A reported value, else its target, in words with the unit that ends its name: «sex veckor»."""
    tal = ett(valda.varde.fillna(valda.mal))
    namn = ett(valda.kategori)
    return None if tal is None or namn is None else f"{TAL_I_ORD[int(tal)]} {namn.split(', ')[-1]}"


def staden(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The city's value beside the own one."""
    return tal(ett(j.get("staden") for j in valda.jamforelser), valda, rad)


def foregaende(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The value before the latest one, as the answer itself gives it."""
    return tal(valda.foregaende.iloc[-1], valda, rad) if len(valda) else None


def samtliga(fraga: Fraga, nu: pd.DataFrame, valda: pd.DataFrame, rad: Rad) -> str | None:
    """The word, where the numerator is the whole denominator."""
    return "samtliga" if valda.namnare.sum() and valda.taljare.sum() == valda.namnare.sum() else None


def ett(varden) -> object | None:
    """The only value among several that are alike; None where they differ or there is none."""
    olika = {v for v in varden if v is not None and v == v}
    return olika.pop() if len(olika) == 1 else None


def tal(varde: object | None, valda: pd.DataFrame, rad: Rad) -> Decimal | None:
    """A value in the unit of the key: a share as percent, rounded as it is published."""
    if varde is None:
        return None
    andel = set(valda.matenhet) == {"andel"} if "matenhet" in valda else rad["unit"] == "%"
    return jamn(Decimal(str(varde)) * (100 if andel else 1), rad["value"])


def jamn(tal: object, publicerat: str) -> Decimal:
    """Rounded half up to as many decimals as the published figure has."""
    return Decimal(str(tal)).quantize(Decimal(publicerat), ROUND_HALF_UP)


LASARE: dict[str, Callable[[Fraga, pd.DataFrame, pd.DataFrame, Rad], Decimal | str | None]] = {
    f.__name__: f
    for f in (
        *(varde, malvarde, jamforelse, okning, andel_av_alla, drygt, slag, etikett, alla, i_ord),
        *(staden, foregaende, samtliga),
    )
}
"""The word in a question's `las` → how it is read."""


def frist(ind: Indikator, typ: str | None, rad: Rad) -> Decimal | str | None:
    """The definition's deadline (that of a type of record), as a number or in words."""
    f = ind.frister[typ] if typ else ind.frist
    if rad["measure"] != "text":
        return Decimal(f.langd)
    return next((ord_ for ord_ in fristord(f) if ord_ == rad["value"]), None)


def fristord(f: Frist) -> list[str]:
    """The same length in the words that a report may use: its name, «4 månader», 42 days as «6 veckor»."""
    ord_ = {"dagar": "dagar", "manader": "månad" if f.langd == 1 else "månader"}[f.enhet]
    veckor = [f"{f.langd // 7} veckor"] if f.enhet == "dagar" and f.langd % 7 == 0 else []
    return [f.namn, f"{f.langd} {ord_}", *veckor]


def langst(poster: pd.DataFrame, plats: int) -> Decimal | None:
    """The days from `inkom` to `forsta_atgard` of the record with the longest, or next longest, wait."""
    dagar = (poster.forsta_atgard - poster.inkom).dt.days.dropna().sort_values(ascending=False)
    return Decimal(int(dagar.iloc[plats])) if len(dagar) > plats else None
