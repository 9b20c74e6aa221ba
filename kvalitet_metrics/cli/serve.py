"""The command that starts the app."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from kvalitet_metrics.workspace import Workspace

PORT = 8501


def run(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="Port på den egna datorn.")] = PORT,
) -> None:
    """Starta appen. Är arbetsytan tom läses exempelfilerna in först."""
    workspace: Workspace = context.obj
    if workspace.is_empty:
        typer.echo("Arbetsytan är tom. Läser in exempelfilerna, det tar någon minut.")
        workspace.demo(lambda step: typer.echo(f"  {step} …"))
    typer.echo(f"Appen öppnas på http://localhost:{port}  (avsluta med Ctrl+C)")
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "streamlit", "run", str(root / "app.py"), f"--server.port={port}"]
    environment = os.environ | {"KVALITET_DATA": str(workspace.path.resolve())}
    raise typer.Exit(subprocess.run(command, cwd=root, env=environment, check=False).returncode)
