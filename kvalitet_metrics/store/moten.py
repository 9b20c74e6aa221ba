"""Meetings of a management group: when, and which figures are looked at in which order.

Kept in the ledger. A meeting that was removed stays there, unseen. What is planned about the example data
is not seen when one's own data are in use, and the other way round. No figure depends on it, so nothing is
built again.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.model import DIAGRAM
from kvalitet_metrics.store.ledger import Ledger, now
from kvalitet_metrics.store.skrivet import EXEMPEL, Vinkel, med_nummer, text_to_keep, with_days

PLANERAT, HALLET = "planerat", "hållet"
STATUS = (PLANERAT, HALLET)
FLEST_BILDER = 40
"""So many figures a meeting has at most; nobody decides about more."""
LANGST_NAMN, LANGST_RUBRIK = 80, 140
"""So many characters a name and a heading have at most: a heading takes two lines on the shared screen."""


@dataclass(frozen=True)
class Bild:
    """One screen: an indicator in a view, the years, how it is drawn, and a heading of one's own.

    rubrik: the question that the group should answer; empty where the figure's own sentence is enough.
    nr: its number in the ledger, None before it is there.
    """

    vinkel: Vinkel
    form: str = DIAGRAM[0]
    rubrik: str = ""
    fran: int | None = None
    till: int | None = None
    nr: int | None = None


@dataclass(frozen=True)
class Mote:
    """One meeting with its screens in the order that they are shown."""

    nr: int
    namn: str
    datum: date
    status: str
    skapat: str
    bilder: tuple[Bild, ...] = ()

    @property
    def rubrik(self) -> str:
        """What the meeting is called where it is referred to: no two have the same name and day."""
        return f"{self.namn} {self.datum}"

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it."""
        bilder = [asdict(b) | {"vinkel": b.vinkel.to_dict()} for b in self.bilder]
        return asdict(self) | {"datum": self.datum.isoformat(), "bilder": bilder}


