"""What a page has on paper: its name at the foot of each sheet, the day, the colours of the light theme.

The rest is in assets/tryck.css and assets/tryck.js.
"""

from dataclasses import fields
from datetime import date

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import FONT, LJUS, Palett, css_variabler

PLATS_FOR_TITEL = "TITEL"


def fot(namn: str) -> str:
    """The style sheet of the foot of each sheet; the browser puts the page's name in it. namn: of the app."""
    sa = f"font: 9pt {FONT}; color: {LJUS.dampad};"
    vanster = f'@bottom-left {{ content: "{namn} · {PLATS_FOR_TITEL}"; {sa} }}'
    hoger = f'@bottom-right {{ content: "Sida " counter(page) " av " counter(pages); {sa} }}'
    return f"@page {{ {vanster} {hoger} }}"


def stil(palett: Palett) -> str:
    """The style sheet of a dark page on paper; nothing for a light one.

    The small trends, which are images, are turned over, and charts find in --km-ljusa which colour to have
    instead of each.
    """
    if palett == LJUS:
        return ""
    par = " ".join(f"{fran}={till}" for fran, till in zip(_farger(palett), _farger(LJUS), strict=True))
    vanda = ".km-trend img { filter: invert(1); }"
    return f':root {{ --km-ljusa: "{par}"; }} @media print {{ :root {{ {css_variabler(LJUS)} }} {vanda} }}'


def framtagen() -> str:
    """The day in words, which is read on paper only."""
    return f'<p class="km-framtagen">Framtagen {text.datum_i_ord(date.today())}</p>'


def _farger(palett: Palett) -> list[str]:
    """The palette's colours as "red,green,blue".

    >>> _farger(LJUS)[0]
    '255,255,255'
    """
    egna = [getattr(palett, f.name) for f in fields(palett) if f.name != "serier"]
    return [",".join(str(int(farg[i : i + 2], 16)) for i in (1, 3, 5)) for farg in (*egna, *palett.serier)]
