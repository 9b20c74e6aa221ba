"""Utforska in a browser: a click on a point leads down, and a chart becomes a picture."""

import re

from playwright.sync_api import expect

PNG = b"\x89PNG\r\n\x1a\n"


def test_en_punkt_leder_ned_och_diagrammet_blir_en_bild(lasare):
    sida = lasare.ga_till("utforska?indikator=utredning_barn_inom_fyra_manader")
    sida.locator(".js-plotly-plot .point").first.wait_for()
    with sida.expect_download() as hamtning:
        sida.get_by_role("button", name="Hämta som bild").first.click()
    assert hamtning.value.suggested_filename == "utredning_barn_inom_fyra_manader.png"
    assert hamtning.value.path().read_bytes().startswith(PNG)
    expect(sida.locator(".km-bild [role=status]").first).to_have_text("Bilden är hämtad.")
    sida.locator(".js-plotly-plot .point").first.click(force=True)
    sida.wait_for_url("**period=manad**")
    lasare.ritad()
    expect(sida.get_by_role("button", name="Alla", exact=True)).to_be_visible()
    diagram = sida.locator(".js-plotly-plot").first.bounding_box()
    assert diagram["y"] < 500, "diagrammet syns på första skärmen på en bärbar dator"


def test_det_som_ar_dolt_var_for_sig_visas_tillsammans_och_det_star_i_adressen(lasare):
    fraga = "indikator=genomforandeplan_inom_frist&dela=kon&period=kvartal"
    sida = lasare.ga_till(f"utforska?{fraga}")
    assert "inga värden kan visas" in sida.locator(".km-rubrik h3").first.inner_text()
    sida.get_by_text("Visa dolda tillsammans").click()
    sida.wait_for_url("**ihop=ja**")
    expect(sida.locator(".km-rubrik h3").first).to_contain_text("kvinnor + män + okänt")
    expect(sida.get_by_text("periodens helhet minus allt som syns").first).to_be_visible()
    lasare.ga_till("utforska?indikator=genomforandeplan_inom_frist&dela=kon")
    assert sida.get_by_text("Visa dolda tillsammans").count() == 0, "inget är dolt per år"
    lasare.ga_till(f"utforska?{fraga}&ihop=ja")
    expect(sida.locator(".km-rubrik h3").first).to_contain_text("kvinnor + män + okänt")


NAMNENS_LAGE = """() => {
    const ritning = document.querySelector(".js-plotly-plot");
    const vanster = ritning.querySelector(".nsewdrag").getBoundingClientRect().left;
    const [namn] = ritning.data.filter((d) => d.name === "radnamn");
    const ord = [...ritning.querySelectorAll(".ytick text, .textpoint text")]
        .filter((t) => namn.text.some((n) => n.startsWith(t.textContent.slice(0, 8))));
    return [namn.text.length, ...ord.map((t) => t.getBoundingClientRect().right <= vanster)];
}"""
"""How many rows there are, and for every name that is drawn whether it stands to the left of the drawing."""


def test_radernas_namn_star_bredvid_dar_det_ryms_och_annars_ovanfor(lasare, ny_lasare):
    adress = "utforska?indikator=avvikelser_antal&dela=orsak"
    lasare.ga_till(adress).locator(".ytick").first.wait_for()
    antal, *bredvid = lasare.sida.evaluate(NAMNENS_LAGE)
    assert antal > 5
    assert bredvid == [True] * antal
    with ny_lasare(lasare.adress, bredd=390, hojd=844) as telefon:
        telefon.ga_till(adress).locator(".textpoint").first.wait_for()
        assert telefon.sida.evaluate(NAMNENS_LAGE) == [antal, *[False] * antal]


def test_tabellen_over_posterna_har_ingen_engelska_i_sina_menyer(lasare):
    sida = lasare.ga_till("utforska")
    sida.get_by_text("Var kommer").first.click()
    tabell = sida.get_by_test_id("stDataFrame")
    tabell.scroll_into_view_if_needed()
    sida.get_by_role("button", name="Sök").press("Enter")
    sida.keyboard.type("pojkar")
    expect(sida.locator(".gdg-search-bar")).to_contain_text(re.compile(r"^\d+ träffar$"))
    sida.keyboard.press("Escape")
    plats = tabell.bounding_box()
    sida.mouse.move(plats["x"] + 60, plats["y"] + 18)
    sida.mouse.click(plats["x"] + 119, plats["y"] + 18)
    sida.get_by_role("menuitem", name="Sammanfattning").hover()
    sida.get_by_text("Kortaste text").wait_for()
    menyn = sida.get_by_test_id("stDataFrameColumnMenu")
    sagt = {rad.inner_text().split("\n")[1] for rad in menyn.get_by_role("menuitem").all()}
    assert sagt == {
        "Sortera stigande",
        "Sortera fallande",
        "Sammanfattning",
        "Anpassa bredden",
        "Lås kolumnen",
        "Dölj kolumnen",
    }
