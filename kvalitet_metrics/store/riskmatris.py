"""The risk matrix: what a likelihood and a consequence are worth together, and which level that is.

Every cell is data, because values and limits are the organisation's own choice. A matrix that has been
loaded for a förvaltning is used for its risks; where none has, the one of riskmatris.json is.
"""

import json
from datetime import date
from pathlib import Path

import duckdb

DEFAULTS = Path(__file__).with_name("riskmatris.json")
"""The matrix of a workspace where nobody has loaded another: kritisk from 10, medium 9, låg up to 8."""

VARDERA_RISKER = """
    -- The förvaltning's own matrix goes before the one for all, a later one before an earlier. What was
    -- published stays; the matrix's value stands beside it, so that a difference can be found.
    UPDATE risk SET matrisvarde = m.riskvarde,
                    riskvarde = coalesce(risk.riskvarde, m.riskvarde),
                    kategori = coalesce(risk.kategori, m.kategori)
    FROM (SELECT r.upload_id, r.blad, r.rad, c.riskvarde, c.kategori
          FROM risk r JOIN riskmatris c
            ON c.sannolikhet = r.sannolikhet AND c.konsekvens = r.konsekvens
           AND (c.forvaltning IS NULL OR c.forvaltning = r.forvaltning)
           AND (c.galler_fran IS NULL OR c.galler_fran <= r.period_end)
          QUALIFY row_number() OVER (PARTITION BY r.upload_id, r.blad, r.rad
                                     ORDER BY c.forvaltning NULLS LAST, c.galler_fran DESC NULLS LAST) = 1) m
    WHERE risk.upload_id = m.upload_id AND risk.blad = m.blad AND risk.rad = m.rad
"""


def value_risks(con: duckdb.DuckDBPyConnection) -> None:
    """Add the matrix for all to those that have been loaded, and give every risk its value and level."""
    con.executemany(
        "INSERT INTO riskmatris (sannolikhet, konsekvens, riskvarde, kategori) VALUES (?, ?, ?, ?)", cells()
    )
    con.execute(VARDERA_RISKER)


def levels(con: duckdb.DuckDBPyConnection, forvaltning: str | None, day: date) -> dict[tuple[int, int], str]:
    """The level of each cell (sannolikhet, konsekvens) in the matrix that a förvaltning used that day."""
    rows = con.execute(
        """SELECT sannolikhet, konsekvens, kategori FROM riskmatris
           WHERE (forvaltning IS NULL OR forvaltning = ?) AND (galler_fran IS NULL OR galler_fran <= ?)
           QUALIFY row_number() OVER (PARTITION BY sannolikhet, konsekvens
                                      ORDER BY forvaltning NULLS LAST, galler_fran DESC NULLS LAST) = 1""",
        [forvaltning, day],
    ).fetchall()
    return {(likelihood, consequence): level for likelihood, consequence, level in rows}


def cells() -> list[tuple[int, int, int, str]]:
    """The cells of the matrix for all: sannolikhet, konsekvens, value, level."""
    matrix = json.loads(DEFAULTS.read_text(encoding="utf-8"))
    return [
        (likelihood, consequence, value, level)
        for likelihood in range(1, 6)
        for consequence, (value, level) in enumerate(matrix[str(likelihood)], start=1)
    ]
