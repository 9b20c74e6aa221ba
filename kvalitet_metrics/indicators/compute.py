"""Question → table. Numerators, denominators, values and remarks; intervals and the gate come after.

The table has one row per period and combination of the breakdown: period, period_start, period_end,
the breakdown columns, taljare, namnare, varde, bortfall, anmarkning, mal, and for times medel and p90.
Rows are ordered by period, then breakdown in Swedish order.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import duckdb

from kvalitet_metrics import text
from kvalitet_metrics.indicators import kvot, periods
from kvalitet_metrics.indicators.behind import add_population, add_spread
from kvalitet_metrics.indicators.comparators import add_comparators
from kvalitet_metrics.indicators.compiler import Query, compile_query
from kvalitet_metrics.indicators.definition import Andel, Antal, Fordelning, Indikator, Kvot, Matvarde, Tid
from kvalitet_metrics.indicators.versions import all_versions, by_version, put_together
from kvalitet_metrics.model import Periodslag, Urval

Row = dict[str, Any]


@dataclass(frozen=True)
class Fraga:
    """A question: which indicator, per what, of which records.

    version: the version of the definition that answers everything, else each period's own.
    """

    indikator: Indikator
    period: Periodslag = Periodslag.KALENDERAR
    by: tuple[str, ...] = ()
    urval: Urval = Urval()
    version: int | None = None


def compute(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> list[Row]:
    """The answer to a question, as rows; each period by the version of the definition in force then."""
    ind = fraga.indikator
    if isinstance(ind, Kvot):
        above, below = (compute(con, part) for part in kvot.parts(fraga, ind))
        return kvot.put_together(above, below, fraga, ind)
    if fraga.version is not None:
        alone = replace(fraga, indikator=by_version(ind, fraga.version))
        return [row | {"version": fraga.version} for row in by_one_version(con, alone)]
    if not ind.tidigare:
        return by_one_version(con, fraga)
    answers = {d.version: by_one_version(con, replace(fraga, indikator=d)) for d in all_versions(ind)}
    ends = [r["period_end"] for found in answers.values() for r in found]
    shared = max(ends, default=None) if fraga.period is Periodslag.TOTAL else None
    return put_together(ind, answers, shared)


def by_one_version(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> list[Row]:
    """The answer by the definition as it stands in the question."""
    query, rows, longer = grouped(con, fraga)
    if isinstance(fraga.indikator, Antal | Fordelning):
        rows = with_zeros(con, rows, fraga, query)
    if isinstance(fraga.indikator, Fordelning):
        shares_of_whole(rows, query)
    if isinstance(fraga.indikator, Tid):
        add_spread(con, rows, fraga, fraga.indikator)
    if isinstance(fraga.indikator, Andel) and fraga.indikator.stickprov:
        add_population(con, rows, fraga, fraga.indikator)
    if isinstance(fraga.indikator, Matvarde):
        add_comparators(con, rows, fraga.indikator, fraga.period, fraga.by, fraga.urval)
    return finished(rows, fraga, query, Forbehall(longer, left_out(con, fraga)))


def grouped(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> tuple[Query, list[Row], int]:
    """The query, its rows that lie within one period each, and how many are about a longer span."""
    query = compile_query(fraga.indikator, fraga.period, fraga.by, fraga.urval)
    answers = con.execute(query.sql, query.params).fetchall()
    found = [dict(zip(query.columns, values, strict=True)) for values in answers]
    return query, *split_by_fit(found, fraga)


def raw_rows(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> list[Row]:
    """The groups that have records, with p0, p1, the breakdown and the measures; nothing is added to them."""
    return grouped(con, fraga)[1]


def split_by_fit(found: list[Row], fraga: Fraga) -> tuple[list[Row], int]:
    """Rows that lie within one period, and how many groups of records are about a longer span."""
    if fraga.period is Periodslag.TOTAL:
        return whole(found, fraga), 0
    if fraga.period is Periodslag.MATTILLFALLE:
        return [r for r in found if r["p0"] and r["p1"]], 0
    rows = [r for r in found if r.get("p1", r["p0"]) == r["p0"]]
    for row in rows:
        row["p1"] = periods.end(fraga.period, row["p0"])
    return rows, len(found) - len(rows)


def whole(found: list[Row], fraga: Fraga) -> list[Row]:
    """One common span for all groups: the one asked for, else from the first to the last record."""
    rows = [r for r in found if r["p0"]]
    if not rows:
        return []
    first = fraga.urval.fran or min(r["p0"] for r in rows)
    last = fraga.urval.till or max(r["p1"] for r in rows)
    return [r | {"p0": first, "p1": last} for r in rows]


def with_zeros(con: duckdb.DuckDBPyConnection, rows: list[Row], fraga: Fraga, query: Query) -> list[Row]:
    """Counts where nothing happened: 0 where a load covers the period, nothing where none does.

    A combination of the breakdown counts as existing when it occurs in some period, or when the
    definition lists the values (the eight areas, the categories of lex Sarah).
    """
    if not rows:
        return rows
    listed = {c: fraga.indikator.alla_varden[c] for c in query.by if c in fraga.indikator.alla_varden}
    asked = dict(fraga.urval.where)
    listed = {c: tuple(v for v in values if v in asked.get(c, values)) for c, values in listed.items()}
    others = [c for c in query.by if c not in listed]
    combos = {
        tuple(
            (dict(zip(others, seen, strict=True)) | dict(zip(listed, values, strict=True)))[c]
            for c in query.by
        )
        for seen in {tuple(r[c] for c in others) for r in rows}
        for values in product(*listed.values())
    } | {tuple(r[c] for c in query.by) for r in rows}
    have = {(r["p0"], *(r[c] for c in query.by)) for r in rows}
    spans = {(r["p0"], r["p1"]) for r in rows}
    if fraga.period in periods.MONTHS:
        spans = every_period(fraga.period, spans)
    covered = coverage(con, fraga, query)
    empty = {"taljare": 0, "bortfall": 0}
    return rows + [
        {"p0": p0, "p1": p1, **dict(zip(query.by, combo, strict=True)), **empty}
        for p0, p1 in spans
        for combo in combos
        if None not in combo and (p0, *combo) not in have and covered.includes(combo, p0, p1)
    ]


def every_period(slag: Periodslag, spans: set[tuple[date, date]]) -> set[tuple[date, date]]:
    """All periods from the first to the last, also those without records."""
    start, last = min(p0 for p0, _ in spans), max(p0 for p0, _ in spans)
    found = set()
    while start <= last:
        found.add((start, periods.end(slag, start)))
        start = periods.next_start(slag, start)
    return found


@dataclass(frozen=True)
class Coverage:
    """Which days loads cover, for the organisations where a combination of the breakdown occurs."""

    positions: tuple[int, ...]
    spans: dict[tuple, list[tuple[date, date]]]

    def includes(self, combo: tuple, p0: date, p1: date) -> bool:
        """True where some load covers at least a part of the period for this combination."""
        spans = self.spans.get(tuple(combo[i] for i in self.positions), [])
        return any(start <= p1 and last >= p0 for start, last in spans)


def coverage(con: duckdb.DuckDBPyConnection, fraga: Fraga, query: Query) -> Coverage:
    """The days that the loads of the indicator's record table cover."""
    ind = fraga.indikator
    loads: dict[str | None, list[tuple[date, date]]] = {}
    for forvaltning, start, last in con.execute(
        f"""SELECT DISTINCT coalesce(i.forvaltning, r.forvaltning), i.period_start, i.period_end
            FROM inlasning i LEFT JOIN {ind.tabell} r ON r.upload_id = i.upload_id AND i.forvaltning IS NULL
            WHERE i.tabell = ? AND i.period_start IS NOT NULL""",
        [ind.tabell],
    ).fetchall():
        loads.setdefault(forvaltning, []).append((start, last))
    columns = [c for c in query.by if c not in ind.alla_varden]
    listed = "".join(f", {c}" for c in columns)
    pairs = con.execute(
        f"SELECT DISTINCT forvaltning{listed} FROM {ind.relation} r WHERE {ind.urval}"
    ).fetchall()
    asked = dict(fraga.urval.where).get("forvaltning")
    spans: dict[tuple, list[tuple[date, date]]] = {}
    for forvaltning, *values in pairs:
        if asked is None or forvaltning in asked:
            spans.setdefault(tuple(values), []).extend(loads.get(forvaltning, []))
    return Coverage(tuple(query.by.index(c) for c in columns), spans)


