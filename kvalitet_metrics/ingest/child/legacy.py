"""Excel's binary formats, .xls and .xlsb, through calamine.

Number formats are not known here but for dates and times: a percent is the number that it is stored as.
Of the two wrappings of calamine, one gives values as they are and the other says which cells hold errors.
"""

import io
import re
import struct
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from .values import elapsed, plain
from .wire import BLOCK_ROWS, MAX_COLUMNS, MAX_ROWS, Out, Refused, column

Cell = bool | float | str | date | datetime | time | timedelta


START = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06]\x05\x00")
"""How the records of a workbook in an .xls begin."""
FILEPASS = 0x2F
FIRST_RECORDS = 20


def has_password(data: bytes) -> bool:
    """True where one of the first records of an .xls says that the rest is encrypted."""
    begins = START.search(data)
    at = begins.start() if begins else len(data)
    for _ in range(FIRST_RECORDS):
        if at + 4 > len(data):
            return False
        kind, size = struct.unpack_from("<HH", data, at)
        if kind == FILEPASS:
            return True
        at += 4 + size
    return False


def read_binary(data: bytes, out: Out) -> None:
    """Every worksheet. Raises Refused where the workbook is damaged or has a password."""
    import fastexcel
    import python_calamine as calamine

    if has_password(data):
        raise Refused("encrypted")
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        again = fastexcel.read_excel(data)
        for number, about in enumerate(book.sheets_metadata):
            if about.typ == calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_index(number)
                if sheet.width > MAX_COLUMNS or sheet.height > MAX_ROWS:
                    raise Refused("broken")
                send_cells(sheet, out)
                out.sheet(
                    about.name,
                    visible=about.visible == calamine.SheetVisibleEnum.Visible,
                    errors=errors(again, about.name, sheet.start[1]) if sheet.start else [],
                    merged=[(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []],
                )
    except calamine.PasswordError:
        raise Refused("encrypted") from None
    except (calamine.CalamineError, fastexcel.FastExcelError):
        raise Refused("broken") from None


def send_cells(sheet: Any, out: Out) -> None:
    """The values of one worksheet to the wire."""
    left = sheet.start[1] if sheet.start else 0
    rows = sheet.iter_rows()
    first = 0
    while block := list(islice(rows, BLOCK_ROWS)):
        texts = ([cell_text(cell) for cell in cells] for cells in zip(*block, strict=True))
        columns = {left + i: column(cells) for i, cells in enumerate(texts) if any(cells)}
        if columns:
            out.block(first, len(block), columns)
        first += len(block)


def errors(workbook: Any, name: str, left: int) -> list[tuple[int, int]]:
    """Row and column of the cells that show an Excel error."""
    sheet = workbook.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    _, found = sheet.to_arrow_with_errors()
    cells = (error.offset_position for error in found.errors) if found else ()
    return [(row, left + col) for row, col in cells]


def cell_text(cell: Cell) -> str:
    """The text of a value that calamine has read."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float | int):
        return plain(repr(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "auto")
    if isinstance(cell, timedelta):
        return elapsed(cell.total_seconds() / 86_400)
    return cell.isoformat()
