"""Files that are broken, crafted or merely odd: each is read right or refused in one Swedish sentence."""

import io
import re
import tracemalloc
import zipfile

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from kvalitet_metrics.ingest import open as oppna
from tests.ingest.filer import csv_text, felrader, las, rader, xlsx

AVVIKELSER = [
    ["Avvikelsenr", "Händelsedatum", "Enhet", "Händelsetyp"],
    ["A-1", "2023-01-03", "Enheten för vård och omsorg", "Läkemedel"],
    ["A-2", "2023-01-04", "Enheten för vuxna", "Övrigt"],
]
UTREDNINGAR = {"Blad1": [["Ärendenr", "Ålder", "Inledd", "Avslutad"], ["U-1", 9, "2023-01-31", None]]}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def med_losenord() -> bytes:
    ut = io.BytesIO()
    OOXMLFile(io.BytesIO(xlsx(UTREDNINGAR))).encrypt("hemligt", ut)
    return ut.getvalue()


def zip_utan_arbetsbok() -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        arkiv.writestr("brev.txt", "hej")
    return ut.getvalue()


def ombyggd(blad_xml: str) -> bytes:
    """A workbook whose only sheet has this XML."""
    ut = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(UTREDNINGAR))) as fran,
        zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as till,
    ):
        for post in fran.namelist():
            text = fran.read(post)
            till.writestr(post, blad_xml if post == "xl/worksheets/sheet1.xml" else text)
    return ut.getvalue()


def celler(adresser: str) -> str:
    """A sheet with a 1 in each of the cells."""
    rader_: dict[int, list[str]] = {}
    for adress in adresser.split():
        rader_.setdefault(int(re.sub(r"\D", "", adress)), []).append(f'<c r="{adress}"><v>1</v></c>')
    inne = "".join(f'<row r="{nr}">{"".join(c)}</row>' for nr, c in sorted(rader_.items()))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{inne}</sheetData></worksheet>"
    )


