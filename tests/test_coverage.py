"""A period that the files do not cover says so, and is compared with nothing."""

from datetime import date

import pandas as pd
import pytest

from kvalitet_metrics.charts import Matt, las
from kvalitet_metrics.indicators.compute import Row, with_previous
from kvalitet_metrics.indicators.question import question
from kvalitet_metrics.indicators.unfinished import mark_unfinished
from tests.indicators.tabeller import databas, inlast

ANTAL = Matt("Avvikelser", "antal", "neutral")


def rader(laddat: str, *ar: int, where: dict | None = None, period: str = "kalenderar") -> list[Row]:
    """Whole years with a count, as the loads cover them."""
    svar = [
        {
            "period": str(a),
            "period_start": date(a, 1, 1),
            "period_end": date(a, 12, 31),
            "varde": 10,
            "anmarkning": [],
        }
        for a in ar
    ]
    with databas() as con:
        inlast(con, "avvikelse", laddat)
        mark_unfinished(con, svar, question("avvikelser_antal", period, [], where, None, None, {}))
    return with_previous(svar, ())


def visade(svar: list[Row]) -> list[tuple]:
    """What the reader sees of each period: its name, and the value that it is compared with."""
    return [(p.period, p.foregaende) for p in las(pd.DataFrame(svar), ANTAL)[0].punkter]


HALVT_SLUT = """
    forvaltning | period_start | period_end
    Nord        | 2021-01-01   | 2023-08-31"""
HALV_BORJAN = """
    forvaltning | period_start | period_end
    Nord        | 2021-09-01   | 2022-12-31"""
DECEMBER = """
    forvaltning | period_start | period_end
    Nord        | 2022-01-05   | 2023-12-19"""


@pytest.mark.parametrize(
    "laddat, ar, vantat",
    [
        (HALVT_SLUT, (2022, 2023), [("2022", None), ("2023 (del)", None)]),
        (HALV_BORJAN, (2021, 2022), [("2021 (del)", None), ("2022", None)]),
        (DECEMBER, (2022, 2023), [("2022", None), ("2023", 10.0)]),
    ],
    ids=["året slutar i augusti", "året börjar i september", "sista händelsen är i december"],
)
def test_ett_halvt_ar_namns_och_jamfors_inte_at_nagot_hall(laddat, ar, vantat):
    assert visade(rader(laddat, *ar)) == vantat


def test_raden_sager_vems_uppgifter_som_fattas_och_vilka_dagar_som_finns():
    *_, sista = rader(HALVT_SLUT, 2022, 2023)
    assert sista["ofull"] == {"forvaltning": ["Nord"], "fran": date(2023, 1, 1), "till": date(2023, 8, 31)}
    punkt = las(pd.DataFrame([sista]), ANTAL)[0].sista
    assert punkt.anmarkning == ("Perioden är inte hel för Nord.",)


def test_en_forvaltning_med_halvt_ar_raknas_bara_nar_den_ar_med_i_urvalet():
    tva = DECEMBER + HALVT_SLUT.splitlines()[-1].replace("Nord", "\n    Syd ")
    assert [bool(r["ofull"]) for r in rader(tva, 2023)] == [True]
    assert [bool(r["ofull"]) for r in rader(tva, 2023, where={"forvaltning": "Nord"})] == [False]


def test_en_period_utan_fast_langd_ar_aldrig_ofull():
    assert [r["ofull"] for r in rader(HALVT_SLUT, 2023, period="total")] == [None]
