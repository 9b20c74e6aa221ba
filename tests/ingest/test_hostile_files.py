"""Files that attack the reader: each is read or refused with a reason, in time, and the app stays small."""

import io
import re
import resource
import struct
import time
import zipfile
import zlib

import pytest

from kvalitet_metrics.errors import FileRefused
from kvalitet_metrics.ingest import open as oppna
from kvalitet_metrics.ingest.child import archive
from kvalitet_metrics.ingest.child.run import read
from kvalitet_metrics.ingest.child.wire import Out, Refused
from kvalitet_metrics.ingest.open import REASONS, open_file
from tests.ingest.arkivfiler import arbetsbok, kolumn, ods, som_ods, zippad
from tests.ingest.filer import csv_text, felrader, las
from tests.ingest.mutationer import varianter
from tests.ingest.xlsfiler import xls

SKRATT = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "hahahahaha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
XML_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
UTLANDSK = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def blad_xml(fore: str, text: str) -> bytes:
    inne = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    return arbetsbok(
        "", delar={"xl/worksheets/sheet1.xml": f"{fore}<worksheet><sheetData>{inne}</sheetData></worksheet>"}
    )


def med_losenord_ods() -> bytes:
    manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    return zippad([("META-INF/manifest.xml", manifest), ("content.xml", b"\x9f\x01\x02" * 99)])


def zip_med_losenord() -> bytes:
    """The flag of an encrypted part is set on every part, as a zip program with a password does."""
    data = bytearray(arbetsbok(kolumn("><v>1</v>")))
    for m in re.finditer(b"PK\x03\x04|PK\x01\x02", bytes(data)):
        data[m.start() + (6 if m[0] == b"PK\x03\x04" else 8)] |= 1
    return bytes(data)


def overlappande() -> bytes:
    """One compressed part that thousands of names share: a bomb that does not nest."""
    packare = zlib.compressobj(9, zlib.DEFLATED, -15)
    karna = packare.compress(bytes(50_000_000)) + packare.flush()
    namn = b"xl/workbook.xml"
    falt = struct.pack(
        "<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(bytes(50_000_000)), len(karna), 50_000_000, len(namn), 0
    )
    lokal = b"PK\x03\x04" + falt + namn + karna
    katalog = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + falt + struct.pack("<HHHII", 0, 0, 0, 0, 0) + namn
        for _ in range(2000)
    )
    slut = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2000, 2000, len(katalog), len(lokal), 0)
    return lokal + katalog + slut


@pytest.mark.parametrize(
    "namn, data, ord_",
    [
        ("skratt.xlsx", blad_xml(SKRATT, "&i;"), "dokumenttyp"),
        ("utlandsk.xlsx", blad_xml(UTLANDSK, "&i;"), "dokumenttyp"),
        ("utlandsk.ods", som_ods(ods("").replace("?>", f"?>{UTLANDSK[21:]}", 1)), "dokumenttyp"),
        ("utlandsk.xls", f'{UTLANDSK}<Workbook xmlns="{XML_2003}"/>'.encode(), "dokumenttyp"),
        ("last.ods", med_losenord_ods(), "lösenord"),
        ("last.xls", xls([["a"]], losenord=True), "lösenord"),
        ("last.xlsx", zip_med_losenord(), "lösenord"),
        ("overlapp.xlsx", overlappande(), "skadad"),
        ("brev.xlsx", zippad([("word/document.xml", "<x/>")]), "ett Word-dokument"),
        ("tal.numbers", zippad([("Index/Document.iwa", b"x")]), "ett Numbers-dokument"),
        ("utan_blad.xlsx", arbetsbok("", delar={"xl/_rels/workbook.xml.rels": "<R/>"}), "saknas i den"),
        ("langt_bort.xlsx", arbetsbok('<row r="1"><c r="A1048577"><v>1</v></c></row>'), "skadad"),
        ("delad_saknas.xlsx", arbetsbok(kolumn(' t="s"><v>7</v>')), "skadad"),
        ("bred.csv", b";" * 50_000, "tom"),
        ("bred_text.csv", b"a;" * 50_000, "för stor"),
        ("upprepad.ods", som_ods(ods(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
            'table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>'
        )), "för stor"),
        ("mht.xls", b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhej", "webbarkiv"),
        ("djup.json", b"[" * 200_000, "JSON"),
        ("annan.json", b'{"a": 1}', "ingen lista"),
        ("annan.xml.xls", b"<?xml version='1.0'?><rss/>", "XML av annat slag"),
    ],
    ids=lambda v: v if isinstance(v, str) and "." in v else "",
)  # fmt: skip
def test_filen_avvisas_med_sitt_skal_och_i_tid(namn: str, data: bytes, ord_: str):
    start = time.monotonic()
    with pytest.raises(FileRefused, match=ord_) as fel:
        open_file(namn, data)
    assert "/etc" not in str(fel.value)
    assert time.monotonic() - start < oppna.BASE_SECONDS


def test_en_kort_text_som_tusentals_celler_delar_vaxer_inte_over_gransen():
    """One long shared text that every cell shows would be a thousand times the file."""
    rader_ = "".join(
        f'<row r="{r}">' + "".join('<c t="s"><v>0</v></c>' for _ in range(50)) + "</row>"
        for r in range(1, 400)
    )
    bomb = arbetsbok(rader_, strangar=f"<si><t>{'x' * 900_000}</t></si>")
    assert len(bomb) < 100_000
    fore = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FileRefused, match="för stor"):
        open_file("bomb.xlsx", bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - fore < 1_200_000


def test_det_som_packas_upp_till_mer_an_en_arbetsbok_rymmer_avbryts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 20_000_000)
    blank = arbetsbok(kolumn("><v>1</v>"), efter=" " * 30_000_000)
    assert len(blank) < 100_000
    with pytest.raises(Refused, match="too_large"):
        read(blank, ".xlsx", Out(io.BytesIO()))


