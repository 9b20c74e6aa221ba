"""How many changes chance alone gives when many figures are read at once, in a sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.analysis.verdict import NO_CHANGE, NOTHING_SAID, TWO_PERIODS
from kvalitet_metrics.stats import chance


def of_chance(verdicts: Sequence[Mapping[str, Any]]) -> str:
    """How many of these verdicts see a change, and how many would if nothing had happened.

    Of two periods compared one in twenty, of control charts the share measured for their newest point.
    Empty where nothing is judged.
    """
    judged = [v for v in verdicts if v["utfall"] != NOTHING_SAID]
    if not judged:
        return ""
    pairs = sum(v["metod"] == TWO_PERIODS for v in judged)
    expected = chance.expected(pairs) + chance.expected_signals(len(judged) - pairs)
    seen = sum(v["utfall"] != NO_CHANGE for v in judged)
    about = "färre än en" if expected < 1 else f"ungefär {text.tal_kort(expected, 0)}"
    return (
        f"Av {text.antal(len(judged), 'jämförd siffra', 'jämförda siffror')} på sidan visar"
        f" {text.tal(seen)} en förändring. Om inget hade hänt skulle slumpen ensam visa {about}."
    )
