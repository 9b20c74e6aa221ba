"""The text of a cell is what the file holds, whatever the kind of file and of cell."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter

from kvalitet_metrics.ingest.child import xlsx as barnet
from kvalitet_metrics.ingest.child.run import read
from kvalitet_metrics.ingest.child.wire import Out
from kvalitet_metrics.ingest.open import open_file
from kvalitet_metrics.ingest.sheets import Sheet, receive
from tests.ingest.arkivfiler import STRIKT, arbetsbok, kolumn, ods, relationer, som_ods, zippad
from tests.ingest.filer import csv_text, felrader, las, rader, xlsx
from tests.ingest.xlsfiler import xls


def texter(blad: Sheet) -> list[list[str | None]]:
    return [list(rad) for rad in zip(*(k.to_pylist() for k in blad.table.columns), strict=True)]


def enda(data: bytes, namn: str = "fil.xlsx") -> Sheet:
    [blad] = [b for b in open_file(namn, data) if b.kind == "blad"]
    return blad


VARDEN: list[tuple[object, str | None, str]] = [
    (True, None, "true"),
    (False, None, "false"),
    (date(2023, 7, 5), "yyyy-mm-dd", "2023-07-05"),
    (date(2023, 7, 5), "[$-41D]d mmmm yyyy;@", "2023-07-05"),
    (datetime(2023, 7, 5, 13, 14, 15), "yyyy-mm-dd hh:mm", "2023-07-05 13:14:15"),
    (datetime(2023, 7, 5), "yyyy-mm-dd hh:mm", "2023-07-05"),
    (time(8, 5), "hh:mm", "08:05:00"),
    (timedelta(hours=30, minutes=5), "[h]:mm", "30:05:00"),
    (1.0, None, "1"),
    (1234567890123456, None, "1234567890123456"),
    (1.5e-10, None, "1.5e-10"),
    (0.1234567890123, None, "0.1234567890123"),
    (-0.5, "0.00;[Red]-0.00", "-0.5"),
    ("007", None, "007"),
    ("2023-07-05 00:00:00", None, "2023-07-05 00:00:00"),
    (0.724, "0.0%", "72.4 %"),
    (0.07, "0%", "7 %"),
    (1, "0%", "100 %"),
    (1234.5, '#,##0.00 "kr"', "1234.5"),
    (12, '0" dagar"', "12"),
    (20230705, "0", "20230705"),
    ("<b> & «citat» \n ny rad", None, "<b> & «citat» \n ny rad"),
]


def test_varje_slags_cell_blir_den_text_som_filen_haller():
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut) as bok:
        ark = bok.add_worksheet()
        for i, (varde, form, _) in enumerate(VARDEN):
            stil = bok.add_format({"num_format": form}) if form else None
            ark.write_string(i, 0, varde) if isinstance(varde, str) else ark.write(i, 0, varde, stil)
    assert [rad[0] for rad in texter(enda(ut.getvalue()))] == [text for *_, text in VARDEN]


@pytest.mark.parametrize(
    "cell, text",
    [
        ("><v>0.30000000000000004</v>", "0.30000000000000004"),
        ("><v>0.10000000000000001</v>", "0.1"),
        ("><v>12345678901234567890</v>", "12345678901234567890"),
        ("><v>1.0E+3</v>", "1000"),
        (' s="1"><v>0.72399999999999998</v>', "72.4 %"),
        (' s="2"><v>60</v>', "1900-02-29"),
        (' s="2"><v>-5</v>', "-5"),
        (' s="99"><v>7</v>', "7"),
        (' t="d"><v>2023-07-05T00:00:00</v>', "2023-07-05"),
        (' t="str"><f>A2</f><v>svar</v>', "svar"),
        (' t="inlineStr"><is><r><t>ri</t></r><r><t>k</t></r><rPh><t>x</t></rPh></is>', "rik"),
        (' t="inlineStr"><is><t>a_x000D_b</t></is>', "a\rb"),
        (' t="s"><v>0</v>', "två delar"),
        ("><v><![CDATA[5]]></v>", "5"),
        ("><v> 5 </v>", "5"),
    ],
)
@pytest.mark.parametrize("snabbt", [True, False], ids=["snabbt", "långsamt"])
def test_ovanliga_skrivsatt_lases_lika_av_bada_vagarna(
    cell: str, text: str, snabbt: bool, monkeypatch: pytest.MonkeyPatch
):
    data = arbetsbok(
        kolumn("><v>1</v>", cell),
        format_=("0.0%", "yyyy-mm-dd"),
        strangar="<si><r><t>två </t></r><r><rPr><b/></rPr><t>delar</t></r><rPh><t>uttal</t></rPh></si>",
    )
    [blad] = i_samma_process(data, snabbt, monkeypatch)
    assert texter(blad) == [["1"], [text]]


def i_samma_process(data: bytes, snabbt: bool, monkeypatch: pytest.MonkeyPatch) -> list[Sheet]:
    """What the child sends, with the way through whole columns tried for every sheet, or for none."""
    monkeypatch.setattr(barnet, "FAST_FROM", 0 if snabbt else 10**12)
    ut = Out(io.BytesIO())
    read(data, ".xlsx", ut)
    ut.say({"end": True})
    ut.stream.seek(0)
    return receive(ut.stream)


def test_den_snabba_vagen_ger_samma_celler_som_den_noggranna(monkeypatch: pytest.MonkeyPatch):
    alla = [
        [v for v, *_ in VARDEN],
        [None, "=1/0", None, 5, "å&ä"],
        *([i, f"r{i % 7}", i / 7] for i in range(300)),
    ]
    for val in ({"constant_memory": True}, {}):
        data = xlsx({"Ett": alla, "Två": [[None, None, "längre in"], [], [], ["x"]]}, **val)
        snabbt = i_samma_process(data, True, monkeypatch)
        sakta = i_samma_process(data, False, monkeypatch)
        assert [texter(b) for b in snabbt] == [texter(b) for b in sakta]
        assert [b.errors for b in snabbt] == [b.errors for b in sakta] == [((1, 1),), ()]


def test_en_formel_utan_sparat_varde_ar_ett_fel_som_namner_cellen_och_inte_en_tom_cell():
    bok = openpyxl.Workbook()
    bok.active.append(["Ärendenr", "Ålder", "Inledd", "Avslutad"])
    bok.active.append(["U-1", 9, "2023-01-31", "=C2+60"])
    ut = io.BytesIO()
    bok.save(ut)
    [fel] = las(ut.getvalue()).faults
    assert (fel.cell, fel.column) == ("D2", "Avslutad")
    assert "formel" in fel.message
    assert "spara den" in fel.hint
    tom = kolumn("><v>1</v>", ' t="str"><f>IF(A1,"","")</f><v></v>')
    assert enda(arbetsbok(tom)).uncomputed == (), "en formel som ger tom text är en tom cell"


def test_kalendern_fran_1904_och_strikt_ooxml_lases():
    bok = arbetsbok(
        kolumn(' s="1"><v>43650</v>'), format_=("yyyy-mm-dd",), ns=STRIKT, bok='<workbookPr date1904="1"/>'
    )
    assert texter(enda(bok)) == [["2023-07-05"]]


TABELL = [
    ["Avvikelsenr", "Händelsedatum", "Enhet", "Händelsetyp", "Antal"],
    ["A-1", "2023-01-03", "Enheten för vård", "Läkemedel", "12"],
    ["A-2", "2023-01-04", "Enheten; norr", "Övrigt «annat»", "0.5"],
    ["A-3", None, "rad ett\nrad två", "-", "1342"],
]


def som_html() -> bytes:
    celler = ("".join(f"<td>{(c or '').replace(chr(10), '<br>')}</td>" for c in rad) for rad in TABELL)
    return f"<html><meta charset=utf-8><table><tr>{'<tr>'.join(celler)}</table>".encode()


def som_ods_rader() -> str:
    def cell(text: str | None) -> str:
        if text is None:
            return "<table:table-cell/>"
        try:
            return f'<table:table-cell office:value-type="float" office:value="{float(text)}"/>'
        except ValueError:
            stycken = "".join(f"<text:p>{t}</text:p>" for t in text.split("\n"))
            return f'<table:table-cell office:value-type="string">{stycken}</table:table-cell>'

    return "".join(f"<table:table-row>{''.join(map(cell, rad))}</table:table-row>" for rad in TABELL)


def som_xml_2003() -> bytes:
    rader_ = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{c or ""}</Data></Cell>' for c in rad) + "</Row>"
        for rad in TABELL
    )
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Blad1"><Table>{rader_}</Table></Worksheet></Workbook>'
    ).encode()


TVILLINGAR = {
    "arbetsbok.xlsx": xlsx({"Blad1": [TABELL[0], [*TABELL[1][:4], 12.0], [*TABELL[2][:4], 0.5], TABELL[3]]}),
    "tabell.ods": som_ods(ods(som_ods_rader())),
    "tabell.fods": ods(som_ods_rader()).replace("document-content", "document").encode(),
    "webbsida.xls": som_html(),
    "xml_2003.xls": som_xml_2003(),
    "text_som_heter_excel.xlsx": csv_text(TABELL).encode(),
    "utf16_utan_markering.csv": csv_text(TABELL, "\t").encode("utf-16-le"),
    "utf16_be.csv": csv_text(TABELL, "\t").encode("utf-16-be"),
    "rorlinje.txt": csv_text(TABELL, "|").encode(),
    "nollor.csv": csv_text(TABELL).encode() + b"\0" * 3,
    "citerat.csv": csv_text([[c and f"{c}" for c in rad] for rad in TABELL], ",").encode("cp1252"),
    "sep.csv": b"sep=,\r\n" + csv_text(TABELL, ",").encode(),
    "nedsankt.xlsb.xlsx": b"skrap fore arkivet" + xlsx({"Blad1": TABELL}),
}  # fmt: skip


@pytest.mark.parametrize("namn", TVILLINGAR)
def test_samma_tabell_ger_samma_texter_ur_varje_slags_fil(namn: str):
    fick = texter(enda(TVILLINGAR[namn], namn))
    assert fick[-4:] == TABELL if namn == "sep.csv" else fick == TABELL


def test_csv_med_udda_falt_lases_cell_for_cell():
    stort = "x" * 2_000_000
    data = f'a;b;c\r\n1;2\r\nhan sa "hej" då;"a;b";"1,5"\r\n{stort};;\r\n'.encode()
    assert texter(enda(data, "t.csv")) == [
        ["a", "b", "c"], ["1", "2", None], ['han sa "hej" då', "a;b", "1,5"], [stort, None, None],
    ]  # fmt: skip
    assert texter(enda(b'namn\r"1,5"\r"2,5"\r', "en.csv")) == [["namn"], ["1,5"], ["2,5"]]
    assert texter(enda(b'a,b\n"1,5","2"\n', "komma.csv")) == [["a", "b"], ["1,5", "2"]]
    assert texter(enda(b"andel\n1,5\n2,5\n", "en_kolumn.csv")) == [["andel"], ["1,5"], ["2,5"]]
    en_trasig = ("å;ä;ö\r\n" * 9).encode() + b"\xe5;1;2\r\n"
    assert texter(enda(en_trasig, "nästan_utf8.csv"))[0] == ["å", "ä", "ö"]


def test_ods_med_procent_datum_tider_och_upprepningar():
    rader_ = (
        '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.724"/>'
        '<table:table-cell office:value-type="date" office:date-value="2023-07-05T00:00:00"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT30H05M00S"/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="boolean" '
        'office:boolean-value="true"/><table:table-cell table:number-columns-repeated="16379"/>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>hemligt'
        "</text:p></office:annotation><text:p>sist</text:p></table:table-cell></table:table-row>"
    )
    blad, kommentarer = open_file("t.ods", som_ods(ods(rader_)))
    assert blad.table.num_rows == 1_048_572
    assert texter_pa(blad, 0) == ["72.4 %", "2023-07-05", "30:05:00", "true", "true"]
    assert texter_pa(blad, 1_048_571)[0] == "sist"
    assert [k.to_pylist() for k in kommentarer.table.columns] == [["Blad1, rad 1048572"], ["hemligt"]]


def test_gamla_xls_ger_samma_texter_fel_och_sammanfogade_celler():
    data = xls(
        [
            ["Ärendenr", "007"],
            [(45112.0, 1), (45112.5, 1)],
            [(1.25, 2), True],
            ["#N/A", 0.1234567890123],
            [9.0],
        ]
    )
    blad = enda(data, "gammal.xls")
    assert texter(blad) == [
        ["Ärendenr", "007"], ["2023-07-05", "2023-07-05 12:00:00"], ["30:00:00", "true"],
        [None, "0.1234567890123"], ["9", None],
    ]  # fmt: skip
    assert (blad.errors, blad.merged) == (((3, 0),), ((0, 0, 1, 0),))
    assert not enda(xls([["x"]], dolt=True), "dold.xls").visible


def test_xml_2003_med_hopp_spann_procent_och_kommentarer():
    urn = "urn:schemas-microsoft-com:office:spreadsheet"
    fil = f"""<?xml version="1.0" encoding="windows-1252"?>
        <Workbook xmlns="{urn}" xmlns:ss="{urn}">
        <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
        <Worksheet ss:Name="Ett"><Table>
        <Row ss:Index="2">
            <Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">över två</Data></Cell>
            <Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell>
        </Row>
        <Row ss:Span="1"/>
        <Row>
            <Cell ss:Index="4"><Data ss:Type="DateTime">2023-07-05T00:00:00.000</Data>
                <Comment><ss:Data>ring</ss:Data></Comment></Cell>
            <Cell ss:Formula="=1"/>
            <Cell><Data ss:Type="Error">#N/A</Data></Cell>
        </Row>
        </Table></Worksheet></Workbook>"""
    blad, kommentarer = open_file("rapport.xls", fil.encode("cp1252"))
    assert texter(blad) == [
        [None, None, None], ["över två", None, "50 %"], [None] * 3, [None] * 3, [None, None, "2023-07-05"],
    ]  # fmt: skip
    assert (blad.first_column, blad.merged) == (1, ((1, 0, 1, 1),))
    assert (blad.uncomputed, blad.errors) == (((4, 3),), ((4, 4),))
    assert [[text.strip() for text in rad] for rad in texter(kommentarer)] == [["Ett, rad 5", "ring"]]


def texter_pa(blad: Sheet, rad: int) -> list[str | None]:
    return [k[rad].as_py() for k in blad.table.columns]


def test_json_fran_kolada_blir_en_rad_per_varde():
    inre = '[{"gender": "K", "value": 0.5}, {"gender": "M", "value": null}]'
    data = f'{{"values": [{{"kpi": "N1", "period": 2023, "values": {inre}}}]}}'.encode()
    assert texter(enda(data, "svar.json")) == [
        ["kpi", "period", "gender", "value"], ["N1", "2023", "K", "0.5"], ["N1", "2023", "M", None],
    ]  # fmt: skip


def test_rader_i_oordning_och_utan_adresser_hamnar_ratt():
    oordning = '<row r="3"><c r="B3"><v>3</v></c></row><row r="1"><c><v>1</v></c><c><v>2</v></c></row>'
    assert texter(enda(arbetsbok(oordning))) == [["1", "2"], [None, None], [None, "3"]]
    langt = '<row r="9000"><c r="A9000"><v>9</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    blad = enda(arbetsbok(langt))
    assert (texter_pa(blad, 0), texter_pa(blad, 8999), blad.table.num_rows) == (["1"], ["9"], 9000)


def test_en_cell_langst_ned_till_hoger_kostar_inget_och_namns():
    rader_ = [["Ärendenr", "Ålder", "Inledd", "Avslutad"], ["U-1", 9, "2023-01-31", "2023-03-01"]]
    bok = openpyxl.Workbook()
    for rad in rader_:
        bok.active.append(rad)
    bok.active["XFD1048576"] = "strö"
    bok.active["A700000"] = "Utskrivet 2024-01-12 av system."
    ut = io.BytesIO()
    bok.save(ut)
    inlasning = las(ut.getvalue())
    assert len(rader(inlasning)) == 1
    assert any("XFD1048576" in v for v in inlasning.warnings)


def test_det_som_star_utanfor_cellerna_foljer_med_till_sokningen_efter_personnummer():
    bok = openpyxl.Workbook()
    ark = bok.active
    ark.title = "Blad1"
    ark["A1"] = "x"
    ark["B7"].comment = openpyxl.comments.Comment("ring 701063-2391", "anna")
    ark.oddFooter.center.text = "Utskrivet av enheten"
    val = openpyxl.worksheet.datavalidation.DataValidation("list", formula1='"ja,nej"')
    val.add("C1")
    ark.add_data_validation(val)
    bok.defined_names["Hemligt"] = openpyxl.workbook.defined_name.DefinedName("Hemligt", attr_text='"text"')
    bok.properties.subject = "ett ämne"
    ut = io.BytesIO()
    bok.save(ut)
    _, kommentarer, namn = open_file("t.xlsx", ut.getvalue())
    funna = dict(texter(kommentarer))
    assert "701063-2391" in funna["Blad1!B7"]
    assert "Utskrivet av enheten" in funna["Blad1, sidhuvudet eller sidfoten"]
    assert funna["Blad1, en rullgardinslista"] == '"ja,nej"'
    assert "ett ämne" in [t for _, t in texter(kommentarer)]
    assert ["Hemligt", '"text"'] in texter(namn)
    assert (kommentarer.visible, kommentarer.kind, namn.kind) == (False, "kommentarer", "namn")


def test_dolda_rader_och_sammanfogade_celler_foljer_med():
    inne = (
        '<row r="1"><c r="B1"><v>1</v></c></row><row r="2" hidden="1"><c r="B2"><v>2</v></c></row>'
        '<row r="3" hidden="1"/><row r="4" hidden="false"><c r="C4"><v>2</v></c></row>'
    )
    blad = enda(arbetsbok(inne, efter='<mergeCells count="1"><mergeCell ref="B1:C2"/></mergeCells>'))
    assert (blad.hidden_rows, blad.merged, blad.first_column) == (1, ((0, 0, 1, 1),), 1)


def test_diagramblad_hoppas_over_och_av_delar_med_samma_namn_galler_den_sista():
    diagram = relationer(("r1", "chartsheet", "chartsheets/sheet1.xml"))
    [fel] = felrader(las(arbetsbok(kolumn("><v>1</v>"), delar={"xl/_rels/workbook.xml.rels": diagram})))
    assert "tom" in fel
    med_en = zipfile.ZipFile(io.BytesIO(arbetsbok(kolumn("><v>1</v>"))))
    delar = [(namn, med_en.read(namn)) for namn in med_en.namelist()]
    ny = (delar[-1][0], delar[-1][1].replace(b"<v>1</v>", b"<v>2</v>"))
    with pytest.warns(UserWarning, match="Duplicate"):
        dubbel = zippad([*delar, ny])
    assert texter(enda(dubbel)) == [["2"]]
