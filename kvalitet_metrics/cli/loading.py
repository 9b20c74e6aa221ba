"""Commands that change what is loaded, and that show it: load, uploads, undo, demo."""

from pathlib import Path
from typing import Annotated

import typer

from kvalitet_metrics.cli.shared import Json, show_json
from kvalitet_metrics.store.receipt import Kvitto


def load(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Filer att läsa in.")],
    profile: Annotated[str | None, typer.Option(help="Slag av export, om filen passar flera.")] = None,
    forvaltning: Annotated[str | None, typer.Option(help="Förvaltning, om filen inte säger det.")] = None,
    avdelning: Annotated[str | None, typer.Option(help="Avdelning, om filen inte säger det.")] = None,
    skip_faulty_rows: Annotated[
        bool, typer.Option(help="Läs in raderna utan fel i stället för att neka filen.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Läs in filer. En fil med fel nekas och ingenting ändras."""
    kvitton = context.obj.load(list(files), profile, forvaltning, avdelning, skip_faulty_rows)
    if as_json:
        show_json([k.to_dict() for k in kvitton])
    else:
        typer.echo("\n\n".join(receipt_text(k) for k in kvitton))
    if any(k.status == "refused" for k in kvitton):
        raise typer.Exit(1)


def uploads(context: typer.Context, as_json: Json = False) -> None:
    """Visa vad som har lästs in."""
    found = context.obj.uploads()
    if as_json:
        show_json(found)
    elif not found:
        typer.echo("Inget är inläst.")
    else:
        status = {"active": "i bruk", "undone": "ångrad", "set_aside": "undanlagd"}
        typer.echo(
            "\n".join(
                f"{u['upload_id']}  {u['loaded_at']}  {status[u['status']]:<9}  "
                f"{u['rows_loaded']:>7} rader  {u['file']}"
                for u in found
            )
        )


def undo(
    context: typer.Context,
    upload_id: Annotated[str, typer.Argument(help="Inläsningens id, se kommandot uploads.")],
    as_json: Json = False,
) -> None:
    """Ta tillbaka en inläsning."""
    undone = context.obj.undo(upload_id)
    if as_json:
        show_json(undone)
    else:
        back = " Exempeldata används igen." if undone["restored"] else ""
        typer.echo(f"Inläsningen av «{undone['file']}» är borttagen.{back}")


def demo(context: typer.Context, as_json: Json = False) -> None:
    """Skriv exempelfilerna i arbetsytan och läs in dem."""
    kvitton = context.obj.demo(lambda step: typer.echo(f"{step} …", err=True))
    if as_json:
        show_json([k.to_dict() for k in kvitton])
    else:
        loaded = sum(k.status == "loaded" for k in kvitton)
        already = sum(k.status == "duplicate" for k in kvitton)
        typer.echo(
            f"{loaded} exempelfiler lästes in, {already} var redan inlästa. De är gjorda av publicerade tal."
        )
    if any(k.status == "refused" for k in kvitton):
        raise typer.Exit(1)


def receipt_text(k: Kvitto) -> str:
    """A receipt as a person reads it."""
    if k.status == "loaded":
        rader = f"{k.rows_loaded} av {k.rows_read} rader"
        head = f"«{k.file}» lästes in som {k.profile_name}: {rader}. Id {k.upload_id}."
    elif k.status == "duplicate":
        head = f"«{k.file}» är redan inläst."
    else:
        head = f"«{k.file}» lästes inte in: {len(k.faults)} fel. Inget har ändrats."
    return "\n".join(
        [head, *(f"- {fault}" for fault in k.faults), *(f"  Obs: {warning}" for warning in k.warnings)]
    )
