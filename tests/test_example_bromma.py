"""Bromma's reviews and lists, read back with plain Python and recounted against what the report prints."""

from collections import Counter
from datetime import date, timedelta
from statistics import median

import pytest

from kvalitet_metrics.example import (
    asi,
    avslut,
    brukarundersokning_bromma,
    forandringsplaner,
    fut,
    genomforandeplaner_bromma,
    granskningar_bromma,
    nyckeltal_bromma,
    orosanmalningar_vuxna,
    overvaganden,
    tillsyn_bromma,
)
from tests.exempelfiler import antal, blad, dag, halvt_upp, poster

MODULER = (
    *(asi, avslut, brukarundersokning_bromma, forandringsplaner, fut, genomforandeplaner_bromma),
    *(granskningar_bromma, nyckeltal_bromma, orosanmalningar_vuxna, overvaganden, tillsyn_bromma),
)
ARENDEN, SAMMANSTALLT = granskningar_bromma.ARENDEN, granskningar_bromma.ANTAL


@pytest.fixture(scope="module")
def mapp(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bromma")
    for modul in MODULER:
        modul.write(folder)
    return folder


@pytest.mark.parametrize(
    "flik, fraga, ja, nej, delvis",
    [
        ("Försörjning", "Finns journalanteckningar?", 7, 0, 0),
        ("Barn och unga", "Finns journalanteckningar?", 20, 0, 0),
        ("Brukare LSS", "Finns beslut om god man eller förvaltare tillgängligt?", 51, 0, 0),
        ("Brukare LSS", "Är genomförandeplan upprättad?", 49, 2, 0),
        ("Verksamheter LSS", "Finns utsedd stödperson?", 6, 0, 0),
        ("Verksamheter LSS", "Finns ställföreträdande stödperson?", 5, 1, 0),
        ("Verksamheter LSS", "Är eventuella arbetsanteckningar sammanfattade enligt rutin?", 3, 0, 3),
        ("Barnsamtal 2022", "Har barnsamtal genomförts under utredningen?", 10, 5, 0),
        ("Barnsamtal 2023", "Har barnsamtal genomförts under utredningen?", 14, 1, 0),
    ],
)
def test_svaren_i_granskade_arenden(mapp, flik, fraga, ja, nej, delvis):
    svar = Counter(rad[fraga] for rad in poster(blad(mapp, ARENDEN, flik), "Ärendenr"))
    assert (svar["Ja"], svar["Nej"], svar["Delvis"]) == (ja, nej, delvis)


def test_granskade_arenden_per_kon_grupp_och_tillfalle(mapp):
    forsorjning = poster(blad(mapp, ARENDEN, "Försörjning"), "Ärendenr")
    barn = poster(blad(mapp, ARENDEN, "Barn och unga"), "Ärendenr")
    assert Counter(r["Kön"] for r in forsorjning) == {"Kvinna": 4, "Man": 3}
    assert Counter(r["Kön"] for r in barn) == {"Flicka": 10, "Pojke": 10}
    resurs = poster(blad(mapp, ARENDEN, "Resursenheten"), "Ärendenr")
    tillfallen = {(r["Grupp"], dag(r["Granskningsdatum"])) for r in resurs}
    assert Counter(grupp for grupp, _ in tillfallen) == {
        "Bromma arbetsmarknadscenter": 2,
        "Bromma boende- och stödinsatser": 1,
        "Långskeppets socialpsykiatriska boende": 2,
        "Bromma förebyggande och behandling (familjebehandling)": 1,
    }
    boende = [r for r in resurs if r["Grupp"] == "Bromma boende- och stödinsatser"]
    assert sorted(Counter(r["Insats"] for r in boende).values()) == [10, 10]
    for fraga, ja in {
        "Ger dokumentationen en aktuell bild av den enskilde?": 14,
        "Går det att utläsa hur man arbetar mot målen?": 14,
        "Är dokumentationen fri från brister?": 18,
    }.items():
        assert antal(boende, **{fraga: "Ja"}) == ja


def test_gemensam_uppfoljning_per_slags_bostad(mapp):
    rader = poster(blad(mapp, ARENDEN, "Uppföljning"), "Ärendenr")
    fraga = "Har insatsen följts upp tillsammans med beställaren?"
    for insats, bostader, brukare, uppfoljda in [("Servicebostad", 2, 20, 6), ("Gruppbostad", 6, 31, 12)]:
        har = [r for r in rader if r["Insats"] == insats]
        assert (len({r["Grupp"] for r in har}), len(har)) == (bostader, brukare)
        assert antal(har, **{fraga: "Ja"}) == uppfoljda


@pytest.mark.parametrize(
    "flik, svar",
    [
        ("Journal", [94, 34, 33]),
        ("Förhand", [16, 16, 16]),
        ("Orosanmälan", [47]),
        ("KBF", [12]),
        ("Checklista", [7]),
        ("Rutin", [1] * 5),
    ],
)
def test_sammanstallningens_antal_ar_summan_av_svaren(mapp, flik, svar):
    rader = poster(blad(mapp, SAMMANSTALLT, flik), "Enhet")
    assert [r["Totalt"] for r in rader] == [r["Ja"] + r["Nej"] + r["Delvis"] for r in rader] == svar


def test_asi_fem_ar_fore_uttaget(mapp):
    rader = poster(blad(mapp, asi.FIL, "Ärenden"), "Ärende")
    datum = [dag(r["ASI Grund datum"]) for r in rader if r["ASI Grund datum"] not in (None, "Bortfall")]
    senaste_fem = sum(d >= date(2018, 7, 5) for d in datum)
    assert date(2018, 7, 5) in datum
    assert date(2018, 7, 4) in datum
    assert (len(rader), senaste_fem, antal(rader, **{"ASI Grund datum": "Bortfall"})) == (76, 50, 1)


def test_fut_per_utfall_och_orsak(mapp):
    rader = poster(blad(mapp, fut.FIL, "2023"), "FUT-nr")
    assert {dag(r["Inkom"]).year for r in rader} == {2023}
    assert (len(rader), antal(rader, Utfall="Avskriven"), antal(rader, Utfall="Utredning ej inledd")) == (
        16,
        3,
        2,
    )
    assert antal(rader, Orsak="Bristande inkomstkontroll") == 2
    assert antal(rader, Polisanmäld="ja") == 0


def test_forandringsplaner_och_avslutsorsaker(mapp):
    for flik, med, alla, procent in [("Uttag 2022", 140, 250, 56), ("Uttag 2023", 199, 275, 72)]:
        rader = poster(blad(mapp, forandringsplaner.FIL, flik), "Ärendenr")
        har = sum(r["Aktuell förändringsplan"].lower() == "ja" for r in rader)
        assert (har, len(rader), halvt_upp(har, len(rader))) == (med, alla, procent)
    orsaker = {
        r["Avslutsorsak"]: r["Antal"]
        for r in poster(blad(mapp, avslut.FIL, "Avslutsorsaker"), "Avslutsorsak")
    }
    assert sum(orsaker.values()) == 286
    assert [halvt_upp(10 * orsaker[o], 286) for o in ("Börjat arbeta", "Börjat studera", "Okänd")] == [
        115,
        42,
        381,
    ]
    assert 132 not in {halvt_upp(10 * n, 286) for n in range(287)}


def test_overvaganden_per_kontroll_och_kon(mapp):
    for flik, manad, traffade in [("Juli", 7, 16), ("Oktober", 10, 15)]:
        rader = poster(blad(mapp, overvaganden.FIL, flik), "Ärendenr")
        assert {dag(r["Datum för övervägande"]).month for r in rader} == {manad}
        assert Counter(r["Kön"] for r in rader) == {"Flicka": 10, "Pojke": 10}
        assert antal(rader, **{"Barnet träffat": "Ja"}) == traffade


def test_genomforandeplaner_inom_femton_dagar_och_orosanmalningarnas_tider(mapp):
    rader = poster(blad(mapp, genomforandeplaner_bromma.FIL, "Boende och stöd"), "Uppdragsnr")
    planer = [r for r in rader if r["Genomförandeplan upprättad"] != "saknas"]
    femton = timedelta(days=15)
    i_tid = sum(
        dag(r["Genomförandeplan upprättad"]) - dag(r["Senaste beställning"]) <= femton for r in planer
    )
    assert (i_tid, len(rader)) == (9, 20)
    oro = poster(blad(mapp, orosanmalningar_vuxna.FIL, "Anmälningar"), "Inkom datum")
    dagar = sorted((dag(r["Första åtgärd"]) - dag(r["Inkom datum"])).days for r in oro)
    assert Counter(r["Kön"] for r in oro) == {"Man": 33, "Kvinna": 14}
    assert (median(dagar), dagar[-2:]) == (4, [14, 21])
    inkom = [dag(r["Inkom datum"]) for r in oro]
    assert (min(inkom), max(inkom)) == (date(2023, 8, 20), date(2023, 10, 20))


def test_brukarundersokningen_nyckeltalen_och_tillsynen_som_de_publicerats(mapp):
    utfall = {}
    for flik in ("DV", "GB", "SB"):
        [rad] = poster(blad(mapp, brukarundersokning_bromma.FIL, flik), "Fråga")
        utfall[flik] = list(rad.values())[1:]
    assert utfall == {
        "DV": [92, 80, 81, 100, 80, 38, 66, 57],
        "GB": [84, 86, 81, 88, 82, 44, 83, 62],
        "SB": [71, 100, "*", "*", 80, 14, 30, 50],
    }
    nyckeltal = poster(blad(mapp, nyckeltal_bromma.FIL, "Nyckeltal"), "Nyckeltal")
    assert [n["Utfall"] for n in nyckeltal] == ["4,4 %", 2, 2, 9, 83, 40, 22, 2, 1, 1, 2, 5]
    tillsyn = poster(blad(mapp, tillsyn_bromma.FIL, "Tillsyn"), "Enhet")
    per_typ = Counter()
    for t in tillsyn:
        per_typ[t["Typ"], t["Lagrum"]] += t["Antal"]
    assert per_typ["Verksamhetsuppföljning", "LSS"] == per_typ["Miljöinspektion", "LSS"] == 2
    assert per_typ["Verksamhetsuppföljning", "SoL"] == 1


def test_de_egna_antalen_svar_ger_de_publicerade_andelarna():
    """How many answered the city's survey is ours: there are numbers that give all shares at once."""
    assert [halvt_upp(13, 16), halvt_upp(22, 22), halvt_upp(13 + 22, 38)] == [81, 100, 92]
    assert [halvt_upp(22, 27), halvt_upp(15, 17), halvt_upp(22 + 15, 44)] == [81, 88, 84]
    assert halvt_upp(10, 14) == 71
