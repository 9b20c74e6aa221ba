"""How records are divided over the time that they took, with the deadline at the edge of a band.

Bands are counted as the deadline itself is: in calendar months where it is given in months, in days where
it is given in days. So what is drawn on either side of the deadline is what the share in time counts.
"""

from dataclasses import dataclass
from itertools import pairwise

from kvalitet_metrics.indicators.compiler import days_between
from kvalitet_metrics.indicators.definition import Andel, Fordelning, Indikator, Tid
from kvalitet_metrics.indicators.frister import Frist
from kvalitet_metrics.model import Riktning

KOLUMN = "tidsband"
KANTER = {"manader": (1, 2, 3, 4, 5, 6, 9, 12), "dagar": (7, 14, 21, 28, 42, 56, 84)}
"""Upper ends of the bands, by unit; a deadline that is none of them is added."""
TATT = 2
"""An edge so near a deadline in days would make a band of its own for nothing."""
ORD = {"manader": ("månad", "månader"), "dagar": ("dag", "dagar")}


@dataclass(frozen=True)
class Tidsband:
    """The bands of an indicator, shortest first, and its deadlines.

    frister: for whom (empty where it is for all), in words, and the number of bands within it.
    """

    namn: tuple[str, ...]
    frister: tuple[tuple[str, str, int], ...]
    enhet: str
    indikator: Fordelning


def tidsband(ind: Indikator) -> Tidsband | None:
    """The bands of a time, or of a share whose numerator is being within its deadline; else None."""
    match ind:
        case Tid():
            frister, start, slut, underlag = dict(ind.frister), ind.start, ind.slut, "TRUE"
        case Andel(frist=Frist() as frist) if ind.taljare == frist.i_tid():
            frister, start, slut, underlag = {"": frist}, frist.start, frist.slut, ind.underlag
        case _:
            return None
    enhet = next((f.enhet for f in frister.values()), "dagar")
    kanter = edges(enhet, list(frister.values()))
    namn = names(kanter, enhet)
    return Tidsband(
        namn,
        tuple((vem, f.namn, kanter.index(f.langd) + 1) for vem, f in frister.items()),
        ORD[enhet][1],
        Fordelning(
            kod=ind.kod, namn=ind.namn, varfor=ind.varfor, kalla=ind.kalla, omrade=ind.omrade,
            tabell=ind.tabell, datum=ind.datum, urval=f"({ind.urval}) AND ({underlag})",
            riktning=Riktning.NEUTRAL, nedbrytningar=ind.nedbrytningar, begransningar=ind.begransningar,
            namnare_ord=ind.namnare_ord, taljare_ord="de av dem som tog så lång tid", exempel=ind.exempel,
            granskad=ind.granskad, id=ind.id, over=KOLUMN, alla_varden={KOLUMN: namn},
            harledda={**ind.harledda, KOLUMN: band_sql(kanter, namn, enhet, start, slut)},
        ),
    )  # fmt: skip


def edges(enhet: str, frister: list[Frist]) -> list[int]:
    """Upper ends of the bands, all deadlines among them."""
    langder = {f.langd for f in frister}
    glest = {k for k in KANTER[enhet] if enhet != "dagar" or all(abs(k - n) > TATT for n in langder)}
    return sorted(glest | langder)


def names(kanter: list[int], enhet: str) -> tuple[str, ...]:
    """What the bands are called: «högst 1 månad», «över 1–2 månader», «över 12 månader»."""
    en, flera = ORD[enhet]
    forsta = f"högst {kanter[0]} {en if kanter[0] == 1 else flera}"
    if enhet == "dagar":
        mellan = [f"{a + 1}–{b} {flera}" for a, b in pairwise(kanter)]
    else:
        mellan = [f"över {a}–{b} {flera}" for a, b in pairwise(kanter)]
    return forsta, *mellan, f"över {kanter[-1]} {flera}"


def band_sql(kanter: list[int], namn: tuple[str, ...], enhet: str, start: str, slut: str) -> str:
    """SQL for the band of a record; NULL where a date is missing."""
    unit = {"manader": "MONTH", "dagar": "DAY"}[enhet]
    whens = " ".join(
        f"WHEN {slut} <= CAST({start} + INTERVAL {kant} {unit} AS DATE) THEN '{ord_}'"
        for kant, ord_ in zip(kanter, namn, strict=False)
    )
    return f"CASE WHEN {days_between(start, slut)} IS NULL THEN NULL {whens} ELSE '{namn[-1]}' END"
