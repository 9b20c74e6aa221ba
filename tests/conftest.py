"""What all tests share: drawn tables, a workspace of one's own, and one with the examples loaded."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from filelock import FileLock

import kvalitet_metrics as km

ROT = Path(__file__).resolve().parent.parent


def rutor(text: str) -> list[dict[str, str | None]]:
    """A drawn table as rows: the first line names the columns, `|` separates them, an empty cell is None."""
    rader = [
        [ruta.strip() or None for ruta in rad.split("|")] for rad in text.splitlines() if rad.strip(" |")
    ]
    return [dict(zip(rader[0], rad, strict=True)) for rad in rader[1:]]


LANGSAMMA = ("tests/store/test_krasch.py", "tests/browser/")
"""Files that take long: begun first, so that no worker sits with one alone at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow files first; all else keeps its order."""
    items.sort(key=lambda item: not item.nodeid.startswith(LANGSAMMA))


def _vakta_arbetsytan(handelse: str, argument: tuple) -> None:
    """Stops whatever opens or changes something in the repository's own data/ during a test."""
    if handelse in {"open", "sqlite3.connect", "os.mkdir", "os.rename", "os.remove"}:
        plats = argument[0]
        if (
            isinstance(plats, str)
            and plats.startswith(f"{ROT / 'data'}{os.sep}")
            and not plats.endswith(".md")
        ):
            raise AssertionError(f"Ett test rör den riktiga arbetsytan ({plats}); ge Workspace en egen mapp.")


sys.addaudithook(_vakta_arbetsytan)


@pytest.fixture(autouse=True)
def egen_arbetsyta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that `Workspace()` without a path uses in this test: new, and never the repository's."""
    mapp = tmp_path / "arbetsyta"
    monkeypatch.setenv("KVALITET_DATA", str(mapp))
    return mapp


@pytest.fixture(scope="session")
def _exempel(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with the examples loaded, made once however many workers share the run."""
    bas = tmp_path_factory.getbasetemp()
    mapp = (bas if worker_id == "master" else bas.parent) / "exempel"
    with FileLock(f"{mapp}.lock"):
        if not mapp.exists():
            km.Workspace(f"{mapp}.ny").demo()
            Path(f"{mapp}.ny").rename(mapp)
    return mapp


@pytest.fixture(scope="session")
def exempel_workspace(_exempel: Path) -> "km.Workspace":
    """A workspace with the examples loaded, shared by all tests: read it, never load or undo in it."""
    return km.Workspace(_exempel)


@pytest.fixture
def egen_exempel_workspace(_exempel: Path, tmp_path: Path) -> "km.Workspace":
    """A copy of the workspace with the examples, for tests that load, undo or otherwise change it."""
    return km.Workspace(shutil.copytree(_exempel, tmp_path / "exempel"))
