"""R15: a word for everything («samtliga») against a share of the same thing that is not everything. Class P.

Only what stands in rows can be checked: a claim with the same indicator, unit and category as the shares.
"""

from collections import defaultdict
from fractions import Fraction

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import HELHET, Rad, periodord, plats
from kvalitet_metrics.text import lista, procent

ALLA = {"samtliga", "alla", "alltid", "varje", "100 %", "hundra procent"}
FRAGAN = 2
"""Category and subcategory: what is asked. Unit and group may be those of a part of what the claim covers."""
BRISTORD = ("överskrid", "överst", "försen", "sena", "saknas", "brist", "ej ", "inte ", "utan ")
"""Words of categories that count what should not be: «all in time» is then 0 % of them."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every claim with its shares in the periods that it covers."""
    for pastaende in publicerat.alla:
        if pastaende.matt != "text" or pastaende.skrivet.casefold() not in ALLA:
            continue
        andelar = [r for r in publicerat.andelar if about(r, pastaende)]
        if not andelar:
            continue
        brist = any(ord_ in f"{pastaende.delar['kategori']} ".casefold() for ord_ in BRISTORD)
        vantat = Fraction(0 if brist and not is_fault(pastaende.namn) else 100)
        utfall.kontroll("R15", finding(pastaende, andelar, vantat, publicerat))


def is_fault(namn: str) -> bool:
    """True where the claim itself is about what should not be: «samtliga saknas»."""
    return any(ord_ in f"{namn} ".casefold() for ord_ in BRISTORD)


def about(andel: Rad, pastaende: Rad) -> bool:
    """True for a share of the same thing within the claim's period."""
    return (
        (andel.org, andel.posttyp, andel.indikator) == (pastaende.org, pastaende.posttyp, pastaende.indikator)
        and all(hel in (HELHET, del_) for hel, del_ in zip(pastaende.cell, andel.cell, strict=True))
        and andel.cell[-FRAGAN:] == pastaende.cell[-FRAGAN:]
        and pastaende.period[0] <= andel.period[0]
        and andel.period[1] <= pastaende.period[1]
    )


def finding(pastaende: Rad, andelar: list[Rad], vantat: Fraction, publicerat: Publicerat) -> Fynd | None:
    """The sentence with the shares that say otherwise; None where all agree."""
    andra = [a for a in andelar if a.tal != vantat]
    if not andra:
        return None
    beraknat = together(andelar, publicerat)
    sagda = lista([f"{a.som_skrivet} ({periodord(a)})" for a in andra])
    rakna = f" Tillsammans är det {procent(beraknat / 100)}." if beraknat is not None else ""
    text = (
        f"{pastaende.beskrivning} säger «{pastaende.skrivet}», men {andra[0].tabell} anger {sagda}.{rakna} "
        f"Det stämmer om "
        "påståendet avgränsas till den period det gäller."
    )
    return Fynd("R15", "P", plats(pastaende, *andra), vantat, beraknat, text)


def together(andelar: list[Rad], publicerat: Publicerat) -> Fraction | None:
    """The share of all periods together, where every one has its counts."""
    tal: dict[str, list[Fraction]] = defaultdict(list)
    for a in andelar:
        for r in publicerat.rader:
            if r.matt in ("taljare", "namnare") and (r.indikator, r.cell, r.period, r.tabell) == (
                a.indikator,
                a.cell,
                a.period,
                a.tabell,
            ):
                tal[r.matt].append(r.tal)
    if len(tal["taljare"]) != len(andelar) or len(tal["namnare"]) != len(andelar) or not sum(tal["namnare"]):
        return None
    return 100 * sum(tal["taljare"], Fraction(0)) / sum(tal["namnare"], Fraction(0))
