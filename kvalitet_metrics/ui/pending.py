"""Open investigations: how many days are left, and where in the export those stand that pass soon."""

from dataclasses import replace

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.ui import data, html, show
from kvalitet_metrics.ui.filters import Vy

MATT = "utredning_barn_pagaende"
KLASSER = "utredning_barn_tidsklass"
PASSERAD, SNART = "passerad frist", "0–14 dagar kvar"
KOLUMNER = ("sista_dag", "inledd", "enhet", "grupp", "forlangd_till", "fil", "blad", "rad")
KORTA = tuple(k in ("sista_dag", "inledd", "forlangd_till", "rad") for k in KOLUMNER)
"""Columns whose cells are short and are not broken over two lines."""
RUBRIKER = ("Sista dag", "Inledd", "Enhet", "Grupp", "Förlängd till", "Fil", "Blad", "Rad")


def visa(vy: Vy) -> None:
    """The bands of days left beside the classes of the finished, and the list of those that pass soon."""
    show.rubrik("Vilka är öppna, och hur många dagar är kvar?")
    band, klasser = st.columns(2, gap="large")
    with band:
        show.indikator(MATT, vy, "kategori")
    with klasser:
        show.indikator(KLASSER, vy)
    _snart(vy)


def _snart(vy: Vy) -> None:
    """The investigations whose last day comes within 14 days of the export; never a case number."""
    rader = data.poster(MATT, replace(vy, inom=(*vy.inom, ("kategori", SNART))))
    if not rader:
        st.caption("Inga pågående utredningar passerar fristen inom 14 dagar enligt den senaste exporten.")
        return
    antal = text.antal(len(rader), "utredning", "utredningar")
    i_ordning = sorted(rader, key=lambda r: (r["sista_dag"], r["fil"], r["rad"]))
    celler = [tuple(cell(rad[k]) for k in KOLUMNER) for rad in i_ordning]
    st.html(html.rubrik(f"{antal} passerar fristen inom 14 dagar", "Räknat från den dag exporten togs ut."))
    ord_ = "Ärendenummer sparas inte: slå upp raden i filen."
    st.html(html.rutnat(RUBRIKER, celler, ord_, KORTA, form="km-vid"))


def cell(varde: object) -> str:
    """A cell as text: nothing for nothing, a date without its clock."""
    if varde is None or varde != varde:
        return ""
    return str(varde)[:10] if hasattr(varde, "year") else str(varde)
