"""So many of one count per hundred of another: two answers put together, row by row.

The two are answers of indicators of their own, so each counts, covers, hides and breaks as it does alone.
Nothing is put together that is not of the same days and the same förvaltningar.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kvalitet_metrics import text
from kvalitet_metrics.indicators.definition import Antal, Indikator, Kvot
from kvalitet_metrics.model import Periodslag

if TYPE_CHECKING:
    from kvalitet_metrics.indicators.compute import Fraga

Row = dict[str, Any]

SAME_DAYS = 31
"""Loads that end within so many days of each other are taken to end together: cases are not of every day."""


def parts(fraga: "Fraga", ind: Kvot) -> "tuple[Fraga, Fraga]":
    """The question put to what is counted, and to what it is counted per."""
    above, below = (replace(fraga, indikator=part, version=None) for part in ind.delar)
    return above, below


def put_together(above: Sequence[Row], below: Sequence[Row], fraga: "Fraga", ind: Kvot) -> list[Row]:
    """The rows of the ratio, of the answers to its two parts; they may be past the gate.

    A row that is hidden in either part is hidden, with its reason. varde is None, with a remark, where one
    part is missing or is of other days or förvaltningar than the other.
    """
    by, total = fraga.by, fraga.period is Periodslag.TOTAL
    tables = [{key(r, by, total): r for r in rows} for rows in (above, below)]
    keys = dict.fromkeys(k for table in tables for k in table)
    found = [one_row(tables[0].get(at), tables[1].get(at), fraga, ind) for at in keys]
    found.sort(key=lambda r: (r["period_start"], r["period_end"], *(text.sortnyckel(r[c]) for c in by)))
    return found


def key(row: Row, by: Iterable[str], total: bool) -> tuple:
    """What the rows of the two answers are matched on; a whole has no period of its own."""
    return (*(() if total else (row["period_start"], row["period_end"])), *(row[c] for c in by))


def one_row(above: Row | None, below: Row | None, fraga: "Fraga", ind: Kvot) -> Row:
    """A row of the ratio, of the two rows that it is made of; at least one is there."""
    model = above or below
    assert model is not None
    row = {c: model[c] for c in ("period", "period_start", "period_end", *fraga.by)}
    x, n = counted(above, ind.delar[0]), counted(below, ind.delar[1])
    both = [r for r in (above, below) if r]
    remarks = list(
        dict.fromkeys(a for r in both for a in r["anmarkning"] if r is above or "Bortfall" not in a)
    )
    row |= {"taljare": x, "namnare": n, "varde": None, "bortfall": above["bortfall"] if above else 0}
    row |= {"anmarkning": remarks, "brott": [b for r in both for b in r["brott"]], "mal": ind.mal}
    row |= {"version": fraga.version} if fraga.version else {}
    row |= {c: model[c] for c in ("omfattar", "ofull") if c in model}
    if "dold" in model:
        row["dold"] = any(r["dold"] for r in both)
    if hidden := next((r for r in both if r.get("dold")), None):
        return row | {"taljare": None, "namnare": None, "bortfall": None, "anmarkning": hidden["anmarkning"]}
    if why := cannot(above, below, x, n, ind):
        remarks.insert(0, f"Kvoten kan inte beräknas: {why}.")
        return row
    assert x is not None
    assert n is not None
    assert below is not None
    if below.get("ofull") and not row.get("ofull"):
        row["ofull"] = below["ofull"]
    return row | {"varde": ind.per * x / n}


def counted(row: Row | None, ind: Indikator) -> int | None:
    """What a row of a part counts: the count itself, else how many cases the figure rests on."""
    return None if row is None else row["taljare" if isinstance(ind, Antal) else "namnare"]


def cannot(above: Row | None, below: Row | None, x: int | None, n: int | None, ind: Kvot) -> str:
    """Why there is no ratio of two rows, in words; empty where there is one."""
    names = [
        f"{role} («{part.namn}»)" for role, part in zip(("täljaren", "nämnaren"), ind.delar, strict=True)
    ]
    if above is None or x is None:
        return f"{names[0]} har ingen uppgift här"
    if below is None or not n:
        return f"{names[1]} har ingen uppgift här"
    if (above["period_start"], above["period_end"]) != (below["period_start"], below["period_end"]):
        return f"{names[0]} och {names[1]} är inlästa för olika tid; välj en period eller ange från och till"
    if other_days(above.get("ofull"), below.get("ofull"), below["period_end"]):
        return f"{names[0]} och {names[1]} är inlästa för olika delar av perioden"
    whose = [r.get("omfattar") for r in (above, below)]
    if None not in whose and whose[0] != whose[1]:
        told = " och ".join(
            f"{name} från {text.lista(w or ['ingen'])}" for name, w in zip(names, whose, strict=True)
        )
        return f"{told} är inte samma förvaltningar; dela upp på förvaltning"
    return ""


def other_days(one: dict | None, other: dict | None, end: date) -> bool:
    """True where the loads of the two parts do not cover the same days of a period."""
    if not one and not other:
        return False
    spans = [(part or {}).get("till", end) for part in (one, other)]
    starts = [part["fran"] for part in (one, other) if part]
    return abs((spans[0] - spans[1]).days) > SAME_DAYS or (
        len(starts) == 2 and abs((starts[0] - starts[1]).days) > SAME_DAYS
    )
