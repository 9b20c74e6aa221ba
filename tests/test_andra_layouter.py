"""The same exports in other layouts give the same figures: every example file is rewritten, loaded, compared.

The rewriting knows nothing of how files are read: it moves columns, renames headings to other words of
the same list, adds title rows, writes dates and the file itself in other ways.
"""

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

import kvalitet_metrics as km
from kvalitet_metrics.example import BROTT, ExampleFile, write_all
from kvalitet_metrics.ingest.profile import Lista
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.model import FileContext, Periodslag
from kvalitet_metrics.store.loading import Fil, Loader

MANADER = "januari februari mars april maj juni juli augusti september oktober november december".split()
TOTALER = ("totalt", "summa", "totalsumma", "samtliga")
Rader = list[list]
Blad = dict[str, Rader]


def las(fil: Path) -> Blad:
    """Sheet name → rows of cells, as openpyxl or the csv module gives them."""
    if fil.suffix == ".csv":
        text = fil.read_bytes().decode("cp1252")
        return {
            fil.stem[:31]: [[c or None for c in rad] for rad in csv.reader(io.StringIO(text), delimiter=";")]
        }
    bok = openpyxl.load_workbook(fil)
    return {b.title: [list(rad) for rad in b.iter_rows(values_only=True)] for b in bok}


def rubrikrad(rader: Rader, profil: Lista) -> int | None:
    """The row that holds the most headings of the profile, if it holds all that must be there."""
    ord_ = {namn: {r.lower() for r in k.rubriker} for namn, k in profil.kolumner.items()}

    def antal(rad: list) -> int:
        texter = {str(c).strip().lower() for c in rad if c}
        return sum(bool(texter & r) for r in ord_.values())

    bast = max(range(min(len(rader), 50)), key=lambda i: antal(rader[i]), default=None)
    kravs = sum(k.krav for k in profil.kolumner.values())
    return bast if bast is not None and antal(rader[bast]) >= max(kravs, 2) else None


def andra_ord(rader: Rader, rad: int, profil: Lista) -> None:
    """Every heading that the profile knows becomes the last of its words, also where it is repeated."""
    for nr in [i for i, r in enumerate(rader) if r == rader[rad]]:
        rader[nr] = [annat_ord(cell, profil) for cell in rader[nr]]


def annat_ord(cell: object, profil: Lista) -> object:
    """The last word of the column that the cell is a heading of."""
    for kolumn in profil.kolumner.values():
        if str(cell).strip().lower() in {r.lower() for r in kolumn.rubriker}:
            return kolumn.rubriker[-1]
    return cell


def annan_ordning(rader: Rader, rad: int, profil: Lista) -> None:
    """The columns below the titles the other way round; a totals row keeps its word in front."""
    bredd = max(map(len, rader))
    for i in range(rad, len(rader)):
        hel = rader[i] + [None] * (bredd - len(rader[i]))
        ordet = next((c for c in hel if c is not None), None)
        rader[i] = hel[::-1]
        if isinstance(ordet, str) and ordet.strip().lower() in TOTALER:
            rader[i] = [ordet, *(None if c == ordet else c for c in rader[i][1:])]


def fler_titlar(rader: Rader, rad: int, profil: Lista) -> None:
    """Seven more rows above everything."""
    rader[:0] = [["Socialtjänstens uppföljning"], [], ["Rapporten är framtagen i systemet"], [], [], [], []]


def versaler(rader: Rader, rad: int, profil: Lista) -> None:
    """Headings in capitals, with blanks after and a line break for a blank."""
    rader[rad] = [f"{c.upper().replace(' ', chr(10), 1)}  " if isinstance(c, str) else c for c in rader[rad]]


def tom_kolumn_forst(rader: Rader, rad: int, profil: Lista) -> None:
    """The table begins in column B."""
    for i, r in enumerate(rader):
        rader[i] = [None, *r]


def datum_i_ord(rader: Rader, rad: int, profil: Lista) -> None:
    datum_som(rader, rad, lambda d: f"{d.day} {MANADER[d.month - 1]} {d.year}")


def datum_med_snedstreck(rader: Rader, rad: int, profil: Lista) -> None:
    datum_som(rader, rad, lambda d: f"{d:%d/%m/%Y}")


def datum_utan_streck(rader: Rader, rad: int, profil: Lista) -> None:
    datum_som(rader, rad, lambda d: f"{d:%Y%m%d}")


def datum_med_klockslag(rader: Rader, rad: int, profil: Lista) -> None:
    datum_som(rader, rad, lambda d: f"{d:%Y-%m-%d} 00:00:00")


