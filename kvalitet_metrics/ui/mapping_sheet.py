"""Step 1 of a mapping: which sheet and which row holds the headings, shown as the sheet looks."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from kvalitet_metrics.ingest.look import heading_rows
from kvalitet_metrics.ingest.mapped import baser
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.recognise import ROWS_TO_SEARCH, first_rows
from kvalitet_metrics.ingest.view import shown_rows

RADER, KOLUMNER, BREDD = 15, 12, 60
EGEN = "En tabell med värden per period"
KAND = "En export som redan är känd, med andra rubriker"


@dataclass(frozen=True)
class Bladval:
    """Sheet, heading row as in the sheet, number of heading rows, and a known export or nothing."""

    blad: str
    rad: int
    rubrikrader: int
    bas: str


def valj_blad(
    avtryck: str, blad: list[Sheet], valt: str, rad: int | None, rubrikrader: int, bas: str
) -> Bladval:
    """The questions of the step, each with its proposal."""
    synliga = [b for b in blad if b.visible and b.table.num_rows]
    namn = [b.name for b in synliga]
    vald = synliga[0]
    if len(synliga) > 1:
        fore = namn.index(valt) if valt in namn else 0
        vald = synliga[st.selectbox("Blad", range(len(namn)), fore, format_func=namn.__getitem__)]
    rader = first_rows(vald)
    same = vald.name == valt and rad
    funnen, rader_i_rubriken = (rad, rubrikrader) if same else heading_rows(rader) or (1, 1)
    tecken, antal, _ = st.columns([1, 1, 2])
    skriven = tecken.number_input(
        "Raden med rubriker",
        1,
        max(1, min(len(rader), ROWS_TO_SEARCH)),
        funnen,
        key=f"rad-{avtryck}-{vald.name}",
        help="Den nedersta, om rubrikerna står på flera rader.",
    )
    nr = skriven or 1
    skrivna = antal.number_input(
        "Antal rubrikrader",
        1,
        min(5, nr),
        min(rader_i_rubriken, nr),
        key=f"rubrikrader-{avtryck}-{vald.name}",
        help="Flera där en grupp står ovanför sina kolumner, till exempel året ovanför månaderna.",
    )
    flera = skrivna or 1
    st.html(rutnat(vald, nr, flera))
    slag = st.radio("Vad är det för fil?", [EGEN, KAND], int(bool(bas)), key=f"slag-{avtryck}")
    if slag == KAND:
        exporter = sorted(baser(), key=lambda id_: PROFILER[id_].namn)
        bas = st.selectbox(
            "Vilken export?",
            exporter,
            exporter.index(bas) if bas in exporter else 0,
            format_func=lambda id_: PROFILER[id_].namn,
            key=f"bas-{avtryck}",
        )
    return Bladval(vald.name, nr, flera, bas if slag == KAND else "")


def rutnat(blad: Sheet, rad: int, rubrikrader: int) -> str:
    """The rows around the heading as the sheet looks, the heading marked."""
    first = max(1, rad - RADER // 2)
    rader = shown_rows(blad, first + RADER - 1)[first - 1 :]
    bredd = min(blad.width, KOLUMNER)
    huvud = "".join(f'<th scope="col">{blad.column_letter(i)}</th>' for i in range(bredd))
    kropp = ""
    for nr, celler in enumerate(rader, start=first):
        klass = ' class="km-rubrikrad"' if rad - rubrikrader < nr <= rad else ""
        rutor = "".join(f"<td{klass}>{escape(c[:BREDD])}</td>" for c in celler[:bredd])
        kropp += f'<tr><th scope="row">{nr}</th>{rutor}</tr>'
    fler = f" De första {bredd} av {blad.width} kolumner." if blad.width > bredd else ""
    namn = escape(f"Bladet {blad.name}. Rubrikerna är märkta.{fler}")
    return (
        f'<div class="km-tabell km-blad" tabindex="0" role="region" aria-label="{namn}"><table>'
        f'<caption>{namn}</caption><thead><tr><th scope="col">Rad</th>{huvud}</tr></thead>'
        f"<tbody>{kropp}</tbody></table></div>"
    )
