"""Commands about the meetings of a management group: when, and which figures are looked at."""

from typing import Annotated

import typer

from kvalitet_metrics.cli.shared import Json, PeriodOption, Where, conditions, day, show_json
from kvalitet_metrics.cli.swedish import Kommando, group
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import DIAGRAM, NEDBRYTNINGAR, Periodslag
from kvalitet_metrics.store.moten import Bild, Mote

meetings = group("Ledningsgruppens möten: vilka siffror som visas, i vilken ordning.")

Nr = Annotated[int, typer.Argument(metavar="NR", help="Mötets nummer, se kommandot mote.")]


@meetings.callback(invoke_without_command=True)
def listing(context: typer.Context, as_json: Json = False) -> None:
    """Visa mötena, det senaste först."""
    if context.invoked_subcommand:
        return
    found = context.obj.moten.list()
    if as_json:
        show_json([m.to_dict() for m in found])
    else:
        typer.echo("\n".join(map(meeting_text, found)) or "Inget möte är planerat.")


@meetings.command("create", cls=Kommando)
def create(
    context: typer.Context,
    namn: Annotated[str, typer.Argument(metavar="NAMN", help="Vad mötet heter.")],
    datum: Annotated[str, typer.Argument(metavar="ÅÅÅÅ-MM-DD", help="Mötets dag.")],
    as_json: Json = False,
) -> None:
    """Planera ett möte."""
    on = day(datum)
    if on is None:
        raise UsageError("Ange dagen som år-månad-dag, till exempel 2026-03-15.")
    show(context.obj.moten.create(namn, on), as_json)


@meetings.command("add", cls=Kommando)
def add(
    context: typer.Context,
    nr: Nr,
    id: Annotated[str, typer.Argument(metavar="ID", help="Indikatorns id, se kommandot indicators.")],
    period: PeriodOption = Periodslag.KALENDERAR.value,
    by: Annotated[str | None, typer.Option("--by", help="Kolumnen som talen delas upp på.")] = None,
    where: Where = None,
    diagram: Annotated[str, typer.Option(help=f"En av: {', '.join(DIAGRAM)}.")] = DIAGRAM[0],
    rubrik: Annotated[str, typer.Option(metavar="TEXT", help="Fråga till gruppen.")] = "",
    fran: Annotated[int | None, typer.Option("--from", metavar="ÅR", help="Från och med år.")] = None,
    till: Annotated[int | None, typer.Option("--to", metavar="ÅR", help="Till och med år.")] = None,
    as_json: Json = False,
) -> None:
    """Lägg en bild sist i ett möte."""
    view = context.obj.vinkel(id, period, [by] if by else [], conditions(where))
    show(context.obj.moten.add(nr, Bild(view, diagram, rubrik, fran, till)), as_json)


@meetings.command("remove", cls=Kommando)
def remove(context: typer.Context, nr: Nr, as_json: Json = False) -> None:
    """Ta bort ett möte. Det som beslutades finns kvar bland åtgärderna."""
    gone = context.obj.moten.remove(nr)
    if as_json:
        show_json(gone.to_dict())
    else:
        typer.echo(f"Borttaget. {meeting_text(gone)}")


def show(mote: Mote, as_json: bool) -> None:
    """One meeting as JSON, or as a line and one line per screen."""
    if as_json:
        show_json(mote.to_dict())
    else:
        typer.echo("\n".join([meeting_text(mote), *(f"     {slide_text(b)}" for b in mote.bilder)]))


def meeting_text(mote: Mote) -> str:
    """One meeting in a line."""
    return f"{mote.nr:>3}  {mote.datum}  {mote.namn}, {mote.status}, bilder: {len(mote.bilder)}"


def slide_text(bild: Bild) -> str:
    """One screen in a line."""
    v = bild.vinkel
    known = INDIKATORER.get(v.indikator)
    per = [f"per {NEDBRYTNINGAR[c].lower()}" for c in v.by]
    parts = [
        known.namn if known else v.indikator,
        v.period,
        *per,
        *(x for xs in v.delar.values() for x in xs),
    ]
    return ", ".join(parts) + (f": {bild.rubrik}" if bild.rubrik else "")
