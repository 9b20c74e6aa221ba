"""Drawings for the screen that a whole group looks at: the usual ones, enlarged until they fill it.

How large writing must be. A sign is easily read where its capitals are 1/200 of the distance: 20 mm at four
metres, and 1/250, 16 mm, is the least. A screen of 65 inches is 1439 mm wide, so of its 1920 pixels each is
0.75 mm; the capitals of Source Sans are 0.66 of its size. The smallest writing, of 25 pixels, has capitals of
12 mm, which serves what is looked up (n, source); 32 pixels are 16 mm and 40 are 20 mm: the sentence, the
value and the target, which everybody must read, are 40 pixels or more.
"""

from dataclasses import dataclass

from kvalitet_metrics.charts.jamforelse import jamforelse, ryms
from kvalitet_metrics.charts.rita import over_tid
from kvalitet_metrics.charts.serie import Matt, Serie
from kvalitet_metrics.charts.theme import LITEN, Palett
from kvalitet_metrics.charts.utveckling import utveckling

SCEN = (1920, 1080)
"""The stage that everything stands on, in pixels; as a whole it is made as large as the screen at hand."""
MINST = 25
"""The smallest writing on the stage, in its pixels."""
STORST = 2.4
"""So many times a drawing is enlarged at most; a small one is not blown up to a poster."""
RADER = 2
"""So many times a drawing of group beside group is enlarged."""


@dataclass(frozen=True)
class Storbild:
    """A drawing for the stage: `figur` as it is drawn, `skala` how many times it is to be enlarged.

    visade, av: how many of how many series are in it.
    """

    figur: dict
    skala: float
    visade: int = 0
    av: int = 0


def storbild(serier: list[Serie], matt: Matt, palett: Palett, hojd: int) -> Storbild:
    """The usual drawing of these series, for a place on the stage that is `hojd` pixels high.

    Of more groups than there is room for, those with the most cases are drawn, in their own order: the
    largest and the smallest values would mostly be the smallest groups.
    """
    if over_tid(serier, matt):
        return forstorad(utveckling(serier, matt, palett), hojd)
    rum = hojd // RADER
    visade = storst(serier, ryms(rum))
    bild = forstorad(jamforelse(visade, matt, palett, rum), hojd)
    return Storbild(bild.figur, bild.skala, len(visade), len(serier))


def forstorad(figur: dict, hojd: int) -> Storbild:
    """A finished drawing, enlarged to that height, never more than STORST and never to less than MINST."""
    skala = hojd / figur["layout"]["height"]
    return Storbild(figur, max(MINST / LITEN, min(skala, STORST)))


def storst(serier: list[Serie], flest: int) -> list[Serie]:
    """The series with the most cases in their newest figure, at most so many, in the order that they had."""

    def underlag(s: Serie) -> float:
        return float(s.sista.namnare or s.sista.varde or 0)

    med = sorted(serier, key=underlag, reverse=True)[:flest]
    return [s for s in serier if s in med]
