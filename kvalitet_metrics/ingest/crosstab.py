"""Row labels × columns of values (ILS tables, key figures per year): one typed row per cell.

Several blocks may stand on one sheet, each with its own heading row and a title above it. Such
tables are small by nature, so they are walked cell by cell; values are read by the same SQL as in
lists. T1, T2 and VB are the three tertials; «Ack.» is the control value of their sum.
"""

import re
from collections import defaultdict
from datetime import date

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.headings import match_row
from kvalitet_metrics.ingest.profile import Korstabell
from kvalitet_metrics.ingest.recognise import Traff, find_period, first_rows
from kvalitet_metrics.ingest.shapes import (
    EXCEL_ERROR,
    EXCEL_ERROR_HINT,
    TWICE,
    TWICE_HINT,
    Forteckning,
    notes_below,
    shown,
)
from kvalitet_metrics.model import Fault, Kontrollsumma, Periodslag

MOST_ROWS = 5_000
TERTIAL = {"t1": 1, "t2": 2, "vb": 3, "t3": 3}

PLATS = ("forvaltning", "avdelning", "enhet")
"""Columns of the organisation that may stand beside the label."""

CELLS = pa.schema(
    [
        ("rad", pa.int32()),
        ("kolumn", pa.string()),
        ("titel", pa.string()),
        ("etikett", pa.string()),
        ("rubrik", pa.string()),
        ("cell", pa.string()),
        *((namn, pa.string()) for namn in PLATS),
    ]
)
ROWS = pa.schema(
    [
        ("rad", pa.int32()),
        ("kolumn", pa.string()),
        ("titel", pa.string()),
        ("etikett", pa.string()),
        ("varde", pa.float64()),
        ("saknas", pa.string()),
        ("periodslag", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        *((namn, pa.string()) for namn in PLATS),
    ]
)


def read_crosstab(
    con: duckdb.DuckDBPyConnection, traff: Traff, period: tuple[date, date] | None
) -> Forteckning:
    """`typad` with etikett, titel (of the block), varde, saknas, periodslag, period_start, period_end."""
    profil = traff.profil
    assert isinstance(profil, Korstabell)
    lista = Forteckning()
    if traff.blad.table.num_rows > MOST_ROWS:
        lista.faults.append(too_long(traff))
        return lista
    con.register("celler", pa.Table.from_pylist(cells(traff, profil, lista), CELLS))
    parsed = con.sql(
        f"""SELECT *, {clean.tal("cell")} AS varde, {clean.saknas("cell")} AS saknas
            FROM celler ORDER BY rad, kolumn"""
    ).to_arrow_table()
    con.unregister("celler")
    errors = {traff.blad.address(row + 1, column) for row, column in traff.blad.errors}
    rows = []
    for cell in parsed.to_pylist():
        if (ort := f"{cell['kolumn']}{cell['rad']}") in errors:
            lista.faults.append(Fault(EXCEL_ERROR, EXCEL_ERROR_HINT, traff.blad.name, ort, cell["rubrik"]))
            lista.faulty_rows.add(cell["rad"])
        elif cell["varde"] is None and cell["saknas"] is None:
            text = f"{shown(cell['cell'])}väntade ett tal."
            lista.faults.append(Fault(text, clean.ETT_TAL, traff.blad.name, ort, cell["rubrik"]))
            lista.faulty_rows.add(cell["rad"])
        rows.append(cell)
    lista.rows_read = len({c["rad"] for c in rows})
    data = place_in_time(traff, rows, period, lista)
    con.register("platser", pa.Table.from_pylist(data, ROWS))
    con.execute("CREATE OR REPLACE TEMP TABLE typad AS SELECT * FROM platser")
    con.unregister("platser")
    return lista


def too_long(traff: Traff) -> Fault:
    """The fault for a cross table with more rows than any report has."""
    rows = traff.blad.table.num_rows
    text = f"Tabellen har {rows} rader; en tabell av det här slaget har högst {MOST_ROWS}."
    return Fault(text, "Kontrollera att det är rätt fil.", traff.blad.name)


def cells(traff: Traff, profil: Korstabell, lista: Forteckning) -> list[dict]:
    """Every value cell of every block on the sheet, with its block's title and its row's label.

    A text alone in its row is the title of the next block where a heading follows, a note where it
    reads as one or stands below the totals row of its block, and else a label without values.
    """
    label, heading, values = 0, {}, {}
    titel, alone, after_total, twice = " ".join(traff.titel[-1:]), None, False, False
    found: dict[int, list[dict]] = {}
    noter: dict[int, str] = {}
    for rad, row in enumerate(first_rows(traff.blad, MOST_ROWS)[traff.rad - 1 :], start=traff.rad):
        texts = [" ".join(c.split()) for c in row]
        if profil.kravda.keys() <= match_row(row, profil).keys() and value_columns(row, profil):
            heading, values = match_row(row, profil), value_columns(row, profil)
            label, after_total = heading["etikett"], False
            twice |= bool(faults := repeated_headings(traff, rad, values))
            lista.faults += faults
            if alone:
                titel = texts_above(alone, found, noter)
            alone = None
            continue
        if not texts[label]:
            continue
        if [c for c in texts if c] == [texts[label]] and not re.match(clean.TOTALRAD, texts[label].lower()):
            alone = rad, texts[label]
            if after_total or clean.ar_not(texts[label]):
                noter[rad] = texts[label]
                continue
        after_total |= bool(re.match(clean.TOTALRAD, texts[label].lower()))
        plats = {n: texts[heading[n]] or None for n in PLATS if n in heading}
        found[rad] = [
            {
                "rad": rad,
                "kolumn": traff.blad.column_letter(position),
                "titel": titel,
                "etikett": texts[label],
                "rubrik": rubrik,
                "cell": texts[position] or None,
            }
            | plats
            for position, rubrik in values.items()
        ]
    if noter:
        lista.warnings.append(notes_below(traff, list(noter)))
    if twice:
        lista.faulty_rows |= found.keys()
    return [cell for row_cells in found.values() for cell in row_cells]


def texts_above(alone: tuple[int, str], found: dict[int, list[dict]], noter: dict[int, str]) -> str:
    """The title above a heading, which was taken for a label or a note until the heading came."""
    rad, text = alone
    found.pop(rad, None)
    noter.pop(rad, None)
    return text


def repeated_headings(traff: Traff, rad: int, values: dict[int, str]) -> list[Fault]:
    """A fault for a heading that stands above two columns of values: they cannot be told apart."""
    first: dict[str, int] = {}
    return [
        Fault(TWICE, TWICE_HINT, traff.blad.name, traff.blad.address(rad, position), rubrik)
        for position, rubrik in values.items()
        if first.setdefault(clean.rubrik(rubrik), position) != position
    ]


def value_columns(row: list[str], profil: Korstabell) -> dict[int, str]:
    """Position → heading of the columns that hold values."""
    return {
        i: " ".join(c.split())
        for i, c in enumerate(row)
        if c and re.fullmatch(profil.vardekolumner, clean.rubrik(c))
    }


def place_in_time(
    traff: Traff, rows: list[dict], period: tuple[date, date] | None, lista: Forteckning
) -> list[dict]:
    """Rows with their period; totals and Ack. become control values, cumulative tertials are undone."""
    per_etikett: dict[tuple, dict[str, dict]] = defaultdict(dict)
    for cell in rows:
        per_etikett[cell["titel"], cell["etikett"], cell["rad"]][clean.rubrik(cell["rubrik"])] = cell
    data: list[dict] = []
    needs_period = False
    for (_, etikett, _), per_rubrik in per_etikett.items():
        if re.match(clean.TOTALRAD, etikett.lower()):
            lista.kontroller += block_totals(traff, data, per_rubrik)
            continue
        ends = {r: re.search(r"\b(t[123]|vb)$", r) for r in per_rubrik}
        tertials = {TERTIAL[m[1]]: per_rubrik[r] for r, m in ends.items() if m}
        ack = next((c for r, c in per_rubrik.items() if r.startswith("ack")), None)
        years = {r: c for r, c in per_rubrik.items() if re.fullmatch(r"20\d\d", r)}
        needs_period |= bool(tertials or ack) and period is None
        if period and (tertials or ack):
            data += tertial_rows(traff, tertials, ack, period, lista)
        data += [
            dated(c, Periodslag.KALENDERAR, date(int(r), 1, 1), date(int(r), 12, 31))
            for r, c in years.items()
        ]
        if not (tertials or ack or years):
            needs_period |= period is None
            data += [dated(c, slag_of(period), *period) for c in per_rubrik.values()] if period else []
    if needs_period:
        lista.faults.append(missing_period(traff))
    return data


def missing_period(traff: Traff) -> Fault:
    """The fault for a table that does not say which year it is about."""
    return Fault(
        "Det framgår inte vilken period tabellen avser.",
        "Skriv till exempel «Period: 2023» eller «Kvalitetsår 2022/2023» i en cell ovanför tabellen.",
        traff.blad.name,
        traff.blad.address(1, 0),
    )


def slag_of(period: tuple[date, date]) -> Periodslag:
    """The kind of a period, by its length and first day."""
    start, end = period
    days = (end - start).days + 1
    if days in (365, 366):
        return Periodslag.KVALITETSAR if start.month == 9 else Periodslag.KALENDERAR
    if 89 <= days <= 92:
        return Periodslag.KVARTAL
    if 120 <= days <= 123:
        return Periodslag.TERTIAL
    return Periodslag.MANAD if 28 <= days <= 31 else Periodslag.MATTILLFALLE


def tertial_rows(
    traff: Traff, tertials: dict[int, dict], ack: dict | None, period: tuple[date, date], lista: Forteckning
) -> list[dict]:
    """One row per tertial; one for the whole period where only Ack. is filled.

    Where VB equals Ack. and the sum does not, the tertials are cumulative and are undone.
    """
    values = {n: c["varde"] for n, c in tertials.items() if c["varde"] is not None}
    total = ack["varde"] if ack else None
    if not values:
        cell = ack or tertials[max(tertials)]
        start, end = period
        if start.year == end.year:  # «Ack.» counts from the beginning of the year, also in a report of T2
            start = date(end.year, 1, 1)
        return [dated(cell, slag_of((start, end)), start, end)]
    if total is not None and sum(values.values()) != total:
        steps = [values[n] for n in sorted(values)]
        if steps == sorted(steps) and steps[-1] == total:
            before = 0.0
            for n in sorted(values):
                tertials[n] = tertials[n] | {"varde": values[n] - before}
                before = values[n]
            etikett = next(iter(tertials.values()))["etikett"]
            lista.warnings.append(
                f"«{etikett}»: tertialen är ackumulerade i källan och har räknats om, vart och ett för sig."
            )
    if ack and total is not None:
        beraknat = sum(c["varde"] or 0 for c in tertials.values())
        ort = f"{ack['kolumn']}{ack['rad']}"
        lista.kontroller.append(Kontrollsumma(traff.blad.name, ort, ack["rubrik"], total, beraknat))
    return [dated(c, Periodslag.TERTIAL, *tertial(n, period)) for n, c in sorted(tertials.items())]


def tertial(number: int, period: tuple[date, date]) -> tuple[date, date]:
    """First and last day of tertial 1, 2 or 3 of the year that the period begins in."""
    year = period[0].year
    return (
        (date(year, 1, 1), date(year, 4, 30)),
        (date(year, 5, 1), date(year, 8, 31)),
        (date(year, 9, 1), date(year, 12, 31)),
    )[number - 1]


def dated(cell: dict, slag: Periodslag, start: date, end: date) -> dict:
    """The cell as a row of `typad`."""
    kept = {k: cell[k] for k in ("rad", "kolumn", "titel", "etikett", "varde", "saknas", *PLATS)}
    return kept | {"periodslag": slag, "period_start": start, "period_end": end}


def block_totals(traff: Traff, data: list[dict], per_rubrik: dict[str, dict]) -> list[Kontrollsumma]:
    """The totals row of a block as control values for the rows above it in the same block."""
    kontroller = []
    for cell in per_rubrik.values():
        if cell["varde"] is None:
            continue
        same = [r for r in data if r["titel"] == cell["titel"]]
        whole = clean.rubrik(cell["rubrik"]).startswith("ack")
        column = [r["varde"] or 0 for r in same if whole or r["kolumn"] == cell["kolumn"]]
        ort = f"{cell['kolumn']}{cell['rad']}"
        kontroller.append(Kontrollsumma(traff.blad.name, ort, cell["rubrik"], cell["varde"], sum(column)))
    return kontroller


def period_of(traff: Traff, filnamn: str) -> tuple[date, date] | None:
    """The period that the sheet's title rows or else the file's name speak of."""
    return find_period((*traff.titel, traff.blad.name, filnamn))
