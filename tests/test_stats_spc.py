"""Styrdiagram: gränser mot publicerade värden, Anhøjs regler, slumpen och felen."""

import math
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from kvalitet_metrics.stats import chance, spc

settings.load_profile("ci")  # samma exempel varje gång, och ingen klocka

UTSTICKARE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
LUGN = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51]

# Montgomery DC, Introduction to Statistical Quality Control (6 uppl.), exempel 6.5, 7.1 och 7.3.
LANEKOSTNAD = [
    310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301,
    304,
]  # fmt: skip
JUICEBURKAR = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6,
]  # fmt: skip
KRETSKORT = [
    21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19,
    17, 15,
]  # fmt: skip

serier = st.lists(st.integers(0, 1000).map(float), min_size=2, max_size=40)


def avrundat(*tal: float, decimaler: int = 4) -> list[float]:
    return [round(t, decimaler) for t in tal]


# --- gränser -------------------------------------------------------------------------------------------


def test_granserna_stammer_med_publicerat_exempel():
    # NHSRplotthedots, vignettes/deviations.Rmd: medel 1,94, gränser -0,72 och 4,6.
    d = spc.xmr(UTSTICKARE)
    assert avrundat(d.mean, d.lower, decimaler=2) == [1.94, -0.72]
    assert round(d.upper, 1) == 4.6


def test_utan_sallning_blir_granserna_vidare_som_i_excelverktyget():
    d = spc.xmr(UTSTICKARE, screen=False)
    assert avrundat(d.lower, d.upper, decimaler=2) == [-3.06, 6.95]


def test_xmr_stammer_med_montgomerys_exempel():
    d = spc.xmr(LANEKOSTNAD)
    assert avrundat(d.mean, d.lower, d.upper, decimaler=1) == [300.5, 279.8, 321.2]


def test_nara_granserna_ligger_pa_tva_tredjedelar():
    d = spc.xmr(LUGN)
    assert d.near_upper - d.mean == pytest.approx((d.upper - d.mean) * 2 / 3)
    assert d.mean - d.near_lower == pytest.approx((d.mean - d.lower) * 2 / 3)


def test_p_diagrammet_stammer_med_montgomerys_exempel():
    d = spc.p_chart(JUICEBURKAR, [50] * 30)
    assert avrundat(d.mean[0], d.lower[0], d.upper[0]) == [0.2313, 0.0524, 0.4102]
    assert [i + 1 for i, s in enumerate(d.signals) if s == "outside"] == [15, 23]


def test_c_diagrammet_stammer_med_montgomerys_exempel():
    d = spc.c_chart(KRETSKORT)
    assert avrundat(d.mean[0], d.lower[0], d.upper[0], decimaler=2) == [19.85, 6.48, 33.21]
    assert [i + 1 for i, s in enumerate(d.signals) if s == "outside"] == [6, 20]


def test_u_diagrammet_stammer_med_montgomerys_exempel():
    # Exempel 7.4 i 3:e uppl.: 193 fel i 20 stickprov om 5 datorer; medel 1,93, gränser 0,07 och 3,79.
    d = spc.u_chart([193 - 19 * 10] + [10] * 19, [5] * 20)
    assert avrundat(d.mean[0], d.lower[0], d.upper[0], decimaler=2) == [1.93, 0.07, 3.79]


def test_granserna_vidgas_dar_arendena_ar_fa():
    d = spc.p_chart([5, 50], [10, 100])
    assert d.upper[0] > d.upper[1] > d.mean[0] > d.lower[1] > d.lower[0]


def test_p_prim_raknas_om_pa_det_enkla_sattet():
    """Laney, steg för steg, utan numpy."""
    x, n = [812, 790, 905, 640, 777], [1000, 1020, 1100, 800, 950]
    p = sum(x) / sum(n)
    sigma = [math.sqrt(p * (1 - p) / ni) for ni in n]
    z = [(xi / ni - p) / s for xi, ni, s in zip(x, n, sigma, strict=True)]
    mellan = sum(abs(b - a) for a, b in pairwise(z)) / 4 / 1.128
    d = spc.p_prime_chart(x, n)
    assert d.upper == pytest.approx([p + 3 * s * mellan for s in sigma], rel=1e-9)
    assert d.lower == pytest.approx([p - 3 * s * mellan for s in sigma], rel=1e-9)


def test_p_prim_larmar_inte_om_allt_dar_arendena_ar_mycket_manga():
    x, n = [50_000, 52_000, 49_000, 51_500, 50_500, 48_500], [100_000] * 6
    assert spc.p_chart(x, n).signals.count("outside") >= 3
    assert spc.p_prime_chart(x, n).signals.count("outside") == 0


