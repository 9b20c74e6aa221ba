"""Every page, opened as readers open them: drawn without errors, in Swedish, and from this machine alone."""

import re
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from kvalitet_metrics.ui.menu import sidor
from tests.browser.regler import REGLER, brott

ROT = Path(__file__).resolve().parents[2]
SIDOR = {s.fil.stem: s.titel for s in sidor()}
ENGELSKA = re.compile(
    r"\b(the|and|file|files|upload|download|search|drag|drop|browse|limit|close|clear|select|choose|results|"
    r"loading|running|show|hide|columns|settings|deploy|rerun|sidebar|fullscreen|view|more|remove|menu|navigate|link|heading|dismiss|available|options|sort|pin)\b",
    re.I,
)


UTOM_KOD_OCH_IKONER = '[data-testid="stIconMaterial"], pre { display: none !important; }'
"""Code and the names of icons are English, and no icon's name is seen."""
SAGT = """(utom) => {
    const blad = document.head.appendChild(document.createElement('style'));
    blad.textContent = utom;
    const delar = [document.body.innerText];
    for (const nod of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
        if (nod.offsetParent === null) continue;
        for (const namn of ['aria-label', 'title', 'placeholder', 'alt'])
            if (nod.getAttribute(namn)) delar.push(nod.getAttribute(namn));
    }
    blad.remove();
    return delar.join('\\n');
}"""
"""All that is read or heard on a page: text, names of controls, placeholders."""


@pytest.fixture(scope="module")
def besokare(adress: str, ny_lasare):
    """One window for all tests that only look."""
    with ny_lasare(adress) as lasare:
        lasare.ga_till("handbok")
        yield lasare


@pytest.fixture(scope="module", params=SIDOR)
def besok(request: pytest.FixtureRequest, besokare):
    """A visit to each page from the menu; all tests look before the next."""
    besokare.sida.set_viewport_size({"width": 1366, "height": 768})
    besokare.meny(SIDOR[request.param])
    return besokare


@pytest.mark.parametrize("sida", ["utforska", "ladda_upp"])
def test_sidan_oppnas_med_djuplank_pa_en_nystartad_server(
    sida: str, exempelmapp: Path, starta_app, ny_lasare
):
    with starta_app(exempelmapp) as adress, ny_lasare(adress) as lasare:
        vy = lasare.ga_till(sida)
        assert vy.locator("h1").first.inner_text() == SIDOR[sida]
        assert vy.get_by_test_id("stException").count() == 0
        assert "Områden" in vy.get_by_test_id("stHeader").inner_text(), "menyn finns också vid första besöket"


def test_den_som_skriver_oversiktens_namn_i_adressen_kommer_dit(lasare):
    assert lasare.ga_till("oversikt").locator("h1").first.inner_text() == "Översikt"
    assert "Sidan finns inte" not in lasare.sida.inner_text("body")


def test_sidan_ritas_utan_fel(besok, request: pytest.FixtureRequest):
    titel = SIDOR[request.node.callspec.params["besok"]]
    assert besok.sida.locator("h1").first.inner_text() == titel
    expect(besok.sida).to_have_title(f"{titel} – Kvalitet i socialtjänsten")
    assert besok.sida.get_by_test_id("stException").count() == 0


def test_sidan_bryter_inte_mot_wcag(besok):
    for tabell in besok.sida.get_by_text("Tabell och nedladdning").all()[:1]:
        tabell.click()
        besok.sida.locator(".km-tabell table").first.wait_for()
    assert brott(besok.sida, REGLER) == {}


def test_ingen_begaran_lamnar_datorn(besok):
    hamtat_fran = {urlparse(u).hostname for u in besok.hamtat if not u.startswith(("data:", "blob:"))}
    assert hamtat_fran == {"localhost"}, "också när appen själv hämtades"


def test_sidan_ar_pa_svenska(besok):
    besok.sida.wait_for_function("document.documentElement.lang === 'sv'")
    for _ in range(10):  # what is drawn last is put into Swedish when it has been drawn
        sagt = besok.sida.evaluate(SAGT, UTOM_KOD_OCH_IKONER)
        utan_namn = re.sub(r"\b[\w ]*\.(py|js|css|xlsx|csv)\b", "", sagt)
        if not (engelska := sorted(set(ENGELSKA.findall(utan_namn)))):
            break
        besok.sida.wait_for_timeout(100)
    assert engelska == []


def test_exempeldata_sags_rent_ut_pa_varje_sida(besok):
    banner = besok.sida.locator(".km-banner")
    assert "Exempeldata" in banner.inner_text()
    assert "publicerat" in banner.inner_text()


def test_inget_sticker_ut_at_sidan_pa_en_telefon(besok):
    besok.sida.set_viewport_size({"width": 390, "height": 844})
    besok.sida.wait_for_function("document.documentElement.scrollWidth <= 390")
    huvud = besok.sida.locator('[data-testid="stMain"]').element_handle()
    besok.sida.wait_for_function("n => n.scrollWidth <= n.clientWidth + 1", arg=huvud)


def test_tom_arbetsyta_sager_vad_man_gor(tmp_path: Path, starta_app, ny_lasare):
    with starta_app(tmp_path / "tom") as adress, ny_lasare(adress) as lasare:
        vy = lasare.ga_till("")
        assert "Läs in en Excel- eller CSV-fil" in vy.locator('[data-testid="stMain"]').inner_text()
        assert vy.locator(".km-banner").count() == 0
        vy.get_by_role("link", name="Gå till Ladda upp").click()
        vy.get_by_role("heading", name="Ladda upp", level=1).wait_for()
