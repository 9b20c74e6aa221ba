"""Two who load at the same moment, and one who reads meanwhile."""

import json
import subprocess
import sys

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import WorkspaceBusy
from kvalitet_metrics.store import versions
from kvalitet_metrics.store.versions import Versions
from tests.conftest import ROT
from tests.store.filer import BARN, TVA


def test_tva_inlasningar_i_samma_ogonblick_kommer_bada_med_och_lasaren_far_alltid_svar(tmp_path):
    klar = subprocess.run(
        [sys.executable, "-m", "tests.store.samtidigt", str(tmp_path), "3"],
        cwd=ROT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert klar.returncode == 0, klar.stderr
    assert json.loads(klar.stdout.splitlines()[-1]) == {"varv": 3, "fel": []}, klar.stderr


def test_den_som_vantar_lange_far_veta_det_och_ingenting_har_andrats(tmp_path, monkeypatch):
    yta = Workspace(tmp_path / "yta")
    monkeypatch.setattr(versions, "WAIT_SECONDS", 0.2)
    with Versions(yta.path).lock(), pytest.raises(WorkspaceBusy, match="En annan inläsning pågår"):
        yta.load([TVA], forvaltning="Förvaltningen")
    assert yta.is_empty
    assert yta.load([TVA], forvaltning="Förvaltningen")[0].status == "loaded"


def test_den_som_laser_far_svar_medan_versionerna_byts_om_och_om_igen(tmp_path):
    """Undo and label decisions build quickly: many versions come and go while another process reads."""
    yta = Workspace(tmp_path / "yta")
    yta.load([TVA], forvaltning="Förvaltningen")
    kod = f"""
from kvalitet_metrics import Workspace
yta = Workspace({str(yta.path)!r})
versioner = set()
while len(versioner) < 6:
    assert yta.answer({BARN!r})[0]["namnare"] == 2
    versioner.add(yta.version)
"""
    lasare = subprocess.Popen([sys.executable, "-c", kod], cwd=ROT, stderr=subprocess.PIPE, text=True)
    varv = 0
    while lasare.poll() is None and varv < 500:
        varv += 1
        yta.decide_label("enhet", "Norr", f"Norr {varv}")
    _, fel = lasare.communicate(timeout=60)
    assert lasare.returncode == 0, fel
    assert yta.values("enhet") == [f"Norr {varv}"]
