"""The same export in another layout gives the same rows: order, headings, titles, dates and encoding.

Every list profile's example is varied on one sheet each of a workbook: under every heading of its columns'
lists, with the columns turned round, more titles, blank rows and columns, dates and headings written in other
ways. Each sheet is read for itself as a file is, and must give the rows, with the keys, of the example.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from duckdb import DuckDBPyConnection

from kvalitet_metrics.engine import connect
from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.open import Sheet, open_file
from kvalitet_metrics.ingest.profile import Datum, ExportProfil, Lista, Pivot
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.published import recognise_any
from kvalitet_metrics.ingest.read import Inlasning, read_hits
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.model import FileContext
from tests.ingest.filer import NYCKEL, csv_text, ritat, xlsx

LISTOR = {namn: p for namn, p in PROFILER.items() if isinstance(p, Lista | Pivot)}
profiler = pytest.mark.parametrize("profil", LISTOR.values(), ids=LISTOR)

Rader = list[list[str]]
FLER_TITLAR: Rader = [["Rapport ur systemet"], ["Skapad av: Systemet"], [], ["Sida 1 av 1"], ["Urval: alla"]]
MANADER = clean.MANADER
DATUMFORMER: dict[str, Callable[[date], str]] = {
    "text med månad": lambda d: f"{d.day} {MANADER[d.month - 1]} {d.year}",
    "dag månad år": lambda d: f"{d:%d/%m/%Y}",
    "utan bindestreck": lambda d: f"{d:%Y%m%d}",
    "med klockslag": lambda d: f"{d:%Y-%m-%d} 00:00:00",
    "löpnummer": lambda d: str((d - date(1899, 12, 30)).days),
    "som datum": lambda d: f"{d:%Y-%m-%d}",
}


def rutnat(profil: ExportProfil) -> Rader:
    """The example as rows of equal length."""
    rader = ritat(profil.exempel)["Blad1"]
    bredd = max(map(len, rader))
    return [[*rad, *[""] * (bredd - len(rad))] for rad in rader]


def brutet(rubrik: str) -> str:
    """A heading as a narrow column shows it: line breaks, a soft hyphen, odd and double blanks."""
    mjuk = rubrik[:4] + "\u00ad" + rubrik[4:] if len(rubrik) > 8 else rubrik
    return mjuk.replace(" ", "\u00a0\n ") + "\u00a0 " if rubrik else ""


SKRIVSATT: list[Callable[[str], str]] = [
    str,
    str.upper,
    brutet,
    lambda r: r.replace(".", "").replace("-", " "),
    lambda r: f" {r.lower()}: ",
]


def variant(profil: ExportProfil, traff: Traff, nr: int) -> Rader:
    """Variation `nr`: the nr:th heading of every list, each in another order, writing and date form."""
    rader = rutnat(profil)
    rubrik = list(rader[traff.rad - 1])
    skriv = SKRIVSATT[nr % len(SKRIVSATT)]
    for i in (i for i, rad in enumerate(rader) if rad == rubrik):
        for namn, plats in traff.kolumner.items():
            ord_ = profil.kolumner[namn].rubriker
            rader[i][plats] = skriv(ord_[nr % len(ord_)])
    skriv_datum(profil, traff, rader, list(DATUMFORMER.values())[nr % len(DATUMFORMER)])
    over, under = rader[: traff.rad - 1], rader[traff.rad - 1 :]
    if not getattr(profil, "rubrik_over", "") and nr % 2:
        under = [rad[::-1] for rad in under]
    elif not getattr(profil, "rubrik_over", "") and nr % 3 == 1:
        over, under = [["", *r] for r in over], [["", *r] for r in under]
    return [*FLER_TITLAR, *over, *[[]] * (nr % 3), *under] if nr % 3 else over + under


@cache
def dagen(text: str) -> date | None:
    """The day that a cell of an example means."""
    with connect() as con:
        return con.execute(f"SELECT {clean.datum('$t')}", {"t": text}).fetchall()[0][0]


def skriv_datum(profil: ExportProfil, traff: Traff, rader: Rader, skriv: Callable[[date], str]) -> None:
    """Write every date below the heading in one form."""
    platser = [i for n, i in traff.kolumner.items() if isinstance(profil.kolumner[n], Datum)]
    for rad in rader[traff.rad :]:
        for i in platser:
            dag = dagen(rad[i])
            rad[i] = skriv(dag) if dag else rad[i]


def las_blad(con: DuckDBPyConnection, blad: Sheet, filnamn: str) -> tuple[Inlasning, list[dict]]:
    """One sheet read as a file of its own: what came of it, and its rows without their place."""
    traffar, fel = recognise_any([blad], PROFILER.values())
    assert not fel, fel
    ut = Inlasning(filnamn, traffar[0].profil)
    read_hits(con, ut, [blad], traffar, FileContext(), key=NYCKEL, names={}, skip_faulty_rows=False)
    assert not ut.faults, ut.faults
    [tabell] = ut.tabeller.values()
    rader = [{k: v for k, v in r.items() if k not in ("blad", "rad", "kolumn")} for r in tabell.to_pylist()]
    return ut, sorted(rader, key=lambda r: r["nyckel"])


@cache
def grund(namn: str) -> tuple[Traff, list[dict]]:
    """The example itself: its heading and its rows."""
    profil = LISTOR[namn]
    [blad] = open_file("export.xlsx", xlsx(profil.exempel))
    [[traff], _] = recognise_any([blad], PROFILER.values())
    with connect() as con:
        return traff, las_blad(con, blad, "export.xlsx")[1]


@profiler
def test_samma_rader_och_nycklar_hur_exporten_an_ar_upplagd(profil: ExportProfil):
    traff, vantat = grund(profil.id)
    flest = max(len(profil.kolumner[n].rubriker) for n in traff.kolumner)
    antal = max(flest, len(DATUMFORMER))
    oppnade = open_file("export.xlsx", xlsx({f"v{nr}": variant(profil, traff, nr) for nr in range(antal)}))
    assert len(oppnade) == antal
    with connect() as con:
        for nr, blad in enumerate(oppnade):
            ut, fick = las_blad(con, blad, "export.xlsx")
            assert ut.profil == profil, nr
            assert fick == vantat, nr


@profiler
def test_samma_rader_ur_en_textfil_i_windows_1252_eller_utf_16(profil: ExportProfil):
    _, vantat = grund(profil.id)
    text = csv_text(profil.exempel, skilje="\t" if len(profil.id) % 2 else ";")
    kodad = text.encode("utf-16" if len(profil.id) % 2 else "cp1252", errors="strict")
    [blad] = open_file("export.csv", kodad)
    with connect() as con:
        assert las_blad(con, blad, "export.csv")[1] == vantat


def test_datumformerna_i_testet_ar_olika_satt_att_skriva_samma_dag():
    skrivna = {skriv(date(2023, 7, 5)) for skriv in DATUMFORMER.values()}
    assert len(skrivna) == len(DATUMFORMER)
    assert date(1899, 12, 30) + timedelta(45112) == date(2023, 7, 5)
