"""Fler av förlagornas publicerade tal: intervall, trattar, styrdiagram med sina signaler, och jämförelser."""

from itertools import pairwise

import numpy as np
import pytest

from kvalitet_metrics.stats import benchmark, funnel, proportion, rate, spc, trend

# --- intervall ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "x, n, nedre, ovre",
    [
        (53185, 59028, 89.8578, 90.3396),
        (51767, 57508, 89.7694, 90.2594),
        (53681, 59074, 90.6358, 91.1004),
        (55865, 60511, 92.1072, 92.5315),
        (57274, 61834, 92.4168, 92.8288),
    ],
)
def test_andelarnas_intervall_ar_webbplatsens(x, n, nedre, ovre):
    # FingertipsNext (DHSC), TrendAnalysisApp.UnitTests, IndicatorTestData.cs: vaccinerade barn.
    assert [round(100 * g, 4) for g in proportion.wilson(x, n)] == [nedre, ovre]


@pytest.mark.parametrize(
    "x, n, nedre, ovre",
    [
        (1502, 49866388, 2.8616, 3.1683),
        (1415, 49300918, 2.7225, 3.0237),
        (1344, 48753376, 2.6113, 2.9082),
        (1416, 48246126, 2.7841, 3.0919),
    ],
)
def test_kvoternas_intervall_ar_webbplatsens(x, n, nedre, ovre):
    # FingertipsNext (DHSC), samma fil: förlorad syn per 100 000.
    assert [round(g, 4) for g in rate.interval(x, n, per=100_000)] == [nedre, ovre]


def test_pythonutgavans_andelar_och_kvoter():
    # PHStatsMethods (DHSC), archive/tests_old.py: 100 av 10 000, 100 av 1 000 (per 10) och per 100 000.
    assert proportion.wilson(100, 10_000) == pytest.approx(
        (0.008229336148148417, 0.012146982255114647), rel=1e-9
    )
    assert proportion.wilson(100, 1_000) == pytest.approx((0.0829094435930957, 0.1201519631953484), rel=1e-9)
    assert rate.interval(100, 10_000, 100_000)[0] == pytest.approx(813.6210549052789, rel=1e-9)


# --- trattar --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "n, nedre95, ovre95, nedre998, ovre998",
    [
        (10000, 81.43030244, 82.93037332, 80.99777342, 83.36290233),
        (13848, 81.54297281, 82.81770294, 81.17541833, 83.18525743),
        (18055, 81.62214661, 82.73852914, 81.30024992, 83.06042583),
        (25308, 81.70886917, 82.65180658, 81.43698349, 82.92369226),
        (33000, 81.76745696, 82.5932188, 81.52935757, 82.83131819),
    ],
)
def test_andelarnas_granser_till_tio_siffror(n, nedre95, ovre95, nedre998, ovre998):
    # PHEindicatormethods (UKHSA), …_prop_outputs_with_axis_variation.csv; helheten är 82,18033788 %.
    granser = *funnel.proportion_limits(0.8218033788, n), *funnel.proportion_limits(0.8218033788, n, 0.998)
    assert [100 * g for g in granser] == pytest.approx([nedre95, ovre95, nedre998, ovre998], abs=1e-8)


@pytest.mark.parametrize(
    "antal, nedre95, ovre95, nedre998, ovre998",
    [
        (5, 1.623486324, 11.6683331, 0.739371928, 16.45474478),
        (20, 12.21651877, 30.88838097, 8.958211233, 38.04188668),
        (100, 81.36400699, 121.6268111, 71.92139974, 134.9243187),
        (716, 664.5083011, 770.4222128, 636.1521174, 802.60414),
    ],
)
def test_antalens_granser_ar_forlagans_sa_langt_dess_stegrakning_racker(
    antal, nedre95, ovre95, nedre998, ovre998
):
    # PHEindicatormethods (UKHSA), testdata_funnel_ratio_outputs.csv: väntade antal vid gränserna.
    granser = *funnel.poisson_limits(antal), *funnel.poisson_limits(antal, 0.998)
    assert granser == pytest.approx((nedre95, ovre95, nedre998, ovre998), rel=3e-7)


