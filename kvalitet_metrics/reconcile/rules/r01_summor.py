"""R1: the parts give the whole, in one table, per row, per column and per period in brackets. Class E.

Where the total does not stand in the column that its rows divide, and much is missing, the rows may be an
extract: class M.
"""

from fractions import Fraction

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Delning, Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.text import med_tecken, tal_kort

VISADE_DELAR = 15
TVA_PERIODER = 2


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every total in a table against the rows that it is the total of."""
    fel: list[tuple[Delning, Fraction]] = []
    for delning in publicerat.delningar():
        if not delning.samma_tabell:
            continue
        diff = delning.helhet.tal - delning.beraknat
        if publicerat.covered(delning):
            continue  # R7 says so
        if diff > 0 and not delning.tvasidig:
            continue
        if diff:
            fel.append((delning, diff))
        else:
            utfall.kontroll("R1")
    sagda = set()
    for delning, diff in fel:
        if (samma := (delning.helhet.plats, diff)) in sagda:
            continue  # the rows and the columns of a table say the same of its one total
        sagda.add(samma)
        orsak = next((d for d, b in fel if d.helhet in delning.delar and b == -diff), None)
        utfall.kontroll("R1", finding(publicerat, delning, diff, orsak))


def finding(publicerat: Publicerat, d: Delning, diff: Fraction, orsak: Delning | None) -> Fynd:
    """The sentence: what is published, what the parts give, and which correction makes both agree."""
    utdrag = d.utdragslik and not d.sagd_har
    text = f"{d.helhet.beskrivning}: summan är {tal_kort(d.helhet.tal)}, men delarna ger {uttryck(d)}. "
    text += f"Skillnaden är {med_tecken(diff)}. "
    if orsak:
        text += (
            f"Summan stämmer om {orsak.helhet.beskrivning} rättas från {tal_kort(orsak.helhet.tal)} "
            f"till {tal_kort(orsak.beraknat)}."
        )
    elif utdrag:
        text += "Raderna ser ut att vara ett utdrag. Det stämmer om de som saknas läggs till, eller om "
        text += "tabellen deklareras som utdrag."
    else:
        text += f"Det stämmer om summan är {tal_kort(d.beraknat)}{i_parentes(publicerat, d)}."
    return Fynd("R1", "M" if utdrag else "E", plats(d.helhet, *d.delar), d.helhet.tal, d.beraknat, text)


def uttryck(d: Delning) -> str:
    """«13 + 9 + 3 = 25»; only the sum where there are many parts."""
    delar = [*d.delar, *d.osakra]
    summa = tal_kort(d.beraknat)
    if len(delar) > VISADE_DELAR or len(delar) == 1:
        return summa
    return f"{' + '.join(tal_kort(r.tal) for r in delar)} = {summa}"


def i_parentes(publicerat: Publicerat, d: Delning) -> str:
    """How the corrected cell is written where the table has the year before in brackets: «2 (2)»."""
    if d.helhet.jamforelse != "foregaende":
        return ""
    senare = [r for r in publicerat.antal if r.jamforelse == "" and samma_ruta(r, d.helhet)]
    if len(senare) != 1 or sum(samma_ruta(r, d.helhet) for r in publicerat.antal) != TVA_PERIODER:
        return ""
    return f", alltså {tal_kort(senare[0].tal)} ({tal_kort(d.beraknat)}) i stället för " + (
        f"{tal_kort(senare[0].tal)} ({tal_kort(d.helhet.tal)})"
    )


def samma_ruta(a: Rad, b: Rad) -> bool:
    """True for the same place of one table in another period."""
    return (a.tabell, a.indikator, a.cell, a.matt, a.org) == (b.tabell, b.indikator, b.cell, b.matt, b.org)


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Every totals row that was kept when a file was loaded, against the rows that were read."""
    for fil, summa in inlast.kontrollsummor:
        if summa["stammer"] or summa["beraknat"] is None:
            utfall.kontroll("R1")
            continue
        publicerat, beraknat = summa["publicerat"], summa["beraknat"]
        text = (
            f"Summan i {summa['blad']}, {summa['cell']} ({summa['kolumn']}) anger "
            f"{tal_kort(publicerat)}, men raderna ger {tal_kort(beraknat)}. "
            f"Det stämmer om summan är {tal_kort(beraknat)} eller om en rad saknas i filen."
        )
        plats_ = f"{fil}, bladet «{summa['blad']}», {summa['cell']} ({summa['kolumn']})"
        utfall.kontroll("R1", Fynd("R1", "E", plats_, publicerat, beraknat, text))
