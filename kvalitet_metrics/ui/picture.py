"""A chart as a picture: buttons that a script in the browser listens for (assets/kopiera.js)."""

from html import escape

import streamlit as st


def knappar(fil: str, rubrik: str, under: str, kalla: str) -> None:
    """The two buttons below a chart; the picture holds its sentence, what is measured and the source."""
    matt = {"fil": fil, "rubrik": rubrik, "under": under, "kalla": kalla}
    data = " ".join(f'data-{namn}="{escape(varde, quote=True)}"' for namn, varde in matt.items())
    st.html(
        f'<div class="km-bild" {data}><button type="button" data-gor="kopiera">Kopiera som bild</button>'
        '<button type="button" data-gor="hamta">Hämta som bild</button><span role="status"></span></div>'
    )
