"""Workbooks written by hand, part by part: what no library writes but files in the world hold."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

HUVUD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRIKT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zippad(delar: Iterable[tuple[str, str | bytes]]) -> bytes:
    """An archive with these parts, in this order; a name may come twice."""
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for namn, innehall in delar:
            arkiv.writestr(namn, innehall)
    return ut.getvalue()


def relationer(*par: tuple[str, str, str]) -> str:
    """A part of relations: id, kind and target."""
    inne = "".join(f'<Relationship Id="{i}" Type="{REL}/{slag}" Target="{mal}"/>' for i, slag, mal in par)
    return f'{HUVUD}<Relationships xmlns="{PAKET}">{inne}</Relationships>'


def arbetsbok(
    blad: str, *, delar: dict[str, str | bytes] | None = None, format_: Sequence[str] = (), ns: str = MAIN,
    bok: str = "", strangar: str = "", efter: str = "",
) -> bytes:  # fmt: skip
    """A workbook with the sheet «Blad1» whose rows are `blad` and whose parts after the rows are `efter`.

    format_: number formats, which cells use as s="1", s="2" …; bok: XML inside the workbook element;
    strangar: XML inside the shared texts; delar: further parts, or others in place of those here.
    """
    skrivna = "".join(
        f'<numFmt numFmtId="{200 + i}" formatCode="{escape(f, {chr(34): "&quot;"})}"/>'
        for i, f in enumerate(format_)
    )
    xf = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(format_)))
    alla: dict[str, str | bytes] = {
        "_rels/.rels": relationer(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HUVUD}<workbook xmlns="{ns}" xmlns:r="{REL}">{bok}<sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationer(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("r2", "styles", "styles.xml"),
            ("r3", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/styles.xml": f'{HUVUD}<styleSheet xmlns="{ns}"><numFmts>{skrivna}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{xf}</cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'{HUVUD}<sst xmlns="{ns}">{strangar}</sst>',
        "xl/worksheets/sheet1.xml": f'{HUVUD}<worksheet xmlns="{ns}"><sheetData>{blad}</sheetData>'
        f"{efter}</worksheet>",
    }
    return zippad((alla | (delar or {})).items())


def kolumn(*celler: str) -> str:
    """Rows with one cell each, in column A: the XML after the reference, such as ` s="1"><v>0.5</v>`."""
    return "".join(f'<row r="{i}"><c r="A{i}"{cell}</c></row>' for i, cell in enumerate(celler, start=1))


def ods(rader: str, kropp: str = "") -> str:
    """content.xml of an OpenDocument sheet «Blad1» with these rows."""
    namn = "".join(f' xmlns:{n}="{ODF}:{n}:1.0"' for n in ("office", "table", "text", "style"))
    return (
        f'{HUVUD}<office:document-content{namn} xmlns:calcext="urn:calcext">{kropp}<office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{rader}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )


def som_ods(innehall: str) -> bytes:
    """The archive around content.xml."""
    return zippad([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", innehall)])
