"""What a load did to the figures: each that changed, before and after, for the one who loaded the file.

The comparison is kept in the session of whoever did it, who has the file: others see the figures alone.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Punkt
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.serie import DEL
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.markup import med_roller
from kvalitet_metrics.model import NEDBRYTNINGAR, Periodslag
from kvalitet_metrics.ui import data, link
from kvalitet_metrics.ui.filters import Vy

ANDRAT = "_forandringen"
FLEST = 12
"""So many changes are listed at once; the rest are one click away."""
INGET = "–"

Plats = tuple[str, str, str]
"""A figure of an indicator: kind of period, series, period."""
Siffror = dict[str, dict[Plats, str]]
"""Indicator to its figures as they are written, oldest first."""


@dataclass(frozen=True)
class Forandring:
    """The newest figure of an indicator that changed, and how many others of it did."""

    id_: str
    slag: str
    serie: str
    period: str
    fore: str
    efter: str
    fler: int


@dataclass(frozen=True)
class Besked:
    """What is told after a change: on what occasion, and each figure that changed.

    inom: the column that the figures are broken down by; empty for those of the whole organisation.
    """

    nar: str
    andrade: tuple[Forandring, ...]
    inom: str = ""


def berorda(tabeller: Collection[str]) -> list[str]:
    """The indicators that are counted from these tables."""
    return [id_ for id_, d in INDIKATORER.items() if not {*d.tabeller}.isdisjoint(tabeller)]


def siffror(ids: Iterable[str], by: str | None = None) -> Siffror:
    """The figures of these indicators as they stand now, by calendar year, else by kvalitetsår."""
    return {id_: _siffror(id_, by) for id_ in ids}


def per(kolumn: str, namn: Iterable[str]) -> Siffror:
    """The figures of each value in a column that a decision about these names may change."""
    ids = berorda(data.arbetsyta().tables_with(kolumn, namn))
    return siffror([id_ for id_ in ids if kolumn in INDIKATORER[id_].nedbrytningar], kolumn)


def fore(tabeller: Collection[str]) -> Siffror:
    """The figures that rest on these tables, to be compared later; example data are as if they were not."""
    ids = berorda(tabeller)
    return inga(ids) if data.arbetsyta().has_examples else siffror(ids)


def inga(ids: Iterable[str]) -> Siffror:
    """No figures of these indicators."""
    return {id_: {} for id_ in ids}


def _siffror(id_: str, by: str | None) -> dict[Plats, str]:
    """The figures of one indicator; of a breakdown by both kinds of year, since one may have no figures."""
    funna: dict[Plats, str] = {}
    for slag in (Periodslag.KALENDERAR, Periodslag.KVALITETSAR):
        vy = Vy(period=slag.value)
        if serier := data.serier_eller_inga(id_, vy, by):
            matt = data.matt(id_, vy, by)
            punkter = [(p.start, s.namn, p) for s in serier for p in s.punkter]
            ordnade = sorted(punkter, key=lambda rad: rad[:2])
            funna |= {
                (slag.value, namn, p.period.removesuffix(DEL)): _skriven(p, matt) for _, namn, p in ordnade
            }
            if by is None:
                break
    return funna


def _skriven(punkt: Punkt, matt: Matt) -> str:
    """A figure with what it rests on; the dash where there is none."""
    skriven, ur = varde(punkt, matt), underlag(punkt, matt)
    return f"{skriven} ({ur})" if ur and skriven != INGET else skriven


def jamfor(fore: Siffror, efter: Siffror) -> list[Forandring]:
    """Each indicator that has another figure than before; of several the newest is told."""
    funna = []
    for id_ in efter:
        gamla, nya = fore.get(id_, {}), efter[id_]
        andrade = [p for p in gamla | nya if gamla.get(p, INGET) != nya.get(p, INGET)]
        if andrade:
            kvar = [p for p in andrade if p in nya] or andrade
            andrade = [p for p in andrade if p[0] == kvar[0][0]]
            senast = [p for p in kvar if p[0] == kvar[0][0]][-1]
            funna.append(
                Forandring(id_, *senast, gamla.get(senast, INGET), nya.get(senast, INGET), len(andrade) - 1)
            )
    return funna


def minns(nar: str, innan: Siffror) -> None:
    """Keep for the page what differs now from before. nar: the occasion, in words."""
    nu = inga(innan) if data.arbetsyta().has_examples else siffror(innan)
    st.session_state[ANDRAT] = Besked(nar, tuple(jamfor(innan, nu)))


def minns_namn(nar: str, innan: Siffror, kolumn: str) -> None:
    """The same after it has been said what a name in that column means: the whole is as it was."""
    st.session_state[ANDRAT] = Besked(nar, tuple(jamfor(innan, siffror(innan, kolumn))), kolumn)


def visa(namnen: bool = False) -> None:
    """What the latest change of this reader did to the figures; nothing before the first.

    namnen: where a name was decided about, else where files were loaded or taken back.
    """
    besked: Besked | None = st.session_state.get(ANDRAT)
    if besked is None or bool(besked.inom) != namnen:
        return
    vilka = f"per {NEDBRYTNINGAR[besked.inom].lower()}" if besked.inom else "för hela organisationen"
    with st.container(border=True, key="km-andrat"):
        st.subheader("Det här ändrades i siffrorna", anchor=False)
        if not besked.andrade:
            st.markdown(f"{besked.nar} Inget mått fick ett annat värde {vilka}.")
            return
        matt = text.antal(len(besked.andrade), "mått fick", "mått fick")
        st.markdown(f"{besked.nar} {matt} andra siffror {vilka}.")
        st.html(tabell(besked.andrade[:FLEST], besked.inom))
        if rest := besked.andrade[FLEST:]:
            with st.expander(f"Visa {len(rest)} mått till"):
                st.html(tabell(rest, besked.inom))


def tabell(andrade: Iterable[Forandring], inom: str = "") -> str:
    """One line per indicator, whose name leads to Utforska; inom: the column it is broken down by there."""
    rader = "".join(_rad(f, inom) for f in andrade)
    huvud = "".join(f'<th scope="col">{ord_}</th>' for ord_ in ("Mått", "Period", "Före", "Efter"))
    inuti = med_roller(f"<table><thead><tr>{huvud}</tr></thead><tbody>{rader}</tbody></table>")
    return (
        '<div class="km-tabell km-andrat" tabindex="0" role="region" aria-label="Ändrade siffror">'
        f"{inuti}</div>"
    )


def _rad(f: Forandring, inom: str) -> str:
    """One indicator in the table."""
    period = None if f.slag == Periodslag.KALENDERAR else f.slag
    lank = link.adress("utforska", {"indikator": f.id_, "period": period, "dela": inom})
    serie = f" · {f.serie}" if f.serie else ""
    fler = f" och {text.tal(f.fler)} till" if f.fler else ""
    return (
        f'<tr><th scope="row"><a class="km-in" href="{lank}">{escape(INDIKATORER[f.id_].namn)}</a>'
        f'{escape(serie)}</th><td data-ord="Period">{escape(f.period)}{fler}</td>'
        f'<td data-ord="Före">{escape(f.fore)}</td><td data-ord="Efter"><b>{escape(f.efter)}</b></td></tr>'
    )
