"""Step 1: bytes of a file → its sheets, as text, read in a child process that may die.

The child (child.py) has a limit on time and memory. Whatever happens to it, the caller gets either
sheets or a `FileRefused` with one Swedish sentence that says why and what to do.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from kvalitet_metrics.errors import FileRefused

SECONDS = 120
MEMORY_BYTES = 4_000_000_000
MAX_FILE_BYTES = 500_000_000
CHILD = Path(__file__).with_name("child.py")

REASONS = {
    "empty": "Filen är tom. Exportera den på nytt och kontrollera att den innehåller rader.",
    "encrypted": "Filen är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet (Arkiv, Info, "
    "Skydda arbetsbok) och spara den på nytt.",
    "broken": "Filen är skadad eller avbruten och går inte att läsa. Exportera eller hämta den på nytt.",
    "not_spreadsheet": "Filen heter som ett kalkylblad men innehåller något annat. Öppna den i det "
    "program där den skapades och spara den som Excel-arbetsbok (.xlsx) eller CSV.",
    "unknown_kind": "Filer av det slaget går inte att läsa in. Välj en fil som slutar på .xlsx, .xlsm, "
    ".xls, .xlsb, .ods, .csv, .tsv eller .txt.",
    "binary": "Filen heter som en textfil men innehåller något annat än text. Exportera den på nytt som "
    "CSV eller Excel.",
    "too_large": "Filen är för stor för att läsas in: den packas upp till fler celler än ett kalkylblad "
    "rymmer. Dela upp exporten i kortare perioder.",
    "too_slow": f"Filen gick inte att läsa inom {SECONDS} sekunder. Dela upp exporten i kortare perioder.",
    "lock_file": "Det är en låsfil som Excel skapar medan arbetsboken är öppen. Stäng Excel och välj "
    "själva arbetsboken i stället.",
    "crashed": "Filen fick läsaren att stanna, troligen för att den är skadad eller för stor. Öppna den i "
    "Excel, spara den på nytt som .xlsx och försök igen.",
}


@dataclass(frozen=True)
class Sheet:
    """One sheet as text. Row i of `table` is row i + 1 of the sheet; column j lies at first_column + j."""

    name: str
    visible: bool
    first_column: int
    errors: tuple[tuple[int, int], ...]
    table: pa.Table
    kind: str = "blad"
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: int = 0

    @property
    def numbered(self) -> pa.Table:
        """The table with the sheet's row numbers in a last column `rad`."""
        return self.table.append_column("rad", pa.array(range(1, self.table.num_rows + 1), pa.int32()))

    @property
    def width(self) -> int:
        """Number of columns in the used range."""
        return self.table.num_columns

    def column_letter(self, column: int) -> str:
        """A, B … AA for a zero-based column of `table`."""
        letters, n = "", self.first_column + column + 1
        while n:
            n, rest = divmod(n - 1, 26)
            letters = chr(65 + rest) + letters
        return letters

    def address(self, row: int, column: int) -> str:
        """The A1 address of a cell; `row` counts from 1 as in the sheet, `column` from 0 as in `table`."""
        return f"{self.column_letter(column)}{row}"


def open_file(name: str, data: bytes) -> list[Sheet]:
    """All sheets of a spreadsheet, hidden ones too, in the file's order.

    Raises FileRefused with the reason in Swedish where the file cannot be read.
    """
    if Path(name).name.startswith("~$"):
        raise refusal(name, "lock_file")
    if len(data) > MAX_FILE_BYTES:
        raise refusal(name, "too_large")
    command = [sys.executable, "-I", str(CHILD), Path(name).suffix or ".", str(MEMORY_BYTES)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise refusal(name, "too_slow") from None
    if done.returncode:
        reason = done.stderr.decode("ascii", errors="replace") if done.returncode == 10 else "crashed"
        raise refusal(name, reason if reason in REASONS else "crashed")
    return list(parse(done.stdout))


def refusal(name: str, reason: str) -> FileRefused:
    """The error for one reason code."""
    return FileRefused(f"«{Path(name).name}»: {REASONS[reason]}")


def parse(stream: bytes) -> Iterator[Sheet]:
    """The sheets that the child wrote, one Arrow stream after another."""
    reader = pa.BufferReader(stream)
    while reader.tell() < reader.size():
        table = pa.ipc.open_stream(reader).read_all()
        meta = json.loads(table.schema.metadata[b"sheet"])
        yield Sheet(
            meta["name"],
            meta["visible"],
            meta["first_column"],
            tuple((row, column) for row, column in meta["errors"]),
            table.replace_schema_metadata(None),
        )
