"""A receipt to keep: what a load did, as a workbook. The same facts as JSON are the receipt itself."""

from collections.abc import Mapping
from typing import Any

from kvalitet_metrics.text import lista
from kvalitet_metrics.workbook import Blad, Cell, write_workbook

STATUS = {
    "loaded": "Inläst",
    "refused": "Inte inläst",
    "duplicate": "Redan inläst",
    "preview": "Granskad, inte inläst",
    "active": "Inläst och i bruk",
    "undone": "Inläst och sedan borttagen",
    "set_aside": "Undanlagd exempelfil",
}


def kvittobok(kvitto: Mapping[str, Any]) -> bytes:
    """The receipt as a workbook. kvitto: as `Kvitto.to_dict` or `Workspace.receipt` gives it."""
    sheets = [Blad("Kvitto", ("Uppgift", "Värde"), facts(kvitto))]
    for namn, rubriker, rader in (
        ("Fel", ("Blad", "Cell", "Kolumn", "Fel", "Åtgärd"), faults(kvitto)),
        ("Kontrollsummor", ("Blad", "Cell", "Kolumn", "I filen", "Ur raderna", "Stämmer"), totals(kvitto)),
        ("Nya namn", ("Kolumn", "Namn", "Närmast", "Rader"), labels(kvitto)),
        ("Skillnader", ("Slag", "Fil", "Blad", "Rad", "Enhet", "Datum", "Ändrat"), differences(kvitto)),
    ):
        if rader:
            sheets.append(Blad(namn, rubriker, rader))
    return write_workbook(sheets)


def facts(kvitto: Mapping[str, Any]) -> list[tuple[str, Cell]]:
    """What the whole file is about, one line per fact."""
    period = [kvitto["period_start"], kvitto["period_end"]]
    compared = kvitto.get("jamfort")
    return [
        ("Fil", kvitto["file"]),
        ("Utfall", STATUS[kvitto["status"]]),
        ("Slag av export", kvitto["profile_name"] or "känns inte igen"),
        ("Varför", kvitto.get("recognised", "")),
        ("Period", "–".join(period) if all(period) else "framgår inte"),
        ("Förvaltning", kvitto.get("forvaltning") or ""),
        ("Avdelning", kvitto.get("avdelning") or ""),
        ("Enheter", lista(list(kvitto.get("enheter", {})))),
        ("Rader i filen", kvitto["rows_read"]),
        ("Rader inlästa", kvitto["rows_loaded"]),
        ("Rader med fel, utelämnade", kvitto["rows_skipped"]),
        ("Jämförelse", compared["text"] if compared else "Ingen tidigare inläsning att jämföra med."),
        *(("Observera", warning) for warning in kvitto["warnings"]),
        ("Läses aldrig", lista(kvitto.get("aldrig_lasta", []))),
        ("Inläst", kvitto.get("loaded_at", "")),
        ("Inläst av", kvitto.get("av", "")),
        ("Inläsningens id", kvitto["upload_id"] or ""),
        ("Filens avtryck (sha256)", kvitto["sha256"]),
    ]


def faults(kvitto: Mapping[str, Any]) -> list[list[Cell]]:
    """Every fault with its place."""
    return [[f[k] for k in ("sheet", "cell", "column", "message", "hint")] for f in kvitto["faults"]]


def totals(kvitto: Mapping[str, Any]) -> list[list[Cell]]:
    """The totals rows of the file beside what its rows give."""
    return [
        [k["blad"], k["cell"], k["kolumn"], k["publicerat"], k["beraknat"], "ja" if k["stammer"] else "nej"]
        for k in kvitto.get("kontroller", [])
    ]


def labels(kvitto: Mapping[str, Any]) -> list[list[Cell]]:
    """Labels that nobody had seen before."""
    return [[o["kolumn"], o["etikett"], o["forslag"], o["antal"]] for o in kvitto.get("okanda", [])]


def differences(kvitto: Mapping[str, Any]) -> list[list[Cell]]:
    """Examples of records that differ from the last export."""
    return [
        [
            e["slag"],
            e["fil"],
            e["blad"],
            f"{e['kolumn'] or ''}{e['rad']}",
            e["enhet"],
            lista([f"{k} {v}" for k, v in e["datum"].items()]),
            lista([f"{a['kolumn']}: {a['fran']} → {a['till']}" for a in e["andringar"]]),
        ]
        for e in (kvitto.get("jamfort") or {}).get("exempel", [])
    ]
