"""The faults of a file: each with its place, what was expected and what to do, and the sheet around it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.model import Fault
from kvalitet_metrics.store.fault_view import Utsnitt
from kvalitet_metrics.ui import html

FLEST_I_LISTAN = 30
"""So many faults are listed at once; the rest are one click away."""
FELMARKE = "✕ "


def visa(fel: Sequence[Fault], utsnitt: Sequence[Utsnitt] = ()) -> None:
    """All faults, and where in the sheet they are."""
    st.markdown(f"**{text.antal(len(fel), 'fel', 'fel')} i filen.**")
    st.html(lista(fel[:FLEST_I_LISTAN]))
    if rest := fel[FLEST_I_LISTAN:]:
        with st.expander(f"Visa {text.antal(len(rest), 'fel', 'fel')} till"):
            st.html(lista(rest))
    for del_ in utsnitt:
        st.html(rutnat(del_))


def lista(fel: Sequence[Fault]) -> str:
    """The faults as a list."""
    return f'<ul class="km-fel-lista">{"".join(_punkt(f) for f in fel)}</ul>'


def rutnat(utsnitt: Utsnitt) -> str:
    """The part of the sheet where the faults are, drawn as the sheet, the faulty cells marked."""
    rader = [
        [str(nr), *[_ruta(utsnitt, nr, k, c) for k, c in zip(utsnitt.kolumner, celler, strict=True)]]
        for nr, celler in utsnitt.rader.items()
    ]
    rest = f" Rader med fel som inte syns här: {utsnitt.utanfor}." if utsnitt.utanfor else ""
    rubrik = f"Bladet {utsnitt.blad} så som det ser ut runt felen. Fel är märkta med ✕.{rest}"
    return html.rutnat(
        ["Rad", *utsnitt.kolumner],
        rader,
        rubrik,
        klass=lambda cell: "km-fel" if cell.startswith(FELMARKE) else "",
        form="km-blad",
    )


def _ruta(utsnitt: Utsnitt, rad: int, kolumn: str, cell: str) -> str:
    """One cell of the grid, with a cross where it is faulty."""
    return f"{FELMARKE}{cell or '(tom)'}" if (rad, kolumn) in utsnitt.fel else cell


def _punkt(fel: Fault) -> str:
    """One fault in the list."""
    plats = ", ".join(filter(None, [f"bladet {fel.sheet}" if fel.sheet else "", fel.cell, fel.column]))
    return (
        f'<li><span class="km-plats">{escape(text.stor_bokstav(plats) or "Hela filen")}</span>'
        f'<p class="km-rad">{escape(fel.message)}</p>'
        f'<p class="km-rad">{escape(fel.hint)}</p></li>'
    )
