"""The gate: who sees which figure, as a table; and that a hidden figure is nowhere in the answer."""

import json
from datetime import date

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.disclosure.gate import FIGURES, pass_gate
from kvalitet_metrics.indicators.compute import with_previous
from kvalitet_metrics.model import Viewer
from kvalitet_metrics.store.build import table_columns
from tests.conftest import rutor

# Numerator of denominator, or a count alone; and for each viewer whether the figure is shown.
TABELL = """
    tabell           | taljare | namnare | publik | intern | varfor
    utredning        | 20      | 40      | visas  | visas  |
    utredning        | 5       | 10      | visas  | visas  | just på gränsen
    utredning        | 4       | 40      | dold   | visas  | 1–4 personer
    utredning        | 36      | 40      | dold   | visas  | resten är 1–4 personer
    utredning        | 35      | 40      | visas  | visas  | resten är fem
    utredning        | 0       | 40      | visas  | visas  | noll är ingen person
    utredning        | 40      | 40      | visas  | visas  | alla i en stor grupp
    utredning        | 0       | 9       | dold   | visas  | 0 % av en liten grupp gäller var och en
    utredning        | 9       | 9       | dold   | visas  | 100 % av en liten grupp gäller var och en
    utredning        | 10      | 10      | visas  | visas  | gruppen är inte liten
    utredning        | 2       | 4       | dold   | dold   | för litet underlag
    utredning        |         | 4       | dold   | dold   | en median av fyra
    utredning        |         | 5       | visas  | visas  | en median av fem
    utredning        | 0       | 0       | visas  | visas  | inget underlag
    forhandsbedomning | 3      | 30      | dold   | visas  | 1–4 personer
    samverkan        | 27      | 30      | dold   | visas  | resten är 1–4 personer
    avvikelse        | 4       |         | dold   | visas  | 1–4 händelser
    avvikelse        | 5       |         | visas  | visas  |
    avvikelse        | 0       |         | visas  | visas  | noll visas
    lex_sarah        | 1       |         | dold   | visas  | en rapport
    lex_sarah        | 0       |         | visas  | visas  | noll visas
    synpunkt         | 3       |         | dold   | visas  | tre klagomål
    enkatsvar        | 5       | 9       | dold   | dold   | färre än tio svar
    enkatsvar        | 5       | 10      | visas  | visas  | tio svar
    enkatsvar        | 10      | 10      | visas  | visas  | alla av tio
    enkatsvar        | 2       | 20      | dold   | visas  | två personer
    matvarde         |         |         | visas  | visas  | värden som redan är rapporterade
    matvarde         | 1       |         | dold   | visas  | ett antal ur en egen tabell kan gälla personer
    matvarde         | 2       | 4       | dold   | dold   | och en andel med sina delar
"""


def rad(taljare: str | None, namnare: str | None, **mer) -> dict:
    t, n = (None if x is None else int(x) for x in (taljare, namnare))
    varde = t / n if t is not None and n else t
    tal = {"taljare": t, "namnare": n, "varde": varde, "nedre": 0.1, "ovre": 0.9, "medel": 7.0, "p90": 9.0}
    return (
        {"period": "2023", "kon": "kvinnor"}
        | tal
        | {"bortfall": 3, "anmarkning": ["Obs."], "mal": 1.0, "mal_nas": False}
        | mer
    )


@pytest.mark.parametrize("viewer", ["publik", "intern"])
@pytest.mark.parametrize(
    "fall", rutor(TABELL), ids=lambda f: f"{f['tabell']} {f['taljare']} av {f['namnare']}"
)
def test_ett_tal_visas_eller_doljs_som_tabellen_sager(fall: dict, viewer: str):
    (svar,) = pass_gate([rad(fall["taljare"], fall["namnare"])], fall["tabell"], Viewer(viewer))
    assert ("dold" if svar["dold"] else "visas") == fall[viewer], fall["varfor"]


@pytest.mark.parametrize("tabell", sorted(table_columns().keys() - {"inlasning"}))
@pytest.mark.parametrize("taljare, namnare", [("1", "1"), ("0", "2"), ("1", None), (None, "1")])
def test_analytikern_ser_allt(tabell: str, taljare, namnare):
    (svar,) = pass_gate([rad(taljare, namnare)], tabell, Viewer.ANALYTIKER)
    assert svar == rad(taljare, namnare) | {"dold": False}


def test_en_dold_rad_behaller_var_den_star_och_mister_alla_sina_tal():
    (svar,) = pass_gate([rad("3", "40")], "utredning", Viewer.PUBLIK)
    assert {k: svar.get(k) for k in FIGURES} == dict.fromkeys(FIGURES)
    assert (svar["period"], svar["kon"], svar["mal"], svar["dold"]) == ("2023", "kvinnor", 1.0, True)
    assert svar["anmarkning"] == ["Dold för att skydda enskilda."]


def test_foregaende_visar_aldrig_ett_dolt_varde():
    ar = [
        rad("3", "40", period_start=date(2022, 1, 1), period_end=date(2022, 12, 31)),
        rad("20", "40", period_start=date(2023, 1, 1), period_end=date(2023, 12, 31)),
    ]
    svar = with_previous(pass_gate(ar, "utredning", Viewer.PUBLIK), ("kon",))
    assert [(r["dold"], r["foregaende"]) for r in svar] == [(True, None), (False, None)]


@pytest.fixture
def smatal(tmp_path) -> Workspace:
    """2022: 3 of 40 late. 2023: 20 of 40 late. Figures that are easy to recognise anywhere in an answer."""
    rader = [
        f"U-{ar}-{n};Barn;K;Norr;{ar}-01-10;{ar}-{'12-20' if n < sena else '03-01'}"
        for ar, sena in ((2022, 3), (2023, 20))
        for n in range(40)
    ]
    yta = Workspace(tmp_path / "yta")
    text = "\n".join(["Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad", *rader])
    yta.load([("u.csv", text.encode())], forvaltning="Förvaltningen")
    return yta


def test_ett_dolt_tal_finns_varken_i_tabellen_eller_i_json_heller_inte_som_foregaende(smatal: Workspace):
    id = "utredning_barn_inom_fyra_manader"
    oppen = smatal.query(id, by=["kon"])
    assert oppen["taljare"].tolist() == [37, 20]
    assert oppen["foregaende"].tolist()[1] == 37 / 40
    tabell = smatal.query(id, by=["kon"], viewer="publik")
    assert tabell["dold"].tolist() == [True, False]
    dold = tabell.iloc[0]
    assert all(dold[k] is None or dold[k] != dold[k] for k in FIGURES if k in tabell.columns)
    assert tabell["foregaende"].isna().all()
    (forst, sedan) = smatal.answer(id, by=["kon"], viewer="publik")
    skrivet = json.dumps(forst, default=str)
    assert [tal for tal in ("37", "40", "0.925", "0.075") if tal in skrivet] == []
    assert sedan["foregaende"] is None
    assert sedan["varde"] == 0.5


def test_ett_dolt_ar_syns_inte_heller_i_en_annan_indelning(smatal: Workspace):
    for fraga in (
        {},
        {"by": ["kon"]},
        {"by": ["enhet"]},
        {"period": "tertial"},
        {"where": {"kon": "flickor"}},
    ):
        for r in smatal.answer("utredning_barn_inom_fyra_manader", viewer="publik", **fraga):
            if r["taljare"] is not None and r["period"].endswith("2022"):
                assert min(x for x in (r["taljare"], r["namnare"] - r["taljare"]) if x) >= 5, (fraga, r)
