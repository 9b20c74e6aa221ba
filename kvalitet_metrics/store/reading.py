"""Readers of the database in use. One open, read-only connection per workspace; a cursor per question."""

from pathlib import Path
from threading import Lock

import duckdb

from kvalitet_metrics.engine import connect
from kvalitet_metrics.store.ledger import Ledger
from kvalitet_metrics.store.storage import kept_in
from kvalitet_metrics.store.versions import Versions, is_current

_open: dict[Path, tuple[str, duckdb.DuckDBPyConnection]] = {}
_lock = Lock()


def cursor(folder: Path) -> duckdb.DuckDBPyConnection | None:
    """A cursor on the version in use; None for a workspace where nothing has been loaded.

    When a new version has been committed, the connection to the old one is let go: it closes when
    the last cursor on it does. A version that is missing, or that another release of the
    program built, is built again from the uploads.
    """
    folder = folder.resolve()
    version = Ledger(folder).version()
    if not version:
        return None
    path = folder / f"kvalitet-{version}.duckdb"
    if is_current(version):
        with _lock:
            held = _open.get(folder)
            if held is not None and held[0] == version:
                return held[1].cursor()
            try:
                con = connect(path, read_only=True)
            except duckdb.IOException:
                if path.exists() and Ledger(folder).version() == version:
                    with kept_in(folder):
                        raise
            else:
                _open[folder] = version, con
                return con.cursor()
    if Ledger(folder).version() == version:  # else loads have replaced it since its name was read
        Versions(folder).renew()
    return cursor(folder)
