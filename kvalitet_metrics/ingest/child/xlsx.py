"""An .xlsx workbook, sheet by sheet, to the wire."""

import re
from collections.abc import Iterator

from .archive import Archive
from .sheet import Facts, SheetParser
from .wire import Grid, Out, Refused, Unordered
from .workbook import MOST_TEXTS, Book, SheetPart, Texts, open_book, outside_cells

FAST_FROM = 1_500_000
"""Bytes of XML from which importing numpy pays."""
LONGEST_ROW = 64_000_000
ROW_END = b"</row>"


def read_xlsx(archive: Archive, out: Out) -> None:
    """Every sheet that holds cells, hidden ones too, then the texts that stand outside cells."""
    book = open_book(archive)
    texts: Texts = []
    for part in book.sheets:
        texts += read_sheet(book, part, out)
    texts += [t for t, _ in zip(outside_cells(book), range(MOST_TEXTS), strict=False)]
    for kind, found in (("kommentarer", texts), ("namn", book.names)):
        if found:
            grid = Grid(out)
            for row, pair in enumerate(found[:MOST_TEXTS]):
                for col, text in enumerate(pair):
                    grid.put(row, col, text)
            grid.flush()
            out.sheet(kind, kind=kind, visible=False)


def read_sheet(book: Book, part: SheetPart, out: Out) -> Texts:
    """One sheet to the wire; its header, footer and lists are given back."""
    facts, grid = Facts(), Grid(out)
    try:
        read_part(book, part, SheetParser(book, grid, facts, part.name))
    except Unordered:
        out.say({"restart": True})
        facts, grid = Facts(), Grid(out, keep_all=True)
        read_part(book, part, SheetParser(book, grid, facts, part.name))
    grid.flush()
    out.sheet(
        part.name,
        visible=part.visible,
        errors=facts.errors,
        uncomputed=facts.uncomputed,
        merged=facts.merged,
        hidden_rows=facts.hidden_filled,
    )
    return facts.texts


def read_part(book: Book, part: SheetPart, parser: SheetParser) -> None:
    """The XML of a sheet through the parser, or past it where that is large and written in a common way."""
    if part.path not in book.archive:
        raise Refused("part_missing", f"blad nummer {1 + book.sheets.index(part)}")
    chunks = book.archive.chunks(part.path)
    if book.archive.size(part.path) >= FAST_FROM and not parser.grid.keep_all:
        chunks = slow_part(book, chunks, parser)
    for chunk in chunks:
        parser.feed(chunk)
    parser.feed(b"", True)


def slow_part(book: Book, chunks: Iterator[bytes], parser: SheetParser) -> Iterator[bytes]:
    """Read whole rows the fast way where that works; what is left for the parser is given back in order."""
    from .fast import read_rows

    head, begin, rest = next(chunks, b"").partition(b"<sheetData>")
    yield head + begin
    if not begin or not utf8(head):
        yield from (rest, *chunks)
        return
    for chunk in chunks_of_rows(rest, chunks):
        rows = read_rows(chunk, book) if chunk.endswith(ROW_END) else None
        if rows is None:
            yield chunk
            continue
        parser.grid.flush()
        if rows.first < parser.grid.sent_to:
            raise Unordered
        parser.grid.out.block(rows.first, rows.count, rows.columns)
        parser.row = parser.grid.last = rows.first + rows.count - 1
        parser.grid.sent_to = parser.row + 1
        parser.facts.errors += rows.errors
        parser.facts.uncomputed += rows.uncomputed


def utf8(head: bytes) -> bool:
    """True where the XML does not say that it is written in another way than UTF-8."""
    said = re.search(rb"""encoding=["']([^"']+)""", head[:200])
    return said is None or said[1].lower() == b"utf-8"


def chunks_of_rows(rest: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, cut after ends of rows. Raises Refused for a row that has no end."""
    for chunk in chunks:
        rest += chunk
        cut = rest.rfind(ROW_END) + len(ROW_END)
        if cut >= len(ROW_END):
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > LONGEST_ROW:
            raise Refused("too_large")
    cut = rest.rfind(ROW_END) + len(ROW_END)
    if cut >= len(ROW_END):
        yield rest[:cut]
        rest = rest[cut:]
    yield rest
