"""What needs attention first: one of every kind before a second of any, the most urgent kind first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.attention import ORD, Sak, Slag, ordna


def sak(slag: Slag, tyngd: float, rubrik: str = "") -> Sak:
    return Sak(slag, tyngd, rubrik or f"{slag.name} {tyngd}", "En mening.", "utforska")


def test_det_tyngsta_av_varje_slag_gar_fore_det_nast_tyngsta_av_nagot():
    saker = [
        sak(Slag.MAL, 0.9),
        sak(Slag.MAL, 0.5),
        sak(Slag.TYST, 3),
        sak(Slag.FRIST, 1),
        sak(Slag.MAL, 0.7),
    ]
    assert [(s.slag.name, s.tyngd) for s in ordna(saker)] == [
        ("FRIST", 1),
        ("MAL", 0.9),
        ("TYST", 3),
        ("MAL", 0.7),
        ("MAL", 0.5),
    ]


@given(st.lists(st.builds(sak, st.sampled_from(Slag), st.integers(0, 5), st.text("ab", min_size=1))))
def test_ingen_sak_tappas_och_inget_slag_forekommer_tva_ganger_bland_de_forsta(saker: list[Sak]):
    ordnade = ordna(saker)
    slag = {s.slag for s in saker}
    assert sorted(map(repr, ordnade)) == sorted(map(repr, saker))
    assert [s.slag for s in ordnade[: len(slag)]] == sorted(slag)
    assert ordna(reversed(saker)) == ordnade, "ordningen beror inte på i vilken ordning sakerna hittades"


def test_varje_slag_har_ett_ord():
    assert set(ORD) == set(Slag)


@pytest.fixture(scope="module")
def exempelsaker(exempel_workspace: Workspace) -> list[Sak]:
    """What the overview of the example data begins with."""

    def sida():
        import streamlit as st

        from kvalitet_metrics.ui import attention
        from kvalitet_metrics.ui.filters import Vy
        from kvalitet_metrics.ui.nulage import nulage

        med, _ = nulage(Vy())
        st.session_state.saker = attention.saker(Vy(), [x for lagen in med.values() for x in lagen])

    with pytest.MonkeyPatch.context() as miljo:
        miljo.setenv("KVALITET_DATA", str(exempel_workspace.path))
        app = AppTest.from_function(sida, default_timeout=60).run()
    assert not app.exception
    return list(app.session_state.saker)


def test_exempeldata_ger_tre_olika_saker_med_sina_tal(exempelsaker: list[Sak], exempel_workspace: Workspace):
    tre = exempelsaker[:3]
    assert [s.slag for s in tre] == [Slag.FRIST, Slag.FORSAMRING, Slag.MAL]
    pagaende = {
        r["kategori"]: r["varde"]
        for r in exempel_workspace.answer("utredning_barn_pagaende", by=["kategori"])
    }
    assert f"{pagaende['passerad frist']} har passerat fristen" in tre[0].mening
    [rad] = exempel_workspace.answer("forhandsbedomning_barn_inom_14_dagar")
    assert f"({rad['taljare']} av {rad['namnare']})" in tre[2].mening


def test_forsenade_atgarder_och_resultat_utan_analys_pekar_dit_de_star(
    exempelsaker: list[Sak], exempel_workspace: Workspace
):
    [sen] = [s for s in exempelsaker if s.slag == Slag.ATGARD]
    [atgard] = exempel_workspace.atgarder(forsenade=True)
    assert (sen.rubrik, sen.sida) == (atgard.vad, "atgarder")
    assert sen.mening == f"Skulle ha varit klar {atgard.klart_senast}: {atgard.ansvarig}."
    assert sen.tyngd == (date.today() - atgard.klart_senast).days
    [obedomt] = [s for s in exempelsaker if s.slag == Slag.OBEDOMT]
    assert obedomt.tyngd > 3
    assert (obedomt.sida, obedomt.avsnitt) == ("atgarder", "utan-analys")
