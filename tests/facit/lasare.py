"""How an answer is read where the published figure is neither a count nor a share of it.

Each reader gets the chosen rows of the answer and the facit row, and gives the figure in the row's unit.
"""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.indicators.frister import Frist

Rad = dict[str, str]


def jamn(tal, publicerat: str) -> Decimal:
    """Rounded half up to as many decimals as the published figure has."""
    return Decimal(str(tal)).quantize(Decimal(publicerat), ROUND_HALF_UP)


def i_enheten(tal, rad: Rad) -> Decimal | None:
    """A value as published: a share in percent, everything else as it is; None where there is none."""
    if tal is None or pd.isna(tal):
        return None
    return jamn(Decimal(str(tal)) * (100 if rad["unit"] in ("%", "procentenheter") else 1), rad["value"])


def varde(tabell: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The value of the only row."""
    return i_enheten(tabell.varde.iloc[0], rad) if len(tabell) == 1 else None


def staden(tabell: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The city's value beside that of the only row."""
    return i_enheten(tabell.jamforelser.iloc[0].get("staden"), rad) if len(tabell) == 1 else None


def mal(tabell: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The target of the first row."""
    return i_enheten(tabell.mal.iloc[0], rad) if len(tabell) else None


def foregaende(tabell: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The value before the latest row's, as the answer itself gives it."""
    return i_enheten(tabell.foregaende.iloc[-1], rad) if len(tabell) else None


def andring_enheter(tabell: pd.DataFrame, rad: Rad) -> Decimal | None:
    """The only row's value less the one before."""
    if len(tabell) != 1 or pd.isna(tabell.foregaende.iloc[0]):
        return None
    return i_enheten(Decimal(str(tabell.varde.iloc[0])) - Decimal(str(tabell.foregaende.iloc[0])), rad)


def grupper(tabell: pd.DataFrame, rad: Rad) -> Decimal:
    """How many groups have records."""
    return Decimal(len(tabell))


def samtliga(tabell: pd.DataFrame, rad: Rad) -> str | None:
    """The word, where the numerator is the whole denominator."""
    return "samtliga" if tabell.namnare.sum() and tabell.taljare.sum() == tabell.namnare.sum() else None


LASARE = {f.__name__: f for f in (varde, staden, mal, foregaende, andring_enheter, grupper, samtliga)}
"""What `las` may say besides what test_facit reads itself."""


def frist(ind: Indikator, typ: str | None, rad: Rad) -> Decimal | str | None:
    """The definition's deadline (that of a type of record), as a number or in words."""
    f = ind.frister[typ] if typ else ind.frist
    if rad["measure"] != "text":
        return Decimal(f.langd)
    return next((ord_ for ord_ in i_ord(f) if ord_ == rad["value"]), None)


def i_ord(f: Frist) -> list[str]:
    """The same length in the words that a report may use: its name, «4 månader», 42 days as «6 veckor»."""
    ord_ = {"dagar": "dagar", "manader": "månad" if f.langd == 1 else "månader"}[f.enhet]
    veckor = [f"{f.langd // 7} veckor"] if f.enhet == "dagar" and f.langd % 7 == 0 else []
    return [f.namn, f"{f.langd} {ord_}", *veckor]


def langst(poster: pd.DataFrame, plats: int) -> Decimal | None:
    """The days from `inkom` to `forsta_atgard` of the record with the longest, or next longest, wait."""
    dagar = (poster.forsta_atgard - poster.inkom).dt.days.dropna().sort_values(ascending=False)
    return Decimal(int(dagar.iloc[plats])) if len(dagar) > plats else None
