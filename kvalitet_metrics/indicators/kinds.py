"""Which kinds of period an indicator has records for: a year's count cannot be shown per month."""

import duckdb

from kvalitet_metrics.indicators.compiler import one_day, period_columns
from kvalitet_metrics.indicators.definition import Indikator, Matvarde
from kvalitet_metrics.indicators.periods import MONTHS
from kvalitet_metrics.model import Periodslag


def kinds_with_records(con: duckdb.DuckDBPyConnection, ind: Indikator) -> list[Periodslag]:
    """The kinds that some record lies within; all or none where records are of one day."""
    own = f" AND r.jamforelse = '{ind.vems}'" if isinstance(ind, Matvarde) else ""
    where = f"WHERE ({ind.urval}){own} AND r.{ind.datum[0]} IS NOT NULL"
    fits = {
        kind: "TRUE" if kind not in MONTHS or one_day(ind) else "{} = {}".format(*period_columns(ind, kind))
        for kind in Periodslag
    }
    sql = ", ".join(f"bool_or({condition})" for condition in fits.values())
    found = con.execute(f"SELECT {sql} FROM {ind.relation} r {where}").fetchone() or ()
    return [kind for kind, fit in zip(fits, found, strict=False) if fit]
