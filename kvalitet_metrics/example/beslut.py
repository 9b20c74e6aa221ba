"""Decisions and when they were carried out, as they are listed for the quarterly report to IVO."""

from datetime import date, timedelta
from pathlib import Path

from kvalitet_metrics.example._org import ALDRE, JARVA
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, datum_mellan, rutor, slump, write_xlsx

FIL = "Beslut_verkställighet_2023.xlsx"
ENHET = "Beställarenheten funktionsnedsättning och socialpsykiatri"

BESLUT = rutor("""
    insats                      | i_tid | sena | ej
    Bostad med särskild service | 6     | 2    | 1
    Kontaktperson               | 8     | 1    | 0
    Ledsagarservice             | 5     | 0    | 0
""")
"""Järva 2023 says that IVO looked at one decision that had not been carried out; the rest is ours."""


def write(folder: Path) -> list[ExampleFile]:
    """Write Järva's list of decisions."""
    rng = slump(FIL)
    rubriker = ["Beslutsnr", "Kön", "Enhet", "Lagrum", "Insats", "Beslutsdatum", "Verkställt", "Orsak"]
    rader: list[Rad] = []
    for ruta in BESLUT:
        for slag, kortast, langst in (("i_tid", 3, 85), ("sena", 95, 170), ("ej", 0, 0)):
            for _ in range(int(ruta[slag])):
                beslutad = datum_mellan(rng, date(2023, 1, 9), date(2023, 6, 30))
                verkstalld = beslutad + timedelta(days=rng.randint(kortast, langst))
                nr, kon = f"B-2023-{len(rader) + 1:04}", rng.choice(["Kvinna", "Man"])
                utfall = ("Ej verkställt", "Resursbrist") if slag == "ej" else (verkstalld, None)
                rader.append([nr, kon, ENHET, "LSS", ruta["insats"], beslutad, *utfall])
    titel: list[Rad] = [
        ["Beslut LSS, vuxna"],
        ["Uttagsdatum: 2024-01-08"],
        [],
        [*rubriker, "Rapporterad till IVO"],
    ]
    rapporterade: list[Rad] = [[*r, date(2023, 10, 16) if r[6] == "Ej verkställt" else None] for r in rader]
    write_xlsx(folder / FIL, [Blad("Beslut", [*titel, *rapporterade])])
    return [ExampleFile(folder / FIL, JARVA, ALDRE)]
