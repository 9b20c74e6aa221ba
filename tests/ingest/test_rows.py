"""From a sheet to its rows: what is a record, what is a total, what is a note, and where it stands."""

from datetime import date, datetime

import pytest

from kvalitet_metrics.ingest.profiles import PROFILER
from tests.ingest.filer import felrader, las, rader, ritat, xlsx

UTREDNING = """
    Rapport: Avslutade utredningar barn och unga | |            |            |
    Ärendenr | Enhet | Handläggare | Inledd     | Avslutad
"""


def utredningar(rad: str) -> str:
    """The drawn rows under the heading of finished investigations (children)."""
    return UTREDNING + rad


def test_riktiga_datumceller_text_och_lopnummer_blandade_i_en_kolumn():
    blad = {
        "Blad1": [
            ["Ärendenr", "Ålder", "Inledd", "Avslutad"],
            ["U-1", 11, date(2023, 7, 5), datetime(2023, 8, 1, 8, 14)],
            ["U-2", 12.0, 45112, "1 augusti 2023"],
            ["U-3", "13", "2023-07-05", "20230801"],
        ]
    }
    vantat = [(date(2023, 7, 5), date(2023, 8, 1))] * 3
    assert [(r["inledd"], r["avslutad"]) for r in rader(las(blad))] == vantat
    fran_1904 = las(xlsx({"Blad1": blad["Blad1"][:2]}, date_1904=True))
    assert [(r["inledd"], r["avslutad"]) for r in rader(fran_1904)] == vantat[:1]


def test_tabellen_far_borja_var_som_helst_och_felen_pekar_pa_ratt_cell():
    blad = {
        "Blad1": [[]] * 4
        + [[None] * 3 + r for r in (["Ärendenr", "Ålder", "Inledd", "Avslutad"], ["U-1", 9, "x", None])]
    }
    [fel] = las(blad).faults
    assert (fel.sheet, fel.cell, fel.column) == ("Blad1", "F6", "Inledd")


def test_tomma_rader_upprepade_rubriker_totalrad_och_fotnot_ar_inga_arenden():
    inlasning = las(
        utredningar("""
    U-1      | Norr  | A           | 2023-01-31 | 2023-05-31
             |       |             |            |
    ÄRENDENR | Enhet | Handläggare | Inledd     | Avslutad
    U-2      | Norr  | A           | 2023-01-31 | 2023-05-31
    Totalt   | 2     |             |            |
             |       |             |            |
    Källa: Treserva, uttag den 12 april | | | |
    * Preliminära uppgifter | | | |
    """)
    )
    assert len(rader(inlasning)) == inlasning.rows_read == 2
    assert [w for w in inlasning.warnings if "Text under tabellen" in w and "rad 9, 10" in w]


@pytest.mark.parametrize(
    "ensam", ["| | | 2023-02-01 |", "U-9 | | | |", "| | A | |", "Enheten | | | |", "Obestämt ärende | | | |"]
)
@pytest.mark.parametrize("plats", ["mitt i", "sist"])
def test_en_rad_med_en_enda_ifylld_cell_forsvinner_aldrig_tyst(ensam: str, plats: str):
    full = "    U-1 | Norr | A | 2023-01-31 | 2023-05-31\n"
    efter = full.replace("U-1", "U-2") if plats == "mitt i" else ""
    inlasning = las(utredningar(full + "    " + ensam + "\n" + efter))
    assert any(f.cell and f.cell.endswith("4") for f in inlasning.faults), "raden ska synas som fel"


def test_en_not_mitt_i_tabellen_blir_ett_fel_och_inte_en_tyst_rad():
    inlasning = las(
        utredningar("    U-1|Norr|A|2023-01-31|\n    Källa: Treserva||||\n    U-2|Norr|A|2023-01-31|\n")
    )
    assert [f.cell for f in inlasning.faults] == ["D4"]


def test_pagaende_forhandsbedomningar_sist_i_bladet_raknas():
    """Only the date is filled in so far; the row is a record, not a note under the table."""
    inlasning = las("""
        Statistik 2023 | Enhet: Enheten för barn och unga |     |          |
        Inkom datum    | Initialer                        | Kön | Anm/Ans  | FB klar
        2023-01-02     | A                                | F   | Anm      | 2023-01-16
        2023-01-03     |                                  |     |          |
        4 januari 2023 |                                  |     |          |
    """)
    assert [r["inkom"].day for r in rader(inlasning)] == [2, 3, 4]


