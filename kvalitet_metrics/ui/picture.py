"""A chart as a picture: buttons that a script in the browser listens for (assets/kopiera.js)."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def under(nyckel: str) -> DeltaGenerator:
    """The line below a chart that holds what can be done with it; what is opened takes the whole width."""
    return st.container(key=f"km-under-{nyckel}", horizontal=True, gap="small")


def knappar(fil: str, rubrik: str, under: str, kalla: str) -> str:
    """HTML of two buttons below a chart; the picture holds its sentence, what is measured and the source."""
    matt = {"fil": fil, "rubrik": rubrik, "under": under, "kalla": kalla}
    data = " ".join(f'data-{namn}="{escape(varde, quote=True)}"' for namn, varde in matt.items())
    return (
        f'<div class="km-bild" {data}><button type="button" data-gor="kopiera">Kopiera som bild</button>'
        '<button type="button" data-gor="hamta">Hämta som bild</button><span role="status"></span></div>'
    )
