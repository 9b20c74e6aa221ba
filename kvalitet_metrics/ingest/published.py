"""A table of results that no export profile knows: how its heading is found by what stands under it.

A published table has labels in its first column and numbers, or marks for missing ones, in the others.
It is only looked for where no special profile fits and none almost does, so that a damaged export is
never taken for a table of results.
"""

import re
from collections.abc import Iterable, Sequence

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

MOST_ROWS = 300
"""A published table is short; a longer one is a list of something."""
NUMBER = r"[-−]?\s?\d{1,3}([\s.]?\d{3})*([.,]\d+)?\s?(%|st|kr|dagar)?"
NO_MEASURE = r"(.*(kod|nummer|nr|id|datum)|personnr.*|löpnr|telefon.*|kommunkod|namn)"
"""Headings of columns with numbers that measure nothing: with one of them the table is a list."""


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
    if fits or any(len(t.profil.kravda.keys() & t.kolumner.keys()) > 1 for t in near):
        return [], faults
    found = [t for sheet in visible if (t := first_fit(sheet, reserves))]
    kinds = {t.profil.namn for t in found}
    if len(kinds) > 1:
        return [], [mixed(found)]
    return found, [] if found else faults


def mixed(found: list[Traff]) -> Fault:
    """The fault for a workbook whose sheets hold tables of different kinds."""
    namn = lista([f"«{t.blad.name}» ({t.profil.namn})" for t in found])
    return Fault(f"Bladen innehåller olika slags tabeller: {namn}.", "Spara varje slag i en egen fil.")


def first_fit(sheet: Sheet, reserves: list[Korstabell]) -> Traff | None:
    """The heading of a table of results on the sheet, by the first reserve profile that it fits."""
    if sheet.table.num_rows > MOST_ROWS:
        return None
    rows = first_rows(sheet, MOST_ROWS)
    in_order = sorted(reserves, key=lambda p: p.reserv)
    return next((t for p in in_order if (t := find(sheet, rows, p))), None)


def find(sheet: Sheet, rows: list[list[str]], profil: Korstabell) -> Traff | None:
    """The first row that reads as the heading of a table of results which the profile is about."""
    for i, row in enumerate(rows[:ROWS_TO_SEARCH]):
        label = label_column(rows, i)
        if label is None or not is_heading(rows, i, label):
            continue
        headings = {clean.rubrik(r) for r in profil.kolumner["etikett"].rubriker}
        if headings and clean.rubrik(row[label]) not in headings:
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
    """The first column that is filled below row `i`, where the labels stand."""
    filled = [p for row in rows[i + 1 :] for p, c in enumerate(row) if c.strip()]
    return min(filled, default=None)


def is_heading(rows: list[list[str]], i: int, label: int) -> bool:
    """True where row `i` has headings over columns of numbers, right above the first row of them."""
    heads = {p: c for p, c in enumerate(rows[i]) if c.strip() and p != label}
    if not heads or any(p < label for p in heads):
        return False
    body = [row for row in rows[i + 1 :] if row[label].strip()]
    if any(re.fullmatch(NUMBER, row[label].strip()) and not is_year(row[label]) for row in body):
        return False
    columns = {p: [row[p].strip() for row in body if row[p].strip()] for p in range(label + 1, len(rows[i]))}
    if any(columns[p] for p in columns if p not in heads):
        return False  # values without a heading
    values = [p for p in heads if any(map(is_value, columns[p])) and not is_text(columns[p])]
    if not values or any(re.fullmatch(NO_MEASURE, clean.rubrik(heads[p])) for p in heads):
        return False
    if any(re.fullmatch(NUMBER, heads[p].strip()) and not is_year(heads[p]) for p in values):
        return False
    texts = [p for p in heads if p not in values and columns[p] and tolka(heads[p]).roll != "text"]
    near = [row[p] for row in rows[i + 1 : i + 13] for p in values]
    return len(texts) <= len(values) and any(is_value(c.strip()) for c in near)


def is_year(text: str) -> bool:
    """True for 2021, and for 2022/2023."""
    return bool(re.fullmatch(r"20\d\d(\s*[/–-]\s*(20)?\d\d)?", text.strip()))


def is_value(text: str) -> bool:
    """True for a number, two numbers, yes or no, or a judgement with a number."""
    parts = dela(text)
    lower = text.lower()
    number = bool(parts.tal and re.fullmatch(NUMBER, parts.tal))
    return number or lower in JA_NEJ or lower in clean.NOLL_I_ORD or bool(re.fullmatch(FARG, lower))


def is_text(column: list[str]) -> bool:
    """True for a column that mostly holds something else than values and marks for missing ones."""
    known = [c for c in column if is_value(c) or c.lower() in clean.SAKNAS]
    return len(known) * 2 < len(column)
