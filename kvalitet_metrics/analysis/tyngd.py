"""What a group should look at first: how much there is to decide about in what is said of a figure."""

from collections.abc import Mapping
from typing import Any

from kvalitet_metrics.analysis.verdict import NO_CHANGE, NOTHING_SAID

TYNGST, LATTAST = 0, 5
"""From the figure that is worse and misses its target to the one of which nothing can be said."""


def tyngd(utlatande: Mapping[str, Any]) -> int:
    """Place of a verdict in a meeting, TYNGST to LATTAST: worse, target missed, changed, as usual, unsaid.

    A target that is missed by no more than chance counts as one that is not missed.
    """
    samre = utlatande["utfall"] == "sämre"
    missat = bool(mal := utlatande["mal"]) and not mal["nas"] and mal["sakert"]
    if samre or missat:
        return TYNGST if samre and missat else TYNGST + 1 if samre else TYNGST + 2
    if utlatande["utfall"] == NOTHING_SAID:
        return LATTAST
    return LATTAST - 1 if utlatande["utfall"] == NO_CHANGE else LATTAST - 2
