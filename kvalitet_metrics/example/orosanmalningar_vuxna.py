"""Reports of concern for adults in two months, with the day when something was first done."""

from datetime import date, timedelta
from pathlib import Path

from kvalitet_metrics.example._org import BROMMA, ENHETEN_FOR_VUXNA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import (
    Blad,
    ExampleFile,
    Rad,
    blandade_datum,
    datum_mellan,
    slump,
    write_xlsx,
)

FIL = "Orosanmälningar_vuxna_2023.xlsx"
FRAN, TILL = date(2023, 8, 20), date(2023, 10, 20)

KON = ["Man"] * 33 + ["Kvinna"] * 14
DAGAR = [*[0] * 5, *[1] * 6, *[2] * 5, *[3] * 4, *[4] * 8, *[5] * 7, *[6] * 5, *[7] * 3, 8, 9, 14, 21]
"""Bromma 2023, A.2.2: 33 men, 14 women; most within four days, two after 14 and 21. Other days are ours."""

GRUPPER = ["Beroende"] * 6 + ["Socialpsykiatri"] * 3 + ["Funktionsnedsättning"]


def write(folder: Path) -> list[ExampleFile]:
    """Write the list of the enhet för vuxna."""
    rng = slump(FIL)
    dagar = rng.sample(DAGAR, len(DAGAR))
    inkom = [FRAN, TILL, *(datum_mellan(rng, FRAN, TILL) for _ in DAGAR[2:])]
    arenden = sorted(zip(inkom, dagar, rng.sample(KON, len(KON)), strict=True))
    rader: list[Rad] = [
        ["Inkomna orosanmälningar vuxna"],
        [f"Urval: {FRAN} -- {TILL}"],
        [f"Enhet: {ENHETEN_FOR_VUXNA}"],
        [],
        ["Inkom datum", "Klient (initialer)", "Kön", "Grupp", "Anm/Ans", "Första åtgärd", "FB klar"],
    ]
    for nr, (dag, dagar_till, kon) in enumerate(arenden, start=1):
        atgard = dag + timedelta(days=dagar_till)
        klar = atgard + timedelta(days=rng.randint(0, 12))
        rader.append(
            [
                blandade_datum(rng, dag),
                f"V{nr:03}",
                kon,
                rng.choice(GRUPPER),
                "Anm",
                blandade_datum(rng, atgard),
                blandade_datum(rng, klar),
            ]
        )
    write_xlsx(folder / FIL, [Blad("Anmälningar", rader)])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]
