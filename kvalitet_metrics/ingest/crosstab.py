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
from kvalitet_metrics.ingest.when import find_period, months
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
        if row[0].rad.total:
            lista.kontroller += block_totals(traff, data, row)
            continue
        placed: list[tuple[Cell, Periodslag, Period]] = []
        parts = parts_of_years(row, period)
        for span, (tertials, ack) in parts.items():
            if span:
                placed += tertial_cells(traff, tertials, ack, span, lista)
        if not parts:
            spans = ((c, c.rubrik.period or period) for c in row)
            placed = [(c, slag_of(span), span) for c, span in spans if span]
        else:
            other = (c for c in row if c.rubrik.period and not part_of_year(c))
            placed += [(c, slag_of(c.rubrik.period), c.rubrik.period) for c in other if c.rubrik.period]
        needs_period |= None in parts or not placed
        for cell, slag, span in placed:
            data.append(dated(cell, cell.tal, slag, span))
            if cell.fore and (earlier := period_before(span, brack)):
                data.append(dated(cell, cell.fore, slag, earlier) | {"inom_parentes": True})
            elif cell.fore:
                fault(traff, cell, BRACKETS, BRACKETS_HINT, lista)
    if needs_period:
        lista.faults.append(missing_period(traff))
    return data


def part_of_year(cell: Cell) -> re.Match[str] | None:
    """What the heading says of a tertial («Utfall T1», «VB 2025») or of their sum («Ack. utfall»)."""
    return re.fullmatch(r"(?:(?:.*\b)?(t[123]|vb)|ack.*?)(?: (20\d\d))?", clean.rubrik(cell.rubrik.text))


def parts_of_years(
    row: list[Cell], period: Period | None
) -> dict[Period | None, tuple[dict[int, Cell], Cell | None]]:
    """Per year (the table's own, or the one in the headings) the cells of its tertials, and of their sum.

    Beside a T3, VB is the report of the year and holds the sum.
    """
    said = [(cell, m[1] or "ack", m[2]) for cell in row if (m := part_of_year(cell))]
    third = {year for _, word, year in said if word == "t3"}
    parts: dict[Period | None, tuple[dict[int, Cell], Cell | None]] = {}
    for cell, word, year in said:
        span = months(int(year), 1, 12) if year else period
        tertials, ack = parts.get(span, ({}, None))
        if word == "ack" or (word == "vb" and year in third):
            parts[span] = (tertials, cell if word == "ack" else ack or cell)
        else:
            parts[span] = (tertials | {TERTIAL[word]: cell}, ack)
    return parts


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
        letters = {traff.blad.column_letter(p) for p in summed(row, cell)}
        same = [r for r in data if r["titel"] == cell.block.titel and r["kolumn"] in letters]
        for tal, before in ((cell.tal, False), (cell.fore, True)):
            if tal and tal.varde is not None:
                parts = sum(r["varde"] or 0 for r in same if r.get("inom_parentes", False) is before)
                kontroller.append(
                    Kontrollsumma(traff.blad.name, cell.ort, cell.rubrik.text, tal.varde, parts)
                )
    return kontroller


def summed(row: list[Cell], total: Cell) -> list[int]:
    """The columns whose rows a total is the sum of: its own; for a sum of tertials theirs, too.

    Totals that only grow to the sum of the year are cumulative, as the rows above them were.
    """
    said = part_of_year(total)
    if not said:
        return [total.plats]
    year = [(m, c) for c in row if (m := part_of_year(c)) and m[2] == said[2]]
    tertials = sorted((TERTIAL[m[1]], c) for m, c in year if m[1])
    if not said[1]:
        return [c.plats for _, c in year]
    values = [c.tal.varde or 0 for _, c in tertials]
    ack = next((c.tal.varde for m, c in year if not m[1]), None)
    cumulative = ack is not None and sum(values) != ack and values == sorted(values) and values[-1] == ack
    return [c.plats for n, c in tertials if (cumulative and n <= TERTIAL[said[1]]) or c is total]


def period_of(traff: Traff, *besides: str | None) -> Period | None:
    """The period that the sheet's title rows speak of, or else texts besides it, such as the file's name."""
    return find_period((*map(without_brackets, traff.titel), traff.blad.name, *filter(None, besides)))
