"""Intervals for shares: Wilson's, Newcombe's for a difference, and one for a sample of a known whole."""

import math

import numpy as np
from numpy.typing import ArrayLike

from kvalitet_metrics.stats import _check
from kvalitet_metrics.stats._check import Array


def wilson(x: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson score interval (lower, upper) for the share x/n; both are shares from 0 to 1.

    (2x + z² ∓ z·√(z² + 4x(1 − x/n))) / (2(n + z²)), z the normal quantile of the confidence.
    ValueError for x < 0, n ≤ 0, x > n and a confidence outside 0–1.
    Source: Wilson EB, J Am Stat Assoc 1927;22:209–212, as in PHEindicatormethods (UKHSA), R/utils.R.

    >>> "{:.3f}–{:.3f}".format(*wilson(65, 100))
    '0.553–0.736'
    """
    _check.positive("n", n)
    _check.count("x", x)
    lower, upper = wilson_array(np.array([x], dtype=float), np.array([n], dtype=float), confidence)
    return float(lower[0]), float(upper[0])


def wilson_array(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> tuple[Array, Array]:
    """`wilson` for whole columns: two arrays (lower, upper), nan where x or n is missing or n is 0.

    ValueError for lengths that differ, x < 0, n < 0 and x > n. Source: see `wilson`.
    """
    x, n = _check.numbers("x", x), _check.numbers("n", n)
    _check.same_length(x=x, n=n)
    known = ~(np.isnan(x) | np.isnan(n)) & (n != 0)
    _check.every("n", ~known | (n > 0), "0 or more")
    _check.every("x", ~known | ((x >= 0) & (x <= n)), "from 0 to n")
    x, n = np.where(known, x, np.nan), np.where(known, n, np.nan)
    z = _check.z(confidence)
    middle, half = 2 * x + z**2, z * np.sqrt(z**2 + 4 * x * (1 - x / n))
    lower, upper = ((middle + sign * half) / (2 * (n + z**2)) for sign in (-1, 1))
    # Rounding may leave 1e-17 where the interval ends at nothing or at all.
    return np.where(x == 0, 0.0, np.maximum(lower, 0)), np.where(x == n, 1.0, np.minimum(upper, 1))


def wilson_of_population(
    x: float, n: float, population: float, confidence: float = 0.95
) -> tuple[float, float]:
    """Interval (lower, upper) for a share in a known whole of which n cases were drawn at random.

    Wilson's interval with the finite population correction: n is replaced by the effective sample
    n·(N − 1)/(N − n), so that a sample of the whole has no uncertainty left and a small part of it has all.
    ValueError as in `wilson`, and for n > population. Whoever shows it says that it is corrected.
    Source: Cochran WG, Sampling Techniques (3rd ed., 1977), ch. 3.2; effective sample: Kish L, Survey
    Sampling (1965), ch. 8.2.
    """
    _check.count("x", x)
    if _check.positive("n", n) > _check.positive("population", population):
        raise ValueError(f"n must not exceed population, got {n!r} of {population!r}")
    if n == population:
        _check.share("x/n", x / n)
        return x / n, x / n
    effective = (population - 1) / (population - n)
    return wilson(x * effective, n * effective, confidence)


def difference(
    x1: float, n1: float, x2: float, n2: float, confidence: float = 0.95
) -> tuple[float, float, float]:
    """The difference x1/n1 − x2/n2 with Newcombe's hybrid score interval: (difference, lower, upper).

    d − √((p₁ − l₁)² + (u₂ − p₂)²) and d + √((u₁ − p₁)² + (p₂ − l₂)²), with l and u from `wilson`.
    In shares, from −1 to 1. For two independent samples: not for a unit against a whole that it is part of.
    Source: Newcombe RG, Stat Med 1998;17:873–890, method 10.

    >>> "{:.4f} ({:.4f} to {:.4f})".format(*difference(56, 70, 48, 80))
    '0.2000 (0.0524 to 0.3339)'
    """
    for name, x, n in (("1", x1, n1), ("2", x2, n2)):
        if _check.count(f"x{name}", x) > _check.positive(f"n{name}", n):
            raise ValueError(f"x{name} must be from 0 to n{name}, got {x!r} of {n!r}")
    low1, high1 = wilson(x1, n1, confidence)
    low2, high2 = wilson(x2, n2, confidence)
    return square_and_add(x1 / n1, low1, high1, x2 / n2, low2, high2)


def square_and_add(
    value1: float, low1: float, high1: float, value2: float, low2: float, high2: float
) -> tuple[float, float, float]:
    """The difference of two estimates with the interval that their own intervals give it.

    Each bound of the difference is as far away as the root of the sum of squares of the two distances
    that push it there. Source: Zou GY & Donner A, Stat Med 2008;27:1693–1702 (MOVER).
    """
    diff = value1 - value2
    lower = diff - math.hypot(value1 - low1, high2 - value2)
    return diff, lower, diff + math.hypot(high1 - value1, value2 - low2)


def stratified_difference(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, confidence: float = 0.95
) -> tuple[float, float, float]:
    """The difference of two shares when like is compared with like, one number of each per stratum.

    (difference, lower, upper), in shares. Mantel–Haenszel: Σ wₖ(x₁ₖ/n₁ₖ − x₂ₖ/n₂ₖ)/Σ wₖ with
    wₖ = n₁ₖn₂ₖ/(n₁ₖ + n₂ₖ), so that a stratum where one of the two is missing counts for nothing. The
    interval is of Sato's variance, which holds for few large strata and for many small. ValueError as in
    `wilson_array`, and where no stratum has both.
    Sources: Greenland S & Robins JM, Biometrics 1985;41:55–68; Sato T, Biometrics 1989;45:1323–1324.
    """
    arrays = {name: _check.numbers(name, v) for name, v in (("x1", x1), ("n1", n1), ("x2", x2), ("n2", n2))}
    _check.same_length(**arrays)
    for x, n in (("x1", "n1"), ("x2", "n2")):
        _check.every(n, arrays[n] >= 0, "0 or more")
        _check.every(x, (arrays[x] >= 0) & (arrays[x] <= arrays[n]), f"from 0 to {n}")
    both = (arrays["n1"] > 0) & (arrays["n2"] > 0)
    if not both.any():
        raise ValueError("n1 and n2 must both hold cases in some stratum")
    a, m, b, k = (arrays[name][both] for name in ("x1", "n1", "x2", "n2"))
    whole = m + k
    weight = float(np.sum(m * k / whole))
    diff = float(np.sum((a * k - b * m) / whole)) / weight
    p = float(np.sum((m**2 * b - k**2 * a + m * k * (k - m) / 2) / whole**2))
    q = float(np.sum((a * (k - b) + b * (m - a)) / (2 * whole)))
    half = _check.z(confidence) * math.sqrt(max(0.0, diff * p + q)) / weight
    return diff, max(-1.0, diff - half), min(1.0, diff + half)
