"""En planerad granskning: hur många ärenden, vilka, och ett formulär som kommer tillbaka som uppgifter."""

import json
import random
import re
from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path

import duckdb
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.cli import main
from kvalitet_metrics.disclosure.gate import PERSONER
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.model import Viewer
from kvalitet_metrics.reports import granskningsbok
from kvalitet_metrics.stats import sample
from kvalitet_metrics.stickprov import ARENDEN, behov, kalla, osakerhet
from kvalitet_metrics.stickprov.dragning import groups, seed_of
from kvalitet_metrics.store.build import table_columns

HUVUD = "Ärendenr;Målgrupp;Kön;Enhet;Grupp;Inledd;Avslutad"
ANTAL = {("Flicka", "Norr"): 40, ("Pojke", "Norr"): 30, ("Flicka", "Syd"): 20, ("Pojke", "Syd"): 3}
LISTA = [
    f"A-{kon[0]}{enhet[0]}{nr};Barn;{kon};{enhet};Grupp {nr % 3};2023-0{1 + nr % 9}-15;"
    + (f"2023-1{nr % 3}-20" if nr % 4 else "")
    for (kon, enhet), n in ANTAL.items()
    for nr in range(n)
]
FRAGOR = ["Är anteckningen tillräcklig?", "Har barnet hörts?", "Finns plan"]
ALLA = date(2023, 1, 1), date(2023, 12, 31)


def fil(rader: list[str], namn: str = "utredningar.csv") -> tuple[str, bytes]:
    return namn, "\n".join([HUVUD, *rader]).encode()


@pytest.fixture(scope="module")
def yta(tmp_path_factory) -> Workspace:
    """93 investigations in two units; the boys in Syd are three."""
    w = Workspace(tmp_path_factory.mktemp("stickprov"))
    w.load(fil(LISTA), forvaltning="Förvaltningen")
    return w


def arenden(prov, rader: list[str] = LISTA) -> set[str]:
    """The case numbers of a sample, looked up by row in the file as a reviewer does."""
    return {rader[a["rad"] - 2].split(";")[0] for a in prov.arenden}


def oppnad(bok: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(bok))


def ifylld(bok: bytes, svar) -> tuple[str, bytes]:
    """The form with answers: svar(row, question) for each cell, both from 0."""
    form = oppnad(bok)
    blad = form["Granskning"]
    huvud = next(r for r in blad.iter_rows() if r[0].value == "Granskat ärende")
    plats = [c.column for c in huvud if str(c.value).endswith("?")]
    for nr, rad in enumerate(range(huvud[0].row + 1, blad.max_row + 1)):
        for fraga, kolumn in enumerate(plats):
            blad.cell(rad, kolumn, svar(nr, fraga))
    ut = BytesIO()
    form.save(ut)
    return "ifyllt formulär.xlsx", ut.getvalue()


def test_databasen_drar_de_arenden_som_listan_sjalv_ger(yta: Workspace):
    """The long way: all keys fetched and sorted here, then drawn."""
    with duckdb.connect(yta.path / f"kvalitet-{yta.version}.duckdb", read_only=True) as con:
        alla = con.execute("SELECT nyckel, rad, coalesce(kon, 'okänt') || chr(31) || enhet FROM utredning")
        nycklar, rader, grupper = zip(*alla.fetchall(), strict=True)
    for fro in ("a", "b", "dokumentation 2025"):
        vantat = sample.draw(nycklar, grupper, 20, seed_of(fro))
        prov = yta.sample("utredning", 20, by=["kon", "enhet"], fro=fro)
        assert {a["rad"] for a in prov.arenden} == {rader[i] for i in vantat}


# Hur många


@pytest.mark.parametrize(
    "mening, sagt",
    [
        (behov(0.1, 455), "För ± 10 procentenheter behövs 80 av 455 ärenden."),
        (behov(0.1), "För ± 10 procentenheter behövs 97 ärenden, hur många de än väljs bland."),
        (behov(0.05, 12), "För ± 5 procentenheter behövs 12 ärenden."),
        (osakerhet(20, 455), "Med 20 av 455 ärenden blir osäkerheten ungefär ± 21 procentenheter."),
        (osakerhet(20), "Med 20 ärenden blir osäkerheten ungefär ± 22 procentenheter."),
        (osakerhet(1100, 1400), "Med 1 100 av 1 400 ärenden blir osäkerheten ungefär ± 1,4 procentenheter."),
        (osakerhet(16, 16), "Alla 16 ärenden granskas, så det blir ingen osäkerhet av att välja ut."),
    ],
)
def test_behov_och_osakerhet_sags_i_en_mening(mening: str, sagt: str):
    assert mening.replace(text.NBSP, " ") == sagt


