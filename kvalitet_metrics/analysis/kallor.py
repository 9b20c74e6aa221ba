"""The sources behind the figures: how often each comes, what is missing in between, and when the next is due.

Nobody has said how often an export comes. It is taken from the files themselves: the usual number of months
between the last days that they cover, where these come at an even pace.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

GAMMAL = 180
"""So many days after its last load a source is called old: two tertials and some weeks."""
RADRUM = 31
"""So many days an export may take after the last day that it covers."""
JAMN = 2 / 3
"""So large a share of the steps between exports must be the same for the next to be expected."""
TAKTER = {
    1: "varje månad",
    3: "varje kvartal",
    4: "varje tertial",
    6: "varje halvår",
    12: "varje år",
}


@dataclass(frozen=True)
class Kalla:
    """One kind of export of one förvaltning, over all its files in use.

    fran, till: the days that they cover, None where none says. senast: the day of the last load. takt: months
    between two exports, None where one file cannot tell. hal: last day of each month whose export is missing
    between others. nasta: the last day that the next one should cover.
    """

    slag: str
    forvaltning: str
    filer: int
    rader: int
    utelamnade: int
    fran: date | None
    till: date | None
    senast: date
    exempel: bool
    takt: int | None = None
    hal: tuple[date, ...] = ()
    nasta: date | None = None

    @property
    def ofta(self) -> str:
        """How often it comes, in words; empty where that is not known."""
        return TAKTER.get(self.takt, f"var {self.takt}:e månad") if self.takt else ""

    def gammal(self, idag: date) -> int:
        """Days since the last load where these are many, else 0."""
        dagar = (idag - self.senast).days
        return dagar if dagar > GAMMAL else 0

    def forsenad(self, idag: date) -> bool:
        """True where the next export should have been loaded; never of example data, which get no next."""
        return self.nasta is not None and not self.exempel and idag > self.nasta + timedelta(days=RADRUM)


def kallor(uploads: Iterable[Mapping[str, Any]]) -> list[Kalla]:
    """The sources of the loads that are in use, by name and förvaltning. uploads: as the ledger has them."""
    grupper: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for u in uploads:
        if u["status"] == "active":
            grupper.setdefault((u["profile_name"] or "", u["forvaltning"] or "–"), []).append(u)
    return [_kalla(slag, forvaltning, filer) for (slag, forvaltning), filer in sorted(grupper.items())]


def _kalla(slag: str, forvaltning: str, filer: list[Mapping[str, Any]]) -> Kalla:
    """One source from its files."""
    dagar = [
        date.fromisoformat(str(u[k])[:10]) for u in filer for k in ("period_start", "period_end") if u[k]
    ]
    manader = sorted(
        {_manad(date.fromisoformat(str(u["period_end"])[:10])) for u in filer if u["period_end"]}
    )
    steg = [b - a for a, b in pairwise(manader)]
    takt = _vanligast(steg)
    hal = [m for a, b in pairwise(manader) if takt for m in range(a + takt, b - takt + 1, takt)]
    return Kalla(
        slag,
        forvaltning,
        len(filer),
        sum(u["rows_loaded"] for u in filer),
        sum(u["rows_skipped"] for u in filer),
        min(dagar, default=None),
        max(dagar, default=None),
        max(date.fromisoformat(str(u["loaded_at"])[:10]) for u in filer),
        any(u["example"] for u in filer),
        takt,
        tuple(map(_sista_dag, hal)),
        _sista_dag(manader[-1] + takt) if takt else None,
    )


def _vanligast(steg: Sequence[int]) -> int | None:
    """The step that most of them are; None where they differ so much that nothing can be expected.

    >>> _vanligast([1, 3, 1]), _vanligast([5, 2]), _vanligast([])
    (1, None, None)
    """
    takt, antal = Counter(steg).most_common(1)[0] if steg else (None, 0)
    return takt if antal >= len(steg) * JAMN else None


def _manad(dag: date) -> int:
    """A month as a number that counts on over the years."""
    return dag.year * 12 + dag.month - 1


def _sista_dag(manad: int) -> date:
    """The last day of a month.

    >>> _sista_dag(_manad(date(2024, 2, 3)))
    datetime.date(2024, 2, 29)
    """
    ar, nr = divmod(manad + 1, 12)
    return date(ar, nr + 1, 1) - timedelta(days=1)
