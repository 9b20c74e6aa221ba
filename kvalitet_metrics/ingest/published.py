"""A table of results that no export profile knows: how its heading is found by what stands under it.

A published table has labels in its first column and numbers, or marks for missing ones, in the others.
It is only looked for where no special profile fits and none almost does, so that a damaged export is
never taken for a table of results.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.blocks import in_several_rows
from kvalitet_metrics.ingest.cells import JA_NEJ
from kvalitet_metrics.ingest.headings import match_row
from kvalitet_metrics.ingest.measures import FARG, dela, tolka
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profile import ExportProfil, Korstabell
from kvalitet_metrics.ingest.recognise import (
    ROWS_TO_SEARCH,
    Traff,
    first_rows,
    hits,
    recognise,
    title_texts,
)
from kvalitet_metrics.model import Fault
from kvalitet_metrics.text import lista

MOST_ROWS = 600
"""A published table has at most a row per municipality and district; a longer one is a list."""
MOST_COLUMNS = 80
NUMBER = r"[-−]?\s?\d{1,3}([\s.]?\d{3})*([.,]\d+)?\s?(%|st|kr|dagar)?"
CODE = r".*(kod|nummer)"
NO_MEASURE = (
    r"(.*[\s_-])?(id|nr)|.*(kod|nummer|datum)|namn|personnr.*|telefon.*"
    r"|lat(itud)?|long?(itud)?|[xy]|koordinat.*|utfall (t\d|vb)|ack\b.*"
)
"""Headings of columns that measure nothing, or that belong to the steering system's own tables: with one
of them the table is a list, or a damaged export."""
DAY = r"\d{4}-\d\d-\d\d.*|\d{1,2}/\d{1,2}.*|\d{8}"


def recognise_any(
    sheets: Sequence[Sheet], profiler: Iterable[ExportProfil]
) -> tuple[list[Traff], list[Fault]]:
    """As `recognise`, and where no profile fits, the tables of results that the reserve profiles find."""
    profiler = list(profiler)
    reserves = [p for p in profiler if isinstance(p, Korstabell) and p.reserv]
    special = [p for p in profiler if p not in reserves]
    traffar, faults = recognise(sheets, special)
    if traffar or not reserves:
        return traffar, faults
    visible = [s for s in sheets if s.visible and s.kind == "blad"]
    fits, near = hits(visible, special)
    if fits or any(is_damaged(t) for t in near):
        return [], faults
    found = [t for sheet in visible if (t := first_fit(sheet, reserves))]
    kinds = {t.profil.namn for t in found}
    if len(kinds) > 1:
        return [], [mixed(found)]
    return found, [] if found else faults


def is_damaged(traff: Traff) -> bool:
    """True where so many headings of a special profile are there that the others must have been lost."""
    return len(traff.kolumner) > 2 and len(traff.profil.kravda.keys() & traff.kolumner.keys()) > 1


def mixed(found: list[Traff]) -> Fault:
    """The fault for a workbook whose sheets hold tables of different kinds."""
    namn = lista([f"«{t.blad.name}» ({t.profil.namn})" for t in found])
    return Fault(f"Bladen innehåller olika slags tabeller: {namn}.", "Spara varje slag i en egen fil.")


def first_fit(sheet: Sheet, reserves: list[Korstabell]) -> Traff | None:
    """The heading of a table of results on the sheet, by the first reserve profile that it fits."""
    if sheet.table.num_rows > MOST_ROWS or sheet.width > MOST_COLUMNS:
        return None
    rows = first_rows(sheet, MOST_ROWS)
    in_order = sorted(reserves, key=lambda p: p.reserv)
    labels = {i: label_column(rows, i) for i in range(min(len(rows), ROWS_TO_SEARCH))}
    places = {i: label for i, label in labels.items() if label is not None}
    return next((t for p in in_order if (t := find(sheet, rows, places, p))), None)


def find(sheet: Sheet, rows: list[list[str]], places: dict[int, int], profil: Korstabell) -> Traff | None:
    """The first row that reads as the heading of a table of results which the profile is about.

    places: the rows that may be a heading, with the column of their labels.
    """
    headings = {clean.rubrik(r) for r in profil.kolumner["etikett"].rubriker}
    for i, label in places.items():
        row = rows[i]
        if headings and clean.rubrik(row[label]) not in headings:
            continue
        if not is_heading(rows, i, label, set(match_row(row, profil).values())):
            continue
        first, whole, _ = in_several_rows(sheet.merged, rows, i, label)
        title = tuple(text for r in rows[:first] for text in title_texts(r))
        if profil.handlar_om and not about(profil.handlar_om, (row[label], *title[-2:], sheet.name)):
            continue
        kolumner = match_row(whole, profil) | {"etikett": label}
        rubriker = tuple(" ".join(c.split()) for c in row)
        return Traff(profil, sheet, i + 1, kolumner, rubriker, title)
    return None


def about(pattern: str, texts: tuple[str, ...]) -> bool:
    """True where heading, title or the sheet's name say what the table is about."""
    return any(re.search(pattern, text.lower()) for text in texts)


