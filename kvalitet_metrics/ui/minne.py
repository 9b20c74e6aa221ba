"""Answers remembered for all readers together, by the question.

The place and the version of the workspace are a part of every question, so a load or an undo is seen at once
and nothing needs to be emptied. Unlike Streamlit's own caches this one neither copies nor pickles, so what
it gives must not be changed, and a question is found by its own hash.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import nullcontext
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

import streamlit as st

FLEST = 512
"""So many answers of a kind are remembered at a time; the one not asked for longest goes first."""

P = ParamSpec("P")
T = TypeVar("T")


def minns(vantan: str = "", flest: int = FLEST) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remember what a function gives for its arguments, all hashable; errors are not remembered.

    vantan: what the reader sees meanwhile. Readers who ask the same at once wait for one answer.
    """

    def om(rakna: Callable[P, T]) -> Callable[P, T]:
        svar: OrderedDict[Hashable, T] = OrderedDict()
        pagar: dict[Hashable, Lock] = {}
        las = Lock()

        @wraps(rakna)
        def fraga(*args: P.args, **kwargs: P.kwargs) -> T:
            nyckel = args, tuple(kwargs.items())
            with las:
                if nyckel in svar:
                    svar.move_to_end(nyckel)
                    return svar[nyckel]
                egen = pagar.setdefault(nyckel, Lock())
            with egen:
                with las:
                    if nyckel in svar:
                        return svar[nyckel]
                try:
                    with st.spinner(vantan) if vantan else nullcontext():
                        nytt = rakna(*args, **kwargs)
                    with las:
                        svar[nyckel] = nytt
                        if len(svar) > flest:
                            svar.popitem(last=False)
                finally:
                    with las:
                        pagar.pop(nyckel, None)
                return nytt

        return fraga

    return om
