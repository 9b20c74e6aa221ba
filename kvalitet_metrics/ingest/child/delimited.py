"""Delimited text: its encoding, its delimiter and its rows."""

import csv
import io
import re
from collections import Counter
from itertools import chain, islice, zip_longest

from .wire import BLOCK_CELLS, BLOCK_ROWS, MAX_COLUMNS, MAX_ROWS, Out, Refused, column

CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
LONGEST_FIELD = 500_000_000


def read_text(data: bytes, out: Out) -> None:
    """Text with ; , tab or | between the fields. A line `sep=;` first says which, as Excel takes it."""
    text = decode(data)
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r'\s*"?sep=(.)"?[\s;,]*', first)
    delimiter = named[1] if named else guess_delimiter(text)
    csv.field_size_limit(LONGEST_FIELD)
    lines = io.StringIO(rest if named else text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    loose = csv.reader(io.StringIO(rest if named else text, newline=""), delimiter=delimiter)
    try:
        send_rows(chain([[]] * bool(named), reader), out)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Refused("open_quote", f"rad {reader.line_num}") from None
        out.say({"restart": True})
        try:
            send_rows(chain([[]] * bool(named), loose), out)
        except csv.Error:
            raise Refused("broken") from None
    out.sheet("Text", visible=True)


def send_rows(rows: "chain[list[str]]", out: Out) -> None:
    """Rows of texts to the wire. Raises Refused where they are more or wider than a sheet can be."""
    first = 0
    size = BLOCK_ROWS
    while block := list(islice(rows, size)):
        width = max(map(len, block))
        if width > MAX_COLUMNS:
            block = [row[: max((i for i, text in enumerate(row, 1) if text), default=0)] for row in block]
            width = max(map(len, block))
        if first + len(block) > 2 * MAX_ROWS or width > MAX_COLUMNS:
            raise Refused("too_large")
        if width * len(block) > BLOCK_CELLS and len(block) > 1:  # few wide rows: no padding of all others
            rows, size = chain(block, rows), max(1, size // 16)
            continue
        columns = zip_longest(*block, fillvalue="")
        found = {i: texts for i, texts in enumerate(columns) if any(texts)}
        if found:
            out.block(first, len(block), {i: column(texts) for i, texts in found.items()})
        first += len(block)


def decode(data: bytes) -> str:
    """The text, by byte order mark, by how UTF-16 looks, as UTF-8 where it fits, else as Windows-1252.

    Raises Refused for what is not text.
    """
    encoding = guess_encoding(data)
    text = data.decode(encoding, errors="replace").lstrip("\ufeff")
    odd = len(CONTROL.findall(text[:100_000]))
    if odd > max(3, len(text[:100_000]) // 100) and odd != text[:100_000].count("\x00"):
        raise Refused("binary")
    if text[:100_000].count("\x00") * 4 > len(text[:100_000]):
        raise Refused("binary")
    return text.replace("\x00", "")


def guess_encoding(data: bytes) -> str:
    """The name of the encoding that the bytes are most likely written in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 3 > len(head) and min(even, odd) * 20 < max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
        return "utf-8" if cut_off and error.start else "cp1252"
    return "utf-8"


def guess_delimiter(text: str) -> str:
    """Semicolon or tab where most of the first lines have it, since a comma may be a decimal comma.

    Otherwise the one that stands equally often in most lines, which a single line of prose does not.
    What stands inside quotes does not count.

    >>> guess_delimiter('a,b\\n"1,5","2;5"\\n'), guess_delimiter("a;b\\n1,5;2\\n")
    (',', ';')
    """
    head = re.sub(r'"[^"]*"', "", text[:20_000])
    lines = [line for line in head.splitlines()[:50] if line.strip()]
    for delimiter in ";\t":
        if 2 * sum(delimiter in line for line in lines) >= len(lines):
            return delimiter

    def fields(delimiter: str) -> int:
        counts = Counter(line.count(delimiter) for line in lines if delimiter in line)
        return max((per_line * found for per_line, found in counts.items()), default=0)

    return max(";\t,|", key=fields)
