"""Figures across a change of the organisation: never silently mixed.

A unit that came out of a merger or a split, or went into one, gets a remark on the rows that the
change touches. On request the units that were merged are counted as the one that they became.
"""

from collections.abc import Iterable

import duckdb

from kvalitet_metrics.indicators.brott import cut
from kvalitet_metrics.indicators.compute import Fraga, Row, breakdown
from kvalitet_metrics.ingest.clean import literal
from kvalitet_metrics.ingest.profile import ORGANISATION
from kvalitet_metrics.model import Brott, Brottslag
from kvalitet_metrics.store.build import table_columns
from kvalitet_metrics.store.organisation import DELNING, SAMMANSLAGNING, Andring, Organisation
from kvalitet_metrics.text import datum, lista


def join_predecessors(con: duckdb.DuckDBPyConnection, fraga: Fraga, organisation: Organisation) -> None:
    """From now on this cursor counts records of merged units as the unit that they became.

    Done by temporary views that stand before the tables of the same names, so every later question on
    the cursor sees the same records. Only the columns that the question names are changed.
    """
    successor = {
        slag: {
            before: e.namn
            for e in organisation.enheter
            if e.slag == slag
            for before in organisation.predecessors(slag, e.namn)
            if not organisation.successors(slag, e.namn)
        }
        for slag in asked_columns(fraga)
    }
    for table in (fraga.indikator.tabell, "inlasning"):
        columns = {c: names for c, names in successor.items() if names and c in table_columns()[table]}
        if columns:
            replaced = ", ".join(f"{renamed(c, names)} AS {c}" for c, names in columns.items())
            con.execute(
                f"""CREATE OR REPLACE TEMP VIEW {table} AS
                    SELECT * REPLACE ({replaced}) FROM {main_schema(con)}.{table}"""
            )


def renamed(column: str, names: dict[str, str]) -> str:
    """SQL for the column with some of its values read as others."""
    whens = " ".join(f"WHEN {literal(old)} THEN {literal(new)}" for old, new in names.items())
    return f"CASE {column} {whens} ELSE {column} END"


def main_schema(con: duckdb.DuckDBPyConnection) -> str:
    """The quoted name of the schema that the tables lie in."""
    catalog = con.execute("SELECT current_database()").fetchall()[0][0]
    return f'"{catalog}".main'


def asked_columns(fraga: Fraga) -> list[str]:
    """The columns of the organisation that the question divides by or asks for."""
    named = {*fraga.by, *(column for column, _ in fraga.urval.where)}
    return [c for c in ORGANISATION if c in named]


def remark_breaks(
    con: duckdb.DuckDBPyConnection,
    rows: list[Row],
    fraga: Fraga,
    organisation: Organisation,
    joined: bool = False,
) -> None:
    """Add a remark, in place, to every row that a merger or a split touches, and cut the series there.

    Where the units before are counted as the one that they became, nothing is cut: that was asked for.
    """
    asked = dict(fraga.urval.where)
    for column in asked_columns(fraga):
        for name in dict.fromkeys(r[column] for r in rows) if column in fraga.by else asked[column]:
            breaks = organisation.breaks(column, name) if name else ()
            series = [r for r in rows if column not in fraga.by or r[column] == name] if breaks else []
            for a in breaks:
                for row in touched(con, series, a, name, fraga.indikator.tabell, joined):
                    if (text := sentence(a, name, joined)) not in row["anmarkning"]:
                        row["anmarkning"].append(text)
                if not joined:
                    said = Brott(a.datum, Brottslag.ORGANISATION, sentence(a, name, joined), name)
                    cut(series, breakdown(fraga), said)


def touched(
    con: duckdb.DuckDBPyConnection,
    series: list[Row],
    andring: Andring,
    name: str,
    table: str,
    joined: bool,
) -> Iterable[Row]:
    """The rows that cannot be read without the remark.

    For a unit that ended: all. For a unit that began: those that reach back before its first day; where
    none does and the earlier units have records of their own, the first row, since the series is cut.
    """
    if name in andring.fore:
        return series
    before = [r for r in series if r["period_start"] < andring.datum]
    if before or joined or not has_records(con, table, andring):
        return before
    return series[:1]


def has_records(con: duckdb.DuckDBPyConnection, table: str, andring: Andring) -> bool:
    """True where the units before the change have records in the table."""
    marks = ", ".join("?" * len(andring.fore))
    found = con.execute(f"SELECT 1 FROM {table} WHERE {andring.slag} IN ({marks}) LIMIT 1", [*andring.fore])
    return bool(found.fetchall())


def sentence(andring: Andring, name: str, joined: bool) -> str:
    """What happened, as a remark on the figures of one of the units."""
    dag, fore, efter = datum(andring.datum), lista(andring.fore), lista(andring.efter)
    if name in andring.fore:
        others = lista([f for f in andring.fore if f != name])
        if andring.andring == SAMMANSLAGNING:
            return f"{name} uppgick {dag} i {efter} tillsammans med {others}."
        return f"{name} delades {dag} i {efter}."
    if andring.andring == DELNING:
        return f"{name} bildades {dag} när {fore} delades; tidigare uppgifter står under {fore}."
    if joined:
        return f"{name} bildades {dag} av {fore}; tidigare uppgifter avser dem tillsammans."
    return f"{name} bildades {dag} av {fore}; tidigare uppgifter står under de namnen."
