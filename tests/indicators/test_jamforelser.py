"""Reported values with what they are compared to, from loaded files to the answer."""

from pathlib import Path

import pytest

import kvalitet_metrics as km
from kvalitet_metrics.ingest.profiles import PROFILER
from tests.conftest import rutor
from tests.ingest.publicerad import arbetsbok
from tests.ingest.publicerade_bromma import BROMMA_7
from tests.ingest.publicerade_jarva import JARVA_IOF_FRAN, JARVA_IOF_KATEGORI
from tests.ingest.publicerade_sydvast import SYDVAST_KEKS


def laddad(mapp: Path, *texter: str) -> km.Workspace:
    """A workspace with each drawn table loaded as a file of its own."""
    workspace = km.Workspace(mapp)
    for nr, text in enumerate(texter):
        [kvitto] = workspace.load([(f"tabell_{nr}.xlsx", arbetsbok(text))])
        assert kvitto.status == "loaded", kvitto.faults
    return workspace


@pytest.fixture(scope="module")
def keks(tmp_path_factory: pytest.TempPathFactory) -> km.Workspace:
    return laddad(tmp_path_factory.mktemp("keks"), SYDVAST_KEKS)


KEKS = {
    "Index Inflytande, delaktighet och ansvarstagande, öppen verksamhet": (69, 62, 50, 63),
    "Andel unga som producerar verksamhet": (8, 10, 30, 5),
    "Index delaktighet, gruppverksamhet": (75, 85, 75, 79),
    "Avvikelse från jämn könsfördelning, gruppverksamhet": (10, 8, 10, 12),
}


@pytest.mark.parametrize("index", KEKS)
def test_keks_har_sitt_mal_och_natverkets_snitt_som_skilda_jamforelser(keks: km.Workspace, index: str):
    varde, fore, mal, snitt = KEKS[index]
    [rad] = [r for r in keks.answer("nyckeltal_varde", where={"kategori": index}) if r["period"] == "2023"]
    assert (rad["varde"], rad["foregaende"], rad["matenhet"]) == (varde / 100, fore / 100, "andel")
    assert rad["jamforelser"] == {"good_enough_mal": mal / 100, "keks_snitt": snitt / 100}
    assert rad["mal"] is None


NAR_MALET = """
    index                                                              | nas  | over_snitt
    Index Inflytande, delaktighet och ansvarstagande, öppen verksamhet | ja   | ja
    Andel unga som producerar verksamhet                               | nej  | ja
    Andel ungdomsproducerad verksamhet                                 | nej  | ja
    Index delaktighet, gruppverksamhet                                 | ja   | nej
    Index lärande, gruppverksamhet                                     | nej  | ja
    Index trygghet och bemötande, öppen verksamhet                     | ja   | ja
    Avvikelse från jämn könsfördelning, öppen verksamhet               | ja   | nej
    Avvikelse från jämn könsfördelning, gruppverksamhet                | ja   | nej
"""
"""75 of at least 75 and 10 of at most 10 are reached; the last two have a roof and not a floor."""


@pytest.mark.parametrize("vantat", rutor(NAR_MALET), ids=lambda v: v["index"])
def test_ett_index_nar_sitt_mal_at_det_hall_som_ar_bast_och_lika_ar_nog(keks: km.Workspace, vantat: dict):
    [rad] = [r for r in keks.answer("keks_index", where={"index": vantat["index"]}) if r["period"] == "2023"]
    assert rad["mal_nas"] is (vantat["nas"] == "ja")
    assert (rad["varde"] > rad["jamforelser"]["keks_snitt"]) is (vantat["over_snitt"] == "ja")


def test_ett_ar_utan_mal_nar_inget_mal(keks: km.Workspace):
    assert {r["mal_nas"] for r in keks.answer("keks_index") if r["period"] != "2023"} == {None}


def test_ett_varde_som_inte_fanns_ar_tomt_med_anmarkning_och_utan_jamforelser(keks: km.Workspace):
    [rad] = [
        r
        for r in keks.answer("nyckeltal_varde", where={"kategori": "Andel unga som producerar verksamhet"})
        if r["period"] == "2021"
    ]
    assert (rad["varde"], rad["jamforelser"], rad["bortfall"]) == (None, {}, 1)


def test_brukarundersokning_per_insats_och_kon_med_staden_och_fjolaret(tmp_path: Path):
    workspace = laddad(tmp_path, PROFILER["brukarundersokning"].exempel)
    svar = workspace.answer("nyckeltal_varde", by=["insats"], where={"kategori": "Får bestämma?"})
    per_insats = {r["insats"]: r for r in svar if r["period"] == "2023"}
    dv = per_insats["Daglig verksamhet"]
    assert (dv["varde"], dv["foregaende"], dv["namnare"]) == (0.92, 0.8, 38)
    assert dv["jamforelser"] == {"staden": 0.8}
    kon = workspace.answer("nyckeltal_varde", by=["insats", "kon"], where={"kategori": "Får bestämma?"})
    per_kon = {(r["insats"], r["kon"]): r["varde"] for r in kon if r["period"] == "2023"}
    assert per_kon["Daglig verksamhet", "män"] == 0.81
    assert per_kon["Daglig verksamhet", "kvinnor"] == 1
    assert per_kon["Servicebostad", "män"] is None


def test_hela_ar_summakolumnen_dar_den_finns_och_delarna_nas_var_for_sig(tmp_path: Path):
    workspace = laddad(tmp_path, BROMMA_7)
    fraga = {"kategori": "Brister i utförande av insats"}
    hela = {r["period"]: r["varde"] for r in workspace.answer("nyckeltal_varde", where=fraga)}
    assert hela == {"2022": 5, "2023": 3}
    delar = workspace.answer("nyckeltal_varde", by=["underkategori"], where=fraga)
    grupper = {r["underkategori"]: r["varde"] for r in delar if r["period"] == "2023"}
    assert grupper["Beroende"] == 1
    assert grupper["Totalt"] == 3


def test_klagomal_ur_tva_filer_om_samma_klagomal_raknas_en_gang(tmp_path: Path):
    workspace = laddad(tmp_path, JARVA_IOF_FRAN, JARVA_IOF_KATEGORI)
    [rad] = workspace.answer("klagomal_antal")
    assert rad["varde"] == 42
    kategorier = workspace.answer("klagomal_antal", by=["kategori"])
    assert {r["kategori"]: r["varde"] for r in kategorier}["Handläggning"] == 24