def test_totalraden_jamfors_med_raderna_och_raknas_aldrig():
    rubrik = "Period: 2023 | | |\nArbetsgrupp | Aktuella | Samverkat | Andel\n"
    rubrik += "Beroende | 43 | 31 | 72 %\nVåld | 20 | 10 | 50 %\n"
    stammer = las(rubrik + "Totalt | 63 | 41 | 65 %")
    assert sum(r["aktuella"] for r in rader(stammer)) == 63
    assert [k.stammer for k in stammer.kontroller if k.kolumn in ("Aktuella", "Samverkat")] == [True, True]
    assert stammer.warnings == []
    felaktig = las(rubrik + "Summa: | 65 | 41 |")
    assert sum(r["aktuella"] for r in rader(felaktig)) == 63
    [varning] = felaktig.warnings
    assert "B5" in varning
    assert "65" in varning
    assert "63" in varning


def test_blankt_noll_och_streck_ar_olika_saker_i_en_lista():
    inlasning = las("""
        Period: 2023 | | |
        Arbetsgrupp  | Aktuella | Samverkat | Andel
        Ett          | 0        | Inga      | -
        Två          |          | -         | ..
        Tre          | 7        | 1  st     | 74
    """)
    assert [(r["aktuella"], r["samverkat"]) for r in rader(inlasning)] == [(0, 0), (None, None), (7, 1)]


def test_ett_streck_i_en_datumkolumn_ar_inget_datum_men_i_en_obligatorisk_ett_fel():
    inlasning = las(utredningar("    U-1 | Norr | A | 2023-01-31 | –\n"))
    assert rader(inlasning)[0]["avslutad"] is None
    [fel] = las(utredningar("    U-1 | Norr | A | – | 2023-01-31\n")).faults
    assert fel.column == "Inledd"


def test_excelfel_i_en_cell_ar_inte_en_tom_cell():
    rubrik = ["Ärendenr", "Ålder", "Inledd", "Avslutad", "Utredningstid"]
    blad = {
        "Blad1": [
            rubrik,
            ["U-1", 9, "2023-01-31", "=1/0", "=1/0"],
            ["U-2", 9, "2023-01-31", "2023-02-28", 28],
        ]
    }
    [fel] = las(blad).faults
    assert (fel.cell, fel.column) == ("D2", "Avslutad")
    assert "fel i Excel" in fel.message
    utan = las(blad, skip_faulty_rows=True)
    assert (utan.rows_loaded, utan.rows_skipped) == (1, 1)


def test_rubriker_med_radbrytning_mjukt_bindestreck_och_parentes_kanns_igen():
    blad = {
        "Blad1": [
            ["Ärende-\nnr", "Ålder\n(år)", "In\u00adledd:", "Avslutad\u00a0datum *"],
            ["U-1", 9, "2023-01-31", None],
        ]
    }
    assert rader(las(blad))[0]["inledd"] == date(2023, 1, 31)


def test_enhet_ovanfor_tabellen_galler_alla_rader_som_inte_sager_annat():
    for over in (["Enhet: Enheten för vuxna"], ["Enhet:", "Enheten för vuxna"]):
        rubrik = ["Ärendenr", "Ålder", "Inledd", "Avslutad", "Enhet"]
        rad = ["1", 40, "2023-01-31", ""]
        blad = {"Blad1": [over, rubrik, [*rad, ""], [*rad, "Norr"]]}
        assert [r["enhet"] for r in rader(las(blad))] == ["Enheten för vuxna", "Norr"]


def test_identiska_rader_utan_initialer_ar_olika_barn():
    rad = "    2023-01-02 | {} | F | Anm | 2023-01-16\n"
    huvud = "    Mottagningsgruppen 2023 | | | |\n    Inkom datum | Initialer | Kön | Anm/Ans | FB klar\n"
    assert len(rader(las(huvud + rad.format("") * 3))) == 3
    upprepad = las(huvud + rad.format("AB") * 3)
    assert len(rader(upprepad)) == 1
    assert "upprepning" in " ".join(upprepad.warnings)


def test_syskon_med_samma_arendenummer_ar_tva_arenden_och_en_upprepad_rad_ett():
    inlasning = las(
        utredningar("""
    U-1 | Norr | A | 2023-01-31 | 2023-05-31
    U-1 | Norr | A | 2023-01-31 | 2023-06-30
    U-1 | Norr | A | 2023-01-31 | 2023-05-31
    """)
    )
    assert len({r["nyckel"] for r in rader(inlasning)}) == 2


