"""Build a database from all active uploads, in a file of its own that nobody reads yet.

DuckDB lets one process write; so a database that is in use is never changed. Undo, a changed label
decision and a new schema are all the same thing: build again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from kvalitet_metrics.engine import connect
from kvalitet_metrics.ingest.profiles.lex_sarah import RAPPORTRAD, VIDARE
from kvalitet_metrics.store.riskmatris import value_risks

SCHEMA = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
UTAN_NYCKEL = ("inlasning",)
HASHES = ("nyckel", "person")
"""Columns that only tell records apart and say nothing to a reader."""

RAKNA_SYNPUNKTER_EN_GANG = f"""
    -- Senders and categories divide the same items in two ways. Per unit and period the division by
    -- sender counts each item once; where kinds are kept apart (klagomål, beröm …) they do. A table of
    -- lex Sarah has rows of several sorts: its row of reports counts them, or else its categories do.
    UPDATE synpunkt AS s SET raknas = CASE
        WHEN typ = 'lex Sarah' AND EXISTS (
            SELECT 1 FROM synpunkt o WHERE o.typ = s.typ AND o.upload_id = s.upload_id AND samma(o, s)
               AND o.antal IS NOT NULL AND regexp_full_match(lower(o.kategori), '{RAPPORTRAD}'))
        THEN regexp_full_match(lower(kategori), '{RAPPORTRAD}')
        WHEN typ = 'lex Sarah' AND regexp_matches(lower(kategori), '{VIDARE}') THEN FALSE
        WHEN typ <> 'klagomål/synpunkt' THEN indelning = 'kategori'
        WHEN EXISTS (SELECT 1 FROM synpunkt o
                     WHERE o.typ IN ('klagomål', 'synpunkt') AND samma(o, s)) THEN FALSE
        WHEN indelning = 'avsandare' THEN TRUE
        ELSE NOT EXISTS (SELECT 1 FROM synpunkt o
                         WHERE o.typ = s.typ AND o.indelning = 'avsandare' AND samma(o, s)) END
"""
SAMMA = """o.forvaltning IS NOT DISTINCT FROM s.forvaltning AND o.avdelning IS NOT DISTINCT FROM s.avdelning
           AND o.enhet IS NOT DISTINCT FROM s.enhet
           AND (o.upload_id = s.upload_id
                OR (o.period_start <= s.period_end AND o.period_end >= s.period_start))"""


SAMMA_TAL = (
    "forvaltning",
    "avdelning",
    "enhet",
    "typ",
    "indelning",
    "kategori",
    "underkategori",
    "avsandare",
)
SYNPUNKTER_SOM_OMFATTAS = [
    # Counts of a part of a year and of the whole of it are the same items twice. A later table that covers
    # all days of an earlier one replaces it, in whatever parts; otherwise the one with more days stays. A
    # table covers the days from its first column, blank or not, to its last filled one.
    f"""WITH tabeller AS (
            SELECT s.*, s.rowid AS rid, i.ordning, i.profil,
                   max(s.period_end) FILTER (s.antal IS NOT NULL)
                       OVER (PARTITION BY s.upload_id, {", ".join(f"s.{n}" for n in SAMMA_TAL)}) AS till
            FROM synpunkt s JOIN inlasning i ON i.upload_id = s.upload_id AND i.tabell = 'synpunkt'
            WHERE s.period_start < s.period_end)
        DELETE FROM synpunkt WHERE rowid IN (
            SELECT a.rid FROM tabeller a JOIN tabeller b
              ON b.ordning {senare} a.ordning AND b.profil = a.profil AND b.period_end <= b.till
             AND a.period_start <= b.period_end AND b.period_start <= a.period_end
             AND (a.period_start <> b.period_start OR a.period_end <> b.period_end)
             AND {" AND ".join(f"a.{n} IS NOT DISTINCT FROM b.{n}" for n in SAMMA_TAL)}
            GROUP BY a.rid, a.period_start, a.period_end, b.upload_id
            HAVING sum(date_diff('day', greatest(a.period_start, b.period_start),
                                 least(a.period_end, b.period_end)) + 1)
                   > date_diff('day', a.period_start, a.period_end))"""
    for senare in (">", "<")
]


@dataclass(frozen=True)
class Rewrite:
    """A label in a column that is read as another: by decision as written, as a unit's name in any case."""

    kolumn: str
    etikett: str
    blir: str
    any_case: bool = False


