"""Jämställdhet: the difference between the sexes, and whether it remains when equals are compared."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from kvalitet_metrics import text
from kvalitet_metrics.analysis import words
from kvalitet_metrics.analysis.compare import SMALL_N, difference
from kvalitet_metrics.analysis.series import SIGNS_OF, Row
from kvalitet_metrics.indicators.definition import Indikator, Tid
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.stats.proportion import stratified_difference

PAIRS = (("kvinnor", "män"), ("flickor", "pojkar"))
WITHIN = ("grupp", "lagrum")
"""What could explain a difference: the sexes may meet different groups and laws."""


class Ask(Protocol):
    """The question broken down by these columns; of one period where a row of it is given."""

    def __call__(self, by: Sequence[str], newest: Row | None = None) -> list[Row]: ...


def gaps(ask: Ask, ind: Indikator) -> list[dict[str, Any]]:
    """One dict per pair of sexes with figures in the newest period.

    `skillnad` is the first less the second, with its interval; `inom` the same within each breakdown that
    could explain it, the finest last; `mening` says it, or why nothing is said (`skal`).
    """
    rows = ask(["kon"])
    newest = max((r["period_start"] for r in rows if r["varde"] is not None or r["dold"]), default=None)
    by_sex = {r["kon"]: r for r in rows if r["period_start"] == newest}
    return [gap(by_sex[a], by_sex[b], a, b, ask, ind) for a, b in PAIRS if a in by_sex and b in by_sex]


def history(rows: list[Row], ind: Indikator) -> list[dict[str, Any]]:
    """The difference in every period: one dict per pair and period, of rows broken down by kön.

    `varde`, `nedre` and `ovre` are the first less the second; None where `skal` says why.
    """
    found = []
    for a, b in PAIRS:
        for first in (r for r in rows if r["kon"] == a):
            same = [r for r in rows if r["kon"] == b and r["period_start"] == first["period_start"]]
            for second in same:
                why = why_not(first, second, a, b, ind)
                diff = None if why else difference(first, second, a, b)
                found.append(
                    {"kon": [a, b], "skal": why or None}
                    | {c: first[c] for c in ("period", "period_start", "period_end")}
                    | {c: getattr(diff, c) if diff else None for c in ("varde", "nedre", "ovre")}
                )
    return found


def gap(first: Row, second: Row, a: str, b: str, ask: Ask, ind: Indikator) -> dict[str, Any]:
    """The difference between two sexes in one period."""
    said: dict[str, Any] = {"kon": [a, b], "period": first["period"], "skillnad": None, "inom": []}
    if why := why_not(first, second, a, b, ind):
        return said | {"skal": why, "mening": f"Inget utlåtande om kön {first['period']}: {why}."}
    found = difference(first, second, a, b)
    inside = [] if isinstance(ind, Tid) else within(ask, ind, first, a, b)
    whole = {"varde": found.varde, "nedre": found.nedre, "ovre": found.ovre}
    sentence = f"{first['period']}: {told(whole, a, b, ind)}"
    if inside:
        sentence += remains(whole, inside[-1], a, b, ind)
    return said | {"skal": None, "skillnad": whole, "inom": inside, "mening": f"{sentence}."}


def why_not(first: Row, second: Row, a: str, b: str, ind: Indikator) -> str:
    """Why the sexes are not compared, in words; empty where they are."""
    if ind.alltid_per or (ind.enhet != "andel" and not isinstance(ind, Tid)):
        return "antal och rapporterade värden säger inte hur många som hade kunnat räknas"
    for row, sex in ((first, a), (second, b)):
        if row["dold"] or row["varde"] is None:
            return f"siffran för {sex} {'är dold' if row['dold'] else 'saknas'}"
        if row["namnare"] < SMALL_N or row["nedre"] is None:
            return f"underlaget är för litet ({text.tal(row['namnare'])} {sex})"
    return ""


def within(ask: Ask, ind: Indikator, newest: Row, a: str, b: str) -> list[dict[str, Any]]:
    """The difference among equals: within each breakdown alone, then within all of them at once.

    Left out where fewer than ten of either sex have somebody of the other to be compared with. `dolda`:
    some are left out because the viewer may not see them.
    """
    columns = [c for c in WITHIN if c in ind.nedbrytningar]
    ways = [[c] for c in columns] + ([columns] if len(columns) > 1 else [])
    found = []
    for way in ways:
        rows = [r for r in ask(["kon", *way], newest) if r["period_start"] == newest["period_start"]]
        strata: dict[tuple, dict[str, Row]] = {}
        for row in rows:
            if not row["dold"] and row["namnare"]:
                strata.setdefault(tuple(row[c] for c in way), {})[row["kon"]] = row
        both = [s for s in strata.values() if a in s and b in s]
        sizes = [sum(s[sex]["namnare"] for s in both) for sex in (a, b)]
        if min(sizes) < SMALL_N:
            continue
        x1, n1, x2, n2 = ([s[sex][c] for s in both] for sex in (a, b) for c in ("taljare", "namnare"))
        value, low, high = stratified_difference(x1, n1, x2, n2)
        interval = {"varde": value, "nedre": low, "ovre": high}
        hidden = any(r["dold"] for r in rows if r["kon"] in (a, b))
        found.append({"inom": way, **interval, "namnare": sizes, "dolda": hidden})
    return found


def within_period(row: Row | None, fran: date | None, till: date | None) -> tuple[date | None, date | None]:
    """The days that are asked for, of those of one period where a row of it is given."""
    if row is None:
        return fran, till
    return max(fran or row["period_start"], row["period_start"]), min(
        till or row["period_end"], row["period_end"]
    )


def real(gap: dict[str, Any]) -> bool:
    """True where chance does not explain the difference."""
    return not gap["nedre"] <= 0 <= gap["ovre"]


def told(gap: dict[str, Any], a: str, b: str, ind: Indikator) -> str:
    """The difference as the sexes have it."""
    if gap["varde"] == 0:
        return f"{words.LIKA[ind.enhet]} för {a} som för {b}"
    more, less = (a, b) if gap["varde"] > 0 else (b, a)
    subject = words.SUBJEKT[ind.enhet]
    size = f"{words.size(gap['varde'], ind.enhet)} {words.more(ind.enhet, True)}"
    main = f"{subject} är {size} för {more} än för {less}"
    if not real(gap):
        return f"{main}, vilket kan vara slump"
    better = SIGNS_OF[ind.riktning]
    worse = "" if not better else f", till nackdel för {less if better > 0 else more}"
    around = words.span(gap["nedre"], gap["ovre"], ind.enhet)
    return f"{main}{worse}, mer än vad slumpen förklarar ({around})"


def remains(whole: dict[str, Any], inside: dict[str, Any], a: str, b: str, ind: Indikator) -> str:
    """Whether the difference is there among equals too, as the end of the sentence."""
    equals = f"inom samma {text.lista(NEDBRYTNINGAR[c].lower() for c in inside['inom'])}"
    equals += " där siffrorna får visas" if inside["dolda"] else ""
    size = f"{words.size(inside['varde'], ind.enhet)} högre för {a if inside['varde'] > 0 else b}"
    if real(inside):
        same = real(whole) and (inside["varde"] > 0) == (whole["varde"] > 0)
        return (
            f"; skillnaden finns kvar {equals} ({size})"
            if same
            else f"; {equals} är den {size}, mer än slump"
        )
    if real(whole):
        return f"; {equals} är den {size}, vilket kan vara slump"
    return f"; inte heller {equals} finns någon säker skillnad"
