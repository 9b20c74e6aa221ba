"""A full disk, a file for a folder, a permission that is missing: said in Swedish, and nothing is lost."""

import errno
import resource
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import StorageFailed
from kvalitet_metrics.store.storage import kept_in, reason
from tests.conftest import ROT
from tests.store.filer import TRE_TILL, TVA, ladda, tal


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    ladda(Workspace(mapp), TVA)
    return mapp


@pytest.mark.parametrize("storsta_fil", [1_000, 100_000], ids=["raderna", "databasen"])
def test_en_full_disk_sags_och_nasta_inlasning_gar_nar_det_finns_plats(mall, tmp_path, storsta_fil: int):
    """No file may grow beyond a size: the same errors as on a full disk, at two steps of the load."""
    mapp = shutil.copytree(mall, tmp_path / "yta")
    (tmp_path / "fil.csv").write_bytes(TRE_TILL[1])
    fore = {p.relative_to(mapp) for p in mapp.rglob("*")}
    klar = subprocess.run(
        [sys.executable, "-m", "kvalitet_metrics", "--data", str(mapp), "load", str(tmp_path / "fil.csv")],
        cwd=ROT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (storsta_fil, storsta_fil)),
    )
    assert klar.returncode == 1, klar.stderr
    assert "är full. Frigör plats och försök igen. Inget har ändrats." in klar.stderr
    kvar = {p.relative_to(mapp) for p in mapp.rglob("*")} - fore
    assert [p for p in kvar if not p.name.startswith("ledger.sqlite-")] == [], "halva filer tar plats"
    yta = Workspace(mapp)
    assert tal(yta) == (1, 2)
    assert ladda(yta, TRE_TILL)[0].status == "loaded"
    assert tal(yta) == (3, 5)


def test_en_fil_i_stallet_for_en_mapp_namns(tmp_path):
    (tmp_path / "yta").write_text("inte en mapp")
    yta = Workspace(tmp_path / "yta")
    for gor in (lambda: ladda(yta, TVA), yta.uploads, lambda: tal(yta), yta.demo):
        with pytest.raises(StorageFailed, match="är en fil"):
            gor()


def test_en_mapp_som_inte_gar_att_skapa_namns(tmp_path):
    (tmp_path / "fil").write_text("")
    with pytest.raises(StorageFailed, match="Kontrollera att disken eller nätverksmappen är ansluten"):
        ladda(Workspace(tmp_path / "fil" / "under"), TVA)


@pytest.mark.parametrize(
    "fel, vantat",
    [
        (PermissionError(errno.EACCES, "Permission denied"), "Kontrollera behörigheten"),
        (OSError(errno.EROFS, "Read-only file system"), "Kontrollera behörigheten"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "Kontrollera behörigheten"),
        (OSError(errno.ENOSPC, "No space left on device"), "är full"),
        (sqlite3.OperationalError("database or disk is full"), "är full"),
        (duckdb.TransactionException("Failed to commit: No space left on device"), "är full"),
        (OSError(errno.EIO, "Input/output error"), "går inte att nå just nu"),
    ],
)
def test_varje_fel_pa_disken_blir_en_mening_om_vad_man_gor(tmp_path, fel: Exception, vantat: str):
    assert vantat in reason(tmp_path, fel)
    with pytest.raises(StorageFailed, match=vantat), kept_in(tmp_path):
        raise fel


def test_ett_fel_i_programmet_ser_ut_som_ett(tmp_path):
    with pytest.raises(duckdb.ParserException), kept_in(tmp_path):
        duckdb.sql("SELEKT 1")
