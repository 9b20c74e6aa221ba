"""What a reader sees in a chart, a tile and a table: the same figures, in Swedish, nothing hidden."""

import tomllib
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from kvalitet_metrics.charts import Matt, gnista, gnista_i_ord, las, rita, sammanfatta, tvilling
from kvalitet_metrics.charts.rader import NAMN
from kvalitet_metrics.charts.theme import LJUS, MORK, PALETTER, SYMBOLER, kontrast

ROT = Path(__file__).resolve().parent.parent
NBSP = "\u00a0"
ANDEL = Matt("Utredningar barn inom fyra månader", "andel", "hogre")
ANTAL = Matt("Avvikelser", "antal", "neutral")


def ar(ar_: int, taljare: int | None, namnare: int | None, **mer) -> dict:
    """One row of a query: a calendar year with its counts."""
    varde = None if taljare is None or not namnare else taljare / namnare
    return {
        "period": str(ar_),
        "period_start": date(ar_, 1, 1),
        "period_end": date(ar_, 12, 31),
        "taljare": taljare,
        "namnare": namnare,
        "varde": varde,
        "nedre": None if varde is None else max(0.0, varde - 0.06),
        "ovre": None if varde is None else min(1.0, varde + 0.06),
        "bortfall": 0,
        "dold": False,
        "anmarkning": [],
        "mal": None,
        "foregaende": None,
        "jamforelser": {},
        "brott": [],
    } | mer


def dold(ar_: int, **mer) -> dict:
    """A row whose figures the gate has hidden."""
    return ar(ar_, None, None, dold=True, anmarkning=["Färre än 5 personer"], **mer)


def lasta(*rader: dict, matt: Matt = ANDEL):
    return las(pd.DataFrame(list(rader)), matt)


def alla_texter(figur: dict) -> str:
    """All writing in a figure, annotations, ticks and hover texts."""
    layout = figur["layout"]
    delar = [a["text"] for a in layout.get("annotations", [])]
    delar += [str(t) for axel in ("xaxis", "yaxis") for t in layout[axel].get("ticktext", [])]
    for data in figur["data"]:
        delar += [str(t) for t in (*data.get("hovertext", []), *data.get("text", []))]
    return " ".join(delar)


def test_rubriken_sager_vad_som_syns_och_utlatandet_vad_det_betyder():
    serier = lasta(ar(2022, 120, 200), ar(2023, 143, 203, foregaende=0.6))
    ord_ = sammanfatta(serier, ANDEL, "Kan vara slump.")
    assert ord_.rubrik == "Utredningar barn inom fyra månader 2023: 7 av 10 (143 av 203)."
    assert ord_.utlatande == "Kan vara slump."
    assert f"95{NBSP}% intervall 64,4–76,4{NBSP}%" in ord_.underrubrik
    assert f"{ord_.rubrik} {ord_.utlatande} {ord_.underrubrik}" in ord_.alt


def test_rubriken_for_antal_dommer_inte():
    rader = [
        ar(2022, 1342, None, varde=1342, nedre=None, ovre=None),
        ar(2023, 465, None, varde=465, foregaende=1342),
    ]
    rubrik = sammanfatta(lasta(*rader, matt=ANTAL), ANTAL).rubrik
    assert rubrik == "Avvikelser 2023: 465."
    assert not {"bättre", "sämre", "försämring", "förbättring"} & set(rubrik.split())


@pytest.mark.parametrize("andel, slump", [(55, True), (57, True), (62, False), (90, False)])
def test_rubriken_varnar_nar_skillnaden_mellan_grupper_kan_vara_slump(andel: int, slump: bool):
    """62 % against 50 %: the intervals reach 56 % both, but that of the difference does not reach zero."""
    matt = Matt(ANDEL.namn, "andel", "hogre", ("kon",), "Kön")
    serier = lasta(ar(2023, 50, 100, kon="flickor"), ar(2023, andel, 100, kon="pojkar"), matt=matt)
    assert (sammanfatta(serier, matt).utlatande == "Skillnaden kan vara slump.") == slump


