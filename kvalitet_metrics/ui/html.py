"""Small pieces of HTML that Streamlit has no element for: tables that can be listened to, tiles, headings."""

from html import escape

from kvalitet_metrics.charts import Tabell
from kvalitet_metrics.markup import ritad, rutnat

__all__ = ["ritad", "rubrik", "rutnat", "tabell"]

INGET_TAL = {"text"}


def tabell(t: Tabell, rubrik: str) -> str:
    """The twin of a chart as a table with its heading, numbers to the right."""
    hoger = [slag not in INGET_TAL for slag in t.slag]
    return rutnat(t.rubriker, t.rader, rubrik, hoger)


def rubrik(mening: str, under: str, utlatande: str = "") -> str:
    """The sentence above a chart, what is said of its change, and the line below them."""
    sagt = f'<p class="km-utlatande">{escape(utlatande)}</p>' if utlatande else ""
    return f'<div class="km-rubrik"><h3>{escape(mening)}</h3>{sagt}<p>{escape(under)}</p></div>'