# Vilka


def test_dragningen_foljer_gruppernas_storlek_och_sager_hur_den_ar_gjord(yta):
    prov = yta.sample("utredning", 20, by=["kon", "enhet"], namn="Journaler")
    assert (prov.antal, prov.av, prov.fro, prov.databas) == (20, 93, "Journaler", yta.version)
    assert {(s["kon"], s["enhet"]): (s["arenden"], s["dragna"]) for s in prov.strata} == {
        ("flickor", "Norr"): (40, 9),
        ("flickor", "Syd"): (20, 4),
        ("pojkar", "Norr"): (30, 6),
        ("pojkar", "Syd"): (3, 1),
    }
    dragna = Counter((a["kon"], a["enhet"]) for a in prov.arenden)
    assert dragna == {(s["kon"], s["enhet"]): s["dragna"] for s in prov.strata}
    assert len(arenden(prov)) == 20


def test_samma_fro_ger_samma_arenden_och_ett_annat_ger_andra(yta):
    forst = yta.sample("utredning", 20, namn="Journaler hösten 2023")
    assert yta.sample("utredning", 20, namn="Annat", fro=" journaler  HÖSTEN 2023").arenden == forst.arenden
    assert arenden(yta.sample("utredning", 20, namn="Journaler våren 2024")) != arenden(forst)


def test_dragningen_beror_inte_pa_radernas_ordning_i_filen(tmp_path: Path):
    w = Workspace(tmp_path)
    [kvitto] = w.load(fil(LISTA))
    forst = w.sample("utredning", 15, by=["kon"], namn="Journaler")
    w.undo(kvitto.upload_id)
    blandat = random.Random(1).sample(LISTA, len(LISTA))
    w.load(fil(blandat))
    sedan = w.sample("utredning", 15, by=["kon"], namn="Journaler")
    assert arenden(sedan, blandat) == arenden(forst)
    nummer = [
        {a["nr"]: rader[a["rad"] - 2].split(";")[0] for a in prov.arenden}
        for prov, rader in ((forst, LISTA), (sedan, blandat))
    ]
    assert nummer[0] == nummer[1], "också löpnumren är desamma"


def test_bara_arenden_i_perioden_och_urvalet_dras(yta):
    prov = yta.sample(
        "utredning", 100, where={"enhet": "Norr", "kon": "flickor"},
        fran=date(2023, 1, 1), till=date(2023, 3, 31),
    )  # fmt: skip
    vantat = {
        r.split(";")[0]
        for r in LISTA
        if ";Flicka;Norr;" in r and r.split(";")[5] <= "2023-03-31"
    }  # fmt: skip
    assert arenden(prov) == vantat
    assert (prov.fran, prov.till) == (date(2023, 1, 1), date(2023, 3, 31))


def test_ett_matt_valjer_bland_de_arenden_som_det_raknar(yta):
    prov = yta.sample("utredning_barn_inom_fyra_manader", marginal=0.1)
    avslutade = [r for r in LISTA if not r.endswith(";")]
    assert prov.av == len(avslutade) == len(yta.rows("utredning_barn_inom_fyra_manader"))
    assert arenden(prov) <= {r.split(";")[0] for r in avslutade}
    assert (prov.av, prov.antal) == (69, 41), "96,04 / (1 + 95,04 / 69) = 40,4"


@pytest.mark.parametrize(
    "fraga, sagt",
    [
        ({"id": "utredningar"}, "Menade du «utredning»"),
        ({"id": "klagomal_antal"}, "ett ärende per rad"),
        ({"id": "utredning", "by": ["kom"]}, "Menade du «kon»"),
        ({"id": "utredning", "antal": 0}, "minst ett ärende"),
        ({"id": "utredning", "where": {"enhet": "Öst"}}, "Vidga perioden"),
        ({"id": "beslut"}, "inga beslut att dra bland"),
        ({"id": "utredning", "namn": "Barnet 701063-2391"}, "personnummer"),
    ],
)
def test_det_som_inte_gar_sager_varfor(yta, fraga, sagt):
    with pytest.raises(UsageError, match=re.escape(sagt)):
        yta.sample(**{"antal": 5} | fraga)


