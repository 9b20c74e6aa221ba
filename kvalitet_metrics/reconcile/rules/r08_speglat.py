"""R8: a table said twice, equal denominators, values that have changed places. Notes of class P.

None of them is wrong by itself: they are where copies and swapped columns show.
"""

from collections import defaultdict
from itertools import combinations, pairwise

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import HELHET, Rad, periodord, plats
from kvalitet_metrics.text import tal_kort

STOR_NAMNARE = 30
COPIED = 3
STORT_BYTE, NARA = 50, 5
"""Points between two shares that seem to have changed places, and how near they must come to each other."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Copies, equal denominators and mirrored values."""
    twice(publicerat, utfall)
    equal_denominators(publicerat, utfall)
    mirrored(publicerat, utfall)


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Equal denominators and mirrored values among reported values."""
    publicerat = Publicerat.of(inlast.publicerade())
    equal_denominators(publicerat, utfall)
    mirrored(publicerat, utfall)


def twice(publicerat: Publicerat, utfall: Utfall) -> None:
    """A table whose rows stand there twice: the same value of the same cell, for at least COPIED cells."""
    lika: dict[str, dict[object, list[Rad]]] = defaultdict(lambda: defaultdict(list))
    for r in publicerat.alla:
        if r.varde is not None:
            lika[r.tabell][(r.indikator, r.storhet, r.bas, r.cell, r.enhet, r.varde)].append(r)
    for tabell, celler in lika.items():
        dubbla = [rader for rader in celler.values() if len(rader) > 1]
        if len(dubbla) >= COPIED:
            text = f"{tabell}: {len(dubbla)} tal står flera gånger i tabellen. Vart och ett räknas en gång."
            utfall.notera(Fynd("R8", "P", plats(*(r for rader in dubbla for r in rader)), None, None, text))


def equal_denominators(publicerat: Publicerat, utfall: Utfall) -> None:
    """One cell with the same denominator in two periods."""
    serier: dict[object, list[Rad]] = defaultdict(list)
    for r in publicerat.rader:
        if r.matt == "namnare" and r.egen and r.tal >= STOR_NAMNARE:
            serier[(r.org, r.indikator, r.cell, r.period_typ)].append(r)
    for rader in serier.values():
        for a, b in combinations(rader, 2):
            if a.period != b.period and a.tal == b.tal:
                text = (
                    f"{a.beskrivning}: nämnaren {tal_kort(a.tal)} är densamma som för {periodord(b)}. "
                    "Kontrollera att den inte är kopierad."
                )
                utfall.notera(Fynd("R8", "P", plats(a, b), a.tal, b.tal, text))


def mirrored(publicerat: Publicerat, utfall: Utfall) -> None:
    """Two groups or categories whose values change places between two periods."""
    for dimension in ("kon", "kategori"):
        serier: dict[object, dict[tuple[str, str], dict[str, Rad]]] = defaultdict(lambda: defaultdict(dict))
        for r in publicerat.rader:
            if r.egen and not r.ar_andring and r.period[0] and r.etikett(dimension) != HELHET:
                key = (r.tabell, r.indikator, r.storhet, r.matt, r.org, r.utan(dimension))
                serier[key][r.period].setdefault(r.etikett(dimension), r)
        for per_period in serier.values():
            for fore, efter in pairwise(sorted(per_period)):
                swapped(per_period[fore], per_period[efter], dimension, utfall)


def swapped(fore: dict[str, Rad], efter: dict[str, Rad], dimension: str, utfall: Utfall) -> None:
    """All pairs of labels in two periods that follow each other."""
    for a, b in combinations(sorted(fore.keys() & efter.keys()), 2):
        a1, b1, a2, b2 = fore[a], fore[b], efter[a], efter[b]
        andelar = a1.matt == "andel"
        speglat = (
            abs(a1.tal - b2.tal) <= NARA
            and abs(b1.tal - a2.tal) <= NARA
            and abs(a1.tal - b1.tal) >= STORT_BYTE
            if andelar
            else dimension == "kon" and (a1.tal, b1.tal) == (b2.tal, a2.tal) and a1.tal != b1.tal
        )
        if speglat:
            text = (
                f"{a2.beskrivning}: {a1.delar[dimension]} och {b1.delar[dimension]} går från "
                f"{a1.som_skrivet} och "
                f"{b1.som_skrivet} till {a2.som_skrivet} och {b2.som_skrivet}. Kontrollera att de inte har "
                f"bytt plats."
            )
            utfall.notera(Fynd("R8", "P", plats(a2, b2, a1, b1), a2.tal, b2.tal, text))
