"""A judgement keeps the figures as they were, an action every change; nothing is about persons or removed."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.store.skrivet import Vinkel, with_days
from tests.store.filer import BARN, csv, ladda

RUBRIKER = "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad"
FIL = csv("u.csv", RUBRIKER, *(f"U-{n};Barn;K;Norr;2023-01-31;2023-02-28" for n in range(12)))
SEN = csv("v.csv", RUBRIKER, *(f"U-{n};Barn;K;Norr;2023-01-31;2023-12-30" for n in range(12, 24)))
BEDOMNING = {
    "id": BARN,
    "galler": "2023",
    "analys": "Nya rutiner.",
    "bedomning": "bra",
    "av": "enhetschef",
}
ATGARD = {
    "vad": "Rutin för tidsplan",
    "ansvarig": "enhetschef, Norr",
    "klart_senast": date(2024, 6, 1),
    "beslutad": date(2024, 3, 1),
}
TESTNUMMER = "701063-2391"


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    ladda(Workspace(mapp), FIL)
    return mapp


@pytest.fixture
def yta(mall: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(mall, tmp_path / "yta"))


def test_bedomningen_behaller_siffrorna_som_de_var_och_rakningen_byggs_inte_om(yta: Workspace):
    fore, skrivet = yta.version, yta.skrivet
    assert BARN in yta.unjudged()
    b = yta.judge(**BEDOMNING)
    assert yta.skrivet != skrivet, "det skrivna syns genast"
    assert yta.version == fore, "en bedömning är ingen ny siffra"
    assert yta.bedomningar(BARN, galler="2023") == [b]
    assert BARN not in yta.unjudged(where={"enhet": "Norr"})
    [da] = b.da
    assert (da["taljare"], da["namnare"], b.databas, b.definition) == (12, 12, fore, 1)
    ladda(yta, SEN)
    [nu] = yta.answer(BARN, viewer="intern")
    assert (nu["taljare"], nu["namnare"]) == (12, 24)
    assert yta.bedomningar()[0].da == [da], "den sparade siffran följer inte med"


def test_sma_tal_sparas_inte_i_en_bedomning(yta: Workspace):
    ladda(yta, csv("w.csv", RUBRIKER, "U-99;Barn;M;Norr;2023-01-31;2023-02-28"))
    b = yta.judge(**BEDOMNING | {"by": ["kon"]})
    [liten] = [r for r in b.da if r["kon"] == "pojkar"]
    assert (liten["dold"], liten["taljare"], liten["namnare"]) == (True, None, None)


def test_en_borttagen_bedomning_finns_kvar_i_historiken(yta: Workspace):
    b = yta.judge(**BEDOMNING)
    assert yta.withdraw_judgement(b.nr).aterkallad
    assert yta.bedomningar() == []
    with pytest.raises(UsageError, match="Ingen bedömning är skriven"):
        yta.withdraw_judgement(b.nr)


@pytest.mark.parametrize(
    ("del_", "vantat"),
    [
        ({"analys": " "}, "Skriv analysen"),
        ({"av": ""}, "Skriv vem"),
        ({"bedomning": "bar"}, "Menade du «bra»"),
        ({"galler": "2032"}, "Menade du «2023»"),
        ({"id": "utredning_barn"}, "finns inte"),
        ({"analys": f"Gäller {TESTNUMMER}"}, "personnummer"),
        ({"av": TESTNUMMER}, "personnummer"),
        ({"analys": "x" * 4001}, "längre än"),
        ({"skriven": date.today() + timedelta(days=1)}, "inte har varit än"),
    ],
)
def test_en_bedomning_som_inte_gar_att_spara_nekas(yta: Workspace, del_: dict, vantat: str):
    with pytest.raises(UsageError, match=vantat) as fel:
        yta.judge(**BEDOMNING | del_)
    assert "701063" not in str(fel.value)
    assert yta.bedomningar() == []


def test_en_tom_arbetsyta_sager_vad_som_fattas(tmp_path: Path):
    tom = Workspace(tmp_path / "tom")
    assert (tom.bedomningar(), tom.atgarder()) == ([], [])
    with pytest.raises(UsageError, match="Läs in uppgifter först"):
        tom.judge(**BEDOMNING)


def test_atgarden_foljer_sin_bedomnings_vy_och_minns_varje_andring(yta: Workspace):
    b = yta.judge(**BEDOMNING | {"where": {"enhet": "Norr"}})
    a = yta.decide(**ATGARD, bedomning=b.nr)
    assert (a.vinkel, a.fran, a.status, a.oppen) == (b.vinkel, a.beslutad, "ej påbörjad", True)
    assert yta.atgarder(bedomning=b.nr) == [a]
    dag = date(2024, 5, 1)
    yta.register.change(a.nr, "pågående", "Påbörjad på två enheter.", "enhetschef", dag)
    klar = yta.register.change(a.nr, "genomförd")
    assert [(h.datum, h.status) for h in klar.handelser] == [(dag, "pågående"), (date.today(), "genomförd")]
    assert [h.uppfoljning for h in klar.uppfoljningar] == ["Påbörjad på två enheter."]
    assert yta.register.take_back(a.nr).status == "pågående"


def test_forsenad_ar_den_som_ar_oppen_efter_sin_dag(yta: Workspace):
    sen = yta.decide(**ATGARD, id=BARN)
    yta.decide(**ATGARD | {"klart_senast": date.today()}, id=BARN)
    assert yta.atgarder(forsenade=True) == [sen]
    yta.register.change(sen.nr, "avbruten")
    assert yta.atgarder(forsenade=True) == []


@pytest.mark.parametrize(
    ("del_", "vantat"),
    [
        ({"vad": ""}, "Skriv vad som ska göras"),
        ({"ansvarig": " "}, "ansvarig"),
        ({"vad": f"Ring {TESTNUMMER}"}, "personnummer"),
        ({"klart_senast": date(2024, 2, 1)}, "före dagen för beslutet"),
        ({"id": None}, "Säg vad åtgärden gäller"),
        ({"bedomning": 7}, "Bedömningen 7 finns inte"),
    ],
)
def test_en_atgard_som_inte_gar_att_spara_nekas(yta: Workspace, del_: dict, vantat: str):
    with pytest.raises(UsageError, match=vantat) as fel:
        yta.decide(**{"id": BARN} | ATGARD | del_)
    assert "701063" not in str(fel.value)
    assert yta.atgarder() == []


def test_det_som_inget_andrar_nekas(yta: Workspace):
    a = yta.decide(**ATGARD, id=BARN)
    with pytest.raises(UsageError, match="Menade du «pågående»"):
        yta.register.change(a.nr, "pågånde")
    with pytest.raises(UsageError, match="redan «ej påbörjad»"):
        yta.register.change(a.nr, "ej påbörjad")
    with pytest.raises(UsageError, match="inga ändringar att ångra"):
        yta.register.take_back(a.nr)
    with pytest.raises(UsageError, match="personnummer"):
        yta.register.change(a.nr, uppfoljning=f"Klart för {TESTNUMMER}")


def test_en_borttagen_atgard_kan_tas_tillbaka(yta: Workspace):
    a = yta.decide(**ATGARD, id=BARN)
    yta.register.withdraw(a.nr)
    assert yta.atgarder() == []
    with pytest.raises(UsageError, match="Ingen åtgärd är beslutad"):
        yta.register.change(a.nr, "genomförd")
    assert yta.register.restore(a.nr) == a
    with pytest.raises(UsageError, match="är inte borttagen"):
        yta.register.restore(a.nr)


def test_det_som_skrivs_om_exempeldata_syns_inte_bland_egna(egen_exempel_workspace: Workspace):
    yta = egen_exempel_workspace
    [matt] = [i["id"] for i in yta.indicators() if i["id"] == BARN]
    nyaste = yta.answer(matt)[-1]["period"]
    fore = len(yta.bedomningar()), len(yta.atgarder())
    yta.judge(**BEDOMNING | {"galler": nyaste})
    yta.decide(**ATGARD, id=matt)
    assert (len(yta.bedomningar()), len(yta.atgarder())) == (fore[0] + 1, fore[1] + 1)
    ladda(yta, FIL)
    assert (yta.bedomningar(), yta.atgarder()) == ([], [])


ORD = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8)


@given(st.dictionaries(st.sampled_from(("enhet", "kon", "grupp")), st.sets(ORD, min_size=1, max_size=3)))
def test_en_vy_ar_densamma_efter_att_ha_sparats(where: dict[str, set[str]]):
    vinkel = Vinkel.of(BARN, "manad", ["kon"], where)
    rad = dict(zip(("indikator", "periodslag", "uppdelning", "urval"), vinkel.columns(), strict=True))
    assert with_days(rad)["vinkel"] == vinkel
    assert vinkel.overlaps(where)