@pytest.mark.parametrize(
    "namn, data, ord_",
    [
        ("tom.xlsx", b"", "tom"),
        ("nollor.xlsx", b"\0" * 5000, "tom"),
        ("tom.csv", b"\r\n \r\n", "tom"),
        ("bom.csv", b"\xef\xbb\xbf", "tom"),
        ("sida.xls", b"<html><body>Logga in</body></html>", "en webbsida utan tabell"),
        ("bild.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "en bild"),
        ("program.csv", bytes(range(256)) * 9, "annat än text"),
        ("rapport.pdf", b"%PDF-1.7", "en PDF"),
        ("gammal.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00" * 9, "Excel 4"),
        ("utan_slag", b"hej", "av det slaget"),
        ("skyddad.xlsx", med_losenord(), "lösenord"),
        ("avbruten.xlsx", xlsx(UTREDNINGAR)[:3000], "skadad"),
        ("arkiv.xlsx", zip_utan_arbetsbok(), "något annat"),
        ("~$lås.xlsx", b"\x05Anna", "låsfil"),
        (".~lock.rapport.xlsx#", b",anna,", "låsfil"),
        ("citat.csv", b'a;b\r\n1;"2\r\n3;4\r\n', "citattecken öppnas"),
        ("trasig.xls", OLE + bytes(range(256)) * 4, "skadad"),
        ("trasig.xlsx", ombyggd("<worksheet><sheetData><row"), "skadad"),
    ],
    ids=lambda v: v if isinstance(v, str) and "." in v else "",
)
def test_filen_avvisas_med_en_enda_svensk_mening_som_sager_varfor(namn: str, data: bytes, ord_: str):
    inlasning = las(data, namn)
    [fel] = felrader(inlasning)
    assert fel.startswith(f"«{namn}»: ")
    assert ord_ in fel
    assert inlasning.refused
    assert "Traceback" not in fel


@pytest.mark.parametrize("avslut", [b"\x00" * 512, b"\xff" * 3000, b""])
def test_en_lasare_som_dor_tar_bara_sin_egen_process_med_sig(avslut: bytes):
    """A few bytes after the OLE header have made readers abort the whole process."""
    [fel] = felrader(las(OLE + avslut, "rapport.xls"))
    assert "Öppna den i Excel" in fel or "skadad" in fel


def test_en_lasare_som_aldrig_blir_klar_avbryts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(oppna, "BASE_SECONDS", 0.01)
    [fel] = felrader(las(UTREDNINGAR))
    assert "Dela upp exporten" in fel


def test_minnet_har_en_grans(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(oppna, "MEMORY_BYTES", 5_000_000)
    [fel] = felrader(las(UTREDNINGAR))
    assert "för stor" in fel or "läsaren att stanna" in fel


def test_en_avlagsen_cell_gor_inte_filen_for_stor():
    """A cell far down that only has a format is common; the rows above it are read as usual."""
    bok = openpyxl.Workbook()
    for rad in UTREDNINGAR["Blad1"]:
        bok.active.append(rad)
    bok.active["D1048576"].number_format = "yyyy-mm-dd"
    ut = io.BytesIO()
    bok.save(ut)
    tracemalloc.start()
    assert len(rader(las(ut.getvalue()))) == 1
    assert tracemalloc.get_traced_memory()[1] < 500_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "blad, ord_",
    [
        ([["Hej", "på"], ["dig", "också"]], "Ingen rubrikrad känns igen"),
        ([[f"Kolumn {i}" for i in range(1100)], [1] * 1100], "1100 kolumner"),
        (UTREDNINGAR["Blad1"][:1], "inga rader under"),
        ([*UTREDNINGAR["Blad1"][:1], ["Totalt", 0]], "inga rader under"),
    ],
    ids=["ingen rubrikrad", "1100 kolumner", "bara rubriker", "bara totalrad"],
)
def test_ett_blad_utan_rader_att_lasa_avvisas_med_en_mening(blad: list, ord_: str):
    inlasning = las({"Blad1": blad})
    [fel] = felrader(inlasning)
    assert ord_ in fel


TEXTER = {
    "Windows-1252": csv_text(AVVIKELSER).encode("cp1252"),
    "UTF-8": csv_text(AVVIKELSER).encode(),
    "UTF-8 med BOM": csv_text(AVVIKELSER).encode("utf-8-sig"),
    "UTF-16 med tabb": csv_text(AVVIKELSER, "\t").encode("utf-16"),
    "UTF-16LE med BOM och tabb": b"\xff\xfe" + csv_text(AVVIKELSER, "\t").encode("utf-16-le"),
    "komma": csv_text(AVVIKELSER, ",").encode(),
    "sep=;": ("sep=;\r\n" + csv_text(AVVIKELSER)).encode("cp1252"),
    "bara CR": csv_text(AVVIKELSER, radslut="\r").encode(),
    "bara LF": csv_text(AVVIKELSER, radslut="\n").encode(),
    "semikolon sist": csv_text([[*rad, "", ""] for rad in AVVIKELSER]).encode(),
    "citerade radbrytningar": csv_text(
        [[*AVVIKELSER[0], "Beskrivning"], *([*rad, "rad ett\nrad; två"] for rad in AVVIKELSER[1:])]
    ).encode(),
}


@pytest.mark.parametrize("skrivsatt", TEXTER)
def test_text_i_alla_teckenkodningar_och_skiljetecken_lases_lika(skrivsatt: str):
    inlasning = las(TEXTER[skrivsatt], "avvikelser.csv")
    assert [(r["enhet"], r["kategori"]) for r in rader(inlasning)] == [(r[2], r[3]) for r in AVVIKELSER[1:]]


def test_radnumren_ar_de_som_excel_visar_aven_efter_sep_raden():
    data = ("sep=;\r\n" + csv_text([*AVVIKELSER, ["A-3", "igår", "Norr", "Övrigt"]])).encode()
    [fel] = las(data, "avvikelser.csv").faults
    assert fel.cell == "B5"


def test_slutelsen_pa_namnet_far_vara_fel_nar_innehallet_ar_en_arbetsbok():
    assert len(rader(las(xlsx(UTREDNINGAR), "export.csv"))) == 1
