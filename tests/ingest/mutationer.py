"""Damaged and crafted variants of valid files, always the same for the same seed."""

import io
import re
import zipfile
from collections.abc import Iterator
from random import Random

from tests.ingest.arkivfiler import arbetsbok, kolumn, ods, som_ods, zippad
from tests.ingest.filer import csv_text, xlsx
from tests.ingest.xlsfiler import xls

RADER = [
    ["Ärendenr", "Ålder", "Inledd", "Avslutad"],
    *([f"U-{i}", i % 18, "2023-01-31", 45000 + i] for i in range(40)),
]
HTML = "".join(f"<tr>{''.join(f'<td colspan=1>{c}</td>' for c in rad)}</tr>" for rad in RADER)
RUTA = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
ODS = "".join(f"<table:table-row>{''.join(map(RUTA.format, rad))}</table:table-row>" for rad in RADER)
HELA = {
    "bok.xlsx": xlsx({"Blad1": RADER, "Dolt": RADER}, dolda=["Dolt"]),
    "delade.xlsx": arbetsbok(kolumn(' t="s"><v>0</v>', ' s="1"><f>A1</f><v>0.5</v>'), format_=("0%",),
                             strangar="<si><t>Ärendenr</t></si>"),
    "tabell.ods": som_ods(ods(ODS)),
    "tabell.fods": ods(ODS).replace("document-content", "document").encode(),
    "gammal.xls": xls(RADER),
    "webbsida.xls": f"<html><table>{HTML}</table></html>".encode(),
    "text.csv": csv_text(RADER).encode("cp1252"),
    "utf16.txt": csv_text(RADER, "\t").encode("utf-16"),
    "svar.json": b'{"values": [{"kpi": "N1", "values": [{"gender": "K", "value": 0.5}]}]}',
}  # fmt: skip
"""A valid file of each kind."""

STORA = (
    "0",
    "-1",
    "99999999999999999999",
    "1e999",
    "NaN",
    "",
    "XFD1048577",
    "A0",
    "&#0;",
    "&x;",
    "\U0001f600",
    "]]>",
)


def varianter(antal: int, fro: int) -> Iterator[tuple[str, bytes]]:
    """So many names and files."""
    slump = Random(fro)
    for nr in range(antal):
        namn = list(HELA)[nr % len(HELA)]
        satt = [
            vand_byte,
            kapa,
            klipp_ut,
            upprepa,
            *((i_arkivet, i_arkivet, i_arkivet) if HELA[namn][:2] == b"PK" else (i_xml,)),
        ]
        yield f"{nr}-{namn}", slump.choice(satt)(HELA[namn], slump)


def vand_byte(data: bytes, slump: Random) -> bytes:
    """A few bytes are others."""
    ny = bytearray(data)
    for _ in range(slump.randrange(1, 8)):
        ny[slump.randrange(len(ny))] = slump.randrange(256)
    return bytes(ny)


def kapa(data: bytes, slump: Random) -> bytes:
    """The end is missing."""
    return data[: slump.randrange(len(data))]


def klipp_ut(data: bytes, slump: Random) -> bytes:
    """A piece is missing."""
    a = slump.randrange(len(data))
    return data[:a] + data[a + slump.randrange(1, 200) :]


def upprepa(data: bytes, slump: Random) -> bytes:
    """A piece stands twice."""
    a = slump.randrange(len(data))
    b = a + slump.randrange(1, 2000)
    return data[:b] + data[a:b] + data[b:]


def i_arkivet(data: bytes, slump: Random) -> bytes:
    """A part of the archive is missing, empty, another, under another name, or has other XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        delar = [(namn, arkiv.read(namn)) for namn in arkiv.namelist()]
    i = slump.randrange(len(delar))
    namn, innehall = delar[i]
    satt = slump.randrange(8)
    if satt == 0:
        del delar[i]
    elif satt == 1:
        delar[i] = namn, b""
    elif satt == 2:
        delar[i] = namn, slump.choice(delar)[1]
    elif satt == 3:
        delar[i] = (
            slump.choice(["../" * 9 + namn, namn.upper(), namn.replace("/", "\\"), "/" + namn]),
            innehall,
        )
    else:
        delar[i] = namn, i_xml(innehall, slump)
    return zippad(delar)


def i_xml(data: bytes, slump: Random) -> bytes:
    """A value, an attribute or a tag is another or is missing; or a document type comes first."""
    text = data.decode("utf-8", "replace")
    satt = slump.randrange(5)
    if satt == 0:
        ord_ = list(re.finditer(r'(?<=")[^"<>]*(?=")|(?<=>)[^<]+(?=<)', text))
    elif satt == 1:
        ord_ = list(re.finditer(r"<[^>]*>", text))
    elif satt == 2:
        ord_ = list(re.finditer(r' \w+="[^"]*"', text))
    elif satt == 3:
        ord_ = list(re.finditer(r"\d+", text))
    else:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
        return re.sub(r"(<\?xml[^>]*>)?", lambda m: m[0] + bomb, text, count=1).encode()
    if not ord_:
        return data
    m = slump.choice(ord_)
    return (text[: m.start()] + (slump.choice(STORA) if satt in (0, 3) else "") + text[m.end() :]).encode()
