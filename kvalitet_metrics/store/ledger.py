"""The ledger: which files have been loaded, what was decided about labels, which database is in use.

SQLite with WAL. One transaction here is what makes a load count: until it is committed, every
reader goes on with the last good version.
"""

import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.store import remembered
from kvalitet_metrics.store.storage import kept_in

SCHEMA = """
CREATE TABLE IF NOT EXISTS upload (
    ordning     INTEGER PRIMARY KEY AUTOINCREMENT,
    upload_id   TEXT NOT NULL UNIQUE,
    sha256      TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('active', 'undone', 'set_aside')),
    loaded_at   TEXT NOT NULL,
    ended_at    TEXT,
    example     INTEGER NOT NULL DEFAULT 0,
    receipt     TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS installning (namn TEXT PRIMARY KEY, varde TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS etikett (
    kolumn  TEXT NOT NULL,
    etikett TEXT NOT NULL,
    blir    TEXT,
    beslutad TEXT,
    upload_id TEXT,
    forslag TEXT,
    antal   INTEGER,
    PRIMARY KEY (kolumn, etikett)
);
CREATE TABLE IF NOT EXISTS etikett_beslut (
    nr         INTEGER PRIMARY KEY,
    kolumn     TEXT NOT NULL,
    etikett    TEXT NOT NULL,
    blir       TEXT NOT NULL,
    beslutad   TEXT NOT NULL,
    aterkallad TEXT
);
CREATE TABLE IF NOT EXISTS organisation_enhet (
    nr         INTEGER PRIMARY KEY,
    slag       TEXT NOT NULL,
    namn       TEXT NOT NULL,
    foralder   TEXT,
    fran       TEXT,
    till       TEXT,
    stavningar TEXT NOT NULL,
    UNIQUE (slag, namn)
);
CREATE TABLE IF NOT EXISTS organisation_andring (
    nr      INTEGER PRIMARY KEY,
    andring TEXT NOT NULL,
    slag    TEXT NOT NULL,
    datum   TEXT NOT NULL,
    fore    TEXT NOT NULL,
    efter   TEXT NOT NULL,
    orsak   TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS mote (
    nr        INTEGER PRIMARY KEY AUTOINCREMENT,
    namn      TEXT NOT NULL,
    datum     TEXT NOT NULL,
    status    TEXT NOT NULL CHECK (status IN ('planerat', 'hållet')),
    skapat    TEXT NOT NULL,
    exempel   INTEGER NOT NULL,
    borttaget TEXT
);
CREATE TABLE IF NOT EXISTS mote_bild (
    nr         INTEGER PRIMARY KEY AUTOINCREMENT,
    mote       INTEGER NOT NULL REFERENCES mote (nr),
    ordning    INTEGER NOT NULL,
    indikator  TEXT NOT NULL,
    periodslag TEXT NOT NULL,
    uppdelning TEXT NOT NULL,
    urval      TEXT NOT NULL,
    form       TEXT NOT NULL,
    rubrik     TEXT NOT NULL,
    fran       INTEGER,
    till       INTEGER
);
CREATE TABLE IF NOT EXISTS raknesatt (
    nr         INTEGER PRIMARY KEY AUTOINCREMENT,
    galler     TEXT NOT NULL,
    kolumn     TEXT,
    varde      TEXT,
    datum      TEXT NOT NULL,
    orsak      TEXT NOT NULL,
    av         TEXT NOT NULL,
    exempel    INTEGER NOT NULL,
    inskrivet  TEXT NOT NULL,
    aterkallat TEXT
);
CREATE TABLE IF NOT EXISTS bedomning (
    nr           INTEGER PRIMARY KEY AUTOINCREMENT,
    indikator    TEXT NOT NULL,
    periodslag   TEXT NOT NULL,
    uppdelning   TEXT NOT NULL,
    urval        TEXT NOT NULL,
    galler       TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end   TEXT NOT NULL,
    analys       TEXT NOT NULL,
    bedomning    TEXT NOT NULL,
    av           TEXT NOT NULL,
    skriven      TEXT NOT NULL,
    rader        TEXT NOT NULL,
    databas      TEXT NOT NULL,
    definition   INTEGER NOT NULL,
    exempel      INTEGER NOT NULL,
    inskriven    TEXT NOT NULL,
    aterkallad   TEXT
);
CREATE TABLE IF NOT EXISTS beslutad_atgard (
    nr           INTEGER PRIMARY KEY AUTOINCREMENT,
    indikator    TEXT NOT NULL,
    periodslag   TEXT NOT NULL,
    uppdelning   TEXT NOT NULL,
    urval        TEXT NOT NULL,
    vad          TEXT NOT NULL,
    ansvarig     TEXT NOT NULL,
    klart_senast TEXT NOT NULL,
    beslutad     TEXT NOT NULL,
    fran         TEXT NOT NULL,
    mote         TEXT NOT NULL,
    bedomning    INTEGER REFERENCES bedomning (nr),
    exempel      INTEGER NOT NULL,
    inskriven    TEXT NOT NULL,
    aterkallad   TEXT
);
CREATE TABLE IF NOT EXISTS atgard_handelse (
    nr          INTEGER PRIMARY KEY AUTOINCREMENT,
    atgard      INTEGER NOT NULL REFERENCES beslutad_atgard (nr),
    datum       TEXT NOT NULL,
    status      TEXT,
    uppfoljning TEXT NOT NULL,
    av          TEXT NOT NULL,
    inskriven   TEXT NOT NULL,
    aterkallad  TEXT
);
"""

