"""A verdict in a few words and a colour, as the overview and the meeting write it."""

from typing import Any

from kvalitet_metrics.charts import Matt
from kvalitet_metrics.charts.utveckling import malvarde

KLASS = {"bättre": "km-battre", "sämre": "km-samre"}
"""The colour of a change that has a meaning."""


def andring(utlatande: dict[str, Any]) -> str:
    """What is said of the change, with an arrow where it has a way."""
    skillnad = utlatande["skillnad"]
    pil = "" if not skillnad or not skillnad["varde"] else "▲ " if skillnad["varde"] > 0 else "▼ "
    return f"{pil}{utlatande['kort']}"


def mal(varde: float, domt: dict[str, Any] | None, matt: Matt) -> tuple[str, str]:
    """A target with whether it is reached, and the colour's class; domt: the verdict's target, if any."""
    if domt is None:
        return malvarde(varde, matt), ""
    dom = "nås" if domt["nas"] else "nås inte"
    slump = "" if domt["sakert"] else ", kan vara slump"
    return f"{malvarde(varde, matt)}: {dom}{slump}", "km-samre" if domt["sakert"] and not domt["nas"] else ""
