"""A sheet that belongs to a profile → a temporary table `typad` with one typed row per record.

`typad` has the columns rad, kolumn (the cell's column letter, NULL where the whole row is the
record) and one per profile column. Beside it comes what an analyst must know: faults, totals rows
and what was left unread. Lists are handled column by column in SQL.
"""

import re
from dataclasses import dataclass, field

import duckdb

from kvalitet_metrics.errors import menade_du_fras
from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.identity import may_hold
from kvalitet_metrics.ingest.profile import (
    ORGANISATION,
    Andel,
    Datum,
    Heltal,
    JaNej,
    Kod,
    Kolumn,
)
from kvalitet_metrics.ingest.questions import (
    free_text,
    one_row_per_answer,
    question_columns,
    with_questions,
    without_answers,
)
from kvalitet_metrics.ingest.recognise import Traff, first_rows, title_texts
from kvalitet_metrics.ingest.rows import clean_rows, fill_down, raw, set_notes_aside, titles_between
from kvalitet_metrics.ingest.sheets import Sheet
from kvalitet_metrics.model import Fault, Kontrollsumma
from kvalitet_metrics.text import antal

MOST_FAULTS_PER_COLUMN = 200
LONGEST_VALUE_SHOWN = 40
MONTH_DAY = r"\d{1,2}/\d{1,2}/(\d{2}|\d{4})"
TWICE = "Rubriken står över två kolumner, så det går inte att se vilken som gäller."
TWICE_HINT = "Ge kolumnerna olika rubriker, eller ta bort den ena."
EXCEL_ERROR = "Cellen visar ett fel i Excel, till exempel #DIVISION/0! eller #SAKNAS!."
EXCEL_ERROR_HINT = "Rätta formeln, eller klistra in det rätta värdet i dess ställe."
UNCOMPUTED = "Cellen har en formel men inget sparat värde, så det går inte att se vad den visar."
UNCOMPUTED_HINT = "Öppna filen i Excel, spara den där och försök igen: då räknas formlerna ut."


@dataclass
class Forteckning:
    """What came out of one sheet besides its rows."""

    rows_read: int = 0
    faults: list[Fault] = field(default_factory=list)
    faulty_rows: set[int] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    kontroller: list[Kontrollsumma] = field(default_factory=list)


