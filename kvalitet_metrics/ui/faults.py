"""The faults of a file: each kind with its places and what to do, and the sheet around them, as it looks."""

from collections.abc import Collection, Sequence
from html import escape
from itertools import pairwise

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.model import Fault
from kvalitet_metrics.store.fault_view import Utsnitt

FLEST_I_LISTAN = 30
"""So many kinds of fault are listed at once; the rest are one click away."""
FLEST_PLATSER, FLEST_SKRIVNA = 12, 3
"""So many places of one kind, and ways in which it is written, are told."""
FELMARKE = "✕ "
GLAPP = "⋮"


def visa(fel: Sequence[Fault], utsnitt: Sequence[Utsnitt] = (), fil: str = "") -> None:
    """All faults, and where in the sheet they are. fil: what keeps the places of two files apart."""
    slag = per_slag(fel)
    av = f", av {text.antal(len(slag), 'slag', 'slag')}" if len(slag) < len(fel) else ""
    st.markdown(f"**{text.antal(len(fel), 'fel', 'fel')} i filen{av}.**")
    synliga = {(u.blad, f"{kolumn}{rad}") for u in utsnitt for rad, kolumn in u.fel if rad in u.rader}
    st.html(lista(slag[:FLEST_I_LISTAN], synliga, fil))
    if rest := slag[FLEST_I_LISTAN:]:
        with st.expander(f"Visa {len(rest)} slags fel till"):
            st.html(lista(rest, synliga, fil))
    for del_ in utsnitt:
        st.html(rutnat(del_, fil))


def per_slag(fel: Sequence[Fault]) -> list[list[Fault]]:
    """Faults in the same column with the same cure together, in the order of the first of each."""
    slag: dict[tuple[str | None, str | None, str, str], list[Fault]] = {}
    for f in fel:
        slag.setdefault((f.sheet, f.column, f.hint, "" if f.cell else f.message), []).append(f)
    return list(slag.values())


def lista(slag: Sequence[Sequence[Fault]], synliga: Collection[tuple[str, str]] = (), fil: str = "") -> str:
    """The kinds of fault as a list. synliga: sheet and cell of those that the grid shows."""
    return f'<ul class="km-fel-lista">{"".join(_punkt(s, synliga, fil) for s in slag)}</ul>'


def _punkt(fel: Sequence[Fault], synliga: Collection[tuple[str, str]], fil: str) -> str:
    """One kind of fault in the list: where, what and the cure; a place leads to its cell in the grid."""
    forsta = fel[0]
    celler = [_lank(f, synliga, fil) for f in fel[:FLEST_PLATSER] if f.cell]
    fler = len(fel) - FLEST_PLATSER
    platser = ", ".join(celler) + (f" och {text.tal(fler)} till" if fler > 0 else "")
    blad = f"bladet {escape(forsta.sheet)}" if forsta.sheet else ""
    plats = ", ".join(filter(None, [blad, platser, escape(forsta.column or "")]))
    skrivna = list(dict.fromkeys(f.message for f in fel))
    sagt = skrivna[:FLEST_SKRIVNA]
    if rest := len(skrivna) - len(sagt):
        sagt.append(f"och {text.tal(rest)} andra sätt att skriva.")
    return (
        f'<li><span class="km-plats">{text.stor_bokstav(plats) or "Hela filen"}</span>'
        f'<p class="km-rad">{escape(" ".join(sagt))}</p><p class="km-rad">{escape(forsta.hint)}</p></li>'
    )


def _lank(fel: Fault, synliga: Collection[tuple[str, str]], fil: str) -> str:
    """A place, which leads to its cell where the grid shows that."""
    cell = escape(fel.cell or "")
    syns = (fel.sheet, fel.cell) in synliga
    return f'<a href="#{ankare(fil, fel.sheet or "", fel.cell or "")}">{cell}</a>' if syns else cell


def ankare(fil: str, blad: str, cell: str) -> str:
    """The place of a faulty cell on the page; a sheet may be called anything, so its letters are spelt out.

    >>> ankare("ab12", "Blad 1", "F9")
    'fel-ab12-426c61642031-F9'
    """
    return f"fel-{fil}-{blad.encode().hex()}-{cell}"


def rutnat(utsnitt: Utsnitt, fil: str = "") -> str:
    """The part of the sheet where the faults are, drawn as the sheet: faulty cells marked, the fault beside.

    A gap stands where rows are left out. Each row with a fault leads to the next one.
    """
    felrader = [rad for rad in utsnitt.rader if any(r == rad for r, _ in utsnitt.fel)]
    nasta = dict(pairwise(felrader))
    kropp, forra = "", None
    bredd = len(utsnitt.kolumner) + 2
    for nr, celler in utsnitt.rader.items():
        if forra is not None and nr > forra + 1:
            kropp += f'<tr class="km-glapp"><td colspan="{bredd}">{GLAPP}</td></tr>'
        klass = ' class="km-rubrikrad"' if forra is None else ""
        rutor = "".join(_ruta(utsnitt, fil, nr, k, c) for k, c in zip(utsnitt.kolumner, celler, strict=True))
        kropp += (
            f'<tr{klass}><th scope="row">{nr}</th>{rutor}{_bredvid(utsnitt, fil, nr, nasta.get(nr))}</tr>'
        )
        forra = nr
    rest = f" Rader med fel som inte syns här: {utsnitt.utanfor}." if utsnitt.utanfor else ""
    rubrik = escape(f"Bladet {utsnitt.blad} så som det ser ut runt felen. Fel är märkta med ✕.{rest}")
    huvud = "".join(f'<th scope="col">{k}</th>' for k in ("Rad", *utsnitt.kolumner, "Vad som är fel"))
    return (
        f'<div class="km-tabell km-blad" tabindex="0" role="region" aria-label="{rubrik}"><table>'
        f"<caption>{rubrik}</caption><thead><tr>{huvud}</tr></thead><tbody>{kropp}</tbody></table></div>"
    )


def _ruta(utsnitt: Utsnitt, fil: str, rad: int, kolumn: str, cell: str) -> str:
    """One cell of the grid, with a cross where it is faulty."""
    if (rad, kolumn) not in utsnitt.fel:
        return f"<td>{escape(cell)}</td>"
    plats = ankare(fil, utsnitt.blad, f"{kolumn}{rad}")
    return f'<td class="km-fel" id="{plats}">{FELMARKE}{escape(cell or "(tom)")}</td>'


def _bredvid(utsnitt: Utsnitt, fil: str, rad: int, nasta: int | None) -> str:
    """What is wrong in a row, and the way to the next row with a fault."""
    sagt = [f"{k}: {v}" for (r, k), v in utsnitt.fel.items() if r == rad]
    lank = ""
    if sagt and nasta:
        kolumn = next(k for r, k in utsnitt.fel if r == nasta)
        plats = ankare(fil, utsnitt.blad, f"{kolumn}{nasta}")
        lank = f' <a href="#{plats}">Nästa fel ↓</a>'
    return f'<td class="km-felord">{escape(" ".join(sagt))}{lank}</td>'
