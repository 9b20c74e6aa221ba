"""Where and when the rows belong, what is computed from them, and the rules between their columns."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from kvalitet_metrics.ingest.clean import literal
from kvalitet_metrics.ingest.crosstab import period_of
from kvalitet_metrics.ingest.profile import ORGANISATION, ExportProfil, Regel
from kvalitet_metrics.ingest.questions import drawn_from
from kvalitet_metrics.ingest.recognise import Traff, sheet_facts
from kvalitet_metrics.ingest.shapes import MOST_FAULTS_PER_COLUMN, Forteckning, note_rows
from kvalitet_metrics.ingest.survey import Kodbok
from kvalitet_metrics.ingest.when import find_day, find_period
from kvalitet_metrics.model import Fault, FileContext
from kvalitet_metrics.text import antal

UTTAG = r"(uttag|utskri|rapportdatum|skapad|exporterad|per den|datum för uttag)"
"""How a title begins that says when the export was taken out."""


def finish_rows(
    con: duckdb.DuckDBPyConnection,
    traff: Traff,
    bok: Kodbok | None,
    context: FileContext,
    filnamn: str,
    lista: Forteckning,
) -> pa.Table:
    """Organisation, computed columns and rules; the rows without those that have faults."""
    profil = traff.profil
    known = place(traff, bok, context, filnamn)
    columns = {c[0] for c in con.execute("DESCRIBE typad").fetchall()}
    given = {n: f"CAST({literal(known[n])} AS VARCHAR)" for n in ORGANISATION}
    filled = ", ".join(f"coalesce({n}, {sql}) AS {n}" for n, sql in given.items() if n in columns)
    added = "".join(f", {sql} AS {n}" for n, sql in given.items() if n not in columns)
    fixed = constants(traff)
    absent = "".join(
        f', CAST({k.sql(literal(fixed[n])) if n in fixed else "NULL"} AS {k.sqltyp}) AS "{n}"'
        for n, k in profil.kolumner.items()
        if n not in columns | {*ORGANISATION}
    )
    computed = "".join(f', {sql} AS "{n}"' for n, sql in profil.berakna.items())
    computed = re.sub(r"\$(\w+)", lambda m: literal(known[m[1]]), computed)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE klar AS
            WITH plats AS (SELECT * {f"REPLACE ({filled})" if filled else ""} {added} {absent} FROM typad)
            SELECT * {computed} FROM plats"""
    )
    for regel in profil.regler:
        check_rule(con, traff, regel, lista)
    saved = dict.fromkeys((*output_columns(profil, columns), *profil.nyckel, *profil.personer))
    con.register("felrader", pa.table({"rad": pa.array(sorted(lista.faulty_rows), pa.int32())}))
    table = con.sql(
        f"""SELECT {literal(traff.blad.name)} AS blad, rad, kolumn, {", ".join(f'"{n}"' for n in saved)}
            FROM klar ANTI JOIN felrader USING (rad)"""
    ).to_arrow_table()
    con.unregister("felrader")
    return table


def check_rule(con: duckdb.DuckDBPyConnection, traff: Traff, regel: Regel, lista: Forteckning) -> None:
    """Add a fault for every row that meets a condition that no row may meet; one where all rows do.

    A cell that has a fault already gets no second one: the rule only sees that its value is missing.
    """
    rows = con.execute(f"SELECT DISTINCT rad FROM klar WHERE {regel.villkor} ORDER BY rad").fetchall()
    faulty = {fault.cell for fault in lista.faults}
    rows = [(rad,) for (rad,) in rows if traff.ort(rad, regel.kolumn) not in faulty]
    rubrik = traff.skriven_rubrik(regel.kolumn)
    if len(rows) == lista.rows_read > 1:
        text = f"{regel.text} Det gäller alla {antal(len(rows), 'rad', 'rader')}."
        ort = traff.ort(traff.rad, regel.kolumn)
        lista.faults.append(Fault(text, regel.tips, traff.blad.name, ort, rubrik))
        lista.faulty_rows |= {rad for (rad,) in rows}
        return
    lista.faults += [
        Fault(regel.text, regel.tips, traff.blad.name, traff.ort(rad, regel.kolumn), rubrik)
        for (rad,) in rows[:MOST_FAULTS_PER_COLUMN]
    ]
    note_rows(traff, regel.kolumn, rows, lista)


def place(traff: Traff, bok: Kodbok | None, context: FileContext, filnamn: str) -> dict[str, object]:
    """What the file says above its heading, or else the one who loads: organisation, title, period."""
    facts = (bok.fakta if bok else {}) | sheet_facts(traff.titel)
    period = stated_period(traff, bok) or period_of(traff, filnamn, context.period)
    fixed = constants(traff)
    return {
        "forvaltning": facts.get("förvaltning") or fixed.get("forvaltning") or context.forvaltning,
        "avdelning": facts.get("avdelning") or fixed.get("avdelning") or context.avdelning,
        "enhet": facts.get("enhet") or fixed.get("enhet"),
        "grupp": facts.get("grupp") or fixed.get("grupp"),
        "titel": " ".join(traff.titel).lower(),
        "rubriker": " | ".join(traff.rubriker).lower(),
        "granskning": facts.get("granskning") or next(iter(traff.titel), None) or Path(filnamn).stem,
        "population": drawn_from(facts),
        "dag": find_day((*traff.titel, traff.blad.name, filnamn, context.period or "")),
        "uttag": taken_out(traff.titel),
        "blad": traff.blad.name,
        "fil": Path(filnamn).stem,
        "enkat": facts.get("enkät") or Path(filnamn).stem,
        "period_start": period[0] if period else None,
        "period_end": period[1] if period else None,
    }


def taken_out(titel: Iterable[str]) -> date | None:
    """The day that the export says it was taken out of its system.

    >>> taken_out(["Urval: Avslutsdatum 2023-01-01 -- 2023-03-31", "Uttagsdatum: 2023-04-12 08:14"])
    datetime.date(2023, 4, 12)
    """
    return find_day(t for t in titel if re.match(UTTAG, t.strip().lower()))


def snapshot(traff: Traff) -> tuple[date, date] | None:
    """The day of an export whose records have no date of their own, as first and last day."""
    day = taken_out(traff.titel)
    return (day, day) if day else None


def constants(traff: Traff) -> dict[str, str]:
    """What the profile says of columns that the file lacks; $blad stands for the name of the sheet."""
    return {n: traff.blad.name if v == "$blad" else v for n, v in traff.profil.konstanter.items()}


def output_columns(profil: ExportProfil, columns: set[str]) -> list[str]:
    """The columns of `klar` that are saved."""
    own = [n for n, k in profil.kolumner.items() if k.utdata and n in columns]
    return list(dict.fromkeys((*profil.fasta, *own, *profil.berakna, *ORGANISATION)))


def stated_period(traff: Traff, bok: Kodbok | None) -> tuple[date, date] | None:
    """The period that the file itself states in a title row or on its code sheet."""
    periods = [text for name, text in (bok.fakta if bok else {}).items() if "period" in name]
    return find_period((*periods, *traff.titel))


def span(table: pa.Table, profil: ExportProfil) -> tuple[date, date] | None:
    """First and last day in the data, by the profile's date columns."""
    start, end = profil.datum
    low, high = pc.min(table[start]).as_py(), pc.max(table[end]).as_py()
    return (low, high) if low and high else None
