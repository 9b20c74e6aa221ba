"""The organisation over time: units with all their names, and what became of them.

A spelling and a change of name are the same unit: its records are shown under the name it has now.
A merger and a split are not: records keep the unit they were made in, and a figure that crosses the
date says so. Kinds of unit are the breakdown columns forvaltning, avdelning, enhet and grupp.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Self

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.ingest.identity import holds
from kvalitet_metrics.ingest.profile import ORGANISATION
from kvalitet_metrics.store.build import Rewrite, last_name
from kvalitet_metrics.text import lista

DEFAULTS = Path(__file__).with_name("organisation.json")
"""What is known before anyone has said anything: the units of the example reports."""

NAMNBYTE, SAMMANSLAGNING, DELNING = "namnbyte", "sammanslagning", "delning"
ANTAL = {NAMNBYTE: ("en", "en"), SAMMANSLAGNING: ("flera", "en"), DELNING: ("en", "flera")}
"""Kinds of change, with how many units there are before and after."""


@dataclass(frozen=True)
class Enhet:
    """A unit under the name it has, or had at its end. stavningar: other ways in which files write it."""

    slag: str
    namn: str
    foralder: str | None = None
    fran: date | None = None
    till: date | None = None
    stavningar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Andring:
    """A change of the organisation: from `datum` on, the units `efter` are what the units `fore` were."""

    andring: str
    slag: str
    datum: date
    fore: tuple[str, ...]
    efter: tuple[str, ...]
    orsak: str = ""


@dataclass(frozen=True)
class Organisation:
    """All units and all changes."""

    enheter: tuple[Enhet, ...] = ()
    andringar: tuple[Andring, ...] = ()

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """From JSON's form. Raises UsageError with everything that is wrong."""
        try:
            found = cls(
                tuple(_enhet(e) for e in plain.get("enheter", ())),
                tuple(_andring(a) for a in plain.get("andringar", ())),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise UsageError(
                f"Organisationen går inte att läsa ({error}). Exportera den som finns och utgå från den."
            ) from None
        return found.checked()

    def to_dict(self) -> dict[str, Any]:
        """As JSON writes it; dates as ISO text."""
        plain = asdict(self)
        for row in (*plain["enheter"], *plain["andringar"]):
            for name in ("fran", "till", "datum"):
                if row.get(name):
                    row[name] = row[name].isoformat()
        return plain

    def checked(self) -> Self:
        """The organisation itself. Raises UsageError that lists what does not hold together."""
        wrong = [*wrong_units(self.enheter), *wrong_changes(self.andringar)]
        if wrong:
            raise UsageError("Organisationen hänger inte ihop: " + " ".join(wrong))
        return self

    def get(self, slag: str, namn: str) -> Enhet:
        """A unit by its name. Raises UsageError with the nearest where there is none."""
        units = {e.namn: e for e in self.enheter if e.slag == slag}
        if namn not in units:
            raise UsageError(f"Enheten «{namn}» finns inte bland {slag}.{menade_du_fras(namn, units)}")
        return units[namn]

    def with_unit(self, enhet: Enhet) -> Self:
        """With this unit, in place of one of the same name."""
        others = (e for e in self.enheter if (e.slag, e.namn) != (enhet.slag, enhet.namn))
        return replace(self, enheter=tuple(sorted((*others, enhet), key=_order))).checked()

    def without(self, slag: str, namn: str) -> Self:
        """Without a unit and the changes that it was part of."""
        gone = self.get(slag, namn)
        return replace(
            self,
            enheter=tuple(e for e in self.enheter if e != gone),
            andringar=tuple(a for a in self.andringar if a.slag != slag or namn not in (*a.fore, *a.efter)),
        )

    def with_change(self, andring: Andring) -> Self:
        """With a change; the units that it names exist afterwards, and end or begin on its date."""
        units = {(e.slag, e.namn): e for e in self.enheter}
        for namn in andring.fore:
            old = units.get((andring.slag, namn), Enhet(andring.slag, namn))
            units[andring.slag, namn] = replace(old, till=old.till or andring.datum - timedelta(days=1))
        for namn in andring.efter:
            new = units.get((andring.slag, namn), Enhet(andring.slag, namn))
            units[andring.slag, namn] = replace(new, fran=new.fran or andring.datum)
        changes = dict.fromkeys((*self.andringar, andring))
        return replace(
            self,
            enheter=tuple(sorted(units.values(), key=_order)),
            andringar=tuple(sorted(changes, key=lambda a: (a.datum, a.slag, a.fore))),
        ).checked()

    def without_change(self, andring: Andring) -> Self:
        """Without a change noted by mistake; what it said of when its units begin and end goes too."""
        ended, began = andring.datum - timedelta(days=1), andring.datum

        def before(e: Enhet) -> Enhet:
            if e.slag == andring.slag and e.namn in andring.fore and e.till == ended:
                return replace(e, till=None)
            if e.slag == andring.slag and e.namn in andring.efter and e.fran == began:
                return replace(e, fran=None)
            return e

        kept = tuple(a for a in self.andringar if a != andring)
        return replace(self, enheter=tuple(map(before, self.enheter)), andringar=kept)

    def rewrites(self) -> list[Rewrite]:
        """What the build reads as something else: old names first, then spellings and other case."""
        renamed = [
            Rewrite(a.slag, a.fore[0], a.efter[0], any_case=True)
            for a in self.andringar
            if a.andring == NAMNBYTE
        ]
        spelled = [
            Rewrite(e.slag, s, e.namn, any_case=True) for e in self.enheter for s in (e.namn, *e.stavningar)
        ]
        return [*renamed, *spelled]

    def names(self) -> dict[str, dict[str, str]]:
        """Per kind of unit: every name and spelling in lower case → the name that the unit has now."""
        known: dict[str, dict[str, str]] = {}
        for r in self.rewrites():
            known.setdefault(r.kolumn, {}).setdefault(r.etikett.lower(), r.blir)
        return {
            slag: {name: last_name(name, names, any_case=True) for name in names}
            for slag, names in known.items()
        }

    def breaks(self, slag: str, namn: str) -> list[Andring]:
        """The mergers and splits that a unit came out of or went into."""
        return [
            a
            for a in self.andringar
            if a.slag == slag and a.andring != NAMNBYTE and namn in (*a.fore, *a.efter)
        ]

    def successors(self, slag: str, namn: str) -> tuple[str, ...]:
        """The unit that this one was merged into, if any."""
        return tuple(
            e
            for a in self.andringar
            if a.slag == slag and a.andring == SAMMANSLAGNING and namn in a.fore
            for e in a.efter
        )

    def predecessors(self, slag: str, namn: str) -> tuple[str, ...]:
        """The units that were merged into this one, and those that were merged into them."""
        found: dict[str, None] = {}
        waiting = [namn]
        while waiting:
            name = waiting.pop()
            for a in self.andringar:
                if a.slag == slag and a.andring == SAMMANSLAGNING and name in a.efter:
                    waiting += [f for f in a.fore if f not in found]
                    found |= dict.fromkeys(a.fore)
        return tuple(found)


@cache
def defaults() -> Organisation:
    """The organisation of a workspace where nobody has said anything."""
    return Organisation.from_dict(json.loads(DEFAULTS.read_text(encoding="utf-8")))


def wrong_units(enheter: Iterable[Enhet]) -> list[str]:
    """What does not hold for single units, or between two that share a name."""
    wrong: list[str] = []
    owner: dict[tuple[str, str], str] = {}
    for e in enheter:
        if any(map(holds, (e.namn, *e.stavningar))):
            wrong.append("Ett namn på en enhet innehåller ett personnummer.")
        if e.slag not in ORGANISATION:
            finns = lista(ORGANISATION, "eller")
            wrong.append(f"«{e.slag}» är inget slag av enhet; skriv {finns}.")
        if not e.namn.strip():
            wrong.append("En enhet saknar namn.")
        if e.fran and e.till and e.till < e.fran:
            wrong.append(f"«{e.namn}» upphör innan den börjar.")
        for name in {e.namn.lower(), *(s.lower() for s in e.stavningar)}:
            if (other := owner.setdefault((e.slag, name), e.namn)) != e.namn:
                wrong.append(f"«{name}» anges både som «{other}» och som «{e.namn}».")
    return wrong


def wrong_changes(andringar: Iterable[Andring]) -> list[str]:
    """What does not hold for changes: their kind, how many units they name, names that go in a circle."""
    wrong = []
    renamed = {(a.slag, a.fore[0]): a.efter[0] for a in andringar if a.andring == NAMNBYTE and a.fore}
    for a in andringar:
        if any(map(holds, (*a.fore, *a.efter, a.orsak))):
            wrong.append("En ändring innehåller ett personnummer. Beskriv den utan nummer.")
        if a.andring not in ANTAL:
            finns = lista(ANTAL, "eller")
            wrong.append(f"«{a.andring}» är ingen ändring; skriv {finns}.")
            continue
        if a.slag not in ORGANISATION:
            wrong.append(f"«{a.slag}» är inget slag av enhet.")
        counts = tuple("en" if len(names) == 1 else "flera" for names in (a.fore, a.efter))
        if counts != ANTAL[a.andring] or not a.fore or not a.efter:
            before, after = ANTAL[a.andring]
            wrong.append(f"En {a.andring} har {before} före och {after} efter.")
        if set(a.fore) & set(a.efter):
            wrong.append(f"En {a.andring} har samma enhet före och efter.")
        name, seen = a.fore[0] if a.fore else "", set()
        while a.andring == NAMNBYTE and (a.slag, name) in renamed and name not in seen:
            seen.add(name)
            name = renamed[a.slag, name]
        if name in seen:
            wrong.append(f"Namnbytena från «{name}» går i cirkel.")
    return list(dict.fromkeys(wrong))


def _enhet(plain: Mapping[str, Any]) -> Enhet:
    """One unit from JSON's form; a key that does not exist is a TypeError."""
    given = dict(plain)
    for name in ("fran", "till"):
        given[name] = date.fromisoformat(given[name]) if given.get(name) else None
    return Enhet(**given | {"stavningar": tuple(given.get("stavningar", ()))})


def _andring(plain: Mapping[str, Any]) -> Andring:
    """One change from JSON's form."""
    given = dict(plain)
    given |= {"datum": date.fromisoformat(given["datum"])}
    return Andring(**given | {name: tuple(given[name]) for name in ("fore", "efter")})


def _order(enhet: Enhet) -> tuple[int, str]:
    """Larger kinds of unit first, then by name."""
    place = ORGANISATION.index(enhet.slag) if enhet.slag in ORGANISATION else len(ORGANISATION)
    return place, enhet.namn
