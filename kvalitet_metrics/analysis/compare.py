"""A figure against another: the period before, the target, and others, each kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kvalitet_metrics.analysis.series import DIRECTION, Row
from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.stats import benchmark
from kvalitet_metrics.stats._check import SIGNS, Direction
from kvalitet_metrics.stats.proportion import square_and_add

SMALL_N = 10
"""Of fewer cases than this one case more or less moves a share by over ten percentage points."""


@dataclass(frozen=True)
class Difference:
    """How much the newer of two periods is above the older, in the unit of the figure; bounds at 95 %."""

    period: str
    mot: str
    varde: float
    nedre: float | None
    ovre: float | None

    @property
    def real(self) -> bool:
        """True where chance does not explain it."""
        return self.nedre is not None and self.ovre is not None and not self.nedre <= 0 <= self.ovre


@dataclass(frozen=True)
class Target:
    """nas: the newest figure is as good as its target. sakert: so clearly that chance cannot have done it."""

    varde: float
    nas: bool
    sakert: bool


def difference(now: Row, before: Row, period: str, mot: str) -> Difference:
    """The difference of two rows from their own intervals: Newcombe's for shares, the same way for the rest.

    Each bound is as far away as the root of the sum of squares of the distances that push it there. Without
    intervals there is a difference but nothing is known of its chance.
    """
    columns = ("varde", "nedre", "ovre")
    numbers = [r[c] for r in (now, before) for c in columns]
    if None in numbers:
        return Difference(period, mot, now["varde"] - before["varde"], None, None)
    return Difference(period, mot, *square_and_add(*numbers))


def target(row: Row, direction: Direction) -> Target | None:
    """Whether the target is reached; None without one, without a direction and where nothing is seen."""
    goal = row.get("mal")
    if goal is None or row["varde"] is None or not SIGNS[direction]:
        return None
    above = (row["varde"] - goal) * SIGNS[direction]
    best = (direction == "up" and row["varde"] == 1 and goal == 1) or (row["varde"] == 0 and goal == 0)
    exact = row["nedre"] is None or row["ovre"] is None
    clear = exact or benchmark.compare(row["nedre"], row["ovre"], goal) != "likvärdig"
    return Target(goal, above >= 0, best or clear)


def with_outcomes(rows: list[Row], ind: Indikator) -> list[Row]:
    """Give every row that has comparators `jamforelse_utfall`, in place: name to how the figure stands.

    bättre, sämre, högre, lägre or likvärdig by the figure's own interval. None where it has no interval;
    a target's stands under `mal`. A comparator counts as exact.
    """
    for row in rows:
        if "jamforelser" in row:
            way = DIRECTION[ind.riktning_for(row[ind.alltid_per] if ind.alltid_per else None)]
            others = {k: v for k, v in row["jamforelser"].items() if v is not None}
            if row.get("mal") is not None:
                others["mal"] = row["mal"]
            row["jamforelse_utfall"] = outcomes(row, others, way)
    return rows


def outcomes(row: Mapping[str, Any], others: Mapping[str, float], way: Direction) -> dict[str, str | None]:
    """Each comparator by its name, with how the row stands against it."""
    known = row["nedre"] is not None and row["ovre"] is not None
    return {
        name: benchmark.compare(row["nedre"], row["ovre"], value, way) if known else None
        for name, value in others.items()
    }
