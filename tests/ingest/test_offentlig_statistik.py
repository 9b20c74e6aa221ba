"""Published statistics that no profile knows: mapped, loaded and asked for, each cell as published."""

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest.mapped import karta_ur, profil_av
from kvalitet_metrics.ingest.read import Inlasning, read_file
from tests.ingest.filer import NYCKEL, felrader, rader, xlsx

BEHORIGA = "Behöriga till yrkesprogram"
ALLA_AMNEN = "Godkända i alla ämnen"
SKOLOR = {
    "id": "slutbetyg",
    "namn": "Slutbetyg i årskurs 9 per skola",
    "periodslag": "lasar",
    "period": "filen",
    "kolumner": [
        {"rubrik": "Skola", "roll": "enhet"},
        {"rubrik": "Skolkommun", "roll": "kommun"},
        {"rubrik": "Antal elever", "roll": "namnare"},
        {"rubrik": "Antal behöriga", "roll": "taljare", "matt": BEHORIGA},
        {"rubrik": "Andel (%) behörig yrkesprog.", "roll": "procent", "matt": BEHORIGA},
        {"rubrik": "Antal i alla ämnen", "roll": "taljare", "matt": ALLA_AMNEN},
        {"rubrik": "Meritvärde (17)", "roll": "varde", "matt": "Meritvärde"},
    ],
}
SKOLFIL = """Statistik från Skolverket

Grundskolan - Slutbetyg årskurs 9, samtliga elever
Valt läsår: {lasar}

{rubriker}
{rader}

".." Uppgiften bygger på färre än tio elever.;
"""
RUBRIKER = (
    "Skola;Skol-enhetskod;Skolkommun;Kommun-kod;Antal elever;Antal behöriga;Andel (%) behörig yrkesprog.;"
    "Antal i alla ämnen;Meritvärde (17);"
)
AR_1 = """Aspskolan;71000001;Ale;1440;1 192;1 156;97,0;948;231,4;
Björkskolan;71000002;Ale;1440;103;{bjork};87,4;.;215,0;
Eksskolan;71000003;Mark;1463;25;24;~100;24;274,2;
Granskolan;71000004;Mark;1463;..;..;..;..;..;"""


def skolfil(lasar: str = "2021/22", bjork: str = "90", **nytt: str) -> bytes:
    """The file of one school year; one numerator can be made to differ from the stated share."""
    text = SKOLFIL.format(lasar=lasar, rubriker=RUBRIKER, rader=AR_1.format(bjork=bjork))
    for gammalt, ny in nytt.items():
        text = text.replace(gammalt, ny)
    return text.encode("utf-8-sig")


HUVUDMAN = """
    Läsår   | Kommun | Typ av huvudman | Kön      | Antal elever | Antal behöriga
    2022/23 | Riket  | Samtliga        | Samtliga | 71           | 61
    2022/23 | Ale    | Samtliga        | Samtliga | 38           | 32
    2022/23 | Ale    | Samtliga        | Flickor  | 22           | 20
    2022/23 | Ale    | Samtliga        | Pojkar   | 16           | 12
    2022/23 | Ale    | Kommunal        | Samtliga | 30           | 25
    2022/23 | Ale    | Kommunal        | Flickor  | 18           | 16
    2022/23 | Ale    | Kommunal        | Pojkar   | 12           | 9
    2022/23 | Ale    | Enskild         | Samtliga | ..           | ..
    2022/23 | Ale    | Enskild         | Flickor  | ..           | ..
    2022/23 | Ale    | Enskild         | Pojkar   | ..           | ..
    2022/23 | Mark   | Samtliga        | Samtliga | 33           | 29
    2022/23 | Mark   | Kommunal        | Samtliga | 33           | 29
    2022/23 | Mark   | Kommunal        | Flickor  | 20           | 18
    2022/23 | Mark   | Kommunal        | Pojkar   | 13           | 11
"""
KOMMUNER = {
    "id": "behorighet",
    "namn": "Behörighet per kommun",
    "periodslag": "lasar",
    "totaler": ["Riket"],
    "kolumner": [
        {"rubrik": "Läsår", "roll": "period"},
        {"rubrik": "Kommun", "roll": "kommun"},
        {"rubrik": "Typ av huvudman", "roll": "underkategori"},
        {"rubrik": "Kön", "roll": "kon"},
        {"rubrik": "Antal elever", "roll": "namnare", "matt": "Behöriga"},
        {"rubrik": "Antal behöriga", "roll": "taljare", "matt": "Behöriga"},
    ],
}
AKUTEN = {
    "id": "akuten",
    "namn": "Akutmottagningar",
    "periodslag": "manad",
    "tusental": ",",
    "kolumner": [
        {"rubrik": "period", "roll": "period"},
        {"rubrik": "org_code", "roll": "enhet"},
        {"rubrik": "type", "roll": "underkategori"},
        {"rubrik": "attendances", "roll": "namnare", "matt": "Över fyra timmar"},
        {"rubrik": "breaches", "roll": "taljare", "matt": "Över fyra timmar"},
        {"rubrik": "admissions", "roll": "antal", "matt": "Inlagda"},
    ],
}
AKUTFIL = b"""period,org_code,type,attendances,breaches,admissions
2016-04-01,RAA,1,"18,628","2,678","5,000"
2016-04-01,RAA,other,900,0,0
2016-04-01,RAB,1,"1,200",30,400
2016-05-01,RAA,1,"17,000","1,700","4,100"
2016-05-01,RAB,1,0,0,0
"""


