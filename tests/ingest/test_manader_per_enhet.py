"""274 enheter i 36 månader med ett mål: en kartlagd fil, dömd månad för månad efter det diagram man vill."""

import json
from random import Random

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.stats import spc
from tests.test_stats_forlagor import AKUTEN

ENHETER, MANADER, MAL = 274, 36, 0.95
KARTA = {
    "format": 1,
    "id": "akuten",
    "namn": "Akutmottagningar per månad",
    "periodslag": "manad",
    "kolumner": [
        {"rubrik": "period", "roll": "period"},
        {"rubrik": "org_code", "roll": "enhet"},
        {"rubrik": "type", "roll": "underkategori"},
        {"rubrik": "attendances", "roll": "namnare", "matt": "Inom fyra timmar"},
        {"rubrik": "within", "roll": "taljare", "matt": "Inom fyra timmar"},
        {"rubrik": "target", "roll": "andel", "matt": "Inom fyra timmar", "jamforelse": "mal"},
    ],
}


@pytest.fixture(scope="module")
def yta(tmp_path_factory) -> tuple[Workspace, list[tuple[int, int]]]:
    """The workspace, and the cases of the unit R005: how many were within the limit, of how many."""
    rng = Random(1)
    rader, mina = ["period,org_code,type,attendances,within,target"], []
    for enhet in range(ENHETER):
        storlek = rng.randint(300, 15000)
        for m in range(MANADER):
            n = int(storlek * rng.uniform(0.85, 1.15))
            x = int(n * (0.9 - (0.15 if m == MANADER - 1 else 0) + rng.gauss(0, 0.02)))
            rader.append(f"{2016 + (3 + m) // 12}-{(3 + m) % 12 + 1:02d}-01,R{enhet:03d},1,{n},{x},{MAL}")
            if enhet == 5:
                mina.append((x, n))
    w = Workspace(tmp_path_factory.mktemp("manader"))
    w.profiler.import_(json.dumps(KARTA))
    [kvitto] = w.load(("ae_attendances.csv", "\n".join(rader).encode()))
    assert (kvitto.status, kvitto.rows_loaded) == ("loaded", ENHETER * MANADER)
    return w, mina


def test_varje_enhet_har_sina_manader_med_malet(yta):
    w, mina = yta
    rader = w.answer("nyckeltal_varde", "manad", ["enhet"])
    assert len(rader) == ENHETER * MANADER
    assert [(r["taljare"], r["namnare"]) for r in rader if r["enhet"] == "R005"] == mina
    assert {r["mal"] for r in rader} == {MAL}


@pytest.mark.parametrize("diagram", [None, "xmr"])
def test_en_enhet_doms_efter_sina_manader_med_det_diagram_man_vill(yta, diagram):
    w, mina = yta
    [sagt] = w.verdict("nyckeltal_varde", "manad", where={"enhet": "R005"}, diagram=diagram)
    x, n = zip(*mina, strict=True)
    vantat = spc.xmr([a / b for a, b in mina]) if diagram else spc.p_prime_chart(x, n)
    [ritat] = sagt["diagram"]
    lower = vantat.lower if diagram else vantat.lower[-1]
    assert ritat["metod"] == (diagram or "p_prim")
    assert ritat["punkter"][-1]["nedre"] == pytest.approx(lower, rel=1e-12)
    assert sagt["signal"] == "outside"
    assert sagt["enhet"] == "andel"


def test_den_som_kartlagger_sager_vad_som_ar_battre_och_da_sags_malet(tmp_path):
    w = Workspace(tmp_path)
    karta = json.loads(json.dumps(KARTA))
    karta["kolumner"][4]["riktning"] = "hogre"
    w.profiler.import_(json.dumps(karta))
    rader = ["period,org_code,type,attendances,within,target"]
    for m in range(24):
        tal = 900 + 5 * (m % 3) - (200 if m == 23 else 0)
        rader.append(f"{2016 + m // 12}-{m % 12 + 1:02d}-01,R1,1,1000,{tal},{MAL}")
    w.load(("ae.csv", "\n".join(rader).encode()))
    [sagt] = w.verdict("nyckeltal_varde", "manad")
    assert (sagt["utfall"], sagt["signal"]) == ("sämre", "outside")
    assert sagt["mening"].startswith("Sämre dec 2017: en lägre andel än vad slumpen förklarar")
    assert sagt["mening"].endswith("men målet 95\u00a0% nås inte.")
    tal = w.query("nyckeltal_varde", "manad").iloc[-1]
    assert (tal["mal_nas"], tal["jamforelse_utfall"]) == (False, {"mal": "sämre"})


@pytest.mark.parametrize(
    "plats, riktning, fel",
    [
        (4, "upp", "«upp» är ingen riktning"),
        (5, "hogre", "«target» kan inte ha en riktning"),
        (1, "hogre", "«org_code» kan inte ha en riktning"),
    ],
)
def test_en_riktning_hor_till_ett_eget_matt(tmp_path, plats, riktning, fel):
    karta = json.loads(json.dumps(KARTA))
    karta["kolumner"][plats]["riktning"] = riktning
    with pytest.raises(UsageError, match=fel):
        Workspace(tmp_path).profiler.import_(json.dumps(karta))


def test_ett_matt_har_bara_en_riktning(tmp_path):
    karta = json.loads(json.dumps(KARTA))
    karta["kolumner"][3]["riktning"], karta["kolumner"][4]["riktning"] = "hogre", "lagre"
    with pytest.raises(UsageError, match="Måttet «Inom fyra timmar» har två riktningar"):
        Workspace(tmp_path).profiler.import_(json.dumps(karta))


def test_akutens_36_manader_far_forlagans_granser_och_marken_genom_hela_programmet(tmp_path):
    # NHSRplotthedots, ae_all_performance.svg: axelns 0,84 vid 324,43 och 0,90 vid 84,41 höjdenheter.
    ritat, (mitt, ovre, nedre), farger = AKUTEN["alla, inom fyra timmar"]

    def andel(hojd: float) -> float:
        return 0.84 + (324.43 - hojd) * 0.06 / (324.43 - 84.41)

    rader = ["period,org_code,within"]
    for m, hojd in enumerate(map(float, ritat.split())):
        rader.append(f"{2016 + (3 + m) // 12}-{(3 + m) % 12 + 1:02d}-01,Alla,{andel(hojd):.6f}")
    w = Workspace(tmp_path)
    kolumner = [
        {"rubrik": "period", "roll": "period"},
        {"rubrik": "org_code", "roll": "enhet"},
        {"rubrik": "within", "roll": "andel", "matt": "Inom fyra timmar"},
    ]
    w.profiler.import_(json.dumps(KARTA | {"kolumner": kolumner}))
    [kvitto] = w.load(("ae.csv", "\n".join(rader).encode()))
    assert kvitto.rows_loaded == MANADER
    [sagt] = w.verdict("nyckeltal_varde", "manad")
    [ritning] = sagt["diagram"]
    assert ritning["metod"] == "xmr"
    punkt = ritning["punkter"][0]
    assert [punkt[k] for k in ("mitt", "nedre", "ovre")] == pytest.approx(
        [andel(mitt), andel(nedre), andel(ovre)], abs=3e-6
    )
    vandning = {"neutral_high": "B", "neutral_low": "S", "common_cause": "."}
    assert "".join(vandning[p["typ"]] for p in ritning["punkter"]) == farger
    assert sagt["utfall"] == "ingen säker förändring"  # mars 2019 är åter inom gränserna
