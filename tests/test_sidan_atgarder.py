"""Analysis and action on the pages: written under a figure, followed up on Åtgärder, undone."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kvalitet_metrics import Workspace
from kvalitet_metrics.ui.forms import UTVECKLING
from tests.store.filer import BARN, csv
from tests.test_pages import oppna

NYCKEL = f"{BARN}-None-{UTVECKLING}"


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    """Ten closed a month in each of two förvaltningar: five in time until April 2023, nine from May."""
    yta = Workspace(tmp_path_factory.mktemp("mall") / "yta")
    for forvaltning in ("Norr", "Syd"):
        rader = []
        for m in range(24):
            klar = date(2022 + m // 12, m % 12 + 1, 20)
            for n in range(10):
                inledd = klar - timedelta(days=30 if n < (9 if m >= 16 else 5) else 200)
                rader.append(f"{forvaltning}-{m}-{n};Barn;K;{inledd};{klar}")
        fil = csv(f"{forvaltning}.csv", "Ärendenr;Målgrupp;Kön;Inledd;Avslutad", *rader)
        yta.load([fil], forvaltning=forvaltning)
    return yta.path


@pytest.fixture
def yta(mall: Path, egen_arbetsyta: Path) -> Workspace:
    return Workspace(shutil.copytree(mall, egen_arbetsyta))


def oppnad_ruta(app: AppTest, nyckel: str) -> AppTest:
    """The page with an expander opened, which is drawn first then."""
    app.session_state[nyckel] = True
    return app.run()


def html(app: AppTest) -> str:
    return " ".join(h.proto.body for h in app.get("html"))


def fyll(app: AppTest, **falt: str) -> AppTest:
    for namn, varde in falt.items():
        slag = {"ord": app.radio, "analys": app.text_area}.get(namn, app.text_input)
        slag(key=f"{namn}-{NYCKEL}-0").set_value(varde)
    return next(b for b in app.button if b.label == "Spara").click().run()


def test_analys_bedomning_och_atgard_skrivs_under_siffran_och_syns_i_atgarder(yta: Workspace):
    app = oppnad_ruta(oppna("utforska.py", indikator=BARN), f"bedomning-{NYCKEL}")
    app = fyll(
        app, ord="godtagbart", analys="Fler i tid.", av="enhetschef", vad="Tidsplan", ansvarig="SAS",
        klart="2099-06-01", fran="2023-05-01",
    )  # fmt: skip
    assert not app.exception
    assert [e.value for e in app.error] == []
    ([b], [a]) = yta.bedomningar(), yta.atgarder()
    assert (b.vinkel.indikator, b.bedomning, b.da[0]["taljare"]) == (BARN, "godtagbart", 184)
    assert (a.bedomning, a.fran, a.oppen) == (b.nr, date(2023, 5, 1), True)
    app = oppnad_ruta(app, f"bedomning-{NYCKEL}")
    assert any("Siffran är densamma nu som då" in c.value for c in app.caption)
    nasta = [app.text_input(key=f"{namn}-{NYCKEL}-1").value for namn in ("av", "vad")]
    assert nasta == ["enhetschef", ""], "nästa formulär är tomt, men minns vem som skriver"
    sidan = html(oppna("atgarder.py"))
    assert "1 pågår inom sin tid" in sidan
    assert "Sedan 2023-05-01: 90" in sidan


@pytest.mark.parametrize(
    ("falt", "vantat"),
    [
        ({"analys": "Fler i tid.", "av": "SAS"}, "Välj en bedömning"),
        ({"analys": "Gäller 701063-2391", "ord": "bra", "av": "SAS"}, "personnummer"),
        ({"ord": "bra", "analys": "Fler.", "av": "SAS", "vad": "X", "klart": "2099-01-01"}, "ansvarig"),
        ({"vad": "Tidsplan", "ansvarig": "SAS", "klart": "i juni"}, "är inte en dag"),
        ({}, "Skriv en analys"),
    ],
)
def test_det_som_fattas_sags_och_inget_sparas_till_halften(yta: Workspace, falt: dict, vantat: str):
    app = fyll(oppnad_ruta(oppna("utforska.py", indikator=BARN), f"bedomning-{NYCKEL}"), **falt)
    assert [vantat in e.value for e in app.error] == [True]
    assert (yta.bedomningar(), yta.atgarder()) == ([], [])


def test_en_forsenad_atgard_foljs_upp_angras_tas_bort_och_laggs_tillbaka(yta: Workspace):
    a = yta.decide("Tidsplan", "SAS", date(2023, 6, 30), id=BARN, beslutad=date(2023, 5, 1))
    app = oppna("atgarder.py")
    assert "1 åtgärd är försenad" in html(app).replace("\u00a0", " ")
    assert app.header[0].value == "Försenade (1)"
    app = oppnad_ruta(app, f"folj-{a.nr}")
    app.selectbox(key=f"status-{a.nr}").set_value("genomförd")
    app.text_input(key=f"uppf-{a.nr}").set_value("Används överallt.")
    app = next(b for b in app.button if b.label == "Spara").click().run()
    assert app.header[0].value == "Avslutade (1)"
    assert "Används överallt." in html(app)
    app = app.button(key=f"angra-{a.nr}").click().run()
    assert yta.atgarder()[0].status == "ej påbörjad"
    app = app.button(key=f"bort-atgard-{a.nr}").click().run()
    assert yta.atgarder() == []
    app.button(key=f"tillbaka-{a.nr}").click().run()
    assert [b.nr for b in yta.atgarder()] == [a.nr]


def test_resultat_utan_analys_raknas_och_leder_till_siffran(yta: Workspace):
    fore = html(oppna("atgarder.py"))
    yta.judge(BARN, "2023", "Fler i tid.", "bra", "SAS")
    app = oppnad_ruta(oppna("atgarder.py"), "utan-analys")
    antal = [int(h.split("resultat saknar")[0].split()[-1]) for h in (fore, html(app))]
    assert antal[0] - antal[1] == 1
    lankar = [p.proto.query_string for p in app.get("page_link")]
    assert len([q for q in lankar if "indikator=" in q]) == antal[1]
    assert not any(q.endswith(f"={BARN}") for q in lankar)


def test_med_ett_urval_som_atgarden_inte_galler_star_den_inte(yta: Workspace):
    forvaltning, annan = yta.values("forvaltning")
    yta.decide("Tidsplan", "SAS", date(2099, 6, 30), id=BARN, where={"forvaltning": forvaltning})
    assert "Tidsplan" in html(oppna("atgarder.py", forvaltning=forvaltning))
    app = oppna("atgarder.py", forvaltning=annan)
    assert "Tidsplan" not in html(app)
    assert any("Ingen åtgärd är beslutad här" in i.value for i in app.info)


def test_en_atgard_om_ett_matt_som_inte_finns_langre_visas_anda(yta: Workspace):
    yta.decide("Tidsplan", "SAS", date(2099, 6, 30), id=BARN)
    with yta.ledger.open() as con:
        con.execute("UPDATE beslutad_atgard SET indikator = 'utgånget_matt'")
    app = oppna("atgarder.py")
    assert not app.exception
    assert "Indikatorn «utgånget_matt» finns inte" in html(app)
    assert not oppnad_ruta(app, "folj-1").exception
