"""The examples of risks, controls, supervision, reviews and reported values, recounted in plain Python."""

from collections import Counter

import pytest

from kvalitet_metrics.example import (
    atgarder,
    brukarenkat_index,
    egenkontroller,
    granskningar_sydvast,
    keks,
    rapporterade_varden,
    risker,
    tillsyn,
)
from tests.exempelfiler import antal, blad, dag, poster

MODULER = (
    atgarder,
    brukarenkat_index,
    egenkontroller,
    granskningar_sydvast,
    keks,
    rapporterade_varden,
    risker,
    tillsyn,
)


@pytest.fixture(scope="module")
def mapp(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exempel")
    for modul in MODULER:
        modul.write(folder)
    return folder


def test_riskerna_har_sannolikhet_ganger_konsekvens_som_varde_och_fyra_ar_kritiska(mapp):
    rader = [r for r in blad(mapp, risker.FIL, "Riskanalys") if isinstance(r[2], int)]
    varden = [r[6] for r in rader]
    assert varden == [12, 12, 10, 12, 9, 9, 9] == [int(r[4][0]) * int(r[5][0]) for r in rader]
    assert (sum(v >= 10 for v in varden), sum(v == 9 for v in varden)) == (4, 3)
    assert [r[2] for r in rader if r[7] == "Ingen åtgärd"] == [3, 4]


def test_tre_av_jarvas_fyra_ej_godkanda_egenkontroller_blev_aldrig_av(mapp):
    rader = blad(mapp, egenkontroller.JARVA_FIL, "Individ och familj")
    bedomda = [r for r in rader if r[1] in ("Godkänd", "Ej godkänd")]
    assert Counter(r[1] for r in bedomda) == {"Godkänd": 3, "Ej godkänd": 4}
    assert sum("ej kunnat genomföras" in r[2] for r in bedomda) == 3


def test_egenkontrollplanen_har_tva_tillfallen_per_termin_och_tva_hygienmatningar(mapp):
    plan = poster(blad(mapp, egenkontroller.SYDVAST_FIL, "Plan"), "Avdelning")
    resurs = [r for r in plan if r["Enhet"] == "Resursverksamheterna"]
    assert Counter(dag(r["Genomförd"]).year for r in resurs) == {2022: 2, 2023: 2}
    assert sum("hygien" in r["Egenkontroll"] for r in plan) == 2
    assert {r["Frekvens"] for r in plan if r["Enhet"] == "Barnsekreterarenheten"} == {
        "en gång per månad", "en gång per vecka",
    }  # fmt: skip


def test_trettio_arenden_granskades_tio_per_enhet_och_alla_har_beslut(mapp):
    rader = poster(blad(mapp, granskningar_sydvast.ARENDEN_FIL, "Granskning"), "Ärendenr")
    assert len({r["Ärendenr"] for r in rader}) == len(rader) == 30
    assert set(Counter(r["Grupp"] for r in rader).values()) == {10}
    assert antal(rader, **{"Finns ett aktuellt beslut?": "Ja"}) == 30
    assert {dag(r["Granskningsdatum"]).year for r in rader} == {2023}


@pytest.mark.parametrize(
    "flik, granskade, brister",
    [
        ("EkB handläggning", None, [1, 3, 1, 1]),
        ("EkB skyddade", 5, [2, 5, 5, 5, 5]),
        ("Vuxna handläggning", 23, [6, 2, 1, 6, 3, 6, 1, 1, 2]),
        ("Vuxna skyddade", 1, [1, 1]),
    ],
)
def test_brister_av_granskade_arenden(mapp, flik, granskade, brister):
    rader = poster(blad(mapp, granskningar_sydvast.ANTAL_FIL, flik), "Fråga")
    assert [r["Ja"] for r in rader] == brister
    assert all(r["Ja"] + r["Nej"] == r["Totalt"] for r in rader)
    [alla] = {r["Totalt"] for r in rader}
    assert granskade in (None, alla)


def test_tillsyn_per_myndighet(mapp):
    jarva = poster(blad(mapp, "Tillsyn_Järva_2023.xlsx", "Tillsyn"), "Avdelning")
    assert sum(r["Antal"] for r in jarva if r["Typ"] == "Verksamhetsuppföljning") == 4
    assert [r["Antal"] for r in jarva if r["Typ"].startswith("Granskning efter")] == [2, 2]
    sydvast = poster(blad(mapp, "Tillsyn_Sydväst_2022-2023.xlsx", "Tillsyn"), "Avdelning")
    boende = [r for r in sydvast if r["Avdelning"] == "Boende och hemlöshet"]
    assert Counter(r["Tillsynsmyndighet"] for r in boende) == {
        "IVO": 1, "Miljöförvaltningen": 2, "Arbetsmiljöverket": 2, "Miljöverket": 2,
    }  # fmt: skip
    assert [r["Enhet"] for r in boende if r["Utfall"] != "Inga brister"] == ["Kallebäcks boende"]
    assert antal(sydvast, Tillsynsmyndighet="IVO", Utfall="Kritik") == 2


def test_keks_och_brukarenkatens_index_som_de_publicerats(mapp):
    rader = poster(blad(mapp, keks.FIL, "KEKS"), "Index")
    assert [r["2023"] for r in rader] == [f"{n} %" for n in (69, 8, 24, 75, 80, 91, 6, 10)]
    assert [r["2021"] for r in rader].count("-") == 2
    boende = poster(blad(mapp, brukarenkat_index.FIL, "Boende"), "Fråga i enkäten")
    assert [r["Resultat"] for r in boende] == [f"Röd/{n}/Prioritera" for n in (83, 82, 79)]
    resurs = poster(blad(mapp, brukarenkat_index.FIL, "Resursverksamheten"), "Fråga i enkäten")
    assert [r["Resultat"] for r in resurs] == [88, 81]


def test_rapporterade_varden_har_ord_for_noll_och_procent_med_tecken(mapp):
    jarva = blad(mapp, "Nyckeltal_Järva_2023.xlsx", "Nyckeltal")
    assert [r[3] for r in jarva if r[1] == "Individ och familj"] == [26, "Inget", "80 %", "93 %", "70 %"]
    sydvast = blad(mapp, "Nyckeltal_Sydväst_2022-2023.xlsx", "Nyckeltal")
    varden = {(r[0], r[1], r[2]): r[3:] for r in sydvast if r[1]}
    assert varden["Sidor i logglista vid kontroll av en medarbetare", "Barn- och ungdomsvård", None][0] == 48
    assert varden["Besök per handläggare och månad", "Ekonomiskt bistånd", None] == ["-", 30]
    assert sum(v[0] in ("Inga", "Ingen") for v in varden.values()) == 13


def test_en_av_sju_atgarder_ar_inte_uppfoljd_och_sex_ar_planerade(mapp):
    rader = blad(mapp, atgarder.FIL, "Åtgärder")
    planerade = next(nr for nr, r in enumerate(rader) if r[0] == "Planerade förbättringsåtgärder")
    gjorda = [r for r in rader[2:planerade] if r[0]]
    assert (len(gjorda), sum(r[1] is None for r in gjorda)) == (7, 1)
    assert len(rader) - planerade - 1 == 6
