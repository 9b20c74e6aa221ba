"""Small pieces of HTML that Streamlit has no element for: tables that can be listened to, tiles, headings."""

from collections.abc import Sequence
from html import escape

from kvalitet_metrics.charts import Karta, Tabell
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.charts.varmekarta import Ruta, Ton
from kvalitet_metrics.markup import lopande, med_roller, ritad, rutnat

__all__ = ["kalla", "laget", "lopande", "med_roller", "ritad", "rubrik", "rutnat", "tabell", "varmetabell"]

INGET_TAL = {"text"}


def tabell(t: Tabell, rubrik: str) -> str:
    """The twin of a chart as a table with its heading, numbers to the right."""
    hoger = [slag not in INGET_TAL for slag in t.slag]
    return rutnat(t.rubriker, t.rader, rubrik, hoger)


def laget(meningar: Sequence[Mening], rubrik: str = "Läget", klass: str = "") -> str:
    """The state of a topic in words: a heading and one line per sentence.

    klass: km-brett has the width of the page and sets the sentences beside each other.
    """
    rader = "".join(f"<li><b>{lopande(om)}</b> {lopande(sagt)}</li>" for om, sagt in meningar)
    return f'<div class="km-laget {klass}"><h2>{escape(rubrik)}</h2><ul>{rader}</ul></div>'


def rubrik(mening: str, under: str, utlatande: str = "") -> str:
    """The sentence above a chart, what is said of its change, and the line below them."""
    sagt = f'<p class="km-utlatande">{lopande(utlatande)}</p>' if utlatande else ""
    return f'<div class="km-rubrik"><h3>{escape(mening)}</h3>{sagt}<p>{lopande(under)}</p></div>'


def kalla(mening: str) -> str:
    """The line below a chart about where its figures come from."""
    return f'<p class="km-kalla">{lopande(mening)}</p>'


def varmetabell(karta: Karta, rubrik: str) -> str:
    """A map of figures as a table in a box of its own, whose names and periods stay when it is scrolled."""
    huvud = "".join(f'<th scope="col">{escape(period)}</th>' for period in karta.perioder)
    kropp = "".join(
        f'<tr><th scope="row">{escape(namn)}</th>{"".join(map(_ruta, rutor))}</tr>'
        for namn, rutor in karta.rader
    )
    forklaring = "".join(f"<li>{_tecken(tecken)}{escape(ord_)}</li>" for tecken, ord_ in karta.forklaring)
    namn = escape(rubrik)
    return (
        f'<div class="km-varme" tabindex="0" role="region" aria-label="{namn}"><table aria-label="{namn}">'
        f"<thead><tr><td></td>{huvud}</tr></thead><tbody>{kropp}</tbody></table></div>"
        f'<ul class="km-varmeord">{forklaring}</ul>'
    )


def _tecken(tecken: Ton | str) -> str:
    """What a line of explanation is about: a piece of the tone, or the mark itself."""
    if isinstance(tecken, Ton):
        return f'<span class="km-ton-{tecken}" aria-hidden="true"></span>'
    return f"<b>{escape(tecken)}</b> "


def _ruta(ruta: Ruta | None) -> str:
    """One cell of a map; an empty one is a period without records."""
    if ruta is None:
        return "<td></td>"
    klasser = f"km-ton-{ruta.ton or 'ingen'}{' km-brott' if ruta.brott else ''}"
    return f'<td class="{klasser}" title="{escape(ruta.i_ord)}">{escape(ruta.text)}</td>'
