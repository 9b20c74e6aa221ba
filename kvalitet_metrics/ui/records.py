"""From a figure to its cells: which records it is made of, what each is in it, and where each was read.

Not where the view hides a figure: the records would tell what the gate does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from pandas import DataFrame

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Punkt
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.serie import serienamn
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compiler import ROLLER
from kvalitet_metrics.indicators.definition import Fordelning
from kvalitet_metrics.reports import arbetsbok
from kvalitet_metrics.ui import data, hamta, layout, show
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.minne import minns

FLEST_POSTER = 1000
"""So many records are shown behind a figure; the file that can be fetched has all of them."""
UTAN_NYTTA = ["upload_id"]
"""Columns of a record that only the program reads."""


@dataclass(frozen=True)
class Siffra:
    """A figure that can be asked about: its words, its point, and what its series is of each breakdown."""

    ord: str
    punkt: Punkt
    av: Mapping[str, str]


def visa(id_: str, vy: Vy, by: str | None) -> None:
    """The question where a figure comes from, and the answer when it is put."""
    try:
        siffror, matt, dolt = _siffror(*data.har(), id_, vy, by)
    except KvalitetError:
        return
    if not siffror and not dolt:
        return
    nyast = siffror[0].ord if siffror else "siffran"
    if not st.toggle(f"Var kommer {nyast} ifrån?", key=f"poster-{id_}"):
        return
    if dolt:
        st.info(
            "Posterna visas inte, eftersom någon siffra i vyn är dold. Dela inte upp, eller vidga perioden."
        )
        return
    vald = siffror[0]
    if len(siffror) > 1:
        ordning = {s.ord: s for s in siffror}
        vald = ordning[st.selectbox("Vilken siffra?", list(ordning), key=f"siffra-{id_}-{by}")]
    try:
        poster = _poster(id_, vy, vald)
    except KvalitetError as fel:
        st.info(str(fel))
        return
    st.markdown(_mening(vald, poster, matt))
    _kvitton(poster)
    _lista(id_, vy, vald, poster)


@minns()
def _siffror(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> tuple[list[Siffra], Matt, bool]:
    """The figures of the view, the newest first, and whether any is hidden, remembered by version."""
    serier, matt = data.serier(id_, vy, by), data.matt(id_, vy, by)
    av = {
        serienamn(rad, matt.by): {k: rad[k] for k in matt.by}
        for rad in data.tabell(id_, vy, by).to_dict("records")
    }
    siffror = [
        Siffra(" ".join(filter(None, [varde(p, matt), s.namn, p.period])), p, av[s.namn])
        for s in serier
        for p in s.punkter
        if not p.dold and p.varde is not None and all(isinstance(v, str) for v in av[s.namn].values())
    ]
    siffror.sort(key=lambda s: s.punkt.start, reverse=True)
    return siffror, matt, any(p.dold for s in serier for p in s.punkter)


def _poster(id_: str, vy: Vy, siffra: Siffra) -> DataFrame:
    """The records of a figure; of a distribution all that are divided, its own value in the numerator."""
    d = INDIKATORER[id_]
    over = d.over if isinstance(d, Fordelning) else None
    var = {k: [v] for k, v in siffra.av.items() if k != over and k in d.nedbrytningar}
    poster = data.poster_bakom(id_, vy, var, (siffra.punkt.start, siffra.punkt.slut))
    if over:
        poster.loc[poster[over] == siffra.av[over], "raknas_som"] = ROLLER["TALJARE"]
        poster.loc[poster["raknas_som"] == ROLLER["INGAR"], "raknas_som"] = ROLLER["NAMNARE"]
    return poster


def _mening(siffra: Siffra, poster: DataFrame, matt: Matt) -> str:
    """The figure as its records have it: «72,4 % är 143 av 203: i täljaren 143 poster ur …»."""
    i_filer = [f"{text.tal(n)} ur {fil}" for fil, n in poster["fil"].value_counts().items() if str(fil)]
    ur = underlag(siffra.punkt, matt)
    sagt = [f"**{siffra.ord}**" + (f" är {ur}." if ur and matt.enhet == "andel" else ".")]
    sagt.append(f"Bakom den finns {text.antal(len(poster), 'post', 'poster')}: {text.lista(i_filer)}.")
    roller = poster["raknas_som"].value_counts()
    if ROLLER["TALJARE"] in roller:
        i_taljare = poster[poster["raknas_som"] == ROLLER["TALJARE"]]["fil"].value_counts().items()
        sagt.append(f"I täljaren räknas {text.lista(f'{text.tal(n)} ur {fil}' for fil, n in i_taljare)}.")
    if utan := int(roller.get(ROLLER["SAKNAS"], 0)):
        sagt.append(f"{text.antal(utan, 'post', 'poster')} saknar uppgift och räknas inte.")
    return " ".join(sagt)


def _kvitton(poster: DataFrame) -> None:
    """The receipt of each load that the records came with, and the way to all of them."""
    with st.container(horizontal=True, key="kvitton"):
        with st.popover("Inläsningarnas kvitton"):
            for upload_id in dict.fromkeys(poster["upload_id"]):
                _kvitto(data.arbetsyta().receipt(upload_id))
        st.page_link("pages/ladda_upp.py", label="Alla inläsningar")


def _kvitto(u: dict[str, Any]) -> None:
    """One load in two lines."""
    rader = [
        f"**{u['file']}**",
        f"inläst {str(u['loaded_at'])[:16].replace('T', ' ')}",
        text.antal(u["rows_loaded"], "rad inläst", "rader inlästa"),
    ]
    if u["rows_skipped"]:
        rader.append(text.antal(u["rows_skipped"], "felaktig rad utelämnad", "felaktiga rader utelämnade"))
    st.markdown("  \n".join([rader[0], " · ".join([*rader[1:], f"id {u['upload_id']}"])]))


def _lista(id_: str, vy: Vy, siffra: Siffra, poster: DataFrame) -> None:
    """The records with file, sheet, row and cell, and all of them as a file."""
    visade = poster.assign(kolumn=data.arbetsyta().cells(id_, poster)).dropna(axis=1, how="all")
    visade = visade.drop(columns=[*UTAN_NYTTA, "rad"], errors="ignore")
    visade = visade.rename(columns={"kolumn": "Cell"}).rename(columns=layout.kolumnord)
    antal = min(len(visade), FLEST_POSTER)
    st.caption(f"{text.tal(antal)} av {text.tal(len(visade))} poster, med fil, blad och cell i källan.")
    st.dataframe(visade.head(FLEST_POSTER), hide_index=True)
    st.download_button(
        "Hämta posterna som Excel",
        lambda: arbetsbok(
            list(visade.columns),
            ["text"] * len(visade.columns),
            visade.astype(object).where(visade.notna(), None).map(_cell).itertuples(index=False),
            [("Siffran", siffra.ord), *show.om_tabellen(id_, vy)],
        ),
        f"{id_}_poster.xlsx",
        hamta.XLSX,
        key=f"hamta-poster-{id_}",
        on_click="ignore",
    )


def _cell(v: Any) -> Any:
    """A value as a spreadsheet keeps it: time stamps as days, lists and the like as text."""
    if hasattr(v, "date"):
        return v.date()
    return v if v is None or isinstance(v, str | int | float) else str(v)
