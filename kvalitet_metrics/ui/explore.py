"""Where one indicator is turned and looked at: which, broken down by what, and what lies behind it."""

from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from kvalitet_metrics.charts import Matt, Serie, jamforare
from kvalitet_metrics.charts.serie import perioder
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import JAMFORELSER, NEDBRYTNINGAR, OMRADEN
from kvalitet_metrics.reports import metod
from kvalitet_metrics.ui import data, drill, forms, gender, ihop, link, records, show, till_mote
from kvalitet_metrics.ui.filters import PERIODSLAG, Vy

FA = 2
"""So many are drawn beside the figures before the reader has chosen."""


def valj_indikator() -> str:
    """The box with all indicators, in the order of their quality area; the same choice on every page."""
    link.hamta("indikator", _ordning(), _ordning()[0])
    vald = st.selectbox(
        "Mått",
        _ordning(),
        format_func=_namn,
        key="indikator",
        persist_state="session",
        label_visibility="collapsed",
        width=520,
    )
    link.spara("indikator", vald)
    return vald


def perioder_utan() -> set[str]:
    """The kinds of period that the chosen indicator has no records for."""
    link.hamta("indikator", _ordning(), _ordning()[0])
    return set(PERIODSLAG) - set(data.periodslag(st.session_state["indikator"]))


def valj_uppdelning(id_: str, nyckel: str = "dela") -> str | None:
    """The box with what this indicator can be broken down by."""
    d = INDIKATORER[id_]
    finns = [kolumn for kolumn in d.nedbrytningar if kolumn != d.alltid_per]
    link.hamta(nyckel, finns)
    vald = st.selectbox(
        "Dela upp på" if nyckel == "dela" else "Dela upp det andra måttet på",
        finns,
        format_func=lambda k: NEDBRYTNINGAR.get(k, k),
        key=nyckel,
        index=None,
        placeholder="Dela upp på …" if nyckel == "dela" else "Dela upp det andra på …",
        persist_state="session",
        label_visibility="collapsed",
        width=192,
    )
    link.spara(nyckel, vald)
    return vald


def valj_annat(id_: str) -> str | None:
    """The box with the indicators that this one may be set beside."""
    andra = [i for i in _ordning() if i != id_]
    link.hamta("jamfor", andra)
    vald = st.selectbox(
        "Jämför med ett annat mått",
        andra,
        format_func=_namn,
        key="jamfor",
        index=None,
        placeholder="Jämför med ett annat mått …",
        persist_state="session",
        label_visibility="collapsed",
        width=280,
    )
    link.spara("jamfor", vald)
    return vald


def valj_diagram(id_: str, vy: Vy, by: str | None) -> str:
    """The choice of drawing, where more than one makes sense.

    `diagram` is what the reader, or the address, asked for last; it is kept also while it makes no sense.
    """
    finns = show.diagram(id_, vy, by)
    link.hamta("diagram", forms.ALLA)
    onskat = st.session_state["diagram"]
    vald = onskat if onskat in finns else finns[0]
    if len(finns) > 1:
        st.session_state["form"] = vald
        st.radio(
            "Diagram",
            finns,
            key="form",
            horizontal=True,
            label_visibility="collapsed",
            width="content",
            on_change=lambda: drill.ga({"diagram": st.session_state["form"]}),
        )
        if inte := _varfor_inte(id_, vy, by):
            with st.popover("Fler diagram", type="tertiary"):
                st.markdown(inte)
    link.spara("diagram", onskat)
    return vald


def valj_mot(serier: list[Serie]) -> list[str]:
    """Whom the figures are compared with, where there is a choice: the box, and what is chosen in it."""
    finns = jamforare.finns(serier)
    if not finns:
        return []
    st.session_state.setdefault("mot", finns[:FA])
    link.hamta("mot", finns, flera=True)
    valda = st.pills(
        "Jämför med",
        finns,
        format_func=lambda namn: f"Mot {JAMFORELSER.get(str(namn), str(namn))}",
        selection_mode="multi",
        key="mot",
        persist_state="session",
        width="content",
        label_visibility="collapsed",
    )
    link.spara("mot", list(valda))
    return list(valda)


def fakta(id_: str) -> None:
    """What the figures are made of and what they do not say."""
    d = INDIKATORER[id_]
    rader = "<br>".join(f"<b>{escape(namn)}:</b> {escape(ord_)}" for namn, ord_ in metod.raknas(d))
    metoden = link.adress("sa_raknas_det", {"indikator": id_})
    st.html(
        f'<div class="km-fakta"><div><p>{rader}</p><p><a class="km-in" href="{metoden}">Så räknas det</a></p>'
        f"</div><div><p><b>Begränsningar</b></p><p>{escape(d.begransningar)}</p></div></div>"
    )


