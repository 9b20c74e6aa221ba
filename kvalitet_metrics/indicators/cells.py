"""The cells of a source that a record's part in a figure was read from."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from pandas import DataFrame

from kvalitet_metrics.indicators.definition import Indikator

Letters = Mapping[str, Mapping[str, Sequence[str]]]
"""Sheet → column of the record → the letters that it is read from."""


def looked_at(ind: Indikator) -> frozenset[str]:
    """The words of the indicator's query, the columns that it looks at among them.

    >>> from kvalitet_metrics.indicators import INDIKATORER
    >>> sorted(looked_at(INDIKATORER["lex_sarah_dagar_till_utredning"]) & {"inkom", "inledd", "avslutad"})
    ['inkom', 'inledd']
    """
    return frozenset(re.findall(r"\w+", re.sub(r"'[^']*'", "", ind.sql())))


def addresses(rows: DataFrame, letters: Mapping[str, Letters], ind: Indikator) -> list[str]:
    """Per record its cells, as «F7, G7», in the order of the sheet.

    rows: as `Figures.rows` gives them. letters: by upload. A record that is one cell has that one; one of a
    load that does not say which column is which has its row.
    """
    used = looked_at(ind)

    @cache
    def columns(upload: str, sheet: str) -> list[str]:
        read = letters.get(upload, {}).get(sheet, {})
        return sorted({b for name in used & read.keys() for b in read[name]}, key=lambda b: (len(b), b))

    def written(upload: str, sheet: str, row: int, column: str | None) -> str:
        cells = [column] if isinstance(column, str) else columns(upload, sheet)
        return ", ".join(f"{letter}{row}" for letter in cells) or f"rad {row}"

    return [
        written(*place)
        for place in zip(rows["upload_id"], rows["blad"], rows["rad"], rows["kolumn"], strict=True)
    ]
