"""Which cases a review is about: those of a record table, or those behind an indicator."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb

from kvalitet_metrics import text
from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compiler import check_columns, conditions
from kvalitet_metrics.indicators.compute import Fraga
from kvalitet_metrics.indicators.definition import Antal, Exempel, Indikator
from kvalitet_metrics.indicators.question import Where, known_values
from kvalitet_metrics.ingest.keys import Names
from kvalitet_metrics.model import NEDBRYTNINGAR, Periodslag, Riktning, Urval
from kvalitet_metrics.store.build import table_columns

Row = dict[str, Any]

ARENDEN = {
    "utredning": ("utredningar", "inleddes", "inledd"),
    "forhandsbedomning": ("förhandsbedömningar", "kom in", "inkom"),
    "genomforandeplan": ("genomförandeplaner", "började", "startdatum"),
    "overvagande": ("överväganden och omprövningar", "gjordes", "datum"),
    "beslut": ("beslut", "fattades", "beslutad"),
    "avvikelse": ("avvikelser", "inträffade", "intraffad"),
    "lex_sarah": ("lex Sarah-rapporter", "kom in", "inkom"),
    "fut": ("ärenden om felaktiga utbetalningar", "kom in", "inkom"),
    "puincident": ("personuppgiftsincidenter", "inträffade", "intraffad"),
}
"""Record tables where one row is one case: what they hold, and the day that places one in a period.

Tables of counts have no cases to review. A snapshot (asi, forandringsplan) would hold a person once per list.
"""

SAKNAS = "okänt"
"""The group of cases whose column is empty."""


def kalla(id: str) -> Indikator:
    """A table as a definition of all its cases, or an indicator over such a table, divisible by all columns.

    Raises UsageError for a name that is neither, and for an indicator whose records are no cases.
    """
    ind = tabell(id) if id in ARENDEN else INDIKATORER.get(id)
    if ind is None:
        finns = ", ".join(ARENDEN)
        raise UsageError(
            f"«{id}» är varken ett slags ärenden eller ett mått."
            f"{menade_du_fras(id, [*ARENDEN, *INDIKATORER])} Slagen är: {finns}."
        )
    if ind.tabell not in ARENDEN:
        raise UsageError(
            f"«{ind.namn}» bygger inte på en lista med ett ärende per rad, så inga ärenden kan dras."
        )
    return replace(ind, nedbrytningar=kolumner(ind))


def fragan(
    id: str, by: Iterable[str], where: Where | None, fran: date | None, till: date | None, names: Names
) -> Fraga:
    """The checked question of which cases; `names` as in `question`. Raises UsageError for unknown names."""
    ind = kalla(id)
    urval = Urval.of(known_values(ind, where or {}, names), fran, till)
    per = tuple(dict.fromkeys([by] if isinstance(by, str) else by))
    check_columns(ind, per, urval)
    return Fraga(ind, Periodslag.TOTAL, per, urval)


def kolumner(ind: Indikator) -> tuple[str, ...]:
    """What the cases of a source can be divided by."""
    finns = {*table_columns()[ind.tabell], *ind.harledda}
    return tuple(k for k in NEDBRYTNINGAR if k in finns)


def tabell(namn: str) -> Antal:
    """All cases of a table as a count of them."""
    vad, verb, dag = ARENDEN[namn]
    ord_ = f"{vad} som {verb} under perioden"
    return Antal(
        kod="–", namn=text.stor_bokstav(vad), varfor=ord_, kalla=namn, omrade="A", tabell=namn,
        datum=(dag, dag), riktning=Riktning.NEUTRAL, nedbrytningar=(), begransningar=ord_,
        namnare_ord=ord_, taljare_ord=ord_, granskad="–", exempel=Exempel("", ""), id=namn,
    )  # fmt: skip


def cases(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> list[Row]:
    """Every case that the question is about: its key, where it stands, its days and its group's columns."""
    ind = fraga.indikator
    condition, params = conditions(ind, (), fraga.urval)
    groups = "".join(f", coalesce(CAST(r.{k} AS VARCHAR), '{SAKNAS}') AS \"{k}\"" for k in fraga.by)
    cursor = con.execute(
        f"""SELECT r.nyckel AS nyckel, i.fil AS fil, r.blad AS blad, r.rad AS rad,
                   CAST(r.{ind.datum[0]} AS DATE) AS start, CAST(r.{ind.datum[1]} AS DATE) AS slut,
                   r.forvaltning AS forvaltning{groups}
            FROM {ind.relation} r
            JOIN inlasning i ON i.upload_id = r.upload_id AND i.tabell = '{ind.tabell}'
            WHERE {condition}""",
        params,
    )
    columns = [d[0] for d in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
