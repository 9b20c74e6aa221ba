"""Every page, opened as readers open them: drawn without errors, in Swedish, and from this machine alone."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlparse

import pytest

from kvalitet_metrics.ui.menu import sidor
from tests.browser.conftest import ny_flik
from tests.browser.regler import REGLER, brott

ROT = Path(__file__).resolve().parents[2]
SIDOR = {s.fil.stem: s.titel for s in sidor()}
ENGELSKA = re.compile(
    r"\b(the|and|file|files|upload|download|search|drag|drop|browse|limit|close|clear|select|choose|results|"
    r"loading|running|show|hide|columns|settings|deploy|rerun|sidebar|fullscreen|view|more|remove|menu|navigate)\b",
    re.I,
)


def synlig_text(sida) -> str:
    """All that is read or heard on the page: text, names of controls, placeholders."""
    return sida.evaluate(
        """() => {
            document.querySelectorAll('[data-testid="stIconMaterial"]').forEach((ikon) => ikon.remove());
            const delar = [document.body.innerText];
            for (const nod of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
                if (nod.offsetParent === null) continue;
                for (const namn of ['aria-label', 'title', 'placeholder', 'alt'])
                    if (nod.getAttribute(namn)) delar.push(nod.getAttribute(namn));
            }
            return delar.join('\\n');
        }"""
    )


@pytest.fixture(scope="module")
def besok(adress: str, ny_lasare):
    """One visit to a page for all tests that only look: `besok(sida)` gives its reader."""
    with ny_lasare(adress) as forst:

        @cache
        def ga_till(sida: str):
            lasare = ny_flik(forst.sida.context, adress)
            lasare.ga_till(sida)
            return lasare

        yield ga_till


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


@pytest.mark.parametrize("sida", SIDOR)
def test_sidan_ritas_utan_fel(sida: str, besok):
    vy = besok(sida).sida
    assert vy.locator("h1").first.inner_text() == SIDOR[sida]
    assert vy.title() == f"{SIDOR[sida]} – Kvalitet i socialtjänsten"
    assert vy.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize("sida", SIDOR)
def test_sidan_bryter_inte_mot_wcag(sida: str, besok):
    vy = besok(sida).sida
    for tabell in vy.get_by_text("Tabell och nedladdning").all()[:1]:
        tabell.click()
        vy.locator(".km-tabell table").first.wait_for()
    assert brott(vy, REGLER) == {}


@pytest.mark.parametrize("sida", SIDOR)
def test_ingen_begaran_lamnar_datorn(sida: str, besok):
    lasare = besok(sida)
    assert {urlparse(u).hostname for u in lasare.hamtat if not u.startswith(("data:", "blob:"))} == {
        "localhost"
    }


@pytest.mark.parametrize("sida", SIDOR)
def test_sidan_ar_pa_svenska(sida: str, besok):
    vy = besok(sida).sida
    vy.wait_for_function("document.documentElement.lang === 'sv'")
    vy.evaluate("document.querySelectorAll('pre').forEach((kod) => kod.remove())")  # SQL är engelska
    for _ in range(10):  # what is drawn last is put into Swedish when it has been drawn
        utan_kod = re.sub(r"\b[\w ]*\.(py|js|css|xlsx|csv)\b", "", synlig_text(vy))
        if not (engelska := sorted(set(ENGELSKA.findall(utan_kod)))):
            break
        vy.wait_for_timeout(100)
    assert engelska == []


@pytest.mark.parametrize("sida", SIDOR)
def test_exempeldata_sags_rent_ut_pa_varje_sida(sida: str, besok):
    banner = besok(sida).sida.locator(".km-banner")
    assert "Exempeldata" in banner.inner_text()
    assert "publicerat" in banner.inner_text()


@pytest.mark.parametrize("sida", SIDOR)
def test_inget_sticker_ut_at_sidan_pa_en_telefon(sida: str, besok):
    vy = besok(sida).sida
    vy.set_viewport_size({"width": 390, "height": 844})
    vy.wait_for_function("document.documentElement.scrollWidth <= 390")
    huvud = vy.locator('[data-testid="stMain"]').element_handle()
    vy.wait_for_function("n => n.scrollWidth <= n.clientWidth + 1", arg=huvud)


def test_tom_arbetsyta_sager_vad_man_gor(tmp_path: Path, starta_app, ny_lasare):
    with starta_app(tmp_path / "tom") as adress, ny_lasare(adress) as lasare:
        vy = lasare.ga_till("")
        assert "Läs in en Excel- eller CSV-fil" in vy.locator('[data-testid="stMain"]').inner_text()
        assert vy.locator(".km-banner").count() == 0
        vy.get_by_role("link", name="Gå till Ladda upp").click()
        vy.get_by_role("heading", name="Ladda upp", level=1).wait_for()
