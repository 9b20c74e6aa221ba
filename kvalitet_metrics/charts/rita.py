"""Which drawing a table gets: over time where there is time to show, else group beside group."""

from collections.abc import Sequence

from kvalitet_metrics.charts.jamforelse import jamforelse
from kvalitet_metrics.charts.marken import Marke, med_marken
from kvalitet_metrics.charts.serie import Matt, Serie, perioder
from kvalitet_metrics.charts.theme import LJUS, SYMBOLER, Palett
from kvalitet_metrics.charts.utveckling import utveckling

FLEST_LINJER = len(SYMBOLER)
"""So many lines can be told apart by their marks; more are drawn group beside group."""


def rita(serier: list[Serie], matt: Matt, palett: Palett = LJUS, marken: Sequence[Marke] = ()) -> dict:
    """The figure as a plain dict with `data` and `layout`; its title and twin table stand outside it.

    marken: what has been written about the figures, drawn where there is time to show.
    """
    if not over_tid(serier, matt):
        return jamforelse(serier, matt, palett)
    return med_marken(utveckling(serier, matt, palett), serier, marken, palett)


def over_tid(serier: list[Serie], matt: Matt) -> bool:
    """True where the figures are drawn over time, False where group stands beside group."""
    return len(perioder(serier)) > 1 and len(serier) <= FLEST_LINJER and not matt.fordelning
