"""Tables as HTML that can be listened to. Bottom layer: imports nothing from the package."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

KLASSER = {"dold": "km-dold", "–": "km-streck"}
"""The style of cells that say only that there is no figure to see."""
STAPLADE = {"km-vid", "km-fynd"}
"""Forms that become a card per row on a phone."""
ROLLER = {
    "<table": "table",
    "<thead": "rowgroup",
    "<tbody": "rowgroup",
    "<tr": "row",
    '<th scope="col"': "columnheader",
    '<th scope="row"': "rowheader",
    "<td": "cell",
}
"""The beginning of a part of a table, and what it is to those who listen."""
TAL = r"\d[\d\N{NO-BREAK SPACE}]*"
HELT = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}|{TAL} av {TAL}|{TAL} (?:dagar|månader|mått)\b")
"""What is read as one word and must not be broken over two lines."""


def rutnat(
    rubriker: Sequence[str],
    rader: Iterable[Sequence[str]],
    rubrik: str,
    hoger: Sequence[bool] = (),
    klass: Callable[[str], str] = lambda cell: KLASSER.get(cell, ""),
    form: str = "",
    lankar: Mapping[str, str] | None = None,
) -> str:
    """A table of text; the first column names its row. `hoger` sets columns right, `klass` styles a cell.

    form: km-blad is drawn as a sheet, with lines between all cells; km-vid and km-fynd become a card per row
    on a phone, where each cell says its heading.
    lankar: name of a row to the page that it leads to, an address that is already escaped.
    """
    rader = list(rader)
    till_hoger = [*hoger, *[False] * max(len(rad) for rad in [rubriker, *rader])]

    def ruta(sort: str, innehall: str, nr: int, tillagg: str = "") -> str:
        klasser = " ".join(filter(None, ["km-tal" if till_hoger[nr] else "", klass(innehall)]))
        if sort == "td" and nr < len(rubriker):
            tillagg += f' data-rubrik="{escape(rubriker[nr])}{"" if rubriker[nr].endswith("?") else ":"}"'
        sagt = lopande(innehall) if nr and form in STAPLADE else escape(innehall)
        if nr == 0 and lankar and innehall in lankar:
            sagt = f'<a class="km-in" href="{lankar[innehall]}">{sagt}</a>'
        return f'<{sort}{tillagg} class="{klasser}">{sagt}</{sort}>'

    huvud = "".join(ruta("th", r, nr, ' scope="col"') for nr, r in enumerate(rubriker))
    kropp = "".join(
        "<tr>"
        + "".join(
            ruta("th", c, nr, ' scope="row"') if nr == 0 else ruta("td", c, nr) for nr, c in enumerate(rad)
        )
        + "</tr>"
        for rad in rader
    )
    thead = f"<thead><tr>{huvud}</tr></thead>" if huvud else ""
    namn = escape(rubrik)
    tabell = f"<table><caption>{namn}</caption>{thead}<tbody>{kropp}</tbody></table>"
    return (
        f'<div class="km-tabell {form}" tabindex="0" role="region" aria-label="{namn}">'
        f"{med_roller(tabell) if form in STAPLADE else tabell}</div>"
    )


def lopande(mening: str) -> str:
    """A sentence as HTML, where dates, counts and numbers with their unit are never broken over two lines.

    No line begins with the dot between two parts either.
    """
    return HELT.sub(r'<span class="km-hel">\g<0></span>', escape(mening)).replace(" · ", "&nbsp;· ")


def med_roller(tabell: str) -> str:
    """A table whose parts say what they are: to stack it on a phone takes that away."""
    for borjan, roll in ROLLER.items():
        tabell = tabell.replace(borjan, f'{borjan} role="{roll}"')
    return tabell


def ritad(text: str, ord_: Callable[[str], str], rubrik: str) -> str:
    """A table drawn with | between its cells, as in worked examples; `ord_` names the columns."""
    rader = [[c.strip() for c in rad.split("|")] for rad in text.strip().splitlines() if rad.strip(" |-+")]
    return rutnat([ord_(r) for r in rader[0]], rader[1:], rubrik) if rader else ""
