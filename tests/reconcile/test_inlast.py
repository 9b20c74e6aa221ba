"""What is loaded: exactly the contradictions that the exports carry."""

import pytest

from kvalitet_metrics import Workspace
from tests.ingest.filer import xlsx


@pytest.fixture(scope="module")
def exempel(exempel_workspace: Workspace) -> dict:
    return exempel_workspace.reconcile()


def test_exemplen_har_de_motsagelser_som_exporterna_har_och_inga_andra(exempel: dict):
    fynd = [(f["regel"], f["klass"], f["publicerat"], f["plats"].split(",")[0]) for f in exempel["fynd"]]
    assert fynd == [
        ("R6", "X", 12, "ILS_klagomål_Järva_ÄFS_2023.xlsx"),
        ("R12", "P", None, "Stadens_brukarundersökning_Bromma_2023.xlsx"),
        ("R12", "P", None, "Stadens_brukarundersökning_Bromma_2023.xlsx"),
        ("R14", "P", None, "Lex Sarah Järva IoF 2023.xlsx"),
        ("R14", "P", None, "Riskanalys_Järva_IoF_2023.xlsx"),
        ("R14", "P", None, "Riskanalys_Järva_IoF_2023.xlsx"),
        ("R14", "P", None, "Förbättringsåtgärder_Sydväst_BoU_2022-2023.xlsx"),
        ("R14", "P", None, "Egenkontroll_Järva_2023.xlsx"),
        ("R14", "P", 22, "Egenkontrollplan_Sydväst_2022-2023.xlsx"),
        *[("R14", "P", None, "Egenkontroll_Järva_2023.xlsx")] * 3,
    ]


def test_ett_hopp_som_nagon_har_skrivit_in_noteras_inte_en_gang_till(exempel: dict):
    hopp = [n["plats"] for n in exempel["noteringar"] if n["regel"] == "R11"]
    assert not any(plats.startswith("avvikelse, Enheten för personligt stöd") for plats in hopp)


def test_exemplens_kontrollsummor_andelar_och_jamforelser_ar_kontrollerade(exempel_workspace, exempel: dict):
    summor = sum(len(u["kontroller"]) for u in exempel_workspace.uploads())
    assert exempel["per_regel"]["R1"] == summor
    assert exempel["per_regel"]["R2"] == 20
    assert exempel["kontroller"] == sum(exempel["per_regel"].values())


def test_flera_kategorier_per_synpunkt_noteras_med_bada_talen(exempel: dict):
    assert [(n["publicerat"], n["beraknat"]) for n in exempel["noteringar"] if n["regel"] == "R7"] == [
        (68, 42)
    ]


def test_en_tom_arbetsyta_har_inget_att_stamma_av():
    assert Workspace().reconcile() == {"kontroller": 0, "fynd": [], "noteringar": [], "per_regel": {}}


FILER = {
    "Lex Sarah.xlsx": """
        Dnr | Inkom      | Enhet | Kategori  | Inledd     | Bedömning                  | IVO-anmäld datum
        1   | 2023-02-01 | Norr  | Bemötande | 2023-02-02 | Allvarligt missförhållande |
        2   | 2023-03-01 | Norr  | Bemötande | 2023-03-02 | Allvarligt missförhållande | 2023-03-03
        3   | 2023-04-01 | Norr  | Bemötande | 2023-04-02 | Missförhållande            |
    """,
    "Riskmatris.xlsx": """
        Period: 2023 |           |    |                |             |            |           |
        Delprocess   | Aktivitet | Nr | Risk           | Sannolikhet | Konsekvens | Riskvärde | Åtgärd
        Utreda       | Utreda    | 1  | Anmälan missas | 3           | 4          | 12        | Ingen åtgärd
    """,
    "Egenkontroll.xlsx": """
        Period: 2023 |              |             |
        Delprocess   | Egenkontroll | Bedömning   | Åtgärd
        Utreda       | Journaler    | Ej godkänd  | Kontrollen har inte kunnat genomföras
        Utreda       | Rutiner      | Godkänd     |
    """,
    "ILS-webb.xlsx": """
        Period: 2023 | | | |
        Lex Sarah | | | |
        Klagomål/synpunkter/kategorier | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall
        Brister i bemötande | 3 | 1 | | 4
        Totalt | 3 | 1 | | 4
    """,
    "Lex Sarah i ILS.xlsx": """
        Period: 2023 |
        Tabell 6. Lex Sarah-rapporter | Antal
        Brister i bemötande | 4
        Totalt | 5
    """,
}