@cache
def table_columns() -> dict[str, list[str]]:
    """Table name → its columns, read from schema.sql."""
    with connect() as con:
        con.execute(SCHEMA)
        rows = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY column_index"
        ).fetchall()
    tables: dict[str, list[str]] = {}
    for table, column in rows:
        tables.setdefault(table, []).append(column)
    return tables


def build(target: Path, uploads: Iterable[dict[str, Any]], folder: Path, rewrites: Iterable[Rewrite]) -> None:
    """Write a complete database to `target` from the Parquet files of the uploads.

    uploads: ledger rows, oldest first. folder: where the uploads' Parquet files lie. rewrites: labels
    that are read as others, by decision or because a unit has several names.
    """
    uploads = list(uploads)
    target.unlink(missing_ok=True)
    with connect(target) as con:
        con.execute("BEGIN")
        con.execute(SCHEMA)
        for upload in uploads:
            register_upload(con, upload)
        for table in table_columns().keys() - set(UTAN_NYCKEL):
            files = [
                (u, folder / u["upload_id"] / f"{table}.parquet") for u in uploads if table in u["tables"]
            ]
            if files:
                fill(con, table, [str(path) for _, path in files])
        apply_rewrites(con, rewrites)
        for covered in SYNPUNKTER_SOM_OMFATTAS:
            con.execute(covered)
        con.execute(RAKNA_SYNPUNKTER_EN_GANG.replace("samma(o, s)", SAMMA))
        value_risks(con)
        con.execute("COMMIT")
        con.execute("CHECKPOINT")


def register_upload(con: duckdb.DuckDBPyConnection, upload: dict[str, Any]) -> None:
    """A row in `inlasning` per table that the upload filled."""
    for table in upload["tables"]:
        con.execute(
            "INSERT INTO inlasning VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                upload["upload_id"],
                upload["ordning"],
                upload["file"],
                upload["profile"],
                table,
                upload["forvaltning"],
                upload["period_start"],
                upload["period_end"],
                upload["loaded_at"],
                upload["rows_skipped"],
                bool(upload["example"]),
            ],
        )


def fill(con: duckdb.DuckDBPyConnection, table: str, files: list[str]) -> None:
    """The rows of a table from the uploads; the same record in several counts once, the latest wins."""
    latest = ""
    if len(files) > 1:
        latest = "QUALIFY row_number() OVER (PARTITION BY r.nyckel ORDER BY i.ordning DESC) = 1"
    con.execute(
        f"""INSERT INTO {table} BY NAME
            SELECT r.* FROM read_parquet(?, union_by_name = true) r
            JOIN inlasning i ON i.upload_id = r.upload_id AND i.tabell = '{table}' {latest}""",
        [files],
    )


def apply_rewrites(con: duckdb.DuckDBPyConnection, rewrites: Iterable[Rewrite]) -> None:
    """Replace labels in every table that has the column, also where it says whose data a load is.

    Decisions come first; the names of units are looked up in what they give.
    """
    passes: dict[tuple[bool, str], dict[str, str]] = {}
    for r in rewrites:
        names = passes.setdefault((r.any_case, r.kolumn), {})
        names.setdefault(r.etikett.lower() if r.any_case else r.etikett, r.blir)
    for any_case, column in sorted(passes):
        names = passes[any_case, column]
        final = [last_name(etikett, names, any_case) for etikett in names]
        con.register("omskrivning", pa.table({"etikett": list(names), "blir": final}))
        for table, columns in table_columns().items():
            if column in columns:
                asked = f'{table}."{column}"'
                con.execute(
                    f"""UPDATE {table} SET "{column}" = o.blir FROM omskrivning o
                        WHERE o.etikett = {f"lower({asked})" if any_case else asked} AND {asked} <> o.blir"""
                )
        con.unregister("omskrivning")


def last_name(etikett: str, names: dict[str, str], any_case: bool) -> str:
    """Where a chain of rewrites ends; one that goes in a circle ends before it closes."""
    seen = {etikett}
    name = names[etikett]
    while (key := name.lower() if any_case else name) in names and key not in seen:
        seen.add(key)
        name = names[key]
    return name
