"""Headings in several rows and merged cells, hidden sheets and rows, values that stand once for several."""

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from tests.ingest.filer import Rader, csv_text, felrader, las, rader, xlsx


def arbetsbok(rader_: Rader, sammanfogade: Sequence[str] = (), dolda_rader: Sequence[int] = ()) -> bytes:
    """A workbook with one sheet; each range in `sammanfogade` is merged with the value of its first cell."""
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True})
    ark = bok.add_worksheet("Blad1")
    for i, rad in enumerate(rader_):
        for j, cell in enumerate(rad):
            if cell not in (None, ""):
                ark.write(i, j, cell)
    for omrade in sammanfogade:
        rad, kolumn = xlsxwriter.utility.xl_cell_to_rowcol(omrade.split(":")[0])
        ark.merge_range(omrade, rader_[rad][kolumn])
    for rad in dolda_rader:
        ark.set_row(rad - 1, None, None, {"hidden": True})
    bok.close()
    return ut.getvalue()


UTREDNING = ["Ärendenr", "Ålder", "Enhet", "Inledd", "Avslutad"]


def test_varden_i_sammanfogade_celler_galler_exakt_sina_rader():
    tabell = [
        UTREDNING,
        ["U-1", 9, "Norr", "2023-01-31", ""],
        ["U-2", 9, "", "2023-01-31", ""],
        ["U-3", 9, "", "2023-01-31", ""],
        ["U-4", 9, "Syd", "2023-01-31", ""],
        ["U-5", 9, "", "2023-01-31", ""],
    ]
    inlasning = las(arbetsbok(tabell, ["C2:C3"]))
    assert [r["enhet"] for r in rader(inlasning)] == ["Norr", "Norr", None, "Syd", None]
    [varning] = [w for w in inlasning.warnings if "tom på" in w]
    assert "2\u00a0rader" in varning


def test_en_rad_som_bara_har_en_sammanfogad_cell_ar_tom():
    tabell = [
        UTREDNING,
        ["U-1", 9, "Norr", "2023-01-31", ""],
        ["", "", "", "", ""],
        ["U-2", 9, "Syd", "2023-01-31", ""],
    ]
    inlasning = las(arbetsbok(tabell, ["C2:C3"]))
    assert [r["enhet"] for r in rader(inlasning)] == ["Norr", "Syd"]


def test_rubriker_i_tva_rader_dar_grupper_ar_sammanfogade_over_sina_kolumner():
    tabell = [
        ["Avslutade utredningar barn", "", "", "", ""],
        ["Ärendenr", "Kön", "Utredning", "", "Insats", ""],
        ["", "", "Inledd", "Avslutad", "Inledd", "Avslutad"],
        ["U-1", "K", "2023-01-31", "2023-03-31", "2023-04-01", "2023-12-31"],
    ]
    sammanfogat = ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"]
    [rad] = rader(las(arbetsbok(tabell, sammanfogat)))
    assert (rad["kon"], rad["inledd"], rad["avslutad"]) == ("flickor", date(2023, 1, 31), date(2023, 3, 31))


def test_grupper_ovanfor_rubrikerna_i_en_textfil():
    tabell = [
        ["", "", "Utredning", "", "Insats", ""],
        ["Ärendenr", "Ålder", "Inledd", "Avslutad", "Inledd", "Avslutad"],
        ["U-1", "9", "2023-01-31", "2023-03-31", "2023-04-01", "2023-12-31"],
    ]
    inlasning = las(csv_text(tabell).encode(), "export.csv")
    [rad] = rader(inlasning)
    assert (rad["inledd"], rad["avslutad"]) == (date(2023, 1, 31), date(2023, 3, 31))


def test_rubriker_i_tre_rader_med_hundratals_sammanfogade_celler():
    """Three levels over four columns, and every second cell below merged with the one under it."""
    tabell = [
        ["Ärende", "", "Tider", ""],
        ["Nummer", "Person", "Utredning", ""],
        ["Ärendenr", "Ålder", "Inledd", "Avslutad"],
        *([f"U-{n}" if n % 2 == 0 else "", 9, "2023-01-31", "2023-02-28"] for n in range(380)),
    ]
    par = [f"A{n}:A{n + 1}" for n in range(4, 384, 2)]
    inlasning = las(arbetsbok(tabell, ["A1:B1", "C1:D1", "C2:D2", *par]))
    assert inlasning.rows_read == 380
    assert not inlasning.faults


