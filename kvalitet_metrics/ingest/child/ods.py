"""OpenDocument spreadsheets: content.xml of an .ods, or a whole .fods."""

import re
from collections.abc import Iterator

from .archive import Archive, local, parse, texts_in
from .values import PERCENT, cell_text, hours, iso_text
from .wire import MAX_COLUMNS, MAX_ROWS, Grid, Out, Refused
from .workbook import OUTSIDE_CELLS, Texts

MOST_REPEATED_CELLS = 5_000_000
"""Filled cells that may come out of repetitions, as LibreOffice writes equal rows beside each other."""
SHAPES = frozenset(
    "frame custom-shape rect ellipse circle line polyline polygon path connector caption measure control g "
    "ruby-text".split()
)
"""Elements in a cell whose text is drawn over it, or says how it is pronounced."""
DURATION = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?")


def read_ods(archive: Archive, out: Out) -> None:
    """Every sheet of an .ods. Raises Refused where it has a password."""
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused("encrypted")
    reader = OdsReader(out)
    parse(archive.chunks("content.xml"), reader.start, reader.end, reader.text)
    texts = reader.comments
    if "meta.xml" in archive:
        properties = texts_in(archive.chunks("meta.xml"), OUTSIDE_CELLS | {"initial-creator", "user-defined"})
        texts += [("dokumentets egenskaper", t) for t in properties]
    send_texts(texts, out)


def read_fods(data: bytes, out: Out) -> None:
    """Every sheet of a flat OpenDocument file."""
    reader = OdsReader(out)
    parse(iter([data]), reader.start, reader.end, reader.text)
    send_texts(reader.comments, out)


def send_texts(texts: Texts, out: Out) -> None:
    """Texts that stand outside cells, as a sheet of their own."""
    if texts:
        grid = Grid(out)
        for row, pair in enumerate(texts):
            for col, text in enumerate(pair):
                grid.put(row, col, text)
        grid.flush()
        out.sheet("kommentarer", kind="kommentarer", visible=False)


