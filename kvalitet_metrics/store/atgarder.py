"""Actions: what was decided, who does it and by when, what became of it, and every change with its day.

Append-only in the ledger, as judgements are (bedomning.py).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.store.bedomning import not_ahead
from kvalitet_metrics.store.ledger import Ledger, now
from kvalitet_metrics.store.skrivet import EXEMPEL, Vinkel, med_nummer, text_to_keep, with_days

EJ_PABORJAD, PAGAENDE, GENOMFORD, AVBRUTEN = "ej påbörjad", "pågående", "genomförd", "avbruten"
STATUS = (EJ_PABORJAD, PAGAENDE, GENOMFORD, AVBRUTEN)
"""What an action's status may be, in the words of the loaded lists of actions."""
OPPNA = (EJ_PABORJAD, PAGAENDE)


@dataclass(frozen=True)
class Handelse:
    """Something that happened to an action: a new status, a text that follows it up, or both."""

    datum: date
    status: str | None
    uppfoljning: str
    av: str
    inskriven: str


@dataclass(frozen=True)
class Atgard:
    """One decided action.

    bedomning: the number of the judgement that it came from, or None. vinkel: the view where it should be
    seen. fran: the first day on which it should be. handelser: oldest first. mote: where it was decided.
    """

    nr: int
    vinkel: Vinkel
    vad: str
    ansvarig: str
    klart_senast: date
    beslutad: date
    fran: date
    mote: str
    bedomning: int | None
    inskriven: str
    aterkallad: str | None = None
    handelser: Sequence[Handelse] = ()

    @property
    def status(self) -> str:
        """What it is now."""
        said = [h.status for h in self.handelser if h.status]
        return said[-1] if said else EJ_PABORJAD

    @property
    def oppen(self) -> bool:
        """True while it remains to be done."""
        return self.status in OPPNA

    def forsenad(self, today: date) -> bool:
        """True where it should have been done before today and is not."""
        return self.oppen and self.klart_senast < today

    @property
    def uppfoljningar(self) -> list[Handelse]:
        """What has been written about what became of it, oldest first."""
        return [h for h in self.handelser if h.uppfoljning]

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it."""
        plain = asdict(self) | {"vinkel": self.vinkel.to_dict(), "status": self.status}
        return plain | {"forsenad": self.forsenad(date.today())}


class Atgardsregister:
    """Lists, adds and follows up the actions of a workspace."""

    def __init__(self, ledger: Ledger):
        self.ledger = ledger

    def list(self) -> Sequence[Atgard]:
        """The actions that hold for the data in use, by the day when they should be done."""
        return [a for a in self.history() if a.aterkallad is None]

    def history(self) -> Sequence[Atgard]:
        """Every action ever decided about the data in use, also those withdrawn, by the day they are due."""
        events: dict[int, list[Handelse]] = {}
        for row in self.ledger.fetch(
            """SELECT atgard, datum, status, uppfoljning, av, inskriven FROM atgard_handelse
               WHERE aterkallad IS NULL ORDER BY nr"""
        ):
            day = date.fromisoformat(row.pop("datum"))
            events.setdefault(row.pop("atgard"), []).append(Handelse(datum=day, **row))
        rows = self.ledger.fetch(
            f"""SELECT nr, indikator, periodslag, uppdelning, urval, vad, ansvarig, klart_senast, beslutad,
                       fran, mote, bedomning, inskriven, aterkallad
                FROM beslutad_atgard WHERE exempel = {EXEMPEL} ORDER BY klart_senast, nr"""
        )
        return [
            Atgard(
                **with_days(row, "klart_senast", "beslutad", "fran"),
                handelser=tuple(events.get(row["nr"], ())),
            )
            for row in rows
        ]

    def get(self, nr: int) -> Atgard:
        """One action that holds. Raises UsageError for one that does not exist or was withdrawn."""
        return med_nummer(self.list(), nr, "Åtgärden", "Ingen åtgärd är beslutad.")

    def add(
        self,
        vinkel: Vinkel,
        vad: str,
        ansvarig: str,
        klart_senast: date,
        beslutad: date | None = None,
        fran: date | None = None,
        mote: str = "",
        bedomning: int | None = None,
    ) -> Atgard:
        """Write a decided action down. Raises UsageError for what may not be written.

        beslutad: today where nothing else is said; fran: the day of the decision.
        """
        vad = text_to_keep(vad, "Åtgärden", "Skriv vad som ska göras.")
        ansvarig = text_to_keep(ansvarig, "Den ansvarige", "Skriv vem som är ansvarig, som funktion.")
        mote = text_to_keep(mote, "Mötet")
        beslutad = not_ahead(beslutad or date.today(), "Åtgärden")
        if klart_senast < beslutad:
            raise UsageError(f"Åtgärden ska vara klar {klart_senast}, före dagen för beslutet ({beslutad}).")
        nr = self.ledger.write(
            f"""INSERT INTO beslutad_atgard (indikator, periodslag, uppdelning, urval, vad, ansvarig,
                                             klart_senast, beslutad, fran, mote, bedomning,
                                             inskriven, exempel)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {EXEMPEL})""",
            (
                *vinkel.columns(),
                vad,
                ansvarig,
                klart_senast.isoformat(),
                beslutad.isoformat(),
                (fran or beslutad).isoformat(),
                mote,
                bedomning,
                now(),
            ),
        )
        return self.get(nr)

    def change(
        self,
        nr: int,
        status: str | None = None,
        uppfoljning: str = "",
        av: str = "",
        datum: date | None = None,
    ) -> Atgard:
        """Give an action a new status, write down what came of it, or both, from a day (today).

        Raises UsageError for what does not exist, says nothing new or may not be written.
        """
        action = self.get(nr)
        if status and status not in STATUS:
            raise UsageError(
                f"«{status}» är ingen status.{menade_du_fras(status, STATUS)} "
                f"Välj bland: {', '.join(STATUS)}."
            )
        uppfoljning = text_to_keep(uppfoljning, "Uppföljningen")
        av = text_to_keep(av, "Namnet på den som följer upp")
        changed = status if status != action.status else None
        if not changed and not uppfoljning:
            raise UsageError(
                f"Åtgärden {nr} är redan «{action.status}». Ange en ny status eller en uppföljning."
            )
        day = not_ahead(datum or date.today(), "Uppföljningen")
        self.ledger.write(
            """INSERT INTO atgard_handelse (atgard, datum, status, uppfoljning, av, inskriven)
               VALUES (?, ?, ?, ?, ?, ?)""",
            (nr, day.isoformat(), changed, uppfoljning, av, now()),
        )
        return self.get(nr)

    def take_back(self, nr: int) -> Atgard:
        """Take back the newest change of an action. Raises UsageError where nothing was changed."""
        if not self.get(nr).handelser:
            raise UsageError(f"Åtgärden {nr} har inga ändringar att ångra.")
        self.ledger.write(
            """UPDATE atgard_handelse SET aterkallad = ?
               WHERE nr = (SELECT max(nr) FROM atgard_handelse WHERE atgard = ? AND aterkallad IS NULL)""",
            (now(), nr),
        )
        return self.get(nr)

    def withdraw(self, nr: int) -> Atgard:
        """Take an action back; it stays in the history. Raises UsageError for one that does not hold."""
        self.get(nr)
        self.ledger.write("UPDATE beslutad_atgard SET aterkallad = ? WHERE nr = ?", (now(), nr))
        return next(a for a in self.history() if a.nr == nr)

    def restore(self, nr: int) -> Atgard:
        """Put a withdrawn action back. Raises UsageError for one that was not withdrawn."""
        if nr not in {a.nr for a in self.history() if a.aterkallad}:
            raise UsageError(f"Åtgärden {nr} är inte borttagen.")
        self.ledger.write("UPDATE beslutad_atgard SET aterkallad = NULL WHERE nr = ?", (nr,))
        return self.get(nr)
