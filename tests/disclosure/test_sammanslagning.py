"""Hidden rows shown as one: when, as what, and that the one row is only what any reader could work out."""

import json
import shutil
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvalitet_metrics import Workspace
from kvalitet_metrics.cli import main
from kvalitet_metrics.disclosure.gate import REGLER, is_small, pass_gate
from kvalitet_metrics.disclosure.merge import merged
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators.question import question
from kvalitet_metrics.model import Viewer
from tests.conftest import rutor

BARN = "utredning_barn_inom_fyra_manader"

# Units as «numerator/denominator», and the rows that the viewer sees; what is merged is last in its period.
TABELL = """
    viewer     | enheter                            | visas                             | varfor
    publik     | Norr 3/40, Söder 20/40, Öst 4/30   | Söder 20/40, Norr + Öst 7/70      | summan är inte liten
    publik     | Norr 3/40, Söder 20/40, Öst 20/30  | Norr dold, Söder 20/40, Öst 20/30 | en ensam
    publik     | Norr 1/40, Söder 20/40, Öst 1/30   | Norr dold, Söder 20/40, Öst dold  | också summan är
    publik     | Norr 39/40, Söder 20/40, Öst 29/30 | Norr dold, Söder 20/40, Öst dold  | summans rest är
    publik     | Norr 2/3, Söder 3/4                | Norr dold, Söder dold             | resten är två
    publik     | Norr 3/6, Söder 2/6                | Norr + Söder 5/12                 | allt i en
    publik     | Östra 3/40, Åbo 3/40, Ängby 3/40   | Åbo + Ängby + Östra 9/120         | å ä ö sist
    publik     | A 2/9, B 2/9, C 2/9, D 2/9         | A + B + C + D 8/36                | fyra namn skrivs ut
    publik     | A 2/9, B 2/9, C 2/9, D 2/9, E 2/9  | 5 enheter tillsammans 10/45       | fem blir ett antal
    intern     | Norr 1/3, Söder 20/40, Öst 2/4     | Söder 20/40, Norr + Öst 3/7       | underlaget är sju
    intern     | Norr 1/2, Söder 20/40, Öst 1/2     | Norr dold, Söder 20/40, Öst dold  | fyra
    intern     | Norr 3/40, Söder 20/40             | Norr 3/40, Söder 20/40            | inget är dolt
    analytiker | Norr 1/1, Söder 1/2                | Norr 1/1, Söder 1/2               | analytikern ser allt
"""


def rad(enhet: str | None, taljare: int, namnare: int | None, ar: int = 2023) -> dict:
    """A row of an answer as it is computed, before the gate; the whole has no enhet."""
    tal = {"taljare": taljare, "namnare": namnare, "varde": taljare / namnare if namnare else None}
    var = {"period": str(ar), "period_start": date(ar, 1, 1), "period_end": date(ar, 12, 31)}
    sagt = {"bortfall": 0, "anmarkning": [], "brott": [], "omfattar": ["F"], "ofull": None}
    return var | ({} if enhet is None else {"enhet": enhet}) | tal | sagt


def enheter(text: str) -> list[tuple[str, int, int]]:
    """«Norr 3/40, Söder 20/40» as names and counts."""
    delar = [del_.strip().rsplit(" ", 1) for del_ in text.split(",")]
    return [(namn, *map(int, tal.split("/"))) for namn, tal in delar]


def slaget(rader: list[dict], viewer: Viewer) -> list[dict]:
    """The rows past the simple gate and merged, with the whole as the viewer sees it."""
    fraga = question(BARN, "kalenderar", ["enhet"], {}, None, None, {})
    ar = {r["period_start"].year for r in rader}
    hela = [
        rad(
            None,
            *(sum(r[k] for r in rader if r["period_start"].year == a) for k in ("taljare", "namnare")),
            a,
        )
        for a in sorted(ar)
    ]
    sedda, helheten = (pass_gate(r, "utredning", viewer) for r in (rader, hela))
    return merged(sedda, helheten, fraga, viewer)


def ritad(rader: list[dict]) -> str:
    return ", ".join(
        f"{r['enhet']} {'dold' if r['dold'] else '{taljare}/{namnare}'.format(**r)}" for r in rader
    )


