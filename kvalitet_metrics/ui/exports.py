"""Which exports are recognised, by which headings, and an empty template for those kept by hand."""

import streamlit as st

from kvalitet_metrics.ingest.profile import Lista
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.reports.mall import RUBRIKER, kolumnrader, mallbok
from kvalitet_metrics.text import sortnyckel
from kvalitet_metrics.ui import html
from kvalitet_metrics.ui.oppnat import oppnat


@st.fragment
def visa() -> None:
    """A choice among all kinds, and the columns of the chosen one."""
    if not (ruta := oppnat(f"Exporter som känns igen ({len(PROFILER)})", "exporterna")):
        return
    with ruta:
        profil = st.selectbox(
            "Slag av export",
            sorted(PROFILER.values(), key=lambda p: sortnyckel(p.namn)),
            format_func=lambda p: p.namn,
            index=None,
            placeholder="Välj ett slag",
            key="slag-av-export",
        )
        if profil is None:
            return
        st.caption(
            f"Källa: {profil.kallsystem}. Kolumnernas ordning och rader ovanför tabellen spelar ingen roll."
        )
        st.html(html.rutnat(RUBRIKER, kolumnrader(profil), f"Kolumnerna i {profil.namn}", form="km-vid"))
        if isinstance(profil, Lista):
            st.download_button(
                "Hämta tom mall",
                mallbok(profil),
                f"Mall {profil.namn}.xlsx".replace("/", "-"),
                key="hamta-mall",
                on_click="ignore",
            )
