"""What to say where a page has nothing to show: which export gives its figures, and where it is loaded."""

from functools import partial

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.ingest.profile import Lista
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.reports.mall import mallbok
from kvalitet_metrics.ui.filters import Vy

FLEST = 3
"""So many kinds of export are named; each that has a template has its button."""


def visa(vad: str, profiler: tuple[str, ...], vy: Vy | None = None) -> None:
    """A sentence, the way to Ladda upp, and an empty template where the export is kept by hand.

    vad: what is missing, as in «risker»; profiler: the ids of the exports that hold it; vy: the view that
    holds none of it, None where nothing of it has been loaded.
    """
    funna = [PROFILER[id_] for id_ in profiler]
    namnda = [f"«{p.namn}» ({p.kallsystem})" for p in funna[:FLEST]]
    if len(funna) > FLEST:
        namnda.append(f"{text.antal(len(funna) - FLEST, 'slag', 'slag')} till")
    kallor = text.lista(namnda, "eller")
    lage = f"Inga {vad} är inlästa ännu. Läs in en fil."
    if vy:
        lage = f"Inga {vad} i urvalet ({vy.i_ord()}). Vidga urvalet, eller läs in en fil."
    st.info(f"{lage} Siffrorna kommer ur {kallor}.")
    st.page_link("pages/ladda_upp.py", label="Gå till Ladda upp")
    with st.container(horizontal=True, gap="small"):
        for profil in funna:
            if isinstance(profil, Lista):
                st.download_button(
                    f"Hämta tom mall för {profil.namn}",
                    partial(mallbok, profil),
                    f"Mall {profil.namn}.xlsx".replace("/", "-"),
                    key=f"mall-{profil.namn}",
                    on_click="ignore",
                )
