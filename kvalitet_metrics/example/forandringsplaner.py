"""Clients with ekonomiskt bistånd on two days, and whether they have a plan for change that holds."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from kvalitet_metrics.example._org import ARBETE_OCH_FORSORJNING, BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import Blad, Cell, ExampleFile, Rad, rutor, slump, write_xlsx

FIL = "Förändringsplaner_ekonomiskt_bistånd.xlsx"

UTTAG = rutor("""
    dag        | klienter | med_plan
    2022-11-30 | 250      | 140
    2023-11-30 | 275      | 199
""")
"""Bromma 2023, E.1.5: 199 of 275 in 2023, and 56 % at the measurement before.

When that was, and of how many, is not published: one possible explanation is a list of 250 clients
a year earlier.
"""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's two lists, a sheet for each day."""
    rng = slump(FIL)
    write_xlsx(folder / FIL, [_blad(rng, rad) for rad in UTTAG])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]


def _blad(rng: Random, uttag: dict[str, str]) -> Blad:
    """One list: kön drawn so that the shares differ little between them, as the report says."""
    antal, med_plan = int(uttag["klienter"]), int(uttag["med_plan"])
    har = [True] * med_plan + [False] * (antal - med_plan)
    rader: list[Rad] = [
        ["Ekonomiskt bistånd", f"Uttagsdatum: {uttag['dag']}"],
        [f"Enhet: {ARBETE_OCH_FORSORJNING}"],
        [],
        ["Ärendenr", "Kön", "Aktuell förändringsplan", "Upprättad"],
    ]
    rader += [
        [f"E-{nr:04}", "KM"[nr % 2], rng.choice(["Ja", "Ja", "ja"]) if plan else "Nej", upprattad]
        for nr, (plan, upprattad) in enumerate(_planer(rng, har, date.fromisoformat(uttag["dag"])), start=1)
    ]
    return Blad(f"Uttag {uttag['dag'][:4]}", rader)


def _planer(rng: Random, har: list[bool], dag: date) -> list[tuple[bool, Cell]]:
    return [(plan, dag - timedelta(days=rng.randint(5, 360)) if plan else None) for plan in har]
