"""The city's survey of those who have support: the district's own report, a sheet for each insats."""

from pathlib import Path

from kvalitet_metrics.example._org import BROMMA, PERSONLIGT_STOD, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import Blad, Cell, ExampleFile, Rad, rutor, write_xlsx

FIL = "Stadens_brukarundersökning_Bromma_2023.xlsx"

RUBRIKER = ["Fråga", "Bromma 2023", "Bromma 2022", "Män", "Kvinnor", "Staden 2023", "Antal svar"]
RUBRIKER += ["Svarsfrekvens", "Svarsfrekvens staden"]

RESULTAT = rutor("""
    blad | plats                    | nu | fore | man | kvinnor | staden | svar | frekvens | stadens
    DV   | i din dagliga verksamhet | 92 | 80   | 81  | 100     | 80     | 38   | 66       | 57
    GB   | hemma                    | 84 | 86   | 81  | 88      | 82     | 44   | 83       | 62
    SB   | hemma                    | 71 | 100  | *   | *       | 80     | 14   | 30       | 50
""")
"""Bromma 2023, E.2.1. The year before in gruppbostad is two units better, as the text says.

The report says both 80 % and eight units for the year before in daglig verksamhet: 80 is written here.
How many answered is ours: numbers that give the published shares.
"""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's report of the survey in autumn 2023."""
    write_xlsx(folder / FIL, [_blad(rad) for rad in RESULTAT])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]


def _blad(rad: dict[str, str]) -> Blad:
    namn, plats, *tal = rad.values()
    fraga = f"Får du bestämma om saker som är viktiga för dig {plats}?"
    rader: list[Rad] = [
        ["Stadens brukarundersökning, egen regi"],
        ["Period: 2023"],
        [f"Enhet: {PERSONLIGT_STOD}"],
        [],
        RUBRIKER,
        [fraga, *map(_cell, tal)],
    ]
    return Blad(namn, rader)


def _cell(text: str) -> Cell:
    return int(text) if text.isdigit() else text