def test_en_tom_arbetsyta_sager_vad_man_gor(tmp_path):
    with pytest.raises(UsageError, match="Läs in en lista med ärenden"):
        Workspace(tmp_path).sample("utredning", 5)


def test_varje_slag_av_arenden_finns_med_sin_dag_i_schemat():
    assert [t for t, (_, _, dag) in ARENDEN.items() if dag not in table_columns()[t]] == []


def test_for_sma_urval_sager_att_grupper_saknas_eller_vager_mer(yta):
    sagt = " ".join(yta.sample("utredning", 3, by=["kon", "enhet"]).meningar)
    assert "alla grupper är inte med" in sagt
    assert "Minst ett ärende" in " ".join(yta.sample("utredning", 8, by=["kon", "enhet"]).meningar)


# Skydd


def test_analytikern_ser_en_liten_grupp_och_organisationen_kan_inte_rakna_ut_den(yta):
    prov = yta.sample("utredning", 20, by=["kon", "enhet"], viewer="intern")
    dolda = [s for s in prov.strata if s["dold"]]
    assert {(s["kon"], s["enhet"]) for s in dolda} == {("pojkar", "Syd"), ("flickor", "Syd")}
    assert all(s["arenden"] is None and s["dragna"] is None for s in dolda)
    assert Counter((a["kon"], a["enhet"]) for a in prov.arenden)[None, None] == 1
    assert "dolda" in " ".join(prov.meningar)
    sett = yta.sample("utredning", 20, by=["kon", "enhet"])
    assert not any(s["dold"] for s in sett.strata)
    assert {a["rad"] for a in sett.arenden} == {a["rad"] for a in prov.arenden}, "samma ärenden för båda"


def test_den_dolda_gruppens_namn_star_inte_i_formularet(yta):
    prov = yta.sample("utredning", 93, by=["kon", "enhet"], viewer="intern")
    celler = [str(c) for blad in oppnad(granskningsbok(prov, FRAGOR)) for r in blad.values for c in r if c]
    assert celler.count("Syd") == 2, "bara i tabellen över grupper, utan antal"
    assert "dold" in celler


def test_ett_urval_med_farre_an_fem_arenden_visas_inte_for_organisationen(yta):
    fraga = {"antal": 2, "where": {"kon": "pojkar", "enhet": "Syd"}}
    assert yta.sample("utredning", **fraga).av == 3
    with pytest.raises(UsageError, match="så få ärenden att de inte visas"):
        yta.sample("utredning", **fraga, viewer="intern")


@given(st.dictionaries(st.tuples(st.text("abc", min_size=1)), st.integers(1, 30), min_size=1, max_size=8))
def test_det_som_doljs_gar_inte_att_rakna_ut_ur_helheten(alla):
    strata, _ = groups(("kon",), Counter(alla), Counter(alla), "utredning", Viewer.INTERN)
    dolda = [alla[s["kon"],] for s in strata if s["dold"]]
    assert all(s["dold"] for s in strata if alla[s["kon"],] < 5)
    if dolda and len(dolda) < len(alla):
        assert len(dolda) >= 2
        assert sum(dolda) >= PERSONER.minsta_underlag


# Formuläret


