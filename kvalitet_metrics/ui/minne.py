"""Answers remembered for all readers together, by the question.

The place and the version of the workspace are a part of every question, so a load or an undo is seen at once
and nothing needs to be emptied. Unlike Streamlit's own caches this one neither copies nor pickles, so what
it gives must not be changed, and a question is found by its own hash.

What was asked of a version is asked again of the next one in the background, as soon as a page sees that it
is there: who has just loaded a file is then alone in waiting.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import nullcontext, suppress
from functools import wraps
from inspect import signature
from threading import Lock, Thread
from typing import Any, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

FLEST = 512
"""So many answers of a kind are remembered at a time; the one not asked for longest goes first."""

OM_IGEN = 64
"""So many of the latest questions of a kind are asked again of a new version."""

_alla: list[tuple[Callable[..., Any], OrderedDict[Any, Any], Lock]] = []
"""What is remembered by place and version: how it is asked, its answers, their lock."""
_senast: dict[str, str] = {}
"""The version of each place that a page saw last."""

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
                    laser_nagon = vantan and get_script_run_ctx(suppress_warning=True)
                    with st.spinner(vantan) if laser_nagon else nullcontext():
                        nytt = rakna(*args, **kwargs)
                    with las:
                        svar[nyckel] = nytt
                        if len(svar) > flest:
                            svar.popitem(last=False)
                finally:
                    with las:
                        pagar.pop(nyckel, None)
                return nytt

        if [*signature(rakna).parameters][:2] == ["plats", "version"]:
            _alla.append((fraga, svar, las))
        return fraga

    return om


def sedd(plats: str, version: str) -> None:
    """A page has seen this version of the place; where it is a new one, what was asked is asked again."""
    fore, _senast[plats] = _senast.get(plats), version
    if fore and version and fore != version:
        Thread(target=om_igen, args=(plats, fore, version), daemon=True).start()


def om_igen(plats: str, fore: str, nu: str) -> None:
    """Ask of one version what was asked last of another; what can no longer be asked is left."""
    for fraga, svar, las in _alla:
        with las:
            fragor = [(args, kw) for args, kw in svar if args[:2] == (plats, fore)][-OM_IGEN:]
        for args, kw in fragor:
            with suppress(Exception):  # no reader waits for it, and who asks is told
                fraga(plats, nu, *args[2:], **dict(kw))
