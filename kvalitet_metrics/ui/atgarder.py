"""The page of decided actions: which are late, which go on, which are done and whether they helped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import OMRADEN, Periodslag
from kvalitet_metrics.reports import arbetsbok
from kvalitet_metrics.store.atgarder import STATUS, Atgard, Handelse
from kvalitet_metrics.ui import bedomning, data, hamta, records, show
from kvalitet_metrics.ui.filters import PERIODSLAG, Vy
from kvalitet_metrics.ui.oppnat import oppnat

UTAN_ANALYS = "utan-analys"
INLASTA = ("atgard_uppfoljda_andel", "atgard_utan_uppfoljning_andel")
RUBRIKER = (
    "Nr", "Åtgärd", "Mått", "Gäller", "Ansvarig", "Beslutad", "Möte", "Klart senast", "Status", "Försenad",
    "Ska synas från", "Uppföljning", "Hjälpte det?",
)  # fmt: skip


def visa(vy: Vy) -> None:
    """The whole page below its heading."""
    alla = data.atgarder(vy=vy)
    if sparat := st.session_state.pop(bedomning.SPARAT, None):
        st.success(sparat)
    _lage(alla, vy)
    if alla:
        _lista(_valda(alla), vy)
    else:
        st.info(
            "Ingen åtgärd är beslutad här. Öppna «Analys och åtgärd» under en siffra på Utforska, och skriv"
            " vad den visar, hur den bedöms och vad ni gör."
        )
        st.page_link("pages/utforska.py", label="Gå till Utforska")
    borttagna()
    utan_analys(vy)
    inlasta(vy)


def _lage(alla: Sequence[Atgard], vy: Vy) -> None:
    """How it stands, in three numbers with their words."""
    today = date.today()
    sena = sum(a.forsenad(today) for a in alla)
    oppna = sum(a.oppen for a in alla)
    utan = len(data.utan_analys(vy))
    delar = [
        text.antal(sena, "åtgärd är försenad", "åtgärder är försenade")
        if sena
        else "Ingen åtgärd är försenad",
        *([f"{oppna - sena} pågår inom sin tid"] if oppna > sena else []),
        *([text.antal(len(alla) - oppna, "är avslutad", "är avslutade")] if len(alla) > oppna else []),
        text.antal(utan, "resultat saknar analys", "resultat saknar analys"),
    ]
    st.html(f'<p class="km-lage">{" · ".join(map(escape, delar))}</p>')


def _valda(alla: Sequence[Atgard]) -> list[Atgard]:
    """The choice of whose actions and of which status."""
    vanster, hoger = st.columns(2)
    ansvariga = sorted({a.ansvarig for a in alla}, key=text.sortnyckel)
    vem = vanster.selectbox("Ansvarig", ansvariga, index=None, placeholder="Alla", key="atgard-ansvarig")
    vilka = hoger.multiselect("Status", STATUS, placeholder="Alla", key="atgard-status")
    return [a for a in alla if vem in (None, a.ansvarig) and (not vilka or a.status in vilka)]


def _lista(valda: Sequence[Atgard], vy: Vy) -> None:
    """The late ones first, then those that go on, then the done with what became of the figure."""
    today = date.today()
    delar = {
        "Försenade": [a for a in valda if a.forsenad(today)],
        "Pågår": [a for a in valda if a.oppen and not a.forsenad(today)],
        "Avslutade": sorted((a for a in valda if not a.oppen), key=lambda a: a.klart_senast, reverse=True),
    }
    if not valda:
        st.info("Ingen åtgärd med den ansvarige och den statusen. Välj fler.")
    for rubrik, har in delar.items():
        if har:
            show.rubrik(f"{rubrik} ({len(har)})")
            for a in har:
                en(a, vy)
    if valda:
        st.download_button(
            "Hämta listan som Excel",
            lambda: arbetsbok(RUBRIKER, ["text"] * len(RUBRIKER), [_rad(a) for a in valda], _om(vy)),
            "atgarder.xlsx",
            hamta.XLSX,
            on_click="ignore",
        )


@st.fragment
def en(a: Atgard, vy: Vy) -> None:
    """One action: what, whose, how far, what came of it, and the form to follow it up."""
    with st.container(border=True):
        st.html(_kort(a))
        if not (ruta := oppnat("Följ upp", f"folj-{a.nr}")):
            return
        with ruta:
            if a.vinkel.indikator in INDIKATORER:
                ord_, lank = f"{_matt(a)} på Utforska", {"indikator": a.vinkel.indikator, **_i_lanken(a)}
                st.page_link("pages/utforska.py", label=ord_, query_params=lank)
            bedomning.delat_om_onskas(a, vy, "lista")
            _folj_upp(a)


def _i_lanken(a: Atgard) -> dict[str, str | list[str]]:
    """The action's view as the address says it."""
    delar = {c: list(v) for c, v in a.vinkel.where if c in ("forvaltning", "enhet")}
    return {"period": a.vinkel.period, **delar, **({"dela": a.vinkel.by[0]} if a.vinkel.by else {})}


def _kort(a: Atgard) -> str:
    """An action in words, as it is also printed."""
    e = data.effekt(a)
    sen = a.forsenad(date.today())
    markt = '<strong class="km-obs">Försenad.</strong> ' if sen else ""
    rader = [
        f"<p><strong>{a.nr}. {escape(a.vad)}</strong></p>",
        f"<p>{markt}{escape(bedomning.i_korthet(a))}</p>",
        f"<p>{escape(_matt(a))}{escape(_del(a))}</p>",
        *(f"<p>{escape(_uppfoljd(h))}</p>" for h in a.uppfoljningar),
        f"<p><strong>Hjälpte det?</strong> {escape(e.mening)}"
        f' <span class="km-dampad">{escape(" ".join(e.forbehall))}</span></p>',
    ]
    return f'<div class="km-atgard">{"".join(rader)}</div>'


