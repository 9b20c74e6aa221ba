"""Small pieces of HTML that Streamlit has no element for: tables that can be listened to, tiles, headings."""

from collections.abc import Sequence
from html import escape

from kvalitet_metrics.charts import Tabell
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.markup import ritad, rutnat

__all__ = ["laget", "ritad", "rubrik", "rutnat", "tabell"]

INGET_TAL = {"text"}


def tabell(t: Tabell, rubrik: str) -> str:
    """The twin of a chart as a table with its heading, numbers to the right."""
    hoger = [slag not in INGET_TAL for slag in t.slag]
    return rutnat(t.rubriker, t.rader, rubrik, hoger)


def laget(meningar: Sequence[Mening], rubrik: str = "Läget") -> str:
    """The state of a topic in words: a heading and one line per sentence."""
    rader = "".join(f"<li><b>{escape(om)}</b> {escape(sagt)}</li>" for om, sagt in meningar)
    return f'<div class="km-laget"><h2>{escape(rubrik)}</h2><ul>{rader}</ul></div>'


def rubrik(mening: str, under: str, utlatande: str = "") -> str:
    """The sentence above a chart, what is said of its change, and the line below them."""
    sagt = f'<p class="km-utlatande">{escape(utlatande)}</p>' if utlatande else ""
    return f'<div class="km-rubrik"><h3>{escape(mening)}</h3>{sagt}<p>{escape(under)}</p></div>'
