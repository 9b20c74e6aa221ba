"""Plan a review: which cases, how many, from which groups, and the form to fill in."""

from datetime import date
from typing import Any

import streamlit as st

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.reports import granskningsbok
from kvalitet_metrics.reports.granskning import SVAR
from kvalitet_metrics.stickprov import ARENDEN, Stickprov, behov, forutsatter, kalla, osakerhet
from kvalitet_metrics.ui import data, hamta, html, show
from kvalitet_metrics.ui.filters import Vy

MARGINAL, ANTAL = "Felmarginal", "Antal ärenden"
VANLIG_MARGINAL, VANLIGT_ANTAL, FLEST = 10, 20, 10_000


def visa(vy: Vy) -> None:
    """The whole page below its heading."""
    kallor = finns()
    if not kallor:
        st.info(
            "Ingen inläst fil har ett ärende per rad. Läs in en lista, till exempel avslutade utredningar, "
            "så kan ärenden dras ur den."
        )
        st.page_link("pages/ladda_upp.py", label="Gå till Ladda upp")
        return
    show.rubrik("Hur många ärenden, och vilka")
    vilka_plats, grupper_plats = st.columns(2)
    with vilka_plats:
        id_ = st.selectbox("Ärenden att välja bland", kallor, format_func=_namn, key="granska-vilka")
    with grupper_plats:
        by = tuple(_grupper(id_))
    antal, marginal = _hur_manga()
    try:
        _svar(stickprov(id_, antal, marginal, by, vy), marginal)
    except KvalitetError as fel:
        st.info(str(fel))
        return
    show.rubrik("Frågor och formulär")
    namn, fro, fragor = _granskningen(id_)
    try:
        prov = stickprov(id_, antal, marginal, by, vy, namn, fro)
        _formular(prov, granskningsbok(prov, fragor) if fragor else None)
    except KvalitetError as fel:
        st.error(str(fel))


def finns() -> list[str]:
    """The kinds of cases that are loaded, then the indicators over them."""
    inlasta = {t for u in data.inlasningar() if u["status"] == "active" for t in u["tables"]}
    tabeller = [t for t in ARENDEN if t in inlasta]
    return [*tabeller, *(id_ for id_, d in INDIKATORER.items() if d.tabell in tabeller)]


def stickprov(
    id_: str,
    antal: int | None,
    marginal: float | None,
    by: tuple[str, ...],
    vy: Vy,
    namn: str = "",
    fro: str = "",
) -> Stickprov:
    """The sample of these choices, as somebody in the organisation may see it."""
    yta = data.arbetsyta()
    return _stickprov(str(yta.path), yta.version, date.today(), id_, antal, marginal, by, vy, namn, fro)


@st.cache_data(show_spinner="Drar ärenden …", max_entries=32)
def _stickprov(
    plats: str,
    version: str,
    idag: date,
    id_: str,
    antal: int | None,
    marginal: float | None,
    by: tuple[str, ...],
    vy: Vy,
    namn: str,
    fro: str,
) -> Stickprov:
    """One sample, remembered by version, day and choices."""
    fran, till = vy.span()
    return Workspace(plats).sample(
        id_, antal, marginal, by, vy.where(), fran, till, namn, fro, data.VIEWER.value
    )


def _namn(id_: str) -> str:
    """A source in the list: all cases of a kind, or those behind an indicator."""
    namn = kalla(id_).namn
    return f"Alla {namn[0].lower()}{namn[1:]}" if id_ in ARENDEN else f"De som räknas i «{namn}»"


def _hur_manga() -> tuple[int | None, float | None]:
    """The number of cases or the margin, whichever the reader decides by."""
    efter_plats, tal_plats = st.columns(2)
    efter = efter_plats.segmented_control(
        "Bestäm efter", [MARGINAL, ANTAL], default=MARGINAL, required=True, key="granska-efter"
    )
    if efter == ANTAL:
        return tal_plats.number_input(ANTAL, 1, FLEST, VANLIGT_ANTAL, key="granska-antal"), None
    punkter = tal_plats.number_input(
        "Felmarginal, ± procentenheter",
        1,
        40,
        VANLIG_MARGINAL,
        help="Så långt ifrån svaret för alla ärenden kan svaret för de granskade hamna.",
        key="granska-marginal",
    )
    return None, punkter / 100


