"""Own values beside others': each of them its own mark, and a target is no average."""

from kvalitet_metrics.charts import Matt
from kvalitet_metrics.charts.mot_andra import MARKEN, andra, mot_andra, vems
from kvalitet_metrics.charts.theme import LJUS
from tests.test_charts import ar, lasta

INDEX = Matt("KEKS", "andel", "hogre", ("index",), "Index")


def med_marken(figur: dict) -> list[dict]:
    """The traces that are no writing."""
    return [spar for spar in figur["data"] if spar["mode"] != "text"]


def test_var_och_en_har_sitt_marke_och_ingen_blandas_ihop():
    andras = {"keks_snitt": 0.7, "good_enough_mal": 0.8, "riket": 0.6}
    serier = lasta(
        ar(2023, 75, 100, foregaende=0.9, jamforelser=andras, index="Trygghet"),
        ar(2023, 50, 100, mal=0.5, index="Lärande"),
        matt=INDEX,
    )
    assert vems(serier) == ["förra mätningen", "mal", "good_enough_mal", "keks_snitt", "riket"]
    larande, trygghet = serier
    assert andra(larande.sista) == {"mal": 0.5}
    assert andra(trygghet.sista) == {"förra mätningen": 0.9, **andras}
    marken = med_marken(mot_andra(serier, INDEX, LJUS))
    tecken = [spar["marker"]["symbol"] for spar in marken]
    assert len(set(tecken)) == len(tecken) == 6
    assert marken[-1]["marker"]["symbol"] == "circle"
    assert list(marken[-1]["x"]) == [0.5, 0.75]


def test_marken_gar_att_skilja_at_utan_farg():
    assert len({symbol for symbol, _ in MARKEN.values()}) == len(MARKEN)
    assert len({skrivet for _, skrivet in MARKEN.values()}) == len(MARKEN)


def test_ett_varde_av_en_okand_jamforare_ritas_ocksa():
    [serie] = lasta(ar(2023, 75, 100, jamforelser={"grannen": 0.7}, index="A"), matt=INDEX)
    assert vems([serie]) == ["grannen"]
    assert len(med_marken(mot_andra([serie], INDEX, LJUS))) == 2
