"""The meeting as the analyst arranges it: which figures in which order, with which question to the group."""

from datetime import date

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.tyngd import LATTAST, tyngd
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import DIAGRAM, NEDBRYTNINGAR
from kvalitet_metrics.store.moten import LANGST_NAMN, LANGST_RUBRIK, STATUS, Bild, Mote
from kvalitet_metrics.ui import bild as bilden
from kvalitet_metrics.ui import data, html, link, motesbeslut, show, visning
from kvalitet_metrics.ui.filters import PERIODSLAG, STANDARD, Vy
from kvalitet_metrics.ui.organisation import skriven_dag

VISA, SEDD = "visa", "_motet_sett"
"""What an address that shows a meeting says, and where the session keeps which of the two it saw last."""
FORESLAGNA = 6
"""So many figures an empty meeting is proposed: one decides about few things in an hour."""


def visa() -> None:
    """The page below its heading: the showing where the address asks for it, else the planning."""
    alla = {str(m.nr): m for m in data.arbetsyta().moten.list()}
    if visas := alla.get(st.query_params.get(VISA, "")):
        _skriv_adressen(VISA, visas)
        visning.visa(visas)
        return
    mote = _valj(alla)
    _skriv_adressen("mote", mote)
    if mote is None:
        st.info("Inget möte är planerat. Skapa ett, välj siffrorna och visa dem på en gemensam skärm.")
        return
    vanster, hoger = st.columns([3, 2], gap="large")
    with vanster:
        _forra(mote)
        _bilder(mote)
    with hoger:
        with st.container(key="km-skarm"):
            _lagg_till(mote)
        _om(mote)


def _skriv_adressen(nyckel: str, mote: Mote | None) -> None:
    """Write what is seen in the address once it has changed: a link within a page leaves it as it was.

    Who reloads a showing is then still in it, and who has left it is not.
    """
    if mote and st.session_state.get(SEDD, nyckel) != nyckel:
        st.query_params[nyckel] = str(mote.nr)
    st.session_state[SEDD] = nyckel


def andra(gor: object, *argument: object) -> None:
    """Change the meeting and draw the page anew, or say why not."""
    try:
        gor(*argument)  # type: ignore[operator]
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.rerun()


