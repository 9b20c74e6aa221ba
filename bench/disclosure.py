"""`python -m bench disclosure`: how much of what is harmless the public is not shown, and what it takes.

Small workspaces made by code, of finished investigations over three years in uneven units. Every question is
asked as the analyst, who sees all, and as the public. A harmless figure is one whose numerator, rest and
denominator are none of them from one to four.
"""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import NotShown

SMALLEST = 5
SIZES = ((300, 4), (500, 5), (800, 6))
"""How many investigations, in how many units."""
SEEDS = 3
INDICATORS = ("utredning_barn_inom_fyra_manader", "utredning_vuxna_inom_frist", "utredningstid_dagar")
PERIODS = ("total", "kalenderar", "kvalitetsar", "tertial")
BREAKDOWNS: tuple[tuple[str, ...], ...] = ((), ("kon",), ("enhet",), ("enhet", "kon"))


def run(folder: Path) -> Iterator[str]:
    """A line per workspace as soon as it is known, and one for all."""
    everything: Counter[str] = Counter()
    for count, units in SIZES:
        for seed in range(SEEDS):
            workspace = Workspace(folder / f"{count}_{seed}")
            workspace.load([(f"lista_{seed}.csv", made_file(count, units, seed))], forvaltning="F")
            start = time.process_time()
            found = sum((asked(workspace, id_) for id_ in INDICATORS), Counter())
            seconds = time.process_time() - start
            everything += found
            yield f"{count} investigations in {units} units: {said(found)}; {seconds:.1f} s of work"
    yield f"all: {said(everything)}"


def made_file(count: int, units: int, seed: int) -> bytes:
    """A list of investigations as the case system gives it, always the same for a seed."""
    chance = Random(seed)
    weights = [1 / (n + 1) for n in range(units)]
    lines = ["Ärendenr;Målgrupp;Kön;Enhet;Grupp;Lagrum;Inledd;Avslutad"]
    for number in range(count):
        start = date(2021, 1, 1) + timedelta(days=chance.randrange(1000))
        end = start + timedelta(days=int(chance.triangular(10, 180, 100)))
        words = (
            chance.choice("KM"),
            f"Enhet {chance.choices(range(units), weights)[0] + 1}",
            f"Grupp {chance.choice('12')}",
            chance.choice(("SoL 11:1", "LVU")),
        )
        malgrupp = chance.choices(("Barn", "Vuxna"), (3, 1))[0]
        lines.append(";".join((f"U-{seed}-{number}", malgrupp, *words, f"{start}", f"{end}")))
    return "\n".join(lines).encode()


def asked(workspace: Workspace, id_: str) -> Counter[str]:
    """How many harmless figures are shown, hidden, and refused in questions that are not answered."""
    found: Counter[str] = Counter()
    for period in PERIODS:
        for by in BREAKDOWNS:
            harmless = [
                where(row, period, by) for row in workspace.answer(id_, period, by) if is_harmless(row)
            ]
            try:
                rows = workspace.answer(id_, period, by, viewer="publik")
            except NotShown:
                found["refused"] += len(harmless)
                continue
            seen = {where(row, period, by) for row in rows if not row["dold"]}
            shown = (
                len(harmless) if period == "total" and not by and seen else sum(h in seen for h in harmless)
            )
            found["shown"] += shown
            found["hidden"] += len(harmless) - shown
    return found


def where(row: dict, period: str, by: tuple[str, ...]) -> tuple:
    """Where a row stands in its table; the whole has no period, since the public sees it in whole years."""
    return (period if period == "total" else row["period"], *(row[c] for c in by))


def is_harmless(row: dict) -> bool:
    """True where none of the counts of a row could point out a person."""
    part, whole = row["taljare"], row["namnare"]
    counts = [c for c in (part, whole, None if None in (part, whole) else whole - part) if c is not None]
    return max(counts) >= SMALLEST and not any(0 < c < SMALLEST for c in counts)


def said(found: Counter[str]) -> str:
    """The shares in words."""
    answered = found["shown"] + found["hidden"]
    everything = answered + found["refused"]
    return (
        f"{everything} harmless figures, {found['hidden'] / answered:.0%} of the answered hidden, "
        f"{1 - found['shown'] / everything:.0%} hidden or refused"
    )
