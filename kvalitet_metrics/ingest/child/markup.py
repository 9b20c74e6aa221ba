"""Files that are called .xls and are something else that Excel opens: XML of 2003, web page, web archive."""

import email
import email.policy
import re
from html.parser import HTMLParser

from .archive import local, parse
from .delimited import decode
from .ods import send_texts
from .values import DATE, cell_text, iso_text, kind_of_format
from .wire import MAX_COLUMNS, MAX_ROWS, Grid, Out, Refused
from .workbook import Texts

NAMED_FORMATS = {"Percent": "0%", "General Date": "yyyy-mm-dd hh:mm", "Short Date": "yyyy-mm-dd"}
MOST_SPANNED = 1000


def read_web_archive(data: bytes, out: Out) -> None:
    """The first page in a web archive (.mht), as report tools write them."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    body = page.get_payload(decode=True) if page else None
    if not isinstance(body, bytes):
        raise Refused("not_spreadsheet", "ett webbarkiv utan tabell")
    read_html(body, out)


def read_html(data: bytes, out: Out) -> None:
    """The tables of a web page under each other, as Excel shows them."""
    said = re.search(rb"charset=[\"']?([\w-]+)", data[:4000])
    try:
        text = data.decode(said[1].decode()) if said else decode(data)
    except (LookupError, UnicodeDecodeError):
        text = decode(data)
    reader = TableReader(Grid(out))
    reader.feed(text)
    reader.close()
    if not reader.found:
        raise Refused("not_spreadsheet", "en webbsida utan tabell")
    reader.grid.flush()
    out.sheet("Tabell", visible=True, merged=reader.merged)


class TableReader(HTMLParser):
    """Rows and cells of every table; a cell may span several."""

    def __init__(self, grid: Grid):
        super().__init__(convert_charrefs=True)
        self.grid = grid
        self.row, self.col = -1, 0
        self.taken: set[tuple[int, int]] = set()
        self.span = (1, 1)
        self.text: list[str] | None = None
        self.unseen = False
        self.merged: list[tuple[int, int, int, int]] = []
        self.found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        if tag == "tr":
            self.end_cell()
            self.row, self.col = self.row + 1, 0
        elif tag in ("td", "th"):
            self.end_cell()
            given = dict(attrs)
            self.span = span(given.get("rowspan")), span(given.get("colspan"))
            self.text = []
        elif tag == "br" and self.text is not None:
            self.text.append("\n")
        elif tag in ("script", "style"):
            self.unseen = True

    def handle_endtag(self, tag: str) -> None:
        """A tag ends."""
        if tag in ("td", "th", "tr", "table"):
            self.end_cell()
        elif tag in ("script", "style"):
            self.unseen = False

    def handle_data(self, data: str) -> None:
        """Text inside a tag."""
        if self.text is not None and not self.unseen:
            self.text.append(re.sub(r"\s+", " ", data))

    def end_cell(self) -> None:
        """A cell has been read: it goes to the first free column of its row."""
        if self.text is None:
            return
        text, self.text = "".join(self.text).strip(" \n"), None
        self.row = max(self.row, 0)
        while (self.row, self.col) in self.taken:
            self.col += 1
        down, right = self.span
        if self.row >= MAX_ROWS or self.col + right > MAX_COLUMNS:
            raise Refused("too_large")
        if down * right > 1:
            self.merged.append((self.row, self.col, self.row + down - 1, self.col + right - 1))
        if down > 1:
            self.taken |= {(self.row + d, self.col + r) for d in range(1, down) for r in range(right)}
        if text:
            self.found = True
            self.grid.put(self.row, self.col, text)
        self.col += right


def span(text: str | None) -> int:
    """Rows or columns that a cell spans."""
    return min(max(int(text), 1), MOST_SPANNED) if text and text.isdecimal() and len(text) < 6 else 1


def read_xml_2003(data: bytes, out: Out) -> None:
    """Every sheet of an «XML Spreadsheet 2003»."""
    reader = Xml2003(out)
    parse(iter([data]), reader.start, reader.end, reader.text)
    send_texts(reader.comments, out)


class Xml2003:
    """Calls back from the XML."""

    def __init__(self, out: Out):
        self.out, self.grid = out, Grid(out)
        self.name, self.style = "", ""
        self.visible = True
        self.formats: dict[str, str] = {}
        self.row = self.col = self.span = 0
        self.kind = ""
        self.cell: dict[str, str] = {}
        self.inside: list[str] = []
        self.value = self.comment = ""
        self.errors: list[tuple[int, int]] = []
        self.uncomputed: list[tuple[int, int]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.comments: Texts = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins."""
        given = {local(k): v for k, v in attributes.items()} if attributes else {}
        self.inside.append(tag)
        if tag == "Cell":
            self.col = number(given.get("Index"), self.col)
            self.cell, self.value, self.kind, self.comment = given, "", "", ""
            right, down = number(given.get("MergeAcross"), 0, 0), number(given.get("MergeDown"), 0, 0)
            if right or down:
                self.merged.append((self.row - 1, self.col, self.row - 1 + down, self.col + right))
        elif tag == "Row":
            self.row, self.col = number(given.get("Index"), self.row) + 1, 0
            self.span = number(given.get("Span"), 0, 0)
        elif tag == "Data" and "Comment" not in self.inside:
            self.kind = given.get("Type", "String")
        elif tag == "Worksheet":
            self.name, self.visible, self.row = given.get("Name", ""), True, 0
            self.grid, self.errors, self.uncomputed, self.merged = Grid(self.out), [], [], []
        elif tag == "Style":
            self.style = given.get("ID", "")
        elif tag == "NumberFormat":
            format_ = given.get("Format", "")
            self.formats[self.style] = kind_of_format(0, NAMED_FORMATS.get(format_, format_))

    def text(self, part: str) -> None:
        """Text inside a tag."""
        if "Comment" in self.inside:
            self.comment += part
        elif self.kind and "Data" in self.inside:
            self.value += part
        elif self.inside[-1:] == ["Visible"]:
            self.visible = part == "SheetVisible"

    def end(self, tag: str) -> None:
        """A tag ends."""
        self.inside.pop()
        if tag == "Cell":
            self.end_cell()
        elif tag == "Row":
            self.row += self.span
        elif tag == "Worksheet":
            self.grid.flush()
            self.out.sheet(
                self.name,
                visible=self.visible,
                errors=self.errors,
                uncomputed=self.uncomputed,
                merged=self.merged,
            )

    def end_cell(self) -> None:
        """A cell has been read."""
        row, col = self.row - 1, self.col
        if not (0 <= row < MAX_ROWS and 0 <= col < MAX_COLUMNS):
            raise Refused("broken")
        if self.comment.strip():
            self.comments.append((f"{self.name}, rad {self.row}", self.comment))
        format_ = self.formats.get(self.cell.get("StyleID", ""), "n")
        text = self.value
        if self.kind == "Error":
            self.errors.append((row, col))
            text = ""
        elif self.kind == "Number":
            text = cell_text(self.value, format_)
        elif self.kind == "DateTime":
            text = iso_text(self.value.removesuffix(".000"))
            if format_ == DATE and text.startswith("1899-12-31 "):
                text = text[11:]
        elif self.kind == "Boolean":
            text = {"1": "true", "0": "false"}.get(text, text)
        elif "Formula" in self.cell and not text:
            self.uncomputed.append((row, col))
        if text:
            self.grid.put(row, col, text)
        self.col += 1 + number(self.cell.get("MergeAcross"), 0, 0)


def number(text: str | None, otherwise: int, shift: int = 1) -> int:
    """A number that counts from `shift`, as one that counts from 0."""
    return int(text) - shift if text and text.isdecimal() and len(text) < 10 else otherwise