def test_rubriker_med_udda_blanktecken_kanns_igen():
    rubriker = ["Ärende-\u00ad nr", " Ål\u00adder\u00a0", "In ledd", "Avslutad\n datum"]
    inlasning = las({"Blad1": [rubriker, ["U-1", 9, "2023-01-31", "2023-02-28"]]})
    assert rader(inlasning)[0]["avslutad"] == date(2023, 2, 28)


def test_rubrikraden_far_sta_pa_rad_50_men_inte_langre_ned():
    rad = ["U-1", 9, "Norr", "2023-01-31", ""]
    assert rader(las({"Blad1": [*[["text"]] * 49, UTREDNING, rad]}))
    assert las({"Blad1": [*[["text"]] * 50, UTREDNING, rad]}).refused


def test_ett_dolt_blad_av_samma_slag_lases_inte_men_namns():
    rad = ["U-1", 9, "Norr", "2023-01-31", ""]
    inlasning = las(xlsx({"Nu": [UTREDNING, rad], "Förra året": [UTREDNING, rad]}, dolda=["Förra året"]))
    assert inlasning.rows_read == 1
    [varning] = [w for w in inlasning.warnings if "dolt blad" in w]
    assert "«Förra året»" in varning


def test_star_allt_pa_ett_dolt_blad_sags_det():
    rad = ["U-1", 9, "Norr", "2023-01-31", ""]
    [fel] = felrader(las(xlsx({"Info": [["Hej"]], "Data": [UTREDNING, rad]}, dolda=["Data"])))
    assert "dolt blad" in fel
    assert "«Data»" in fel


def test_dolda_rader_raknas_med_och_namns():
    tabell = [UTREDNING, *([f"U-{n}", 9, "Norr", "2023-01-31", ""] for n in range(4))]
    inlasning = las(arbetsbok(tabell, dolda_rader=[3, 4]))
    assert inlasning.rows_loaded == 4
    assert [w for w in inlasning.warnings if "2\u00a0dolda rader" in w]


def test_summor_per_grupp_ar_kontrollvarden_och_inga_arenden():
    tabell = [
        ["Enhet", "Ärendenr", "Ålder", "Inledd", "Avslutad"],
        ["Norr", "U-1", 9, "2023-01-31", ""],
        ["Norr", "U-2", 9, "2023-01-31", ""],
        ["Norr Totalt", 2],
        ["Syd", "U-3", 9, "2023-01-31", ""],
        ["Summa Syd", 2],
        ["Totalsumma", 3],
    ]
    inlasning = las({"Blad1": tabell})
    assert len(rader(inlasning)) == 3
    assert [(k.cell, k.publicerat, k.beraknat) for k in inlasning.kontroller] == [
        ("B4", 2, 2),
        ("B6", 2, 1),
        ("B7", 3, 3),
    ]


def test_ett_antal_ovanfor_tabellen_jamfors_med_raderna():
    tabell = [
        ["Riskanalys 2023"],
        ["Kritisk Medium Totalt: 7"],
        ["Risk", "Sannolikhet", "Konsekvens"],
        ["Brand", 1, 5],
    ]
    [kontroll] = las({"Blad1": tabell}).kontroller
    assert (kontroll.publicerat, kontroll.beraknat) == (7, 1)


def test_datum_med_manaden_forst_ar_ett_fel_for_hela_kolumnen():
    """05/07/2023 beside 05/13/2023 is the seventh of May: read as Swedes do, it would be wrong."""
    tabell = [
        UTREDNING,
        ["U-1", 9, "", "05/07/2023", ""],
        ["U-2", 9, "", "05/13/2023", ""],
        ["U-3", 9, "", "2023-05-14", ""],
    ]
    inlasning = las({"Blad1": tabell}, skip_faulty_rows=True)
    fel = next(f for f in inlasning.faults if "månad/dag/år" in f.message)
    assert (fel.cell, "2\u00a0datum" in fel.hint) == ("D3", True)
    assert [r["inledd"] for r in rader(inlasning)] == [date(2023, 5, 14)]


def test_bara_en_manad_ar_inget_datum():
    [fel] = las({"Blad1": [UTREDNING, ["U-1", 9, "", "mars -23", ""]]}).faults
    assert "väntade ett datum" in fel.message


