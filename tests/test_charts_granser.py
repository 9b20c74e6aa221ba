"""The control chart and the funnel as they are drawn: a mark, a colour and a word for all that is said."""

from kvalitet_metrics.charts import styrdiagram, tratt
from kvalitet_metrics.charts.styrdiagram import forklaring
from kvalitet_metrics.charts.theme import LJUS, PALETTER
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
    figur = tratt(
        {"enhet": "andel", "period": "2023", "centrum": 0.7, "enheter": enheter, "kurvor": kurvor}, LJUS
    )
    skrivet = [a["text"] for a in figur["layout"]["annotations"]]
    assert "Ute" in skrivet
    assert not {"Inne", "Dold"} & set(skrivet)
    marken = figur["data"][-1]
    assert marken["marker"]["symbol"] == ["circle", "triangle-up"]
    assert marken["hovertext"][1].endswith("Högre än helheten")