def shares_of_whole(rows: list[Row], query: Query) -> None:
    """Give every row of a distribution its whole; records without a value or a count are bortfall."""
    over = query.by[-1]
    others = query.by[:-1]
    whole_of: dict[tuple, int] = {}
    missing: dict[tuple, int] = {}
    for row in rows:
        key = (row["p0"], *(row[c] for c in others))
        sums = missing if row[over] is None else whole_of
        sums[key] = sums.get(key, 0) + row["taljare"]
        missing[key] = missing.get(key, 0) + row["bortfall"]
    for row in rows:
        key = (row["p0"], *(row[c] for c in others))
        row["namnare"] = whole_of.get(key, 0)
        row["bortfall"] = missing.get(key, 0)
    rows[:] = [r for r in rows if r[over] is not None]


@dataclass(frozen=True)
class Utelamnat:
    """Rows with faults that a load left out, and the days and the förvaltning that it is about."""

    fil: str
    antal: int
    forvaltning: str | None
    start: date | None
    last: date | None

    def touches(self, row: Row) -> bool:
        """True where the rows could have belonged to this figure."""
        asked = row.get("forvaltning")
        if asked is not None and self.forvaltning is not None and asked != self.forvaltning:
            return False
        return self.start is None or self.last is None or (self.start <= row["p1"] and self.last >= row["p0"])


