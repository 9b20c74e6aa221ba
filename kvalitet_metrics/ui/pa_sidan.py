"""A finished figure on the page: handed to Streamlit as it is, without tools, with its words.

Streamlit checks, copies and fills out a Figure at every rerun, which costs more than all else of a chart;
ours are dicts that tests check. Without Plotly's template a chart is also half as many bytes.
"""

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure

UTAN_VERKTYG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


class Fardig(BaseFigure):
    """A figure that says what it was made of, and nothing else."""

    def __init__(self, figur: dict):
        self._figur = figur

    def to_dict(self) -> dict:
        """The dict that it was made of; nobody changes it."""
        return self._figur


def diagram(figur: dict, alt: str, nyckel: str, config: dict[str, bool] = UTAN_VERKTYG, **val: Any) -> None:
    """The chart, under a key of its own. val: what is done when a point is chosen, as Streamlit takes it."""
    st.plotly_chart(Fardig(figur), theme=None, config=config, alt=alt, key=nyckel, **val)