def _grupper(id_: str) -> list[str]:
    """The columns whose groups shall all be in the sample."""
    kolumner = list(kalla(id_).nedbrytningar)
    return st.multiselect(
        "Dra ur varje grupp, i proportion",
        kolumner,
        default=[k for k in kolumner if k == "kon"],
        format_func=NEDBRYTNINGAR.__getitem__,
        placeholder="Ingen uppdelning",
        key=f"granska-grupper-{id_}",
    )


def _svar(prov: Stickprov, marginal: float | None) -> None:
    """The sentence, what to know about it, and the groups."""
    mening, *att_veta = prov.meningar
    rubrik = mening if marginal is None else behov(marginal, prov.av)
    nar = f"{text.datum_i_ord(prov.fran)} – {text.datum_i_ord(prov.till)}"
    utan = osakerhet(prov.antal) if marginal is None else behov(marginal)
    st.html(html.rubrik(rubrik, f"{text.stor_bokstav(prov.vilka)}, {nar}."))
    for att in att_veta:
        st.markdown(att)
    if prov.strata:
        rubriker = (*(NEDBRYTNINGAR[k] for k in prov.by), "Finns", "Dras")
        hoger = (*(False for _ in prov.by), True, True)
        st.html(html.rutnat(rubriker, grupprader(prov), "Ärenden per grupp", hoger))
    st.caption(f"{forutsatter()} {utan}")


def grupprader(prov: Stickprov) -> list[tuple[str, ...]]:
    """The groups as rows of text, with the whole last."""
    rader: list[tuple[str, ...]] = [
        (*(str(s[k]) for k in prov.by), *(_antal(s, k) for k in ("arenden", "dragna"))) for s in prov.strata
    ]
    tomma = ("",) * (len(prov.by) - 1)
    return [*rader, ("Alla", *tomma, text.tal(prov.av), text.tal(prov.antal))]


def _antal(grupp: dict[str, Any], kolumn: str) -> str:
    """A count, or the word for one that is hidden."""
    return "dold" if grupp["dold"] else text.tal(grupp[kolumn])


def _granskningen(id_: str) -> tuple[str, str, list[str]]:
    """What the review is called, the word that decides which cases, and what is asked of each."""
    vanster, hoger = st.columns(2)
    namn = vanster.text_input(
        "Granskningens namn",
        placeholder=f"Granskning av {ARENDEN[kalla(id_).tabell][0]}",
        key="granska-namn",
    )
    fro = hoger.text_input(
        "Frö (frivilligt)",
        placeholder="Annars granskningens namn",
        help="Ett ord som avgör vilka ärenden det blir. Samma ord ger samma ärenden, så att dragningen kan "
        "göras om och kontrolleras.",
        key="granska-fro",
    )
    skrivet = st.text_area(
        "Frågor till varje ärende, en per rad",
        placeholder="Är journalanteckningen tillräcklig?\nHar barnet hörts?",
        height=140,
        key="granska-fragor",
    )
    return namn, fro, [f for f in skrivet.splitlines() if f.strip()]


def _formular(prov: Stickprov, bok: bytes | None) -> None:
    """The form to take along, and how it is used."""
    st.download_button(
        f"Hämta formuläret ({text.antal(prov.antal, 'ärende', 'ärenden')})",
        bok or b"",
        f"{prov.namn}.xlsx".replace("/", "-"),
        hamta.XLSX,
        key="granska-hamta",
        on_click="ignore",
        type="primary",
        disabled=bok is None,
    )
    if bok is None:
        st.caption("Skriv minst en fråga, så kan formuläret hämtas.")
    st.markdown(
        f"Varje fråga besvaras i en lista: {', '.join(SVAR)}. Ärendenummer sparas inte, så formuläret säger "
        "fil, blad och rad för varje ärende. Läs in det ifyllda formuläret på sidan Ladda upp, så visas "
        f"svaren på Utforska. De räknas till perioden {text.datum_i_ord(prov.period[0])} – "
        f"{text.datum_i_ord(prov.period[1])}."
    )
    st.caption(
        f"Draget med fröet «{prov.fro}» ur uppgifternas version {prov.databas}. Samma val på samma uppgifter "
        "ger samma ärenden."
    )
