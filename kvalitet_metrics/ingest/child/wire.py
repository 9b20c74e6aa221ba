"""What the child says: blocks of cells and facts about sheets, in a form that Arrow can map without a copy.

A message is a line of JSON, for a block followed by its columns: per column the ends of its texts as
32-bit numbers (one more than there are rows, from 0) and then the texts as UTF-8. No text is a blank
cell. Blank rows between blocks are not sent, so a used range of a million rows costs what stands in it.
"""

import json
from array import array
from collections.abc import Iterable
from itertools import accumulate
from typing import BinaryIO

Column = tuple[bytes, bytes]
"""Ends of the texts, and the texts."""

MAX_OUTPUT = 800_000_000
"""Bytes of cells that one file may give: a million rows of 20 columns give about 270 million."""
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
BLOCK_ROWS = 8_192
BLOCK_CELLS = 1_000_000
BLOCK_LETTERS = 16_000_000
GAP = 512
"""Blank rows that end a block rather than being sent as blank cells."""


class Refused(Exception):
    """The file cannot be read. Arguments: a reason code (see open.REASONS) and what the reason names."""


class Unordered(Exception):
    """A row comes after a later one; the sheet must be read again by one who keeps all of it."""


class Out:
    """The stream to the parent."""

    def __init__(self, stream: BinaryIO):
        self.stream = stream
        self.sent = 0
        self.sheets = 0

    def say(self, message: dict[str, object]) -> None:
        """One message without cells."""
        self.stream.write(json.dumps(message).encode() + b"\n")

    def block(self, first_row: int, rows: int, columns: dict[int, Column]) -> None:
        """Cells of `rows` rows from the zero-based `first_row` on, for the columns that hold any.

        Raises Refused where the file has given more than a file may.
        """
        sizes = [[c, len(texts)] for c, (_, texts) in sorted(columns.items())]
        self.sent += sum(4 * (rows + 1) + size for _, size in sizes)
        if self.sent > MAX_OUTPUT:
            raise Refused("too_large")
        self.say({"block": [first_row, rows], "columns": sizes})
        for _, (ends, texts) in sorted(columns.items()):
            self.stream.write(ends)
            self.stream.write(texts)

    def sheet(self, name: str, **facts: object) -> None:
        """The end of a sheet, whose blocks have been sent, with what else is known about it."""
        self.sheets += 1
        self.say({"sheet": name, **facts})


def column(texts: Iterable[str | None]) -> Column:
    """Texts as they are sent; None and the empty text are both a blank cell."""
    given = [t or "" for t in texts]
    joined = "".join(given)
    if joined.isascii():
        return array("i", accumulate(map(len, given), initial=0)).tobytes(), joined.encode()
    coded = [t.encode("utf-8", "replace") for t in given]
    return array("i", accumulate(map(len, coded), initial=0)).tobytes(), b"".join(coded)


class Grid:
    """Collects cells row by row and sends them in blocks.

    `keep_all` is for sheets whose rows stand in no order: then nothing is sent before the end.
    """

    def __init__(self, out: Out, keep_all: bool = False):
        self.out = out
        self.keep_all = keep_all
        self.rows: dict[int, dict[int, str]] = {}
        self.columns: set[int] = set()
        self.letters = 0
        self.last = -1
        self.sent_to = 0

    def put(self, row: int, col: int, text: str) -> None:
        """One cell, both zero-based; a later text for the same cell replaces the earlier one.

        Raises Unordered for a row above one that has been sent.
        """
        if row != self.last:
            self.begin(row)
        self.columns.add(col)
        self.letters += len(text)
        if self.letters > MAX_OUTPUT:
            raise Refused("too_large")
        self.rows.setdefault(row, {})[col] = text

    def begin(self, row: int) -> None:
        """Send what is collected where the row is far below it, or where it is enough for a block."""
        if row < self.sent_to:
            raise Unordered
        if self.rows and not self.keep_all:
            first = next(iter(self.rows))
            height = row - first
            full = height >= BLOCK_ROWS or height * len(self.columns) > BLOCK_CELLS
            if full or row > self.last + GAP or self.letters > BLOCK_LETTERS:
                self.flush()
        self.last = row

    def flush(self) -> None:
        """Send all that is collected."""
        for first, last in runs(sorted(self.rows)):
            numbers = range(first, last + 1)
            found = [self.rows.get(r, {}) for r in numbers]
            used = set().union(*found)
            self.out.block(first, len(numbers), {c: column([row.get(c) for row in found]) for c in used})
            self.sent_to = last + 1
        self.rows, self.columns, self.letters = {}, set(), 0


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """First and last of each run of rows that can be one block.

    >>> runs([3, 4, 9, 9000])
    [(3, 9), (9000, 9000)]
    """
    found: list[tuple[int, int]] = []
    for n in numbers:
        if found and n - found[-1][1] <= GAP and n - found[-1][0] < BLOCK_ROWS:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found
