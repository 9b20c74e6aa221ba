"""The way out: an answer as a viewer may see it. Every page, download and command asks here."""

from pathlib import Path

import duckdb

from kvalitet_metrics.disclosure.gate import Row, pass_gate
from kvalitet_metrics.disclosure.kept import protection
from kvalitet_metrics.disclosure.protection import ANNAT, regel_for, whole
from kvalitet_metrics.errors import NotShown
from kvalitet_metrics.indicators.compute import Fraga
from kvalitet_metrics.model import Viewer


def counted(fraga: Fraga, viewer: Viewer) -> Fraga:
    """The question as it is to be computed for a viewer, before `seen` cuts its rows."""
    return fraga if regel_for(fraga.indikator, viewer) is None else whole(fraga)


def seen(
    rows: list[Row],
    fraga: Fraga,
    viewer: Viewer,
    con: duckdb.DuckDBPyConnection,
    place: tuple[Path, str],
    renamed: bool = False,
) -> list[Row]:
    """The rows of a question `counted` for the viewer, each with `dold`; hidden rows have no figures.

    place: the workspace's folder and the version of its database that `con` reads. renamed: units are
    counted under other names than the database has. Raises NotShown for what the viewer may not ask.
    """
    regel = regel_for(fraga.indikator, viewer)
    if regel is None:
        return pass_gate(rows, fraga.indikator.tabell, viewer)
    if renamed:
        raise NotShown(ANNAT)
    return protection(*place, con, fraga.indikator, regel).apply(rows, fraga)