def read_list(con: duckdb.DuckDBPyConnection, traff: Traff) -> Forteckning:
    """One row per record: blank rows, repeated headings, totals rows and footnotes are set aside."""
    traff = with_questions(con, traff)
    fragor = question_columns(traff)
    kolumner = {n: k for n, k in traff.profil.kolumner.items() if n in traff.kolumner and k.lases} | fragor
    clean_rows(con, traff, kolumner)
    kolumner = titles_between(con, traff, kolumner)
    noter = set_notes_aside(con, kolumner)
    fill_down(con, traff, kolumner)
    typed = ", ".join(f'{k.sql(raw(n), traff.skriven_rubrik(n))} AS "{n}"' for n, k in kolumner.items())
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE typad AS
            SELECT *, CAST(NULL AS VARCHAR) AS kolumn, {typed} FROM ren WHERE slag = 'data'"""
    )
    lista = Forteckning(rows_read=con.execute("SELECT count(*) FROM typad").fetchall()[0][0])
    if noter:
        lista.warnings.append(notes_below(traff, noter))
    for namn, kolumn in kolumner.items():
        if namn in fragor or traff.profil.anvands(namn):
            check_column(con, traff, namn, kolumn, lista)
            if namn in traff.kolumner:
                repeated_heading(con, traff, namn, lista)
    lista.warnings += unplaced(con, traff, kolumner) + free_text(traff)
    excel_errors(con, traff, [n for n in kolumner if traff.profil.anvands(n)], lista)
    if not traff.profil.egna_totaler:
        lista.kontroller = totals(con, traff, kolumner)
    lista.faults += without_answers(traff, fragor, lista.rows_read)
    one_row_per_answer(con, traff, fragor)
    return lista


def repeated_heading(con: duckdb.DuckDBPyConnection, traff: Traff, namn: str, lista: Forteckning) -> None:
    """Add a fault for a heading that stands above a second column too; no row can be trusted then."""
    used = traff.kolumner[namn]
    same = [i for i, r in enumerate(traff.rubriker) if clean.rubrik(r) == clean.rubrik(traff.rubriker[used])]
    ort = [traff.blad.address(traff.rad, i) for i in same if i != used]
    lista.faults += [Fault(TWICE, TWICE_HINT, traff.blad.name, o, traff.skriven_rubrik(namn)) for o in ort]
    if ort:
        lista.faulty_rows |= {rad for (rad,) in con.execute("SELECT rad FROM typad").fetchall()}


def unplaced(con: duckdb.DuckDBPyConnection, traff: Traff, kolumner: dict[str, Kolumn]) -> list[str]:
    """A warning for rows without a unit or group among rows that have one, as merged cells leave them."""
    found = []
    for namn in (n for n in ORGANISATION if n in kolumner):
        given, rows = con.execute(f"SELECT count({raw(namn)}), count(*) FROM typad").fetchall()[0]
        if 0 < given < rows:
            rader = antal(rows - given, "rad", "rader")
            text = f"Kolumnen «{traff.skriven_rubrik(namn)}» är tom på {rader}."
            found.append(f"{text} I sammanfogade celler står värdet bara på den första raden.")
    return found


def notes_below(traff: Traff, rader: list[int]) -> str:
    """The warning for text under a table that was taken for notes."""
    listade = ", ".join(str(r) for r in rader[:5]) + (" …" if len(rader) > 5 else "")
    return f"Text under tabellen lästes inte: bladet «{traff.blad.name}», rad {listade}."


def excel_errors(con: duckdb.DuckDBPyConnection, traff: Traff, namn: list[str], lista: Forteckning) -> None:
    """Add a fault for every cell of the columns that is not blank and yet holds no value."""
    why = without_value(traff.blad)
    if not why:
        return
    rows = con.execute("SELECT rad FROM ren WHERE slag NOT IN ('data', 'tom')").fetchall()
    set_aside = {rad for (rad,) in rows}
    for n in namn:
        rows = [
            (row + 1,)
            for row, column in sorted(why)
            if column == traff.kolumner[n] and row >= traff.rad and row + 1 not in set_aside
        ]
        lista.faults += [
            Fault(
                *why[rad - 1, traff.kolumner[n]], traff.blad.name, traff.ort(rad, n), traff.skriven_rubrik(n)
            )
            for (rad,) in rows[:MOST_FAULTS_PER_COLUMN]
        ]
        note_rows(traff, n, rows, lista)


def without_value(blad: Sheet) -> dict[tuple[int, int], tuple[str, str]]:
    """Why cells that are not blank hold no value, and what to do: row from 0 and column → both texts."""
    errors = dict.fromkeys(blad.errors, (EXCEL_ERROR, EXCEL_ERROR_HINT))
    return errors | dict.fromkeys(blad.uncomputed, (UNCOMPUTED, UNCOMPUTED_HINT))


def check_column(
    con: duckdb.DuckDBPyConnection, traff: Traff, namn: str, kolumn: Kolumn, lista: Forteckning
) -> None:
    """Add the faults of one column: cells that cannot be read, and blanks where a value is required."""
    if isinstance(kolumn, Datum):
        month_first(con, traff, namn, lista)
    if kolumn.feltyp:
        rows = con.execute(
            f"""SELECT rad, {raw(namn)} FROM typad
                WHERE "{namn}" IS NULL AND {raw(namn)} IS NOT NULL AND NOT {kolumn.tomt_sql(raw(namn))}
                ORDER BY rad"""
        ).fetchall()
        lista.faults += [
            unreadable(traff, namn, kolumn, rad, value) for rad, value in rows[:MOST_FAULTS_PER_COLUMN]
        ]
        note_rows(traff, namn, rows, lista)
    if kolumn.fylld:
        rows = con.execute(f"SELECT rad FROM typad WHERE {raw(namn)} IS NULL ORDER BY rad").fetchall()
        why = without_value(traff.blad)
        rows = [(rad,) for (rad,) in rows if (rad - 1, traff.kolumner[namn]) not in why]
        lista.faults += [
            Fault(
                f"Cellen är tom: väntade {kolumn.vantade}.",
                "Fyll i uppgiften i källan och exportera på nytt.",
                traff.blad.name,
                traff.ort(rad, namn),
                traff.skriven_rubrik(namn),
            )
            for (rad,) in rows[:MOST_FAULTS_PER_COLUMN]
        ]
        note_rows(traff, namn, rows, lista)


def month_first(con: duckdb.DuckDBPyConnection, traff: Traff, namn: str, lista: Forteckning) -> None:
    """Add a fault where a date can only be month/day/year: then every such date of the column is in doubt."""
    rows = con.execute(
        f"""SELECT rad, {raw(namn)}, CAST(split_part({raw(namn)}, '/', 1) AS INT) <= 12
                                     AND CAST(split_part({raw(namn)}, '/', 2) AS INT) BETWEEN 13 AND 31
            FROM typad WHERE regexp_full_match({raw(namn)}, '{MONTH_DAY}') ORDER BY rad"""
    ).fetchall()
    first = next(((rad, value) for rad, value, american in rows if american), None)
    if first:
        text = f"«{first[1]}» går bara att läsa som månad/dag/år, och här väntas dag/månad/år."
        tips = f"{antal(len(rows), 'datum', 'datum')} i kolumnen är skrivna så. Skriv datum som ÅÅÅÅ-MM-DD."
        ort = traff.ort(first[0], namn)
        lista.faults.append(Fault(text, tips, traff.blad.name, ort, traff.skriven_rubrik(namn)))
        lista.faulty_rows |= {rad for rad, _, _ in rows}


def note_rows(traff: Traff, namn: str, rows: list[tuple], lista: Forteckning) -> None:
    """Remember the rows as faulty, and say so once where there are more faults than are listed."""
    lista.faulty_rows |= {row[0] for row in rows}
    if len(rows) > MOST_FAULTS_PER_COLUMN:
        text = f"Ytterligare {len(rows) - MOST_FAULTS_PER_COLUMN} celler i kolumnen har samma slags fel."
        lista.faults.append(Fault(text, "", traff.blad.name, None, traff.skriven_rubrik(namn)))


def unreadable(traff: Traff, namn: str, kolumn: Kolumn, rad: int, value: str) -> Fault:
    """The fault for a cell that is filled with something else than expected."""
    tips = kolumn.tips
    if isinstance(kolumn, Kod):
        tips = menade_du_fras(value, kolumn.varden).strip() or tips
    return Fault(
        f"{shown(value)}väntade {kolumn.vantade}.",
        tips,
        traff.blad.name,
        traff.ort(rad, namn),
        traff.skriven_rubrik(namn),
    )


def shown(value: str) -> str:
    """« «värdet»: » for a message, or nothing where the value is long or could point out a person."""
    if len(value) > LONGEST_VALUE_SHOWN or may_hold(value):
        return "Cellens innehåll visas inte här: "
    return f"«{value}»: "


def totals(con: duckdb.DuckDBPyConnection, traff: Traff, kolumner: dict[str, Kolumn]) -> list[Kontrollsumma]:
    """The numbers of the totals rows, each beside what the rows themselves give.

    A number column is summed, a yes/no column counted where it says yes, any other counts its rows. The
    sum of a group is compared with the rows since the sum before it, if there are any.
    """
    if not con.execute("SELECT count(*) FROM ren WHERE slag IN ('total', 'delsumma')").fetchall()[0][0]:
        return stated_count(con, traff)
    summed = {n: k for n, k in kolumner.items() if not isinstance(k, Andel | Datum)}
    numbers = {n: f"CASE WHEN NOT contains({raw(n)}, '%') THEN {clean.tal(raw(n))} END" for n in summed}
    values = "".join(f', {sql} AS "{n}"' for n, sql in numbers.items())  # a share is no sum
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE summor AS SELECT rad, slag{values} FROM ren "
        "WHERE slag IN ('total', 'delsumma')"
    )
    filled = ", ".join(f'count("{n}") > 0' for n in summed)
    given = con.execute(f"SELECT {filled} FROM summor").fetchall()[0]
    kontroller: list[Kontrollsumma] = []
    for namn, kolumn in (item for item, has in zip(summed.items(), given, strict=True) if has):
        what = f'sum("{namn}")' if isinstance(kolumn, Heltal) else "count(*)"
        what += f' FILTER (WHERE "{namn}")' if isinstance(kolumn, JaNej) else ""
        rows = con.execute(
            f"""WITH under AS (SELECT s.rad, t.* EXCLUDE (rad) FROM typad t
                               ASOF JOIN (SELECT rad FROM summor WHERE slag = 'delsumma') s ON t.rad < s.rad),
                     grupper AS (SELECT rad, {what} AS gruppens_summa, TRUE AS har_rader
                                 FROM under GROUP BY rad)
                SELECT rad, s."{namn}", CASE WHEN slag = 'total' THEN (SELECT {what} FROM typad)
                                             ELSE gruppens_summa END
                FROM summor s LEFT JOIN grupper USING (rad)
                WHERE s."{namn}" IS NOT NULL AND (slag = 'total' OR har_rader) ORDER BY rad"""
        ).fetchall()
        rubrik = traff.skriven_rubrik(namn)
        kontroller += [
            Kontrollsumma(traff.blad.name, traff.ort(rad, namn), rubrik, published, total or 0)
            for rad, published, total in rows
        ]
    return kontroller + stated_count(con, traff)


def stated_count(con: duckdb.DuckDBPyConnection, traff: Traff) -> list[Kontrollsumma]:
    """«Totalt: 7» above the heading as the number of rows below it."""
    rows = con.execute("SELECT count(*) FROM typad").fetchall()[0][0]
    return [
        Kontrollsumma(traff.blad.name, traff.blad.address(i, 0), said[0].strip(), float(said[1]), rows)
        for i, row in enumerate(first_rows(traff.blad, traff.rad - 1), start=1)
        for text in title_texts(row)
        if (said := re.search(r"\b(?:totalt|antal (?:rader|poster|träffar|ärenden)) *: *(\d+)$", text, re.I))
    ]