def test_formularet_har_listor_att_svara_i_och_sager_hur_det_ar_draget(yta):
    prov = yta.sample("utredning", 20, by=["kon", "enhet"], namn="Journaler")
    form = oppnad(granskningsbok(prov, FRAGOR))
    blad = form["Granskning"]
    rader = list(blad.iter_rows(values_only=True))
    ovanfor = [r[0] for r in rader[:6]]
    assert {"Granskning: Journaler", "Urval: 20 av 93 ärenden", "Förvaltning: Förvaltningen"} <= set(ovanfor)
    assert rader[6] == (
        *("Granskat ärende", "Fil", "Blad", "Rad", "Kön", "Enhet", "Målgrupp"),
        *("Är anteckningen tillräcklig?", "Har barnet hörts?", "Finns plan?"),
    )
    assert [r[0] for r in rader[7:]] == [f"{prov.kod}-{nr}" for nr in range(1, 21)]
    assert blad.freeze_panes == "A8"
    listor = {str(v.sqref): v.formula1 for v in blad.data_validations.dataValidation}
    assert listor == {f"{k}8:{k}27": '"Ja,Nej,Delvis,Ej tillämpligt"' for k in "HIJ"}
    om = dict(form["Så gör du"].values)
    assert (om["Frö"], om["Urval"], om["Uppgifternas version"]) == (
        "Journaler",
        "20 av 93\xa0ärenden",
        yta.version,
    )
    assert ("pojkar", "Syd", 3, 1) in list(form["Grupper"].values)


def test_inget_arendenummer_star_i_formularet(yta):
    form = oppnad(granskningsbok(yta.sample("utredning", 93, by=["kon", "enhet", "grupp"]), FRAGOR))
    celler = {str(c) for blad in form for r in blad.values for c in r}
    assert not celler & {r.split(";")[0] for r in LISTA}
    assert not any(re.search(r"[0-9a-f]{20}", c) for c in celler), "inte heller dess nyckel"


SVARSORD = ["Ja", "Nej", "Delvis", "Ej tillämpligt", None]


def test_det_ifyllda_formularet_kommer_tillbaka_precis_som_det_fylldes_i(yta, tmp_path):
    prov = yta.sample(
        "utredning", 20, by=["kon", "enhet", "grupp"], namn="Journaler 2024", fran=ALLA[0], till=ALLA[1]
    )
    slump = random.Random(7)
    svar = {(nr, f): slump.choice(SVARSORD) for nr in range(20) for f in range(2)}
    w = Workspace(tmp_path)
    [kvitto] = w.load(ifylld(granskningsbok(prov, FRAGOR), lambda nr, f: svar.get((nr, f))))
    assert (kvitto.status, kvitto.faults, kvitto.forvaltning) == ("loaded", [], "Förvaltningen")
    rader = {r["fraga"]: r for r in w.answer("granskning_andel_ja", by=["fraga"])}
    for f, fraga in enumerate(FRAGOR[:2]):
        givna = Counter(svar[nr, f] for nr in range(20))
        assert (rader[fraga]["taljare"], rader[fraga]["namnare"], rader[fraga]["bortfall"]) == (
            givna["Ja"], givna["Ja"] + givna["Nej"] + givna["Delvis"], givna[None],
        )  # fmt: skip
    tom = rader["Finns plan?"]
    assert (tom["namnare"], tom["bortfall"]) == (0, 20), "en fråga som ingen har svarat på är bortfall"
    assert {(r["period"], r["kategori"]) for r in w.answer("granskning_andel_ja", by=["kategori"])} == {
        ("2023", "Journaler 2024")
    }
    grupper = (
        w.rows("granskning_andel_ja")[["kon", "enhet", "grupp"]].drop_duplicates().itertuples(index=False)
    )
    assert {tuple(g) for g in grupper} <= {(a["kon"], a["enhet"], a["grupp"]) for a in prov.arenden}
    assert {a["kon"] for a in prov.arenden} == {"flickor", "pojkar"}


def test_ett_rattat_formular_ersatter_det_forra_och_ett_annat_urval_laggs_till(yta, tmp_path):
    prov = yta.sample("utredning", 10, namn="Journaler", fran=ALLA[0], till=ALLA[1])
    annat = yta.sample("utredning", 5, namn="Journaler", fro="en gång till", fran=ALLA[0], till=ALLA[1])
    w = Workspace(tmp_path)
    for bok, ord_ in ((prov, "Nej"), (prov, "Ja"), (annat, "Nej")):
        w.load(ifylld(granskningsbok(bok, FRAGOR[:1]), lambda *_, o=ord_: o))
    [rad] = w.answer("granskning_andel_ja")
    assert (rad["taljare"], rad["namnare"]) == (10, 15)


