"""A page on paper: an A4 without controls, its choices and its day in words, light and whole."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import MORK
from kvalitet_metrics.ui.menu import sidor

BREDD = 703
"""An A4 between its margins, in pixels."""
SIDOR = [s.titel for s in sidor()]
RITADE = """() => !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every((d) =>
        d.querySelector('.main-svg'))"""
REGLAGE = 'button, input, select, textarea, [role="combobox"], [data-testid="stFileUploaderDropzone"]'
UTANFOR = """(bredd) => [...document.querySelectorAll(
    '[data-testid="stMain"] :is(table, p, h1, h2, h3, .main-svg)')]
    .filter((d) => d.offsetParent !== null || d.tagName === 'svg')
    .filter((d) => d.getBoundingClientRect().width > 1 && d.getBoundingClientRect().right > bredd + 1)
    .map((d) => `${d.tagName} ${d.textContent.slice(0, 40)}`)"""


@pytest.fixture(scope="module")
def mork(webblasare, adress: str, ny_lasare) -> Iterator:
    """A reader in the dark theme."""
    with ny_lasare(adress) as lasare:
        lasare.sida.emulate_media(color_scheme="dark")
        lasare.ga_till("handbok")
        yield lasare


def ga_till(titel: str, lasare) -> Page:
    """The page from the menu, and then as narrow as a paper."""
    lasare.sida.set_viewport_size({"width": 1366, "height": 768})
    sida = lasare.meny(titel)
    lasare.sida.set_viewport_size({"width": BREDD, "height": 1009})
    sida.wait_for_function(RITADE)
    return sida


@pytest.mark.parametrize("titel", SIDOR)
def test_sidan_gar_att_skriva_ut(titel: str, mork):
    sida = ga_till(titel, mork)
    sida.emulate_media(media="print", color_scheme="dark")
    sida.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    try:
        foten = sida.locator("body > style").last.evaluate("(blad) => blad.sheet.cssRules[0].cssText")
        assert f"Kvalitet i socialtjänsten · {titel}" in foten
        assert [r.inner_text() for r in sida.locator(REGLAGE).filter(visible=True).all()] == []
        assert (
            f"Framtagen {text.datum_i_ord(date.today())}"
            in sida.locator('[data-testid="stMain"]').inner_text()
        )
        if sida.locator(".km-urval").count():
            assert sida.locator(".km-urval").is_visible()
        assert sida.evaluate(UTANFOR, BREDD) == []
        ramar = sida.locator("details:not([data-testid] > *)")
        assert all(ram.get_attribute("open") is not None for ram in ramar.all())
        ritat = "".join(d.inner_html() for d in sida.locator(".km-papper").all())
        r, g, b = (int(MORK.svart[i : i + 2], 16) for i in (1, 3, 5))
        assert f"rgb({r}, {g}, {b})" not in ritat
        grund = sida.locator("h1").first.evaluate("(d) => getComputedStyle(d).color")
        assert grund == "rgb(31, 41, 51)"
    finally:
        sida.evaluate("window.dispatchEvent(new Event('afterprint'))")
        sida.emulate_media(media="screen", color_scheme="dark")


def test_efter_utskriften_ar_diagrammet_som_forut(mork):
    sida = ga_till("Utredningstider", mork)
    sida.pdf()
    assert sida.locator(".km-papper").count() == 0
    sida.wait_for_function("""() => [...document.querySelectorAll('.js-plotly-plot')]
        .every((d) => Math.abs(d.querySelector('.main-svg').getAttribute('width') - d.clientWidth) < 2)""")
    r, g, b = (int(MORK.dampad[i : i + 2], 16) for i in (1, 3, 5))
    sagt = sida.locator(".js-plotly-plot .xtick text").first
    assert f"rgb({r}, {g}, {b})" in sagt.get_attribute("style")


RITA = """(figur) => {
    const plats = document.body.appendChild(document.createElement('div'));
    window.Plotly.react(plats, figur);
    return { steg: plats.layout.xaxis.ticktext, namn: (plats.layout.annotations ?? []).map((a) => a.text) };
}"""


def test_pa_en_telefon_har_tolv_ar_plats_under_diagrammet(mork):
    sida = ga_till("Utredningstider", mork)
    ar = [str(a) for a in range(2012, 2024)]
    axel = {"tickmode": "array", "tickvals": list(range(12)), "ticktext": ar, "range": [-0.5, 11.5]}
    figur = {"data": [], "layout": {"width": 358, "height": 300, "margin": {"l": 40, "r": 60}, "xaxis": axel}}
    smalt = sida.evaluate(RITA, figur)["steg"]
    assert (smalt[0], smalt[-1]) == ("2012", "2023")
    assert 3 <= len(smalt) <= 6
    figur["layout"]["width"] = 900
    assert sida.evaluate(RITA, figur)["steg"] == ar


def test_pa_en_telefon_ligger_inget_namn_i_tratten_over_en_annan_enhets_punkt(mork):
    sida = ga_till("Utredningstider", mork)
    punkter = {"type": "scatter", "mode": "markers", "x": [10, 30, 50], "y": [0.5, 0.5, 0.2]}
    grannar = {"type": "scatter", "mode": "markers", "x": [0, 20, 40], "y": [0.5, 0.5, 0.5]}
    namn = [
        {
            "name": "namn",
            "text": f"Enheten för barn {nr}",
            "x": x,
            "y": y,
            "xanchor": "left",
            "showarrow": False,
        }
        for nr, (x, y) in enumerate(zip(punkter["x"], punkter["y"], strict=True))
    ]
    axlar = {"xaxis": {"range": [0, 60]}, "yaxis": {"range": [0, 1]}, "annotations": namn}
    figur = {"data": [punkter, grannar], "layout": {"width": 358, "height": 300} | axlar}
    smalt = sida.evaluate(RITA, figur)["namn"]
    assert "Enheten för barn 2" in smalt
    assert len(smalt) < 4
    figur["layout"]["width"] = 900
    assert len(sida.evaluate(RITA, figur)["namn"]) == 3
