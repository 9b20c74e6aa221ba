"""Rows of a large sheet, many thousand cells at a time, as nearly every program writes them.

Works on whole columns of positions in the bytes, never cell by cell. Anything out of the ordinary (odd
order of attributes, rich text, comments, hidden rows, an unknown entity) makes `read_rows` give None, and
the XML parser reads those rows instead: what comes out is the same, only slower.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .archive import unescape_excel
from .values import NUMBER, cell_text
from .wire import GAP, MAX_COLUMNS, Column
from .workbook import Book

Ints = np.ndarray
PADDING = bytes(64)
MOST_DIGITS = 7
LONGEST_TEXTS = 100_000_000
WIDE = 1_000
"""Columns from which a block of few rows would cost more than it saves, as few cells far apart do."""
PRESERVED = ((0, "<t xml:s"), (8, 'pace="pr'), (16, 'eserve">'))
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Odd(Exception):
    """Something that is left to the XML parser."""


@dataclass
class Rows:
    """The cells of a run of rows; rows and cells are counted from 0."""

    first: int
    count: int
    columns: dict[int, Column]
    errors: list[tuple[int, int]]
    uncomputed: list[tuple[int, int]]


def read_rows(data: bytes, book: Book) -> Rows | None:
    """All of `data`, which is whole <row> elements, or None where something in it is out of the ordinary."""
    if b' hidden="' in data and re.search(rb' hidden="(1|true)"', data):
        return None
    try:
        data.decode("utf-8")
        return Tags(data).rows(book)
    except (Odd, UnicodeDecodeError):
        return None


def demand(holds: "np.ndarray | np.bool_ | bool") -> None:
    """Go on only where something holds for all cells."""
    if not np.all(holds):
        raise Odd


class Tags:
    """Where the tags of a piece of XML begin, and the letter after each «<»."""

    def __init__(self, data: bytes):
        self.data = data
        padded = data + PADDING
        self.bytes = np.frombuffer(padded, np.uint8)
        self.eights = np.ndarray((len(padded) - 7,), "<u8", padded, strides=(1,))
        found = np.flatnonzero(self.bytes == ord("<"))
        self.count = len(found)
        self.at = np.append(found, [len(data)] * 6)
        self.letter = self.bytes[self.at + 1]

    def is_text(self, at: Ints, text: str) -> Ints:
        """True where the bytes from `at` on are the text, of at most eight letters."""
        mask = np.uint64(256 ** len(text) - 1)
        return (self.eights[at] & mask) == np.uint64(int.from_bytes(text.encode(), "little"))

    def digits(self, at: Ints) -> tuple[Ints, Ints]:
        """The numbers that begin at `at`, of at most seven digits, and how many digits they have."""
        value, length = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
        going = np.ones(len(at), bool)
        signs = self.eights[at]
        for _ in range(MOST_DIGITS):
            digit = signs.astype(np.uint8) - np.uint8(48)
            going &= digit < 10
            if not going.any():
                break
            value = np.where(going, 10 * value + digit, value)
            length += going
            signs >>= np.uint64(8)
        return value, length

    def rows(self, book: Book) -> Rows:
        """The cells. Raises Odd for what is left to the XML parser."""
        row_tags, cells = np.flatnonzero(self.letter == ord("r")), np.flatnonzero(self.letter == ord("c"))
        if not len(row_tags) or np.any((self.letter == ord("!")) | (self.letter == ord("?"))):
            raise Odd
        demand(self.is_text(self.at[row_tags], '<row r="'))
        numbers, _ = self.digits(self.at[row_tags] + 8)
        demand(np.diff(numbers) > 0)
        first, count = int(numbers[0]) - 1, int(numbers[-1] - numbers[0]) + 1
        demand(first >= 0 and count <= 4 * len(row_tags) + GAP)
        row = numbers[np.searchsorted(row_tags, cells, "right") - 1] - 1
        col, style, kind, end = self.attributes(cells, row)
        start, length, tags, no_value = self.values(cells, end)
        row_ends = np.count_nonzero(self.is_text(self.at[: self.count], "</r"))
        demand(tags.sum() + len(row_tags) + row_ends == self.count)
        error = (kind == ord("e")) & (length > 0)
        keep = np.flatnonzero((length > 0) & ~error)
        texts = Texts(self, start[keep], length[keep])
        texts.convert(book, kind[keep], style[keep])
        columns = texts.by_column(col[keep], row[keep] - first, count)
        return Rows(
            first, count, columns, pairs(row, col, error), pairs(row, col, no_value & (kind != ord("i")))
        )

    def attributes(self, cells: Ints, row: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Column, style number, first letter of the type (str is given as «i») and the place after them."""
        at = self.at[cells]
        demand(self.is_text(at, '<c r="'))
        letters = [self.bytes[at + 6 + i].astype(np.int64) - 64 for i in range(3)]
        two = (letters[1] > 0) & (letters[1] <= 26)
        three = two & (letters[2] > 0) & (letters[2] <= 26)
        demand((letters[0] > 0) & (letters[0] <= 26))
        col = letters[0]
        col = np.where(two, 26 * col + letters[1], col)
        col = np.where(three, 26 * col + letters[2], col) - 1
        at = at + 7 + two + three
        number, digits = self.digits(at)
        at = at + digits
        demand((number - 1 == row) & (self.bytes[at] == ord('"')) & (col < MAX_COLUMNS))
        at = at + 1
        styled = self.is_text(at, ' s="')
        style, digits = self.digits(at + 4)
        at = np.where(styled, at + 5 + digits, at)
        demand(~styled | (self.bytes[at - 1] == ord('"')))
        typed = self.is_text(at, ' t="')
        kind = np.where(typed, self.bytes[at + 4], ord("n"))
        text = typed & (self.is_text(at + 4, 'str"') | self.is_text(at + 4, "inlineSt"))
        size = np.where(kind == ord("i"), 9, np.where(text, 3, 1))
        at = np.where(typed, at + 5 + size, at)
        demand(~typed | (self.bytes[at - 1] == ord('"')))
        kind = np.where(text, ord("i"), kind)
        demand((kind != ord("d")) & (text == (kind == ord("i"))))
        return col, np.where(styled, style, 0), kind, at

    def values(self, cells: Ints, end: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Start and length of each value, the number of tags of its cell, and formulas without a value."""
        closed = self.bytes[end] == ord("/")
        demand(closed | (self.bytes[end] == ord(">")))
        formula = ~closed & self.is_text(self.at[cells + 1], "<f")
        after = cells + 2
        written_out = formula & self.is_text(self.at[after], "</f")
        before = self.at[after] - 2
        demand(~formula | written_out | self.is_text(np.maximum(before, 0), "/>"))
        value = np.where(formula, after + written_out, cells + 1)
        plain = ~closed & self.is_text(self.at[value], "<v>")
        inline = ~closed & ~formula & self.is_text(self.at[cells + 1], "<is>")
        value = np.where(inline, cells + 2, value)
        start = self.at[value] + 3
        preserved = np.flatnonzero(inline & ~self.is_text(self.at[value], "<t>"))
        for offset, text in PRESERVED:
            demand(self.is_text(self.at[value[preserved]] + offset, text))
        start[preserved] += 21
        has_value = plain | inline
        ends = np.where(
            plain, self.is_text(self.at[value + 1], "</v>"), self.is_text(self.at[value + 1], "</t>")
        )
        demand(~has_value | ends)
        last = np.where(inline, value + 3, np.where(plain, value + 2, value))
        demand(closed | self.is_text(self.at[last], "</c>"))
        length = np.where(has_value, self.at[value + 1] - start, 0)
        demand(length >= 0)
        tags = np.where(closed, 1, last - cells + 1)
        return start, length, tags, formula & (length == 0)


class Texts:
    """The texts of cells: places in the XML, or where they must be converted, in texts of our own."""

    def __init__(self, tags: Tags, start: Ints, length: Ints):
        self.tags, self.start, self.length = tags, start, length
        self.own: list[bytes] = []
        self.own_size = 0

    def replace(self, cells: Ints, which: Ints, texts: list[str]) -> None:
        """Give the cells other texts: cell i gets `texts[which[i]]`."""
        coded = [t.encode("utf-8", "replace") for t in texts]
        sizes = np.array([len(c) for c in coded], np.int64)
        starts = len(self.tags.bytes) + self.own_size + np.cumsum(sizes) - sizes
        self.start[cells], self.length[cells] = starts[which], sizes[which]
        self.own += coded
        self.own_size += int(sizes.sum())

    def convert(self, book: Book, kind: Ints, style: Ints) -> None:
        """Shared texts, numbers by their format, yes and no, and characters that XML writes in other ways."""
        number, digits = self.tags.digits(self.start)
        whole = digits == self.length
        leading_zero = (self.tags.bytes[self.start] == ord("0")) & (self.length > 1)
        shared = np.flatnonzero(kind == ord("s"))
        if len(shared):
            demand(whole[shared] & (number[shared] < len(book.strings)))
            found, which = np.unique(number[shared], return_inverse=True)
            self.replace(shared, which, [book.strings[i] for i in found])
        yes_no = np.flatnonzero(kind == ord("b"))
        demand(whole[yes_no] & (number[yes_no] < 2))
        self.replace(yes_no, number[yes_no], ["false", "true"])
        styles = np.array([NUMBER, *book.styles], "U1").view(np.uint32)
        formats = styles[np.where(style < len(book.styles), style + 1, 0)]
        is_number = kind == ord("n")
        done = whole & (formats == ord(NUMBER)) & ~leading_zero
        for format_ in np.unique(formats[is_number & ~done]):
            name = chr(int(format_))
            ours = is_number & ~done & (formats == format_)
            self.whole_numbers(np.flatnonzero(ours & whole), number, name, book.since_1904)
            text_of = lambda raw, name=name: cell_text(raw, name, book.since_1904)  # noqa: E731
            self.one_by_one(np.flatnonzero(ours & ~whole), text_of)
        self.one_by_one(self.with_entities(np.flatnonzero(kind == ord("i"))), unescaped)

    def whole_numbers(self, cells: Ints, number: Ints, format_: str, since_1904: bool) -> None:
        """Convert cells that hold whole numbers: each number that occurs is converted once."""
        found, which = np.unique(number[cells], return_inverse=True)
        self.replace(cells, which, [cell_text(str(n), format_, since_1904) for n in found])

    def one_by_one(self, cells: Ints, text_of: Callable[[str], str]) -> None:
        """Convert cells by what their text in the XML is."""
        data = self.tags.data
        spans = zip(self.start[cells].tolist(), self.length[cells].tolist(), strict=True)
        texts = [text_of(data[at : at + size].decode("utf-8", "replace")) for at, size in spans]
        self.replace(cells, np.arange(len(cells)), texts)

    def with_entities(self, cells: Ints) -> Ints:
        """Those of the cells whose text XML or Excel writes in another way than it reads."""
        data = self.tags.data
        signs = [sign for sign in (b"&", b"\r", b"_x") if sign in data]
        odd = np.array([m.start() for sign in signs for m in re.finditer(sign, data)], np.int64)
        if not len(odd) or not len(cells):
            return cells[:0]
        near = np.searchsorted(self.start[cells], odd, "right") - 1
        inside = (near >= 0) & (odd < (self.start + self.length)[cells[near]])
        return cells[np.unique(near[inside])]

    def by_column(self, col: Ints, row: Ints, count: int) -> dict[int, Column]:
        """The texts gathered column by column, as they are sent."""
        order = np.argsort(col.astype(np.uint16), kind="stable")
        col, row, start, length = col[order], row[order], self.start[order], self.length[order]
        demand((np.diff(col) > 0) | (np.diff(row) > 0))
        source = np.concatenate([self.tags.bytes, np.frombuffer(b"".join(self.own), np.uint8)])
        ends = np.cumsum(length)
        total = int(ends[-1]) if len(ends) else 0
        demand(total < LONGEST_TEXTS)
        texts = source[np.arange(total) + np.repeat(start - (ends - length), length)]
        columns: dict[int, Column] = {}
        found, firsts = np.unique(col, return_index=True)
        demand(len(found) <= WIDE and len(found) * count <= 20 * len(col) + 1_000_000)
        for c, a, b in zip(found.tolist(), firsts, [*firsts[1:], len(col)], strict=True):
            sizes = np.zeros(count + 1, np.int32)
            sizes[row[a:b] + 1] = length[a:b]
            columns[c] = (
                np.cumsum(sizes, dtype=np.int32).tobytes(),
                texts[ends[a] - length[a] : ends[b - 1]].tobytes(),
            )
        return columns


def pairs(row: Ints, col: Ints, where: Ints) -> list[tuple[int, int]]:
    """Row and column of the cells for which something holds."""
    return list(zip(row[where].tolist(), col[where].tolist(), strict=True))


def unescaped(text: str) -> str:
    """A text of the XML as it reads. Raises Odd for an entity that XML itself does not know."""

    def character(match: re.Match[str]) -> str:
        name = match[1]
        if name in ENTITIES:
            return ENTITIES[name]
        if not re.fullmatch(r"#(x[0-9a-fA-F]{1,6}|[0-9]{1,7})", name):
            raise Odd
        code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
        if not (code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0x110000):
            raise Odd
        return chr(code)

    bare = re.sub(r"\r\n?", "\n", text)
    return unescape_excel(re.sub(r"&([^;&]*);?", character, bare))
