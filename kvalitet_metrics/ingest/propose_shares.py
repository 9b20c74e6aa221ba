"""What the numbers of a sheet say of themselves, for a proposal: which counts a share is made of."""

import re
from collections.abc import Mapping, Sequence

import duckdb

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.look import OFTEN
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.own_columns import THOUSANDS

MOST_COUNTS, MOST_ROWS, FEWEST_ROWS = 12, 2_000, 3
"""So many counts are tried in pairs, over so many rows; so many must have all three numbers."""


def parts_of_shares(
    con: duckdb.DuckDBPyConnection, sheet: Sheet, rad: int, place: Mapping[str, int], roles: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Heading of a share → headings of the two counts whose ratio it is in nearly all rows, rounded."""
    counts = [r for r, role in roles.items() if role in ("antal", "taljare", "namnare")][:MOST_COUNTS]
    shares = [r for r, role in roles.items() if role in ("andel", "procent")]
    pairs = [(s, t, n) for s in shares for t in counts for n in counts if t != n]
    if not pairs:
        return {}
    con.register("andelar", sheet.table.slice(rad, MOST_ROWS))
    cell = {place[r]: clean.text(f'"{place[r]}"') for r in (*counts, *shares)}
    typed = ", ".join(f'{clean.tal(sql)} AS "n{nr}"' for nr, sql in cell.items())
    tried = []
    for s, t, n in pairs:
        share, part, whole = (f'"n{place[r]}"' for r in (s, t, n))
        scale = 100 if roles[s] == "procent" else 1
        known = f"{share} IS NOT NULL AND {part} >= 0 AND {whole} > 0"
        same = f"abs({share} - {scale}.0 * {part} / {whole}) <= 0.0051 * {scale}"
        tried.append(f"count(*) FILTER ({known}), count(*) FILTER ({known} AND {same})")
    row = con.execute(f"SELECT {', '.join(tried)} FROM (SELECT {typed} FROM andelar)").fetchall()[0]
    con.unregister("andelar")
    found: dict[str, tuple[str, str]] = {}
    most: dict[str, float] = {}
    for (s, t, n), known, same in zip(pairs, row[::2], row[1::2], strict=True):
        if known >= FEWEST_ROWS and same >= OFTEN * known and same > most.get(s, 0):
            found[s], most[s] = (t, n), same
    return found


def with_common_whole(roles: Mapping[str, str], found: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The roles where shares say which counts are theirs; a single count beside shares is their whole."""
    wholes = {n for _, n in found.values()}
    parts = {t for t, _ in found.values()} - wholes
    roles = dict(roles)
    if not found:
        counts = [r for r, role in roles.items() if role == "antal"]
        shares = [r for r, role in roles.items() if role in ("andel", "procent")]
        wholes = set(counts) if len(counts) == 1 and shares and "taljare" not in roles.values() else set()
    if len(wholes) == 1:
        roles |= dict.fromkeys(parts, "taljare") | dict.fromkeys(wholes, "namnare")
    return roles


def measure_names(roles: Mapping[str, str], found: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The name of the measure of each value: a share and its numerator have the share's heading.

    A denominator that several shares have is left without a name: it is the denominator of them all.
    """
    named = {r: r for r, role in roles.items() if role not in ("taljare", "namnare")}
    named |= {t: s for s, (t, _) in found.items() if roles.get(t) == "taljare"}
    named |= {r: r for r, role in roles.items() if role == "taljare" and r not in named}
    shares = {named[r] for r, role in roles.items() if role in ("taljare", "andel", "procent")}
    alone = next(iter(shares)) if len(shares) == 1 else ""
    return named | {r: alone for r, role in roles.items() if role == "namnare"}


def sign_of_thousands(con: duckdb.DuckDBPyConnection, sheet: Sheet, rad: int, places: Sequence[int]) -> str:
    """«,» where counts are written 1,234 and no comma in them stands elsewhere; else nothing."""
    if not places:
        return ""
    con.register("tusental", sheet.table.slice(rad, MOST_ROWS))
    like = f"'{re.sub('{{', '{', THOUSANDS.format(','))}'"
    cells = [clean.text(f'"{p}"') for p in places]
    with_comma = " + ".join(f"count(*) FILTER (contains({c}, ','))" for c in cells)
    between = " + ".join(f"count(*) FILTER (regexp_full_match({c}, {like}))" for c in cells)
    commas, thousands = con.execute(f"SELECT {with_comma}, {between} FROM tusental").fetchall()[0]
    con.unregister("tusental")
    return "," if commas and commas == thousands else ""
