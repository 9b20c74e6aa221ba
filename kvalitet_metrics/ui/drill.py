"""The way down into a figure and up again: from the whole to an enhet and a grupp, from a year to its months.

Where the reader is stands in the choices of the sidebar and in `inom`, and so in the address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import streamlit as st

from kvalitet_metrics.charts import Matt, Serie
from kvalitet_metrics.charts.serie import perioder, serienamn
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import NEDBRYTNINGAR, Periodslag
from kvalitet_metrics.ui import data, link
from kvalitet_metrics.ui.filters import PERIODSLAG, STANDARD, Vy

NIVAER = ("forvaltning", "avdelning", "enhet", "grupp")
"""The organisation from its largest parts to its smallest."""
KORTARE = (Periodslag.MANAD.value, Periodslag.KVARTAL.value, Periodslag.TERTIAL.value)
"""Kinds of period that lie within a year, the shortest first."""
INOM, UPP = "inom", "_fran_period"
TID = "tid"
Val = Mapping[str, Any]
"""Names of choices (the keys of the widgets) and what they become."""


@dataclass(frozen=True)
class Steg:
    """A step of the way: its word, what it is (a column, or TID), and the choices that lead there."""

    ord: str
    kolumn: str
    val: Val


def las(vy: Vy, id_: str) -> Vy:
    """The view with the conditions that the reader has gone down into; those it cannot have are left out."""
    sagda = [*st.query_params.get_all(INOM), *st.session_state.get(INOM, [])]
    kolumner = {s.split(":", 1)[0] for s in sagda} & NEDBRYTNINGAR.keys()
    link.hamta(INOM, [f"{k}:{v}" for k in sorted(kolumner) for v in data.varden(k)], flera=True)
    kvar = st.session_state[INOM]
    link.spara(INOM, kvar)
    par = [tuple(s.split(":", 1)) for s in kvar]
    finns = INDIKATORER[id_].nedbrytningar
    return replace(vy, inom=tuple((k, v) for k, v in par if k in finns))


def stig(vy: Vy) -> list[Steg]:
    """From the whole to where the reader is; the choices of a step leave out all that comes after it."""
    inom = dict(vy.inom)
    varden = {
        **({"forvaltning": vy.forvaltning} if vy.forvaltning else {}),
        **({"enhet": ", ".join(vy.enheter)} if vy.enheter else {}),
        **inom,
    }
    ordnade = [k for k in NIVAER if k in varden] + [k for k in inom if k not in NIVAER]
    i_tid = [TID] if vy.fran and st.session_state.get(UPP) else []
    steg = [Steg("Alla", "", {})]
    for kolumn in [*ordnade, *i_tid]:
        ar = str(vy.fran) if vy.fran == vy.till else f"{vy.fran}–{vy.till}"
        steg.append(Steg(ar if kolumn == TID else str(varden[kolumn]), kolumn, {}))
    return [
        replace(s, val=_tillbaka(vy, [*ordnade, *i_tid], nr, steg[nr + 1].kolumn))
        if nr + 1 < len(steg)
        else s
        for nr, s in enumerate(steg)
    ]


def _tillbaka(vy: Vy, stegen: list[str], behall: int, nasta: str) -> Val:
    """The choices that keep the first so many steps; what was gone into is shown broken down again."""
    kvar = stegen[:behall]
    val: dict[str, Any] = {
        INOM: [f"{k}:{v}" for k, v in vy.inom if k in kvar],
        "forvaltning": vy.forvaltning if "forvaltning" in kvar else None,
        "enhet": list(vy.enheter) if "enhet" in kvar else [],
    }
    if nasta == TID:
        return val | _ut_ur_tiden()
    return val | {"dela": nasta} | (_ut_ur_tiden() if TID in stegen else {})


def _ut_ur_tiden() -> dict[str, Any]:
    """Back to the kind of period that the reader came from, and all years."""
    return {"period": st.session_state.get(UPP) or STANDARD, "fran": None, "till": None, UPP: None}


def vagar(id_: str, vy: Vy, by: str | None, serier: list[Serie], matt: Matt) -> dict[str, Steg]:
    """Where one can go from here, by the name of the series or, without a breakdown, of the period."""
    if by and by in INDIKATORER[id_].nedbrytningar:
        return _ned(id_, vy, by, matt)
    finns = data.periodslag(id_)
    till = next((p for p in KORTARE if p in finns), None)
    if vy.period in KORTARE or till is None or vy.period == Periodslag.MATTILLFALLE.value:
        return {}
    return {
        p.period: Steg(
            f"{p.period}, per {PERIODSLAG[till].lower()}",
            TID,
            {"period": till, "fran": p.start.year, "till": p.slut.year, UPP: vy.period},
        )
        for p in perioder(serier)
    }


def _ned(id_: str, vy: Vy, by: str, matt: Matt) -> dict[str, Steg]:
    """One step per value of the breakdown, on to the next level of the organisation that there is."""
    rader = data.tabell(id_, vy, by).to_dict("records")
    finns = INDIKATORER[id_].nedbrytningar
    under = NIVAER[NIVAER.index(by) + 1 :] if by in NIVAER else ()
    nasta = next((k for k in under if k in finns), None)
    steg = {}
    for rad in rader:
        varde = rad[by]
        if not isinstance(varde, str) or (by, varde) in vy.inom:
            continue
        val: dict[str, Any] = {"dela": nasta}
        if by == "forvaltning":
            val["forvaltning"] = varde
        elif by == "enhet":
            val["enhet"] = [varde]
        else:
            val[INOM] = [*(f"{k}:{v}" for k, v in vy.inom), f"{by}:{varde}"]
        steg[serienamn(rad, matt.by)] = Steg(varde, by, val)
    return steg


def ga(val: Val) -> None:
    """Make the choices; the page is drawn with them next."""
    for nyckel, vald in val.items():
        st.session_state[nyckel] = vald


def vid_val(vagar_: Mapping[str, Steg]) -> Any:
    """What a click on a point does, by its series or its period; None where there is no way down."""
    if not vagar_:
        return None

    def valj(namn: str, period: str) -> None:
        steg = vagar_.get(namn) or vagar_.get(period)
        if steg:
            ga(steg.val)

    return valj


def brodsmulor(vy: Vy, vagar_: Mapping[str, Steg]) -> None:
    """The way down as buttons, where one is last, and a box with the ways on for those who use no mouse."""
    steg = stig(vy)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="stig", width="content"):
        for nr, s in enumerate(steg[:-1]):
            st.button(s.ord, key=f"upp-{nr}", type="tertiary", on_click=ga, args=(s.val,), help="Gå upp hit")
            st.markdown("›", width="content")
        st.html(f"<b>{escape(steg[-1].ord)}</b>", width="content")
        if vagar_:
            st.selectbox(
                "Gå ned till",
                list(vagar_),
                format_func=lambda namn: vagar_[namn].ord,
                key="ned",
                index=None,
                placeholder="Gå ned till …",
                label_visibility="collapsed",
                on_change=lambda: _ned_valt(vagar_),
                width=280,
            )


def _ned_valt(vagar_: Mapping[str, Steg]) -> None:
    """The box was used: go there, and leave it empty for the next level."""
    namn = st.session_state.get("ned")
    st.session_state["ned"] = None
    if namn and namn in vagar_:
        ga(vagar_[namn].val)
