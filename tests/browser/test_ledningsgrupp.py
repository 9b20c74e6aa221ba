"""A meeting is shown one figure per screen, stepped with keys, and a decision written there is kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kvalitet_metrics import Workspace
from kvalitet_metrics.store.moten import Bild
from tests.browser.regler import REGLER

MATT = "utredning_barn_inom_fyra_manader"
MINST_STORLEK = 24


@pytest.fixture
def mote(exempelmapp: Path):
    """A meeting with two figures after one with a decision, both later than the examples' own."""
    yta = Workspace(exempelmapp)
    forra = yta.moten.create("Förra gruppen", date.today())
    yta.decide("Se över rutinen", "enhetschef", date.today(), MATT, mote=forra.rubrik)
    nytt = yta.moten.create("Ledningsgrupp", date.today() + timedelta(days=1))
    yta.moten.add(nytt.nr, Bild(yta.vinkel(MATT)))
    nytt = yta.moten.add(nytt.nr, Bild(yta.vinkel("avvikelser_antal", by=["enhet"]), rubrik="Vad gör vi?"))
    yield nytt
    for m in (forra, nytt):
        yta.moten.remove(m.nr)
    for a in yta.atgarder():
        if a.mote in (forra.rubrik, nytt.rubrik):
            yta.register.withdraw(a.nr)


def synlig(vy) -> str:
    """The heading of the one screen that is seen."""
    rubriker = [r.inner_text() for r in vy.locator(".km-b-rubrik").all() if r.is_visible()]
    assert len(rubriker) == 1, "en bild i taget"
    return rubriker[0]


def minsta_text(vy) -> float:
    """The smallest writing in sight, in pixels as they are seen."""
    return vy.evaluate(
        """() => Math.min(...[...document.querySelectorAll('.st-key-km-visning :is(p, h2, span, b, text)')]
            .filter((n) => n.checkVisibility({visibilityProperty: true, opacityProperty: true}))
            .filter((n) => n.textContent.trim())
            .filter((n) => !n.closest('[class*="st-key-km-besluta-"], .st-key-km-lamna'))
            .map((n) => {
                const d = n.closest('[class*="st-key-km-diagram-"]');
                const stor = d ? +getComputedStyle(d).getPropertyValue('--km-forstoring') : 1;
                return parseFloat(getComputedStyle(n).fontSize) * stor;
            }))"""
    )


def test_motet_gas_igenom_med_tangenterna_och_ett_beslut_hamnar_bland_atgarderna(
    mote, exempelmapp: Path, adress: str, ny_lasare
):
    with ny_lasare(adress, bredd=1920, hojd=1080) as lasare:
        vy = lasare.sida
        vy.goto(f"{adress}/ledningsgrupp?visa={mote.nr}")
        lasare.sida.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
        vy.locator(".js-plotly-plot .main-svg").nth(2).wait_for(state="attached")
        assert synlig(vy) == (
            "Förra mötets beslut: 0 av 1 är genomförda."
            " 1\N{NO-BREAK SPACE}beslut från tidigare möten är inte avslutade"
        )
        assert "Se över rutinen" in vy.locator(".st-key-km-bild-1").inner_text()
        for utom_synhall in ("stHeader", "stSidebar"):
            assert not vy.get_by_test_id(utom_synhall).is_visible()
        assert vy.locator("[data-km-steg]").first.evaluate("n => getComputedStyle(n).opacity") == "0"

        fore = vy.evaluate("performance.now()")
        vy.keyboard.press("ArrowRight")
        assert "100" in synlig(vy)
        assert vy.evaluate("performance.now()") - fore < 1000, "ett steg väntar inte på servern"
        assert vy.url.endswith("bild=2")
        assert minsta_text(vy) >= MINST_STORLEK
        assert Axe().run(vy, options=REGLER).response["violations"] == []

        vy.keyboard.press("PageDown")
        assert synlig(vy) == "Vad gör vi?"
        assert minsta_text(vy) >= MINST_STORLEK
        vy.reload()
        vy.locator(".st-key-km-bild-3 .km-b-rubrik").wait_for()
        lasare.sida.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
        assert synlig(vy) == "Vad gör vi?", "bilden finns kvar när sidan läses om"

        vy.keyboard.press("b")
        ruta = vy.get_by_role("dialog")
        expect(ruta.get_by_role("textbox", name="Vad ska göras?")).to_be_focused()
        vy.keyboard.type("Gå igenom orsakerna")
        ruta.get_by_label("Ansvarig (funktion)").fill("avdelningschef")
        ruta.get_by_label("Klart senast").fill("2099-01-31")
        ruta.get_by_role("button", name="Spara beslutet").click()
        vy.locator(".st-key-km-bild-3 .km-b-beslutat", has_text="Gå igenom orsakerna").wait_for()
        assert synlig(vy) == "Vad gör vi?"
        [beslut] = [a for a in Workspace(exempelmapp).atgarder() if a.mote == mote.rubrik]
        assert (beslut.vad, beslut.ansvarig, beslut.klart_senast) == (
            "Gå igenom orsakerna",
            "avdelningschef",
            date(2099, 1, 31),
        )
        assert beslut.vinkel == mote.bilder[1].vinkel

        vy.keyboard.press("End")
        assert synlig(vy) == "Dagens beslut: 1"
        vy.keyboard.press("ArrowRight")
        vy.keyboard.press("ArrowLeft")
        assert synlig(vy) == "Vad gör vi?"

        vy.pdf(path=str(exempelmapp / "mote.pdf"), prefer_css_page_size=True)
        sidor = (exempelmapp / "mote.pdf").read_bytes().count(b"/Type /Page\n")
        assert sidor == len(mote.bilder) + 2, "en bild per sida"

        vy.keyboard.press("Escape")
        vy.get_by_role("combobox", name="Möte").wait_for()
        assert vy.get_by_test_id("stHeader").is_visible()
        vy.wait_for_url(f"**/ledningsgrupp?mote={mote.nr}")
        vy.get_by_role("link", name="Visa mötet").click()
        vy.wait_for_url(f"**/ledningsgrupp?visa={mote.nr}**")


def test_pa_en_telefon_ryms_besluten_och_tabellen_ar_kvar_for_den_som_lyssnar(mote, adress: str, ny_lasare):
    with ny_lasare(adress, bredd=390, hojd=844) as lasare:
        vy = lasare.ga_till(f"ledningsgrupp?mote={mote.nr}")
        tabell = vy.get_by_role("table", name="Tidigare beslut")
        rader = tabell.get_by_role("row").filter(has_text="Se över rutinen")
        expect(rader.get_by_role("rowheader", name="Se över rutinen")).to_be_visible()
        expect(rader.get_by_role("cell", name="enhetschef", exact=False).first).to_be_visible()
        expect(tabell.get_by_role("columnheader", name="Ansvarig")).to_have_count(1)
        box = vy.get_by_role("region", name="Tidigare beslut")
        assert box.evaluate("n => n.scrollWidth <= n.clientWidth"), "inget rullar åt sidan"
        lasare.ga_till(f"ledningsgrupp?visa={mote.nr}&bild=3")
        raden = vy.locator(".km-b-rader li").filter(has_text="Enheten för barn och unga")
        expect(raden).to_be_visible()
        expect(raden.locator("b")).to_have_text("209")
        expect(vy.locator(".st-key-km-bild-3").get_by_test_id("stPlotlyChart")).to_be_hidden()
