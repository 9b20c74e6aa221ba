"""A sheet of tables → blocks: a title, a heading, and rows of a label with cells beside it.

Several blocks may stand on one sheet. Labels that a report has wrapped over two to four rows are
joined again; a heading in several rows or merged cells is read as one. Such tables are small by
nature, so they are walked row by row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.headings import match_row
from kvalitet_metrics.ingest.measures import Rubrik, tolka, without_brackets, without_period
from kvalitet_metrics.ingest.profile import Kolumn, Korstabell, Mattabell
from kvalitet_metrics.ingest.recognise import Traff, first_rows, sheet_facts, title_texts

MOST_ROWS = 5_000
MOST_HEADING_ROWS = 2
"""Heading rows above or below the one with the label."""
UNFINISHED = r"(,|/|[-–]|\b(och|eller|i|av|vid|med|för|till|på|samt))$"
"""How a label ends that goes on in the next row."""
SHORTEST_WRAPPED = 14
"""A label that was wrapped had filled its column; after a shorter one a small letter begins a new label."""
TITLE = r"[:?]$|^tabell \d"
NO_TITLE = r"^(utskriv\w*|uttag\w*|källa|användare|rapport(datum)?|ils(-webb)?)\b"
Merged = Sequence[tuple[int, int, int, int]]
NAMES_OF_TITLES = ("nyckeltal", "mått", "indikator", "tabell", "titel", "fråga")
NO_SHEET_NAME = r"(blad|sheet|tabell|data|export|json|text)\s*\d*$"
NUMBER = r"[-−]?\s?\d[\d\s.,]*\s?(%|st|kr)?"


@dataclass(frozen=True)
class Rad:
    """A row: its number on the sheet, its label, and its filled cells by position.

    under: it stands directly under another row, with no blank one between.
    """

    rad: int
    etikett: str
    celler: dict[int, str]
    under: bool = True

    @property
    def total(self) -> bool:
        """True for a row of totals."""
        return bool(re.match(clean.TOTALRAD, self.etikett.lower()))

    @property
    def ensam(self) -> bool:
        """True for a text alone in its row: a title, a theme, a note or a label without values."""
        return not self.celler and not self.total


@dataclass
class Block:
    """A heading with the rows under it; `bredvid` are the columns that are neither label nor value."""

    rubrik: str
    rubrikrad: int
    label: int
    bredvid: dict[str, int]
    varden: dict[int, Rubrik]
    rader: list[Rad] = field(default_factory=list)
    titel: str = ""
    noter: list[int] = field(default_factory=list)


def read_blocks(traff: Traff, profil: Korstabell) -> list[Block]:
    """The blocks of a sheet, from the heading that was recognised and down."""
    rows = first_rows(traff.blad, MOST_ROWS)
    blocks: list[Block] = []
    begin = first_alike(rows, traff, profil)
    following, under = begin, False
    for i in range(begin, len(rows)):
        if i < following:
            continue
        found = heading(traff, profil, rows, i, blocks[-1] if blocks else None)
        if found:
            block, following = found
            blocks.append(block)
        elif any(c.strip() for c in rows[i]):
            blocks[-1].rader.append(row_at(rows[i], i + 1, blocks[-1].label, under))
        under = not found and any(c.strip() for c in rows[i])
    for block in blocks:
        block.rader = joined_labels(block.rader)
    if not blocks[0].titel and profil.reserv and not re.match(NO_SHEET_NAME, traff.blad.name.lower()):
        blocks[0].titel = traff.blad.name
    for nr in range(1, len(blocks)):
        blocks[nr].titel = take_title(blocks, nr, profil)
    for before, block in zip([None, *blocks], blocks, strict=False):
        name_block(block, before, traff, profil)
    for block in blocks:
        set_notes_aside(block, profil)
    return blocks


def first_alike(rows: list[list[str]], traff: Traff, profil: Korstabell) -> int:
    """The first row with the recognised headings over its values: a block above may have another label."""
    found = traff.rad - 1
    values = {
        p: clean.rubrik(t)
        for p, t in enumerate(rows[found])
        if re.fullmatch(profil.vardekolumner, clean.rubrik(t))
    }
    if not profil.titel_i_rubrik:
        return found
    alike = (i for i in range(found) if all(clean.rubrik(rows[i][p]) == t for p, t in values.items()))
    return next(alike, found)


def name_block(block: Block, before: Block | None, traff: Traff, profil: Korstabell) -> None:
    """Let a block without a title take one from its heading, the sheet's name or the block before."""
    own = clean.rubrik(block.rubrik) if profil.titel_i_rubrik else ""
    if own and re.search(profil.titel_i_rubrik, own):
        block.titel = f"{block.titel}: {block.rubrik}" if block.titel else block.rubrik
    elif before is not None:
        block.titel = block.titel or before.titel
    elif own and not re.search(profil.titlar, block.titel.lower()):
        block.titel = traff.blad.name if re.search(profil.titlar, traff.blad.name.lower()) else block.titel


