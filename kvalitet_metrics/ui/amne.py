"""What the topic pages are made of: the state in words beside a chart, then sections of charts.

A page names its indicators; what has no figures in the view is said once, below its section, in the place of
an empty chart.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts.laget import Del, Mening, laget, storst
from kvalitet_metrics.charts.serie import Serie
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.model import NEDBRYTNINGAR, Periodslag
from kvalitet_metrics.ui import data, html, saknas, show
from kvalitet_metrics.ui.filters import Vy

TID = "över tid"
"""Stands for a breakdown: the whole, over so many periods that a change can be seen."""
TIDER = "hur lång tid"
"""Stands for a breakdown: the whole of a time, by how many records took how long."""
OKANT = "okänt"
FLEST_RADER = 15
Bit = tuple[str, str | None]
"""An indicator and what it is broken down by: a column, TID, TIDER, or None for the whole."""


def finns(vad: str, matten: Collection[str]) -> bool:
    """False, and which file to load, where the workspace has no records that the page could show.

    vad: what the page is about, as in «avvikelser».
    """
    if any(data.periodslag(id_) for id_ in matten):
        return True
    tabeller = {tabell for id_ in matten for tabell in INDIKATORER[id_].tabeller}
    saknas.visa(vad, tuple(id_ for id_, p in PROFILER.items() if p.tabell in tabeller))
    return False


def oppna(
    vy: Vy,
    matten: Sequence[str],
    forst: Bit,
    storsta: Sequence[Bit] = (),
    mer: Sequence[Mening] = (),
) -> None:
    """The first screen: the state in words, beside the chart that answers the question of the page.

    Where `forst` has no figures in this view the first indicator that has some is drawn. storsta: breakdowns
    of which the largest part is named; mer: further sentences, which stand last.
    """
    vanligast = [
        mening
        for bit in storsta
        if (serier := _serier(vy, bit))
        for mening in storst(serier, data.matt(bit[0], vy, bit[1]))
    ]
    kandidater = [forst, *((id_, TID) for id_ in matten)]
    bild = next((bit for bit in kandidater if _serier(vy, bit)), forst)
    oppna_med([*laget(_delar(vy, matten)), *vanligast, *mer], vy, bild)


def oppna_med(meningar: Sequence[Mening], vy: Vy, forst: Bit) -> None:
    """The same, where the page has written its own sentences."""
    if not meningar and not _serier(vy, forst):
        _rita(vy, forst)
        return
    ord_, bild = st.columns([2, 3], gap="large")
    with ord_:
        if meningar:
            st.html(html.laget(meningar))
    with bild:
        _rita(vy, forst)


def avsnitt(namn: str, vy: Vy, *bitar: Bit) -> None:
    """A heading, its charts two beside each other, its tables, a line about those with nothing to show.

    A last chart without a neighbour has the whole width.
    """
    show.rubrik(namn)
    skal = {bit: _varfor_inte(vy, bit) for bit in bitar}
    tabeller = [bit for bit in bitar if not skal[bit] and _som_tabell(vy, bit)]
    ritade = [bit for bit in bitar if not skal[bit] and bit not in tabeller]
    for i in range(0, len(ritade), 2):
        paret = ritade[i : i + 2]
        for kolumn, bit in zip(st.columns(len(paret), gap="large"), paret, strict=True):
            with kolumn:
                _rita(vy, bit)
    for id_, by in tabeller:
        show.varmetabell(id_, vy, by)
    for varfor in dict.fromkeys(filter(None, skal.values())):
        st.caption(f"{text.lista(_namn(bit) for bit in bitar if skal[bit] == varfor)}: {varfor}.")


def konsskillnader(vy: Vy, matten: Sequence[str]) -> None:
    """The difference between the sexes in words, for each indicator that says kön."""
    sagt = [
        (f"{INDIKATORER[id_].namn}:", " ".join(s["mening"] for s in skillnader))
        for id_ in matten
        if _serier(vy, (id_, "kon")) and (skillnader := data.konsskillnad(id_, vy))
    ]
    if sagt:
        st.html(html.laget(sagt, "Skillnad mellan könen", "km-brett"))


def _delar(vy: Vy, matten: Sequence[str]) -> list[Del]:
    """The indicators of the topic that have figures as one whole."""
    return [
        Del(
            data.matt(id_, vy),
            serier[0],
            data.utlatanden(id_, vy)[""],
            data.utlatanden(id_, _over_tid(vy, id_))[""],
        )
        for id_ in matten
        if (serier := _serier(vy, (id_, None)))
    ]


def _rita(vy: Vy, bit: Bit) -> None:
    """One chart; units are too many to stand below each other where a funnel shows them all at once."""
    id_, by = bit
    if by == TID:
        show.indikator(id_, _over_tid(vy, id_), plats=TID)
    elif by == TIDER:
        show.tidsfordelning(id_, vy)
    elif len(_serier(vy, bit)) > FLEST_RADER and show.TRATT in show.diagram(id_, vy, by):
        show.indikator(id_, vy, by, show.TRATT)
    else:
        show.indikator(id_, vy, by)


def _som_tabell(vy: Vy, bit: Bit) -> bool:
    """True for many over several periods that no funnel holds: their table takes the whole width."""
    id_, by = bit
    if by in (None, TID, TIDER) or len(_serier(vy, bit)) <= FLEST_RADER:
        return False
    former = show.diagram(id_, vy, by)
    return show.TRATT not in former and show.VARMETABELL in former


def _over_tid(vy: Vy, id_: str) -> Vy:
    """The view, or where it holds a single period those within it that the figures can be told by."""
    kortare = (vy, vy.finare(), replace(vy, period=Periodslag.TERTIAL.value))
    return next((v for v in kortare if _flera(v, id_)), vy)


def _flera(vy: Vy, id_: str) -> bool:
    """True where there are periods to follow."""
    return any(len(s.punkter) > 1 for s in _serier(vy, (id_, None)))


def _serier(vy: Vy, bit: Bit) -> list[Serie]:
    """The figures of one piece; none where the question cannot be put."""
    id_, by = bit
    return data.serier_eller_inga(id_, vy, None if by in (TID, TIDER) else by)


def _varfor_inte(vy: Vy, bit: Bit) -> str:
    """Why a piece is not drawn; empty where it is. A breakdown that tells nobody apart says nothing."""
    id_, by = bit
    serier = _serier(vy, bit)
    if not serier:
        return "inga uppgifter i urvalet"
    if by == TID:
        return "" if _flera(_over_tid(vy, id_), id_) else "bara en period, inget att följa över tid"
    kanda = [s for s in serier if not s.saknas and s.namn != OKANT]
    if by in (None, TIDER) or len(kanda) > 1:
        return ""
    if not kanda:
        return f"{NEDBRYTNINGAR[by].lower()} står inte i uppgifterna"
    return f"uppgifterna gäller bara {kanda[0].namn}" if len(serier) == 1 else ""


def _namn(bit: Bit) -> str:
    """What a piece shows, in words."""
    uppdelning = NEDBRYTNINGAR.get(bit[1] or "", "").lower()
    return INDIKATORER[bit[0]].namn + (f" per {uppdelning}" if uppdelning else "")
