"""Tables with labels down and values across: blocks, totals, tertials, and what is missing and why."""

from datetime import date

from tests.conftest import rutor
from tests.ingest.filer import las, rader

HUVUD = "    Klagomål/synpunkter/kategorier | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall\n"


def ils(block: str, period: str = "Period: 2023") -> str:
    """A drawn ILS sheet: a title row for the period, then the blocks; `--` stands for the heading row."""
    return f"    ILS-webb | | | |\n    {period} | | | |\n" + block.replace("    --\n", HUVUD)


def fyllda(inlasning) -> list[tuple]:
    """Type, category, last month and count of the rows that hold a number."""
    return [
        (r["typ"], r["kategori"], r["period_end"].month, r["antal"])
        for r in rader(inlasning)
        if r["antal"] is not None
    ]


def test_flera_block_pa_ett_blad_halls_isar_av_sina_titlar():
    inlasning = las(
        ils("""    Klagomål | | | |
    --
    Bemötande | 1  st | 2 | 3 | 6
    Information | | | |
    Totalt | 1 | 2 | 3 | 6
    Beröm | | | |
    --
    Bemötande | | 4 | Inga | 4
    Information | | | |
    Från vem? | | | |
    --
    Brukare/patient | 5 | | | 5
    """)
    )
    assert fyllda(inlasning) == [
        ("klagomål", "Bemötande", 4, 1),
        ("klagomål", "Bemötande", 8, 2),
        ("klagomål", "Bemötande", 12, 3),
        ("beröm", "Bemötande", 8, 4),
        ("beröm", "Bemötande", 12, 0),
        ("klagomål/synpunkt", None, 4, 5),
    ]
    assert [k.stammer for k in inlasning.kontroller] == [True] * len(inlasning.kontroller)
    tomma = {(r["typ"], r["kategori"]) for r in rader(inlasning) if r["saknas"] == "tom"}
    assert {("klagomål", "Information"), ("beröm", "Information")} <= tomma
    assert not {r["kategori"] for r in rader(inlasning)} & {"Beröm", "Från vem?", "Totalt"}


def test_tomt_noll_streck_och_prickar_forblir_olika_saker():
    inlasning = las("""
        Nyckeltal | 2019 | 2020 | 2021 | 2022 | 2023
        Lovenkäter | 0 | | - | .. | Inga
        Gruppenkäter | 1 075 | 72,4 % | <5 | * | −3
    """)
    vantat = rutor("""
        kategori     | ar   | matt   | saknas
        Lovenkäter   | 2019 | 0.0    |
        Lovenkäter   | 2020 |        | tom
        Lovenkäter   | 2021 |        | saknas
        Lovenkäter   | 2022 |        | sekretess
        Lovenkäter   | 2023 | 0.0    |
        Gruppenkäter | 2019 | 1075.0 |
        Gruppenkäter | 2020 | 0.724  |
        Gruppenkäter | 2021 |        | dold
        Gruppenkäter | 2022 |        | för få svar
        Gruppenkäter | 2023 | -3.0   |
    """)
    fick = [
        {
            "kategori": r["kategori"],
            "ar": str(r["period_start"].year),
            "matt": None if r["matt"] is None else str(r["matt"]),
            "saknas": r["saknas"],
        }
        for r in rader(inlasning)
    ]
    assert fick == vantat


def test_ackumulerade_tertial_raknas_om_och_kontrollsumman_ar_kvar():
    inlasning = las(
        ils("    --\n    Bemötande | 1|3|7|7\n    Kompetens | 1|3|7|11\n    Samverkan | 1|1|1|9\n")
    )
    per_rad = {
        k: [r["antal"] for r in rader(inlasning) if r["kategori"] == k] for k in ("Bemötande", "Kompetens")
    }
    assert per_rad == {"Bemötande": [1, 2, 4], "Kompetens": [1, 3, 7]}
    assert [w for w in inlasning.warnings if "«Bemötande»: tertialen är ackumulerade" in w]
    assert [w for w in inlasning.warnings if "E6" in w and "anger 9, men raderna ger 3" in w]


