"""Commands about labels that nobody has seen before: the queue, decisions, and taking them back."""

from typing import Annotated

import typer

from kvalitet_metrics.cli.shared import Json, show_json
from kvalitet_metrics.cli.swedish import Kommando, group

labels = group("Namn i filerna som inte har funnits tidigare, och vad de har bestämts betyda.")

Column = Annotated[str, typer.Argument(metavar="KOLUMN", help="Till exempel enhet, kategori eller kon.")]
Label = Annotated[str, typer.Argument(metavar="NAMN", help="Namnet som det står i filen.")]


@labels.callback(invoke_without_command=True)
def queue(context: typer.Context, as_json: Json = False) -> None:
    """Visa namnen som väntar på beslut, med förslag."""
    if context.invoked_subcommand:
        return
    waiting = context.obj.label_queue()
    if as_json:
        show_json(waiting)
    elif not waiting:
        typer.echo("Inga namn väntar på beslut.")
    else:
        for w in waiting:
            near = f"  Menas «{w['forslag']}»?" if w["forslag"] else ""
            typer.echo(f"{w['kolumn']}  «{w['etikett']}»  {w['antal']} rader.{near}")


@labels.command("decide", cls=Kommando)
def decide(
    context: typer.Context,
    kolumn: Column,
    etikett: Label,
    blir: Annotated[str, typer.Argument(metavar="BLIR", help="Vad det betyder; samma namn om det är nytt.")],
    as_json: Json = False,
) -> None:
    """Bestäm vad ett namn betyder. Det gäller allt som har lästs in och kommer att läsas in."""
    context.obj.decide_label(kolumn, etikett, blir)
    if as_json:
        show_json({"kolumn": kolumn, "etikett": etikett, "blir": blir})
    else:
        new = etikett == blir
        typer.echo(f"«{etikett}» är ett nytt namn." if new else f"«{etikett}» räknas nu som «{blir}».")


@labels.command("undo", cls=Kommando)
def undo(context: typer.Context, kolumn: Column, etikett: Label, as_json: Json = False) -> None:
    """Ta tillbaka ett beslut. Namnet väntar då på beslut igen."""
    context.obj.decide_label(kolumn, etikett, None)
    if as_json:
        show_json({"kolumn": kolumn, "etikett": etikett, "blir": None})
    else:
        typer.echo(f"Beslutet om «{etikett}» är borttaget.")


@labels.command("history", cls=Kommando)
def history(context: typer.Context, as_json: Json = False) -> None:
    """Visa alla beslut som har fattats, också de som har tagits tillbaka."""
    made = context.obj.label_decisions()
    if as_json:
        show_json(made)
    elif not made:
        typer.echo("Inga beslut har fattats.")
    else:
        for d in made:
            back = f", borttaget {d['aterkallad']}" if d["aterkallad"] else ""
            typer.echo(f"{d['beslutad']}  {d['kolumn']}  «{d['etikett']}» → «{d['blir']}»{back}")
