"""Judgements and actions in a chart: where they stand, and that the table and the text say the same."""

from datetime import date

from kvalitet_metrics.charts import rita, tvilling
from kvalitet_metrics.charts.marken import Marke, anmarkta, uppraknade
from kvalitet_metrics.charts.theme import LJUS
from tests.test_charts import ANDEL, ANTAL, alla_texter, ar, lasta

TRE_AR = (ar(2021, 100, 200), ar(2022, 120, 200), ar(2023, 143, 203))
BEDOMD = Marke(date(2022, 1, 1), date(2022, 12, 31), "bedömd", "2022 bedömd: bra. Nytt arbetssätt.")
ATGARD = Marke(date(2023, 10, 1), date(2023, 10, 1), "åtgärd 1", "Åtgärd 1: Tidsplan", atgard=True)
UTANFOR = Marke(date(2025, 1, 1), date(2025, 1, 1), "åtgärd 2", "Åtgärd 2", atgard=True)


def skrivna(figur: dict) -> list[tuple[float, str]]:
    return [(d["x"][0], d["text"][0]) for d in figur["data"] if d.get("name") == "Skrivet om siffrorna"]


def test_bedomningen_star_over_sin_period_och_atgarden_vid_sin_dag():
    figur = rita(lasta(*TRE_AR), ANDEL, LJUS, [ATGARD, BEDOMD, UTANFOR])
    assert [(round(x, 2), ord_) for x, ord_ in skrivna(figur)] == [(1, "Bedömd"), (2.25, "Åtgärd 1")]
    assert "Nytt arbetssätt" in alla_texter(figur)
    assert [s["x0"] for s in figur["layout"]["shapes"]] == [skrivna(figur)[1][0]], (
        "bara åtgärden har ett streck"
    )


def test_marken_ligger_over_det_hogsta_och_utan_dem_andras_ingenting():
    antal = [r | {"varde": r["taljare"], "nedre": None, "ovre": None} for r in TRE_AR]
    for rader, matt in ((TRE_AR, ANDEL), (antal, ANTAL)):
        utan, med = (rita(lasta(*rader, matt=matt), matt, LJUS, m) for m in ((UTANFOR,), (BEDOMD,)))
        assert skrivna(utan) == []
        assert utan == rita(lasta(*rader, matt=matt), matt, LJUS)
        assert med["data"][-1]["y"][0] > utan["layout"]["yaxis"]["range"][1]


def test_tva_i_samma_period_delar_marke_och_narliggande_far_var_sin_rad():
    fler = Marke(BEDOMD.fran, BEDOMD.till, "bedömd", "2022 bedömd igen: godtagbart.")
    figur = rita(lasta(*TRE_AR), ANDEL, LJUS, [BEDOMD, fler, ATGARD])
    assert len(skrivna(figur)) == 2
    hojder = [d["y"][0] for d in figur["data"] if d.get("name") == "Skrivet om siffrorna"]
    assert hojder[0] != hojder[1]


def test_tabellen_och_textalternativet_sager_samma_sak():
    serier = lasta(*TRE_AR)
    rader = tvilling(anmarkta(serier, [BEDOMD, ATGARD, UTANFOR]), ANDEL).rader
    assert ["Nytt arbetssätt" in " ".join(r) for r in rader] == [False, True, False]
    assert ["Tidsplan" in " ".join(r) for r in rader] == [False, False, True]
    assert uppraknade(serier, [ATGARD, BEDOMD]) == (
        " Skrivet om siffrorna: 2022 bedömd: bra. Nytt arbetssätt; Åtgärd 1: Tidsplan."
    )
    assert uppraknade(serier, [UTANFOR]) == ""
    assert anmarkta(serier, []) == serier
