"""The command line: what each command prints, what it leaves as exit status, and that it speaks Swedish."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from kvalitet_metrics import Workspace
from kvalitet_metrics.cli import app, main
from kvalitet_metrics.indicators import INDIKATORER
from tests.conftest import ROT

BARN = "utredning_barn_inom_fyra_manader"
RUBRIK = "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad\n"
TVA = RUBRIK + "U-1;Barn;K;Norr;2023-01-31;2023-05-31\nU-2;Barn;M;Norr;2023-01-31;2023-06-01\n"
FEL = RUBRIK + "U-3;Barn;K;Norr;i tisdags;2023-05-31\nU-4;Barn;K;Norr;2023-01-31;2023-05-31\n"
KVITTO = {"file", "sha256", "status", "upload_id", "profile", "period_start", "period_end", "tables"}
KVITTO |= {"rows_read", "rows_loaded", "rows_skipped", "faults", "warnings"}
ENGELSKA = ("Error", "Usage", "Missing", "No such", "Invalid", "Try ", "Got ", "requires", "Traceback", "─")


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    Workspace(mapp).load([("u.csv", TVA.encode())], forvaltning="Förvaltningen")
    return mapp


@pytest.fixture
def kor(mall, tmp_path, capsys):
    """Run a command in a workspace with two investigations: exit status, stdout, stderr."""
    mapp = shutil.copytree(mall, tmp_path / "yta")

    def kor_(*ord_: object, data: Path = mapp) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as slut:
            main(["--data", str(data), *map(str, ord_)])
        ut, fel = capsys.readouterr()
        return slut.value.code or 0, ut, fel

    return kor_


def test_load_skriver_kontraktets_nycklar_for_varje_fil(kor, tmp_path):
    (tmp_path / "u.csv").write_text(TVA.replace("U-", "W-"))
    (tmp_path / "fel.csv").write_text(FEL)
    status, ut, _ = kor(
        "load", tmp_path / "u.csv", tmp_path / "fel.csv", tmp_path / "finns_inte.csv", tmp_path, "--json"
    )
    kvitton = json.loads(ut)
    assert status == 1
    assert [k["status"] for k in kvitton] == ["loaded", "refused", "refused", "refused"]
    assert all(k.keys() >= KVITTO for k in kvitton)
    assert kvitton[0]["tables"] == {"utredning": 2}
    assert (kvitton[0]["period_start"], kvitton[0]["period_end"]) == ("2023-05-31", "2023-06-01")
    (fault,) = kvitton[1]["faults"]
    assert fault.keys() == {"sheet", "cell", "column", "message", "hint"}
    assert (fault["cell"], fault["column"]) == ("E2", "Inledd")
    assert "finns inte" in kvitton[2]["faults"][0]["message"]
    assert "mapp" in kvitton[3]["faults"][0]["message"]


def test_load_berattar_i_text_vad_som_blev_av_varje_fil(kor, tmp_path):
    (tmp_path / "igen.csv").write_bytes(TVA.encode())
    (tmp_path / "fel.csv").write_text(FEL)
    status, ut, _ = kor("load", tmp_path / "igen.csv", tmp_path / "fel.csv")
    assert status == 1
    assert "redan inläst" in ut
    assert "«fel.csv» lästes inte in: 1 fel. Inget har ändrats." in ut
    assert "E2 (Inledd)" in ut


def test_load_utan_de_felaktiga_raderna_sager_hur_manga_de_var(kor, tmp_path):
    (tmp_path / "fel.csv").write_text(FEL)
    status, ut, _ = kor("load", tmp_path / "fel.csv", "--skip-faulty-rows", "--forvaltning", "Förvaltningen")
    assert status == 0
    assert "1 av 2 rader" in ut
    assert "inte med (fel.csv)" in kor("query", BARN)[1]


def test_load_preview_sparar_ingenting_och_sager_vad_som_skiljer(kor, tmp_path):
    (tmp_path / "ny.csv").write_text(TVA.replace("U-2", "U-3"))
    (tmp_path / "fel.csv").write_text(FEL)
    fore = kor("uploads", "--json")[1]
    status, ut, _ = kor("load", tmp_path / "ny.csv", "--preview", "--forvaltning", "Förvaltningen")
    assert status == 0
    assert "2 av 2 rader skulle läsas in" in ut
    assert "1\u00a0ärende saknas som fanns i förra exporten (u.csv" in ut
    assert kor("load", tmp_path / "fel.csv", "--preview")[0] == 1
    assert kor("uploads", "--json")[1] == fore
    (granskad,) = json.loads(kor("load", tmp_path / "ny.csv", "--preview", "--json")[1])
    assert granskad["status"] == "preview"
    status, ut, _ = kor("load", tmp_path / "finns_inte.csv", tmp_path / "ny.csv", "--preview", "--json")
    assert (status, [k["status"] for k in json.loads(ut)]) == (1, ["refused", "preview"])


def test_load_skriver_raderna_med_fel_till_en_arbetsbok(kor, tmp_path):
    (tmp_path / "fel.csv").write_text(FEL)
    status, _, _ = kor("load", tmp_path / "fel.csv", "--faulty-rows", tmp_path / "ratta.xlsx")
    assert status == 1
    assert (tmp_path / "ratta.xlsx").read_bytes()[:2] == b"PK"
    status, _, fel = kor("load", tmp_path / "fel.csv", "--faulty-rows", tmp_path / "ingen" / "mapp.xlsx")
    assert status == 2
    assert "går inte att skriva" in fel


def test_receipt_visar_och_sparar_kvittot(kor, tmp_path):
    (inlast,) = json.loads(kor("uploads", "--json")[1])
    status, ut, _ = kor("receipt", inlast["upload_id"], "--out", tmp_path / "kvitto.xlsx")
    assert status == 0
    assert "2 lästa, 2 inlästa" in ut
    assert (tmp_path / "kvitto.xlsx").read_bytes()[:2] == b"PK"
    assert json.loads(kor("receipt", inlast["upload_id"], "--json")[1])["file"] == "u.csv"
    assert kor("receipt", "20990101")[0] == 2


def test_labels_visar_kon_och_ett_beslut_gar_att_ta_tillbaka(kor, tmp_path):
    (tmp_path / "ny.csv").write_text(TVA.replace("U-", "W-").replace("Norr", "Nor").replace(";M;", ";Q;"))
    kor("load", tmp_path / "ny.csv", "--forvaltning", "Förvaltningen")
    assert {(k["kolumn"], k["etikett"], k["forslag"]) for k in json.loads(kor("labels", "--json")[1])} == {
        ("enhet", "Nor", "Norr"),
        ("kon", "Q", None),
    }
    assert "Menas «Norr»?" in kor("labels")[1]
    assert kor("labels", "decide", "enhet", "Nor", "Norr")[1] == "«Nor» räknas nu som «Norr».\n"
    rader = json.loads(kor("query", BARN, "--by", "enhet", "--json")[1])["rader"]
    assert [r["enhet"] for r in rader] == ["Norr"]
    assert json.loads(kor("labels", "undo", "enhet", "Nor", "--json")[1])["blir"] is None
    (beslut,) = json.loads(kor("labels", "history", "--json")[1])
    assert beslut["aterkallad"] >= beslut["beslutad"]
    assert "borttaget" in kor("labels", "history")[1]
    assert len(json.loads(kor("labels", "--json")[1])) == 2
    assert kor("labels", "undo", "enhet", "Nor")[0] == 2
    assert "Menade du «Nor»" in kor("labels", "decide", "enhet", "Nori", "Norr")[2]
    assert "Menade du «decide»" in kor("labels", "decidee")[2]


def test_organisation_visas_andras_och_tas_med(kor, tmp_path):
    assert "Järva" in kor("organisation")[1]
    kor("organisation", "change", "namnbyte", "enhet", "2024-01-01", "--fore", "Norr", "--efter", "Nord")
    assert "Nord" in kor("query", BARN, "--by", "enhet")[1]
    status, _, _ = kor("organisation", "add", "enhet", "Syd", "--stavning", "Söder", "--fran", "2023-01-01")
    assert status == 0
    assert kor("organisation", "export", "--out", tmp_path / "org.json")[0] == 0
    enheter = json.loads((tmp_path / "org.json").read_text())["enheter"]
    assert {"Nord", "Norr", "Syd"} <= {e["namn"] for e in enheter}
    assert kor("organisation", "remove", "enhet", "Syd")[0] == 0
    status, ut, _ = kor("organisation", "import", tmp_path / "org.json", "--json")
    assert json.loads(ut)["enheter"] == enheter
    assert kor("organisation", "import", tmp_path / "finns_inte.json")[0] == 2
    status, _, fel = kor(
        "organisation", "change", "namnbyte", "enhet", "i går", "--fore", "A", "--efter", "B"
    )
    assert (status, "är inte ett datum" in fel) == (2, True)


def test_breaks_visas_skrivs_in_och_tas_tillbaka(kor):
    assert kor("breaks") == (0, "Inga brott är inskrivna.\n", "")
    nytt = ("breaks", "add", "utredning", "2023-01-01", "--del", "enhet=Norr", "--orsak", "Nya blanketter")
    status, ut, _ = kor(*nytt, "--av", "controller")
    assert status == 0
    assert ut.startswith("Inskrivet.   1  2023-01-01  utredning, enhet Norr: Nya blanketter  (inskrivet 2")
    (b,) = json.loads(kor("breaks", "--json")[1])
    assert (b["nr"], b["datum"], b["kolumn"], b["varde"], b["av"]) == (
        1,
        "2023-01-01",
        "enhet",
        "Norr",
        "controller",
    )
    (rad,) = json.loads(kor("query", BARN, "--json")[1])["rader"]
    assert rad["brott"] == [
        {
            "datum": "2023-01-01",
            "slag": "raknesatt",
            "text": "Norr räknas på ett nytt sätt sedan 2023-01-01: Nya blanketter.",
            "galler": "Norr",
        }
    ]
    assert "Norr räknas på ett nytt sätt" in kor("query", BARN)[1]
    assert json.loads(kor("breaks", "remove", 1, "--json")[1])["aterkallat"]
    assert json.loads(kor("breaks", "--json")[1]) == []
    assert "borttaget" in kor("breaks", "history")[1]
    assert kor("breaks", "remove", 1)[0] == 2
    assert kor(*nytt[:-1], "Gäller 701063-2391")[0] == 2


def test_query_kan_fragas_efter_en_version_av_mattet(kor):
    svar = json.loads(kor("query", BARN, "--version", 1, "--json")[1])
    assert (svar["indikator"]["version"], svar["rader"][0]["version"]) == (1, 1)


def test_query_skriver_indikatorn_och_raderna(kor):
    status, ut, _ = kor("query", BARN, "--by", "kon", "--json")
    svar = json.loads(ut)
    assert status == 0
    assert svar["indikator"].keys() == {"id", "kod", "namn", "omrade", "enhet", "riktning", "version"}
    assert [(r["period"], r["kon"], r["taljare"], r["namnare"], r["varde"]) for r in svar["rader"]] == [
        ("2023", "flickor", 1, 1, 1.0),
        ("2023", "pojkar", 0, 1, 0.0),
    ]
    assert {r["period_start"] for r in svar["rader"]} == {"2023-01-01"}


def test_query_i_text_ar_svenska_tal(kor):
    assert kor("query", BARN)[1].splitlines() == [
        "Barnutredningar klara inom fyra månader",
        "2023                   50,0\u00a0% (1 av 2)",
    ]
    assert "dold" in kor("query", BARN, "--viewer", "publik")[1]
    assert "inga uppgifter" in kor("query", BARN, "--from", "2024-01-01")[1]


def test_publish_antecknar_det_som_allmanheten_ser(kor):
    kod, ut = kor("publish", BARN)[:2]
    assert (kod, ut) == (0, "Barnutredningar klara inom fyra månader: 0\u00a0tal antecknade som utlämnade.\n")
    assert json.loads(kor("publish", BARN, "--json")[1]) == {BARN: 0}


def test_publish_av_det_som_inte_finns_eller_inte_doljer_nagot_sags(kor):
    kod, _, fel = kor("publish", "utredning_barn")
    assert kod == 2
    assert "Menade du" in fel
    kod, _, fel = kor("publish", "tillsyn_antal")
    assert kod == 2
    assert "inget behöver antecknas" in fel


def test_det_som_allmanheten_inte_far_fraga_ar_ett_fel_med_en_vag_vidare(kor):
    kod, ut, fel = kor("query", BARN, "--viewer", "publik", "--period", "tertial", "--by", "kon,enhet")
    assert (kod, ut) == (2, "")
    assert "visas inte för allmänheten" in fel
    assert "Välj en längre period" in fel


def test_query_tar_urval_och_datum(kor):
    def namnare(*val) -> list:
        return [r["namnare"] for r in json.loads(kor("query", BARN, "--json", *val)[1])["rader"]]

    assert namnare("--where", "kon=flickor") == [1]
    assert namnare("--where", "kon=flickor", "--where", "kon=pojkar") == [2]
    assert namnare("--from", "2023-06-01", "--to", "2023-06-01") == [1]
    assert namnare("--to", "2023-05-30") == []


def test_indicators_visar_hela_katalogen(kor):
    katalog = json.loads(kor("indicators", "--json")[1])
    assert [i["id"] for i in katalog] == list(INDIKATORER)
    assert all(
        i.keys() >= {"id", "kod", "namn", "omrade", "kind", "riktning", "source", "breakdowns", "version"}
        for i in katalog
    )
    assert all(id in kor("indicators")[1] for id in INDIKATORER)


def test_uploads_och_undo_foljs_at(kor):
    (inlast,) = json.loads(kor("uploads", "--json")[1])
    assert inlast["status"] == "active"
    assert "i bruk" in kor("uploads")[1]
    status, ut, _ = kor("undo", inlast["upload_id"], "--json")
    assert (status, json.loads(ut)["status"]) == (0, "undone")
    assert "ångrad" in kor("uploads")[1]
    assert "inga uppgifter" in kor("query", BARN)[1]
    assert kor("undo", inlast["upload_id"])[0] == 2


def test_rows_visar_posterna_med_fil_blad_och_rad(kor):
    poster = json.loads(kor("rows", BARN, "--where", "kon=pojkar", "--json")[1])
    assert [(p["fil"], p["rad"], p["kon"]) for p in poster] == [("u.csv", 3, "pojkar")]
    assert "nyckel" not in poster[0]
    assert kor("rows", BARN)[1].splitlines()[0].startswith("u.csv, ")


def test_demo_blandar_inte_exempel_med_egna_data(kor):
    status, ut, fel = kor("demo")
    assert (status, ut) == (2, "")
    assert "egna data" in fel


def test_en_tom_arbetsyta_sager_vad_som_ar_tomt(kor, tmp_path):
    tom = tmp_path / "tom"
    assert kor("uploads", data=tom) == (0, "Inget är inläst.\n", "")
    assert json.loads(kor("uploads", "--json", data=tom)[1]) == []
    assert json.loads(kor("query", BARN, "--json", data=tom)[1])["rader"] == []
    assert not tom.exists(), "att titta skapar ingenting"


@pytest.mark.parametrize(
    "ord_, vantat",
    [
        (["query"], "id"),
        (["load"], "FIL..."),
        (["qwery"], "Menade du «query»"),
        (["query", BARN, "--perod", "manad"], "Menade du «--period»"),
        (["query", BARN, "--period", "manader"], "Menade du «manad»"),
        (["query", BARN, "--period"], "«--period» måste följas av ett värde"),
        (["query", BARN, "--json=ja"], "«--json» tar inget värde"),
        (["query", BARN, "--from", "2023-13-01"], "«2023-13-01» är inte ett datum"),
        (["query", BARN, "--to", "igår"], "«igår» är inte ett datum"),
        (["query", BARN, "--where", "kon"], "kolumn=värde"),
        (["query", BARN, "--where", "kön=flickor"], "Menade du «kon»"),
        (["query", BARN, "--by", "enhett"], "Menade du «enhet»"),
        (["query", BARN, "--viewer", "chef"], "analytiker"),
        (["query", BARN + "r"], f"Menade du «{BARN}»"),
        (["query", BARN, "Enheten", "för", "barn"], "citattecken"),
        (["rows", "avvikelse_antal"], "Menade du «avvikelser_antal»"),
        (["undo", "20990101"], "finns inte"),
        (["query", BARN, "--version", "2"], "ingen version 2. Välj 1."),
        (["breaks", "add", "utredningr", "2023-01-01", "--orsak", "x"], "Menade du «utredning»"),
        (["breaks", "add", "utredning", "igår", "--orsak", "x"], "«igår» är inte ett datum"),
        (["breaks", "add", "utredning", "2023-01-01", "--orsak", "x", "--del", "Norr"], "kolumn=värde"),
        (["run", "--port", "åtta"], "--port"),
        (["load", __file__, "--profile", "utredning"], "Menade du «utredningar»"),
    ],
)
def test_fel_anvandning_ar_en_svensk_mening_och_status_tva(kor, ord_: list[str], vantat: str):
    status, ut, fel = kor(*ord_)
    assert (status, ut) == (2, "")
    assert vantat in fel
    assert len(fel.splitlines()) == 1
    assert [e for e in ENGELSKA if e in fel] == []


def alla_kommandon(grupp=None, namn: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command as the words that name it, those of groups too."""
    grupp = grupp or typer.main.get_command(app)
    under = getattr(grupp, "commands", {})
    return [namn, *(k for n, kommando in under.items() for k in alla_kommandon(kommando, (*namn, n)))]


