"""The figures of a table file, ready to be looked up: wholes and the parts that they should be the sum of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from kvalitet_metrics.reconcile.additivity import declared
from kvalitet_metrics.reconcile.rows import (
    DIMENSIONER,
    HELHET,
    INTE_DEL,
    SAGER_VAD,
    SUMMERBARA,
    Rad,
    samma_storhet,
    unika,
)

REGI = {"egen regi", "enskild regi", "egen", "enskild", "privat regi", "extern regi", "kommunal regi"}
EITHER = "|"
"""Between two labels: the figure's place cannot be decided."""
FLERA = 2
UTDRAG_ANDEL, UTDRAG_ANTAL = Fraction(1, 5), 5
"""A list that misses a fifth of its total, and at least five, is taken for an extract."""
UPPREPAD_NAMNARE = Fraction(3, 2)
"""Denominators per question that are together so many times the whole are the same cases again."""

Nyckel = tuple[Any, ...]


@dataclass(frozen=True)
class Delning:
    """A whole and its parts in one dimension, from one table.

    explicit: the source says that it is a total, sagd_har: in this very column. osakra: parts that may
    belong here or to a sibling. dolt: some part has no number. sort, skal: how the parts add, where declared.
    """

    helhet: Rad
    delar: tuple[Rad, ...]
    dimension: str
    explicit: bool
    osakra: tuple[Rad, ...] = ()
    sort: str = ""
    skal: str = ""
    sagd_har: bool = True
    dolt: bool = False

    @property
    def summa(self) -> Fraction:
        """The parts that certainly belong here, added."""
        return sum((r.tal for r in self.delar), Fraction(0))

    @property
    def beraknat(self) -> Fraction:
        """The sum that the parts give; where parts are uncertain, the possible one nearest to the whole."""
        hogst = self.summa + sum((r.tal for r in self.osakra), Fraction(0))
        nara = max(self.helhet.tal, self.summa)
        return nara if self.dolt else min(nara, hogst)

    @property
    def utdragslik(self) -> bool:
        """True where so much is missing that the list was hardly meant to be whole."""
        diff = self.helhet.tal - self.beraknat
        return diff >= UTDRAG_ANTAL and diff >= UTDRAG_ANDEL * self.helhet.tal

    @property
    def samma_tabell(self) -> bool:
        """True where whole and parts stand in one table."""
        return self.helhet.tabell == self.delar[0].tabell

    @property
    def tvasidig(self) -> bool:
        """True where the sum may be neither larger nor smaller than the whole."""
        return self.explicit or self.sort == "partition"


