"""What every module here asks of its arguments, and the normal quantile that most of them need."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from kvalitet_metrics.text import saknas

Array = NDArray[np.float64]
Numbers = Sequence[float | None] | NDArray
Direction = Literal["up", "down", "neutral"]

SIGNS: dict[str, int] = {"up": 1, "down": -1, "neutral": 0}
"""Which way is better, as the sign of a change for the better."""


def number(name: str, value: float) -> float:
    """A finite float, or ValueError with the argument's name."""
    try:
        finite = math.isfinite(value)
    except (TypeError, OverflowError):
        finite = False
    if not finite:
        raise ValueError(f"{name} must be a finite number, got {value!r}")
    return float(value)


def count(name: str, value: float) -> float:
    """A finite float of at least 0, or ValueError with the argument's name."""
    if number(name, value) < 0:
        raise ValueError(f"{name} must be 0 or more, got {value!r}")
    return float(value)


def positive(name: str, value: float) -> float:
    """A finite float above 0, or ValueError with the argument's name."""
    if number(name, value) <= 0:
        raise ValueError(f"{name} must be above 0, got {value!r}")
    return float(value)


def share(name: str, value: float) -> float:
    """A number from 0 to 1, or ValueError with the argument's name."""
    if not 0 <= number(name, value) <= 1:
        raise ValueError(f"{name} must be between 0 and 1, got {value!r}")
    return float(value)


def numbers(name: str, values: Numbers | ArrayLike) -> Array:
    """A flat float array where what is missing is nan, or ValueError with the argument's name."""
    if isinstance(values, list | tuple):
        values = [math.nan if saknas(value) else value for value in values]
    array = one_or_many(name, values)
    if array.ndim != 1:
        raise ValueError(f"{name} must be a flat sequence of numbers, got {array.ndim} dimensions")
    if np.isinf(array).any():
        raise ValueError(f"{name} holds an infinite number at place {int(np.isinf(array).argmax())}")
    return array


def one_or_many(name: str, values: Any) -> Array:
    """Floats in the shape that they have, one number or several, or ValueError with the argument's name."""
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{name} must hold numbers only") from None


def same_length(**arrays: Array) -> None:
    """ValueError that names the arguments unless all are equally long."""
    lengths = {name: len(array) for name, array in arrays.items()}
    if len(set(lengths.values())) > 1:
        raise ValueError(f"{' and '.join(lengths)} must be equally long, got {list(lengths.values())}")


def every(name: str, holds: NDArray[np.bool_] | np.bool_, rule: str) -> None:
    """ValueError that names the argument, the rule and the first place where it does not hold."""
    if not np.all(holds):
        raise ValueError(f"{name} must be {rule}; not so at place {int(np.argmin(np.atleast_1d(holds)))}")


def tail(confidence: float) -> float:
    """The probability left out on each side of an interval: 0.025 for 0.95."""
    if not 0 < number("confidence", confidence) < 1:
        raise ValueError(f"confidence must be between 0 and 1, got {confidence!r}")
    return (1 - confidence) / 2


@lru_cache(maxsize=32)
def z(confidence: float) -> float:
    """The standard normal quantile Φ⁻¹(confidence + (1 − confidence)/2): 1.96 for 0.95."""
    return float(ndtri(confidence + tail(confidence)))


def sign_of(direction: str) -> int:
    """+1, −1 or 0 for the direction that is better, or ValueError."""
    if direction not in SIGNS:
        raise ValueError(f"direction must be one of {', '.join(SIGNS)}, got {direction!r}")
    return SIGNS[direction]
