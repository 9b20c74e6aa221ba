"""The rows of a file that have faults, as a workbook to send to whoever can mend them.

A row stands as in the file, but only columns that the export is known to have and that are read: a
column that is unknown, or that holds names, identity numbers or free text, is left out, and so is
any cell that holds an identity number.
"""

import re

from kvalitet_metrics.ingest import privacy
from kvalitet_metrics.ingest.profile import Enkat, Kanslig, Lista
from kvalitet_metrics.ingest.read import Inlasning
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.model import Fault
from kvalitet_metrics.workbook import Blad, write_workbook

FORST = ("Rad", "Fel", "Vad som förväntades eller ska göras")
SAMMA_SLAG = "Samma slags fel som på raderna ovan."
UTELAMNAD = "(visas inte)"


def faulty_rows(inlasning: Inlasning) -> bytes:
    """One sheet per sheet that has faulty rows, and one with the faults that are about the whole file."""
    sheets = []
    placed: set[int] = set()
    for traff in inlasning.traffar:
        faults = {
            i: fault
            for i, fault in enumerate(inlasning.faults)
            if fault.sheet == traff.blad.name and (row_of(fault) or 0) > traff.rad
        }
        if rows := {*map(row_of, faults.values()), *inlasning.felrader.get(traff.blad.name, ())} - {None}:
            placed |= set(faults)
            sheets.append(sheet_of(traff, sorted(filter(None, rows)), list(faults.values())))
    others = [f for i, f in enumerate(inlasning.faults) if i not in placed]
    if others or not sheets:
        lines = [[f.sheet, f.cell, f.column, f.message, f.hint] for f in others]
        sheets.append(Blad("Hela filen", ("Blad", "Cell", "Kolumn", *FORST[1:]), lines))
    return write_workbook(sheets)


def row_of(fault: Fault) -> int | None:
    """The row of the fault's cell, or None where a sheet or a file is meant."""
    row = re.fullmatch(r"[A-Z]+(\d+)", fault.cell or "")
    return int(row[1]) if row else None


def sheet_of(traff: Traff, rows: list[int], faults: list[Fault]) -> Blad:
    """The rows of one sheet with their faults, the faulty cells marked."""
    places = sorted(read_columns(traff, faults))
    columns = [traff.blad.table.column(place) for place in places]
    lines, marked = [], set()
    for nr, row in enumerate(rows):
        here = [f for f in faults if row_of(f) == row]
        cells = [columns[i][row - 1].as_py() for i in range(len(places))]
        says = [f"{f.column}: {f.message}" if f.column else f.message for f in here] or [SAMMA_SLAG]
        hints = dict.fromkeys(f.hint for f in here if f.hint)
        lines.append([row, "\n".join(says), "\n".join(hints), *map(safe, cells)])
        addresses = {f.cell for f in here}
        marked |= {
            (nr, len(FORST) + i)
            for i, place in enumerate(places)
            if traff.blad.address(row, place) in addresses
        }
    rubriker = [traff.rubriker[place] or traff.blad.column_letter(place) for place in places]
    return Blad(traff.blad.name, (*FORST, *rubriker), lines, markerade=marked)


def read_columns(traff: Traff, faults: list[Fault]) -> set[int]:
    """The places of the columns that may be shown: those read, and value columns that have a fault."""
    found = {p for n, p in traff.kolumner.items() if not isinstance(traff.profil.kolumner[n], Kanslig)}
    if isinstance(traff.profil, Lista | Enkat):
        return found
    letters = {traff.blad.column_letter(place): place for place in range(traff.blad.width)}
    with_faults = {(f.cell or "").rstrip("0123456789") for f in faults}
    return found | {letters[letter] for letter in with_faults if letter in letters}


def safe(cell: str | None) -> str | None:
    """The cell, unless it holds an identity number."""
    return UTELAMNAD if cell and privacy.in_text(cell) else cell
