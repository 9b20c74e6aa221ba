"""The cells of random workbooks, read by the product and by openpyxl: the same texts in the same places."""

import io
from datetime import date, datetime, time
from random import Random

import openpyxl
import pytest
import xlsxwriter

from kvalitet_metrics.ingest.open import open_file

TECKEN = "abcåäö <>&\"'=+-@_x000D_ \u00a0\n"


def cell(slump: Random) -> object:
    """A value of any kind that a cell can hold, or None."""
    ar, manad, dag = slump.randint(1950, 2030), slump.randint(1, 12), slump.randint(1, 28)
    val = [
        slump.randint(-(10**6), 10**6),
        slump.random() * 10 ** slump.randint(-6, 9),
        round(slump.random() * 100, 2),
        "".join(slump.choices(TECKEN, k=slump.randint(1, 12))),
        date(ar, manad, dag),
        datetime(ar, manad, dag, slump.randint(0, 23), slump.randint(0, 59), slump.randint(0, 59)),
        slump.random() < 0.5,
        None,
        f"0{slump.randint(0, 9999)}",
        slump.randint(10**14, 10**15),
        slump.choice(["Norr", "Syd", "Ja", "Läkemedel", 1, 2]),
    ]
    return slump.choice(val)


def arbetsbok(slump: Random) -> bytes:
    """A workbook of such cells, written in one of the ways that programs write them."""
    ut = io.BytesIO()
    val = {
        "in_memory": True,
        "constant_memory": slump.random() < 0.3,
        "default_date_format": slump.choice(["yyyy-mm-dd", "d mmm yyyy"]),
        "date_1904": slump.random() < 0.3,
        "use_zip64": slump.random() < 0.2,
    }
    with xlsxwriter.Workbook(ut, val) as bok:
        ark = bok.add_worksheet("Blad")
        tidpunkt = bok.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        rader, kolumner = slump.choice([(5, 5), (60, 8), (1500, 12)])
        uppifran, inifran = slump.randrange(4), slump.randrange(3)
        for i in range(uppifran, uppifran + rader):
            for j in range(inifran, inifran + kolumner):
                varde = cell(slump)
                if isinstance(varde, str):
                    ark.write_string(i, j, varde)
                elif isinstance(varde, datetime):
                    ark.write_datetime(i, j, varde, tidpunkt)
                elif varde is not None:
                    ark.write(i, j, varde)
    return ut.getvalue()


def text(varde: object) -> str:
    """What a cell's value is as text."""
    match varde:
        case bool():
            return str(varde).lower()
        case datetime() if varde.time() == time():
            return varde.date().isoformat()
        case float() if varde.is_integer():
            return str(int(varde))
        case _:
            return str(varde)


def lika(vart: str | None, deras: str | None) -> bool:
    """The same text, or the same number written in another way."""
    try:
        return vart == deras or float(vart or "x") == float(deras or "x")
    except ValueError:
        return False


@pytest.mark.parametrize("fro", range(6))
def test_cellerna_ar_desamma_som_openpyxl_laser(fro: int):
    data = arbetsbok(Random(fro))
    [blad] = [b for b in open_file("slump.xlsx", data) if b.kind == "blad"]
    vara = {
        (rad["rad"], int(j) + blad.first_column + 1): varde
        for rad in blad.numbered.to_pylist()
        for j, varde in rad.items()
        if j != "rad" and varde
    }
    ark = openpyxl.load_workbook(io.BytesIO(data)).active
    deras = {(c.row, c.column): text(c.value) for rad in ark.iter_rows() for c in rad if c.value is not None}
    assert [plats for plats in vara | deras if not lika(vara.get(plats), deras.get(plats))] == []
    assert len(deras) > 10
