"""Labels that no earlier file had: somebody says what they mean, so that nothing ends up under «Annat»."""

from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ui import data, forandring, innehall, layout
from kvalitet_metrics.ui.oppnat import oppnat

RUBRIK = "Nya namn i filerna"
FLEST_I_KON = 20
"""So many labels are asked about at a time; the next come when these are decided."""


def visa() -> None:
    """The queue, one line per label, and what has been decided."""
    innehall.rubrik(RUBRIK)
    forandring.visa(namnen=True)
    okanda = data.arbetsyta().label_queue()
    beslut = data.arbetsyta().label_decisions()
    if not okanda:
        st.caption("Inget namn väntar på besked.")
    else:
        st.caption(
            "De här namnen har inte funnits tidigare. De räknas som de står tills du säger något annat."
        )
        for etikett in okanda[:FLEST_I_KON]:
            _rad(etikett)
        if rest := okanda[FLEST_I_KON:]:
            st.caption(f"{len(rest)} namn till står i kön.")
    if beslut:
        _besluten(beslut)


@st.fragment
def _besluten(beslut: list[dict[str, Any]]) -> None:
    """What has been decided, the newest first."""
    if ruta := oppnat(f"Beslut om namn ({len(beslut)})", "namnbeslut"):
        with ruta:
            for ett in beslut[::-1]:
                _beslut(ett)


def _beslut(b: dict[str, Any]) -> None:
    """One decision with its date, and the way to take it back while it holds."""
    ord_, knapp = st.columns([6, 1], vertical_alignment="center")
    betyder = "är ett eget namn" if b["blir"] == b["etikett"] else f"räknas som «{b['blir']}»"
    tillbaka = f", tillbakataget {b['aterkallad'][:10]}" if b["aterkallad"] else ""
    kolumn = layout.kolumnord(b["kolumn"])
    ord_.markdown(f"**{b['etikett']}** {betyder}  \n{kolumn} · beslutat {b['beslutad'][:10]}{tillbaka}")
    nyckel = f"angra-namn-{b['kolumn']}-{b['etikett']}"
    if not b["aterkallad"] and knapp.button("Ta tillbaka", key=nyckel, width="stretch"):
        _besluta(b["kolumn"], b["etikett"], None)


def _besluta(kolumn: str, namn: str, betyder: str | None) -> None:
    """Say what a name means, None for nothing any more, and count again; or say why that cannot be done."""
    try:
        with st.spinner("Räknar om siffrorna …"):
            innan = forandring.per(kolumn, {namn, *_galler(kolumn, namn)})
            data.arbetsyta().decide_label(kolumn, namn, betyder)
            forandring.minns_namn(_nar(namn, betyder), innan, kolumn)
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.rerun()


def _galler(kolumn: str, namn: str) -> list[str]:
    """What it has been decided that a name means, where a decision holds."""
    beslut = data.arbetsyta().label_decisions()
    return [
        b["blir"]
        for b in beslut
        if (b["kolumn"], b["etikett"], b["aterkallad"]) == (kolumn, namn, None) and b["blir"]
    ]


def _nar(namn: str, betyder: str | None) -> str:
    """The occasion of a decision in words, for what it did to the figures."""
    if betyder is None:
        return f"När beslutet om «{namn}» togs tillbaka:"
    return f"När «{namn}» {'behölls' if betyder == namn else f'började räknas som «{betyder}»'}:"


def _rad(okand: dict[str, Any]) -> None:
    """One label: where it stands, what it may mean, and the button."""
    kolumn, namn = okand["kolumn"], okand["etikett"]
    nytt = f"Nytt: behåll «{namn}»"
    kanda = [v for v in data.varden(kolumn) if v != namn]
    forslag = okand["forslag"]
    with st.container(border=True):
        ord_, val, knapp = st.columns([3, 3, 2], vertical_alignment="bottom")
        rader = text.antal(okand["antal"], "rad", "rader")
        menat = f" · menade du «{forslag}»?" if forslag in kanda else ""
        ord_.markdown(f"**{namn}**  \n{layout.kolumnord(kolumn)} · {rader}{menat}")
        betyder = val.selectbox(
            f"«{namn}» betyder",
            [nytt, *kanda],
            index=kanda.index(forslag) + 1 if forslag in kanda else 0,
            key=f"betyder-{kolumn}-{namn}",
        )
        gor = "Behåll namnet" if betyder == nytt else f"Räkna som «{betyder}»"
        if knapp.button(gor, key=f"spara-{kolumn}-{namn}", width="stretch"):
            _besluta(kolumn, namn, namn if betyder == nytt else betyder)
