"""A table as an Excel workbook: typed cells that can be counted on, and a sheet that says what they are."""

from collections.abc import Iterable, Sequence

from kvalitet_metrics.workbook import Blad, Cell, write_workbook


def arbetsbok(
    rubriker: Sequence[str],
    slag: Sequence[str],
    celler: Iterable[Sequence[Cell]],
    om: Sequence[tuple[str, str]],
) -> bytes:
    """The workbook as bytes, sheets «Tabell» and «Om tabellen».

    `slag` says per column what it holds: «text» or a key of TALFORMAT. `om` are the lines of the second
    sheet: definition, period, source, who it was made for. ValueError where `rubriker` and `slag` differ.
    """
    return write_workbook([Blad("Tabell", rubriker, celler, slag), Blad("Om tabellen", (), om)])
