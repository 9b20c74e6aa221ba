"""Which drawing a table gets: over time where there is time to show, else group beside group."""

from collections.abc import Sequence

from kvalitet_metrics.charts.jamforelse import jamforelse
from kvalitet_metrics.charts.marken import Marke, med_marken
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, perioder
from kvalitet_metrics.charts.theme import LJUS, SYMBOLER, Palett
from kvalitet_metrics.charts.utveckling import utveckling

FLEST_LINJER = len(SYMBOLER)
"""So many lines can be told apart by their marks; more are drawn group beside group."""


def rita(
    serier: list[Serie],
    matt: Matt,
    palett: Palett = LJUS,
    marken: Sequence[Marke] = (),
    axeln: Sequence[Punkt] = (),
) -> dict:
    """The figure as a plain dict with `data` and `layout`; its title and twin table stand outside it.

    marken: what has been written about the figures, drawn where there is time to show. axeln: the periods
    of a time axis that is shared with another figure; marks have no place on it.
    """
    if not over_tid(serier, matt):
        return jamforelse(serier, matt, palett)
    figur = utveckling(serier, matt, palett, axeln)
    return figur if axeln else med_marken(figur, serier, marken, palett)


def over_tid(serier: list[Serie], matt: Matt) -> bool:
    """True where there are periods enough for lines, and lines few enough to be told apart."""
    return len(perioder(serier)) > 1 and len(serier) <= FLEST_LINJER and not matt.fordelning
