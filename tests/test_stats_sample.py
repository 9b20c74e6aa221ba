"""Planerad granskning: hur många ärenden, och vilka."""

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from kvalitet_metrics.stats import sample

settings.load_profile("ci")  # samma exempel varje gång, och ingen klocka

grupper = st.dictionaries(
    st.sampled_from(["flickor", "pojkar", "kvinnor", "män", "okänt"]), st.integers(0, 200), min_size=1
)


@pytest.mark.parametrize(
    "marginal, helhet, svar",
    [
        (0.05, None, 385),
        (0.03, None, 1068),
        (0.1, None, 97),
        (0.05, 500, 218),
        (0.05, 1000, 278),
        (0.05, 10_000, 370),
        (0.05, 100_000, 383),
        (0.05, 1, 1),
    ],
)
def test_stickprovet_ar_det_som_tabellerna_anger(marginal, helhet, svar):
    # Krejcie RV & Morgan DW, Educ Psychol Meas 1970;30:607-610, avrundat uppåt; utan helhet: Cochran (1977).
    assert sample.size(marginal, population=helhet) == svar


@given(st.floats(0.01, 0.4), st.floats(0.05, 0.95), st.integers(1, 5000))
def test_stickprovet_racker_och_ett_arende_farre_racker_inte(marginal, andel, helhet):
    def marginal_med(n: int) -> float:
        korrektion = (helhet - n) / (helhet - 1) if helhet > 1 else 0
        return norm.ppf(0.975) * math.sqrt(andel * (1 - andel) / n * korrektion)

    n = sample.size(marginal, andel, helhet)
    assert 1 <= n <= helhet
    assert marginal_med(n) <= marginal * (1 + 1e-6)
    assert n == 1 or marginal_med(n - 1) > marginal * (1 - 1e-6)


@given(st.floats(0.01, 0.4), st.integers(1, 5000))
def test_en_kand_helhet_kraver_aldrig_fler(marginal, helhet):
    assert sample.size(marginal, population=helhet) <= min(helhet, sample.size(marginal))


@given(st.floats(0.01, 0.4), st.floats(0.05, 0.95), st.one_of(st.none(), st.integers(2, 5000)))
def test_marginalen_ar_sa_stor_som_stickprovet_planerades_for(marginal, andel, helhet):
    n = sample.size(marginal, andel, helhet)
    assert sample.margin(n, andel, helhet) <= marginal * (1 + 1e-6)
    assert n == 1 or sample.margin(n - 1, andel, helhet) > marginal * (1 - 1e-6)


@pytest.mark.parametrize(
    "n, helhet, marginal", [(20, None, 0.2191), (20, 455, 0.2145), (79, 455, 0.1003), (7, 7, 0), (9, 7, 0)]
)
def test_marginalen_for_ett_antal(n, helhet, marginal):
    # 1,96·√(0,25/n)·√((N − n)/(N − 1)): Cochran (1977), ch. 2.8.
    assert sample.margin(n, population=helhet) == pytest.approx(marginal, abs=5e-5)


@given(grupper, st.integers(0, 300), st.randoms(use_true_random=False))
def test_fordelningen_beror_inte_pa_gruppernas_ordning(arenden, antal, slump):
    andra = list(arenden)
    slump.shuffle(andra)
    assert sample.allocate({g: arenden[g] for g in andra}, antal) == sample.allocate(arenden, antal)


@given(grupper, st.integers(0, 300))
def test_fordelningen_gar_jamnt_ut_och_glommer_ingen_grupp(arenden, antal):
    dragna = sample.allocate(arenden, antal)
    assert sum(dragna.values()) == min(antal, sum(arenden.values()))
    assert all(0 <= dragna[g] <= arenden[g] for g in arenden)
    if antal >= len(arenden):
        assert all(dragna[g] >= 1 for g in arenden if arenden[g])


def test_fordelningen_foljer_gruppernas_storlek():
    assert sample.allocate({"flickor": 50, "pojkar": 30, "okänt": 20}, 10) == {
        "flickor": 5,
        "pojkar": 3,
        "okänt": 2,
    }


ARENDEN = [f"ärende {i}" for i in range(100)]
KON = ["flickor"] * 60 + ["pojkar"] * 40


def test_samma_fro_drar_samma_arenden_i_vilken_ordning_listan_an_star():
    dragna = {ARENDEN[i] for i in sample.draw(ARENDEN, KON, 20, seed=2025)}
    omvant = {ARENDEN[::-1][i] for i in sample.draw(ARENDEN[::-1], KON[::-1], 20, seed=2025)}
    assert dragna == omvant
    assert dragna != {ARENDEN[i] for i in sample.draw(ARENDEN, KON, 20, seed=2026)}


def test_dragningen_haller_sig_till_fordelningen_och_drar_ingen_tva_ganger():
    dragna = sample.draw(ARENDEN, KON, 20, seed=1)
    assert dragna == sorted(set(dragna))
    assert Counter(KON[i] for i in dragna) == {"flickor": 12, "pojkar": 8}


def test_dragningen_ar_den_som_den_alltid_har_varit():
    """En granskning ska kunna dras om ett år senare; ändras detta går äldre protokoll inte att följa."""
    assert sample.draw(ARENDEN[:10], ["a"] * 10, 4, seed=1) == [0, 4, 7, 8]


def test_alla_arenden_har_samma_chans():
    antal = Counter(
        i for fro in range(3000) for i in sample.draw(ARENDEN[:10], ["a"] * 6 + ["b"] * 4, 5, seed=fro)
    )
    assert all(n == pytest.approx(1500, abs=120) for n in antal.values())


@pytest.mark.parametrize(
    "anrop, argument",
    [
        (lambda: sample.size(0), "margin"),
        (lambda: sample.size(5), "margin"),
        (lambda: sample.size(0.05, share=50), "share"),
        (lambda: sample.size(0.05, population=0), "population"),
        (lambda: sample.size(0.05, confidence=95), "confidence"),
        (lambda: sample.margin(0), "cases"),
        (lambda: sample.margin(5, population=0), "population"),
        (lambda: sample.allocate({"a": 1}, -1), "total"),
        (lambda: sample.allocate({"a": -1}, 1), r"cases\['a'\]"),
        (lambda: sample.draw(["a"], ["x", "y"], 1, seed=1), "keys and strata"),
        (lambda: sample.draw(["a", "a"], ["x", "y"], 1, seed=1), "keys"),
    ],
)
def test_fel_argument_namnges(anrop, argument):
    with pytest.raises(ValueError, match=rf"^{argument} "):
        anrop()
