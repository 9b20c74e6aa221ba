"""R6: what one table says in total is what another table's parts add up to. Class X.

A list that falls short of the total by a fifth or more was hardly meant to be whole: class M, to be declared
as utdrag (R7 lists it once it is). Below that it is a slip, class X.
"""

from collections import defaultdict
from fractions import Fraction

from kvalitet_metrics.reconcile.additivity import declared
from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import REGI, Delning, Nyckel, Publicerat
from kvalitet_metrics.reconcile.rows import HELHET, Rad, ordmangd, plats
from kvalitet_metrics.reconcile.rules.r01_summor import uttryck
from kvalitet_metrics.text import lista, med_tecken, tal_kort


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Totals against parts elsewhere, two divisions of the same, and what a report divides in passing."""
    for delning in publicerat.delningar():
        if not delning.samma_tabell:
            whole_and_parts(delning, utfall, publicerat)
    divisions(publicerat, utfall)
    for helhet, delar in in_passing(publicerat):
        parts_in_passing(helhet, delar, utfall)


def whole_and_parts(d: Delning, utfall: Utfall, publicerat: Publicerat) -> None:
    """A total in one place, its parts in another."""
    diff = d.helhet.tal - d.beraknat
    if not diff:
        utfall.kontroll("R6")
        return
    if publicerat.covered(d) or (diff > 0 and not d.tvasidig):
        return  # R7 says so, or the parts do not claim to be all
    start = (
        f"{d.helhet.beskrivning} anger {tal_kort(d.helhet.tal)}, men "
        f"raderna i {d.delar[0].tabell} ger {uttryck(d)}."
    )
    if d.utdragslik:
        utanfor = outside(d, publicerat)
        text = (
            f"{start} Tabellen ser ut att vara ett utdrag: {tal_kort(diff)} saknas. {utanfor}"
            "Det stämmer om tabellen får de rader som saknas, eller deklareras som utdrag."
        )
        utfall.kontroll("R6", Fynd("R6", "M", plats(d.helhet, *d.delar), d.helhet.tal, d.beraknat, text))
        return
    text = (
        f"{start} Skillnaden är {med_tecken(diff)}. Det stämmer om summan är {tal_kort(d.beraknat)}, "
        f"eller om en rad i {d.delar[0].tabell} är {tal_kort(abs(diff))} "
        f"{'större' if diff > 0 else 'mindre'}."
    )
    utfall.kontroll("R6", Fynd("R6", "X", plats(d.helhet, *d.delar), d.helhet.tal, d.beraknat, text))


def outside(d: Delning, publicerat: Publicerat) -> str:
    """Parts that are published beside the table: proof that it is no whole list."""
    i_tabellen = {r.etikett(d.dimension) for r in d.delar}
    vid_sidan = [
        r
        for r in publicerat.antal
        if r.bas == d.helhet.bas
        and r.utan(d.dimension) == d.helhet.utan(d.dimension)
        and r.storhet == d.helhet.storhet
        and r.etikett(d.dimension) not in {HELHET, *i_tabellen}
    ]
    if not vid_sidan:
        return ""
    namn = lista([f"{r.delar[d.dimension]} ({tal_kort(r.tal)})" for r in vid_sidan])
    med = d.summa + sum((r.tal for r in vid_sidan), Fraction(0))
    return f"Utanför tabellen finns {namn}; med det blir summan {tal_kort(med)}. "


def divisions(publicerat: Publicerat, utfall: Utfall) -> None:
    """The same items divided in two ways («från vem», «kategorisering») are equally many."""
    totaler: dict[object, dict[str, Rad]] = defaultdict(dict)
    for rad in publicerat.antal:
        if rad.totalt_i and rad.indelning:
            totaler[(rad.bas, rad.cell, rad.storhet)].setdefault(rad.indelning.casefold(), rad)
    for per_indelning in totaler.values():
        forsta, *resten = sorted(per_indelning.values(), key=lambda r: r.tal)
        for rad in (r for r in publicerat.antal if says_total(r, forsta)):
            text = (
                f"{rad.beskrivning} anger {tal_kort(rad.tal)}, men {forsta.beskrivning} ger "
                f"{tal_kort(forsta.tal)} för samma sak. Det stämmer om båda är lika."
            )
            lika = rad.tal in {r.tal for r in per_indelning.values()}
            fynd = None if lika else Fynd("R6", "X", plats(rad, forsta), rad.tal, forsta.tal, text)
            utfall.kontroll("R6", fynd)
        for annan in resten:
            sort, skal = declared(annan, "kategori", publicerat.egna)
            if forsta.tal != annan.tal and sort == "multi":
                text = (
                    f"{annan.beskrivning} ger {tal_kort(annan.tal)} och {forsta.beskrivning} "
                    f"{tal_kort(forsta.tal)}. "
                    f"Det ska inte summeras: {skal}"
                )
                utfall.per_regel["R7"] += 1
                utfall.notera(Fynd("R7", "M", plats(annan, forsta), annan.tal, forsta.tal, text))
                continue
            text = (
                f"{annan.beskrivning} ger {tal_kort(annan.tal)}, men {forsta.beskrivning} "
                f"{tal_kort(forsta.tal)} för samma "
                f"sak. Det stämmer om båda är lika, eller om uppdelningen deklareras som multi eller utdrag."
            )
            lika = forsta.tal == annan.tal
            utfall.kontroll(
                "R6", None if lika else Fynd("R6", "X", plats(annan, forsta), annan.tal, forsta.tal, text)
            )


def says_total(rad: Rad, total: Rad) -> bool:
    """True where a sentence says how many the items are that a table divides: «Inkomna synpunkter»."""
    return (
        not rad.indelning
        and (rad.bas, rad.cell) == (total.bas, total.cell)
        and ordmangd(rad.storhet) - {"inkomna"} == ordmangd(total.storhet) - {"inkomna"}
    )


def in_passing(publicerat: Publicerat) -> list[tuple[Rad, list[Rad]]]:
    """A total of a kind of record, with each other indicator that lists some of it by one column.

    Left out: lists with a total of their own, lists where one row is the total itself under another
    name, and rows declared to lie inside others.
    """
    antal = [r for r in publicerat.antal if r.matt == "antal"]
    helheter: dict[Nyckel, Rad] = {}
    for r in antal:
        if r.totalt_i and set(r.cell[2:]) == {HELHET}:
            helheter.setdefault((r.bas, r.cell[:2]), r)
    listor: dict[Nyckel, list[Rad]] = defaultdict(list)
    for r in antal:
        delad = r.storhet.rpartition(" per ")[0]
        enhet = HELHET if delad else r.cell[1]
        helhet = helheter.get((r.bas, (r.cell[0], enhet)))
        if REGI & set(r.cell):
            continue  # r06_regi.py
        if helhet and helhet.indikator != r.indikator and r.cell[2:4] == (HELHET, HELHET):
            listor[(helhet.bas, helhet.cell, r.indikator)].append(r)
    svar = []
    for (bas, cell, _), rader in listor.items():
        helhet = helheter[(bas, cell[:2])]
        egna = {
            r.cell: r
            for r in reversed(rader)
            if declared(r, "kategori", publicerat.egna)[0] not in ("subset", "multi")
        }
        finest = [r for r in reversed(egna.values()) if not any(inside(o, r) for o in egna.values())]
        samma = any(r.cell == cell or ordmangd(r.storhet) == ordmangd(helhet.storhet) for r in rader)
        if len(finest) > 1 and not samma:
            svar.append((helhet, finest))
    return svar


def inside(del_: Rad, hel: Rad) -> bool:
    """True where one row is a part of the other."""
    par = list(zip(del_.cell, hel.cell, strict=True))
    return del_ is not hel and del_.cell != hel.cell and all(h in (HELHET, d) for d, h in par)


def parts_in_passing(helhet: Rad, delar: list[Rad], utfall: Utfall) -> None:
    """A list may be shorter than the total, never longer; one that divides the total «per» something is "
    "whole."""
    summa = sum((r.tal for r in delar), Fraction(0))
    vad = {r.storhet.rpartition(" per ")[0] for r in delar}
    hel = vad != {""} and all(v and ordmangd(v) <= ordmangd(helhet.storhet) for v in vad)
    if summa <= helhet.tal and not hel:
        utfall.kontroll("R6")
        return
    diff = summa - helhet.tal
    uppraknat = " + ".join(tal_kort(r.tal) for r in delar)
    text = (
        f"{delar[0].tabell} räknar upp {uppraknat} = {tal_kort(summa)}, men {helhet.beskrivning} anger "
        f"{tal_kort(helhet.tal)} för samma period. Skillnaden är {med_tecken(diff)}. Det stämmer om samma "
        f"händelser "
        f"räknas på flera rader, eller om summan är {tal_kort(summa)}."
    )
    fynd = Fynd("R6", "X", plats(delar[0], *delar[1:], helhet), summa, helhet.tal, text) if diff else None
    utfall.kontroll("R6", fynd)
