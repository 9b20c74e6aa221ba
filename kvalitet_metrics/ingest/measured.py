"""Tables of reported values: each cell becomes a value with its unit, period, kön and whose it is.

A row of totals, and a column «Totalt», is kept as it was published and is also a control value for the
parts; a total that does not agree is a warning. Totals of shares are no sums and are not checked.
"""

import re
from collections import defaultdict
from itertools import groupby

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.blocks import Block
from kvalitet_metrics.ingest.cells import Cell, Tal, fault
from kvalitet_metrics.ingest.measures import EGEN, KON, bracketed, without_brackets, without_period
from kvalitet_metrics.ingest.periods import Period, missing_period, period_before, slag_of
from kvalitet_metrics.ingest.profile import Mattabell
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.shapes import Forteckning
from kvalitet_metrics.ingest.when import find_period, month_number, months, one_period
from kvalitet_metrics.model import Kontrollsumma

BRACKETS = "Det framgår inte vilken period talet inom parentes gäller."
BRACKETS_HINT = "Skriv till exempel «2022 inom parentes» ovanför tabellen, eller ta bort parentesen."
PERCENT = "Det framgår inte om andelen är i procent."
PERCENT_HINT = "Skriv procenttecken i cellen eller i rubriken, till exempel 72,4 %."
SUMMERAS = ("antal", "värde")
NO_SUBJECT = ("", "kategori", "kategorier", "enhet", "fråga", "index", "månad", "år", "period", "nyckeltal")
"""Headings of labels that do not say what a table without a title measures."""


def rows_of(cells: list[Cell]) -> list[list[Cell]]:
    """The cells by row, in reading order."""
    return [list(row) for _, row in groupby(cells, key=lambda c: c.rad.rad)]


def brackets(traff: Traff, cells: list[Cell]) -> Period | bool | None:
    """What titles and headings say about numbers in brackets."""
    texts = dict.fromkeys((*traff.titel, *(c.block.titel for c in cells), *(c.rubrik.text for c in cells)))
    return bracketed(texts)


def base_row(cell: Cell) -> dict:
    """What a row of `typad` says besides its number and period."""
    return {
        "rad": cell.rad.rad,
        "kolumn": re.sub(r"\d", "", cell.ort),
        "titel": cell.block.titel,
        "amne": subject(cell.block),
        "rubrik": cell.block.rubrik,
        "etikett": cell.rad.etikett,
        "namn": cell.rubrik.namn or None,
        "tema": cell.tema,
        "kon": cell.rubrik.kon or kon_of(cell.andra.get("kon_kod")),
        "jamforelse": whose(cell),
        "skrivet": cell.skrivet,
        "bedomning": cell.bedomning or (beside(cell, "farg") or "").lower() or None,
        "prioritering": cell.prioritering or beside(cell, "prio"),
    } | {f"raw_{n}": v for n, v in cell.andra.items()}


def subject(block: Block) -> str | None:
    """What the table measures: its title without table number, year and words about brackets.

    Next year's table has another year in its title but is about the same.
    """
    text = block.titel
    if not text and clean.rubrik(block.rubrik) not in NO_SUBJECT:
        text = block.rubrik
    text = re.sub(r"^tabell \d+\s*[.:]?\s*", "", without_brackets(text), flags=re.I)
    text = re.sub(r"\b(under |för |år )*20\d\d(\s*[/–-]\s*(20)?\d\d)?", "", text)
    return " ".join(text.split()).strip(" .,:–-") or None


def beside(cell: Cell, column: str) -> str | None:
    """What a column beside the values says of our own outcome; nothing about what it is compared to."""
    own = cell.rubrik.jamforelse == EGEN and cell.rubrik.period is None
    return cell.andra.get(column) if own else None


def kon_of(text: str | None) -> str | None:
    """kvinnor, män, flickor or pojkar for the word or letter in a column of kön; None for both together."""
    return next((k for k, pattern in KON.items() if re.fullmatch(pattern, (text or "").lower())), None)


