"""Answers from a small file, remembered for as long as the file is as it was.

A page asks the ledger the same few questions a hundred times. Whether the file has changed is told by what
the file system says of it and of its write-ahead log. A file that changed a moment ago is not trusted: its
clock may be too coarse to tell one change from the next.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

Row = dict[str, Any]
Question = tuple[str, tuple[object, ...]]
Marks = tuple[tuple[int, int, int], ...]

QUIET_SECONDS = 3
"""A file is trusted when nothing has changed it for so long."""
MOST = 256
"""So many questions are remembered of a file."""

_known: dict[Path, tuple[Marks, dict[Question, list[Row]]]] = {}
_lock = Lock()


def rows(path: Path, question: Question, ask: Callable[[], list[Row]]) -> list[Row]:
    """The rows that `ask` gives, or gave while the file was the same; the caller may change them."""
    marks = _marks(path)
    with _lock:
        held = _known.get(path)
        found = held[1].get(question) if held and held[0] == marks else None
    if found is None:
        found = ask()
        if marks and time.time() - max(changed for _, changed, _ in marks) / 1e9 > QUIET_SECONDS:
            _keep(path, marks, question, found)
    return [dict(row) for row in found]


def _keep(path: Path, marks: Marks, question: Question, found: list[Row]) -> None:
    """Remember an answer with what the file was like before it was asked."""
    with _lock:
        held = _known.get(path)
        if held is None or held[0] != marks or len(held[1]) >= MOST:
            held = _known[path] = marks, {}
        held[1][question] = found


def _marks(path: Path) -> Marks:
    """File, moment of the last change and size, of the file and of its log; empty where there is no file."""
    try:
        files = [path.stat()]
    except OSError:
        return ()
    with suppress(OSError):
        log = path.with_name(f"{path.name}-wal").stat()
        files += [log] if log.st_size else []  # every reader makes an empty one
    return tuple((s.st_ino, s.st_mtime_ns, s.st_size) for s in files)
