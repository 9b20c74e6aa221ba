"""An empty spreadsheet with the headings of one kind of export, for those who keep it by hand."""

from kvalitet_metrics.ingest.profile import ExportProfil, Granskning, Kanslig, Kolumn, Lista
from kvalitet_metrics.workbook import Blad, write_workbook

RUBRIKER = ("Rubrik", "Även", "Måste finnas", "Väntas", "Vad som sparas")


def mallbok(profil: Lista) -> bytes:
    """The workbook: one sheet with headings alone, one that says what belongs under each."""
    rubriker = [
        k.rubriker[0]
        for namn, k in profil.kolumner.items()
        if not isinstance(k, Kanslig) and namn != profil.rubrik_over
    ]
    if isinstance(profil, Granskning) and not profil.raknad:
        rubriker += ["Fråga 1", "Fråga 2"]
    about = [(f"«{rubrik}»", *rest) for rubrik, *rest in kolumnrader(profil)]
    return write_workbook([Blad(profil.namn, rubriker, []), Blad("Om kolumnerna", RUBRIKER, about)])


def kolumnrader(profil: ExportProfil) -> list[tuple[str, str, str, str, str]]:
    """One row per column of the export, under RUBRIKER."""
    return [
        (
            kolumn.rubriker[0],
            ", ".join(kolumn.rubriker[1:]),
            "ja" if kolumn.krav else "",
            "" if isinstance(kolumn, Kanslig) else kolumn.vantade,
            sparas(profil, namn, kolumn),
        )
        for namn, kolumn in profil.kolumner.items()
        if kolumn.rubriker
    ]


def sparas(profil: ExportProfil, namn: str, kolumn: Kolumn) -> str:
    """What becomes of the column's cells."""
    if isinstance(kolumn, Kanslig):
        return "läses aldrig"
    if profil.sparas(namn):
        return "sparas"
    return "bara som nyckel" if namn in profil.nyckel else "bara för att räkna"