# Vårddagar och väntade vårddagar vid 54 sjukhus: medpar (Hilbe JM, Modeling Count Data, 2014) med modellen i
# FunnelPlotR, los ~ hmo + died + age80 + factor(type).
VARDDAGAR = [
    406, 642, 46, 764, 82, 201, 193, 569, 404, 134, 614, 491, 501, 131, 274, 124, 456, 48, 429, 14, 369, 8,
    37, 128, 145, 493, 104, 6, 308, 34, 7, 935, 134, 339, 458, 22, 2, 160, 87, 55, 252, 174, 43, 228, 210,
    321, 631, 543, 105, 389, 92, 1012, 283, 95,
]  # fmt: skip
VANTADE = [
    523.70, 612.98, 53.79, 763.72, 120.94, 250.19, 155.49, 484.71, 362.22, 188.93, 554.38, 616.74, 360.15,
    245.61, 263.56, 154.66, 475.02, 38.93, 445.10, 28.80, 347.54, 7.56, 73.21, 118.11, 273.34, 449.79, 172.38,
    19.20, 321.86, 36.56, 19.96, 851.72, 198.94, 302.39, 410.16, 45.87, 9.67, 212.34, 38.92, 31.74, 285.64,
    186.66, 33.98, 255.65, 242.03, 279.48, 619.26, 626.13, 145.67, 413.86, 111.26, 685.59, 181.11, 24.81,
]  # fmt: skip


def test_sa_manga_sjukhus_utanfor_tratten_som_forlagan_sager():
    # FunnelPlotR (Mainey C), vinjetten funnel_plots: 54 sjukhus, 25 utanför 99,8 %.
    nedre, ovre = funnel.poisson_limits(VANTADE, 0.998)
    antal = np.array(VARDDAGAR)
    assert (len(antal), int(((antal < nedre) | (antal > ovre)).sum())) == (54, 25)
    tratt = funnel.rates(VARDDAGAR, VANTADE)
    assert tratt.adjusted
    assert (
        sum(o in ("lower_998", "upper_998") for o in tratt.outside) < 9
    )  # så många med förlagans andra metod


# --- styrdiagram med signaler ---------------------------------------------------------------------------

# NHSRplotthedots (NHS-R Community), tests/testthat/_snaps/integration_tests/*.svg: 36 månader vid engelska
# akutmottagningar, i ritningens höjdenheter nedåt, som här är negativa tal; B bättre, S sämre, . vanligt.
AKUTEN = {
    "alla, inom fyra timmar": (
        "83.00 73.39 62.01 73.00 45.35 58.49 122.29 149.25 237.38 278.77 183.18 84.03 63.80 96.40 55.40 70.49"
        " 72.44 97.77 86.73 133.75 285.02 272.46 282.63 299.58 141.51 68.80 53.89 111.63 95.33 126.66 124.04"
        " 180.24 226.57 310.33 315.42 220.25",
        (145.59, 48.55, 242.63),
        "BBBBBBB..S.BBBBBBBBBSSSSBBBBBBB..SS.",
    ),
    "alla, besök": (
        "247.10 145.31 201.36 140.94 214.38 204.55 179.74 226.96 208.51 233.29 313.52 172.70 205.90 147.09"
        " 183.64 143.50 218.52 217.86 158.47 192.23 178.67 180.61 271.11 155.64 188.51 98.01 133.45 90.25"
        " 181.73 177.79 140.71 161.64 156.78 123.66 203.30 96.45",
        (180.39, 45.35, 315.42),
        "." * 36,
    ),
    "RL4, typ 1": (
        "206.52 219.81 174.31 216.61 222.10 160.73 189.95 195.71 208.20 280.74 229.07 200.98 184.40 155.59"
        " 163.66 153.13 176.36 193.31 188.99 250.68 271.60 316.19 293.97 308.63 216.16 156.11 201.97 196.99"
        " 165.21 189.51 188.74 229.37 183.27 249.17 243.15 203.27",
        (210.67, 127.14, 294.20),
        "...........BBBBBBBB.SSSS............",
    ),
    "RL4, typ 2": (
        "61.49 61.49 61.49 61.49 61.49 62.41 63.26 64.65 70.36 69.99 80.14 73.17 73.39 70.82 72.48 79.24"
        " 83.51 77.82 84.51 97.19 87.23 88.98 78.70 79.91 68.15 68.80 68.30 67.20 67.91 67.83 73.19 81.66"
        " 78.70 78.68 82.77 78.16",
        (73.52, 64.31, 82.72),
        "BBBBBBBBBB.....SSSSSSSSSBBBBBBB...S.",
    ),
    "alla, besök före den 1 april 2017": (
        "219.56 134.34 181.26 130.68 192.16 183.93 163.17 202.69 187.25 207.99 275.17 157.27",
        (186.29, 57.16, 315.42),
        "." * 12,
    ),
    "alla, besök efter": (
        "185.07 135.83 166.43 132.82 195.63 195.08 145.36 173.62 162.27 163.89 239.66 142.98 170.51 94.74"
        " 124.41 88.24 164.83 161.54 130.49 148.01 143.94 116.21 182.89 93.44",
        (152.41, 45.35, 259.47),
        "." * 24,
    ),
}
BETYDER = {"improvement": "B", "concern": "S", "common_cause": "."}


