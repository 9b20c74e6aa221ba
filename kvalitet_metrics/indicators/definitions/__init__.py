"""One file per indicator; the file's name is the indicator's id. A new file is found by itself."""

import importlib
import pkgutil
from dataclasses import replace

from kvalitet_metrics.indicators.definition import Indikator, Kvot


def _load() -> dict[str, Indikator]:
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    found = {
        name: replace(importlib.import_module(f"{__name__}.{name}").INDIKATOR, id=name) for name in names
    }
    found |= {name: ind.bound(found) for name, ind in found.items() if isinstance(ind, Kvot)}
    return dict(
        sorted(found.items(), key=lambda item: [int(p) if p.isdigit() else p for p in item[1].kod.split(".")])
    )


INDIKATORER: dict[str, Indikator] = _load()
"""Indicator id → definition, in the order of their codes."""
