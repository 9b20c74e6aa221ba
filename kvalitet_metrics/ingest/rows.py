"""What each row of a list is: a record, a total, a group, a repeated heading, a note or nothing.

`ren` holds the cleaned texts below the heading, one column `raw_<name>` per profile column, with rad,
fyllda (number of filled cells), forsta (the first filled cell) and slag: data, total, delsumma, rubrik,
grupp, not, tom. Values that stand once for several rows are filled down after that has been decided.
"""

import re

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.profile import Kolumn, Lista
from kvalitet_metrics.ingest.recognise import Traff, first_rows

FEW_CELLS = 6
TOTALS_AND_NUMBERS = rf"({'|'.join(clean.TOTALORD)}|st|kr|[-−–0-9\s.,:%])+"
NUMRERAD = r"\d+\.\s.*"
"""How the name of a process begins, where it stands alone above its table."""


def raw(namn: str) -> str:
    """The SQL name of a column's cleaned text in `ren`."""
    return f'"raw_{namn}"'


def cell(traff: Traff, namn: str) -> str:
    """The SQL name of a column as it stands in the file."""
    return f'"{traff.kolumner[namn]}"'


def words_for_totals(position: int) -> str:
    """SQL for a cell that is not read, where it is the word of a totals row; else NULL."""
    return f'CASE WHEN {clean.ar_totalrad(f"""trim("{position}")""")} THEN trim("{position}") END'


