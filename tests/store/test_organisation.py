"""Units change: one name in all spellings, a new name is the same unit, a merger is said and never mixed."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.store.organisation import defaults
from tests.store.filer import BARN, csv, ladda

RUBRIKER = "Ärendenr;Målgrupp;Kön;Förvaltning;Avdelning;Enhet;Inledd;Avslutad"
JARVA = "Järva stadsdelsförvaltning"
RINKEBY, SPANGA = "Rinkeby-Kista stadsdelsförvaltning", "Spånga-Tensta stadsdelsförvaltning"
RESTEN = "funktionsnedsättning och socialpsykiatri"
ALDRE = f"Äldre, {RESTEN}"
BILDADES = f"{JARVA} bildades 2023-07-01 av {RINKEBY} och {SPANGA}; "
FILER = (
    csv(
        "fore.csv",
        RUBRIKER,
        f"U-1;Barn;K;Rinkeby-Kista;Avdelningen för äldre, {RESTEN};Norr;2022-01-31;2022-02-28",
        f"U-2;Barn;K;Spånga-Tensta SDF;Äldreomsorg, {RESTEN};Norr;2022-01-31;2022-12-31",
        f"U-3;Barn;M;spånga-tensta;avdelningen äldre, {RESTEN};Syd;2022-01-31;2022-03-31",
    ),
    csv(
        "efter.csv",
        RUBRIKER,
        f"U-4;Barn;K;Järva;{ALDRE};Norr;2024-01-31;2024-02-28",
        f"U-5;Barn;M;SDF Järva;{ALDRE};Syd;2024-01-31;2024-02-28",
    ),
)


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    ladda(Workspace(mapp), *FILER, forvaltning=None)
    return mapp


@pytest.fixture
def yta(mall: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(mall, tmp_path / "yta"))


def rader(yta: Workspace, *kolumner: str, **fraga) -> list[tuple]:
    return [
        tuple(r[k] for k in ("period", *kolumner, "taljare", "namnare"))
        for r in yta.answer(BARN, by=kolumner, **fraga)
    ]


def test_tre_stavningar_av_samma_avdelning_ar_en_avdelning(yta: Workspace):
    assert rader(yta, "avdelning") == [("2022", ALDRE, 2, 3), ("2024", ALDRE, 2, 2)]
    assert rader(yta, where={"avdelning": ALDRE, "forvaltning": RINKEBY}) == [("2022", 1, 1)]


def test_en_enhet_gar_att_fraga_efter_under_vilket_av_sina_namn_som_helst(yta: Workspace):
    yta.organisation.change("namnbyte", "enhet", date(2024, 1, 1), ["Norr"], ["Nord"])
    for var in ({"forvaltning": "järva"}, {"forvaltning": "SDF Järva"}, {"forvaltning": JARVA}):
        assert rader(yta, where=var) == [("2024", 2, 2)]
        assert len(yta.rows(BARN, where=var)) == 2
    assert rader(yta, where={"enhet": "Norr"}) == rader(yta, where={"enhet": "Nord"})


def test_samma_arende_raknas_en_gang_hur_an_forvaltningen_stavas_i_exporten(yta: Workspace):
    rattad = csv("rattad.csv", RUBRIKER, f"U-4;Barn;K;Järva SDF;{ALDRE};Norr;2023-01-31;2024-02-28")
    kvitto = yta.preview(rattad)
    assert (kvitto.jamfort.andrade, kvitto.jamfort.nya) == (1, 0)
    ladda(yta, rattad, forvaltning=None)
    assert rader(yta, where={"forvaltning": JARVA}) == [("2024", 1, 2)]


def test_uppdelat_pa_forvaltning_star_var_och_en_for_sig_och_sammanslagningen_sags(yta: Workspace):
    assert rader(yta, "forvaltning") == [
        ("2022", RINKEBY, 1, 1),
        ("2022", SPANGA, 1, 2),
        ("2024", JARVA, 2, 2),
    ]
    sagt = [r["anmarkning"] for r in yta.answer(BARN, by=["forvaltning"])]
    assert sagt[0] == [f"{RINKEBY} uppgick 2023-07-01 i {JARVA} tillsammans med {SPANGA}."]
    assert sagt[1] == [f"{SPANGA} uppgick 2023-07-01 i {JARVA} tillsammans med {RINKEBY}."]
    assert sagt[2] == [BILDADES + "tidigare uppgifter står under de namnen."]


def test_den_nya_enhetens_serie_borjar_vid_sammanslagningen_och_sager_det(yta: Workspace):
    (rad,) = yta.answer(BARN, where={"forvaltning": JARVA})
    assert (rad["period"], rad["namnare"]) == ("2024", 2)
    assert rad["anmarkning"] == [BILDADES + "tidigare uppgifter står under de namnen."]


def test_pa_begaran_summeras_foregangarna_och_varje_rad_fore_sager_vad_den_avser(yta: Workspace):
    svar = yta.answer(BARN, where={"forvaltning": JARVA}, foregangare=True)
    assert [(r["period"], r["taljare"], r["namnare"]) for r in svar] == [("2022", 2, 3), ("2024", 2, 2)]
    assert [r["anmarkning"] for r in svar] == [
        [BILDADES + "tidigare uppgifter avser dem tillsammans."],
        [],
    ]
    assert rader(yta, "forvaltning", foregangare=True) == [("2022", JARVA, 2, 3), ("2024", JARVA, 2, 2)]
    antal = yta.answer("utredningstid_dagar", by=["forvaltning"], foregangare=True)
    assert {r["forvaltning"] for r in antal} == {JARVA}
    assert rader(yta, "forvaltning")[0][1] == RINKEBY, "nästa fråga är som förut"


def test_en_fraga_som_inte_galler_forvaltningar_far_ingen_anmarkning(yta: Workspace):
    assert all(r["anmarkning"] == [] for r in yta.answer(BARN, by=["enhet"]))


def test_ett_namnbyte_ar_samma_enhet_ocksa_bakat_i_tiden(yta: Workspace):
    yta.organisation.change("namnbyte", "enhet", date(2024, 1, 1), ["Norr"], ["Norra enheten"])
    yta.organisation.change("namnbyte", "enhet", date(2025, 1, 1), ["Norra enheten"], ["Enhet Nord"])
    assert rader(yta, "enhet") == [
        ("2022", "Enhet Nord", 1, 2),
        ("2022", "Syd", 1, 1),
        ("2024", "Enhet Nord", 1, 1),
        ("2024", "Syd", 1, 1),
    ]
    assert all(r["anmarkning"] == [] for r in yta.answer(BARN, by=["enhet"]))
    enheter = {e.namn: e for e in yta.organisation.list().enheter if e.slag == "enhet"}
    assert (enheter["Norr"].till, enheter["Enhet Nord"].fran) == (date(2023, 12, 31), date(2025, 1, 1))


def test_en_delning_sags_pa_bade_den_gamla_och_de_nya(yta: Workspace):
    yta.organisation.change("delning", "enhet", date(2023, 1, 1), ["Norr"], ["Öst", "Väst"])
    anmarkt = {(r["period"], r["enhet"]): r["anmarkning"] for r in yta.answer(BARN, by=["enhet"])}
    assert anmarkt["2022", "Norr"] == ["Norr delades 2023-01-01 i Öst och Väst."]
    assert anmarkt["2022", "Syd"] == []
    yta.organisation.remove("enhet", "Norr")
    assert all(r["anmarkning"] == [] for r in yta.answer(BARN, by=["enhet"]))


def test_en_ny_stavning_galler_allt_som_nagonsin_lasts_in_och_kan_tas_tillbaka(yta: Workspace):
    fore = rader(yta, "enhet")
    yta.organisation.add("enhet", "Enheten Syd", stavningar=("SYD",))
    assert [r[1] for r in rader(yta, "enhet")] == ["Enheten Syd", "Norr", "Enheten Syd", "Norr"]
    yta.organisation.remove("enhet", "Enheten Syd")
    assert rader(yta, "enhet") == fore


def test_organisationen_gar_att_ta_med_till_en_annan_arbetsyta(yta: Workspace, tmp_path):
    yta.organisation.change(
        "sammanslagning", "enhet", date(2024, 1, 1), ["Norr", "Syd"], ["Mitt"], "Färre chefer"
    )
    text = yta.organisation.export()
    annan = Workspace(tmp_path / "annan")
    annan.organisation.import_(text)
    assert annan.organisation.list() == yta.organisation.list()
    assert json.loads(text)["andringar"][-1]["orsak"] == "Färre chefer"


def test_det_som_inte_hanger_ihop_nekas_med_allt_som_ar_fel(yta: Workspace):
    fore = yta.version, yta.organisation.list()
    for andring, slag, for_, efter, vantat in (
        ("sammanslagning", "enhet", ["Norr"], ["Mitt"], "har flera före och en efter"),
        ("namnbyte", "enhet", ["Norr", "Syd"], ["Mitt"], "har en före och en efter"),
        ("uppgång", "enhet", ["Norr"], ["Mitt"], "är ingen ändring"),
        ("namnbyte", "kontor", ["Norr"], ["Mitt"], "inget slag av enhet"),
    ):
        with pytest.raises(UsageError, match=vantat):
            yta.organisation.change(andring, slag, date(2024, 1, 1), for_, efter)
    with pytest.raises(UsageError, match="anges både som"):
        yta.organisation.add("forvaltning", "Annan", stavningar=("Järva",))
    with pytest.raises(UsageError, match="Menade du «stavningar»"):
        yta.organisation.add("enhet", "Annan", stavning=("A",))
    with pytest.raises(UsageError, match=f"Menade du «{JARVA}»"):
        yta.organisation.remove("forvaltning", "Järva stadsdelsforvaltning")
    for text in ("inte json", "[]", '{"enheter": [{"namn": "A"}]}', '{"andringar": [{"datum": "igår"}]}'):
        with pytest.raises(UsageError):
            yta.organisation.import_(text)
    assert (yta.version, yta.organisation.list()) == fore


def test_tva_namnbyten_i_cirkel_nekas(yta: Workspace):
    yta.organisation.change("namnbyte", "enhet", date(2024, 1, 1), ["Norr"], ["Mitt"])
    with pytest.raises(UsageError, match="cirkel"):
        yta.organisation.change("namnbyte", "enhet", date(2025, 1, 1), ["Mitt"], ["Norr"])


def test_det_som_foljer_med_produkten_hanger_ihop():
    assert defaults().checked() == defaults()
    assert defaults().predecessors("forvaltning", JARVA) == (RINKEBY, SPANGA)
    assert len(next(e for e in defaults().enheter if e.namn == ALDRE).stavningar) >= 3


def test_en_andring_som_skrevs_in_av_misstag_kan_tas_tillbaka(yta: Workspace):
    fore = rader(yta, "enhet"), yta.organisation.list().andringar
    yta.organisation.change("namnbyte", "enhet", date(2024, 1, 1), ["Norr"], ["Mitt"])
    assert rader(yta, "enhet") != fore[0]
    yta.organisation.undo_change(yta.organisation.list().andringar[-1])
    assert (rader(yta, "enhet"), yta.organisation.list().andringar) == fore
    enheter = [e for e in yta.organisation.list().enheter if e.slag == "enhet"]
    assert all(e.fran is None and e.till is None for e in enheter)


def test_ett_personnummer_i_en_andring_nekas_utan_att_upprepas(yta: Workspace):
    with pytest.raises(UsageError, match="personnummer") as fel:
        yta.organisation.change(
            "namnbyte", "enhet", date(2024, 1, 1), ["Norr"], ["Mitt"], "efter 701063-2391"
        )
    assert "701063" not in str(fel.value)