def test_andelens_axel_gar_fran_noll_till_hundra_procent():
    ett, flera = lasta(ar(2023, 2, 100)), lasta(ar(2022, 98, 100), ar(2023, 99, 100))
    for serier, namn in ((ett, "xaxis"), (flera, "yaxis")):
        axel = rita(serier, ANDEL)["layout"][namn]
        assert axel["range"][0] == 0
        assert axel["range"][1] >= 1
        assert axel["ticktext"][-1] == f"100{NBSP}%"


def test_hovringen_ar_svensk_och_har_taljare_av_namnare():
    texter = alla_texter(rita(lasta(ar(2022, 120, 200), ar(2023, 143, 203)), ANDEL))
    assert "143 av 203" in texter
    assert f"70,4{NBSP}%" in texter
    assert f"95{NBSP}% intervall" in texter


def test_malet_ar_en_streckad_linje_med_ord():
    figur = rita(lasta(ar(2022, 120, 200, mal=0.9), ar(2023, 143, 203, mal=0.9)), ANDEL)
    assert [s["line"]["dash"] for s in figur["layout"]["shapes"]] == ["dash"]
    assert f"Mål 90{NBSP}%" in alla_texter(figur)


def test_dold_siffra_far_en_skuggad_plats_och_ordet_dold():
    figur = rita(lasta(ar(2022, 120, 200), dold(2023)), ANDEL)
    skuggade = [d for d in figur["data"] if d.get("marker", {}).get("pattern")]
    assert len(skuggade) == 1
    assert "dold" in alla_texter(figur)


@pytest.mark.parametrize("by", [None, "kon", "enhet"])
def test_dold_siffra_finns_varken_i_diagram_tabell_eller_celler(by: str | None):
    grupp = {by: "flickor"} if by else {}
    matt = Matt(ANDEL.namn, "andel", "hogre", (by,) if by else (), "Grupp" if by else "")
    serier = lasta(ar(2022, 31, 62, **grupp), dold(2023, **grupp), matt=matt)
    t = tvilling(serier, matt)
    sista = dict(zip(t.rubriker, t.celler[-1], strict=True))
    assert sista["Andel"] == sista["Täljare"] == sista["Nämnare"] == "dold"
    assert t.rader[-1][t.rubriker.index("Andel")] == "dold"
    ritat = [d for d in rita(serier, matt)["data"] if "pattern" not in d.get("marker", {})]
    synliga = {x for d in ritat for x, y in zip(d["x"], d["y"], strict=True) if y is not None}
    assert synliga == {0}, "bara 2022 får synas"


def test_linjen_bryts_dar_en_period_saknas_och_brottet_namns():
    figur = rita(lasta(ar(2020, 50, 100), ar(2022, 60, 100), ar(2023, 65, 100)), ANDEL)
    linje = next(d for d in figur["data"] if d.get("mode") == "lines")
    assert None in linje["y"]
    assert linje["connectgaps"] is False
    assert "saknas" in alla_texter(figur)


def test_volymer_farglaggs_aldrig_som_bra_eller_daliga():
    matt = Matt("Avvikelser", "antal", "neutral", ("enhet",), "Enhet")
    rader = [
        ar(a, n, None, varde=n, nedre=None, ovre=None, enhet=e)
        for a, n in ((2022, 100), (2023, 300))
        for e in ("Nord", "Syd")
    ]
    for palett in PALETTER.values():
        for serier, m in ((lasta(*rader, matt=matt), matt), (lasta(*rader[::2], matt=ANTAL), ANTAL)):
            farger = str(rita(serier, m, palett))
            assert palett.forbattring not in farger
            assert palett.oro not in farger


def test_enheter_star_i_bokstavsordning_och_kategorier_efter_storlek():
    varden = {"Örby": 90, "Annat": 10, "Zon": 50}
    for by, vantat in (("enhet", ["Annat", "Zon", "Örby"]), ("orsak", ["Örby", "Zon", "Annat"])):
        matt = Matt("Avvikelser", "antal", "neutral", (by,), by)
        serier = lasta(*[ar(2023, n, None, varde=n, **{by: namn}) for namn, n in varden.items()], matt=matt)
        assert [s.namn for s in serier] == vantat