def row_at(row: list[str], rad: int, label: int, under: bool) -> Rad:
    """A row of a block."""
    texts = [" ".join(c.split()) for c in row]
    return Rad(rad, texts[label], {p: t for p, t in enumerate(texts) if t and p != label}, under)


def heading(
    traff: Traff, profil: Korstabell, rows: list[list[str]], i: int, current: Block | None
) -> tuple[Block, int] | None:
    """The block that begins with row `i` as its heading, and the row after the heading; or None."""
    row = rows[i]
    if profil.reserv or current is None:
        if current and not repeats(row, current):
            return None
        found = match_row(row, profil) | {"etikett": current.label} if current else traff.kolumner
    else:
        found = match_row(row, profil) | ({"etikett": current.label} if same_values(row, current) else {})
        if not profil.kravda.keys() <= found.keys():
            return None
    first, texts, following = in_several_rows(traff.blad.merged, rows, i, found["etikett"])
    beside = {n: p for n, p in found.items() if n != "etikett" and type(profil.kolumner[n]) is not Kolumn}
    taken = {found["etikett"], *beside.values()}
    values = {
        p: tolka(text)
        for p, text in enumerate(texts)
        if text.strip() and p not in taken and re.fullmatch(profil.vardekolumner, clean.rubrik(text))
    }
    label = " ".join(texts[found["etikett"]].split())
    above = tuple(text for r in rows[:first] for text in title_texts(r)) if current is None else ()
    return (
        (Block(label, i + 1, found["etikett"], beside, values, titel=title_above(above)), following)
        if values
        else None
    )


def repeats(row: list[str], current: Block) -> bool:
    """True for the heading of a further block: the same as before, or nothing but words for values."""
    cells = {p: " ".join(c.split()) for p, c in enumerate(row) if c.strip() and p != current.label}
    if not cells:
        return False
    if same_values(row, current):
        return True
    meanings = [tolka(c) for c in cells.values()]
    words = [not re.fullmatch(NUMBER, c) for c in cells.values()]
    return any(words) and all((r.matenhet or r.period) and not r.namn for r in meanings)


def same_values(row: list[str], current: Block) -> bool:
    """True for a row with the same headings over the values as the block before."""
    return all(clean.rubrik(row[p]) == clean.rubrik(r.text) for p, r in current.varden.items())


def in_several_rows(merged: Merged, rows: list[list[str]], i: int, label: int) -> tuple[int, list[str], int]:
    """The first row of the heading, the heading of every column in full, and the row after the heading."""
    first, last = i, i
    while i - first < MOST_HEADING_ROWS and first and is_group_row(merged, rows, first - 1, label):
        first -= 1
    while last - i < MOST_HEADING_ROWS and last + 1 < len(rows) and is_rest(rows[last + 1], label):
        last += 1
    if first == last:
        return i, rows[i], i + 1
    levels = [list(rows[r]) for r in range(first, last + 1)]
    for nr, level in enumerate(levels[:-1]):
        spread(level, levels[nr + 1], label, [m for m in merged if m[0] == first + nr and m[1] > label])
    columns = zip(*levels, strict=True)
    return first, [" ".join(dict.fromkeys(t.strip() for t in c if t.strip())) for c in columns], last + 1


