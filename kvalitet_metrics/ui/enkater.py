"""What those answer who are asked: positive answers per survey and question, beside who did not answer."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts import Matt, Serie
from kvalitet_metrics.charts.jamforelse import jamforelse
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.charts.mening import intervall, underlag, varde
from kvalitet_metrics.charts.serie import Punkt, nyaste
from kvalitet_metrics.ui import data, html, layout, pa_sidan, show
from kvalitet_metrics.ui.filters import Vy

POSITIVA, SVARSFREKVENS = "enkat_andel_positiva", "enkat_svarsfrekvens"
FLEST_FRAGOR = 8
LAG = 0.5
"""Where fewer than half have answered, the others may think something else."""


def laget(vy: Vy) -> list[Mening]:
    """The questions that stand out, and how many have answered."""
    fragor = visade(vy, "fraga")
    if not fragor:
        return []
    matt = data.matt(POSITIVA, vy, "fraga")
    sagt = [
        (f"{ord_}:", f"«{s.namn}» {varde(s.sista, matt)} positiva ({underlag(s.sista, matt)}).")
        for ord_, s in {"Lägst": fragor[0], "Högst": fragor[-1]}.items()
    ]
    under = [s for s in fragor if mot_helheten(s.sista, hela(vy)) == UNDER]
    if under:
        antal = text.antal(len(under), "fråga", "frågor")
        sagt.append(("Under helheten,", f"mer än vad slumpen förklarar: {antal} av {len(fragor)}."))
    dolda = [s for s in data.serier_eller_inga(POSITIVA, vy, "fraga") if s.sista.dold]
    if dolda:
        sagt.append(("För få svar för att visas:", f"{text.antal(len(dolda), 'fråga', 'frågor')}."))
    return [*sagt, _svarat(vy)]


def _svarat(vy: Vy) -> Mening:
    """How many of the surveys say how many were asked, and where few have answered."""
    enkater, svarade = visade(vy, "kategori"), frekvenser(vy)
    kanda = {s.namn: svarade[s.namn] for s in enkater if s.namn in svarade}
    laga = [f"{namn} ({text.procent(p.varde, 0)})" for namn, p in kanda.items() if (p.varde or 0) < LAG]
    tillagg = f" Under hälften svarade i {text.lista(laga)}." if laga else ""
    return (
        "Svarsfrekvens",
        f"sägs för {len(kanda)} av {text.antal(len(enkater), 'enkät', 'enkäter')}.{tillagg}",
    )


def fragor(vy: Vy) -> None:
    """The questions that stand out as a chart, and every question as a table with what it rests on."""
    serier = visade(vy, "fraga")
    if not serier:
        return
    show.rubrik("Vad är de minst nöjda med?")
    matt = data.matt(POSITIVA, vy, "fraga")
    forst, lagst = serier[:FLEST_FRAGOR], serier[0]
    n = f"De {text.tal(len(forst))} minst positiva av {text.tal(len(serier))} frågor"
    under = (
        f"{n if len(serier) > len(forst) else 'Alla frågor'}, andel positiva i procent · {lagst.sista.period}"
    )
    rubrik = f"«{lagst.namn}» har minst andel positiva svar, {varde(lagst.sista, matt)}."
    st.html(html.rubrik(rubrik, under))
    alt = f"{rubrik} {under}. Alla värden finns i tabellen under diagrammet."
    pa_sidan.diagram(jamforelse(forst, matt, layout.palett()), alt, f"fragor-{vy.period}")
    st.html(html.kalla(show.kallrad(POSITIVA)))
    sagt, helheten = data.utlatanden(POSITIVA, vy, "fraga"), hela(vy)
    rader = [
        (
            *_gemensamt(s, matt),
            intervall(s.sista, matt),
            mot_helheten(s.sista, helheten),
            sagt[s.namn]["kort"],
        )
        for s in serier
    ]
    rubriker = ("Fråga", *GEMENSAMT, f"95{text.NBSP}% intervall", "Mot helheten", "Mot förra mätningen")
    st.html(html.rutnat(rubriker, rader, f"Alla frågor. {vy.i_ord()}", HOGER[:5], form="km-vid"))


def enkater(vy: Vy) -> None:
    """Every survey with how many answered, of how many, and what it says against the one before."""
    serier = visade(vy, "kategori")
    if not serier:
        return
    show.rubrik("Vem svarade, och vem svarade inte?")
    matt, svarade = data.matt(POSITIVA, vy, "kategori"), frekvenser(vy)
    sagt = data.utlatanden(POSITIVA, vy, "kategori")
    rader = [(*_gemensamt(s, matt), *_frekvens(svarade.get(s.namn))) for s in serier]
    rubriker = ("Enkät", *GEMENSAMT, "Svarsfrekvens", "Svarade av")
    _tabell(f"Enkäter. {vy.i_ord()}", rubriker, rader, [sagt[s.namn] for s in serier])
    st.caption("Svarsfrekvensen går bara att räkna där källan säger hur många som fick enkäten.")


GEMENSAMT = ("Period", "Positiva", "Positiva av svaren", "Utan svar")
HOGER = (False, False, True, True, True)
"""What both tables have beside the name, and which columns hold numbers."""


def _tabell(
    rubrik: str,
    rubriker: Sequence[str],
    rader: Sequence[tuple[str, ...]],
    sagt: Sequence[Mapping[str, Any]],
) -> None:
    """A table with what is said against the measurement before, in a column or once where there is none."""
    if all(u["skal"] == "en period" for u in sagt):
        st.html(html.rutnat(rubriker, rader, rubrik, HOGER, form="km-vid"))
        st.caption("Det finns ingen tidigare mätning att jämföra med.")
        return
    med = [(*rad, u["kort"]) for rad, u in zip(rader, sagt, strict=True)]
    st.html(html.rutnat((*rubriker, "Mot förra mätningen"), med, rubrik, HOGER, form="km-vid"))


def _gemensamt(serie: Serie, matt: Matt) -> tuple[str, ...]:
    """The cells that both tables have."""
    p = serie.sista
    return serie.namn, p.period, varde(p, matt), underlag(p, matt), text.tal(p.bortfall)


def _frekvens(punkt: Punkt | None) -> tuple[str, str]:
    """The share who answered and their number, as far as the source says it."""
    if punkt is None:
        return "sägs inte", ""
    av = "" if punkt.namnare is None else f"{text.tal_kort(punkt.taljare)} av {text.tal_kort(punkt.namnare)}"
    return text.procent(punkt.varde), av


UNDER, OVER = "under, mer än slump", "över, mer än slump"


def mot_helheten(punkt: Punkt, helheten: float | None) -> str:
    """How a share stands against that of all questions together; empty where it may be chance."""
    if helheten is None or punkt.nedre is None or punkt.ovre is None:
        return ""
    return UNDER if punkt.ovre < helheten else OVER if punkt.nedre > helheten else ""


def visade(vy: Vy, by: str) -> list[Serie]:
    """The series with a figure in the newest period, the least positive first."""
    serier = data.serier_eller_inga(POSITIVA, vy, by)
    if not serier:
        return []
    nyast = nyaste(serier).start
    med = [s for s in serier if s.sista.varde is not None and s.sista.start == nyast and not s.saknas]
    return sorted(med, key=lambda s: s.sista.varde or 0)


def hela(vy: Vy) -> float | None:
    """The share of all questions together in the newest period."""
    return next((s.sista.varde for s in data.serier_eller_inga(POSITIVA, vy)), None)


def frekvenser(vy: Vy) -> dict[str, Punkt]:
    """The newest share who answered, by survey, where the source says it."""
    return {s.namn: s.sista for s in data.serier_eller_inga(SVARSFREKVENS, vy) if s.sista.varde is not None}
