"""The commands that say what figures mean, as text and as one JSON value."""

import json

import pytest

from kvalitet_metrics.cli import main

NBSP = "\u00a0"


@pytest.fixture
def kor(exempel_workspace, capsys):
    """Run a command on the examples: exit status and stdout."""

    def kor_(*ord_: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as slut:
            main(["--data", str(exempel_workspace.path), *ord_])
        return slut.value.code or 0, capsys.readouterr().out.replace(NBSP, " ")

    return kor_


SYDVAST = ("--where", "forvaltning=Socialförvaltning Sydväst, Göteborgs Stad")


def test_query_har_utlatandet_bredvid_raderna(kor):
    status, ut = kor("query", "samverkan_andel", "--json")
    svar = json.loads(ut)
    assert status == 0
    assert svar.keys() == {"indikator", "rader", "utlatande"}
    (sagt,) = svar["utlatande"]
    assert sagt["mening"].replace(NBSP, " ").endswith("bara en period, 2023; målet 50 % nås.")
    assert sagt["mal"] == {"varde": 0.5, "nas": True, "sakert": True}


def test_verdict_skriver_meningen_metoden_granserna_och_signalerna(kor):
    status, ut = kor("verdict", "lex_sarah_rapporter", "--period", "kvartal", *SYDVAST)
    assert status == 0
    assert "Ingen säker förändring: antalet apr–jun 2023 ligger inom det som brukar förekomma (7–34)" in ut
    assert "Metod: c-diagram (antal)" in ut
    (signal,) = [rad for rad in ut.splitlines() if "signal:" in rad]
    assert "jul–sep 2022" in signal
    assert "utanför det som brukar förekomma" in signal


def test_verdict_som_json_har_diagrammets_punkter(kor):
    svar = json.loads(kor("verdict", "lex_sarah_rapporter", "--period", "kvartal", "--json", *SYDVAST)[1])
    (sagt,) = svar["utlatande"]
    (diagram,) = sagt["diagram"]
    assert (diagram["metod"], diagram["preliminart"], sagt["metod"]) == ("c", True, "c-diagram (antal)")
    assert {"period", "varde", "mitt", "nedre", "ovre", "signal", "typ"} <= diagram["punkter"][0].keys()


def test_verdict_per_kon_sager_skillnaden_ocksa_bland_lika(kor):
    ut = kor("verdict", "utredning_vuxna_inom_frist", "--by", "kon")[1]
    assert "36,5 procentenheter högre för kvinnor än för män" in ut
    svar = json.loads(kor("verdict", "utredning_vuxna_inom_frist", "--by", "kon", "--json")[1])
    assert [i["inom"] for i in svar["konsskillnad"][0]["inom"]][-1] == ["grupp", "lagrum"]


def test_funnel_skriver_varje_enhet_med_sina_granser(kor):
    ut = kor("funnel", "granskning_andel_ja")[1]
    assert "Enheten för personligt stöd: 77,3 % av 172  80,8–91,2 % (95 %), 77,8–94,2 % (99,8 %)" in ut
    svar = json.loads(kor("funnel", "granskning_andel_ja", "--json")[1])["tratt"]
    assert {e["utanfor"] for e in svar["enheter"]} == {None, "lower_998", "upper_95"}


@pytest.mark.parametrize("kommando", ["verdict", "funnel"])
def test_ett_okant_id_far_forslag_och_status_tva(kor, kommando):
    assert kor(kommando, "samverkan_ande")[0] == 2


def test_utan_uppgifter_sager_kommandot_det(kor):
    assert "inga uppgifter" in kor("verdict", "samverkan_andel", "--from", "2030-01-01")[1]
    assert "Ingen jämförelse" in kor("funnel", "samverkan_andel", "--from", "2030-01-01")[1]