def lank() -> None:
    """The address that opens this view for somebody else."""
    with st.popover("Länk till vyn"):
        st.caption("Den som öppnar länken ser samma mått med samma urval.")
        val = {nyckel: st.query_params.get_all(nyckel) for nyckel in st.query_params}
        adress = (st.context.url or "").split("?")[0]
        st.code(f"{adress}?{urlencode(val, doseq=True)}", language=None, wrap_lines=True)


def utvagar(id_: str, vy: Vy, by: str | None) -> None:
    """Buttons that lead to figures from a view that has none."""
    finns = data.periodslag(id_)
    val: dict[str, drill.Val] = {}
    if vy.fran or vy.till:
        val["Visa alla år"] = {"fran": None, "till": None}
    if vy.where():
        val["Visa alla förvaltningar och enheter"] = {"forvaltning": None, "enhet": [], drill.INOM: []}
    if finns and vy.period not in finns:
        val[f"Visa {PERIODSLAG[finns[0]].lower()}"] = {"period": finns[0]}
    if by:
        val["Ta bort uppdelningen"] = {"dela": None}
    with st.container(horizontal=True, key="utvagar"):
        for ord_, vagen in val.items():
            st.button(ord_, key=f"ut-{ord_}", on_click=drill.ga, args=(vagen,))
    if not finns:
        st.page_link("pages/ladda_upp.py", label="Läs in uppgifter för måttet på Ladda upp")


def kortare_perioder(id_: str, vy: Vy, serier: list[Serie]) -> None:
    """A button to shorter periods, where the view holds a single one and nothing can be followed in it."""
    kortare = vy.finare()
    if len(perioder(serier)) == 1 and len(perioder(data.serier_eller_inga(id_, kortare))) > 1:
        ord_, vagen = PERIODSLAG[kortare.period].lower(), {"period": kortare.period}
        st.button(f"Visa per {ord_}", key="kortare", on_click=drill.ga, args=(vagen,))


def visa(vy: Vy) -> None:
    """The whole page below its heading."""
    with st.container(key="km-matt", horizontal=True, gap="small"):
        id_ = valj_indikator()
        by = valj_uppdelning(id_)
        annat = valj_annat(id_)
        annat_by = valj_uppdelning(annat, "jamfor_dela") if annat else None
    vy = drill.las(vy, id_)
    serier, matt = _svar(id_, vy, by)
    vagar = drill.vagar(id_, vy, by, serier, matt) if matt else {}
    with st.container(key="km-stig", horizontal=True, vertical_alignment="center", gap="medium"):
        drill.brodsmulor(vy, vagar)
        form = valj_diagram(id_, vy, by)
        mot = valj_mot(serier)
        kortare_perioder(id_, vy, serier)
        ritad = ihop.valj(id_, vy, by, form)
    ihop.forklara(ritad)
    andra_vyn = replace(vy, inom=())
    delar = st.columns(2, gap="large") if annat else [st.container()]
    with delar[0]:
        gemensam = perioder([*serier, *_svar(annat, andra_vyn, None)[0]]) if annat else []
        vid_val = drill.vid_val(vagar) if form != forms.TIDER else None
        if form == forms.VARMETABELL and serier:
            show.varmetabell(id_, ritad, by)
        elif not show.indikator(id_, ritad, by, form, axeln=gemensam, vid_val=vid_val, mot=mot):
            utvagar(id_, vy, by)
    if annat:
        with delar[1]:
            if not show.indikator(annat, andra_vyn, annat_by, axeln=gemensam):
                utvagar(annat, andra_vyn, annat_by)
    with st.container(horizontal=True, gap="small"):
        lank()
        till_mote.visa(id_, vy, by, form)
    gender.visa(id_, vy)
    records.visa(id_, vy, by)
    fakta(id_)


def _svar(id_: str, vy: Vy, by: str | None) -> tuple[list[Serie], Matt | None]:
    """The series of a view and their words; nothing where the question cannot be put."""
    try:
        return data.serier(id_, vy, by), data.matt(id_, vy, by)
    except KvalitetError:
        return [], None


def _ordning() -> list[str]:
    """All indicators by quality area."""
    return sorted(INDIKATORER, key=lambda id_: (INDIKATORER[id_].omrade, list(INDIKATORER).index(id_)))


def _namn(id_: str) -> str:
    """An indicator in the list: the letter of its area first, so that areas stand together, its name last."""
    d = INDIKATORER[id_]
    return f"{d.omrade} · {d.namn} · {OMRADEN[d.omrade]}"


def _varfor_inte(id_: str, vy: Vy, by: str | None) -> str | None:
    """Why the other drawings are not offered."""
    inte = [f"{form}: {varfor}" for form, varfor in forms.skal(id_, vy, by).items() if varfor]
    return "Det här passar inte vyn:  \n" + "  \n".join(inte) if inte else None
