"""Medel, median och percentiler av tider."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from kvalitet_metrics.stats import mean

settings.load_profile("ci")  # samma exempel varje gång, och ingen klocka

dagar = st.lists(st.integers(0, 400), min_size=2, max_size=60)


def test_medel_med_students_t_som_i_forlagan():
    # Exemplet i PHEindicatormethods (UKHSA), R/Means.R: 30, 40, 50, 60; t(3) = 3,182446305284263 i tabell.
    medel, nedre, ovre = mean.student_t([30, 40, 50, 60])
    halva = 3.182446305284263 * np.std([30, 40, 50, 60], ddof=1) / 2
    assert (medel, nedre, ovre) == pytest.approx((45, 45 - halva, 45 + halva), rel=1e-9)


@pytest.mark.parametrize(
    "n, nedre, ovre", [(6, 1, 6), (10, 2, 9), (15, 4, 12), (20, 6, 15), (30, 10, 21), (50, 18, 33)]
)
def test_medianens_intervall_har_tabellens_ordningsnummer(n, nedre, ovre):
    # Altman DG m.fl., Statistics with Confidence (2 uppl.), tabell 18.3: 95 % för medianen.
    assert mean.quantile(range(1, n + 1)) == ((n + 1) / 2, nedre, ovre)


def test_for_fa_varden_har_inget_intervall():
    assert mean.quantile([1, 2, 3, 4, 5]) == (3, None, None)


def test_hoga_percentiler_av_fa_varden_saknar_ovre_grans():
    _, nedre, ovre = mean.quantile(range(1, 21), q=0.9)
    assert nedre is not None
    assert ovre is None


@given(dagar, st.sampled_from([0.5, 0.75, 0.9]))
def test_percentilen_ligger_i_sitt_intervall_som_har_lovad_tackning(tider, q):
    varde, nedre, ovre = mean.quantile(tider, q)
    assert nedre is None or nedre <= varde
    assert ovre is None or varde <= ovre
    n = len(tider)
    under = {r: binom.cdf(r - 1, n, q) for r in range(1, n + 2)}
    if nedre is not None and ovre is not None and len(set(tider)) == n:
        ordnade = sorted(tider)
        tackning = under[ordnade.index(ovre) + 1] - under[ordnade.index(nedre) + 1]
        assert tackning >= 0.95


@given(dagar, st.randoms())
def test_medel_och_median_ar_samma_till_sista_decimalen_i_vilken_ordning_tiderna_an_kommer(tider, slump):
    blandat = [None, *slump.sample(tider, len(tider)), float("nan")]
    assert mean.student_t(blandat) == mean.student_t(tider)
    assert mean.quantile(blandat) == mean.quantile(tider)


@pytest.mark.parametrize(
    "anrop, argument",
    [
        (lambda: mean.student_t([5]), "values"),
        (lambda: mean.student_t([None, None]), "values"),
        (lambda: mean.quantile([]), "values"),
        (lambda: mean.quantile([1, 2], q=1.5), "q"),
        (lambda: mean.student_t([1, 2], confidence=95), "confidence"),
    ],
)
def test_fel_argument_namnges(anrop, argument):
    with pytest.raises(ValueError, match=rf"^{argument} "):
        anrop()
