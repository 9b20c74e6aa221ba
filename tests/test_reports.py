"""Files that are taken along: typed cells, their source beside them, and no text that runs as a formula."""

from datetime import date
from html import escape
from io import BytesIO

import openpyxl
import pytest

from kvalitet_metrics.indicators import INDIKATORER, frister
from kvalitet_metrics.ingest.profile import Lista
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.read import read_file
from kvalitet_metrics.reports import arbetsbok, kommatext, mallbok, metod

RUBRIKER = ("Enhet", "Period", "Andel", "Täljare", "Från")
SLAG = ("text", "text", "andel", "antal", "text")
CELLER = [
    ("=HYPERLINK(1)", "2023", 0.8125, 156, date(2023, 1, 1)),
    ("@Enheten", "2023", "dold", "dold", None),
    ("+46", "2023", None, 0, None),
    ("-minus", "2023", 1.0, 1342, None),
]
OM = [("Mått", "Utredningar"), ("Källa", "Treserva"), ("Framtagen för", "intern")]


def bok() -> openpyxl.Workbook:
    """The workbook as Excel would open it."""
    return openpyxl.load_workbook(BytesIO(arbetsbok(RUBRIKER, SLAG, CELLER, OM)))


def test_celler_ar_typade():
    rad = [c.value for c in bok()["Tabell"][2]]
    assert rad[1:4] == ["2023", 0.8125, 156]
    assert bok()["Tabell"]["C2"].number_format == "0.0%"
    assert bok()["Tabell"]["E2"].is_date


def test_text_som_liknar_en_formel_skrivs_som_text():
    blad = bok()["Tabell"]
    assert [blad.cell(r, 1).value for r in range(2, 6)] == [rad[0] for rad in CELLER]
    assert {blad.cell(r, 1).data_type for r in range(2, 6)} == {"s"}


def test_dold_siffra_ar_ordet_dold_aven_i_filerna():
    assert [c.value for c in bok()["Tabell"][3]][2:4] == ["dold", "dold"]
    assert b"@Enheten;2023;dold;dold;" in kommatext(RUBRIKER, CELLER)


def test_andra_bladet_sager_vad_tabellen_ar():
    assert [(r[0].value, r[1].value) for r in bok()["Om tabellen"]] == OM


def test_semikolonfilen_laser_svensk_excel():
    fil = kommatext(RUBRIKER, CELLER)
    assert fil.startswith(b"\xef\xbb\xbf")
    rader = fil.decode("utf-8-sig").split("\r\n")
    assert rader[0] == "Enhet;Period;Andel;Täljare;Från"
    assert rader[1].endswith(";2023;0,8125;156;2023-01-01")


def test_formeltecken_i_semikolonfilen_far_en_apostrof():
    rader = kommatext(RUBRIKER, CELLER).decode("utf-8-sig").split("\r\n")
    assert [rad[:2] for rad in rader[1:5]] == ["'=", "'@", "'+", "'-"]


def test_fel_antal_kolumner_namns():
    with pytest.raises(ValueError, match="slag: 1 kolumner"):
        arbetsbok(RUBRIKER, ("text",), CELLER, OM)


@pytest.mark.parametrize("profil", [p for p in PROFILER.values() if isinstance(p, Lista)], ids=lambda p: p.id)
def test_en_tom_mall_kanns_igen_som_det_den_ar_en_mall_for(profil: Lista):
    inlasning = read_file("mall.xlsx", mallbok(profil), key=b"k" * 32)
    assert inlasning.profil == profil
    assert [f.message for f in inlasning.faults] == ["Rubrikraden finns, men inga rader under den."]


def test_metodbilagan_har_varje_matt_med_sql_och_exempel_och_varje_frist():
    dokument = metod.dokument()
    assert dokument.startswith('<!DOCTYPE html>\n<html lang="sv">')
    for d in INDIKATORER.values():
        avsnitt = dokument.split(f'<section id="{d.id}">')[1].split("</section>")[0]
        for text in (d.namn, d.varfor, d.kalla, d.begransningar, d.taljare_ord, d.sql(), d.granskad):
            assert escape(text) in avsnitt, (d.id, text)
        assert avsnitt.count("<caption>") == 3 + bool(d.exempel.namnare)
        if d.frist:
            assert escape(str(d.frist)) in avsnitt
    for f in frister.alla():
        assert escape(f.vad) in dokument
        assert all(escape(x.lagrum) in dokument for x in f.lydelser)


def test_en_frist_visar_den_lydelse_som_gallde_den_dagen():
    f = frister.UTREDNING_BARN
    assert f.lydelse(date(2025, 6, 30)).lagrum == "11 kap. 2 § SoL (2001:453)"
    assert f.lydelse(date(2025, 7, 1)).lagrum == "20 kap. 3 § SoL (2025:400)"
    assert frister.UTREDNING_VUXNA.lydelse(date(2025, 7, 1)) is None
