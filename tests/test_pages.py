"""Each page as its reader meets it, without a browser: with figures and without, and what it says then."""

from html import escape
from pathlib import Path

import pytest
from plotly.graph_objects import Figure
from streamlit.testing.v1 import AppTest

from kvalitet_metrics import Workspace
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import OMRADEN
from kvalitet_metrics.ui import pa_sidan

ROT = Path(__file__).resolve().parent.parent
SIDOR = sorted(p.name for p in (ROT / "pages").glob("*.py"))
MED_URVAL = [s for s in SIDOR if "layout.urval()" in (ROT / "pages" / s).read_text("utf-8")]


def oppna(sida: str, **adress: str) -> AppTest:
    """The page through the app's menu, with what the address says after its question mark."""
    app = AppTest.from_file(str(ROT / "app.py"), default_timeout=60)
    app.switch_page(f"pages/{sida}")
    for nyckel, varde in adress.items():
        app.query_params[nyckel] = varde
    return app.run()


@pytest.fixture
def med_exempel(exempel_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The app looks at the example data."""
    monkeypatch.setenv("KVALITET_DATA", str(exempel_workspace.path))
    return exempel_workspace


@pytest.fixture(autouse=True)
def ritningarna_provas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every figure that a page draws is held against Plotly's own rules, which the pages leave out."""
    ritad = pa_sidan.Fardig.to_dict

    def provad(figur: pa_sidan.Fardig) -> dict:
        Figure(ritad(figur))
        return ritad(figur)

    monkeypatch.setattr(pa_sidan.Fardig, "to_dict", provad)


@pytest.mark.parametrize("sida", SIDOR)
def test_utan_uppgifter_ritas_sidan_och_sager_vad_man_gor(sida: str):
    app = oppna(sida)
    assert not app.exception
    assert len(app.title) == 1
    uppmaningar = ["Läs in en Excel- eller CSV-fil" in i.value for i in app.info]
    assert uppmaningar == [True] or sida not in MED_URVAL


def tabellens_nyckel(app: AppTest, id_: str) -> str:
    """The key of what opens to the table of an indicator's chart."""
    nycklar = [ruta.proto.id.split("-", 2)[-1] for ruta in app.expander if ruta.proto.id]
    return next(n for n in nycklar if n.startswith(f"tabell-{id_}-"))


@pytest.mark.parametrize("id_", INDIKATORER)
def test_varje_indikator_visas_med_sin_tabell_pa_utforska(id_: str, med_exempel: Workspace):
    period = "kalenderar" if med_exempel.answer(id_) else "kvalitetsar"
    app = oppna("utforska.py", indikator=id_, period=period)
    assert not app.exception
    assert app.selectbox(key="indikator").value == id_
    assert app.get("plotly_chart")[0].key.startswith(id_)
    assert tabellens_nyckel(app, id_)


EN_AV_VARJE_SLAG = {d.kind: id_ for id_, d in INDIKATORER.items()}.values()


@pytest.mark.parametrize("id_", EN_AV_VARJE_SLAG)
def test_tabellen_under_diagrammet_gors_nar_den_oppnas(id_: str, med_exempel: Workspace):
    period = "kalenderar" if med_exempel.answer(id_) else "kvalitetsar"
    app = oppna("utforska.py", indikator=id_, period=period)
    fore = len(app.get("download_button"))
    app.session_state[tabellens_nyckel(app, id_)] = True
    app.run()
    assert len(app.get("download_button")) == fore + 2
    assert any("<caption>" in h.proto.body for h in app.get("html"))


@pytest.mark.parametrize("id_", EN_AV_VARJE_SLAG)
def test_varje_slag_av_indikator_forklaras_pa_sa_raknas_det(id_: str, med_exempel: Workspace):
    app = oppna("sa_raknas_det.py", indikator=id_)
    assert not app.exception
    assert [s.value for s in app.subheader] == [INDIKATORER[id_].namn]
    text = "".join(h.proto.body for h in app.get("html"))
    assert all(escape(t) in text for t in (INDIKATORER[id_].varfor, INDIKATORER[id_].sql()))


@pytest.mark.parametrize("period", ["kalenderar", "kvalitetsar", "tertial", "kvartal", "manad", "total"])
def test_oversikten_ritas_for_varje_slag_av_period(period: str, med_exempel: Workspace):
    assert not oppna("oversikt.py", period=period).exception


def test_ett_urval_utan_uppgifter_blir_en_mening_och_inget_tomt_diagram(med_exempel: Workspace):
    app = oppna("utforska.py", indikator="samverkan_andel", fran="2020", till="2020")
    assert len(app.get("plotly_chart")) == 0
    assert any("inga uppgifter i det här urvalet" in i.value for i in app.info)


def test_fran_och_till_i_fel_ordning_byter_plats(med_exempel: Workspace):
    app = oppna("utforska.py", fran="2023", till="2022")
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1


def test_alla_omraden_namns_pa_oversikten(med_exempel: Workspace):
    html = " ".join(h.proto.body for h in oppna("oversikt.py").get("html"))
    text = html + " ".join(c.value for c in oppna("oversikt.py").caption)
    assert [namn for namn in OMRADEN.values() if namn not in text] == []


def utredningar(enhet: str, ar: int) -> tuple[str, bytes]:
    """A file with one finished investigation at that unit."""
    rader = [
        "Ärendenr;Kön;Ålder;Enhet;Lagrum;Inledd;Avslutad",
        f"U-{ar};Flicka;9;{enhet};SoL 11:1;{ar}-01-10;{ar}-03-01",
    ]
    return f"utredningar_{ar}.csv", "\n".join(rader).encode()


def test_ett_nytt_namn_kan_ges_sin_betydelse(egen_arbetsyta: Path):
    yta = Workspace(egen_arbetsyta)
    yta.load(utredningar("Enheten för vuxna", 2022))
    yta.load(utredningar("Enheten för vuxan", 2023))
    app = oppna("ladda_upp.py")
    assert app.selectbox(key="betyder-enhet-Enheten för vuxan").value == "Enheten för vuxna", (
        "närmaste föreslås"
    )
    app.button(key="spara-enhet-Enheten för vuxan").click().run()
    assert not app.exception
    assert Workspace(egen_arbetsyta).values("enhet") == ["Enheten för vuxna"]
    assert not [b for b in app.button if str(b.key).startswith("spara-")]


def test_ett_brott_kan_skrivas_in_och_tas_bort_pa_sidan(egen_arbetsyta: Path):
    yta = Workspace(egen_arbetsyta)
    yta.load(utredningar("Norr", 2022))
    yta.load(utredningar("Norr", 2023))
    app = oppna("ladda_upp.py")
    app.session_state["brotten"] = True
    app.run()
    app.selectbox(key="brott-matt").select("utredning_barn_inom_fyra_manader").run()
    app.selectbox(key="brott-kolumn").select("enhet").run()
    app.text_input(key="brott-dag").input("2023-01-01").run()
    app.text_input(key="brott-orsak").input("Nya blanketter").run()
    app.button(key="brott-spara").click().run()
    assert not app.exception
    (b,) = Workspace(egen_arbetsyta).brott.list()
    assert (b.galler, b.kolumn, b.varde, b.orsak) == ("utredning", "enhet", "Norr", "Nya blanketter")
    utforska = oppna("utforska.py", indikator="utredning_barn_inom_fyra_manader")
    utforska.session_state[tabellens_nyckel(utforska, "utredning_barn_inom_fyra_manader")] = True
    utforska.run()
    rubriker = " ".join(h.proto.body for h in utforska.get("html"))
    assert "Norr räknas på ett nytt sätt sedan 2023" in rubriker
    app.button(key=f"bort-brott-{b.nr}").click().run()
    assert not app.exception
    assert Workspace(egen_arbetsyta).brott.list() == []


def test_en_ruta_jamfor_inte_over_ett_brott(med_exempel: Workspace):
    app = oppna("oversikt.py", forvaltning="Bromma stadsdelsförvaltning")
    html = " ".join(h.proto.body for h in app.get("html"))
    rader = [rad for rad in html.split("<tr ") if "Jämförs inte med 2022: nytt räknesätt" in rad]
    for id_ in ("avvikelser_antal", "avvikelser_per_kvalitetsomrade"):
        assert any(INDIKATORER[id_].namn in rad for rad in rader)


def test_en_granskning_planeras_och_formularet_kan_hamtas_forst_med_en_fraga(med_exempel: Workspace):
    app = oppna("granskning.py", fran="2023", till="2023")
    html = " ".join(h.proto.body for h in app.get("html"))
    assert "För ±\xa010\xa0procentenheter behövs" in html
    assert "<caption>Ärenden per grupp</caption>" in html
    assert app.get("download_button")[0].proto.disabled
    app.segmented_control(key="granska-efter").set_value("Antal ärenden").run()
    app.number_input(key="granska-antal").set_value(15).run()
    app.text_area(key="granska-fragor").input("Har barnet hörts?").run()
    assert not app.exception
    assert "Med 15 av" in " ".join(h.proto.body for h in app.get("html"))
    knapp = app.get("download_button")[0].proto
    assert (knapp.disabled, knapp.label) == (False, "Hämta formuläret (15\xa0ärenden)")


def test_en_liten_grupp_ar_dold_nar_en_granskning_planeras(egen_arbetsyta: Path):
    rader = ["Ärendenr;Kön;Ålder;Enhet;Inledd;Avslutad"]
    rader += [f"U-{n};{'Pojke' if n < 3 else 'Flicka'};9;Norr;2023-01-10;2023-03-01" for n in range(30)]
    Workspace(egen_arbetsyta).load(("utredningar.csv", "\n".join(rader).encode()))
    html = " ".join(h.proto.body for h in oppna("granskning.py").get("html"))
    assert html.count(">dold<") == 4, "de tre pojkarna, och flickorna som annars skulle avslöja dem"


def test_utan_arendelistor_sager_planeringen_vad_man_gor(egen_arbetsyta: Path):
    svar = "Granskning: Egen\nÄrendenr;Granskningsdatum;Är den klar?\nG-1;2023-05-02;Ja\n"
    Workspace(egen_arbetsyta).load(("granskning.csv", svar.encode()))
    app = oppna("granskning.py")
    assert not app.exception
    assert ["Läs in en lista" in i.value for i in app.info] == [True]


SYDVAST = "Socialförvaltning Sydväst, Göteborgs Stad"
LEX = "lex_sarah_rapporter"


@pytest.mark.parametrize(
    "diagram, id_, mer, sagt",
    [
        (
            "Styrdiagram",
            "lex_sarah_rapporter",
            {"forvaltning": SYDVAST, "period": "kvartal"},
            "bandet är det som",
        ),
        ("Tratt", "enkat_andel_positiva", {}, "Ingen rangordning"),
    ],
)
def test_utforska_ritar_det_som_valts_dar_det_gar(diagram, id_, mer, sagt, med_exempel: Workspace):
    app = oppna("utforska.py", indikator=id_, diagram=diagram, **mer)
    assert not app.exception
    assert app.radio(key="form").value == diagram
    assert any(sagt in h.proto.body for h in app.get("html"))


def test_utforska_erbjuder_inga_granser_dar_det_inte_finns_nagra(med_exempel: Workspace):
    app = oppna("utforska.py", indikator="samverkan_andel", diagram="Styrdiagram")
    assert not app.exception
    assert "Styrdiagram" not in [o for r in app.radio for o in r.options]


def test_sidan_och_rutan_sager_samma_sak_om_forandringen(med_exempel: Workspace):
    mer = {"forvaltning": SYDVAST, "period": "kalenderar"}
    (sagt,) = med_exempel.verdict(LEX, where={"forvaltning": SYDVAST}, viewer="intern")
    ruta = " ".join(h.proto.body for h in oppna("oversikt.py", **mer).get("html"))
    sida = " ".join(
        h.proto.body for h in oppna("utforska.py", indikator="lex_sarah_rapporter", **mer).get("html")
    )
    assert escape(sagt["kort"]) in ruta
    assert escape(sagt["mening"]) in sida


def test_jamstalldheten_sags_dar_kon_finns(med_exempel: Workspace):
    app = oppna("utforska.py", indikator="utredning_vuxna_inom_frist")
    html = " ".join(h.proto.body for h in app.get("html")) + " ".join(m.value for m in app.markdown)
    assert "Jämställdhet" in [s.value for s in app.subheader]
    assert "för kvinnor än för män" in html


OMRADESSIDOR = ["egenkontroller.py", "fritid.py", "jamforelser.py", "risker.py"]


@pytest.mark.parametrize("sida", OMRADESSIDOR)
def test_utan_just_de_uppgifterna_sager_sidan_vilken_export_som_ger_dem(sida: str, egen_arbetsyta: Path):
    Workspace(egen_arbetsyta).load(utredningar("Norr", 2023))
    app = oppna(sida)
    assert not app.exception
    assert any("Siffrorna kommer ur «" in i.value for i in app.info)


def test_riskerna_borjar_med_ett_svar_och_de_kritiska_utan_atgard(med_exempel: Workspace):
    html = [h.proto.body for h in oppna("risker.py").get("html")]
    text = " ".join(html).replace("\u00a0", " ")
    assert (
        "7 risker i riskanalysen 2023: 4 kritiska och 3 medium. 2 av de 4 kritiska har ingen åtgärd." in text
    )
    lista = next(h for h in html if "7\u00a0risker i riskanalysen 2023</caption>" in h)
    assert lista.index("Felaktig eller missvisande") < lista.index("Hög personalomsättning")


def test_egenkontrollerna_star_i_sin_manad_med_tecken_och_ord(med_exempel: Workspace):
    hjul = next(
        h.proto.body for h in oppna("egenkontroller.py").get("html") if '"km-arshjul"' in h.proto.body
    )
    februari = hjul.split("<strong>Februari</strong>")[1].split("<strong>")[0]
    assert "Granskning av en enhets alla ärenden efter lex Sarah" in februari
    assert 'aria-label="inte bedömd"' in februari


def test_ett_mal_och_ett_snitt_star_i_var_sin_kolumn(med_exempel: Workspace):
    tabell = next(h.proto.body for h in oppna("fritid.py").get("html") if "Mot målet</th>" in h.proto.body)
    assert "«good enough»-målet</th>" in tabell
    assert "KEKS-snittet</th>" in tabell
    assert "✓ når målet" in tabell


def test_datakvalitet_borjar_med_svaret_och_leder_till_sina_delar(med_exempel: Workspace):
    app = oppna("datakvalitet.py")
    sagt = [h.proto.body for h in app.get("html")]
    assert any("Kort svar:" in s and "Med förbehåll" in s for s in sagt), (
        "exempeldatan har saker som inte stämmer"
    )
    (hopp,) = [s for s in sagt if "km-hopp" in s and "<nav" in s]
    assert [h.proto.anchor for h in app.header if f'href="#{h.proto.anchor}"' not in hopp] == []
    assert hopp.count("<li>") == len(app.header) == 5
    app.session_state["alla-matt"] = True
    app.run()
    oppnat = [h.proto.body for h in app.get("html")]
    assert any("Vad varje mått bygger på" in s and "utforska?indikator=" in s for s in oppnat)
