"""Commands that change what is loaded, and that show it: load, uploads, receipt, undo, demo."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from kvalitet_metrics.cli.shared import Json, show_json, write_file
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.reports import kvittobok
from kvalitet_metrics.store.receipt import Kvitto

UploadId = Annotated[str, typer.Argument(help="Inläsningens id, se kommandot uploads.")]
OutFile = Annotated[
    Path | None, typer.Option("--out", metavar="FIL.xlsx", help="Skriv kvittot som arbetsbok.")
]
By = Annotated[str, typer.Option("--av", metavar="NAMN", help="Vem som gör det: roll eller signatur.")]
QUIET_SECONDS = 1.0


def load(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FIL...", help="Filer att läsa in.")],
    profile: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Slag av export, om filen passar flera.")
    ] = None,
    forvaltning: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Förvaltning, om filen inte säger det.")
    ] = None,
    avdelning: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Avdelning, om filen inte säger det.")
    ] = None,
    period: Annotated[
        str | None, typer.Option(metavar="PERIOD", help="Period, om filen inte säger den, till exempel 2023.")
    ] = None,
    skip_faulty_rows: Annotated[
        bool, typer.Option("--skip-faulty-rows", help="Läs in raderna utan fel i stället för att neka filen.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Visa vad inläsningen skulle ge. Ingenting sparas.")
    ] = False,
    faulty_rows: Annotated[
        Path | None,
        typer.Option(metavar="FIL.xlsx", help="Skriv raderna med fel hit. Ingenting läses in."),
    ] = None,
    av: By = "",
    as_json: Json = False,
) -> None:
    """Läs in filer. En fil med fel nekas och ingenting ändras."""
    if preview or faulty_rows:
        kvitton = [
            context.obj.preview(file, profile, forvaltning, avdelning, skip_faulty_rows, period)
            for file in files
        ]
    else:
        with after_a_while() as progress:
            kvitton = context.obj.load(
                list(files), profile, forvaltning, avdelning, skip_faulty_rows, progress, period, av
            )
    if faulty_rows:
        if len(files) > 1:
            raise UsageError("Ange en enda fil tillsammans med --faulty-rows.")
        write_file(faulty_rows, context.obj.faulty_rows(files[0], profile, forvaltning, avdelning, period))
    if as_json:
        show_json([k.to_dict() for k in kvitton])
    else:
        typer.echo("\n\n".join(receipt_text(k) for k in kvitton))
    if any(k.status == "refused" or (k.status == "preview" and not k.tables) for k in kvitton):
        raise typer.Exit(1)


@contextmanager
def after_a_while() -> Iterator[Callable[[str], object]]:
    """Progress on stderr once a second has passed, the latest step first: a quick load says nothing."""
    latest: list[str] = []
    passed = threading.Event()

    def show() -> None:
        typer.echo(f"{latest[-1]} …", err=True)

    def second_has_passed() -> None:
        passed.set()
        if latest:
            show()

    def step(text: str) -> None:
        latest.append(text)
        if passed.is_set():
            show()

    timer = threading.Timer(QUIET_SECONDS, second_has_passed)
    timer.daemon = True
    timer.start()
    try:
        yield step
    finally:
        timer.cancel()


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


def receipt(context: typer.Context, upload_id: UploadId, out: OutFile = None, as_json: Json = False) -> None:
    """Visa kvittot för en inläsning, eller spara det som arbetsbok."""
    kept = context.obj.receipt(upload_id)
    if out:
        write_file(out, kvittobok(kept))
    if as_json:
        show_json(kept)
    else:
        typer.echo(kept_text(kept))


def undo(context: typer.Context, upload_id: UploadId, av: By = "", as_json: Json = False) -> None:
    """Ta tillbaka en inläsning."""
    undone = context.obj.undo(upload_id, av)
    if as_json:
        show_json(undone)
    else:
        back = " Exempeldata används igen." if undone["restored"] else ""
        typer.echo(f"Inläsningen av «{undone['file']}» är borttagen.{back}")


def demo(context: typer.Context, as_json: Json = False) -> None:
    """Skriv exempelfilerna i arbetsytan och läs in dem."""
    with after_a_while() as progress:
        kvitton = context.obj.demo(progress)
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
    rader = f"{k.rows_loaded} av {k.rows_read} rader"
    if k.status == "loaded":
        head = f"«{k.file}» lästes in som {k.profile_name}: {rader}. Id {k.upload_id}."
    elif k.status == "duplicate":
        head = f"«{k.file}» är redan inläst."
    elif k.status == "preview" and k.tables:
        head = f"«{k.file}» är {k.profile_name}: {rader} skulle läsas in. Ingenting har sparats."
    else:
        head = f"«{k.file}» lästes inte in: {len(k.faults)} fel. Inget har ändrats."
    compared = [f"  {k.jamfort.text}"] if k.jamfort else []
    return "\n".join(
        [head, *compared, *(f"- {fault}" for fault in k.faults), *(f"  Obs: {w}" for w in k.warnings)]
    )


def kept_text(kept: dict[str, Any]) -> str:
    """A kept receipt as a person reads it."""
    lines = [
        f"«{kept['file']}», {kept['profile_name']}, inläst {kept['loaded_at']}",
        f"  Period: {kept['period_start'] or '?'}–{kept['period_end'] or '?'}",
        f"  Rader: {kept['rows_read']} lästa, {kept['rows_loaded']} inlästa, "
        f"{kept['rows_skipped']} utelämnade",
    ]
    if kept.get("jamfort"):
        lines.append(f"  {kept['jamfort']['text']}")
    totals = kept.get("kontroller", [])
    agree = sum(k["stammer"] for k in totals)
    if totals:
        lines.append(f"  Kontrollsummor: {agree} av {len(totals)} stämmer")
    return "\n".join([*lines, *(f"  Obs: {w}" for w in kept["warnings"])])
