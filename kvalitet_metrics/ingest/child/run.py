"""Which reader a file goes to: what the bytes are decides over what the file is called."""

import re
import sys
from typing import Any

from .archive import Archive
from .wire import Out, Refused

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = {".csv", ".tsv", ".txt", ".skv", ".tab", ".prn"}
SHEETS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam", ".xls", ".xlt", ".xlsb", ".ods", ".fods", ".ots"}
OTHERS = {
    b"%PDF": "en PDF",
    b"\x89PNG": "en bild",
    b"\xff\xd8\xff": "en bild",
    b"GIF8": "en bild",
    b"Rar!": "ett RAR-arkiv",
    b"7z\xbc\xaf": "ett 7z-arkiv",
    b"\x1f\x8b": "ett gzip-arkiv",
    b"PAR1": "en Parquet-fil",
    b"SQLite format 3": "en databas",
    b"{\\rtf": "ett textdokument",
    b"\x09\x00": "en arbetsbok från Excel 4 eller äldre",
    b"\x09\x02": "en arbetsbok från Excel 4 eller äldre",
    b"\x09\x04": "en arbetsbok från Excel 4 eller äldre",
    b"\x09\x08": "en arbetsbok från Excel 5 eller äldre",
}
"""First bytes of what a file may be instead."""
IN_ZIP = {
    "word/document.xml": "ett Word-dokument",
    "ppt/presentation.xml": "en PowerPoint-presentation",
    "index/document.iwa": "ett Numbers-dokument",
}


def limit(memory: int, seconds: int) -> None:
    """Let the operating system stop this process at so much memory and time, and keep it off the disk."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time limit remains
        return
    for what, size in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (size, size))


def read(data: bytes, suffix: str, out: Out) -> None:
    """Send the sheets of a file of any kind that we read. Raises Refused with a reason for all others."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf\x00 \r\n\t")
    if not data.strip(b"\x00 \r\n\t") or data.strip(b"\x00 \r\n\t") in (
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
    ):
        raise Refused("empty")
    if data.startswith(OLE):
        read_ole(data, out)
    elif data.startswith(ZIP) or (suffix in SHEETS and b"PK\x05\x06" in data[-70_000:]):
        read_zip(data, out)
    elif other := next((what for first, what in OTHERS.items() if data.startswith(first)), None):
        raise Refused("not_spreadsheet", other)
    elif re.match(rb"MIME-Version:", start, re.IGNORECASE):
        from .markup import read_web_archive

        read_web_archive(data, out)
    elif start.startswith(b"<") or (start := without_nulls(start)).startswith(b"<"):
        read_markup(data, start, out)
    elif suffix == ".json":
        from .json_values import read_json

        read_json(data, out)
    elif suffix in TEXT | SHEETS:
        from .delimited import read_text

        read_text(data, out)
    else:
        raise Refused("unknown_kind")


def without_nulls(start: bytes) -> bytes:
    """The beginning of a file in UTF-16 as if each sign were a byte."""
    return start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"").lstrip()


def read_ole(data: bytes, out: Out) -> None:
    """An old binary workbook, or the envelope of an encrypted new one."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refused("encrypted")
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise Refused(
            "not_spreadsheet" if "WordDocument".encode("utf-16-le") in data else "broken", "ett Word-dokument"
        )
    from .legacy import read_binary

    read_binary(data, out)


def read_zip(data: bytes, out: Out) -> None:
    """A zipped document: workbook, OpenDocument, or something else."""
    archive = Archive(data)
    if "content.xml" in archive:
        from .ods import read_ods

        read_ods(archive, out)
    elif other := next((what for path, what in IN_ZIP.items() if path in archive), None):
        raise Refused("not_spreadsheet", other)
    elif "xl/workbook.bin" in archive:
        from .legacy import read_binary

        for path in archive.entries:
            sum(len(chunk) for chunk in archive.chunks(path))
        read_binary(data, out)
    else:
        from .xlsx import read_xlsx

        read_xlsx(archive, out)


def read_markup(data: bytes, start: bytes, out: Out) -> None:
    """XML or a web page."""
    from .markup import read_html, read_xml_2003

    if b"schemas-microsoft-com:office:spreadsheet" in start and re.search(rb"<(\w+:)?Workbook\b", start):
        read_xml_2003(data, out)
    elif b"opendocument" in start and b"document" in start:
        from .ods import read_fods

        read_fods(data, out)
    elif re.search(rb"<(html|table|!doctype html|meta|head|body|div)\b", without_nulls(start), re.IGNORECASE):
        read_html(data, out)
    elif start.startswith(b"<?xml"):
        raise Refused("not_spreadsheet", "XML av annat slag")
    else:
        from .delimited import read_text

        read_text(data, out)


def main(suffix: str, memory: int, seconds: int) -> None:
    """Read stdin, write the sheets, and last that it is the end or why the file is refused."""
    limit(memory, seconds)
    out = Out(sys.stdout.buffer)
    last: dict[str, Any] = {"end": True}
    try:
        read(sys.stdin.buffer.read(), suffix.lower(), out)
        if not out.sent:
            raise Refused("empty")
    except Refused as reason:
        last = dict(zip(("refused", "what"), reason.args, strict=False))
    except MemoryError:
        last = {"refused": "too_large"}
    except RecursionError:
        last = {"refused": "broken"}
    out.say(last)
    sys.stdout.buffer.flush()
