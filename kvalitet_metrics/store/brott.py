"""Breaks in the source: a unit began to count in another way, as the analyst has written it down.

Kept in the ledger with when and by whom, also after they have been taken back. A break that was
written down about the example data is not seen when one's own data are in use, and the other way round.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.ingest.privacy import in_text
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.store import reading
from kvalitet_metrics.store.build import table_columns
from kvalitet_metrics.store.ledger import now
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.skrivet import EXEMPEL, med_nummer
from kvalitet_metrics.store.versions import Versions


@dataclass(frozen=True)
class NyttRaknesatt:
    """From `datum` on the records are counted in another way.

    galler: a record table or the id of one indicator. kolumn, varde: the part of it that changed, such
    as enhet and its name; None where all of it did. aterkallat: when it was taken back.
    """

    nr: int
    galler: str
    kolumn: str | None
    varde: str | None
    datum: date
    orsak: str
    av: str
    inskrivet: str
    aterkallat: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it."""
        return asdict(self) | {"datum": self.datum.isoformat()}


class Brottregister:
    """Lists and changes what is written down about a workspace. Every change gives a new version.

    tabeller: what a break can be about, record tables and indicators, each with its record table.
    """

    def __init__(self, versions: Versions, tabeller: Mapping[str, str]):
        self.versions = versions
        self.tabeller = tabeller

    def list(self) -> Sequence[NyttRaknesatt]:
        """The breaks that hold for the data in use, by date."""
        return [b for b in self.history() if b.aterkallat is None]

    def history(self) -> Sequence[NyttRaknesatt]:
        """Every break that was ever written down about the data in use, also those taken back, by date."""
        rows = self.versions.ledger.fetch(
            f"""SELECT nr, galler, kolumn, varde, datum, orsak, av, inskrivet, aterkallat FROM raknesatt
               WHERE exempel = {EXEMPEL}
               ORDER BY datum, nr"""
        )
        return [NyttRaknesatt(**row | {"datum": date.fromisoformat(row["datum"])}) for row in rows]

    def add(
        self,
        galler: str,
        datum: date,
        orsak: str,
        kolumn: str | None = None,
        varde: str | None = None,
        av: str = "",
    ) -> NyttRaknesatt:
        """Write down a break. Raises UsageError for what does not exist or may not be written."""
        if kolumn and varde:
            varde = read(self.versions.ledger).names().get(kolumn, {}).get(varde.lower(), varde)
        orsak, av = orsak.strip(), av.strip()
        self.check(galler, orsak, av, kolumn, varde)
        new = (galler, kolumn, varde, datum)
        if new in [(b.galler, b.kolumn, b.varde, b.datum) for b in self.list()]:
            raise UsageError("Det brottet är redan inskrivet. Ta bort det först om skälet ska ändras.")
        before = {b.nr for b in self.history()}
        self.use(
            lambda con: con.execute(
                f"""INSERT INTO raknesatt (galler, kolumn, varde, datum, orsak, av, inskrivet, exempel)
                    VALUES (?, ?, ?, ?, ?, ?, ?, {EXEMPEL})""",
                (galler, kolumn, varde, datum.isoformat(), orsak, av, now()),
            )
        )
        return next(b for b in self.history() if b.nr not in before)

    def remove(self, nr: int) -> NyttRaknesatt:
        """Take a break back; it stays in the history. Raises UsageError for one that is not in use."""
        med_nummer(self.list(), nr, "Brottet", "Inga brott är inskrivna.")
        self.use(lambda con: con.execute("UPDATE raknesatt SET aterkallat = ? WHERE nr = ?", (now(), nr)))
        return next(b for b in self.history() if b.nr == nr)

    def check(self, galler: str, orsak: str, av: str, kolumn: str | None, varde: str | None) -> None:
        """Refuse what does not exist, and texts that may not be kept."""
        if galler not in self.tabeller:
            near = menade_du_fras(galler, self.tabeller)
            raise UsageError(f"«{galler}» är varken ett slags poster eller ett mått.{near}")
        if not orsak:
            raise UsageError("Skriv skälet: vad är det som räknas på ett nytt sätt?")
        if in_text(orsak) or in_text(av):
            raise UsageError("Skälet innehåller ett personnummer. Beskriv ändringen utan nummer.")
        if not kolumn and not varde:
            return
        if not kolumn or not varde:
            raise UsageError("Ange delen som kolumn och värde, till exempel enhet och enhetens namn.")
        columns = [c for c in table_columns()[self.tabeller[galler]] if c in NEDBRYTNINGAR]
        if kolumn not in columns:
            raise UsageError(
                f"«{galler}» har ingen kolumn «{kolumn}».{menade_du_fras(kolumn, columns)} "
                f"Det som finns är: {', '.join(columns)}."
            )
        values = self.values(self.tabeller[galler], kolumn)
        if varde not in values:
            raise UsageError(f"«{varde}» finns inte i data under {kolumn}.{menade_du_fras(varde, values)}")

    def values(self, tabell: str, kolumn: str) -> set[str]:
        """What a column of a record table holds in the data in use."""
        con = reading.cursor(self.versions.folder)
        rows = con.execute(f'SELECT DISTINCT "{kolumn}" FROM {tabell}').fetchall() if con else []
        return {value for (value,) in rows if value is not None}

    def use(self, write: Callable[[sqlite3.Connection], object]) -> None:
        """Change the ledger and give the figures a new version, so that nobody goes on with old answers."""
        with self.versions.lock():
            version = self.versions.build(self.versions.ledger.uploads("active"))
            self.versions.use(version, write)
