"""Commands about the organisation over time: units, other spellings, changes of name, mergers, splits."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kvalitet_metrics.cli.shared import Json, day, show_json, write_file
from kvalitet_metrics.cli.swedish import Kommando, group
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.store.organisation import Andring, Enhet, Organisation
from kvalitet_metrics.text import lista

organisation = group("Organisationens enheter över tid: stavningar, namnbyten, sammanslagningar, delningar.")

Slag = Annotated[str, typer.Argument(metavar="SLAG", help="forvaltning, avdelning, enhet eller grupp.")]
Namn = Annotated[str, typer.Argument(metavar="NAMN", help="Enhetens namn.")]
Day = Annotated[str | None, typer.Option(metavar="ÅÅÅÅ-MM-DD", help="Första dagen.")]
LastDay = Annotated[str | None, typer.Option(metavar="ÅÅÅÅ-MM-DD", help="Sista dagen.")]


@organisation.callback(invoke_without_command=True)
def listing(context: typer.Context, as_json: Json = False) -> None:
    """Visa enheterna och vad som har ändrats."""
    if not context.invoked_subcommand:
        show(context.obj.organisation.list(), as_json)


@organisation.command("add", cls=Kommando)
def add(
    context: typer.Context,
    slag: Slag,
    namn: Namn,
    foralder: Annotated[str | None, typer.Option(metavar="NAMN", help="Enheten som den hör till.")] = None,
    fran: Day = None,
    till: LastDay = None,
    stavning: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Annan stavning; kan anges flera gånger.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Lägg till en enhet, eller ändra uppgifterna om en som finns."""
    given: dict[str, Any] = {
        "foralder": foralder,
        "fran": day(fran),
        "till": day(till),
        "stavningar": tuple(stavning or ()),
    }
    facts = {name: value for name, value in given.items() if value}
    show(context.obj.organisation.add(slag, namn, **facts), as_json)


@organisation.command("remove", cls=Kommando)
def remove(context: typer.Context, slag: Slag, namn: Namn, as_json: Json = False) -> None:
    """Ta bort en enhet och dess ändringar ur listan. Posterna påverkas inte."""
    show(context.obj.organisation.remove(slag, namn), as_json)


@organisation.command("change", cls=Kommando)
def change(
    context: typer.Context,
    andring: Annotated[
        str, typer.Argument(metavar="ÄNDRING", help="namnbyte, sammanslagning eller delning.")
    ],
    slag: Slag,
    datum: Annotated[str, typer.Argument(metavar="ÅÅÅÅ-MM-DD", help="Första dagen efter ändringen.")],
    fore: Annotated[list[str], typer.Option(metavar="NAMN", help="Enhet före; kan anges flera gånger.")],
    efter: Annotated[list[str], typer.Option(metavar="NAMN", help="Enhet efter; kan anges flera gånger.")],
    orsak: Annotated[str, typer.Option(metavar="TEXT", help="Varför.")] = "",
    as_json: Json = False,
) -> None:
    """Skriv in ett namnbyte, en sammanslagning eller en delning."""
    first = day(datum)
    assert first is not None, "the argument is required"
    show(context.obj.organisation.change(andring, slag, first, fore, efter, orsak), as_json)


@organisation.command("export", cls=Kommando)
def export(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FIL.json", help="Skriv hit i stället.")] = None,
) -> None:
    """Skriv organisationen som JSON."""
    text = context.obj.organisation.export()
    if out:
        write_file(out, text.encode())
    else:
        typer.echo(text)


@organisation.command("import", cls=Kommando)
def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL.json", help="En organisation som har exporterats.")],
    as_json: Json = False,
) -> None:
    """Byt ut organisationen mot en som har exporterats."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"«{file.name}» går inte att läsa. Ange en fil som har exporterats.") from None
    show(context.obj.organisation.import_(text), as_json)


def show(found: Organisation, as_json: bool) -> None:
    """The organisation as JSON or as lines of text."""
    if as_json:
        show_json(found.to_dict())
    else:
        typer.echo("\n".join([*map(unit_text, found.enheter), *map(change_text, found.andringar)]))


def unit_text(e: Enhet) -> str:
    """One unit in a line."""
    days = f"  {e.fran or ''}–{e.till or ''}" if e.fran or e.till else ""
    under = f", hör till {e.foralder}" if e.foralder else ""
    spelled = f"  Stavas också: {lista(e.stavningar)}." if e.stavningar else ""
    return f"{e.slag:<12} {e.namn}{under}{days}{spelled}"


def change_text(a: Andring) -> str:
    """One change in a line."""
    why = f"  {a.orsak}" if a.orsak else ""
    return f"{a.datum}   {a.andring} av {a.slag}: {lista(a.fore)} → {lista(a.efter)}.{why}"
