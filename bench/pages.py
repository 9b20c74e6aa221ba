"""Every page in Chromium with 1,000,000 investigations, against a bare page with as many charts and tables.

Measured from the click to the last change of the page after which the script is done and nothing moves: of a
first visit since the server started, of later visits, and of a change of the choice of period. The two apps
are asked by turns in two windows of one browser; for a first visit both are new and have fetched nothing.
"""

import os
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from bench import data
from bench.page import BARE
from kvalitet_metrics import Workspace
from kvalitet_metrics.example import write_all
from kvalitet_metrics.model import FileContext
from kvalitet_metrics.store.files import Fil
from kvalitet_metrics.store.loading import Loader
from kvalitet_metrics.ui.menu import Sida, sidor
from scripts import chromium
from scripts.server import app

ROWS = 1_000_000
WARM, COLD = 1.2, 2.0
"""So many times the time of the bare page are aimed at."""
PERIODS = ("Tertial", "Kalenderår")
WATCH = """
    window.changed = performance.now();
    new MutationObserver(() => { window.changed = performance.now(); })
        .observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
"""
CLICK = "(node) => { window.clicked = performance.now(); window.changed = window.clicked; node.click(); }"
STILL = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const drawn = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .every((chart) => chart.querySelector('.main-svg'));
    return app?.dataset.testScriptState === 'notRunning' && drawn && window.changed > window.clicked
        && performance.now() - window.changed > 400 && !document.querySelector('[data-stale="true"]');
}"""
CONTENT = """() => [
    document.querySelectorAll('.js-plotly-plot, [data-testid="stMain"] td img').length,
    document.querySelectorAll('[data-testid="stMain"] table').length,
]"""


class Row(NamedTuple):
    """Ratios of one page: a first visit, later visits, a change of period (None where it has no choice)."""

    name: str
    charts: int
    tables: int
    first: float
    visit: float
    change: float | None
    seconds: float

    def line(self) -> str:
        """One line for the terminal."""
        change = "    –" if self.change is None else f"{self.change:5.2f}"
        return (
            f"{self.name:16} {self.charts:3} charts {self.tables:3} tables   first {self.first:5.2f}   "
            f"visit {self.visit:5.2f}   change {change}   ({self.seconds:.2f} s a visit)"
        )


def workspace(folder: Path) -> Workspace:
    """The investigations of the benchmark beside the example exports of every other kind."""
    made = Workspace(folder / "arbetsyta")
    many = data.skriv_csv(folder / "utredningar.csv", ROWS)
    examples = [
        Fil(e.path.name, e.path.read_bytes(), FileContext(e.forvaltning, e.avdelning))
        for e in write_all(folder / "exempel")
    ]
    refused = [k for k in Loader(made.path).load([Fil(many.name, many.read_bytes()), *examples]) if k.faults]
    if refused:
        raise RuntimeError(f"{refused[0].file}: {refused[0].faults[:3]}")
    return made


class Reader:
    """A window on one of the two apps."""

    def __init__(self, browser: Browser, address: str, at: str = ""):
        """at: the title of the page that the address leads to."""
        self.page: Page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
        self.at = at
        self.page.set_default_timeout(120_000)
        self.page.add_init_script(f"window.addEventListener('DOMContentLoaded', () => {{ {WATCH} }});")
        self.page.goto(address)
        self.page.locator("h1").first.wait_for()
        self.page.evaluate("window.clicked = 0")
        self.page.wait_for_function(STILL)

    def timed(self, act: Callable[[], None]) -> float:
        """Seconds from the click within `act` to the last change."""
        act()
        self.page.wait_for_function(STILL)
        return float(self.page.evaluate("window.changed - window.clicked")) / 1000

    def visit(self, title: str, group: str = "") -> float:
        """Go to a page by the menu; no time at all where the reader is there."""
        if title == self.at:
            return 0
        self.at = title
        if group:
            self.page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
        link = self.page.locator("header a, [role=menuitem]").filter(has_text=title).first
        link.wait_for()
        return self.timed(lambda: link.evaluate(CLICK))

    def change(self, to: str) -> float | None:
        """Choose another kind of period; None where the page has no such choice."""
        box = self.page.get_by_role("combobox", name="Period", exact=False)
        if not box.count():
            return None
        box.first.click()
        option = self.page.get_by_role("option", name=to, exact=True)
        option.wait_for()
        return self.timed(lambda: option.evaluate(CLICK))

    def close(self) -> None:
        """Close the window."""
        self.page.context.close()

    def content(self) -> tuple[int, int]:
        """How many charts and tables are drawn."""
        charts, tables = self.page.evaluate(CONTENT)
        return charts, tables


@contextmanager
def chromium_open() -> Iterator[Browser]:
    """The browser of the benchmark."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.ensure(), args=list(chromium.ARGS))
        yield browser
        browser.close()


def rows(place: Path, runs: int, only: tuple[str, ...] = ()) -> Iterator[Row]:
    """The ratios of every page, in the order of the menu."""
    pages = [s for s in sidor() if not only or s.fil.stem in only]
    start, elsewhere = sidor()[0], sidor()[-1]
    with chromium_open() as browser, app(place) as address:
        reader = Reader(browser, address)
        first, mixes = {}, {}
        reader.visit(elsewhere.titel, elsewhere.grupp)
        for s in pages:
            new = Reader(browser, f"{address}/{(start if s is elsewhere else elsewhere).fil.stem}")
            first[s] = new.visit(s.titel, s.grupp)
            mixes[s] = "{}x{}".format(*new.content())
            new.close()
        os.environ["BARE"] = " ".join(dict.fromkeys(mixes.values()))
        with app(place, BARE) as bare_address:
            plain = Reader(browser, bare_address, "Start")
            for s in pages:
                home = elsewhere if s is start else start
                new = Reader(browser, bare_address)
                once = new.visit(mixes[s])
                new.close()
                yield _page(reader, plain, s, home, mixes[s], first[s], once, runs)


def _page(
    reader: Reader, plain: Reader, s: Sida, home: Sida, mix: str, first: float, once: float, runs: int
) -> Row:
    """The ratios of one page; `first` and `once` are the first visits to it and to the bare page."""
    ours: list[float] = []
    bare: list[float] = []
    our_change: list[float] = []
    bare_change: list[float] = []
    for nr in range(runs):
        reader.visit(home.titel, home.grupp)
        ours.append(reader.visit(s.titel, s.grupp))
        plain.visit("Start")
        bare.append(plain.visit(mix))
        for to in PERIODS:
            mine, theirs = reader.change(to), plain.change(to)
            if nr and mine is not None and theirs is not None:  # the first time counts as cold
                our_change.append(mine)
                bare_change.append(theirs)
    middle = statistics.median
    charts, tables = map(int, mix.split("x"))
    return Row(
        s.fil.stem,
        charts,
        tables,
        first / once,
        middle(ours) / middle(bare),
        middle(our_change) / middle(bare_change) if our_change else None,
        middle(ours),
    )


def run(folder: Path, runs: int = 5) -> bool:
    """Print the ratios of every page, and whether all are within what is aimed at."""
    within = True
    for row in rows(workspace(folder).path, runs):
        print(row.line(), flush=True)
        within &= row.first <= COLD and max(row.visit, row.change or 0) <= WARM
    return within
