"""The important figures a second time: slow, obvious Python against the query."""

import calendar
from collections import Counter
from datetime import date, timedelta
from statistics import fmean, median

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvalitet_metrics.model import OMRADEN
from tests.indicators.tabeller import databas, fyll, svar

FORSOK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
DAG = st.dates(date(2019, 12, 1), date(2024, 3, 31))
MANADSSLUT = st.builds(
    lambda ar, manad: date(ar, manad, calendar.monthrange(ar, manad)[1]),
    st.integers(2020, 2024),
    st.integers(1, 12),
)
KRING = st.builds(lambda d, n: d + timedelta(days=n), MANADSSLUT, st.integers(-3, 3))
TIDER = st.lists(st.tuples(st.one_of(DAG, KRING), st.integers(0, 260)), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def con():
    return databas()


def bara(con, tabell: str, rader: list[dict], **alla) -> None:
    """Exactly these rows in the table."""
    con.execute(f"DELETE FROM {tabell}")
    fyll(con, tabell, rader, **alla)


def manader_senare(d: date, manader: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    ar, manad = divmod(d.year * 12 + d.month - 1 + manader, 12)
    return date(ar, manad + 1, min(d.day, calendar.monthrange(ar, manad + 1)[1]))


def per_ar(dagar_och_svar: list[tuple[date, bool]]) -> dict[str, tuple[int, int]]:
    """Calendar year of the day → how many are true, of how many."""
    ar = {str(d.year) for d, _ in dagar_och_svar}
    return {
        a: (
            sum(s for d, s in dagar_och_svar if str(d.year) == a),
            sum(str(d.year) == a for d, _ in dagar_och_svar),
        )
        for a in ar
    }


def andelar(rader: list[dict]) -> dict[str, tuple[int, int]]:
    return {r["period"]: (r["taljare"], r["namnare"]) for r in rader}


@pytest.mark.parametrize(
    "id, malgrupp, manader",
    [("utredning_barn_inom_fyra_manader", "barn", 4), ("utredning_vuxna_inom_frist", "vuxna", 1)],
)
@FORSOK
@given(tider=TIDER)
def test_fristen_ar_kalendermanader_som_slutar_med_manaden(con, id, malgrupp, manader, tider):
    poster = [(inledd, inledd + timedelta(days=n)) for inledd, n in tider]
    bara(con, "utredning", [{"inledd": a, "avslutad": b} for a, b in poster], malgrupp=malgrupp)
    vantat = per_ar([(b, b <= manader_senare(a, manader)) for a, b in poster])
    assert andelar(svar(con, id)) == vantat


@pytest.mark.parametrize(
    "inledd, sista_dag",
    [
        ("2022-10-31", "2023-02-28"),
        ("2023-10-31", "2024-02-29"),
        ("2023-10-29", "2024-02-29"),
        ("2023-01-31", "2023-05-31"),
        ("2023-02-28", "2023-06-28"),
        ("2023-05-31", "2023-09-30"),
    ],
)
def test_sista_dagen_i_tid_ar_i_tid_och_nasta_dag_ar_sen(con, inledd: str, sista_dag: str):
    dag_efter = date.fromisoformat(sista_dag) + timedelta(days=1)
    bara(con, "utredning", [{"avslutad": sista_dag}, {"avslutad": dag_efter}], malgrupp="barn", inledd=inledd)
    rader = svar(con, "utredning_barn_inom_fyra_manader", "total")
    assert [(r["taljare"], r["namnare"]) for r in rader] == [(1, 2)]


@pytest.mark.parametrize(
    "id, malgrupp, dagar",
    [
        ("forhandsbedomning_barn_inom_14_dagar", "barn", 14),
        ("forhandsbedomning_relationsvald_inom_21_dagar", "relationsvåld", 21),
    ],
)
@FORSOK
@given(tider=st.lists(st.tuples(DAG, st.one_of(st.none(), st.integers(0, 40))), min_size=1, max_size=30))
def test_forhandsbedomningar_raknas_i_dagar_och_obedomda_ar_bortfall(con, id, malgrupp, dagar, tider):
    poster = [(d, None if n is None else d + timedelta(days=n)) for d, n in tider]
    bara(con, "forhandsbedomning", [{"inkom": a, "klar": b} for a, b in poster], malgrupp=malgrupp)
    rader = svar(con, id)
    klara = per_ar([(d, n <= dagar) for d, n in tider if n is not None])
    assert {p: v for p, v in andelar(rader).items() if v[1]} == klara
    assert sum(r["bortfall"] for r in rader) == sum(n is None for _, n in tider)
    assert all(r["varde"] is None and r["anmarkning"] for r in rader if r["namnare"] == 0)


@FORSOK
@given(tider=TIDER)
def test_utredningstiden_ar_median_medel_och_nionde_tiondelen(con, tider):
    bara(
        con,
        "utredning",
        [{"inledd": d, "avslutad": d + timedelta(days=n)} for d, n in tider],
        malgrupp="barn",
    )
    (rad,) = svar(con, "utredningstid_dagar", "total")
    dagar = [n for _, n in tider]
    assert rad["namnare"] == len(dagar)
    assert rad["varde"] == pytest.approx(median(dagar))
    assert rad["medel"] == pytest.approx(fmean(dagar))
    assert rad["p90"] == pytest.approx(np.percentile(dagar, 90))


@FORSOK
@given(poster=st.lists(st.tuples(DAG, st.one_of(st.none(), st.sampled_from(list(OMRADEN)))), max_size=40))
def test_en_fordelning_summerar_till_sitt_hela(con, poster):
    bara(con, "avvikelse", [{"intraffad": d, "omrade": o} for d, o in poster])
    rader = svar(con, "avvikelser_per_kvalitetsomrade")
    for period in {r["period"] for r in rader}:
        denna = [r for r in rader if r["period"] == period]
        arets = [o for d, o in poster if str(d.year) == period]
        assert {r["omrade"]: r["taljare"] for r in denna} == Counter(o for o in arets if o)
        assert sum(r["varde"] for r in denna) == pytest.approx(1)
        assert {(r["namnare"], r["bortfall"]) for r in denna} == {
            (sum(o is not None for o in arets), arets.count(None))
        }
    assert {r["period"] for r in rader} == {str(d.year) for d, o in poster if o}


ETIKETT = {
    "kalenderar": lambda d: str(d.year),
    "kvalitetsar": lambda d: f"{d.year}/{d.year + 1}" if d.month >= 9 else f"{d.year - 1}/{d.year}",
    "tertial": lambda d: f"T{(d.month - 1) // 4 + 1} {d.year}",
    "kvartal": lambda d: f"{'jan–mar apr–jun jul–sep okt–dec'.split()[(d.month - 1) // 3]} {d.year}",
    "manad": lambda d: f"{'jan feb mar apr maj jun jul aug sep okt nov dec'.split()[d.month - 1]} {d.year}",
}


@pytest.mark.parametrize("period", ETIKETT)
@FORSOK
@given(dagar=st.lists(DAG, max_size=40))
def test_varje_avvikelse_raknas_i_en_period_av_varje_slag(con, period, dagar):
    bara(con, "avvikelse", [{"intraffad": d} for d in dagar])
    rader = svar(con, "avvikelser_antal", period)
    assert {r["period"]: r["varde"] for r in rader} == Counter(map(ETIKETT[period], dagar))


@FORSOK
@given(grupper=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=8))
def test_andelen_for_flera_grupper_ar_summan_genom_summan(con, grupper):
    poster = [
        {"grupp": f"G{i}", "samverkat": min(par), "aktuella": max(par)} for i, par in enumerate(grupper)
    ]
    bara(con, "samverkan", poster, period_start="2023-01-01", period_end="2023-12-31")
    (rad,) = svar(con, "samverkan_andel")
    taljare, namnare = sum(p["samverkat"] for p in poster), sum(p["aktuella"] for p in poster)
    assert (rad["taljare"], rad["namnare"]) == (taljare, namnare)
    assert rad["varde"] == (taljare / namnare if namnare else None)


SVAR = ("ja", "nej", "delvis", "vet ej", "ej tillämpligt", None)
ANTAL = st.one_of(st.none(), st.integers(0, 40))


@FORSOK
@given(poster=st.lists(st.tuples(st.sampled_from(SVAR), ANTAL), min_size=1, max_size=20))
def test_svar_som_kallan_har_raknat_vags_med_sitt_antal(con, poster):
    rader = [{"svar": s, "antal": n, "fraga": "F"} for s, n in poster]
    bara(con, "granskning", rader, period_start="2023-01-01", period_end="2023-12-31")
    galler = [(s, n) for s, n in poster if s != "ej tillämpligt"]
    besvarade = [(s, n) for s, n in galler if s in ("ja", "nej", "delvis") and n is not None]
    for rad in svar(con, "granskning_andel_ja"):
        assert rad["namnare"] == sum(n for _, n in besvarade)
        assert rad["taljare"] == sum(n for s, n in besvarade if s == "ja")
        assert rad["bortfall"] == sum(1 if n is None else n for s, n in galler if (s, n) not in besvarade)


ORSAKER = st.sampled_from(("Arbete", "Studier", "Okänd", None))


@FORSOK
@given(poster=st.lists(st.tuples(ORSAKER, ANTAL), min_size=1, max_size=20))
def test_en_fordelning_av_raknade_poster_summerar_till_sitt_hela(con, poster):
    rader = [{"orsak": o, "antal": n} for o, n in poster]
    bara(con, "avslut", rader, period_start="2023-01-01", period_end="2023-12-31")
    med_orsak = [(o, n) for o, n in poster if o and n is not None]
    utan = sum(n or 0 for o, n in poster if not o) + sum(n is None for _, n in poster)
    for rad in svar(con, "avslutsorsak_andel"):
        assert rad["taljare"] == sum(n for o, n in med_orsak if o == rad["orsak"])
        assert (rad["namnare"], rad["bortfall"]) == (sum(n for _, n in med_orsak), utan)


@pytest.mark.parametrize(
    "period, by, mal", [("kalenderar", (), 10), ("kvartal", (), None), ("kalenderar", ("enhet",), None)]
)
def test_ett_mal_for_ett_helt_ar_delas_inte(con, period, by, mal):
    bara(con, "fut", [{"inkom": "2023-02-01", "enhet": "Norr"}])
    assert {r["mal"] for r in svar(con, "fut_antal", period, by)} == {mal}
