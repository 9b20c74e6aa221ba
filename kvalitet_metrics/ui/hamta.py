"""A table to take along: as a workbook, with what it is on a sheet of its own, and as text."""

from collections.abc import Callable, Sequence

import streamlit as st

from kvalitet_metrics.charts import Tabell
from kvalitet_metrics.reports import arbetsbok, kommatext

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def filer(t: Tabell, om: Callable[[], Sequence[tuple[str, str]]], fil: str, nyckel: str) -> None:
    """Two buttons beside each other. om: the lines of the second sheet; nyckel: tells the buttons apart."""
    bok, semikolon = st.columns(2)
    bok.download_button(
        "Hämta som Excel",
        lambda: arbetsbok(t.rubriker, t.slag, t.celler, om()),
        f"{fil}.xlsx",
        XLSX,
        key=f"xlsx-{nyckel}",
        on_click="ignore",
        width="stretch",
    )
    semikolon.download_button(
        "Hämta som CSV",
        lambda: kommatext(t.rubriker, t.celler),
        f"{fil}.csv",
        "text/csv",
        key=f"csv-{nyckel}",
        on_click="ignore",
        width="stretch",
    )
