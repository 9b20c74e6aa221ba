"""The organisation of one workspace: kept in the ledger, exchanged as JSON, applied by building again."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.store.organisation import Andring, Enhet, Organisation
from kvalitet_metrics.store.organisation_rows import read, write
from kvalitet_metrics.store.versions import Versions

FALT = ("namn", "foralder", "fran", "till", "stavningar")
"""What can be changed about a unit."""


class Register:
    """Lists and changes the units of a workspace. Every change rebuilds the figures and can be undone."""

    def __init__(self, versions: Versions):
        self.versions = versions

    def list(self) -> Organisation:
        """The organisation in use; that of the example reports where nobody has changed anything."""
        return read(self.versions.ledger)

    def add(self, slag: str, namn: str, **facts: Any) -> Organisation:
        """Add a unit, or say more about one; facts: foralder, fran, till, stavningar."""
        check_facts(facts)
        organisation = self.list()
        known = next((e for e in organisation.enheter if (e.slag, e.namn) == (slag, namn)), Enhet(slag, namn))
        return self.use(organisation.with_unit(replace(known, **facts)))

    def remove(self, slag: str, namn: str) -> Organisation:
        """Take a unit and the changes that it was part of out of the list; its records stay as written."""
        return self.use(self.list().without(slag, namn))

    def change(
        self,
        andring: str,
        slag: str,
        datum: date,
        fore: Sequence[str],
        efter: Sequence[str],
        orsak: str = "",
    ) -> Organisation:
        """Note a change of name, a merger or a split. Raises UsageError where it does not hold together."""
        return self.use(
            self.list().with_change(Andring(andring, slag, datum, tuple(fore), tuple(efter), orsak))
        )

    def undo_change(self, andring: Andring) -> Organisation:
        """Take back a change that was noted by mistake."""
        return self.use(self.list().without_change(andring))

    def export(self) -> str:
        """The organisation as JSON, to keep or to take to another workspace."""
        return json.dumps(self.list().to_dict(), ensure_ascii=False, indent=2)

    def import_(self, text: str) -> Organisation:
        """Replace the organisation by one that was exported. Raises UsageError for what cannot be read."""
        try:
            plain = json.loads(text)
        except json.JSONDecodeError as error:
            raise UsageError(
                f"Texten är inte JSON (rad {error.lineno}). Exportera den organisation som finns."
            ) from None
        if not isinstance(plain, dict):
            raise UsageError("Filen ska innehålla «enheter» och «andringar».")
        return self.use(Organisation.from_dict(plain))

    def use(self, organisation: Organisation) -> Organisation:
        """Keep the organisation and build the figures by it."""
        with self.versions.lock():
            version = self.versions.build(self.versions.ledger.uploads("active"), organisation=organisation)
            self.versions.use(version, lambda con: write(con, organisation))
        return organisation


def check_facts(facts: dict[str, Any]) -> None:
    """Refuse facts that a unit does not have."""
    for name in facts:
        if name not in FALT[1:]:
            raise UsageError(f"En enhet har ingen uppgift «{name}».{menade_du_fras(name, FALT[1:])}")
