"""Row labels × columns of values (ILS tables, key figures, published tables): one typed row per cell.

blocks.py finds labels, headings and titles, cells.py reads the numbers; here and in measured.py they
are placed in time. T1, T2 and VB are the three tertials; «Ack.» is the control value of their sum. A
number in brackets is the same figure for an earlier period.
"""

import re
from dataclasses import replace
from datetime import date

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.blocks import MOST_ROWS, Block, read_blocks
from kvalitet_metrics.ingest.cells import Cell, Tal, fault, typed_cells
from kvalitet_metrics.ingest.measured import (
    BRACKETS,
    BRACKETS_HINT,
    base_row,
    brackets,
    measured_rows,
    rows_of,
)
from kvalitet_metrics.ingest.measures import without_brackets
from kvalitet_metrics.ingest.periods import Period, missing_period, period_before, slag_of, tertial
from kvalitet_metrics.ingest.profile import Korstabell, Mattabell
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.shapes import TWICE, TWICE_HINT, Forteckning, notes_below, shown
from kvalitet_metrics.ingest.when import find_period
from kvalitet_metrics.model import Fault, Kontrollsumma, Periodslag

TERTIAL = {"t1": 1, "t2": 2, "vb": 3, "t3": 3}
TEXTS = (
    *("kolumn", "titel", "amne", "rubrik", "etikett", "tema", "namn", "kon", "jamforelse"),
    *("saknas", "periodslag", "matenhet", "skrivet", "bedomning", "prioritering"),
)
ROWS = pa.schema(
    [
        ("rad", pa.int32()),
        *((namn, pa.string()) for namn in TEXTS),
        *((namn, pa.float64()) for namn in ("varde", "matt", "namnare")),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
    ]
)


def read_crosstab(con: duckdb.DuckDBPyConnection, traff: Traff, period: Period | None) -> Forteckning:
    """`typad` with one row per value: its label, title, number, period and whatever its heading says."""
    profil = traff.profil
    assert isinstance(profil, Korstabell)
    lista = Forteckning()
    if traff.blad.table.num_rows > MOST_ROWS:
        lista.faults.append(too_long(traff))
        return lista
    blocks = read_blocks(traff, profil)
    for block in blocks:
        lista.faults += unlabelled(traff, block, lista)
    if noter := [rad for block in blocks for rad in block.noter]:
        lista.warnings.append(notes_below(traff, noter))
    cells = typed_cells(con, traff, profil, blocks, lista)
    lista.rows_read = len({c.rad.rad for c in cells})
    check_repeats(traff, cells, lista)
    if isinstance(profil, Mattabell):
        data = measured_rows(traff, profil, cells, period, lista)
    else:
        data = place_in_time(traff, cells, period, lista)
    save(con, traff, blocks, data)
    return lista


def save(con: duckdb.DuckDBPyConnection, traff: Traff, blocks: list[Block], data: list[dict]) -> None:
    """`typad` from the rows; the columns beside the values are read as their profile says."""
    beside = list(dict.fromkeys(n for block in blocks for n in block.bredvid))
    kolumner = {n: traff.profil.kolumner[n] for n in beside}
    schema = ROWS
    for n in beside:
        schema = schema.append(pa.field(f"raw_{n}", pa.string()))
    con.register("platser", pa.Table.from_pylist(data, schema))
    typed = "".join(f', {k.sql(clean.text(f"raw_{n}"))} AS "{n}"' for n, k in kolumner.items())
    con.execute(f"CREATE OR REPLACE TEMP TABLE typad AS SELECT {', '.join(ROWS.names)} {typed} FROM platser")
    con.unregister("platser")


def too_long(traff: Traff) -> Fault:
    """The fault for a cross table with more rows than any report has."""
    rows = traff.blad.table.num_rows
    text = f"Tabellen har {rows} rader; en tabell av det här slaget har högst {MOST_ROWS}."
    return Fault(text, "Kontrollera att det är rätt fil.", traff.blad.name)


def unlabelled(traff: Traff, block: Block, lista: Forteckning) -> list[Fault]:
    """A fault for every row that has values but no label; the rows are taken out of the block."""
    without = [r for r in block.rader if not r.etikett]
    block.rader = [r for r in block.rader if r.etikett]
    found = []
    for rad in (r for r in without if any(p in r.celler for p in block.varden)):
        text = "Raden har värden men ingen etikett i tabellens första kolumn."
        tips = "Skriv vad raden gäller. I sammanfogade celler står texten bara på den första raden."
        found.append(
            Fault(text, tips, traff.blad.name, traff.blad.address(rad.rad, block.label), block.rubrik)
        )
        lista.faulty_rows.add(rad.rad)
    return found