@dataclass(frozen=True)
class Publicerat:
    """All figures of one file. egna: what the user has declared about additivity."""

    alla: tuple[Rad, ...]
    egna: Mapping[str, str] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, rader: Iterable[Rad], egna: Mapping[str, str] | None = None) -> "Publicerat":
        """From rows in the file's order."""
        return cls(tuple(rader), dict(egna or {}))

    @cached_property
    def rader(self) -> list[Rad]:
        """Own outcomes and comparators with a number, each said once per table."""
        return unika(r for r in self.alla if r.varde is not None)

    @cached_property
    def antal(self) -> list[Rad]:
        """Counts that may be added: own outcomes, no changes."""
        return [r for r in self.rader if r.matt in SUMMERBARA and r.egen and not r.ar_andring]

    @cached_property
    def andelar(self) -> list[Rad]:
        """Shares of our own, no changes."""
        return [r for r in self.rader if r.matt == "andel" and r.egen and not r.ar_andring]

    @cached_property
    def _delar(self) -> Mapping[Nyckel, list[Rad]]:
        """Rows by everything but their label in one dimension, in which they are a part."""
        return by_place(self.antal)

    @cached_property
    def _utan_tal(self) -> Mapping[Nyckel, list[Rad]]:
        """Rows that should have a number and have none: hidden, blank, a word."""
        return by_place(r for r in self.alla if r.varde is None and r.matt in SUMMERBARA and r.egen)

    @cached_property
    def _osakra(self) -> Mapping[Nyckel, list[Rad]]:
        """Rows whose place in another dimension is undecided, under each place that they may have."""
        index: dict[Nyckel, list[Rad]] = defaultdict(list)
        for rad in self.antal:
            for nr, etikett in enumerate(rad.cell):
                for alternativ in etikett.split(EITHER) if EITHER in etikett else ():
                    cell = (*rad.cell[:nr], alternativ, *rad.cell[nr + 1 :])
                    for i, d in enumerate(DIMENSIONER):
                        if i != nr and rad.etikett(d) != HELHET:
                            index[(rad.bas, rad.indelning, d, (*cell[:i], *cell[i + 1 :]))].append(rad)
        return index

    def delningar(self) -> Iterator[Delning]:
        """Every whole with its parts, each pair of table and dimension once."""
        helheter: dict[Nyckel, set[str]] = defaultdict(set)
        for rad in self.antal:
            helheter[(rad.bas, rad.cell, rad.indelning, rad.storhet)].add(rad.tabell)
        seen = set()
        for rad in self.antal:
            for delning in self._for(rad):
                egen_tabell = delning.delar[0].tabell
                annan = helheter[(rad.bas, rad.cell, rad.indelning, rad.storhet)]
                key = (rad.bas, rad.cell, rad.indelning, delning.dimension, egen_tabell, rad.varde)
                if key in seen or (egen_tabell != rad.tabell and egen_tabell in annan):
                    continue
                seen.add(key)
                yield delning

    def covered(self, d: Delning) -> bool:
        """True where a declaration explains the difference, so that it does not alarm.

        An extract may fall short. A multi may exceed the number of items: where that number is published
        (by another division), the total must be it; where it is not, the total may be it.
        """
        diff = d.helhet.tal - d.beraknat
        per_fraga = d.helhet.matt == "namnare" and d.dimension in SAGER_VAD
        if per_fraga and d.summa >= UPPREPAD_NAMNARE * d.helhet.tal > 0:
            return True
        if d.sort == "utdrag":
            return diff > 0
        if d.sort != "multi" or diff >= 0:
            return False
        andra = [
            r.tal
            for r in self.antal
            if r.totalt_i
            and r.indelning != d.helhet.indelning
            and (r.bas, r.cell) == (d.helhet.bas, d.helhet.cell)
        ]
        return not andra or d.helhet.tal in andra

    def _for(self, helhet: Rad) -> list[Delning]:
        """The divisions of one row: those that it says it is the total of, else any that it may be."""
        found = {d: self._i(helhet, d) for d in DIMENSIONER if helhet.etikett(d) == HELHET}
        sagda = [v for d, v in found.items() if v and d in helhet.totalt_i]
        ovriga = [v for d, v in found.items() if v and d not in helhet.totalt_i and len(v.delar) >= FLERA]
        if sagda:
            return sagda + [v for v in ovriga if not v.samma_tabell or v.dimension == "kon"]
        if helhet.totalt_i:
            return [v if not v.samma_tabell else replace(v, explicit=True, sagd_har=False) for v in ovriga]
        return [v for v in ovriga if v.delar[0].storhet == helhet.storhet or v.sort == "partition"]

    def _i(self, helhet: Rad, dimension: str) -> Delning | None:
        """The fullest table of parts in one dimension; None where there is none."""
        key = nyckel(helhet, dimension)
        rader = [r for r in self._delar.get(key, ()) if samma_storhet(r, helhet) and r.enhet == helhet.enhet]
        sorter = {r.plats: declared(r, _sort(r, dimension), self.egna) for r in rader}
        rader = [
            r
            for r in rader
            if sorter[r.plats][0] != "subset"
            and not INTE_DEL.match(r.etikett(dimension))
            and not r.storhet.startswith("varav ")
            and not r.ingar
        ]
        lika = [r for r in rader if r.storhet == helhet.storhet]
        pool = lika or rader
        if not pool or (not lika and len({r.etikett(dimension) for r in pool}) < FLERA):
            return None
        per_tabell: dict[str, dict[str, Rad]] = defaultdict(dict)
        for r in pool:
            per_tabell[r.tabell].setdefault(r.etikett(dimension), r)
        tabell = max(per_tabell, key=lambda t: (len(per_tabell[t]), t == helhet.tabell))
        delar = tuple(per_tabell[tabell].values())
        osakra = tuple(
            r for r in self._osakra.get(key, ()) if r.tabell == tabell and samma_storhet(r, helhet)
        )
        sagd = next((r for r in (helhet, *delar) if r.additivitet), delar[0])
        sort, skal = declared(sagd, _sort(delar[0], dimension), self.egna)
        dolt = any(r.tabell == tabell for r in self._utan_tal.get(key, ()))
        return Delning(helhet, delar, dimension, dimension in helhet.totalt_i, osakra, sort, skal, dolt=dolt)


def by_place(rader: Iterable[Rad]) -> Mapping[Nyckel, list[Rad]]:
    """Rows by where they are found as a part."""
    index: dict[Nyckel, list[Rad]] = defaultdict(list)
    for rad in rader:
        for d in DIMENSIONER:
            if rad.etikett(d) != HELHET:
                index[nyckel(rad, d)].append(rad)
    return index


def nyckel(rad: Rad, dimension: str) -> Nyckel:
    """Where a row is found as a whole, or as a part, in one dimension."""
    return (rad.bas, rad.indelning, dimension, rad.utan(dimension))


def _sort(rad: Rad, dimension: str) -> str:
    """The dimension as declarations name it: egen and enskild regi stand in a column for anything."""
    return "regi" if rad.etikett(dimension) in REGI else dimension
