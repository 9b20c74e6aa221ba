"""What is folded up is drawn when it is opened, and until then costs nothing."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def oppnat(rubrik: str, nyckel: str) -> DeltaGenerator | None:
    """A line that opens: the box to draw in while it is open, else None. Belongs in a fragment of its own."""
    ruta = st.expander(rubrik, key=nyckel, on_change="rerun")
    return ruta if ruta.open else None
