"""An .xlsx workbook besides its cells: sheets, formats, shared texts, and texts that stand outside cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from .archive import Archive, local, parse, texts_beside, unescape_excel
from .values import NUMBER, kind_of_format
from .wire import Refused

OUTSIDE_CELLS = frozenset({"t", "text", "title", "subject", "creator", "keywords", "description", "category",
                           "lastModifiedBy", "Manager", "Company", "lpwstr", "contentStatus"})  # fmt: skip
"""Elements that hold text in comments, drawings and the properties of a document."""
MOST_TEXTS = 100_000

Texts = list[tuple[str, str]]
"""Where a text stands, and the text."""


@dataclass
class SheetPart:
    """One sheet that holds cells."""

    name: str
    visible: bool
    path: str


@dataclass
class Book:
    """What the cells of every sheet need."""

    archive: Archive
    path: str
    sheets: list[SheetPart] = field(default_factory=list)
    since_1904: bool = False
    styles: list[str] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    names: Texts = field(default_factory=list)

    def style(self, number: str | None) -> str:
        """What a cell's format makes of its number (see values.py)."""
        try:
            return self.styles[int(number or 0)]
        except (IndexError, ValueError):
            return NUMBER


def open_book(archive: Archive) -> Book:
    """The workbook part of the archive and what belongs to it. Raises Refused where it is damaged."""
    roots = [path for kind, path in archive.relations("").values() if kind == "officeDocument"]
    path = next((p for p in (*roots, "xl/workbook.xml") if p in archive), "")
    if not path:
        raise Refused("not_spreadsheet")
    book = Book(archive, path)
    relations = archive.relations(path)
    read_workbook(book, relations)
    for kind, part in relations.values():
        if kind == "styles" and part in archive:
            book.styles = read_styles(archive, part)
        elif kind == "sharedStrings" and part in archive:
            book.strings = read_strings(archive, part)
    return book


def read_workbook(book: Book, relations: dict[str, tuple[str, str]]) -> None:
    """Sheets, the calendar and defined names."""
    name: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "workbookPr":
            book.since_1904 = attributes.get("date1904", "0") in ("1", "true")
        elif tag == "definedName":
            name[:] = [attributes.get("name", "")]
        elif tag == "sheet":
            id_ = next((v for k, v in attributes.items() if ":" in k and local(k) == "id"), "")
            kind, path = relations.get(id_, ("", ""))
            if kind in ("worksheet", ""):
                visible = attributes.get("state", "visible") == "visible"
                book.sheets.append(SheetPart(attributes.get("name", ""), visible, path))

    def text(part: str) -> None:
        if name:
            name.append(part)

    def end(tag: str) -> None:
        if tag == "definedName":
            value = "".join(name[1:])
            if '"' in value or re.search(r"\d{6}", value):
                book.names.append((name[0], value))
            book.names.append((name[0], name[0]))
            name.clear()

    parse(book.archive.chunks(book.path), start, end, text)


def read_styles(archive: Archive, path: str) -> list[str]:
    """What each cell format makes of a number, in the order in which cells refer to them."""
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "numFmt" and "numFmts" in inside:
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in inside:
            id_ = attributes.get("numFmtId", "0")
            styles.append(kind_of_format(int(id_) if id_.isdecimal() else 0, formats.get(id_)))

    parse(archive.chunks(path), start, lambda tag: inside.pop())
    return styles


def read_strings(archive: Archive, path: str) -> list[str]:
    """The shared texts. Rich text is one text; pronunciation (phonetic runs) is not part of it."""
    data = archive.read(path)
    plain = re.findall(rb'<si><t(?: xml:space="preserve")?>([^<\r]*)</t></si>', data)
    if (
        plain
        and len(plain) == data.count(b"<si")
        and data.count(b"<") == 4 * len(plain) + 2 + (b"<?" in data)
    ):
        texts = [t.decode("utf-8", "replace") for t in plain]
        return [unescape_excel(unescape(t)) if "&" in t or "_x" in t else t for t in texts]
    strings: list[str] = []
    skipped = wanted = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal skipped, wanted
        if tag == "si":
            strings.append("")
        elif tag == "rPh":
            skipped = True
        wanted = tag == "t" and not skipped

    def end(tag: str) -> None:
        nonlocal skipped, wanted
        if tag == "rPh":
            skipped = False
        wanted = False

    def text(part: str) -> None:
        if wanted and strings:
            strings[-1] += part

    parse(iter([data]), start, end, text)
    return [unescape_excel(t) for t in strings]


def outside_cells(book: Book) -> Iterator[tuple[str, str]]:
    """Texts of comments, drawings and document properties, each with where it stands."""
    archive = book.archive
    for sheet in book.sheets:
        for kind, path in archive.relations(sheet.path).values():
            if path not in archive:
                continue
            if kind in ("comments", "threadedComment"):
                yield from ((f"{sheet.name}!{ref}", text) for ref, text in comments(archive, path))
            elif kind in ("drawing", "vmlDrawing"):
                tags = OUTSIDE_CELLS if kind == "drawing" else frozenset({"textbox"})
                yield from ((f"{sheet.name}, en figur", t) for t in texts_beside(archive, path, tags))
    for path in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        if path in archive:
            texts = texts_beside(archive, path, OUTSIDE_CELLS)
            yield from (("dokumentets egenskaper", t) for t in texts)


def comments(archive: Archive, path: str) -> Texts:
    """The comments of a sheet: cell and text."""
    found: Texts = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag in ("comment", "threadedComment"):
            found.append((attributes.get("ref", ""), ""))

    def text(part: str) -> None:
        if found:
            found[-1] = found[-1][0], found[-1][1] + part

    try:
        parse(archive.chunks(path), start, text=text)
    except Refused as reason:
        if reason.args[0] != "broken":
            raise
        return [("", t) for t in texts_beside(archive, path, frozenset())]
    return found
