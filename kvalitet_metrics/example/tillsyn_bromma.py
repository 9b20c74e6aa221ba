"""The avdelning's own list of inspections, reviews and audits by others."""

from pathlib import Path

from kvalitet_metrics.example._org import BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, rutor, write_xlsx

FIL = "Tillsyn_Bromma_2023.xlsx"

TILLSYN = rutor("""
    ar   | enhet                       | instans                      | lagrum | st | typ
    2022 | Enheten för barn och unga   | IVO                          | SoL    | 1  | Tillsyn
    2023 | Enheten för barn och unga   | JO                           | LVU    | 1  | Tillsyn
    2023 | Enheten för vuxna           | Funktionshinderinspektörerna | SoL    | 1  | Kvalitetsgranskning
    2023 | Enheten för personligt stöd | Revisionskontoret            |        | 1  | Revision
    2023 | Enheten för personligt stöd | Miljöförvaltningen           | LSS    | 2  | Miljöinspektion
    2023 | Enheten för personligt stöd | Brandförsvaret               |        | 2  | Brandtillsyn
    2023 | Enheten för personligt stöd | Verksamhetscontroller        | LSS    | 2  | Verksamhetsuppföljning
    2023 | Resursenheten               | Verksamhetscontroller        | SoL    | 1  | Verksamhetsuppföljning
""")
"""Bromma 2023, Tillsyn and Övrigt kvalitetsarbete."""

UTFALL = {
    "IVO": "Brister",
    "JO": "Kritik",
    "Funktionshinderinspektörerna": "Rekommendationer",
    "Miljöförvaltningen": "Brister",
    "Verksamhetscontroller": "Brister",
}
"""What each came to, in our words: what had to be mended is «brister». The others had no remarks."""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's list."""
    rader: list[Rad] = [["Enhet", "Tillsynsmyndighet", "Typ", "Lagrum", "År", "Utfall", "Antal"]]
    for t in TILLSYN:
        utfall = UTFALL.get(t["instans"], "Ingen anmärkning")
        antal = int(t["st"])
        rader.append([t["enhet"], t["instans"], t["typ"], t["lagrum"] or None, t["ar"], utfall, antal])
    write_xlsx(folder / FIL, [Blad("Tillsyn", [["Tillsyn, granskningar och revisioner"], [], *rader])])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]
