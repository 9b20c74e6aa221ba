"""Reasons for closing cases of ekonomiskt bistånd, counted by the case system."""

from pathlib import Path

from kvalitet_metrics.example._org import ARBETE_OCH_FORSORJNING, BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import NBSP, Blad, ExampleFile, Rad, rutor, write_xlsx

FIL = "Avslutsorsaker_2023.xlsx"

ORSAKER = rutor("""
    orsak                              | antal
    Börjat arbeta                      | 33
    Börjat studera                     | 12
    Beviljats någon form av ersättning | 38
    Okänd                              | 109
    Flyttat                            | 41
    Försörjs av annan                  | 22
    Avliden                            | 5
    Annan orsak                        | 26
""")
"""Bromma 2023, E.1.6: 286 reasons, of which 11.5, 4.2 and 38.1 % are 33, 12 and 109.

13.2 % for ersättning fits no number (37 is 12.9 %, 38 is 13.3 %). The four last, 94 together, are ours.
"""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's table, with the shares beside the counts."""
    antal = {rad["orsak"]: int(rad["antal"]) for rad in ORSAKER}
    alla = sum(antal.values())
    rader: list[Rad] = [
        ["Statistik avslutsorsaker"],
        ["Period: 2023"],
        [f"Enhet: {ARBETE_OCH_FORSORJNING}"],
        [],
        ["Avslutsorsak", "Antal", "Andel"],
    ]
    for orsak, n in antal.items():
        rader.append([orsak, n, f"{100 * n / alla:.1f}".replace(".", ",") + f"{NBSP}%"])
    rader.append(["Totalt", alla])
    write_xlsx(folder / FIL, [Blad("Avslutsorsaker", rader)])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]