def clean_rows(con: duckdb.DuckDBPyConnection, traff: Traff, kolumner: dict[str, Kolumn]) -> None:
    """Make `ren` with the kinds tom, total, delsumma, rubrik (repeated at a page break) and data.

    A cell under any heading counts as filled, also where its column is not read. A row that names a
    sum and lacks what a record must have is the sum of the rows since the last such row.
    """
    con.register("blad", traff.blad.numbered)
    texts = ", ".join(f"{clean.text(cell(traff, n))} AS {raw(n)}" for n in kolumner)
    by_position = sorted(kolumner, key=lambda n: traff.kolumner[n])
    unread = set(range(traff.blad.width)) - {traff.kolumner[n] for n in kolumner}
    filled = [f"{raw(n)} IS NOT NULL" for n in kolumner]
    filled += [f"coalesce(trim(\"{i}\") <> '', FALSE)" for i in sorted(unread) if traff.rubriker[i]]
    first = [words_for_totals(i) for i in range(traff.blad.width)]
    for namn in kolumner:
        first[traff.kolumner[namn]] = raw(namn)
    heading = " AND ".join(is_heading(n, kolumner[n]) for n in by_position[:2])
    lacking = " OR ".join(f"rader.{raw(n)} IS NULL" for n, k in kolumner.items() if k.krav)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE ren AS
            WITH texter AS (SELECT *, {texts} FROM blad WHERE rad >= $rad),
                 rubriken AS (SELECT * FROM texter WHERE rad = $rad),
                 rader AS (SELECT rad, {", ".join(raw(n) for n in kolumner)},
                                  {" + ".join(f"({f})::INT" for f in filled)} AS fyllda,
                                  coalesce({", ".join(first)}) AS forsta
                           FROM texter WHERE rad > $rad)
            SELECT rader.*, CASE WHEN fyllda = 0 THEN 'tom'
                                 WHEN {traff.profil.total_sql(kolumner)} THEN 'total'
                                 WHEN {total_anywhere(kolumner)} THEN 'total'
                                 WHEN fyllda = 1 AND ({lacking}) AND {clean.ar_period("rader.forsta")}
                                 THEN 'rubrik'
                                 WHEN fyllda = 1 AND {clean.ar_antal_i_text("rader.forsta")} THEN 'total'
                                 WHEN {heading} THEN 'rubrik'
                                 WHEN {clean.ar_delsumma("rader.forsta")} AND ({lacking}) THEN 'delsumma'
                                 ELSE 'data' END AS slag
            FROM rader, rubriken""",
        {"rad": traff.rad},
    )
    con.unregister("blad")


def is_heading(namn: str, kolumn: Kolumn) -> str:
    """SQL for a cell that repeats the column's heading, in the file's own word or another of its words."""
    known = ", ".join(map(clean.literal, kolumn.lasningar))
    written = f"lower(rader.{raw(namn)})"
    return f"({written} = lower(rubriken.{raw(namn)}) OR {written} IN ({known or 'NULL'}))"


def total_anywhere(kolumner: dict[str, Kolumn]) -> str:
    """SQL for a row where one cell is a word for a total and every other filled one a number.

    Only looked for where few cells are filled, as in totals rows: looking costs as much as reading.
    """
    cells = [f"rader.{raw(n)}" for n in kolumner]
    words = rf"(^|\|)({'|'.join(clean.TOTALORD)})(\||$)"
    some = f"regexp_matches(lower(concat_ws('|', {', '.join(cells)})), {clean.literal(words)})"
    rest = (
        f"regexp_full_match(lower(concat_ws(' ', {', '.join(cells)})), {clean.literal(TOTALS_AND_NUMBERS)})"
    )
    few = f"fyllda <= greatest({FEW_CELLS}, {len(kolumner)} / 2)"
    return f"CASE WHEN NOT {few} THEN FALSE WHEN {some} THEN {rest} ELSE FALSE END"


def set_notes_aside(con: duckdb.DuckDBPyConnection, kolumner: dict[str, Kolumn]) -> list[int]:
    """The rows below the table that are notes, now marked so in `ren`.

    What may be a record is one, so that it is either counted or shown as a fault. A note is a single
    cell of several words that cannot be read as what its column holds, and it either stands apart
    from the table or begins as notes do. Where the records themselves are sentences, only the latter.
    """
    sentences = any(type(k) is Kolumn and k.krav for k in kolumner.values())
    readable = [
        f"({raw(n)} IS NOT NULL AND {k.sql(raw(n))} IS NOT NULL)" for n, k in kolumner.items() if k.feltyp
    ]
    last, full, alone = con.execute(
        """SELECT coalesce(max(rad) FILTER (slag = 'data' AND fyllda > 1), 0),
                  coalesce(max(rad) FILTER (fyllda > 1), 0),
                  coalesce(max(rad) FILTER (slag = 'data' AND fyllda = 1), 0) FROM ren"""
    ).fetchall()[0]
    if alone <= full:
        return []
    noter = []
    for rad, text, is_value in con.execute(
        f"""SELECT rad, coalesce(forsta, ''), {" OR ".join(readable) or "FALSE"} FROM ren
            WHERE slag = 'data' AND fyllda = 1 AND rad > $full ORDER BY rad""",
        {"full": full},
    ).fetchall():
        apart = (
            re.match(clean.NOT_BORJAN, text.lower()) if sentences else rad > last + 1 or clean.ar_not(text)
        )
        if not is_value and " " in text and apart:
            noter.append(rad)
        else:
            last = rad
    if noter:
        con.execute("UPDATE ren SET slag = 'not' WHERE rad IN (SELECT unnest($noter))", {"noter": noter})
    return noter


def titles_between(
    con: duckdb.DuckDBPyConnection, traff: Traff, kolumner: dict[str, Kolumn]
) -> dict[str, Kolumn]:
    """The columns, with one more where its value stands alone above each of several tables.

    Such a text is alone in its row and stands above a repeated heading, is numbered as processes are,
    or is itself a heading of the profile. The text above the first heading counts where there are others,
    or where it is numbered.
    """
    profil = traff.profil
    namn = profil.rubrik_over if isinstance(profil, Lista) else ""
    if not namn or namn in kolumner:
        return kolumner
    headings = ", ".join(clean.literal(r) for k in profil.kravda.values() for r in k.lasningar)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE ren AS
            WITH fyllda_rader AS (SELECT rad, lead(slag) OVER (ORDER BY rad) AS nasta
                                  FROM ren WHERE slag <> 'tom')
            SELECT ren.* REPLACE (CASE WHEN slag = 'data' AND fyllda = 1 AND (nasta = 'rubrik'
                                            OR regexp_full_match(forsta, '{NUMRERAD}')
                                            OR lower(forsta) IN ({headings}))
                                       THEN 'grupp' ELSE slag END AS slag),
                   CAST(NULL AS VARCHAR) AS {raw(namn)}
            FROM ren LEFT JOIN fyllda_rader USING (rad)"""
    )
    con.execute(f"UPDATE ren SET {raw(namn)} = forsta WHERE slag = 'grupp'")
    repeated = con.execute("SELECT count(*) FROM ren WHERE slag IN ('grupp', 'rubrik')").fetchall()[0][0]
    above = alone_above(traff)
    first = above if above and (repeated or re.fullmatch(NUMRERAD, above)) else None
    con.execute(
        f"UPDATE ren SET {raw(namn)} = {clean.literal(first)} WHERE slag = 'data' AND rad = $rad",
        {"rad": first_data(con)},
    )
    fill_below(con, namn, "slag IN ('data', 'grupp')")
    return kolumner | {namn: profil.kolumner[namn]}