@pytest.fixture(scope="module")
def egen(tmp_path_factory) -> dict:
    yta = Workspace(tmp_path_factory.mktemp("avstamning"))
    kvitton = yta.load(
        [(namn, xlsx(t)) for namn, t in FILER.items()], forvaltning="Förvaltningen", period="2023"
    )
    assert [k.status for k in kvitton] == ["loaded"] * len(FILER), [k.faults for k in kvitton]
    return yta.reconcile()


@pytest.mark.parametrize(
    "fil, regel, klass, sagt",
    [
        ("Lex Sarah.xlsx", "R14", "P", "ingen dag för anmälan till IVO"),
        ("Riskmatris.xlsx", "R14", "P", "Risk 1 med riskvärde 12 har ingen åtgärd"),
        ("Egenkontroll.xlsx", "R14", "P", "inte har genomförts"),
        ("ILS-webb.xlsx", "R6", "X", "rapporterar 4 lex Sarah-rapporter"),
        ("Lex Sarah i ILS.xlsx", "R1", "E", "anger 5, men raderna ger 4"),
        ("Lex Sarah i ILS.xlsx", "R6", "X", "rapporterar 5 lex Sarah-rapporter"),
    ],
)
def test_motsagelsen_i_det_inlasta_hittas(fil: str, regel: str, klass: str, sagt: str, egen: dict):
    traffar = [f for f in egen["fynd"] if fil in f["plats"] and (f["regel"], f["klass"]) == (regel, klass)]
    assert [sagt in f["text"] for f in traffar] == [True]


def test_inget_annat_i_det_inlasta_larmar(egen: dict):
    assert len(egen["fynd"]) == 6


ILS = "Klagomål/synpunkter/kategorier | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall"
LOGG = """
    Dnr | Inkom      | Enhet | Kategori      | Inledd     | Bedömning
    1   | 2025-02-01 | Norr  | Rättssäkerhet | 2025-02-02 | Missförhållande
    2   | 2025-11-01 | Norr  | Bemötande     |            | Utredning ej inledd
"""


@pytest.mark.parametrize(
    "rapporter, bemotande, vantat",
    [("2 st", 1, []), ("3 st", 1, [(3, 2)]), ("", 1, []), ("", 2, [(3, 2)])],
)
def test_styrsystemets_tabell_over_lex_sarah_ar_mer_an_rapporter(tmp_path, rapporter, bemotande, vantat):
    """Reports, investigations and categories stand in one table; a lone number under VB is the year's."""
    ils = f"""
        Period: 2025 | | | |
        Lex Sarah    | | | |
        {ILS}
        Antal rapporter enligt lex Sarah            | | | {rapporter} | {rapporter}
        Antal inledda utredningar                   | | | 1 st | 1 st
        Rättssäkerhet                               | | | 1 st | 1 st
        Bemötande                                   | | | {bemotande} st | {bemotande} st
        Annat, ange vad                             | | | |
        Information från enskild utförare om rapport | | | 1 st | 1 st
    """
    yta = Workspace(tmp_path)
    yta.load([("Lex Sarah.xlsx", xlsx(LOGG)), ("ILS.xlsx", xlsx(ils))], forvaltning="Förvaltningen")
    fynd = [f for f in yta.reconcile()["fynd"] if f["regel"] == "R6"]
    assert [(f["publicerat"], f["beraknat"]) for f in fynd] == vantat
    svar = yta.query("lex_sarah_i_ledningssystemet", "kalenderar")
    assert list(svar["varde"]) == [vantat[0][0] if vantat else 2]
