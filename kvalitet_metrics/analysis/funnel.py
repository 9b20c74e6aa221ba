"""Units against the whole that they are part of: who differs more than chance explains. Never a ranking."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from kvalitet_metrics import text
from kvalitet_metrics.analysis.series import Row
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.definition import Indikator, Kvot
from kvalitet_metrics.stats import funnel as stats
from kvalitet_metrics.text import sortnyckel

FEWEST = 3
"""Two units are each other's whole: compare them with each other instead."""

CURVE = 60
"""Points that a limit is drawn through."""

LEVELS = {"95": stats.WARNING, "998": stats.ALARM}
Limits = Callable[[float, np.ndarray, float, float], tuple[np.ndarray, np.ndarray]]
WORDS = {
    "upper_95": "högre än helheten, vilket en av tjugo kan vara av slump",
    "lower_95": "lägre än helheten, vilket en av tjugo kan vara av slump",
    "upper_998": "högre än helheten, mer än vad slumpen förklarar",
    "lower_998": "lägre än helheten, mer än vad slumpen förklarar",
}
"""What it means to be outside a limit."""


def funnel(rows: Sequence[Row], ind: Indikator, by: str) -> dict[str, Any]:
    """The newest period's units with their limits, in the order of the rows, and it in one sentence.

    `enheter` has namn, taljare, namnare, varde, dold, nedre_95, ovre_95, nedre_998, ovre_998, utanfor (the
    widest limit that the unit is beyond, or None) and utanfor_ord. `kurvor` are the limits as lines over n.
    `skal` says why there are no limits; they are of what the viewer may see. `enhet` is the unit of all
    values: shares, or so many per hundred or thousand.
    """
    per = ind.per if isinstance(ind, Kvot) else 1
    if ind.alltid_per or (ind.enhet != "andel" and not isinstance(ind, Kvot)):
        why = "tratten jämför andelar och kvoter, och det här måttet är ingen sådan"
        return nothing(f"Ingen jämförelse: {why}.{hint(ind)}", why, None, [], ind)
    newest = max((r["period_start"] for r in rows), default=None)
    units = sorted((r for r in rows if r["period_start"] == newest), key=lambda r: sortnyckel(r[by]))
    known = [r for r in units if not r["dold"] and r["namnare"] and r["varde"] is not None and r[by]]
    listed = [about(r, by) for r in units if r[by]]
    period = units[0]["period"] if units else None
    if any(r.get("ofull") for r in units):
        period = f"{period} (del)"
    if len(known) < FEWEST:
        why = f"färre än {FEWEST} enheter har uppgifter"
        return nothing(f"Ingen jämförelse: {why}.", why, period, listed, ind)
    x, n = ([r[c] for r in known] for c in ("taljare", "namnare"))
    if per > 1 and not sum(x):
        why = "ingen enhet har något att räkna"
        return nothing(f"Ingen jämförelse: {why}.", why, period, listed, ind)
    found = stats.rates(x, n) if isinstance(ind, Kvot) else stats.proportions(x, n)
    for i, row in enumerate(known):
        unit = next(u for u in listed if u["namn"] == row[by])
        for level in LEVELS:
            unit[f"nedre_{level}"] = per * float(getattr(found, f"lower_{level}")[i])
            unit[f"ovre_{level}"] = per * float(getattr(found, f"upper_{level}")[i])
        unit["utanfor"] = found.outside[i]
        unit["utanfor_ord"] = WORDS.get(found.outside[i] or "")
    return {
        "period": period,
        "mening": sentence(listed, found, str(period), text.vardetext(per * found.centre, ind.enhet)),
        "skal": None,
        "enhet": ind.enhet,
        "centrum": per * found.centre,
        "justerad": found.adjusted,
        "phi": found.dispersion.phi,
        "tau2": found.dispersion.tau2,
        "enheter": listed,
        "kurvor": curves(found, n, stats.rate_limits if isinstance(ind, Kvot) else stats.share_limits, per),
    }


def about(row: Row, by: str) -> dict[str, Any]:
    """A unit before it has limits."""
    limits = dict.fromkeys(["nedre_95", "ovre_95", "nedre_998", "ovre_998", "utanfor", "utanfor_ord"])
    figures = {c: row[c] for c in ("taljare", "namnare", "varde", "dold")}
    return {"namn": row[by], **figures, **limits}


def hint(ind: Indikator) -> str:
    """Which ratio compares the units of a count, as a sentence; empty where none does."""
    ratios = [f"«{k.namn}»" for k in INDIKATORER.values() if isinstance(k, Kvot) and k.taljare == ind.id]
    return f" Enheterna jämförs i {text.lista(ratios)}." if ratios else ""


def nothing(
    sentence: str, why: str, period: str | None, units: list[dict[str, Any]], ind: Indikator
) -> dict[str, Any]:
    """The answer where there are no limits."""
    missing = dict.fromkeys(["centrum", "phi", "tau2"])
    return {
        "period": period, "mening": sentence, "skal": why, "enhet": ind.enhet, **missing,
        "justerad": False, "enheter": units, "kurvor": [],
    }  # fmt: skip


def sentence(units: Sequence[dict[str, Any]], found: stats.Funnel, period: str, centre: str) -> str:
    """Who is beyond the outer limits, in the order of the units; centre: the figure of the whole."""
    whole = f"helheten ({centre})"
    spread = ", sedan enheternas vanliga olikhet är borträknad" if found.adjusted else ""
    beyond = [u["namn"] for u in units if u["utanfor"] in ("lower_998", "upper_998")]
    compared = sum(u["nedre_95"] is not None for u in units)
    if not beyond:
        return f"{period}: ingen av {compared} skiljer sig från {whole} mer än vad slumpen förklarar{spread}."
    return f"{period}: {text.lista(beyond)} skiljer sig från {whole} mer än vad slumpen förklarar{spread}."


def curves(found: stats.Funnel, sizes: Sequence[float], limits: Limits, per: int) -> list[dict[str, float]]:
    """The limits over the number of cases, for drawing."""
    n = np.geomspace(max(1.0, min(sizes) * 0.7), max(sizes) * 1.15, CURVE)
    lines: dict[str, np.ndarray] = {"namnare": n}
    for level, confidence in LEVELS.items():
        low, high = limits(found.centre, n, confidence, found.dispersion.tau2 or 0.0)
        lines[f"nedre_{level}"], lines[f"ovre_{level}"] = per * low, per * high
    return [dict(zip(lines, map(float, point), strict=True)) for point in zip(*lines.values(), strict=True)]
