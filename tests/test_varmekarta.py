"""A table of figures over time: the tone says where to look, and never more than the number does."""

from kvalitet_metrics.charts import Matt, varmekarta
from kvalitet_metrics.charts.theme import PALETTER, kontrast
from kvalitet_metrics.charts.varmekarta import Ton
from kvalitet_metrics.ui import html
from tests.test_charts import ar, dold, lasta

PER_ENHET = Matt("I tid", "andel", "hogre", ("enhet",), "Enhet")
NEUTRAL = Matt("Avvikelser", "antal", "neutral", ("enhet",), "Enhet")


def toner(karta, namn: str) -> list[Ton | None]:
    """The tones of a row."""
    return [ruta and ruta.ton for ruta in dict(karta.rader)[namn]]


def test_tonen_sager_sida_och_om_intervallet_nar_over_mitten():
    serier = lasta(
        ar(2022, 90, 100, enhet="Ånge"), ar(2023, 72, 100, enhet="Ånge"),
        ar(2022, 50, 100, enhet="Berg"), ar(2023, 70, 100, enhet="Berg"),
        ar(2023, 68, 100, enhet="Öster"),
        matt=PER_ENHET,
    )  # fmt: skip
    karta = varmekarta(serier, PER_ENHET)
    assert [namn for namn, _ in karta.rader] == ["Berg", "Ånge", "Öster"]
    assert toner(karta, "Ånge") == [Ton.SAKERT_BATTRE, Ton.BATTRE]
    assert toner(karta, "Berg") == [Ton.SAKERT_SAMRE, Ton.INGEN], "mitten själv har ingen ton"
    assert toner(karta, "Öster") == [None, Ton.SAMRE], "ett år utan poster är tomt"


def test_vid_lagre_battre_byter_sidorna_plats():
    matt = Matt("Väntan", "dagar", "lagre", ("enhet",), "Enhet")
    serier = lasta(ar(2023, 1, 1, varde=10, enhet="A"), ar(2023, 1, 1, varde=30, enhet="B"), matt=matt)
    karta = varmekarta(serier, matt)
    assert toner(karta, "A")[0] in (Ton.BATTRE, Ton.SAKERT_BATTRE)
    assert dict(karta.rader)["A"][0].text == "10", "enheten står i rubriken"


def test_ett_matt_utan_riktning_har_femtedelar_och_inga_omdomen():
    serier = lasta(
        *(ar(2013 + nr, None, None, varde=nr * 10, nedre=None, ovre=None, enhet="A") for nr in range(10)),
        matt=NEUTRAL,
    )
    karta = varmekarta(serier, NEUTRAL)
    assert toner(karta, "A") == [Ton(f"niva-{1 + nr // 2}") for nr in range(10)]
    assert not any(ord_ in mening for _, mening in karta.forklaring for ord_ in ("ättre", "ämre"))


def test_en_dold_ruta_ar_skrafferad_och_sager_inget_tal():
    karta = varmekarta(lasta(ar(2022, 8, 10, enhet="A"), dold(2023, enhet="A"), matt=PER_ENHET), PER_ENHET)
    ruta = dict(karta.rader)["A"][1]
    assert (ruta.text, ruta.ton) == ("dold", Ton.DOLD)
    assert ruta.i_ord == "A 2023: dold för att skydda enskilda"


def test_natt_mal_har_ett_tecken_och_star_i_forklaringen():
    serier = lasta(
        ar(2022, 90, 100, mal=0.9, enhet="A"), ar(2023, 89, 100, mal=0.9, enhet="A"), matt=PER_ENHET
    )
    karta = varmekarta(serier, PER_ENHET)
    natt, inte = dict(karta.rader)["A"]
    assert natt.text.endswith("✓")
    assert "når målet" in natt.i_ord
    assert inte.text == "89,0"
    assert "når inte målet" in inte.i_ord
    assert ("✓", "Når målet") in karta.forklaring


def test_olika_matt_vags_bara_mot_sin_egen_rad():
    matt = Matt("Nyckeltal", "värde", "neutral", ("kategori",), "Kategori")
    serier = lasta(
        ar(2022, None, None, varde=1000, kategori="Dygn"), ar(2023, None, None, varde=2000, kategori="Dygn"),
        ar(2022, None, None, varde=1, kategori="Platser"), ar(2023, None, None, varde=2, kategori="Platser"),
        matt=matt,
    )  # fmt: skip
    karta = varmekarta(serier, matt, olika_matt=True)
    assert toner(karta, "Dygn") == toner(karta, "Platser")


def test_inga_serier_blir_en_tom_karta():
    assert varmekarta([], PER_ENHET).rader == ()


def test_sextio_enheter_och_tolv_ar_blir_en_tabell_med_rubrik_for_varje_rad_och_kolumn():
    serier = lasta(
        *(ar(2013 + a, 5 + a, 20 + e % 7, enhet=f"Enhet {e}") for e in range(60) for a in range(12)),
        matt=PER_ENHET,
    )
    tabell = html.varmetabell(varmekarta(serier, PER_ENHET), "I tid <nu>")
    assert tabell.count('scope="row"') == 60
    assert tabell.count('scope="col"') == 12
    assert "&lt;nu&gt;" in tabell
    assert "<nu>" not in tabell


def test_texten_syns_mot_varje_ton():
    for palett in PALETTER.values():
        for farg, andel in ((palett.forbattring, 0.4), (palett.oro, 0.4), (palett.vanlig, 0.48)):
            assert kontrast(palett.svart, blandad(farg, palett.papper, andel)) >= 4.5


def blandad(farg: str, botten: str, andel: float) -> str:
    """The two colours mixed, as color-mix does in sRGB."""
    par = [(int(farg[i : i + 2], 16), int(botten[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * andel + b * (1 - andel)):02X}" for a, b in par)
