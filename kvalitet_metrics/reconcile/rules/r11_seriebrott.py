"""R11: a jump in a series that is hardly the world's: 1, 1 108, 200 in one unit. Notes of class P.

Named where a count becomes five times as large or small, by at least a hundred, from one period to the next.
"""

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import Any

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.text import tal_kort

GANGER, MINST = 5, 100
RADKNADE = {
    "avvikelse": "intraffad",
    "lex_sarah": "inkom",
    "forhandsbedomning": "inkom",
    "utredning": "avslutad",
}
"""Tables of single records whose number per unit and year is a series, with their day."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every cell that has two periods or more."""
    serier: dict[object, dict[tuple[str, str], Rad]] = defaultdict(dict)
    for r in publicerat.antal:
        if r.matt == "antal" and r.period[0] and r.period_typ not in ("mattillfalle", "intervall"):
            serier[(r.org, r.tabell, r.indikator, r.storhet, r.period_typ, r.cell)].setdefault(r.period, r)
    for per_period in serier.values():
        rader = [per_period[p] for p in sorted(per_period)]
        jump(rader, utfall) if len(rader) > 1 else None


def jump(rader: list[Rad], utfall: Utfall) -> None:
    """One note for a series, at its largest jump."""
    utfall.per_regel["R11"] += 1
    hopp = [(a, b) for a, b in pairwise(rader) if is_jump(a.tal, b.tal)]
    if hopp:
        fore, efter = max(hopp, key=lambda p: abs(p[1].tal - p[0].tal))
        utfall.notera(
            Fynd("R11", "P", plats(efter, *rader), efter.tal, fore.tal, sentence(efter.beskrivning, rader))
        )


def sentence(vad: str, rader: list[Any]) -> str:
    """The series in words."""
    serie = ", ".join(tal_kort(getattr(r, "varde", r)) for r in rader)
    return (
        f"{vad}: serien går {serie}. Säg om sättet att räkna har ändrats, "
        "annars läses hoppet som en förändring."
    )


def is_jump(a: Fraction, b: Fraction) -> bool:
    """True for a change that is large both in number and in proportion."""
    return abs(a - b) >= MINST and max(a, b) >= GANGER * max(min(a, b), Fraction(1))


def written_down(inlast: Inlast, tabell: str, rad: dict[str, Any], nr: int) -> bool:
    """True where somebody has said that the unit began to count in another way between the two years."""
    return any(
        b.galler == tabell
        and (b.kolumn, b.varde)
        in ((None, None), ("enhet", rad["enhet"]), ("forvaltning", rad["forvaltning"]))
        and rad["ar"][nr] < b.datum.year <= rad["ar"][nr + 1]
        for b in inlast.brott
    )


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Records per unit and year, and reported counts."""
    check(Publicerat.of(inlast.publicerade()), utfall)
    for tabell, dag in RADKNADE.items():
        for rad in inlast.rows(
            f"""SELECT forvaltning, enhet, list(ar ORDER BY ar) AS ar, list(n ORDER BY ar) AS serie FROM (
                  SELECT forvaltning, enhet, year({dag}) AS ar, count(*) AS n FROM {tabell}
                  WHERE {dag} IS NOT NULL AND enhet IS NOT NULL GROUP BY ALL)
                GROUP BY ALL HAVING count(*) > 1 ORDER BY forvaltning, enhet"""
        ):
            utfall.per_regel["R11"] += 1
            hopp = [
                nr
                for nr, (a, b) in enumerate(pairwise(rad["serie"]))
                if is_jump(Fraction(a), Fraction(b)) and not written_down(inlast, tabell, rad, nr)
            ]
            if hopp:
                nr = hopp[0]
                vad = f"{tabell}, {rad['enhet']}, {rad['ar'][0]}–{rad['ar'][-1]}"
                text = sentence(vad, rad["serie"])
                utfall.notera(Fynd("R11", "P", vad, rad["serie"][nr + 1], rad["serie"][nr], text))