def test_makron_lases_aldrig_och_en_fil_med_dem_lases_som_andra():
    innehall = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99, "xl/externalLinks/externalLink1.xml": "<x"}
    [blad, *_] = open_file(
        "makro.xlsm", arbetsbok(kolumn('><f>cmd|"/c calc"!A1</f><v>1</v>'), delar=innehall)
    )
    assert blad.table["0"].to_pylist() == ["1"]


def test_ett_djupt_dolt_blad_lases_som_dolt():
    with zipfile.ZipFile(io.BytesIO(arbetsbok(kolumn("><v>1</v>")))) as arkiv:
        delar = {n: arkiv.read(n) for n in arkiv.namelist()}
    bok = delar["xl/workbook.xml"]
    delar["xl/workbook.xml"] = bok.replace(b'sheetId="1"', b'sheetId="1" state="veryHidden"')
    [blad] = open_file("dolt.xlsx", zippad(delar.items()))
    assert not blad.visible


def test_barnet_far_varken_skriva_filer_eller_anvanda_mer_tid_an_det_har(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(oppna, "BASE_SECONDS", 0.05)
    monkeypatch.setattr(oppna, "SECONDS_PER_MB", 0)
    tung = arbetsbok(
        "".join(f'<row r="{r}"><c r="A{r}" s="1"><v>{r}.5</v></c></row>' for r in range(1, 100_000))
    )
    start = time.monotonic()
    with pytest.raises(FileRefused, match="inom"):
        open_file("tung.xlsx", tung)
    assert time.monotonic() - start < 8


@pytest.mark.parametrize(
    "svar", [b"", b"{", b'{"block": [0, 9]', b"\x00" * 99], ids=["inget", "halvt", "block", "skrap"]
)
def test_ett_barn_som_svarar_fel_ar_ett_skal_och_ingen_krasch(
    svar: bytes, tmp_path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "__main__.py").write_text(
        f"import sys\nsys.stdin.buffer.read()\nsys.stdout.buffer.write({svar!r})\n"
    )
    monkeypatch.setattr(oppna, "CHILD", tmp_path)
    [fel] = felrader(las(csv_text([["a", "b"]]).encode(), "t.csv"))
    assert "läsaren att stanna" in fel


def test_skadade_filer_av_alla_slag_lases_eller_avvisas_med_ett_skal():
    meningar = [re.escape(text).replace(re.escape("{what}"), ".*") for text in REASONS.values()]
    kanda = re.compile("|".join(meningar))
    skal = {namn: varfor_avvisad(namn, data) for namn, data in varianter(45, fro=20260101)}
    assert [(n, s) for n, s in skal.items() if s and not kanda.search(s)] == []
    assert [n for n, s in skal.items() if "läsaren att stanna" in s] == []
    assert "" in skal.values(), "någon av dem är hel nog att läsas"


def varfor_avvisad(namn: str, data: bytes) -> str:
    """The sentence, or nothing where the file could be read."""
    try:
        open_file(namn, data)
    except FileRefused as skal:
        return str(skal)
    return ""
