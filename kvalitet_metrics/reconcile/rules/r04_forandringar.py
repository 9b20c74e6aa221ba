"""R4: a stated change is the difference of the two values, in its own unit. Class E in one table, else X."""

from fractions import Fraction

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.reconcile.shares import half
from kvalitet_metrics.text import med_tecken, tal_kort

VARDEN = {"procentenheter": ("andel", "index"), "antal": ("antal", "taljare"), "andel": ("antal", "taljare")}
"""What a change is a change of: points of shares, a number of numbers, a percentage of numbers."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every row of change whose two values are published."""
    for andring in (r for r in publicerat.rader if r.ar_andring):
        nu = best(
            andring, [r for r in publicerat.rader if is_value(r, andring) and r.period == andring.period]
        )
        fore = previous(andring, publicerat)
        if nu is not None and fore is not None and (andring.matt != "andel" or fore.tal):
            compare(andring, nu, fore, utfall)


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Reported changes against reported values."""
    check(Publicerat.of(inlast.publicerade()), utfall)


def is_value(r: Rad, andring: Rad) -> bool:
    """True for a value that the change may be about."""
    return (
        not r.ar_andring
        and r.egen
        and r.matt in VARDEN.get(andring.matt, ())
        and r.indikator == andring.indikator
        and (r.org, r.posttyp, r.cell) == (andring.org, andring.posttyp, andring.cell)
    )


def previous(andring: Rad, publicerat: Publicerat) -> Rad | None:
    """The value of the nearest earlier period of the same kind."""
    tidigare = [
        r
        for r in publicerat.rader
        if is_value(r, andring)
        and r.period_typ == andring.period_typ
        and r.period[1]
        and r.period[1] < andring.period[0]
    ]
    sist = max((r.period for r in tidigare), default=None)
    return best(andring, [r for r in tidigare if r.period == sist])


def best(andring: Rad, rader: list[Rad]) -> Rad | None:
    """The value in the change's own table, else any."""
    return min(rader, key=lambda r: r.tabell != andring.tabell, default=None)


def compare(andring: Rad, nu: Rad, fore: Rad, utfall: Utfall) -> None:
    """The stated change against the one that the values give."""
    i_procent = andring.matt == "andel"
    exakt = 100 * (nu.tal - fore.tal) / fore.tal if i_procent else nu.tal - fore.tal
    sagd = -andring.tal if "minsk" in andring.namn.casefold() and andring.tal > 0 else andring.tal
    avrundad = i_procent or andring.decimaler < max(nu.decimaler, fore.decimaler)
    slack = half(andring) if avrundad else Fraction(0)
    if abs(sagd - exakt) <= slack:
        utfall.kontroll("R4")
        return
    enhet = " %" if i_procent else {"procentenheter": " procentenheter"}.get(andring.matt, "")
    omvant = fore.tal + sagd if not i_procent else fore.tal * (1 + sagd / 100)
    innan = nu.tal - sagd if not i_procent else nu.tal / (1 + sagd / 100) if sagd != -100 else fore.tal
    text = (
        f"{andring.beskrivning}: förändringen anges till {med_tecken(sagd, andring.decimaler)}{enhet}, men "
        f"från "
        f"{fore.som_skrivet} till {nu.som_skrivet} är den "
        f"{med_tecken(exakt, max(andring.decimaler, 1 if i_procent else 0))}"
        f"{enhet}. Det stämmer om förändringen är {med_tecken(exakt, andring.decimaler)}{enhet}, om det "
        f"tidigare värdet är "
        f"{tal_kort(innan, 1)} eller om det senare är {tal_kort(omvant, 1)}."
    )
    klass = "E" if andring.tabell in (nu.tabell, fore.tabell) else "X"
    utfall.kontroll("R4", Fynd("R4", klass, plats(andring, nu, fore), sagd, exakt, text))
