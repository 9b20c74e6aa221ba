"""The handbook in the app: its parts with their pictures, and a list of contents that leads to each."""

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from kvalitet_metrics.ui.innehall import ankare

FIL = Path(__file__).parents[2] / "docs" / "handbok.md"
BILD = re.compile(r"^!\[(?P<alt>[^\]]*)\]\((?P<fil>[^)]+)\)$", re.M)


@dataclass(frozen=True)
class Avsnitt:
    """A part of the handbook: `niva` 2 stands in the contents, `ankare` is its place on the page."""

    niva: int
    titel: str
    ankare: str
    text: str


@cache
def avsnitt() -> tuple[Avsnitt, ...]:
    """The parts of the file in their order; what stands before the first heading belongs to none."""
    delar = re.split(r"^(#{2,3}) (.+)$", FIL.read_text("utf-8"), flags=re.M)[1:]
    return tuple(
        Avsnitt(len(tecken), titel, ankare(titel), text.strip())
        for tecken, titel, text in zip(delar[::3], delar[1::3], delar[2::3], strict=True)
    )


def visa() -> None:
    """Contents to the left, the parts to the right; on a phone one below the other."""
    innehall, lasning = st.columns([1, 3], gap="large")
    rader = "".join(f'<li><a href="#{a.ankare}">{escape(a.titel)}</a></li>' for a in avsnitt() if a.niva == 2)
    with innehall:
        st.html(f'<nav class="km-innehall" aria-label="Innehåll"><ol>{rader}</ol></nav>')
    with lasning:
        for del_ in avsnitt():
            (st.header if del_.niva == 2 else st.subheader)(del_.titel, anchor=del_.ankare)
            _text(del_.text)


def _text(text: str) -> None:
    """Running text with its pictures where they stand."""
    bitar = BILD.split(text)
    for ord_, alt, fil in zip(bitar[::3], [*bitar[1::3], ""], [*bitar[2::3], ""], strict=True):
        if ord_.strip():
            st.markdown(ord_)
        if fil:
            st.image(str(FIL.parent / fil), caption=alt, alt=alt, output_format="PNG")  # as it is
