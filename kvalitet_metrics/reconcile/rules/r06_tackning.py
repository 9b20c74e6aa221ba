"""R6: a text that goes through several departments, and tables for some of them only. Class M.

The tables then look like the whole and are not: the text has 18, the tables 12. Nothing is said where the
text has no figure above zero for a department without a table, or where each department has a table.
"""

from collections import defaultdict
from fractions import Fraction

from kvalitet_metrics.reconcile.additivity import declared
from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import HELHET, Rad, plats
from kvalitet_metrics.text import lista, tal_kort

FLERA = 2


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Each kind of figure that one place gives for several departments."""
    grupper: dict[object, dict[str, dict[str, list[Rad]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for r in publicerat.antal:
        if r.matt == "antal" and r.cell[0] != HELHET:
            grupper[(r.bas, r.indikator, r.storhet)][r.tabell][r.cell[0]].append(r)
    for tabeller in grupper.values():
        genomgang = max(tabeller, key=lambda t: len(tabeller[t]))
        egna = {a: r for t, per in tabeller.items() if len(per) == 1 for a, r in per.items() if total(r)}
        i_text = tabeller[genomgang]
        if len(i_text) < FLERA or not egna.keys() & i_text.keys():
            continue
        if any(said_extract(r, publicerat) for rader in egna.values() for r in rader):
            continue
        utan = [a for a in i_text if a not in egna and value(i_text[a]) > 0]
        med = [a for a in i_text if a in egna]
        summa_text = sum((value(r) for r in i_text.values()), Fraction(0))
        summa_tabell = sum((value(egna[a]) for a in med), Fraction(0))
        utfall.kontroll("R6", finding(i_text, egna, utan, summa_tabell, summa_text) if utan else None)


def said_extract(rad: Rad, publicerat: Publicerat) -> bool:
    """True where the table is declared to be an extract."""
    return declared(rad, "avdelning", publicerat.egna)[0] == "utdrag"


def total(rader: list[Rad]) -> list[Rad]:
    """The rows that say that they are a total."""
    return [r for r in rader if r.totalt_i]


def value(rader: list[Rad]) -> Fraction:
    """What the rows are together: their totals, or else the rows themselves."""
    return sum((r.tal for r in total(rader) or rader), Fraction(0))


def finding(
    i_text: dict[str, list[Rad]],
    egna: dict[str, list[Rad]],
    utan: list[str],
    summa_tabell: Fraction,
    summa_text: Fraction,
) -> Fynd:
    """The sentence: what the tables give, what the text gives, and for whom there is no table."""
    tabell = next(r for a in i_text if a in egna for r in total(egna[a]) if r.tal or len(egna[a]) > 1)
    text = [r for rader in i_text.values() for r in total(rader) or rader]
    namn = lista([f"{i_text[a][0].delar['avdelning']} ({tal_kort(value(i_text[a]))})" for a in utan])
    mening = (
        f"{text[0].tabell} går igenom flera avdelningar och ger tillsammans {tal_kort(summa_text)}, men "
        f"tabellerna ger "
        f"{tal_kort(summa_tabell)}: tabell saknas för {namn}. Det stämmer om en tabell läggs till, eller om "
        f"tabellerna "
        "säger att de är ett utdrag."
    )
    return Fynd("R6", "M", plats(tabell, *text), summa_tabell, summa_text, mening)
