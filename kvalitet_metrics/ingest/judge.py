"""What an analyst must know about a file that can be loaded: control totals, unread columns, new labels."""

import re

import pyarrow as pa

from kvalitet_metrics.errors import menade_du
from kvalitet_metrics.ingest.clean import rubrik
from kvalitet_metrics.ingest.profile import ORGANISATION, Enkat, Etikett, ExportProfil, Granskning, Korstabell
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.model import Kontrollsumma, OkandEtikett
from kvalitet_metrics.text import antal, tal_kort

MOST_TOTALS = 20
"""So many totals that do not agree are told one by one."""


def notes(traffar: list[Traff], kontroller: list[Kontrollsumma], rows_skipped: int) -> list[str]:
    """Warnings about what was left unread and totals that do not agree."""
    found = []
    profil = traffar[0].profil
    olasta = list(dict.fromkeys(r for t in traffar for r in t.olasta))
    if isinstance(profil, Korstabell):
        olasta = [r for r in olasta if not re.fullmatch(profil.vardekolumner, rubrik(r))]
    if isinstance(profil, Granskning):
        olasta = [r for r in olasta if not re.fullmatch(profil.fragor, rubrik(r))]
    if olasta and not isinstance(profil, Enkat):
        found.append(f"Kolumner som inte lästes: {', '.join(olasta[:15])}{' …' if len(olasta) > 15 else ''}.")
    found += [
        f"Ett dolt blad har samma rubriker och lästes inte: «{n}». Ta fram bladet om det ska räknas."
        for n in traffar[0].dolda
    ]
    found += [
        f"Bladet «{t.blad.name}» har {antal(t.blad.hidden_rows, 'dold rad', 'dolda rader')} med innehåll. "
        "De räknas med; ta bort dem ur filen om de inte ska räknas."
        for t in traffar
        if t.blad.hidden_rows
    ]
    found += [
        f"Celler långt till höger om tabellen på bladet «{t.blad.name}» lästes inte: "
        f"{', '.join(t.blad.far[:5])}{' …' if len(t.blad.far) > 5 else ''}."
        for t in traffar
        if t.blad.far
    ]
    if ovriga := traffar[0].ovriga:
        namn = ", ".join(f"«{n}»" for n in ovriga[:10]) + (" …" if len(ovriga) > 10 else "")
        found.append(f"Blad som inte lästes: {namn}.")
    differ = [k for k in kontroller if not k.stammer]
    found += [
        f"Kontrollsumman i {k.blad}, {k.cell} ({k.kolumn}) anger {tal_kort(k.publicerat)}, "
        f"men raderna ger {tal_kort(k.beraknat)}"
        + (f"; {antal(k.utan, 'rad', 'rader')} saknar uppgift." if k.utan else ".")
        for k in differ[:MOST_TOTALS]
    ]
    if len(differ) > MOST_TOTALS:
        found.append(f"Ytterligare {len(differ) - MOST_TOTALS} kontrollsummor stämmer inte med raderna.")
    if rows_skipped:
        found.append(f"{antal(rows_skipped, 'rad', 'rader')} med fel lästes inte in.")
    return found


def unknown_labels(
    profil: ExportProfil, tabeller: dict[str, pa.Table], known: dict[str, list[str]]
) -> list[OkandEtikett]:
    """Labels outside a known list, and units or groups that no earlier load has had, with proposals."""
    found = []
    for table in tabeller.values():
        for namn in table.column_names:
            kolumn = profil.kolumner.get(namn) or profil.etiketter.get(namn)
            listade = list(getattr(kolumn, "varden", ())) or known.get(namn, [])
            if not listade or (namn not in ORGANISATION and not isinstance(kolumn, Etikett)):
                continue
            for item in table[namn].value_counts().to_pylist():
                label = item["values"]
                if label is not None and label not in listade:
                    found.append(OkandEtikett(namn, label, menade_du(label, listade, 0.8), item["counts"]))
    return found
