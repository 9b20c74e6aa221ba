"""En granskning som säger hur många ärenden den är dragen ur får ett intervall för just dem."""

from datetime import date

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.reports import granskningsbok
from kvalitet_metrics.stats.proportion import wilson, wilson_of_population
from tests.indicators.tabeller import databas, fyll, svar
from tests.test_stickprov import ALLA, FRAGOR, LISTA, fil, ifylld

ID = "granskning_andel_ja"


def grans(rad: dict) -> tuple[float, float]:
    return rad["nedre"], rad["ovre"]


def raknat(*rader: str, **fraga) -> list[dict]:
    """The answer to drawn answers «upload förvaltning enhet population: ja av n», each of one review."""
    con = databas()
    for rad in rader:
        vad, tal = rad.split(":")
        upload, forvaltning, enhet, population, *fragan = vad.split()
        ja, _, n = tal.split()
        delat = {"upload_id": upload, "blad": "B", "forvaltning": forvaltning, "enhet": enhet}
        delat |= {
            "fraga": "".join(fragan) or "Finns plan?",
            "population": None if population == "-" else population,
        }
        delat |= {"period_start": date(2023, 10, 2), "period_end": date(2023, 10, 2)}
        poster = [{"svar": "ja", "antal": int(ja)}, {"svar": "nej", "antal": int(n) - int(ja)}]
        fyll(con, "granskning", poster, **delat)
    rows = [r | {"dold": False} for r in svar(con, ID, **fraga)]
    return with_intervals(rows, INDIKATORER[ID])


def test_hela_granskningens_intervall_ar_det_for_en_kand_helhet_och_sager_det():
    [rad] = raknat("u F Norr 212: 35 av 50")
    assert grans(rad) == wilson_of_population(35, 50, 212)
    assert rad["anmarkning"] == ["Intervallet är korrigerat för att 50 av 212\xa0ärenden har bedömts."]
    [alla] = raknat("u F Norr 20: 13 av 20")
    assert grans(alla) == (0.65, 0.65), "alla är granskade: ingen osäkerhet finns kvar"


@pytest.mark.parametrize("fraga", [{"by": ("enhet",)}, {"where": {"enhet": "Norr"}}, {"by": ("svar",)}])
def test_en_del_av_en_granskning_korrigeras_inte_for_hela(fraga):
    for rad in raknat("u F Norr 212: 20 av 25", "u F Syd 212: 10 av 15", **fraga):
        assert rad["population"] is None
        assert grans(rad) == wilson(rad["taljare"], rad["namnare"])


def test_en_granskning_av_en_enhet_ar_hel_ocksa_per_enhet():
    norr, syd = raknat("u F Norr 60: 20 av 25", "v G Syd -: 10 av 15", by=("enhet",))
    assert grans(norr) == wilson_of_population(20, 25, 60)
    assert grans(syd) == wilson(10, 15)


@pytest.mark.parametrize(
    "andra, vantat",
    [
        ("v G Norr 90: 10 av 15", 302),  # another förvaltning: other cases
        ("v F Norr 90: 10 av 15", None),  # may have been drawn from the same cases
        ("v G Norr -: 10 av 15", None),  # one does not know its whole
        ("u F Norr 212 Hörd?: 10 av 15", None),  # each case is counted twice
    ],
)
def test_helheter_laggs_ihop_bara_nar_alla_ar_kanda_och_inget_arende_kan_raknas_tva_ganger(andra, vantat):
    [rad] = raknat("u F Norr 212: 30 av 50", andra)
    assert (rad["taljare"], rad["namnare"], rad["population"]) == (40, 65, vantat)
    assert grans(rad) == (wilson(40, 65) if vantat is None else wilson_of_population(40, 65, vantat))


def test_fler_granskade_an_det_sags_finnas_korrigeras_inte_och_sager_det():
    [rad] = raknat("u F Norr 20: 20 av 25")
    assert grans(rad) == wilson(20, 25)
    assert rad["anmarkning"] == [
        "Intervallet är inte korrigerat för urvalets storlek: 25 har bedömts men bara 20 sägs finnas."
    ]


def test_vart_eget_formular_bar_med_sig_hur_manga_arenden_som_fanns(tmp_path):
    w = Workspace(tmp_path)
    w.load(fil(LISTA), forvaltning="F")
    prov = w.sample("utredning", 40, namn="Journaler", fran=ALLA[0], till=ALLA[1])
    w.load(ifylld(granskningsbok(prov, FRAGOR[:2]), lambda nr, f: "Ja" if (nr + f) % 4 else "Nej"))
    for rad in w.answer(ID, by=["fraga"]):
        assert grans(rad) == wilson_of_population(rad["taljare"], 40, 93)
        assert "40 av 93\xa0ärenden" in rad["anmarkning"][0]


def test_tva_ar_skiljs_at_av_helheten_och_allmanheten_far_inte_veta_den(tmp_path):
    w = Workspace(tmp_path)
    for ar, ja in ((2022, 22), (2023, 31)):
        rader = [f"G{ar}-{i};{'Ja' if i < ja else 'Nej'}" for i in range(50)]
        bok = "\n".join([f"Period: {ar}", "Population: 60", "Ärendenr;Finns plan?", *rader])
        w.load((f"granskning {ar}.csv", bok.encode()), forvaltning="F")
    [utlatande] = w.verdict(ID)
    assert utlatande["utfall"] == "högre", "skillnaden av Wilsons intervall utan helhet når noll"
    assert utlatande["skillnad"]["nedre"] > 0
    for rad in w.answer(ID, viewer="publik"):
        assert grans(rad) == wilson(rad["taljare"], 50)
        assert rad["population"] is None
        assert not rad["anmarkning"]
