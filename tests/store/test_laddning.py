"""What loading promises: each thing counts once, can be taken back and can be followed to its cell."""

import csv as csvlasare
import io
import shutil
import stat
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.store.ledger import use_version
from tests.ingest.filer import xlsx
from tests.store.filer import BARN, EN_VUXEN, TRE_TILL, TVA, avvikelser, ladda, tal, utredningar


@pytest.fixture(scope="module")
def mall(tmp_path_factory) -> Path:
    mapp = tmp_path_factory.mktemp("mall") / "yta"
    ladda(Workspace(mapp), TVA)
    return mapp


@pytest.fixture
def yta(mall: Path, tmp_path: Path) -> Workspace:
    """A workspace with two children's investigations, one of them in time."""
    return Workspace(shutil.copytree(mall, tmp_path / "yta"))


def test_samma_fil_tva_ganger_andrar_ingenting(yta: Workspace):
    fore = yta.version, yta.uploads()
    (kvitto,) = ladda(yta, ("ett_annat_namn.csv", TVA[1]))
    assert kvitto.status == "duplicate"
    assert "redan" in kvitto.warnings[0]
    assert (yta.version, yta.uploads()) == fore


def test_samma_fil_tva_ganger_i_samma_inlasning_raknas_en_gang(tmp_path):
    arbetsyta = Workspace(tmp_path / "ny")
    assert [k.status for k in ladda(arbetsyta, TVA, TVA)] == ["loaded", "duplicate"]
    assert tal(arbetsyta) == (1, 2)


def test_samma_arende_i_tva_filer_raknas_en_gang_och_den_senaste_galler(yta: Workspace):
    ladda(
        yta,
        utredningar(
            "rattad.csv", "U-2;Barn;M;Norr;2023-01-31;2023-05-30", "U-3;Barn;M;Norr;2023-01-31;2023-05-30"
        ),
    )
    assert tal(yta) == (3, 3)


def test_samma_arendenummer_i_en_annan_forvaltning_ar_ett_annat_arende(yta: Workspace):
    ladda(yta, utredningar("annan.csv", "U-2;Barn;M;Norr;2023-01-31;2023-05-30"), forvaltning="Grannen")
    assert tal(yta) == (2, 3)


def test_syskon_med_samma_arendenummer_raknas_vart_for_sig_och_upprepningar_en_gang(tmp_path):
    arbetsyta = Workspace(tmp_path / "ny")
    syskon = utredningar(
        "syskon.csv",
        "U-1;Barn;K;Norr;2023-01-31;2023-05-31",
        "U-1;Barn;M;Norr;2023-01-31;2023-05-31",
        "U-1;Barn;M;Norr;2023-01-31;2023-05-31",
    )
    (kvitto,) = ladda(arbetsyta, syskon)
    assert "upprepning" in " ".join(kvitto.warnings)
    assert tal(arbetsyta) == (2, 2)
    ladda(arbetsyta, utredningar("syskon_igen.csv", *syskon[1].decode().splitlines()[1:3]))
    assert tal(arbetsyta) == (2, 2)


def test_angra_ger_tillbaka_precis_de_tal_som_var(yta: Workspace):
    fore = yta.answer(BARN, "manad", ["kon"]), yta.answer("utredningstid_dagar")
    (kvitto,) = ladda(
        yta,
        utredningar(
            "rattad.csv", "U-2;Barn;M;Norr;2023-01-31;2023-05-30", "U-9;Barn;K;;2023-01-31;2023-04-30"
        ),
    )
    assert (yta.answer(BARN, "manad", ["kon"]), yta.answer("utredningstid_dagar")) != fore
    angrad = yta.undo(kvitto.upload_id)
    assert angrad["status"] == "undone"
    assert (yta.answer(BARN, "manad", ["kon"]), yta.answer("utredningstid_dagar")) == fore
    assert [u["status"] for u in yta.uploads()] == ["active", "undone"]


