"""The state of a topic in a few sentences: how it stands, what has changed, and what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.serie import Matt, Serie, nyaste

Mening = tuple[str, str]
"""A sentence: what it is about, which is written bold, and what is said of it."""

ANDRAT = {"sämre": "Sämre", "bättre": "Bättre", "högre": "Högre än förut", "lägre": "Lägre än förut"}
"""Outcomes of a verdict that a change has been shown by, in the order that they are told."""
LITET = "litet underlag"


@dataclass(frozen=True, eq=False)
class Del:
    """One indicator of the topic: its words, its figures as a whole, and the verdict on the newest of them.

    andring: the verdict on its change, which may be over shorter periods than those of the figures.
    """

    matt: Matt
    serie: Serie
    utlatande: Mapping[str, Any]
    andring: Mapping[str, Any]

    @property
    def visas(self) -> bool:
        """True where its newest figure may be seen and is there."""
        return not self.serie.sista.dold and not text.saknas(self.serie.sista.varde)

    @property
    def jamforbar(self) -> bool:
        """True for a share with a direction that rests on cases enough: it can be set beside the others."""
        andel = self.matt.enhet == "andel" and self.matt.riktning != "neutral"
        return andel and self.visas and self.utlatande["skal"] != LITET

    @property
    def godhet(self) -> float:
        """How good a share is, 0 to 1, whichever way is better."""
        andel = float(self.serie.sista.varde or 0)
        return andel if self.matt.riktning == "hogre" else 1 - andel


def laget(delar: Sequence[Del]) -> list[Mening]:
    """The figures in their given order, then what has changed, then what cannot be told; none of nothing."""
    andelar = sorted((d for d in delar if d.jamforbar), key=lambda d: d.godhet)
    plats = {}
    if len(andelar) > 1 and andelar[0].godhet < andelar[-1].godhet:
        plats = {andelar[0]: ", svagast av måtten", andelar[-1]: ", starkast av måtten"}
    sagt = [_om_en(d, plats.get(d, "")) for d in delar if d.visas]
    return [*sagt, *_andrat(delar), *_inte_sagt(delar)]


def storst(serier: Sequence[Serie], matt: Matt) -> list[Mening]:
    """The largest part of the newest period; nothing where no part may be seen."""
    med = [s for s in serier if not (s.saknas or s.sista.dold or not s.sista.varde)]
    if not med:
        return []
    nyast = nyaste(med).start
    hogst = max((s for s in med if s.sista.start == nyast), key=lambda s: s.sista.varde or 0)
    ur = underlag(hogst.sista, matt)
    om = f"Vanligaste {matt.by_ord.lower()} {hogst.sista.period}:"
    return [(om, f"{hogst.namn}, {varde(hogst.sista, matt)}{f' ({ur})' if ur else ''}.")]


def _om_en(d: Del, plats: str) -> Mening:
    """The newest figure of one indicator, on what it rests, and whether its target is reached."""
    p = d.serie.sista
    visat = f"hälften inom {varde(p, d.matt)}" if d.matt.enhet == "dagar" else varde(p, d.matt)
    ur = underlag(p, d.matt)
    mal = d.utlatande["mal"]
    malet = text.procent(mal["varde"], 0) if mal and d.matt.enhet == "andel" else ""
    malet = malet or (text.vardetext(mal["varde"], d.matt.enhet) if mal else "")
    nas = f", målet {malet} {'nås' if mal['nas'] else 'nås inte'}" if mal else ""
    return f"{d.matt.namn} {p.period}:", f"{visat}{f' ({ur})' if ur else ''}{plats}{nas}."


def _andrat(delar: Sequence[Del]) -> list[Mening]:
    """What has changed more than chance explains, and what has not."""
    sagt = []
    for utfall, ord_ in ANDRAT.items():
        if med := [_med_andring(d) for d in delar if d.andring["utfall"] == utfall]:
            sagt.append((f"{ord_}:", f"{text.lista(med)}."))
    lika = [d.matt.namn for d in delar if d.andring["utfall"] == "ingen säker förändring"]
    return [*sagt, ("Ingen säker förändring:", f"{text.lista(lika)}.")] if lika else sagt


def _med_andring(d: Del) -> str:
    """An indicator and how much it has changed, since when."""
    return f"{d.matt.namn} ({_liten(d.andring['kort'].removesuffix(', ' + d.andring['utfall']))})"


def _inte_sagt(delar: Sequence[Del]) -> list[Mening]:
    """What is hidden, and of what no change can be told and why, each reason once."""
    dolda = [d.matt.namn for d in delar if d.serie.sista.dold]
    sagt = [(f"{text.stor_bokstav(text.DOLD_VARFOR)}:", f"{text.lista(dolda)}.")] if dolda else []
    tysta = [d for d in delar if d.visas and d.andring["utfall"] == "inget utlåtande"]
    if tysta:
        skal = dict.fromkeys(_liten(d.andring["kort"]).removeprefix("jämförs inte: ") for d in tysta)
        vilka = f" för {text.tal(len(tysta))} mått" if len(delar) > 1 else ""
        sagt.append((f"Om förändring går inget att säga{vilka}:", f"{text.lista(skal)}."))
    return sagt


def _liten(mening: str) -> str:
    """The words with a small first letter, for the middle of a sentence."""
    return mening[:1].lower() + mening[1:]
