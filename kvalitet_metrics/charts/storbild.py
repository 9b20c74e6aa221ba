"""Drawings for the screen that a whole group looks at: the usual ones, enlarged until they fill it.

How large writing must be. A sign is easily read where its capitals are 1/200 of the distance: 20 mm at four
metres, and 1/250, 16 mm, is the least. A screen of 65 inches is 1439 mm wide, so of its 1920 pixels each is
0.75 mm; the capitals of Source Sans are 0.66 of its size. The smallest writing, of 25 pixels, has capitals of
12 mm, which serves what is looked up (the source); 32 pixels are 16 mm, and nothing in a drawing is smaller;
40 are 20 mm: the sentence, the value and the target, which everybody must read, are 40 pixels or more.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kvalitet_metrics.charts.jamforelse import jamforelse, ryms
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.rita import over_tid
from kvalitet_metrics.charts.serie import Matt, Serie
from kvalitet_metrics.charts.theme import LITEN, Palett
from kvalitet_metrics.charts.utveckling import utveckling

SCEN = (1920, 1080)
"""The stage that everything stands on, in pixels; as a whole it is made as large as the screen at hand."""
SKALA = 32 / LITEN
"""So many times a drawing is enlarged: its smallest writing is then read at four metres."""
FLEST_STEG = 4
"""So many steps a value axis has on the stage."""


class Rad(NamedTuple):
    """A row in words, for a screen that has no room for the drawing; del_: its part of the axis."""

    namn: str
    varde: str
    underlag: str
    del_: float


@dataclass(frozen=True)
class Storbild:
    """A drawing for the stage: `figur` as it is drawn, `skala` how many times it is to be enlarged.

    visade, av: how many of how many series are in it. rader: those of a drawing of group beside group.
    """

    figur: dict
    skala: float
    visade: int = 0
    av: int = 0
    rader: tuple[Rad, ...] = ()


def storbild(serier: list[Serie], matt: Matt, palett: Palett, hojd: int) -> Storbild:
    """The usual drawing of these series, for a place on the stage that is `hojd` pixels high.

    Of more groups than there is room for, those with the most cases are drawn, in their own order: the
    largest and the smallest values would mostly be the smallest groups.
    """
    if over_tid(serier, matt):
        return forstorad(utveckling(serier, matt, palett, hojd=ritad(hojd)))
    rum = ritad(hojd)
    for flest in range(ryms(rum), 0, -1):
        visade = storst(serier, flest)
        figur = jamforelse(visade, matt, palett, rum)
        if figur["layout"]["height"] <= rum:
            break
    _glesa(figur["layout"]["xaxis"])
    return Storbild(figur, SKALA, len(visade), len(serier), _rader(visade, matt))


def _rader(serier: list[Serie], matt: Matt) -> tuple[Rad, ...]:
    """The newest figure of each series; a share is a part of 100 %, all else of the largest."""
    hogst = 1.0 if matt.enhet == "andel" else max((s.sista.varde or 0 for s in serier), default=0) or 1.0
    return tuple(
        Rad(s.namn, varde(s.sista, matt), underlag(s.sista, matt), (s.sista.varde or 0) / hogst)
        for s in serier
    )


def ritad(hojd: int) -> int:
    """How high a drawing is before it is enlarged, for a place on the stage that is `hojd` pixels high."""
    return int(hojd / SKALA)


def forstorad(figur: dict) -> Storbild:
    """A finished drawing for the stage, with no more steps on its value axis than are read from afar."""
    _glesa(figur["layout"]["yaxis"])
    return Storbild(figur, SKALA)


def _glesa(axel: dict) -> None:
    """Let an axis have no more steps than FLEST_STEG, none of them leaning."""
    axel["tickangle"] = 0
    if len(axel.get("tickvals", ())) > FLEST_STEG:
        axel |= {"tickvals": axel["tickvals"][::2], "ticktext": axel["ticktext"][::2]}
    elif axel.get("nticks", 0) > FLEST_STEG:
        axel["nticks"] = FLEST_STEG


def storst(serier: list[Serie], flest: int) -> list[Serie]:
    """The series with the most cases in their newest figure, at most so many, in the order that they had."""

    def fall(s: Serie) -> float:
        return float(s.sista.namnare or s.sista.varde or 0)

    med = sorted(serier, key=fall, reverse=True)[:flest]
    return [s for s in serier if s in med]
