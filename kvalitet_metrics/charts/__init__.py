"""Finished table -> figure. Calculates nothing: numbers come from the table, words from the definition.

`las` turns the table of a query into series of points, `sammanfatta` writes the sentences that stand
with the chart, `rita` draws it as a plain dict for Plotly, `gnista` as a small SVG, and `tvilling`
writes the same figures as a table. All four say the same, so that nobody has to see the chart.
"""

from kvalitet_metrics.charts.gnista import gnista, gnista_i_ord
from kvalitet_metrics.charts.jamforelse import jamforelse
from kvalitet_metrics.charts.mening import Sammanfattning, sammanfatta
from kvalitet_metrics.charts.rita import rita
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, las
from kvalitet_metrics.charts.skillnad import skillnad
from kvalitet_metrics.charts.styrdiagram import styrdiagram
from kvalitet_metrics.charts.tidsfordelning import tidsfordelning, tidsfordelning_i_ord
from kvalitet_metrics.charts.tratt import tratt
from kvalitet_metrics.charts.tvilling import Tabell, tvilling
from kvalitet_metrics.charts.varmekarta import Karta, varmekarta

__all__ = [
    "Matt", "Punkt", "Serie", "las",
    "Sammanfattning", "sammanfatta",
    "rita", "jamforelse", "skillnad", "styrdiagram", "tratt", "varmekarta", "gnista", "gnista_i_ord",
    "tidsfordelning", "tidsfordelning_i_ord",
    "Karta", "Tabell", "tvilling",
]  # fmt: skip
