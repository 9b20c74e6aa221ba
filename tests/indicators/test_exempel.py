"""The worked example of every definition is what the method page shows; here it is also true."""

import pytest

from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.definition import Indikator, Kvot
from tests.conftest import rutor
from tests.indicators.tabeller import databas, fyll, ritad, svar


def fyll_exemplet(con, ind: Indikator) -> None:
    """The drawn records of a definition, in the one table or the two that it counts."""
    fyll(con, ind.tabell, ind.exempel.rader)
    if isinstance(ind, Kvot):
        fyll(con, ind.delar[1].tabell, ind.exempel.namnare)


@pytest.mark.parametrize("id", INDIKATORER)
def test_exemplet_i_definitionen_ger_det_som_star_under_det(id: str):
    ind = INDIKATORER[id]
    con = databas()
    fyll_exemplet(con, ind)
    vantat = rutor(ind.exempel.vantat)
    assert ritad(svar(con, id, ind.exempel.period, ind.exempel.by), *vantat[0]) == vantat


@pytest.mark.parametrize("id", INDIKATORER)
def test_frageuttrycket_pa_metodsidan_gar_att_klistra_in_i_duckdb(id: str):
    ind = INDIKATORER[id]
    con = databas()
    fyll_exemplet(con, ind)
    assert con.execute(ind.sql()).fetchall()
