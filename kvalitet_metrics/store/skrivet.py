"""What people write about figures: which view it is about, and which texts the ledger may keep."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest.privacy import in_text
from kvalitet_metrics.text import lista

EXEMPEL = "EXISTS (SELECT 1 FROM upload WHERE status = 'active' AND example = 1)"
"""True, in the ledger, while the example data are in use: what is written about them is kept apart."""

LANGST = 4000
"""So many characters a text has at most."""


class Numrerad(Protocol):
    """Something written down, with its number."""

    @property
    def nr(self) -> int: ...


N = TypeVar("N", bound=Numrerad)


def med_nummer(skrivna: Iterable[N], nr: int, vad: str, inga: str) -> N:
    """The one with that number. Raises UsageError, which names those there are, where it is not among them.

    vad: what it is called in its definite form, "Åtgärden"; inga: what is said where there are none.
    """
    found = {s.nr: s for s in skrivna}
    if nr not in found:
        hint = f"Välj bland {lista(map(str, sorted(found)), 'eller')}." if found else inga
        raise UsageError(f"{vad} {nr} finns inte. {hint}")
    return found[nr]


@dataclass(frozen=True)
class Vinkel:
    """The view that something is written about: an indicator in a kind of period, broken down, of a part.

    where: column to values, in the order of the columns.
    """

    indikator: str
    period: str = "kalenderar"
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(
        cls,
        indikator: str,
        period: str = "kalenderar",
        by: Iterable[str] = (),
        where: Mapping[str, str | Iterable[str]] | None = None,
    ) -> "Vinkel":
        """From the words of a question, however they are written."""
        parts = [(c, (v,) if isinstance(v, str) else tuple(sorted(v))) for c, v in (where or {}).items()]
        return cls(indikator, str(period), tuple([by] if isinstance(by, str) else by), tuple(sorted(parts)))

    @property
    def delar(self) -> dict[str, tuple[str, ...]]:
        """Which part it is about, column to values."""
        return dict(self.where)

    def overlaps(self, where: Mapping[str, Iterable[str]]) -> bool:
        """True where some of what is chosen is in this view, as far as the columns can tell."""
        return all(set(v) & set(where[c]) for c, v in self.where if c in where)

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it."""
        return asdict(self) | {"where": self.delar}

    def columns(self) -> tuple[str, str, str, str]:
        """As the ledger keeps it: indikator, period, by and where."""
        by, where = (json.dumps(part, ensure_ascii=False) for part in (self.by, self.delar))
        return self.indikator, self.period, by, where


def with_days(row: dict[str, Any], *days: str) -> dict[str, Any]:
    """A row of the ledger with its view in one, as `vinkel`, and days as dates."""
    view = [row.pop(c) for c in ("indikator", "periodslag", "uppdelning", "urval")]
    vinkel = Vinkel.of(*view[:2], *map(json.loads, view[2:]))
    return row | {"vinkel": vinkel} | {k: date.fromisoformat(row[k]) for k in days}


def text_to_keep(text: str, what: str, needed: str = "") -> str:
    """The text without outer blanks. Raises UsageError for one that may not be kept.

    what: its name in the message. needed: what is said where it is missing; empty where it may be.
    """
    text = (text or "").strip()
    if needed and not text:
        raise UsageError(needed)
    if len(text) > LANGST:
        raise UsageError(f"{what} är längre än {LANGST} tecken. Skriv kortare.")
    if in_text(text):
        raise UsageError(f"{what} innehåller ett personnummer. Skriv utan uppgifter om enskilda.")
    return text
