"""Reading of example files in plain Python: another way than the product's own."""

import csv
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import openpyxl

MANADER = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september"]
MANADER += ["oktober", "november", "december"]


def blad(mapp: Path, fil: str, namn: str) -> list[list]:
    """Every row of a sheet as lists, with no-break spaces made ordinary."""
    sheet = openpyxl.load_workbook(mapp / fil)[namn]
    return [[stad(cell) for cell in rad] for rad in sheet.iter_rows(values_only=True)]


def stad(cell):
    return cell.replace("\u00a0", " ").strip() if isinstance(cell, str) else cell


def poster(rader: list[list], forsta: str) -> list[dict]:
    """The rows under the heading row that begins with `forsta`, to the totals row, without blank ones."""
    start = next(nr for nr, rad in enumerate(rader) if rad[0] == forsta)
    ut = []
    for rad in rader[start + 1 :]:
        if rad[0] in ("Totalt", "Summa"):
            break
        if any(cell not in (None, "") for cell in rad):
            ut.append(dict(zip(rader[start], rad, strict=False)))
    return ut


def csvposter(path: Path, forsta: str = "Avvikelsenr") -> list[dict]:
    with path.open(encoding="cp1252", newline="") as f:
        rader = [[stad(cell) for cell in rad] for rad in csv.reader(f, delimiter=";")]
    return poster([rad for rad in rader if rad], forsta)


def dag(cell) -> date:
    """A date in any of the forms that the examples write."""
    if isinstance(cell, datetime):
        return cell.date()
    if m := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", cell):
        return date(int(m[3]), MANADER.index(m[2]) + 1, int(m[1]))
    siffror = re.sub(r"\D", "", cell)[:8]
    return date(int(siffror[:4]), int(siffror[4:6]), int(siffror[6:]))


def inom_manader(inledd: date, avslutad: date, manader: int) -> bool:
    """True where at most so many calendar months passed; a month without that day ends in time."""
    ar, manad = divmod(inledd.year * 12 + inledd.month - 1 + manader, 12)
    return (avslutad.year, avslutad.month - 1, avslutad.day) <= (ar, manad, inledd.day)


def halvt_upp(del_: int, hela: int) -> int:
    """The share as whole percent, a half rounded upwards."""
    return (200 * del_ + hela) // (2 * hela)


def antal(poster: Iterable[dict], **lika) -> int:
    return sum(all(p[k] == v for k, v in lika.items()) for p in poster)


def ils(mapp: Path, fil: str) -> dict[str, list[list]]:
    """The blocks of an ILS sheet: title to its rows, without headings."""
    block: dict[str, list[list]] = {}
    rader = blad(mapp, fil, "ILS-webb")
    for nr, rad in enumerate(rader):
        if rad[0] == "Klagomål/synpunkter/kategorier":
            slut = next(i for i in range(nr, len(rader)) if rader[i][0] == "Totalt")
            block[rader[nr - 1][0]] = rader[nr + 1 : slut + 1]
    return block


def tal(cell) -> int:
    return int(str(cell or 0).removesuffix("st"))
