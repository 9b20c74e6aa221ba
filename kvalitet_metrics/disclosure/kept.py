"""Solved protections, kept beside the database that they were solved for: solving may take half a minute.

A file per indicator in `skydd/<version>/`, named after the definition and the rule as well, so that a changed
one is solved anew. Nothing but which cells are hidden; where the folder cannot be written, nothing is kept.
"""

import json
import os
import shutil
from contextlib import suppress
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from kvalitet_metrics.disclosure import published
from kvalitet_metrics.disclosure.gate import Regel
from kvalitet_metrics.disclosure.lattice import Cell, Shape
from kvalitet_metrics.disclosure.protection import Protection, lattice_of, regel_for, solved
from kvalitet_metrics.disclosure.published import place_of
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.model import Periodslag, Viewer

FORM = 5
"""Raised when the way of solving changes, so that what was kept is not used."""


def protection(
    folder: Path, version: str, con: duckdb.DuckDBPyConnection, ind: Indikator, regel: Regel
) -> Protection:
    """The protection of an indicator in a version of a workspace, solved once with those of its records."""
    inds = family(ind)
    said = [path.read_bytes() for i in inds if (path := place_of(folder, i.id)).exists()]
    mark = sha256(repr((FORM, inds, regel)).encode() + b"".join(said)).hexdigest()[:16]
    place = folder / "skydd" / version
    if found := remembered(str(place / f"{ind.id}-{mark}.json")):
        return found
    together = solved(con, inds, regel, {i.id: published.read(folder, i.id) for i in inds})
    for id_, one in together.items():
        keep(place / f"{id_}-{mark}.json", one)
    return together[ind.id]


def family(ind: Indikator) -> list[Indikator]:
    """An indicator and the others that count the same records, whose figures can be set against its own.

    One that is not in the catalogue, as a definition with other words, is alone.
    """
    if INDIKATORER.get(ind.id) != ind:
        return [ind]
    regel = regel_for(ind, Viewer.PUBLIK)
    return [
        i for i in INDIKATORER.values() if i.tabell == ind.tabell and regel_for(i, Viewer.PUBLIK) == regel
    ]


def publish(folder: Path, version: str, con: duckdb.DuckDBPyConnection, ind: Indikator, regel: Regel) -> int:
    """Note that a report shows what the public sees of an indicator now; how many cells that is."""
    hidden = protection(folder, version, con, ind, regel)
    counts = lattice_of(con, [ind], regel).counts(ind.id)
    cells = {c: (n, hidden.shape.is_shown(*c.table) and c not in hidden.hidden) for c, n in counts.items()}
    published.write(folder, ind.id, cells)
    return sum(shown for _, shown in cells.values())


@lru_cache(maxsize=256)
def read(path: str, changed: int) -> Protection:
    """A kept protection; changed: when the file was written, so that another one is read again."""
    kept: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    follows = {c: frozenset(of) for c, of in kept["follows"].items()}
    hidden = frozenset((Periodslag(slag), tuple(columns)) for slag, columns in kept["hidden"])
    cells = frozenset(
        Cell(Periodslag(slag), start and date.fromisoformat(start), tuple((c, v) for c, v in labels))
        for slag, start, labels in kept["cells"]
    )
    shape = Shape(tuple(kept["columns"]), follows, tuple(kept["years"]), hidden)
    return Protection(shape, cells)


def remembered(path: str) -> Protection | None:
    """The protection of a file, or None where there is no whole one."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return read(path, os.stat(path).st_mtime_ns)
    return None


def keep(path: Path, protection: Protection) -> None:
    """Write a protection, whole or not at all, and remove those of other versions."""
    shape = protection.shape
    plain = {
        "columns": shape.columns,
        "years": shape.years,
        "follows": {c: sorted(of) for c, of in shape.follows.items()},
        "hidden": sorted(shape.hidden),
        "cells": [
            [cell.slag, cell.start and cell.start.isoformat(), cell.labels] for cell in protection.hidden
        ],
    }
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.tmp")
        half.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        half.replace(path)
        for other in path.parent.parent.iterdir():
            if other != path.parent:
                shutil.rmtree(other, ignore_errors=True)