KEY_BYTES = 32


class Ledger:
    """The workspace's small, transactional memory. Opens and closes a connection per use."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.path = folder / "ledger.sqlite"

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are committed at the end, or rolled back on an error."""
        with kept_in(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            con = sqlite3.connect(self.path, timeout=30)
            try:
                con.execute("PRAGMA journal_mode = WAL")
                con.execute("PRAGMA synchronous = FULL")
                con.executescript(SCHEMA)
                with con:
                    yield con
            finally:
                con.close()

    def fetch(self, sql: str, params: tuple[object, ...] = ()) -> list[dict[str, Any]]:
        """The rows of a question, as dicts; none for a workspace where nothing has been loaded."""
        return remembered.rows(self.path, (sql, params), lambda: self._fetch(sql, params))

    def _fetch(self, sql: str, params: tuple[object, ...]) -> list[dict[str, Any]]:
        """The same, from the file."""
        if not self.path.exists() and not self.folder.is_file():
            return []
        with kept_in(self.folder):
            try:
                return self.ask(str(self.path), sql, params)
            except sqlite3.OperationalError:
                if os.access(self.folder, os.W_OK):
                    raise
                return self.ask(f"{self.path.resolve().as_uri()}?immutable=1", sql, params)

    @staticmethod
    def ask(where: str, sql: str, params: tuple[object, ...]) -> list[dict[str, Any]]:
        """The rows of a question to the file, as dicts; none where the table has not been made yet."""
        con = sqlite3.connect(where, timeout=30, uri=where.startswith("file:"))
        try:
            con.row_factory = sqlite3.Row
            return [dict(row) for row in con.execute(sql, params)]
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):  # killed while the very first ledger was being made
                return []
            raise
        finally:
            con.close()

    def write(self, sql: str, params: tuple[object, ...]) -> int:
        """Run one statement that changes the ledger; the number of the row that it added."""
        with self.open() as con:
            return con.execute(sql, params).lastrowid or 0

    def version(self) -> str:
        """The name of the database version in use; the empty string where there is none."""
        return self.setting("version") or ""

    def versions(self) -> set[str]:
        """The version in use and the one before it, which a reader may be about to open."""
        return {v for name in ("version", "foregaende_version") if (v := self.setting(name))}

    def setting(self, namn: str) -> str | None:
        """One setting, or None."""
        rows = self.fetch("SELECT varde FROM installning WHERE namn = ?", (namn,))
        return rows[0]["varde"] if rows else None

    def uploads(self, status: str | None = None) -> list[dict[str, Any]]:
        """Every load with its receipt, oldest first."""
        rows = self.fetch(
            "SELECT * FROM upload WHERE status = coalesce(?, status) ORDER BY ordning", (status,)
        )
        return [json.loads(row.pop("receipt")) | row for row in rows]

    def upload(self, upload_id: str) -> dict[str, Any]:
        """One load with its receipt. Raises UsageError for an unknown id."""
        uploads = {u["upload_id"]: u for u in self.uploads()}
        if upload_id not in uploads:
            raise UsageError(f"Inläsningen «{upload_id}» finns inte.{menade_du_fras(upload_id, uploads)}")
        return uploads[upload_id]

    def key(self, make: bool = True) -> bytes:
        """The secret for keyed hashes of case numbers: made once, whole, and readable by the owner alone.

        make: False gives a secret that is not kept where none has been made, to look at a file with.
        """
        path = self.folder / "nyckel"
        with kept_in(self.folder):
            if not path.exists() and not make:
                return secrets.token_bytes(KEY_BYTES)
            if not path.exists():
                self.folder.mkdir(parents=True, exist_ok=True)
                with FileLock(self.folder / "nyckel.lock"):
                    if not path.exists():
                        self.make_key(path)
            return path.read_bytes()

    def make_key(self, path: Path) -> None:
        """A new key, complete or not there at all."""
        half = self.folder / ".nyckel.tmp"
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)

    def label_decisions(self) -> list[dict[str, str]]:
        """What has been decided about unknown labels: kolumn, etikett, blir."""
        return self.fetch("SELECT kolumn, etikett, blir FROM etikett WHERE blir IS NOT NULL")

    def label_queue(self) -> list[dict[str, Any]]:
        """Unknown labels that nobody has decided about yet, most frequent first."""
        return self.fetch(
            """SELECT kolumn, etikett, forslag, antal, upload_id FROM etikett
               WHERE blir IS NULL ORDER BY antal DESC"""
        )


def use_version(con: sqlite3.Connection, version: str) -> None:
    """From the end of this transaction on, readers use this version."""
    con.execute(
        """INSERT OR REPLACE INTO installning
           SELECT 'foregaende_version', varde FROM installning WHERE namn = 'version'"""
    )
    con.execute("INSERT OR REPLACE INTO installning VALUES ('version', ?)", (version,))


def now() -> str:
    """The present moment as text, to the second."""
    return datetime.now().isoformat(sep=" ", timespec="seconds")
