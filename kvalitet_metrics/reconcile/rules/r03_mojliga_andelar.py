"""R3: there is a whole number of the denominator that gives the stated share (GRIM). Class E."""

from fractions import Fraction

from kvalitet_metrics.reconcile.additivity import ANNAN_NAMNARE
from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import DIMENSIONER, HELHET, Rad, ordmangd, plats
from kvalitet_metrics.reconcile.rules.r02_andelar import half
from kvalitet_metrics.text import lista, tal_kort

VAD = tuple(DIMENSIONER.index(d) for d in ("kategori", "underkategori"))
STAM = 5
"""Letters that two words have in common where one is made from the other: avslut, avslutsorsaker."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every share that has no numerator of its own but a denominator, beside it or on the whole."""
    rader = [r for r in publicerat.rader if not r.ar_andring]
    taljare = {(r.indikator, r.bas[:3], r.jamforelse, r.cell) for r in rader if r.matt == "taljare"}
    namnare = [r for r in rader if r.matt == "namnare" and r.tal > 0]
    for andel in publicerat.andelar:
        if (andel.indikator, andel.bas[:3], andel.jamforelse, andel.cell) in taljare:
            continue
        n = denominator(andel, namnare)
        if n is not None:
            utfall.kontroll("R3", None if possible(andel, n.tal) else finding(andel, n, namnare))


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Reported shares with a number of answers but no numerator."""
    check(Publicerat.of(inlast.publicerade()), utfall)


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


def possible(andel: Rad, n: Fraction) -> bool:
    """True where some whole number of n rounds to the share."""
    return any(abs(100 * k / n - andel.tal) <= half(andel) for k in nearest(andel, n))


def nearest(andel: Rad, n: Fraction) -> tuple[Fraction, Fraction]:
    """The whole numbers below and above the share of n."""
    under = Fraction(int(andel.tal * n / 100))
    return under, under + 1


def finding(andel: Rad, n: Rad, namnare: list[Rad]) -> Fynd:
    """The sentence: which shares n can give, and whose n would give the stated one."""
    decimaler = max(1, andel.decimaler)
    mojliga = [(k, 100 * k / n.tal) for k in nearest(andel, n.tal)]
    narmast = min(mojliga, key=lambda m: abs(m[1] - andel.tal))[1]
    andra = [
        s
        for s in namnare
        if s.indikator == andel.indikator
        and same_base(s, andel)
        and s.tal != n.tal
        and possible(andel, s.tal)
    ]
    grupper = lista([f"{s.beskrivning} ({tal_kort(s.tal)})" for s in andra], "eller")
    text = (
        f"{andel.beskrivning}: {andel.som_skrivet} går inte att få av {tal_kort(n.tal)}. Närmast är "
        + lista([f"{tal_kort(p, decimaler)} % ({tal_kort(k)})" for k, p in mojliga])
        + (
            f". Det stämmer om andelen avser {grupper}."
            if andra
            else ". Det stämmer om andelen är någon av dem, eller om nämnaren är en annan."
        )
    )
    return Fynd("R3", "E", plats(andel, n), andel.tal, narmast, text)
