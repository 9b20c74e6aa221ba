"""A mapped table of measured values → `typad`: one row per value, with its period, labels and parts.

The sheet is read as any list (blank rows, notes, faults, totals); then each row gives one record per
measure, and in a wide table one per wide column. All of it is SQL over whole columns.
"""

from datetime import date

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.clean import literal
from kvalitet_metrics.ingest.crosstab import missing_period
from kvalitet_metrics.ingest.finish import constants
from kvalitet_metrics.ingest.mapping import DELAR, DIMENSIONER
from kvalitet_metrics.ingest.own_checks import control_totals, part_of_whole, stated_shares
from kvalitet_metrics.ingest.own_columns import Periodcell, canonical_kon
from kvalitet_metrics.ingest.own_period import (
    EXEMPEL,
    SLAG_I_ORD,
    Span,
    fitting,
    period_of_text,
    year_and_part,
)
from kvalitet_metrics.ingest.own_profile import EgenTabell, Grupp
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.shapes import (
    MOST_FAULTS_PER_COLUMN,
    Forteckning,
    note_rows,
    raw,
    read_list,
    shown,
)
from kvalitet_metrics.model import EGEN_TABELL, HELHET, Fault, Periodslag
from kvalitet_metrics.text import antal

THE_FILES = "$"
"""Stands for the year that the file states above its table or in its name."""
TIDER = pa.schema([("tid", pa.string()), ("period_start", pa.date32()), ("period_end", pa.date32())])


def read_own(con: duckdb.DuckDBPyConnection, traff: Traff, period: Span | None) -> Forteckning:
    """`typad` with the columns that `EgenTabell.fasta` names.

    period: what the file says of itself, for tables without a period of their own.
    """
    profil = traff.profil
    assert isinstance(profil, EgenTabell)
    lista = read_list(con, traff)
    lista.kontroller = control_totals(con, traff, profil)
    for grupp in profil.grupper:
        if {"taljare", "namnare"} <= grupp.kolumner.keys():
            part_of_whole(con, traff, grupp, lista)
    stated_shares(con, traff, profil.grupper, lista)
    place_in_time(con, traff, profil, period, lista)
    records = " UNION ALL ".join(record_sql(traff, profil, grupp) for grupp in profil.grupper)
    con.execute(f"CREATE OR REPLACE TEMP TABLE poster AS {records}")
    con.execute("CREATE OR REPLACE TEMP TABLE typad AS SELECT * FROM poster ORDER BY rad")
    con.execute("DROP TABLE poster")
    lista.warnings += repeated(con, profil)
    return lista


def place_in_time(
    con: duckdb.DuckDBPyConnection, traff: Traff, profil: EgenTabell, period: Span | None, lista: Forteckning
) -> None:
    """The table `tider`: from the text that `tid_sql` gives to its period.

    Adds a fault for every cell whose text names no period of the mapping's kind, and one where the
    year should stand in the file and does not.
    """
    slag = Periodslag(profil.karta.periodslag)
    texts: dict[str, Span | None] = {}
    for tid in dict.fromkeys(tid_sql(profil, g) for g in profil.grupper if not g.span):
        day = clean.datum(tid) if "tid_period" in profil.kolumner else "NULL"
        rows = con.execute(f"SELECT DISTINCT {tid}, {day} FROM typad WHERE {tid} IS NOT NULL").fetchall()
        texts |= {text: span_of_text(profil, text, day, slag, period) for text, day in rows}
    known = [dict(zip(TIDER.names, (t, *span), strict=True)) for t, span in texts.items() if span]
    con.register("kanda_tider", pa.Table.from_pylist(known, TIDER))
    con.execute("CREATE OR REPLACE TEMP TABLE tider AS SELECT * FROM kanda_tider")
    con.unregister("kanda_tider")
    bad = [text for text, span in texts.items() if span is None]
    named = [n for n, k in profil.kolumner.items() if isinstance(k, Periodcell)]
    if bad and (not named or (period is None and profil.karta.period)):
        lista.faults.append(missing_period(traff))
    elif bad:
        unknown_periods(con, traff, tid_sql(profil, profil.grupper[0]), named[-1], bad, slag, lista)


