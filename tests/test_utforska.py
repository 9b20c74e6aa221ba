"""Utforska: the way down and up again, the drawings, two measures, and the records behind one figure."""

from datetime import date
from html import escape

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.charts import jamforare, las, skillnad, tidsfordelning, tidsfordelning_i_ord
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie
from kvalitet_metrics.charts.skillnad import saker, skillnad_i_ord
from kvalitet_metrics.charts.theme import LJUS
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.tidsband import edges, names, tidsband
from tests.test_pages import oppna

BARN = "utredning_barn_inom_fyra_manader"


@pytest.fixture
def med_exempel(exempel_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The app looks at the example data."""
    monkeypatch.setenv("KVALITET_DATA", str(exempel_workspace.path))
    return exempel_workspace


def i_adressen(app: AppTest, namn: str) -> list[str]:
    """What the address says under a name."""
    sagt = app.query_params.get(namn, [])
    return [sagt] if isinstance(sagt, str) else sagt


def rubriker(app: AppTest) -> str:
    """All that the page says in HTML."""
    return " ".join(h.proto.body for h in app.get("html"))


@pytest.mark.parametrize("id_", [i for i, d in INDIKATORER.items() if d.kind == "andel" and tidsband(d)])
def test_banden_till_fristen_ar_andelens_taljare(id_: str, exempel_workspace: Workspace):
    band = tidsband(INDIKATORER[id_])
    ((_, _, antal),) = band.frister
    for svar in exempel_workspace.answer(id_, "kvartal"):
        i_band = {
            r["tidsband"]: r for r in exempel_workspace.times(id_, "kvartal") if r["period"] == svar["period"]
        }
        assert sum(i_band[namn]["taljare"] for namn in band.namn[:antal]) == svar["taljare"]


def test_fyra_manader_ar_kalendermanader_ocksa_i_banden(egen_arbetsyta):
    rader = ["Ärendenr;Kön;Ålder;Enhet;Inledd;Avslutad"]
    rader += ["U-1;Pojke;9;Norr;2022-10-31;2023-02-28", "U-2;Pojke;9;Norr;2022-10-31;2023-03-01"]
    yta = Workspace(egen_arbetsyta)
    yta.load(("utredningar.csv", "\n".join(rader).encode()))
    antal = {r["tidsband"]: r["taljare"] for r in yta.times(BARN)}
    assert (antal["över 3–4 månader"], antal["över 4–5 månader"]) == (1, 1)
    assert {r["dold"] for r in yta.times(BARN, viewer="intern")} == {True}, "två personer"
    assert yta.times(BARN, viewer="publik") == []


def test_en_frist_blir_alltid_en_kant():
    lokal = INDIKATORER["skyddsbedomning_barn_senast_dagen_efter"].frist
    assert edges("dagar", [lokal])[:3] == [1, 7, 14]
    assert names([1, 7, 14], "dagar") == ("högst 1 dag", "2–7 dagar", "8–14 dagar", "över 14 dagar")


def test_det_som_varken_ar_tid_eller_har_frist_fordelas_inte(exempel_workspace: Workspace):
    with pytest.raises(UsageError, match="ingen frist att räkna mot"):
        exempel_workspace.times("lex_sarah_rapporter")


def test_fristen_ritas_mellan_sina_band_och_meningen_sager_hur_manga_som_tog_langre(
    exempel_workspace: Workspace,
):
    matt = Matt("Barn", "andel", "neutral", ("tidsband",), "Hur lång tid", True)
    namn = tidsband(INDIKATORER[BARN]).namn
    serier = las(pd.DataFrame(exempel_workspace.times(BARN)), matt)
    serier.sort(key=lambda s: namn.index(s.namn))
    figur = tidsfordelning(serier, matt, [("fyra månader", 4)], LJUS)
    assert [s["x0"] for s in figur["layout"]["shapes"]] == [3.5]
    mening, *_ = tidsfordelning_i_ord(serier, matt, [("fyra månader", 4)])
    (svar,) = exempel_workspace.answer(BARN)
    sena = svar["namnare"] - svar["taljare"]
    assert f"({sena} av {svar['namnare']}) tog längre än fyra månader" in mening
    tva = tidsfordelning_i_ord(serier, matt, [("fyra månader (barn)", 4), ("en månad (vuxna)", 1)])[0]
    assert "längre än" not in tva, "ingen av fristerna gäller alla"


def test_skillnaden_mellan_konen_ar_differensen_av_andelarna(exempel_workspace: Workspace):
    historik = exempel_workspace.gender_history(BARN, "kvartal")
    per = {(r["period"], r["kon"]): r["varde"] for r in exempel_workspace.answer(BARN, "kvartal", ["kon"])}
    assert [r["period"] for r in historik] == ["jan–mar 2023", "apr–jun 2023", "jul–sep 2023"]
    for r in historik:
        assert r["varde"] == pytest.approx(per[r["period"], "flickor"] - per[r["period"], "pojkar"])
        assert r["nedre"] < r["varde"] < r["ovre"]
    figur = skillnad(historik, "andel", LJUS)
    assert figur["data"][0]["y"] == [r["varde"] for r in historik]
    assert "högre för flickor" in skillnad_i_ord(historik[0], "andel")
    assert not saker(historik[0])
    assert saker(historik[0] | {"nedre": 0.01})


def test_varje_post_sager_vad_den_ar_i_siffran(exempel_workspace: Workspace):
    for id_ in (BARN, "enkat_andel_positiva", "forandringsplan_andel"):
        (svar,) = exempel_workspace.answer(id_, "total")
        roller = exempel_workspace.rows(id_)["raknas_som"].value_counts()
        assert roller["täljare och nämnare"] == svar["taljare"]
        assert roller["täljare och nämnare"] + roller["bara nämnare"] == svar["namnare"]


def test_slagen_av_period_ar_de_som_ger_siffror(exempel_workspace: Workspace):
    for id_ in ("egenkontroll_bedomning", "risk_antal", BARN):
        slag = ["kalenderar", "kvalitetsar", "lasar", "tertial", "kvartal", "manad"]
        med = [p for p in slag if exempel_workspace.answer(id_, p)]
        assert [p for p in exempel_workspace.periods(id_) if p in slag] == med


def test_jamforare_ritas_i_och_namns(exempel_workspace: Workspace):
    nyar = date(2023, 1, 1)
    p = Punkt("2023", nyar, nyar, varde=0.5, jamforelser={"riket": 0.6})
    serier = [Serie("A", (p,))]
    figur = {"data": [{"x": [0.5], "customdata": [["A", "2023"]], "error_x": {}}], "layout": {}}
    sagt = jamforare.rita_in(figur, serier, Matt("M", "andel", "hogre", ("enhet",)), ["riket"], LJUS)
    assert sagt == "△ Riket"
    assert figur["data"][1]["x"] == [0.6]
    assert jamforare.finns(serier) == ["riket"]


def test_vagen_ned_och_upp_igen_star_i_adressen(med_exempel: Workspace):
    app = oppna("utforska.py", indikator=BARN, dela="enhet")
    app.selectbox(key="ned").select("Enheten för barn och unga").run()
    assert not app.exception
    assert i_adressen(app, "enhet") == ["Enheten för barn och unga"]
    assert i_adressen(app, "dela") == ["grupp"]
    app.selectbox(key="ned").select("Utredningsgrupp 2").run()
    assert i_adressen(app, "inom") == ["grupp:Utredningsgrupp 2"]
    assert "dela" not in app.query_params
    (svar,) = med_exempel.answer(BARN, where={"grupp": "Utredningsgrupp 2"}, viewer="intern")
    assert f"({svar['taljare']} av {svar['namnare']})" in rubriker(app)
    app.selectbox(key="ned").select("2023").run()
    assert (i_adressen(app, "period"), i_adressen(app, "fran")) == (["manad"], ["2023"])
    assert [b.label for b in app.button if str(b.key).startswith("upp-")] == [
        "Alla",
        "Enheten för barn och unga",
        "Utredningsgrupp 2",
    ]
    app.button(key="upp-0").click().run()
    assert not app.exception
    assert i_adressen(app, "dela") == ["enhet"]
    assert not {"inom", "enhet", "fran", "period"} & set(app.query_params)


def test_av_en_enda_period_leder_en_knapp_till_kortare_dar_nagot_gar_att_folja(med_exempel: Workspace):
    app = oppna("utforska.py", indikator=BARN)
    app.button(key="kortare").click().run()
    assert not app.exception
    assert i_adressen(app, "period") == ["kvartal"]
    assert "kortare" not in [b.key for b in app.button]
    assert "kortare" not in [b.key for b in oppna("utforska.py", indikator="avvikelser_antal").button]


def test_tva_matt_star_bredvid_varandra_pa_samma_axel(med_exempel: Workspace):
    app = oppna("utforska.py", indikator=BARN, jamfor="utredningstid_dagar", period="kvartal")
    assert not app.exception
    sagt = rubriker(app)
    assert escape(INDIKATORER[BARN].namn) in sagt
    assert escape(INDIKATORER["utredningstid_dagar"].namn) in sagt


def test_en_tom_vy_har_vagar_ut(med_exempel: Workspace):
    app = oppna("utforska.py", indikator="egenkontroll_bedomning", period="manad", fran="2022")
    assert "Månad – inga uppgifter" in app.selectbox(key="period").options
    app.button(key="ut-Visa kalenderår").click().run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1


def test_siffran_leder_till_sina_poster(med_exempel: Workspace):
    app = oppna("utforska.py", indikator=BARN)
    app.toggle(key=f"poster-{BARN}").set_value(True).run()
    assert not app.exception
    (svar,) = med_exempel.answer(BARN, viewer="intern")
    (mening,) = [m.value for m in app.markdown if "Bakom den finns" in m.value]
    assert text.antal(svar["namnare"], "post", "poster") in mening
    assert "I täljaren räknas" in mening
    kolumner = list(app.dataframe[0].value.columns)
    assert kolumner[:4] == ["Räknas som", "Fil", "Blad", "Cell"]
    assert not {"nyckel", "person", "Nyckel", "Person"} & set(kolumner)


def test_valt_diagram_minns_over_ett_matt_dar_det_inte_gar(med_exempel: Workspace):
    app = oppna("utforska.py", indikator="utredningstid_dagar")
    assert app.radio(key="form").value == "Tidsfördelning", "en enda period av en tid"
    app.radio(key="form").set_value("Utveckling").run()
    assert i_adressen(app, "diagram") == ["Utveckling"]
    app.selectbox(key="indikator").select("risk_antal").run()
    app.selectbox(key="indikator").select("utredningstid_dagar").run()
    assert app.radio(key="form").value == "Utveckling"
