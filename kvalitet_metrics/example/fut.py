"""The hand-kept list of reports of benefits wrongly paid (FUT)."""

from datetime import date, timedelta
from pathlib import Path

from kvalitet_metrics.example._org import ARBETE_OCH_FORSORJNING, BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import (
    Blad,
    ExampleFile,
    Rad,
    blandade_datum,
    datum_mellan,
    slump,
    write_xlsx,
)

FIL = "FUT-lista_2023.xlsx"

UTFALL = ["Avskriven"] * 3 + ["Utredning ej inledd"] * 2 + ["Återkrav"] * 4 + ["Pågår"] * 7
ORSAKER = ["Bristande inkomstkontroll"] * 2 + ["Klientens agerande"] * 14
"""Bromma 2023, A.5.1: 16 reports, 3 written off, 2 not investigated, no police, 2 for lack of checks.

How the rest ended is ours, as are days and kön.
"""


def write(folder: Path) -> list[ExampleFile]:
    """Write the FUT list of Bromma's enhet för arbete och försörjning."""
    rng = slump(FIL)
    orsaker = rng.sample(ORSAKER, len(ORSAKER))
    dagar = sorted(datum_mellan(rng, date(2023, 1, 9), date(2023, 12, 20)) for _ in UTFALL)
    utfall = rng.sample(UTFALL, len(UTFALL))
    rader: list[Rad] = [["FUT-nr", "Inkom", "Kön", "Orsak", "Utfall", "Avslutad", "Polisanmäld"]]
    for nr, (dag, orsak, blev) in enumerate(zip(dagar, orsaker, utfall, strict=True), start=1):
        klar = None if blev == "Pågår" else dag + timedelta(days=rng.randint(10, 90))
        rader.append(
            [nr, blandade_datum(rng, dag), rng.choice("KM"), orsak, blev, klar, None if not klar else "nej"]
        )
    write_xlsx(folder / FIL, [Blad("2023", [["FUT 2023"], [f"Enhet: {ARBETE_OCH_FORSORJNING}"], [], *rader])])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]
