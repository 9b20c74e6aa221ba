"""Breaks in a series: where figures before a day and from it on must not be compared, and why.

Three things break a series: a new version of its definition, a new way of counting in the source, and
a change of the organisation (history.py). All are said in the same place: `brott` on the row where the
series is cut, and a remark in words.
"""

from collections.abc import Iterable
from dataclasses import asdict, replace

import duckdb

from kvalitet_metrics.indicators.compiler import compile_query
from kvalitet_metrics.indicators.compute import Fraga, Row, breakdown
from kvalitet_metrics.model import Brott, Brottslag, Periodslag
from kvalitet_metrics.store.brott import NyttRaknesatt
from kvalitet_metrics.store.organisation import Organisation
from kvalitet_metrics.text import datum, stor_bokstav


def mark_breaks(
    con: duckdb.DuckDBPyConnection,
    rows: list[Row],
    fraga: Fraga,
    recorded: Iterable[NyttRaknesatt],
    organisation: Organisation,
    joined: bool = False,
) -> None:
    """Mark, in place, where the definition or the source's way of counting cuts a series.

    joined: units that were merged are counted as the one that they became.
    """
    by = breakdown(fraga)
    for v in fraga.indikator.tidigare if fraga.version is None else ():
        said = f"Måttet räknas på ett nytt sätt sedan {datum(v.byte)}: {v.vad}"
        brott = Brott(v.byte, Brottslag.DEFINITION, said)
        cut(rows, by, brott, "Hela perioden är räknad på det nya sättet.", mixes=False)
    groups: dict[tuple, set[tuple]] = {}
    for b in recorded:
        if b.galler in (fraga.indikator.id, fraga.indikator.tabell):
            names = names_now(b, organisation, joined)
            vem = names[0] if names else ""
            vad = f"{stor_bokstav(vem) or 'Allt'} räknas på ett nytt sätt sedan {datum(b.datum)}"
            brott = Brott(b.datum, Brottslag.RAKNESATT, f"{vad}: {b.orsak.rstrip('.')}.", vem)
            part = b.kolumn, names
            if part not in groups:
                groups[part] = groups_with(con, fraga, *part)
            touched = [r for r in rows if tuple(r[c] for c in by) in groups[part]]
            cut(touched, by, brott, "Ändringen ligger inne i perioden.")


def cut(rows: list[Row], by: tuple[str, ...], brott: Brott, within: str = "", mixes: bool = True) -> None:
    """Mark the first row from a break on in each series, where there is something before it to compare with.

    within: what is said besides where the day lies inside the period. mixes: such a period holds both
    ways, so the row after it is marked as well.
    """
    series: dict[tuple, list[Row]] = {}
    for row in rows:
        series.setdefault(tuple(row[c] for c in by), []).append(row)
    for whole in series.values():
        after = [r for r in whole if r["period_end"] >= brott.datum]
        if not after or (len(after) == len(whole) and after[0]["period_start"] > brott.datum):
            continue
        first = after[0]
        inside = first["period_start"] < brott.datum
        mark(first, replace(brott, text=f"{brott.text} {within}") if inside and within else brott)
        for row in after[1:2] if inside and mixes else ():
            said = (
                f"Perioden före ({first['period']}) ligger på båda sidor om ändringen {datum(brott.datum)}."
            )
            mark(row, replace(brott, text=said))


def mark(row: Row, brott: Brott) -> None:
    """Say a break on a row, in words and as data."""
    row["brott"] = sorted([*row["brott"], asdict(brott)], key=lambda b: b["datum"])
    if brott.text not in row["anmarkning"]:
        row["anmarkning"].append(brott.text)


def names_now(b: NyttRaknesatt, organisation: Organisation, joined: bool) -> tuple[str, ...]:
    """The name that the broken part has in the data: units may have got a new one since. None for all."""
    if b.kolumn is None or b.varde is None:
        return ()
    name = organisation.names().get(b.kolumn, {}).get(b.varde.lower(), b.varde)
    while joined and (into := organisation.successors(b.kolumn, name)):
        name = into[0]
    return (name,)


def groups_with(
    con: duckdb.DuckDBPyConnection, fraga: Fraga, kolumn: str | None, names: tuple[str, ...]
) -> set[tuple]:
    """The combinations of the breakdown where the figure holds records of the part."""
    where = dict(fraga.urval.where)
    if kolumn:
        where[kolumn] = tuple(n for n in names if n in where.get(kolumn, names))
        if not where[kolumn]:
            return set()
    ind = fraga.indikator
    asked = replace(ind, nedbrytningar=tuple({*ind.nedbrytningar, *where}))
    by = breakdown(fraga)
    urval = replace(fraga.urval, where=tuple(sorted(where.items())))
    query = compile_query(asked, Periodslag.TOTAL, by, urval)
    found = [
        dict(zip(query.columns, r, strict=True)) for r in con.execute(query.sql, query.params).fetchall()
    ]
    return {tuple(r[c] for c in by) for r in found if r["p0"] is not None}
