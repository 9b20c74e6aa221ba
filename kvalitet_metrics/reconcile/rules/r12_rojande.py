"""R12: what can be worked out though it is not written. Class P.

A total with its share, and the shares of two groups, are equations in whole numbers: 60 cases, 47 %, 66 %
and 29 % have one solution. A group with a known number needs no solving. Bounded: two groups, LARGEST cases.
"""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import HELHET, Rad, plats
from kvalitet_metrics.reconcile.shares import half, same_base
from kvalitet_metrics.text import antal, tal_kort

LARGEST = 2000
TVA = 2
DIMENSIONER = ("kon", "grupp", "enhet")

Losning = tuple[int, int, int]
"""Number in the first group, and the numerators of both."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every whole with a share and a number whose two groups have shares and no numbers."""
    namnare = [r for r in publicerat.rader if r.matt == "namnare"]
    for dimension in DIMENSIONER:
        grupper: dict[object, list[Rad]] = defaultdict(list)
        for r in publicerat.andelar:
            grupper[(r.tabell, r.indikator, r.bas, r.utan(dimension))].append(r)
        for rader in grupper.values():
            hel = [r for r in rader if r.etikett(dimension) == HELHET]
            delar = [r for r in rader if r.etikett(dimension) != HELHET]
            if len(hel) == 1 and len(delar) == TVA:
                n = [x for x in namnare if belongs(x, hel[0])]
                kanda = [x for x in namnare for d in delar if belongs(x, d)]
                if n and not kanda and n[0].tal <= LARGEST:
                    solve(n[0], hel[0], delar[0], delar[1], utfall)


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Reported shares by sex with the number of all."""
    check(Publicerat.of(inlast.publicerade()), utfall)


def belongs(namnare: Rad, andel: Rad) -> bool:
    """True for the denominator of a share."""
    return namnare.indikator == andel.indikator and namnare.cell == andel.cell and same_base(namnare, andel)


def solve(n: Rad, hel: Rad, a: Rad, b: Rad, utfall: Utfall) -> None:
    """A finding where the groups' numbers can be worked out, or where there are no such numbers."""
    losningar = []
    for losning in solutions(int(n.tal), hel, a, b):
        losningar.append(losning)
        if len(losningar) == TVA:
            break
    if len(losningar) == TVA:
        utfall.kontroll("R12")
        return
    vad = (
        f"{hel.beskrivning}: av {tal_kort(n.tal)} med {hel.som_skrivet}, {a.som_skrivet} och {b.som_skrivet} "
    )
    if not losningar:
        text = f"{vad}finns inga två grupper i hela tal. Det stämmer om en andel eller antalet är ett annat."
        utfall.kontroll("R12", Fynd("R12", "P", plats(hel, n, a, b), None, None, text))
        return
    i_a, ja_a, ja_b = losningar[0]
    i_b = int(n.tal) - i_a
    text = (
        f"{vad}går det att räkna ut antalen: {ja_a} av {i_a} i gruppen {group(a)} och {ja_b} av {i_b} i "
        f"gruppen {group(b)}. "
        "Antalen är inte publicerade. Avrunda mer, eller utelämna den ena andelen."
    )
    utfall.kontroll("R12", Fynd("R12", "P", plats(hel, n, a, b), None, Fraction(i_a), text))


def group(rad: Rad) -> str:
    """The label that the row is alone with."""
    return (
        rad.delar.get("kon")
        or rad.delar.get("grupp")
        or rad.delar.get("enhet")
        or antal(1, "grupp", "grupper")
    )


def solutions(n: int, hel: Rad, a: Rad, b: Rad) -> Iterator[Losning]:
    """Every way to divide n in two groups that gives the three shares as they are written."""
    i_alla = set(numerators(hel, n))
    for i_a in range(1, n):
        for ja_a in numerators(a, i_a):
            for ja_b in numerators(b, n - i_a):
                if ja_a + ja_b in i_alla:
                    yield i_a, ja_a, ja_b


def numerators(andel: Rad, n: int) -> range:
    """The whole numbers of n that are written as the share."""
    return range(
        max(0, ceil((andel.tal - half(andel)) * n / 100)),
        min(n, floor((andel.tal + half(andel)) * n / 100)) + 1,
    )