def test_hjalpen_ar_svensk_och_utan_ramar(kor):
    engelska = (*ENGELSKA, "Options", "Show this", "required", "<str>", "list[", "<path>", "default")
    kommandon = alla_kommandon()
    assert ("labels", "decide") in kommandon
    for kommando in kommandon:
        status, ut, _ = kor(*kommando, "--help")
        assert status == 0
        assert [(kommando, e) for e in engelska if e in ut] == []
        assert ut.split("\n\n")[1].strip()[0].isupper()


def test_ett_fel_i_programmet_ar_status_tre_utan_sparning(mall, tmp_path):
    """A ledger that is no database: nothing that the user wrote is wrong."""
    mapp = shutil.copytree(mall, tmp_path / "trasig")
    (mapp / "ledger.sqlite").write_text("inte en databas " * 100)
    kommando = [sys.executable, "-m", "kvalitet_metrics", "--data", str(mapp), "uploads"]
    klar = subprocess.run(kommando, cwd=ROT, capture_output=True, text=True, check=False, timeout=120)
    assert klar.returncode == 3
    assert klar.stderr.startswith("Ett fel i programmet (DatabaseError i ledger.py")
    assert len(klar.stderr.splitlines()) == 1


def test_processen_lamnar_samma_status_som_main(mall):
    def status(*ord_: str) -> int:
        kommando = [sys.executable, "-m", "kvalitet_metrics", "--data", str(mall), *ord_]
        return subprocess.run(kommando, cwd=ROT, capture_output=True, check=False, timeout=120).returncode

    assert [status("uploads"), status("load", "finns_inte.csv"), status("frobnicate")] == [0, 1, 2]