def label_column(rows: list[list[str]], i: int) -> int | None:
    """The first column that is filled below row `i`, where the labels stand; a code before them is none."""
    filled = {p for row in rows[i + 1 :] for p, c in enumerate(row) if c.strip()}
    return min((p for p in filled if not re.fullmatch(CODE, clean.rubrik(rows[i][p]))), default=None)


def is_heading(rows: list[list[str]], i: int, label: int, named: set[int]) -> bool:
    """True where row `i` has headings over columns of numbers, right above the first row of them.

    named: positions of columns that are read as a year, a kön or a unit. Any other column of texts that
    is no comment divides the rows further, so that the table is a list.
    """
    heads = {p: c for p, c in enumerate(rows[i]) if c.strip() and p != label}
    if not heads or any(p < label and p not in named for p in heads):
        return False
    body = [row for row in rows[i + 1 :] if row[label].strip()]
    labels = [row[label].strip() for row in body]
    if all(re.match(clean.TOTALRAD, t.lower()) for t in labels):
        return False  # the last record of a list above its total
    if any((re.fullmatch(NUMBER, t) and not is_year(t)) or re.fullmatch(DAY, t) for t in labels):
        return False
    columns = {p: [row[p].strip() for row in body if row[p].strip()] for p in range(len(rows[i]))}
    if any(columns[p] for p in columns if p not in heads and p != label):
        return False  # values without a heading
    values = [p for p in heads if any(map(is_value, columns[p])) and not is_text(columns[p])]
    values = [p for p in values if p not in named]
    if not values or any(re.fullmatch(NO_MEASURE, clean.rubrik(rows[i][p])) for p in (label, *values)):
        return False
    if any(re.fullmatch(NUMBER, heads[p].strip()) and not is_year(heads[p]) for p in values):
        return False
    others = [p for p in heads if p not in (*values, *named) and columns[p]]
    if any(tolka(heads[p]).roll != "text" and not is_marks(columns[p]) for p in others):
        return False
    near = [row[p] for row in rows[i + 1 : i + 13] for p in values]
    return any(is_value(c.strip()) for c in near)


def is_year(text: str) -> bool:
    """True for 2021, and for 2022/2023."""
    return bool(re.fullmatch(r"20\d\d(\s*[/–-]\s*(20)?\d\d)?", text.strip()))


@lru_cache(maxsize=20_000)
def is_value(text: str) -> bool:
    """True for a number, two numbers, yes or no, or a judgement with a number."""
    parts = dela(text)
    lower = text.lower()
    number = bool(parts.tal and re.fullmatch(NUMBER, parts.tal))
    return number or lower in JA_NEJ or lower in clean.NOLL_I_ORD or bool(re.fullmatch(FARG, lower))


def is_marks(column: list[str]) -> bool:
    """True for a column that only holds marks for missing numbers."""
    return all(c.lower() in clean.SAKNAS for c in column)


def is_text(column: list[str]) -> bool:
    """True for a column that mostly holds something else than values and marks for missing ones."""
    known = [c for c in column if is_value(c) or c.lower() in clean.SAKNAS]
    return len(known) * 2 < len(column)
