"""The command: what it prints, what it leaves as exit status, and the page that shows the same."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kvalitet_metrics import Workspace
from kvalitet_metrics.cli import main
from tests.reconcile.tabeller import rader, som_csv

TABELL = "enhet | kategori | value\nNorr | | 4\nSöder | | 3\n | Totalt | {summa}"


@pytest.fixture
def kor(tmp_path: Path, capsys):
    def kor_(summa: int, *ord_: str) -> tuple[int, str, str]:
        (tmp_path / "tal.csv").write_bytes(som_csv(rader(TABELL.format(summa=summa))))
        with pytest.raises(SystemExit) as slut:
            main(["--data", str(tmp_path / "yta"), "reconcile", str(tmp_path / "tal.csv"), *ord_])
        return slut.value.code or 0, *capsys.readouterr()

    return kor_


def test_det_som_stammer_ger_noll(kor):
    assert kor(7)[:2] == (0, "1\u00a0kontroll, varav 0 fynd\n")


def test_det_som_inte_stammer_ger_ett_och_sager_var(kor):
    status, ut, _ = kor(8)
    forsta, _, klass, plats, text = ut.rstrip().split("\n")
    assert (status, forsta) == (1, "1\u00a0kontroll, varav 1 fynd")
    assert klass == "E  Räknefel i en tabell eller mening (1)"
    assert plats.strip() == "Tabell 1, Totalt, 2023 (T-03, T-01, T-02)"
    assert text.strip().endswith("Skillnaden är +1. Det stämmer om summan är 7.")


def test_json_har_kontraktets_nycklar(kor):
    status, ut, _ = kor(8, "--json")
    svar = json.loads(ut)
    assert (status, svar["kontroller"]) == (1, 1)
    (fynd,) = svar["fynd"]
    assert fynd.keys() == {"regel", "klass", "plats", "publicerat", "beraknat", "skillnad", "text"}
    assert (fynd["publicerat"], fynd["beraknat"], fynd["skillnad"]) == (8, 7, 1)


def test_en_deklaration_pa_kommandoraden_galler(kor):
    assert kor(8, "--additivitet", "avvikelse=utdrag")[0] == 0
    assert kor(8, "--additivitet", "avvikelse=ibland")[0] == 2


def test_fel_slags_fil_nekas_med_de_kolumner_som_saknas(tmp_path: Path, capsys):
    (tmp_path / "lista.csv").write_text("table;value\nTabell 1;3\n")
    with pytest.raises(SystemExit) as slut:
        main(["reconcile", str(tmp_path / "lista.csv")])
    assert slut.value.code == 1
    assert "figure_id, indicator" in capsys.readouterr().err


def sida() -> None:
    from kvalitet_metrics.ui import reconcile

    reconcile.visa(reconcile.inlast())


def test_sidan_visar_fynden_med_vad_som_skulle_stamma(exempel_workspace: Workspace, monkeypatch):
    monkeypatch.setenv("KVALITET_DATA", str(exempel_workspace.path))
    app = AppTest.from_function(sida).run(timeout=60)
    assert not app.exception
    assert "12\u00a0saker stämmer inte" in app.markdown[0].value
    tabeller = "".join(h.proto.body for h in app.get("html"))
    assert "Planerade egenkontroller har inget resultat" in tabeller
    assert len(app.get("download_button")) == 1


def test_arbetsboken_har_ett_fynd_per_rad(exempel_workspace: Workspace):
    from io import BytesIO

    import openpyxl

    from kvalitet_metrics.ui.reconcile import bok

    svar = exempel_workspace.reconcile()
    blad = openpyxl.load_workbook(BytesIO(bok(svar)))["Tabell"]
    assert blad.max_row == 1 + len(svar["fynd"]) + len(svar["noteringar"])
    assert {r[3].value for r in blad.iter_rows(min_row=2)} >= {22, None}


def test_sidan_sager_vad_man_gor_nar_inget_ar_inlast():
    app = AppTest.from_function(sida).run(timeout=60)
    assert "Läs in en fil" in app.markdown[0].value
