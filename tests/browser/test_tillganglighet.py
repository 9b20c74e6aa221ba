"""The pages can be used by everybody: axe finds no breach of WCAG 2.1 A and AA, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

SIDOR = [
    *("", "utforska?dela=kon", "utredningstider", "lex_sarah", "brukarenkater", "granskning", "ladda_upp"),
    *("sa_raknas_det", "atgarder"),
]
REGLER = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.mark.parametrize(
    ("sida", "tema"),
    [*((sida, "light") for sida in SIDOR), *((sida, "dark") for sida in (*SIDOR[:2], "granskning"))],
)
def test_sidan_bryter_inte_mot_wcag(sida: str, tema: str, lasare):
    lasare.sida.emulate_media(color_scheme=tema)
    vy = lasare.ga_till(sida)
    for tabell in vy.get_by_text("Tabell och nedladdning").all()[:1]:
        tabell.click()
        vy.locator(".km-tabell table").first.wait_for()
    # A page that is still fading in is looked at again; where it comes to rest it must hold.
    for _ in range(6):
        fynd = Axe().run(vy, options=REGLER).response["violations"]
        if not fynd:
            break
        vy.wait_for_timeout(1500)
    assert {f["id"]: [nod["html"][:120] for nod in f["nodes"]] for f in fynd} == {}


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
