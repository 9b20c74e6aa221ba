"""One file per rule. A new file is found by itself: it has check(), for published tables, or "
"check_loaded()."""

import importlib
import pkgutil
from types import ModuleType


def _load() -> dict[str, ModuleType]:
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


REGELFILER: dict[str, ModuleType] = _load()
"""File name → module, in the order of the rules."""
