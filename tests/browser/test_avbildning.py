"""A file that no profile knows is described in the app, loaded, and known the next time."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Download, Page

from kvalitet_metrics import Workspace

MATT = "utforska?indikator=nyckeltal_varde&period=manad"


def fil(namn: str, *rader: str) -> dict:
    """A file with semicolons, as the browser gets it."""
    return {"name": namn, "mimeType": "text/csv", "buffer": "\n".join(rader).encode()}


def manad(nr: int) -> dict:
    """A month's table of two counts per unit, with a total under a name of its own."""
    besok = [("Norr", 100 + nr, 20), ("Syd", 300, 30 + nr), ("Väst", 50, 5)]
    hela = ("Hela länet", sum(b[1] for b in besok), sum(b[2] for b in besok))
    rader = [f"2023-0{nr};{enhet};{alla};{over}" for enhet, alla, over in (*besok, hela)]
    rubriker = "Månad;Mottagning;Besök;Varav över 4 h"
    return fil(f"akuten_{nr}.csv", "Akutens väntetider;;;", ";;;", rubriker, *rader)


@pytest.fixture
def tom(starta_app, ny_lasare, tmp_path: Path) -> Iterator:
    """A reader before an empty workspace."""
    with starta_app(tmp_path / "yta") as adress, ny_lasare(adress) as lasare:
        yield lasare


def slapp(lasare, fil: dict) -> Page:
    """Drop a file and wait until it is looked through."""
    lasare.ga_till("ladda_upp")
    lasare.sida.locator('input[type="file"]').first.set_input_files(fil)
    lasare.sida.get_by_role("heading", name=fil["name"]).wait_for()
    lasare.ritad()
    return lasare.sida


def tryck(lasare, namn: str) -> None:
    """Press a button and wait."""
    lasare.sida.get_by_role("button", name=namn).click()
    lasare.ritad()


def valj(lasare, etikett: str, val: str) -> None:
    """Choose in a box."""
    lasare.sida.get_by_label(etikett).first.click()
    lasare.sida.get_by_role("option", name=val, exact=True).click()
    lasare.ritad()


def hamtad(hamtning: Download, mapp: Path) -> openpyxl.Workbook:
    """A workbook that the page offered."""
    hamtning.save_as(mapp / "hamtad.xlsx")
    return openpyxl.load_workbook(mapp / "hamtad.xlsx")


def test_en_okand_manadstabell_beskrivs_en_gang_och_kanns_igen_nasta_manad(tom, tmp_path: Path):
    sida = slapp(tom, manad(1))
    assert sida.locator(".km-fel-lista li").count() >= 1
    sida.get_by_text("Beskriv filen", exact=True).click()
    sida.get_by_text("Steg 1 av 5").wait_for()
    assert sida.locator(".km-rubrikrad").first.inner_text() == "Månad", "den föreslagna rubrikraden är märkt"
    tryck(tom, "Nästa: vad kolumnerna är")
    assert "Täljare" in sida.get_by_label("Kolumnen Varav över 4 h är").first.input_value()
    tryck(tom, "Nästa: perioder och värden")
    sida.get_by_role("textbox", name="Vad heter andelen?").fill("Väntat över fyra timmar")
    sida.get_by_role("textbox", name="Vad heter andelen?").press("Enter")
    tom.ritad()
    assert sida.get_by_role("textbox", name="Namn på rader").input_value() == "Hela länet"
    tryck(tom, "Nästa: så blir det")
    siffror = sida.locator(".km-tabell tr", has_text="jan 2023").inner_text()
    assert ("56" in siffror, "451" in siffror) == (True, True)
    assert "✓ Stämmer. 2\u00a0kontrollsummor" in sida.locator(".km-dom").first.inner_text()
    tryck(tom, "Nästa: namn och inläsning")
    tryck(tom, "Spara profilen och läs in filen")
    sida.get_by_text("Inläst: akuten_1.csv").wait_for()

    sida = slapp(tom, manad(2))
    assert "Akutens väntetider" in sida.locator('[data-testid="stMain"]').inner_text()
    tryck(tom, "Läs in 1")
    sida.get_by_text("Inläst: akuten_2.csv").wait_for()
    tom.ritad()
    sida.get_by_text("Egna profiler (1)").click()
    sida.get_by_text("2 inlästa filer").wait_for()
    svar = Workspace(tmp_path / "yta").answer("nyckeltal_varde", "manad")
    assert [(r["taljare"], r["namnare"]) for r in svar] == [(56, 451), (57, 452)]
    assert "feb 2023" in tom.ga_till(MATT).locator(".km-rubrik h3").first.inner_text()
    assert sida.get_by_test_id("stException").count() == 0


def test_en_kand_export_under_andra_rubriker_med_personnummer_som_aldrig_visas(tom, tmp_path: Path):
    rader = [f"C-{n};701063-2391;Flicka;Norr;2024-01-{n:02};2024-0{3 + n % 5}-15" for n in range(1, 21)]
    sida = slapp(tom, fil("systemet.csv", "Case ID;Person;Kön;Unit;Opened;Closed", *rader))
    sida.get_by_text("Beskriv filen", exact=True).click()
    sida.get_by_text("Steg 1 av 5").wait_for()
    sida.get_by_text("En export som redan är känd, med andra rubriker").click()
    tom.ritad()
    valj(tom, "Vilken export?", "Avslutade utredningar")
    tryck(tom, "Nästa: vad kolumnerna är")
    for rubrik, ar in {
        "Case ID": "Ärendenr",
        "Unit": "Enhet",
        "Opened": "Inledd",
        "Closed": "Avslutad",
    }.items():
        valj(tom, f"Kolumnen {rubrik} är", ar)
    tryck(tom, "Nästa: perioder och värden")
    valj(tom, "Uppgifter som gäller hela filen och inte står i någon kolumn", "Målgrupp")
    sida.keyboard.press("Escape")
    sida.get_by_role("textbox", name="Målgrupp").fill("Barn")
    sida.get_by_role("textbox", name="Målgrupp").press("Enter")
    tom.ritad()
    tryck(tom, "Nästa: så blir det")
    tryck(tom, "Nästa: namn och inläsning")
    assert "701063" not in sida.content()
    tryck(tom, "Spara profilen och läs in filen")
    sida.get_by_text("Inläst: systemet.csv").wait_for()
    [rad] = Workspace(tmp_path / "yta").answer("utredning_barn_inom_fyra_manader")
    assert rad["namnare"] == 20


def test_raderna_med_fel_kvittot_och_profilen_gar_att_hamta(tom, tmp_path: Path):
    rubriker = "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad"
    sida = slapp(tom, fil("fel.csv", rubriker, "U-1;Barn;K;Norr;2024-01-01;2024-03-01", "U-2;Barn;K;Norr;x;"))
    with sida.expect_download() as hamtning:
        sida.get_by_role("button", name="Hämta raderna med fel som Excel").click()
    bok = hamtad(hamtning.value, tmp_path)
    assert [rad[0].value for rad in bok.worksheets[0].iter_rows(min_row=2)] == [3]
    sida.get_by_text("Läs in 1 rad utan fel").click()
    tom.ritad()
    tryck(tom, "Läs in 1 fil")
    sida.get_by_text("Inläst: fel.csv").wait_for()
    tom.ritad()
    with sida.expect_download() as hamtning:
        sida.get_by_role("button", name="Kvitto", exact=True).click()
    assert hamtad(hamtning.value, tmp_path)["Kvitto"]["B2"].value == "fel.csv"