@pytest.mark.parametrize("x", [0, 10])
def test_p_prim_med_ingen_eller_alla_har_granser_pa_medel(x):
    d = spc.p_prime_chart([x] * 4, [10] * 4)
    assert set(d.lower) == set(d.upper) == {x / 10}
    assert set(d.signals) == {None}


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 500)), min_size=2, max_size=30))
def test_andelars_granser_haller_sig_mellan_noll_och_ett(rader):
    x, n = zip(*rader, strict=True)
    for d in (spc.p_chart(x, n), spc.p_prime_chart(x, n)):
        assert all(0 <= u <= m <= o <= 1 for u, m, o in zip(d.lower, d.mean, d.upper, strict=True))
    assert min(spc.u_chart(x, n).lower) >= 0
    assert min(spc.c_chart(x).lower) >= 0


@given(serier, st.sampled_from(["up", "down", "neutral"]))
def test_skala_och_enhet_andrar_inget_utslag(serie, riktning):
    i_dagar, i_timmar = spc.xmr(serie, riktning), spc.xmr([v * 24 for v in serie], riktning)
    assert i_timmar.signals == i_dagar.signals
    assert i_timmar.upper == pytest.approx(i_dagar.upper * 24, abs=1e-6)


@given(serier)
def test_upp_och_ned_ar_varandras_spegelbild(serie):
    rakt, spegel = spc.xmr(serie, "up"), spc.xmr([-v for v in serie], "down")
    assert (rakt.signals, rakt.types) == (spegel.signals, spegel.types)


@given(st.floats(0.001, 1000), st.integers(2, 40))
def test_en_serie_som_star_stilla_har_inga_utslag(varde, antal):
    assert set(spc.xmr([varde] * antal).signals) == {None}


