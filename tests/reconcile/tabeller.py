"""Drawn tables of published figures: only the columns that matter are drawn, the rest is filled in."""

import csv
import io
from calendar import monthrange
from typing import Any

from kvalitet_metrics.reconcile.additivity import own_declarations
from kvalitet_metrics.reconcile.engine import reconcile_rows
from kvalitet_metrics.reconcile.table_file import KOLUMNER, figures
from tests.conftest import rutor

FORVALT = {
    "table": "Tabell 1",
    "indicator": "indikator",
    "name_sv": "Inkomna",
    "record_type": "avvikelse",
    "org": "Förvaltningen",
    "measure": "antal",
}
ENHETER = {"andel": "%", "procentenheter": "procentenheter", "index": "index", "text": ""}


def rader(text: str, **alla: str) -> list[dict[str, str]]:
    """The rows of a drawn table with facit's columns. `period`: 2023, 2023-04, 2022/2023 or two days."""
    ut = []
    for nr, ritad in enumerate(rutor(text), start=1):
        rad = dict.fromkeys(KOLUMNER, "") | FORVALT | alla | {k: v or "" for k, v in ritad.items()}
        rad["figure_id"] = rad["figure_id"] or f"T-{nr:02}"
        rad["period_type"], rad["period_start"], rad["period_end"] = spann(rad.pop("period", "") or "2023")
        rad["unit"] = rad["unit"] or ENHETER.get(rad["measure"], "antal")
        ut.append(rad)
    return ut


def spann(period: str) -> tuple[str, str, str]:
    """Kind, first day and last day of a drawn period."""
    if ".." in period:
        return "intervall", *period.split("..")
    if "/" in period:
        return "kvalitetsar", f"{period[:4]}-09-01", f"{period[5:]}-08-31"
    if "-Q" in period:
        ar, kvartal = int(period[:4]), int(period[-1])
        slut = monthrange(ar, 3 * kvartal)[1]
        return "kvartal", f"{ar}-{3 * kvartal - 2:02}-01", f"{ar}-{3 * kvartal:02}-{slut}"
    if "-" in period:
        slut = monthrange(int(period[:4]), int(period[5:]))[1]
        return "manad", f"{period}-01", f"{period}-{slut}"
    return "kalenderar", f"{period}-01-01", f"{period}-12-31"


def som_csv(rader: list[dict[str, str]]) -> bytes:
    """The rows as a file."""
    kolumner = list(dict.fromkeys(k for rad in rader for k in rad))
    ut = io.StringIO()
    skrivare = csv.DictWriter(ut, kolumner, restval="")
    skrivare.writeheader()
    skrivare.writerows(rader)
    return ut.getvalue().encode()


def stam_av(text: str, additivitet: tuple[str, ...] = (), **alla: str) -> dict[str, Any]:
    """The answer for a drawn table."""
    return av_rader(rader(text, **alla), additivitet)


def av_rader(rader: list[dict[str, str]], additivitet: tuple[str, ...] = ()) -> dict[str, Any]:
    """The answer for the rows of a table, without a file in between."""
    kolumner = list(dict.fromkeys(k for rad in rader for k in rad))
    celler = [[rad.get(k, "") for k in kolumner] for rad in rader]
    lasta = figures("ritad.csv", kolumner, celler, 2)
    return reconcile_rows(lasta, own_declarations(additivitet)).to_dict()


def fynd(text: str, additivitet: tuple[str, ...] = (), **alla: str) -> list[tuple[str, str, Any, Any, Any]]:
    """The findings of a drawn table: rule, class, published, computed, difference."""
    svar = stam_av(text, additivitet, **alla)
    return [(f["regel"], f["klass"], f["publicerat"], f["beraknat"], f["skillnad"]) for f in svar["fynd"]]


def noteringar(text: str, **alla: str) -> list[tuple[str, str]]:
    """What is noted about a drawn table: rule and class."""
    return [(n["regel"], n["klass"]) for n in stam_av(text, **alla)["noteringar"]]
