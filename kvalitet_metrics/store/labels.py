"""Labels that nobody has seen before: what is known, what waits for a decision, what has been decided."""

import sqlite3
from pathlib import Path
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.model import NEDBRYTNINGAR, OkandEtikett
from kvalitet_metrics.store import reading
from kvalitet_metrics.store.build import Rewrite, table_columns
from kvalitet_metrics.store.ledger import Ledger, now
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.versions import Versions

ORGANISATION = ("forvaltning", "avdelning", "enhet", "grupp")
INGA_POSTER = ("inlasning", "riskmatris")
"""Tables that hold no records that a figure is made of."""


def known(folder: Path) -> dict[str, list[str]]:
    """The labels of each organisation column in the database in use."""
    return {kolumn: found for kolumn in ORGANISATION if (found := values(folder, kolumn))}


def values(folder: Path, kolumn: str) -> list[str]:
    """Every value of a breakdown column in the database in use, in no order."""
    con = reading.cursor(folder)
    tables = [t for t, columns in table_columns().items() if kolumn in columns and t not in INGA_POSTER]
    if con is None or not tables:
        return []
    union = " UNION ".join(f"SELECT {kolumn} FROM {t} WHERE {kolumn} IS NOT NULL" for t in tables)
    return [value for (value,) in con.execute(union).fetchall()]


def tables_with(folder: Path, kolumn: str, etiketter: set[str]) -> set[str]:
    """The tables of the database in use that have any of these values in a breakdown column."""
    con = reading.cursor(folder)
    if con is None or kolumn not in NEDBRYTNINGAR:
        return set()
    tables = [t for t, columns in table_columns().items() if kolumn in columns and t not in INGA_POSTER]
    return {
        t
        for t in tables
        if con.execute(f'SELECT 1 FROM {t} WHERE "{kolumn}" IN ? LIMIT 1', [list(etiketter)]).fetchone()
    }


def undecided(ledger: Ledger, okanda: list[OkandEtikett]) -> list[OkandEtikett]:
    """The unknown labels that neither a decision nor the organisation says anything about."""
    decided = {(d["kolumn"], d["etikett"]) for d in ledger.label_decisions()}
    named = {(r.kolumn, r.etikett.lower()) for r in read(ledger).rewrites()}
    return [
        o
        for o in okanda
        if (o.kolumn, o.etikett) not in decided and (o.kolumn, o.etikett.lower()) not in named
    ]


def queue(con: sqlite3.Connection, okanda: list[OkandEtikett], upload_id: str) -> None:
    """Put unknown labels in the queue for decisions; earlier decisions stay."""
    con.executemany(
        """INSERT INTO etikett (kolumn, etikett, forslag, antal, upload_id) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (kolumn, etikett) DO NOTHING""",
        [(o.kolumn, o.etikett, o.forslag, o.antal, upload_id) for o in okanda],
    )


def decide(versions: Versions, kolumn: str, etikett: str, blir: str | None) -> None:
    """Say what a label means (its own name: that it is new); None takes the decision back.

    The figures are built again, for everything that was ever loaded. Raises UsageError for a column or
    a label that does not exist, and for a decision that leads back to its own label.
    """
    if kolumn not in NEDBRYTNINGAR:
        raise UsageError(f"Kolumnen «{kolumn}» finns inte.{menade_du_fras(kolumn, NEDBRYTNINGAR)}")
    in_use = values(versions.folder, kolumn)  # before the lock, which building the database may need
    with versions.lock():
        decided = {(d["kolumn"], d["etikett"]): d["blir"] for d in versions.ledger.label_decisions()}
        check(versions, in_use, decided, kolumn, etikett, blir)
        decided.pop((kolumn, etikett), None)
        if blir is not None:
            decided[kolumn, etikett] = blir
        version = versions.build(
            versions.ledger.uploads("active"), [Rewrite(k, e, b) for (k, e), b in decided.items()]
        )
        versions.use(version, lambda con: remember(con, kolumn, etikett, blir))


def check(
    versions: Versions,
    in_use: list[str],
    decided: dict[tuple[str, str], str],
    kolumn: str,
    etikett: str,
    blir: str | None,
) -> None:
    """Refuse a decision about a label that nobody has seen, or that goes in a circle."""
    if blir is None:
        if (kolumn, etikett) not in decided:
            about = [e for k, e in decided if k == kolumn]
            raise UsageError(f"Inget beslut finns om «{etikett}».{menade_du_fras(etikett, about)}")
        return
    queued = [q["etikett"] for q in versions.ledger.label_queue() if q["kolumn"] == kolumn]
    seen = {*queued, *(e for k, e in decided if k == kolumn), *in_use}
    if etikett not in seen:
        raise UsageError(f"Namnet «{etikett}» finns inte i data.{menade_du_fras(etikett, seen)}")
    step: str | None = blir
    while step is not None and step != etikett:
        following = decided.get((kolumn, step))
        step = following if following != step else None
    if step == etikett and blir != etikett:
        raise UsageError(f"«{blir}» ska redan läsas som «{etikett}». Ta tillbaka det beslutet först.")


def remember(con: sqlite3.Connection, kolumn: str, etikett: str, blir: str | None) -> None:
    """Write one decision and its place in the history; None puts the label back in the queue."""
    moment = now()
    con.execute(
        """INSERT INTO etikett (kolumn, etikett, blir, beslutad) VALUES (?, ?, ?, ?)
           ON CONFLICT (kolumn, etikett) DO UPDATE SET blir = excluded.blir, beslutad = excluded.beslutad""",
        (kolumn, etikett, blir, moment),
    )
    con.execute(
        "UPDATE etikett_beslut SET aterkallad = ? WHERE kolumn = ? AND etikett = ? AND aterkallad IS NULL",
        (moment, kolumn, etikett),
    )
    if blir is not None:
        con.execute(
            "INSERT INTO etikett_beslut (kolumn, etikett, blir, beslutad) VALUES (?, ?, ?, ?)",
            (kolumn, etikett, blir, moment),
        )


def history(ledger: Ledger) -> list[dict[str, Any]]:
    """Every decision that was ever made, oldest first, with when it was made and when it was taken back."""
    return ledger.fetch("SELECT kolumn, etikett, blir, beslutad, aterkallad FROM etikett_beslut ORDER BY nr")
