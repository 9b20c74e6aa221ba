"""A planned review: how many cases, and which."""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from kvalitet_metrics.stats import _check

ROUNDING = 1e-9
"""A need that passes a whole number by less than this is that whole number."""


def size(margin: float, share: float = 0.5, population: float | None = None, confidence: float = 0.95) -> int:
    """How many cases to draw at random for a share within ± margin (0.05 is five percentage points).

    n₀ = z²·share·(1 − share)/margin²; of a known population N: n₀/(1 + (n₀ − 1)/N), never more than N.
    Rounded up. The expected share 0.5 is the most careful. ValueError for a margin or share outside 0–1
    and a population ≤ 0.
    Source: Cochran WG, Sampling Techniques (3rd ed., 1977), ch. 4.4.

    >>> size(0.05), size(0.05, population=200), size(0.1, share=0.9)
    (385, 132, 35)
    """
    if not 0 < _check.number("margin", margin) < 1:
        raise ValueError(f"margin must be between 0 and 1, got {margin!r}")
    _check.share("share", share)
    need = _check.z(confidence) ** 2 * share * (1 - share) / margin**2
    if population is not None:
        need = max(need, 1) / (1 + (max(need, 1) - 1) / _check.positive("population", population))
    return max(1, math.ceil(need - ROUNDING))


def margin(
    cases: int, share: float = 0.5, population: float | None = None, confidence: float = 0.95
) -> float:
    """How far from the truth a share may be where so many cases are drawn at random; the inverse of `size`.

    z·√(share·(1 − share)/n), of a known population N times √((N − n)/(N − 1)); 0 where all are drawn.
    ValueError for less than one case, a share outside 0–1 and a population ≤ 0.
    Source: see `size`.

    >>> round(margin(20), 3), round(margin(20, population=455), 3), margin(20, population=20)
    (0.219, 0.214, 0.0)
    """
    if _check.number("cases", cases) < 1:
        raise ValueError(f"cases must be 1 or more, got {cases!r}")
    variance = _check.share("share", share) * (1 - share) / cases
    if population is not None:
        if _check.positive("population", population) <= cases:
            return 0.0
        variance *= (population - cases) / (population - 1)
    return _check.z(confidence) * math.sqrt(variance)


def allocate(cases: Mapping[str, int], total: int) -> dict[str, int]:
    """How many to draw from each stratum: in proportion to its cases, at least one while they suffice.

    Largest remainders; equal remainders go to the larger stratum, then in order of name. Never more than a
    stratum holds; all cases where `total` is more than there are. ValueError for a negative count.
    Source: proportional allocation, Cochran (1977), ch. 5.5, rounded by largest remainders (Hamilton).

    >>> allocate({"flickor": 60, "pojkar": 39, "okänt": 1}, 10)
    {'flickor': 6, 'pojkar': 3, 'okänt': 1}
    """
    _check.count("total", total)
    for stratum, n in cases.items():
        _check.count(f"cases[{stratum!r}]", n)
    whole = sum(cases.values())
    if total >= whole:
        return dict(cases)
    exact = {stratum: n * total / whole for stratum, n in cases.items()}
    every_one = total >= sum(n > 0 for n in cases.values())
    drawn = {stratum: int(every_one and n > 0) for stratum, n in cases.items()}
    for _ in range(total - sum(drawn.values())):
        furthest_behind = max(sorted(cases), key=lambda s: (exact[s] - drawn[s], cases[s]))
        drawn[furthest_behind] += 1
    return drawn


def places(cases: Mapping[str, int], total: int, seed: int) -> dict[str, list[int]]:
    """Which of each stratum's cases, counted from 0 in an order of their own, a random sample takes.

    cases: stratum to how many it holds. The same seed gives the same places. Source: see `allocate`; NumPy's
    PCG64 generator.

    >>> places({"flickor": 6, "pojkar": 4}, 5, seed=1)
    {'flickor': [0, 2, 4], 'pojkar': [0, 3]}
    """
    random = np.random.default_rng(seed)
    numbers = allocate(cases, total)
    return {s: sorted(random.permutation(cases[s])[: numbers[s]].tolist()) for s in sorted(numbers)}


def draw(keys: Sequence[Hashable], strata: Sequence[str], total: int, seed: int) -> list[int]:
    """Places (from 0, rising) of a random sample of the cases, stratified in proportion.

    The same cases and the same seed give the same sample whatever their order, so that anybody can draw it
    again. `keys` names each case once, `strata` its group. ValueError for repeated keys and lengths that
    differ. Source: see `places`.
    """
    if len(keys) != len(strata):
        raise ValueError(f"keys and strata must be equally long, got {len(keys)} and {len(strata)}")
    if len(set(keys)) != len(keys):
        raise ValueError("keys must name each case once")
    chosen: list[int] = []
    for stratum, drawn in places(Counter(strata), total, seed).items():
        members = sorted((i for i, s in enumerate(strata) if s == stratum), key=lambda i: str(keys[i]))
        chosen += [members[i] for i in drawn]
    return sorted(chosen)
