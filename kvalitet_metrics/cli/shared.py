"""What several commands share: options, the reading of what is written, and JSON."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.model import Periodslag, Viewer

Json = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]
Where = Annotated[list[str] | None, typer.Option("--where", help="kolumn=värde; kan anges flera gånger.")]
From = Annotated[str | None, typer.Option("--from", metavar="ÅÅÅÅ-MM-DD", help="Från och med datum.")]
To = Annotated[str | None, typer.Option("--to", metavar="ÅÅÅÅ-MM-DD", help="Till och med datum.")]
PeriodOption = Annotated[str, typer.Option("--period", help=f"En av: {', '.join(Periodslag)}.")]
ViewerOption = Annotated[str, typer.Option("--viewer", help=f"En av: {', '.join(Viewer)}.")]


def conditions(where: list[str] | None) -> dict[str, tuple[str, ...]]:
    """`kolumn=värde` pairs as a dict; the same column twice means either value."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in where or []:
        column, equals, value = pair.partition("=")
        if not equals or not value:
            raise UsageError(
                f"«{pair}» går inte att tolka. Skriv kolumn=värde, till exempel enhet=Resursenheten."
            )
        found[column.strip()] = (*found.get(column.strip(), ()), value.strip())
    return found


def day(written: str | None) -> date | None:
    """The date that an option says. Raises UsageError for anything that is not a day."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(
            f"«{written}» är inte ett datum. Skriv år-månad-dag, till exempel 2023-08-31."
        ) from None


def show_json(value: Any) -> None:
    """Print one JSON value; dates as ISO text. Numbers that do not exist are null, never NaN."""
    typer.echo(json.dumps(value, ensure_ascii=False, allow_nan=False, default=plain))


def plain(value: Any) -> Any:
    """What JSON has no form for."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"cannot be written as JSON: {type(value).__name__}")


def write_file(path: Path, data: bytes) -> None:
    """Write a file that the user asked for. Raises UsageError where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError:
        raise UsageError(
            f"«{path}» går inte att skriva. Kontrollera att mappen finns och att filen inte är öppen."
        ) from None
