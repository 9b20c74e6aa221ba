"""Choices that live in the address, so that a view can be mailed and follows from page to page.

A widget keeps its choice in the session under its key; the address holds the same choice under the same
name. `hamta` moves what an opened address says into the widget before it is drawn, `spara` writes what the
widget says back. An address that names a value which does not exist any more is read as if it did not.
"""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

SKRIVET = "_skrivet_i_lanken"


def hamta(nyckel: str, val: Sequence[object], standard: object = None, flera: bool = False) -> None:
    """Prepare the widget `nyckel`: the address goes before what the reader chose last, then `standard`.

    `val` are the allowed values; they are written in the address as text.
    """
    i_lanken = st.query_params.get_all(nyckel)
    if i_lanken and i_lanken != _skrivet().get(nyckel):
        fran_text = {str(v): v for v in val}
        valda = [fran_text[v] for v in i_lanken if v in fran_text]
        st.session_state[nyckel] = valda if flera else (valda[0] if valda else standard)
    kvar = st.session_state.get(nyckel, [] if flera else standard)
    if flera:
        st.session_state[nyckel] = [v for v in kvar if v in val]
    else:
        st.session_state[nyckel] = kvar if kvar in val else standard


def spara(nyckel: str, vald: object, standard: object = None) -> None:
    """Write the choice in the address, or nothing where it is the usual one."""
    som_text = [str(v) for v in vald] if isinstance(vald, list | tuple) else [str(vald)]
    if vald in (standard, None, [], ()):
        som_text = []
    if st.query_params.get_all(nyckel) != som_text:
        if som_text:
            st.query_params[nyckel] = som_text
        else:
            del st.query_params[nyckel]
    _skrivet()[nyckel] = som_text


def adress(sida: str, fraga: Mapping[str, object], avsnitt: str = "") -> str:
    """The address of a page for a link in HTML, with what stands after the question mark, and a section."""
    satt = {nyckel: varde for nyckel, varde in fraga.items() if varde not in (None, "", (), [])}
    fragan = f"?{urlencode(satt, doseq=True)}" if satt else ""
    return escape(f"{sida}{fragan}{f'#{avsnitt}' if avsnitt else ''}", quote=True)


def _skrivet() -> dict[str, list[str]]:
    """What this session wrote in the address last, name for name."""
    return st.session_state.setdefault(SKRIVET, {})