def datum_som(rader: Rader, rad: int, skriv: Callable[[date], str]) -> None:
    """Every date below the heading in another form, whether it was a date cell or text."""
    for i in range(rad + 1, len(rader)):
        for j, cell in enumerate(rader[i]):
            if isinstance(cell, datetime):
                rader[i][j] = skriv(cell.date())
            elif isinstance(cell, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell.strip()):
                rader[i][j] = skriv(date.fromisoformat(cell.strip()))


def text(blad: Blad, kodning: str, skilje: str) -> bytes:
    """One sheet as delimited text."""
    [rader] = blad.values()
    ut = io.StringIO()
    csv.writer(ut, delimiter=skilje).writerows(
        [["" if c is None else c.date() if isinstance(c, datetime) else c for c in rad] for rad in rader]
    )
    return ut.getvalue().encode(kodning)


def bok(blad: Blad) -> bytes:
    """All sheets as a workbook."""
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True, "default_date_format": "d mmm yyyy"}) as b:
        for namn, rader in blad.items():
            ark = b.add_worksheet(namn)
            for i, rad in enumerate(rader):
                for j, cell in enumerate(rad):
                    if cell is not None:
                        ark.write(i, j, cell)
    return ut.getvalue()


LAYOUTER: dict[str, tuple[Sequence[Callable], str, str]] = {
    "andra ord och annan ordning": ((andra_ord, annan_ordning), "", ""),
    "fler titelrader, datum i ord": ((datum_i_ord, fler_titlar), "", ""),
    "versaler, tom kolumn, datum med klockslag": (
        (versaler, datum_med_klockslag, tom_kolumn_forst, fler_titlar),
        "",
        "",
    ),
    "UTF-16 med tabb, datum med snedstreck": ((datum_med_snedstreck, andra_ord), "utf-16", "\t"),
    "Windows-1252 med semikolon, datum utan streck": ((datum_utan_streck, annan_ordning), "cp1252", ";"),
    "UTF-8 med komma": ((fler_titlar,), "utf-8-sig", ","),
}


def omskriven(fil: ExampleFile, profil: object, layout: str) -> tuple[str, bytes]:
    """The file in another layout. What is no list keeps its own shape and gets more titles only."""
    andringar, kodning, skilje = LAYOUTER[layout]
    blad = las(fil.path)
    for rader in blad.values():
        rad = rubrikrad(rader, profil) if isinstance(profil, Lista) else None
        for andra in andringar if rad is not None else ():
            andra(rader, rubrikrad(rader, profil) if andra is not fler_titlar else 0, profil)
    if kodning and len(blad) == 1:
        return f"{fil.path.stem}.csv", text(blad, kodning, skilje)
    return f"{fil.path.stem}.xlsx", bok(blad)


def siffror(ws: "km.Workspace") -> dict[str, list[dict]]:
    """Every indicator per year, or else kvalitetsår, by all that it can be divided by that has few values."""
    delar = {
        i["id"]: [b for b in ("enhet", "kon", "kategori") if b in i["breakdowns"]] for i in ws.indicators()
    }
    return {
        id: ws.answer(id, by=by) or ws.answer(id, Periodslag.KVALITETSAR, by=by) for id, by in delar.items()
    }


@pytest.fixture(scope="module")
def filer(tmp_path_factory: pytest.TempPathFactory) -> list[ExampleFile]:
    return write_all(tmp_path_factory.mktemp("exempel"))


def test_samma_export_i_en_annan_layout_ger_samma_siffror(
    filer: list[ExampleFile], exempel_workspace: "km.Workspace", tmp_path: Path
):
    """Each file in one of the layouts, in turn."""
    profiler = {u["file"]: PROFILER[u["profile"]] for u in exempel_workspace.uploads()}
    nya = []
    for nr, fil in enumerate(filer):
        layout = list(LAYOUTER)[nr % len(LAYOUTER)]
        namn, data = omskriven(fil, profiler[fil.path.name], layout)
        nya.append(Fil(namn, data, FileContext(fil.forvaltning, fil.avdelning)))
    kvitton = Loader(tmp_path).load(nya)
    assert {k.file: [str(f) for f in k.faults] for k in kvitton if k.status != "loaded"} == {}
    egen = km.Workspace(tmp_path)
    for brott in BROTT:
        egen.brott.add(**brott)
    fore, efter = siffror(exempel_workspace), siffror(egen)
    assert [id for id in fore if fore[id] != efter[id]] == []
    assert all(fore.values())
