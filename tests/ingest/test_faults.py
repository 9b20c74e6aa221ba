"""All faults of a file at once, each with its place, what was expected and what to do."""

from pathlib import Path

import pytest

import kvalitet_metrics as km
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest.shapes import MOST_FAULTS_PER_COLUMN
from kvalitet_metrics.model import Fault
from tests.ingest.filer import las, rader, xlsx

LOGG = """
    Lex Sarah 2023 |           |         |              |            |             |            |
    Dnr  | Rapport inkom | Enhet | Regi         | Kategori   | Inledd      | Avslutad   | Bedömning
    LS-1 | 2023-02-01    | Norr  | egen         | Bemötande  | 2023-02-03  | 2023-03-01 | Missförhållande
    LS-2 | i våras       | Norr  | egen         | Bemötande  | 2023-02-03  |            | Pågår
         | 2023-02-01    | Norr  | egen         | Bemötande  | 2023-02-03  |            | Pågår
    LS-4 | 2023-02-01    | Norr  | ensild       | Bemötande  | 2023-02-03  |            | Pågår
    LS-5 | 2023-02-01    | Norr  | egen         | Bemötande  | 2023-01-03  |            | Pågår
    LS-6 | 2023-02-01    | Norr  | enskild regi | Bemötande  | 2023-02-03  | 2023-01-31 | Pågår
    LS-7 | 2023-02-01    | Norr  | Egen         | Utförandet | 3 feb. 2023 |            | Pågår
"""
DATUMTIPS = "Skriv datum som ÅÅÅÅ-MM-DD, till exempel 2023-07-05."
TOMT = "Fyll i uppgiften i källan och exportera på nytt."
RATTA = "Rätta datumet i loggen."
FEM_FEL = [
    ("B4", "Rapport inkom", "«i våras»: väntade ett datum.", DATUMTIPS),
    ("A5", "Dnr", "Cellen är tom: väntade ett nummer.", TOMT),
    ("D6", "Regi", "«ensild»: väntade något av egen, enskild.", "Menade du «enskild»?"),
    ("F7", "Inledd", "Utredningen är inledd före den dag då rapporten kom in.", RATTA),
    ("G8", "Avslutad", "Utredningen är avslutad innan den inleddes.", RATTA),
]


def plats(fel: Fault) -> tuple:
    return fel.cell, fel.column, fel.message, fel.hint


def test_alla_fel_visas_pa_en_gang_och_inget_sparas(tmp_path: Path):
    ws = km.Workspace(tmp_path)
    [kvitto] = ws.load([("logg.xlsx", xlsx(LOGG))])
    assert sorted(map(plats, kvitto.faults)) == sorted(FEM_FEL)
    assert {fel.sheet for fel in kvitto.faults} == {"Blad1"}
    assert (kvitto.status, kvitto.rows_loaded, kvitto.tables) == ("refused", 0, {})
    assert ws.is_empty
    assert [p.name for p in tmp_path.rglob("*") if p.suffix in (".parquet", ".duckdb")] == []


def test_raderna_utan_fel_gar_att_lasa_in_och_de_andra_raknas():
    inlasning = las(LOGG, skip_faulty_rows=True)
    assert [r["rad"] for r in rader(inlasning)] == [3, 9]
    assert (inlasning.rows_read, inlasning.rows_loaded, inlasning.rows_skipped) == (7, 2, 5)
    assert "5\u00a0rader med fel lästes inte in." in inlasning.warnings
    assert len(inlasning.faults) == 5


def test_ett_fel_lases_som_en_mening_med_sin_plats():
    fel = Fault("«x»: väntade ett datum.", "Skriv så.", "Blad1", "B4", "Inledd")
    assert str(fel) == "bladet «Blad1», B4 (Inledd): «x»: väntade ett datum. Skriv så."


