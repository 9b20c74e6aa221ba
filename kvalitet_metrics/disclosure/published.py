"""What has been published of an indicator, so that a later load cannot give away what was hidden then.

A file per indicator in `publicerat/`, written when a report is given out: every cell with its counts and
whether it was shown. The workspace holds the records themselves, so the counts of hidden cells tell nothing
more there. Afterwards two things are hidden besides the small counts: what was hidden and is still nearly
the same, since what was published may give it away now; and what was shown and has changed by so few that
the difference is a small count.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kvalitet_metrics.disclosure.gate import Regel
from kvalitet_metrics.disclosure.lattice import Cell, Counts
from kvalitet_metrics.model import Periodslag


@dataclass(frozen=True)
class Published:
    """cells: what the counts of each cell were, and whether they were shown."""

    cells: Mapping[Cell, tuple[Counts, bool]] = field(default_factory=dict)

    def hides(self, cell: Cell, counts: Counts, regel: Regel) -> bool:
        """True where showing the counts now would tell of a small count, together with what is published."""
        if cell not in self.cells:
            return False
        before, was_shown = self.cells[cell]
        few = all(abs(a - b) < regel.minsta_antal for a, b in zip(before, counts, strict=True))
        return few and not (was_shown and before == counts)

    def must_reach(self, cell: Cell, counts: Counts, place: int, regel: Regel) -> int:
        """How large a count that has changed by few must be able to be, for the change not to be small."""
        before, was_shown = self.cells.get(cell, (counts, False))
        changed = was_shown and 0 < abs(counts[place] - before[place]) < regel.minsta_antal
        return before[place] + regel.minsta_antal if changed else 0


def place_of(folder: Path, id_: str) -> Path:
    """The file of an indicator."""
    return folder / "publicerat" / f"{id_}.json"


def read(folder: Path, id_: str) -> Published:
    """What has been published of an indicator; nothing where no report has been given out."""
    path = place_of(folder, id_)
    if not path.exists():
        return Published()
    found: list[list[Any]] = json.loads(path.read_text(encoding="utf-8"))
    return Published(
        {
            Cell(Periodslag(slag), start and date.fromisoformat(start), tuple((c, v) for c, v in labels)): (
                tuple(counts),
                shown,
            )
            for slag, start, labels, counts, shown in found
        }
    )


def write(folder: Path, id_: str, cells: Mapping[Cell, tuple[Counts, bool]]) -> None:
    """Add what is published now; a cell that was published before is as it is published now."""
    together = {**read(folder, id_).cells, **cells}
    plain = [
        [c.slag, c.start and c.start.isoformat(), c.labels, counts, shown]
        for c, (counts, shown) in together.items()
    ]
    path = place_of(folder, id_)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        half.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        half.replace(path)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
