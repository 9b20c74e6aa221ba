"""Assignments of two providers and their plans (genomförandeplaner), each with its own local deadline."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from kvalitet_metrics.example._org import BROMMA, RESURSENHETEN, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import (
    Blad,
    ExampleFile,
    Rad,
    blandade_datum,
    datum_mellan,
    slump,
    write_xlsx,
)

FIL = "Genomförandeplaner_Resursenheten_2023.xlsx"
BOENDE_OCH_STOD = "Bromma boende- och stödinsatser"
FAMILJEBEHANDLING = "Bromma förebyggande och behandling (familjebehandling)"

DAGAR_TILL_PLAN = [3, 6, 8, 9, 11, 12, 14, 14, 15, 16, 18, 21, 24, 27, 30, 34, 41, 55, None, None]
"""Bromma 2023, A.1.3: 45 % within 15 days, of how many is not said.

One possible explanation is the twenty cases that the same report reviews: 9 of 20. The days are ours.
"""

DAGAR_TILL_STANGNING = [30, 38, 40, 42, 42, 43, 50, 61, 75, None, None, None]
"""Bromma 2023, A.1.3: plans shall be closed after six weeks, and are not always. These twelve are ours."""

BESTALLD = date(2023, 1, 9), date(2023, 10, 13)


def write(folder: Path) -> list[ExampleFile]:
    """Write the Resursenhet's list, a sheet for each provider."""
    rng = slump(FIL)
    write_xlsx(folder / FIL, [_upprattade(rng), _stangda(rng)])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]


def _titel(grupp: str) -> list[Rad]:
    return [["Uppdrag och genomförandeplaner 2023"], [f"Enhet: {RESURSENHETEN}"], [f"Grupp: {grupp}"], []]


def _upprattade(rng: Random) -> Blad:
    rader: list[Rad] = [
        ["Uppdragsnr", "Kön", "Insats", "Senaste beställning", "Genomförandeplan upprättad", "Tidsgräns"]
    ]
    for nr, dagar in enumerate(DAGAR_TILL_PLAN, start=1):
        dag = datum_mellan(rng, *BESTALLD)
        plan = "saknas" if dagar is None else blandade_datum(rng, dag + timedelta(days=dagar))
        insats = "Boendestöd" if nr % 2 else "Försöks- och träningslägenhet"
        rader.append([f"S-{nr:03}", rng.choice("KM"), insats, dag, plan, "15 dagar från beställning"])
    return Blad("Boende och stöd", [*_titel(BOENDE_OCH_STOD), *rader])


def _stangda(rng: Random) -> Blad:
    rader: list[Rad] = [
        ["Uppdragsnr", "Insats", "Beställd", "Genomförandeplan upprättad", "Stängd", "Tidsgräns"]
    ]
    for nr, dagar in enumerate(DAGAR_TILL_STANGNING, start=1):
        dag = datum_mellan(rng, *BESTALLD)
        stangd = "öppen" if dagar is None else blandade_datum(rng, dag + timedelta(days=dagar))
        upprattad = dag + timedelta(days=rng.randint(5, 25))
        rader.append([f"F-{nr:03}", "Familjebehandling", dag, upprattad, stangd, "Stängd efter 6 veckor"])
    return Blad("Familjebehandling", [*_titel(FAMILJEBEHANDLING), *rader])