def whose(cell: Cell) -> str:
    """Whose value it is: what the heading says, or the municipality of the row."""
    label = cell.rad.etikett if re.match("kommun|stadsdel", clean.rubrik(cell.block.rubrik)) else ""
    kommun = (cell.andra.get("kommun") or label).lower()
    if cell.rubrik.jamforelse != EGEN or not kommun:
        return cell.rubrik.jamforelse
    return "riket" if kommun in ("0000", "riket") else "kommun"


def measured_rows(
    traff: Traff, profil: Mattabell, cells: list[Cell], period: Period | None, lista: Forteckning
) -> list[dict]:
    """One row per value, and one more for a number in brackets."""
    brack = brackets(traff, cells)
    data: list[dict] = []
    needs_period = False
    for _, in_block in groupby(cells, key=lambda c: id(c.block)):
        block_cells = list(in_block)
        default = default_period(traff, block_cells, period)
        own = {c.rubrik.namn for c in block_cells if c.rubrik.namn and c.rubrik.roll == "matt"}
        one_name = not profil.reserv and len(own) == 1  # «Bromma 2023»: our own name says nothing more
        by_period = all(row_period(c.rad.etikett, default) for c in block_cells if not c.rad.total)
        placed: list[dict] = []
        for row in rows_of(block_cells):
            respondents = respondents_of(row, default)
            for cell in (c for c in row if c.rubrik.roll != "namnare"):
                around = cell.rubrik.period or default  # «Januari» under 2022 is January 2022
                span = row_period(cell.rad.etikett, around) if by_period and not cell.rad.total else None
                span = span or row_period(cell.andra.get("ar") or "", default) or around
                if span is None:
                    needs_period = True
                    continue
                value = measured(traff, profil, cell, cell.tal, lista)
                if own_outcome(cell, span, default):
                    value["namnare"] = respondents
                row_named = named(cell, value, span, by_period)
                if one_name and cell.rubrik.roll == "matt":
                    row_named["namn"] = None
                placed.append(row_named)
                if cell.fore and (earlier := period_before(span, brack)):
                    value = measured(traff, profil, cell, cell.fore, lista)
                    placed.append(row_named | value | dates(earlier) | {"fore": True})
                elif cell.fore:
                    fault(traff, cell, BRACKETS, BRACKETS_HINT, lista)
        lista.kontroller += [*row_totals(traff, placed), *column_totals(traff, placed)]
        data += placed
    if needs_period:
        lista.faults.append(missing_period(traff))
    return [{k: v for k, v in row.items() if k not in ("cell", "fore")} for row in data]


def default_period(traff: Traff, cells: list[Cell], period: Period | None) -> Period | None:
    """The period of values whose heading names none: the title's, else the latest heading's or the file's."""
    stated = find_period(map(without_brackets, (cells[0].block.titel, *traff.titel)))
    headings = [c.rubrik.period for c in cells if c.rubrik.period]
    return stated or (max(headings) if headings else period)


def row_period(label: str, default: Period | None) -> Period | None:
    """The period that a row's label is, such as 2021 or Januari; None for any other label.

    >>> row_period("Mars", one_period("2023"))
    (datetime.date(2023, 3, 1), datetime.date(2023, 3, 31))
    """
    lower = " ".join(label.lower().split()).removesuffix(".0")
    number = month_number(lower)
    if number:
        return months(default[0].year, number, number) if default else None
    found = one_period(lower)
    rest = without_period(lower) if found else lower
    return found if found and (not rest or month_number(rest)) else None


def respondents_of(row: list[Cell], default: Period | None) -> float | None:
    """The number of answers that the row gives."""
    numbers = [c.tal.varde for c in row if c.rubrik.roll == "namnare" and c.rubrik.period in (None, default)]
    return numbers[0] if numbers else None


def own_outcome(cell: Cell, span: Period, default: Period | None) -> bool:
    """True for the value that the row's number of answers is about."""
    r = cell.rubrik
    return r.roll == "matt" and r.jamforelse == EGEN and r.kon is None and span == default


