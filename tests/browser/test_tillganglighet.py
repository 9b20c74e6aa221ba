"""The pages can be used by everybody, in the dark too; all of them in light: test_sidor.py."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.regler import FARGER, REGLER, brott

MED_EGNA_FARGER = (
    "",
    "utforska?dela=kon",
    "egenkontroller",
    "risker",
    "atgarder",
    "ledningsgrupp",
    "ladda_upp",
)
"""Pages whose colours are not all those of a chart and a table."""


@pytest.fixture(scope="module")
def mork(adress: str, ny_lasare) -> Iterator:
    """A reader in the dark theme."""
    with ny_lasare(adress) as lasare:
        lasare.sida.emulate_media(color_scheme="dark")
        yield lasare


@pytest.mark.parametrize("sida", MED_EGNA_FARGER)
def test_fargerna_racker_i_morkt(sida: str, mork):
    assert brott(mork.ga_till(sida), FARGER) == {}


@pytest.mark.parametrize("sida", ["", "handbok"])
def test_en_telefons_meny_och_breda_text_nar_alla(sida: str, ny_lasare, adress: str):
    with ny_lasare(adress, bredd=390, hojd=844) as telefon:
        assert brott(telefon.ga_till(sida), REGLER) == {}


def test_varje_diagram_har_en_beskrivning_och_en_tabell(lasare):
    vy = lasare.ga_till("utforska?indikator=avvikelser_antal")
    vy.locator(".js-plotly-plot").wait_for()
    beskrivet = vy.locator('[data-testid="stPlotlyChart"]').evaluate(
        "n => (n.closest('[aria-label]') || n.querySelector('[aria-label]')).getAttribute('aria-label')"
    )
    assert "Rapporterade avvikelser" in beskrivet
    vy.get_by_text("Tabell och nedladdning").click()
    tabell = vy.get_by_role("table").first
    tabell.wait_for()
    assert tabell.locator("th[scope=col]").count() >= 2
    assert tabell.locator("th[scope=row]").count() >= 2


RINGEN = """(falt) => {
    const klipper = (n) => getComputedStyle(n).overflow !== "visible";
    let rutan = falt, inuti = false;
    for (let n = falt; n && !n.matches('[data-testid="stElementContainer"]'); n = n.parentElement) {
        if (getComputedStyle(n).outlineStyle === "solid") { rutan = n; inuti = true; }
        else if (inuti && klipper(n)) return "klippt";
    }
    return inuti ? getComputedStyle(rutan).outlineWidth : "ingen ring";
}"""
"""The width of what shows which field has the keyboard, or why it is not seen."""


def test_det_syns_vilket_falt_som_har_tangentbordet(lasare):
    vy = lasare.ga_till("granskning")
    vy.get_by_test_id("stTextArea").wait_for()
    lasare.ritad()
    for slag in ("stSelectbox", "stMultiSelect", "stTextInput", "stNumberInput", "stTextArea"):
        falt = vy.get_by_test_id(slag).first.locator("input, textarea").first
        falt.focus()
        expect(falt).to_be_focused()
        assert falt.evaluate(RINGEN) == "3px", slag
