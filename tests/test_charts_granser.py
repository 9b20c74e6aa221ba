"""The control chart and the funnel as they are drawn: a mark, a colour and a word for all that is said."""

from datetime import date

from kvalitet_metrics.charts import Matt, Punkt, Serie, styrdiagram, tratt
from kvalitet_metrics.charts.styrdiagram import forklaring
from kvalitet_metrics.charts.theme import LJUS, PALETTER
from kvalitet_metrics.charts.utveckling import tidsaxel, utveckling
from tests.test_charts import ANTAL, antal, brott, lasta


def punkt(period: str, varde: float, typ: str = "common_cause", regel: str | None = None) -> dict:
    granser = {"mitt": 10.0, "nedre": 1.0, "ovre": 19.0}
    return {
        "period": period,
        "varde": varde,
        **granser,
        "signal": regel and "outside",
        "typ": typ,
        "regel": regel,
    }


STYRT = [punkt("2020", 9), punkt("2021", 12), punkt("2022", 30, "concern", "utanför det vanliga")]


def test_styrdiagrammets_signal_har_tecken_farg_och_ord():
    serie = lasta(*[antal(int(p["period"]), p["varde"]) for p in STYRT], matt=ANTAL)[0]
    utlatande = {"diagram": [{"punkter": STYRT}]}
    for palett in PALETTER.values():
        figur = styrdiagram(serie, utlatande, ANTAL, palett)
        (signal,) = [d for d in figur["data"] if d.get("name") == "Sämre än vanligt"]
        assert (signal["x"], signal["marker"]["symbol"], signal["marker"]["color"]) == (
            [2],
            "diamond",
            palett.oro,
        )
        assert "Sämre än vanligt: utanför det vanliga" in signal["hovertext"][0]
        assert {"Snitt 10", "Högst 19", "Lägst 1"} <= {a["text"] for a in figur["layout"]["annotations"]}
    assert forklaring(utlatande) == "bandet är det som brukar förekomma · ◆ sämre än vanligt"


def test_styrdiagrammets_forsta_och_sista_varde_ligger_inte_over_axeln_eller_linjernas_ord():
    serie = lasta(*[antal(int(p["period"]), p["varde"]) for p in STYRT], matt=ANTAL)[0]
    figur = styrdiagram(serie, {"diagram": [{"punkter": STYRT}]}, ANTAL, LJUS)
    (varden,) = [d for d in figur["data"] if d["mode"] == "text"]
    assert list(zip(varden["text"], varden["textposition"], strict=True)) == [
        ("9", "top right"),
        ("12", "top center"),
        ("30", "top left"),
    ]
    assert all(y > p["varde"] for y, p in zip(varden["y"], STYRT, strict=True))


def test_styrdiagrammets_granser_gar_inte_langre_an_talet_kan():
    punkter = [punkt(str(ar), 2.0) | {"nedre": -4.0} for ar in (2020, 2021, 2022)]
    serie = lasta(*[antal(int(p["period"]), p["varde"]) for p in punkter], matt=ANTAL)[0]
    figur = styrdiagram(serie, {"diagram": [{"punkter": punkter}]}, ANTAL, LJUS)
    assert "Lägst 0" in {a["text"] for a in figur["layout"]["annotations"]}
    assert min(y for d in figur["data"] for y in d["y"] if y is not None) == 0
    assert all("Brukar ligga på 0 till 19" in h for d in figur["data"] for h in d.get("hovertext", []))


def test_styrdiagrammet_borjar_om_vid_brottet():
    delar = [{"punkter": STYRT[:2]}, {"punkter": STYRT[2:]}]
    rader = [antal(int(p["period"]), p["varde"]) for p in STYRT]
    rader[2]["brott"] = [brott("2022-01-01")]
    figur = styrdiagram(lasta(*rader, matt=ANTAL)[0], {"diagram": delar}, ANTAL, LJUS)
    band = [d["x"] for d in figur["data"] if d.get("fill") == "tonexty"]
    assert band == [[0, 1], [2]]


