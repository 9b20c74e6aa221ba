"""Kolada and Öppna jämförelser: a municipality's newest values beside the country's and those of our own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.kommuner import KALLOR, lank
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.model import JAMFORELSER
from kvalitet_metrics.ui import data, html, show
from kvalitet_metrics.ui.filters import STANDARD, Vy

PROFILERNA = ("kolada", "jamforelse_per_kommun")
EGEN, EGEN_KOD = "Stockholm", "0180"
"""The city that the organisation is a part of: some files write its name, some its code."""
KOLADA_ID = re.compile(r"[A-Z]\d{5}")
Rad = Mapping[str, Any]


def visa(vy: Vy) -> None:
    """The section with its choice of municipality; a sentence on what to load where there is nothing."""
    show.rubrik("Kolada och Öppna jämförelser")
    rader = data.kommuner(vy)
    kommuner = sorted({_namn(r["kommun"]) for r in rader if r["vems"] == "kommun"}, key=_plats)
    if not kommuner:
        _inget(vy)
        return
    vald = st.selectbox("Kommun", kommuner, key="jamfor-kommun", width=480)
    nyast = _nyast([r for r in rader if r["vems"] == "kommun" and _namn(r["kommun"]) == vald])
    lankar = {x for r in nyast if (x := lank(r["kategori"]))}
    rubriker, tabell = _tabell(nyast, rader, vy, vald)
    hoger = [False, False, *[True] * (len(rubriker) - 2)]
    st.html(html.rutnat(rubriker, tabell, f"{vald}: senaste året med värde", hoger, form="km-vid"))
    for x in sorted(lankar, key=lambda x: x.ord):
        st.warning(f"**Olika definitioner, {INDIKATORER[x.indikator].namn.lower()}.** {x.skillnad}")
    _kallor({r["kalla"] for r in nyast})
    if any(KOLADA_ID.fullmatch(r["kategori"]) for r in nyast):
        st.caption(
            "JSON från Kolada har bara nyckeltalens id, så inget av våra mått kan ställas bredvid dem. Spara "
            "tabellen som Excel för att få namnen."
        )


def _inget(vy: Vy) -> None:
    """What to load, or that the years hold nothing."""
    namn = text.lista((f"«{PROFILER[p].namn}» ({PROFILER[p].kallsystem})" for p in PROFILERNA), "eller")
    st.info(
        f"Inga värden om kommuner för de år som är valda ({vy.i_ord()}). Välj andra år, eller läs in"
        f" en fil: {namn}."
    )
    st.page_link("pages/ladda_upp.py", label="Läs in en fil")


def _kallor(kallor: set[str]) -> None:
    """Who has published the values, and what to look at before they are compared."""
    namngivna = " ".join(mening for kalla, mening in KALLOR.items() if kalla in kallor)
    st.info(
        f"{namngivna} Värdena är inte omräknade. De kan vara räknade på ett annat sätt än era egna mått, och"
        " stadsdelar är inte kommuner i Kolada. Jämför nivåer först när definitionerna är desamma."
    )


def _tabell(
    nyast: Sequence[Rad], alla: Sequence[Rad], vy: Vy, vald: str
) -> tuple[list[str], list[list[str]]]:
    """Headings and rows; what no row has is left out."""
    riket = {_vad(r): r for r in alla if r["vems"] == "riket"}
    rubriker = ["Nyckeltal", "År", vald, *(text.stor_bokstav(JAMFORELSER[v]) for v in ("lan", "riket"))]
    rubriker.append("Vårt mått")
    rader = [
        [
            _etikett(r),
            r["period"],
            _skrivet(r["varde"], r["matenhet"]),
            _skrivet(r["jamforelser"].get("lan"), r["matenhet"], ""),
            _rikets(r, riket.get(_vad(r))),
            _eget(r, vy),
        ]
        for r in nyast
    ]
    med = [i for i in range(len(rubriker)) if i < 3 or any(rad[i] for rad in rader)]
    return [rubriker[i] for i in med], [[rad[i] for i in med] for rad in rader]


def _nyast(rader: Sequence[Rad]) -> list[Rad]:
    """The newest row of each figure, one with a value before one without."""
    funna: dict[tuple, Rad] = {}
    for r in sorted(rader, key=lambda r: (r["varde"] is not None, r["period_start"])):
        funna[_vad(r)[1:]] = r
    return sorted(funna.values(), key=lambda r: (text.sortnyckel(_etikett(r)), r["kalla"]))


def _vad(r: Rad) -> tuple:
    """What a value is of: its year, source, table, name and kön."""
    return r["period_start"], r["kalla"], r["typ"], r["kategori"], r["kon"]


def _etikett(r: Rad) -> str:
    """The name of the figure, with its kön where the value is not of both."""
    return " · ".join(filter(None, (r["kategori"], r["kon"])))


def _rikets(r: Rad, rikets: Rad | None) -> str:
    """The country's value of the same year: the one beside the municipality's, or a row of its own."""
    if "riket" in r["jamforelser"]:
        return _skrivet(r["jamforelser"]["riket"], r["matenhet"])
    return _skrivet(rikets["varde"], rikets["matenhet"]) if rikets else ""


def _eget(r: Rad, vy: Vy) -> str:
    """Our own value of the same year and of how many; nothing where none of ours resembles the figure."""
    x = lank(r["kategori"])
    if x is None or r["kon"]:
        return ""
    serier = data.serier_eller_inga(x.indikator, replace(vy, period=STANDARD, inom=x.inom))
    punkt = next((p for s in serier for p in s.punkter if p.start == r["period_start"]), None)
    if punkt is None:
        return "inga uppgifter det året"
    if punkt.dold:
        return text.DOLD
    varde = text.vardetext(getattr(punkt, x.kolumn), INDIKATORER[x.indikator].enhet)
    return f"{x.vad} {varde} ({text.tal(punkt.namnare)} st)"


def _skrivet(varde: float | None, enhet: str | None, saknas: str = text.SAKNAS) -> str:
    """A published value in its unit; an answer yes or no is a word, and a share of such answers a share."""
    if enhet == "ja/nej" and varde in (0, 1):
        return "ja" if varde else "nej"
    if varde is None:
        return saknas
    if enhet in ("andel", "ja/nej"):
        return text.procent(varde)
    decimaler = next((d for d in (0, 1) if round(varde, d) == varde), 2)
    return text.tal(varde, decimaler)


def _namn(kommun: str) -> str:
    """A municipality as it is read: our own by name also where the file has its code."""
    return EGEN if kommun == EGEN_KOD else kommun


def _plats(kommun: str) -> tuple:
    """Our own municipality first, then in alphabetical order."""
    return kommun != EGEN, text.sortnyckel(kommun)
