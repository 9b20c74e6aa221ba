"""Commands about breaks in the source: which part began to count in another way, when and why."""

from collections.abc import Sequence
from typing import Annotated

import typer

from kvalitet_metrics.cli.shared import Json, conditions, day, show_json
from kvalitet_metrics.cli.swedish import Kommando, group
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.store.brott import NyttRaknesatt

breaks = group("Brott i tidsserier: enheter som har börjat räkna på ett nytt sätt.")


@breaks.callback(invoke_without_command=True)
def listing(context: typer.Context, as_json: Json = False) -> None:
    """Visa de brott som är inskrivna."""
    if not context.invoked_subcommand:
        show(context.obj.brott.list(), as_json)


@breaks.command("add", cls=Kommando)
def add(
    context: typer.Context,
    galler: Annotated[
        str,
        typer.Argument(metavar="GÄLLER", help="Ett slags poster, som avvikelse, eller ett måtts id."),
    ],
    datum: Annotated[str, typer.Argument(metavar="ÅÅÅÅ-MM-DD", help="Första dagen med det nya räknesättet.")],
    orsak: Annotated[str, typer.Option(metavar="TEXT", help="Vad som ändrades, utan uppgifter om enskilda.")],
    del_: Annotated[
        str | None,
        typer.Option("--del", metavar="KOLUMN=VÄRDE", help="Delen som ändrades, till exempel enhet=Norr."),
    ] = None,
    av: Annotated[
        str, typer.Option(metavar="TEXT", help="Vem som skriver in det: roll eller signatur.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Skriv in att något räknas på ett nytt sätt från en dag. Utan --del gäller det alla."""
    first = day(datum)
    if first is None:
        raise UsageError("Ange dagen som år-månad-dag, till exempel 2023-01-01.")
    [(column, (value,))] = conditions([del_]).items() if del_ else [(None, (None,))]
    new = context.obj.brott.add(galler, first, orsak, column, value, av)
    if as_json:
        show_json(new.to_dict())
    else:
        typer.echo(f"Inskrivet. {break_text(new)}")


@breaks.command("remove", cls=Kommando)
def remove(
    context: typer.Context,
    nr: Annotated[int, typer.Argument(metavar="NR", help="Brottets nummer, se kommandot breaks.")],
    as_json: Json = False,
) -> None:
    """Ta tillbaka ett brott som skrevs in av misstag. Det finns kvar i historiken."""
    gone = context.obj.brott.remove(nr)
    if as_json:
        show_json(gone.to_dict())
    else:
        typer.echo(f"Borttaget. {break_text(gone)}")


@breaks.command("history", cls=Kommando)
def history(context: typer.Context, as_json: Json = False) -> None:
    """Visa alla brott som har skrivits in, också de som har tagits tillbaka."""
    show(context.obj.brott.history(), as_json)


def show(found: Sequence[NyttRaknesatt], as_json: bool) -> None:
    """Breaks as JSON or as lines of text."""
    if as_json:
        show_json([b.to_dict() for b in found])
    else:
        typer.echo("\n".join(map(break_text, found)) or "Inga brott är inskrivna.")


def break_text(b: NyttRaknesatt) -> str:
    """One break in a line."""
    part = f", {b.kolumn} {b.varde}" if b.varde else ""
    who = f" av {b.av}" if b.av else ""
    gone = f", borttaget {b.aterkallat}" if b.aterkallat else ""
    return f"{b.nr:>3}  {b.datum}  {b.galler}{part}: {b.orsak}  (inskrivet {b.inskrivet}{who}{gone})"
