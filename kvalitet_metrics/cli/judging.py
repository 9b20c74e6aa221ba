"""Commands about what is written of the figures: judgements (bedomning) and decided actions (atgard)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from kvalitet_metrics.cli.shared import Json, PeriodOption, Where, conditions, day, show_json
from kvalitet_metrics.cli.swedish import Kommando, group
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.store.atgarder import STATUS, Atgard
from kvalitet_metrics.store.bedomning import ORD, Bedomning

By = Annotated[str, typer.Option(help="Kolumner som siffran är uppdelad på, med komma emellan.")]
Nr = Annotated[int, typer.Argument(metavar="NR", help="Numret, se listan.")]
Matt = Annotated[str | None, typer.Option("--id", metavar="ID", help="Bara det här måttet.")]
Dag = Annotated[str | None, typer.Option("--datum", metavar="ÅÅÅÅ-MM-DD", help="Dagen; annars i dag.")]

judgements = group("Bedömningar: vad som är skrivet om resultaten, med siffrorna som de var.")
actions = group("Åtgärder: vad som är beslutat, av vem det görs, och om det hjälpte.")


@judgements.callback(invoke_without_command=True)
def judged(context: typer.Context, as_json: Json = False) -> None:
    """Visa bedömningarna, den senaste först."""
    if not context.invoked_subcommand:
        show(context.obj.bedomningar(), as_json, judgement_text, "Ingen bedömning är skriven.")


@judgements.command("list", cls=Kommando)
def judgement_list(context: typer.Context, id: Matt = None, as_json: Json = False) -> None:
    """Visa bedömningarna av ett mått, eller av alla."""
    show(context.obj.bedomningar(id), as_json, judgement_text, "Ingen bedömning är skriven.")


@judgements.command("add", cls=Kommando)
def judge(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Indikatorns id, se kommandot indicators.")],
    galler: Annotated[str, typer.Argument(metavar="PERIOD", help="Perioden som bedöms, till exempel 2023.")],
    analys: Annotated[
        str, typer.Option(metavar="TEXT", help="Vad siffran visar, utan uppgifter om enskilda.")
    ],
    bedomning: Annotated[str, typer.Option(help=f"En av: {', '.join(ORD)}.")],
    av: Annotated[str, typer.Option(metavar="TEXT", help="Vem som bedömer: roll eller funktion.")],
    period: PeriodOption = "kalenderar",
    by: By = "",
    where: Where = None,
    datum: Dag = None,
    as_json: Json = False,
) -> None:
    """Skriv en bedömning av en period. Siffrorna sparas som de är nu."""
    view = (period, split(by), conditions(where))
    new = context.obj.judge(id, galler, analys, bedomning, av, *view, day(datum))
    show_one(new, as_json, f"Sparad. {judgement_text(new)}")


@judgements.command("withdraw", cls=Kommando)
def withdraw_judgement(context: typer.Context, nr: Nr, as_json: Json = False) -> None:
    """Ta tillbaka en bedömning. Den finns kvar i historiken."""
    gone = context.obj.withdraw_judgement(nr)
    show_one(gone, as_json, f"Borttagen. {judgement_text(gone)}")


@judgements.command("missing", cls=Kommando)
def missing(
    context: typer.Context, period: PeriodOption = "kalenderar", where: Where = None, as_json: Json = False
) -> None:
    """Visa de mått vars senaste siffra ingen har bedömt."""
    found = context.obj.unjudged(period, conditions(where))
    if as_json:
        show_json(found)
    else:
        typer.echo(
            "\n".join(f"{i}  {INDIKATORER[i].namn}" for i in found)
            or "Inget resultat väntar på en bedömning."
        )


@actions.callback(invoke_without_command=True)
def decided(context: typer.Context, as_json: Json = False) -> None:
    """Visa åtgärderna efter den dag då de ska vara klara."""
    if not context.invoked_subcommand:
        show(context.obj.atgarder(), as_json, action_text, "Ingen åtgärd är beslutad.")


@actions.command("list", cls=Kommando)
def action_list(
    context: typer.Context,
    id: Matt = None,
    ansvarig: Annotated[str | None, typer.Option(help="Bara den här funktionens.")] = None,
    status: Annotated[str | None, typer.Option(help=f"En av: {', '.join(STATUS)}.")] = None,
    forsenade: Annotated[
        bool, typer.Option("--forsenade", help="Bara de som skulle ha varit klara.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Visa åtgärderna, alla eller några."""
    found = context.obj.atgarder(id, None, ansvarig, status, forsenade)
    show(found, as_json, action_text, "Ingen åtgärd i det urvalet.")


