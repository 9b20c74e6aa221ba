"""Photographs of the pages with the examples, in docs/bild/: `python -m scripts.skarmbilder [picture …]`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from kvalitet_metrics import Workspace
from scripts import chromium
from scripts.server import ROOT, app

PICTURES = ROOT / "docs" / "bild"
ADDRESSES = {
    "oversikt": "",
    "utforska": "utforska?indikator=utredning_barn_inom_fyra_manader&period=kvartal",
    "ladda_upp": "ladda_upp",
}
"""Picture → what stands in the address."""
WINDOW: ViewportSize = {"width": 1366, "height": 900}


def wait(page: Page) -> None:
    """Until everything is drawn and stands still."""
    page.locator("h1").first.wait_for(timeout=60_000)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=60_000)
    page.wait_for_timeout(1500)


def take(names: list[str], workspace: Path) -> None:
    """One PNG per page, as a laptop shows it."""
    with app(workspace) as address, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium.ensure(), args=list(chromium.ARGS))
        tab = browser.new_page(viewport=WINDOW, locale="sv-SE")
        for name in names:
            tab.goto(f"{address}/{ADDRESSES[name]}")
            wait(tab)
            tab.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        Workspace(folder).demo()
        take(sys.argv[1:] or list(ADDRESSES), Path(folder))
