"""Errors for the reader, and «Menade du …?». Bottom layer: imports nothing from the package.

A `KvalitetError` carries a Swedish sentence written for the person who loads a file or reads a
figure; it is shown as it is. Anything else that is raised is a bug and should look like one.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class KvalitetError(Exception):
    """Base of everything that is shown to the reader as it is, without a traceback."""


class UsageError(KvalitetError):
    """The question was put wrongly: an unknown indicator, column or period. Exit status 2."""


class NotShown(UsageError):
    """A question whose answer the viewer may not see; the message says what may be asked instead."""


class FileRefused(KvalitetError):
    """The file cannot be read at all; the message says why and what to do. Exit status 1."""


class WorkspaceBusy(KvalitetError):
    """Somebody else is loading right now. Exit status 1."""


class StorageFailed(KvalitetError):
    """The workspace's folder cannot be read or written: a full disk, no permission. Exit status 1."""


def menade_du(ord_: str, kandidater: Iterable[str], likhet: float = 0.6) -> str | None:
    """The candidate nearest to `ord_`, or None where none is near. Case and outer blanks are ignored.

    >>> menade_du("Enheten för vuxan", ["Enheten för vuxna", "Resursenheten"])
    'Enheten för vuxna'
    >>> menade_du("xyz", ["Enheten för vuxna"]) is None
    True
    """
    efter_gemener = {k.strip().lower(): k for k in kandidater}
    traff = get_close_matches(ord_.strip().lower(), efter_gemener, n=1, cutoff=likhet)
    return efter_gemener[traff[0]] if traff else None


def menade_du_fras(ord_: str, kandidater: Iterable[str]) -> str:
    """The phrase « Menade du «X»?» ready to add to a message, or the empty string.

    >>> menade_du_fras("kvinor", ["kvinnor", "män"])
    ' Menade du «kvinnor»?'
    """
    traff = menade_du(ord_, kandidater)
    return f" Menade du «{traff}»?" if traff else ""