def named(cell: Cell, value: dict, span: Period, by_period: bool) -> dict:
    """The row: its label is the name of the figure, or its heading where the labels are periods."""
    row = base_row(cell) | value
    if by_period and not cell.rad.total:
        row |= {"etikett": cell.rubrik.namn or cell.block.titel or cell.rubrik.text, "namn": None}
    if cell.rubrik.roll == "svarsfrekvens":
        row |= {"etikett": "Svarsfrekvens", "namn": None if by_period else cell.rad.etikett}
    if cell.rubrik.roll == "total" and has_parts(cell):
        row |= {"namn": "Totalt"}
    if cell.rad.total:
        row |= {"etikett": "Totalt"}
    return row | dates(span) | {"cell": cell}


def dates(span: Period) -> dict:
    """The period as a row of `typad` has it."""
    return {"periodslag": slag_of(span), "period_start": span[0], "period_end": span[1]}


def has_parts(cell: Cell) -> bool:
    """True where the columns beside a column of totals are categories, and not the sexes."""
    return any(r.namn and r.roll == "matt" for r in cell.block.varden.values())


def measured(traff: Traff, profil: Mattabell, cell: Cell, tal: Tal, lista: Forteckning) -> dict:
    """matt, matenhet and saknas: a share is 0–1, everything else as reported."""
    unit = cell.rubrik.matenhet or unit_of_table(profil, cell)
    value = tal.varde
    if cell.bedomning in ("ja", "nej"):
        unit = "ja/nej"
    elif (cell.procent and unit != "procentenheter") or unit == "procent":
        unit, value = "andel", None if value is None else round(value / 100, 12)
    elif unit == "andel" and value is not None and not 0 <= value <= 1:
        fault(traff, cell, PERCENT, PERCENT_HINT, lista)
    return {"matt": value, "varde": value, "matenhet": unit, "saknas": tal.saknas}


def unit_of_table(profil: Mattabell, cell: Cell) -> str:
    """The unit where the heading is silent: the profile's, or a count where label or title says so."""
    if profil.matenhet:
        return profil.matenhet
    texts = (cell.rad.etikett, cell.block.titel)
    if any(re.search(r"\((%|andel i %)\)|\bi procent\b|, ?%$", t.lower()) for t in texts):
        return "procent"
    return "antal" if any(re.search(r"\bantal(et)?\b", t.lower()) for t in texts) else "värde"


def row_totals(traff: Traff, rows: list[dict]) -> list[Kontrollsumma]:
    """A row of totals as control values of the rows above it, column by column and period by period."""
    kontroller = []
    sums: dict[tuple, float] = defaultdict(float)
    for row in rows:
        key = row["kolumn"], row["period_start"], row["period_end"]
        if not row["cell"].rad.total:
            sums[key] += row["matt"] or 0
        elif (
            row["matt"] is not None
            and row["matenhet"] in SUMMERAS
            and row["cell"].rubrik.roll in ("matt", "total")
        ):
            kontroller.append(control(traff, row, sums[key]))
    return kontroller


def column_totals(traff: Traff, rows: list[dict]) -> list[Kontrollsumma]:
    """A column of totals as control values of the columns beside it; the sexes only where they are counts."""
    kontroller = []
    per_row: dict[tuple, list[dict]] = defaultdict(list)
    for row in rows:
        per_row[row["rad"], row["period_start"], row["period_end"]].append(row)
    for cells in per_row.values():
        total = next((r for r in cells if r["cell"].rubrik.roll == "total" and r["matt"] is not None), None)
        if total is None or total["matenhet"] not in SUMMERAS:
            continue
        parts = [r for r in cells if r["cell"].rubrik.roll == "matt" and r["jamforelse"] == EGEN]
        counted = total["matenhet"] == "antal"
        parts = [
            r for r in parts if r["matenhet"] == total["matenhet"] and (r["namn"] or (r["kon"] and counted))
        ]
        if parts:
            kontroller.append(control(traff, total, sum(r["matt"] or 0 for r in parts)))
    return kontroller


def control(traff: Traff, row: dict, computed: float) -> Kontrollsumma:
    """A published total beside what its parts give."""
    cell: Cell = row["cell"]
    text = cell.rubrik.text or clean.rubrik(cell.rad.etikett)
    if row.get("fore"):
        text = f"{text}, inom parentes"
    return Kontrollsumma(traff.blad.name, cell.ort, text, row["matt"], computed)
