"""What the heading of each column is, also where it is spread over several rows and merged cells.

A heading may be one row; or a group merged over the headings of its columns, or a cell merged down
beside such groups, in up to three rows. What is merged is known in .xlsx and .xls. In text files a
group stands above its first column, which is only tried where the rows alone do not fit.
"""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profile import ExportProfil, Kolumn

MOST_LEVELS = 3
Omrade = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells, counted from zero."""


@dataclass(frozen=True)
class Huvud:
    """One possible heading: its first and last row (from zero), as written, and what it may be read as."""

    forsta: int
    rad: int
    rubriker: tuple[str, ...]
    lasningar: tuple[tuple[str, ...], ...]

    @cached_property
    def plats(self) -> dict[str, int]:
        """Heading in the form in which headings are compared → position of its column."""
        positions: dict[str, int] = {}
        for position, texts in enumerate(self.lasningar):
            for rubrik in filter(None, map(clean.rubrik, texts)):
                positions.setdefault(rubrik, position)
                positions.setdefault(re.sub(r"\s*\(.*?\)\s*$", "", rubrik), position)
        return positions

    @cached_property
    def hopskriven(self) -> dict[str, int]:
        """The same without blanks and signs: «good enoug h mål» in a narrow column, «Fr o m», «Ärende_nr»."""
        return {clean.hopskriven(rubrik): position for rubrik, position in reversed(self.plats.items())}

    @cached_property
    def dubbla(self) -> frozenset[int]:
        """The columns whose heading stands above another column too."""
        alike = Counter(map(clean.rubrik, self.rubriker))
        return frozenset(i for i, r in enumerate(self.rubriker) if r and alike[clean.rubrik(r)] > 1)

    @cached_property
    def former(self) -> frozenset[str]:
        """Every form in which a heading stands here."""
        return frozenset((*self.plats, *self.hopskriven))

    def position(self, kolumn: Kolumn) -> int | None:
        """Where the column's newest heading stands that is found, spelt alike or else with other signs."""
        exact = (self.plats[r] for r in kolumn.lasningar if r in self.plats)
        alike = (self.hopskriven[r] for r in kolumn.hopskrivna if r in self.hopskriven)
        return next(exact, None) if self.plats.keys() & kolumn.lasningar else next(alike, None)

    def kolumner(self, profil: ExportProfil) -> dict[str, int]:
        """Column name → position for every heading of the profile that is found."""
        found = {namn: self.position(kolumn) for namn, kolumn in profil.kolumner.items()}
        return {namn: position for namn, position in found.items() if position is not None}


def single(row: list[str], rad: int = 0) -> Huvud:
    """A row as the whole heading.

    >>> single(["Kön", "Enhet (namn)"]).plats
    {'kön': 0, 'enhet (namn)': 1, 'enhet': 1}
    """
    texts = tuple(clean.skriven(c) for c in row)
    return Huvud(rad, rad, texts, tuple((c,) for c in row))


def match_row(row: list[str], profil: ExportProfil) -> dict[str, int]:
    """Column name → position for every heading of the profile that stands in the row."""
    return single(row).kolumner(profil)


def possible(sheet: Sheet, rows: list[list[str]], known: Set[str]) -> Iterator[Huvud]:
    """Every heading that the first rows of a sheet may be, the most certain first.

    known: the forms of all headings that are looked for. Rows without any of them are not joined.
    """
    guesses = []
    alone = [single(row, i) for i, row in enumerate(rows)]
    merged = [m for m in sheet.merged if m[0] < len(rows)]
    for i, row in enumerate(rows):
        if not any(cell.strip() for cell in row):
            continue
        ranges = [m for m in merged if first_level(i) <= m[0] <= i and not is_title(m, rows, i)]
        over = [m for m in ranges if m[0] < i and (m[2] >= i or m[1] < m[3])]
        if over:
            yield joined(rows, min(m[0] for m in over), i, ranges)
        else:
            yield alone[i]
        for first in range(first_level(i), i if not sheet.merged else first_level(i)):
            filled = all(any(cell.strip() for cell in above) for above in rows[first:i])
            if filled and any(not known.isdisjoint(h.former) for h in alone[first : i + 1]):
                guesses.append(joined(rows, first, i, spread(rows, first, i)))
    yield from guesses


def first_level(i: int) -> int:
    """The first row that a heading which ends on row i may begin on."""
    return max(0, i - MOST_LEVELS + 1)


def is_title(merged: Omrade, rows: list[list[str]], i: int) -> bool:
    """True for a title over row i and no group of it: merged over all its headings, or alone in its row."""
    filled = [c for c, cell in enumerate(rows[i]) if cell.strip()]
    alone = sum(bool(cell.strip()) for cell in rows[merged[0]]) == 1
    over_all = merged[3] >= filled[-1] or (alone and merged[2] < i)
    return len(filled) > 1 and merged[1] <= filled[0] and over_all


def spread(rows: list[list[str]], first: int, last: int) -> list[Omrade]:
    """The groups of rows without merged cells: each reaches to the next text in its row."""
    ranges = []
    for rad in range(first, last):
        starts = [c for c, cell in enumerate(rows[rad]) if cell.strip()]
        ends = [c - 1 for c in starts[1:]] + [len(rows[rad]) - 1]
        ranges += [(rad, start, rad, end) for start, end in zip(starts, ends, strict=True)]
    return ranges


def joined(rows: list[list[str]], first: int, last: int, ranges: list[Omrade]) -> Huvud:
    """The heading of rows `first` to `last`, where the text of a range stands over all its columns."""
    levels = [list(rows[rad]) for rad in range(first, last + 1)]
    for top, left, bottom, right in ranges:
        for rad in range(max(top, first), min(bottom, last) + 1):
            for column in range(left, min(right + 1, len(rows[top]))):
                levels[rad - first][column] = rows[top][left]
    parts = [
        list(dict.fromkeys(clean.skriven(t) for t in column if t.strip()))
        for column in zip(*levels, strict=True)
    ]
    lowest = Counter(clean.rubrik(p[-1]) for p in parts if p)
    alone = [bool(p) and lowest[clean.rubrik(p[-1])] == 1 for p in parts]
    written = tuple(p[-1] if lone else " ".join(p) for p, lone in zip(parts, alone, strict=True))
    readings = tuple(
        (*p[-1:], *joined_texts(p)) if lone else joined_texts(p) for p, lone in zip(parts, alone, strict=True)
    )
    return Huvud(first, last, written, readings)


def joined_texts(parts: list[str]) -> tuple[str, ...]:
    """«Utredning Inledd» and its like, from the whole to the two lowest levels; alone where there is one.

    >>> joined_texts(["Ärende", "Utredning", "Inledd"])
    ('Ärende Utredning Inledd', 'Utredning Inledd', 'Inledd Utredning')
    >>> joined_texts(["Enhet"])
    ('Enhet',)
    """
    if len(parts) < 2:
        return tuple(parts)
    upper, lower = parts[-2:]
    return tuple(dict.fromkeys((" ".join(parts), f"{upper} {lower}", f"{lower} {upper}")))
