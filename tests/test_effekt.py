"""Did it help? Every branch of the sentence about an action, of drawn series and of loaded files."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.effekt import ARSTID, INTE_BEVIS, Effekt, effect, months_before
from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import Periodslag, Riktning
from tests.store.filer import BARN, csv, ladda
from tests.test_utlatande import ANTAL, NBSP, SKALA, TID, UPPAT, serie

FRAN = date(2023, 1, 1)
FORST = date(2021, 1, 1)


def prova(ind, fore: str, efter: str, manader: int = 12, fran: date = FRAN, rader=None) -> Effekt:
    """The effect with two years before the day and so many months after it, each side with this figure."""
    alla = rader or serie(ind, "7/10 " * (24 + manader), Periodslag.MANAD, FORST)
    sidor = {d: next(iter(serie(ind, f)), None) for d, f in ((True, fore), (False, efter))}
    return effect(alla, lambda first, last: sidor[first < fran], ind, fran)


def test_en_ökning_som_är_mer_än_slump_sägs_med_antal_och_förbehåll():
    e = prova(UPPAT, "143/203", "181/203")
    assert e.mening.replace(NBSP, " ") == (
        "Sedan 2023-01-01: 89,2 % (181 av 203) mot 70,4 % (143 av 203) före."
        " Ökningen på 18,7 procentenheter är mer än slumpen."
    )
    assert (e.utfall, e.kort, e.skal, e.forbehall) == (
        "bättre",
        "Bättre sedan 2023-01-01",
        None,
        (INTE_BEVIS,),
    )
    assert (e.fore.fran, e.fore.till) == (FORST, date(2022, 12, 31))


@pytest.mark.parametrize(
    ("riktning", "efter", "utfall"),
    [
        (Riktning.HOGRE, "100/203", "sämre"),
        (Riktning.LAGRE, "100/203", "bättre"),
        (Riktning.NEUTRAL, "100/203", "lägre"),
        (Riktning.NEUTRAL, "181/203", "högre"),
        (Riktning.HOGRE, "145/203", "ingen säker förändring"),
        (Riktning.HOGRE, "143/203", "ingen säker förändring"),
    ],
)
def test_riktningen_avgör_vad_ändringen_är(riktning, efter, utfall):
    assert prova(replace(UPPAT, riktning=riktning), "143/203", efter).utfall == utfall


def test_mindre_än_ett_år_efteråt_sägs():
    assert prova(UPPAT, "143/203", "181/203", manader=5).forbehall == (INTE_BEVIS, ARSTID)


def test_antal_jämförs_per_månad():
    rader = serie(ANTAL, "3 " * 36, Periodslag.MANAD, FORST)
    e = prova(ANTAL, "48", "48", rader=rader)
    assert e.mening.replace(NBSP, " ").startswith("Sedan 2023-01-01: 4 i månaden (48 på 12 månader) mot 2 ")
    assert "på 2 i månaden är mer än slumpen" in e.mening.replace(NBSP, " ")
    assert e.utfall == "högre"


def test_tider_jämförs_som_median_av_alla_ärenden():
    rader = serie(TID, "90 " * 36, Periodslag.MANAD, FORST)
    for r in rader:
        r["namnare"] = 31
    e = effect(
        rader,
        lambda first, last: serie(TID, "120" if first < FRAN else "60", namnare=31)[0],
        TID,
        FRAN,
    )
    assert e.mening.replace(NBSP, " ") == (
        "Sedan 2023-01-01: 60 dagar i median (31 ärenden) mot 120 dagar i median (31 ärenden) före."
        " Minskningen på 60 dagar är mer än slumpen."
    )


@pytest.mark.parametrize(
    ("fore", "efter", "skal", "ord_"),
    [
        ("dold", "181/203", "dold", "siffran före är dold"),
        ("143/203", "dold", "dold", "siffran efter är dold"),
        ("-", "181/203", "uppgift saknas", "uppgift saknas före"),
        ("143/203", "_", "uppgift saknas", "uppgift saknas efter"),
        ("143/203", "7/9", "litet underlag", "underlaget är för litet (9 efter)"),
    ],
)
def test_det_som_inte_går_att_jämföra_sägs(fore, efter, skal, ord_):
    e = prova(UPPAT, fore, efter)
    assert (e.skal, e.utfall, e.skillnad) == (skal, "inget utlåtande", None)
    assert ord_ in e.mening.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("fran", "skal", "ord_"),
    [
        (date(2024, 2, 1), "för tidigt", "uppgifterna slutar 2023-12-31"),
        (date(2023, 11, 1), "för tidigt", "ännu: det finns uppgifter för bara två hela månader sedan dess"),
        (date(2023, 12, 20), "för tidigt", "mindre än en månad sedan dess"),
        (FORST, "inget före", "inga uppgifter från tiden före"),
        (date(2021, 2, 1), "inget före", "bara en hel månad före"),
    ],
)
def test_för_kort_tid_på_en_sida_ger_inget_svar(fran, skal, ord_):
    e = prova(UPPAT, "143/203", "181/203", fran=fran)
    assert e.skal == skal
    assert ord_ in e.mening.replace(NBSP, " ")


def med_brott(dag: date) -> list[dict]:
    rader = serie(UPPAT, "7/10 " * 36, Periodslag.MANAD, FORST)
    next(r for r in rader if r["period_end"] >= dag)["brott"] = [{"datum": dag, "slag": "raknesatt"}]
    return rader


def test_tiden_före_börjar_efter_brottet_och_tiden_efter_slutar_vid_nästa():
    assert prova(UPPAT, "143/203", "181/203", rader=med_brott(date(2022, 5, 1))).fore.fran == date(2022, 5, 1)
    assert prova(UPPAT, "143/203", "181/203", rader=med_brott(date(2023, 9, 1))).efter.till == date(
        2023, 8, 31
    )


@pytest.mark.parametrize("dag", [FRAN, date(2022, 12, 1), date(2023, 2, 1)])
def test_ett_brott_vid_åtgärden_går_före_den(dag):
    e = prova(UPPAT, "143/203", "181/203", rader=med_brott(dag))
    assert (e.skal, f"nytt sätt sedan {dag}" in e.mening) == ("brott", True)


def test_andra_förvaltningar_efter_jämförs_inte():
    rader = serie(UPPAT, "7/10 " * 36, Periodslag.MANAD, FORST)
    for r in rader:
        r["omfattar"] = ["Bromma"] if r["period_start"] < FRAN else ["Bromma", "Järva"]
    e = prova(UPPAT, "143/203", "181/203", rader=rader)
    assert e.mening == "Det går inte att säga: Järva finns med efter men inte före."


def test_en_period_som_inte_är_hel_räknas_till_sin_sista_dag():
    rader = serie(UPPAT, "7/10 " * 30, Periodslag.MANAD, FORST)
    rader[-1]["ofull"] = {"till": date(2023, 6, 10)}
    assert prova(UPPAT, "143/203", "181/203", rader=rader).efter.till == date(2023, 6, 10)


def test_flera_värden_och_steg_på_en_skala_delas_inte():
    for ind in (SKALA, INDIKATORER["lex_sarah_bedomning"]):
        assert effect([{}], lambda *_: None, ind, FRAN).skal == "går inte att dela"
    assert effect([], lambda *_: None, UPPAT, FRAN).skal == "inga uppgifter"


def test_utan_intervall_sägs_ingenting_om_slump():
    rad = serie(UPPAT, "-")[0] | {"varde": 0.5}
    e = effect(
        serie(UPPAT, "7/10 " * 36, Periodslag.MANAD, FORST),
        lambda *_: with_intervals([rad], UPPAT)[0],
        UPPAT,
        FRAN,
    )
    assert (e.skal, e.utfall) == ("utan antal", "inget utlåtande")


@given(st.integers(0, 60), st.integers(0, 60), st.integers(10, 60))
def test_lika_sidor_är_aldrig_mer_än_slump_och_byte_av_sida_byter_tecken(a, b, n):
    a, b = min(a, n), min(b, n)
    fram, bak = prova(UPPAT, f"{a}/{n}", f"{b}/{n}"), prova(UPPAT, f"{b}/{n}", f"{a}/{n}")
    assert fram.skillnad.varde == pytest.approx(-bak.skillnad.varde)
    byter = {"bättre": "sämre", "sämre": "bättre"}
    assert byter.get(fram.utfall, fram.utfall) == bak.utfall
    assert a != b or fram.utfall == "ingen säker förändring"


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_två_år_före_är_samma_dag_eller_månadens_sista(dag):
    fore = months_before(dag, 24)
    assert (fore.year, fore.month) == (dag.year - 2, dag.month)
    assert dag.day - fore.day in (0, 1)


def test_åtgärden_delar_inlästa_ärenden_på_dagen(tmp_path):
    """Ten are closed each month: five in time of those before 2023-05-15, nine of those from that day on."""
    yta = Workspace(tmp_path / "yta")
    fran = date(2023, 5, 15)
    rader = []
    for m in range(24):
        klar = date(2022 + m // 12, m % 12 + 1, 20)
        for n in range(10):
            inledd = klar - timedelta(days=30 if n < (9 if klar >= fran else 5) else 200)
            rader.append(f"U-{m}-{n};Barn;K;Norr;{inledd};{klar}")
    ladda(yta, csv("u.csv", "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad", *rader))
    a = yta.decide("Tidsplan", "enhetschef", date(2023, 6, 1), id=BARN, beslutad=date(2023, 5, 1), fran=fran)
    e = yta.effect(a.nr)
    assert [(s.taljare, s.namnare) for s in (e.fore, e.efter)] == [(80, 160), (72, 80)]
    assert (e.fore.till, e.utfall) == (fran - timedelta(days=1), "bättre")
