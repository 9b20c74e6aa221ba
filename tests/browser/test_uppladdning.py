"""A file dropped on Ladda upp changes the figure on Utforska, and undoing the load changes it back."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import expect

MATT = "utforska?indikator=utredning_barn_inom_fyra_manader"
RUBRIKER = ["Ärendenr", "Kön", "Ålder", "Enhet", "Lagrum", "Inledd", "Avslutad"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def fil(rader: list[list], namn: str = "utredningar.xlsx") -> dict:
    """An export of finished investigations as the browser gets it: title rows, headings, rows."""
    bok = openpyxl.Workbook()
    blad = bok.active
    blad.title = "Rapport"
    blad.append(["Rapport: Avslutade utredningar barn och unga"])
    blad.append(["Urval: Avslutsdatum 2024-01-01 -- 2024-12-31"])
    blad.append([])
    blad.append(RUBRIKER)
    for rad in rader:
        blad.append(rad)
    ut = BytesIO()
    bok.save(ut)
    return {"name": namn, "mimeType": XLSX, "buffer": ut.getvalue()}


def utredningar(i_tid: int, sena: int) -> list[list]:
    """So many investigations of 2024, finished in time and late."""
    start = date(2024, 2, 1)
    return [
        [f"U-{nr}", "Flicka" if nr % 2 else "Pojke", 11, "Enhet Prov", "SoL 11:1", start, slut]
        for nr, slut in enumerate(
            [start + timedelta(days=60)] * i_tid + [start + timedelta(days=200)] * sena, start=1
        )
    ]


def rubrik(lasare) -> str:
    """The sentence above the chart on Utforska."""
    lasare.ga_till(MATT)
    return lasare.sida.locator(".km-rubrik h3").first.inner_text()


def slapp(lasare, *filer: dict) -> None:
    """Drop files and wait until they are looked through."""
    lasare.ga_till("ladda_upp")
    lasare.sida.locator('input[type="file"]').set_input_files(list(filer))
    for f in filer:
        lasare.sida.get_by_role("heading", name=f["name"]).wait_for()
    lasare.ritad()


def test_en_inlast_fil_andrar_siffran_och_angra_andrar_tillbaka(lasare, exempelmapp: Path):
    fore = rubrik(lasare)
    slapp(lasare, fil(utredningar(70, 30)))
    huvud = lasare.sida.locator('[data-testid="stMain"]')
    assert "Avslutade utredningar" in huvud.inner_text()
    assert "läggs exempeldata åt sidan" in huvud.inner_text()
    lasare.sida.get_by_role("button", name="Läs in 1").click()
    lasare.sida.get_by_text("Inläst: utredningar.xlsx").wait_for()
    lasare.ritad()
    andrat = lasare.sida.locator(".km-andrat")
    assert "(70 av 100)" in andrat.inner_text(), "kvittot säger vad filen gjorde med siffrorna"
    assert "utforska?indikator=utredning_barn" in (andrat.locator("a").first.get_attribute("href") or "")
    assert "100" in huvud.get_by_text("Inläst: utredningar.xlsx").locator("..").inner_text()
    assert lasare.sida.locator(".km-banner").count() == 0, "exempeldata är lagda åt sidan"
    assert "2024: 7 av 10 (70 av 100)" in rubrik(lasare)
    lasare.ga_till("ladda_upp")
    lasare.sida.get_by_role("button", name="Ångra").first.click()
    dialog = lasare.sida.get_by_role("dialog")
    assert "Barnutredningar klara inom fyra månader" in dialog.inner_text(), "det som påverkas nämns före"
    dialog.get_by_role("button", name="Ja, ångra").click()
    lasare.sida.locator(".km-banner").wait_for()
    lasare.ritad()
    assert "(70 av 100)" in lasare.sida.locator(".km-andrat").inner_text()
    assert rubrik(lasare) == fore
    assert not list(exempelmapp.rglob("utredningar*.xlsx")), "filens innehåll sparas aldrig av sidan"


def test_fem_olika_fel_visas_med_sina_fem_celler(lasare):
    rader = utredningar(20, 0)
    rader[0][5] = "i tisdags"
    rader[3][6] = date(2023, 1, 1)
    rader[5][0] = None
    rader[7][5] = None
    rader[9][2] = "elva"
    slapp(lasare, fil(rader, "med_fel.xlsx"))
    text = lasare.sida.locator(".km-fel-lista").inner_text()
    assert lasare.sida.locator(".km-fel-lista li").count() == 5
    for cell in ("F5", "G8", "A10", "F12", "C14"):
        assert cell in text
    marken = lasare.sida.locator(".km-blad td.km-fel").all_inner_texts()
    assert sorted(marken) == sorted(["✕ i tisdags", "✕ 2023-01-01", "✕ (tom)", "✕ (tom)", "✕ elva"])
    grannar = lasare.sida.locator(".km-blad tr", has_text="i tisdags").inner_text()
    assert "Enhet Prov" in grannar, "raden syns så som den ser ut i filen"
    assert lasare.sida.get_by_role("button", name="Ingen fil kan läsas in").is_disabled()
    assert lasare.sida.get_by_text("utan fel").count() == 1, "resten kan läsas in om man väljer det"
    lasare.sida.locator(".km-fel-lista a", has_text="C14").click()
    assert lasare.sida.locator(".km-blad td:target").inner_text() == "✕ elva", "en plats leder till sin cell"


def test_flera_filer_pa_en_gang_bedoms_var_for_sig(lasare):
    trasig = {"name": "trasig.xlsx", "mimeType": XLSX, "buffer": b"inte ett kalkylblad"}
    hel = fil(utredningar(30, 5), "hel.xlsx")
    slapp(lasare, hel, trasig, hel | {"name": "hel_igen.xlsx"})
    listan = lasare.sida.locator(".km-filer")
    assert "3\xa0filer: 1 kan läsas in, 1 har fel, 1 är samma som en annan." in listan.inner_text()
    assert listan.locator("li").count() == 3
    assert lasare.sida.get_by_role("button", name="Läs in 1").is_enabled()
    assert lasare.sida.locator(".km-fel-lista li").count() == 1
    assert lasare.sida.get_by_test_id("stException").count() == 0


def test_en_fil_som_inte_kommer_fram_sager_varfor_och_gar_att_valja_igen(lasare):
    hel = fil(utredningar(30, 5), "hel.xlsx")
    pdf = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"-"}
    sida = lasare.ga_till("ladda_upp")
    sida.route("**/_stcore/upload_file/**", lambda begaran: begaran.abort("connectionreset"))
    sida.locator('input[type="file"]').set_input_files([hel, pdf])
    rutor = sida.get_by_test_id("stFileChip")
    sagt = {"hel.xlsx": "Förbindelsen bröts", "a.pdf": "Den här sortens fil går inte att läsa."}
    for namn, varfor in sagt.items():
        larm = rutor.filter(has_text=namn).get_by_role("alert")
        expect(larm).to_contain_text(varfor)
        assert larm.bounding_box()["height"] > 15, "det syns utan att man pekar"
    sida.unroute("**/_stcore/upload_file/**")
    for namn in sagt:
        sida.get_by_role("button", name=f"Ta bort {namn}").click()
        expect(rutor.filter(has_text=namn)).to_have_count(0)
    sida.locator('input[type="file"]').set_input_files([hel])
    expect(sida.get_by_role("button", name="Läs in 1")).to_be_enabled()


def test_ett_personnummer_stoppar_filen_och_visas_aldrig(lasare):
    rader = utredningar(20, 0)
    rader[2][3] = "701063-2391"
    slapp(lasare, fil(rader, "nummer.xlsx"))
    assert "D7" in lasare.sida.locator(".km-fel-lista").inner_text()
    assert "701063" not in lasare.sida.content()
    assert lasare.sida.get_by_text("utan fel").count() == 0


def test_ett_beslut_om_ett_namn_sager_vilka_siffror_som_andrades(lasare):
    sida = lasare.ga_till("ladda_upp")
    sida.get_by_label("«Miljöverket» betyder").fill("Miljöförv")
    sida.get_by_role("option", name="Miljöförvaltningen").click()
    sida.get_by_role("button", name="Räkna som «Miljöförvaltningen»").click()
    andrat = sida.locator(".st-key-km-andrat")
    andrat.wait_for()  # the database is built anew
    expect(andrat).to_contain_text("När «Miljöverket» började räknas som «Miljöförvaltningen»")
    expect(andrat).to_contain_text("1 mått fick andra siffror per avsändare")
    expect(andrat.get_by_role("row").nth(1)).to_contain_text("Tillsyn och granskningar · Miljöförvaltningen")
    assert "dela=avsandare" in (andrat.locator("a").first.get_attribute("href") or "")
    lasare.ritad()
    sida.get_by_text("Beslut om namn").click()
    sida.get_by_role("button", name="Ta tillbaka").first.click()
    expect(andrat).to_contain_text("När beslutet om «Miljöverket» togs tillbaka")
    expect(sida.get_by_label("«Miljöverket» betyder")).to_be_visible()
