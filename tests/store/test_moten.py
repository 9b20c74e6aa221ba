"""A meeting is a row of figures in an order that somebody has chosen; what was decided there follows it."""

import json
from datetime import date
from pathlib import Path

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.cli import main
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.store.moten import FLEST_BILDER, HALLET, PLANERAT, Bild
from tests.store.filer import BARN, csv, ladda

IDAG, FORE = date.today(), date(2020, 2, 1)
FIL = csv("u.csv", "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad", "U-1;Barn;K;Norr;2023-01-31;2023-02-28")


@pytest.fixture
def yta(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "yta")


def bild(yta: Workspace, rubrik: str = "", **vinkel) -> Bild:
    return Bild(yta.vinkel(BARN, **vinkel), rubrik=rubrik)


def test_ett_mote_har_sina_bilder_i_den_ordning_som_valts(yta: Workspace):
    mote = yta.moten.create(" Ledningsgrupp ", IDAG)
    assert (mote.namn, mote.datum, mote.status, mote.bilder) == ("Ledningsgrupp", IDAG, PLANERAT, ())
    for rubrik in ("ett", "två", "tre"):
        mote = yta.moten.add(mote.nr, bild(yta, rubrik, by=["enhet"], where={"enhet": "Norr"}))
    nr = [b.nr for b in mote.bilder]
    mote = yta.moten.arrange(mote.nr, [nr[2], nr[0], nr[1]])
    mote = yta.moten.name(mote.nr, nr[0], " Varför tar det\n längre tid? ")
    mote = yta.moten.drop(mote.nr, nr[1])
    assert [b.rubrik for b in mote.bilder] == ["tre", "Varför tar det längre tid?"]
    assert mote.bilder[0].vinkel == yta.vinkel(BARN, by=["enhet"], where={"enhet": ["Norr"]})
    assert yta.moten.list() == [mote]
    with pytest.raises(UsageError, match="varje bild i mötet en gång"):
        yta.moten.arrange(mote.nr, [nr[0]])
    with pytest.raises(UsageError, match="Bilden 99 finns inte"):
        yta.moten.drop(mote.nr, 99)


def test_motet_fore_ar_det_narmast_tidigare(yta: Workspace):
    ledning = yta.moten.create("Ledningsgrupp", IDAG)
    forra = yta.moten.create("Ledningsgrupp", FORE)
    assert yta.moten.before(ledning.nr) == forra
    assert yta.moten.before(forra.nr) is None
    yta.moten.remove(forra.nr)
    assert yta.moten.before(ledning.nr) is None
    with pytest.raises(UsageError, match=f"finns inte. Välj bland {ledning.nr}"):
        yta.moten.get(forra.nr)


def test_beslut_foljer_motets_nya_namn(yta: Workspace):
    mote = yta.moten.create("Ledningsgrupp", IDAG)
    yta.decide("Se över rutinen", "enhetschef", IDAG, BARN, mote=mote.rubrik)
    mote = yta.moten.change(mote.nr, namn="Ledning Norr", datum=FORE, status=HALLET)
    assert (mote.rubrik, mote.status) == ("Ledning Norr 2020-02-01", HALLET)
    assert [a.mote for a in yta.atgarder()] == [mote.rubrik]


def test_det_som_inte_far_sparas_nekas_utan_att_upprepas(yta: Workspace):
    mote = yta.moten.create("Ledningsgrupp", IDAG)
    for forsok in (
        lambda: yta.moten.create("Gäller 701063-2391", IDAG),
        lambda: yta.moten.add(mote.nr, bild(yta, "Gäller 701063-2391")),
    ):
        with pytest.raises(UsageError, match="personnummer") as fel:
            forsok()
        assert "701063" not in str(fel.value)
    for namn, fel in (
        ("", "Ge mötet ett namn"),
        ("Ledningsgrupp", "finns redan"),
        ("x" * 81, "längre än 80"),
    ):
        with pytest.raises(UsageError, match=fel):
            yta.moten.create(namn, IDAG)
    with pytest.raises(UsageError, match="Menade du «Tratt»"):
        yta.moten.add(mote.nr, Bild(yta.vinkel(BARN), "tratten"))
    with pytest.raises(UsageError, match="ingen status"):
        yta.moten.change(mote.nr, status="inställt")
    yta.moten.add(mote.nr, bild(yta))
    with yta.ledger.open() as con:
        kopior = "SELECT mote, ordning, indikator, periodslag, uppdelning, urval, form, rubrik FROM mote_bild"
        kolumner = kopior.removeprefix("SELECT ").removesuffix(" FROM mote_bild")
        con.executemany(
            f"INSERT INTO mote_bild ({kolumner}) {kopior} WHERE nr = ?", [(1,)] * (FLEST_BILDER - 1)
        )
    with pytest.raises(UsageError, match="högst 40 bilder"):
        yta.moten.add(mote.nr, bild(yta))


def test_moten_om_exempeldata_syns_inte_bland_egna(egen_exempel_workspace: Workspace):
    yta = egen_exempel_workspace
    yta.moten.create("Prov", IDAG)
    ladda(yta, FIL)
    assert yta.moten.list() == []
    assert yta.moten.create("Prov", IDAG).namn == "Prov", "namnet är ledigt bland de egna"


def test_kommandot_planerar_och_visar(yta: Workspace, capsys: pytest.CaptureFixture[str]):
    def kor(*ord_: str):
        with pytest.raises(SystemExit) as slut:
            main(["--data", str(yta.path), "mote", *ord_])
        return slut.value.code or 0, capsys.readouterr().out

    assert kor() == (0, "Inget möte är planerat.\n")
    assert kor("create", "Ledningsgrupp", "2026-03-15")[0] == 0
    status, ut = kor("add", "1", BARN, "--by", "kon", "--rubrik", "Vad gör vi?", "--json")
    assert (status, json.loads(ut)["bilder"][0]["rubrik"]) == (0, "Vad gör vi?")
    assert kor()[1] == "  1  2026-03-15  Ledningsgrupp, planerat, bilder: 1\n"
    assert kor("add", "1", "barn")[0] == 2
    assert "Borttaget" in kor("remove", "1")[1]
