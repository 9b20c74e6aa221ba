"""Whoever sees several indicators of the same records can set them against each other: is that safe as well?

The attacker of test_angripare.py, with views from users that are counted in three ways: all of them, the
complaints and the praise. What is praise is known from the other two where nothing else is said.
"""

from contextlib import suppress
from datetime import date
from random import Random

import pytest

from kvalitet_metrics.disclosure.kept import family
from kvalitet_metrics.disclosure.protection import Protection, regel_for, solved
from kvalitet_metrics.errors import NotShown
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compute import compute
from kvalitet_metrics.indicators.question import question
from kvalitet_metrics.model import Viewer
from tests.disclosure.test_angripare import MINST, PERIODER, VARDEN, Angripare
from tests.indicators.tabeller import databas, fyll

VARDEN |= {"typ": ["klagomål", "beröm"]}
RAKNAS = {"synpunkter_antal": {}, "klagomal_antal": {"typ": ["klagomål"]}, "berom_antal": {"typ": ["beröm"]}}
"""Indicator → which of the finest cells it counts, where that is not all."""


def synpunkter() -> list[dict]:
    """A count per month, enhet and kind, most of them of complaints."""
    rng = Random(1)
    rader = []
    for nr in range(8, 24):
        dag = date(2022 + nr // 12, nr % 12 + 1, 15)
        for plats, enhet in enumerate(VARDEN["enhet"]):
            antal = {"klagomål": rng.randrange(2 + 2 * plats), "beröm": int(rng.random() < 0.1 * (plats + 1))}
            rader += [
                {"enhet": enhet, "typ": typ, "antal": n, "period_start": dag, "period_end": dag}
                for typ, n in antal.items()
                if n
            ]
    return rader


def minst_okant(con, skydd: dict[str, Protection]) -> float:
    """The most that the small count that is best bounded can be, to whoever sees all that is shown."""
    angripare = Angripare(("enhet", "typ"))
    sma = {}
    for id_, bara in RAKNAS.items():
        for period in PERIODER:
            for by in ((), ("enhet",)):
                stalld = question(id_, period, by, {}, None, None, {})
                svar = compute(con, stalld)
                with suppress(NotShown):
                    angripare.lar(skydd[id_].apply(svar, stalld), (period, by, bara))
                vikter = [angripare.vikter(r, (period, by, bara)) for r in svar if 0 < r["taljare"] < MINST]
                sma |= {v.tobytes(): v for v in vikter}
    assert len(sma) > 20
    return min(angripare.storst(vikter, 0) for vikter in sma.values())


@pytest.mark.parametrize("tillsammans", [True, False])
def test_indikatorer_over_samma_poster_skyddas_tillsammans(tillsammans: bool):
    with databas() as con:
        allas = {"forvaltning": "F", "indelning": "kategori", "raknas": True}
        fyll(con, "synpunkt", synpunkter(), **allas)
        alla = [INDIKATORER[id_] for id_ in RAKNAS]
        regel = regel_for(alla[0], Viewer.PUBLIK)
        var_for_sig = {ind.id: solved(con, [ind], regel)[ind.id] for ind in alla}
        skydd = solved(con, alla, regel) if tillsammans else var_for_sig
        okant = minst_okant(con, skydd)
    if tillsammans:
        assert okant >= MINST - 1e-6
        assert not all(skydd[id_].hidden <= var_for_sig[id_].hidden for id_ in RAKNAS)
    else:
        assert okant < MINST, "annars prövar testet ingenting"


def test_de_som_raknar_samma_poster_hor_ihop():
    slaktingar = {ind.id for ind in family(INDIKATORER["berom_antal"])}
    assert set(RAKNAS) < slaktingar
    assert {INDIKATORER[id_].tabell for id_ in slaktingar} == {"synpunkt"}
