"""A list whose headings are questions: every answer becomes a record of its own.

Two layouts are read. One row per reviewed case with a question above each answer; and one row per
question with an answer above each count. A column under a question that mostly holds other words than
answers is free text and is never read; but where the file says above its heading which answers there are
(«Svar: Ja, Nej …», as our own form does) every question is read, and another word is a fault.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

import duckdb

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.profile import Granskning, Heltal, Kanslig, Kod, Kolumn
from kvalitet_metrics.ingest.recognise import Traff, sheet_facts
from kvalitet_metrics.ingest.vocabulary import SVAR
from kvalitet_metrics.model import Fault
from kvalitet_metrics.text import lista

PREFIX = "fraga_"

NUMBER = r"\d{1,3}(?:\s\d{3})+|\d+"
WHOLE = (
    *("population", "antal i populationen", "antal ärenden totalt", "totalt antal ärenden"),
    *("ärenden totalt", "antal ärenden att dra ur"),
)
"""How a review says what it was drawn from, in lower case; our own form says «Urval: 20 av 455 ärenden»."""


def with_questions(con: duckdb.DuckDBPyConnection, traff: Traff) -> Traff:
    """The hit with one column more per question that has answers, if the profile has any."""
    profil = traff.profil
    if not isinstance(profil, Granskning):
        return traff
    used = {i for n, i in traff.kolumner.items() if taken(profil.kolumner[n])}
    places = {
        f"{PREFIX}{i}": i
        for i, heading in enumerate(traff.rubriker)
        if i not in used and re.fullmatch(profil.fragor, clean.rubrik(heading))
    }
    if not profil.raknad and "svar" not in sheet_facts(traff.titel):
        places = {n: i for n, i in places.items() if holds_answers(con, traff, i)}
    return replace(traff, kolumner=traff.kolumner | places)


def drawn_from(facts: Mapping[str, str]) -> int | None:
    """How many cases a review was drawn from, where it says so above its heading.

    >>> drawn_from({"urval": "20 av 1 455 ärenden"}), drawn_from({"population": "212"}), drawn_from({})
    (1455, 212, None)
    """
    said = re.search(rf"\bav ({NUMBER})", facts.get("urval", ""))
    told = [said[1]] if said else [facts[name] for name in WHOLE if name in facts]
    number = next((re.match(NUMBER, t) for t in told), None)
    return int(re.sub(r"\D", "", number[0])) or None if number else None


def free_text(traff: Traff) -> list[str]:
    """The warning for questions whose cells are no answers, if there are any."""
    if not isinstance(traff.profil, Granskning):
        return []
    unread = [r for r in traff.olasta if re.fullmatch(traff.profil.fragor, clean.rubrik(r))]
    return [f"Frågor utan svarsalternativ (fritext) lästes inte: {', '.join(unread[:10])}."] if unread else []


def without_answers(traff: Traff, fragor: dict[str, Kolumn], rows: int) -> list[Fault]:
    """The fault for a review where no heading is a question that has been answered."""
    if fragor or not rows or not isinstance(traff.profil, Granskning):
        return []
    text = f"Ingen kolumn är en fråga med svaren {lista(list(SVAR))}."
    tips = "Skriv frågorna som rubriker, till exempel «Fråga 1» eller med ett frågetecken sist."
    return [Fault(text, tips, traff.blad.name, traff.ort(traff.rad, ""))]


def taken(kolumn: Kolumn) -> bool:
    """True for a column that is saved as it is or never read."""
    return kolumn.utdata or isinstance(kolumn, Kanslig)


def holds_answers(con: duckdb.DuckDBPyConnection, traff: Traff, column: int) -> bool:
    """True where at least half of the filled cells of a column are answers."""
    con.register("blad", traff.blad.numbered)
    text = clean.text(f'"{column}"')
    filled, answers = con.execute(
        f"""SELECT count({text}), count({clean.kod(text, Kod((), varden=SVAR).synonymer)})
            FROM blad WHERE rad > $rad""",
        {"rad": traff.rad},
    ).fetchall()[0]
    con.unregister("blad")
    return answers > 0 and 2 * answers >= filled


def question_columns(traff: Traff) -> dict[str, Kolumn]:
    """The columns of the questions, to be cleaned and checked as any other."""
    counted = isinstance(traff.profil, Granskning) and traff.profil.raknad
    return {
        namn: Heltal((traff.rubriker[i],)) if counted else Kod((traff.rubriker[i],), varden=SVAR)
        for namn, i in traff.kolumner.items()
        if namn.startswith(PREFIX)
    }


def one_row_per_answer(con: duckdb.DuckDBPyConnection, traff: Traff, fragor: dict[str, Kolumn]) -> None:
    """Turn `typad` into one row per answer, with fraga, svar, antal and the cell's column letter."""
    if not isinstance(traff.profil, Granskning):
        return
    if not fragor:
        con.execute(
            """CREATE OR REPLACE TEMP TABLE typad AS
               SELECT *, '' AS fraga, '' AS svar, CAST(0 AS BIGINT) AS antal FROM typad WHERE FALSE"""
        )
        return
    counted = isinstance(traff.profil, Granskning) and traff.profil.raknad
    letters = {n: traff.blad.column_letter(traff.kolumner[n]) for n in fragor}
    headings = {n: k.rubriker[0] for n, k in fragor.items()}
    synonyms = Kod((), varden=SVAR).synonymer
    answers = {n: synonyms.get(clean.rubrik(h).removeprefix("antal "), h) for n, h in headings.items()}
    given = (
        f"{case(answers)} AS svar, varde AS antal"
        if counted
        else f"{case(headings)} AS fraga, varde AS svar, CAST(1 AS BIGINT) AS antal"
    )
    columns = ", ".join(f'"{n}"' for n in fragor)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE typad AS
            SELECT * EXCLUDE (plats, varde, kolumn), {case(letters)} AS kolumn, {given}
            FROM typad UNPIVOT INCLUDE NULLS (varde FOR plats IN ({columns}))"""
    )


def case(texts: dict[str, str]) -> str:
    """SQL that gives a text for each value of `plats`."""
    whens = " ".join(f"WHEN {clean.literal(n)} THEN {clean.literal(t)}" for n, t in texts.items())
    return f"CASE plats {whens} END"
