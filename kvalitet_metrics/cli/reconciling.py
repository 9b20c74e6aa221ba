"""The command that checks whether published figures agree: reconcile."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kvalitet_metrics.cli.shared import Json, show_json
from kvalitet_metrics.reconcile.finding import KLASSER
from kvalitet_metrics.text import antal


def reconcile(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FIL...]", help="Tabeller med publicerade tal. Utan fil stäms det inlästa av."
        ),
    ] = None,
    additivitet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VAD=SORT",
            help="Hur delar summeras: partition, multi, subset eller utdrag, för en posttyp, "
            "posttyp/kolumn eller en tabell. Kan anges flera gånger.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Stäm av: säger publicerade tal samma sak på alla ställen?"""
    svar = context.obj.reconcile(files, additivitet or ())
    if as_json:
        show_json(svar)
    else:
        typer.echo(answer_text(svar))
    if svar["fynd"]:
        raise typer.Exit(1)


def answer_text(svar: dict[str, Any]) -> str:
    """The number of checks first, then the findings by class, then what does not alarm."""
    rader = [f"{antal(svar['kontroller'], 'kontroll', 'kontroller')}, varav {len(svar['fynd'])} fynd"]
    for klass, betyder in KLASSER.items():
        fynd = [f for f in svar["fynd"] if f["klass"] == klass]
        if fynd:
            rader += ["", f"{klass}  {betyder} ({len(fynd)})", *(line(f) for f in fynd)]
    if svar["noteringar"]:
        rader += ["", f"Att känna till, larmar inte ({len(svar['noteringar'])})"]
        rader += [line(n) for n in svar["noteringar"]]
    return "\n".join(rader)


def line(fynd: dict[str, Any]) -> str:
    """One finding: its place, and below it what disagrees and what would make it agree."""
    return f"  {fynd['plats']}\n      {fynd['regel']}: {fynd['text']}"
