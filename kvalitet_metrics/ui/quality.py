"""How far the figures can be trusted: the age of their sources, what was left undone, who does not report."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import data, html, show
from kvalitet_metrics.ui.filters import Vy

GAMMAL = 180
"""So many days after its last load a source is called old: two tertials and some weeks."""


def kallor() -> None:
    """Every kind of source: what it covers, when it was last loaded, and whether it has grown old."""
    show.rubrik("Vad siffrorna bygger på")
    per_slag: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for u in data.inlasningar():
        if u["status"] == "active":
            per_slag.setdefault((u["profile_name"] or "", u["forvaltning"] or "–"), []).append(u)
    rader = [_kallrad(slag, forvaltning, filer) for (slag, forvaltning), filer in sorted(per_slag.items())]
    rubriker = ("Källa", "Förvaltning", "Filer", "Gäller", "Senast inläst", "Anmärkning")
    st.html(html.rutnat(rubriker, rader, "Inlästa källor", form="km-vid"))


def _kallrad(slag: str, forvaltning: str, filer: list[dict[str, Any]]) -> tuple[str, ...]:
    """One kind of source of one förvaltning."""
    dagar = [str(u[k])[:10] for u in filer for k in ("period_start", "period_end") if u[k]]
    senast = max(str(u["loaded_at"])[:10] for u in filer)
    utelamnade = sum(u["rows_skipped"] for u in filer)
    alder = (date.today() - date.fromisoformat(senast)).days
    anm = [f"{text.antal(alder, 'dag', 'dagar')} gammal"] if alder > GAMMAL else []
    anm += [f"{text.antal(utelamnade, 'rad', 'rader')} med fel utelämnade"] if utelamnade else []
    galler = f"{min(dagar)} till {max(dagar)}" if dagar else "sägs inte"
    return slag, forvaltning, str(len(filer)), galler, senast, ", ".join(anm)


def bevakning(vy: Vy) -> None:
    """What was left undone or says nothing: the latest value of each guard indicator."""
    show.rubrik("Det som borde vara noll eller litet")
    rader, utan = [], []
    for id_, d in INDIKATORER.items():
        if not d.bevakning:
            continue
        try:
            serier = data.serier(id_, vy)
        except KvalitetError:
            serier = []
        if not serier:
            utan.append(d.namn)
            continue
        matt, punkt = data.matt(id_, vy), serier[0].sista
        rader.append((d.namn, varde(punkt, matt), underlag(punkt, matt), punkt.period, d.varfor))
    rubriker = ("Mått", "Värde", "Underlag", "Period", "Varför det spelar roll")
    if rader:
        st.html(html.rutnat(rubriker, rader, f"Bevakning. {vy.i_ord()}", (False, True), form="km-vid"))
    if utan:
        st.caption(f"Utan uppgifter i urvalet: {text.lista(utan)}.")


RAPPORTERAS = {"avvikelser_antal": "avvikelser", "lex_sarah_rapporter": "lex_sarah"}
"""Counts where silence may mean that nobody writes things down, each with the page that is about it."""
AVSNITT = "rapportering"
FLEST_TYSTA = 3


def tysta(vy: Vy, matten: Sequence[str]) -> list[Mening]:
    """The units that may report too little in the newest such period, as a sentence; nothing of none."""
    try:
        rader = [r for id_ in matten for r in data.rapportering(id_, vy) if r["text"]]
    except KvalitetError:
        return []
    if not rader:
        return []
    nyast = max(rader, key=lambda r: r["period_start"])["period"]
    enheter = sorted({r["enhet"] for r in rader if r["period"] == nyast}, key=text.sortnyckel)
    fler = f" och {len(enheter) - FLEST_TYSTA} till" if len(enheter) > FLEST_TYSTA else ""
    namn = ", ".join(enheter[:FLEST_TYSTA]) if fler else text.lista(enheter)
    return [(f"Kan rapportera för lite {nyast}:", f"{namn}{fler}.")]


def rapportering(vy: Vy, matten: Iterable[str] = RAPPORTERAS) -> None:
    """Units that report nothing, or far less than what they handle suggests."""
    show.rubrik("Vilka enheter rapporterar för lite?", AVSNITT)
    try:
        svar = {id_: data.rapportering(id_, vy) for id_ in matten}
    except KvalitetError:
        st.info(
            "Välj kalenderår, kvalitetsår, tertial, kvartal eller månad för att se vem som rapporterar lite."
        )
        return
    rader = [
        (r["period"], r["enhet"], INDIKATORER[id_].namn, r["text"], r["forvaltning"])
        for id_, svaren in svar.items()
        for r in reversed(svaren)
        if r["text"]
    ]
    if not rader:
        st.caption("Ingen enhet rapporterar mindre än vad dess ärenden ger skäl att vänta.")
        return
    rubriker = ("Period", "Enhet", "Vad", "Anmärkning", "Förvaltning")
    st.html(html.rutnat(rubriker, rader, f"Möjliga mörkertal. {vy.i_ord()}", form="km-vid"))
    st.caption(
        "Det väntade antalet är enhetens andel av de ärenden som är inlästa. Utan inlästa ärenden jämförs "
        "enheten med sina egna andra perioder."
    )
