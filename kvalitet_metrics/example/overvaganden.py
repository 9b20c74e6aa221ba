"""Placed children whose care was considered anew, and whether they were met before it."""

from datetime import timedelta
from pathlib import Path
from random import Random

from kvalitet_metrics.example._org import BARN_OCH_UNGA, BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import (
    MANADER,
    Blad,
    ExampleFile,
    Rad,
    blandade_datum,
    datum_mellan,
    manadens_dagar,
    rutor,
    slump,
    write_xlsx,
)

FIL = "Överväganden_placerade_barn_2023.xlsx"

KONTROLLER = rutor("""
    manad | flickor | pojkar | traffade
    7     | 10      | 10     | 16
    10    | 10      | 10     | 15
""")
"""Bromma 2023, E.4.1: twenty children in July and in October, ten of each kön, 16 and 15 met.

The report does not say when the care was considered: one possible explanation is the month of each control.
Law, placement and which children were met are ours; most were in a familjehem.
"""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's list, a sheet for each control."""
    rng = slump(FIL)
    write_xlsx(folder / FIL, [_blad(rng, rad) for rad in KONTROLLER])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]


def _blad(rng: Random, kontroll: dict[str, str]) -> Blad:
    manad = int(kontroll["manad"])
    barn = ["Flicka"] * int(kontroll["flickor"]) + ["Pojke"] * int(kontroll["pojkar"])
    traffade = set(rng.sample(range(len(barn)), int(kontroll["traffade"])))
    rader: list[Rad] = [
        ["Placerade barn, överväganden och omprövningar 2023"],
        [f"Enhet: {BARN_OCH_UNGA}"],
        [],
        [
            "Ärendenr",
            "Kön",
            "Lagrum",
            "Placeringsform",
            "Datum för övervägande",
            "Föregående övervägande",
            "Barnet träffat",
        ],
    ]
    for nr, kon in enumerate(barn):
        dag = datum_mellan(rng, *manadens_dagar(2023, manad))
        rader.append(
            [
                f"P-{manad:02}{nr:02}",
                kon,
                rng.choice(["SoL", "SoL", "LVU 2 §", "3 § LVU"]),
                rng.choice(["Familjehem", "Familjehem", "Familjehem", "HVB"]),
                blandade_datum(rng, dag),
                dag - timedelta(days=rng.randint(150, 183)),
                "Ja" if nr in traffade else "Nej",
            ]
        )
    return Blad(MANADER[manad - 1].capitalize(), rader)