def test_en_angrad_fil_kan_lasas_in_igen(yta: Workspace):
    yta.undo(yta.uploads()[0]["upload_id"])
    assert yta.is_empty
    assert yta.answer(BARN) == []
    assert ladda(yta, TVA)[0].status == "loaded"
    assert tal(yta) == (1, 2)


def test_angra_ett_okant_id_ger_det_narmaste_och_angra_tva_ganger_sager_det(yta: Workspace):
    id = yta.uploads()[0]["upload_id"]
    with pytest.raises(UsageError, match=f"Menade du «{id}»"):
        yta.undo(id[:-1])
    yta.undo(id)
    with pytest.raises(UsageError, match="redan borttagen"):
        yta.undo(id)


def test_posterna_bakom_ett_tal_pekar_ut_sin_rad_i_textfilen(yta: Workspace):
    ladda(yta, TRE_TILL)
    filer = {
        namn: list(csvlasare.reader(io.StringIO(data.decode()), delimiter=";"))
        for namn, data in (TVA, TRE_TILL)
    }
    poster = yta.rows(BARN)
    assert len(poster) == 5
    for post in poster.to_dict("records"):
        rad = filer[post["fil"]][post["rad"] - 1]
        assert rad[3:] == [post["enhet"], f"{post['inledd']:%Y-%m-%d}", f"{post['avslutad']:%Y-%m-%d}"]


def test_posterna_bakom_ett_tal_pekar_ut_blad_och_cell_i_arbetsboken(tmp_path):
    bok = openpyxl.Workbook()
    bok.active.title = "Läs mig"
    blad = bok.create_sheet("Nyckeltal 2023")
    for rad in (
        [],
        ["Egen tabell"],
        ["Nyckeltal", 2022, 2023],
        ["Antal lovenkäter", 1075, 183],
        ["Antal grupper", None, 46],
    ):
        blad.append(rad)
    bok.save(tmp_path / "nyckeltal.xlsx")
    arbetsyta = Workspace(tmp_path / "ny")
    (kvitto,) = ladda(arbetsyta, tmp_path / "nyckeltal.xlsx")
    assert kvitto.status == "loaded"
    igen = openpyxl.load_workbook(tmp_path / "nyckeltal.xlsx")
    poster = [p for p in arbetsyta.rows("nyckeltal_varde").to_dict("records") if p["matt"] == p["matt"]]
    assert {p["matt"] for p in poster} == {1075, 183, 46}
    for post in poster:
        assert igen[post["blad"]][f"{post['kolumn']}{post['rad']}"].value == post["matt"]


def test_en_nekad_fil_stoppar_inte_de_andra_och_andrar_ingenting(yta: Workspace, tmp_path):
    fel = utredningar("fel.csv", "U-21;Barn;K;Norr;i tisdags;2023-05-31")
    kvitton = ladda(yta, TRE_TILL, fel, tmp_path / "finns_inte.csv", tmp_path, EN_VUXEN)
    assert [k.status for k in kvitton] == ["loaded", "refused", "refused", "refused", "loaded"]
    assert "finns inte" in kvitton[2].faults[0].message
    assert "mapp" in kvitton[3].faults[0].message
    assert tal(yta) == (3, 5)
    assert [u["file"] for u in yta.uploads()] == ["tva.csv", "tre_till.csv", "vuxen.csv"]


def test_flera_filer_i_en_inlasning_blir_en_ny_version(yta: Workspace):
    versioner = {yta.version}
    steg = []
    yta.load(
        [TRE_TILL, EN_VUXEN], forvaltning="Förvaltningen", progress=lambda s: steg.append((s, yta.version))
    )
    versioner |= {version for _, version in steg} | {yta.version}
    assert len(versioner) == 2
    assert [s for s, _ in steg].count("Bygger databasen") == 1


def test_en_inlasning_med_bara_nekade_filer_ger_ingen_ny_version(yta: Workspace):
    fore = yta.version
    ladda(yta, utredningar("fel.csv", "U-21;Barn;K;Norr;i tisdags;2023-05-31"))
    assert yta.version == fore


