"""The app as its readers meet it: a server of its own with example data, and a Chromium that looks."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kvalitet_metrics.ui.menu import sidor
from scripts import chromium

ROT = Path(__file__).resolve().parents[2]
TID = 30_000
"""So many milliseconds the slowest page may take on the slowest machine."""


@contextmanager
def app(arbetsyta: Path) -> Iterator[str]:
    """The app on a free port with that workspace, from its start to its end; gives its address."""
    with socket.socket() as s:
        s.bind(("localhost", 0))
        port = s.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROT,
        env=os.environ | {"KVALITET_DATA": str(arbetsyta)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    adress = f"http://localhost:{port}"
    try:
        _vanta_pa(f"{adress}/_stcore/health")
        yield adress
    finally:
        process.terminate()
        process.wait(timeout=20)


def _vanta_pa(adress: str) -> None:
    """Return when the address answers, at most half a minute later."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(adress, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"Appen svarar inte på {adress}")


@dataclass
class Lasare:
    """A reader with a browser window: opens pages, and remembers what went wrong and what was fetched."""

    sida: Page
    adress: str
    hamtat: list[str] = field(default_factory=list)

    def ga_till(self, plats: str) -> Page:
        """Open a page by its address and wait until it is drawn."""
        self.sida.goto(f"{self.adress}/{plats}")
        self.ritad()
        return self.sida

    def ritad(self) -> Page:
        """Wait until the page stands still."""
        self.sida.locator("h1").first.wait_for(timeout=TID)
        self.sida.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=TID)
        return self.sida

    def meny(self, titel: str) -> Page:
        """Choose a page in the menu."""
        [grupp] = [s.grupp for s in sidor() if s.titel == titel]
        if grupp:
            self.sida.get_by_test_id("stTopNavSection").filter(has_text=grupp).click()
        self.sida.locator("header a, [role=menuitem]").filter(has_text=titel).first.click()
        self.sida.get_by_role("heading", name=titel, level=1).wait_for(timeout=TID)
        return self.ritad()


@pytest.fixture(scope="session")
def webblasare() -> Iterator[Browser]:
    """One Chromium for all tests."""
    stig = chromium.find()
    assert stig, chromium.HELP
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=stig, args=list(chromium.ARGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def exempelmapp(_exempel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the workspace with the example data that the app may change."""
    return Path(shutil.copytree(_exempel, tmp_path_factory.mktemp("app") / "data"))


@pytest.fixture(scope="session")
def adress(exempelmapp: Path) -> Iterator[str]:
    """The app with the example data, running through the whole session."""
    with app(exempelmapp) as adress:
        yield adress


@pytest.fixture(scope="session")
def starta_app():
    """Starts another app: `with starta_app(workspace) as adress`."""
    return app


@pytest.fixture
def lasare(ny_lasare, adress: str) -> Iterator[Lasare]:
    """A reader on a laptop, new for each test."""
    with ny_lasare(adress) as lasare:
        yield lasare


@pytest.fixture(scope="session")
def ny_lasare(webblasare: Browser):
    """Makes readers, also for other servers: `with ny_lasare(adress) as lasare`.

    Readers of a server share what their browser has fetched, and nothing else is kept in it.
    """

    @cache
    def fonster(adress: str) -> BrowserContext:
        return webblasare.new_context(locale="sv-SE")

    @contextmanager
    def ny(adress: str, bredd: int = 1366, hojd: int = 768) -> Iterator[Lasare]:
        lasare = Lasare(fonster(adress).new_page(), adress)
        lasare.sida.set_viewport_size({"width": bredd, "height": hojd})
        lasare.sida.set_default_timeout(TID)
        lasare.sida.on("request", lambda begaran: lasare.hamtat.append(begaran.url))
        yield lasare
        lasare.sida.close()

    return ny
