"""The control chart of a series: the right kind for its figures, drawn afresh after every break."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from kvalitet_metrics.analysis.series import Row, comparable
from kvalitet_metrics.analysis.words import REGEL
from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.indicators.definition import Antal, Hogsta, Indikator, Kvot
from kvalitet_metrics.stats import spc
from kvalitet_metrics.stats._check import Direction

FEWEST = 6
"""With fewer periods since the last break two periods are compared instead: limits would say nothing."""

LARGE_N = 1000
"""From this median n the p chart takes every ripple for a change, and Laney's p′ is used instead."""

FEWEST_RUNS = 10
"""Anhøj's rules are made for so many values or more."""

NAMES = {
    "p": "p-diagram (andelar)",
    "p_prim": "p′-diagram (andelar av stora antal)",
    "c": "c-diagram (antal)",
    "u": "u-diagram (antal per antal)",
    "xmr": "XmR-diagram (enskilda värden)",
}


@dataclass(frozen=True)
class Point:
    """One period of a chart; lines and signal are None where the figure is missing, hidden or unfinished."""

    period: str
    varde: float | None
    mitt: float
    nedre: float
    ovre: float
    signal: str | None
    typ: str | None
    regel: str | None
    """The signal in words."""


@dataclass(frozen=True)
class Chart:
    """A control chart of one stretch between breaks, oldest first."""

    metod: str
    punkter: tuple[Point, ...]
    variation: str
    assurance: str | None
    preliminart: bool
    antal: int
    """Periods with a figure."""
    runs: spc.Runs | None

    @property
    def newest(self) -> Point:
        """The newest period that has a figure: what the verdict is about."""
        return [p for p in self.punkter if p.varde is not None][-1]

    @property
    def since(self) -> Point:
        """The first of the periods up to the newest that all mean the same as it."""
        known = [p for p in self.punkter if p.varde is not None]
        first = known[-1]
        for point in reversed(known):
            if point.typ != known[-1].typ:
                break
            first = point
        return first


def chart(
    stretch: Sequence[Row | None],
    ind: Indikator,
    direction: Direction,
    target: float | None,
    asked: str | None = None,
) -> Chart | None:
    """The chart of a stretch; None where its figures are too few, or steps of a scale.

    asked: a key of NAMES, where another chart than the usual one is wanted. Raises UsageError where the
    figures are not of the kind that it is made for.
    """
    known = [r for r in stretch if r and comparable(r)]
    if len(known) < FEWEST or isinstance(ind, Hogsta):
        return None
    values = column(stretch, "varde")
    method = fitting(asked, known, ind) if asked else kind(known, ind)
    lines: dict[str, Any]
    if method in ("p", "p_prim"):
        compute = spc.p_chart if method == "p" else spc.p_prime_chart
        found: Any = compute(column(stretch, "taljare"), column(stretch, "namnare"), direction, target)
    elif method == "c":
        found = spc.c_chart(values, direction, target)
    elif method == "u":
        per = ind.per if isinstance(ind, Kvot) else 1
        exposure = [None if n is None else n / per for n in column(stretch, "namnare")]
        found = spc.u_chart(column(stretch, "taljare"), exposure, direction, target)
    elif any(a is not None and b is not None for a, b in pairwise(values)):
        found = spc.xmr(values, direction, target)
    else:
        return None
    lines = {
        name: [line] * len(values) if isinstance(line, float) else line
        for name, line in (("mean", found.mean), ("lower", found.lower), ("upper", found.upper))
    }
    points = tuple(
        Point(row["period"] if row else "", value, *limits, signal, type_, REGEL[signal] if signal else None)
        for row, value, limits, signal, type_ in zip(
            stretch,
            values,
            zip(lines["mean"], fill(lines["lower"]), fill(lines["upper"]), strict=True),
            found.signals,
            found.types,
            strict=True,
        )
        if row
    )
    runs = spc.runs(values) if len(known) >= FEWEST_RUNS else None
    return Chart(method, points, found.variation, found.assurance, found.trial, len(known), runs)


def kind(known: Sequence[Row], ind: Indikator) -> str:
    """c for counts, u for ratios, p for shares with their parts, p′ for large ones, else single values."""
    if isinstance(ind, Antal):
        return "c"
    if isinstance(ind, Kvot):
        return "u"
    if all(r["taljare"] is not None and r["namnare"] is not None for r in known):
        large = median(r["namnare"] for r in known) >= LARGE_N and len(known) >= spc.FULL_LIMITS_FROM
        return "p_prim" if large else "p"
    return "xmr"


def fitting(asked: str, known: Sequence[Row], ind: Indikator) -> str:
    """The chart that is asked for. Raises UsageError for one that there is not, or that does not fit."""
    if asked not in NAMES:
        near, all_of_them = menade_du_fras(asked, NAMES), ", ".join(NAMES)
        raise UsageError(f"Styrdiagrammet «{asked}» finns inte.{near} Välj bland: {all_of_them}.")
    parts = all(r["taljare"] is not None and r["namnare"] is not None for r in known)
    share = parts and all(r["taljare"] <= r["namnare"] for r in known) and not isinstance(ind, Kvot)
    counts = all(r["taljare"] is not None and r["namnare"] is None for r in known)
    fits = {"xmr": True, "c": counts, "u": parts, "p": share, "p_prim": share}
    if not fits[asked]:
        which = ", ".join(name for name, does in fits.items() if does)
        raise UsageError(f"«{ind.namn}» går inte att rita som {NAMES[asked]}. Välj bland: {which}.")
    return asked


def column(stretch: Sequence[Row | None], name: str) -> list[float | None]:
    """A figure per place; None where there is nothing to compare."""
    return [float(r[name]) if r and comparable(r) and r[name] is not None else None for r in stretch]


def fill(line: Sequence[float]) -> list[float]:
    """Limits without holes: a period without cases has those of the nearest before, else after."""
    known = [v for v in line if v == v]
    last, whole = known[0], []
    for v in line:
        last = v if v == v else last
        whole.append(float(last))
    return whole
