"""All loads, newest first: who, what and when, with a way to take each back and to see what that did."""

from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.reports import kvittobok
from kvalitet_metrics.ui import data, forandring, hamta, html, receipt
from kvalitet_metrics.ui.oppnat import oppnat

RUBRIK = "Inläsningar"
STATUS = {"active": "Inläst", "undone": "Ångrad", "set_aside": "Lagd åt sidan"}
FLEST, FLER = 10, "historik-fler"
"""So many loads are shown at once, and where the session keeps how many more."""
FLEST_MATT = 6
"""So many indicators are named before a load is taken back."""


def visa() -> None:
    """Own loads with their buttons, then the examples as a table."""
    alla = data.inlasningar()[::-1]
    egna = [u for u in alla if not u["example"]]
    exempel = [u for u in alla if u["example"]]
    if not egna:
        st.caption("Ingen egen fil är inläst ännu.")
    else:
        _lista(_valda(egna))
    if exempel:
        _exemplen(exempel)


@st.fragment
def _exemplen(exempel: list[dict[str, Any]]) -> None:
    """The example files as a table."""
    if ruta := oppnat(f"Exempeldata: {text.antal(len(exempel), 'fil', 'filer')}", "exempelfiler"):
        rader = [_exempelrad(u) for u in exempel]
        ruta.html(html.rutnat(("Fil", "Slag", "Rader", "Läge"), rader, "Exempelfiler"))


def _valda(egna: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The loads of the chosen source and state; no choice is offered among a few."""
    kallor = sorted({u["profile_name"] or "" for u in egna}, key=text.sortnyckel)
    lagen = [s for s in STATUS if any(u["status"] == s for u in egna)]
    if len(egna) < 3:
        return egna
    med_kalla, med_lage = st.columns(2)
    kalla = med_kalla.selectbox("Källa", kallor, index=None, placeholder="Alla källor", key="historik-kalla")
    lage = med_lage.selectbox(
        "Läge", lagen, index=None, placeholder="Alla", format_func=STATUS.__getitem__, key="historik-lage"
    )
    return [u for u in egna if kalla in (None, u["profile_name"]) and lage in (None, u["status"])]


def _lista(valda: list[dict[str, Any]]) -> None:
    """The newest of the loads, and a button for more."""
    antal = FLEST + st.session_state.get(FLER, 0)
    for inlasning in valda[:antal]:
        _rad(inlasning)
    rest = len(valda) - antal
    if rest > 0 and st.button(f"Visa fler ({text.tal(rest)} till)", key="visa-fler-inlasningar"):
        st.session_state[FLER] = st.session_state.get(FLER, 0) + FLEST
        st.rerun()


def _rad(u: dict[str, Any]) -> None:
    """One load: what, when, how much, by whom, and the buttons."""
    nyckel = f"km-inlasning-{u['upload_id']}"
    with st.container(border=True, key=nyckel, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{u['file']}** – {STATUS[u['status']]}  \n{' · '.join(filter(None, uppgifter(u)))}")
        st.download_button(
            "Kvitto",
            lambda: kvittobok(data.arbetsyta().receipt(u["upload_id"])),
            f"kvitto_{u['upload_id']}.xlsx",
            hamta.XLSX,
            key=f"kvitto-{u['upload_id']}",
            help=f"Kvittot för {u['file']} som Excel",
            on_click="ignore",
        )
        if u["status"] == "active" and st.button(
            "Ångra", key=f"angra-{u['upload_id']}", help=f"Ta tillbaka {u['file']}"
        ):
            _fraga(u)


def uppgifter(u: dict[str, Any]) -> list[str]:
    """What is known of a load, in the order that it is read; blank where nothing is said."""
    return [
        u["profile_name"] or "",
        u["forvaltning"] or "",
        text.antal(u["rows_loaded"], "rad", "rader"),
        f"{text.tal(u['rows_skipped'])} med fel utelämnade" if u["rows_skipped"] else "",
        f"{str(u['period_start'])[:10]} till {str(u['period_end'])[:10]}" if u["period_start"] else "",
        _nar("inläst", u["loaded_at"], u.get("av")),
        _nar("ångrad", u["ended_at"], u.get("angrad_av")) if u["ended_at"] else "",
    ]


def _nar(vad: str, tid: str, vem: str | None) -> str:
    """What was done, when, and by whom where that is known."""
    return f"{vad} {str(tid)[:16].replace('T', ' ')}{f' av {vem}' if vem else ''}"


@st.dialog("Ångra inläsningen?")
def _fraga(u: dict[str, Any]) -> None:
    """Ask before a load is taken back, and say what rests on it."""
    rader = text.antal(u["rows_loaded"], "rad", "rader")
    st.write(f"{rader} ur **{u['file']}** försvinner ur siffrorna. Filen kan läsas in igen.")
    ids = forandring.berorda(u["tables"])
    namn = [f"«{INDIKATORER[id_].namn}»" for id_ in ids[:FLEST_MATT]]
    fler = [f"{text.tal(len(ids) - FLEST_MATT)} mått till"] if len(ids) > FLEST_MATT else []
    if namn:
        st.caption(f"Det påverkar {text.lista([*namn, *fler])}. Efteråt visas hur varje siffra ändrades.")
    ja, nej = st.columns(2)
    if ja.button("Ja, ångra", type="primary", key="ja-angra", width="stretch"):
        _angra(u)
    if nej.button("Nej, behåll", key="nej-behall", width="stretch"):
        st.rerun()


def _angra(u: dict[str, Any]) -> None:
    """Take a load back, and keep what that did to the figures."""
    try:
        with st.spinner("Räknar om siffrorna …"):
            innan = forandring.fore(u["tables"])
            data.arbetsyta().undo(u["upload_id"], receipt.av())
            forandring.minns(f"När {u['file']} ångrades:", innan)
    except KvalitetError as fel:
        st.error(str(fel))
        return
    receipt.minns([])


def _exempelrad(u: dict[str, Any]) -> tuple[str, str, str, str]:
    """One example file in the table."""
    return u["file"], u["profile_name"] or "", text.tal(u["rows_loaded"]), STATUS[u["status"]]
