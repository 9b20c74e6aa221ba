"""The smallest .xls of Excel 97 that readers accept, byte by byte: nothing here writes them otherwise."""

import struct
from collections.abc import Sequence

SLUT, FRI, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def post(slag: int, innehall: bytes = b"") -> bytes:
    """One record: its kind, its length and its content."""
    return struct.pack("<HH", slag, len(innehall)) + innehall


def text(t: str) -> bytes:
    """A text with its length, two bytes a letter."""
    return struct.pack("<HB", len(t), 1) + t.encode("utf-16-le")


def cell(rad: int, kol: int, varde: object, strangar: list[str]) -> bytes:
    """A cell: a text, a number, yes or no, «#N/A» as an error, or (number, format) with 1 for a date."""
    plats = struct.pack("<HH", rad, kol)
    if isinstance(varde, tuple):
        return post(0x203, plats + struct.pack("<Hd", varde[1], varde[0]))
    if isinstance(varde, bool):
        return post(0x205, plats + struct.pack("<HBB", 0, varde, 0))
    if varde == "#N/A":
        return post(0x205, plats + struct.pack("<HBB", 0, 42, 1))
    if isinstance(varde, str):
        strangar.append(varde)
        return post(0xFD, plats + struct.pack("<HI", 0, len(strangar) - 1))
    return post(0x203, plats + struct.pack("<Hd", 0, varde)) if varde is not None else b""


def xls(rader: Sequence[Sequence[object]], *, losenord: bool = False, dolt: bool = False) -> bytes:
    """A workbook with the sheet «Blad1»."""
    strangar: list[str] = []
    celler = b"".join(cell(i, j, v, strangar) for i, rad in enumerate(rader) for j, v in enumerate(rad))
    omfang = struct.pack("<IIHHH", 0, len(rader), 0, max(map(len, rader)), 0)
    blad = post(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + post(0x200, omfang) + celler
    blad += post(0xE5, struct.pack("<HHHHH", 1, 0, 1, 0, 0)) + post(0x0A)
    fore = post(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    fore += post(0x2F, struct.pack("<H", 1) + bytes(52)) if losenord else b""
    fore += post(0x42, struct.pack("<H", 1200))
    fore += b"".join(post(0xE0, struct.pack("<HH", 0, fmt) + bytes(16)) for fmt in (0, 14, 46))
    alla = b"".join(map(text, strangar))
    efter = post(0xFC, struct.pack("<II", len(strangar), len(strangar)) + alla) + post(0x0A)
    namn = "Blad1"
    langd = len(fore) + 4 + 8 + len(namn) * 2 + len(efter)
    lista = post(0x85, struct.pack("<IBBBB", langd, dolt, 0, len(namn), 1) + namn.encode("utf-16-le"))
    return i_behallare(fore + lista + efter + blad)


def i_behallare(strom: bytes) -> bytes:
    """The envelope (compound file) around the stream «Workbook»."""
    strom = strom.ljust(4096, b"\0")
    antal = -(-len(strom) // 512)
    fat = [FAT, SLUT, *range(3, antal + 2), SLUT]
    fat_sektor = struct.pack("<128I", *fat, *[FRI] * (128 - len(fat)))

    def katalog(namn: str, slag: int, barn: int, start: int, langd: int) -> bytes:
        kodat = (namn + "\0").encode("utf-16-le") if namn else b""
        falt = struct.pack("<HBBIII", len(kodat), slag, 1, FRI, FRI, barn)
        return kodat.ljust(64, b"\0") + falt + bytes(36) + struct.pack("<IQ", start, langd)

    poster = katalog("Root Entry", 5, 1, SLUT, 0) + katalog("Workbook", 2, FRI, 2, len(strom))
    huvud = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    huvud += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, SLUT, 0, SLUT, 0)
    huvud += struct.pack("<109I", 0, *[FRI] * 108)
    return huvud + fat_sektor + poster.ljust(512, b"\0") + strom.ljust(antal * 512, b"\0")
