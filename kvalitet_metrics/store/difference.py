"""What a new export says that the last one of the same kind did not: new, changed and gone records.

Records are known by their key. Those that lie outside the days that the new file covers are not gone,
they are only not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from kvalitet_metrics.engine import connect
from kvalitet_metrics.ingest.keys import Names
from kvalitet_metrics.ingest.profile import ExportProfil
from kvalitet_metrics.ingest.read import Inlasning
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.store.build import HASHES
from kvalitet_metrics.text import antal, datum, tal, tal_kort

MOST_EXAMPLES = 200
PROVENANCE = ("upload_id", "blad", "rad", "kolumn", *HASHES, "uttagen")
NEVER_SHOWN = "(visas inte)"
TABELLORD = {
    "avvikelse": ("avvikelse", "avvikelser"),
    "enkatsvar": ("svar", "svar"),
    "forhandsbedomning": ("förhandsbedömning", "förhandsbedömningar"),
    "matvarde": ("värde", "värden"),
    "synpunkt": ("uppgift", "uppgifter"),
    "utredning": ("ärende", "ärenden"),
}
"""What a reader calls the records of a table, one and several; else «post»."""


@dataclass(frozen=True)
class Skillnad:
    """One record that differs: slag is ny, ändrad or saknas; the place is in `fil`."""

    slag: str
    fil: str
    blad: str
    rad: int
    kolumn: str | None
    enhet: str | None
    datum: dict[str, str]
    andringar: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Jamforelse:
    """The new file against an earlier load. The period is the days that both cover.

    utelamnade: rows with faults in the new file, which are not compared and may be among the gone.
    """

    upload_id: str
    fil: str
    inlast: str
    period_start: date | None
    period_end: date | None
    tabell: str
    nya: int
    andrade: int
    saknas: int
    oforandrade: int
    utelamnade: int = 0
    exempel: list[Skillnad] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The comparison in words; what is gone comes first, since somebody may have to look into it."""
        ett, flera = TABELLORD.get(self.tabell, ("post", "poster"))
        forra = f"förra exporten ({self.fil}, inläst {self.inlast[:10]})"
        counts = f"{tal(self.nya)} nya, {tal(self.andrade)} ändrade, {tal(self.oforandrade)} oförändrade"
        if not self.saknas:
            return f"Jämfört med {forra}: {counts}. Inget saknas."
        rader = antal(self.utelamnade, "rad", "rader")
        but = f" {rader} med fel är inte jämförda och kan vara bland dem." if self.utelamnade else ""
        return f"{antal(self.saknas, ett, flera)} saknas som fanns i {forra}.{but} I övrigt {counts}."

    def to_dict(self, examples: bool = True) -> dict[str, Any]:
        """As JSON writes it."""
        plain = self.__dict__ | {"text": self.text}
        for end in ("period_start", "period_end"):
            plain[end] = plain[end] and plain[end].isoformat()
        plain["exempel"] = [e.__dict__ for e in self.exempel] if examples else []
        return plain


def earlier_load(
    uploads: list[dict[str, Any]],
    profile: str,
    whose: tuple[str | None, str | None],
    period: tuple[date, date] | None,
    names: Names,
) -> dict[str, Any] | None:
    """The latest of the loads that is of the same kind and organisation and shares days with the period.

    whose: förvaltning and avdelning, under any of the names that they have.
    """
    for u in reversed(uploads):
        same = u["profile"] == profile and all(
            one_name(theirs, names.get(kolumn, {})) == one_name(ours, names.get(kolumn, {}))
            for kolumn, ours, theirs in zip(
                ("forvaltning", "avdelning"), whose, (u["forvaltning"], u["avdelning"]), strict=True
            )
        )
        if same and (period is None or shared(u, period)):
            return u
    return None


def one_name(name: str | None, names: Mapping[str, str]) -> str | None:
    """The name that a unit has now, where it has several."""
    return name and names.get(name.lower(), name)


def shared(upload: dict[str, Any], period: tuple[date, date]) -> tuple[date, date] | None:
    """The days that a load and a period share, or None."""
    if not upload["period_start"] or not upload["period_end"]:
        return None
    start = max(period[0], date.fromisoformat(upload["period_start"]))
    last = min(period[1], date.fromisoformat(upload["period_end"]))
    return (start, last) if start <= last else None