@actions.command("add", cls=Kommando)
def decide(
    context: typer.Context,
    vad: Annotated[
        str, typer.Argument(metavar="TEXT", help="Vad som ska göras, utan uppgifter om enskilda.")
    ],
    ansvarig: Annotated[str, typer.Option(help="Vem som är ansvarig: en funktion.")],
    klart: Annotated[str, typer.Option(metavar="ÅÅÅÅ-MM-DD", help="Dagen då den senast ska vara klar.")],
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Måttet som den gäller.")] = None,
    bedomning: Annotated[
        int | None, typer.Option(metavar="NR", help="Bedömningen som den kommer av, i stället för måttet.")
    ] = None,
    period: PeriodOption = "kalenderar",
    by: By = "",
    where: Where = None,
    beslutad: Annotated[
        str | None, typer.Option(metavar="ÅÅÅÅ-MM-DD", help="Dagen för beslutet; annars i dag.")
    ] = None,
    fran: Annotated[
        str | None,
        typer.Option("--fran", metavar="ÅÅÅÅ-MM-DD", help="Från när den ska synas; annars beslutets dag."),
    ] = None,
    mote: Annotated[str, typer.Option(metavar="TEXT", help="Mötet där den beslutades.")] = "",
    as_json: Json = False,
) -> None:
    """Skriv in en beslutad åtgärd."""
    due = needed(klart)
    view = (id, period, split(by), conditions(where), bedomning)
    new = context.obj.decide(vad, ansvarig, due, *view, day(beslutad), day(fran), mote)
    show_one(new, as_json, f"Inskriven. {action_text(new)}")


@actions.command("status", cls=Kommando)
def status(
    context: typer.Context,
    nr: Nr,
    ny: Annotated[str | None, typer.Argument(metavar="STATUS", help=f"En av: {', '.join(STATUS)}.")] = None,
    uppfoljning: Annotated[str, typer.Option(metavar="TEXT", help="Vad det blev av åtgärden.")] = "",
    av: Annotated[str, typer.Option(metavar="TEXT", help="Vem som följer upp: roll eller funktion.")] = "",
    datum: Dag = None,
    as_json: Json = False,
) -> None:
    """Ändra en åtgärds status, eller skriv en uppföljning."""
    changed = context.obj.register.change(nr, ny, uppfoljning, av, day(datum))
    show_one(changed, as_json, f"Sparad. {action_text(changed)}")


@actions.command("effect", cls=Kommando)
def effect(context: typer.Context, nr: Nr, as_json: Json = False) -> None:
    """Hjälpte det? Siffran före åtgärden mot siffran från den dag då den ska synas."""
    found = context.obj.effect(nr)
    if as_json:
        show_json(found.to_dict())
    else:
        typer.echo(" ".join((found.mening, *found.forbehall)))


@actions.command("withdraw", cls=Kommando)
def withdraw_action(context: typer.Context, nr: Nr, as_json: Json = False) -> None:
    """Ta tillbaka en åtgärd som skrevs in av misstag. Den finns kvar i historiken."""
    gone = context.obj.register.withdraw(nr)
    show_one(gone, as_json, f"Borttagen. {action_text(gone)}")


def split(by: str) -> list[str]:
    """Columns written with commas between them."""
    return [c.strip() for c in by.split(",") if c.strip()]


def needed(written: str) -> date:
    """The day of an option that must be given."""
    found = day(written)
    if found is None:
        raise UsageError("Ange dagen som år-månad-dag, till exempel 2023-08-31.")
    return found


def show(found: Sequence[Any], as_json: bool, line: Any, nothing: str) -> None:
    """Judgements or actions as JSON or as lines of text."""
    if as_json:
        show_json([f.to_dict() for f in found])
    else:
        typer.echo("\n".join(map(line, found)) or nothing)


def show_one(one: Bedomning | Atgard, as_json: bool, sentence: str) -> None:
    """One of them, after a change."""
    if as_json:
        show_json(one.to_dict())
    else:
        typer.echo(sentence)


def part(one: Bedomning | Atgard) -> str:
    """The part that it is about, after the id of its indicator."""
    return "".join(f", {c} {' '.join(v)}" for c, v in one.vinkel.where)


def judgement_text(b: Bedomning) -> str:
    """One judgement in a line."""
    about = f"{b.vinkel.indikator}{part(b)} {b.galler}"
    return f"{b.nr:>3}  {b.skriven}  {about}: {b.bedomning}. {b.analys}  ({b.av})"


def action_text(a: Atgard) -> str:
    """One action in a line."""
    late = ", försenad" if a.forsenad(date.today()) else ""
    about = f"{a.vinkel.indikator}{part(a)}: {a.vad}"
    return f"{a.nr:>3}  {a.klart_senast}  {a.status}{late}  {about}  ({a.ansvarig})"
