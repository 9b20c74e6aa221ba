"""What a sheet looks like to somebody who has never seen it: its heading row, its name, its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.own_period import kind_of
from kvalitet_metrics.ingest.recognise import title_texts
from kvalitet_metrics.ingest.view import DOLT, hidden_columns

SAMPLE = 500
"""So many rows below the heading are looked at."""
OFTEN = 0.8
"""So large a share of the filled cells must be of a kind for the column to be."""
LONGEST_SHOWN, EXAMPLES = 40, 3
SOURCE = r"^(källa|source|statistik från)\b|https?://|^(valt )?läsår(et)?\b"
"""Titles that say whose the table is, or when, and not what it is."""
NO_NAME = r"(blad|sheet|data|export|rapport|csv|json|text)?\s*\d*"
"""Names of sheets that say nothing."""


@dataclass(frozen=True)
class Kolumnbild:
    """A column as it looks: heading, first values, and the share of its cells of each kind."""

    rubrik: str
    exempel: tuple[str, ...]
    fyllda: int
    tal: float
    datum: float
    procent: float
    hogst: float | None
    olika: int
    dold: bool

    @property
    def few(self) -> bool:
        """True where the same few values come back, as a code does."""
        return self.olika <= 12 and self.fyllda >= 3 * self.olika

    @property
    def numeric(self) -> bool:
        """True where nearly all filled cells are numbers."""
        return self.fyllda > 0 and self.tal >= OFTEN


def heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The row, from 1, that most looks like a heading: many texts that differ, above filled cells.

    >>> heading_row([["Rapport", "", ""], ["", "", ""], ["Enhet", "2022", "2023"], ["Norr", "1", "2"]])
    3
    """
    best, most = None, 0.0
    for i, row in enumerate(rows):
        cells = [c.strip() for c in row]
        filled = [c for c in cells if c]
        below = next((r for r in rows[i + 1 :] if any(c.strip() for c in r)), None)
        if not filled or below is None:
            continue
        numbers = sum(map(is_number, filled))
        covered = sum(bool(c.strip()) for c in below)
        score = len(set(filled)) - 2 * numbers - 0.5 * max(0, covered - len(filled)) - 0.01 * i
        if len(filled) > 1 and score > most:
            best, most = i + 1, score
    return best


def heading_rows(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The lowest row of the heading, from 1, and how many rows it has: groups above their columns count.

    >>> heading_rows([["Enhet", "2022", "", "2023", ""], ["", "Alla", "I tid", "Alla", "I tid"],
    ...               ["Norr", "10", "7", "12", "9"]])
    (2, 2)
    >>> heading_rows([["Enhet", "2022"], ["Norr", "10"]])
    (1, 1)
    """
    found = heading_row(rows)
    if found is None:
        return None
    row = [c.strip() for c in rows[found - 1]]
    below = [c.strip() for c in rows[found]] if found < len(rows) else []
    data = [c.strip() for c in rows[found + 1]] if found + 1 < len(rows) else []
    gaps = [i for i, c in enumerate(row) if not c and i < len(below) and below[i]]
    if gaps and not any(is_number(c) for c in below) and any(is_number(c) for c in data):
        return found + 1, 2
    above = [c.strip() for c in rows[found - 2]] if found > 1 else []
    filled = [c for c in row if c]
    if len(set(filled)) < len(filled) and sum(bool(c) for c in above) > 1:
        return found, 2
    return found, 1


def is_number(text: str) -> bool:
    """True for a cell that holds a number and not a period."""
    return bool(re.fullmatch(r"[-\d\s.,%~]+", text)) and not kind_of(text)


def pictures(con: duckdb.DuckDBPyConnection, sheet: Sheet, rad: int, texts: list[str]) -> list[Kolumnbild]:
    """What stands under each heading, in the first rows below row `rad`. Identity numbers are not shown."""
    hidden = hidden_columns(sheet)
    con.register("bild", sheet.table.slice(rad, SAMPLE))
    rows = con.execute(
        f"""WITH lang AS (SELECT CAST(plats AS INTEGER) AS plats, {clean.text("cell")} AS t
                          FROM (UNPIVOT bild ON COLUMNS(*) INTO NAME plats VALUE cell)),
                 sagt AS (SELECT * FROM lang WHERE {clean.saknas("t")} IS NULL)
            SELECT plats, count(*), count({clean.tal("t")}),
                   count({clean.datum("t")}) FILTER (NOT regexp_full_match(t, '[\\d.]+')),
                   count(*) FILTER (contains(t, '%')), max({clean.tal("t")}), count(DISTINCT t), list(t)
            FROM sagt GROUP BY plats"""
    ).fetchall()
    con.unregister("bild")
    known = {plats: values for plats, *values in rows}
    found = []
    for i, rubrik in enumerate(texts):
        filled, numbers, days, shares, high, differ, said = known.get(i, (0, 0, 0, 0, None, 0, []))
        first = list(dict.fromkeys(said))[:EXAMPLES]
        exempel = tuple(dict.fromkeys(DOLT if i in hidden else t[:LONGEST_SHOWN] for t in first))
        of = max(filled, 1)
        kinds = numbers / of, days / of, shares / of
        found.append(Kolumnbild(rubrik, exempel, filled, *kinds, high, differ, i in hidden))
    return found


def table_name(sheet: Sheet, above: Sequence[Sequence[str]], fil: str) -> str:
    """The first title above the heading, else the sheet's name, or the file's where that says nothing."""
    titles = [t for row in above for t in title_texts(list(row)) if re.search(r"[A-Za-zÅÄÖåäö]{3}", t)]
    titles = [t for t in titles if not re.search(SOURCE, t.lower())]
    plain = not re.fullmatch(NO_NAME, sheet.name.strip().lower())
    return " ".join((titles[0] if titles else sheet.name if plain else Path(fil).stem or sheet.name).split())[
        :80
    ]