def _valj(alla: dict[str, Mote]) -> Mote | None:
    """The choice of meeting, the way to a new one, and the way to its showing."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="km-mote"):
        vald = None
        if alla:
            link.hamta("mote", list(alla), next(iter(alla)))
            vald = st.selectbox(
                "Möte", list(alla), format_func=lambda nr: _rubrik(alla[nr]), key="mote", width=420
            )
            link.spara("mote", vald)
        with st.popover("Nytt möte"):
            _nytt()
        if vald:
            st.page_link(
                visning.SIDAN, label="Visa mötet", icon=":material/slideshow:", query_params={"visa": vald}
            )
    if vald:
        st.caption(
            "Visningen styrs med → och ←. B skriver ett beslut, P skriver ut mötet som dokument, Esc lämnar."
            " F11 ger hela skärmen."
        )
    return alla[vald] if vald else None


def _rubrik(mote: Mote) -> str:
    """A meeting in the list."""
    return f"{mote.namn} {text.datum_i_ord(mote.datum)} ({mote.status})"


def _nytt() -> None:
    """The form for a new meeting."""
    with st.form("mote-nytt", border=False):
        namn = st.text_input("Namn", "Ledningsgrupp", max_chars=LANGST_NAMN)
        dag = st.text_input("Dag", date.today().isoformat(), placeholder="ÅÅÅÅ-MM-DD")
        if not st.form_submit_button("Skapa mötet", type="primary"):
            return
    if not dag.strip():
        st.error("Skriv mötets dag som år-månad-dag.")
    if (datum := skriven_dag(dag)) is None:
        return
    try:
        nytt = data.arbetsyta().moten.create(namn, datum)
    except KvalitetError as fel:
        st.error(str(fel))
        return
    st.query_params["mote"] = str(nytt.nr)
    st.rerun()


def _forra(mote: Mote) -> None:
    """What the meeting before decided and what came of it: the first screen, in small."""
    fore = data.arbetsyta().moten.before(mote.nr)
    beslut = [*motesbeslut.fran_motet(fore), *motesbeslut.oppna_fran_tidigare(mote)]
    show.rubrik("Vad blev det av förra mötets beslut?")
    if not beslut:
        st.caption("Inga tidigare beslut." if fore is None else f"{fore.rubrik} skrev inga beslut.")
        return
    rader = [
        (a.vad, a.ansvarig, motesbeslut.status(a), e.mening if (e := motesbeslut.effekt(a)) else "")
        for a in beslut
    ]
    rubriker = ("Beslut", "Ansvarig", "Läge", "Hjälpte det?")
    st.html(html.rutnat(rubriker, rader, "Tidigare beslut", form="km-vid"))


def _bilder(mote: Mote) -> None:
    """The screens in their order, each with its question and the buttons that move it."""
    show.rubrik(f"Bilder ({len(mote.bilder)})")
    st.caption("Först visas förra mötets beslut och sist dagens. Däremellan:")
    register, nummer = data.arbetsyta().moten, [b.nr or 0 for b in mote.bilder]
    for plats, bild in enumerate(mote.bilder):
        with st.container(border=True, key=f"km-motesbild-{bild.nr}"):
            st.markdown(f"**{plats + 1}. {bilden.namn(bild)}**  \n{bilden.i_ord(bild)}")
            with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
                skrivet = st.text_input(
                    "Fråga till gruppen",
                    bild.rubrik,
                    key=f"mote-rubrik-{bild.nr}",
                    max_chars=LANGST_RUBRIK,
                    placeholder="Utan fråga är siffrans egen mening rubrik",
                )
                for ord_, steg, finns in (
                    ("Flytta upp", -1, plats > 0),
                    ("Flytta ned", 1, plats < len(nummer) - 1),
                ):
                    ikon = ":material/arrow_upward:" if steg < 0 else ":material/arrow_downward:"
                    if st.button("", icon=ikon, help=ord_, key=f"mote-{steg}-{bild.nr}", disabled=not finns):
                        andra(register.arrange, mote.nr, _flyttad(nummer, plats, steg))
                if st.button("Ta bort", key=f"mote-bort-{bild.nr}"):
                    andra(register.drop, mote.nr, bild.nr)
            if skrivet.strip() != bild.rubrik:
                andra(register.name, mote.nr, bild.nr, skrivet)
    if not mote.bilder:
        st.caption("Inga bilder ännu.")
    _foresla(mote)


def _flyttad(nummer: list[int], plats: int, steg: int) -> list[int]:
    """The order with one screen moved a step."""
    ny = nummer.copy()
    ny[plats], ny[plats + steg] = ny[plats + steg], ny[plats]
    return ny


def _foresla(mote: Mote) -> None:
    """An order out of what the figures say: what is worse and misses its target first."""
    register = data.arbetsyta().moten
    if len(mote.bilder) > 1:
        if st.button("Föreslå ordning", help="Sämre och missade mål först, sedan andra förändringar."):
            tyngst = sorted(mote.bilder, key=lambda b: _tyngd(b.vinkel.indikator, b))
            andra(register.arrange, mote.nr, [b.nr or 0 for b in tyngst])
    elif not mote.bilder and st.button("Föreslå bilder", help="De siffror som har mest att besluta om."):
        for bild in _foreslagna():
            register.add(mote.nr, bild)
        st.rerun()


def _foreslagna() -> list[Bild]:
    """The figures with most to decide about: worse, target missed, changed. None that stand as they did."""
    vy = Vy()
    domda = [(_tyngd(id_, bild), bild) for id_, bild in _hela(vy)]
    viktiga = sorted((d for d in domda if d[0] < LATTAST - 1), key=lambda d: d[0])
    return [bild for _, bild in viktiga[:FORESLAGNA]]


def _hela(vy: Vy) -> list[tuple[str, Bild]]:
    """Every indicator that a topic page shows, as a screen of its whole."""
    return [
        (id_, bilden.bild(id_, vy)) for id_, d in INDIKATORER.items() if not d.bevakning and not d.alltid_per
    ]


def _tyngd(id_: str, bild: Bild) -> int:
    """How much there is to decide about on a screen; of several groups that with the most."""
    try:
        sagt = data.utlatanden(id_, bilden.vy(bild), bilden.by(bild))
    except (KvalitetError, KeyError):
        return LATTAST
    return min(map(tyngd, sagt.values()), default=LATTAST)


def _lagg_till(mote: Mote) -> None:
    """The choice of indicator and view for a new screen."""
    show.rubrik("Lägg till bild")
    id_ = st.selectbox("Mått", list(INDIKATORER), format_func=lambda i: INDIKATORER[i].namn, key="mote-matt")
    d = INDIKATORER[id_]
    val = st.container(key="km-mote-val", horizontal=True, gap="small")
    by = val.selectbox(
        "Dela upp på",
        [k for k in d.nedbrytningar if k != d.alltid_per],
        format_func=NEDBRYTNINGAR.__getitem__,
        index=None,
        placeholder="Ingen uppdelning",
        key=f"mote-dela-{id_}",
    )
    forvaltning = val.selectbox(
        "Förvaltning", data.varden("forvaltning"), index=None, placeholder="Alla", key="mote-forvaltning"
    )
    enheter = val.multiselect("Enhet", data.varden("enhet"), placeholder="Alla enheter", key="mote-enhet")
    slag = list(PERIODSLAG)
    period = val.selectbox(
        "Period", slag, slag.index(STANDARD), format_func=PERIODSLAG.__getitem__, key="mote-period"
    )
    fran = val.selectbox("Från år", data.ar(), index=None, placeholder="Första", key="mote-fran")
    till = val.selectbox("Till år", data.ar(), index=None, placeholder="Senaste", key="mote-till")
    vy = Vy(period, forvaltning, tuple(enheter), *sorted_years(fran, till))
    finns = [form for form in show.diagram(id_, vy, by) if form in DIAGRAM]
    form = finns[0] if len(finns) == 1 else st.radio("Diagram", finns, horizontal=True, key="mote-diagram")
    rubrik = st.text_input(
        "Fråga till gruppen (frivilligt)", max_chars=LANGST_RUBRIK, key=f"mote-ny-{len(mote.bilder)}"
    )
    if st.button("Lägg till bilden", type="primary", key="mote-lagg-till"):
        andra(lambda: data.arbetsyta().moten.add(mote.nr, bilden.bild(id_, vy, by, form, rubrik)))


def sorted_years(fran: int | None, till: int | None) -> tuple[int | None, int | None]:
    """The two years in order, where both are chosen."""
    return (till, fran) if fran and till and fran > till else (fran, till)


def _om(mote: Mote) -> None:
    """Name, day and status of the meeting, and the way to remove it."""
    with st.expander("Ändra eller ta bort mötet"):
        namn = st.text_input("Namn", mote.namn, max_chars=LANGST_NAMN, key=f"mote-namn-{mote.nr}")
        dag = st.text_input("Dag", mote.datum.isoformat(), key=f"mote-dag-{mote.nr}")
        status = st.segmented_control(
            "Läge", STATUS, default=mote.status, required=True, key=f"mote-status-{mote.nr}"
        )
        register = data.arbetsyta().moten
        if st.button("Spara", key=f"mote-spara-{mote.nr}") and (datum := skriven_dag(dag)):
            andra(register.change, mote.nr, namn, datum, status)
        if st.button("Ta bort mötet", key=f"mote-ta-bort-{mote.nr}"):
            andra(register.remove, mote.nr)
        st.caption("Beslut som mötet har fattat finns kvar i Åtgärder.")
