"""What one load costs at several sizes: time, and peak memory of the app and of the child that reads.

`python -m bench load --rows N …` runs each size in a process of its own: peak memory is never given back.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from bench import data
from kvalitet_metrics import Workspace


def table(folder: Path, rows: Iterable[int]) -> Iterable[str]:
    """One line per size, as soon as it is known."""
    for count in rows:
        file = data.skriv_xlsx(folder / f"utredningar_{count}.xlsx", count)
        command = [sys.executable, "-m", "bench.cost", str(folder / f"arbetsyta_{count}"), str(file)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = json.loads(answer.splitlines()[-1])
        per_thousand = 1000 * found["seconds"] / count
        yield (
            f"load {count:>9,} × 20 cells: {found['seconds']:.1f} s, {per_thousand:.3f} s per 1,000 rows; "
            f"peak {found['own']:.0f} MB, of the child at most {found['child']:.0f} MB; "
            f"first sign of progress after {found['first']:.2f} s, {found['steps']} steps"
        )


def measure(workspace: str, file: str) -> dict[str, float]:
    """Seconds and megabytes of one load into an empty workspace. POSIX only."""
    import resource

    start = time.perf_counter()
    steps: list[float] = []
    (receipt,) = Workspace(workspace).load(
        [file], forvaltning="Exempelkommunen", progress=lambda step: steps.append(time.perf_counter() - start)
    )
    seconds = time.perf_counter() - start
    if receipt.status != "loaded":
        raise RuntimeError(f"{receipt.status}: {receipt.faults[:3]}")
    own, child = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "seconds": seconds,
        "own": own / 1000,
        "child": child / 1000,
        "first": steps[0],
        "steps": len(steps),
    }


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:3])))
