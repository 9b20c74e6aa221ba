"""Judgements: what somebody has written about a result, dated and kept with the figures as they were.

Append-only in the ledger: one that is withdrawn stays in the history. What is written about the example
data is not seen when one's own data are in use, and the other way round. No figure depends on it, so
nothing is built again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.store.ledger import Ledger, now
from kvalitet_metrics.store.skrivet import EXEMPEL, Vinkel, med_nummer, text_to_keep, with_days

ORD = ("bra", "godtagbart", "behöver förbättras", "kan inte bedömas")
"""The words of a judgement, from good to unknown."""


@dataclass(frozen=True)
class Bedomning:
    """What was written about one period of a view.

    rader: the rows as they were seen that day, the judged period and those before it, hidden ones without
    figures. databas, definition: the versions that they came from. aterkallad: when it was taken back.
    """

    nr: int
    vinkel: Vinkel
    galler: str
    period_start: date
    period_end: date
    analys: str
    bedomning: str
    av: str
    skriven: date
    rader: Sequence[Mapping[str, Any]]
    databas: str
    definition: int
    inskriven: str
    aterkallad: str | None = None

    @property
    def da(self) -> Sequence[Mapping[str, Any]]:
        """The judged period's own rows as they were."""
        return [r for r in self.rader if r["period"] == self.galler]

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it."""
        return asdict(self) | {"vinkel": self.vinkel.to_dict()}


class Bedomningsregister:
    """Lists and adds what is written about the results of a workspace."""

    def __init__(self, ledger: Ledger):
        self.ledger = ledger

    def list(self) -> Sequence[Bedomning]:
        """The judgements that hold for the data in use, the newest first."""
        return [b for b in self.history() if b.aterkallad is None]

    def history(self) -> Sequence[Bedomning]:
        """Every judgement ever written about the data in use, also those withdrawn, the newest first."""
        rows = self.ledger.fetch(
            f"""SELECT nr, indikator, periodslag, uppdelning, urval, galler, period_start, period_end, analys,
                       bedomning, av, skriven, rader, databas, definition, inskriven, aterkallad
                FROM bedomning WHERE exempel = {EXEMPEL} ORDER BY skriven DESC, nr DESC"""
        )
        return [
            Bedomning(
                **with_days(row, "period_start", "period_end", "skriven")
                | {"rader": json.loads(row["rader"])}
            )
            for row in rows
        ]

    def get(self, nr: int) -> Bedomning:
        """One judgement that holds. Raises UsageError for one that does not exist or was withdrawn."""
        return med_nummer(self.list(), nr, "Bedömningen", "Ingen bedömning är skriven.")

    def add(
        self,
        vinkel: Vinkel,
        galler: str,
        rader: Sequence[Mapping[str, Any]],
        analys: str,
        bedomning: str,
        av: str,
        skriven: date | None = None,
        databas: str = "",
        definition: int = 1,
    ) -> Bedomning:
        """Write a judgement down. Raises UsageError for what may not be written.

        rader: the rows of the view as they are seen, with `period`, `period_start` and `period_end` as ISO
        text; one of them must be of the period `galler`.
        """
        if bedomning not in ORD:
            raise UsageError(
                f"«{bedomning}» är ingen bedömning.{menade_du_fras(bedomning, ORD)} "
                f"Välj bland: {', '.join(ORD)}."
            )
        analys = text_to_keep(
            analys, "Analysen", "Skriv analysen: vad visar siffran och vad kan det bero på?"
        )
        av = text_to_keep(av, "Namnet på den som bedömer", "Skriv vem som bedömer, som roll eller funktion.")
        judged = [r for r in rader if r["period"] == galler]
        if not judged:
            known = list(dict.fromkeys(str(r["period"]) for r in rader))
            raise UsageError(
                f"Måttet har inga siffror för «{galler}».{menade_du_fras(galler, known)} "
                + (f"Välj bland: {', '.join(known)}." if known else "Läs in uppgifter först.")
            )
        skriven = not_ahead(skriven or date.today(), "Bedömningen")
        nr = self.ledger.write(
            f"""INSERT INTO bedomning (indikator, periodslag, uppdelning, urval, galler, period_start,
                                       period_end, analys, bedomning, av, skriven, rader, databas,
                                       definition, inskriven, exempel)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {EXEMPEL})""",
            (
                *vinkel.columns(),
                galler,
                judged[0]["period_start"],
                judged[0]["period_end"],
                analys,
                bedomning,
                av,
                skriven.isoformat(),
                json.dumps(list(rader), ensure_ascii=False, allow_nan=False),
                databas,
                definition,
                now(),
            ),
        )
        return self.get(nr)

    def withdraw(self, nr: int) -> Bedomning:
        """Take a judgement back; it stays in the history. Raises UsageError for one that does not hold."""
        self.get(nr)
        self.ledger.write("UPDATE bedomning SET aterkallad = ? WHERE nr = ?", (now(), nr))
        return next(b for b in self.history() if b.nr == nr)


def not_ahead(day: date, what: str) -> date:
    """The day, unless it has not come yet: then a UsageError."""
    if day > date.today():
        raise UsageError(f"{what} är daterad {day}, som inte har varit än.")
    return day
