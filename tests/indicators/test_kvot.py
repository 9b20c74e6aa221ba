"""Så många av det ena per hundra av det andra: bara där båda är av samma dagar och samma förvaltningar."""

from dataclasses import replace
from datetime import date

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.funnel import funnel
from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.analysis.verdict import judge
from kvalitet_metrics.charts.theme import LJUS
from kvalitet_metrics.charts.tratt import forklaring, tratt
from kvalitet_metrics.disclosure import solve
from kvalitet_metrics.errors import NotShown, UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compute import Fraga
from kvalitet_metrics.indicators.definition import DefinitionError
from kvalitet_metrics.indicators.kvot import put_together
from kvalitet_metrics.model import Periodslag
from kvalitet_metrics.stats import rate, spc
from kvalitet_metrics.text import NBSP

ID = "avvikelser_per_100_utredningar"
KVOT = INDIKATORER[ID]
AR, MANAD = Periodslag.KALENDERAR, Periodslag.MANAD


def rad(antal: int | None, enhet: str | None = "Norr", nr: int = 0, **mer) -> dict:
    """A row of either part past the gate: `antal` is its count, or the cases that it rests on."""
    start, slut = date(2020 + nr // 12, nr % 12 + 1, 1), date(2020 + nr // 12, nr % 12 + 1, 28)
    tom = {"bortfall": 0, "anmarkning": [], "brott": [], "dold": False, "omfattar": ["F"], "ofull": None}
    return tom | {
        "period": f"p{nr}", "period_start": start, "period_end": slut, "enhet": enhet,
        "taljare": antal, "namnare": antal, "varde": antal,
    } | mer  # fmt: skip


def ihop(
    over: list[dict], under: list[dict], by: tuple = ("enhet",), period: Periodslag = MANAD
) -> list[dict]:
    return with_intervals(put_together(over, under, Fraga(KVOT, period, by), KVOT), KVOT)


def test_kvoten_har_det_ena_antalet_genom_det_andra_och_poissons_intervall():
    [svar] = ihop([rad(15)], [rad(60)])
    assert (svar["taljare"], svar["namnare"], svar["varde"]) == (15, 60, 25.0)
    assert (svar["nedre"], svar["ovre"]) == rate.interval(15, 60, 100)
    [inga] = ihop([rad(0)], [rad(60)])
    assert (inga["varde"], inga["nedre"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    "over, under, skal",
    [
        ([], [rad(60)], "täljaren («Rapporterade avvikelser») har ingen uppgift här"),
        ([rad(15)], [], "nämnaren («Utredningstid i dagar») har ingen uppgift här"),
        ([rad(15)], [rad(0)], "nämnaren («Utredningstid i dagar») har ingen uppgift här"),
        ([rad(15, omfattar=["F", "G"])], [rad(60)], "inte samma förvaltningar; dela upp på förvaltning"),
        (
            [rad(15)],
            [rad(60, ofull={"forvaltning": ["F"], "fran": date(2019, 9, 1), "till": date(2019, 10, 1)})],
            "olika delar av perioden",
        ),
    ],
)
def test_det_som_inte_ar_av_samma_sak_satts_inte_i_kvot_och_sager_varfor(over, under, skal):
    [svar] = ihop(over, under)
    assert svar["varde"] is None and svar["nedre"] is None  # noqa: PT018
    assert skal in svar["anmarkning"][0]


def test_hela_tiden_raknas_bara_nar_bada_ar_fran_samma_dagar():
    [svar] = ihop([rad(15, nr=0)], [rad(60, nr=1)], period=Periodslag.TOTAL)
    assert svar["varde"] is None
    assert "välj en period" in svar["anmarkning"][0]


@pytest.mark.parametrize("dold_del", [0, 1])
def test_det_som_ar_dolt_i_den_ena_delen_ar_dolt_i_kvoten(dold_del):
    dold = rad(None, dold=True, bortfall=None, anmarkning=["Dold för att skydda enskilda."])
    delar = [[rad(15)], [rad(60)]]
    delar[dold_del] = [dold]
    [svar] = ihop(*delar)
    assert svar["dold"]
    assert [svar[k] for k in ("taljare", "namnare", "varde", "nedre", "ovre", "bortfall")] == [None] * 6
    assert svar["anmarkning"] == ["Dold för att skydda enskilda."]


def test_allmanheten_far_bara_veta_vad_delarna_sager_var_for_sig(
    egen_exempel_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(solve, "MOST_WORK", 20_000)
    w = egen_exempel_workspace
    besvarade = 0
    for by in ([], ["enhet"], ["forvaltning"]):
        try:
            synligt = [
                {(r["period"], *(r[c] for c in by)): r for r in w.answer(i, by=by, viewer="publik")}
                for i in (KVOT.taljare, KVOT.namnare)
            ]
        except NotShown:
            with pytest.raises(NotShown):
                w.answer(ID, by=by, viewer="publik")
            continue
        besvarade += 1
        for r in w.answer(ID, by=by, viewer="publik"):
            delar = [t.get((r["period"], *(r[c] for c in by))) for t in synligt]
            if r["varde"] is not None:
                assert all(d and not d["dold"] for d in delar)
                assert (r["taljare"], r["namnare"]) == (delar[0]["taljare"], delar[1]["namnare"])
    assert besvarade


def test_ett_u_diagram_domer_och_sager_det_per_hundra():
    under = [50 + 10 * (i % 3) for i in range(14)]
    over = [10, 12, 14] * 4 + [11, 40]
    rader = ihop([rad(x, nr=i) for i, x in enumerate(over)], [rad(n, nr=i) for i, n in enumerate(under)])
    sagt = judge(rader, KVOT, MANAD)
    vantat = spc.u_chart(over, [n / 100 for n in under])
    [diagram] = sagt.diagram
    assert sagt.metod == "u-diagram (antal per antal)"
    assert [p.ovre for p in diagram.punkter] == pytest.approx(vantat.upper)
    assert diagram.punkter[-1].varde == pytest.approx(100 * 40 / under[-1])
    assert sagt.utfall == "högre"
    assert f"fler per{NBSP}100 än vad slumpen förklarar" in sagt.mening


def test_tva_ar_jamfors_i_ord():
    rader = ihop([rad(20, nr=0), rad(55, nr=12)], [rad(100, nr=0), rad(100, nr=12)])
    sagt = judge([r | {"period_end": date(r["period_start"].year, 12, 31)} for r in rader], KVOT, AR)
    assert sagt.mening.startswith(f"Förändrat: antalet är 35,0{NBSP}per{NBSP}100 högre p12 än p0")


def test_tratten_jamfor_kvoter_och_ett_antal_pekar_pa_kvoten(exempel_workspace: Workspace):
    over, under = [10, 12, 60, 9], [100, 110, 105, 40]
    rader = ihop(
        [rad(x, enhet=f"E{i}") for i, x in enumerate(over)],
        [rad(n, enhet=f"E{i}") for i, n in enumerate(under)],
    )
    svar = funnel(rader, KVOT, "enhet")
    assert [e["utanfor"] for e in svar["enheter"]] == ["lower_998", "lower_998", "upper_998", None]
    assert svar["centrum"] == pytest.approx(100 * 91 / 355)
    assert f"helheten (25,6{NBSP}per{NBSP}100)" in svar["mening"]
    figur = tratt(svar, LJUS)
    assert figur["layout"]["yaxis"]["range"] == [0, pytest.approx(1.1 * 100 * 60 / 105)]
    assert f"57,1{NBSP}per{NBSP}100</b> – 60 på 105" in figur["data"][-1]["hovertext"][2]
    assert forklaring(svar).startswith(f"Antal per{NBSP}100, per enhet")
    assert (
        "Enheterna jämförs i «Avvikelser per 100 utredningar»."
        in exempel_workspace.funnel(KVOT.taljare)["mening"]
    )


@pytest.mark.parametrize(
    "andrat, skal",
    [
        ({"taljare": "finns_inte"}, "finns_inte finns inte"),
        ({"taljare": "utredningstid_dagar"}, "ett antal"),
        ({"namnare": "risk_varde"}, "ett antal"),
        ({"nedbrytningar": ("enhet", "kon")}, "inte båda kon"),
    ],
)
def test_en_kvot_som_inte_gar_att_rakna_finns_inte(andrat, skal):
    with pytest.raises(DefinitionError, match=skal):
        replace(KVOT, **andrat).bound(INDIKATORER)
    with pytest.raises(DefinitionError, match="per 100, per 1000"):
        replace(KVOT, per=7)


# Vilket diagram


@pytest.mark.parametrize("diagram", ["xmr", "u"])
def test_den_som_fragar_kan_valja_diagram(diagram):
    rader = ihop([rad(10 + i % 3, nr=i) for i in range(13)], [rad(60, nr=i) for i in range(13)])
    [ritat] = judge(rader, KVOT, MANAD, diagram=diagram).diagram
    assert ritat.metod == diagram
    with pytest.raises(UsageError, match="Välj bland: xmr, u"):
        judge(rader, KVOT, MANAD, diagram="p")
    with pytest.raises(UsageError, match="finns inte"):
        judge(rader, KVOT, MANAD, diagram="pp")
