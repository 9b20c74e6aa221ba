"""The cells of one .xlsx sheet, read as a stream by an XML parser: exact for any file that Excel can open.

Large sheets hand their rows to fast.py first, which gives the same cells several times faster where the
rows are written as nearly every program writes them, and leaves the rest to this parser.
"""

import re
from dataclasses import dataclass, field

from .archive import Parser, unescape_excel
from .values import cell_text, iso_text
from .wire import MAX_COLUMNS, MAX_ROWS, Grid, Refused
from .workbook import Book, Texts

MOST_NOTED = 100_000
"""Cells of one kind that are listed per sheet: errors, formulas without a value, merged ranges."""
HEADER_FOOTER = frozenset(
    f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
)
CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@dataclass
class Facts:
    """What a sheet holds besides the texts of its cells. Cells and ranges are zero-based."""

    errors: list[tuple[int, int]] = field(default_factory=list)
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_filled: int = 0
    texts: Texts = field(default_factory=list)


def column_number(letters: str) -> int:
    """Zero-based column of A, B … XFD.

    >>> column_number("A"), column_number("AA"), column_number("xfd")
    (0, 26, 16383)
    """
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number - 1


def place(reference: str) -> tuple[int, int]:
    """Zero-based row and column of «B7». Raises Refused for what is not a cell of a sheet."""
    found = CELL.fullmatch(reference.strip())
    row, col = (int(found[2]) - 1, column_number(found[1])) if found else (-1, -1)
    if not (0 <= row < MAX_ROWS and 0 <= col < MAX_COLUMNS):
        raise Refused("broken")
    return row, col


class SheetParser:
    """Feeds on the XML of a sheet; cells go to the grid, all else to the facts."""

    def __init__(self, book: Book, grid: Grid, facts: Facts, name: str):
        self.book, self.grid, self.facts, self.name = book, grid, facts, name
        self.xml = Parser(self.start, self.end, self.text)
        self.row = self.col = -1
        self.cell: dict[str, str] | None = None
        self.formula = self.phonetic = self.filled = False
        self.value: str | None = None
        self.wanted: str | None = None
        self.collected = ""

    def feed(self, data: bytes, last: bool = False) -> None:
        """More of the sheet. Raises Refused where it is damaged, Unordered where rows go backwards."""
        self.xml.feed(data, last)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins."""
        if tag == "c":
            self.cell, self.value, self.formula = attributes, None, False
            if "r" in attributes:
                self.row, self.col = place(attributes["r"])
            else:
                self.col += 1
        elif tag == "v" or (tag == "t" and self.cell is not None and not self.phonetic):
            self.wanted, self.collected = tag, ""
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            self.start_row(attributes)
        elif tag == "rPh":
            self.phonetic = True
        elif tag == "mergeCell" and len(self.facts.merged) < MOST_NOTED:
            first, _, last = attributes.get("ref", "A1").partition(":")
            (top, left), (bottom, right) = place(first), place(last or first)
            self.facts.merged.append((top, left, bottom, right))
        elif tag in HEADER_FOOTER or tag == "formula1":
            self.wanted, self.collected = tag, ""

    def start_row(self, attributes: dict[str, str]) -> None:
        """A row begins: its number, or the one after the last."""
        number = attributes.get("r", "")
        self.row = int(number) - 1 if number.isdecimal() else self.row + 1
        if not 0 <= self.row < MAX_ROWS:
            raise Refused("broken")
        self.col, self.filled = -1, False
        if attributes.get("hidden") in ("1", "true"):
            self.facts.hidden_rows.add(self.row)

    def text(self, part: str) -> None:
        """Text inside a tag."""
        if self.wanted:
            self.collected += part

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag == "c" and self.cell is not None:
            self.end_cell(self.cell)
            self.cell = None
        elif tag == self.wanted:
            if tag in ("v", "t"):
                self.value = self.collected if tag == "v" else (self.value or "") + self.collected
            elif self.collected.strip() and (tag != "formula1" or '"' in self.collected):
                where = "en rullgardinslista" if tag == "formula1" else "sidhuvudet eller sidfoten"
                self.facts.texts.append((f"{self.name}, {where}", self.collected))
            self.wanted = None
        elif tag == "rPh":
            self.phonetic = False

    def end_cell(self, cell: dict[str, str]) -> None:
        """A whole cell has been read."""
        kind, value = cell.get("t", "n"), self.value
        if self.formula and not value and kind != "str":
            note(self.facts.uncomputed, self.row, self.col)
            return
        if value is None or value == "":
            return
        if kind == "e":
            note(self.facts.errors, self.row, self.col)
            return
        text = self.cell_text(kind, value, cell.get("s"))
        if text:
            if not self.filled and self.row in self.facts.hidden_rows:
                self.facts.hidden_filled += 1
            self.filled = True
            self.grid.put(self.row, self.col, text)

    def cell_text(self, kind: str, value: str, style: str | None) -> str:
        """What a cell holds, by its kind: shared text, text, yes or no, a date written out, a number."""
        if kind == "s":
            try:
                return self.book.strings[int(value)]
            except (IndexError, ValueError):
                raise Refused("broken") from None
        if kind in ("str", "inlineStr"):
            return unescape_excel(value)
        if kind == "b":
            return {"1": "true", "0": "false"}.get(value.strip(), value.strip())
        if kind == "d":
            return iso_text(value)
        return cell_text(value, self.book.style(style), self.book.since_1904)


def note(cells: list[tuple[int, int]], row: int, col: int) -> None:
    """Remember a cell, up to what is listed."""
    if len(cells) < MOST_NOTED:
        cells.append((row, col))
