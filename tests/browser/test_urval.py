"""The choices follow the reader from page to page, and stand in the address so that a view can be mailed."""

from urllib.parse import parse_qs, urlparse

MATT = "utredning_barn_inom_fyra_manader"


def fragan(sida) -> dict[str, list[str]]:
    """What the address says after its question mark."""
    return parse_qs(urlparse(sida.url).query)


def valj(lasare, namn: str, varde: str) -> None:
    """Choose in a box, as a reader does: open, click."""
    lasare.sida.get_by_role("combobox", name=namn).click()
    lasare.sida.get_by_role("option", name=varde).first.click()
    lasare.ritad()


def visar(lasare) -> str:
    """The line that says in words what is shown."""
    return lasare.sida.locator(".km-urval").inner_text()


def test_urvalet_foljer_med_och_star_i_adressen(lasare):
    lasare.ga_till("")
    valj(lasare, "Förvaltning", "Bromma")
    valj(lasare, "Period", "Tertial")
    lasare.sida.wait_for_url(lambda u: "tertial" in u)
    vald = fragan(lasare.sida)
    assert vald["period"] == ["tertial"]
    assert "Bromma" in vald["forvaltning"][0]
    for titel in ("Utredningstider", "Utforska", "Översikt"):
        lasare.meny(titel)
        assert "Bromma" in visar(lasare)
        assert "tertial" in visar(lasare)
        lasare.sida.wait_for_url(lambda u: "tertial" in u)
        assert fragan(lasare.sida).items() >= vald.items()


def test_en_skickad_lank_visar_samma_vy(lasare, ny_lasare):
    lasare.ga_till(f"utforska?indikator={MATT}&dela=kon&period=kvartal&fran=2023&till=2023")
    forst = visar(lasare)
    assert "kvartal" in forst
    assert "2023–2023" in forst
    assert "per kön" in lasare.sida.locator(".km-rubrik").first.inner_text()
    with ny_lasare(lasare.adress) as annan:
        annan.sida.goto(lasare.sida.url)
        annan.ritad()
        assert visar(annan) == forst
        assert (
            annan.sida.locator(".km-rubrik").first.inner_text()
            == lasare.sida.locator(".km-rubrik").first.inner_text()
        )


def test_en_lank_med_okant_varde_visar_allt_i_stallet(lasare):
    lasare.ga_till("utforska?indikator=finns_inte&period=sekel&forvaltning=Atlantis&fran=1066")
    assert lasare.sida.get_by_test_id("stException").count() == 0
    assert visar(lasare).startswith("Visar Alla förvaltningar")


def test_raden_pa_oversikten_leder_till_sitt_matt_med_samma_urval_utan_att_borja_om(lasare):
    lasare.ga_till("?period=kvartal")
    lasare.sida.evaluate("window.kvar = true")
    lank = lasare.sida.locator("table.km-matt a").first
    namn = lank.inner_text()
    lank.click()
    lasare.sida.get_by_role("heading", name="Utforska", level=1).wait_for()
    lasare.ritad()
    assert namn in lasare.sida.locator('[data-testid="stMain"]').inner_text()
    assert "kvartal" in visar(lasare)
    assert "indikator" in fragan(lasare.sida)
    assert lasare.sida.evaluate("window.kvar") is True


def test_webblasarens_bakatknapp_gar_tillbaka_till_forra_sidan(lasare):
    lasare.ga_till("?period=kvartal")
    lasare.sida.wait_for_function("window.kmAdress === true")
    lasare.meny("Utforska")
    lasare.sida.wait_for_url("**/utforska?*")
    lasare.sida.go_back()
    lasare.sida.get_by_role("heading", name="Översikt", level=1).wait_for()
    lasare.ritad()
    assert "kvartal" in visar(lasare)


def test_urvalet_star_kvar_nar_sidan_byts_och_det_oppnade_nar_aret_byts(lasare):
    lasare.ga_till("avvikelser")
    lasare.sida.locator(".st-key-km-val").evaluate("(rad) => { rad.dataset.samma = 'ja'; }")
    lasare.sida.get_by_text("Tabell och nedladdning").first.click()
    tabell = lasare.sida.locator("[class*=st-key-km-under] table").first
    tabell.wait_for()
    lasare.sida.locator("h1").scroll_into_view_if_needed()
    lasare.ritad()
    valj(lasare, "Period", "Tertial")
    tabell.filter(has_text="tertial").wait_for()
    lasare.meny("Utredningstider")
    assert lasare.sida.locator(".st-key-km-val").get_attribute("data-samma") == "ja"