def test_nyckeln_ar_densamma_nar_numret_star_som_text_eller_tal():
    blad = [["Ärendenr", "Ålder", "Inledd", "Avslutad"], ["2023004512", 9, "2023-01-31", None]]
    som_text = rader(las({"Blad1": blad}))
    blad[1][0] = 2023004512
    assert [r["nyckel"] for r in rader(las({"Blad1": blad}))] == [r["nyckel"] for r in som_text]
    assert "2023004512" not in str(som_text)


def test_alla_blad_med_samma_rubriker_lases():
    rubrik = ["Ärendenr", "Ålder", "Inledd", "Avslutad"]
    inlasning = las(
        {m: [rubrik, [m, 9, "2023-01-31", None]] for m in ("Jan", "Feb")} | {"Summering": [["Antal", 2]]}
    )
    assert sorted(r["blad"] for r in rader(inlasning)) == ["Feb", "Jan"]


def test_ett_blad_dar_en_rubrik_ar_felskriven_forsvinner_inte_tyst():
    rubrik = ["Inkom datum", "Initialer", "Kön", "Anm/Ans", "FB klar"]
    rad = ["2023-01-02", "A", "F", "Anm", "2023-01-16"]
    blad = {
        "Jan": [rubrik, rad],
        "Feb": [[*rubrik[:4], "FB klart"], rad],
        "Summering": [["Månad", "Inkom", "Klar"]],
    }
    [fel] = las(blad).faults
    assert fel.sheet == "Feb"
    assert "«FB klar»" in fel.message
    assert "«FB klart»" in fel.hint


def test_felen_ar_fa_aven_nar_en_regel_galler_varje_rad():
    rader_ = "\n".join(f"    Grupp {i} | {i} | 0 |" for i in range(1, 40))
    texter = felrader(las("    Arbetsgrupp | Aktuella | Samverkat | Andel\n" + rader_))
    assert len(texter) == 1
    assert "period" in texter[0]
    assert "alla 39 rader" in texter[0].replace("\u00a0", " ")


def test_samma_rubrik_over_tva_kolumner_ar_ett_fel_i_stallet_for_en_gissning():
    rubrik = ["Ärendenr", "Ålder", "Inledd", "Avslutad", "Avslutad"]
    blad = {"Blad1": [rubrik, ["U-1", 9, "2023-01-31", "2023-02-28", "2024-01-01"]]}
    inlasning = las(blad, skip_faulty_rows=True)
    assert [(f.cell, f.column) for f in inlasning.faults] == [("E1", "Avslutad")]
    assert inlasning.refused


def test_rader_utan_enhet_bland_rader_med_enhet_sags_till_om():
    """A merged cell has its value in the first row only; the rest would silently belong to nobody."""
    rubrik = ["Enhet", "Ärendenr", "Ålder", "Inledd", "Avslutad"]
    rader_ = [["Norr", "U-1"], [None, "U-2"], [None, "U-3"], ["Syd", "U-4"]]
    inlasning = las({"Blad1": [rubrik, *([*r, "11 år", "2023-01-31", None] for r in rader_)]})
    assert [r["enhet"] for r in rader(inlasning)] == ["Norr", None, None, "Syd"]
    [varning] = inlasning.warnings
    assert "«Enhet» är tom på 2\u00a0rader" in varning
    assert "sammanfogade" in varning


@pytest.mark.parametrize("id", PROFILER)
@pytest.mark.parametrize("antal_rader", [1, 2, 3])
def test_en_avbruten_exempelfil_far_ett_fel_och_inget_annat(id: str, antal_rader: int):
    """Only the first rows of an export: titles alone, headings alone, headings and the first records."""
    blad = ritat(PROFILER[id].exempel)
    forsta = next(iter(blad))
    inlasning = las(blad | {forsta: blad[forsta][:antal_rader]})
    assert bool(inlasning.tabeller) != bool(inlasning.faults)


def test_en_granskning_utan_fragor_sager_vad_en_fraga_ar():
    inlasning = las("Ärendenr | Granskad | Grupp | Fråga 1\nA-1 | 2023-05-02 | Norr | fritext om annat")
    assert "Ingen kolumn är en fråga" in inlasning.faults[0].message