def alone_above(traff: Traff) -> str | None:
    """The text that stands alone in the last filled row above the heading."""
    for row in reversed(first_rows(traff.blad, traff.rad - 1)):
        texts = [" ".join(c.split()) for c in row if c.strip()]
        if texts:
            return texts[0] if len(texts) == 1 else None
    return None


def first_data(con: duckdb.DuckDBPyConnection) -> int:
    """The number of the first record's row; 0 where there is none."""
    return con.execute("SELECT coalesce(min(rad), 0) FROM ren WHERE slag = 'data'").fetchall()[0][0]


def fill_down(con: duckdb.DuckDBPyConnection, traff: Traff, kolumner: dict[str, Kolumn]) -> None:
    """Give every record the values that stand once for several rows.

    Exactly the rows of merged cells; and in columns that are `fyll_ned` every row below a value.
    """
    fill_merged(con, traff, kolumner)
    for namn, kolumn in kolumner.items():
        if kolumn.fyll_ned:
            fill_below(con, namn, "slag = 'data'")


def fill_merged(con: duckdb.DuckDBPyConnection, traff: Traff, kolumner: dict[str, Kolumn]) -> None:
    """Fill the rows of cells that are merged down, in the columns that are read."""
    names = {traff.kolumner[n]: n for n in kolumner if n in traff.kolumner}
    ranges = [
        {"namn": names[left], "forsta": top + 1, "sista": bottom + 1}
        for top, left, bottom, _ in traff.blad.merged
        if left in names and bottom > top >= traff.rad
    ]
    if not ranges:
        return
    con.register("sammanfogade", pa.Table.from_pylist(ranges))
    for namn in sorted({str(r["namn"]) for r in ranges}):
        con.execute(
            f"""UPDATE ren SET {raw(namn)} = fylld.varde
                FROM (SELECT r.rad, o.{raw(namn)} AS varde
                      FROM sammanfogade m JOIN ren o ON o.rad = m.forsta
                      JOIN ren r ON r.rad > m.forsta AND r.rad <= m.sista
                      WHERE m.namn = $namn) fylld
                WHERE ren.rad = fylld.rad AND ren.slag = 'data' AND ren.{raw(namn)} IS NULL""",
            {"namn": namn},
        )
    con.unregister("sammanfogade")


def fill_below(con: duckdb.DuckDBPyConnection, namn: str, where: str) -> None:
    """Fill the blank cells of a column with the nearest value above, among the rows that `where` names."""
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE ren AS
            SELECT * REPLACE (CASE WHEN {where} THEN
                last_value(CASE WHEN {where} THEN {raw(namn)} END IGNORE NULLS)
                    OVER (ORDER BY rad ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
                ELSE {raw(namn)} END AS {raw(namn)}) FROM ren"""
    )
