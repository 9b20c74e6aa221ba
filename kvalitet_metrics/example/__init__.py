"""Example exports: real spreadsheet files whose records add up to what three published reports say.

    from kvalitet_metrics.example import write_all
    for exempel in write_all(Path("exempel")):
        print(exempel.path, exempel.forvaltning, exempel.avdelning)

One module per export type. The published figures stand in each module as small drawn tables, with
the report and table they come from; everything that a report leaves open (days, ages, the mix of
kön) is drawn from a generator seeded with the file's name. The same call gives the same bytes.
No file holds an identity number, a name or initials: those columns are there, empty or with codes.
"""

import importlib
import pkgutil
from pathlib import Path

from kvalitet_metrics.example import _skrivet as skrivet
from kvalitet_metrics.example._brott import BROTT
from kvalitet_metrics.example._sheet import ExampleFile

__all__ = ["BROTT", "ExampleFile", "skrivet", "write_all"]

EXPORT_TYPES = tuple(
    importlib.import_module(f"{__name__}.{m.name}")
    for m in pkgutil.iter_modules(__path__)
    if not m.name.startswith("_")
)
"""Every module of this folder that writes exports, by name; a new one is found by itself."""


def write_all(folder: Path) -> list[ExampleFile]:
    """Write every example export into `folder` (made if it is missing) and say whose each one is."""
    folder.mkdir(parents=True, exist_ok=True)
    return [fil for export_type in EXPORT_TYPES for fil in export_type.write(folder)]
