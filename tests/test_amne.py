"""The topic pages: what they say in words, and what the chain of lex Sarah shows of the log."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kvalitet_metrics import Workspace
from kvalitet_metrics.charts import Matt, Serie
from kvalitet_metrics.charts.kedja import Led, kedja
from kvalitet_metrics.charts.laget import Del, laget, storst
from kvalitet_metrics.charts.serie import Punkt
from kvalitet_metrics.charts.theme import LJUS
from kvalitet_metrics.text import NBSP
from kvalitet_metrics.ui.lex_sarah import Utfall, tabell
from tests.test_pages import oppna

TYST = {"utfall": "inget utlåtande", "kort": "Jämförs inte: bara en period", "skal": "en period", "mal": None}


def andel(namn: str, taljare: int, namnare: int, riktning: str = "hogre", **sagt) -> Del:
    """An indicator that is a share, and what is said of it."""
    punkt = Punkt("2023", date(2023, 1, 1), date(2023, 12, 31), taljare / namnare, taljare, namnare)
    utlatande = TYST | sagt
    return Del(Matt(namn, "andel", riktning), Serie("", (punkt,)), utlatande, utlatande)


def i_text(meningar: list[tuple[str, str]]) -> list[str]:
    """The sentences as they are read."""
    return [" ".join(m) for m in meningar]


def test_laget_sager_svagast_och_starkast_vilken_vag_som_an_ar_battre():
    sagt = i_text(laget([andel("A", 8, 10), andel("B", 9, 10, "lagre"), andel("C", 9, 10)]))
    assert sagt == [
        f"A 2023: 80,0{NBSP}% (8 av 10).",
        f"B 2023: 90,0{NBSP}% (9 av 10), svagast av måtten.",
        f"C 2023: 90,0{NBSP}% (9 av 10), starkast av måtten.",
        "Om förändring går inget att säga för 3 mått: bara en period.",
    ]


def test_laget_skiljer_det_som_andrats_fran_det_som_kan_vara_slump():
    battre = andel("A", 8, 10, utfall="bättre", kort="+8,0 procentenheter mot 2022, bättre")
    lika = andel("B", 8, 10, utfall="ingen säker förändring", kort="Inom det som brukar förekomma")
    sagt = i_text(laget([battre, lika]))
    assert sagt[-2:] == ["Bättre: A (+8,0 procentenheter mot 2022).", "Ingen säker förändring: B."]
    assert "svagast" not in " ".join(sagt), "lika stora rangordnas inte"


def test_laget_visar_inget_av_det_dolda():
    syns, dolt = andel("A", 8, 10), andel("B", 3, 10)
    dolt = replace(dolt, serie=Serie("", (replace(dolt.serie.sista, varde=None, dold=True),)))
    assert i_text(laget([syns, dolt]))[1] == "Dold för att skydda enskilda: B."
    assert storst([dolt.serie], dolt.matt) == []
    assert laget([]) == []


def test_malet_sags_med_matten():
    assert "målet 100 % nås inte" in laget([andel("A", 8, 10, mal={"varde": 1.0, "nas": False})])[0][
        1
    ].replace(NBSP, " ")


def test_kedjan_sager_vad_som_foll_bort_och_raknar_ihop():
    leden = Utfall(87, 2, 3, 39, 43, 7, 1).leden()
    assert [led.antal for led in leden] == [87, 85, 43, 7]
    assert [led.bort for led in leden] == [
        "2 utreddes inte",
        "3 har ingen bedömning än, 39 var inget missförhållande",
        "35 var inte allvarliga, 1 allvarlig saknar dag för anmälan",
        "",
    ]


def test_kedjan_later_ingen_rakna_fram_det_dolda():
    leden = Utfall(87, None, 0, None, 43, 7, None).leden()
    assert [led.antal for led in leden] == [87, None, 43, 7]
    assert [led.bort for led in leden] == ["", "", "", ""]
    figur = kedja(leden, LJUS)
    assert "dold" in " ".join(a["text"] for a in figur["layout"]["annotations"])
    assert len(figur["data"]) == 2


def test_kedjans_tabell_haller_det_dolda_dolt_ocksa_i_filen():
    t = tabell({"2023": Utfall(87, None, 0, None, 43, 7, None)})
    assert t.rader == (("2023", "87", "dold", "43", "7", ""),)
    assert t.celler == (("2023", 87, "dold", 43, 7, ""),)
    assert len(t.rubriker) == len(t.slag) == len(t.rader[0])


def test_kedjan_star_for_fler_anmalningar_an_missforhallanden():
    leden = Utfall(3, 0, 2, 0, 1, 2, 0).leden()
    assert "-" not in " ".join(led.bort for led in leden)
    assert kedja([Led("Inga", 0)], LJUS)["data"][0]["x"] == [0.004]


LOGG = """Dnr;Rapport inkom;Enhet;Kategori;Utredning inledd;Avslutad;Bedömning;IVO-anmäld datum
L-1;2023-01-10;Norr;Bemötande;2023-01-11;2023-02-10;Allvarligt missförhållande;2023-02-11
L-2;2023-02-10;Norr;Bemötande;2023-02-11;2023-03-10;Ej missförhållande;
L-3;2023-03-10;Norr;Bemötande;2023-03-12;;;
L-4;2023-04-10;Norr;Bemötande;;;Utredning ej inledd;
L-5;2023-05-10;Norr;Bemötande;;;Pågår;
L-6;2023-05-11;Norr;Bemötande;2023-05-12;;Missförhållande;
"""


@pytest.fixture
def lex_sarah(egen_arbetsyta: Path) -> AppTest:
    """The page with a log of six reports, two of them open and one judged without a day."""
    Workspace(egen_arbetsyta).load(("lex_sarah_2023.csv", LOGG.encode()))
    return oppna("lex_sarah.py")


def test_lex_sarah_star_i_kedja_med_dagar_och_oppna(lex_sarah: AppTest):
    assert not lex_sarah.exception
    html = " ".join(h.proto.body for h in lex_sarah.get("html"))
    assert "Av 6 lex Sarah-rapporter 2023 (del) utreddes 5, 2 var missförhållande" in html
    assert "3 utan dag" in html, "de öppna och den som saknar dag för beslut"
    assert '2, den äldsta sedan <span class="km-hel">2023-03-10' in html, "en bedömd rapport är inte öppen"
    assert "Öppna utan beslut, äldst först" in [h.value for h in lex_sarah.header]
    assert "L-3" not in html, "ärendets nummer visas aldrig"