@pytest.mark.parametrize("fall", rutor(TABELL), ids=lambda f: f["varfor"])
def test_dolda_rader_blir_en_dar_det_ar_ett_tal_att_visa(fall: dict):
    svar = slaget([rad(*e) for e in enheter(fall["enheter"])], Viewer(fall["viewer"]))
    assert ritad(svar) == fall["visas"]


def test_en_sammanslagen_rad_sager_vilka_den_ar_och_raknas_som_andra():
    (en,) = slaget([rad(n, 2, 9) for n in "ABCDE"], Viewer.PUBLIK)
    assert en["anmarkning"] == ["Summan av A, B, C, D och E, som är dolda var för sig."]
    assert (en["varde"], en["dold"], en["omfattar"]) == (10 / 45, False, ["F"])


def test_lika_manga_men_andra_enheter_far_inte_samma_namn():
    """Otherwise the periods would be one series, and a change of it would be of who is in it."""
    svar = slaget(
        [rad(n, 2, 9, ar) for ar, namn in ((2022, "ABCDE"), (2023, "ABCDF")) for n in namn], Viewer.PUBLIK
    )
    assert [r["enhet"] for r in svar] == ["A + B + C + D + E", "A + B + C + D + F"]


def test_den_rad_som_saknar_enhet_heter_okant():
    svar = slaget([rad("Norr", 3, 40), rad(None, 3, 40) | {"enhet": None}], Viewer.PUBLIK)
    assert ritad(svar) == "Norr + okänt 6/80"


def test_antal_blir_summan_av_antalen():
    fraga = question("lex_sarah_rapporter", "kalenderar", ["enhet"], {}, None, None, {})
    rader = [rad("A", 3, None), rad("B", 20, None), rad("C", 4, None)]
    hela = [rad(None, 27, None) | {"dold": False}]
    svar = merged(pass_gate(rader, "lex_sarah", Viewer.PUBLIK), hela, fraga, Viewer.PUBLIK)
    assert [(r["enhet"], r["varde"], r["namnare"]) for r in svar[1:]] == [("A + C", 7, None)]


@pytest.mark.parametrize("fel", [{"dold": True}, {"taljare": None}, {"taljare": 1}, {"namnare": 21}])
def test_utan_en_helhet_som_gar_ihop_slas_inget_samman(fel: dict):
    fraga = question(BARN, "kalenderar", ["enhet"], {}, None, None, {})
    rader = pass_gate([rad("A", 3, 40), rad("B", 20, 40), rad("C", 3, 40)], "utredning", Viewer.PUBLIK)
    hela = rad(None, 26, 120) | {"dold": False} | fel
    assert merged(rader, [hela], fraga, Viewer.PUBLIK) == rader


@given(
    st.sampled_from([Viewer.PUBLIK, Viewer.INTERN]),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=7),
)
def test_det_som_slas_samman_ar_helheten_utan_det_som_visas_och_aldrig_litet(viewer: Viewer, antal):
    rader = [rad(f"E{n}", t, t + rest) for n, (t, rest) in enumerate(antal)]
    svar = slaget(rader, viewer)
    if any(r["dold"] for r in svar):
        assert svar == pass_gate(rader, "utredning", viewer)
    else:
        assert [sum(r[k] for r in svar) for k in ("taljare", "namnare")] == [
            sum(r[k] for r in rader) for k in ("taljare", "namnare")
        ]
        assert not any(is_small(r, REGLER[viewer]["utredning"]) for r in svar)


@pytest.fixture(scope="module")
def yta(tmp_path_factory) -> Workspace:
    """Investigations of seven units, some small, in two years: numerators and rests of each year."""
    tal = {
        "Norr": ((20, 20), (24, 18)),
        "Söder": ((30, 12), (26, 14)),
        "Väst": ((31, 9), (28, 13)),
        "Centrum": ((16, 14), (17, 19)),
        "Öst": ((1, 2), (4, 11)),
        "Åbo": ((4, 12), (18, 9)),
        "Ängby": ((2, 2), (3, 12)),
    }
    rader = [
        f"U-{enhet}-{ar}-{n};Barn;{'KM'[n % 2]};{enhet};{ar}-01-10;{ar}-{'03-01' if n < i_tid else '12-20'}"
        for enhet, per_ar in tal.items()
        for ar, (i_tid, sena) in zip((2022, 2023), per_ar, strict=True)
        for n in range(i_tid + sena)
    ]
    yta = Workspace(tmp_path_factory.mktemp("sammanslagning") / "yta")
    text = "\n".join(["Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad", *rader])
    yta.load([("u.csv", text.encode())], forvaltning="Förvaltningen")
    return yta


