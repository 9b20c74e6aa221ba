"""A new way of counting is written down with when and why, can be taken back, and is never about persons."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.model import FileContext
from kvalitet_metrics.store.files import Fil
from kvalitet_metrics.store.loading import Loader
from tests.store.filer import BARN, TVA, csv, ladda

FORSTA = date(2024, 1, 1)
RUBRIKER = "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad"
FIL = csv(
    "u.csv",
    RUBRIKER,
    "U-1;Barn;K;Norr;2023-01-31;2023-02-28",
    "U-2;Barn;K;Norr;2024-01-31;2024-02-28",
    "U-3;Barn;M;Syd;2024-01-31;2024-03-31",
)


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    ladda(Workspace(mapp), FIL)
    return mapp


@pytest.fixture
def yta(mall: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(mall, tmp_path / "yta"))


def brutna(yta: Workspace) -> list[str]:
    return [r["period"] for r in yta.answer(BARN) if r["brott"]]


def test_ett_brott_sparas_med_dag_skal_och_vem_och_syns_i_svaret(yta: Workspace):
    fore = yta.version
    b = yta.brott.add("utredning", FORSTA, " Nya blanketter ", "enhet", "Norr", "controller")
    assert (b.galler, b.kolumn, b.varde, b.datum, b.orsak, b.av) == (
        "utredning",
        "enhet",
        "Norr",
        FORSTA,
        "Nya blanketter",
        "controller",
    )
    assert b.inskrivet[:2] == "20"
    assert yta.brott.list() == [b]
    assert brutna(yta) == ["2024"]
    assert yta.version != fore, "den som har frågat förut får ett nytt svar"


def test_ett_borttaget_brott_finns_kvar_i_historiken_och_kan_skrivas_in_igen(yta: Workspace):
    b = yta.brott.add(BARN, FORSTA, "Nya blanketter")
    borta = yta.brott.remove(b.nr)
    assert borta.aterkallat >= b.inskrivet
    assert (yta.brott.list(), yta.brott.history(), brutna(yta)) == ([], [borta], [])
    with pytest.raises(UsageError, match="Inga brott är inskrivna"):
        yta.brott.remove(b.nr)
    igen = yta.brott.add(BARN, FORSTA, "Nya blanketter")
    assert igen.nr != b.nr
    assert [h.nr for h in yta.brott.history()] == [b.nr, igen.nr]
    with pytest.raises(UsageError, match="Välj bland 2"):
        yta.brott.remove(b.nr)


def test_ett_personnummer_i_skalet_nekas_utan_att_upprepas(yta: Workspace):
    for orsak, av in (("Gäller 701063-2391", ""), ("Nya blanketter", "701063-2391")):
        with pytest.raises(UsageError, match="personnummer") as fel:
            yta.brott.add("utredning", FORSTA, orsak, av=av)
        assert "701063" not in str(fel.value)
    assert yta.brott.history() == []


@pytest.mark.parametrize(
    ("del_", "vantat"),
    [
        ({"galler": "utredningar"}, "Menade du «utredning»"),
        ({"galler": "inlasning"}, "varken ett slags poster eller ett mått"),
        ({"orsak": "  "}, "Skriv skälet"),
        ({"kolumn": "enhett", "varde": "Norr"}, "Menade du «enhet»"),
        ({"kolumn": "upload_id", "varde": "1"}, "ingen kolumn"),
        ({"kolumn": "enhet", "varde": "Nord"}, "Menade du «Norr»"),
        ({"kolumn": "enhet"}, "som kolumn och värde"),
    ],
)
def test_det_som_inte_finns_nekas_med_forslag(yta: Workspace, del_: dict, vantat: str):
    fore = yta.version
    with pytest.raises(UsageError, match=vantat):
        yta.brott.add(**{"galler": "utredning", "datum": FORSTA, "orsak": "Nya blanketter"} | del_)
    assert (yta.version, yta.brott.history()) == (fore, [])


def test_samma_brott_tva_ganger_nekas(yta: Workspace):
    yta.brott.add("utredning", FORSTA, "Nya blanketter", "enhet", "Norr")
    with pytest.raises(UsageError, match="redan inskrivet"):
        yta.brott.add("utredning", FORSTA, "Ett annat skäl", "enhet", "Norr")


def test_brottet_foljer_enheten_nar_den_byter_namn(yta: Workspace):
    yta.brott.add("utredning", FORSTA, "Nya blanketter", "enhet", "Norr")
    yta.organisation.change("namnbyte", "enhet", date(2024, 6, 1), ["Norr"], ["Nord"])
    (rad,) = [r for r in yta.answer(BARN, by=["enhet"]) if r["brott"]]
    assert (rad["enhet"], rad["brott"][0]["galler"]) == ("Nord", "Nord")
    annat = yta.brott.add("utredning", date(2023, 1, 1), "Nya blanketter", "enhet", "norr")
    assert annat.varde == "Nord", "det gamla namnet är samma enhet"


def test_en_sammanslagning_bryter_den_enhets_serie_som_har_tal_pa_bada_sidor(yta: Workspace):
    yta.organisation.change("delning", "enhet", date(2024, 1, 1), ["Norr"], ["Öst", "Väst"])
    (rad,) = [r for r in yta.answer(BARN, by=["enhet"]) if r["brott"]]
    assert (rad["period"], rad["enhet"], rad["brott"][0]["slag"]) == ("2024", "Norr", "organisation")
    assert rad["brott"][0]["text"] == "Norr delades 2024-01-01 i Öst och Väst."


def test_exempeldatas_brott_syns_inte_bland_egna_data_men_kommer_tillbaka_med_dem(tmp_path: Path):
    yta = Workspace(tmp_path / "yta")
    namn, innehall = FIL
    Loader(yta.path).load([Fil(namn, innehall, FileContext("Exempel", None), example=True)])
    exempel = yta.brott.add("utredning", FORSTA, "Nya blanketter", "enhet", "Norr")
    (egen,) = ladda(yta, TVA)
    assert (yta.brott.list(), yta.brott.history()) == ([], [])
    yta.undo(egen.upload_id)
    assert yta.brott.list() == [exempel]


def test_en_arbetsyta_fran_en_tidigare_version_av_programmet_har_inga_brott(yta: Workspace):
    with yta.ledger.open() as con:
        con.execute("DROP TABLE raknesatt")
    assert yta.brott.list() == []
    assert brutna(yta) == []
    yta.brott.add("utredning", FORSTA, "Nya blanketter")
    assert brutna(yta) == ["2024"]
