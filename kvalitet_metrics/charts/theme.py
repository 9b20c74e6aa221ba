"""The one place for colours, sizes and distances: charts, tiles and pages take theirs from here.

Colour carries meaning before decoration, and never alone: a word or a shape says the same. The
palettes are safe for the common kinds of colour blindness, text reaches 4.5:1 against both surfaces
and marks 3:1; a test computes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from kvalitet_metrics import text

FONT = "Source Sans, Source Sans Pro, Segoe UI, Noto Sans, sans-serif"
LITEN, TEXT, MELLAN, STOR, STORST = 14, 16, 20, 28, 40
"""The type scale in pixels."""

STEG = 8
"""All distances are whole steps of so many pixels."""
TECKENBREDD, FRAN_AXELN = 7.4, 6
"""The width of a sign in LITEN, and the distance of an axis from its writing, in pixels."""


@dataclass(frozen=True)
class Palett:
    """Colours of one theme, as hexadecimal RGB."""

    papper: str
    yta: str
    svart: str
    dampad: str
    linje: str
    forbattring: str
    oro: str
    signal: str
    vanlig: str
    serier: tuple[str, ...]


LJUS = Palett(
    papper="#FFFFFF",
    yta="#F6F7F5",
    svart="#1F2933",
    dampad="#55616B",
    linje="#D9DEDB",
    forbattring="#0068A3",
    oro="#B04A00",
    signal="#6A51A3",
    vanlig="#6B7680",
    serier=("#1F2933", "#00796B", "#8A6400", "#A3305F", "#4A6A8F"),
)
MORK = Palett(
    papper="#14181C",
    yta="#1E242A",
    svart="#E8ECEA",
    dampad="#A9B4BC",
    linje="#37424B",
    forbattring="#6BB8EA",
    oro="#F39A5B",
    signal="#B9A7E6",
    vanlig="#8F9BA5",
    serier=("#E8ECEA", "#4DC2AF", "#DDB14A", "#F08DB4", "#9DB9DA"),
)
PALETTER = {"light": LJUS, "dark": MORK}

SYMBOLER = ("circle", "square", "diamond", "triangle-up", "cross")
"""One mark per series, in the order of `Palett.serier`: colour never stands alone."""


def genomskinlig(farg: str, tackning: float) -> str:
    """The colour as an rgba() with that opacity.

    >>> genomskinlig("#0068A3", 0.18)
    'rgba(0,104,163,0.18)'
    """
    rod, gron, bla = (int(farg[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({rod},{gron},{bla},{tackning})"


def kontrast(en: str, annan: str) -> float:
    """Contrast of two colours as WCAG 2.1 computes it, 1 to 21.

    >>> round(kontrast("#000000", "#FFFFFF"), 1)
    21.0
    """

    def ljushet(farg: str) -> float:
        kanaler = [int(farg[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        rod, gron, bla = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in kanaler]
        return 0.2126 * rod + 0.7152 * gron + 0.0722 * bla

    hog, lag = sorted((ljushet(en), ljushet(annan)), reverse=True)
    return (hog + 0.05) / (lag + 0.05)


def css_variabler(palett: Palett) -> str:
    """The palette as CSS custom properties, `--km-oro: #B04A00; …`, for tiles and tables."""
    farger = [(f.name, getattr(palett, f.name)) for f in fields(palett) if f.name != "serier"]
    return " ".join(f"--km-{namn}: {varde};" for namn, varde in farger)


def layout(palett: Palett, hojd: int) -> dict:
    """Plotly layout that all charts share: font, colours, hover box, no legend, no zoom by accident."""
    return {
        "height": hojd,
        "paper_bgcolor": palett.papper,
        "plot_bgcolor": palett.papper,
        "font": {"family": FONT, "size": LITEN, "color": palett.svart},
        "margin": {"l": 5 * STEG, "r": 2 * STEG, "t": STEG, "b": 5 * STEG, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "separators": ",\u00a0",
        "bargap": 0.45,
        "barmode": "overlay",
        "hoverlabel": {
            "bgcolor": palett.svart,
            "bordercolor": palett.svart,
            "font": {"family": FONT, "size": LITEN, "color": palett.papper},
            "align": "left",
        },
    }


def axel(palett: Palett, **egna: object) -> dict:
    """A quiet axis: labels in muted ink, no lines but those asked for.

    Its room is in the margins of the figure (see `kanter`): to let Plotly find out by drawing takes a
    fifth of the time of a drawing.
    """
    return {
        "showgrid": False,
        "showline": False,
        "zeroline": False,
        "fixedrange": True,
        "ticklabelstandoff": FRAN_AXELN,
        "tickfont": {"color": palett.dampad, "size": LITEN},
        "gridcolor": palett.linje,
        "linecolor": palett.vanlig,
    } | egna


def kanter(varden: Mapping[str, Any], tid: Mapping[str, Any]) -> dict[str, int]:
    """The margins that hold the writing of a value axis, to the left, and of the axis below.

    >>> kanter({"range": [0, 1.1], "ticktext": ["0 %", "100 %"]}, {"ticktext": ["jan–mar<br>2023"]})
    {'l': 49, 'b': 48}
    """
    andarna = [text.tal(round(v)) if abs(v) > 5 else "0,25" for v in varden["range"]]
    bredast = max(map(len, varden.get("ticktext") or andarna), default=0)
    rader = 1 + max((ord_.count("<br>") for ord_ in tid.get("ticktext", ())), default=0)
    return {"l": int(bredast * TECKENBREDD) + FRAN_AXELN + STEG - 2, "b": (4 + rader) * STEG}


def skuggning(palett: Palett) -> dict:
    """The marker of a hidden figure's place: hatched, so that it is not taken for a value."""
    return {
        "color": palett.papper,
        "line": {"color": palett.vanlig, "width": 1},
        "pattern": {"shape": "/", "fgcolor": palett.vanlig, "bgcolor": palett.papper, "size": 6},
    }
