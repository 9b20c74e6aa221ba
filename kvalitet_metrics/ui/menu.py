"""The pages, found in their folder: a new page is one file, and its own words say where it stands.

Each file says `SIDA = {"titel": …, "fraga": …, "grupp": …, "ordning": …}` as a literal, which is read here
without running the page.
"""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st

MAPP = Path(__file__).parents[2] / "pages"
GRUPPER = ("", "Områden", "Möte", "Uppgifter", "Hjälp")
"""The groups of the menu from left to right; pages without a group stand in the menu itself."""


@dataclass(frozen=True)
class Sida:
    """A page as the menu needs it. `fraga` is the question that it answers."""

    fil: Path
    titel: str
    fraga: str
    grupp: str
    ordning: int


@cache
def sidor() -> tuple[Sida, ...]:
    """All pages in the order of the menu. Raises ValueError for a file that does not say what it is."""
    funna = [Sida(fil, **_ord(fil)) for fil in MAPP.glob("*.py")]
    return tuple(sorted(funna, key=lambda s: (GRUPPER.index(s.grupp), s.ordning, s.fil.stem)))


def navigering(synlig: bool = True) -> st.Page:
    """Register every page, the first as the start; gives the one that is asked for."""
    grupper: dict[str, list[st.Page]] = {}
    start, *andra = sidor()
    grupper[start.grupp] = [st.Page(start.fil, title=start.titel, default=True, url_path="start")]
    for s in andra:
        grupper.setdefault(s.grupp, []).append(st.Page(s.fil, title=s.titel))
    # Whoever writes the start page's own name in the address gets there too.
    hem = st.Page(
        lambda: st.switch_page(start.fil), title=start.titel, url_path=start.fil.stem, visibility="hidden"
    )
    grupper[start.grupp].append(hem)
    return st.navigation(grupper, position="top" if synlig else "hidden")


def _ord(fil: Path) -> dict:
    """What the file's SIDA says."""
    for nod in ast.parse(fil.read_text("utf-8")).body:
        if isinstance(nod, ast.Assign) and ast.unparse(nod.targets[0]) == "SIDA":
            return ast.literal_eval(nod.value)
    raise ValueError(f"{fil.name} says no SIDA")
