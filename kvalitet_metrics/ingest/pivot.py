"""A pasted pivot table → one row per label with its count, under the group that it stands in.

A group is a label without a count, or one whose count is the sum of those below it; which of the two
is decided by the table's own total and never guessed. Group sums and the total are control values.
"""

import re
from itertools import pairwise
from typing import NamedTuple

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.rows import clean_rows, raw, set_notes_aside
from kvalitet_metrics.ingest.shapes import Forteckning, check_column, excel_errors, notes_below, totals
from kvalitet_metrics.model import Fault, Kontrollsumma

LEVELS = "Två grupper står direkt efter varandra, så tabellen har fler nivåer än grupp och rad."
LEVELS_HINT = "Ta bort den yttersta nivån i pivottabellen, eller spara en tabell per grupp."
SUMS = "Det går inte att se om talen på grupprader ingår i summan."
SUMS_HINT = "Ta med raden «Totalsumma» i tabellen, eller visa den utan delsummor."
GROUP_SUM = r"(?i)(.+) (?:summa|totalt|total)$"


class Rad(NamedTuple):
    """A row of the table: number, label and count."""

    rad: int
    etikett: str
    antal: int | None


def read_pivot(con: duckdb.DuckDBPyConnection, traff: Traff) -> Forteckning:
    """`typad` with kategori, underkategori, antal and the label as it stands (`etikett`)."""
    kolumner = {n: k for n, k in traff.profil.kolumner.items() if n in traff.kolumner}
    clean_rows(con, traff, kolumner)
    noter = set_notes_aside(con, kolumner)
    typed = ", ".join(f'{k.sql(raw(n), traff.skriven_rubrik(n))} AS "{n}"' for n, k in kolumner.items())
    con.execute(f"CREATE OR REPLACE TEMP TABLE typad AS SELECT *, {typed} FROM ren WHERE slag = 'data'")
    lista = Forteckning(warnings=[notes_below(traff, noter)] if noter else [])
    for namn, kolumn in kolumner.items():
        check_column(con, traff, namn, kolumn, lista)
    excel_errors(con, traff, list(kolumner), lista)
    rows = con.execute(
        f"""SELECT rad, etikett, antal, {raw("antal")} IS NULL FROM typad
            WHERE etikett IS NOT NULL ORDER BY rad"""
    ).fetchall()
    published = con.execute(
        f"SELECT max({clean.heltal(raw('antal'))}) FROM ren WHERE slag = 'total'"
    ).fetchall()[0][0]
    table = [Rad(rad, etikett, antal) for rad, etikett, antal, _ in rows]
    blank = {rad for rad, _, _, is_blank in rows if is_blank}
    placed = place_rows(traff, table, blank, published, lista)
    lista.rows_read = len(placed)
    con.register("placerade", pa.Table.from_pylist(placed, SCHEMA))
    con.execute(
        """CREATE OR REPLACE TEMP TABLE typad AS
           SELECT t.*, CAST(NULL AS VARCHAR) AS kolumn, p.kategori, p.underkategori
           FROM typad t JOIN placerade p USING (rad)"""
    )
    con.unregister("placerade")
    lista.kontroller += [k for k in totals(con, traff, kolumner) if k.kolumn == traff.skriven_rubrik("antal")]
    return lista


SCHEMA = pa.schema([("rad", pa.int32()), ("kategori", pa.string()), ("underkategori", pa.string())])


def place_rows(
    traff: Traff, table: list[Rad], blank: set[int], published: int | None, lista: Forteckning
) -> list[dict]:
    """Each row that is no group, with its kategori and underkategori; faults and group sums go to `lista`."""
    table = without_group_sums(traff, table, lista)
    groups = blank or groups_with_sums(traff, table, published, lista)
    for upper, lower in pairwise(table):
        if {upper.rad, lower.rad} <= blank:
            lista.faults.append(Fault(LEVELS, LEVELS_HINT, traff.blad.name, traff.ort(upper.rad, "etikett")))
    placed, group = [], None
    for row in table:
        if row.rad in groups:
            group = row.etikett
        else:
            under = row.etikett if group else None
            placed.append({"rad": row.rad, "kategori": group or row.etikett, "underkategori": under})
    return placed


def without_group_sums(traff: Traff, table: list[Rad], lista: Forteckning) -> list[Rad]:
    """The rows without «Park Summa» below the rows of Park; such sums are control values."""
    kept: list[Rad] = []
    labels = {row.etikett.lower() for row in table}
    since: list[Rad] = []
    for row in table:
        match = re.fullmatch(GROUP_SUM, row.etikett)
        if match and row.antal is not None and match[1].lower() in labels:
            control(traff, row, sum(r.antal or 0 for r in since), lista)
            since = []
        else:
            kept.append(row)
            since.append(row)
    return kept


def groups_with_sums(traff: Traff, table: list[Rad], published: int | None, lista: Forteckning) -> set[int]:
    """The rows whose count is the sum of those below; none where all counts add up to the total."""
    counts = sum(row.antal or 0 for row in table)
    if not table or counts == published:
        return set()
    groups: list[tuple[Rad, int]] = []
    i = 0
    while i < len(table):
        head, below, i = table[i], 0, i + 1
        while i < len(table) and below < (head.antal or 0):
            below, i = below + (table[i].antal or 0), i + 1
        if below != head.antal:
            return set()
        groups.append((head, below))
    if published is None:
        lista.faults.append(Fault(SUMS, SUMS_HINT, traff.blad.name, traff.ort(table[0].rad, "antal")))
        return set()
    for head, below in groups:
        control(traff, head, below, lista)
    return {head.rad for head, _ in groups}


def control(traff: Traff, row: Rad, below: int, lista: Forteckning) -> None:
    """Keep the sum of a group beside what its rows give."""
    ort = traff.ort(row.rad, "antal")
    lista.kontroller.append(
        Kontrollsumma(traff.blad.name, ort, row.etikett, float(row.antal or 0), float(below))
    )
