"""Antal och kvoter: publicerade värden, egenskaper och fel."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, norm

from kvalitet_metrics.stats import rate

settings.load_profile("ci")  # samma exempel varje gång, och ingen klocka

NIO_SIFFROR = 1e-9


def test_byar_ger_det_publicerade_vardet():
    # PHEindicatormethods (UKHSA), testdata för byars_lower och byars_upper: 65 händelser.
    assert rate.byar(65) == pytest.approx((50.163187710459454, 82.84913854593984), rel=NIO_SIFFROR)


def test_byar_ger_vardet_i_pythonutgavan():
    # PHStatsMethods (DHSC), tests för byars_lower: 100 händelser, 95 %.
    assert rate.byar(100)[0] == pytest.approx(81.36210549052788, rel=NIO_SIFFROR)


def test_kvoten_ger_det_publicerade_vardet_dar_antalet_ar_litet():
    # phe_rate i PHEindicatormethods: 5 av 100, per 100.
    assert rate.interval(5, 100, per=100) == pytest.approx(
        (1.62348639011842, 11.668332079322669), rel=NIO_SIFFROR
    )


@pytest.mark.parametrize(
    "x, nedre, ovre", [(0, 0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (10, 4.7954, 18.3904)]
)
def test_exakta_granser_stammer_med_tabellen(x, nedre, ovre):
    # Garwood F, Biometrika 1936;28:437-442; fyra decimaler som i Pearson & Hartley.
    assert [round(g, 4) for g in rate.exact(x)] == [nedre, ovre]


@given(st.integers(1, 5000), st.floats(0.5, 0.999))
def test_exakta_granser_ar_chitvafordelningens(x, konfidens):
    svans = (1 - konfidens) / 2
    vantat = chi2.ppf(svans, 2 * x) / 2, chi2.ppf(1 - svans, 2 * x + 2) / 2
    assert rate.exact(x, konfidens) == pytest.approx(vantat, rel=NIO_SIFFROR)


def test_byars_nedre_grans_saknas_dar_formeln_blir_negativ():
    assert rate.byar(0)[0] is None
    assert rate.byar(1, confidence=0.998)[0] is None
    assert rate.byar(1)[0] > 0


def test_noll_handelser_har_noll_som_nedre_grans():
    assert rate.interval(0, 50)[0] == 0


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_intervallet_innehaller_kvoten_och_vaxer_med_antalet(x, n):
    nedre, ovre = rate.interval(x, n, per=1000)
    assert nedre <= x / n * 1000 <= ovre
    nasta = rate.interval(x + 1, n, per=1000)
    assert nasta[0] > nedre or x == 0
    assert nasta[1] > ovre


@given(st.integers(10, 2000))
def test_byar_ligger_nara_det_exakta_dar_den_anvands(x):
    assert rate.byar(x) == pytest.approx(rate.exact(x), rel=0.005)


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 500), st.integers(1, 500))
def test_skillnaden_ligger_i_sitt_intervall_och_byter_tecken_med_ordningen(x1, n1, x2, n2):
    skillnad, nedre, ovre = rate.difference(x1, n1, x2, n2, per=100)
    assert nedre <= skillnad <= ovre
    assert rate.difference(x2, n2, x1, n1, per=100) == pytest.approx((-skillnad, -ovre, -nedre))


def test_skillnaden_narmar_sig_normalfordelningens_vid_stora_antal():
    skillnad, nedre, ovre = rate.difference(40_000, 1_000, 39_000, 1_000)
    halva = norm.ppf(0.975) * (40_000 + 39_000) ** 0.5 / 1_000
    assert (nedre, ovre) == pytest.approx((skillnad - halva, skillnad + halva), rel=0.02)


@pytest.mark.parametrize(
    "anrop, argument",
    [
        (lambda: rate.byar(-1), "x"),
        (lambda: rate.byar(None), "x"),
        (lambda: rate.byar(5, 0), "confidence"),
        (lambda: rate.exact(-1), "x"),
        (lambda: rate.interval(5, 0), "n"),
        (lambda: rate.interval(5, 10, per=0), "per"),
        (lambda: rate.interval(-5, 10), "x"),
        (lambda: rate.interval("5", 10), "x"),
        (lambda: rate.difference(5, 10, 5, 0), "n2"),
        (lambda: rate.difference(-5, 10, 5, 10), "x1"),
    ],
)
def test_fel_argument_namnges(anrop, argument):
    with pytest.raises(ValueError, match=rf"^{argument} "):
        anrop()
