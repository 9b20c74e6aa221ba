"""Pages that do nothing but draw small line charts and tables, one for each mix that is asked for.

The environment variable BARE holds the mixes: `13x2 5x0` is a page of 13 charts and 2 tables, and one of 5.
"""

import os
from functools import partial

import plotly.graph_objects as go
import streamlit as st

ROW = "<tr><td>Group</td><td>1</td><td>2</td></tr>"
TABLE = f"<table><tr><th>Name</th><th>Now</th><th>Before</th></tr>{ROW * 10}</table>"


def draw(charts: int, tables: int) -> None:
    """A page with a choice that changes every chart."""
    st.title("Bare")
    step = st.selectbox("Period", ["Kalenderår", "Tertial"], key="period") == "Tertial"
    for nr in range(charts):
        line = {"type": "scatter", "x": [2020, 2021, 2022, 2023], "y": [nr, nr + 1 + step, nr, nr + 2]}
        st.plotly_chart(go.Figure([line]), key=f"chart{nr}")
    for _ in range(tables):
        st.html(TABLE)


pages = [
    st.Page(partial(draw, *map(int, mix.split("x"))), title=mix, url_path=mix)
    for mix in os.environ["BARE"].split()
]
st.navigation([st.Page(partial(draw, 0, 0), title="Start", default=True), *pages], position="top").run()
