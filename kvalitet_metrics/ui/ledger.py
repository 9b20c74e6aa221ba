"""All loads, newest first, each with a way to take it back."""

from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.reports import kvittobok
from kvalitet_metrics.ui import data, hamta, html

STATUS = {"active": "Inläst", "undone": "Ångrad", "set_aside": "Lagd åt sidan"}


def visa() -> None:
    """Own loads with their buttons, then the examples as a table."""
    alla = data.inlasningar()[::-1]
    egna = [u for u in alla if not u["example"]]
    exempel = [u for u in alla if u["example"]]
    st.subheader("Inläsningar", anchor=False)
    if not egna:
        st.caption("Ingen egen fil är inläst ännu.")
    for inlasning in egna:
        _rad(inlasning)
    if exempel:
        with st.expander(f"Exempeldata: {text.antal(len(exempel), 'fil', 'filer')}"):
            st.html(
                html.rutnat(
                    ("Fil", "Slag", "Rader", "Läge"), [_exempelrad(u) for u in exempel], "Exempelfiler"
                )
            )


def _rad(u: dict[str, Any]) -> None:
    """One load: what, when, how much, and the button."""
    with st.container(border=True):
        ord_, kvitto, knapp = st.columns([6, 1, 1], vertical_alignment="center")
        rader = text.antal(u["rows_loaded"], "rad", "rader")
        tid = f"{str(u['period_start'])[:10]} till {str(u['period_end'])[:10]}" if u["period_start"] else ""
        ord_.markdown(
            f"**{u['file']}** – {STATUS[u['status']]}  \n"
            + " · ".join(
                filter(
                    None,
                    [u["profile_name"], rader, tid, f"inläst {str(u['loaded_at'])[:16].replace('T', ' ')}"],
                )
            )
        )
        kvitto.download_button(
            "Kvitto",
            lambda: kvittobok(data.arbetsyta().receipt(u["upload_id"])),
            f"kvitto_{u['upload_id']}.xlsx",
            hamta.XLSX,
            key=f"kvitto-{u['upload_id']}",
            help=f"Kvittot för {u['file']} som Excel",
            on_click="ignore",
            width="stretch",
        )
        if u["status"] == "active" and knapp.button(
            "Ångra", key=f"angra-{u['upload_id']}", help=f"Ta tillbaka {u['file']}", width="stretch"
        ):
            _fraga(u)


@st.dialog("Ångra inläsningen?")
def _fraga(u: dict[str, Any]) -> None:
    """Ask before a load is taken back."""
    rader = text.antal(u["rows_loaded"], "rad", "rader")
    st.write(f"{rader} ur **{u['file']}** försvinner ur siffrorna. Filen kan läsas in igen.")
    ja, nej = st.columns(2)
    if ja.button("Ja, ångra", type="primary", key="ja-angra", width="stretch"):
        try:
            data.arbetsyta().undo(u["upload_id"])
        except KvalitetError as fel:
            st.error(str(fel))
            return
        st.rerun()
    if nej.button("Nej, behåll", key="nej-behall", width="stretch"):
        st.rerun()


def _exempelrad(u: dict[str, Any]) -> tuple[str, str, str, str]:
    """One example file in the table."""
    return u["file"], u["profile_name"] or "", text.tal(u["rows_loaded"]), STATUS[u["status"]]
