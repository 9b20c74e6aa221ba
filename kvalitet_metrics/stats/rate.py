"""Intervals for counts and rates: Byar's, exact Poisson for small counts, and one for a difference."""

import math

from scipy.special import gammaincinv

from kvalitet_metrics.stats import _check
from kvalitet_metrics.stats.proportion import square_and_add

EXACT_BELOW = 10
"""Counts below this get exact Poisson limits, since Byar's approximation is poor for them."""


def byar(x: float, confidence: float = 0.95) -> tuple[float | None, float]:
    """Byar's interval (lower, upper) for a count; lower is None where the formula goes below zero.

    x·(1 − 1/(9x) − z/(3√x))³ and (x + 1)·(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³. ValueError for x < 0.
    Source: Breslow NE & Day NE, Statistical methods in cancer research II (IARC 1987), as in
    PHEindicatormethods (UKHSA), R/utils.R.

    >>> "{:.2f}–{:.2f}".format(*byar(65))
    '50.16–82.85'
    >>> byar(0)[0] is None
    True
    """
    z = _check.z(confidence)
    low = x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3 if _check.count("x", x) else -1.0
    above = x + 1
    upper = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    return (low if low >= 0 else None), upper


def exact(x: float, confidence: float = 0.95) -> tuple[float, float]:
    """Exact Poisson interval (lower, upper) for a count: χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2.

    Half a chi-squared quantile of 2k degrees is a gamma quantile of shape k. ValueError for x < 0.
    Source: Garwood F, Biometrika 1936;28:437–442.
    """
    tail = _check.tail(confidence)
    lower = float(gammaincinv(x, tail)) if _check.count("x", x) else 0.0
    return lower, float(gammaincinv(x + 1, 1 - tail))


def interval(x: float, n: float, per: float = 1, confidence: float = 0.95) -> tuple[float, float]:
    """Interval (lower, upper) for x events in n, per so many of n: exact below ten events, else Byar's.

    ValueError for x < 0, n ≤ 0 and per ≤ 0. Source: phe_rate in PHEindicatormethods (UKHSA), R/Rates.R.

    >>> "{:.2f}–{:.2f}".format(*interval(5, 100, per=100))
    '1.62–11.67'
    """
    scale = _check.positive("per", per) / _check.positive("n", n)
    lower, upper = exact(x, confidence) if _check.count("x", x) < EXACT_BELOW else byar(x, confidence)
    return (lower or 0.0) * scale, upper * scale


def difference(
    x1: float, n1: float, x2: float, n2: float, per: float = 1, confidence: float = 0.95
) -> tuple[float, float, float]:
    """The difference x1/n1 − x2/n2 of two independent rates: (difference, lower, upper), per so many.

    The bounds of `interval` for each rate, combined by square-and-add. ValueError as in `interval`.
    Source: Li HQ, Tang ML, Poon WY & Tang NS, Commun Stat Simul Comput 2011;40:1478–1491 (hybrid method).
    """
    for name, x, n in (("1", x1, n1), ("2", x2, n2)):
        _check.count(f"x{name}", x)
        _check.positive(f"n{name}", n)
    low1, high1 = interval(x1, n1, per, confidence)
    low2, high2 = interval(x2, n2, per, confidence)
    return square_and_add(x1 / n1 * per, low1, high1, x2 / n2 * per, low2, high2)