# --- Anhøj ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "n, langsta, korsningar", [(10, 6, 2), (12, 7, 3), (20, 7, 6), (24, 8, 8), (50, 9, 19), (100, 10, 41)]
)
def test_anhojs_granser_stammer_med_tabellen(n, langsta, korsningar):
    # qicharts2 (Anhøj J), vinjettens bilaga 2, och dess exempel med 24 punkter: 8 och 8.
    d = spc.runs([1, -1] * (n // 2))
    assert (d.useful, d.longest_run_limit, d.crossings_limit) == (n, langsta, korsningar)


@given(st.integers(2, 300))
def test_gransen_for_korsningar_ar_binomialfordelningens(n):
    assert spc.runs([1, -1] * n).crossings_limit == binom.ppf(0.05, 2 * n - 1, 0.5)


def test_punkter_pa_medianen_raknas_inte():
    d = spc.runs([1, 3, 2, 3, 1, 2, 1])
    assert (d.useful, d.longest_run, d.crossings) == (5, 2, 2)


def test_ett_langt_lopp_eller_for_fa_korsningar_ar_utslag():
    assert spc.runs([1, 2] * 6 + [8, 9] * 6).signal
    assert spc.runs([1, 1, 1, 1, 9, 9, 9, 9, 1, 1, 1, 1, 9, 9, 9, 9, 1, 1, 1, 1, 9, 9, 9, 9]).signal
    assert not spc.runs([1, 9, 2, 8, 9, 1, 2, 9, 8, 1, 2, 9]).signal


@pytest.mark.parametrize("ritad, langsta, korsningar, utslag", [
    ("---++++++++-+-+-+-+-----", 8, 10, False),  # så långt som gränsen tillåter
    ("---+++++++++-+-+-+------", 9, 8, True),  # en punkt för långt
    ("---++++++++-++-+-+------", 8, 8, False),  # så få korsningar som gränsen tillåter
    ("---++++-++++-++--++-----", 5, 8, False),
    ("---++++-+++++++---+-----", 7, 6, True),  # för få
])  # fmt: skip
def test_pa_gransen_ar_inget_utslag(ritad, langsta, korsningar, utslag):
    d = spc.runs([1 if tecken == "+" else -1 for tecken in ritad])
    assert (d.useful, d.longest_run, d.crossings, d.signal) == (24, langsta, korsningar, utslag)


def test_en_serie_som_star_stilla_har_inga_lopp():
    assert spc.runs([5, 5, 5]) == spc.Runs(0, None, None, None, None, False)


@given(serier)
def test_lopp_och_korsningar_raknas_om_pa_det_enkla_sattet(serie):
    median = sorted(serie)[(len(serie) - 1) // 2] / 2 + sorted(serie)[len(serie) // 2] / 2
    sidor = [v > median for v in serie if v != median]
    lopp, langsta = 0, 0
    for i, sida in enumerate(sidor):
        lopp = lopp + 1 if i and sida == sidor[i - 1] else 1
        langsta = max(langsta, lopp)
    d = spc.runs(serie)
    assert d.useful == len(sidor)
    assert (d.longest_run or 0) == langsta
    assert (d.crossings or 0) == sum(a != b for a, b in pairwise(sidor))


# --- slumpen och fel -----------------------------------------------------------------------------------


def test_slumpens_andel_utslag_ar_den_som_sags():
    import numpy as np

    slump = np.random.default_rng(1924)
    for punkter in (12, 24):
        serier_ = slump.normal(size=(1500, punkter))
        andel = sum(spc.xmr(s).signals[-1] is not None for s in serier_) / 1500
        assert andel == pytest.approx(chance.MARKED_BY_CHANCE, abs=0.009)


@pytest.mark.parametrize(
    "anrop, argument",
    [
        (lambda: spc.xmr([]), "values"),
        (lambda: spc.xmr([5]), "values"),
        (lambda: spc.xmr([5, None, 6]), "values"),
        (lambda: spc.xmr([1, math.inf]), "values"),
        (lambda: spc.xmr(["a", "b"]), "values"),
        (lambda: spc.xmr([[1], [1, 2]]), "values"),
        (lambda: spc.xmr(LUGN, "hogre"), "direction"),
        (lambda: spc.xmr(LUGN, "up", math.nan), "target"),
        (lambda: spc.xmr(LUGN, "up", "90 %"), "target"),
        (lambda: spc.xmr_in_steps(LUGN, [spc.Step(0, date(2025, 1, 1), "Ny lag")]), "steps"),
        (lambda: spc.xmr_in_steps(LUGN, [spc.Step(12, date(2025, 1, 1), "Ny lag")]), "steps"),
        (lambda: spc.p_chart([1, 2], [3]), "x and n"),
        (lambda: spc.p_chart([4], [3]), "x"),
        (lambda: spc.p_chart([-1], [3]), "x"),
        (lambda: spc.p_chart([0], [0]), "n"),
        (lambda: spc.p_chart([None], [3]), "x"),
        (lambda: spc.p_chart([None], [None]), "x"),
        (lambda: spc.p_prime_chart([4, 1], [3, 3]), "x"),
        (lambda: spc.p_prime_chart([1], [3]), "x"),
        (lambda: spc.u_chart([1], [0]), "n"),
        (lambda: spc.c_chart([-1]), "x"),
        (lambda: spc.c_chart([None]), "x"),
        (lambda: spc.runs([None]), "values"),
        (lambda: chance.expected(-1), "tests"),
        (lambda: chance.expected_signals(-1), "indicators"),
    ],
)
def test_fel_argument_namnges(anrop, argument):
    with pytest.raises(ValueError, match=rf"^{argument} "):
        anrop()


# --- värden ur de öppna förlagornas egna tester ---------------------------------------------------------

RNORM = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
    -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
    0.49785048, -1.96661716, 0.70135590, -0.47279141,
]  # fmt: skip


@pytest.mark.parametrize(
    ("varden", "vantat"),
    [
        (list(range(1, 11)), (5.5, 2.84, 8.16, 3.7266666666666666, 7.273333333333333)),
        (list(range(10, 0, -1)), (5.5, 2.84, 8.16, 3.7266666666666666, 7.273333333333333)),
        ([1, 2, 3, 4, 5, 4, 3, 2, 1, 2], (2.7, 0.04, 5.36, 0.9266666666666667, 4.473333333333334)),
        ([1, 2, 3], (2.0, -0.66, 4.66, 0.22666666666666657, 3.7733333333333334)),
        (list(range(20)), (9.5, 6.84, 12.16, 7.726666666666667, 11.273333333333333)),
        (
            [3, 1, 4, 1, 5, 9, 2],
            (
                3.5714285714285716,
                -6.625238095238096,
                13.768095238095238,
                -3.2263492063492065,
                10.36920634920635,
            ),
        ),
        (
            [1, 2, 3, 2, 1, 2, 3, 4, 5, 6, 7, 4, 3, 2, 1, 2],
            (3.0, -0.014666666666666828, 6.014666666666667, 0.9902222222222221, 5.009777777777778),
        ),
    ],
)
def test_enskilda_varden_har_granserna_i_nhspy_plotthedots_tester(varden, vantat):
    x = spc.xmr(varden, screen=False)
    assert (x.mean, x.lower, x.upper, x.near_lower, x.near_upper) == pytest.approx(vantat, rel=1e-12)
    x = spc.xmr([-v for v in varden], screen=False)
    assert (-x.mean, -x.upper, -x.lower) == pytest.approx(vantat[:3], rel=1e-12)


@pytest.mark.parametrize(
    ("serie", "vantat"),
    [
        (RNORM, (0.142, -3.01, 3.29)),
        (RNORM[:10], (0.0746, -2.60, 2.75)),
        (RNORM[10:], (0.209, -3.28, 3.70)),
    ],
)
def test_enskilda_varden_har_granserna_i_nhsrplotthedots_ogonblicksbilder(serie, vantat):
    x = spc.xmr(serie, "up")
    ritat = tuple(float(f"{v:.3g}") for v in (x.mean, x.lower, x.upper))
    assert ritat == vantat
    assert set(x.types) == {"common_cause"}


def test_manaden_utanfor_granserna_i_nhs_exempel_ar_den_enda_signalen():
    x = spc.xmr([89, 86, 75, 77, 81, 74, 72, 78, 76, 82, 77, 54, 66, 77, 86])
    assert (round(x.mean, 2), round(x.lower), round(x.upper)) == (76.67, 57, 96)
    assert [i for i, s in enumerate(x.signals) if s] == [11]
