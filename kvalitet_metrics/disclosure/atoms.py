"""What the records of a table are counted as, by all of its indicators at once.

An atom is some records that no figure of any of the indicators tells apart: they lie in the same months, have
the same labels, and each indicator counts them alike. Whoever sees the figures does not know which atoms are
empty, so those that could be there count as well: every way of being counted that some record has, in every
month and with every combination of labels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from kvalitet_metrics.indicators.compiler import compile_query
from kvalitet_metrics.indicators.definition import Andel, Antal, Fordelning, Indikator, Summaandel, Tid
from kvalitet_metrics.model import Periodslag

MOST_ATOMS = 100_000
"""With more possible atoms than this, only those near the ones with records count, or only those with."""
NOT, PART, REST = 0, 1, 2
"""Where an indicator counts an atom: not at all, in the numerator (or the count), in the rest."""
POST = "post"
"""The column that tells one record from another."""


@dataclass(frozen=True)
class Way:
    """One way in which an indicator counts records; its number stands last in the names of its columns."""

    ind: Indikator
    condition: str
    number: int

    def column(self, name: str) -> str:
        """The column of the atoms with what this way says: place, p0, p1 or a derived breakdown."""
        return f"{name}_{self.number}"

    def label(self, column: str) -> str:
        """The column of the atoms that a breakdown is in."""
        return self.column(column) if column in self.ind.harledda else column

    @property
    def derived(self) -> tuple[str, ...]:
        """The breakdowns that only this indicator has, made from the record."""
        return tuple(c for c in self.ind.nedbrytningar if c in self.ind.harledda)

    @property
    def own(self) -> tuple[str, ...]:
        """All columns of the atoms that say how this way counts them."""
        return tuple(map(self.column, ("place", "p0", "p1", *self.derived)))


@dataclass(frozen=True)
class Atoms:
    """table: a row per atom, all of whole numbers: the labels' places in `values`, months, and how many, `n`.

    values: column → its labels. common: the columns that all indicators share.
    """

    table: pd.DataFrame
    values: dict[str, list[str | None]]
    common: tuple[str, ...]
    ways: tuple[Way, ...]

    def with_possible(self) -> "Atoms":
        """These and all that could be there, with 0 of each.

        Where those would be too many: these and what differs from one of them in one column or in its month,
        and where those are too many as well, only these.
        """
        atoms = self.table
        columns = [*atoms.columns.drop("n")]
        groups = together(atoms, self.common)
        if not len(atoms):
            return self
        forms = moved(atoms[[c for way in self.ways for c in way.own]].drop_duplicates(), self.ways)
        labels = [atoms[group].drop_duplicates() for group in groups]
        if prod([len(forms), *map(len, labels)]) <= MOST_ATOMS:
            for other in labels:
                forms = forms.merge(other, how="cross")
            return self.plus([forms])
        if len(atoms) * (sum(map(len, labels)) + atoms[self.ways[0].column("p0")].nunique()) > MOST_ATOMS:
            return self
        others = [
            atoms[[c for c in columns if c not in group]].drop_duplicates().merge(other, how="cross")
            for group, other in zip(groups, labels, strict=True)
        ]
        return self.plus([*others, moved(atoms[columns], self.ways)])

    def plus(self, others: Sequence[pd.DataFrame]) -> "Atoms":
        """These and others with 0 of each, every one once."""
        columns = [*self.table.columns.drop("n")]
        table = pd.concat([self.table, *(other[columns].assign(n=0) for other in others)])
        return replace(self, table=table.groupby(columns, as_index=False, sort=False)["n"].sum())


def atoms_of(con: duckdb.DuckDBPyConnection, ways: Sequence[Way]) -> Atoms:
    """The atoms of the records that the ways count. All are over one record table."""
    columns = {c for way in ways for c in way.ind.nedbrytningar if c not in way.ind.harledda}
    common = tuple(sorted(columns))
    counted = con.execute(records_sql(ways, common)).df()
    found = pieces(counted, ways)
    values: dict[str, list[str | None]] = {}
    for column in (*common, *(way.column(c) for way in ways for c in way.derived)):
        codes, labels = pd.factorize(found[column], sort=True, use_na_sentinel=False)
        found[column] = codes
        values[column] = [None if pd.isna(label) else label for label in labels]
    keys = [*found.columns.drop("n")]
    table = found.groupby(keys, as_index=False, sort=False)["n"].sum() if len(found) else found
    return Atoms(table, values, common, tuple(ways))


def records_sql(ways: Sequence[Way], common: Iterable[str]) -> str:
    """How many records are alike, with what each way counts them for: part_0, rest_0, p0_0, p1_0, …"""
    base = [f"b.{c}" for c in common]
    found = []
    for way in ways:
        given = [f"w{way.number}.{name} AS {way.column(name)}" for name in ("part", "rest", "p0", "p1")]
        given += [f"w{way.number}.{c} AS {way.column(c)}" for c in way.derived]
        base += given
        found.append(f"LEFT JOIN ({way_sql(way)}) w{way.number} USING ({POST})")
    somewhere = " OR ".join(f"w{way.number}.part IS NOT NULL" for way in ways)
    records = f"(SELECT rowid AS {POST}, * FROM {ways[0].ind.tabell}) b"
    joined = " ".join(found)
    return f"SELECT {', '.join(base)}, COUNT(*) AS n FROM {records} {joined} WHERE {somewhere} GROUP BY ALL"


def way_sql(way: Way) -> str:
    """The records of one way, each with what it counts for and the months that it lies in."""
    ind = way.ind
    alike: dict[str, Any] = {"urval": way.condition, "harledda": {**ind.harledda, POST: "r.rowid"}}
    if isinstance(ind, Antal):
        alike |= {"delas": {}, "odelad": "TRUE"}
    query = compile_query(replace(ind, **alike), Periodslag.MANAD, way.derived, also=(POST,))
    part, rest, counts = "taljare", "0", "taljare > 0"
    if isinstance(ind, Andel | Summaandel):
        rest, counts = "namnare - taljare", "namnare > 0 AND taljare BETWEEN 0 AND namnare"
    elif isinstance(ind, Tid):
        part, counts = "namnare", "namnare > 0"
    elif isinstance(ind, Fordelning):
        counts += f" AND {ind.over} IS NOT NULL"
    last = "p1" if "p1" in query.columns else "p0"
    months = [
        f"CAST(year({p}) * 12 + month({p}) - 1 AS INTEGER) AS {n}" for p, n in (("p0", "p0"), (last, "p1"))
    ]
    shown = ", ".join([POST, f"{part} AS part", f"{rest} AS rest", *months, *way.derived])
    return f"SELECT {shown} FROM ({query.sql}) WHERE {counts}"


def pieces(counted: pd.DataFrame, ways: Sequence[Way]) -> pd.DataFrame:
    """Records that stand for several are divided, so that each piece is counted whole or not at all.

    What an indicator counts of a record is laid out on a line, the numerator first and then the rest; the
    line is cut wherever any indicator's changes.
    """
    parts, rests = (
        counted[[way.column(name) for way in ways]].fillna(0).to_numpy(float) for name in ("part", "rest")
    )
    cuts = np.sort(np.hstack([parts, parts + rests]), axis=1)
    before = np.zeros(len(counted))
    found = []
    for cut in cuts.T:
        there = cut > before
        piece = counted[there].copy()
        for place, way in enumerate(ways):
            part, end = parts[there, place], (parts + rests)[there, place]
            where = np.where(cut[there] <= part, PART, np.where(cut[there] <= end, REST, NOT))
            piece[way.column("place")] = where
            piece.loc[where == NOT, [*way.own[1:]]] = None
            piece = piece.drop(columns=[way.column("part"), way.column("rest")])
            for name in ("p0", "p1"):
                piece[way.column(name)] = piece[way.column(name)].fillna(-1).astype(int)
        piece["n"] = piece["n"] * (cut - before)[there]
        found.append(piece)
        before = cut
    return pd.concat(found, ignore_index=True)


def together(atoms: pd.DataFrame, columns: Sequence[str]) -> list[list[str]]:
    """The columns in groups: one whose value gives those of the others in its group."""
    left = sorted(columns, key=lambda c: -atoms[c].nunique())
    groups = []
    while left:
        first, *left = left
        given = [c for c in left if len(atoms[[first, c]].drop_duplicates()) == atoms[first].nunique()]
        groups.append([first, *given])
        left = [c for c in left if c not in given]
    return groups


def moved(forms: pd.DataFrame, ways: Sequence[Way]) -> pd.DataFrame:
    """The ways of being counted, those that lie in one month in every month that there is."""
    months = forms[[way.column(p) for way in ways for p in ("p0", "p1")]].to_numpy()
    last = months.max(axis=1)
    single = ((months == last[:, None]) | (months == -1)).all(axis=1)
    found = [forms]
    for month in np.unique(last):
        other = forms[single].copy()
        for way in ways:
            for p in ("p0", "p1"):
                other[way.column(p)] = np.where(other[way.column("place")] == NOT, -1, month)
        found.append(other)
    return pd.concat(found, ignore_index=True).drop_duplicates()