@pytest.mark.parametrize("namn", AKUTEN)
def test_akutens_manader_har_forlagans_granser_och_farger(namn):
    ritat, (mitt, ovre, nedre), farger = AKUTEN[namn]
    d = spc.xmr([-float(v) for v in ritat.split()], "up")
    assert (-d.mean, -d.upper, -d.lower) == pytest.approx((mitt, ovre, nedre), abs=0.011)
    assert "".join(BETYDER[typ] for typ in d.types) == farger


# R: set.seed(123); rnorm(20), med det femtonde värdet utbytt mot 10.
UTSTICKARE = [
    -0.5604756466, -0.2301774895, 1.5587083141, 0.0705083914, 0.1292877352, 1.7150649869,
    0.4609162060, -1.2650612346, -0.6868528519, -0.4456619701, 1.2240817974, 0.3598138271,
    0.4007714506, 0.1106827159, 10.0, 1.7869131368, 0.4978504782, -1.9666171566,
    0.7013559016, -0.4727914077,
]  # fmt: skip


@pytest.mark.parametrize("sallning, nedre, ovre", [(True, -2.383666, 3.722497), (False, -4.596625, 5.935457)])
def test_en_utstickare_sallas_som_i_forlagans_ogonblicksbild(sallning, nedre, ovre):
    # NHSRplotthedots, tests/testthat/_snaps/ptd_spc_standard.md.
    d = spc.xmr(UTSTICKARE, screen=sallning)
    assert [round(v, 6) for v in (d.lower, d.upper)] == [nedre, ovre]
    assert round(d.mean, 7) == 0.6694159


@pytest.mark.parametrize(
    "serie, marks",
    [
        ([1, 2, 3, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6, 7], range(7)),
        ([7, 6, 5, 4, 3, 2, 1], range(7)),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], range(1, 8)),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], range(1, 8)),
    ],
)
def test_trenderna_ar_de_i_forlagans_tester(serie, marks):
    # NHSRplotthedots, tests/testthat/test-ptd_calculate_point_type.R; det som följer ger vida gränser.
    vilt = [40, -40, 40, -40] if serie[0] == 7 else [-40, 40, -40, 40]
    d = spc.xmr(serie + vilt, screen=False)
    assert [i for i, s in enumerate(d.signals) if s == "trend"] == list(marks)


@pytest.mark.parametrize("mitt, halva, uppat", [
    (2, 1, "consistently_fail"), (6, 1, "consistently_pass"), (3, 2, "hit_and_miss"),
])  # fmt: skip
def test_malet_4_mot_granserna_ar_som_i_forlagans_tester(mitt, halva, uppat):
    # NHSRplotthedots, tests/testthat/test-ptd_calculate_assurance_type.R: gränser 1–3, 5–7 och 1–5.
    steg = halva / spc.XMR_FACTOR / 2
    par = [mitt - steg, mitt + steg]
    spegel = {"consistently_fail": "consistently_pass", "consistently_pass": "consistently_fail"}
    d = spc.xmr(par, "up", 4)
    assert (d.lower, d.upper, d.assurance) == (
        pytest.approx(mitt - halva),
        pytest.approx(mitt + halva),
        uppat,
    )
    assert spc.xmr(par, "down", 4).assurance == spegel.get(uppat, uppat)
    assert spc.xmr(par, "neutral", 4).assurance is None


# R: set.seed(19); y <- rnorm(24); y[13:24] <- rnorm(12, mean = 2).
FORSKJUTEN = [
    -1.18945375, 0.38858123, -0.34433335, -0.54789614, 0.98066222, -0.23664601, 0.8097397, -0.74477953,
    -0.25978701, -0.18308383, 0.51862999, 0.8834651, 1.00128475, 2.53482999, 1.87623205, 4.11930331,
    0.48652413, 2.25519487, 3.50474144, 1.60991953, 2.57935817, 2.21035584, 2.94404278, 0.17330677,
]  # fmt: skip


def test_en_forskjuten_serie_har_granserna_och_loppsignalen_i_qicharts2():
    # qicharts2 (Anhøj J), vinjetten: -2,114884, 1,057091 och 4,229067 med 3/1,128 i stället för 2,66.
    d = spc.xmr(FORSKJUTEN, screen=False)
    halva = (d.upper - d.mean) / spc.XMR_FACTOR * spc.SIGMAS / spc.MOVING_RANGE_PER_SIGMA
    assert [round(v, 6) for v in (d.mean - halva, d.mean, d.mean + halva)] == [-2.114884, 1.057091, 4.229067]
    sidor = [v > d.mean for v in FORSKJUTEN]
    assert sum(a != b for a, b in pairwise(sidor)) == 4  # där räknas loppen om medelvärdet
    lopp = spc.runs(FORSKJUTEN)
    assert (lopp.useful, lopp.longest_run_limit, lopp.crossings_limit, lopp.signal) == (24, 8, 8, True)


