"""Units or categories against periods: the number in each cell, and a tone that says where to look.

A measure with a direction has its tone from the middle of the values: on which side of it a figure lies, and
whether its interval reaches over. A target would often give all of them the same tone (a deadline in law is
100 %), so a value that reaches its target has a mark instead. A measure without direction has a darker tone
the larger the value is. The tone never says anything that the number does not.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from kvalitet_metrics import text
from kvalitet_metrics.charts.brott import kort_orsak
from kvalitet_metrics.charts.mening import intervall, underlag, varde
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, perioder

NATT = "✓"
"""Stands beside a value that reaches its target."""
NIVAER = 5
"""So many tones from the smallest to the largest value of a measure without direction."""


class Ton(StrEnum):
    """What the tone of a cell says; the value is what the style sheet calls it."""

    INGEN = ""
    DOLD = "dold"
    BATTRE = "battre"
    SAKERT_BATTRE = "battre-sakert"
    SAMRE = "samre"
    SAKERT_SAMRE = "samre-sakert"
    NIVA_1 = "niva-1"
    NIVA_2 = "niva-2"
    NIVA_3 = "niva-3"
    NIVA_4 = "niva-4"
    NIVA_5 = "niva-5"


@dataclass(frozen=True)
class Ruta:
    """One cell: what stands in it, its tone, all of it in words, and whether a break goes before it."""

    text: str
    ton: Ton
    i_ord: str
    brott: bool = False


Rad = tuple[str, tuple[Ruta | None, ...]]
"""A name, and a cell per period; None where there are no records."""


@dataclass(frozen=True)
class Karta:
    """`perioder` across, `rader` down.

    `forklaring`: pairs of a tone, or the mark of a reached target, and what it means; only what occurs.
    """

    perioder: tuple[str, ...]
    rader: tuple[Rad, ...]
    forklaring: tuple[tuple[Ton | str, str], ...]


def varmekarta(
    serier: Sequence[Serie],
    matt: Matt,
    riktning_for: Callable[[str], str] | None = None,
    olika_matt: bool = False,
) -> Karta:
    """The map of these series, in their order.

    riktning_for: what is better («hogre», «lagre», «neutral») by the name of a series, where it is not the
    same for all. olika_matt: the series measure different things and are never weighed against each other.
    """
    tid = perioder(list(serier))
    alla = [p for s in serier for p in s.punkter]
    rader: list[Rad] = []
    for serie in serier:
        riktning = riktning_for(serie.namn) if riktning_for else matt.riktning
        ton = _tonsattare(serie.punkter if olika_matt else alla, riktning)
        per_period = {(p.start, p.slut, p.period): p for p in serie.punkter}
        punkter = [per_period.get((p.start, p.slut, p.period)) for p in tid]
        rader.append(
            (serie.namn, tuple(_ruta(serie.namn, p, matt, riktning, ton(p)) if p else None for p in punkter))
        )
    bland = "radens värden" if olika_matt else "värdena"
    return Karta(tuple(p.period for p in tid), tuple(rader), _forklaring(rader, bland))


def _tonsattare(punkter: Sequence[Punkt], riktning: str) -> Callable[[Punkt], Ton]:
    """How a point among these gets its tone."""
    varden = sorted(p.varde for p in punkter if p.varde is not None)

    def niva(varde: float) -> Ton:
        """By which fifth of the values it belongs to; the same value is the same tone."""
        return Ton(f"niva-{1 + NIVAER * bisect_left(varden, varde) // len(varden)}")

    def sida(punkt: Punkt, varde: float) -> Ton:
        """By the side of the middle that it lies on, and whether its interval stays there."""
        mitten = median(varden)
        if varde == mitten:
            return Ton.INGEN
        sakert = (punkt.nedre is not None and punkt.nedre > mitten) or (
            punkt.ovre is not None and punkt.ovre < mitten
        )
        if (varde > mitten) == (riktning == "hogre"):
            return Ton.SAKERT_BATTRE if sakert else Ton.BATTRE
        return Ton.SAKERT_SAMRE if sakert else Ton.SAMRE

    def ton(punkt: Punkt) -> Ton:
        """Hidden and missing figures first."""
        if punkt.dold or punkt.varde is None:
            return Ton.DOLD if punkt.dold else Ton.INGEN
        return niva(punkt.varde) if riktning == "neutral" else sida(punkt, punkt.varde)

    return ton


def nar_mal(punkt: Punkt, riktning: str) -> bool | None:
    """Whether the value is as good as its target, the target itself included; None where there is none."""
    mal = punkt.mal if punkt.mal is not None else punkt.jamforelser.get("good_enough_mal")
    if mal is None or punkt.varde is None or riktning == "neutral":
        return None
    return punkt.varde >= mal if riktning == "hogre" else punkt.varde <= mal


def _ruta(namn: str, punkt: Punkt, matt: Matt, riktning: str, ton: Ton) -> Ruta:
    """The cell of a figure, without its unit, which the heading has: a year must fit beside eleven others."""
    skrivet = varde(punkt, matt).removesuffix("%").removesuffix("dagar").removesuffix("dag").strip()
    natt = nar_mal(punkt, riktning)
    brott = kort_orsak(punkt)
    delar = [
        f"{namn} {punkt.period}: {text.DOLD_VARFOR if punkt.dold else varde(punkt, matt)}",
        underlag(punkt, matt),
        f"95{text.NBSP}% intervall {spann}" if (spann := intervall(punkt, matt)) else "",
        {True: "når målet", False: "når inte målet", None: ""}[natt],
        f"jämförs inte med perioden före: {brott}" if brott else "",
    ]
    return Ruta(
        f"{skrivet}{text.NBSP}{NATT}" if natt else skrivet,
        ton,
        ", ".join(filter(None, delar)).strip(),
        bool(brott),
    )


def _forklaring(rader: Sequence[Rad], bland: str) -> tuple[tuple[Ton | str, str], ...]:
    """What the tones and the mark mean that occur, strongest first."""
    rutor = [ruta for _, rad in rader for ruta in rad if ruta]
    ord_ = {
        Ton.SAKERT_BATTRE: f"Bättre än mitten av {bland}, mer än slumpen förklarar",
        Ton.BATTRE: f"Bättre än mitten av {bland}, men skillnaden är osäker",
        Ton.SAMRE: f"Sämre än mitten av {bland}, men skillnaden är osäker",
        Ton.SAKERT_SAMRE: f"Sämre än mitten av {bland}, mer än slumpen förklarar",
        Ton.NIVA_1: f"Den lägsta femtedelen av {bland}",
        Ton.NIVA_5: f"Den högsta femtedelen av {bland}",
        Ton.DOLD: text.stor_bokstav(text.DOLD_VARFOR),
    }
    toner = {ruta.ton for ruta in rutor}
    natt = [(NATT, "Når målet")] if any(NATT in ruta.text for ruta in rutor) else []
    return (*((ton, mening) for ton, mening in ord_.items() if ton in toner), *natt)