@pytest.mark.parametrize("viewer", ["publik", "intern"])
def test_i_varje_period_ar_den_sammanslagna_raden_helheten_minus_det_som_visas(yta: Workspace, viewer: str):
    """What an attacker gets by asking for it is what an attacker who never asks can subtract."""
    slagna = 0
    for period, by, where in product(
        ("kalenderar", "kvalitetsar", "tertial", "total"), ("enhet", "kon"), ({}, {"kon": "flickor"})
    ):
        fraga = {"period": period, "where": where, "viewer": viewer}
        try:
            dolda = yta.answer(BARN, by=[by], **fraga)
            hela = {r["period"]: r for r in yta.answer(BARN, **fraga)}
        except UsageError:
            continue
        svar = yta.answer(BARN, by=[by], **fraga, merge=True)
        kvar = {(r["period"], r[by]): r for r in dolda}
        for r in (r for r in svar if (r["period"], r[by]) not in kvar):
            slagna += 1
            visade = [d for d in dolda if d["period"] == r["period"] and not d["dold"]]
            for k in ("taljare", "namnare"):
                assert r[k] == hela[r["period"]][k] - sum(d[k] for d in visade), (fraga, by, k)
            assert r["nedre"] <= r["varde"] <= r["ovre"]
            assert list(r) == list(dolda[0])
    assert slagna >= 2


def test_det_som_inte_kan_slas_ihop_ar_ett_fel_som_sager_varfor(yta: Workspace):
    for id_, by, varfor in (
        (BARN, [], "precis en kolumn"),
        (BARN, ["enhet", "kon"], "precis en kolumn"),
        ("utredningstid_dagar", ["enhet"], "bara antal och andelar"),
        ("klagomal_antal", ["kategori"], "flera sätt"),
    ):
        with pytest.raises(UsageError, match=varfor):
            yta.answer(id_, by=by, merge=True)


def test_tabellen_har_samma_kolumner_med_och_utan_sammanslagning(yta: Workspace):
    med, utan = (yta.query(BARN, by=["enhet"], viewer="publik", merge=m) for m in (True, False))
    assert list(med.columns) == list(utan.columns)
    assert len(med) < len(utan)


def test_sammanslagningen_gar_ihop_med_enheter_som_har_blivit_en(yta: Workspace, tmp_path):
    """Both questions are then put to the records under the new names."""
    egen = Workspace(shutil.copytree(yta.path, tmp_path / "egen"))
    for namn in ("Norr", "Söder", "Mitt"):
        egen.organisation.add("enhet", namn)
    egen.organisation.change("sammanslagning", "enhet", date(2023, 1, 1), ["Norr", "Söder"], ["Mitt"])
    fraga = {"by": ["enhet"], "where": {"enhet": ["Mitt", "Öst", "Ängby"]}, "viewer": "intern"}
    svar = egen.answer(BARN, **fraga, foregangare=True, merge=True)
    assert ritad(svar[:2]) == "Mitt 50/82, Ängby + Öst 3/7"


def test_kommandot_slar_ihop_eller_sager_att_det_gar(yta: Workspace, capsys):
    def kor(*val: str) -> str:
        with pytest.raises(SystemExit):
            main(["--data", str(yta.path), "query", BARN, "--viewer", "publik", "--by", *val])
        return capsys.readouterr().out

    tips = "Dolda rader kan slås ihop: --merge"
    utan, med = kor("enhet"), kor("enhet", "--merge")
    assert utan.splitlines()[-1] == tips
    assert tips not in med
    assert "dold " not in med
    assert tips not in kor("kon")
    svar = json.loads(kor("enhet", "--merge", "--json"))
    (slagen,) = [r for r in svar["rader"] if r["period"] == "2023" and " + " in r["enhet"]]
    assert {"Ängby", "Öst"} <= {*slagen["enhet"].split(" + ")}
    assert f"{slagen['enhet']}  " in med
    assert f"({slagen['taljare']} av {slagen['namnare']}) Summan av " in med
    assert {"enhet": slagen["enhet"]} in [u["serie"] for u in svar["utlatande"]]