@pytest.mark.parametrize("andel_fel", [1, 10])
def test_ett_svar_utanfor_listan_ar_ett_fel_med_sin_cell(yta, tmp_path, andel_fel):
    prov = yta.sample("utredning", 10, namn="Journaler")
    bok = ifylld(granskningsbok(prov, FRAGOR[:1]), lambda nr, _: "Kanske" if nr < andel_fel else "Ja")
    [kvitto] = Workspace(tmp_path).load(bok)
    assert kvitto.status == "refused"
    assert len(kvitto.faults) == andel_fel
    assert (kvitto.faults[0].sheet, kvitto.faults[0].cell) == ("Granskning", "E8")
    assert "Kanske" in kvitto.faults[0].message


def test_perioden_over_flera_ar_raknas_till_det_sista_aret(yta):
    prov = yta.sample("utredning", 5, fran=date(2022, 3, 1), till=date(2023, 12, 31))
    assert prov.period == (date(2023, 1, 1), date(2023, 12, 31))
    kvalitetsar = date(2022, 9, 1), date(2023, 8, 31)
    assert yta.sample("utredning", 5, fran=kvalitetsar[0], till=kvalitetsar[1]).period == kvalitetsar


@pytest.mark.parametrize(
    "fragor, sagt",
    [([" "], "Skriv minst en fråga"), (["Är 701063-2391 hörd?"], "personnummer")],
)
def test_en_fraga_som_inte_gar_att_lasa_tillbaka_tas_inte_emot(yta, fragor, sagt):
    with pytest.raises(UsageError, match=sagt):
        granskningsbok(yta.sample("utredning", 5), fragor)


# Kommandoraden


@pytest.fixture
def kor(yta, capsys):
    def kor_(*ord_: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as slut:
            main(["--data", str(yta.path), "sample", *map(str, ord_)])
        ut, fel = capsys.readouterr()
        return slut.value.code or 0, ut.replace(text.NBSP, " "), fel

    return kor_


def test_sample_size_svarar_bada_vagarna(kor):
    status, ut, _ = kor("size", "--margin", 10, "--n", 20, "--population", 455)
    assert status == 0
    assert "behövs 80 av 455 ärenden" in ut
    assert "Med 20 av 455 ärenden blir osäkerheten ungefär ± 21 procentenheter" in ut
    svar = json.loads(kor("size", "utredning", "--margin", 10, "--where", "enhet=Norr", "--json")[1])
    assert (svar["population"], svar["behovs"], svar["behovs_utan_helhet"]) == (70, 41, 97)
    assert kor("size")[0] == kor("size", "--margin", 0)[0] == kor("size", "--n", 0)[0] == 2


def test_sample_draw_skriver_urvalet_och_formularet(kor, yta, tmp_path):
    mal = tmp_path / "form.xlsx"
    val = ("draw", "utredning", "--n", 12, "--by", "kon", "--name", "Journaler", "--seed", "ek")
    status, ut, _ = kor(*val, "--question", "Har barnet hörts?", "--out", mal)
    assert status == 0
    assert "Med 12 av 93 ärenden" in ut
    assert "Frö: ek" in ut
    assert oppnad(mal.read_bytes())["Granskning"].max_row == 7 + 12
    svar = json.loads(kor(*val, "--json")[1])
    assert svar["arenden"] == yta.sample("utredning", 12, by=["kon"], namn="Journaler", fro="ek").arenden
    assert kor("draw", "utredning")[0] == kor(*val, "--out", mal)[0] == 2


@pytest.mark.parametrize("slag", ARENDEN)
def test_formularet_kanns_igen_for_varje_slag_av_arenden_och_uppdelning(exempel_workspace, tmp_path, slag):
    prov = exempel_workspace.sample(slag, 10, by=kalla(slag).nedbrytningar)
    bok = granskningsbok(prov, ["Har barnet hörts?", "1) Plan finns", "Fråga 2 om mål"])
    rader = list(oppnad(bok)["Granskning"].iter_rows(values_only=True))
    assert not any(str(r[0]).startswith("Förvaltning:") for r in rader), "den står i sin kolumn"
    kvitto = Workspace(tmp_path).preview(("form.xlsx", bok))
    assert (kvitto.status, kvitto.profile, kvitto.faults) == ("preview", "granskning", [])
    assert kvitto.tables == {"granskning": 3 * prov.antal}
