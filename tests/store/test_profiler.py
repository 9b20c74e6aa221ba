"""Profiles that analysts make: kept, used for the next file, passed on, and never lost behind a load."""

import json

import pytest
from typer.testing import CliRunner

from kvalitet_metrics import Workspace
from kvalitet_metrics.cli import app
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest.mapped import karta_ur

KARTA = {
    "id": "akuten",
    "namn": "Akuten per månad",
    "periodslag": "manad",
    "kolumner": [
        {"rubrik": "Månad", "roll": "period"},
        {"rubrik": "Mottagning", "roll": "enhet"},
        {"rubrik": "Besök", "roll": "namnare", "matt": "Över fyra timmar"},
        {"rubrik": "Över 4 h", "roll": "taljare", "matt": "Över fyra timmar"},
    ],
}


def fil(manad: str, *rader: str) -> tuple[str, bytes]:
    """A month's table as delimited text."""
    text = ["Månad;Mottagning;Besök;Över 4 h", *(f"{manad};{r}" for r in rader)]
    return f"akuten_{manad}.csv", "\n".join(text).encode()


JAN = fil("2023-01", "Norr;100;20", "Syd;300;30", "Totalt;400;50")
FEB = fil("2023-02", "Norr;50;10", "Syd;50;20", "Totalt;100;30")


@pytest.fixture
def yta(tmp_path) -> Workspace:
    """A workspace that knows the table."""
    yta = Workspace(tmp_path / "yta")
    yta.profiler.save(karta_ur(KARTA))
    return yta


def test_en_sparad_profil_kanner_igen_nasta_manads_fil_och_andelen_ar_summa_genom_summa(yta):
    kvitton = [*yta.load(JAN), *yta.load(FEB)]
    assert [(k.status, k.profile) for k in kvitton] == [("loaded", "akuten")] * 2
    per_manad = yta.answer("nyckeltal_varde", "manad", where={"kategori": "Över fyra timmar"})
    assert [(r["taljare"], r["namnare"], r["varde"]) for r in per_manad] == [(50, 400, 0.125), (30, 100, 0.3)]
    assert all(0 < r["nedre"] < r["varde"] < r["ovre"] for r in per_manad)
    per_enhet = yta.answer("nyckeltal_varde", by=["enhet"])
    assert [(r["enhet"], r["taljare"], r["namnare"]) for r in per_enhet] == [
        ("Norr", 30, 150),
        ("Syd", 50, 350),
    ]


def test_samma_manad_igen_ersatter_och_raknas_inte_tva_ganger(yta):
    yta.load(JAN)
    yta.load(fil("2023-01", "Norr;100;40", "Syd;300;30"))
    [rad] = yta.answer("nyckeltal_varde", "manad")
    assert (rad["taljare"], rad["namnare"]) == (70, 400)


def test_utan_profil_nekas_filen_och_med_den_angiven_vid_namn_lases_den(tmp_path):
    yta = Workspace(tmp_path / "ny")
    assert yta.load(JAN)[0].status == "refused"
    yta.profiler.save(karta_ur(KARTA))
    with pytest.raises(UsageError, match="Menade du «akuten»"):
        yta.load(JAN, profile="akute")
    assert yta.load(JAN, profile="akuten")[0].status == "loaded"


def test_en_profil_som_inlasningar_bygger_pa_pensioneras_och_andra_tas_bort(yta):
    yta.profiler.save(karta_ur(KARTA | {"id": "oanvand", "kolumner": oversatta("X")}))
    yta.load(JAN)
    assert yta.profiler.remove("oanvand") == "borttagen"
    assert yta.profiler.remove("akuten") == "pensionerad"
    assert yta.profiler.all() == []
    assert [p["uploads"] for p in yta.profiler.all(retired=True)] == [1]
    assert yta.load(FEB)[0].status == "refused", "en pensionerad profil känner inte igen några filer"
    assert yta.answer("nyckeltal_varde"), "men det som är inläst är kvar"
    yta.profiler.save(karta_ur(KARTA))
    assert yta.load(FEB)[0].status == "loaded", "den kan tas i bruk igen"


def oversatta(slut: str) -> list[dict]:
    """The columns under other headings."""
    return [k | {"rubrik": k["rubrik"] + slut} for k in KARTA["kolumner"]]


