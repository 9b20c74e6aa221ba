"""The parts of a zipped document, with all that can be wrong with an archive as a reason code."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from .wire import Refused

MAX_UNPACKED = 4_000_000_000
"""Bytes that all parts may unpack to; a million rows of 20 columns are about 800 million."""
CHUNK = 2_000_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, IndexError)


class Archive:
    """A zip archive whose parts are found whatever case and slashes their names are written with."""

    def __init__(self, data: bytes):
        """Raises Refused for an archive that is damaged, or has a password."""
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self.zip.infolist()
        except BROKEN:
            raise Refused("broken") from None
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("encrypted")
        self.entries = {self.key(e.filename): e for e in entries}
        self.unpacked = 0

    @staticmethod
    def key(path: str) -> str:
        """The form in which the names of parts are compared."""
        return posixpath.normpath(path.replace("\\", "/").lstrip("/")).lower()

    def __contains__(self, path: str) -> bool:
        return self.key(path) in self.entries

    def size(self, path: str) -> int:
        """Bytes that a part says that it unpacks to; it may lie."""
        return self.entries[self.key(path)].file_size

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a part. Raises Refused where it is missing, damaged, or too much in all."""
        if path not in self:
            raise Refused("part_missing", "en del av arbetsboken")
        try:
            with self.zip.open(self.entries[self.key(path)]) as part:
                while chunk := part.read(CHUNK):
                    self.unpacked += len(chunk)
                    if self.unpacked > MAX_UNPACKED:
                        raise Refused("too_large")
                    yield chunk
        except BROKEN:
            raise Refused("broken") from None

    def read(self, path: str) -> bytes:
        """A whole part."""
        return b"".join(self.chunks(path))

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: id → (last word of the kind, path of the part). Links out are left out."""
        folder, name = posixpath.split(path)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "").replace("\\", "/")
                kind = attributes.get("Type", "").rpartition("/")[2]
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                found[attributes.get("Id", "")] = kind, posixpath.normpath(joined).lstrip("/")

        if rels in self:
            parse(self.chunks(rels), start=start)
        return found


def local(name: str) -> str:
    """The name of a tag or attribute without its prefix."""
    return name.rpartition(":")[2]


def refuse_doctype(*_: object) -> None:
    """No spreadsheet has a document type; files that do want entities resolved or multiplied."""
    raise Refused("dangerous_xml")


class Parser:
    """A streaming XML parser that calls back with local names. It resolves nothing outside the part."""

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], Any] | None = None,
        end: Callable[[str], Any] | None = None,
        text: Callable[[str], Any] | None = None,
    ):
        self.expat = expat.ParserCreate()
        self.expat.buffer_text = True
        self.expat.StartDoctypeDeclHandler = refuse_doctype
        names: dict[str, str] = {}

        def short(name: str) -> str:
            if name not in names:
                names[name] = local(name)
            return names[name]

        if start:
            self.expat.StartElementHandler = lambda name, attributes: start(short(name), attributes)
        if end:
            self.expat.EndElementHandler = lambda name: end(short(name))
        if text:
            self.expat.CharacterDataHandler = text

    def feed(self, data: bytes, last: bool = False) -> None:
        """More of the part. Raises Refused where it is not well-formed."""
        try:
            self.expat.Parse(data, last)
        except (expat.ExpatError, ValueError):
            raise Refused("broken") from None


def parse(
    chunks: Iterator[bytes],
    start: Callable[[str, dict[str, str]], Any] | None = None,
    end: Callable[[str], Any] | None = None,
    text: Callable[[str], Any] | None = None,
) -> None:
    """Run a whole part through a parser."""
    parser = Parser(start, end, text)
    for chunk in chunks:
        parser.feed(chunk)
    parser.feed(b"", True)


def texts_in(chunks: Iterator[bytes], tags: frozenset[str]) -> Iterator[str]:
    """The text of each element of the given names."""
    found: list[str] = []
    depth = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal depth
        if tag in tags:
            depth += 1
            found.append("")

    def end(tag: str) -> None:
        nonlocal depth
        depth -= tag in tags

    def text(part: str) -> None:
        if depth:
            found[-1] += part

    parse(chunks, start, end, text)
    return (t for t in found if t.strip())


def texts_beside(archive: Archive, path: str, tags: frozenset[str]) -> Iterator[str]:
    """The texts of a part that is not part of the table; every text of it where it is not well-formed.

    Old drawings seldom are, and a table is not refused for what stands beside it.
    """
    try:
        return texts_in(archive.chunks(path), tags)
    except Refused as reason:
        if reason.args[0] != "broken":
            raise
    bare = archive.read(path).decode("utf-8", "replace")
    return (t for t in re.findall(r">([^<]+)<", bare) if t.strip())


def unescape_excel(text: str) -> str:
    """Characters that XML cannot hold are written _x000D_ in a workbook.

    >>> unescape_excel("a_x000A_b_x005F_x000D_")
    'a\\nb_x000D_'
    """
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text) if "_x" in text else text
