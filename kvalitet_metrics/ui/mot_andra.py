"""Reported values beside those of others: the short answer, the marks, and a table with a column per whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Serie, las
from kvalitet_metrics.charts.mening import varde
from kvalitet_metrics.charts.mot_andra import EGET, FORRA, MARKEN, andra, mot_andra, namn, vems
from kvalitet_metrics.charts.serie import UTAN_VARDE
from kvalitet_metrics.charts.varmekarta import nar_mal
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import data, html, layout, pa_sidan, show
from kvalitet_metrics.ui.filters import Vy

FLEST = 15
"""So many rows are drawn; the table has all of them."""
MANGA = 6
"""Where so many units have the same measure, its name is said once above them instead of in every row."""


def hamta(id_: str, vy: Vy) -> dict[str, list[Serie]]:
    """The values that somebody else's stands beside, by their unit: each with its newest such point.

    A value of a whole förvaltning and one of an enhet are rows of their own.
    """
    rader = data.tabell(id_, vy, "enhet")
    if rader.empty:
        return {}
    med = rader[[bool(j) or not text.saknas(m) for j, m in zip(rader.jamforelser, rader.mal, strict=True)]]
    svar = {}
    for enhet, del_ in med.groupby("matenhet", sort=True):
        serier = las(del_, _matt(id_, vy, str(enhet)))
        svar[str(enhet)] = [replace(s, namn=s.namn.removeprefix(f"{UTAN_VARDE} · ")) for s in serier]
    return svar


def i_ord(id_: str, grupper: dict[str, list[Serie]]) -> str:
    """The short answer: how many values reach their target. Others' values are no target."""
    d = INDIKATORER[id_]
    alla = [s for serier in grupper.values() for s in serier]
    natt = [nar_mal(s.sista, d.riktning_for(s.namn.split(" · ")[-1]).value) for s in alla]
    domda = [n for n in natt if n is not None]
    svar = f"{text.antal(len(alla), 'värde har', 'värden har')} något att jämföras med."
    if domda:
        svar += f" {text.tal(sum(domda))} av {text.tal(len(domda))} når sitt mål."
    return svar


def visa(id_: str, vy: Vy, grupper: dict[str, list[Serie]]) -> None:
    """A drawing and a table per unit of measurement; what many units have is drawn for itself."""
    for enhet, serier in grupper.items():
        matt = _matt(id_, vy, enhet)
        for vad, egna in _per_matt(serier).items():
            _visa(id_, egna, replace(matt, namn=f"{matt.namn} · {vad}") if vad else matt, vad)
    st.html(html.kalla(show.kallrad(id_)))


def _visa(id_: str, serier: Sequence[Serie], matt: Matt, vad: str) -> None:
    """One drawing with its table, which is opened on demand where it is long."""
    namn = [s.namn.removesuffix(f" · {vad}") for s in serier]
    ritade = [
        replace(s, namn=kort) for s, kort in zip(serier, namn, strict=True) if s.sista.varde is not None
    ]
    if ritade:
        _ritat(id_, ritade[:FLEST], len(ritade), matt)
    rubriker, rader, rubrik, hoger = _tabell(id_, serier, namn, matt)
    tabell = html.rutnat(rubriker, rader, rubrik, hoger, form="km-vid")
    if len(serier) <= FLEST:
        st.html(tabell)
        return
    with st.expander(f"Alla {text.antal(len(serier), 'värde', 'värden')} i en tabell"):
        st.html(tabell)


def _per_matt(serier: Sequence[Serie]) -> dict[str, list[Serie]]:
    """The series by what is measured, where that is measured at many units; all others under no name."""
    antal = Counter(s.namn.rpartition(" · ")[2] for s in serier if " · " in s.namn)
    svar: dict[str, list[Serie]] = {}
    for s in serier:
        vad = s.namn.rpartition(" · ")[2]
        svar.setdefault(vad if antal[vad] >= MANGA else "", []).append(s)
    return svar


def _matt(id_: str, vy: Vy, enhet: str) -> Matt:
    """The words of the indicator for values in one unit."""
    return replace(data.matt(id_, vy, "enhet"), enhet=enhet if enhet in text.SKRIV else "värde")


def _ritat(id_: str, serier: Sequence[Serie], av: int, matt: Matt) -> None:
    """The marks, with what each of them is."""
    tecken = [EGET, *vems(serier)]
    under = " · ".join(f"{MARKEN.get(v, ('', '×'))[1]} {namn(v)}" for v in tecken)
    rubrik = f"{matt.namn}: {text.antal(av, 'värde', 'värden')} bredvid andras och målen"
    if av > len(serier):
        under += f" · De {len(serier)} första visas, alla finns i tabellen. Välj enheter ovan för andra."
    st.html(html.rubrik(rubrik, under))
    alt = f"{rubrik}. Alla värden finns i tabellen under diagrammet."
    pa_sidan.diagram(mot_andra(serier, matt, layout.palett()), alt, f"mot-andra-{matt.namn}-{matt.enhet}")


def _tabell(
    id_: str, serier: Sequence[Serie], namnen: Sequence[str], matt: Matt
) -> tuple[list, list, str, list]:
    """Headings, rows, the name of the table, and which columns are numbers."""
    d = INDIKATORER[id_]
    kolumner = vems(serier)
    rader = []
    for s, namnet in zip(serier, namnen, strict=True):
        natt = nar_mal(s.sista, d.riktning_for(s.namn.split(" · ")[-1]).value)
        varden = andra(s.sista)
        rader.append(
            (
                namnet,
                s.sista.period,
                varde(s.sista, matt),
                *(text.vardetext(varden.get(v), matt.enhet) for v in kolumner),
                {True: "✓ når målet", False: "✗ når inte målet", None: ""}[natt],
            )
        )
    rubriker = ["Vad", "Period", text.stor_bokstav(EGET), *map(namn, kolumner), "Mot målet"]
    hoger = [False, False, *[True] * (len(kolumner) + 1), False]
    if not any(rad[-1] for rad in rader):
        rubriker, rader = rubriker[:-1], [rad[:-1] for rad in rader]
    rubrik = f"{matt.namn}, {matt.enhet}. {text.stor_bokstav(FORRA)} är perioden före."
    return rubriker, rader, rubrik, hoger


def svar(mening: str) -> None:
    """The short answer at the top of a page."""
    st.html(f'<p class="km-svar">{escape(mening)}</p>')
