"""R5: the same figure in two places is the same number, in text and table or in two tables. Class X.

Within one table two numbers for the same cell are a contradiction of class E.
"""

from collections import defaultdict
from itertools import combinations

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import DIMENSIONER, HELHET, Rad, ordmangd, plats
from kvalitet_metrics.text import avrundat

NAMNGER = tuple(DIMENSIONER.index(d) for d in ("kategori", "underkategori"))


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every two rows about the same thing; a third one is compared with the first alone."""
    celler: dict[object, list[Rad]] = defaultdict(list)
    for rad in publicerat.alla:
        if rad.varde is None or rad.ungefar:
            continue
        celler[(rad.bas, rad.cell, rad.indelning, rad.enhet, rad.ar_andring)].append(rad)
    for rader in celler.values():
        jamforda: set[str] = set()
        for a, b in combinations(rader, 2):
            if b.plats in jamforda or not same_figure(a, b):
                continue
            jamforda.add(b.plats)
            decimaler = min(a.decimaler, b.decimaler)
            lika = avrundat(a.tal, decimaler) == avrundat(b.tal, decimaler)
            utfall.kontroll("R5", None if lika else finding(a, b))


def same_figure(a: Rad, b: Rad) -> bool:
    """True where two rows of one cell say the same thing by their indicator and name.

    In one table the names must be equal. Between tables one name may say more («Inkomna övriga
    avvikelser»), and another indicator may repeat a figure where the cell itself says what it is.
    """
    if a.tabell == b.tabell:
        return a.indikator == b.indikator and a.storhet == b.storhet
    if a.indikator == b.indikator:
        ord_a, ord_b = ordmangd(a.storhet), ordmangd(b.storhet)
        return ord_a <= ord_b or ord_b <= ord_a
    return a.posttyp == b.posttyp and a.storhet == b.storhet and any(a.cell[nr] != HELHET for nr in NAMNGER)


def finding(a: Rad, b: Rad) -> Fynd:
    """The sentence: both numbers and their places."""
    klass = "E" if a.tabell == b.tabell else "X"
    text = (
        f"{a.beskrivning} anger {a.som_skrivet}, men {b.tabell} anger {b.som_skrivet} för samma sak. "
        f"Det stämmer om båda är {a.som_skrivet} eller båda {b.som_skrivet}."
    )
    return Fynd("R5", klass, plats(a, b), a.tal, b.tal, text)
