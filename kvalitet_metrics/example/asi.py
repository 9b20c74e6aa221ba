"""Ongoing cases of substance use on one day, with the latest ASI interview."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from kvalitet_metrics.example._org import BROMMA, ENHETEN_FOR_VUXNA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import (
    Blad,
    Cell,
    ExampleFile,
    Rad,
    blandade_datum,
    datum_mellan,
    slump,
    write_xlsx,
)

FIL = "Ärendelista_beroende_2023-07-05.xlsx"
UTTAG = date(2023, 7, 5)
GRANS = date(2018, 7, 5)
"""The first day that lies within five years before the list was taken out."""

MED_ASI, BORTFALL, GAMMAL, SAKNAS = 50, 1, 6, 19
"""Bromma 2023, A.3.1: 76 cases, 51 registered in five years of which one is a bortfall, 25 without.

How many of the 25 have an older interview is ours.
"""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's list of the group for substance use."""
    rng = slump(FIL)
    senaste: list[Cell] = [blandade_datum(rng, _inom_fem_ar(rng, nr)) for nr in range(MED_ASI)]
    senaste += [blandade_datum(rng, GRANS - timedelta(days=1 + 90 * nr)) for nr in range(GAMMAL)]
    senaste += ["Bortfall"] * BORTFALL + [None] * SAKNAS
    rng.shuffle(senaste)
    rader: list[Rad] = [
        ["Ärendelista beroende", f"Uttagsdatum: {UTTAG}"],
        [f"Enhet: {ENHETEN_FOR_VUXNA}"],
        [],
        ["Ärende", "Kön", "Grupp", "ASI Grund datum", "Status"],
        *(
            [f"B-{nr:03}", rng.choice("KMM"), "Beroende", asi, "Pågående"]
            for nr, asi in enumerate(senaste, 1)
        ),
    ]
    write_xlsx(folder / FIL, [Blad("Ärenden", rader)])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]


def _inom_fem_ar(rng: Random, nr: int) -> date:
    """A day in the five years; the first case has its interview on the first of them."""
    return datum_mellan(rng, GRANS, UTTAG) if nr else GRANS