def check_repeats(traff: Traff, cells: list[Cell], lista: Forteckning) -> None:
    """Add a fault where two columns mean the same, and where a label has values twice in one table."""
    columns: dict[tuple, int] = {}
    labels: dict[tuple, Cell] = {}
    told = set()
    for cell in cells:
        r = cell.rubrik
        meaning = (r.namn.lower(), r.period, r.jamforelse, r.kon, r.matenhet, r.roll)
        if columns.setdefault((id(cell.block), *meaning), cell.plats) != cell.plats:
            lista.faulty_rows.add(cell.rad.rad)
            if (place := (id(cell.block), cell.plats)) not in told:
                ort = traff.blad.address(cell.block.rubrikrad, cell.plats)
                lista.faults.append(Fault(TWICE, TWICE_HINT, traff.blad.name, ort, r.text))
            told.add(place)
        if cell.tal.varde is None or cell.rad.total:
            continue
        side = tuple(sorted((n, v or "") for n, v in cell.andra.items()))
        key = (cell.block.titel, cell.rad.etikett.lower(), cell.tema, side, *meaning)
        first = labels.setdefault(key, cell).rad.rad
        if first != cell.rad.rad:
            text = f"{shown(cell.rad.etikett)}raden finns även som rad {first}; bara en kan gälla."
            tips = "Ge varje tabell en egen titel ovanför sin rubrikrad, eller ta bort den ena raden."
            fault(traff, cell, text, tips, lista)


def place_in_time(traff: Traff, cells: list[Cell], period: Period | None, lista: Forteckning) -> list[dict]:
    """Rows with their period; totals and Ack. become control values, cumulative tertials are undone."""
    brack = brackets(traff, cells)
    data: list[dict] = []
    needs_period = False
    for row in rows_of(cells):
        per_rubrik = {clean.rubrik(c.rubrik.text): c for c in row}
        if row[0].rad.total:
            lista.kontroller += block_totals(traff, data, row)
            continue
        ends = {r: re.search(r"\b(t[123]|vb)$", r) for r in per_rubrik}
        tertials = {TERTIAL[m[1]]: per_rubrik[r] for r, m in ends.items() if m}
        ack = next((c for r, c in per_rubrik.items() if r.startswith("ack")), None)
        years = [(c, Periodslag.KALENDERAR, c.rubrik.period) for c in row if c.rubrik.period]
        if not (tertials or ack or years) and period:
            years = [(c, slag_of(period), period) for c in row]
        needs_period |= period is None and (not years or bool(tertials or ack))
        placed = tertial_cells(traff, tertials, ack, period, lista) if period and (tertials or ack) else []
        for cell, slag, span in [*placed, *years]:
            data.append(dated(cell, cell.tal, slag, span))
            if cell.fore and (earlier := period_before(span, brack)):
                data.append(dated(cell, cell.fore, slag, earlier))
            elif cell.fore:
                fault(traff, cell, BRACKETS, BRACKETS_HINT, lista)
    if needs_period:
        lista.faults.append(missing_period(traff))
    return data


def tertial_cells(
    traff: Traff, tertials: dict[int, Cell], ack: Cell | None, period: Period, lista: Forteckning
) -> list[tuple[Cell, Periodslag, Period]]:
    """One cell per tertial; one for the whole period where only Ack. is filled.

    Where VB equals Ack. and the sum does not, the tertials are cumulative and are undone.
    """
    values = {n: c.tal.varde for n, c in tertials.items() if c.tal.varde is not None}
    total = ack.tal.varde if ack else None
    if not values:
        cell = ack or tertials[max(tertials)]
        start, end = period
        if start.year == end.year:  # «Ack.» counts from the beginning of the year, also in a report of T2
            start = date(end.year, 1, 1)
        return [(cell, slag_of((start, end)), (start, end))]
    if total is not None and sum(values.values()) != total:
        steps = [values[n] for n in sorted(values)]
        if steps == sorted(steps) and steps[-1] == total:
            before = 0.0
            for n in sorted(values):
                tertials[n] = replace(tertials[n], tal=Tal(values[n] - before))
                before = values[n]
            etikett = next(iter(tertials.values())).rad.etikett
            lista.warnings.append(
                f"«{etikett}»: tertialen är ackumulerade i källan och har räknats om, vart och ett för sig."
            )
    if ack and total is not None:
        beraknat = sum(c.tal.varde or 0 for c in tertials.values())
        lista.kontroller.append(Kontrollsumma(traff.blad.name, ack.ort, ack.rubrik.text, total, beraknat))
    return [(c, Periodslag.TERTIAL, tertial(n, period)) for n, c in sorted(tertials.items())]


def dated(cell: Cell, tal: Tal, slag: Periodslag, span: Period) -> dict:
    """The cell as a row of `typad`."""
    return base_row(cell) | {
        "varde": tal.varde,
        "saknas": tal.saknas,
        "periodslag": slag,
        "period_start": span[0],
        "period_end": span[1],
    }


def block_totals(traff: Traff, data: list[dict], row: list[Cell]) -> list[Kontrollsumma]:
    """The totals row of a block as control values for the rows above it in the same block."""
    kontroller = []
    for cell in row:
        if cell.tal.varde is None:
            continue
        same = [r for r in data if r["titel"] == cell.block.titel]
        whole = clean.rubrik(cell.rubrik.text).startswith("ack")
        letter = traff.blad.column_letter(cell.plats)
        column = [r["varde"] or 0 for r in same if whole or r["kolumn"] == letter]
        kontroller.append(
            Kontrollsumma(traff.blad.name, cell.ort, cell.rubrik.text, cell.tal.varde, sum(column))
        )
    return kontroller


def period_of(traff: Traff, *besides: str | None) -> Period | None:
    """The period that the sheet's title rows speak of, or else texts besides it, such as the file's name."""
    return find_period((*map(without_brackets, traff.titel), traff.blad.name, *filter(None, besides)))
