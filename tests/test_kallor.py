"""How often a source comes is read from its files; what is missing between them, and what is due, follow."""

from datetime import date

from kvalitet_metrics.analysis.kallor import kallor


def inlasning(fran: str, till: str, lasti: str = "2024-07-03 10:00:00", **mer: object) -> dict:
    """A load as the ledger has it."""
    return {
        "status": "active",
        "profile_name": "Avvikelser",
        "forvaltning": "Norr",
        "period_start": fran,
        "period_end": till,
        "loaded_at": lasti,
        "rows_loaded": 10,
        "rows_skipped": 0,
        "example": 0,
    } | mer


MANADER = [
    inlasning("2024-01-02", "2024-01-30"),
    inlasning("2024-02-01", "2024-02-27"),
    inlasning("2024-05-01", "2024-05-31"),
    inlasning("2024-06-01", "2024-06-28"),
]


def test_en_manadsexport_som_fattas_mellan_tva_syns():
    (kalla,) = kallor(MANADER)
    assert kalla.ofta == "varje månad"
    assert kalla.hal == (date(2024, 3, 31), date(2024, 4, 30))
    assert kalla.nasta == date(2024, 7, 31)


def test_nasta_export_ar_sen_nar_en_manad_har_gatt_efter_sista_dagen():
    (kalla,) = kallor(MANADER)
    assert not kalla.forsenad(date(2024, 8, 31))
    assert kalla.forsenad(date(2024, 9, 1))
    (exempel,) = kallor([u | {"example": 1} for u in MANADER])
    assert not exempel.forsenad(date(2026, 1, 1)), "exempeldata väntar ingen på"


def test_en_export_som_vaxer_fran_ars_borjan_har_ingen_lucka():
    (kalla,) = kallor(inlasning("2024-01-01", f"2024-{m:02}-28") for m in range(1, 5))
    assert (kalla.ofta, kalla.hal) == ("varje månad", ())


def test_en_enda_fil_sager_inte_hur_ofta_den_kommer():
    (kalla,) = kallor([inlasning("2024-01-01", "2024-01-31"), inlasning("2024-01-01", "2024-01-31")])
    assert (kalla.takt, kalla.hal, kalla.nasta) == (None, (), None)
    (utan,) = kallor([inlasning("", "")])
    assert (utan.fran, utan.till, utan.nasta) == (None, None, None)


def test_en_arlig_export_vid_arsskiftet_raknas_i_hela_ar():
    (kalla,) = kallor([inlasning(f"{ar}-01-01", f"{ar}-12-{dag}") for ar, dag in ((2021, 30), (2023, 31))])
    assert (kalla.ofta, kalla.nasta) == ("var 24:e månad", date(2025, 12, 31))


def test_angrade_och_andra_forvaltningars_filer_blandas_inte_in():
    angrad = inlasning("2020-01-01", "2020-12-31", status="undone")
    annan = inlasning("2020-01-01", "2020-12-31", forvaltning="Söder", rows_skipped=3)
    norr, soder = kallor([angrad, annan, *MANADER])
    assert (norr.forvaltning, norr.filer, norr.rader, norr.fran) == ("Norr", 4, 40, date(2024, 1, 2))
    assert (soder.utelamnade, soder.senast) == (3, date(2024, 7, 3))
    assert (soder.gammal(date(2024, 12, 30)), soder.gammal(date(2024, 12, 31))) == (0, 181)