def _matt(a: Atgard) -> str:
    """What the action's indicator is called; its id where the program no longer has it."""
    d = INDIKATORER.get(a.vinkel.indikator)
    return d.namn if d else a.vinkel.indikator


def _uppfoljd(h: Handelse) -> str:
    """What was written about an action, with its day."""
    return f"{text.datum(h.datum)}{f' {h.status}' if h.status else ''}: {h.uppfoljning}"


def _del(a: Atgard) -> str:
    """The part that an action is about, where it is not all."""
    return "".join(f", {text.lista(v)}" for _, v in a.vinkel.where)


def _folj_upp(a: Atgard) -> None:
    """A new status, a text, and the ways back."""
    with st.form(f"folj-upp-{a.nr}", border=False):
        vanster, hoger = st.columns([1, 2])
        status = vanster.selectbox("Status", STATUS, STATUS.index(a.status), key=f"status-{a.nr}")
        uppfoljning = hoger.text_input(
            "Uppföljning", placeholder="Vad blev det av den? Utan uppgifter om enskilda.", key=f"uppf-{a.nr}"
        )
        av = bedomning.skrivet_av(f"uppf-av-{a.nr}")
        sparas = st.form_submit_button("Spara")
    knappar = st.container(horizontal=True)
    register = data.arbetsyta().register
    if sparas:
        bedomning.gor(lambda: register.change(a.nr, status, uppfoljning, av), f"Åtgärd {a.nr} är uppföljd.")
    if a.handelser and knappar.button("Ångra senaste ändringen", key=f"angra-{a.nr}", type="tertiary"):
        bedomning.gor(lambda: register.take_back(a.nr), f"Den senaste ändringen av åtgärd {a.nr} är ångrad.")
    if knappar.button("Ta bort åtgärden", key=f"bort-atgard-{a.nr}", type="tertiary"):
        bedomning.gor(lambda: register.withdraw(a.nr), f"Åtgärd {a.nr} är borttagen.")


def borttagna() -> None:
    """The actions that have been taken back, each with the way to put it back."""
    register = data.arbetsyta().register
    borta = [a for a in register.history() if a.aterkallad]
    if not borta:
        return
    with st.expander(f"Borttagna åtgärder ({len(borta)})"):
        for a in borta:
            ord_, knapp = st.columns([4, 1], vertical_alignment="center")
            ord_.write(f"{a.nr}. {a.vad} (borttagen {a.aterkallad})")
            if knapp.button("Lägg tillbaka", key=f"tillbaka-{a.nr}"):
                bedomning.gor(partial(register.restore, a.nr), f"Åtgärd {a.nr} finns i listan igen.")


def _rad(a: Atgard) -> tuple[str, ...]:
    """One action as a row of the workbook."""
    return (
        str(a.nr),
        a.vad,
        _matt(a),
        _del(a).removeprefix(", ") or "alla",
        a.ansvarig,
        text.datum(a.beslutad),
        a.mote,
        text.datum(a.klart_senast),
        a.status,
        "ja" if a.forsenad(date.today()) else "nej",
        text.datum(a.fran),
        " ".join(map(_uppfoljd, a.uppfoljningar)),
        data.effekt(a).mening,
    )


def _om(vy: Vy) -> list[tuple[str, str]]:
    """The lines of the workbook's second sheet."""
    return [
        ("Innehåll", "Beslutade åtgärder"),
        ("Urval", vy.i_ord()),
        ("Slag av period", PERIODSLAG[vy.period]),
        ("Framtagen för", f"läsare inom organisationen ({data.VIEWER.value}); små tal är dolda"),
        ("Exempeldata", "ja" if data.arbetsyta().has_examples else "nej"),
        ("Hämtad", text.datum(date.today())),
    ]


def utan_analys(vy: Vy) -> None:
    """The results that nobody has judged, with a way to each."""
    show.rubrik("Resultat utan analys", UTAN_ANALYS)
    har = data.utan_analys(vy)
    if not har:
        st.write("Inget resultat i urvalet väntar på en bedömning.")
        return
    st.write(
        f"{text.antal(len(har), 'resultat', 'resultat')} i urvalet har en siffra i den senaste perioden som"
        " ingen har skrivit en bedömning av."
    )
    if not (ruta := oppnat("Visa vilka", "utan-analys")):
        return
    for omrade, namn in OMRADEN.items():
        if hit := [i for i in har if INDIKATORER[i].omrade == omrade]:
            ruta.markdown(f"**{omrade} {namn}**")
            for id_ in hit:
                lank = {"indikator": id_}
                ruta.page_link("pages/utforska.py", label=INDIKATORER[id_].namn, query_params=lank)


def inlasta(vy: Vy) -> None:
    """The loaded lists of actions: how many were followed up, and the lists themselves."""
    show.rubrik("Åtgärder i inlästa listor")
    ovriga = [replace(vy, period=p) for p in (Periodslag.KVALITETSAR.value, Periodslag.TOTAL.value)]
    nar = next((v for v in (vy, *ovriga) if not data.tabell(INLASTA[0], v).empty), None)
    if nar is None:
        st.write("Ingen lista över förbättringsåtgärder är inläst i det här urvalet.")
        return
    if nar != vy:
        st.caption(
            f"Listorna gäller andra perioder än urvalet; de visas per {PERIODSLAG[nar.period].lower()}."
        )
    vanster, hoger = st.columns(2, gap="large")
    for plats, id_ in zip((vanster, hoger), INLASTA, strict=True):
        with plats:
            show.indikator(id_, nar)
    records.visa(INLASTA[0], nar, None)
