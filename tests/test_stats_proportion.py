"""Andelars intervall: publicerade värden, egenskaper som alltid ska gälla, och fel som namnger argumentet."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from kvalitet_metrics.stats import proportion

settings.load_profile("ci")  # samma exempel varje gång, och ingen klocka

NIO_SIFFROR = 1e-9


@st.composite
def andelar(draw, storst: int = 2000) -> tuple[int, int]:
    n = draw(st.integers(1, storst))
    return draw(st.integers(0, n)), n


def test_wilson_ger_det_publicerade_vardet():
    # PHEindicatormethods (UKHSA), testdata för wilson_lower och wilson_upper: 65 av 100.
    assert proportion.wilson(65, 100) == pytest.approx(
        (0.5525444329688797, 0.7363575175690247), rel=NIO_SIFFROR
    )


@pytest.mark.parametrize(
    "x, n, nedre, ovre",
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_stammer_med_newcombes_tabell(x, n, nedre, ovre):
    # Newcombe RG, Stat Med 1998;17:857-872, tabell I, metod 3.
    assert [round(g, 4) for g in proportion.wilson(x, n)] == [nedre, ovre]


@pytest.mark.parametrize(
    "x1, n1, x2, n2, nedre, ovre",
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0000),
        (10, 10, 0, 10, 0.6075, 1.0000),
    ],
)
def test_skillnaden_stammer_med_newcombes_tabell(x1, n1, x2, n2, nedre, ovre):
    # Newcombe RG, Stat Med 1998;17:873-890, tabell II, metod 10.
    skillnad, *granser = proportion.difference(x1, n1, x2, n2)
    assert skillnad == pytest.approx(x1 / n1 - x2 / n2)
    assert [round(g, 4) for g in granser] == [nedre, ovre]


@given(andelar())
def test_intervallet_innehaller_andelen_och_haller_sig_mellan_noll_och_ett(xn):
    x, n = xn
    nedre, ovre = proportion.wilson(x, n)
    assert 0 <= nedre <= x / n <= ovre <= 1


@given(andelar())
def test_intervallet_for_ja_ar_spegelbilden_av_det_for_nej(xn):
    x, n = xn
    nedre, ovre = proportion.wilson(x, n)
    assert proportion.wilson(n - x, n) == pytest.approx((1 - ovre, 1 - nedre), abs=1e-12)


@given(andelar(300), st.integers(2, 20))
def test_fler_arenden_ger_smalare_intervall(xn, ganger):
    x, n = xn
    smalt, brett = proportion.wilson(x * ganger, n * ganger), proportion.wilson(x, n)
    assert smalt[1] - smalt[0] < brett[1] - brett[0]


@given(andelar(), st.floats(0.5, 0.98))
def test_hogre_konfidens_ger_bredare_intervall(xn, konfidens):
    inre, yttre = proportion.wilson(*xn, konfidens), proportion.wilson(*xn, konfidens + 0.019)
    assert yttre[0] <= inre[0]
    assert inre[1] <= yttre[1]


@given(andelar())
def test_gransen_ar_den_andel_som_poangtestet_natt_och_jamnt_godtar(xn):
    """Räknat åt andra hållet: vid gränsen p är |x/n − p| = z·√(p(1 − p)/n)."""
    x, n = xn
    for p in proportion.wilson(x, n):
        assert abs(x / n - p) == pytest.approx(norm.ppf(0.975) * math.sqrt(p * (1 - p) / n), abs=1e-9)


def test_ingen_och_alla_ger_exakt_noll_och_exakt_ett():
    for n in range(1, 200):
        for konfidens in (0.56, 0.95, 0.998):  # vid 0,56 lämnar avrundningen annars kvar 1e-17
            assert proportion.wilson(0, n, konfidens)[0] == 0
            assert proportion.wilson(n, n, konfidens)[1] == 1


@given(st.lists(andelar(), min_size=1, max_size=20))
def test_kolumnen_ger_samma_svar_som_raderna(rader):
    x, n = zip(*rader, strict=True)
    nedre, ovre = proportion.wilson_array(x, n)
    assert list(zip(nedre, ovre, strict=True)) == [proportion.wilson(*rad) for rad in rader]


def test_kolumnen_har_nan_dar_uppgift_saknas_eller_inga_arenden_finns():
    nedre, ovre = proportion.wilson_array([3, None, 0, np.nan, 5], [10, 10, 0, 4, None])
    assert list(np.isnan(nedre)) == [False, True, True, True, True]
    assert list(np.isnan(ovre)) == [False, True, True, True, True]
    for kolumn in ([3, pd.NA], pd.Series([3, None], dtype="Int32")):
        assert list(np.isnan(proportion.wilson_array(kolumn, [10, 10])[0])) == [False, True]


@given(andelar(), andelar())
def test_skillnadens_intervall_innehaller_skillnaden_och_byter_tecken_med_ordningen(ett, tva):
    skillnad, nedre, ovre = proportion.difference(*ett, *tva)
    assert -1 - 1e-12 <= nedre <= skillnad <= ovre <= 1 + 1e-12
    assert proportion.difference(*tva, *ett) == pytest.approx((-skillnad, -ovre, -nedre), abs=1e-12)


def test_hela_gruppen_granskad_har_ingen_osakerhet_kvar():
    assert proportion.wilson_of_population(13, 20, 20) == (0.65, 0.65)


@given(andelar(200), st.integers(1, 1000))
def test_kand_helhet_ger_smalare_intervall_som_innehaller_andelen(xn, ovriga):
    x, n = xn
    nedre, ovre = proportion.wilson_of_population(x, n, n + ovriga)
    utan = proportion.wilson(x, n)
    assert utan[0] - 1e-12 <= nedre <= x / n <= ovre <= utan[1] + 1e-12


def test_halva_gruppen_granskad_vager_som_ett_nastan_dubbelt_sa_stort_stickprov():
    # Cochran (1977): variansen krymper med (N - n)/(N - 1), här 50/99.
    vantat = proportion.wilson(20 * 99 / 50, 50 * 99 / 50)
    assert proportion.wilson_of_population(20, 50, 100) == pytest.approx(vantat, rel=1e-12)


def test_stickprov_ur_en_mycket_stor_helhet_ar_som_ett_vanligt():
    assert proportion.wilson_of_population(65, 100, 10**12) == pytest.approx(
        proportion.wilson(65, 100), rel=1e-9
    )


@pytest.mark.parametrize(
    "anrop, argument",
    [
        (lambda: proportion.wilson(-1, 10), "x"),
        (lambda: proportion.wilson(1, 0), "n"),
        (lambda: proportion.wilson(1, -5), "n"),
        (lambda: proportion.wilson(11, 10), "x"),
        (lambda: proportion.wilson(None, 10), "x"),
        (lambda: proportion.wilson(1, math.nan), "n"),
        (lambda: proportion.wilson("1", 10), "x"),
        (lambda: proportion.wilson(1, 10**400), "n"),
        (lambda: proportion.wilson(1, 10, 95), "confidence"),
        (lambda: proportion.wilson(1, 10, 1), "confidence"),
        (lambda: proportion.wilson_array([1, 2], [3]), "x and n"),
        (lambda: proportion.wilson_array([1, 4], [3, 3]), "x"),
        (lambda: proportion.wilson_array([1], [-3]), "n"),
        (lambda: proportion.wilson_array([1], [math.inf]), "n"),
        (lambda: proportion.wilson_array([[1]], [[3]]), "x"),
        (lambda: proportion.wilson_array(["ett"], [3]), "x"),
        (lambda: proportion.difference(0, 0, 1, 2), "n1"),
        (lambda: proportion.difference(1, 2, 3, 2), "x2"),
        (lambda: proportion.difference(1, 2, None, 2), "x2"),
        (lambda: proportion.wilson_of_population(5, 10, 9), "n"),
        (lambda: proportion.wilson_of_population(None, 5, 10), "x"),
        (lambda: proportion.wilson_of_population(5, 10, 0), "population"),
        (lambda: proportion.wilson_of_population(11, 10, 10), "x/n"),
    ],
)
def test_fel_argument_namnges(anrop, argument):
    with pytest.raises(ValueError, match=rf"^{argument} "):
        anrop()


def test_skillnaden_mellan_lika_ar_larobokens():
    # Rothman, Greenland & Lash, Modern Epidemiology (3 uppl.), tabell 15-1, 90 %, som metafor räknar den.
    svar = proportion.stratified_difference([8, 22], [106, 98], [5, 16], [120, 85], 0.9)
    assert svar == pytest.approx((0.0349, -0.0176, 0.0874), abs=5e-5)


@given(st.integers(1, 60), st.data())
def test_med_ett_skikt_ar_skillnaden_mellan_lika_skillnaden(n, data):
    x1, x2 = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    skillnad, nedre, ovre = proportion.stratified_difference([x1, 0], [n, 0], [x2, 3], [n, 5])
    p1, p2 = x1 / n, x2 / n
    halva = 1.959963984540054 * math.sqrt((p1 * (1 - p1) + p2 * (1 - p2)) / n)
    assert skillnad == pytest.approx(p1 - p2)
    assert (nedre, ovre) == pytest.approx((max(-1, skillnad - halva), min(1, skillnad + halva)))


def test_en_skillnad_som_bara_beror_pa_skikten_forsvinner():
    # Simpsons paradox: lika inom varje skikt, olika tillsammans.
    skillnad, nedre, ovre = proportion.stratified_difference([9, 20], [10, 100], [90, 2], [100, 10])
    assert skillnad == pytest.approx(0)
    assert nedre < 0 < ovre


@pytest.mark.parametrize(
    "x1, n1, x2, n2, namn",
    [
        ([1], [0], [1], [2], "x1"),
        ([1], [2], [3], [2], "x2"),
        ([0], [0], [1], [2], "n1"),
        ([1], [2], [1, 1], [2], "x1"),
    ],
)
def test_skikt_som_inte_gar_att_jamfora_ar_fel(x1, n1, x2, n2, namn):
    with pytest.raises(ValueError, match=namn):
        proportion.stratified_difference(x1, n1, x2, n2)