def compare(inlasning: Inlasning, earlier: dict[str, Any], folder: Path) -> Jamforelse:
    """The rows of a file against those of an earlier load, whose Parquet files lie in `folder`."""
    profil = inlasning.profil
    assert profil is not None, "only a file that was recognised has rows to compare"
    both = shared(earlier, inlasning.period) if inlasning.period else None
    with connect() as con:
        columns = join_both(con, inlasning.tabeller[profil.tabell], folder / f"{profil.tabell}.parquet")
        inside, params = within(profil, columns, inlasning.period)
        changed = " OR ".join(f'n."{c}" IS DISTINCT FROM f."{c}"' for c in columns) or "FALSE"
        con.execute(
            f"""CREATE TEMP TABLE utfall AS
                SELECT n, f, CASE WHEN f.nyckel IS NULL THEN 'ny'
                                  WHEN n.nyckel IS NOT NULL AND ({changed}) THEN 'ändrad'
                                  WHEN n.nyckel IS NOT NULL THEN 'lika'
                                  WHEN {inside} THEN 'saknas' ELSE 'utanför' END AS slag
                FROM nya n FULL JOIN forra f ON n.nyckel = f.nyckel""",
            params,
        )
        counts = dict(con.execute("SELECT slag, count(*) FROM utfall GROUP BY slag").fetchall())
        examples = [
            example
            for slag in ("saknas", "ändrad", "ny")
            for example in examples_of(con, slag, profil, columns, (inlasning.filnamn, earlier["file"]))
        ]
    return Jamforelse(
        upload_id=earlier["upload_id"],
        fil=earlier["file"],
        inlast=earlier["loaded_at"],
        period_start=both[0] if both else None,
        period_end=both[1] if both else None,
        tabell=profil.tabell,
        nya=counts.get("ny", 0),
        andrade=counts.get("ändrad", 0),
        saknas=counts.get("saknas", 0),
        oforandrade=counts.get("lika", 0),
        utelamnade=inlasning.rows_skipped,
        exempel=examples[:MOST_EXAMPLES],
    )


def join_both(con: duckdb.DuckDBPyConnection, rows: pa.Table, parquet: Path) -> dict[str, str]:
    """Tables `nya` and `forra`; the columns that both have, without provenance, with their types."""
    con.register("nya", rows)
    con.execute("CREATE TEMP TABLE forra AS SELECT * FROM read_parquet(?)", [str(parquet)])
    old = dict(con.execute("SELECT column_name, column_type FROM (DESCRIBE forra)").fetchall())
    return {c: old[c] for c in rows.column_names if c in old and c not in PROVENANCE}


def within(
    profil: ExportProfil, columns: dict[str, str], period: tuple[date, date] | None
) -> tuple[str, list[date]]:
    """The SQL condition that an earlier record lies within the new file's period, with its parameters.

    A record without a date (a case that was open) could lie anywhere, so it counts as within.
    """
    start, end = profil.datum
    if period is None or start not in columns or end not in columns:
        return "TRUE", []
    return f'coalesce(f."{start}" >= ? AND f."{end}" <= ?, TRUE)', [*period]


def examples_of(
    con: duckdb.DuckDBPyConnection,
    slag: str,
    profil: ExportProfil,
    columns: dict[str, str],
    filer: tuple[str, str],
) -> list[Skillnad]:
    """The first records of one kind of difference; filer: the new file's name and the earlier one's."""
    found = con.execute(
        f"""SELECT n, f FROM utfall WHERE slag = ?
            ORDER BY coalesce(n.blad, f.blad), coalesce(n.rad, f.rad) LIMIT {MOST_EXAMPLES}""",
        [slag],
    ).fetchall()
    dates = [c for c, sqltyp in columns.items() if sqltyp == "DATE"]
    examples = []
    for new, old in found:
        here = old if slag == "saknas" else new
        examples.append(
            Skillnad(
                slag,
                filer[slag == "saknas"],
                here["blad"],
                here["rad"],
                here["kolumn"],
                here.get("enhet"),
                {heading(profil, c): datum(here[c]) for c in dates if here[c]},
                changes(new, old, profil, columns) if slag == "ändrad" else [],
            )
        )
    return examples


def changes(
    new: dict[str, Any], old: dict[str, Any], profil: ExportProfil, columns: dict[str, str]
) -> list[dict[str, str]]:
    """Which columns of one record changed, from what to what; text that could be free is never shown."""
    return [
        {
            "kolumn": NEDBRYTNINGAR.get(c) or heading(profil, c),
            "fran": shown(c, old[c]),
            "till": shown(c, new[c]),
        }
        for c in columns
        if new[c] != old[c]
    ]


def heading(profil: ExportProfil, column: str) -> str:
    """What the export calls a column, else its own name."""
    kolumn = profil.kolumner.get(column)
    return kolumn.rubriker[0] if kolumn and kolumn.rubriker else column


def shown(column: str, value: object) -> str:
    """A value in words, for columns whose text is a label that figures are broken down by."""
    if value is None:
        return "tomt"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return datum(value)
    if isinstance(value, int | float):
        return tal_kort(value, 4)
    return str(value) if column in NEDBRYTNINGAR and column != "svar" else NEVER_SHOWN
