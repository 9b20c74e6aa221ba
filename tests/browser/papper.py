"""What is asked of every page on paper: an A4 without controls, its choices and day in words, and whole."""

from datetime import date

from playwright.sync_api import Page

from kvalitet_metrics import text

BREDD, HOJD = 703, 1009
"""An A4 between its margins, in pixels."""
RITADE = """() => !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every((d) =>
        d.querySelector('.main-svg'))"""
REGLAGE = 'button, input, select, textarea, [role="combobox"], [data-testid="stFileUploaderDropzone"]'
UTANFOR = """(bredd) => [...document.querySelectorAll(
    '[data-testid="stMain"] :is(table, p, h1, h2, h3, .main-svg)')]
    .filter((d) => d.offsetParent !== null || d.tagName === 'svg')
    .filter((d) => d.getBoundingClientRect().width > 1 && d.getBoundingClientRect().right > bredd + 1)
    .map((d) => `${d.tagName} ${d.textContent.slice(0, 40)}`)"""


def granska(sida: Page, titel: str) -> str:
    """Hold the page to all of it as it is when printed; gives the charts as they are drawn then."""
    sida.set_viewport_size({"width": BREDD, "height": HOJD})
    sida.wait_for_function(RITADE)
    sida.emulate_media(media="print")
    sida.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    try:
        foten = sida.locator("body > style").last.evaluate("(blad) => blad.sheet.cssRules[0].cssText")
        assert f"Kvalitet i socialtjänsten · {titel}" in foten
        assert [r.inner_text() for r in sida.locator(REGLAGE).filter(visible=True).all()] == []
        sagt = sida.locator('[data-testid="stMain"]').inner_text()
        assert f"Framtagen {text.datum_i_ord(date.today())}" in sagt
        if sida.locator(".km-urval").count():
            assert sida.locator(".km-urval").is_visible()
        assert sida.evaluate(UTANFOR, BREDD) == []
        ramar = sida.locator("details:not([data-testid] > *)")
        assert all(ram.get_attribute("open") is not None for ram in ramar.all())
        assert sida.locator("h1").first.evaluate("(d) => getComputedStyle(d).color") == "rgb(31, 41, 51)"
        return "".join(d.inner_html() for d in sida.locator(".km-papper").all())
    finally:
        sida.evaluate("window.dispatchEvent(new Event('afterprint'))")
        sida.emulate_media(media="screen")
