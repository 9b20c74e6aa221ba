"""R7: what adds and what does not. Shares of a distribution are at most 100 % together (E).

A declared multi, subset or utdrag whose sum differs is noted as M and does not alarm.
"""

from collections import defaultdict
from fractions import Fraction

from kvalitet_metrics.reconcile.additivity import declared
from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import HELHET, Rad, plats
from kvalitet_metrics.reconcile.rules.r01_summor import uttryck
from kvalitet_metrics.reconcile.shares import half
from kvalitet_metrics.text import med_tecken, tal_kort

HELA = 100
FLERA = 2
SAMMA = "Samma ärenden står på flera rader."


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Distributions of shares, and the sums that are declared not to be sums."""
    distributions(publicerat, utfall)
    for d in publicerat.delningar():
        if publicerat.covered(d):
            utfall.per_regel["R7"] += 1
            tal = f"anger {tal_kort(d.helhet.tal)}, raderna ger {uttryck(d)}"
            text = f"{d.helhet.beskrivning} {tal}. {d.skal or SAMMA}"
            utfall.notera(Fynd("R7", "M", plats(d.helhet, *d.delar), d.helhet.tal, d.beraknat, text))


def distributions(publicerat: Publicerat, utfall: Utfall) -> None:
    """Shares with one name that differ only in category."""
    for dimension in ("kategori", "underkategori"):
        grupper: dict[object, list[Rad]] = defaultdict(list)
        for r in publicerat.andelar:
            grupper[(r.tabell, r.indikator, r.storhet, r.bas, r.utan(dimension))].append(r)
        for rader in grupper.values():
            delar = [r for r in rader if r.etikett(dimension) != HELHET]
            hel = next((r for r in rader if dimension in r.totalt_i), None)
            if len(delar) < FLERA or declared(delar[0], dimension, publicerat.egna)[0] in ("multi", "subset"):
                continue
            if hel is None or hel.tal == HELA:
                add_up(delar, hel, utfall)
            elif hel.tal > max(r.tal for r in delar) and adds_to_all(delar):
                text = (
                    f"{hel.beskrivning}: summan är {hel.som_skrivet}, men delarna är tillsammans 100 %. "
                    "Det stämmer om summan är 100 %."
                )
                utfall.kontroll("R7", Fynd("R7", "E", plats(hel, *delar), hel.tal, HELA, text))


def adds_to_all(delar: list[Rad]) -> bool:
    """True for shares that are the whole together, as far as their rounding tells."""
    return abs(sum((r.tal for r in delar), Fraction(-HELA))) <= sum((half(r) for r in delar), Fraction(0))


def add_up(delar: list[Rad], hel: Rad | None, utfall: Utfall) -> None:
    """The parts against 100, with half of the last digit for each."""
    summa = sum((r.tal for r in delar), Fraction(0))
    slack = sum((half(r) for r in delar), Fraction(0))
    for_mycket, for_lite = summa - HELA > slack, hel is not None and HELA - summa > slack
    if not for_mycket and not for_lite:
        utfall.kontroll("R7")
        return
    text = (
        f"{(hel or delar[0]).beskrivning}: andelarna är tillsammans {tal_kort(summa, 2)} %, "
        f"{med_tecken(summa - HELA, 1)} procentenheter från 100. Det stämmer om en andel är en annan"
        + (
            ", eller om flera svar får ges (deklarera då multi)."
            if for_mycket
            else ", eller om en rad saknas."
        )
    )
    rader = [hel, *delar] if hel else delar
    utfall.kontroll("R7", Fynd("R7", "E", plats(*rader), summa, HELA, text))
