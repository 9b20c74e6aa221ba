"""A survey: answers as codes, explained on a sheet; only what is explained is read."""

from datetime import date

from tests.ingest.filer import Rader, felrader, las, rader

KODER = [
    ["Enkät: Trygghet 2023"],
    ["Variabel", "Frågetext", "Kod", "Etikett", "Positivt svar (J/N)"],
    ["Q1", "Trygg", 1, "Ja", "J"],
    ["", "", 2, "Nej", "N"],
    ["Q1", "Trygg", 9, "Vet ej", ""],
    ["Q2", "Bemötande", 1, "Mycket bra", ""],
    ["Q2", "Bemötande", 4, "Dåligt", ""],
]
HUVUD = [
    ["", "", "", "Känner du dig trygg?", "Bemöttes du väl?", "Något annat?"],
    ["RespondentID", "Avslutad", "Status", "Q1", "Q2", "Q3"],
]


def enkat(*svar: list, koder: Rader = KODER) -> dict[str, Rader]:
    return {"Data": [*HUVUD, *svar], "Variabler": koder}


def test_koderna_blir_svar_och_fritexten_lases_aldrig():
    inlasning = las(
        enkat([1, date(2023, 11, 2), "Komplett", 1, 1, "Hon heter Anna"], [2, "2023-11-03", "klar", 2, 4, ""])
    )
    assert sorted((r["frageid"], r["svar"], r["positivt"]) for r in rader(inlasning)) == [
        ("Q1", "Ja", True),
        ("Q1", "Nej", False),
        ("Q2", "Dåligt", False),
        ("Q2", "Mycket bra", True),
    ]
    assert {r["kategori"] for r in rader(inlasning)} == {"Trygghet 2023"}
    assert "Anna" not in repr(inlasning)
    assert [w for w in inlasning.warnings if "fritext" in w and "Q3" in w]


def test_vet_ej_och_obesvarat_ar_varken_ja_eller_nej_men_finns_kvar():
    inlasning = las(enkat([1, "2023-11-02", "Komplett", 9, None, ""]))
    assert [(r["svar"], r["positivt"]) for r in rader(inlasning)] == [("Vet ej", None), (None, None)]
    assert inlasning.rows_loaded == 1


def test_okand_kod_olasligt_datum_och_svar_utan_nummer_ar_fel_med_sin_rad():
    inlasning = las(
        enkat(
            [1, "2023-11-02", "Komplett", 7, 1, ""],
            [2, "i höstas", "Komplett", 1, 1, ""],
            [None, "2023-11-02", "Komplett", 1, 1, ""],
            [4, "2023-11-02", "nästan", 1, 1, ""],
            [5, "2023-11-02", "Komplett", 1, 1, ""],
        ),
        skip_faulty_rows=True,
    )
    assert sorted(f.cell for f in inlasning.faults) == ["A3", "A5", "B4", "C6"]
    assert (inlasning.rows_read, inlasning.rows_loaded, inlasning.rows_skipped) == (5, 1, 4)
    assert {r["rad"] for r in rader(inlasning)} == {7}


def test_text_under_svaren_ar_ingen_svarande():
    inlasning = las(enkat([1, "2023-11-02", "Komplett", 1, 1, ""], [], ["Svaren är anonyma."]))
    assert inlasning.rows_read == 1
    assert {r["rad"] for r in rader(inlasning)} == {3}


def test_utan_kodblad_eller_koder_sager_felet_vad_som_ska_exporteras():
    svar = [1, "2023-11-02", "Komplett", 1, 1, ""]
    utan_blad = las({"Data": [*HUVUD, svar]})
    utan_koder = las(enkat(svar, koder=[KODER[1], ["X", "", 1, "Ja", ""]]))
    for inlasning in (utan_blad, utan_koder):
        [fel] = felrader(inlasning)
        assert "Variabler" in fel
        assert "Exportera enkäten" in fel


def med_utskick(antal: str) -> Rader:
    return [KODER[0], [f"Antal utskick: {antal}"], *KODER[1:]]


def test_antalet_utskick_ger_en_svarsfrekvens_av_dem_som_skickat_in_sina_svar():
    svar = [
        [1, "2023-11-02", "Komplett", 1, 1, ""],
        [2, "2023-11-29", "Komplett", 9, None, ""],
        [3, "2023-11-30", "Ej komplett", 1, None, ""],
    ]
    [varde] = las(enkat(*svar, koder=med_utskick("1 000 st"))).tabeller["matvarde"].to_pylist()
    assert (varde["taljare"], varde["namnare"], varde["matt"]) == (2, 1000, 0.002)
    assert (varde["kategori"], varde["underkategori"]) == ("Svarsfrekvens", "Trygghet 2023")
    assert (varde["period_start"], varde["period_end"]) == (date(2023, 11, 2), date(2023, 11, 30))


def test_utan_antal_utskick_eller_med_farre_utskick_an_svar_raknas_ingen_svarsfrekvens():
    svar = [[nr, "2023-11-02", "Komplett", 1, 1, ""] for nr in (1, 2)]
    utan, fel = las(enkat(*svar)), las(enkat(*svar, koder=med_utskick("1")))
    assert [set(i.tabeller) for i in (utan, fel)] == [{"enkatsvar"}] * 2
    assert [w for w in fel.warnings if "fler svar än utskick" in w]