def tid_sql(profil: EgenTabell, grupp: Grupp) -> str:
    """The text that places a record in time: a period, or a year and a part of it with | between."""
    if "tid_period" in profil.kolumner:
        return raw("tid_period")
    year = raw("tid_ar") if "tid_ar" in profil.kolumner else f"'{THE_FILES}'"
    part = next((raw(f"tid_{d}") for d in DELAR if f"tid_{d}" in profil.kolumner), "''")
    if grupp.dimension in DELAR:
        part = literal(grupp.etikett)
    return f"({year} || '|' || {part})"


def span_of_text(
    profil: EgenTabell, text: str, day: date | None, slag: Periodslag, period: Span | None
) -> Span | None:
    """The period that a text of `tid_sql` names; None where it names none of that kind."""
    if "tid_period" in profil.kolumner:
        return period_of_text(text, slag, day)
    year, part = text.split("|", 1)
    if not part:
        return fitting(period, slag) if year == THE_FILES else period_of_text(year, slag)
    years = [year] if year != THE_FILES else [str(d.year) for d in period or ()]
    spans = [period_of_text(year_and_part(y, str(slag), part), slag) for y in years]
    return next((s for s in spans if s and (period is None or year != THE_FILES or within(s, period))), None)


def within(inner: Span, outer: Span) -> bool:
    """True where a period lies in the other."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def unknown_periods(
    con: duckdb.DuckDBPyConnection,
    traff: Traff,
    tid: str,
    namn: str,
    bad: list[str],
    slag: Periodslag,
    lista: Forteckning,
) -> None:
    """Add a fault for every cell that should name a period and does not."""
    rows = con.execute(
        f"SELECT rad, {raw(namn)} FROM typad WHERE {tid} IN (SELECT unnest($bad)) ORDER BY rad", {"bad": bad}
    ).fetchall()
    lista.faults += [
        Fault(
            f"{shown(value)}väntade {SLAG_I_ORD[slag]}.",
            f"Skriv till exempel {EXEMPEL[slag]}, eller välj ett annat slag av period i kartläggningen.",
            traff.blad.name,
            traff.ort(rad, namn),
            traff.skriven_rubrik(namn),
        )
        for rad, value in rows[:MOST_FAULTS_PER_COLUMN]
    ]
    note_rows(traff, namn, rows, lista)


def record_sql(traff: Traff, profil: EgenTabell, grupp: Grupp) -> str:
    """The records that one group of value columns gives."""
    letter = "NULL"
    if len(profil.grupper) > 1 or len(grupp.kolumner) == 1:
        letter = literal(traff.blad.column_letter(traff.kolumner[value_column(grupp)]))
    dims = {n: dimension_sql(traff, profil, grupp, n) for n in DIMENSIONER}
    dims["kategori"] = category_sql(profil, grupp, dims["kategori"])
    whose = literal(grupp.jamforelse) if grupp.jamforelse else dims["jamforelse"]
    dims["jamforelse"] = f"lower(coalesce({whose}, 'egen'))"
    for namn, whole in (("kon", "NULL"), ("underkategori", literal(HELHET))):
        if namn in profil.kolumner:
            dims[namn] = f"CASE WHEN {profil.is_total(raw(namn), namn)} THEN {whole} ELSE {dims[namn]} END"
    first, last = (literal(d) for d in grupp.span) if grupp.span else ("period_start", "period_end")
    columns = {
        **{f'"{n}"': f"CAST({sql} AS VARCHAR)" for n, sql in dims.items()},
        "typ": literal(profil.namn),
        "period_start": first,
        "period_end": last,
        "periodslag": literal(profil.karta.periodslag),
        "kalla": literal(EGEN_TABELL),
        **values_sql(grupp),
    }
    listed = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    source = "typad" if grupp.span else f"typad JOIN tider ON tider.tid = {tid_sql(profil, grupp)}"
    needed = " OR ".join(f'"{n}" IS NULL' for n in grupp.delar) or "TRUE"
    return f"SELECT rad, CAST({letter} AS VARCHAR) AS kolumn, {listed} FROM {source} WHERE {needed}"


def value_column(grupp: Grupp) -> str:
    """The column that says where a record stands: the numerator, else the value, never the denominator."""
    return grupp.kolumner.get("taljare") or next(n for roll, n in grupp.kolumner.items() if roll != "namnare")


def dimension_sql(traff: Traff, profil: EgenTabell, grupp: Grupp, namn: str) -> str:
    """A label from the wide heading, the row, or what the mapping says of the whole file."""
    if grupp.dimension == namn:
        return literal(canonical_kon(grupp.etikett) if namn == "kon" else grupp.etikett)
    constant = constants(traff).get(namn)
    if namn in profil.kolumner:
        return f'coalesce("{namn}", {literal(constant)})'
    return literal(constant)


def category_sql(profil: EgenTabell, grupp: Grupp, kategori: str) -> str:
    """The name of the figure: the mapping's name of the measure, the row's, or both with several measures."""
    several = len({g.matt for g in profil.grupper}) > 1
    if kategori == "NULL" or ("kategori" not in profil.kolumner and grupp.dimension != "kategori"):
        return literal(grupp.matt) if grupp.matt else kategori
    return f"concat_ws(': ', {kategori}, {literal(grupp.matt)})" if several else kategori


def values_sql(grupp: Grupp) -> dict[str, str]:
    """matt, matenhet, taljare, namnare, saknas of a group of value columns."""
    column = {roll: f'"{n}"' for roll, n in grupp.kolumner.items()}
    namnare = column.get("namnare", "CAST(NULL AS DOUBLE)")
    if "taljare" in column:
        taljare = column["taljare"]
        both = f"{taljare} IS NOT NULL AND {namnare} IS NOT NULL"
        part, whole = (clean.saknas(raw(grupp.kolumner[r])) for r in ("taljare", "namnare"))
        return {
            "matt": f"CASE WHEN {namnare} > 0 THEN {taljare} / {namnare} END",
            "matenhet": "'andel'",
            "taljare": f"CASE WHEN {both} THEN {taljare} END",
            "namnare": f"CASE WHEN {both} THEN {namnare} END",
            "saknas": f"CASE WHEN {taljare} IS NULL THEN {part} WHEN {namnare} IS NULL THEN {whole} END",
        }
    [(roll, value)] = [(r, c) for r, c in column.items() if r != "namnare"]
    text = raw(grupp.kolumner[roll])
    unit = {"antal": "'antal'", "varde": f"CASE WHEN contains({text}, '%') THEN 'andel' ELSE 'värde' END"}
    return {
        "matt": value,
        "matenhet": unit.get(roll, "'andel'"),
        "taljare": value if roll == "antal" else "CAST(NULL AS DOUBLE)",
        "namnare": namnare,
        "saknas": f"CASE WHEN {value} IS NULL THEN {clean.saknas(text)} END",
    }


def repeated(con: duckdb.DuckDBPyConnection, profil: EgenTabell) -> list[str]:
    """A warning where several rows have the same labels and period: a column may have been left out."""
    key = ", ".join(f'"{n}"' for n in profil.nyckel)
    more = con.execute(
        f"SELECT sum(n) FROM (SELECT count(*) AS n FROM typad GROUP BY {key} HAVING count(*) > 1)"
    ).fetchall()[0][0]
    if not more:
        return []
    text = f"{antal(int(more), 'värde', 'värden')} delar mått, period och etiketter med ett annat."
    return [f"{text} Är någon kolumn som skiljer dem åt inte vald?"]