def test_felen_i_en_kolumn_ar_begransade_och_avslutas_med_hur_manga_som_ar_kvar():
    rubrik = ["Ärendenr", "Ålder", "Inledd", "Avslutad"]
    antal = MOST_FAULTS_PER_COLUMN + 30
    inlasning = las({"Blad1": [rubrik, *([f"U-{i}", 9, "fel", "2023-05-31"] for i in range(antal))]})
    assert len(inlasning.faults) == MOST_FAULTS_PER_COLUMN + 1
    sista = inlasning.faults[-1]
    assert sista.message == "Ytterligare 30 celler i kolumnen har samma slags fel."
    assert sista.column == "Inledd"


def test_en_saknad_rubrik_namns_med_den_i_filen_som_liknar_den():
    [fel] = las(
        {"Blad1": [["Ärendenr", "Kön", "Inled", "Avslutad"], ["U-1", "K", "2023-01-31", None]]}
    ).faults
    assert (
        fel.message
        == "Filen känns inte igen. Närmast är «Avslutade utredningar», men rubriken «Inledd» saknas."
    )
    assert fel.hint.startswith("I filen står «Inled»: menas «Inledd»?")
    assert (fel.sheet, fel.cell) == ("Blad1", "A1")


def test_flera_saknade_rubriker_namns_alla():
    [fel] = las({"Blad1": [["Ärendenr", "Kön", "Förlängd till"], ["U-1", "K", ""]]}).faults
    assert "rubrikerna «Inledd» och «Avslutad» saknas" in fel.message


def test_en_fil_som_passar_tva_slags_exporter_avvisas_med_bada_namnen():
    blad = {
        "Utredningar": [["Ärendenr", "Ålder", "Inledd", "Avslutad"], ["U-1", 9, "2023-01-31", None]],
        "Avvikelser": [["Avvikelsenr", "Händelsedatum"], ["A-1", "2023-01-31"]],
    }
    [fel] = las(blad).faults
    assert "«Avslutade utredningar»" in fel.message
    assert "«Avvikelser»" in fel.message
    assert len(rader(las(blad, profile="avvikelser"))) == 1, "den som laddar upp kan välja själv"


def test_en_profil_som_inte_finns_ar_ett_fel_i_fragan_och_foreslar_den_narmaste():
    with pytest.raises(UsageError, match="Menade du «avvikelser»"):
        las(LOGG, profile="avikelser")


def test_en_regel_som_alla_rader_bryter_mot_sags_en_gang():
    [fel] = las(
        {"Blad1": [["Ärendenr", "Inledd", "Avslutad"], *(["U", "2023-01-31", None] for _ in range(3))]}
    ).faults
    assert "barn eller vuxna. Det gäller alla 3\u00a0rader." in fel.message


def test_ett_langt_eller_nummerlikt_innehall_visas_inte_i_felet():
    langt = "Modern ringde och berättade att barnet inte mår bra"
    rad = [["U-1", 9, langt, None], ["U-2", 9, "701063-2392", None], ["U-3", 9, "Bortfall", None]]
    fel = las({"Blad1": [["Ärendenr", "Ålder", "Inledd", "Avslutad"], *rad]}).faults
    assert [f.message for f in fel] == ["Cellens innehåll visas inte här: väntade ett datum."] * 2 + [
        "«Bortfall»: väntade ett datum."
    ]


def test_ett_fel_i_en_kolumn_som_inget_beror_pa_stoppar_inte_filen():
    """The share in the source is never used: the counts are."""
    inlasning = las(
        "Period: 2023 | | |\nArbetsgrupp | Aktuella | Samverkat | Andel\nBeroende | 43 | 31 | 72,1 procent"
    )
    assert inlasning.faults == []
    assert len(rader(inlasning)) == 1


def test_okanda_etiketter_stoppas_inte_utan_stalls_i_ko_med_forslag():
    blad = {"Blad1": [["Dnr", "Rapport inkom", "Enhet", "Kategori", "Bedömning"],
                      ["1", "2023-02-01", "Nor", "Bemötande", "Missförhålande"]]}  # fmt: skip
    inlasning = las(blad, known={"enhet": ["Norr", "Syd"]})
    assert inlasning.faults == []
    koade = {(o.kolumn, o.etikett, o.forslag) for o in inlasning.okanda}
    assert koade == {("enhet", "Nor", "Norr"), ("bedomning", "Missförhålande", "Missförhållande")}