def test_ett_mal_for_ett_kommande_ar_ar_inte_den_nyaste_siffran():
    varde = Matt("Nyckeltal", "värde", "neutral", ("kategori",), "Kategori")
    serier = lasta(
        ar(2023, None, None, varde=192.0, kategori="Enkäter"),
        ar(2027, None, None, mal=30.0, kategori="Besök"),
        matt=varde,
    )
    assert sammanfatta(serier, varde).rubrik == f"Nyckeltal 2023: 1{NBSP}värde."
    assert "Enkäter" in alla_texter(rita(serier, varde, LJUS))


def test_fler_grupper_an_det_finns_tecken_ritas_bredvid_varandra():
    matt = Matt(ANDEL.namn, "andel", "hogre", ("enhet",), "Enhet")
    for antal, sort in ((len(SYMBOLER), "lines"), (len(SYMBOLER) + 1, None)):
        rader = [ar(a, 50, 100, enhet=f"Enhet {i}") for i in range(antal) for a in (2022, 2023)]
        lagen = {d.get("mode") for d in rita(lasta(*rader, matt=matt), matt)["data"]}
        assert ("lines" in lagen) == (sort == "lines")


def test_varje_diagram_har_en_tvilling_med_samma_siffror():
    t = tvilling(lasta(ar(2022, 120, 200), ar(2023, 156, 192, foregaende=0.6)), ANDEL)
    rad = dict(zip(t.rubriker, t.rader[-1], strict=True))
    assert rad["Period"] == "2023"
    assert rad["Andel"] == f"81,3{NBSP}%", "avrundat uppåt från sina antal"
    assert (rad["Täljare"], rad["Nämnare"]) == ("156", "192")
    assert len({len(r) for r in (t.rubriker, t.slag, *t.rader, *t.celler)}) == 1


def test_textsammanfattningen_raknar_upp_vardena():
    alt = sammanfatta(lasta(ar(2022, 120, 200), dold(2023)), ANDEL).alt
    assert f"2022: 60,0{NBSP}%" in alt
    assert "2023: dold" in alt


def test_gnistan_behover_tva_varden_och_haller_det_doldas_plats():
    assert gnista(lasta(ar(2023, 1, 2))[0], ANDEL) == ""
    svg = gnista(lasta(ar(2021, 50, 100), dold(2022), ar(2023, 60, 100))[0], ANDEL)
    assert svg.count("<circle") == 2
    assert "polyline" not in svg, "över det dolda dras ingen linje"


def test_tomt_urval_ger_en_mening():
    assert sammanfatta([], ANDEL).rubrik.startswith("Inget att visa")


@pytest.mark.parametrize("palett", [LJUS, MORK], ids=["ljus", "mork"])
def test_farger_har_kontrast_mot_bada_ytor(palett):
    skrift = [palett.svart, palett.dampad, palett.forbattring, palett.oro, palett.signal, *palett.serier]
    for yta in (palett.papper, palett.yta):
        assert {f: round(kontrast(f, yta), 2) for f in skrift if kontrast(f, yta) < 4.5} == {}
        assert kontrast(palett.vanlig, yta) >= 3


