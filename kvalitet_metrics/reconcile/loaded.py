"""What is loaded, as the rules see it: the receipts' control totals, and the database of records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import duckdb

from kvalitet_metrics.reconcile.rows import DIMENSIONER, Rad
from kvalitet_metrics.store.brott import NyttRaknesatt
from kvalitet_metrics.text import avrundat


@dataclass(frozen=True)
class Inlast:
    """A cursor on the database in use, the ledger's active loads, and the breaks that are written down."""

    con: duckdb.DuckDBPyConnection
    uploads: list[dict[str, Any]]
    brott: Sequence[NyttRaknesatt] = ()

    @property
    def kontrollsummor(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """File name and control total, for every total that was kept."""
        for upload in self.uploads:
            for summa in upload["kontroller"]:
                yield upload["file"], summa

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The answer of a query, one dict per row."""
        svar = self.con.sql(sql)
        return [dict(zip(svar.columns, rad, strict=True)) for rad in svar.fetchall()]

    def publicerade(self) -> list[Rad]:
        """Reported values with their parts, as published figures: samverkan and matvarde."""
        return [*self._samverkan(), *self._matvarden()]

    def _samverkan(self) -> Iterator[Rad]:
        for rad in self.rows(f"SELECT s.*, {FIL} AS fil FROM samverkan s {KALLA.format('s', 'samverkan')}"):
            plats = f"{rad['fil']}, {rad['blad']}, rad {rad['rad']}"
            tal = {"taljare": rad["samverkat"], "namnare": rad["aktuella"], "andel": rad["andel_i_kallan"]}
            for matt, varde in tal.items():
                if varde is not None:
                    yield _rad(rad, plats, "samverkan", "Samverkat", matt, varde)

    def _matvarden(self) -> Iterator[Rad]:
        sql = (
            f"SELECT m.*, {FIL} AS fil FROM matvarde m {KALLA.format('m', 'matvarde')} WHERE matt IS NOT NULL"
        )
        for rad in self.rows(sql):
            if rad["kommun"] or rad["ou"]:
                continue
            plats = f"{rad['fil']}, {rad['blad']}, {rad['kolumn'] or ''}{rad['rad']}"
            namn = rad["fraga"] or rad["index"] or rad["kategori"] or rad["typ"] or ""
            matt = rad["matenhet"] if rad["matenhet"] in ("antal", "andel", "index", "dagar") else "varde"
            yield _rad(rad, plats, "matvarde", namn, matt, rad["matt"])
            for del_ in ("taljare", "namnare"):
                if rad[del_] is not None and matt == "andel":
                    yield _rad(rad, plats, "matvarde", namn, del_, rad[del_])


FIL = "i.fil"
KALLA = "JOIN inlasning i ON i.upload_id = {0}.upload_id AND i.tabell = '{1}'"


def _rad(rad: dict[str, Any], plats: str, posttyp: str, namn: str, matt: str, varde: float) -> Rad:
    """A value of the database as a published figure; shares as percent, as they were written."""
    andel = matt == "andel"
    tal = Fraction(str(varde)) * (100 if andel else 1)
    skrivet = str(avrundat(tal, 6).normalize()) if tal.denominator != 1 else str(tal)
    return Rad(
        plats=plats,
        tabell=f"{rad['fil']}, {rad.get('typ') or rad['blad']}",
        indikator=f"{rad.get('kalla') or posttyp}: {namn}",
        namn=namn,
        posttyp=posttyp,
        org=rad["forvaltning"] or "",
        delar={d: rad.get(d) or "" for d in DIMENSIONER},
        period_typ=rad.get("periodslag") or "",
        period=(str(rad["period_start"] or ""), str(rad["period_end"] or "")),
        matt=matt,
        varde=tal,
        skrivet=skrivet,
        enhet="%" if andel else "antal",
        jamforelse=rad.get("jamforelse") or "",
    )
