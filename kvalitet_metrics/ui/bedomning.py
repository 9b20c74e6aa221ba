"""Analysis and action under a figure: what was last written, what was decided, and the form to write in."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import rita, styrdiagram
from kvalitet_metrics.charts.marken import Marke
from kvalitet_metrics.errors import KvalitetError, UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.store.atgarder import Atgard
from kvalitet_metrics.store.bedomning import ORD, Bedomning
from kvalitet_metrics.ui import data, layout, pa_sidan
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.oppnat import oppnat
from kvalitet_metrics.ui.organisation import skriven_dag

SPARAT, AV, GANGER, OPPEN = (f"_bedomning_{n}" for n in ("sparad", "av", "ganger", "oppen"))
KORT = 90
"""So many characters of a text stand in the hover of a chart."""


def marken(id_: str, vy: Vy) -> list[Marke]:
    """What stands in a chart: each judgement at the period it judges, each action from its day."""
    domda = [
        Marke(b.period_start, b.period_end, "bedömd", f"{_bedomd(b)}: {b.bedomning}. {_kort(b.analys)}")
        for b in data.bedomningar(id_, vy)
    ]
    beslutade = [
        Marke(a.fran, a.fran, f"åtgärd {a.nr}", f"{_fran(a)}: {_kort(a.vad)} ({a.status})", atgard=True)
        for a in data.atgarder(id_, vy)
    ]
    return domda + beslutade


def _bedomd(b: Bedomning) -> str:
    """A judgement and its day."""
    return f"{b.galler} bedömd {text.datum(b.skriven)}"


def _fran(a: Atgard) -> str:
    """An action and its day."""
    return f"Åtgärd {a.nr} från {text.datum(a.fran)}"


def _kort(mening: str) -> str:
    """The beginning of a text, cut between words."""
    if len(mening) <= KORT:
        return mening
    return f"{mening[:KORT].rsplit(' ', 1)[0]} …"


def under(id_: str, vy: Vy, by: str | None, nyckel: str) -> None:
    """The line below a figure that opens to what has been written about it; drawn only when it is open.

    nyckel: tells the drawing from the others on the page.
    """
    domda, beslutade = data.bedomningar(id_, vy), data.atgarder(id_, vy)
    if st.session_state.pop(OPPEN, None) == nyckel:
        st.session_state[f"bedomning-{nyckel}"] = True
    if not (ruta := oppnat(_rubrik(domda, beslutade), f"bedomning-{nyckel}")):
        return
    with ruta:
        if sparat := st.session_state.pop(SPARAT, None):
            st.success(sparat)
        for b in domda[:1]:
            _senaste(b, nyckel)
        if aldre := domda[1:]:
            st.caption(
                "  \n".join(f"{text.datum(b.skriven)}, {_om(b)}: {b.bedomning}. {b.analys}" for b in aldre)
            )
        for a in beslutade:
            _atgard(a, vy)
        _formular(id_, vy, by, nyckel)


def _rubrik(domda: list[Bedomning], beslutade: list[Atgard]) -> str:
    """The line itself: whether the figure has been judged and what is late."""
    delar = ["Analys och åtgärd"]
    delar += [f"{b.bedomning}, bedömd {text.datum(b.skriven)}" for b in domda[:1]]
    if oppna := [a for a in beslutade if a.oppen]:
        sena = sum(a.forsenad(date.today()) for a in oppna)
        antal = text.antal(len(oppna), "pågående åtgärd", "pågående åtgärder")
        delar.append(f"{antal}, {sena} {'försenad' if sena == 1 else 'försenade'}" if sena else antal)
    return " · ".join(delar)


def _om(b: Bedomning) -> str:
    """What a judgement is about: the period, and the part where it is not all."""
    return ", ".join([b.galler, *(text.lista(v) for _, v in b.vinkel.where)])


def _senaste(b: Bedomning, nyckel: str) -> None:
    """The newest judgement, with the figure as it was then and as it is now."""
    st.markdown(f"**{text.stor_bokstav(b.bedomning)}** om {_om(b)} · {text.datum(b.skriven)}, {b.av}")
    st.write(b.analys)
    if sagt := da_och_nu(b):
        st.caption(sagt)
    if st.button("Ta bort bedömningen", key=f"bort-bedomning-{b.nr}", type="tertiary"):
        gor(lambda: data.arbetsyta().withdraw_judgement(b.nr), "Bedömningen är borttagen.", nyckel)


def da_och_nu(b: Bedomning) -> str:
    """The judged figure as it was and as it is now; empty where it was broken down."""
    if len(b.da) != 1:
        return ""
    enhet = INDIKATORER[b.vinkel.indikator].enhet
    nu = [
        r
        for r in data.arbetsyta().answer(
            b.vinkel.indikator, b.vinkel.period, b.vinkel.by, b.vinkel.delar, viewer=data.VIEWER.value
        )
        if r["period"] == b.galler
    ]
    skrivet = [_siffra(r, enhet) for r in (b.da[0], *nu)]
    if len(skrivet) == 1:
        return f"Då: {skrivet[0]}. Nu finns ingen siffra för {b.galler}."
    if skrivet[0] == skrivet[1]:
        return f"Siffran är densamma nu som då: {skrivet[0]}."
    return f"Då: {skrivet[0]}. Nu: {skrivet[1]}, eftersom uppgifter har lästs in sedan dess."


def _siffra(rad: Mapping[str, Any], enhet: str) -> str:
    """A figure with its parts, or that it is hidden."""
    if rad["dold"]:
        return "dold"
    skrivet = text.vardetext(rad["varde"], enhet, text.SAKNAS_I_ORD)
    if enhet == "andel" and rad["namnare"]:
        return f"{skrivet} ({text.tal(rad['taljare'])} av {text.tal(rad['namnare'])})"
    return skrivet


def _atgard(a: Atgard, vy: Vy) -> None:
    """One action in a line, whether it helped, and the chart cut at its day where somebody asks for it."""
    sen = "**Försenad.** " if a.forsenad(date.today()) else ""
    st.markdown(f"**Åtgärd {a.nr}:** {a.vad}  \n{sen}{i_korthet(a)}")
    e = data.effekt(a)
    st.caption(" ".join((f"Hjälpte det? {e.mening}", *e.forbehall)))
    delat_om_onskas(a, vy, "figur")


def delat_om_onskas(a: Atgard, vy: Vy, plats: str) -> None:
    """Where an answer can be given: the chart cut at the action's day, with limits on each side.

    plats: where on the page, since the same action may stand in several places.
    """
    nyckel = f"delat-{plats}-{a.nr}-{vy.period}"
    if not data.effekt(a).fore or not st.toggle("Visa diagrammet delat vid åtgärden", key=nyckel):
        return
    serier, utlatande = data.delade(a, vy)
    matt = data.matt(a.vinkel.indikator, vy)
    rita_ = styrdiagram(serier[0], utlatande, matt, layout.palett()) if utlatande["diagram"] else None
    alt = f"{matt.namn}, delat vid åtgärd {a.nr} {text.datum(a.fran)}. {data.effekt(a).mening}"
    pa_sidan.diagram(rita_ or rita(serier, matt, layout.palett()), alt, f"diagram-{nyckel}")


def i_korthet(a: Atgard) -> str:
    """Who, when and how far, in a line."""
    delar = [a.ansvarig, f"klart senast {text.datum(a.klart_senast)}", a.status]
    return " · ".join([*delar, *([f"beslutad {text.datum(a.beslutad)}{', ' + a.mote if a.mote else ''}"])])


def _formular(id_: str, vy: Vy, by: str | None, nyckel: str) -> None:
    """The form: a judgement, an action, or both."""
    perioder = list(
        dict.fromkeys(
            r["period"]
            for r in reversed(data.tabell(id_, vy, by).to_dict("records"))
            if not r["dold"] and not text.saknas(r["varde"])
        )
    )
    if not perioder:
        st.caption("Ingen siffra i vyn går att bedöma.")
        return
    ruta, nyckel = nyckel, f"{nyckel}-{st.session_state.get(GANGER, 0)}"
    with st.form(f"bedom-{nyckel}", border=False):
        st.markdown("**Skriv analys, åtgärd eller båda**")
        vanster, hoger = st.columns([1, 2])
        galler = vanster.selectbox("Period", perioder, key=f"galler-{nyckel}")
        ord_ = hoger.radio("Bedömning", ORD, index=None, horizontal=True, key=f"ord-{nyckel}")
        analys = st.text_area(
            "Analys: vad visar siffran, och vad beror det på?",
            placeholder="Skriv utan uppgifter om enskilda.",
            height=90,
            key=f"analys-{nyckel}",
        )
        vad = st.text_input("Beslutad åtgärd (frivilligt)", key=f"vad-{nyckel}")
        falt = st.columns(3)
        ansvarig = falt[0].text_input("Ansvarig (funktion)", key=f"ansvarig-{nyckel}")
        klart = falt[1].text_input("Klart senast", placeholder="ÅÅÅÅ-MM-DD", key=f"klart-{nyckel}")
        fran = falt[2].text_input(
            "Ska synas från (frivilligt)", placeholder="ÅÅÅÅ-MM-DD", key=f"fran-{nyckel}"
        )
        av = skrivet_av(f"av-{nyckel}")
        sparas = st.form_submit_button("Spara")
    if not sparas:
        return
    if vad.strip() and not klart.strip():
        st.error("Skriv när åtgärden senast ska vara klar, som år-månad-dag.")
        return
    senast, forsta = skriven_dag(klart), skriven_dag(fran)
    if (klart.strip() and not senast) or (fran.strip() and not forsta):
        return
    if not (analys.strip() or ord_ or vad.strip()):
        st.error("Skriv en analys med en bedömning, eller en åtgärd.")
        return
    gor(
        lambda: skriv(id_, vy, by, galler, analys, ord_, av, vad, ansvarig, senast, forsta),
        f"Sparat om {galler}, med siffrorna som de är i dag.",
        ruta,
    )


def skrivet_av(nyckel: str) -> str:
    """Who writes, remembered from the last time."""
    av = st.text_input("Skrivet av (roll eller funktion)", st.session_state.get(AV, ""), key=nyckel)
    if av:
        st.session_state[AV] = av
    return av


def skriv(
    id_: str,
    vy: Vy,
    by: str | None,
    galler: str,
    analys: str,
    ord_: str | None,
    av: str,
    vad: str,
    ansvarig: str,
    klart: date | None,
    fran: date | None,
) -> None:
    """Write a judgement, an action, or an action that comes of the judgement: all of it or nothing."""
    yta, delar = data.arbetsyta(), [by] if by else []
    ny = None
    if analys.strip() or ord_:
        if not ord_:
            raise UsageError("Välj en bedömning: bra, godtagbart, behöver förbättras eller kan inte bedömas.")
        ny = yta.judge(id_, galler, analys, ord_, av, vy.period, delar, vy.where())
    if not vad.strip() or not klart:
        return
    try:
        yta.decide(vad, ansvarig, klart, id_, vy.period, delar, vy.where(), ny.nr if ny else None, fran=fran)
    except KvalitetError:
        if ny:
            yta.withdraw_judgement(ny.nr)
        raise


def gor(andra: Callable[[], object], klart: str, oppen: str | None = None) -> None:
    """Change what is written and draw the page again, or say why not.

    oppen: which figure's line stays open; its words change with what is written, and it would close.
    """
    try:
        andra()
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.session_state[SPARAT], st.session_state[OPPEN] = klart, oppen
    st.session_state[GANGER] = st.session_state.get(GANGER, 0) + 1  # the next form is a new one, and empty
    st.rerun()
