"""Can the figures be trusted? The answer in a few sentences, before all that it rests on."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.kallor import Kalla
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import data, html, innehall, kallor, quality, reconcile
from kvalitet_metrics.ui.filters import Vy

FLEST = 3
"""So many things of one kind are named."""


def visa(vy: Vy, delar: Sequence[str]) -> None:
    """The sentences, beside the way to each part of the page."""
    svar, hopp = st.columns([3, 2], gap="large")
    with svar:
        st.html(html.laget(meningar(vy)))
    with hopp:
        innehall.lista(delar)


def meningar(vy: Vy) -> list[Mening]:
    """The short answer, then one sentence for each thing that it rests on."""
    avstamt = reconcile.inlast()
    alla, idag = kallor.alla(), date.today()
    sena = [k for k in alla if k.forsenad(idag)]
    med_hal = [k for k in alla if k.hal]
    utelamnade = sum(k.utelamnade for k in alla)
    forbehall = [
        _n(len(avstamt["fynd"]), "sak stämmer inte", "saker stämmer inte"),
        _n(len(med_hal), "källa har luckor", "källor har luckor"),
        _n(len(sena), "väntad export är inte inläst", "väntade exporter är inte inlästa"),
        _n(utelamnade, "rad med fel är inte med", "rader med fel är inte med"),
    ]
    har = text.lista(filter(None, forbehall))
    svar = f"Med förbehåll: {har}." if har else "Ja, så långt det går att pröva i det som är inläst."
    senast = max(k.senast for k in alla)
    filer = text.antal(sum(k.filer for k in alla), "fil", "filer")
    return [
        ("Kort svar:", svar),
        ("Avstämning:", reconcile.dom(avstamt)),
        ("Källor:", f"{filer} från {text.antal(len(alla), 'källa', 'källor')}, senast inläst {senast}."),
        *_kallor("Luckor:", med_hal, "mellan två filer saknas det en i"),
        *_kallor("Väntar på:", sena, "nästa export av"),
        *_bortfall(vy),
        *quality.tysta(vy, quality.RAPPORTERAS),
        *_namn(),
    ]


def _n(antal: int, en: str, flera: str) -> str:
    """A count with its words; nothing of none."""
    return text.antal(antal, en, flera) if antal else ""


def _kallor(om: str, vilka: list[Kalla], sagt: str) -> list[Mening]:
    """Sources of one kind, the first of them by name."""
    namn = [f"{k.slag} ({k.forvaltning})" for k in vilka[:FLEST]]
    fler = [f"{len(vilka) - FLEST} till"] if len(vilka) > FLEST else []
    return [(om, f"{sagt} {text.lista([*namn, *fler])}.")] if vilka else []


def _bortfall(vy: Vy) -> list[Mening]:
    """The indicator that lacks the largest share of its records."""
    funna = [u for u in kallor.underlag(vy) if u.andel]
    if not funna:
        return [("Bortfall:", "inget mått saknar uppgift i sina poster.")]
    u = max(funna, key=lambda u: u.andel)
    namn = INDIKATORER[u.id_].namn
    return [("Bortfall:", f"störst i «{namn}», {text.procent(u.andel)} av posterna {u.period}.")]


def _namn() -> list[Mening]:
    """Labels that nobody has said the meaning of."""
    antal = len(data.arbetsyta().label_queue())
    if not antal:
        return []
    vantar = text.antal(antal, "namn väntar på besked", "namn väntar på besked")
    return [("Nya namn:", f"{vantar} på Ladda upp och räknas så länge som de står.")]
