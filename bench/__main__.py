"""`python -m bench [load] [query] [page] [sessions] [pages] [disclosure]`: ratios, on data made by code.

`python -m bench load --rows 10000 100000 1000000` shows instead what loading costs at each size.
"""

import argparse
import tempfile
from pathlib import Path

from bench import cost, disclosure, load, page, pages, query, sessions

BENCHMARKS = {
    "load": (load.run, 1 / 6),
    "query": (query.run, 1.2),
    "page": (page.run, 2.0),
    "sessions": (sessions.run, 3.0),
}
"""Name → what is measured, and the ratio to the plain way that is aimed at."""

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, "pages", "disclosure", []])
    parser.add_argument("--rows", nargs="+", type=int, help="sizes of the files to load")
    asked = parser.parse_args()
    if asked.rows:
        with tempfile.TemporaryDirectory() as folder:
            for line in cost.table(Path(folder), asked.rows):
                print(line, flush=True)
    for name in [] if asked.rows else asked.names or [*BENCHMARKS, "pages", "disclosure"]:
        if name == "disclosure":
            with tempfile.TemporaryDirectory() as folder:
                for line in disclosure.run(Path(folder)):
                    print(line, flush=True)
            continue
        if name == "pages":
            with tempfile.TemporaryDirectory() as folder:
                within = pages.run(Path(folder))
            aims = f"{pages.WARM} warm and {pages.COLD} at a first visit"
            print(f"every page: {'within' if within else 'over'} the aims of {aims}", flush=True)
            continue
        run, aim = BENCHMARKS[name]
        with tempfile.TemporaryDirectory() as folder:
            pair = run(Path(folder))
        verdict = "within" if pair.ratio <= aim else "over"
        print(f"{pair.line()}; {verdict} the aim of {aim:.2f}", flush=True)
