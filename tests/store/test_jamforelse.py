"""What the preview and the receipt say about the last export: new, changed, gone, and where to look."""

import json
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.reports import kvittobok
from tests.store.filer import avvikelser, ladda, utredningar

FORSTA = utredningar(
    "Utredningar_2023Q1.csv",
    "U-1;Barn;K;Norr;2023-01-31;2023-03-31",
    "U-2;Barn;M;Norr;2023-01-31;2023-03-01",
    "U-3;Barn;M;Norr;2022-01-31;2022-12-01",
    "U-4;Barn;M;Syd;2023-01-31;",
    "U-5;Barn;M;Syd;2023-01-31;2023-02-03",
)
ANDRA = utredningar(
    "Utredningar_2023H1.csv",
    "U-5;Barn;M;Syd;2023-01-31;2023-02-03",
    "U-4;Barn;M;Syd;2023-01-31;2023-06-15",
    "U-1;Barn;K;Norr;2023-01-30;2023-03-31",
    "U-9;Barn;M;Öst;2023-01-31;2023-06-01",
)


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    ladda(Workspace(mapp), FORSTA)
    return mapp


@pytest.fixture
def yta(mall: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(mall, tmp_path / "yta"))


def granska(yta: Workspace, fil, **val):
    return yta.preview(fil, **{"forvaltning": "Förvaltningen"} | val)


def test_granskningen_raknar_nya_andrade_saknade_och_oforandrade(yta: Workspace):
    jamfort = granska(yta, ANDRA).jamfort
    assert (jamfort.nya, jamfort.andrade, jamfort.saknas, jamfort.oforandrade) == (1, 2, 1, 1)
    assert (jamfort.period_start, jamfort.period_end) == (date(2023, 2, 3), date(2023, 3, 31))
    assert jamfort.text.replace("\u00a0", " ") == (
        f"1 ärende saknas som fanns i förra exporten (Utredningar_2023Q1.csv, inläst "
        f"{yta.uploads()[0]['loaded_at'][:10]}). I övrigt 1 nya, 2 ändrade, 1 oförändrade."
    )


def test_varje_skillnad_pekar_ut_sin_rad_och_vad_som_andrats(yta: Workspace):
    skillnader = {(s.slag, s.rad): s for s in granska(yta, ANDRA).jamfort.exempel}
    assert skillnader.keys() == {("saknas", 3), ("ändrad", 3), ("ändrad", 4), ("ny", 5)}
    saknad = skillnader["saknas", 3]
    assert (saknad.fil, saknad.enhet) == ("Utredningar_2023Q1.csv", "Norr")
    assert saknad.datum == {"Inledd": "2023-01-31", "Avslutad": "2023-03-01"}
    assert skillnader["ändrad", 3].andringar == [{"kolumn": "Avslutad", "fran": "tomt", "till": "2023-06-15"}]
    assert skillnader["ny", 5].enhet == "Öst"


def test_det_som_ligger_utanfor_filens_period_saknas_inte(yta: Workspace):
    bara_juni = utredningar("juni.csv", "U-4;Barn;M;Syd;2023-01-31;2023-06-15")
    assert granska(yta, bara_juni).jamfort is None, "inga dagar är gemensamma"
    hela = utredningar(
        "allt.csv", "U-5;Barn;M;Syd;2023-01-31;2023-02-03", "U-4;Barn;M;Syd;2023-01-31;2023-02-15"
    )
    jamfort = granska(yta, hela).jamfort
    assert (jamfort.saknas, jamfort.andrade, jamfort.oforandrade) == (0, 1, 1)
    assert "Inget saknas" in jamfort.text


def test_ett_oppet_arende_som_inte_langre_finns_saknas(yta: Workspace):
    utan_det_oppna = utredningar("utan.csv", "U-5;Barn;M;Syd;2023-01-31;2023-02-03")
    (saknad,) = granska(yta, utan_det_oppna).jamfort.exempel
    assert (saknad.slag, saknad.rad, saknad.datum) == ("saknas", 5, {"Inledd": "2023-01-31"})