def left_out(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> list[Utelamnat]:
    """The loads of the indicator's record table that left out rows, oldest first."""
    found = con.execute(
        """SELECT fil, uteslutna, forvaltning, period_start, period_end FROM inlasning
           WHERE tabell = ? AND uteslutna > 0 ORDER BY ordning""",
        [fraga.indikator.tabell],
    ).fetchall()
    asked = dict(fraga.urval.where).get("forvaltning", ())
    return [
        u for u in (Utelamnat(*values) for values in found) if not asked or u.forvaltning in (None, *asked)
    ]


@dataclass(frozen=True)
class Forbehall:
    """What the whole answer must be read with: groups about a longer span, and rows that were left out."""

    longer: int
    left_out: list[Utelamnat]


def finished(rows: list[Row], fraga: Fraga, query: Query, forbehall: Forbehall) -> list[Row]:
    """Values, labels, remarks and target, in the order in which they are read."""
    ind = fraga.indikator
    for row in rows:
        row["anmarkning"] = remarks(row, ind, forbehall)
        set_value(row, ind)
    rows.sort(key=lambda r: (r["p0"], r["p1"], *(text.sortnyckel(r[c]) for c in query.by)))
    extra = [
        c
        for c in ("medel", "p90", "spridning", "population", "matenhet", "jamforelser", "mal_nas")
        if rows and c in rows[0]
    ]
    names = {span: periods.label(fraga.period, *span) for span in {(r["p0"], r["p1"]) for r in rows}}
    mal = target(fraga)
    return [
        {
            "period": names[r["p0"], r["p1"]],
            "period_start": r["p0"],
            "period_end": r["p1"],
            **{c: r[c] for c in query.by},
            "taljare": r.get("taljare"),
            "namnare": r.get("namnare"),
            "varde": r.get("varde"),
            **{c: r[c] for c in extra},
            "bortfall": r["bortfall"],
            "anmarkning": r["anmarkning"],
            "brott": [],
            "mal": r.get("mal", mal),
            **({"foregaende": r["foregaende"]} if "foregaende" in r else {}),
        }
        for r in rows
    ]


def set_value(row: Row, ind: Indikator) -> None:
    """Give a row the value of its counts, in place; none where the source's counts contradict each other."""
    if impossible(row):
        row["varde"] = row["taljare"] = None
    elif ind.enhet == "andel":
        row["varde"] = row["taljare"] / row["namnare"] if row.get("namnare") else None
    elif isinstance(ind, Antal):
        row["varde"], row["namnare"] = row["taljare"], None


def impossible(row: Row) -> bool:
    """True where the source says that more were counted than there were: no share can be made of that."""
    taljare, namnare = row.get("taljare"), row.get("namnare")
    return taljare is not None and namnare is not None and not 0 <= taljare <= namnare


def target(fraga: Fraga) -> float | None:
    """The definition's target; that of a count is for a whole year and is not divided."""
    ind = fraga.indikator
    if isinstance(ind, Antal) and (fraga.by or periods.MONTHS.get(fraga.period) != 12):
        return None
    return ind.mal


def remarks(row: Row, ind: Indikator, forbehall: Forbehall) -> list[str]:
    """Short texts that a reader of the figure needs."""
    found = []
    if impossible(row):
        found.append("Andelen kan inte beräknas: källans täljare är större än dess nämnare.")
    if ind.enhet == "andel" and not row.get("namnare"):
        found.append("Andelen kan inte beräknas: inget underlag.")
    if isinstance(ind, Antal) and row["taljare"] is None:
        found.append("Inget värde är rapporterat.")
    if isinstance(ind, Matvarde) and row["varde"] is None:
        several = row.get("antal_varden", 0) > 1
        found.append(
            "Flera rapporterade värden kan inte slås ihop." if several else "Inget värde är rapporterat."
        )
    if row["bortfall"]:
        found.append(f"Bortfall: {text.antal(row['bortfall'], 'post', 'poster')} saknar uppgift.")
    if forbehall.longer:
        found.append("Uppgifter som avser en längre period än så ingår inte.")
    for u in forbehall.left_out:
        if u.touches(row):
            found.append(f"{text.antal(u.antal, 'rad', 'rader')} med fel är inte med ({u.fil}).")
    return found


def with_previous(rows: list[Row], by: tuple[str, ...]) -> list[Row]:
    """The rows with `foregaende`: the value of the period that ended the day before. In place.

    A source may itself say what the previous value was; that is used where no other is known.
    """
    day = timedelta(days=1)
    earlier = {(r["period_end"], *(r[c] for c in by)): r["varde"] for r in rows}
    for row in rows:
        known = earlier.get((row["period_start"] - day, *(row[c] for c in by)))
        row["foregaende"] = row.get("foregaende") if known is None else known
    return rows


def breakdown(fraga: Fraga) -> tuple[str, ...]:
    """The breakdown columns that the answer has: those asked for, and the one the indicator always has."""
    always = fraga.indikator.alltid_per
    return fraga.by if always is None or always in fraga.by else (*fraga.by, always)
