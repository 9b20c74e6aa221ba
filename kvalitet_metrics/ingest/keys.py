"""The key that tells one record from another and is the same in every export of it: a keyed hash."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest.clean import literal
from kvalitet_metrics.ingest.profile import ExportProfil, Nyckel

Names = Mapping[str, Mapping[str, str]]
"""Per column of the organisation: a unit's name in lower case, in any spelling → the name it has now."""


def with_keys(
    con: duckdb.DuckDBPyConnection, rows: pa.Table, profil: ExportProfil, key: bytes, names: Names
) -> pa.Table:
    """The rows with `nyckel` instead of the columns that it is made of and that are not saved.

    Exact repeats of a numbered case are dropped. Records that share a key but differ (siblings with
    one case number), and records without a number, are told apart by a running number. A unit that is
    spelled in another way than last time is the same unit.
    """
    rows = with_persons_hashed(con, rows, profil, key)
    parts = ", ".join(key_part(n, names) for n in ("forvaltning", *profil.nyckel))
    hashed = hmac_sql(f"concat_ws('|', {literal(profil.tabell)}, {parts})")
    unsaved = [n for n in profil.nyckel if not profil.sparas(n)]
    numbers = [f'"{n}"' for n in profil.nyckel if isinstance(profil.kolumner.get(n), Nyckel)]
    numbered = f"coalesce({', '.join(numbers)}) IS NOT NULL" if numbers else "FALSE"
    exclude = f"EXCLUDE ({', '.join(unsaved)})" if unsaved else ""
    con.register("rader", rows)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE hashade AS
            SELECT * {exclude}, {hashed} AS hash, {numbered} AS numbered FROM rader""",
        hmac_parameters(key),
    )
    con.unregister("rader")
    if con.execute("SELECT count(DISTINCT hash) = count(*) FROM hashade").fetchall()[0][0]:
        alone = "SELECT * EXCLUDE (hash, numbered), hash || '#1' AS nyckel FROM hashade"
        return con.sql(alone).to_arrow_table()
    content = ", ".join(f'"{c}"' for c in rows.column_names if c not in ("blad", "rad", "kolumn", *unsaved))
    return con.sql(
        f"""WITH en_gang AS (
                    SELECT * FROM hashade
                    QUALIFY row_number() OVER (PARTITION BY hash, {content} ORDER BY rad) = 1
                            OR NOT numbered),
                 uppdelade AS (
                    SELECT *, row_number() OVER (PARTITION BY hash ORDER BY {content}, rad) AS nr
                    FROM en_gang)
            SELECT * EXCLUDE (hash, nr, numbered), hash || '#' || nr AS nyckel
            FROM uppdelade ORDER BY blad, rad"""
    ).to_arrow_table()


def with_persons_hashed(
    con: duckdb.DuckDBPyConnection, rows: pa.Table, profil: ExportProfil, key: bytes
) -> pa.Table:
    """The rows with a keyed hash in place of each person's number; the same in every written form of it.

    Of a number that has its ten digits the last ten count, so that the century and signs do not matter.
    """
    if not profil.personer:
        return rows
    con.register("rader", rows)
    hashed = ", ".join(person_sql(namn) for namn in profil.personer)
    table = con.sql(f"SELECT * REPLACE ({hashed}) FROM rader", params=hmac_parameters(key)).to_arrow_table()
    con.unregister("rader")
    return table


def person_sql(namn: str) -> str:
    """The SQL of the keyed hash of a person's number or code; NULL for anything else, such as a name."""
    signs = f"""upper(regexp_replace(regexp_replace("{namn}", '[.,]0+$', ''), '[^0-9A-Za-z]', '', 'g'))"""
    same = f"""CASE WHEN regexp_full_match({signs}, '([0-9]{{2}})?[0-9]{{10}}') THEN right({signs}, 10)
                    WHEN regexp_full_match({signs}, '[A-Z]{{1,4}}[0-9]{{2,9}}') THEN {signs} END"""
    return f"""{hmac_sql(f"'person|' || {same}")} AS "{namn}\""""


def key_part(column: str, names: Names) -> str:
    """The SQL of a column's text in a key, never NULL."""
    text = f'CAST("{column}" AS VARCHAR)'
    if known := names.get(column):
        whens = " ".join(f"WHEN {literal(old)} THEN {literal(new)}" for old, new in known.items())
        text = f"CASE lower({text}) {whens} ELSE {text} END"
    return f"coalesce({text}, '')"


def hmac_sql(value: str) -> str:
    """The SQL of HMAC-SHA256 over a text, with the parameters $inner and $outer from `hmac_parameters`."""
    return f"sha256($outer::BLOB || unhex(sha256($inner::BLOB || encode({value}))))"


def hmac_parameters(key: bytes) -> dict[str, bytes]:
    """The padded keys of RFC 2104 for a key of at most 64 bytes."""
    block = key.ljust(64, b"\0")
    return {"inner": bytes(b ^ 0x36 for b in block), "outer": bytes(b ^ 0x5C for b in block)}
