"""Commands for files that no built-in profile knows: sheets, map, and the profiles that analysts make."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kvalitet_metrics.cli.loading import receipt_text
from kvalitet_metrics.cli.shared import Json, show_json, write_file
from kvalitet_metrics.cli.swedish import Kommando, group
from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.ingest.mapped import baser, karta_ur_json
from kvalitet_metrics.ingest.mapping import ROLLER, till_json
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.propose_known import propose_base
from kvalitet_metrics.ingest.view import refuse_identity_numbers

ROWS_SHOWN = 15

File = Annotated[Path, typer.Argument(metavar="FIL", help="Filen.")]
SheetName = Annotated[
    str | None, typer.Option("--sheet", metavar="NAMN", help="Bladets namn, annars det första med en tabell.")
]
ProfileId = Annotated[str, typer.Argument(metavar="ID", help="Profilens id, se profiles list.")]

profiles = group(
    "Egna profiler: kartläggningar av filer som ingen inbyggd profil känner igen.", no_args_is_help=True
)


def sheets(context: typer.Context, file: File, as_json: Json = False) -> None:
    """Visa filens blad som programmet ser dem. Nekas där de innehåller personnummer."""
    found = context.obj.profiler.sheets(file)
    refuse_identity_numbers(found)
    if as_json:
        show_json([as_seen(s) for s in found])
        return
    for sheet in found:
        hidden = "" if sheet.visible else " (dolt)"
        typer.echo(f"«{sheet.name}»{hidden}: {sheet.table.num_rows} rader, {sheet.width} kolumner")
        for row in as_seen(sheet)["rows"][:ROWS_SHOWN]:
            typer.echo(f"{row['row']:>5}  {' | '.join(row['cells'])}")


def as_seen(sheet: Sheet) -> dict[str, Any]:
    """A sheet as plain values; blank rows are left out, a blank cell is the empty text."""
    columns = ([c or "" for c in column.to_pylist()] for column in sheet.table.columns)
    rows = enumerate(zip(*columns, strict=True), start=1)
    return {
        "name": sheet.name,
        "visible": sheet.visible,
        "first_column": sheet.column_letter(0),
        "rows": [{"row": nr, "cells": list(cells)} for nr, cells in rows if any(cells)],
    }


def map_file(
    context: typer.Context,
    file: File,
    propose: Annotated[
        bool, typer.Option("--propose", help="Föreslå en kartläggning av filens första tabell.")
    ] = False,
    mapping: Annotated[
        Path | None, typer.Option(metavar="KARTA.json", help="Pröva den här kartläggningen på filen.")
    ] = None,
    base: Annotated[
        str | None, typer.Option(metavar="ID", help="Föreslå filen som en känd export med andra rubriker.")
    ] = None,
    sheet: SheetName = None,
    row: Annotated[int | None, typer.Option(metavar="N", help="Raden med rubriker, om den är känd.")] = None,
    heading_rows: Annotated[int, typer.Option(metavar="N", help="Antal rubrikrader.")] = 1,
    as_json: Json = False,
) -> None:
    """Föreslå en kartläggning av en fil, eller pröva en. Ingenting sparas."""
    if propose == bool(mapping):
        raise UsageError("Ange antingen --propose eller --mapping KARTA.json.")
    if mapping:
        tried = context.obj.profiler.preview(file, karta_ur_json(read_text(mapping)))
        show_json(tried.kvitto.to_dict()) if as_json else typer.echo(receipt_text(tried.kvitto))
        if not as_json and not tried.siffror.empty:
            typer.echo(tried.siffror.to_string(index=False))
        if not tried.kvitto.tables:
            raise typer.Exit(1)
        return
    forslag = context.obj.profiler.propose(file, sheet, row, heading_rows)
    if base and base not in baser():
        raise UsageError(f"Exporten «{base}» finns inte.{menade_du_fras(base, baser())}")
    karta = propose_base(forslag, base) if base else forslag.karta
    if as_json:
        typer.echo(till_json(karta))
        return
    typer.echo(f"Bladet «{forslag.blad}», rubriker på rad {forslag.rad}:")
    if karta.bred:
        typer.echo(f"  Rubrikerna på kolumnerna med värden säger {karta.bred.dimension}.")
    for bild in forslag.kolumner:
        role = next((k.roll for k in karta.kolumner if k.rubrik == bild.rubrik), "–")
        typer.echo(f"  {bild.rubrik}: {ROLLER.get(role, role)}  ({', '.join(bild.exempel)})")


@profiles.command("list", cls=Kommando)
def list_(context: typer.Context, as_json: Json = False) -> None:
    """Visa de egna profilerna, också de pensionerade."""
    found = context.obj.profiler.all(retired=True)
    if as_json:
        show_json(found)
    elif not found:
        typer.echo("Inga egna profiler finns.")
    for p in found if not as_json else ():
        state = f"pensionerad {p['retired'][:10]}" if p["retired"] else f"{p['uploads']} inläsningar"
        typer.echo(f"{p['id']:<30} {p['namn']}  ({state})" + (f"\n  {p['fel']}" if p["fel"] else ""))


@profiles.command(cls=Kommando)
def show(context: typer.Context, id: ProfileId, as_json: Json = False) -> None:
    """Visa en egen profil."""
    karta = context.obj.profiler.get(id)
    if as_json:
        typer.echo(till_json(karta))
        return
    typer.echo(f"{karta.namn} ({karta.id})" + (f", som {karta.bas}" if karta.bas else ""))
    for k in karta.kolumner:
        typer.echo(f"  {k.rubrik}: {ROLLER.get(k.roll, k.roll)}" + (f" – {k.matt}" if k.matt else ""))
    for namn, varde in karta.konstanter.items():
        typer.echo(f"  {ROLLER.get(namn, namn)} är alltid {varde}")


@profiles.command(cls=Kommando)
def export(
    context: typer.Context,
    id: ProfileId,
    out: Annotated[Path | None, typer.Option(metavar="KARTA.json", help="Skriv profilen hit.")] = None,
) -> None:
    """Skriv en egen profil som JSON."""
    text = context.obj.profiler.export(id)
    if out:
        write_file(out, text.encode())
    else:
        typer.echo(text)


@profiles.command("import", cls=Kommando)
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="KARTA.json", help="En profil som JSON.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Ersätt en profil med samma id, även om den skiljer sig.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Spara en profil ur en JSON-fil."""
    karta = context.obj.profiler.import_(read_text(file), replace)
    if as_json:
        typer.echo(till_json(karta))
    else:
        typer.echo(f"Profilen «{karta.namn}» ({karta.id}) är sparad och används vid nästa inläsning.")


@profiles.command(cls=Kommando)
def remove(context: typer.Context, id: ProfileId, as_json: Json = False) -> None:
    """Ta bort en egen profil. Har filer lästs in med den pensioneras den."""
    outcome = context.obj.profiler.remove(id)
    if as_json:
        show_json({"id": id, "status": outcome})
    else:
        typer.echo(f"Profilen «{id}» är {outcome}. Inlästa filer är kvar.")


def read_text(path: Path) -> str:
    """The text of a mapping's file. Raises UsageError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"«{path.name}» går inte att läsa. Kontrollera sökvägen.") from None
