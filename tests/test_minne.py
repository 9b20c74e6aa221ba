"""Answers that are remembered: never those of another question, and never after the file has changed."""

import os
import time
from pathlib import Path
from threading import Thread

import pytest

from kvalitet_metrics.charts.theme import LJUS, MORK
from kvalitet_metrics.store import remembered
from kvalitet_metrics.store.ledger import Ledger, use_version
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.minne import minns, om_igen, sedd


def test_varje_fraga_far_sitt_eget_svar_och_raknas_en_gang():
    raknade = []

    @minns()
    def svar(plats: str, version: str, vy: Vy, palett: object) -> tuple:
        raknade.append((plats, version, vy, palett))
        return raknade[-1]

    fragor = [
        (plats, version, vy, palett)
        for plats in ("a", "b")
        for version in ("1", "2")
        for vy in (Vy(), Vy(enheter=("Norra",)), Vy(inom=(("kon", "Flicka"),)))
        for palett in (LJUS, MORK)
    ]
    for fraga in fragor * 2:
        assert svar(*fraga) == fraga
    assert raknade == fragor


def test_fel_minns_inte():
    tur = iter([ValueError("trasigt"), None])

    @minns()
    def svar() -> str:
        if fel := next(tur):
            raise fel
        return "svar"

    with pytest.raises(ValueError, match="trasigt"):
        svar()
    assert svar() == "svar"


def test_det_som_inte_fragats_pa_langst_glommes_forst():
    raknade = []
    svar = minns(flest=2)(lambda x: raknade.append(x) or x)
    for x in (1, 2, 1, 3, 1, 2):
        svar(x)
    assert raknade == [1, 2, 3, 2]


def test_tjugofem_som_fragar_samtidigt_vantar_pa_ett_svar():
    raknade = []

    @minns()
    def svar(x: int) -> int:
        time.sleep(0.05)
        raknade.append(x)
        return x

    tradar = [Thread(target=svar, args=(7,)) for _ in range(25)]
    for t in tradar:
        t.start()
    for t in tradar:
        t.join()
    assert raknade == [7]


@pytest.fixture
def liggare(tmp_path: Path) -> Ledger:
    """A ledger with a version, last changed long ago."""
    liggare = Ledger(tmp_path)
    _satt(liggare, "första")
    os.utime(liggare.path, (1, 1))
    return liggare


def _satt(liggare: Ledger, version: str) -> None:
    """Use a version."""
    with liggare.open() as con:
        use_version(con, version)


def test_liggaren_lases_en_gang_tills_den_andras(liggare: Ledger, monkeypatch: pytest.MonkeyPatch):
    assert liggare.version() == "första"
    with monkeypatch.context() as utan_fil:
        utan_fil.setattr(Ledger, "ask", None)
        assert liggare.version() == "första"
    _satt(liggare, "andra")
    assert liggare.version() == "andra"


def test_en_nyss_andrad_liggare_lases_varje_gang(liggare: Ledger):
    """Two changes within one tick of a coarse clock leave the same marks."""
    for version in ("andra", "tredje", "fjärde"):
        _satt(liggare, version)
        nu = time.time()
        os.utime(liggare.path, (nu, nu))
        assert liggare.version() == version


def test_den_som_fragat_far_andra_sitt_svar(liggare: Ledger):
    liggare.fetch("SELECT * FROM installning")[0].clear()
    assert liggare.fetch("SELECT * FROM installning")[0]["varde"] == "första"


def test_en_borttagen_liggare_har_ingen_version(liggare: Ledger):
    assert liggare.version()
    liggare.path.unlink()
    assert liggare.version() == ""
    assert remembered._marks(liggare.path) == ()


def test_det_som_fragats_av_en_version_fragas_igen_av_nasta():
    raknade: list[tuple[str, str, int]] = []

    @minns()
    def kvadrat(plats: str, version: str, x: int) -> int:
        raknade.append((plats, version, x))
        if x < 0:
            raise ValueError("finns inte")
        return x * x

    kvadrat("a", "1", 3)
    kvadrat("b", "1", 4)
    om_igen("a", "1", "2")
    assert raknade == [("a", "1", 3), ("b", "1", 4), ("a", "2", 3)]
    assert kvadrat("a", "2", 3) == 9
    assert len(raknade) == 3, "svaret fanns redan"


def test_en_ny_version_marks_forst_nar_en_sida_har_sett_en_tidigare():
    sedda = []

    @minns()
    def fraga(plats: str, version: str) -> str:
        sedda.append(version)
        return version

    fraga("ny", "1")
    for version in ("1", "1", "2"):
        sedd("ny", version)
    for _ in range(200):
        if len(sedda) == 2:
            break
        time.sleep(0.01)
    assert sedda == ["1", "2"]
