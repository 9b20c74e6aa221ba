"""Tables → an Excel workbook with typed cells. Bottom layer: imports nothing from the package.

Text is always written as text, so that a cell that begins with an equals sign never becomes a formula.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

if TYPE_CHECKING:
    from openpyxl.cell import Cell as CellType
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | date | None

TALFORMAT = {
    "andel": "0.0%",
    "antal": "#,##0",
    "dagar": "#,##0.0",
    "värde": "#,##0.00",
    "per 100": "#,##0.0",
    "per 1000": "#,##0.0",
    "ändring": "+0.0%;-0.0%",
}
"""Excel's number formats per kind of column; Excel itself writes them as the reader's country does."""

BREDAST = 60
BREDD_MED_VAL = 22
FORBJUDNA_I_NAMN = str.maketrans("[]:*?/\\", "()     ")
LANGSTA_NAMN = 31

FET, UNDERSTRUKEN = Font(bold=True), Border(bottom=Side(style="thin"))
BRETT = Alignment(wrap_text=True, vertical="top")
MARKERAD = PatternFill("solid", fgColor="FFE699")


@dataclass(frozen=True)
class Blad:
    """One sheet. `slag` says per column what it holds: «text» or a key of TALFORMAT; empty: all text.

    markerade: cells that stand out, as (row, column) from 0 among `rader`.
    ovanfor: lines above the headings. val: column from 0 → what its cells may be filled in with.
    """

    namn: str
    rubriker: Sequence[str]
    rader: Iterable[Sequence[Cell]]
    slag: Sequence[str] = ()
    markerade: Collection[tuple[int, int]] = ()
    ovanfor: Sequence[str] = ()
    val: Mapping[int, Sequence[str]] = field(default_factory=dict)


def write_workbook(sheets: Sequence[Blad]) -> bytes:
    """The workbook as bytes. ValueError where the headings and kinds of a sheet differ in number."""
    bok = Workbook()
    bok.remove(bok.active)
    for sheet in sheets:
        if sheet.slag and len(sheet.rubriker) != len(sheet.slag):
            raise ValueError(
                f"slag: {len(sheet.slag)} kolumner beskrivs, men rubriker har {len(sheet.rubriker)}"
            )
        draw(bok.create_sheet(free_name(sheet.namn, bok.sheetnames)), sheet)
    fil = BytesIO()
    bok.save(fil)
    return fil.getvalue()


def free_name(namn: str, taken: Collection[str]) -> str:
    """A name that Excel takes for a sheet and that no other sheet has."""
    bare = namn.translate(FORBJUDNA_I_NAMN).strip(" '")[:LANGSTA_NAMN] or "Blad"
    number, name = 1, bare
    while name.lower() in {t.lower() for t in taken}:
        number += 1
        name = f"{bare[: LANGSTA_NAMN - 4]} {number}"
    return name


def draw(blad: "Worksheet", sheet: Blad) -> None:
    """Headings, cells and column widths of one sheet."""
    bredder = [0 if kolumn in sheet.val else len(r) for kolumn, r in enumerate(sheet.rubriker)]
    head = len(sheet.ovanfor) + 1
    for rad, line in enumerate(sheet.ovanfor, start=1):
        put(blad, rad, 1, line).font = FET
    for kolumn, rubrik in enumerate(sheet.rubriker, start=1):
        ruta = put(blad, head, kolumn, rubrik)
        ruta.font, ruta.border, ruta.alignment = FET, UNDERSTRUKEN, BRETT
    first = head + 1 if sheet.rubriker else head
    if sheet.rubriker:
        blad.freeze_panes = f"A{first}"
    nr = -1
    for nr, innehall in enumerate(sheet.rader):
        bredder += [0] * (len(innehall) - len(bredder))
        for kolumn, cell in enumerate(innehall):
            talformat = TALFORMAT.get(sheet.slag[kolumn]) if sheet.slag else None
            ruta = put(blad, first + nr, kolumn + 1, cell, talformat)
            if (nr, kolumn) in sheet.markerade:
                ruta.fill = MARKERAD
            bredder[kolumn] = max(bredder[kolumn], len(cell) if isinstance(cell, str) else 0)
            if isinstance(cell, str) and len(cell) > BREDAST:
                ruta.alignment = BRETT
    for kolumn, choices in sheet.val.items():
        bredder[kolumn] = BREDD_MED_VAL
        limit(blad, kolumn + 1, first, first + nr, choices)
    for kolumn, bredd in enumerate(bredder, start=1):
        blad.column_dimensions[get_column_letter(kolumn)].width = min(bredd + 3, BREDAST)


def limit(blad: "Worksheet", kolumn: int, first: int, last: int, choices: Sequence[str]) -> None:
    """Let the cells of a column from one row to another be filled in by a drop-down, or left blank."""
    rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "Välj i listan", f"Svara {', '.join(choices)}, eller lämna cellen tom."
    letter = get_column_letter(kolumn)
    rule.add(f"{letter}{first}:{letter}{max(first, last)}")
    blad.add_data_validation(rule)


def put(blad: "Worksheet", rad: int, kolumn: int, cell: Cell, talformat: str | None = None) -> "CellType":
    """One cell, by its type; text stays text whatever it begins with."""
    value = ILLEGAL_CHARACTERS_RE.sub("", cell) or None if isinstance(cell, str) else cell
    ruta = blad.cell(rad, kolumn, value)
    if isinstance(value, str):
        ruta.data_type = "s"
    elif isinstance(value, date):
        ruta.number_format = "yyyy-mm-dd"
    elif talformat:
        ruta.number_format = talformat
    return ruta