def test_rader_med_fel_namns_nar_nagot_saknas(yta: Workspace):
    trasig = utredningar("trasig.csv", "U-5;Barn;M;Syd;2023-01-31;2023-02-03", "U-4;Barn;M;Syd;i går;")
    text = granska(yta, trasig, skip_faulty_rows=True).jamfort.text
    assert "1\u00a0rad med fel är inte jämförda och kan vara bland dem." in text


def test_bara_samma_slag_och_samma_forvaltning_jamfors(yta: Workspace):
    assert granska(yta, ANDRA, forvaltning="Grannen").jamfort is None
    assert granska(yta, ANDRA, avdelning="Vuxna").jamfort is None
    assert granska(yta, avvikelser("avv.csv", "A-1;2023-02-05;2023-02-03;Norr;A")).jamfort is None


def test_den_senaste_exporten_i_bruk_ar_den_som_jamfors(yta: Workspace):
    (andra,) = ladda(yta, ANDRA)
    assert andra.jamfort.fil == FORSTA[0]
    assert andra.enheter == {"Norr": 1, "Syd": 2, "Öst": 1}
    tredje = utredningar("tredje.csv", "U-5;Barn;M;Syd;2023-01-31;2023-02-03")
    assert granska(yta, tredje).jamfort.fil == ANDRA[0]
    yta.undo(andra.upload_id)
    assert granska(yta, tredje).jamfort.fil == FORSTA[0]


def test_fri_text_visas_inte_i_en_skillnad(yta: Workspace):
    rubriker = "Ärendenr;Målgrupp;Enhet;Inledd;Avslutad;Resultat"
    for resultat, gor in (("Insats efter oro", ladda), ("Utan insats", granska)):
        data = f"{rubriker}\nR-1;Barn;Väst;2023-01-31;2023-02-01;{resultat}\n".encode()
        svar = gor(yta, (f"{resultat}.csv", data))
    (andring,) = svar.jamfort.exempel[0].andringar if svar.jamfort.exempel[0].slag == "ändrad" else ()
    assert andring == {"kolumn": "Resultat", "fran": "(visas inte)", "till": "(visas inte)"}


def test_liggaren_behaller_antalen_men_inte_posterna(yta: Workspace):
    (kvitto,) = ladda(yta, ANDRA)
    kvar = yta.receipt(kvitto.upload_id)
    assert kvar["jamfort"]["text"] == kvitto.jamfort.text
    assert (kvar["jamfort"]["saknas"], kvar["jamfort"]["exempel"]) == (1, [])
    json.dumps(kvar)
    with pytest.raises(UsageError, match="Menade du"):
        yta.receipt(kvitto.upload_id[:-1])


def test_en_fil_som_redan_ar_inlast_sager_det_redan_vid_granskningen(yta: Workspace):
    assert "redan" in granska(yta, FORSTA).warnings[-1]


def test_att_granska_i_en_mapp_som_inte_finns_skapar_den_inte(tmp_path):
    yta = Workspace(tmp_path / "ny")
    assert granska(yta, FORSTA).rows_loaded == 5
    yta.faulty_rows(FORSTA)
    assert not yta.path.exists()


def test_kvittot_gar_att_spara_som_arbetsbok(yta: Workspace):
    (kvitto,) = ladda(yta, ANDRA)
    for form in (kvitto.to_dict(), yta.receipt(kvitto.upload_id)):
        bok = openpyxl.load_workbook(BytesIO(kvittobok(form)))
        uppgifter = {rad[0].value: rad[1].value for rad in bok["Kvitto"]}
        assert uppgifter["Fil"] == ANDRA[0]
        assert uppgifter["Period"] == "2023-02-03–2023-06-15"
        assert uppgifter["Jämförelse"] == kvitto.jamfort.text
    assert bok["Kvitto"]["A1"].value == "Uppgift"
    assert "Skillnader" in openpyxl.load_workbook(BytesIO(kvittobok(kvitto.to_dict()))).sheetnames


