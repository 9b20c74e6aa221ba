"""Utforska in a browser: a click on a point leads down, and a chart becomes a picture."""

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
