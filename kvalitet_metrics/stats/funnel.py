"""Units against their whole: funnel limits that widen where the cases are few. Never a league table."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaincinv

from kvalitet_metrics.stats import _check
from kvalitet_metrics.stats._check import Array, Numbers

WARNING, ALARM = 0.95, 0.998
"""The two levels of a funnel: about two and three standard deviations."""

UNITS_FOR_DISPERSION = 10
"""With fewer units than this the variation between units cannot be told from chance."""

WINSORISED = 0.1
"""The share of units at each end whose z-score is pulled in, so that outliers do not widen the limits."""

Outside = Literal["lower_95", "upper_95", "lower_998", "upper_998"]


@dataclass(frozen=True)
class Dispersion:
    """Variation between units beyond chance. phi and tau2 are None, with a reason, for too few units."""

    units: int
    phi: float | None
    """Mean squared winsorised z-score: 1 where chance alone explains the spread."""
    tau2: float | None
    """Variance between units on the arcsine scale, 0 where chance explains all."""
    reason: str | None = None
    """Why it could not be told, in words for the reader."""


@dataclass(frozen=True)
class Funnel:
    """Limits around the figure of the whole, per unit in the order given; nan and None without cases."""

    centre: float
    lower_95: Array
    upper_95: Array
    lower_998: Array
    upper_998: Array
    outside: tuple[Outside | None, ...]
    """Per unit the widest limit that it is strictly beyond."""
    dispersion: Dispersion
    adjusted: bool
    """True where the limits are widened by the variation between units."""


def proportion_limits(centre: float, n: ArrayLike, confidence: float = WARNING) -> tuple[Any, Any]:
    """Limits (lower, upper) for the share of a unit with n cases, where the whole has the share `centre`.

    The shares whose Wilson interval just reaches the centre: centre ∓ z·√(centre·(1 − centre)/n), within
    0–1. `n` is one number or an array. ValueError for n ≤ 0 and a centre outside 0–1.
    Source: PHEindicatormethods (UKHSA), R/Funnels.R, whose sigma_adjustment is this in another form.

    >>> "{:.4f}–{:.4f}".format(*proportion_limits(0.8, 100))
    '0.7216–0.8784'
    """
    sizes = _check.one_or_many("n", n)
    _check.every("n", (sizes > 0) & np.isfinite(sizes), "above 0")
    lower, upper = share_limits(_check.share("centre", centre), sizes, confidence, 0.0)
    return _as_given(lower), _as_given(upper)


def poisson_limits(expected: ArrayLike, confidence: float = WARNING) -> tuple[Any, Any]:
    """Limits (lower, upper) for the count of a unit that has so many expected events; counts.

    χ²(α/2; 2E)/2 and χ²(1 − α/2; 2E + 2)/2; divide by E for a ratio. `expected` is one number or an array.
    ValueError for expected ≤ 0.
    Source: poisson_funnel in PHEindicatormethods (UKHSA) and calculate_limits in FunnelPlotR (Mainey C).

    >>> "{:.2f}–{:.2f}".format(*poisson_limits(20))
    '12.22–30.89'
    """
    events = _check.one_or_many("expected", expected)
    _check.every("expected", (events > 0) & np.isfinite(events), "above 0")
    tail = _check.tail(confidence)
    return _as_given(gammaincinv(events, tail)), _as_given(gammaincinv(events + 1, 1 - tail))


def dispersion(x: Numbers, n: Numbers) -> Dispersion:
    """How much more units with shares x/n differ than chance explains.

    z = (asin√(x/n) − asin√(Σx/Σn))·2√n, pulled in to the 10th and 90th percentile; φ = mean z²;
    τ² = (kφ − (k − 1))/(Σw − Σw²/Σw) with w = 4n for k units, 0 where negative. Units without cases are
    left out. ValueError for x < 0, n < 0, x > n and lengths that differ.
    Source: Spiegelhalter DJ, Stat Med 2005;24:1185–1202, additive model, as in FunnelPlotR (Mainey C).
    """
    counts, sizes = _units(x, n)
    counts, sizes = counts[sizes > 0], sizes[sizes > 0]
    if not len(sizes):
        return _too_few(0)
    centre = np.arcsin(np.sqrt(counts.sum() / sizes.sum()))
    return _spread(np.arcsin(np.sqrt(counts / sizes)) - centre, 4 * sizes)


def rate_dispersion(x: Numbers, expected: Numbers) -> Dispersion:
    """How much more units with x of so many expected events differ than chance explains.

    As `dispersion`, with z = (√(x/E) − 1)·2√E and w = 4E. Units that expect nothing are left out. ValueError
    for x < 0, expected < 0 and lengths that differ.
    Source: Spiegelhalter DJ, Stat Med 2005;24:1185–1202, square-root transformation; as in FunnelPlotR.
    """
    counts, events = _check.numbers("x", x), _check.numbers("expected", expected)
    _check.same_length(x=counts, expected=events)
    _check.every("expected", events >= 0, "0 or more")
    _check.every("x", counts >= 0, "0 or more")
    counts, events = counts[events > 0], events[events > 0]
    return _spread(np.sqrt(counts / events) - 1, 4 * events)


def _too_few(units: int) -> Dispersion:
    """What is said of the variation between fewer units than can tell."""
    return Dispersion(units, None, None, f"färre än {UNITS_FOR_DISPERSION} enheter")


def _spread(away: Array, weight: Array) -> Dispersion:
    """Variation beyond chance of units that are so far from the whole, on a scale with variance 1/weight."""
    k = len(away)
    if k < UNITS_FOR_DISPERSION:
        return _too_few(k)
    z = away * np.sqrt(weight)
    z = np.clip(z, *np.quantile(z, (WINSORISED, 1 - WINSORISED)))
    phi = float(np.mean(z**2))
    excess = k * phi - (k - 1)
    between = excess / (weight.sum() - (weight**2).sum() / weight.sum())
    return Dispersion(k, phi, max(0.0, float(between)))


def proportions(x: Numbers, n: Numbers) -> Funnel:
    """A funnel of units with x of n cases, around the share of them all.

    With ten units or more whose spread is beyond chance, the limits are widened on the arcsine scale:
    sin²(asin√centre ∓ z·√(1/(4n) + τ²)). ValueError as in `dispersion`, and where no unit has a case.
    Source: see `proportion_limits` and `dispersion`.
    """
    counts, sizes = _units(x, n)
    if not sizes.sum():
        raise ValueError("n must hold at least one case")
    centre = float(counts.sum() / sizes.sum())
    spread = dispersion(counts, sizes)
    tau2 = spread.tau2 or 0.0
    with_cases = np.where(sizes > 0, sizes, np.nan)
    warning = share_limits(centre, with_cases, WARNING, tau2)
    alarm = share_limits(centre, with_cases, ALARM, tau2)
    beyond = zip(counts / with_cases, *warning, *alarm, strict=True)
    return Funnel(
        centre, *warning, *alarm, tuple(_outside(*row) for row in beyond), spread, adjusted=tau2 > 0
    )  # fmt: skip


def rates(x: Numbers, n: Numbers) -> Funnel:
    """A funnel of units with x events in n, around the rate Σx/Σn of them all; limits are rates per one of n.

    Limits of `poisson_limits`; with ten units or more whose spread is beyond chance they are widened on the
    square-root scale: centre·(1 ∓ z·√(1/(4E) + τ²))² with E = n·centre. ValueError for x < 0, n < 0, lengths
    that differ, and where no unit has an event.
    Source: see `poisson_limits` and `rate_dispersion`.
    """
    counts, sizes = _check.numbers("x", x), _check.numbers("n", n)
    _check.same_length(x=counts, n=sizes)
    _check.every("n", sizes >= 0, "0 or more")
    _check.every("x", counts >= 0, "0 or more")
    if not sizes.sum() or not counts.sum():
        raise ValueError("x must hold at least one event in a unit with n above 0")
    centre = float(counts.sum() / sizes.sum())
    spread = rate_dispersion(counts, sizes * centre)
    tau2 = spread.tau2 or 0.0
    exposed = np.where(sizes > 0, sizes, np.nan)
    warning, alarm = (rate_limits(centre, exposed, level, tau2) for level in (WARNING, ALARM))
    beyond = zip(counts / exposed, *warning, *alarm, strict=True)
    return Funnel(
        centre, *warning, *alarm, tuple(_outside(*row) for row in beyond), spread, adjusted=tau2 > 0
    )  # fmt: skip


def rate_limits(centre: float, n: Array, confidence: float, tau2: float) -> tuple[Array, Array]:
    """Limits for rates in n, per one of n; those of `rates` at any n, for drawing them as lines."""
    expected = n * centre
    if tau2:
        half = _check.z(confidence) * np.sqrt(1 / (4 * expected) + tau2)
        return centre * np.maximum(1 - half, 0) ** 2, centre * (1 + half) ** 2
    tail = _check.tail(confidence)
    return gammaincinv(expected, tail) / n, gammaincinv(expected + 1, 1 - tail) / n


def share_limits(centre: float, n: Array, confidence: float, tau2: float) -> tuple[Array, Array]:
    """Limits for shares of n cases; with variation between units they are taken on the arcsine scale.

    The same as the limits of `proportions` at any other n, for drawing them as lines.
    """
    z = _check.z(confidence)
    if tau2:
        middle, half = np.arcsin(np.sqrt(centre)), z * np.sqrt(1 / (4 * n) + tau2)
        lower, upper = (np.sin(np.clip(middle + sign * half, 0, np.pi / 2)) ** 2 for sign in (-1, 1))
    else:
        half = z * np.sqrt(centre * (1 - centre) / n)
        lower, upper = (np.clip(centre + sign * half, 0, 1) for sign in (-1, 1))
    return lower, upper


def _outside(share: float, lower: float, upper: float, lowest: float, highest: float) -> Outside | None:
    """The widest limit that a share is strictly beyond."""
    if share < lower:
        return "lower_998" if share < lowest else "lower_95"
    if share > upper:
        return "upper_998" if share > highest else "upper_95"
    return None


def _units(x: Numbers, n: Numbers) -> tuple[Array, Array]:
    """Numerators and denominators of units as arrays; ValueError where they cannot be that."""
    counts, sizes = _check.numbers("x", x), _check.numbers("n", n)
    _check.same_length(x=counts, n=sizes)
    _check.every("n", sizes >= 0, "0 or more")
    _check.every("x", (counts >= 0) & (counts <= sizes), "from 0 to n")
    return counts, sizes


def _as_given(value: Array) -> Any:
    """A float for one number, the array for several."""
    return value if np.ndim(value) else float(value)
