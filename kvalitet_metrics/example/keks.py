"""KEKS: an index per year with the network's mean and its targets."""

from pathlib import Path

from kvalitet_metrics.example._org import FRITID, SYDVAST
from kvalitet_metrics.example._sheet import NBSP, Blad, ExampleFile, Rad, rutor, write_xlsx

FIL = "KEKS_Sydväst_2023.xlsx"

INDEX = rutor("""
    index                                                              | 2021 | 2022 | 2023 | mal | snitt
    Index Inflytande, delaktighet och ansvarstagande, öppen verksamhet | 69   | 62   | 69   | 50  | 63
    Andel unga som producerar verksamhet                               | -    | 10   | 8    | 30  | 5
    Andel ungdomsproducerad verksamhet                                 | -    | 32   | 24   | 60  | 20
    Index delaktighet, gruppverksamhet                                 | 94   | 85   | 75   | 75  | 79
    Index lärande, gruppverksamhet                                     | 57   | 65   | 80   | 85  | 73
    Index trygghet och bemötande, öppen verksamhet                     | 93   | 90   | 91   | 90  | 90
    Avvikelse från jämn könsfördelning, öppen verksamhet               | 14   | 8    | 6    | 10  | 12
    Avvikelse från jämn könsfördelning, gruppverksamhet                | 7    | 8    | 10   | 10  | 12
""")
"""Sydväst 6.1.3, as published. A dash: not measured that year."""


def write(folder: Path) -> list[ExampleFile]:
    """Write Sydväst's table, with the line breaks that its headings have."""
    rader: list[Rad] = [["Index", "2021", "2022", "2023", "Good\nenough\nmål", "Snitt\nKEKS"]]
    for rad in INDEX:
        namn, *tal = rad.values()
        rader.append([namn, *(t if t == "-" else f"{t}{NBSP}%" for t in tal)])
    write_xlsx(folder / FIL, [Blad("KEKS", [["Nationella jämförelser"], [], *rader])])
    return [ExampleFile(folder / FIL, SYDVAST, FRITID)]
