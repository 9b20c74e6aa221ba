"""A new reader's four questions, each answered from Översikt in at most four clicks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

FLEST = 4
"""So many clicks a reader has patience for."""


class Vag:
    """A reader's way from Översikt: every click is counted."""

    def __init__(self, lasare):
        self.lasare, self.sida, self.klick = lasare, lasare.sida, 0

    def klicka(self, mal: Locator) -> None:
        """Press what is seen, and wait until the page stands still."""
        expect(mal).to_be_visible()
        mal.click()
        self.klick += 1
        self.lasare.ritad()

    def meny(self, grupp: str, titel: str) -> None:
        """Open a part of the menu and choose a page there."""
        self.klicka(self.sida.get_by_test_id("stTopNavSection").filter(has_text=grupp))
        self.klicka(self.sida.locator("header a, [role=menuitem]").filter(has_text=titel).first)
        self.framme(titel)

    def framme(self, titel: str) -> None:
        """The page has come."""
        self.sida.get_by_role("heading", name=titel, level=1).wait_for()
        self.lasare.ritad()

    def sagt(self, *ord_: str) -> None:
        """The answer stands there, after no more clicks than there is patience for."""
        for mening in ord_:
            traffar = self.sida.locator('[data-testid="stMain"]').get_by_text(mening).filter(visible=True)
            expect(traffar.first).to_be_visible()
        assert self.klick <= FLEST


@pytest.fixture(scope="module")
def besokare(adress: str, ny_lasare) -> Iterator:
    """One window for all the questions."""
    with ny_lasare(adress) as lasare:
        lasare.ga_till("")
        yield lasare


@pytest.fixture
def vag(besokare) -> Vag:
    """A way that begins on Översikt."""
    besokare.meny("Översikt")
    return Vag(besokare)


def matt(vag: Vag, namn: str) -> Locator:
    """The row of an indicator on Översikt."""
    return vag.sida.locator("table.km-matt tr", has=vag.sida.get_by_role("link", name=namn, exact=True))


def test_hur_har_barns_utredningstider_utvecklats_och_ar_skillnaden_mellan_konen_verklig(vag: Vag):
    vag.meny("Områden", "Utredningstider")
    vag.sagt("Barnutredningar klara inom fyra månader jul–sep 2023", "mer än vad slumpen förklarar")
    vag.sagt("Skillnad mellan könen", "högre för flickor än för pojkar, vilket kan vara slump")
    assert vag.klick == 2


def test_samma_fraga_fran_mattets_rad(vag: Vag):
    vag.klicka(matt(vag, "Barnutredningar klara inom fyra månader").get_by_role("link"))
    vag.framme("Utforska")
    vag.sagt("Jämställdhet", "högre för flickor än för pojkar, vilket kan vara slump")
    assert vag.klick == 1


def test_vilka_enheter_rapporterar_for_lite(vag: Vag):
    vag.meny("Uppgifter", "Datakvalitet")
    vag.sagt("Kan rapportera för lite 2022:", "Reception och Resursenheten")
    vag.klicka(vag.sida.get_by_role("link", name="Vilka enheter rapporterar för lite?"))
    expect(vag.sida.get_by_role("heading", name="Vilka enheter rapporterar för lite?")).to_be_in_viewport()
    expect(vag.sida.get_by_role("cell", name="Har inte rapporterat något").first).to_be_in_viewport()
    vag.sagt("Har inte rapporterat något")


def test_vad_beslutade_vi_forra_gangen_och_hjalpte_det(vag: Vag):
    vag.meny("Möte", "Ledningsgrupp")
    vag.sagt("Vad blev det av förra mötets beslut?", "Handlingsplan i mottagningsgruppen", "Hjälpte det?")
    vag.sagt("Ökningen på 43,1 procentenheter är mer än slumpen")
    assert vag.klick == 2


def test_var_kommer_72_4_procent_ifran(vag: Vag):
    rad = matt(vag, "Klienter med aktuell förändringsplan")
    expect(rad).to_contain_text("72,4")
    vag.klicka(rad.get_by_role("link"))
    vag.framme("Utforska")
    vag.sagt("7 av 10 (199 av 275)", "Ärendelistan för ekonomiskt bistånd", "Var kommer 72,4")
    vag.sagt("de av dem som har en aktuell förändringsplan")
    vag.klicka(vag.sida.get_by_role("link", name="Så räknas det"))
    vag.framme("Så räknas det")
    vag.sagt("Klienter med aktuell förändringsplan", "Räkneexempel")


def arbete(sida) -> float:
    """Which part of the time the page works in the browser."""
    matvarden = sida.context.new_cdp_session(sida)
    matvarden.send("Performance.enable")
    before = {m["name"]: m["value"] for m in matvarden.send("Performance.getMetrics")["metrics"]}
    sida.wait_for_timeout(1000)
    after = {m["name"]: m["value"] for m in matvarden.send("Performance.getMetrics")["metrics"]}
    return after["TaskDuration"] - before["TaskDuration"]


def test_en_sida_som_ar_ritad_vilar(vag: Vag):
    """A chart that is drawn over and over is not seen, but takes a core of the reader's machine."""
    for titel in ("Utredningstider", "Lex Sarah", "Fritid"):
        vag.meny("Områden", titel)
        vag.sida.wait_for_timeout(1500)
        assert arbete(vag.sida) < 0.5, titel
