"""The management group's page without a browser: a meeting is planned, arranged and shown."""

from datetime import date

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.tyngd import LATTAST, TYNGST, tyngd
from kvalitet_metrics.charts import Matt, Punkt, Serie
from kvalitet_metrics.charts.jamforelse import ryms
from kvalitet_metrics.charts.storbild import SKALA, ritad, storbild
from kvalitet_metrics.charts.theme import LITEN, LJUS
from kvalitet_metrics.store.moten import Bild
from tests.test_pages import oppna

BARN = "utredning_barn_inom_fyra_manader"
SIDA = "ledningsgrupp.py"


@pytest.fixture
def yta(egen_exempel_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The app looks at a copy of the example data that may be changed, and where no meeting is planned."""
    for mote in egen_exempel_workspace.moten.list():
        egen_exempel_workspace.moten.remove(mote.nr)
    monkeypatch.setenv("KVALITET_DATA", str(egen_exempel_workspace.path))
    return egen_exempel_workspace


def skrivet(app) -> str:
    return " ".join(h.proto.body for h in app.get("html"))


def test_ett_mote_planeras_ordnas_och_visas(yta: Workspace):
    app = oppna(SIDA)
    assert "Inget möte är planerat" in app.info[0].value
    mote = yta.moten.create("Ledningsgrupp", date.today())
    app = oppna(SIDA, mote=str(mote.nr))
    app.button(key="mote-lagg-till").click().run()
    app.selectbox(key="mote-matt").set_value("avvikelser_antal").run()
    app.button(key="mote-lagg-till").click().run()
    assert not app.exception
    forst, sist = yta.moten.get(mote.nr).bilder
    assert (forst.vinkel.indikator, sist.vinkel.indikator) == (BARN, "avvikelser_antal")
    app.button(key=f"mote--1-{sist.nr}").click().run()
    app.text_input(key=f"mote-rubrik-{sist.nr}").set_value("Varför ökar de?").run()
    assert [b.rubrik for b in yta.moten.get(mote.nr).bilder] == ["Varför ökar de?", ""]
    app.text_input(key=f"mote-rubrik-{sist.nr}").set_value("Gäller 701063-2391").run()
    assert "personnummer" in app.error[0].value
    app = oppna(SIDA, mote=str(mote.nr))
    next(b for b in app.button if b.label == "Föreslå ordning").click().run()
    assert not app.exception
    assert yta.moten.get(mote.nr).bilder[0].vinkel.indikator == BARN, "målet nås inte, så den går först"
    app = oppna(SIDA, visa=str(mote.nr))
    assert not app.exception
    assert "Det här är det första mötet" in skrivet(app)
    assert "Varför ökar de?" in skrivet(app)
    assert len(app.get("plotly_chart")) == 2
    app = oppna(SIDA, mote=str(mote.nr))
    app.button(key=f"mote-bort-{sist.nr}").click().run()
    assert [b.nr for b in yta.moten.get(mote.nr).bilder] == [forst.nr]


def test_ett_tomt_mote_far_forslag_och_det_som_inte_gar_att_visa_sags(yta: Workspace):
    mote = yta.moten.create("Ledningsgrupp", date.today())
    app = oppna(SIDA, mote=str(mote.nr))
    next(b for b in app.button if b.label == "Föreslå bilder").click().run()
    assert not app.exception
    assert 0 < len(yta.moten.get(mote.nr).bilder) <= 6
    yta.moten.add(mote.nr, Bild(yta.vinkel("samverkan_andel"), fran=2020, till=2020))
    yta.moten.add(mote.nr, Bild(yta.vinkel(BARN, where={"kon": "flickor"})))
    app = oppna(SIDA, visa=str(mote.nr))
    assert not app.exception
    assert "Inga uppgifter i bildens urval" in skrivet(app)
    assert "går inte att visa här" in skrivet(app)


def test_fran_utforska_laggs_vyn_som_bild(yta: Workspace):
    mote = yta.moten.create("Ledningsgrupp", date.today())
    app = oppna("utforska.py", indikator=BARN, dela="kon", period="tertial")
    app.button(key="till-mote-spara").click().run()
    assert not app.exception
    [bild] = yta.moten.get(mote.nr).bilder
    assert bild.vinkel == yta.vinkel(BARN, "tertial", ["kon"])


def test_det_samre_gar_fore_det_som_star_stilla():
    mal = {"nas": False, "sakert": True}
    fallen = [
        {"utfall": "sämre", "mal": mal},
        {"utfall": "sämre", "mal": None},
        {"utfall": "ingen säker förändring", "mal": mal},
        {"utfall": "bättre", "mal": None},
        {"utfall": "ingen säker förändring", "mal": {"nas": False, "sakert": False}},
        {"utfall": "inget utlåtande", "mal": None},
    ]
    assert list(map(tyngd, fallen)) == list(range(TYNGST, LATTAST + 1))


def test_sextio_enheter_blir_de_som_ryms_med_lasbar_text_i_sin_egen_ordning():
    ar = date(2023, 1, 1), date(2023, 12, 31)
    serier = [
        Serie(f"Enheten för ekonomiskt bistånd nr {i}", (Punkt("2023", *ar, 0.5, 50 + i, 100 + 2 * i),))
        for i in range(60)
    ]
    bild = storbild(serier, Matt("Andel", "andel", "hogre", ("enhet",), "Enhet"), LJUS, 744)
    assert (bild.visade, bild.av) == (ryms(ritad(744)), 60)
    assert bild.skala == SKALA
    assert SKALA * LITEN >= 32
    assert bild.figur["layout"]["height"] * bild.skala <= 744 + 1
    namn = [a["text"] for a in bild.figur["layout"]["annotations"] if "nr" in a["text"]]
    assert namn == [s.namn for s in serier[-bild.visade :]]
