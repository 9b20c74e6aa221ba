"""No identity number gets in, wherever it stands and however it is written, and no message repeats it."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

import kvalitet_metrics as km
from kvalitet_metrics.ingest.identity import check_digit_holds
from kvalitet_metrics.store.receipt import Kvitto
from tests.ingest.filer import csv_text, las, rader, xlsx

SAMORDNING, PERSON = "701063-2391", "199001162396"  # published test numbers, see test_house
FORMER = {
    "som publicerat": SAMORDNING,
    "plustecken": "701063+2391",
    "utan tecken": "7010632391",
    "tolv siffror": PERSON,
    "tolv med bindestreck": "19900116-2396",
    "med sekel och samordning": "19701063-2391",
    "tankstreck": "900116–2396",
    "mellanslag": "900116 2396",
    "som tal": 199001162396,
    "som tal med tio siffror": 7010632391,
    "som flyttal i text": "199001162396.0",
    "fast mellanrum runt": f"\u00a0{SAMORDNING}\u202f",
    "i fritext": f"Barnet ({SAMORDNING}) bor hos",
    "sist i en mening": f"gäller {PERSON}.",
    "mellanslag runt tecknet": "701063 - 2391",
    "understreck": "701063_2391",
    "datum med bindestreck": "1990-01-16-2396",
    "datum med mellanslag": "1990 0116 2396",
    "efter ett nummer som liknar": f"ärende 2301011234, barn {PERSON}",
    "direkt efter ett annat": f"2301011234,{PERSON}",
}
HUVUD = ["Ärendenr", "Personnr", "Ålder", "Inledd", "Avslutad", "Handläggare", "Övrig text"]
RAD = ["U-2023-004512", None, 11, "2023-01-31", "2023-05-31", None, None]
SIFFROR = re.compile("701063.?2391|900116.?2396")


def med(kolumn: str, cell: object) -> list:
    return [cell if namn == kolumn else varde for namn, varde in zip(HUVUD, RAD, strict=True)]


def test_varje_form_hittas_i_en_kolumn_som_ingen_vantat_sig():
    """All forms in one file, a column each: each must be found, with its own cell."""
    huvud = HUVUD + [f"Fält {i}" for i, _ in enumerate(FORMER)]
    inlasning = las({"Blad1": [huvud, [*RAD, *([None] * len(FORMER))], [*RAD, *FORMER.values()]]})
    funna = {fault.cell for fault in inlasning.faults}
    vantade = {form: f"{get_column_letter(8 + i)}3" for i, form in enumerate(FORMER)}
    assert {form: cell for form, cell in vantade.items() if cell not in funna} == {}
    assert inlasning.refused
    assert not SIFFROR.search(repr(inlasning))


@pytest.mark.parametrize(
    "blad, dolda, kolumner, plats",
    [
        ({"Blad1": [HUVUD, med("Övrig text", SAMORDNING)]}, [], "G:G", ("Blad1", "G2")),
        ({"Blad1": [HUVUD, RAD], "Dolt": [["", f"se {PERSON}"]]}, ["Dolt"], "", ("Dolt", "B1")),
        ({"Blad1": [HUVUD, med("Ärendenr", PERSON)]}, [], "", ("Blad1", "A2")),
        ({"Blad1": [["Avser", f"{PERSON}"], HUVUD, RAD]}, [], "", ("Blad1", "B1")),
        ({"Blad1": [HUVUD, RAD, [], ["Källa: handläggaren om", None, SAMORDNING]]}, [], "", ("Blad1", "C4")),
    ],
    ids=["dold kolumn", "dolt blad", "nyckelkolumn", "ovanför den kända kolumnen", "under tabellen"],
)
def test_numret_hittas_var_det_an_star(blad: dict, dolda: list, kolumner: str, plats: tuple):
    inlasning = las(xlsx(blad, dolda, kolumner))
    assert plats in {(f.sheet, f.cell) for f in inlasning.faults}
    assert inlasning.refused
    assert not SIFFROR.search(repr(inlasning))


def test_av_den_kanda_kolumnen_sparas_bara_att_rader_galler_samma_person():
    data = {"Blad1": [HUVUD, *(med("Personnr", form) for form in FORMER.values())]}
    data["Blad1"][1][5] = f"Anna, {SAMORDNING}"
    inlasning = las(data, skip_faulty_rows=True)
    personer = Counter(rad["person"] for rad in rader(inlasning))
    personer.pop(None, None)  # ett namn, eller ett nummer som Excel har skadat: det går inte att säga vem
    assert len(personer) == 2, "samma person i olika former är en, en annan person är en annan"
    assert all(re.fullmatch("[0-9a-f]{64}", person) for person in personer)
    assert not SIFFROR.search(repr(inlasning))
    assert "person" not in Kvitto.of(inlasning, "", "loaded").sample


@pytest.mark.parametrize(
    "namn", [f"{PERSON}.xlsx", f"Utredning {SAMORDNING} (2).csv", "akt_900116-2396.xlsx"]
)
def test_ett_nummer_i_filens_namn_ar_ett_fel_som_inte_upprepar_det(namn: str):
    inlasning = las(b"x", namn)
    assert "namn" in inlasning.faults[0].message
    assert "personnummer" in inlasning.faults[0].message
    assert not SIFFROR.search(repr(inlasning))


def test_ett_nummer_i_ett_blads_namn_ar_ett_fel_som_inte_upprepar_det():
    inlasning = las({"Blad1": [HUVUD, RAD], SAMORDNING: [["Text"]]})
    assert "blad nummer 2" in inlasning.faults[0].message
    assert not SIFFROR.search(repr(inlasning))


def test_arendenummer_telefonnummer_och_perioder_ar_inget_falsklarm():
    texter = ["08-508 00 000", "070-123 45 67", "0701234567", "+46 70 123 45 67", "U-2023-004512",
              "2023004512", "2022-09-01 – 2023-08-31", "2023-01-01 - 2023-03-31", "20220901-20230831",
              "5566-7788 1234",
              "701063-2392", "1990011623961"]  # fmt: skip
    inlasning = las(
        {"Blad1": [HUVUD, *(med("Övrig text", text) for text in texter)]}, "Avvikelser_220901-230831.xlsx"
    )
    assert inlasning.faults == []


def test_manga_arendenummer_som_liknar_personnummer_av_en_slump_ar_inget_falsklarm():
    """One in ten passes the check digit by chance."""
    nummer = [f"2301{dag:02}{lopande:04}" for dag in range(1, 29) for lopande in range(1000, 1003)]
    assert any(check_digit_holds(n) for n in nummer)
    inlasning = las({"Blad1": [HUVUD, *(med("Ärendenr", n) for n in nummer)]})
    assert inlasning.faults == []
    assert "23010110" not in str(rader(inlasning))


def test_ingenting_av_numret_finns_i_kvitto_utskrift_eller_nagon_fil(
    tmp_path: Path, capfd: pytest.CaptureFixture
):
    """In one go: a file that is refused for a number, one whose name holds one, one that is clean."""
    ws = km.Workspace(tmp_path)
    kvitton = ws.load(
        [
            ("undanhållen.xlsx", xlsx({"Blad1": [HUVUD, med("Personnr", PERSON)]})),
            ("avvisad.csv", csv_text([HUVUD, med("Övrig text", SAMORDNING)]).encode()),
            (f"{PERSON}.xlsx", xlsx({"Blad1": [HUVUD, RAD]})),
        ]
    )
    assert [k.status for k in kvitton] == ["loaded", "refused", "refused"]
    assert kvitton[1].faults[0].cell == "G2"
    skrivet = [json.dumps(k.to_dict(), ensure_ascii=False, default=str) + str(k.sample) for k in kvitton]
    skrivet += [*capfd.readouterr(), str(ws.uploads())]
    filer = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert filer
    for text in [*skrivet, *(str(p) + p.read_bytes().decode("latin-1") for p in filer)]:
        assert not SIFFROR.search(text)