def test_fragor_som_rubriker_blir_en_rad_per_svar_och_fritext_lases_aldrig():
    tabell = [
        ["Granskning: Dokumentation 2023", "", "", ""],
        ["Ärendenr", "Är planen aktuell?", "Vad fungerade bra?", "Är barnet hört?"],
        ["G-1", "Ja", "Allt som hänt i familjen", "Nja"],
        ["G-2", "Nej", "Inget", "ja"],
        ["G-3", "Nej", "Ja", ""],
    ]
    inlasning = las({"Blad1": tabell})
    assert [(f.cell, f.column) for f in inlasning.faults] == [("D3", "Är barnet hört?")]
    tabell[2][3] = "nej"
    inlasning = las({"Blad1": tabell})
    svar = [(r["fraga"], r["svar"], r["kolumn"]) for r in rader(inlasning)]
    assert svar == [
        ("Är planen aktuell?", "ja", "B"),
        ("Är barnet hört?", "nej", "D"),
        ("Är planen aktuell?", "nej", "B"),
        ("Är barnet hört?", "ja", "D"),
        ("Är planen aktuell?", "nej", "B"),
        ("Är barnet hört?", None, "D"),
    ]
    assert [w for w in inlasning.warnings if "fritext" in w and "Vad fungerade bra?" in w]
    assert "familjen" not in str(inlasning)


def test_grupper_med_egna_summor_i_en_pivottabell_avgors_av_totalen():
    tabell = [
        ["Tyck till 2025"],
        ["Radetiketter", "Antal av Ärendenr"],
        ["Park", 5],
        ["Utegym", 3],
        ["Bänkar", 2],
    ]
    grupper = las({"Blad1": [*tabell, ["Totalsumma", 5]]})
    assert [(r["kategori"], r["underkategori"], r["antal"]) for r in rader(grupper)] == [
        ("Park", "Utegym", 3),
        ("Park", "Bänkar", 2),
    ]
    platt = las({"Blad1": [*tabell, ["Totalsumma", 10]]})
    assert [(r["kategori"], r["antal"]) for r in rader(platt)] == [("Park", 5), ("Utegym", 3), ("Bänkar", 2)]
    assert all(k.stammer for k in (*grupper.kontroller, *platt.kontroller))
    [fel] = las({"Blad1": tabell}).faults
    assert "ingår i summan" in fel.message


def test_samma_underrubrik_i_tva_grupper_ar_tva_rader():
    tabell = [
        ["2025"],
        ["Radetiketter", "Antal av Kategori"],
        ["Park", None],
        ["Övrigt", 3],
        ["Gator", None],
        ["Övrigt", 2],
    ]
    fick = rader(las({"Blad1": tabell}))
    assert [(r["kategori"], r["underkategori"], r["antal"]) for r in fick] == [
        ("Park", "Övrigt", 3),
        ("Gator", "Övrigt", 2),
    ]
    assert len({r["nyckel"] for r in fick}) == 2


def test_en_rubrik_som_visar_att_filen_ar_nagot_annat_avgor():
    """Closed cases with their reason also have the dates that an investigation has."""
    tabell = [
        ["Ärendenr", "Ålder", "Inledd", "Avslutad", "Avslutsorsak"],
        ["E-1", 40, "2023-01-31", "2023-02-28", "Arbete"],
    ]
    inlasning = las({"Blad1": tabell})
    assert inlasning.profil.tabell == "avslut"
    assert rader(inlasning)[0]["orsak"] == "Arbete"


def test_flera_slags_datum_och_perioder_i_en_periodkolumn():
    """The year before and after a tertial, a quarter, a month and a kvalitetsår, each in its own row."""
    former = {
        "T1 2025": ("2025-01-01", "2025-04-30"),
        "kv 2 2025": ("2025-04-01", "2025-06-30"),
        "mars -25": ("2025-03-01", "2025-03-31"),
        "2025-07": ("2025-07-01", "2025-07-31"),
        "2024/2025": ("2024-09-01", "2025-08-31"),
        "2025": ("2025-01-01", "2025-12-31"),
    }
    tabell = [["Avslutsorsak", "Antal", "Period"], *(["Arbete", 5, form] for form in former)]
    fick = [(str(r["period_start"]), str(r["period_end"])) for r in rader(las({"Blad1": tabell}))]
    assert fick == list(former.values())
    [fel] = las({"Blad1": [*tabell, ["Arbete", 5, "hösten"]]}).faults
    assert "väntade en period" in fel.message