def test_bara_ackumulerat_galler_fran_arets_borjan_till_rapportens_slut():
    block = "    --\n    Bemötande | | | | 7\n"
    for period, slut in (("Period: 2023", (12, 31)), ("Tertialrapport T2 2023", (8, 31))):
        [rad] = rader(las(ils(block, period)))
        assert (rad["period_start"], rad["period_end"]) == (date(2023, 1, 1), date(2023, *slut))
    [rad] = rader(las(ils(block, "Kvalitetsår 2022/2023")))
    assert (rad["period_start"], rad["period_end"]) == (date(2022, 9, 1), date(2023, 8, 31))


def test_utan_period_avvisas_tabellen_med_rad_om_vad_som_ska_sta():
    [fel] = las(ils("    --\n    Bemötande | 1 | | |\n", "Utskriven 12 januari 2024")).faults
    assert "vilken period" in fel.message
    assert "«Period: 2023»" in fel.hint


def test_ord_i_talceller_brutna_antal_och_excelfel_ar_fel_med_sin_plats():
    blad = [
        ["Period: 2023"],
        HUVUD.split("|"),
        ["Bemötande", "29 (13)", "=1/0", 1.5, None],
        ["Kompetens", 2, 1, 1, 4],
    ]
    inlasning = las({"Blad1": blad}, skip_faulty_rows=True)
    assert {(f.cell, f.message.split(":")[0]) for f in inlasning.faults} == {
        ("B3", "Det framgår inte vilken period talet inom parentes gäller."),
        ("C3", "Cellen visar ett fel i Excel, till exempel #DIVISION/0! eller #SAKNAS!."),
        ("A3", "Ett antal på raden är inte ett heltal."),
    }
    assert {r["kategori"] for r in rader(inlasning)} == {"Kompetens"}
    assert (inlasning.rows_read, inlasning.rows_loaded, inlasning.rows_skipped) == (2, 1, 1)


def test_samma_rubrik_over_tva_talkolumner_ar_ett_fel_i_stallet_for_en_gissning():
    inlasning = las("    Nyckeltal | 2023 | 2023\n    Lovenkäter | 10 | 20\n", skip_faulty_rows=True)
    assert [(f.cell, f.column) for f in inlasning.faults] == [("C1", "2023")]
    assert inlasning.refused


def test_en_talkolumn_med_okand_rubrik_namns_som_olast():
    inlasning = las(ils("    --\n    Bemötande | 1 | | | 1\n").replace("Utfall T2", "Utfall T4"))
    assert inlasning.warnings == ["Kolumner som inte lästes: Utfall T4."]


def test_noter_under_tabellen_blir_inga_kategorier():
    inlasning = las(
        ils("""    --
    Bemötande | 1 | | | 1
    Information | | | |
    Totalt | | | | 1
    Tomma tabeller har förts över automatiskt | | | |
    Källa: ILS | | | |
    """)
    )
    assert {r["kategori"] for r in rader(inlasning)} == {"Bemötande", "Information"}
    assert [w for w in inlasning.warnings if "rad 7, 8" in w]


def test_enhet_som_star_i_tabellen_ovanfor_den_eller_i_varsin_fil_blandas_inte():
    i_tabellen = las("    Nyckeltal | Enhet | 2023\n    Enkäter | Norr | 10\n    Enkäter | Syd | 20\n")
    assert [(r["enhet"], r["matt"]) for r in rader(i_tabellen)] == [("Norr", 10.0), ("Syd", 20.0)]
    block = "    --\n    Bemötande | | | | 7\n"
    nycklar = {rader(las(ils(block, f"Period: 2023 | Enhet: {e}")))[0]["nyckel"] for e in ("Norr", "Syd")}
    assert len(nycklar) == 2


def test_rubrikernas_artal_far_vara_tal_eller_text():
    for ar in (2023, "2023"):
        assert rader(las({"Blad1": [["Indikator", ar], ["Enkäter", 3]]}))[0]["matt"] == 3


def test_flera_blad_med_tabeller_lases_aldrig_bara_till_en_del():
    blad = [["Nyckeltal", "2023"], ["Enkäter", 3]]
    [fel] = las({"Norr": blad, "Syd": blad}).faults
    assert "«Norr», «Syd»" in fel.message
