"""An indicator on a page: the sentence, the chart, where the figures come from, the table to take along."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import (
    Matt,
    Punkt,
    Serie,
    jamforare,
    jamforelse,
    rita,
    sammanfatta,
    styrdiagram,
    tidsfordelning_i_ord,
    tratt,
    tvilling,
    varmekarta,
)
from kvalitet_metrics.charts import tidsfordelning as rita_tider
from kvalitet_metrics.charts.marken import anmarkta, med_marken, uppraknade
from kvalitet_metrics.charts.styrdiagram import forklaring
from kvalitet_metrics.charts.theme import Palett
from kvalitet_metrics.charts.tratt import forklaring as tratt_i_ord
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.definition import Matvarde
from kvalitet_metrics.reports import metod
from kvalitet_metrics.ui import bedomning, data, forms, hamta, html, layout, pa_sidan, picture
from kvalitet_metrics.ui.filters import PERIODSLAG, Vy
from kvalitet_metrics.ui.forms import JAMFORELSE, TIDER, TRATT, UTVECKLING, VARMETABELL
from kvalitet_metrics.ui.minne import minns
from kvalitet_metrics.ui.oppnat import oppnat

NY_MENING = re.compile(r"(?<!kap)\. (?=[A-ZÅÄÖ0-9])")
TABELLEN = "Tabell och nedladdning"


def rubrik(ord_: str, avsnitt: str = "") -> None:
    """A heading within a page; avsnitt: what an address names to lead right there."""
    st.header(ord_, anchor=avsnitt or False, divider="gray")


@dataclass(frozen=True)
class Ritning:
    """What stands in the place of a chart: its words, the figure, and the table of the same figures."""

    rubrik: str
    under: str
    alt: str
    figur: dict
    serier: list[Serie]
    matt: Matt
    utlatande: str = ""


@dataclass(frozen=True)
class Bild:
    """A chart that is ready to be shown: its words above as HTML, what it is in words, the figure."""

    ord: str
    alt: str
    figur: dict
    rubrik: str
    under: str


def diagram(id_: str, vy: Vy, by: str | None) -> list[str]:
    """The drawings that make sense in this view, the one that suits it best first."""
    return forms.i_ordning(id_, vy, by)


def indikator(
    id_: str,
    vy: Vy,
    by: str | None = None,
    form: str = UTVECKLING,
    *,
    axeln: Sequence[Punkt] = (),
    vid_val: Callable[[str, str], None] | None = None,
    mot: Sequence[str] = (),
    plats: str = "",
) -> bool:
    """Everything about one indicator in this view, or a sentence about why there is nothing, and then False.

    axeln: periods that the time axis shares with another chart. vid_val: what is done with the series and
    the period of a point that is clicked on. mot: those to draw beside the figures, of JAMFORELSER.
    plats: tells it from the same drawing elsewhere on the page; what is opened below it stays open.
    """
    if form == TRATT:
        by = "enhet"
    if not _serier(id_, vy, by):
        return False
    bild = _bild(*data.har(), data.skrivet(), id_, vy, by, form, tuple(axeln), tuple(mot), layout.palett())
    st.html(bild.ord)
    nyckel = f"{id_}-{by}-{form}-{vy}"
    val: dict[str, Any] = {}
    if vid_val:
        val = {"on_select": lambda: _vald(nyckel, vid_val), "selection_mode": "points"}
    pa_sidan.diagram(bild.figur, bild.alt, nyckel, **val)
    _under(id_, vy, by, form, bild, plats)
    return True


@st.fragment
def _under(id_: str, vy: Vy, by: str | None, form: str, bild: Bild, plats: str) -> None:
    """Where a chart comes from and, on one line, what can be done with it: picture, table, analysis.

    The table is made when it is opened.
    """
    nyckel = f"{id_}-{by}-{form}{plats}"
    with picture.under(nyckel):
        fil = f"{id_}{f'_per_{by}' if by else ''}"
        kalla = kallrad(id_)
        st.html(html.kalla(kalla) + picture.knappar(fil, bild.rubrik, bild.under, kalla))
        if ruta := oppnat(TABELLEN, f"tabell-{nyckel}"):
            serier, matt = _serier(id_, vy, by), data.matt(id_, vy, by)
            r = _ritning(id_, vy, by, form, serier, matt, (), layout.palett())
            with ruta:
                _tabell(id_, vy, by, r.serier, r.matt, form)
        bedomning.under(id_, vy, by, nyckel)


@minns("Räknar …")
def _bild(
    plats: str,
    version: str,
    skrivet: str,
    id_: str,
    vy: Vy,
    by: str | None,
    form: str,
    axeln: tuple[Punkt, ...],
    mot: tuple[str, ...],
    palett: Palett,
) -> Bild:
    """A chart, remembered by version, by what has been written and by theme; nobody changes it."""
    serier, matt = data.serier(id_, vy, by), data.matt(id_, vy, by)
    r = _ritning(id_, vy, by, form, serier, matt, axeln, palett)
    under = r.under
    if mot and form in (UTVECKLING, JAMFORELSE):
        under = f"{under} · {jamforare.rita_in(r.figur, serier, matt, mot, palett)}".rstrip(" ·")
    return Bild(html.rubrik(r.rubrik, under, r.utlatande), r.alt, r.figur, r.rubrik, under)


def tidsfordelning(id_: str, vy: Vy) -> bool:
    """How long the records took, with the deadline drawn; False, and a sentence, where there is nothing."""
    return indikator(id_, vy, form=TIDER)


def _ritning(
    id_: str,
    vy: Vy,
    by: str | None,
    form: str,
    serier: list[Serie],
    matt: Matt,
    axeln: Sequence[Punkt],
    palett: Palett,
) -> Ritning:
    """The chart in the asked form."""
    skrivet = bedomning.marken(id_, vy)
    ord_ = sammanfatta(serier, matt, utlatande(id_, vy, by, matt))
    serier, alt = anmarkta(serier, skrivet), ord_.alt + uppraknade(serier, skrivet)
    delvis = any(p.ofull for s in serier for p in s.punkter)
    under = ord_.underrubrik + (" · (del): perioden är inte hel" if delvis else "")
    match form:
        case forms.STYRDIAGRAM:
            sagt = data.utlatanden(id_, vy, by)[""]
            figur = med_marken(styrdiagram(serier[0], sagt, matt, palett), serier, skrivet, palett)
            return Ritning(
                ord_.rubrik, f"{under} · {forklaring(sagt)}", alt, figur, serier, matt, ord_.utlatande
            )
        case forms.TRATT:
            svar = data.tratt(id_, vy)
            rubrik_, under = f"{matt.namn} {svar['mening']}", tratt_i_ord(svar)
            alt = f"{rubrik_} {under} Alla värden finns i tabellen."
            return Ritning(rubrik_, under, alt, tratt(svar, palett), serier, matt)
        case forms.TIDER:
            banden, matt_ = data.tider(id_, vy)
            frister = data.frister(id_, vy)
            rubrik_, under, alt = tidsfordelning_i_ord(banden, matt_, frister)
            figur = rita_tider(banden, matt_, frister, palett)
            return Ritning(rubrik_, under, alt, figur, banden, matt_)
        case forms.JAMFORELSE:
            return Ritning(
                ord_.rubrik, under, alt, jamforelse(serier, matt, palett), serier, matt, ord_.utlatande
            )
    figur = rita(serier, matt, palett, skrivet, axeln)
    return Ritning(ord_.rubrik, under, alt, figur, serier, matt, ord_.utlatande)


def _vald(nyckel: str, vid_val: Callable[[str, str], None]) -> None:
    """Hand over the series and the period of the point that was clicked on."""
    punkter = st.session_state[nyckel]["selection"]["points"]
    if punkter and len(punkter[0].get("customdata") or ()) == 2:
        vid_val(*punkter[0]["customdata"])


def varmetabell(id_: str, vy: Vy, by: str | None = None) -> None:
    """The indicator as a table of units or categories against periods with a tone behind each figure.

    Units stand in the order of the alphabet, categories by their newest value. A sentence where there is
    nothing, as in `indikator`.
    """
    if not (serier := _serier(id_, vy, by)):
        return
    matt = data.matt(id_, vy, by)
    st.html(_karta(*data.har(), id_, vy, by) + html.kalla(kallrad(id_)))
    nyckel = f"{id_}-{by}-{VARMETABELL}"
    with picture.under(nyckel):
        ruta = oppnat(TABELLEN, f"tabell-{nyckel}")
    if ruta:
        with ruta:
            _tabell(id_, vy, by, serier, matt, VARMETABELL)


@minns()
def _karta(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> str:
    """The table with the sentence above it, remembered by version."""
    d, serier, matt = INDIKATORER[id_], data.serier(id_, vy, by), data.matt(id_, vy, by)
    ord_ = sammanfatta(serier, matt)
    karta = varmekarta(serier, matt, lambda namn: d.riktning_for(namn).value, isinstance(d, Matvarde))
    return html.rubrik(ord_.rubrik, ord_.underrubrik) + html.varmetabell(karta, f"{matt.namn}. {vy.i_ord()}")


def _serier(id_: str, vy: Vy, by: str | None) -> list[Serie]:
    """The figures of this view; none, and a sentence on the page about why, where there are none."""
    try:
        serier = data.serier(id_, vy, by)
    except KvalitetError as fel:
        st.info(str(fel))
        return []
    if not serier:
        st.info(
            f"{INDIKATORER[id_].namn}: inga uppgifter i det här urvalet. Vidga åren, välj fler enheter eller"
            " ett annat slag av period."
        )
    return serier


def utlatande(id_: str, vy: Vy, by: str | None, matt: Matt) -> str:
    """The sentence about the change of a single series; empty where there are several."""
    return "" if matt.by else data.utlatanden(id_, vy, by)[""]["mening"]


def sida_vid_sida(id_: str, vy: Vy, uppdelningar: Sequence[str | None]) -> None:
    """The same indicator broken down in several ways, None for the whole, beside each other."""
    for kolumn, by in zip(st.columns(len(uppdelningar), gap="large"), uppdelningar, strict=True):
        with kolumn:
            indikator(id_, vy, by)


def over_tid(id_: str, vy: Vy) -> None:
    """The indicator in the chosen periods, and beside it in the shorter periods within them."""
    hela, delar = st.columns(2, gap="large")
    with hela:
        indikator(id_, vy)
    with delar:
        indikator(id_, vy.finare(), plats="finare")


def kallrad(id_: str) -> str:
    """Where the figures come from, in a sentence, when they were loaded, and what was left out."""
    return _kallrad(*data.har(), id_)


@minns()
def _kallrad(plats: str, version: str, id_: str) -> str:
    """The sentence, remembered by version."""
    definition = INDIKATORER[id_]
    aktiva = (u for u in data.inlasningar() if u["status"] == "active")
    filer = [u for u in aktiva if not {*definition.tabeller}.isdisjoint(u["tables"])]
    delar = [f"Källa: {NY_MENING.split(definition.kalla)[0].rstrip('.')}"]
    if filer:
        nyast = max(str(u["loaded_at"])[:10] for u in filer)
        delar.append(f"{text.antal(len(filer), 'fil', 'filer')}, senast inläst {nyast}")
    utan = sum(u["rows_skipped"] for u in filer)
    if utan:
        delar.append(f"{text.antal(utan, 'felaktig rad', 'felaktiga rader')} är inte med")
    return " · ".join(delar)


def _tabell(id_: str, vy: Vy, by: str | None, serier: list[Serie], matt: Matt, form: str) -> None:
    """The twin table and its two files."""
    t = tvilling(serier, matt)
    st.html(html.tabell(t, f"{matt.namn}. {vy.i_ord()}"))
    fil = f"{id_}{f'_per_{by}' if by else ''}"
    hamta.filer(t, lambda: om_tabellen(id_, vy), fil, f"{id_}-{by}-{vy.period}-{form}")


def om_tabellen(id_: str, vy: Vy) -> list[tuple[str, str]]:
    """The lines of a workbook's second sheet: what the figures are, for whom, and where they come from."""
    d = INDIKATORER[id_]
    return [
        ("Mått", d.namn),
        ("Id och version", f"{id_}, version {d.version}"),
        ("Varför", d.varfor),
        *metod.raknas(d),
        ("Urval", vy.i_ord()),
        ("Slag av period", PERIODSLAG[vy.period]),
        ("Framtagen för", f"läsare inom organisationen ({data.VIEWER.value}); små tal är dolda"),
        ("Källa", kallrad(id_)),
        ("Begränsningar", d.begransningar),
        ("Exempeldata", "ja" if data.arbetsyta().has_examples else "nej"),
        ("Hämtad", text.datum(date.today())),
    ]
