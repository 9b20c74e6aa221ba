"""Profiles that analysts have made: kept in the ledger, used for every load, passed on as JSON.

A profile that loads depend on is never deleted, only retired: it recognises no more files, but the
ledger can still tell what its loads were taken for.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from kvalitet_metrics.engine import connect
from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.ingest.mapped import karta_ur_json, profil_av
from kvalitet_metrics.ingest.mapping import Karta, som_dict, till_json
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profile import ExportProfil
from kvalitet_metrics.ingest.propose import Forslag, propose
from kvalitet_metrics.ingest.read import Inlasning, read_file
from kvalitet_metrics.ingest.view import sheets_of
from kvalitet_metrics.model import HELHET, FileContext, Riktning
from kvalitet_metrics.store.files import FileLike, opened
from kvalitet_metrics.store.ledger import Ledger, now
from kvalitet_metrics.store.receipt import Kvitto

SCHEMA = """
CREATE TABLE IF NOT EXISTS profil (
    id      TEXT PRIMARY KEY,
    namn    TEXT NOT NULL,
    json    TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    retired TEXT
)
"""


@dataclass(frozen=True)
class Provlasning:
    """What a mapping makes of a file: the receipt, and the figures per period and measure."""

    kvitto: Kvitto
    siffror: pd.DataFrame


class Profiler:
    """The mapped profiles of one workspace."""

    def __init__(self, folder: Path):
        self.ledger = Ledger(folder)

    def all(self, retired: bool = False) -> list[dict[str, Any]]:
        """Every profile by name: id, namn, created, changed, retired, uploads, fel.

        uploads: how many loads in use were read with it. fel: why it cannot be used (a column that a
        later version of the program no longer has), or None.
        """
        rows = self.ledger.fetch("SELECT * FROM profil ORDER BY namn, id")
        used = [u["profile"] for u in self.ledger.uploads("active")]
        return [
            r | {"uploads": used.count(r["id"]), "fel": unusable(r.pop("json"))}
            for r in rows
            if retired or not r["retired"]
        ]

    def get(self, id: str) -> Karta:
        """One mapping. Raises UsageError for an id that does not exist."""
        return karta_ur_json(self.export(id))

    def export(self, id: str) -> str:
        """The mapping as JSON text, to be kept or read by `import_` in another workspace."""
        rows = self.ledger.fetch("SELECT json FROM profil WHERE id = ?", (id,))
        if not rows:
            ids = [r["id"] for r in self.ledger.fetch("SELECT id FROM profil")]
            raise UsageError(f"Profilen «{id}» finns inte.{menade_du_fras(id, ids)}")
        return rows[0]["json"]

    def profiles(self) -> list[ExportProfil]:
        """The profiles that recognise files, for the reader."""
        rows = self.ledger.fetch("SELECT json FROM profil WHERE retired IS NULL ORDER BY id")
        return [profil_av(karta_ur_json(r["json"])) for r in rows if not unusable(r["json"])]

    def directions(self) -> dict[str, Riktning]:
        """What is better, by the name of a mapped measure; also of retired profiles, whose loads remain."""
        rows = self.ledger.fetch("SELECT json FROM profil ORDER BY changed, id")
        usable = (karta_ur_json(r["json"]) for r in rows if not unusable(r["json"]))
        return {matt: Riktning(way) for karta in usable for matt, way in karta.riktningar.items()}

    def save(self, karta: Karta) -> Karta:
        """Keep a mapping; one with the same id is replaced and, where retired, used again.

        Raises UsageError where the mapping cannot be used.
        """
        text = till_json(karta)
        karta = karta_ur_json(text)
        with self.ledger.open() as con:
            con.execute(SCHEMA)
            con.execute(
                """INSERT INTO profil (id, namn, json, created, changed) VALUES (?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET namn = excluded.namn, json = excluded.json,
                                                  changed = excluded.changed, retired = NULL""",
                (karta.id, karta.namn, text, now(), now()),
            )
        return karta

    def import_(self, text: str, replace: bool = False) -> Karta:
        """Keep a mapping that came as JSON text.

        Raises UsageError where it cannot be used, and where another with the same id would be lost
        without `replace`: the message says what differs.
        """
        karta = karta_ur_json(text)
        earlier = self.ledger.fetch("SELECT json FROM profil WHERE id = ? AND retired IS NULL", (karta.id,))
        if earlier and not replace:
            differ = differences(karta_ur_json(earlier[0]["json"]), karta)
            if not differ:
                return karta
            listed = "\n".join(f"- {d}" for d in differ)
            raise UsageError(
                f"Profilen «{karta.id}» finns redan och är en annan:\n{listed}\n"
                "Ersätt den, eller ge den nya ett annat id."
            )
        return self.save(karta)

    def remove(self, id: str) -> str:
        """Take a profile out of use: «borttagen», or «pensionerad» where loads in use were read with it."""
        self.export(id)
        used = any(u["profile"] == id for u in self.ledger.uploads() if u["status"] != "undone")
        with self.ledger.open() as con:
            if used:
                con.execute("UPDATE profil SET retired = ? WHERE id = ?", (now(), id))
            else:
                con.execute("DELETE FROM profil WHERE id = ?", (id,))
        return "pensionerad" if used else "borttagen"

    def sheets(self, file: FileLike) -> list[Sheet]:
        """The visible and hidden sheets of a file as texts. Raises FileRefused where it cannot be opened."""
        fil = opened(file, FileContext())
        return sheets_of(fil.name, fil.data)

    def propose(
        self, file: FileLike, sheet: str | None = None, rad: int | None = None, rubrikrader: int = 1
    ) -> Forslag:
        """A proposed mapping for a sheet, the first visible one that holds a table where none is named.

        Raises UsageError for a sheet that does not exist, or that holds no table.
        """
        sheets = self.sheets(file)
        chosen = [s for s in sheets if (s.name == sheet if sheet else s.visible)]
        if not chosen:
            names = [s.name for s in sheets]
            raise UsageError(f"Bladet «{sheet}» finns inte.{menade_du_fras(sheet or '', names)}")
        name = file[0] if isinstance(file, tuple) else Path(file).name
        found = (propose(s, rad, rubrikrader, name) for s in chosen)
        forslag = next((f for f in found if f), None)
        if forslag is None:
            raise UsageError("Ingen tabell hittas: det finns ingen rad med rubriker ovanför ifyllda celler.")
        return forslag

    def preview(
        self,
        file: FileLike,
        karta: Karta,
        skip_faulty_rows: bool = False,
        context: FileContext = FileContext(),
    ) -> Provlasning:
        """What the file would give with this mapping. Nothing is saved, neither file nor mapping."""
        fil = opened(file, context)
        inlasning = read_file(
            fil.name,
            fil.data,
            key=bytes(32),
            profile=karta.id,
            context=context,
            mapped=[profil_av(karta)],
            skip_faulty_rows=skip_faulty_rows,
        )
        return Provlasning(Kvitto.of(inlasning, fil.sha256, "preview"), figures(inlasning))


def unusable(text: str) -> str | None:
    """Why a mapping cannot be used, or None where it can."""
    try:
        karta_ur_json(text)
    except UsageError as fault:
        return str(fault)
    return None


def differences(earlier: Karta, later: Karta) -> list[str]:
    """What differs between two mappings, part for part, as sentences."""
    old, new = som_dict(earlier), som_dict(later)
    found = []
    for part in dict.fromkeys((*old, *new)):
        if old.get(part) == new.get(part):
            continue
        if part == "kolumner":
            before, after = ({k["rubrik"]: k["roll"] for k in p[part]} for p in (old, new))
            found += [
                f"«{r}»: {before.get(r, 'används inte')} → {after.get(r, 'används inte')}"
                for r in dict.fromkeys((*before, *after))
                if before.get(r) != after.get(r)
            ]
        else:
            was, becomes = (json.dumps(p.get(part), ensure_ascii=False) for p in (old, new))
            found.append(f"{part}: {was} → {becomes}")
    return found or (["ordningen eller namnen på mått i kolumner"] if old != new else [])


LABELS = "kategori, period_start, period_end, kommun, avdelning, enhet, grupp, malgrupp, insats, fraga"
ONE_LEVEL = f"""
    SELECT *, (kon IS NULL OR NOT bool_or(kon IS NULL AND matt IS NOT NULL) OVER per_kon)
              AND (alla OR NOT bool_or(alla AND matt IS NOT NULL) OVER per_slag) AS raknas
    FROM (SELECT *, coalesce(underkategori = '{HELHET}', FALSE) AS alla FROM rader)
    WINDOW per_kon AS (PARTITION BY {LABELS}, underkategori), per_slag AS (PARTITION BY {LABELS}, kon)
"""
"""The measured values, and which of them a sum is made of: where a whole stands, not its parts as well."""


def figures(inlasning: Inlasning) -> pd.DataFrame:
    """Records, sums and missing values per measure and period: for the analyst to recognise.

    For measured values taljare and namnare are summed; other records are counted.
    """
    if not inlasning.tabeller or inlasning.profil is None:
        return pd.DataFrame()
    [(name, table)] = inlasning.tabeller.items()
    first, last = inlasning.profil.datum
    what = f"strftime(\"{first}\", '%Y-%m') AS period, count(*) AS poster"
    if name == "matvarde":
        what = f"""kategori, periodslag, "{first}", "{last}", count(*) AS poster, count(matt) AS varden,
                   sum(taljare) FILTER (raknas) AS taljare, sum(namnare) FILTER (raknas) AS namnare"""
    with connect() as con:
        con.register("rader", table)
        source = f"({ONE_LEVEL})" if name == "matvarde" else "rader"
        return con.sql(f"SELECT {what} FROM {source} GROUP BY ALL ORDER BY ALL").df()
