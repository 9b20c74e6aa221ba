"""The response rate of a survey: how many it was sent to, beside how many answers came in.

The number of those who got the survey stands above the code sheet («Antal utskick: 346»), once for all
answers. It is no part of any answer, so it becomes a reported value with both its parts.
"""

import re
from collections.abc import Iterable

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest.keys import Names, with_keys
from kvalitet_metrics.ingest.periods import slag_of
from kvalitet_metrics.ingest.profile import ExportProfil

SENT = ("antal utskick", "utskick", "antal mottagare", "mottagare", "antal utskickade")
"""What the code sheet calls the number of those who got the survey."""

VARDE = ExportProfil(
    namn="Svarsfrekvens",
    kallsystem="Enkätverktygets uppgift om antal utskick",
    tabell="matvarde",
    kolumner={},
    berakna=dict.fromkeys(("kalla", "kategori", "underkategori", "jamforelse", "period_start"), ""),
    nyckel=("avdelning", "kalla", "kategori", "underkategori", "jamforelse", "period_start"),
    datum=("period_start", "period_end"),
    exempel="",
    vantat="",
)
"""What tells one response rate from another."""


def response_rate(
    con: duckdb.DuckDBPyConnection,
    answers: pa.Table,
    facts: Iterable[tuple[str, str]],
    key: bytes,
    names: Names,
) -> tuple[dict[str, pa.Table], list[str]]:
    """The table `matvarde` with the response rate, if the survey says how many it was sent to; warnings.

    answers: the survey's rows, one per respondent and question.
    """
    said = next((value for name, value in facts if name in SENT), "")
    digits = re.sub(r"\s|st$", "", said)
    if not digits.isdigit() or not int(digits):
        return {}, []
    con.register("svarsrader", answers)
    rows = con.sql(
        """SELECT min(blad) AS blad, min(rad) AS rad, min(kolumn) AS kolumn, min(forvaltning) AS forvaltning,
                  min(avdelning) AS avdelning, any_value(enhet) AS enhet, count(DISTINCT enhet) AS enheter,
                  kategori AS underkategori, min(datum) AS period_start, max(datum) AS period_end,
                  count(DISTINCT respondent) FILTER (status = 'komplett') AS taljare
           FROM svarsrader GROUP BY kategori HAVING min(datum) IS NOT NULL"""
    ).to_arrow_table()
    con.unregister("svarsrader")
    values = [value(row, int(digits)) for row in rows.to_pylist()]
    if any(v["taljare"] > v["namnare"] for v in values):
        return {}, [f"Enkäten har fler svar än utskick ({said}), så svarsfrekvensen räknas inte."]
    table = pa.Table.from_pylist(values)
    return ({VARDE.tabell: with_keys(con, table, VARDE, key, names)} if values else {}), []


def value(row: dict, sent: int) -> dict:
    """The response rate as a reported value; of one enhet where all who answered belong to it."""
    enhet = row["enhet"] if row.pop("enheter") == 1 else None
    return row | {
        "enhet": enhet,
        "kalla": "enkät",
        "kategori": "Svarsfrekvens",
        "jamforelse": "egen",
        "periodslag": slag_of((row["period_start"], row["period_end"])),
        "matt": row["taljare"] / sent,
        "matenhet": "andel",
        "taljare": float(row["taljare"]),
        "namnare": float(sent),
    }
