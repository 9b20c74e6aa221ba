"""The cells of values of a sheet's blocks, typed: what number, why it is missing, and what else they say.

Numbers are read by the same SQL as in lists. A text in a number's place is never guessed at: it is a
fault, or in an open table a missing value with a warning that says where it stands.
"""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.blocks import Block, Rad
from kvalitet_metrics.ingest.measures import EGEN, Rubrik, dela
from kvalitet_metrics.ingest.profile import Korstabell, Mattabell
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.shapes import Forteckning, shown, without_value
from kvalitet_metrics.model import Fault

JA_NEJ = {"ja": 1.0, "nej": 0.0}
MOST_PLACES = 8


class Tal(NamedTuple):
    """A number, or why there is none."""

    varde: float | None = None
    saknas: str | None = None


@dataclass(frozen=True)
class Cell:
    """A typed cell: where it stands, under which heading, and its values now and before."""

    block: Block
    rad: Rad
    plats: int
    ort: str
    tal: Tal
    fore: Tal | None = None
    procent: bool = False
    skrivet: str | None = None
    bedomning: str | None = None
    prioritering: str | None = None
    andra: dict[str, str | None] = field(default_factory=dict)
    tema: str | None = None

    @property
    def rubrik(self) -> Rubrik:
        """The meaning of the heading above the cell."""
        return self.block.varden[self.plats]


def typed_cells(
    con: duckdb.DuckDBPyConnection, traff: Traff, profil: Korstabell, blocks: list[Block], lista: Forteckning
) -> list[Cell]:
    """Every cell of every block in reading order; faults and warnings go to `lista`."""
    cells = [cell for block in blocks for cell in raw_cells(traff, profil, block)]
    numbers = read_numbers(con, {t for c in cells for t in texts_of(c) if t})
    errors = {traff.blad.address(row + 1, col): why for (row, col), why in without_value(traff.blad).items()}
    text_columns = only_texts(cells, numbers, errors) if isinstance(profil, Mattabell) else set()
    out, texts = [], []
    for cell in cells:
        if (id(cell.block), cell.plats) in text_columns or cell.rubrik.roll == "text":
            continue
        written = cell.rad.celler.get(cell.plats)
        new = with_numbers(cell, numbers, profil)
        if cell.ort in errors:
            fault(traff, new, *errors[cell.ort], lista)
        elif new.tal == Tal() and not new.bedomning:
            if profil.text_som_bortfall:
                texts.append(cell.ort)
                new = replace(new, tal=Tal(None, "text"), skrivet=None)
            else:
                fault(traff, new, f"{shown(written or '')}väntade ett tal.", clean.ETT_TAL, lista)
        out.append(new)
    if unread := list(
        dict.fromkeys(b.varden[p].text for b in blocks for p in b.varden if (id(b), p) in text_columns)
    ):
        lista.warnings.append(f"Kolumner som inte lästes: {', '.join(unread[:15])}.")
    if texts:
        shown_places = ", ".join(texts[:MOST_PLACES]) + (" …" if len(texts) > MOST_PLACES else "")
        lista.warnings.append(
            f"Text i stället för tal räknas som att uppgiften saknas: bladet «{traff.blad.name}», "
            f"{shown_places}. Skriv ett tal om det finns ett."
        )
    return out


def raw_cells(traff: Traff, profil: Korstabell, block: Block) -> list[Cell]:
    """The cells of a block before their numbers are read."""
    themes = isinstance(profil, Mattabell) and profil.grupprader
    out: list[Cell] = []
    tema: str | None = None
    before: dict[str, str | None] = {}
    for rad in block.rader:
        if themes and rad.ensam:
            tema = rad.etikett
            continue
        label = {block.label: rad.etikett} if not rad.total else {}
        andra = {n: (rad.celler | label).get(p) for n, p in block.bredvid.items()}
        before = {n: v or (before.get(n) if profil.kolumner[n].fyll_ned else None) for n, v in andra.items()}
        andra = before
        for plats in block.varden:
            ort = traff.blad.address(rad.rad, plats)
            parts = dela(rad.celler.get(plats))
            out.append(
                Cell(block, rad, plats, ort, Tal(), None, "%" in (parts.tal or ""), None,
                     parts.bedomning, parts.prioritering, andra, tema)
            )  # fmt: skip
    return out


def texts_of(cell: Cell) -> tuple[str | None, str | None]:
    """The texts of the cell's number and of the one in brackets."""
    parts = dela(cell.rad.celler.get(cell.plats))
    return parts.tal, parts.inom_parentes


def read_numbers(con: duckdb.DuckDBPyConnection, texts: set[str]) -> dict[str, Tal]:
    """What each text says as a number, or why there is none; neither where it says something else."""
    con.register("celler", pa.table({"cell": pa.array(sorted(texts), pa.string())}))
    rows = con.execute(f"SELECT cell, {clean.tal('cell')}, {clean.saknas('cell')} FROM celler").fetchall()
    con.unregister("celler")
    return {cell: Tal(varde, saknas) for cell, varde, saknas in rows}


def with_numbers(cell: Cell, numbers: dict[str, Tal], profil: Korstabell) -> Cell:
    """The cell with its numbers, and as written where that says more than a number does."""
    written = cell.rad.celler.get(cell.plats)
    text, before = texts_of(cell)
    if written is None:
        return replace(cell, tal=Tal(None, "tom"))
    if isinstance(profil, Mattabell) and written.lower() in JA_NEJ:
        tal = Tal(JA_NEJ[written.lower()])
        return replace(cell, tal=tal, bedomning=written.lower())
    tal = numbers[text] if text else Tal()
    if isinstance(profil, Mattabell) and text in ("-", "–", "—"):
        tal = Tal(None, profil.streck)
    fore = numbers[before] if before else None
    if fore == Tal():
        tal, fore = Tal(), None  # «12 (varav 3 akuta)» is a text, not two periods
    more = text != written or written.lower() in clean.NOLL_I_ORD
    return replace(cell, tal=tal, fore=fore, skrivet=written if more and tal != Tal() else None)


def only_texts(cells: list[Cell], numbers: dict[str, Tal], errors: Container[str]) -> set[tuple[int, int]]:
    """The columns (block, position) where every filled cell is a text: comments, which are not read.

    A column whose heading says what value stands there is no comment, whatever its cells hold.
    """
    filled: dict[tuple[int, int], list[bool]] = {}
    for cell in cells:
        written = cell.rad.celler.get(cell.plats)
        if written and cell.ort not in errors:
            text, _ = texts_of(cell)
            r = cell.rubrik
            meant = r.matenhet or r.period or r.kon or r.jamforelse != EGEN or r.roll != "matt"
            known = meant or cell.bedomning or written.lower() in JA_NEJ or (text and numbers[text] != Tal())
            filled.setdefault((id(cell.block), cell.plats), []).append(not known)
    return {column for column, is_text in filled.items() if all(is_text)}


def fault(traff: Traff, cell: Cell, text: str, hint: str, lista: Forteckning) -> None:
    """Add a fault at a cell, and remember its row as faulty."""
    lista.faults.append(Fault(text, hint, traff.blad.name, cell.ort, cell.rubrik.text))
    lista.faulty_rows.add(cell.rad.rad)
