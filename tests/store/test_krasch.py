"""A power cut at any step of a load or an undo: the figures are those before or those after, whole.

Each is killed at some of its steps, first and last included, spread over all of them. The driver takes
0 for every step and `random` for any moment: `python -m tests.store.krasch FOLDER load 0`.
"""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROT


def kor(mapp, handling: str, antal: int) -> dict:
    klar = subprocess.run(
        [sys.executable, "-m", "tests.store.krasch", str(mapp), handling, str(antal)],
        cwd=ROT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert klar.returncode == 0, klar.stderr
    utfall = json.loads(klar.stdout.splitlines()[-1])
    assert utfall["fel"] == [], klar.stderr
    return utfall


@pytest.mark.parametrize("handling, antal", [("first", 6), ("load", 15), ("undo", 6)])
def test_efter_ett_avbrott_svarar_en_hel_version_och_nasta_inlasning_stadar(
    tmp_path, handling: str, antal: int
):
    utfall = kor(tmp_path, handling, antal)
    assert utfall["steg"] > 30
    assert len(utfall["dodade"]) >= (antal or utfall["steg"]) - 2, "provet dödar inte processen där det ska"


def test_en_hel_inlasning_far_dodas_nar_som_helst(tmp_path):
    assert kor(tmp_path, "random", 3)["dodade"] > 0
