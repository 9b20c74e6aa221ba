"""A random sample of cases, stratified in proportion, that can be drawn again by its seed.

A case number is never saved, so a drawn case is known by file, sheet and row of the export, and by a
running number that the review form carries.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

import duckdb

from kvalitet_metrics import text
from kvalitet_metrics.disclosure.gate import INGEN, REGLER, is_small, pass_gate
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators.compute import Fraga
from kvalitet_metrics.ingest.own_period import containing
from kvalitet_metrics.ingest.privacy import in_text
from kvalitet_metrics.model import Periodslag, Viewer
from kvalitet_metrics.stats import sample
from kvalitet_metrics.stickprov.arenden import ARENDEN, GRANS, SAKNAS, Row, cases, finns
from kvalitet_metrics.stickprov.ord import osakerhet

KONSONANTER = "BCDFGHJKLMNPRSTVXZ"


@dataclass(frozen=True)
class Stickprov:
    """A drawn sample and what is needed to draw it again.

    fran, till: the period of the cases. strata: per group its columns, `arenden` (all), `dragna` and `dold`.
    arenden: the drawn cases with nr, fil, blad, rad, forvaltning and the columns of their group; the latter
    are empty where they would tell what is hidden in `strata`. databas: the version of the database.
    """

    kalla: str
    vilka: str
    namn: str
    fro: str
    kod: str
    fran: date
    till: date
    av: int
    by: tuple[str, ...]
    dragen: date
    databas: str
    strata: list[Row] = field(default_factory=list)
    arenden: list[Row] = field(default_factory=list)

    @property
    def antal(self) -> int:
        """How many cases were drawn."""
        return len(self.arenden)

    @property
    def period(self) -> tuple[date, date]:
        """The period that the review is counted in: that of the cases where it lies within a year of either
        kind, else the calendar year of the last of them, since figures per year could not hold it."""
        for slag in (Periodslag.KALENDERAR, Periodslag.KVALITETSAR):
            if containing(self.fran, slag) == containing(self.till, slag):
                return self.fran, self.till
        return containing(self.till, Periodslag.KALENDERAR)

    @property
    def meningar(self) -> list[str]:
        """What can be concluded from the sample, and what to know about it, as sentences."""
        sagt = [osakerhet(self.antal, self.av)]
        if any(s["dold"] for s in self.strata):
            sagt.append(
                "Små grupper är dolda, och så många till att de inte går att räkna ut. I formuläret saknas "
                "de små gruppernas namn; en analytiker får dem med kommandot sample draw."
            )
        if self.by and self.antal < len(self.strata):
            sagt.append(
                f"Urvalet är mindre än antalet grupper ({len(self.strata)}): alla grupper är inte med. "
                "Dra fler ärenden eller dela upp på färre kolumner."
            )
        elif any(s["dragna"] and s["arenden"] * self.antal < 0.5 * self.av for s in self.strata):
            sagt.append(
                "Minst ett ärende dras ur varje grupp, så de minsta grupperna väger mer än sin andel."
            )
        return sagt

    def to_dict(self) -> dict[str, Any]:
        """All of it, ready for JSON."""
        return {k: getattr(self, k) for k in self.__dataclass_fields__} | {
            "antal": self.antal,
            "period": self.period,
            "meningar": self.meningar,
        }


def dra(
    con: duckdb.DuckDBPyConnection,
    fraga: Fraga,
    antal: int | None,
    marginal: float | None,
    namn: str,
    fro: str,
    viewer: Viewer,
    databas: str,
) -> Stickprov:
    """Draw `antal` cases, or as many as the margin asks for, from those that the question is about.

    fraga: `by` are the columns that divide the cases into groups. namn: of the review; fro: the word
    that decides which cases, else the name. Raises UsageError where there is nothing to draw from.
    """
    ind, by = fraga.indikator, fraga.by
    namn = " ".join(namn.split()) or f"Granskning av {ARENDEN[ind.tabell][0]}"
    fro = " ".join(fro.split()) or namn
    if in_text(namn) or in_text(fro):
        raise UsageError("Namnet och fröet får inte innehålla ett personnummer. Skriv något annat.")
    alla = finns(con, fraga)
    if alla is None:
        raise UsageError(
            f"Här finns inga {ARENDEN[ind.tabell][0]} att dra bland. Vidga perioden eller urvalet, eller läs "
            "in en fil med sådana ärenden."
        )
    if marginal is not None:
        antal = sample.size(marginal, population=alla.antal)
    if antal is None or antal < 1:
        raise UsageError("Ange minst ett ärende, eller en felmarginal.")
    if is_small({"namnare": alla.antal}, REGLER[viewer].get(ind.tabell, INGEN)):
        raise UsageError("Urvalet har så få ärenden att de inte visas. Vidga perioden eller urvalet.")
    namngivna = {GRANS.join(g): g for g in alla.grupper}
    platser = sample.places({n: alla.grupper[g] for n, g in namngivna.items()}, antal, seed_of(fro))
    valda = sorted(
        cases(con, fraga, ((namngivna[n], p) for n, p in platser.items())),
        key=lambda r: (sort(r[k] for k in by), r["nyckel"]),
    )
    kod = code(fro, [r["nyckel"] for r in valda])
    dragna = Counter(tuple(r[k] for k in by) for r in valda)
    strata, utan_namn = groups(by, Counter(alla.grupper), dragna, ind.tabell, viewer)
    arenden = [
        {"nr": f"{kod}-{nr}"}
        | {k: r[k] for k in ("fil", "blad", "rad", "forvaltning")}
        | {k: None if tuple(r[k] for k in by) in utan_namn else r[k] for k in by}
        for nr, r in enumerate(valda, start=1)
    ]
    return Stickprov(
        kalla=ind.id,
        vilka=ind.taljare_ord if ind.id in ARENDEN else f"ärenden bakom måttet «{ind.namn}»",
        namn=namn,
        fro=fro,
        kod=kod,
        fran=fraga.urval.fran or alla.start,
        till=fraga.urval.till or alla.slut,
        av=alla.antal,
        by=by,
        dragen=date.today(),
        databas=databas,
        strata=strata,
        arenden=arenden,
    )


def groups(
    by: Sequence[str],
    alla: Counter[tuple[str, ...]],
    dragna: Counter[tuple[str, ...]],
    table: str,
    viewer: Viewer,
) -> tuple[list[Row], set[tuple[str, ...]]]:
    """The groups as the viewer may see them, and those whose names the drawn cases must not carry.

    Hidden are those that the gate hides, and the smallest others until what is hidden cannot be worked
    out from the whole. The name of such another is kept while at most half of all cases are drawn, since
    the drawn then do not tell how many there are.
    """
    if not by:
        return [], set()
    order = sorted(alla, key=sort)
    rows = [
        dict(zip(by, g, strict=True)) | {"namnare": alla[g], "taljare": dragna[g], "anmarkning": []}
        for g in order
    ]
    regel = REGLER[viewer].get(table, INGEN)
    small = {g for g, row in zip(order, pass_gate(rows, table, viewer), strict=True) if row["dold"]}
    hidden = set(small)
    enough = max(regel.minsta_antal, regel.minsta_underlag)
    for g in sorted(alla, key=lambda g: (alla[g], sort(g))):
        if hidden and (len(hidden) == 1 or sum(alla[h] for h in hidden) < enough):
            hidden.add(g)
    strata = [
        dict(zip(by, g, strict=True))
        | ({"arenden": None, "dragna": None} if g in hidden else {"arenden": alla[g], "dragna": dragna[g]})
        | {"dold": g in hidden}
        for g in order
    ]
    return strata, hidden if 2 * dragna.total() > alla.total() else small


def sort(group: Iterable[str]) -> list[tuple]:
    """Groups in Swedish order, column by column, the unknown last."""
    return [(name == SAKNAS, text.sortnyckel(name)) for name in group]


def seed_of(word: str) -> int:
    """The number that a word stands for; capitals and blanks make no difference.

    >>> seed_of("Dokumentation  2025") == seed_of("dokumentation 2025") != seed_of("dokumentation 2026")
    True
    """
    return int.from_bytes(sha256(" ".join(word.lower().split()).encode()).digest()[:8])


def code(word: str, keys: Iterable[str]) -> str:
    """Four consonants that tell one sample from another, so that two forms are never mixed up."""
    digest = sha256("|".join([word.lower(), *keys]).encode()).digest()
    return "".join(KONSONANTER[b % len(KONSONANTER)] for b in digest[:4])
