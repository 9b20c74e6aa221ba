"""Sheets as the rest of the product sees them, put together from what the child process sends.

The child's answer is data from outside: sizes are checked before anything is allocated, and texts before
anything reads them. Blank rows between blocks of cells share one piece of memory, however many they are.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import IO, Any

import numpy as np
import pyarrow as pa

MAX_BYTES = 850_000_000
LONGEST_MESSAGE = 30_000_000
MAX_ROWS, MAX_COLUMNS = 2_200_000, 16_384
FAR_AWAY = 200
"""Blank columns after which a cell is no longer part of the table."""
WIDEST = 2_000
"""Columns of a table; no export has as many, and the steps after this one look at every column."""
MOST_FAR = 2_000_000
MOST_CELLS = 200_000_000
"""Rows times columns of one sheet, blank ones counted."""
MOST_PARTS = 400_000
"""Columns of all blocks; a million rows of 20 columns come in 4,000."""
MOST_CHUNKS = 5_000_000
FAR_NAMED = 100

Block = tuple[int, int, dict[int, pa.Array]]


class ChildFailed(Exception):
    """There is no whole answer. Arguments: a reason code (see open.REASONS) and what the reason names."""


@dataclass(frozen=True)
class Sheet:
    """One sheet as text. Row i of `table` is row i + 1 of the sheet; column j lies at first_column + j.

    errors: cells that show an Excel error; uncomputed: formulas without a saved value (row as in the
    sheet, counted from 0; column of `table`). kind: blad, or kommentarer or namn for texts outside cells,
    as pairs of place and text. merged: first row, first column, last row, last column of merged ranges.
    hidden_rows: hidden rows that hold values. far: addresses of cells far to the right of the table,
    which are not in it.
    """

    name: str
    visible: bool
    first_column: int
    errors: tuple[tuple[int, int], ...]
    table: pa.Table
    kind: str = "blad"
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: int = 0
    uncomputed: tuple[tuple[int, int], ...] = ()
    far: tuple[str, ...] = ()

    @property
    def numbered(self) -> pa.Table:
        """The table with the sheet's row numbers in a last column `rad`."""
        return self.table.append_column(
            "rad", pa.array(np.arange(1, self.table.num_rows + 1, dtype=np.int32))
        )

    @property
    def width(self) -> int:
        """Number of columns in the used range."""
        return self.table.num_columns

    def column_letter(self, column: int) -> str:
        """A, B … AA for a zero-based column of `table`."""
        return letters(self.first_column + column)

    def address(self, row: int, column: int) -> str:
        """The A1 address of a cell; `row` counts from 1 as in the sheet, `column` from 0 as in `table`."""
        return f"{self.column_letter(column)}{row}"


def letters(column: int) -> str:
    """A, B … AA for a zero-based column of a sheet.

    >>> letters(0), letters(26), letters(16383)
    ('A', 'AA', 'XFD')
    """
    text, n = "", column + 1
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(65 + rest) + text
    return text


@dataclass
class Answer:
    """The child's answer as it is being read."""

    stream: IO[bytes]
    left: int = MAX_BYTES
    parts: int = MOST_PARTS
    blocks: list[Block] = field(default_factory=list)

    def message(self) -> dict[str, Any]:
        """The next message. Raises ChildFailed where there is none, or one that cannot be."""
        line = self.stream.readline(LONGEST_MESSAGE)
        if not line.endswith(b"\n"):
            raise ChildFailed("crashed")
        try:
            found = json.loads(line)
        except ValueError:
            raise ChildFailed("crashed") from None
        return found if isinstance(found, dict) else {}

    def read(self, size: int) -> pa.Buffer:
        """So many bytes. Raises ChildFailed where they are not there, or more than a file may give."""
        self.left -= size
        if size < 0 or self.left < 0:
            raise ChildFailed("too_large")
        data = self.stream.read(size)
        if len(data) != size:
            raise ChildFailed("crashed")
        return pa.py_buffer(data)

    def block(self, about: dict[str, Any]) -> Block:
        """The cells that follow the message about a block."""
        first, rows = about["block"]
        self.parts -= len(about["columns"])
        if first < 0 or rows < 1 or first + rows > MAX_ROWS or self.parts < 0:
            raise ChildFailed("too_large")
        return first, rows, {column: self.texts(rows, size) for column, size in about["columns"]}

    def texts(self, rows: int, size: int) -> pa.Array:
        """One column of a block, blank where the text is empty."""
        ends, data = self.read(4 * (rows + 1)), self.read(size)
        filled = np.diff(np.frombuffer(ends, np.int32)) > 0
        valid = pa.py_buffer(np.packbits(filled, bitorder="little"))
        array = pa.StringArray.from_buffers(rows, ends, data, valid)
        try:
            array.validate(full=True)
        except pa.ArrowInvalid:
            raise ChildFailed("broken") from None
        return array