def test_en_profil_flyttas_som_json_och_den_som_skiljer_sig_skrivs_inte_over(yta, tmp_path):
    annan = Workspace(tmp_path / "annan")
    annan.profiler.import_(yta.profiler.export("akuten"))
    assert annan.profiler.get("akuten") == yta.profiler.get("akuten")
    annan.profiler.import_(yta.profiler.export("akuten"))
    ny = json.dumps(KARTA | {"namn": "Ny", "kolumner": oversatta(" st")})
    with pytest.raises(UsageError) as fel:
        annan.profiler.import_(ny)
    for del_ in ("«Besök»: namnare → används inte", "«Besök st»: används inte → namnare", 'namn: "Akuten'):
        assert del_ in str(fel.value)
    assert annan.profiler.import_(ny, replace=True).namn == "Ny"


def test_en_sparad_profil_som_inte_langre_haller_hindrar_inga_andra_filer(yta):
    with yta.ledger.open() as con:
        con.execute(
            "INSERT INTO profil SELECT 'gammal', 'Gammal', ?, created, changed, NULL FROM profil",
            (json.dumps({"id": "gammal", "namn": "Gammal", "bas": "borta"}),),
        )
    assert yta.load(JAN)[0].status == "loaded"
    assert ["borta" in (p["fel"] or "") for p in yta.profiler.all()] == [False, True]


def test_provlasning_visar_siffrorna_och_sparar_ingenting(tmp_path):
    yta = Workspace(tmp_path / "tom")
    prov = yta.profiler.preview(JAN, karta_ur(KARTA))
    assert (prov.kvitto.status, prov.kvitto.rows_loaded) == ("preview", 2)
    assert prov.siffror[["taljare", "namnare"]].to_numpy().tolist() == [[50, 400]]
    assert not (tmp_path / "tom").exists()


def test_forslaget_hittar_rubrikrad_roller_taljare_och_den_etikett_som_ar_alla(tmp_path):
    rader = [f"2023-0{m};{e};{n};{t}" for m in (1, 2) for e, n, t in
             (("Norr", 100, 20), ("Syd", 300, 30), ("Väst", 50, 5), ("Hela länet", 450, 55))]  # fmt: skip
    text = "Akutens väntetider;;;\n;;;\nMånad;Mottagning;Besök;Varav över 4 h\n" + "\n".join(rader)
    karta = Workspace(tmp_path).profiler.propose(("akuten.csv", text.encode())).karta
    assert (karta.id, karta.namn) == ("akutens_vantetider", "Akutens väntetider")
    assert {k.rubrik: k.roll for k in karta.kolumner} == {
        "Månad": "period", "Mottagning": "enhet", "Besök": "namnare", "Varav över 4 h": "taljare",
    }  # fmt: skip
    assert karta.periodslag == "manad"
    assert karta.totaler == ("Hela länet",)


def kor(mapp, *ord_: object, status: int = 0) -> str:
    """What a command prints."""
    svar = CliRunner().invoke(app, ["--data", str(mapp), *map(str, ord_)], catch_exceptions=True)
    assert (svar.exit_code == 0) == (status == 0), (svar.output, svar.exception)
    return svar.stdout


def test_hela_vagen_pa_kommandoraden(tmp_path):
    fil_, karta, yta = tmp_path / "akuten.csv", tmp_path / "karta.json", tmp_path / "yta"
    fil_.write_bytes(JAN[1])
    [blad] = json.loads(kor(yta, "sheets", fil_, "--json"))
    assert blad["rows"][1] == {"row": 2, "cells": ["2023-01", "Norr", "100", "20"]}
    karta.write_text(kor(yta, "map", fil_, "--propose", "--json"))
    assert json.loads(kor(yta, "map", fil_, "--mapping", karta, "--json"))["rows_loaded"] == 2
    id_ = json.loads(kor(yta, "profiles", "import", karta, "--json"))["id"]
    assert json.loads(kor(yta, "load", fil_, "--profile", id_, "--json"))[0]["status"] == "loaded"
    assert [p["uploads"] for p in json.loads(kor(yta, "profiles", "list", "--json"))] == [1]
    assert json.loads(kor(yta, "profiles", "export", id_))["id"] == id_
    assert "period" in kor(yta, "profiles", "show", id_).lower()
    assert json.loads(kor(yta, "profiles", "remove", id_, "--json"))["status"] == "pensionerad"


def test_blad_med_personnummer_visas_inte(tmp_path):
    fil_ = tmp_path / "namn.csv"
    fil_.write_text("Ärende;Person\n1;701063-2391\n")
    assert "701063" not in kor(tmp_path / "yta", "sheets", fil_, "--json", status=1)
    assert "701063" not in str(Workspace(tmp_path / "yta").profiler.propose(fil_))
