"""Which cases a review is about: those of a record table, or those behind an indicator."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
Grupp = tuple[str, ...]
GRANS = "\x1f"
"""What stands between the parts of a group's name; no label holds it."""

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


@dataclass(frozen=True)
class Finns:
    """The cases that a question is about: how many of each group, and the first and last day of them all."""

    grupper: dict[Grupp, int]
    start: date
    slut: date

    @property
    def antal(self) -> int:
        """All of them."""
        return sum(self.grupper.values())


def finns(con: duckdb.DuckDBPyConnection, fraga: Fraga) -> Finns | None:
    """How many cases there are of each group; None where there are none."""
    ind = fraga.indikator
    relation, params = _arendena(fraga)
    names = "".join(f', "{k}"' for k in fraga.by)
    rows = con.execute(
        f"""SELECT count(*), min(CAST({ind.datum[0]} AS DATE)), max(CAST({ind.datum[1]} AS DATE)){names}
            FROM ({relation}) GROUP BY ALL""",
        params,
    ).fetchall()
    if not sum(n for n, *_ in rows):
        return None
    grupper = {tuple(group): n for n, _, _, *group in rows}
    return Finns(grupper, min(start for _, start, *_ in rows), max(slut for _, _, slut, *_ in rows))


def cases(
    con: duckdb.DuckDBPyConnection, fraga: Fraga, places: Iterable[tuple[Grupp, Iterable[int]]]
) -> list[Row]:
    """The cases at those places of their groups, where a group stands in the order of its keys.

    Each has its key, where it stands in which file, its förvaltning and its group's columns.
    """
    relation, params = _arendena(fraga)
    wanted = [(GRANS.join(group), place) for group, in_group in places for place in in_group]
    names = "".join(f', r."{k}"' for k in fraga.by)
    group = f"concat_ws('{GRANS}'{names})" if fraga.by else "''"
    cursor = con.execute(
        f"""SELECT r.nyckel, i.fil, r.blad, r.rad, r.forvaltning{names}
            FROM (SELECT *, {group} AS "_grupp",
                         row_number() OVER (PARTITION BY "_grupp" ORDER BY nyckel) - 1 AS "_plats"
                  FROM ({relation}) r) r
            JOIN (SELECT unnest(?) AS "_grupp", unnest(?) AS "_plats") USING ("_grupp", "_plats")
            JOIN inlasning i ON i.upload_id = r.upload_id AND i.tabell = '{fraga.indikator.tabell}'""",
        [*params, [g for g, _ in wanted], [p for _, p in wanted]],
    )
    columns = [d[0] for d in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _arendena(fraga: Fraga) -> tuple[str, tuple[object, ...]]:
    """The records that a question is about, the columns of their groups filled in, as SQL with its values."""
    ind = fraga.indikator
    condition, params = conditions(ind, (), fraga.urval)
    known = ", ".join(f"coalesce(CAST(r.{k} AS VARCHAR), '{SAKNAS}') AS \"{k}\"" for k in fraga.by)
    columns = f"r.* REPLACE ({known})" if known else "r.*"
    return f"SELECT {columns} FROM {ind.relation} r WHERE {condition}", params
