"""A file as the program sees it before anything is known of it: its sheets as rows of texts."""

import re
from collections.abc import Iterable

from kvalitet_metrics.engine import connect
from kvalitet_metrics.errors import FileRefused
from kvalitet_metrics.ingest import privacy
from kvalitet_metrics.ingest.open import Sheet, open_file
from kvalitet_metrics.ingest.recognise import first_rows

DOLT = "•••"
"""What stands for every cell of a column that holds identity numbers."""


def sheets_of(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a file, hidden ones too. Raises FileRefused where it cannot be opened."""
    return [s for s in open_file(name, data) if s.kind == "blad"]


def refuse_identity_numbers(sheets: Iterable[Sheet]) -> None:
    """Raise FileRefused, with the places and never the numbers, where the sheets hold identity numbers."""
    with connect() as con:
        faults = privacy.scan(con, list(sheets), {})
    if faults:
        raise FileRefused("\n".join(str(f) for f in dict.fromkeys(faults)))


def hidden_columns(sheet: Sheet) -> set[int]:
    """The columns of a sheet, from 0, that hold identity numbers."""
    with connect() as con:
        cells = [f.cell for f in privacy.scan(con, [sheet], {}) if f.cell]
    letters = {re.sub(r"\d", "", cell) for cell in cells}
    return {i for i in range(sheet.width) if sheet.column_letter(i) in letters}


def shown_rows(sheet: Sheet, rows: int) -> list[list[str]]:
    """The first rows as texts, without what stands in columns that hold identity numbers."""
    hidden = hidden_columns(sheet)
    return [
        [DOLT if i in hidden and cell else cell for i, cell in enumerate(row)]
        for row in first_rows(sheet, rows)
    ]
