"""A table of published figures → rows. The file is read by the same guarded reader as every other file."""

import re
from collections.abc import Iterator
from fractions import Fraction

from kvalitet_metrics.errors import FileRefused, menade_du
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.view import refuse_identity_numbers, sheets_of
from kvalitet_metrics.reconcile.additivity import SORTER
from kvalitet_metrics.reconcile.rows import DIMENSIONER, Rad
from kvalitet_metrics.text import lista

KOLUMNER = (
    "figure_id",
    "table",
    "indicator",
    "name_sv",
    "record_type",
    "org",
    *DIMENSIONER,
    "period_type",
    "period_start",
    "period_end",
    "measure",
    "value",
    "unit",
    "comparator",
)
"""The columns that must be there; note, quote and others may be, and additivitet says how a row adds."""
LETA_RADER = 50
UNGEFAR = re.compile(r"\b(drygt|knappt?|cirka|ca|ungefär|nästan|omkring|runt|uppskattat?)\b", re.IGNORECASE)
INGAR = re.compile(r"\b(varav|ingår)\b", re.IGNORECASE)
"""What a note may say of its figure; a file without notes is read as it stands."""


def read_table(name: str, data: bytes) -> list[Rad]:
    """The figures of a file. Raises FileRefused where it cannot be read, or lacks a column."""
    sheets = sheets_of(name, data)
    nearest: set[str] = set()
    for sheet in sheets:
        rows = cells(sheet)
        for nr, row in enumerate(rows[:LETA_RADER]):
            headings = [cell.strip().casefold() for cell in row]
            if set(KOLUMNER) <= set(headings):
                refuse_identity_numbers([sheet])
                return list(figures(name, headings, rows[nr + 1 :], nr + 2))
            nearest = max(nearest, set(headings) & set(KOLUMNER), key=len)
    raise FileRefused(missing(name, nearest, sheets))


def missing(name: str, found: set[str], sheets: list[Sheet]) -> str:
    """The sentence that says which columns are not there."""
    lacking = [k for k in KOLUMNER if k not in found]
    written = [cell.strip() for s in sheets for row in cells(s)[:1] for cell in row if cell.strip()]
    near = {k: menade_du(k, written, 0.75) for k in lacking} if found else {}
    hints = [f"«{ord_}» ska heta {k}" for k, ord_ in near.items() if ord_]
    tail = f" {'; '.join(hints)}." if hints else ""
    how_many = "alla kolumner" if len(lacking) == len(KOLUMNER) else lista(lacking)
    return (
        f"«{name}» är ingen tabell med publicerade tal: {how_many} saknas.{tail} "
        f"Tabellen ska ha kolumnerna {lista(KOLUMNER)}."
    )


def cells(sheet: Sheet) -> list[list[str]]:
    """The rows of a sheet as texts."""
    columns = [[c or "" for c in column.to_pylist()] for column in sheet.table.columns]
    return [list(row) for row in zip(*columns, strict=True)]


def figures(name: str, headings: list[str], rows: list[list[str]], first: int) -> Iterator[Rad]:
    """One row per figure; blank rows are left out."""
    for nr, row in enumerate(rows, start=first):
        cell = {h: " ".join(c.split()) for h, c in zip(headings, row, strict=True) if h}
        if not any(cell.values()) or cell["measure"].casefold() == "measure":
            continue
        additivitet = cell.get("additivitet", "").casefold()
        if additivitet and additivitet not in SORTER:
            raise FileRefused(
                f"«{name}», rad {nr}: additivitet är «{additivitet}», men ska vara {lista(SORTER, 'eller')}."
            )
        yield Rad(
            plats=cell["figure_id"] or f"rad {nr}",
            tabell=cell["table"],
            indikator=cell["indicator"],
            namn=cell["name_sv"],
            posttyp=cell["record_type"].casefold(),
            org=cell["org"],
            delar={d: cell[d] for d in DIMENSIONER},
            period_typ=cell["period_type"],
            period=(cell["period_start"][:10], cell["period_end"][:10]),
            matt=cell["measure"].casefold(),
            varde=None if cell["measure"].casefold() == "text" else number(cell["value"]),
            skrivet=cell["value"],
            enhet=cell["unit"],
            jamforelse=cell["comparator"].casefold(),
            additivitet=additivitet,
            ungefar=bool(UNGEFAR.search(cell.get("note", ""))),
            ingar=bool(INGAR.search(cell.get("note", ""))),
        )


def number(written: str) -> Fraction | None:
    """A number as Swedes or programs write it; None for a text, a dash or a blank.

    >>> number("1 342"), number("72,4 %"), number("−2"), number("Inga"), number("")
    (Fraction(1342, 1), Fraction(362, 5), Fraction(-2, 1), None, None)
    """
    bare = (
        re.sub(r"[\s\u00a0\u202f]|%$|st$", "", written).replace("−", "-").replace("–", "-").replace(",", ".")
    )
    return Fraction(bare) if re.fullmatch(r"[+-]?\d+(\.\d+)?", bare) else None
