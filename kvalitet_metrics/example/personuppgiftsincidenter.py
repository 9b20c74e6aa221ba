"""Personal data breaches: a list kept by hand."""

from datetime import date
from pathlib import Path

from kvalitet_metrics.example._org import OVERGRIPANDE, SYDVAST
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, write_xlsx

FIL = "Personuppgiftsincidenter_Sydväst_2022-2023.xlsx"


def write(folder: Path) -> list[ExampleFile]:
    """Write one breach: that the deviation of 7.1.3 in Sydväst's reception was also one is our assumption."""
    rader: list[Rad] = [
        ["Personuppgiftsincidenter, kvalitetsår 2022/2023"],
        [],
        ["Incidentnr", "Incidentdatum", "Enhet", "Typ av incident", "Riskbedömning", "Anmäld till IMY"],
        ["PU-1", date(2023, 2, 14), "Reception", "Obehörigt röjande", "Låg", "nej"],
    ]
    write_xlsx(folder / FIL, [Blad("Incidenter", rader)])
    return [ExampleFile(folder / FIL, SYDVAST, OVERGRIPANDE)]