def is_group_row(merged: Merged, rows: list[list[str]], r: int, label: int) -> bool:
    """True for a row of groups above the heading: several texts, or one merged; no label above one."""
    filled = [p for p, c in enumerate(rows[r]) if c.strip() and p != label]
    wide = any(m[0] == r and m[1] > label and m[3] > m[1] for m in merged)
    alone = not (rows[r][label].strip() and rows[r + 1][label].strip())
    return bool(filled) and alone and (len(filled) > 1 or wide)


def is_rest(row: list[str], label: int) -> bool:
    """True for a row that goes on with the heading: no label, and no numbers but years and tertials."""
    texts = [c.strip() for c in row if c.strip()]
    return (
        bool(texts)
        and not row[label].strip()
        and all(
            re.fullmatch(r"20\d\d|T[1-3]", t) or (not re.search(r"\d", t) and t not in clean.SAKNAS)
            for t in texts
        )
    )


def spread(level: list[str], under: list[str], label: int, merged: Merged) -> None:
    """Let the text of a group stand above all its columns: those merged, else to the next text. In place."""
    for _, left, _, right in merged:
        for p in range(left, min(right + 1, len(level))):
            level[p] = level[left]
    if not merged:
        last = ""
        for p in range(label + 1, len(level)):
            last = level[p].strip() or last
            level[p] = last if under[p].strip() else level[p]


def joined_labels(rader: list[Rad]) -> list[Rad]:
    """The rows with labels that were wrapped over several rows made whole; values stand in one of them."""
    capitals = bool(rader) and not rader[0].etikett[:1].islower()
    out: list[Rad] = []
    for rad in rader:
        before = out[-1] if out and rad.under else None
        goes_on = before and (
            (capitals and re.match(r"[a-zåäö(]", rad.etikett) and len(before.etikett) >= SHORTEST_WRAPPED)
            or re.search(UNFINISHED, before.etikett.lower())
        )
        if before and goes_on and rad.etikett and not (before.celler and rad.celler) and not rad.total:
            soft = before.etikett.endswith("-") and rad.etikett[:1].islower()
            text = before.etikett[:-1] + rad.etikett if soft else f"{before.etikett} {rad.etikett}"
            nr = rad.rad if rad.celler else before.rad
            out[-1] = replace(before, rad=nr, etikett=text, celler=before.celler or rad.celler)
        else:
            out.append(rad)
    return out


def title_above(texts: tuple[str, ...]) -> str:
    """The last text above the table that is not «Namn: värde», a period or a note about the printing."""
    for text in reversed(texts):
        plain = " ".join(text.split())
        facts = sheet_facts([plain])
        if called := next((facts[n] for n in NAMES_OF_TITLES if n in facts), None):
            return called
        said = without_period(clean.rubrik(without_brackets(plain)))
        if said and not facts and not re.match(NO_TITLE, plain.lower()):
            return plain
    return ""


def take_title(blocks: list[Block], nr: int, profil: Korstabell) -> str:
    """The title of a further block: the text above its heading, unless it is the last label before it.

    It is a title after a row of totals or a blank row, where the profile knows it as one, or where it
    reads as one; never where another block has it as a label.
    """
    before = blocks[nr - 1]
    if not before.rader or not before.rader[-1].ensam:
        return ""
    last = before.rader[-1]
    others = {r.etikett.lower() for b in blocks if b is not before for r in b.rader}
    known = re.search(profil.titlar, last.etikett.lower()) if profil.titlar else None
    apart = any(r.total for r in before.rader) or not last.under or len(before.rader) == 1
    if apart or (last.etikett.lower() not in others and (known or re.search(TITLE, last.etikett.lower()))):
        before.rader.pop()
        return last.etikett
    return ""


def set_notes_aside(block: Block, profil: Korstabell) -> None:
    """Take out texts that stand alone below the totals or read as notes, and remember their rows."""
    kept, after_total = [], False
    themes = isinstance(profil, Mattabell) and profil.grupprader
    for rad in block.rader:
        if rad.ensam and (after_total or (clean.ar_not(rad.etikett) and not themes)):
            block.noter.append(rad.rad)
        else:
            kept.append(rad)
        after_total |= rad.total
    block.rader = kept
