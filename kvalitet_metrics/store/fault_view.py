"""The part of a sheet where its faults are, as it looks in the file, with the faulty cells marked.

What may point out a person is not in it: columns that are never read, and cells with identity numbers.
"""

from dataclasses import dataclass

from kvalitet_metrics.ingest.profile import Kanslig
from kvalitet_metrics.ingest.read import Inlasning
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.store.faulty import UTELAMNAD, row_of, safe

MOST_ROWS, MOST_COLUMNS = 40, 10


@dataclass(frozen=True)
class Utsnitt:
    """Some rows and columns of a sheet. rader: row number → its cells, in the order of `kolumner`.

    kolumner: the columns' letters. fel: row and letter of each faulty cell, with what is wrong there.
    utanfor: so many faulty rows are not shown.
    """

    blad: str
    kolumner: tuple[str, ...]
    rader: dict[int, tuple[str, ...]]
    fel: dict[tuple[int, str], str]
    utanfor: int = 0


def around_faults(inlasning: Inlasning) -> list[Utsnitt]:
    """One part per sheet that has faults in cells; none where the file was not recognised."""
    found = [part_of(inlasning, traff) for traff in inlasning.traffar]
    return [u for u in found if u.fel]


def part_of(inlasning: Inlasning, traff: Traff) -> Utsnitt:
    """The heading, the faulty rows and those beside them; the first columns and those with faults."""
    sheet = traff.blad
    letters = [sheet.column_letter(i) for i in range(sheet.width)]
    fel = {
        (row, letter): fault.message
        for fault in inlasning.faults
        if fault.sheet == sheet.name and fault.cell and (row := row_of(fault))
        if (letter := fault.cell.rstrip("0123456789")) in letters
    }
    faulty = sorted({row for row, _ in fel})
    shown = {traff.rad}
    for row in faulty:
        if len(shown) < MOST_ROWS:
            shown |= {row - 1, row, row + 1}
    rows = sorted(r for r in shown if traff.rad <= r <= sheet.table.num_rows)
    with_faults = {letters.index(letter) for _, letter in fel}
    others = [i for i in range(sheet.width) if i not in with_faults and traff.rubriker[i]]
    places = sorted([*with_faults, *others[: max(0, MOST_COLUMNS - len(with_faults))]])
    never = {p for n, p in traff.kolumner.items() if isinstance(traff.profil.kolumner[n], Kanslig)}
    if not inlasning.rows_read:  # stopped before reading: what is at fault may point out a person
        never |= with_faults
    return Utsnitt(
        blad=sheet.name,
        kolumner=tuple(letters[p] for p in places),
        rader={r: tuple(shown_cell(traff, r, p, never) for p in places) for r in rows},
        fel=fel,
        utanfor=len([r for r in faulty if r not in rows]),
    )


def shown_cell(traff: Traff, row: int, place: int, never: set[int]) -> str:
    """A cell as it may be shown; the blank text where it is empty."""
    cell = traff.blad.table.column(place)[row - 1].as_py() or ""
    if place in never and row != traff.rad:
        return UTELAMNAD if cell else ""
    return safe(cell) or ""
