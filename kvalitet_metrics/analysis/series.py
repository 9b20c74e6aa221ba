"""The rows of one series in time: where periods are missing, where they may be compared, what is better."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.indicators.periods import MONTHS, next_start
from kvalitet_metrics.model import Periodslag, Riktning
from kvalitet_metrics.stats._check import SIGNS, Direction

Row = dict[str, Any]

DIRECTION: dict[Riktning, Direction] = {
    Riktning.HOGRE: "up",
    Riktning.LAGRE: "down",
    Riktning.NEUTRAL: "neutral",
}
SIGNS_OF = {riktning: SIGNS[way] for riktning, way in DIRECTION.items()}
"""What is better, as +1, −1 or 0."""


def divide(rows: Iterable[Row], by: Sequence[str]) -> dict[tuple, list[Row]]:
    """The series of an answer by their values of the breakdown, each in order of time."""
    found: dict[tuple, list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[c] for c in by), []).append(row)
    return {key: sorted(series, key=lambda r: r["period_start"]) for key, series in found.items()}


def timeline(rows: Sequence[Row], period: Periodslag) -> list[Row | None]:
    """The rows with None in the place of every period that is missing between two of them."""
    if period not in MONTHS:
        return list(rows)
    line: list[Row | None] = []
    for row in rows:
        if line and (last := line[-1]):
            start = next_start(period, last["period_start"])
            while start < row["period_start"]:
                line.append(None)
                start = next_start(period, start)
        line.append(row)
    return line


def stretches(line: Iterable[Row | None]) -> list[list[Row | None]]:
    """The line cut where nothing may be compared across: at breaks and where it is of other förvaltningar."""
    parts: list[list[Row | None]] = [[]]
    before: Row | None = None
    for row in line:
        if row and before and (row.get("brott") or gone_and_come(row, before) != ([], [])):
            parts.append([])
        parts[-1].append(row)
        before = row or before
    return parts


def gone_and_come(row: Row, before: Row) -> tuple[list[str], list[str]]:
    """The förvaltningar that are only in the earlier of two rows, and those only in the later."""
    now, then = row.get("omfattar"), before.get("omfattar")
    if now is None or then is None:
        return [], []
    return [n for n in then if n not in now], [n for n in now if n not in then]


def comparable(row: Row | None) -> bool:
    """True where a row has a figure, seen by the viewer and of a whole period."""
    return row is not None and not row["dold"] and row["varde"] is not None and not row.get("ofull")


def direction(ind: Indikator, row: Row) -> Direction:
    """What is better for the series that the row belongs to."""
    return DIRECTION[ind.riktning_for(row[ind.alltid_per] if ind.alltid_per else None)]


def unit(ind: Indikator, row: Row) -> str:
    """The unit of the row's figure: a reported value says its own, where it is one that we can write."""
    own = row.get("matenhet")
    return own if own in ("andel", "antal", "dagar") else ind.enhet


def year_before(day: date) -> date:
    """The same day a year before; 28 February for the leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def period_before(stretch: Sequence[Row | None], period: Periodslag) -> Row | None:
    """What the newest row of a stretch is compared with; None where that is missing.

    Of periods shorter than a year the same one a year before where there is one, since summers are not
    winters; else the one just before.
    """
    now = stretch[-1]
    rows = [r for r in stretch[:-1] if r]
    if now is None or not rows:
        return None
    if MONTHS.get(period, 12) < 12:
        same = [r for r in rows if r["period_start"] == year_before(now["period_start"])]
        if same:
            return same[0]
    if period in MONTHS and rows[-1]["period_end"] + timedelta(days=1) != now["period_start"]:
        return None
    return rows[-1]
