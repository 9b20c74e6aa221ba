"""Definition + question → SQL. The only place where a definition becomes a query.

The SQL stays portable: casts, CASE, date_trunc, percentile_cont. Values from outside are parameters;
only text from our own definitions is written into the query.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.indicators import periods
from kvalitet_metrics.indicators.definition import (
    Andel,
    Antal,
    Fordelning,
    Hogsta,
    Indikator,
    Matvarde,
    Summaandel,
    Tid,
)
from kvalitet_metrics.model import Periodslag, Urval

ROLLER = {
    "TALJARE": "täljare och nämnare",
    "NAMNARE": "bara nämnare",
    "INGAR": "ingår",
    "SAKNAS": "utan uppgift",
}
"""What a record can be in a figure, in the words that a reader sees."""


@dataclass(frozen=True)
class Query:
    """SQL with its parameters and the names of its columns.

    p0 and p1 are the first day of the periods that a record's first and last day lie in; p1 is left
    out where it cannot differ. Then come the breakdown (`by`) and the measures.
    """

    sql: str
    params: tuple[object, ...]
    by: tuple[str, ...]
    columns: tuple[str, ...]


def compile_query(
    ind: Indikator,
    period: Periodslag = Periodslag.KALENDERAR,
    by: tuple[str, ...] = (),
    urval: Urval = Urval(),
    details: Mapping[str, str] | None = None,
    also: tuple[str, ...] = (),
) -> Query:
    """The query for one indicator. Raises UsageError for a breakdown that it does not have.

    details: name → SQL of further columns that divide the records; `antal` of each is then the only measure.
    also: columns to group by that are no breakdown.
    """
    check_columns(ind, by, urval)
    per = by if ind.alltid_per is None or ind.alltid_per in by else (*by, ind.alltid_per)
    where, params = conditions(ind, per, urval)
    measures = measures_sql(ind) if details is None else {**details, "antal": "COUNT(*)"}
    first, last = period_columns(ind, period)
    span = {"p0": first} | ({} if last == first else {"p1": last})
    columns = [*(f"{sql} AS {name}" for name, sql in span.items()), *(f"r.{c} AS {c}" for c in (*per, *also))]
    columns += [f"{sql} AS {name}" for name, sql in measures.items()]
    fixed = period is not Periodslag.TOTAL
    groups = [*(span if fixed else ()), *(f"r.{c}" for c in (*per, *also)), *(details or {}).values()]
    grouped = f"\nGROUP BY {', '.join(groups)}" if groups else ""
    join = f"\nJOIN inlasning i ON i.upload_id = r.upload_id AND i.tabell = '{ind.tabell}'"
    source = f"{ind.relation} r{join if period is Periodslag.MATTILLFALLE and one_day(ind) else ''}"
    sql = f"SELECT {', '.join(columns)}\nFROM {source}\nWHERE {where}{grouped}"
    return Query(sql, params, per, (*span, *per, *also, *measures))


def check_columns(ind: Indikator, by: tuple[str, ...], urval: Urval) -> None:
    """Refuse columns that the indicator cannot be broken down by."""
    for column in (*by, *(c for c, _ in urval.where)):
        if column not in ind.nedbrytningar:
            finns = ", ".join(ind.nedbrytningar)
            raise UsageError(
                f"«{ind.namn}» kan inte delas upp på «{column}»."
                f"{menade_du_fras(column, ind.nedbrytningar)} Det som finns är: {finns}."
            )


def one_day(ind: Indikator) -> bool:
    """True where a record is about one day, False where it is about a span of days."""
    return ind.datum[0] == ind.datum[1]


def period_columns(ind: Indikator, period: Periodslag) -> tuple[str, str]:
    """SQL for the first and last day of the record's period.

    A record about a longer span than the period gets two different days, and is set aside by the
    caller: a year's count cannot be divided into quarters.
    """
    start, last = (f"r.{c}" for c in ind.datum)
    if not one_day(ind):
        last = f"coalesce({last}, {start})"
    if period is Periodslag.TOTAL:
        return f"min({start})", f"max({last})"
    if period is Periodslag.MATTILLFALLE:
        return ("i.period_start", "i.period_end") if one_day(ind) else (start, last)
    first = periods.start_sql(period, start)
    return first, first if one_day(ind) else periods.start_sql(period, last)


def conditions(ind: Indikator, by: tuple[str, ...], urval: Urval) -> tuple[str, tuple[object, ...]]:
    """The WHERE condition and its parameters."""
    asked = tuple(dict.fromkeys((*by, *(c for c, _ in urval.where))))
    parts = [f"({ind.villkor(asked)})", f"r.{ind.datum[0]} IS NOT NULL"]
    params: list[object] = []
    for column, values in urval.where:
        parts.append(f"r.{column} IN ({', '.join('?' * len(values))})")
        params += values
    bounds: list[tuple[date | None, str]] = [
        (urval.fran, f"r.{ind.datum[0]} >= ?"),
        (urval.till, f"r.{ind.datum[1]} <= ?"),
    ]
    for day, condition in bounds:
        if day:
            parts.append(condition)
            params.append(day)
    return "\n  AND ".join(parts), tuple(params)


def measures_sql(ind: Indikator) -> dict[str, str]:
    """What is computed per group, by kind: name → aggregate."""
    match ind:
        case Andel():
            has = f"({ind.underlag})"
            if ind.antal == "1":
                return {
                    "taljare": count(f"{has} AND ({ind.taljare})"),
                    "namnare": count(has),
                    "bortfall": f"COUNT(*) - {count(has)}",
                }
            without = f"NOT coalesce({has}, FALSE) OR {ind.antal} IS NULL"
            return {
                "taljare": total(ind.antal, f"{has} AND ({ind.taljare})"),
                "namnare": total(ind.antal, has),
                "bortfall": total(f"coalesce({ind.antal}, 1)", without),
            }
        case Summaandel():
            full = f"{ind.taljare} IS NOT NULL AND {ind.namnare} IS NOT NULL"
            return {
                "taljare": f"SUM(CASE WHEN {full} THEN {ind.taljare} END)",
                "namnare": f"SUM(CASE WHEN {full} THEN {ind.namnare} END)",
                "bortfall": f"COUNT(*) - {count(full)}",
            }
        case Antal(antal="1"):
            return {"taljare": "COUNT(*)", "bortfall": "0"}
        case Antal():
            return {
                "taljare": f"CAST(SUM({ind.antal}) AS BIGINT)",
                "bortfall": count(f"{ind.antal} IS NULL"),
            }
        case Fordelning(antal="1"):
            return {"taljare": "COUNT(*)", "bortfall": "0"}
        case Fordelning():
            return {"taljare": total(ind.antal, "TRUE"), "bortfall": count(f"{ind.antal} IS NULL")}
        case Tid():
            days = days_between(ind.start, ind.slut)
            return {
                "namnare": count(f"{days} IS NOT NULL"),
                "varde": f"percentile_cont(0.5) WITHIN GROUP (ORDER BY {days})",
                "medel": f"AVG({days})",
                "p90": f"percentile_cont(0.9) WITHIN GROUP (ORDER BY {days})",
                "bortfall": count(f"{days} IS NULL"),
            }
        case Hogsta():
            return {
                "namnare": count(f"{ind.tal} IS NOT NULL"),
                "varde": f"MAX({ind.tal})",
                "bortfall": count(f"{ind.tal} IS NULL"),
            }
        case Matvarde():
            return reported_values_sql(ind)
    raise TypeError(f"unknown kind of indicator: {type(ind).__name__}")


def reported_values_sql(ind: Matvarde) -> dict[str, str]:
    """Reported values: a share from the sums of its parts, a count as a sum, any other only for itself.

    Only values that all have both parts, or all are counts, are put together.
    """
    value, part, whole = ind.matt, ind.taljare, ind.namnare
    given, parts, wholes = (f"COUNT({c})" for c in (value, part, whole))
    both = count(f"{part} IS NOT NULL AND {whole} IS NOT NULL")
    shares = f"{both} > 0 AND {both} = {parts} AND {both} >= {given}"
    counts = f"{parts} > 0 AND {parts} = {given} AND {wholes} = 0"
    return {
        "taljare": f"CASE WHEN {shares} OR {counts} THEN SUM({part}) END",
        "namnare": f"CASE WHEN {shares} THEN SUM({whole}) WHEN {given} = 1 THEN MAX({whole}) END",
        "varde": f"CASE WHEN {shares} THEN SUM({part}) / NULLIF(SUM({whole}), 0) "
        f"WHEN {counts} THEN SUM({part}) WHEN {given} = 1 THEN MAX({value}) END",
        "antal_varden": given,
        "matenhet": "CASE WHEN COUNT(DISTINCT r.matenhet) = 1 THEN MAX(r.matenhet) END",
        "bortfall": count(f"{value} IS NULL"),
    }


def count(condition: str) -> str:
    """SQL that counts the records that meet a condition."""
    return f"COUNT(CASE WHEN {condition} THEN 1 END)"


def total(number: str, condition: str) -> str:
    """SQL for the sum of a number over the records that meet a condition; 0 where none does."""
    return f"CAST(coalesce(SUM(CASE WHEN {condition} THEN {number} END), 0) AS BIGINT)"


@lru_cache
def days_between(start: str, slut: str) -> str:
    """SQL for the whole days from one date to another. The engine's own function stands only here."""
    return f"date_diff('day', {start}, {slut})"


def role_sql(ind: Indikator) -> str:
    """SQL for what one record is in the figure: ROLLER's words, from the definition's own conditions."""
    match ind:
        case Andel():
            has, part = f"coalesce(({ind.underlag}), FALSE)", f"coalesce(({ind.taljare}), FALSE)"
            missing = f"NOT {has} OR ({ind.antal}) IS NULL"
        case Tid():
            missing, part = f"{days_between(ind.start, ind.slut)} IS NULL", "FALSE"
        case Fordelning():
            missing, part = f"r.{ind.over} IS NULL", "FALSE"
        case _:
            missing, part = "FALSE", "FALSE"
    whole = "NAMNARE" if isinstance(ind, Andel) else "INGAR"
    return (
        f"CASE WHEN {missing} THEN '{ROLLER['SAKNAS']}' WHEN {part} THEN '{ROLLER['TALJARE']}' "
        f"ELSE '{ROLLER[whole]}' END"
    )
