"""A table from a query as series of points: what every chart, sentence and twin table is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kvalitet_metrics import text
from kvalitet_metrics.model import OMRADEN, Brott, Brottslag

if TYPE_CHECKING:
    from pandas import DataFrame

I_NAMNORDNING = {"forvaltning", "avdelning", "enhet", "grupp", "omrade", "fraga"}
"""Breakdowns that stand in the order of their names: a list of units by size would be a league table."""

UTAN_VARDE = "Uppgift saknas"
"""Where the records do not say which unit, kön or category they belong to; always stands last."""


DEL = " (del)"
"""Stands after the name of a period that the loaded files do not cover wholly."""


@dataclass(frozen=True)
class Matt:
    """What is measured, in words: taken from the definition of the indicator, and from the question put.

    `enhet` is «andel», «antal», «dagar», «värde» or one of text.PER; `riktning` «hogre», «lagre» or
    «neutral»; `by` the columns of the breakdown and `by_ord` their Swedish words. skala: values are steps of
    one scale, of which the highest is told.
    """

    namn: str
    enhet: str
    riktning: str
    by: tuple[str, ...] = ()
    by_ord: str = ""
    fordelning: bool = False
    skala: bool = False

    @property
    def har_delar(self) -> bool:
        """True where a value is one count through another, and both are shown."""
        return self.enhet == "andel" or self.enhet in text.PER


@dataclass(frozen=True)
class Punkt:
    """One figure: a period of one series. All numbers are None where `dold`, or where there are none.

    brott: why it cannot be compared with the period before; there is then no `foregaende` either. Nor is
    there one of an unfinished period, or after one.
    """

    period: str
    start: date
    slut: date
    varde: float | None = None
    taljare: int | None = None
    namnare: int | None = None
    nedre: float | None = None
    ovre: float | None = None
    mal: float | None = None
    foregaende: float | None = None
    medel: float | None = None
    p90: float | None = None
    bortfall: int = 0
    dold: bool = False
    anmarkning: tuple[str, ...] = ()
    jamforelser: Mapping[str, float] = field(default_factory=dict, hash=False)
    utfall: Mapping[str, str] = field(default_factory=dict, hash=False)
    """How it stands against those of the others that it could be compared with."""
    brott: tuple[Brott, ...] = ()
    ofull: bool = False

    def foljer_pa(self, annan: "Punkt") -> bool:
        """True where this period begins the day after the other ends."""
        return self.start == annan.slut + timedelta(days=1)

    def hanger_ihop(self, annan: "Punkt") -> bool:
        """True where a line may join them: no period is missing between them, and no break is there."""
        return self.foljer_pa(annan) and not self.brott


@dataclass(frozen=True)
class Serie:
    """The figures of one unit, kön, category …, in order of time."""

    namn: str
    punkter: tuple[Punkt, ...]

    @property
    def saknas(self) -> bool:
        """True for the records that do not say what they belong to."""
        return UTAN_VARDE in self.namn

    @property
    def sista(self) -> Punkt:
        """The newest figure."""
        return self.punkter[-1]


def las(tabell: "DataFrame", matt: Matt) -> list[Serie]:
    """The series of a table with the columns of a query, one per value of `matt.by`.

    Units stand in Swedish alphabetical order, categories by the size of their newest value.
    """
    grupper: dict[str, list[Punkt]] = {}
    rader = tabell.to_dict("records")
    delar = {rad["period"] for rad in rader if rad.get("ofull")}
    for rad in rader:
        grupper.setdefault(serienamn(rad, matt.by), []).append(_punkt(rad, rad["period"] in delar))
    serier = [Serie(namn, _i_ordning(p)) for namn, p in grupper.items()]
    serier.sort(key=lambda s: (s.saknas, text.sortnyckel(s.namn)))
    if not I_NAMNORDNING & set(matt.by) and len(serier) > 2:
        nyast = nyaste(serier).start
        serier.sort(key=lambda s: (s.saknas, -(s.sista.varde or 0) if s.sista.start == nyast else 1))
    return serier


def serienamn(rad: Mapping[str, Any], by: Sequence[str]) -> str:
    """What the series is called that a row belongs to."""
    return " · ".join(_skrivet(b, rad[b]) for b in by)


def nyaste(serier: list[Serie]) -> Punkt:
    """The newest figure of any series; a target for a coming year is none, a hidden figure is one."""
    punkter = [p for s in serier for p in s.punkter]
    med_varde = [p for p in punkter if p.dold or p.varde is not None]
    return max(med_varde or punkter, key=lambda p: p.start)


def perioder(serier: list[Serie]) -> list[Punkt]:
    """One point per period that occurs in any series, in order of time: what stands on the time axis."""
    sedda = {(p.start, p.slut, p.period): p for s in serier for p in s.punkter}
    return [sedda[k] for k in sorted(sedda)]


def _i_ordning(punkter: list[Punkt]) -> tuple[Punkt, ...]:
    """The points in order of time; what follows upon an unfinished period is not compared with it."""
    ordnade = sorted(punkter, key=lambda p: (p.start, p.period))
    foregangare = [None, *ordnade]
    return tuple(
        replace(p, foregaende=None) if fore and fore.ofull else p
        for fore, p in zip(foregangare, ordnade, strict=False)
    )


def _skrivet(kolumn: str, varde: Any) -> str:
    """A value of a breakdown as it is read: areas with their name, and a word where nothing is said."""
    if text.saknas(varde):
        return UTAN_VARDE
    return f"{varde} {OMRADEN[varde]}" if kolumn == "omrade" and varde in OMRADEN else str(varde)


def _punkt(rad: dict[str, Any], delvis: bool) -> Punkt:
    """A row of the table as a point: not-a-number becomes None, time stamps become dates.

    delvis: the period is unfinished in some series of the table, so that all have the same name for it.
    """

    def tal(kolumn: str) -> float | None:
        return None if text.saknas(rad.get(kolumn)) else float(rad[kolumn])

    def antal(kolumn: str) -> int | None:
        return None if text.saknas(rad.get(kolumn)) else int(rad[kolumn])

    ofull = rad.get("ofull") or {}
    vilka = [f"Perioden är inte hel för {text.lista(ofull['forvaltning'])}."] if ofull else []
    return Punkt(
        period=str(rad["period"]) + DEL * delvis,
        start=_dag(rad["period_start"]),
        slut=_dag(rad["period_end"]),
        varde=tal("varde"),
        taljare=antal("taljare"),
        namnare=antal("namnare"),
        nedre=tal("nedre"),
        ovre=tal("ovre"),
        mal=tal("mal"),
        foregaende=None if ofull or rad.get("brott") else tal("foregaende"),
        medel=tal("medel"),
        p90=tal("p90"),
        bortfall=antal("bortfall") or 0,
        dold=bool(rad.get("dold")),
        anmarkning=(*(rad.get("anmarkning") or ()), *vilka),
        jamforelser={k: v for k, v in (rad.get("jamforelser") or {}).items() if not text.saknas(v)},
        utfall={k: v for k, v in (rad.get("jamforelse_utfall") or {}).items() if v},
        brott=tuple(_brott(b) for b in rad.get("brott") or ()),
        ofull=bool(ofull),
    )


def _brott(fakta: dict[str, Any]) -> Brott:
    """A break from the row's form."""
    return Brott(**fakta | {"slag": Brottslag(fakta["slag"]), "datum": _dag(fakta["datum"])})


def _dag(tid: Any) -> date:
    """A date, whatever kind of date the table holds."""
    return tid.date() if hasattr(tid, "date") else tid