def test_en_inlasning_som_drojer_sager_vad_den_gor_medan_den_gor_det(mall, tmp_path):
    rader = [f"S-{i};Barn;K;Norr;2023-01-31;2023-05-31" for i in range(3000)]
    (tmp_path / "stor.csv").write_text(RUBRIK + "\n".join(rader))
    yta = shutil.copytree(mall, tmp_path / "yta")
    kod = f"""
from kvalitet_metrics.cli import loading, main
loading.QUIET_SECONDS = 0
main(["--data", {str(yta)!r}, "load", {str(tmp_path / "stor.csv")!r}, "--json"])
"""
    kommando = [sys.executable, "-c", kod]
    klar = subprocess.run(kommando, cwd=ROT, capture_output=True, text=True, check=False, timeout=120)
    assert klar.returncode == 0
    assert klar.stderr.splitlines()[-2:] == ["Sparar raderna …", "Bygger databasen …"]
    assert json.loads(klar.stdout)[0]["rows_loaded"] == 3000


def test_ctrl_c_ar_en_mening_och_lamnar_ingenting_halvt(mall, tmp_path):
    (tmp_path / "ny.csv").write_text(TVA.replace("U-", "W-"))
    yta = shutil.copytree(mall, tmp_path / "yta")
    kod = f"""
import signal, sys
from kvalitet_metrics.cli import main
sys.addaudithook(lambda vad, _: vad == "os.mkdir" and signal.raise_signal(signal.SIGINT))
main(["--data", {str(yta)!r}, "load", {str(tmp_path / "ny.csv")!r}])
"""
    kommando = [sys.executable, "-c", kod]
    klar = subprocess.run(kommando, cwd=ROT, capture_output=True, text=True, check=False, timeout=120)
    assert (klar.returncode, klar.stdout) == (130, "")
    assert klar.stderr.splitlines()[-1] == "Avbrutet. Ingen halv inläsning har sparats."
    assert len(Workspace(yta).uploads()) == 1
