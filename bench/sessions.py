"""Twenty-five readers at once against one alone: the slowest twentieth of the reruns of many pages.

Every reader goes through the topic pages in an order of its own and looks at each for a while, as people do.
"""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from bench.page import rerun, session
from bench.pairs import Pair
from kvalitet_metrics import Workspace
from kvalitet_metrics.ui.menu import sidor
from scripts.server import app

SESSIONS = 25
VISITS = 8
LOOKS_SECONDS = (2.0, 8.0)
"""So long a reader looks at a page: any time between."""


def reader(address: str, seed: int, looks: tuple[float, float]) -> list[float]:
    """Seconds of each rerun of one reader."""
    draw = Random(seed)
    pages = [s.fil.stem for s in sidor() if s.grupp == "Områden"]
    took = []
    with session(address) as socket:
        rerun(socket)
        for _ in range(VISITS):
            time.sleep(draw.uniform(*looks))
            start = time.perf_counter()
            rerun(socket, draw.choice(pages))
            took.append(time.perf_counter() - start)
    return took


def slowest(took: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(took, n=20)[-1]


def run(folder: Path) -> Pair:
    """The 95th percentile with all readers against that of one, when every page has been seen before."""
    Workspace(folder).demo()
    with app(folder) as address:
        with session(address) as first:
            for s in sidor()[1:]:
                rerun(first, s.fil.stem)
        alone = [t for seed in range(3) for t in reader(address, seed, (0.1, 0.3))]
        with ThreadPoolExecutor(SESSIONS) as pool:
            many = list(pool.map(lambda seed: reader(address, seed, LOOKS_SECONDS), range(SESSIONS)))
    together = [t for took in many for t in took]
    return Pair(f"{SESSIONS} sessions, 95th percentile", slowest(together), slowest(alone), len(together))
