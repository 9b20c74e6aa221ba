"""Intervals for means and percentiles, as for the times that cases take."""

import math

import numpy as np
from scipy.special import bdtr, stdtrit

from kvalitet_metrics.stats import _check
from kvalitet_metrics.stats._check import Array, Numbers


def student_t(values: Numbers, confidence: float = 0.95) -> tuple[float, float, float]:
    """The mean with Student's t interval, in the unit of the values: (mean, lower, upper).

    x̄ ∓ t(n − 1)·s/√n. Missing values are left out; ValueError where fewer than two are left.
    Assumes a mean that is near normal: for times, which are skewed, show the median and `quantile`.
    Source: Student, Biometrika 1908;6:1–25, as in PHEindicatormethods (UKHSA), R/Means.R.
    """
    known = _known(values, 2)
    mean = float(np.mean(known))
    t = float(stdtrit(len(known) - 1, 1 - _check.tail(confidence)))
    half = t * float(np.std(known, ddof=1)) / math.sqrt(len(known))
    return mean, mean - half, mean + half


def quantile(
    values: Numbers, q: float = 0.5, confidence: float = 0.95
) -> tuple[float, float | None, float | None]:
    """A percentile (the median unless said) with an interval between two of the values themselves.

    (estimate, lower, upper) in the unit of the values; the estimate lies linearly between neighbours. The
    bounds are the l:th smallest and u:th smallest value, with l and u − 1 the α/2 and 1 − α/2 quantiles of
    Binomial(n, q): no assumption on the distribution, coverage at least the confidence. A bound is None
    where the values are too few to have it (the median needs six at 95 %). ValueError without any value.
    Source: Conover WJ, Practical Nonparametric Statistics (3rd ed., 1999), ch. 3.2.
    """
    known = _known(values, 1)
    n, tail = len(known), _check.tail(confidence)
    below = bdtr(np.arange(n + 1), n, _check.share("q", q))
    low_rank, high_rank = int(np.argmax(below >= tail)), int(np.argmax(below >= 1 - tail)) + 1
    lower = float(known[low_rank - 1]) if low_rank >= 1 else None
    upper = float(known[high_rank - 1]) if high_rank <= n else None
    return float(np.quantile(known, q)), lower, upper


def _known(values: Numbers, least: int) -> Array:
    """The values that are there, from the smallest, or ValueError where they are fewer than `least`.

    In one order whichever they came in: else the last decimal of a sum is not the same twice.
    """
    array = _check.numbers("values", values)
    known = np.sort(array[~np.isnan(array)])
    if len(known) < least:
        raise ValueError(f"values must hold at least {least} numbers, got {len(known)}")
    return known