class Moten:
    """Lists, plans and changes the meetings of a workspace."""

    def __init__(self, ledger: Ledger):
        self.ledger = ledger

    def list(self) -> Sequence[Mote]:
        """The meetings of the data in use, the latest day first."""
        rows = self.ledger.fetch(
            f"""SELECT nr, namn, datum, status, skapat FROM mote
                WHERE borttaget IS NULL AND exempel = {EXEMPEL} ORDER BY datum DESC, nr DESC"""
        )
        slides: dict[int, list[Bild]] = {}
        for row in self.ledger.fetch(
            """SELECT nr, mote, indikator, periodslag, uppdelning, urval, form, rubrik, fran, till
               FROM mote_bild ORDER BY ordning, nr"""
        ):
            slides.setdefault(row.pop("mote"), []).append(Bild(**with_days(row)))
        return [
            Mote(**row | {"datum": date.fromisoformat(row["datum"])}, bilder=tuple(slides.get(row["nr"], ())))
            for row in rows
        ]

    def get(self, nr: int) -> Mote:
        """One meeting. Raises UsageError for one that does not exist or was removed."""
        return med_nummer(self.list(), nr, "Mötet", INGA)

    def before(self, nr: int) -> Mote | None:
        """The meeting held or planned next before this one; None for the first."""
        alla = list(self.list())
        efter = alla.index(self.get(nr)) + 1
        return alla[efter] if efter < len(alla) else None

    def create(self, namn: str, datum: date) -> Mote:
        """Plan a meeting. Raises UsageError for a name that may not be kept or is taken on that day."""
        namn = self.free_name(namn, datum)
        nr = self.ledger.write(
            f"INSERT INTO mote (namn, datum, status, skapat, exempel) VALUES (?, ?, ?, ?, {EXEMPEL})",
            (namn, datum.isoformat(), PLANERAT, now()),
        )
        return self.get(nr)

    def change(
        self, nr: int, namn: str | None = None, datum: date | None = None, status: str | None = None
    ) -> Mote:
        """Give a meeting another name, day or status. What was decided there follows its new name."""
        old = self.get(nr)
        if status is not None and status not in STATUS:
            raise UsageError(f"«{status}» är ingen status. Välj bland: {', '.join(STATUS)}.")
        new = replace(old, namn=namn or old.namn, datum=datum or old.datum, status=status or old.status)
        if new.rubrik != old.rubrik:
            new = replace(new, namn=self.free_name(new.namn, new.datum))
        with self.ledger.open() as con:
            con.execute(
                "UPDATE mote SET namn = ?, datum = ?, status = ? WHERE nr = ?",
                (new.namn, new.datum.isoformat(), new.status, nr),
            )
            con.execute(
                f"UPDATE beslutad_atgard SET mote = ? WHERE mote = ? AND exempel = {EXEMPEL}",
                (new.rubrik, old.rubrik),
            )
        return self.get(nr)

    def remove(self, nr: int) -> Mote:
        """Take a meeting away; its decisions remain. Raises UsageError for one that does not exist."""
        gone = self.get(nr)
        self.ledger.write("UPDATE mote SET borttaget = ? WHERE nr = ?", (now(), nr))
        return gone

    def add(self, nr: int, bild: Bild) -> Mote:
        """Put a screen last in a meeting. Raises UsageError for what may not be kept."""
        if len(self.get(nr).bilder) >= FLEST_BILDER:
            raise UsageError(f"Ett möte har högst {FLEST_BILDER} bilder. Ta bort någon först.")
        if bild.form not in DIAGRAM:
            raise UsageError(
                f"«{bild.form}» är inget diagram.{menade_du_fras(bild.form, DIAGRAM)} "
                f"Välj bland: {', '.join(DIAGRAM)}."
            )
        self.ledger.write(
            """INSERT INTO mote_bild (mote, ordning, indikator, periodslag, uppdelning, urval, form, rubrik,
                                      fran, till)
               SELECT ?, coalesce(max(ordning), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
               FROM mote_bild WHERE mote = ?""",
            (nr, *bild.vinkel.columns(), bild.form, heading(bild.rubrik), bild.fran, bild.till, nr),
        )
        return self.get(nr)

    def name(self, nr: int, bild: int, rubrik: str) -> Mote:
        """Give a screen a heading of its own; an empty one leaves it to the figure's sentence."""
        self.slide(nr, bild)
        self.ledger.write("UPDATE mote_bild SET rubrik = ? WHERE nr = ?", (heading(rubrik), bild))
        return self.get(nr)

    def drop(self, nr: int, bild: int) -> Mote:
        """Take a screen out of a meeting."""
        self.slide(nr, bild)
        self.ledger.write("DELETE FROM mote_bild WHERE nr = ?", (bild,))
        return self.get(nr)

    def arrange(self, nr: int, bilder: Sequence[int]) -> Mote:
        """Show the screens in this order, given by their numbers. Raises UsageError where one is missing."""
        if sorted(bilder) != sorted(b.nr or 0 for b in self.get(nr).bilder):
            raise UsageError("Ordningen ska nämna varje bild i mötet en gång. Läs om sidan och försök igen.")
        with self.ledger.open() as con:
            con.executemany(
                "UPDATE mote_bild SET ordning = ? WHERE nr = ?", [(i, b) for i, b in enumerate(bilder, 1)]
            )
        return self.get(nr)

    def slide(self, nr: int, bild: int) -> Bild:
        """One screen of a meeting. Raises UsageError for one that is not there."""
        for found in self.get(nr).bilder:
            if found.nr == bild:
                return found
        raise UsageError(f"Bilden {bild} finns inte i mötet {nr}.")

    def free_name(self, namn: str, datum: date) -> str:
        """The name as it is kept. Raises UsageError for one that may not be, or is taken on that day."""
        namn = short(
            text_to_keep(namn, "Mötets namn", "Ge mötet ett namn, till exempel Ledningsgrupp."), LANGST_NAMN
        )
        if any((m.namn, m.datum) == (namn, datum) for m in self.list()):
            raise UsageError(f"Det finns redan ett möte som heter {namn} den {datum}.")
        return namn


INGA = "Inget möte är planerat."


def heading(rubrik: str) -> str:
    """A heading as it is kept. Raises UsageError for one that may not be."""
    return short(text_to_keep(rubrik, "Rubriken"), LANGST_RUBRIK)


def short(text: str, most: int) -> str:
    """The text on one line. Raises UsageError for one that is too long for its place."""
    text = " ".join(text.split())
    if len(text) > most:
        raise UsageError(f"«{text[:20]}…» är längre än {most} tecken. Skriv kortare.")
    return text
