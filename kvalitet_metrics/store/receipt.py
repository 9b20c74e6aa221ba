"""What the one who loads a file gets back: the receipt, also kept in the ledger."""

import re
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from kvalitet_metrics.ingest.read import Inlasning
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.model import Fault, Kontrollsumma, OkandEtikett
from kvalitet_metrics.store.build import HASHES
from kvalitet_metrics.store.difference import Jamforelse
from kvalitet_metrics.store.fault_view import Utsnitt, around_faults
from kvalitet_metrics.text import sortnyckel


@dataclass(frozen=True)
class Kvitto:
    """The outcome for one file. status: loaded, refused, duplicate or preview.

    tables: records per table. enheter: records per unit. kontroller: totals rows of the file beside
    what its rows give. jamfort: against the last load of the same kind, where there is one. aldrig_lasta:
    headings of columns that may tell who somebody is, which are never read. celler: per sheet, the letters
    that each column is read from. av: who loaded it. sample: the first rows as they are saved. utsnitt:
    where the faults are, as the sheet looks there.
    """

    file: str
    sha256: str
    status: str
    upload_id: str | None = None
    profile: str | None = None
    profile_name: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    tables: dict[str, int] = field(default_factory=dict)
    rows_read: int = 0
    rows_loaded: int = 0
    rows_skipped: int = 0
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    recognised: str = ""
    forvaltning: str | None = None
    avdelning: str | None = None
    kontroller: list[Kontrollsumma] = field(default_factory=list)
    okanda: list[OkandEtikett] = field(default_factory=list)
    enheter: dict[str, int] = field(default_factory=dict)
    jamfort: Jamforelse | None = None
    aldrig_lasta: list[str] = field(default_factory=list)
    celler: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    av: str = ""
    sample: pd.DataFrame = field(default_factory=pd.DataFrame, compare=False, repr=False)
    utsnitt: list[Utsnitt] = field(default_factory=list, compare=False, repr=False)

    @classmethod
    def of(cls, inlasning: Inlasning, sha256: str, status: str, **more: Any) -> "Kvitto":
        """The receipt for what was read from a file."""
        profil, period = inlasning.profil, inlasning.period or (None, None)
        table = next(iter(inlasning.tabeller.values()), None)
        sample = (
            table.slice(0, 20).drop_columns(hashes(table)).to_pandas()
            if table is not None
            else pd.DataFrame()
        )
        return cls(
            file=inlasning.filnamn,
            sha256=sha256,
            status=status,
            profile=profil.id if profil else None,
            profile_name=profil.namn if profil else None,
            period_start=period[0],
            period_end=period[1],
            tables={name: t.num_rows for name, t in inlasning.tabeller.items()},
            rows_read=inlasning.rows_read,
            rows_loaded=inlasning.rows_loaded if inlasning.tabeller else 0,
            rows_skipped=inlasning.rows_skipped if inlasning.tabeller else inlasning.rows_read,
            faults=inlasning.faults,
            warnings=inlasning.warnings,
            recognised=inlasning.recognised,
            kontroller=inlasning.kontroller,
            okanda=inlasning.okanda,
            enheter=units(table) if table is not None else {},
            aldrig_lasta=list(dict.fromkeys(r for t in inlasning.traffar for r in t.kansliga)),
            celler=letters(inlasning.traffar),
            sample=sample,
            utsnitt=around_faults(inlasning) if inlasning.faults else [],
            **more,
        )

    def with_warning(self, text: str) -> "Kvitto":
        """The receipt with one more warning."""
        return replace(self, warnings=[*self.warnings, text])

    def to_dict(self, examples: bool = True) -> dict[str, Any]:
        """As JSON writes it; dates as ISO text, without what is for looking at. examples: of what differs."""
        plain = {k: v for k, v in self.__dict__.items() if k not in ("sample", "utsnitt")}
        plain["period_start"] = self.period_start and self.period_start.isoformat()
        plain["period_end"] = self.period_end and self.period_end.isoformat()
        plain["faults"] = [asdict(f) for f in self.faults]
        plain["kontroller"] = [asdict(k) | {"stammer": k.stammer} for k in self.kontroller]
        plain["okanda"] = [asdict(o) for o in self.okanda]
        plain["jamfort"] = self.jamfort and self.jamfort.to_dict(examples)
        return plain


def hashes(table: pa.Table) -> list[str]:
    """The columns that only tell records apart and say nothing to a reader."""
    return [c for c in HASHES if c in table.column_names]


def letters(found: list[Traff]) -> dict[str, dict[str, list[str]]]:
    """Per sheet, the letters that each column is read from; nothing of a sheet that holds two tables."""
    tables = Counter(t.blad.name for t in found)
    return {t.blad.name: read_from(t) for t in found if tables[t.blad.name] == 1}


def read_from(found: Traff) -> dict[str, list[str]]:
    """Column of the records → the letter where it stands, or those of what it is computed from."""
    read = {
        name: [found.blad.column_letter(column)]
        for name, column in found.kolumner.items()
        if found.rubriker[column] not in found.kansliga
    }
    for name, sql in found.profil.berakna.items():
        if parts := [letter for word in re.findall(r"\w+", sql) for letter in read.get(word, ())]:
            read[name] = list(dict.fromkeys(parts))
    return read


def units(table: pa.Table) -> dict[str, int]:
    """Records per unit, in Swedish order; a record without one is not counted."""
    if "enhet" not in table.column_names:
        return {}
    counts = {item["values"]: item["counts"] for item in table["enhet"].value_counts().to_pylist()}
    return {enhet: counts[enhet] for enhet in sorted(filter(None, counts), key=sortnyckel)}
