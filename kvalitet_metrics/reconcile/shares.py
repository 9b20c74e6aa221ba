"""What shares have in common: how exactly one is written, and which denominator it has."""

from fractions import Fraction

from kvalitet_metrics.reconcile.additivity import ANNAN_NAMNARE
from kvalitet_metrics.reconcile.rows import DIMENSIONER, HELHET, Rad, ordmangd

VAD = tuple(DIMENSIONER.index(d) for d in ("kategori", "underkategori"))
STAM = 5
"""Letters that two words have in common where one is made from the other: avslut, avslutsorsaker."""


def half(andel: Rad) -> Fraction:
    """Half of the last digit that was written."""
    return Fraction(1, 2 * 10**andel.decimaler)


def denominator(andel: Rad, namnare: list[Rad]) -> Rad | None:
    """The denominator with the same keys, else the one of the whole in the same table."""
    samma = [n for n in namnare if n.indikator == andel.indikator and same_base(n, andel)]
    egen = [n for n in samma if n.cell == andel.cell]
    if egen:
        return min(egen, key=lambda n: n.tabell != andel.tabell)
    om = f"{andel.namn} {' '.join(andel.delar.values())}".casefold()
    if any(ord_ in om for ord_ in ANNAN_NAMNARE):
        return None
    hela = [n for n in samma if n.tabell == andel.tabell and whole_of(n, andel) and related(n, andel)]
    return hela[0] if len({n.varde for n in hela}) == 1 else None


def same_base(n: Rad, andel: Rad) -> bool:
    """True where org, record type, period and whose value it is are equal."""
    return (*n.bas[:3], n.bas[4]) == (*andel.bas[:3], andel.bas[4])


def whole_of(n: Rad, andel: Rad) -> bool:
    """True where the denominator says nothing of category, and all else is the same."""
    return all(n.cell[nr] == (HELHET if nr in VAD else andel.cell[nr]) for nr in range(len(DIMENSIONER)))


def related(n: Rad, andel: Rad) -> bool:
    """True where the share's name speaks of what the denominator counts: at least half of its first words."""
    vad, om = ordmangd(n.storhet.split(",")[0]), ordmangd(andel.storhet)
    lika = [v for v in vad if any(v[:STAM] == o[:STAM] and len(o) >= STAM for o in om) or v in om]
    return 2 * len(lika) >= len(vad) and bool(lika)
