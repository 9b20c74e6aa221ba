"""Göteborg's survey of those who have support: an index, and for some a colour and what to do about it."""

from pathlib import Path

from kvalitet_metrics.example._org import BARN_OCH_UNGDOMSVARD, BOENDE, SYDVAST
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, rutor, write_xlsx

FIL = "Brukarenkät_index_Sydväst_2022-2023.xlsx"

RESURS = """
    fraga                                                | resultat
    Jag är med och påverkar stödet och hjälpen jag får   | 88
    Hur har din situation ändrats i och med stödet       | 81
"""
BOENDE_HOST_22 = """
    fraga                   | resultat
    Trygg i verksamheten    | Röd/83/Prioritera
    Påverkan av stöd        | Röd/82/Prioritera
    Förändring av situation | Röd/79/Prioritera
"""
"""Sydväst 2.1.1.2 (kvalitetsåret) and 5.1.1.2 (the survey of autumn 2022), as published; the first and last
day of that autumn are ours. The reports say neither the scale of the index nor how many answered."""


def write(folder: Path) -> list[ExampleFile]:
    """Write both surveys as sheets of one workbook."""
    blad = [
        _blad(
            "Resursverksamheten",
            ["Kvalitetsår 2022/2023"],
            BARN_OCH_UNGDOMSVARD,
            RESURS,
            "Resursverksamheten",
        ),
        _blad("Boende", ["Period: 2022-09-01--2022-12-31"], BOENDE, BOENDE_HOST_22),
    ]
    write_xlsx(folder / FIL, blad)
    return [ExampleFile(folder / FIL, SYDVAST)]


def _blad(namn: str, period: Rad, avdelning: str, tabell: str, enhet: str = "") -> Blad:
    titlar: list[Rad] = [["Brukarenkät"], period, [f"Avdelning: {avdelning}"]]
    titlar += [[f"Enhet: {enhet}"]] if enhet else []
    svar: list[Rad] = [
        [r["fraga"], int(r["resultat"]) if r["resultat"].isdigit() else r["resultat"]] for r in rutor(tabell)
    ]
    return Blad(namn, [*titlar, ["Fråga i enkäten", "Resultat"], *svar])