@pytest.fixture(scope="module")
def yta(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with two school years, a year of municipalities, and two months of emergency units."""
    arbetsyta = Workspace(tmp_path_factory.mktemp("statistik"))
    for karta in (SKOLOR, KOMMUNER, AKUTEN):
        arbetsyta.profiler.import_(json.dumps(karta))
    filer = [
        ("slutbetyg_2022.csv", skolfil()),
        ("slutbetyg_2021.csv", skolfil("2020/21", "91").replace(b"87,4", b"88,3")),
        ("behorighet.xlsx", xlsx(HUVUDMAN)),
        ("ae.csv", AKUTFIL),
    ]
    assert [k.status for k in arbetsyta.load(filer)] == ["loaded"] * 4
    return arbetsyta


def svar(yta: Workspace, matt: str, *kolumner: str, period: str = "lasar", **var: str) -> list[tuple]:
    """Period, breakdown, numerator and denominator of a measure."""
    found = yta.answer("nyckeltal_varde", period, kolumner, {"kategori": matt, **var})
    return [(r["period"], *(r[k] for k in kolumner), r["taljare"], r["namnare"]) for r in found]


def las(namn: str, innehall: bytes, karta: dict) -> Inlasning:
    """A file read by a mapping."""
    return read_file(namn, innehall, key=NYCKEL, mapped=[profil_av(karta_ur(karta))])


def test_varje_publicerad_andel_kommer_ur_antalen_cell_for_cell(yta: Workspace):
    found = yta.answer("nyckeltal_varde", "lasar", ["enhet"], {"kategori": BEHORIGA})
    procent = {
        (r["period"], r["enhet"]): Decimal(100 * r["varde"]).quantize(Decimal("0.1"), ROUND_HALF_UP)
        for r in found
        if r["varde"] is not None
    }
    assert procent == {
        ("2020/21", "Aspskolan"): Decimal("97.0"),
        ("2020/21", "Björkskolan"): Decimal("88.3"),
        ("2020/21", "Eksskolan"): Decimal("96.0"),
        ("2021/22", "Aspskolan"): Decimal("97.0"),
        ("2021/22", "Björkskolan"): Decimal("87.4"),
        ("2021/22", "Eksskolan"): Decimal("96.0"),
    }


def test_en_namnare_utan_matt_ar_namnare_for_alla_andelar_i_tabellen(yta: Workspace):
    assert svar(yta, BEHORIGA, "enhet")[4] == ("2021/22", "Aspskolan", 1156, 1192)
    assert svar(yta, ALLA_AMNEN, "enhet")[4] == ("2021/22", "Aspskolan", 948, 1192)


def test_summan_over_skolor_ar_summan_av_taljare_genom_summan_av_namnare(yta: Workspace):
    assert svar(yta, BEHORIGA)[1] == ("2021/22", 1156 + 90 + 24, 1192 + 103 + 25)
    assert svar(yta, BEHORIGA, "kommun")[2:] == [("2021/22", "Ale", 1246, 1295), ("2021/22", "Mark", 24, 25)]
    assert svar(yta, ALLA_AMNEN, "kommun")[2] == ("2021/22", "Ale", 948, 1192), (
        "punkten hör inte till någon sida"
    )


def test_det_som_ar_dolt_saknas_med_skal_och_blir_aldrig_noll(yta: Workspace):
    found = yta.rows(
        "nyckeltal_varde", {"kategori": [BEHORIGA, ALLA_AMNEN], "enhet": ["Granskolan", "Björkskolan"]}
    )
    skal = {(r.enhet, r.kategori): r.saknas for r in found.itertuples() if r.matt != r.matt}
    assert skal == {
        ("Granskolan", BEHORIGA): "sekretess",
        ("Granskolan", ALLA_AMNEN): "sekretess",
        ("Björkskolan", ALLA_AMNEN): "ej tillämplig",
    }
    [granskolan] = yta.answer(
        "nyckeltal_varde", "lasar", ["enhet"], {"kategori": BEHORIGA, "enhet": "Granskolan"}, date(2021, 7, 1)
    )
    assert (granskolan["varde"], granskolan["taljare"], granskolan["bortfall"]) == (None, None, 1)


def test_posterna_bakom_ett_tal_leder_till_fil_blad_rad_och_cell(yta: Workspace):
    found = yta.rows("nyckeltal_varde", {"kategori": ALLA_AMNEN, "enhet": "Eksskolan"})
    assert [(r.fil, r.blad, r.rad, r.kolumn) for r in found.itertuples()] == [
        ("slutbetyg_2022.csv", "Text", 9, "H"),
        ("slutbetyg_2021.csv", "Text", 9, "H"),
    ]


def test_ett_lasar_ar_juli_till_juni_och_inget_kvalitetsar(yta: Workspace):
    first = yta.answer("nyckeltal_varde", "lasar", [], {"kategori": BEHORIGA})[0]
    assert (first["period"], first["period_start"], first["period_end"]) == (
        *("2020/21", date(2020, 7, 1), date(2021, 6, 30)),
    )
    for annat in ("kvalitetsar", "kalenderar", "manad"):
        assert svar(yta, BEHORIGA, period=annat) == []
    assert svar(yta, BEHORIGA, period="mattillfalle")[0] == ("2020-07-01–2021-06-30", 1271, 1320)


@pytest.mark.parametrize("lasar", ["2022/23", "2022/2023", "2022–23", "Läsåret 2022/23", "lå 2022/23"])
def test_lasar_i_alla_skrivsatt(lasar: str):
    tabell = {"Blad1": [["Läsår", "Kommun", "Typ av huvudman", "Kön", "Antal elever", "Antal behöriga"]]}
    tabell["Blad1"].append([lasar, "Ale", "Kommunal", "Flickor", 10, 9])
    [rad] = rader(las("fil.xlsx", xlsx(tabell), KOMMUNER))
    assert (rad["period_start"], rad["period_end"]) == (date(2022, 7, 1), date(2023, 6, 30))


def test_samma_text_ar_ett_kvalitetsar_dar_kartlaggningen_sager_det():
    [rad, *_] = rader(las("f.xlsx", xlsx(HUVUDMAN), KOMMUNER | {"periodslag": "kvalitetsar"}))
    assert (rad["period_start"], rad["period_end"]) == (date(2022, 9, 1), date(2023, 8, 31))


def test_andelen_som_kallan_anger_jamfors_med_antalen_och_raknas_aldrig():
    lika = las("f.csv", skolfil(), SKOLOR).warnings
    assert any("samma andel som antalen ger i 2 av 2\xa0celler" in v for v in lika)
    olika = [v for v in las("f.csv", skolfil(bjork="80"), SKOLOR).warnings if "samma andel" in v]
    assert "1 av 2\xa0celler" in olika[0]
    assert "G8 anger 87,4\xa0%, 80 av 103 är 77,7\xa0%" in olika[0]
    assert not las("f.csv", skolfil(bjork="80"), SKOLOR).refused


def test_helheten_galler_dar_en_del_ar_dold_och_laggs_aldrig_till_delarna(yta: Workspace):
    assert svar(yta, "Behöriga", "kommun") == [("2022/23", "Ale", 32, 38), ("2022/23", "Mark", 29, 33)]
    assert svar(yta, "Behöriga") == [("2022/23", 61, 71)]
    assert svar(yta, "Behöriga", "kommun", "underkategori") == [
        ("2022/23", "Ale", "Enskild", None, None),
        ("2022/23", "Ale", "Kommunal", 25, 30),
        ("2022/23", "Mark", "Kommunal", 29, 33),
    ]
    assert svar(yta, "Behöriga", "kon", kommun="Ale") == [
        ("2022/23", "flickor", 20, 22),
        ("2022/23", "pojkar", 12, 16),
    ]
    assert svar(yta, "Behöriga", kommun="Ale", kon="pojkar", underkategori="Kommunal") == [("2022/23", 9, 12)]


def test_delarna_och_helheten_blandas_inte_nar_kallan_bara_har_nagra_av_dem(tmp_path: Path):
    glest = [rad for rad in HUVUDMAN.splitlines() if "Riket" not in rad]
    glest = [rad for rad in glest if "Samtliga" not in rad or "Samtliga        | Samtliga" in rad]
    arbetsyta = Workspace(tmp_path)
    arbetsyta.profiler.import_(json.dumps(KOMMUNER))
    arbetsyta.load([("glest.xlsx", xlsx("\n".join(glest)))])
    assert svar(arbetsyta, "Behöriga", "kommun") == [("2022/23", "Ale", 32, 38), ("2022/23", "Mark", 29, 33)]
    assert svar(arbetsyta, "Behöriga", "kon", kommun="Ale") == [
        ("2022/23", "flickor", 16, 18),
        ("2022/23", "pojkar", 9, 12),
    ]
    assert svar(arbetsyta, "Behöriga", "kon", "underkategori", kommun="Mark") == [
        ("2022/23", "flickor", "Kommunal", 18, 20),
        ("2022/23", "pojkar", "Kommunal", 11, 13),
    ]


def test_en_total_for_alla_enheter_jamfors_med_enheternas_egna_helheter():
    ut = las("f.xlsx", xlsx(HUVUDMAN.replace("33           | 29", "33           | 28", 1)), KOMMUNER)
    assert {(k.cell, k.publicerat, k.beraknat) for k in ut.kontroller if not k.stammer} == {
        ("F2", 61, 60),  # Riket
        ("F12", 28, 29),  # Mark, of which all parts are known
    }
    assert ut.period == (date(2022, 7, 1), date(2023, 6, 30))


def test_tva_rubrikrader_med_kon_over_antal_och_andel_och_gemensam_namnare():
    karta = {
        "id": "tva",
        "namn": "Två rader",
        "rubrikrader": 2,
        "periodslag": "lasar",
        "period": "filen",
        "kolumner": [{"rubrik": "Kommun", "roll": "kommun"}],
        "bred": {
            "dimension": "kon",
            "varden": [
                {"roll": "namnare", "text": "Antal elever"},
                {"roll": "taljare", "text": "Antal behöriga", "matt": "Behöriga"},
                {"roll": "procent", "text": "Andel (%) behöriga", "matt": "Behöriga"},
            ],
        },
    }
    var = ["Antal elever", "Antal behöriga", "Andel (%) behöriga"]
    tabell = {
        "Blad1": [
            ["Läsåret 2022/23"],
            ["", "Samtliga elever", "", "", "Flickor", "", "", "Pojkar"],
            ["Kommun", *var, *var, *var],
            ["Ale", 50, 44, "88,0", 30, 27, "90,0", 20, 17, "85,0"],
            ["Mark", 40, 30, "75,0", 36, 28, "77,8", "..", "..", ".."],
        ]
    }
    ut = rader(las("f.xlsx", xlsx(tabell), karta))
    assert sorted((r["kommun"], r["kon"] or "", r["taljare"], r["namnare"]) for r in ut) == [
        ("Ale", "flickor", 27, 30),
        ("Ale", "pojkar", 17, 20),
        ("Mark", "", 30, 40),
        ("Mark", "flickor", 28, 36),
        ("Mark", "pojkar", None, None),
    ]


def test_manadstabell_per_enhet_och_slag_med_engelska_tusental(yta: Workspace):
    assert svar(yta, "Över fyra timmar", "enhet", period="manad") == [
        ("apr 2016", "RAA", 2678, 19528),
        ("apr 2016", "RAB", 30, 1200),
        ("maj 2016", "RAA", 1700, 17000),
        ("maj 2016", "RAB", 0, 0),
    ]
    assert svar(yta, "Över fyra timmar", "underkategori", period="manad")[0] == ("apr 2016", "1", 2708, 19828)
    assert svar(yta, "Inlagda", period="kalenderar") == [("2016", 9500, None)]


@pytest.mark.parametrize("cell", ["18,628", "18.628", "1,234,567"])
def test_ett_antal_som_kan_vara_tusental_eller_decimaler_ar_ett_fel(cell: str):
    fil = AKUTFIL.replace(b'"18,628"', f'"{cell}"'.encode())
    fel = "\n".join(felrader(las("f.csv", fil, {k: v for k, v in AKUTEN.items() if k != "tusental"})))
    assert "D2" in fel
    assert '"tusental": ","' in fel


def test_med_komma_mellan_tusental_ar_ett_komma_pa_annan_plats_ett_fel():
    assert "D2" in felrader(las("f.csv", AKUTFIL.replace(b"18,628", b"18,6"), AKUTEN))[0]


def test_datum_i_rubrikerna_ar_manader():
    karta = {
        "id": "bred",
        "namn": "Bred",
        "periodslag": "manad",
        "kolumner": [{"rubrik": "Code", "roll": "enhet"}],
        "bred": {"dimension": "period", "varden": [{"roll": "antal", "matt": "Breaches"}]},
    }
    tabell = {"Data": [["Code", date(2016, 4, 1), date(2016, 5, 1)], ["RAA", 3, 4]]}
    ut = rader(las("f.xlsx", xlsx(tabell), karta))
    assert [(r["period_start"], r["matt"]) for r in ut] == [(date(2016, 4, 1), 3), (date(2016, 5, 1), 4)]


def test_mal_och_riket_i_egna_kolumner_star_bredvid_det_egna_vardet(tmp_path: Path):
    kolumner = [
        {"rubrik": "År", "roll": "ar"},
        {"rubrik": "Enhet", "roll": "enhet"},
        {"rubrik": "Antal", "roll": "namnare", "matt": "I tid"},
        {"rubrik": "I tid", "roll": "taljare", "matt": "I tid"},
        {"rubrik": "Mål (%)", "roll": "procent", "matt": "I tid", "jamforelse": "mal"},
        {"rubrik": "Riket", "roll": "andel", "matt": "I tid", "jamforelse": "riket"},
    ]
    karta = {"id": "mal", "namn": "Mål", "periodslag": "kalenderar", "kolumner": kolumner}
    arbetsyta = Workspace(tmp_path)
    arbetsyta.profiler.import_(json.dumps(karta))
    tabell = "År | Enhet | Antal | I tid | Mål (%) | Riket\n2023 | Norr | 20 | 18 | 95 | 91,5 %"
    arbetsyta.load([("mal.xlsx", xlsx(tabell))])
    [rad] = arbetsyta.answer("nyckeltal_varde", "kalenderar", ["enhet"])
    assert (rad["taljare"], rad["namnare"], rad["mal"], rad["jamforelser"]) == (
        18,
        20,
        0.95,
        {"riket": 0.915},
    )
    for nytt, fel in (("mål", "Menade du «mal»"), ("mal", "samma «matt»")):
        annan = [*kolumner[:4], kolumner[4] | {"jamforelse": nytt, "matt": "I tid" if nytt == "mål" else "X"}]
        with pytest.raises(UsageError, match=fel):
            karta_ur(karta | {"kolumner": annan})


def test_en_omdopt_rubrik_nasta_ar_sager_hur_kartan_rattas_och_kan_skrivas_som_annan_rubrik():
    nasta = skolfil(**{"Antal behöriga": "Antal elever behöriga"})
    fel = felrader(las("f.csv", nasta, SKOLOR))[0]
    for del_ in ("«Antal behöriga» saknas", "«Antal elever behöriga»", "andra_rubriker", "--replace"):
        assert del_ in fel
    kolumner = [
        k | {"andra_rubriker": ["Antal elever behöriga"]} if k["rubrik"] == "Antal behöriga" else k
        for k in SKOLOR["kolumner"]
    ]
    for fil in (skolfil(), nasta):
        assert len(rader(las("f.csv", fil, SKOLOR | {"kolumner": kolumner}))) == 12


def test_en_kolumn_som_inte_finns_namns_med_filens_oanvanda_rubriker():
    kolumner = [*SKOLOR["kolumner"], {"rubrik": "Legitimerade lärare", "roll": "antal", "matt": "Lärare"}]
    fel = felrader(las("f.csv", skolfil(), SKOLOR | {"kolumner": kolumner}))[0]
    assert "«Legitimerade lärare» saknas" in fel
    assert "inte används: «Skol-enhetskod»" in fel


def test_en_fil_utan_rader_ar_ett_fel_som_sager_vad_man_gor():
    tom = "\n".join(skolfil().decode("utf-8-sig").splitlines()[:6]).encode()
    assert "inga rader under den" in felrader(las("f.csv", tom, SKOLOR))[0]


def test_rader_som_redan_ar_antal_hanvisas_till_en_egen_tabell():
    karta = {"id": "a1", "namn": "A", "bas": "avvikelser", "kolumner": [{"rubrik": "Antal", "roll": "antal"}]}
    with pytest.raises(UsageError, match="utan «bas» och med rollen «antal»"):
        karta_ur(karta)