def test_appens_farger_ar_temats():
    tema = tomllib.loads((ROT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for namn, palett in PALETTER.items():
        satta = tema[namn]
        assert satta["backgroundColor"] == palett.papper
        assert satta["secondaryBackgroundColor"] == palett.yta
        assert satta["textColor"] == palett.svart
        assert kontrast(satta["linkColor"], palett.papper) >= 4.5


def test_diagrammen_importerar_inte_plotly_express():
    kod = "".join(p.read_text("utf-8") for p in (ROT / "kvalitet_metrics").rglob("*.py"))
    assert "plotly.express" not in kod


# Breaks in a series


def brott(dag: str, slag: str = "raknesatt", galler: str = "Norr") -> dict:
    return {
        "datum": date.fromisoformat(dag),
        "slag": slag,
        "text": f"{galler} räknas på ett nytt sätt.",
        "galler": galler,
    }


def antal(ar_: int, n: int | None, **mer) -> dict:
    return ar(ar_, n, None, **{"varde": n, "nedre": None, "ovre": None} | mer)


def streck(figur: dict) -> list[dict]:
    return [s for s in figur["layout"]["shapes"] if s["x0"] == s["x1"]]


BRUTEN = lasta(
    antal(2021, 1),
    antal(2022, 1108, foregaende=1, brott=[brott("2022-01-01")]),
    antal(2023, 900, foregaende=1108),
)


def test_brottet_ar_ett_streck_mellan_perioderna_med_ord_ovanfor_diagrammet():
    for rader, matt in (
        ((antal(2021, 1), antal(2022, 1108, brott=[brott("2022-01-01")])), ANTAL),
        ((ar(2021, 50, 100), ar(2022, 60, 100, brott=[brott("2022-01-01")])), ANDEL),
    ):
        figur = rita(lasta(*rader, matt=matt), matt)
        (linje,) = streck(figur)
        assert (linje["x0"], linje["yref"], linje["y0"], linje["line"]["dash"]) == (0.5, "paper", 0, "dash")
        (ord_,) = [a for a in figur["layout"]["annotations"] if a["text"] == "Nytt räknesätt 2022"]
        assert (ord_["x"], ord_["yref"], ord_["y"], ord_["yanchor"]) == (0.5, "paper", 1, "bottom")


def test_linjen_dras_inte_over_brottet_och_det_saknas_inget_dar():
    figur = rita(
        lasta(ar(2021, 50, 100), ar(2022, 60, 100, brott=[brott("2022-01-01")]), ar(2023, 65, 100)), ANDEL
    )
    linje = next(d for d in figur["data"] if d.get("mode") == "lines")
    assert linje["y"] == [0.5, None, 0.6, 0.65]
    assert "saknas" not in alla_texter(figur)


def test_bara_den_enhets_linje_som_ar_bruten_bryts():
    matt = Matt("Avvikelser", "antal", "neutral", ("enhet",), "Enhet")
    serier = lasta(
        antal(2021, 1, enhet="Norr"),
        antal(2022, 90, enhet="Norr", brott=[brott("2022-01-01")]),
        antal(2021, 5, enhet="Syd"),
        antal(2022, 6, enhet="Syd"),
        matt=matt,
    )
    linjer = [d["y"] for d in rita(serier, matt)["data"] if d.get("mode") == "lines"]
    assert linjer == [[1, None, 90], [5, 6]]
    assert "nytt räknesätt 2022 (Norr)" in sammanfatta(serier, matt).alt


def test_flera_brott_far_var_sin_rad_sa_att_orden_inte_moter_varandra():
    rader = [antal(2020 + i, 10, brott=[brott(f"{2020 + i}-01-01")] if i else []) for i in range(3)]
    figur = rita(lasta(*rader, matt=ANTAL), ANTAL)
    ord_ = [a for a in figur["layout"]["annotations"] if "räknesätt" in a["text"]]
    assert len({a["yshift"] for a in ord_}) == len(streck(figur)) == 2
    assert figur["layout"]["margin"]["t"] >= max(a["yshift"] for a in ord_) + 14


def test_tvillingen_har_ingen_andring_over_ett_brott():
    serier = lasta(ar(2022, 120, 200), ar(2023, 143, 203, foregaende=0.6, brott=[brott("2023-01-01")]))
    assert "Ändring" not in tvilling(serier, ANDEL).rubriker


def test_antal_och_dagar_visar_sitt_intervall_i_stapel_hovring_och_tabell():
    serier = lasta(
        antal(2023, 465, nedre=423.7, ovre=509.2), antal(2024, 80, nedre=63.4, ovre=99.6), matt=ANTAL
    )
    stapel, ord_ = rita(serier, ANTAL)["data"]
    assert ord_["text"] == ["465", "80"]
    assert stapel["error_y"]["array"] == pytest.approx([44.2, 19.6])
    assert f"95{NBSP}% intervall 424–509" in stapel["hovertext"][0]
    t = tvilling(serier, ANTAL)
    assert [rad[t.rubriker.index(f"95{NBSP}% intervall")] for rad in t.rader] == ["424–509", "63–100"]


def test_tvillingen_namner_brottet_ocksa_dar_siffran_ar_dold():
    bruten = brott("2023-01-01")
    for rad in (ar(2023, 143, 203, brott=[bruten], anmarkning=[bruten["text"]]), dold(2023, brott=[bruten])):
        t = tvilling(lasta(ar(2022, 120, 200), rad), ANDEL)
        assert t.rader[-1][t.rubriker.index("Anmärkning")].count(bruten["text"]) == 1


def test_grupp_bredvid_grupp_visar_inte_perioden_fore_ett_brott():
    matt = Matt("Avvikelser", "antal", "neutral", ("orsak",), "Orsak", fordelning=True)
    for brutna in (("A",), ("A", "B")):
        rader = [
            antal(a, n, orsak=o, brott=[brott("2023-01-01")] if a == 2023 and o in brutna else [])
            for o in "AB"
            for a, n in ((2022, 8), (2023, 9))
        ]
        figur = rita(lasta(*rader, matt=matt), matt)
        romber = [d for d in figur["data"] if d.get("marker", {}).get("symbol") == "diamond"]
        assert [len(d["x"]) for d in romber] == [2 - len(brutna)] * (len(brutna) < 2)
        titel = figur["layout"]["xaxis"]["title"]["text"]
        assert (titel == "Jämförs inte med 2022: nytt räknesätt") == (len(brutna) == 2)
        assert ("A (nytt räknesätt)" in alla_texter(figur)) == (len(brutna) == 1)


def test_grupp_bredvid_grupp_visar_inte_aret_fore_ett_halvt_ar():
    """One unit's files end in August: all share the period's name, only that unit is not compared."""
    matt = Matt("Avvikelser", "antal", "neutral", ("orsak",), "Orsak", fordelning=True)
    halvt = {"forvaltning": ["Norr"], "fran": date(2023, 1, 1), "till": date(2023, 8, 31)}
    rader = [
        antal(a, n, orsak=o, ofull=halvt if (a, o) == (2023, "A") else None)
        for o in "AB"
        for a, n in ((2022, 8), (2023, 9))
    ]
    serier = lasta(*rader, matt=matt)
    assert {s.sista.period for s in serier} == {"2023 (del)"}
    figur = rita(serier, matt)
    (romb,) = [d for d in figur["data"] if d.get("marker", {}).get("symbol") == "diamond"]
    assert romb["y"] == [0]
    (namn,) = [d["text"] for d in figur["data"] if d.get("name") == NAMN]
    assert set(namn) == {"A", "B"}
    assert figur["layout"]["xaxis"]["title"]["text"] == "Ihålig romb: 2022, där perioden är hel"


def test_gnistan_bryts_vid_brottet_och_sager_det():
    svg = gnista(BRUTEN[0], ANTAL)
    assert svg.count("<polyline") == 1
    assert svg.count('stroke-dasharray="3 3"') == 1
    assert "nytt räknesätt 2022 (Norr)" in gnista_i_ord(BRUTEN[0], ANTAL)


def test_de_andra_star_med_namn_och_hur_talet_star_mot_dem():
    mer = {
        "jamforelser": {"riket": 0.8, "keks_snitt": 0.5},
        "jamforelse_utfall": {"riket": "sämre", "mal": None},
    }
    serier = lasta(ar(2023, 60, 100, **mer))
    t = tvilling(serier, ANDEL)
    sagt = t.rader[0][t.rubriker.index("Jämförelse")]
    assert sagt == f"Riket 80,0{NBSP}% (sämre), KEKS-snittet 50,0{NBSP}%"
    assert f"Riket 80,0{NBSP}% (sämre)" in alla_texter(rita(serier, ANDEL))