def test_forhandsgranskning_andrar_ingenting(yta: Workspace):
    fore = yta.version, yta.uploads(), sorted(p.name for p in (yta.path / "uploads").iterdir())
    assert yta.preview(TRE_TILL).rows_loaded == 3
    assert (yta.version, yta.uploads(), sorted(p.name for p in (yta.path / "uploads").iterdir())) == fore


def test_exempeldata_laggs_undan_av_den_forsta_egna_filen_och_kommer_tillbaka(
    egen_exempel_workspace: Workspace,
):
    yta = egen_exempel_workspace
    fore = yta.answer(BARN, by=["enhet"])
    assert yta.has_examples
    (kvitto,) = ladda(yta, TVA)
    assert any("undan" in varning for varning in kvitto.warnings)
    assert not yta.has_examples
    assert tal(yta) == (1, 2)
    with pytest.raises(UsageError, match="egna data"):
        yta.demo()
    angrad = yta.undo(kvitto.upload_id)
    assert len(angrad["restored"]) == len([u for u in yta.uploads() if u["status"] == "active"]) > 5
    assert yta.has_examples
    assert yta.answer(BARN, by=["enhet"]) == fore


def test_en_felskriven_enhet_far_ett_forslag_och_beslutet_andrar_talen(yta: Workspace):
    ladda(yta, utredningar("enheter.csv", "U-31;Barn;K;Enheten för barn;2023-01-31;2023-05-31"))
    (kvitto,) = ladda(yta, utredningar("stavfel.csv", "U-32;Barn;K;Enhten för barn;2023-01-31;2023-05-31"))
    assert [(o.etikett, o.forslag) for o in kvitto.okanda] == [("Enhten för barn", "Enheten för barn")]
    (vantar,) = [e for e in yta.label_queue() if e["etikett"] == "Enhten för barn"]
    assert vantar["forslag"] == "Enheten för barn"

    def per_enhet():
        return {r["enhet"]: r["namnare"] for r in yta.answer(BARN, by=["enhet"])}

    fore = per_enhet()
    assert fore["Enheten för barn"] == fore["Enhten för barn"] == 1
    yta.decide_label("enhet", "Enhten för barn", "Enheten för barn")
    assert per_enhet() == {"Enheten för barn": 2, "Norr": 2}
    assert vantar not in yta.label_queue()
    ladda(yta, utredningar("stavfel_igen.csv", "U-33;Barn;K;Enhten för barn;2023-01-31;2023-05-31"))
    assert per_enhet() == {"Enheten för barn": 3, "Norr": 2}, "beslutet gäller också nästa fil"
    yta.decide_label("enhet", "Enhten för barn", None)
    assert per_enhet() == {"Enheten för barn": 1, "Enhten för barn": 2, "Norr": 2}
    assert "Enhten för barn" in [e["etikett"] for e in yta.label_queue()]


def test_den_som_foljer_med_far_veta_varje_steg(yta: Workspace):
    steg: list[str] = []
    yta.load([TRE_TILL, EN_VUXEN], forvaltning="Förvaltningen", progress=steg.append)
    assert steg == [
        "Läser och kontrollerar filerna (1 av 2)",
        "Läser och kontrollerar filerna (2 av 2)",
        "Sparar raderna",
        "Bygger databasen",
    ]


def test_ett_beslut_som_fattats_fragas_inte_om_igen_i_nasta_kvitto(yta: Workspace):
    def okanda(nr: int) -> list[str]:
        fil = utredningar(f"ny{nr}.csv", f"U-4{nr};Barn;Q;Enhten Syd;2023-01-31;2023-05-31")
        return [o.etikett for o in yta.preview(fil, forvaltning="Förvaltningen").okanda]

    ladda(yta, utredningar("ny.csv", "U-40;Barn;Q;Enhten Syd;2023-01-31;2023-05-31"))
    assert okanda(1) == ["Q"]
    yta.decide_label("kon", "Q", "okänt")
    assert okanda(2) == []
    assert {r["kon"] for r in yta.answer(BARN, by=["kon"])} == {"flickor", "pojkar", "okänt"}


