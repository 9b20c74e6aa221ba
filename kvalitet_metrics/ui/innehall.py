"""The parts of a long page: headings that have a place in the address, and a list that leads to them."""

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from kvalitet_metrics.ui import show

UTAN_PRICKAR = str.maketrans("åäöé", "aaoe")


def ankare(titel: str) -> str:
    """A heading as a place in an address.

    >>> ankare("Är förändringen verklig?")
    'ar-forandringen-verklig'
    """
    return re.sub(r"[^a-z0-9]+", "-", titel.lower().translate(UTAN_PRICKAR)).strip("-")


def lista(titlar: Sequence[str]) -> None:
    """Links to the parts of the page, in a row above them."""
    lankar = "".join(f'<li><a href="#{ankare(t)}">{escape(t)}</a></li>' for t in titlar)
    st.html(f'<nav class="km-hopp" aria-label="På sidan"><ul>{lankar}</ul></nav>')


def rubrik(titel: str) -> None:
    """The heading of one of the parts."""
    show.rubrik(titel, ankare(titel))
