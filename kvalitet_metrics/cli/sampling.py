"""Commands that plan a review of cases: how many, and which, with a form to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from kvalitet_metrics import text
from kvalitet_metrics.cli.shared import From, Json, To, Where, conditions, day, show_json, write_file
from kvalitet_metrics.cli.swedish import Kommando, group
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.reports import granskningsbok
from kvalitet_metrics.stats import sample
from kvalitet_metrics.stickprov import ARENDEN, Stickprov, behov, forutsatter, osakerhet

sampling = group("Planera en granskning: hur många ärenden, och vilka.", no_args_is_help=True)

SLAG = f"Ett slags ärenden ({', '.join(ARENDEN)}) eller ett måtts id."
Margin = Annotated[
    float | None, typer.Option(metavar="TAL", help="Önskad felmarginal i procentenheter, till exempel 10.")
]
Number = Annotated[int | None, typer.Option("--n", metavar="TAL", help="Antal ärenden att granska.")]


@sampling.command("size", cls=Kommando)
def size(
    context: typer.Context,
    vad: Annotated[
        str, typer.Argument(metavar="[VAD]", help=f"Räkna hur många som finns: {SLAG[0].lower()}{SLAG[1:]}")
    ] = "",
    margin: Margin = None,
    n: Number = None,
    population: Annotated[
        int | None, typer.Option(metavar="TAL", help="Hur många ärenden det finns att välja bland.")
    ] = None,
    share: Annotated[
        float, typer.Option(metavar="TAL", help="Väntad andel i procent; 50 kräver flest ärenden.")
    ] = 50,
    where: Where = None,
    fran: From = None,
    till: To = None,
    as_json: Json = False,
) -> None:
    """Räkna hur många ärenden som behövs, eller hur osäkert ett antal blir."""
    if margin is None and n is None:
        raise UsageError("Ange --margin för att se hur många som behövs, eller --n för att se osäkerheten.")
    wanted, andel = points(margin, "--margin"), points(share, "--share") or 0.0
    for option, value in (("--n", n), ("--population", population)):
        if value is not None and value < 1:
            raise UsageError(f"{option} måste vara minst 1.")
    if vad:
        population = context.obj.sample(vad, 1, None, (), conditions(where), day(fran), day(till)).av
    wholes = (None, population) if population else (None,)
    needed = [sample.size(wanted, andel, whole) if wanted else None for whole in wholes]
    given = [sample.margin(n, andel, whole) if n else None for whole in wholes]
    said = [behov(wanted, whole, andel) for whole in wholes if wanted]
    said += [osakerhet(n, whole, andel) for whole in wholes if n]
    said.append(forutsatter(andel))
    if as_json:
        show_json(
            {"marginal": wanted, "antal": n, "population": population, "andel": andel}
            | {"behovs": needed[-1], "behovs_utan_helhet": needed[0]}
            | {"osakerhet": given[-1], "osakerhet_utan_helhet": given[0], "text": said}
        )
    else:
        typer.echo("\n".join(said))


@sampling.command("draw", cls=Kommando)
def draw(
    context: typer.Context,
    vad: Annotated[str, typer.Argument(metavar="VAD", help=SLAG)],
    n: Number = None,
    margin: Margin = None,
    by: Annotated[str, typer.Option(help="Grupper att dra ur, till exempel kon,grupp.")] = "",
    where: Where = None,
    fran: From = None,
    till: To = None,
    name: Annotated[str, typer.Option(metavar="TEXT", help="Granskningens namn.")] = "",
    seed: Annotated[
        str, typer.Option(metavar="ORD", help="Ordet som avgör vilka ärenden; annars granskningens namn.")
    ] = "",
    question: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="En fråga; kan anges flera gånger.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FORM.xlsx", help="Skriv formuläret att fylla i.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Dra ärenden att granska, och skriv ett formulär som kan läsas in igen."""
    if (n is None) == (margin is None):
        raise UsageError("Ange antingen --n, antalet ärenden, eller --margin, felmarginalen.")
    prov = context.obj.sample(
        vad, n, points(margin, "--margin"), [c.strip() for c in by.split(",") if c.strip()],
        conditions(where), day(fran), day(till), name, seed,
    )  # fmt: skip
    if out:
        write_file(out, granskningsbok(prov, question or ()))
    if as_json:
        show_json(prov.to_dict())
    else:
        typer.echo(sample_text(prov))
        if out:
            typer.echo(f"\nFormuläret är skrivet: {out}")


def points(written: float | None, option: str) -> float | None:
    """A number of percentage points as a share. Raises UsageError for what is no such number."""
    if written is not None and not 0 < written < 100:
        raise UsageError(f"{option} måste vara större än 0 och mindre än 100.")
    return None if written is None else written / 100


def sample_text(prov: Stickprov) -> str:
    """The sample as lines of text: what can be concluded, how it was drawn, the groups, the cases."""
    lines = [f"{prov.namn}: {prov.vilka}, {prov.fran} – {prov.till}", *prov.meningar]
    lines += [f"Frö: {prov.fro}. Draget {prov.dragen} ur uppgifternas version {prov.databas}.", ""]
    if prov.strata:
        head = ", ".join(NEDBRYTNINGAR[k].lower() for k in prov.by)
        lines.append(f"{'Finns':>6} {'Dras':>5}  {text.stor_bokstav(head)}")
        lines += [
            f"{text.tal(s['arenden']):>6} {text.tal(s['dragna']):>5}  {', '.join(s[k] for k in prov.by)}"
            for s in prov.strata
        ] + [""]
    lines.append("Ärendenummer sparas inte: slå upp raden i filen.")
    return "\n".join(lines + [f"{a['nr']:<9} {a['fil']}, {a['blad']}, rad {a['rad']}" for a in prov.arenden])