MED_FEL = avvikelser(
    "avvikelser.csv",
    "A-1;2023-01-05;2023-01-03;=Norr;A",
    "A-2;;;=Norr+Syd;C",
    "A-3;2023-02-05;i tisdags;-Norr;C",
)


def test_raderna_med_fel_star_som_i_filen_med_felen_bredvid(yta: Workspace):
    bok = openpyxl.load_workbook(BytesIO(yta.faulty_rows(MED_FEL)))
    (blad,) = bok
    rubriker, *rader = [[c.value for c in rad] for rad in blad]
    assert rubriker[:4] == ["Rad", "Fel", "Vad som förväntades eller ska göras", "Avvikelsenr"]
    assert [(r[0], r[3], r[6]) for r in rader] == [(3, "A-2", "=Norr+Syd"), (4, "A-3", "-Norr")]
    assert "väntade ett datum" in rader[1][1]
    assert "ÅÅÅÅ-MM-DD" in rader[1][2]
    assert {blad["G2"].data_type, blad["G3"].data_type} == {"s"}, "text som börjar med = blir ingen formel"
    assert blad["F3"].fill.fgColor.rgb == "00FFE699"
    assert blad["G3"].fill.fgColor.rgb != "00FFE699"


def test_kansliga_och_okanda_kolumner_ar_inte_med_bland_raderna_med_fel(yta: Workspace):
    rubriker = "Avvikelsenr;Händelsedatum;Beskrivning;Ansvarig;Klientens alias;Enhet"
    data = f"{rubriker}\nA-1;i tisdags;Föll i trappan;Anna A;Nalle;Norr\n".encode()
    (blad,) = openpyxl.load_workbook(BytesIO(yta.faulty_rows(("avv.csv", data))))
    assert [c.value for c in blad[1]][3:] == ["Avvikelsenr", "Händelsedatum", "Enhet"]


def test_ett_personnummer_kommer_aldrig_med_bland_raderna_med_fel(yta: Workspace):
    fil = avvikelser("avv.csv", "A-1;2023-01-05;2023-01-03;Norr 701063-2391;A")
    (blad,) = openpyxl.load_workbook(BytesIO(yta.faulty_rows(fil)))
    celler = [str(c.value) for rad in blad for c in rad]
    assert "(visas inte)" in celler
    assert not [c for c in celler if "2391" in c]


def test_en_fil_som_inte_kanns_igen_ger_felet_om_hela_filen(yta: Workspace):
    (blad,) = openpyxl.load_workbook(BytesIO(yta.faulty_rows(("x.csv", b"Ett;Tva\n1;2\n"))))
    assert blad.title == "Hela filen"
    assert blad.max_row == 2


def test_i_en_korstabell_visas_den_cell_som_har_felet(yta: Workspace):
    data = "Nyckeltal;2022;2023\nAntal grupper;46;många\nAntal lovenkäter;1075;183\n".encode()
    (blad,) = openpyxl.load_workbook(BytesIO(yta.faulty_rows(("nyckeltal.csv", data))))
    assert [c.value for c in blad[2]][3:] == ["Antal grupper", "många"]
    assert blad["E2"].fill.fgColor.rgb == "00FFE699"


def test_fler_fel_an_som_listas_ger_anda_alla_rader(yta: Workspace):
    rader = [f"A-{i};2023-01-05;i tisdags;Norr;A" for i in range(250)]
    (blad, *_) = openpyxl.load_workbook(BytesIO(yta.faulty_rows(avvikelser("avv.csv", *rader))))
    assert blad.max_row == 251
    assert blad["B251"].value == "Samma slags fel som på raderna ovan."
