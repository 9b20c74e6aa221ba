"""The same items in several tables and files count once, and a workbook of several kinds is all loaded."""

import pytest

import kvalitet_metrics as km
from tests.ingest.filer import xlsx

ILS = "Klagomål/synpunkter/kategorier | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall"


def klagomal(period: str, *varden: str) -> tuple[str, bytes]:
    """The steering system's table of one category, as a file of that period."""
    text = f"Period: {period} | | | |\nKlagomål | | | |\n{ILS}\nBemötande | {' | '.join(varden)}"
    return f"{period.replace(' ', '_')}.xlsx", xlsx(text)


T2, HELAR = klagomal("T2 2025", "", "", "", "3 st"), klagomal("2025", "", "", "", "6 st")
TERTIAL_FOR_SIG = klagomal("2025", "1 st", "2 st", "3 st", "6 st")
BARA_VB = klagomal("2025", "", "", "6 st", "6 st")
T1 = klagomal("2025", "1 st", "", "", "1 st")


@pytest.mark.parametrize(
    "filer",
    [(T2, HELAR), (HELAR, T2), (T2, TERTIAL_FOR_SIG), (T2, BARA_VB), (HELAR, TERTIAL_FOR_SIG), (HELAR, T1)],
)
def test_samma_klagomal_i_tertialets_och_arets_tabell_raknas_en_gang(tmp_path, filer):
    yta = km.Workspace(tmp_path)
    kvitton = yta.load(list(filer), forvaltning="HV")
    assert [k.status for k in kvitton] == ["loaded", "loaded"]
    assert [r["varde"] for r in yta.answer("klagomal_antal")] == [6]


def test_tva_tertials_tabeller_ar_olika_klagomal(tmp_path):
    yta = km.Workspace(tmp_path)
    pivot = "Radetiketter | Antal av Kategori\nPark |\nHål | {0}\nTotalsumma | {0}"
    filer = [(f"Tyck till {t} 2025.xlsx", xlsx(pivot.format(n))) for t, n in (("T1", 3), ("T2", 8))]
    yta.load(filer)
    assert [r["varde"] for r in yta.answer("synpunkter_antal")] == [11]
    yta.load([("Tyck till 2025.xlsx", xlsx(pivot.format(15)))])
    assert [r["varde"] for r in yta.answer("synpunkter_antal")] == [15]


def test_en_lista_over_synpunkter_svarar_ocksa_pa_fran_vem(tmp_path):
    text = """
        Nr | Inkom datum | Typ      | Ämne      | Från vem
        1  | 2025-01-03  | Klagomål | Bemötande | Anonym
        2  | 2025-02-03  | Beröm    | Bemötande | Närstående
        3  | 2025-02-03  | Klagomål | Annat     | Närstående
    """
    yta = km.Workspace(tmp_path)
    yta.load([("synpunkter.xlsx", xlsx(text))])
    svar = yta.answer("klagomal_antal", by=["avsandare"])
    assert {r["avsandare"]: r["varde"] for r in svar} == {"Anonym": 1, "Närstående": 1}


def test_en_arbetsbok_med_tva_slags_blad_lases_in_en_gang_for_varje_slag(tmp_path):
    risk = "Risk 2025 | | |\nNr | Risk | Sannolikhet | Konsekvens\n1 | R | 4 | 3"
    egen = "---Egenkontroll---\nEgenkontroll 2025 |\nEgenkontroll | Bedömning\nLoggar | Godkänd"
    fil = ("ILS 2025.xlsx", xlsx(f"{risk}\n{egen}"))
    yta = km.Workspace(tmp_path)
    [avvisad] = yta.load([fil])
    assert "en gång för varje slag" in avvisad.faults[0].hint
    svar = [yta.load([fil], profile=p)[0].status for p in ("riskmatris", "egenkontroller", "riskmatris")]
    assert svar == ["loaded", "loaded", "duplicate"]
    assert [yta.answer(i)[0]["taljare"] for i in ("risk_antal", "egenkontroll_genomford_andel")] == [1, 1]
