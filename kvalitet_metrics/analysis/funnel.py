"""Units against the whole that they are part of: who differs more than chance explains. Never a ranking."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from kvalitet_metrics import text
from kvalitet_metrics.analysis.series import Row
from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.stats import funnel as stats
from kvalitet_metrics.text import sortnyckel

FEWEST = 3
"""Two units are each other's whole: compare them with each other instead."""

CURVE = 60
"""Points that a limit is drawn through."""

LEVELS = {"95": stats.WARNING, "998": stats.ALARM}
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
    `skal` says why there are no limits; they are of what the viewer may see.
    """
    if ind.enhet != "andel" or ind.alltid_per:
        why = "tratten jämför andelar, och det här måttet är ingen sådan"
        return nothing(f"Ingen jämförelse: {why}.", why, None, [])
    newest = max((r["period_start"] for r in rows), default=None)
    units = sorted((r for r in rows if r["period_start"] == newest), key=lambda r: sortnyckel(r[by]))
    known = [r for r in units if not r["dold"] and r["namnare"] and r["varde"] is not None and r[by]]
    listed = [about(r, by) for r in units if r[by]]
    period = units[0]["period"] if units else None
    if any(r.get("ofull") for r in units):
        period = f"{period} (del)"
    if len(known) < FEWEST:
        why = f"färre än {FEWEST} enheter har uppgifter"
        return nothing(f"Ingen jämförelse: {why}.", why, period, listed)
    found = stats.proportions([r["taljare"] for r in known], [r["namnare"] for r in known])
    for i, row in enumerate(known):
        unit = next(u for u in listed if u["namn"] == row[by])
        for level in LEVELS:
            unit[f"nedre_{level}"] = float(getattr(found, f"lower_{level}")[i])
            unit[f"ovre_{level}"] = float(getattr(found, f"upper_{level}")[i])
        unit["utanfor"] = found.outside[i]
        unit["utanfor_ord"] = WORDS.get(found.outside[i] or "")
    return {
        "period": period,
        "mening": sentence(listed, found, str(period)),
        "skal": None,
        "centrum": found.centre,
        "justerad": found.adjusted,
        "phi": found.dispersion.phi,
        "tau2": found.dispersion.tau2,
        "enheter": listed,
        "kurvor": curves(found, [r["namnare"] for r in known]),
    }


def about(row: Row, by: str) -> dict[str, Any]:
    """A unit before it has limits."""
    limits = dict.fromkeys(["nedre_95", "ovre_95", "nedre_998", "ovre_998", "utanfor", "utanfor_ord"])
    figures = {c: row[c] for c in ("taljare", "namnare", "varde", "dold")}
    return {"namn": row[by], **figures, **limits}


def nothing(sentence: str, why: str, period: str | None, units: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer where there are no limits."""
    missing = dict.fromkeys(["centrum", "phi", "tau2"])
    return {
        "period": period, "mening": sentence, "skal": why, **missing,
        "justerad": False, "enheter": units, "kurvor": [],
    }  # fmt: skip


def sentence(units: Sequence[dict[str, Any]], found: stats.Funnel, period: str) -> str:
    """Who is beyond the outer limits, in the order of the units."""
    whole = f"helheten ({text.procent(found.centre)})"
    spread = ", sedan enheternas vanliga olikhet är borträknad" if found.adjusted else ""
    beyond = [u["namn"] for u in units if u["utanfor"] in ("lower_998", "upper_998")]
    compared = sum(u["nedre_95"] is not None for u in units)
    if not beyond:
        return f"{period}: ingen av {compared} skiljer sig från {whole} mer än vad slumpen förklarar{spread}."
    return f"{period}: {text.lista(beyond)} skiljer sig från {whole} mer än vad slumpen förklarar{spread}."


def curves(found: stats.Funnel, sizes: Sequence[float]) -> list[dict[str, float]]:
    """The limits over the number of cases, for drawing."""
    n = np.geomspace(max(1.0, min(sizes) * 0.7), max(sizes) * 1.15, CURVE)
    lines: dict[str, np.ndarray] = {"namnare": n}
    for level, confidence in LEVELS.items():
        lines[f"nedre_{level}"], lines[f"ovre_{level}"] = stats.share_limits(
            found.centre, n, confidence, found.dispersion.tau2 or 0.0
        )
    return [dict(zip(lines, map(float, point), strict=True)) for point in zip(*lines.values(), strict=True)]
