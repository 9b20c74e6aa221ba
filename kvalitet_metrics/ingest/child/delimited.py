"""Delimited text: its encoding, its delimiter and its rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from .wire import BLOCK_CELLS, BLOCK_ROWS, MAX_COLUMNS, MAX_ROWS, Out, Refused, column

HEAD_BYTES = 400_000
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
LONGEST_FIELD = 500_000_000


def read_text(data: bytes, out: Out) -> None:
    """Text with ; , tab or | between the fields. A line `sep=;` first says which, as Excel takes it."""
    encoding = guess_encoding(data)
    head = decode(data[:HEAD_BYTES], encoding)
    named = re.fullmatch(r'\s*"?sep=(.)"?[\s;,]*', head.partition("\n")[0])
    delimiter = named[1] if named else guess_delimiter(head)
    csv.field_size_limit(LONGEST_FIELD)
    for strict in (True, False):  # strictly first: only then an open quote is told from a stray one
        lines = lines_of(data, encoding)
        if named:
            next(lines)
        rows = csv.reader(lines, delimiter=delimiter, strict=strict)
        try:
            send_rows(chain([[]] * bool(named), rows), out)
            break
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise Refused("open_quote", f"rad {rows.line_num}") from None
            if not strict:
                raise Refused("broken") from None
            out.say({"restart": True})
    out.sheet("Text", visible=True)


def lines_of(data: bytes, encoding: str) -> Iterator[str]:
    """The lines with their ends, decoded as they are asked for."""
    codec = "utf-8-sig" if encoding == "utf-8" else encoding
    lines = io.TextIOWrapper(io.BytesIO(data), codec, errors="replace", newline="")
    return (text for line in lines if (text := line.replace("\x00", "").lstrip("\ufeff")))


def send_rows(rows: Iterator[list[str]], out: Out) -> None:
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


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text, in the encoding that it is most likely written in. Raises Refused for what is not text."""
    text = data.decode(encoding or guess_encoding(data), errors="replace").lstrip("\ufeff")
    head = text[:100_000]
    nulls, odd = head.count("\x00"), len(CONTROL.findall(head))
    if odd - nulls > max(3, len(head) // 100) or nulls * 4 > len(head):
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
        if (cut_off and error.start) or mostly_utf8(data):
            return "utf-8"
        return "cp1252"
    return "utf-8"


def mostly_utf8(data: bytes) -> bool:
    """True where Swedish letters stand in UTF-8 and only few other bytes are wrong.

    >>> mostly_utf8("å ä ö å ä ö é å ä ö å".encode() + b"\\xe5"), mostly_utf8("å ä ö".encode("cp1252"))
    (True, False)
    """
    return len(re.findall(rb"\xc3[\x84\x85\x96\xa4\xa5\xa9\xb6]", data)) > 10 * data.decode(
        "utf-8", "replace"
    ).count("\ufffd")


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
        if delimiter == "," and all(re.fullmatch(r"[^,]*(\d,\d[^,]*)?", line) for line in lines):
            return 0  # at most one in a line, and that a decimal comma: a single column
        counts = Counter(line.count(delimiter) for line in lines if delimiter in line)
        return max((per_line * found for per_line, found in counts.items()), default=0)

    return max(";\t,|", key=fields)
