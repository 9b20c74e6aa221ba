"""What a mapped table says against itself: totals, parts larger than their whole, shares beside counts."""

from collections.abc import Iterable

import duckdb

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.mapping import DIMENSIONER
from kvalitet_metrics.ingest.own_columns import Antalsvarde, Periodcell
from kvalitet_metrics.ingest.own_profile import HELA, EgenTabell, Grupp
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.shapes import MOST_FAULTS_PER_COLUMN, Forteckning, note_rows, raw
from kvalitet_metrics.model import Fault, Kontrollsumma
from kvalitet_metrics.text import antal, procent, tal

MOST_CELLS_SHOWN = 5
"""So many cells are named where a stated share differs from its counts."""


def control_totals(con: duckdb.DuckDBPyConnection, traff: Traff, profil: EgenTabell) -> list[Kontrollsumma]:
    """The counts of the totals rows, each beside the sum of the rows that it is the total of.

    A total is about the rows that share its other labels: its month, where it stands for all units. Of
    the wholes that are records themselves, those are told whose parts all have a value and give another sum.
    """
    labels = [n for n, k in profil.kolumner.items() if n in DIMENSIONER or isinstance(k, Periodcell)]
    counts = [n for n, k in profil.kolumner.items() if isinstance(k, Antalsvarde)]
    all_of = {n: f"coalesce({profil.is_total(raw(n), n)}, FALSE)" for n in labels}
    wholes = " OR ".join(all_of[n] for n in HELA if n in all_of) or "FALSE"
    open_ = {n: f"({t} OR {raw(n)} IS NULL)" for n, t in all_of.items()}
    for n in all_of.keys() & set(HELA):  # a total of all units and both kön is the sum of the units' own
        has = f"EXISTS (SELECT 1 FROM typad WHERE {all_of[n]})"
        open_[n] = (
            f"(CASE WHEN slag = 'total' AND {raw(n)} IS NOT NULL AND {has} THEN FALSE ELSE {open_[n]} END)"
        )
    flags = "[" + ", ".join(open_.values()) + "]"
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE hela AS SELECT *, {flags if labels else "[]::BOOLEAN[]"} AS oppna
            FROM ren WHERE slag = 'total' OR (slag = 'data' AND ({wholes}))"""
    )
    found = []
    for (mask,) in con.execute("SELECT DISTINCT oppna FROM hela").fetchall():
        fixed = [n for n, is_open in zip(labels, mask, strict=True) if not is_open]
        leaves = [f"NOT {all_of[n]}" for n in HELA if n in labels and n not in fixed]
        keys = "".join(f"{raw(n)}, " for n in fixed)
        where = " AND ".join(leaves) or "TRUE"
        grouped = f" GROUP BY {', '.join(map(raw, fixed))}" if fixed else ""
        same = " AND ".join([f"t.{raw(n)} = s.{raw(n)}" for n in fixed] or ["TRUE"])
        sums = ", ".join(f'sum("{n}")' for n in counts)
        blanks = ", ".join(f'count(*) - count("{n}")' for n in counts)
        parts = f"SELECT {keys}[{sums}] AS summor, [{blanks}] AS utan FROM typad"
        published = ", ".join(clean.tal(f"t.{raw(n)}") for n in counts)
        for rad, slag, stated, summed, lacking in con.execute(
            f"""SELECT t.rad, t.slag, [{published}], s.summor, s.utan
                FROM hela t LEFT JOIN ({parts} WHERE {where}{grouped}) s ON {same} WHERE t.oppna = $mask""",
            {"mask": mask},
        ).fetchall():
            none = [None] * len(counts)
            for n, total, of_parts, without in zip(
                counts, stated, summed or none, lacking or none, strict=True
            ):
                known = total is not None and of_parts is not None and not without
                if total is not None and (slag == "total" or (known and abs(total - of_parts) >= 0.5)):
                    found.append((n, rad, total, of_parts or 0, without or 0))
    found.sort(key=lambda f: (counts.index(f[0]), f[1]))
    return [
        Kontrollsumma(traff.blad.name, traff.ort(rad, namn), traff.skriven_rubrik(namn), *values)
        for namn, rad, *values in found
    ]


def part_of_whole(con: duckdb.DuckDBPyConnection, traff: Traff, grupp: Grupp, lista: Forteckning) -> None:
    """Add a fault for every row where the numerator is larger than the denominator."""
    part, whole = grupp.kolumner["taljare"], grupp.kolumner["namnare"]
    rows = con.execute(
        f"""SELECT rad, {raw(part)}, {raw(whole)} FROM typad WHERE "{part}" > "{whole}" ORDER BY rad"""
    ).fetchall()
    rubrik = traff.skriven_rubrik(part)
    lista.faults += [
        Fault(
            f"Täljaren ({taljare}) är större än nämnaren ({namnare}).",
            "Kontrollera att rätt kolumn är täljare, eller rätta talet i källan.",
            traff.blad.name,
            traff.ort(rad, part),
            rubrik,
        )
        for rad, taljare, namnare in rows[:MOST_FAULTS_PER_COLUMN]
    ]
    note_rows(traff, part, rows, lista)


def stated_shares(
    con: duckdb.DuckDBPyConnection, traff: Traff, grupper: Iterable[Grupp], lista: Forteckning
) -> None:
    """Say for each share that stands beside its counts in how many cells it is theirs, and where it is not.

    Compared with as many decimals as the column has at most. Never a fault: the counts are what is read.
    """
    columns = {g.stated: g for g in grupper if g.stated}
    for stated, grupp in columns.items():
        part, whole = grupp.kolumner["taljare"], grupp.kolumner["namnare"]
        factor = 1 if "andel" in grupp.kolumner else 100
        rows = con.execute(
            f"""WITH celler AS (
                    SELECT rad, "{stated}" AS angiven, "{part}" AS t, "{whole}" AS n,
                           CASE WHEN contains({raw(stated)}, '%') THEN 100 ELSE {factor} END AS skala,
                           length(regexp_extract({raw(stated)}, '[.,](\\d+)', 1)) AS decimaler
                    FROM typad WHERE "{stated}" IS NOT NULL AND "{part}" IS NOT NULL AND "{whole}" > 0)
                SELECT rad, angiven, t, n,
                       abs(angiven - t / n) * skala > 0.5 / power(10, least(6, max(decimaler) OVER ())) + 1e-7
                FROM celler ORDER BY rad"""
        ).fetchall()
        if not rows:
            continue
        differ = [
            f"{traff.ort(rad, stated)} anger {procent(share)}, {tal(t)} av {tal(n)} är {procent(t / n)}"
            for rad, share, t, n, wrong in rows
            if wrong
        ]
        agree = f"{tal(len(rows) - len(differ))} av {antal(len(rows), 'cell', 'celler')}"
        text = f"«{traff.skriven_rubrik(stated)}» är samma andel som antalen ger i {agree}"
        more = "; …" if len(differ) > MOST_CELLS_SHOWN else ""
        shown = f" Antalen räknas. {'; '.join(differ[:MOST_CELLS_SHOWN])}{more}." if differ else ""
        lista.warnings.append(f"{text}.{shown}")