def receive(stream: IO[bytes]) -> list[Sheet]:
    """The sheets of a whole answer. Raises ChildFailed with the child's reason, or where it is cut off."""
    answer = Answer(stream)
    found: list[Sheet] = []
    while "end" not in (message := answer.message()):
        if "refused" in message:
            raise ChildFailed(str(message["refused"]), str(message.get("what", "")))
        if "restart" in message:
            answer.blocks = []
        elif "block" in message:
            answer.blocks.append(answer.block(message))
        elif "sheet" in message:
            found += put_together(message, sorted(answer.blocks, key=lambda b: b[0]))
            answer.blocks = []
    return sorted(found, key=lambda sheet: sheet.kind != "blad")


def put_together(about: dict[str, Any], blocks: list[Block]) -> Iterator[Sheet]:
    """A sheet, unless it is blank, and the cells far to the right of it as one of their own."""
    used = sorted({column for _, _, columns in blocks for column in columns})
    if not used:
        return
    first, rows = used[0], blocks[-1][0] + blocks[-1][1]
    end = next((a for a, b in pairwise(used) if b - a > FAR_AWAY), used[-1])
    end = min(end, first + WIDEST - 1)
    if rows * (end - first + 1) > MOST_CELLS or used[-1] >= MAX_COLUMNS:
        raise ChildFailed("too_large")
    far = list(islice(cells_beyond(blocks, end), MOST_FAR))
    if len(far) == MOST_FAR:
        raise ChildFailed("too_large")
    shown = about["sheet"]
    yield Sheet(
        shown,
        bool(about["visible"]),
        first,
        tuple((row, col - first) for row, col in about.get("errors", ())),
        table(blocks, range(first, end + 1)),
        about.get("kind", "blad"),
        tuple((a, b - first, c, d - first) for a, b, c, d in about.get("merged", ())),
        about.get("hidden_rows", 0),
        tuple((row, col - first) for row, col in about.get("uncomputed", ())),
        tuple(address for address, _ in far[:FAR_NAMED]),
    )
    if far:
        texts = pa.table(
            [[f"{shown}!{address}" for address, _ in far], [t for _, t in far]], names=["0", "1"]
        )
        yield Sheet(f"{shown}, långt till höger", False, 0, (), texts, "kommentarer")


def table(blocks: list[Block], columns: range) -> pa.Table:
    """The columns of all blocks, with blank rows where no block is; ChunkedArrays over the same bytes."""
    widths: list[tuple[int, dict[int, pa.Array]]] = []
    at = 0
    for first, rows, found in blocks:
        if first < at:
            raise ChildFailed("crashed")
        widths += [(first - at, {}), (rows, found)]
        at = first + rows
    widths = [(rows, found) for rows, found in widths if rows]
    if len(widths) * len(columns) > MOST_CHUNKS:
        raise ChildFailed("too_large")
    zeros = pa.py_buffer(bytes(4 * (max(rows for rows, _ in widths) + 1)))

    def blank(rows: int) -> pa.Array:
        return pa.StringArray.from_buffers(rows, zeros, pa.py_buffer(b""), zeros, rows)

    blanks = [blank(rows) for rows, _ in widths]
    chunks = [
        pa.chunked_array([found.get(c, none) for (_, found), none in zip(widths, blanks, strict=True)])
        for c in columns
    ]
    return pa.table(chunks, names=[str(i) for i in range(len(columns))])


def cells_beyond(blocks: list[Block], end: int) -> Iterator[tuple[str, str]]:
    """Address and text of the cells to the right of a column."""
    for first, _, columns in blocks:
        for column, array in columns.items():
            if column > end:
                filled = array.is_valid().to_numpy(zero_copy_only=False).nonzero()[0]
                for row, text in zip(filled.tolist(), array.drop_null().to_pylist(), strict=True):
                    yield f"{letters(column)}{first + row + 1}", text