class OdsReader:
    """Calls back from the XML; what is repeated is counted, and only cells that hold something are kept."""

    def __init__(self, out: Out):
        self.out = out
        self.hidden_styles: set[str] = set()
        self.style = self.name = self.value = ""
        self.visible = True
        self.grid = Grid(out)
        self.row = self.col = self.repeat_row = self.repeated = 0
        self.cells: list[tuple[int, int, str]] = []
        self.cell: dict[str, str] | None = None
        self.note: list[str] | None = None
        self.paragraphs: list[str] = []
        self.drawn: list[str] = []
        self.inside = False
        self.beside = 0
        self.errors: list[tuple[int, int]] = []
        self.uncomputed: list[tuple[int, int]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden_rows = 0
        self.hidden = False
        self.comments: Texts = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins."""
        given = {local(k): v for k, v in attributes.items()} if attributes else {}
        if tag in ("table-cell", "covered-table-cell"):
            self.cell, self.paragraphs, self.beside = given | attributes, [], 0
        elif tag == "table-row":
            self.repeat_row = count(given, "number-rows-repeated")
            self.hidden = given.get("visibility") in ("collapse", "filter")
            self.col, self.cells = 0, []
        elif tag == "p" and self.cell is not None:
            self.into().append("")
            self.inside = True
        elif tag in SHAPES and self.cell is not None:
            self.beside += 1
        elif tag in ("s", "tab", "line-break") and self.cell is not None:
            self.text({"tab": "\t", "line-break": "\n"}.get(tag) or " " * min(count(given, "c"), 1000))
        elif tag == "annotation":
            self.note = []
        elif tag == "style":
            self.style = given.get("name", "")
        elif tag == "table-properties" and given.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif tag == "table":
            self.begin_sheet(given)

    def begin_sheet(self, given: dict[str, str]) -> None:
        """A sheet begins."""
        self.name = given.get("name", "")
        self.visible = given.get("style-name", "") not in self.hidden_styles
        self.grid, self.row, self.hidden_rows = Grid(self.out), 0, 0
        self.errors, self.uncomputed, self.merged = [], [], []

    def into(self) -> list[str]:
        """Where the text belongs: to a comment, to a shape beside the cell, or to the cell."""
        if self.note is not None:
            return self.note
        return self.drawn if self.beside else self.paragraphs

    def text(self, part: str) -> None:
        """Text inside a tag."""
        if self.cell is not None and self.inside:
            into = self.into()
            into[-1:] = ["".join(into[-1:]) + part]

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag in ("table-cell", "covered-table-cell") and self.cell is not None:
            self.end_cell(self.cell)
            self.cell = None
        elif tag == "p":
            self.inside = False
        elif tag in SHAPES and self.beside:
            self.beside -= 1
        elif tag == "annotation":
            self.comments.append((f"{self.name}, rad {self.row + 1}", "\n".join(self.note or [])))
            self.note = None
        elif tag == "table-row":
            self.end_row()
        elif tag == "table":
            self.grid.flush()
            self.out.sheet(
                self.name,
                visible=self.visible,
                errors=self.errors,
                uncomputed=self.uncomputed,
                merged=self.merged,
                hidden_rows=self.hidden_rows,
            )

    def end_cell(self, cell: dict[str, str]) -> None:
        """A cell has been read: its text, and how many cells to the right hold the same."""
        self.comments += [(f"{self.name}, en figur", text) for text in self.drawn if text.strip()]
        self.drawn = []
        times = count(cell, "number-columns-repeated")
        text = self.cell_text(cell)
        if "number-columns-spanned" in cell or "number-rows-spanned" in cell:
            down, right = count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned")
            if down * right > 1:
                self.merged.append((self.row, self.col, self.row + down - 1, self.col + right - 1))
        if cell.get("calcext:value-type") == "error" or text.startswith(("#DIV/0!", "Err:5")):
            self.errors.append((self.row, self.col))
        elif text:
            self.cells.append((self.col, times, text))
        elif "formula" in cell and "value-type" not in cell:
            self.uncomputed.append((self.row, self.col))
        self.col += times

    def cell_text(self, cell: dict[str, str]) -> str:
        """What a cell holds, by its type."""
        kind = cell.get("value-type", "")
        if kind in ("float", "currency") and "value" in cell:
            return cell_text(cell["value"], "n")
        if kind == "percentage" and "value" in cell:
            return cell_text(cell["value"], PERCENT)
        if kind == "date" and "date-value" in cell:
            return iso_text(cell["date-value"])
        if kind == "time" and (length := DURATION.fullmatch(cell.get("time-value", ""))):
            h, m, s, part = (length[i] or "0" for i in range(2, 6))
            thousandths = round(float(f"0.{part}") * 1000)
            return length[1] + hours(((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + thousandths)
        if kind == "boolean":
            return cell.get("boolean-value", "")
        return cell.get("string-value") or "\n".join(self.paragraphs)

    def end_row(self) -> None:
        """A row has been read, to be repeated so many times as it says."""
        if self.cells:
            self.repeated += (self.repeat_row - 1) * sum(times for _, times, _ in self.cells)
            self.repeated += sum(times - 1 for _, times, _ in self.cells)
            last = max(col + times for col, times, _ in self.cells)
            if (
                self.repeated > MOST_REPEATED_CELLS
                or last > MAX_COLUMNS
                or self.row + self.repeat_row > MAX_ROWS
            ):
                raise Refused("too_large")
            for row in range(self.row, self.row + self.repeat_row):
                for col, text in self.spread():
                    self.grid.put(row, col, text)
            self.hidden_rows += self.repeat_row * self.hidden
        self.row += self.repeat_row

    def spread(self) -> Iterator[tuple[int, str]]:
        """Column and text of every filled cell of the row."""
        for col, times, text in self.cells:
            for nr in range(times):
                yield col + nr, text


def count(given: dict[str, str], name: str) -> int:
    """A number of repetitions: at least one."""
    text = given.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else 1
