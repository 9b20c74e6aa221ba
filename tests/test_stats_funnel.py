"""Trattdiagram: gränser mot publicerade värden, utstickare och spridning utöver slumpen."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from kvalitet_metrics.stats import funnel, proportion

settings.load_profile("ci")  # samma exempel varje gång, och ingen klocka

antal = st.integers(1, 5000)


@pytest.mark.parametrize(
    "n, nedre95, ovre95, nedre998, ovre998",
    [
        (1, 3.204264, 100, 0, 100),
        (18, 62.390093, 98.894803, 51.864359, 100),
        (102, 72.974925, 88.309971, 68.553233, 92.731663),
        (1008, 78.203374, 83.081521, 76.796814, 84.488082),
        (110000, 80.408963, 80.875933, 80.274317, 81.010578),
    ],
)
def test_andelarnas_granser_stammer_med_forlagans_tabell(n, nedre95, ovre95, nedre998, ovre998):
    # PHEindicatormethods (UKHSA), tests/testthat/testdata_funnel_prop_outputs.csv; helheten är 80,642448 %.
    granser = *funnel.proportion_limits(0.80642448, n), *funnel.proportion_limits(0.80642448, n, 0.998)
    assert [100 * g for g in granser] == pytest.approx([nedre95, ovre95, nedre998, ovre998], abs=2e-6)


def test_antalens_granser_stammer_med_forlagans_test():
    # FunnelPlotR (Mainey C), tests/testthat/test-poisson_limits.R: kvoter vid 15, 20 och 30 väntade.
    vantade = np.array([15, 20, 30])
    nedre, ovre = funnel.poisson_limits(vantade)
    assert list(np.round(nedre / vantade, 7)) == [0.5596924, 0.6108260, 0.6746958]
    assert list(np.round(ovre / vantade, 6)) == [1.649348, 1.544419, 1.427562]
    nedre, ovre = funnel.poisson_limits(vantade, 0.998)
    assert list(np.round(nedre / vantade, 7)) == [0.3862650, 0.4479107, 0.5289724]
    assert list(np.round(ovre / vantade, 6)) == [2.082907, 1.902094, 1.702771]


@pytest.mark.parametrize(
    "vantat, konfidens, plats, varde",
    [
        (200, 0.95, 0, 173.24086241121654),
        (500, 0.998, 1, 573.0274767209943),
        (1, 0.95, 1, 5.571644585),
    ],
)
def test_antalens_granser_ligger_inom_forlagans_stegrakning(vantat, konfidens, plats, varde):
    # PHStatsMethods (DHSC) och PHEindicatormethods söker roten stegvis och stannar efter sju siffror.
    assert funnel.poisson_limits(vantat, konfidens)[plats] == pytest.approx(varde, rel=3e-7)


@given(st.floats(0.01, 3000), st.floats(0.5, 0.999))
def test_antalens_granser_ar_chitvafordelningens(vantat, konfidens):
    svans = (1 - konfidens) / 2
    exakt = chi2.ppf(svans, 2 * vantat) / 2, chi2.ppf(1 - svans, 2 * vantat + 2) / 2
    assert funnel.poisson_limits(vantat, konfidens) == pytest.approx(exakt, rel=1e-9, abs=1e-300)


@given(st.floats(0.3, 0.7), st.integers(20, 5000))
def test_vid_gransen_nuddar_enhetens_wilsonintervall_helheten(helhet, n):
    nedre, ovre = funnel.proportion_limits(helhet, n)
    assert proportion.wilson(nedre * n, n)[1] == pytest.approx(helhet, abs=1e-9)
    assert proportion.wilson(ovre * n, n)[0] == pytest.approx(helhet, abs=1e-9)


@given(st.floats(0, 1), antal)
def test_granserna_omger_helheten_och_smalnar_med_antalet(helhet, n):
    nedre, ovre = funnel.proportion_limits(helhet, n)
    assert 0 <= nedre <= helhet <= ovre <= 1
    smal = funnel.proportion_limits(helhet, 2 * n)
    assert nedre <= smal[0]
    assert smal[1] <= ovre


def test_en_liten_enhet_ar_ingen_utstickare_dar_en_stor_med_samma_andel_ar_det():
    tratt = funnel.proportions([8, 160, 732], [20, 400, 1000])
    assert tratt.centre == pytest.approx(900 / 1420)
    assert tratt.outside == ("lower_95", "lower_998", "upper_998")
    assert funnel.proportions([5, 160, 735], [10, 400, 1000]).outside[0] is None


def test_en_enhet_utan_arenden_har_varken_granser_eller_dom():
    tratt = funnel.proportions([5, 0], [10, 0])
    assert math.isnan(tratt.lower_95[1])
    assert tratt.outside[1] is None


def test_farre_an_tio_enheter_ger_ingen_spridning_men_ett_skal():
    svar = funnel.dispersion([50] * 9, [100] * 9)
    assert (svar.phi, svar.tau2, svar.reason) == (None, None, "färre än 10 enheter")
    assert not funnel.proportions([10, 90] * 4, [100] * 8).adjusted


def test_lika_enheter_har_ingen_spridning_utover_slumpen():
    tratt = funnel.proportions([50] * 12, [100] * 12)
    assert (tratt.dispersion.phi, tratt.dispersion.tau2, tratt.adjusted) == (0, 0, False)


def test_spridningen_raknas_om_pa_det_enkla_sattet():
    """FunnelPlotR, R/OD_adjust_func.R, steg för steg: arcus sinus, winsoriserat z, phi och tau²."""
    x, n = [30, 55, 80, 62, 20, 90, 45, 70, 66, 38, 81], [100, 90, 120, 100, 60, 110, 100, 90, 100, 80, 130]
    mitt = math.asin(math.sqrt(sum(x) / sum(n)))
    z = sorted(
        (math.asin(math.sqrt(xi / ni)) - mitt) / (1 / (2 * math.sqrt(ni)))
        for xi, ni in zip(x, n, strict=True)
    )
    z = [min(max(v, z[1]), z[9]) for v in z]  # 10:e och 90:e percentilen av elva värden
    phi = sum(v * v for v in z) / 11
    w = [4 * ni for ni in n]
    tau2 = (11 * phi - 10) / (sum(w) - sum(v * v for v in w) / sum(w))
    svar = funnel.dispersion(x, n)
    assert (svar.phi, svar.tau2) == pytest.approx((phi, tau2), rel=1e-9)


def test_spridning_utover_slumpen_vidgar_granserna():
    x, n = [20, 80] * 6, [100] * 12
    tratt = funnel.proportions(x, n)
    utan = funnel.proportion_limits(tratt.centre, 100)
    assert tratt.adjusted
    assert tratt.lower_95[0] < utan[0] < utan[1] < tratt.upper_95[0]
    assert (tratt.lower_998 <= tratt.lower_95).all()
    assert (tratt.upper_998 >= tratt.upper_95).all()


@pytest.mark.parametrize(
    "anrop, argument",
    [
        (lambda: funnel.proportion_limits(1.2, 10), "centre"),
        (lambda: funnel.proportion_limits(0.5, 0), "n"),
        (lambda: funnel.proportion_limits(0.5, [10, math.nan]), "n"),
        (lambda: funnel.proportion_limits(0.5, 10, 95), "confidence"),
        (lambda: funnel.proportion_limits(0.5, "tio"), "n"),
        (lambda: funnel.poisson_limits("tio"), "expected"),
        (lambda: funnel.poisson_limits(0), "expected"),
        (lambda: funnel.poisson_limits([5, -1]), "expected"),
        (lambda: funnel.dispersion([1], [1, 2]), "x and n"),
        (lambda: funnel.dispersion([3], [2]), "x"),
        (lambda: funnel.proportions([0], [0]), "n"),
        (lambda: funnel.proportions([None], [5]), "x"),
    ],
)
def test_fel_argument_namnges(anrop, argument):
    with pytest.raises(ValueError, match=rf"^{argument} "):
        anrop()


# --- kvoter ---------------------------------------------------------------------------------------------

HANDELSER = [10, 12, 60, 9, 31, 4, 18, 75, 22, 40, 3, 16]
EXPONERING = [100, 110, 105, 40, 150, 60, 90, 160, 130, 120, 20, 80]


def test_kvoternas_granser_ar_poissons_kring_helhetens_kvot():
    svar = funnel.rates(HANDELSER[:4], EXPONERING[:4])
    assert svar.centre == pytest.approx(91 / 355)
    for niva, nedre, ovre in ((0.95, svar.lower_95, svar.upper_95), (0.998, svar.lower_998, svar.upper_998)):
        vantat = funnel.poisson_limits([n * svar.centre for n in EXPONERING[:4]], niva)
        for gransen, antalet in zip((nedre, ovre), vantat, strict=True):
            assert list(gransen) == pytest.approx([a / n for a, n in zip(antalet, EXPONERING, strict=False)])
    assert svar.outside == ("lower_998", "lower_998", "upper_998", None)


def test_kvoternas_spridning_utover_slumpen_vidgar_granserna_pa_rotskalan():
    svar = funnel.rates(HANDELSER, EXPONERING)
    helheten = sum(HANDELSER) / sum(EXPONERING)
    z = [
        ((x / (n * helheten)) ** 0.5 - 1) * 2 * (n * helheten) ** 0.5
        for x, n in zip(HANDELSER, EXPONERING, strict=True)
    ]
    z = np.clip(z, *np.quantile(z, (0.1, 0.9)))
    w = [4 * n * helheten for n in EXPONERING]
    tau2 = (sum(z**2) - 11) / (sum(w) - sum(v**2 for v in w) / sum(w))
    assert (svar.dispersion.phi, svar.dispersion.tau2) == pytest.approx((sum(z**2) / 12, tau2))
    halva = 1.959963984540054 * (1 / w[0] + tau2) ** 0.5
    assert svar.upper_95[0] == pytest.approx(helheten * (1 + halva) ** 2)
    assert svar.adjusted