def test_skadade_patienter_av_tjugo_granskade_har_p_diagrammet_i_qicharts2():
    # qicharts2, vinjettens fall 1 (gtt): 0 % vid 214,421875 höjdenheter och 60 % vid 45,007812.
    d = spc.p_chart([3, 6, 4, 5, 7, 5, 4, 8, 7, 9, 7, 7, 8, 5, 10, 8, 8], [20] * 17)
    ritat = [
        (214.421875 - hojd) * 0.6 / (214.421875 - 45.007812) for hojd in (122.238281, 211.058594, 33.421875)
    ]
    assert [d.mean[0], d.lower[0], d.upper[0]] == pytest.approx(ritat, abs=3e-5)
    assert set(d.signals) == {None}


# --- Montgomery, som i qicharts2:s tester -----------------------------------------------------------------

BURKAR = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, None, 8, 10, 5, 13, 11, 20, 18, None, 15, 9, 12,
          7, 13, 9, 6]  # fmt: skip
BURKAR_SEDAN = [9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4, 3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5]
KRETSKORT = [21, 24, 16, 12, 15, None, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, None, 30, 24, 16,
             19, 17, 15]  # fmt: skip
TYGFEL, TYGRULLAR = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23], [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]


def test_de_tva_prov_som_stroks_raknas_inte_in_i_granserna():
    # Exempel 7.1 utan prov 15 och 23, och tabell 7.4.
    d = spc.p_chart(BURKAR, [None if x is None else 50 for x in BURKAR])
    assert [round(v, 4) for v in (d.mean[0], d.lower[0], d.upper[0])] == [0.2150, 0.0407, 0.3893]
    d = spc.p_chart(BURKAR_SEDAN, [50] * 24)
    assert [round(v, 4) for v in (d.mean[0], d.lower[0], d.upper[0])] == [0.1108, 0.0, 0.2440]


def test_de_tva_kretskort_som_stroks_raknas_inte_in_i_granserna():
    d = spc.c_chart(KRETSKORT)
    assert [round(v, 2) for v in (d.mean[0], d.lower[0], d.upper[0])] == [19.67, 6.36, 32.97]


def test_tygrullarnas_granser_foljer_deras_langd():
    # Exempel 7.5: fel per 50 m² färgat tyg.
    d = spc.u_chart(TYGFEL, TYGRULLAR)
    assert round(d.mean[0], 2) == 1.42
    publicerade = [2.55, 2.68, 2.41, 2.55, 2.58, 2.55, 2.45, 2.52, 2.45, 2.43]  # av medlet avrundat till 1,42
    assert d.upper == pytest.approx(publicerade, abs=0.011)
    assert set(d.signals) == {None}


# --- trend och jämförelse --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "riktning, svar",
    [
        ("up", ["bättre", "likvärdig", "likvärdig", "sämre"]),
        ("down", ["sämre", "likvärdig", "likvärdig", "bättre"]),
        ("neutral", ["högre", "likvärdig", "likvärdig", "lägre"]),
    ],
)
def test_jamforelsen_ar_den_i_forlagans_tester(riktning, svar):
    # FingertipsNext, BenchmarkComparisonEngineTests.cs: 4, 3, 2 och 1 med 1,1 åt vardera hållet mot 1–4.
    assert [
        benchmark.compare(v - 1.1, v + 1.1, b, riktning)
        for v, b in zip((4, 3, 2, 1), (1, 2, 3, 4), strict=True)
    ] == svar


def test_trenden_kan_inte_beraknas_dar_forlagan_inte_kan_det():
    # FingertipsNext, TrendCalculatorTests.cs: återinläggningar, och bara fyra år av cancerdödligheten.
    intervall = ([14.3, 15.4, 14.3, 14.1, 14.8], [14.3, 15.5, 14.4, 14.2, 14.8])
    assert trend.five_years([14.3, 15.4, 14.3, 14.2, 14.8], *intervall) == "kan inte beräknas"
    fyra = ([125.9343, 124.8371, 120.5533, 121.4012], [127.94, 126.8268, 122.4993, 123.361])
    assert trend.five_years([126.9341, 125.829, 121.5234, 122.3782], *fyra) == "kan inte beräknas"
