"""A chain of steps: how many came so far, and what became of the others between two steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import LITEN, STEG, TEXT, Palett, axel, layout, skuggning

RADHOJD, STAPEL = 10 * STEG, 3 * STEG
"""Height of a step with what fell away below it, and of its bar."""
MINST = 0.004
"""So much of the axis is drawn for none, so that the place of the bar is seen."""


@dataclass(frozen=True)
class Led:
    """One step. antal: how many came so far, None where hidden; bort: what became of those who stayed."""

    namn: str
    antal: int | None
    bort: str = ""

    @property
    def visat(self) -> str:
        """The count as it is read."""
        return text.DOLD if self.antal is None else text.tal(self.antal)


def kedja(leden: Sequence[Led], palett: Palett) -> dict:
    """The figure as a dict: one bar per step from one zero, of one colour since no step is good or bad."""
    hogst = max((led.antal or 0 for led in leden), default=0) or 1
    y = list(range(len(leden)))[::-1]
    figur = layout(palett, RADHOJD * len(leden) + 2 * STEG)
    figur["margin"] |= {"l": 2 * STEG, "r": 8 * STEG, "t": STEG, "b": STEG}
    figur["yaxis"] = axel(palett, range=[-0.55, len(leden) - 0.35], showticklabels=False)
    figur["xaxis"] = axel(palett, range=[0, hogst * 1.02], showticklabels=False)
    figur["annotations"] = [a for led, rad in zip(leden, y, strict=True) for a in _ord(led, rad, palett)]
    visade = [(led, rad) for led, rad in zip(leden, y, strict=True) if led.antal is not None]
    dolda = [(led, rad) for led, rad in zip(leden, y, strict=True) if led.antal is None]
    gemensamt = {"type": "bar", "orientation": "h", "width": STAPEL / RADHOJD, "hoverinfo": "text"}
    data = [
        gemensamt
        | {
            "x": [max(led.antal or 0, hogst * MINST) for led, _ in visade],
            "y": [rad for _, rad in visade],
            "marker": {"color": palett.vanlig},
            "hovertext": [f"<b>{led.namn}</b><br>{led.visat}" for led, _ in visade],
        },
        gemensamt
        | {
            "x": [hogst * 0.12] * len(dolda),
            "y": [rad for _, rad in dolda],
            "marker": skuggning(palett),
            "hovertext": [f"{led.namn}: {text.DOLD_VARFOR}" for led, _ in dolda],
        },
    ]
    return {"data": [d for d in data if d["x"]], "layout": figur}


def kedja_i_ord(leden: Sequence[Led]) -> str:
    """The same for those who listen."""
    return " ".join(
        f"{led.namn}: {led.visat}.{f' {text.stor_bokstav(led.bort)}.' if led.bort else ''}" for led in leden
    )


def _ord(led: Led, rad: int, palett: Palett) -> list[dict]:
    """The name above the bar, the count to its right, and what fell away below it."""
    gemensamt = {"xref": "paper", "x": 0, "y": rad, "showarrow": False, "xanchor": "left", "align": "left"}
    farg = {"size": TEXT, "color": palett.svart}
    ord_ = [
        gemensamt | {"text": led.namn, "font": farg, "yanchor": "bottom", "yshift": STAPEL // 2 + 1},
        gemensamt | {"text": f"<b>{led.visat}</b>", "font": farg, "x": 1, "xshift": STEG},
    ]
    if led.bort:
        liten = {"size": LITEN, "color": palett.dampad}
        ord_.append(
            gemensamt | {"text": f"↳ {led.bort}", "font": liten, "yanchor": "top", "yshift": -STAPEL // 2 - 1}
        )
    return ord_
