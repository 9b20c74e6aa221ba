"""Step 4: identity numbers are found before anything is written.

A personal identity number or coordination number that stands in a column which is known to hold
them is never read. A hit anywhere else, also in hidden columns and sheets, comments and names, is a
fault, and the fault says where but never what.
"""

from collections import Counter
from collections.abc import Iterable

import duckdb

from kvalitet_metrics.ingest import identity
from kvalitet_metrics.ingest.identity import Kandidat
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.model import Fault

MOST_CELLS = 5_000
"""So many different cells of a column are looked at one by one."""
CHANCE_RATE = 0.25
"""One in ten numbers of the right shape passes the check digit by chance; case numbers look like that."""
ENOUGH_FOR_RATE = 20
"""With fewer numbers of a shape a single valid one counts, unless the heading says what they are."""
SURE_RATE = 0.5
"""Numbers as Excel damages them look like any amount: most of a column's must hold."""
DAMAGED = {"7 siffror", "8 siffror", "9 siffror", "10 i grupper", "12 i grupper", "avkortad"}
ENOUGH_DAMAGED = {"7 siffror": 3, "8 siffror": 2}
"""So many of the shortest are needed: one in sixteen numbers of seven digits holds by chance."""
ENOUGH_UNDER_OTHER = 3
"""So many damaged ones are needed where the heading says that the numbers are something else."""
ENOUGH_UNLIKE = 10
"""With so many numbers of the same length that cannot be identity numbers, the column holds other numbers."""
OTHER_NUMBERS = (
    r"(?i)\b(tele|tel\b|mobil|fax|ärende|dnr|diarie|akt|faktura|belopp|kronor|kr\b|konto|summa|org)"
)
"""Words of a heading that say that the numbers under it are something else."""
ROWS_FOR_HEADING = 50
HINT = "Ta bort kolumnen eller numren i exporten och försök igen. Numret har inte sparats."


def in_text(text: str) -> bool:
    """True where a short text, such as a file's name, holds an identity number."""
    return identity.holds(text)


def scan(
    con: duckdb.DuckDBPyConnection, sheets: Iterable[Sheet], dropped: dict[str, set[int]]
) -> list[Fault]:
    """A fault for the first cell of every column that holds an identity number, over all sheets.

    `dropped` gives, per sheet, the columns that are known to hold them and are never read.
    """
    faults = []
    for sheet in sheets:
        columns = [i for i in range(sheet.width) if i not in dropped.get(sheet.name, set())]
        if sheet.kind != "blad":
            columns = columns[1:]
        if not columns:
            continue
        con.register("sokt", sheet.numbered)
        for column in with_candidates(con, columns):
            if fault := confirm(con, sheet, column):
                faults.append(fault)
        con.unregister("sokt")
    return faults


MATCHES = {"m": identity.CANDIDATE}
SUSPECT = "(length(cell) >= 7 AND regexp_matches(cell, $m))"
"""The SQL condition under which a cell is looked at one by one."""


def with_candidates(con: duckdb.DuckDBPyConnection, columns: list[int]) -> list[int]:
    """Those of the columns that hold a candidate, in order.

    The columns are put in one, since the engine makes the long expression ready anew wherever it stands.
    """
    numbers = ", ".join(map(str, columns))
    cells = ", ".join(f'"{i}"' for i in columns)
    found = con.execute(
        f"""SELECT DISTINCT nr FROM (SELECT unnest([{numbers}]) AS nr, unnest([{cells}]) AS cell FROM sokt)
            WHERE {SUSPECT} ORDER BY nr""",
        MATCHES,
    ).fetchall()
    return [nr for (nr,) in found]


def confirm(con: duckdb.DuckDBPyConnection, sheet: Sheet, column: int) -> Fault | None:
    """The fault where the candidates of a column really are identity numbers, without their value."""
    cells = con.execute(
        f"""SELECT min(rad), cell FROM (SELECT rad, "{column}" AS cell FROM sokt) WHERE {SUSPECT}
            GROUP BY cell ORDER BY 1 LIMIT {MOST_CELLS}""",
        MATCHES,
    ).fetchall()
    other = con.execute(
        f"""SELECT coalesce(bool_or(regexp_matches("{column}", $o)), FALSE)
            FROM (SELECT * FROM sokt LIMIT {ROWS_FOR_HEADING})""",
        {"o": OTHER_NUMBERS},
    ).fetchall()[0][0]
    rows: dict[Kandidat, int] = {}
    found: Counter[Kandidat] = Counter()
    for row, cell in cells:
        for kandidat in identity.candidates(cell):
            rows.setdefault(kandidat, row)
            found[kandidat] += 1
    sure = {k.form for k in found if are_persons(k.form, found, other)}
    if not sure:
        return None
    row = min(rows[Kandidat(form, True)] for form in sure)
    return fault_at(sheet, row, column, con)


def are_persons(form: str, found: Counter[Kandidat], other: bool) -> bool:
    """True where the numbers of one form are identity numbers, and not others that look alike by chance.

    other: the heading says that the column holds other numbers.
    """
    valid, invalid, unlike = (found[Kandidat(form, giltig)] for giltig in (True, False, None))
    if not valid:
        return False
    if form == "reservnummer":
        return not other
    among_all = valid / (valid + invalid + unlike)
    if form in DAMAGED and valid < (ENOUGH_UNDER_OTHER if other else ENOUGH_DAMAGED.get(form, 1)):
        return False
    if form in DAMAGED or other or unlike >= ENOUGH_UNLIKE:
        return among_all > SURE_RATE
    return valid + invalid < ENOUGH_FOR_RATE or valid / (valid + invalid) > CHANCE_RATE


def fault_at(sheet: Sheet, row: int, column: int, con: duckdb.DuckDBPyConnection) -> Fault:
    """The fault with its place, which for comments and names is written in the row's first column."""
    text = "Ett personnummer eller samordningsnummer står i"
    if sheet.kind == "blad":
        dold = "" if sheet.visible else " Bladet är dolt."
        return Fault(f"{text} cellen.{dold}", HINT, sheet.name, sheet.address(row, column))
    place = con.execute('SELECT "0" FROM sokt WHERE rad = ?', [row]).fetchall()[0][0] or ""
    what = "en kommentar" if sheet.kind == "kommentarer" else "ett namn i arbetsboken"
    if identity.may_hold(place):
        return Fault(f"{text} {what}.", HINT)
    blad, mark, cell = place.rpartition("!")
    return Fault(f"{text} {what}.", HINT, blad or None, cell if mark else place)