def test_tratten_namnger_bara_dem_som_ar_utanfor():
    granser = {"nedre_95": 0.6, "ovre_95": 0.8, "nedre_998": 0.55, "ovre_998": 0.85}
    enhet = {"taljare": 70, "namnare": 100, "varde": 0.7, "dold": False, "utanfor": None, "utanfor_ord": None}
    ute = {"taljare": 95, "varde": 0.95, "utanfor": "upper_998", "utanfor_ord": "högre än helheten"}
    enheter = [
        enhet | granser | {"namn": "Inne"},
        enhet | granser | ute | {"namn": "Ute"},
        enhet | dict.fromkeys(granser) | {"namn": "Dold", "varde": None, "dold": True},
    ]
    kurvor = [granser | {"namnare": n} for n in (50.0, 120.0)]
    svar = {"enhet": "andel", "period": "2023", "centrum": 0.7, "enheter": enheter, "kurvor": kurvor}
    figur = tratt(svar, LJUS)
    skrivet = [a["text"] for a in figur["layout"]["annotations"]]
    assert "Ute" in skrivet
    assert not {"Inne", "Dold"} & set(skrivet)
    marken = figur["data"][-1]
    assert marken["marker"]["symbol"] == ["circle", "triangle-up"]
    assert marken["hovertext"][1].endswith("Högre än helheten")


def test_trattens_namn_tacker_inte_varandra():
    granser = {"nedre_95": 0.6, "ovre_95": 0.8, "nedre_998": 0.55, "ovre_998": 0.85}
    ute = {"taljare": 95, "dold": False, "utanfor_ord": "högre än helheten"} | granser
    enheter = [
        ute | {"namn": "Lite ute", "namnare": 40, "varde": 0.82, "utanfor": "upper_95"},
        ute | {"namn": "Långt ute", "namnare": 42, "varde": 0.86, "utanfor": "upper_998"},
        ute | {"namn": "Långt därifrån", "namnare": 42, "varde": 0.3, "utanfor": "lower_998"},
    ]
    kurvor = [granser | {"namnare": n} for n in (10.0, 120.0)]
    svar = {"enhet": "andel", "period": "2023", "centrum": 0.7, "enheter": enheter, "kurvor": kurvor}
    skrivet = {a["text"] for a in tratt(svar, LJUS)["layout"]["annotations"]}
    assert skrivet == {"Långt ute", "Långt därifrån"}, "den som är längst ut går före"


def test_tidsaxeln_skriver_sa_manga_perioder_som_ryms_bredvid_varandra():
    ar = tidsaxel([str(2013 + i) for i in range(12)])
    assert len(ar["ticktext"]) == 12
    kvartal = tidsaxel([f"{k} {2013 + i}" for i in range(12) for k in ("jan–mar", "apr–jun", "jul–sep")])
    assert len(kvartal["ticktext"]) <= 9
    assert kvartal["ticktext"][0] == "jan–mar<br>2013"
    assert tidsaxel(["en mätning med ett namn som är längre än hela axeln är bred på en telefon"])["tickvals"]
    assert tidsaxel([])["ticktext"] == []


def test_av_manga_langa_varden_skrivs_bara_de_som_sager_nagot():
    def skrivna(antal: int, lagst: int) -> list[str]:
        punkter = [
            Punkt(str(2013 + i), date(2013 + i, 1, 1), date(2013 + i, 12, 31), *tal)
            for i in range(antal)
            for tal in [(0.5, 500, 1000) if i == lagst else (0.794, 794, 1000)]
        ]
        figur = utveckling([Serie("", tuple(punkter))], Matt("Andel", "andel", "hogre"), LJUS)
        return [t for spar in figur["data"] for t in spar.get("text", [])]

    assert len(skrivna(5, 2)) == 5
    assert len(skrivna(12, 5)) == 3, "det första, det sista och det lägsta; det högsta är det första"
