"""R1: months, tertials or quarters that cover a year give the year. Class E in one table, else X.

Events are counted once, so their parts give exactly the year. Persons may come back in another part: there
the year is never more than its parts.
"""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import Nyckel, Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.text import med_tecken, tal_kort

AR = {"kalenderar", "kvalitetsar", "lasar"}
DELAR = ("manad", "kvartal", "tertial")
HANDELSER = {"avvikelse", "lex_sarah", "synpunkt", "forhandsbedomning", "utredning", "fut", "puincident"}
"""Record types that are events: each belongs to one day."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every cell that has a year and a whole set of parts of it."""
    celler: dict[Nyckel, list[Rad]] = defaultdict(list)
    for r in publicerat.antal:
        if r.period[0] and r.period[1]:
            celler[(r.org, r.posttyp, r.matt, r.indikator, r.storhet, r.cell, r.indelning)].append(r)
    for rader in celler.values():
        for ar in (r for r in rader if r.period_typ in AR):
            for slag in DELAR:
                delar = {r.period: r for r in rader if r.period_typ == slag and inside(r, ar)}
                if covers([delar[p] for p in sorted(delar)], ar):
                    compare(ar, [delar[p] for p in sorted(delar)], utfall)


def inside(del_: Rad, ar: Rad) -> bool:
    """True for a part of the year."""
    return ar.period[0] <= del_.period[0] and del_.period[1] <= ar.period[1]


def covers(delar: list[Rad], ar: Rad) -> bool:
    """True where the parts follow on each other from the year's first day to its last."""
    try:
        spann = [tuple(map(date.fromisoformat, r.period)) for r in delar]
        start, slut = map(date.fromisoformat, ar.period)
    except ValueError:
        return False
    granser = [start, *(s[1] + timedelta(days=1) for s in spann)]
    return bool(spann) and [s[0] for s in spann] == granser[:-1] and granser[-1] == slut + timedelta(days=1)


def compare(ar: Rad, delar: list[Rad], utfall: Utfall) -> None:
    """One year against its parts."""
    summa = sum((r.tal for r in delar), Fraction(0))
    diff = ar.tal - summa
    if not diff or (diff < 0 and ar.posttyp not in HANDELSER):
        utfall.kontroll("R1")
        return
    text = (
        f"{ar.beskrivning} anger {tal_kort(ar.tal)}, men periodens delar ger "
        f"{' + '.join(tal_kort(r.tal) for r in delar)} = {tal_kort(summa)}. "
        f"Skillnaden är {med_tecken(diff)}. Det stämmer om året är {tal_kort(summa)}."
    )
    klass = "E" if ar.tabell == delar[0].tabell else "X"
    utfall.kontroll("R1", Fynd("R1", klass, plats(ar, *delar), ar.tal, summa, text))
