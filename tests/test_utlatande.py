"""Every branch of the verdict: what is said of a drawn series."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.analysis.verdict import NO_CHANGE, NOTHING_SAID, Verdict, judge
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.periods import end, label, next_start
from kvalitet_metrics.model import Periodslag, Riktning

NBSP = "\u00a0"
AR, MANAD, KVARTAL = Periodslag.KALENDERAR, Periodslag.MANAD, Periodslag.KVARTAL
UPPAT = replace(INDIKATORER["samverkan_andel"], mal=None)
NEDAT = replace(UPPAT, riktning=Riktning.LAGRE)
NEUTRAL = replace(UPPAT, riktning=Riktning.NEUTRAL)
ANTAL = INDIKATORER["lex_sarah_rapporter"]
TID = INDIKATORER["utredningstid_dagar"]
SKALA = INDIKATORER["risk_varde"]
RAPPORTERAT = INDIKATORER["enkat_svarsfrekvens"]
FACKORD = ("sigma", "signifik", "konfidens", "hypotes", "standardavvik", "p-värde", "kontrollgräns")


def serie(ind, figurer: str, slag: Periodslag = AR, forst: date = date(2020, 1, 1), **mer) -> list[dict]:
    """A drawn series: «60/100 65/100», «10 12», «dold», «-» for no figure and «_» for a missing period."""
    rader, start = [], forst
    for figur in figurer.split():
        rad = {
            "period": label(slag, start, end(slag, start)),
            "period_start": start,
            "period_end": end(slag, start),
            "taljare": None,
            "namnare": None,
            "varde": None,
            "dold": figur == "dold",
            "brott": [],
            "anmarkning": [],
            "mal": None,
        } | mer
        if ind.alltid_per:
            rad[ind.alltid_per] = "x"
        if "/" in figur:
            rad["taljare"], rad["namnare"] = map(int, figur.split("/"))
            rad["varde"] = rad["taljare"] / rad["namnare"]
        elif figur not in ("dold", "-", "_"):
            rad["varde"] = rad["taljare"] = float(figur)
            if ind.kind == "tid":
                rad["spridning"] = [(int(figur) + d, 1) for d in range(-15, 16)]
        if figur != "_":
            rader.append(rad)
        start = next_start(slag, start)
    return with_intervals(rader, ind)


def brott(rader: list[dict], galler: str = "") -> list[dict]:
    """The same series with a break at its last period."""
    sist = rader[-1]
    sist["brott"] = [{"datum": sist["period_start"], "slag": "raknesatt", "text": "", "galler": galler}]
    return rader


def ofull(rader: list[dict], plats: int = -1) -> list[dict]:
    """The same series with a period that the files do not cover wholly."""
    rad = rader[plats]
    till = rad["period_start"] + timedelta(days=242)
    rad["ofull"] = {"forvaltning": ["Norr"], "fran": rad["period_start"], "till": till}
    return rader


LUGNT = " ".join(["60/100", "62/100", "58/100", "61/100"] * 3)
NIVA = "50/100 49/100 51/100 50/100 49/100 51/100 50/100 " + "58/100 " * 7
FALL = "70/100 68/100 66/100 64/100 62/100 60/100 58/100"

GRENAR = [
    ("två perioder, bättre", UPPAT, "140/250 199/275", {}, AR, "bättre",
     "Bättre: andelen är 16,4 procentenheter högre 2021 än 2020, mer än vad slumpen förklarar"
     " (skillnaden är mellan 8,2 och 24,3)."),
    ("två perioder, sämre", NEDAT, "140/250 199/275", {}, AR, "sämre",
     "Sämre: andelen är 16,4 procentenheter högre 2021 än 2020, mer än vad slumpen förklarar"
     " (skillnaden är mellan 8,2 och 24,3)."),
    ("två perioder, neutral", NEUTRAL, "140/250 199/275", {}, AR, "högre",
     "Förändrat: andelen är 16,4 procentenheter högre 2021 än 2020, mer än vad slumpen förklarar"
     " (skillnaden är mellan 8,2 och 24,3)."),
    ("två perioder, nätt och jämnt", UPPAT, "50/1000 75/1000", {}, AR, "bättre",
     "Bättre: andelen är 2,5 procentenheter högre 2021 än 2020, mer än vad slumpen förklarar"
     " (skillnaden är mellan 0,4 och 4,7)."),
    ("två perioder, slump", UPPAT, "60/100 63/100", {}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 3,0 procentenheter högre 2021 än 2020, vilket kan vara slump."),
    ("två perioder, lika", UPPAT, "60/100 60/100", {}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är lika stor 2021 som 2020."),
    ("två antal", ANTAL, "40 80", {}, AR, "högre",
     "Förändrat: 40 fler 2021 än 2020, mer än vad slumpen förklarar (skillnaden är mellan 18 och 63)."),
    ("två tider", TID, "80 83", {}, AR, NO_CHANGE,
     "Ingen säker förändring: tiden är 3 dagar längre 2021 än 2020, vilket kan vara slump."),
    ("fem år", UPPAT, "50/100 53/100 56/100 59/100 62/100", {}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 3,0 procentenheter högre 2024 än 2023, vilket kan vara slump."),
    ("fem år med trend", UPPAT, "500/1000 530/1000 560/1000 590/1000 620/1000", {}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 3,0 procentenheter högre 2024 än 2023, vilket kan vara slump,"
     " men sett över fem år ökar andelen."),
    ("målet nås", UPPAT, "80/100 82/100", {"mal": 0.5}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 2,0 procentenheter högre 2021 än 2020, vilket kan vara slump,"
     " och målet 50 % nås."),
    ("målet nås knappt", UPPAT, "80/100 82/100", {"mal": 0.8}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 2,0 procentenheter högre 2021 än 2020, vilket kan vara slump,"
     " och målet 80 % nås, med så liten marginal att det kan vara slump."),
    ("målet nås inte", UPPAT, "80/100 82/100", {"mal": 1.0}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 2,0 procentenheter högre 2021 än 2020, vilket kan vara slump,"
     " men målet 100 % nås inte."),
    ("målet nås nästan", UPPAT, "80/100 82/100", {"mal": 0.85}, AR, NO_CHANGE,
     "Ingen säker förändring: andelen är 2,0 procentenheter högre 2021 än 2020, vilket kan vara slump,"
     " men målet 85 % nås inte, med så liten marginal att det kan vara slump."),
    ("diagram, inget", UPPAT, LUGNT, {}, MANAD, NO_CHANGE,
     "Ingen säker förändring: andelen dec 2020 ligger inom det som brukar förekomma (45,6–74,9 %)."),
    ("diagram, preliminärt", UPPAT, "60/100 62/100 58/100 61/100 60/100 59/100", {}, MANAD, NO_CHANGE,
     "Ingen säker förändring: andelen jun 2020 ligger inom det som brukar förekomma (45,3–74,7 %),"
     " preliminärt eftersom det bara är 6 perioder."),
    ("diagram, utanför", UPPAT, LUGNT + " 95/100", {}, MANAD, "bättre",
     "Bättre jan 2021: en högre andel än vad slumpen förklarar, utanför det som brukar förekomma."),
    ("diagram, nivå", NEDAT, NIVA, {}, MANAD, "sämre",
     "Sämre sedan aug 2020: en högre andel än vad slumpen förklarar, minst sju perioder i rad på samma sida"
     " om genomsnittet."),
    ("diagram, trend", UPPAT, FALL, {}, MANAD, "sämre",
     "Sämre sedan jan 2020: andelen minskar mer än vad slumpen förklarar, minst sju perioder i rad åt samma"
     " håll, preliminärt eftersom det bara är 7 perioder."),
    ("diagram, neutralt antal", ANTAL, "10 11 9 10 12 9 11 10 9 11 10 12 30", {}, MANAD, "högre",
     "Förändrat jan 2021: fler än vad slumpen förklarar, utanför det som brukar förekomma."),
    ("diagram, målet nås pålitligt", UPPAT, LUGNT, {"mal": 0.4}, MANAD, NO_CHANGE,
     "Ingen säker förändring: andelen dec 2020 ligger inom det som brukar förekomma (45,6–74,9 %), och målet"
     " 40 % nås pålitligt."),
    ("diagram, målet nås inte", UPPAT, LUGNT, {"mal": 0.9}, MANAD, NO_CHANGE,
     "Ingen säker förändring: andelen dec 2020 ligger inom det som brukar förekomma (45,6–74,9 %), men målet"
     " 90 % nås inte."),
    ("diagram, målet nås ibland", UPPAT, LUGNT, {"mal": 0.7}, MANAD, NO_CHANGE,
     "Ingen säker förändring: andelen dec 2020 ligger inom det som brukar förekomma (45,6–74,9 %), men målet"
     " 70 % nåddes inte dec 2020 och nås inte pålitligt."),
    ("diagram, målet nåddes nu", UPPAT, LUGNT, {"mal": 0.605}, MANAD, NO_CHANGE,
     "Ingen säker förändring: andelen dec 2020 ligger inom det som brukar förekomma (45,6–74,9 %), och målet"
     " 60,5 % nåddes dec 2020 men nås inte pålitligt."),
    ("diagram, bröt mot vanan", UPPAT, LUGNT + " 20/100", {"mal": 0.3}, MANAD, "sämre",
     "Sämre jan 2021: en lägre andel än vad slumpen förklarar, utanför det som brukar förekomma, men målet"
     " 30 %, som brukar nås, nåddes inte jan 2021."),
    ("diagram, för en gångs skull", UPPAT, LUGNT + " 95/100", {"mal": 0.9}, MANAD, "bättre",
     "Bättre jan 2021: en högre andel än vad slumpen förklarar, utanför det som brukar förekomma, och målet"
     " 90 %, som inte brukar nås, nåddes jan 2021."),
]  # fmt: skip

AVSTAR = [
    ("en period", UPPAT, serie(UPPAT, "60/100"), "det finns bara en period, 2020"),
    ("dold", UPPAT, serie(UPPAT, "60/100 dold"), "2021 är dold"),
    ("perioden före", UPPAT, serie(UPPAT, "dold 60/100"), "2020 är dold"),
    ("perioden före", UPPAT, serie(UPPAT, "- 60/100"), "2020 saknar uppgift"),
    ("uppgift saknas", UPPAT, serie(UPPAT, "-"), "uppgift saknas för 2020"),
    ("litet underlag", UPPAT, serie(UPPAT, "60/100 6/9"), "underlaget är för litet (9 2021)"),
    ("litet underlag", UPPAT, serie(UPPAT, "6/9 60/100"), "underlaget är för litet (9 2020)"),
    ("brott", UPPAT, brott(serie(UPPAT, "60/100 90/100")),
     "måttet räknas på ett nytt sätt sedan 2021 och kan inte jämföras med åren före"),
    ("brott", UPPAT, brott(serie(UPPAT, "60/100 90/100"), "Norr"),
     "Norr räknas på ett nytt sätt sedan 2021, så talet kan inte jämföras med åren före"),
    ("brott", UPPAT, brott(serie(UPPAT, LUGNT, MANAD)),
     "måttet räknas på ett nytt sätt sedan 2020-12-01 och kan inte jämföras med perioderna före"),
    ("lucka", UPPAT, serie(UPPAT, "60/100 _ 60/100"), "perioden före saknas"),
    ("ofull", UPPAT, ofull(serie(UPPAT, "60/100 60/100")),
     "2021 är inte hel, och samma del av året före finns inte att jämföra med"),
    ("perioden före ofull", UPPAT, ofull(serie(UPPAT, "60/100 60/100"), 0), "2020 är inte hel"),
    ("skala", SKALA, serie(SKALA, "12 16"), "värdet är ett steg på en skala"),
    ("utan antal", RAPPORTERAT, serie(RAPPORTERAT, "7.5 8"),
     "värdet är 0,50 högre 2021 än 2020, men underlaget räcker inte för att säga hur mycket som är slump"),
]  # fmt: skip


@pytest.mark.parametrize(
    "ind, figurer, mer, slag, utfall, mening", [g[1:] for g in GRENAR], ids=[g[0] for g in GRENAR]
)
def test_varje_slag_av_utlatande_har_sin_mening(ind, figurer, mer, slag, utfall, mening):
    sagt = judge(serie(ind, figurer, slag, **mer), ind, slag)
    assert (sagt.utfall, sagt.skal) == (utfall, None)
    assert sagt.mening.replace(NBSP, " ") == mening


@pytest.mark.parametrize("skal, ind, rader, mening", AVSTAR, ids=[f"{a[0]}: {a[3][:20]}" for a in AVSTAR])
def test_den_som_inte_kan_saga_nagot_sager_varfor(skal, ind, rader, mening):
    sagt = judge(rader, ind, MANAD if len(rader) > 6 else AR)
    assert (sagt.utfall, sagt.skal) == (NOTHING_SAID, skal)
    assert sagt.mening.replace(NBSP, " ") == f"Inget utlåtande om förändring: {mening}."


def test_malet_sags_ocksa_nar_forandringen_inte_kan_sagas():
    sagt = judge(serie(UPPAT, "70/100", mal=0.9), UPPAT, AR)
    assert sagt.mening.replace(NBSP, " ").endswith("bara en period, 2020; målet 90 % nås inte.")


def test_en_forvaltning_som_har_kommit_till_ar_ingen_forandring():
    rader = serie(UPPAT, "60/100 90/200")
    rader[0]["omfattar"], rader[1]["omfattar"] = ["Norr"], ["Norr", "Syd"]
    sagt = judge(rader, UPPAT, AR)
    assert sagt.skal == "omfattning"
    assert "Syd finns med 2021 men inte 2020" in sagt.mening


def test_en_ofull_period_jamfors_med_samma_manader_aret_fore():
    rader = ofull(serie(ANTAL, "40 60"))
    del_ = [r | {"period_end": r["period_end"].replace(month=8, day=31)} for r in serie(ANTAL, "20 60")]
    sagt = judge(rader, ANTAL, AR, (del_[1], del_[0]))
    assert sagt.mening.startswith("Förändrat: 40 fler jan–aug 2021 än jan–aug 2020, mer än")


SYDVAST = {"forvaltning": "Socialförvaltning Sydväst, Göteborgs Stad"}


def test_arbetsytan_jamfor_lika_med_lika_nar_filerna_slutar_i_augusti(exempel_workspace):
    (sagt,) = exempel_workspace.verdict("lex_sarah_rapporter", where=SYDVAST)
    i_ar, i_fjol = (
        exempel_workspace.answer("lex_sarah_rapporter", "total", (), SYDVAST, date(a, 1, 1), date(a, 8, 31))[
            0
        ]
        for a in (2023, 2022)
    )
    assert sagt["skillnad"]["mot"] == "jan–aug 2022"
    assert sagt["skillnad"]["varde"] == i_ar["varde"] - i_fjol["varde"]


def test_alla_utlatanden_i_katalogen_ar_en_mening_utan_fackord(exempel_workspace):
    for id_ in INDIKATORER:
        for slag in ("kalenderar", "kvartal", "manad"):
            for sagt in exempel_workspace.verdict(id_, slag, viewer="intern"):
                assert not [ord_ for ord_ in FACKORD if ord_ in sagt["mening"].lower()]
                assert sagt["mening"].endswith(".")
                assert (sagt["skal"] is not None) == (sagt["utfall"] == NOTHING_SAID)


def test_ett_diagram_raknar_inte_med_den_ofulla_perioden():
    sagt = judge(ofull(serie(UPPAT, LUGNT + " 5/100", MANAD)), UPPAT, MANAD)
    assert sagt.utfall == NO_CHANGE
    assert sagt.mening.endswith("jan 2021 är inte hel och räknas inte.")


def test_kvartal_jamfors_med_samma_kvartal_aret_fore():
    sagt = judge(
        serie(UPPAT, "30/100 60/100 60/100 60/100 32/100", Periodslag.KVARTAL), UPPAT, Periodslag.KVARTAL
    )
    assert sagt.skillnad.mot == "jan–mar 2020"


def test_mattillfallen_som_overlappar_jamfors_inte():
    rader = serie(UPPAT, "60/100 80/100")
    rader[1]["period_start"] = date(2020, 7, 1)
    sagt = judge(rader, UPPAT, Periodslag.MATTILLFALLE)
    assert sagt.skal == "överlappar"
    assert "2020 och 2021 överlappar varandra" in sagt.mening


def test_andra_star_med_sitt_namn_och_mal_och_jamforelse_blandas_inte():
    rader = serie(RAPPORTERAT, "60/100", jamforelser={"riket": 0.8, "good_enough_mal": 0.62})
    rader[0]["jamforelse_utfall"] = {"riket": "sämre", "good_enough_mal": "likvärdig"}
    rader[0]["matenhet"] = "andel"
    mening = judge(rader, RAPPORTERAT, AR).mening.replace(NBSP, " ")
    assert mening.endswith("; 2020 sämre än riket (80 %) och i nivå med «good enough»-målet (62 %).")


def test_tio_ar_inte_ett_for_litet_underlag():
    assert judge(serie(UPPAT, "60/100 6/10"), UPPAT, AR).skal is None


def test_en_ofull_period_mitt_i_raknas_inte_in_i_diagrammet():
    rader = serie(UPPAT, "60/100 62/100 58/100 1/100 61/100 60/100 59/100 60/100", MANAD)
    (utan,) = judge(ofull(rader, 3), UPPAT, MANAD).diagram
    assert utan.punkter[3].varde is None
    assert utan.newest.mitt == 0.6


def test_brottet_borjar_om_diagrammet():
    rader = serie(UPPAT, "20/100 " * 7 + "80/100 " * 7, MANAD)
    rader[7]["brott"] = brott([dict(rader[7])])[0]["brott"]
    sagt = judge(rader, UPPAT, MANAD)
    assert [len(d.punkter) for d in sagt.diagram] == [7, 7]
    assert sagt.utfall == NO_CHANGE


def test_stora_antal_far_laneys_diagram():
    rader = serie(UPPAT, " ".join(f"{6000 + 400 * (i % 3)}/10000" for i in range(12)), MANAD)
    sagt = judge(rader, UPPAT, MANAD)
    assert sagt.metod.startswith("p′")
    assert sagt.utfall == NO_CHANGE


def ren(sagt: Verdict) -> str:
    return sagt.mening.replace(NBSP, " ")


def test_malet_som_alltid_har_natts_kallas_inte_opalitligt():
    """Varje punkt i diagrammet står på rätt sida om mållinjen: det ska meningen säga."""
    alla = judge(serie(UPPAT, "40/40 " * 12, MANAD, mal=1.0), UPPAT, MANAD)
    assert ren(alla).endswith("(100 %), och målet 100 % har nåtts i alla 12 perioder.")
    nara = judge(serie(UPPAT, "61/100 63/100 62/100 64/100 " * 3, MANAD, mal=0.6), UPPAT, MANAD)
    assert "målet 60 % har nåtts i alla 12 perioder, men kan missas av slump" in ren(nara)
    fa = judge(serie(NEDAT, "3/100 1/100 2/100 4/100 " * 3, MANAD, mal=0.05), NEDAT, MANAD)
    assert "målet 5 % har nåtts i alla 12 perioder, men kan missas av slump" in ren(fa)


def test_den_som_ensam_ar_utanfor_sags_vara_det():
    """Sedan mars över genomsnittet, men bara den sista utanför bandet: så ser det ut, och så ska det stå."""
    sagt = judge(serie(UPPAT, ("50/100 49/100 51/100 " * 5) + "56/100 " * 7 + "90/100", MANAD), UPPAT, MANAD)
    assert sagt.mening.startswith(
        "Bättre sedan apr 2021: en högre andel än vad slumpen förklarar, minst sju perioder i rad på samma"
        " sida om genomsnittet, och nov 2021 utanför det som brukar förekomma"
    )


def test_en_period_som_inte_doms_har_inget_marke_i_diagrammet():
    liten = judge(serie(UPPAT, "80/100 " * 12 + "0/9", MANAD), UPPAT, MANAD)
    assert (liten.skal, len(liten.diagram[0].punkter)) == ("litet underlag", 12)
    rader = serie(UPPAT, "80/100 " * 12 + "20/100", MANAD)
    rader[-2]["period_end"] = rader[-1]["period_end"]
    assert judge(rader, UPPAT, Periodslag.MATTILLFALLE).skal == "överlappar"
    rader[-2]["period_end"] = rader[-1]["period_start"] - timedelta(days=1)
    assert judge(rader, UPPAT, Periodslag.MATTILLFALLE).utfall == "sämre"


def test_ett_rapporterat_antal_som_kan_laggas_ihop_har_antalets_intervall():
    [rad] = serie(RAPPORTERAT, "65", matenhet="antal")
    assert (rad["nedre"], rad["ovre"]) == pytest.approx((50.163187710459454, 82.84913854593984), rel=1e-9)
    for figur, enhet in (("65", "värde"), ("6.5", "antal"), ("dold", "antal"), ("-", "antal")):
        [rad] = serie(RAPPORTERAT, figur, matenhet=enhet)
        assert (rad["nedre"], rad["ovre"]) == (None, None)


def test_det_som_brukar_forekomma_gar_inte_langre_an_talet_kan():
    hoga = serie(UPPAT, "99/100 92/100 100/100 93/100 " * 3, MANAD)
    sagt = judge(hoga, UPPAT, MANAD, diagram="xmr")
    assert sagt.diagram[0].punkter[-1].ovre > 1  # gränserna är förlagans
    assert f"–100,0{NBSP}%)" in sagt.mening
    tider = judge(serie(TID, "20 60 20 60 20 60 20 60", MANAD), TID, MANAD)
    assert tider.diagram[0].punkter[-1].nedre < 0
    assert "(0–" in tider.mening
