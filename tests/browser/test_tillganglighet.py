"""The pages can be used by everybody: axe finds no breach of WCAG 2.1 A and AA, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from kvalitet_metrics.ui.menu import sidor

REGLER = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
FARGER = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What may differ between light and dark."""
UTOM = {"exclude": [[".main-svg"]]}
"""Hundreds of marks that axe has no rule for; what a chart says to those who listen is its frame's."""
MED_FRAGA = {"utforska": "utforska?dela=kon", "oversikt": ""}


@pytest.fixture(scope="module")
def besok(adress: str, ny_lasare):
    """One window for all pages, as light as it came."""
    with ny_lasare(adress) as lasare:
        yield lasare


def brott(vy, regler: dict) -> dict[str, list[str]]:
    """What axe finds, also when a page that is fading in has come to rest."""
    for _ in range(6):
        fynd = Axe().run(vy, context=UTOM, options=regler).response["violations"]
        if not fynd:
            break
        vy.wait_for_timeout(500)
    return {f["id"]: [nod["html"][:120] for nod in f["nodes"]] for f in fynd}


@pytest.mark.parametrize("sida", [s.fil.stem for s in sidor()])
def test_sidan_bryter_inte_mot_wcag_i_ljust_och_morkt(sida: str, besok):
    besok.sida.emulate_media(color_scheme="light")
    vy = besok.ga_till(MED_FRAGA.get(sida, sida))
    for tabell in vy.get_by_text("Tabell och nedladdning").all()[:1]:
        tabell.click()
        vy.locator(".km-tabell table").first.wait_for()
    assert brott(vy, REGLER) == {}
    with vy.expect_event("load"):  # the page follows the machine by being fetched again
        vy.emulate_media(color_scheme="dark")
    besok.ritad()
    assert brott(vy, FARGER) == {}


def test_varje_diagram_har_en_beskrivning_och_en_tabell(lasare):
    vy = lasare.ga_till("utforska?indikator=avvikelser_antal")
    vy.locator(".js-plotly-plot").wait_for()
    beskrivet = vy.locator('[data-testid="stPlotlyChart"]').evaluate(
        "n => (n.closest('[aria-label]') || n.querySelector('[aria-label]')).getAttribute('aria-label')"
    )
    assert "Rapporterade avvikelser" in beskrivet
    vy.get_by_text("Tabell och nedladdning").click()
    tabell = vy.get_by_role("table").first
    assert tabell.locator("th[scope=col]").count() >= 2
    assert tabell.locator("th[scope=row]").count() >= 2
