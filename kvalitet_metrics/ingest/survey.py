"""A survey export (Esmaker): one row per respondent, questions as columns, codes explained on a sheet.

The heading is two rows: question texts above codes (Q1, Q2_1). The code sheet says what each code
means and whether it is a positive answer. Only answers that the code sheet explains are kept: a
free-text answer could point out a person and is never read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profile import Enkat, Kolumn
from kvalitet_metrics.ingest.recognise import Traff, first_rows, sheet_facts
from kvalitet_metrics.ingest.rows import clean_rows, raw, set_notes_aside
from kvalitet_metrics.ingest.shapes import Forteckning, check_column, notes_below
from kvalitet_metrics.model import Fault

POSITIVA = frozenset(
    "ja;ja, alltid;ja, oftast;alltid;oftast;mycket nöjd;ganska nöjd;nöjd;mycket bra;ganska bra;bra;"
    "instämmer helt;instämmer delvis;stämmer helt;stämmer ganska bra;i hög grad;i mycket hög grad".split(";")
)
"""Answers that count as positive where the code sheet does not say."""
UTAN_SVAR = frozenset(
    "vet ej;vet inte;ej aktuellt;ingen åsikt;ej svar;vill inte svara;kan inte ta ställning".split(";")
)
"""Answers that count as no answer (bortfall)."""
SAKNADE_KODER = frozenset(("9", "99", "-9", "-99"))
CODE_HEADINGS = {
    "variabel": ("variabel", "variabelnamn", "fråge-id"),
    "kod": ("kod", "värde", "svarskod"),
    "etikett": ("etikett", "svarsalternativ", "svar"),
    "positivt": ("positivt svar", "positivt"),
}


@dataclass(frozen=True)
class Kodbok:
    """The code sheet: name of the survey, other facts above the table, and one row per code."""

    fakta: dict[str, str]
    koder: list[dict[str, object]]

    @property
    def fragor(self) -> frozenset[str]:
        """The question codes that are explained."""
        return frozenset(str(k["variabel"]) for k in self.koder)


def read_codebook(sheets: list[Sheet], profil: Enkat) -> Kodbok | None:
    """The code sheet of the workbook; None where it has none or no heading is recognised."""
    sheet = next((s for s in sheets if clean.rubrik(s.name) == clean.rubrik(profil.kodblad)), None)
    if sheet is None:
        return None
    rows = first_rows(sheet, sheet.table.num_rows)
    for i, row in enumerate(rows):
        found = {clean.rubrik(c): j for j, c in reversed(list(enumerate(row)))}
        found |= {r.split(" (")[0]: j for r, j in list(found.items())}
        places = {n: next((found[h] for h in hs if h in found), None) for n, hs in CODE_HEADINGS.items()}
        if None in (places["variabel"], places["kod"], places["etikett"]):
            continue
        facts = sheet_facts(c for r in rows[:i] for c in r if c.strip())
        return Kodbok(facts, list(codes(rows[i + 1 :], places)))
    return None


def codes(rows: list[list[str]], places: dict[str, int | None]) -> Iterator[dict[str, object]]:
    """One dict per code: variabel (filled down), kod, etikett, positivt (True, False, None)."""
    variabel = ""
    for row in rows:
        cell = {n: " ".join(row[j].split()) if j is not None else "" for n, j in places.items()}
        variabel = cell["variabel"] or variabel
        if not cell["kod"] or not cell["etikett"]:
            continue
        answer = cell["etikett"].lower()
        sagt = {"j": True, "ja": True, "n": False, "nej": False}.get(cell["positivt"].lower())
        utan = cell["kod"] in SAKNADE_KODER or answer in UTAN_SVAR
        positivt = None if utan else (answer in POSITIVA if sagt is None else sagt)
        yield {"variabel": variabel, "kod": cell["kod"], "etikett": cell["etikett"], "positivt": positivt}


def read_survey(con: duckdb.DuckDBPyConnection, traff: Traff, bok: Kodbok) -> Forteckning:
    """`typad`: one row per respondent and question with fraga, svar, positivt and the background columns."""
    kolumner = {n: k for n, k in traff.profil.kolumner.items() if n in traff.kolumner and k.lases}
    known = set(traff.kolumner.values())
    fragor = {i: code for i, code in enumerate(traff.rubriker) if code in bok.fragor and i not in known}
    if not fragor:
        tips = "Exportera enkäten med bladet «Variabler», där varje kod har en etikett."
        fault = Fault("Ingen fråga har koder som går att tolka.", tips, traff.blad.name)
        return Forteckning(faults=[fault])
    lista = read_respondents(con, traff, bok, kolumner)
    if olasta := [c for i, c in enumerate(traff.rubriker) if c and i not in fragor and i not in known]:
        lista.warnings.append(f"Frågor utan koder (fritext) lästes inte: {', '.join(olasta[:10])}.")
    texts = first_rows(traff.blad, traff.rad)[traff.rad - 2] if traff.rad > 1 else [""] * traff.blad.width
    con.register("blad", traff.blad.numbered)
    con.register("koder", pa.Table.from_pylist(bok.koder))
    con.register("fragetexter", question_texts(fragor, texts))
    background = ", ".join(f'"{n}"' for n in kolumner)
    answers = ", ".join(f'{clean.text(f"b.{chr(34)}{i}{chr(34)}")} AS "Q_{i}"' for i in fragor)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE svar AS
            SELECT t.rad, {", ".join(f't."{n}"' for n in kolumner)}, {answers}
            FROM typad t JOIN blad b USING (rad)"""
    )
    on = ", ".join(f'"Q_{i}"' for i in fragor)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE typad AS
            SELECT s.rad, f.kolumn, {background}, f.text AS fraga, f.kod AS frageid, k.positivt,
                   CASE WHEN s.kodat IS NOT NULL THEN coalesce(k.etikett, 'okänd kod') END AS svar
            FROM svar UNPIVOT INCLUDE NULLS (kodat FOR plats IN ({on})) s
            JOIN fragetexter f USING (plats)
            LEFT JOIN koder k ON k.variabel = f.kod AND k.kod = s.kodat"""
    )
    for name in ("blad", "koder", "fragetexter"):
        con.unregister(name)
    return lista


def read_respondents(
    con: duckdb.DuckDBPyConnection, traff: Traff, bok: Kodbok, kolumner: dict[str, Kolumn]
) -> Forteckning:
    """`typad`: one row per respondent with the background columns, checked as those of any list."""
    clean_rows(con, traff, kolumner)
    noter = set_notes_aside(con, kolumner)
    typed = ", ".join(f'{coded(k, traff, n, bok)} AS "{n}"' for n, k in kolumner.items())
    con.execute(f"CREATE OR REPLACE TEMP TABLE typad AS SELECT *, {typed} FROM ren WHERE slag = 'data'")
    lista = Forteckning(rows_read=con.execute("SELECT count(*) FROM typad").fetchall()[0][0])
    if noter:
        lista.warnings.append(notes_below(traff, noter))
    for namn, kolumn in kolumner.items():
        if traff.profil.anvands(namn):
            check_column(con, traff, namn, kolumn, lista)
    return lista


def question_texts(fragor: dict[int, str], texts: list[str]) -> pa.Table:
    """plats (name in the unpivot), kod, text and column letter of every question.

    A question text that is merged over its sub-questions stands in the first of them only.
    """
    rows, last = [], ""
    for i, code in fragor.items():
        last = " ".join(texts[i].split()) or last
        rows.append({"plats": f"Q_{i}", "kod": code, "text": last or code, "kolumn": None})
    schema = pa.schema([(n, pa.string()) for n in ("plats", "kod", "text", "kolumn")])
    return pa.Table.from_pylist(rows, schema)


def coded(kolumn: Kolumn, traff: Traff, namn: str, bok: Kodbok) -> str:
    """A background column: its code's label where the code sheet has one, typed as the profile says."""
    variabel = traff.rubriker[traff.kolumner[namn]]
    labels = {str(k["kod"]): str(k["etikett"]) for k in bok.koder if k["variabel"] == variabel}
    return kolumn.sql(clean.etikett(raw(namn), labels))