def test_ett_beslut_som_gar_i_cirkel_nekas(yta: Workspace):
    yta.decide_label("enhet", "Norr", "Nord")
    with pytest.raises(UsageError, match="Ta tillbaka det beslutet först"):
        yta.decide_label("enhet", "Nord", "Norr")
    with pytest.raises(UsageError, match="Kolumnen «enhett» finns inte"):
        yta.decide_label("enhett", "Norr", "Nord")
    assert [(b["etikett"], b["blir"], b["aterkallad"]) for b in yta.label_decisions()] == [
        ("Norr", "Nord", None)
    ]


def test_en_databas_som_en_annan_utgava_har_byggt_byggs_om_ur_uppladdningarna(yta: Workspace):
    fore, gammal = yta.version, "20230101-120000-abcdef-00000000"
    duckdb.connect(str(yta.path / f"kvalitet-{gammal}.duckdb")).close()
    (yta.path / f"kvalitet-{fore}.duckdb").unlink()
    with yta.ledger.open() as con:
        use_version(con, gammal)
    assert tal(yta) == (1, 2)
    assert yta.version not in (fore, gammal)
    assert len(yta.uploads()) == 1
    with yta.ledger.open() as con:
        use_version(con, gammal)
    yta.decide_label("enhet", "Norr", "Nord")
    assert yta.values("enhet") == ["Nord"]


def test_en_databas_som_har_forsvunnit_byggs_om_ur_uppladdningarna(yta: Workspace):
    (yta.path / f"kvalitet-{yta.version}.duckdb").unlink()
    assert tal(yta) == (1, 2)
    assert [p.name for p in yta.path.glob("*.duckdb")] == [f"kvalitet-{yta.version}.duckdb"]


def test_arendenummer_finns_ingenstans_pa_disken_och_nyckeln_ar_agarens(yta: Workspace, tmp_path):
    ladda(yta, utredningar("hemlig.csv", "HEMLIGT-4711;Barn;K;Norr;2023-01-31;2023-05-31"))
    filer = [p for p in yta.path.rglob("*") if p.is_file()]
    assert len(filer) > 4
    assert [p.name for p in filer if b"HEMLIGT-4711" in p.read_bytes()] == []
    nyckel = yta.path / "nyckel"
    assert stat.S_IMODE(nyckel.stat().st_mode) == 0o600
    assert len(nyckel.read_bytes()) == 32
    assert "nyckel" not in yta.rows(BARN).columns


def test_tva_arbetsytor_har_olika_nycklar(tmp_path):
    ytor = [Workspace(tmp_path / namn) for namn in "ab"]
    for arbetsyta in ytor:
        ladda(arbetsyta, TVA)
    assert ytor[0].ledger.key() != ytor[1].ledger.key()


MED_FEL = avvikelser(
    "avvikelser.csv",
    "A-1;2023-01-05;2023-01-03;Norr;A",
    "A-2;2023-06-30;;Norr;C",
    "A-3;;;Norr;C",
    "A-4;2023-02-05;i tisdags;Norr;C",
)


def test_rader_som_inte_ar_med_namns_vid_varje_tal_som_de_kan_hora_till(tmp_path):
    yta = Workspace(tmp_path / "ny")
    assert ladda(yta, MED_FEL)[0].status == "refused"
    (kvitto,) = ladda(yta, MED_FEL, skip_faulty_rows=True)
    assert (kvitto.rows_read, kvitto.rows_loaded, kvitto.rows_skipped) == (4, 2, 2)
    ladda(
        yta, avvikelser("hel.csv", "A-9;2024-02-05;;Norr;C", "A-10;2023-12-05;;Norr;C"), forvaltning="Grannen"
    )
    anmarkning = "2\u00a0rader med fel är inte med (avvikelser.csv)."
    assert (
        anmarkning in yta.answer("avvikelser_antal", where={"forvaltning": "Förvaltningen"})[0]["anmarkning"]
    )
    assert {
        (r["period"], r["forvaltning"]): anmarkning in r["anmarkning"]
        for r in yta.answer("avvikelser_antal", by=["forvaltning"])
    } == {
        ("2023", "Förvaltningen"): True,
        ("2023", "Grannen"): False,
        ("2024", "Grannen"): False,
    }
    fordelning = yta.answer("avvikelser_per_kvalitetsomrade", "manad")
    assert {r["period_start"].month for r in fordelning if anmarkning in r["anmarkning"]} == set(range(1, 7))
    yta.undo(kvitto.upload_id)
    assert all(r["anmarkning"] == [] for r in yta.answer("avvikelser_antal"))


