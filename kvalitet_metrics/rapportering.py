"""Which units report nothing, or far less than what they handle suggests (mörkertal).

A unit's expected number is its share of all that the units of its förvaltning handled in the period
(investigations, assessments, decisions, plans, closed cases), times all that they reported. Where nothing
is known of what a unit handles, only its own other periods can say that it was silent in this one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from kvalitet_metrics import text
from kvalitet_metrics.indicators import periods
from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.model import Periodslag
from kvalitet_metrics.stats.rate import exact

Row = dict[str, Any]

VOLYM = {
    "utredning": "coalesce(avslutad, uttagen)",
    "forhandsbedomning": "inkom",
    "overvagande": "datum",
    "genomforandeplan": "startdatum",
    "beslut": "beslutad",
    "avslut": "period_start",
}
"""Record tables that say how much a unit handles, with the day that a record is counted at."""

SAKERHET = 0.998
"""Units are many and compared all at once: only what chance would give one of five hundred is flagged."""

INGET, UNDER, SOM_VANTAT, OKANT = "inget", "under", "som väntat", "okänt"


def rapportering(
    con: duckdb.DuckDBPyConnection,
    ind: Indikator,
    period: Periodslag,
    where: Mapping[str, Sequence[str]],
) -> list[Row]:
    """Per period, förvaltning and enhet: taljare (what was reported), volym, vantat, flagga and text.

    ind: a count with a breakdown by enhet. period: a kind with a fixed length. Only periods in which the
    förvaltning has reported anything at all are judged; a unit is known once it stands in any record.
    """
    reported = counts(con, ind.tabell, ind.datum[0], period, where)
    volume: dict[tuple, int] = {}
    for table, day in VOLYM.items():
        for key, n in counts(con, table, day, period, where).items():
            volume[key] = volume.get(key, 0) + n
    units = {(f, e) for _, f, e in (*reported, *volume)}
    reporting = {(f, e) for _, f, e in reported}
    rows = []
    for start, forvaltning in sorted({(p, f) for p, f, _ in reported}, key=str):
        mine = sorted((e for f, e in units if f == forvaltning), key=text.sortnyckel)
        handled = {e: volume[start, forvaltning, e] for e in mine if (start, forvaltning, e) in volume}
        total = sum(reported.get((start, forvaltning, e), 0) for e in handled)
        for enhet in mine:
            antal = reported.get((start, forvaltning, enhet), 0)
            expected = total * handled[enhet] / sum(handled.values()) if enhet in handled else None
            flagga = flag(antal, expected, (forvaltning, enhet) in reporting)
            end = periods.end(period, start)
            rows.append(
                {
                    "period": periods.label(period, start, end),
                    "period_start": start,
                    "period_end": end,
                    "forvaltning": forvaltning,
                    "enhet": enhet,
                    "taljare": antal,
                    "volym": handled.get(enhet),
                    "vantat": expected,
                    "flagga": flagga,
                    "text": sentence(flagga, antal, expected, handled.get(enhet)),
                }
            )
    return rows


def counts(
    con: duckdb.DuckDBPyConnection,
    table: str,
    day: str,
    period: Periodslag,
    where: Mapping[str, Sequence[str]],
) -> dict[tuple, int]:
    """Records with a unit, per period's first day, förvaltning and enhet."""
    asked = "".join(f" AND {column} IN ({', '.join('?' * len(v))})" for column, v in where.items())
    start = periods.start_sql(period, f"({day})")
    found = con.execute(
        f"""SELECT {start}, forvaltning, enhet, count(*) FROM {table}
            WHERE {day} IS NOT NULL AND enhet IS NOT NULL{asked} GROUP BY ALL""",
        [v for values in where.values() for v in values],
    ).fetchall()
    return {(p, f, e): n for p, f, e, n in found}


def flag(antal: int, vantat: float | None, otherwise: bool) -> str:
    """How a unit's number stands to what is expected of it; otherwise: it reports in other periods.

    >>> flag(0, 12.0, False), flag(0, 0.5, False), flag(4, 30.0, True), flag(0, None, True)
    ('inget', 'som väntat', 'under', 'inget')
    """
    if vantat is None:
        return INGET if antal == 0 and otherwise else OKANT
    if exact(antal, SAKERHET)[1] >= vantat:
        return SOM_VANTAT
    return UNDER if antal else INGET


def sentence(flagga: str, antal: int, vantat: float | None, volym: int | None) -> str:
    """The flag as a sentence; empty where there is nothing to say."""
    if flagga == INGET and vantat is None:
        return "Har inte rapporterat något, till skillnad från andra perioder."
    if flagga not in (INGET, UNDER) or vantat is None or volym is None:
        return ""
    vad = "Har inte rapporterat något" if antal == 0 else f"Har rapporterat {text.tal(antal)}"
    arenden = text.antal(volym, "ärende", "ärenden")
    return f"{vad}; omkring {text.tal(round(vantat))} vore väntat av {arenden}."
