"""R3: there is a whole number of the denominator that gives the stated share (GRIM). Class E."""

from fractions import Fraction

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.reconcile.shares import denominator, half, same_base
from kvalitet_metrics.text import lista, tal_kort


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every share that has no numerator of its own but a denominator, beside it or on the whole."""
    rader = [r for r in publicerat.rader if not r.ar_andring]
    taljare = {(r.indikator, r.bas[:3], r.jamforelse, r.cell) for r in rader if r.matt == "taljare"}
    namnare = [r for r in rader if r.matt == "namnare" and r.tal > 0]
    for andel in publicerat.andelar:
        if andel.ungefar or (andel.indikator, andel.bas[:3], andel.jamforelse, andel.cell) in taljare:
            continue
        n = denominator(andel, namnare)
        if n is not None:
            utfall.kontroll("R3", None if possible(andel, n.tal) else finding(andel, n, namnare))


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Reported shares with a number of answers but no numerator."""
    check(Publicerat.of(inlast.publicerade()), utfall)


def possible(andel: Rad, n: Fraction) -> bool:
    """True where some whole number of n rounds to the share."""
    return any(abs(100 * k / n - andel.tal) <= half(andel) for k in nearest(andel, n))


def nearest(andel: Rad, n: Fraction) -> tuple[Fraction, Fraction]:
    """The whole numbers below and above the share of n; never more than all of them."""
    under = Fraction(int(andel.tal * n / 100))
    return min(under, n), min(under + 1, n)


def finding(andel: Rad, n: Rad, namnare: list[Rad]) -> Fynd:
    """The sentence: which shares n can give, and whose n would give the stated one."""
    decimaler = max(1, andel.decimaler)
    mojliga = [(k, 100 * k / n.tal) for k in dict.fromkeys(nearest(andel, n.tal))]
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