def test_en_utelamnad_rad_namns_i_ental(tmp_path):
    yta = Workspace(tmp_path / "ny")
    ladda(
        yta,
        utredningar(
            "u.csv", "U-1;Barn;K;Norr;2023-01-31;2023-05-31", "U-2;Barn;K;Norr;2023-01-31;2022-05-31"
        ),
        skip_faulty_rows=True,
    )
    (rad,) = yta.answer(BARN)
    assert rad["anmarkning"] == ["1\u00a0rad med fel är inte med (u.csv)."]


def test_kvittot_sager_vilken_period_filen_tacker(yta: Workspace):
    (u,) = yta.uploads()
    assert (u["period_start"], u["period_end"]) == ("2023-05-31", "2023-06-01")
    assert yta.values("enhet") == ["Norr"]
    assert tal(yta, fran=date(2023, 6, 1)) == (0, 1)


def test_perioden_kan_anges_nar_filen_inte_sager_den(tmp_path: Path):
    fil = "samverkan.xlsx", xlsx("Arbetsgrupp | Aktuella | Samverkat\nBeroende | 43 | 31")
    ws = Workspace(tmp_path)
    nekad = ws.preview(fil)
    assert "ange perioden när filen läses in" in str(nekad.faults[0])
    [kvitto] = ws.load(fil, period="2022/2023")
    assert (kvitto.period_start, kvitto.period_end) == (date(2022, 9, 1), date(2023, 8, 31))
    with pytest.raises(UsageError, match="är ingen period"):
        ws.load(fil, period="nyligen")


def test_varje_fil_foljs_for_sig_med_numret_den_hade_i_listan(yta: Workspace, tmp_path):
    steg: list[tuple[int, str]] = []
    fel = utredningar("fel.csv", "U-21;Barn;K;Norr;i tisdags;2023-05-31")
    yta.load(
        [tmp_path / "finns_inte.csv", fel, TRE_TILL, TRE_TILL],
        forvaltning="Förvaltningen",
        per_file=lambda nr, vad: steg.append((nr, vad)),
    )
    assert {nr: [vad for n, vad in steg if n == nr] for nr, _ in steg} == {
        1: ["läser och kontrollerar", "nekad"],
        2: ["läser och kontrollerar", "kontrollerad", "sparar raderna", "sparad"],
        3: ["läser och kontrollerar", "kontrollerad", "sparar raderna", "redan inläst"],
    }


def test_kvittot_minns_vem_som_laste_in_och_vem_som_angrade(yta: Workspace):
    (kvitto,) = yta.load(TRE_TILL, forvaltning="Förvaltningen", av=" verksamhetscontroller ")
    assert yta.receipt(kvitto.upload_id)["av"] == "verksamhetscontroller"
    yta.undo(kvitto.upload_id, "AN")
    angrad = yta.receipt(kvitto.upload_id)
    assert (angrad["av"], angrad["angrad_av"]) == ("verksamhetscontroller", "AN")


def test_kvittot_sager_vilka_kolumner_som_aldrig_lases(yta: Workspace):
    rader = ["Ärendenr;Namn;Kön;Ålder;Enhet;Inledd;Avslutad", "U-1;Kim;K;9;Norr;2023-01-10;2023-03-01"]
    kvitto = yta.preview(("med_namn.csv", "\n".join(rader).encode()), forvaltning="Förvaltningen")
    assert kvitto.aldrig_lasta == ["Namn"]
