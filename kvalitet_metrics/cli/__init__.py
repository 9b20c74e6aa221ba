"""The command line. Text for people is Swedish; --json prints one JSON value and nothing else.

Exit status: 0 done, 1 the answer is no (a file was refused), 2 wrong usage, 3 an error of ours.
One module per group of commands; this one puts them together and is the outermost boundary.
"""

import os
import sys
import traceback
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kvalitet_metrics.cli import analysis, figures, loading, mapping, reconciling, serve
from kvalitet_metrics.cli.breaks import breaks
from kvalitet_metrics.cli.judging import actions, judgements
from kvalitet_metrics.cli.labels import labels
from kvalitet_metrics.cli.meetings import meetings
from kvalitet_metrics.cli.organisation import organisation
from kvalitet_metrics.cli.sampling import sampling
from kvalitet_metrics.cli.swedish import Kommando, group, usage_text
from kvalitet_metrics.errors import KvalitetError, UsageError
from kvalitet_metrics.workspace import Workspace

INTERRUPTED = 130
"""The exit status after Ctrl+C, as the shell has it."""

app = group(
    "Kvalitetsindikatorer för socialtjänsten: från export till tal som går att lita på.", no_args_is_help=True
)
for command in (
    loading.load,
    figures.query,
    figures.rows,
    figures.indicators,
    figures.method,
    figures.reporting,
    figures.publish,
    analysis.verdict,
    analysis.funnel,
    reconciling.reconcile,
    loading.uploads,
    loading.receipt,
    loading.undo,
    loading.demo,
    serve.run,
):
    app.command(cls=Kommando)(command)
app.command("sheets", cls=Kommando)(mapping.sheets)
app.command("map", cls=Kommando)(mapping.map_file)
app.add_typer(mapping.profiles, name="profiles")
app.add_typer(labels, name="labels")
app.add_typer(organisation, name="organisation")
app.add_typer(breaks, name="breaks")
app.add_typer(judgements, name="bedomning")
app.add_typer(actions, name="atgard")
app.add_typer(sampling, name="sample")
app.add_typer(meetings, name="mote")


@app.callback()
def settings(
    context: typer.Context,
    data: Annotated[
        Path | None, typer.Option(help="Arbetsytans mapp. Annars KVALITET_DATA, annars data/.")
    ] = None,
) -> None:
    """Remember which workspace the command is about."""
    context.obj = Workspace(data)


def main(args: list[str] | None = None) -> None:
    """Run a command; our own errors as one sentence, anything else as exit status 3 without details.

    args: the words after the program's name; None takes them from the command line.
    """
    try:
        status = app(args, prog_name="python -m kvalitet_metrics", standalone_mode=False)
        if status == INTERRUPTED:
            stop("Avbrutet. Ingen halv inläsning har sparats.", INTERRUPTED)
        sys.exit(status)
    except UsageError as error:
        stop(str(error), 2)
    except KvalitetError as error:
        stop(str(error), 1)
    except typer.TyperException as error:
        stop(usage_text(error), 2)
    except Exception as error:  # noqa: BLE001 - the outermost boundary: whatever it is, say so and exit 3
        if os.environ.get("KVALITET_FELSOK"):
            traceback.print_exc()
        *_, last = traceback.extract_tb(error.__traceback__)
        place = f"{type(error).__name__} i {Path(last.filename).name}, rad {last.lineno}"
        stop(f"Ett fel i programmet ({place}). Sätt KVALITET_FELSOK=1 för att se mer.", 3)


def stop(sentence: str, status: int) -> NoReturn:
    """Say why on stderr and leave with the exit status."""
    typer.echo(sentence, err=True)
    sys.exit(status)
