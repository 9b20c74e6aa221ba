"""The example exports, read back with plain Python and recounted against what the reports print."""

from collections import Counter
from datetime import date

import openpyxl
import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.example import write_all
from tests.conftest import rutor
from tests.exempelfiler import antal, blad, csvposter, dag, halvt_upp, ils, inom_manader, poster, tal


@pytest.fixture(scope="module")
def mapp(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exempel")
    write_all(folder)
    return folder


@pytest.mark.parametrize(
    "kvartal, manader, avslutade, sena",
    [("Q1", (1, 3), 203, 60), ("Q2", (4, 6), 182, 36), ("Q3", (7, 9), 203, 24)],
)
def test_barnutredningar_i_kvartalet_och_over_fyra_manader(mapp, kvartal, manader, avslutade, sena):
    rader = poster(blad(mapp, f"Utredningar_avslutade_2023{kvartal}.xlsx", "Rapport"), "Ärendenr")
    assert len({r["Ärendenr"] for r in rader}) == len(rader) == avslutade
    assert all(manader[0] <= r["Avslutad"].month <= manader[1] for r in rader)
    assert sum(not inom_manader(dag(r["Inledd"]), dag(r["Avslutad"]), 4) for r in rader) == sena


def test_ett_arende_som_slutar_pa_manadens_sista_dag_finns_pa_bada_sidor_om_gransen(mapp):
    rader = poster(blad(mapp, "Utredningar_avslutade_2023Q1.xlsx", "Rapport"), "Ärendenr")
    fran_31_oktober = {dag(r["Avslutad"]) for r in rader if dag(r["Inledd"]) == date(2022, 10, 31)}
    assert {date(2023, 2, 28), date(2023, 3, 1)} <= fran_31_oktober
    assert inom_manader(date(2022, 10, 31), date(2023, 2, 28), 4)
    assert not inom_manader(date(2022, 10, 31), date(2023, 3, 1), 4)


def test_vuxna_utredda_inom_en_manad_per_kon_och_grupp(mapp):
    rader = poster(blad(mapp, "Utredningar_avslutade_vuxna_2023.xlsx", "Rapport"), "Ärendenr")
    i_tid = [r for r in rader if inom_manader(dag(r["Inledd"]), dag(r["Avslutad"]), 1)]
    assert (len(i_tid), len(rader)) == (28, 60)
    assert (antal(i_tid, Kön="Kvinna"), antal(rader, Kön="Kvinna")) == (19, 29)
    assert (antal(i_tid, Kön="Man"), antal(rader, Kön="Man")) == (9, 31)
    assert set(Counter(r["Grupp"] for r in rader).values()) == {20}
    assert Counter(r["Grupp"] for r in i_tid).most_common(1)[0][0] == "Socialpsykiatri"


@pytest.mark.parametrize(
    "flik, inkomna, over", [("Jan", 122, 23), ("Feb", 147, 36), ("Mar", 174, 132), ("Sep", 170, 0)]
)
def test_forhandsbedomningar_over_fjorton_dagar_i_datum_och_i_kryss(mapp, flik, inkomna, over):
    rader = poster(blad(mapp, "statistikfil_mottag_2023.xlsx", flik), "Inkom datum")
    sena = [r for r in rader if (dag(r["FB klar"]) - dag(r["Inkom datum"])).days > 14]
    assert (len(rader), len(sena)) == (inkomna, over)
    assert sena == [r for r in rader if r["Över 14 d (x)"] in ("x", "X", "ja")]
    assert any((dag(r["FB klar"]) - dag(r["Inkom datum"])).days == 14 for r in rader)


def test_manader_som_inte_matts_har_bara_en_rubrikrad(mapp):
    bok = openpyxl.load_workbook(mapp / "statistikfil_mottag_2023.xlsx")
    assert bok.sheetnames[-1] == "Summering"
    assert {b.title for b in bok if b.max_row == 2} == {
        "Apr", "Maj", "Jun", "Jul", "Aug", "Okt", "Nov", "Dec",
    }  # fmt: skip


def test_forhandsbedomningar_relationsvald_inom_tjugoen_dagar(mapp):
    bok = openpyxl.load_workbook(mapp / "statistikfil_relationsvald_2023.xlsx")
    fil = "statistikfil_relationsvald_2023.xlsx"
    rader = [p for namn in bok.sheetnames[:12] for p in poster(blad(mapp, fil, namn), "Inkom datum")]
    i_tid = sum((dag(r["FB klar"]) - dag(r["Inkom datum"])).days <= 21 for r in rader)
    assert (i_tid, len(rader)) == (207, 212)


TABELL_8 = """
    enhet                              | 2020 | 2021 | 2022 | 2023
    Enheten för vuxna                  | 0    | 0    | 7    | 9
    Enheten för barn och unga          | 0    | 193  | 177  | 209
    Enheten för arbete och försörjning | 112  | 22   | 28   | 27
    Enheten för personligt stöd        | 0    | 1    | 1108 | 200
    Resursenheten                      | 0    | 0    | 18   | 20
"""
TABELL_9 = """
    omrade | 2020 | 2021 | 2022 | 2023
    A      | 85   | 98   | 2    | 54
    B      | 0    | 0    | 98   | 4
    C      | 15   | 0    | 0    | 23
    D      | 0    | 0    | 0    | 4
    E      | 0    | 0    | 0    | 3
    F      | 0    | 0    | 0    | 1
    G      | 0    | 0    | 0    | 4
    H      | 0    | 2    | 0    | 7
"""


@pytest.mark.parametrize("ar, totalt", [("2020", 112), ("2021", 219), ("2022", 1342), ("2023", 465)])
def test_avvikelser_i_bromma_per_enhet_och_kvalitetsomrade(mapp, ar, totalt):
    rader = csvposter(mapp / f"Avvikelser_Bromma_{ar}.csv")
    assert len(rader) == totalt
    assert {r["Händelsedatum"][:4] for r in rader} == {r["Registreringsdatum"][:4] for r in rader} == {ar}
    for rad in rutor(TABELL_8):
        assert antal(rader, Enhet=rad["enhet"]) == int(rad[ar])
    for rad in rutor(TABELL_9):
        inom = [r for r in rader if r["Kvalitetsområde"].rstrip(")")[-1] == rad["omrade"]]
        assert halvt_upp(len(inom), totalt) == int(rad[ar])


def test_personligt_stod_har_hundrafyra_avvikelser_om_tillganglighet(mapp):
    rader = csvposter(mapp / "Avvikelser_Bromma_2023.csv")
    omrade = {"Kvalitetsområde": "En tillgänglig verksamhet (C)", "Enhet": "Enheten för personligt stöd"}
    assert antal(rader, **omrade) == 104


@pytest.mark.parametrize(
    "fil, totalt",
    [
        ("Barn_220901-230831", 390),
        ("Ekonomiskt_220901-230831", 49),
        ("Ekonomiskt_210901-220831", 30),
        ("Vuxna_220901-230831", 27),
        ("Vuxna_210901-220831", 13),
        ("Boende_220901-230831", 928),
        ("Boende_210901-220831", 821),
        ("Övergripande_220901-230831", 1),
    ],
)
def test_avvikelser_i_sydvast_per_kvalitetsar(mapp, fil, totalt):
    rader = csvposter(mapp / f"Avvikelser_Sydväst_{fil}.csv")
    start, slut = (f"20{d[:2]}-{d[2:4]}-{d[4:]}" for d in fil.split("_")[1].split("-"))
    assert len(rader) == totalt
    assert all(start <= r[k] <= slut for r in rader for k in ("Händelsedatum", "Registreringsdatum"))


def test_avvikelser_i_sydvast_per_orsak_typ_och_enhet(mapp):
    barn = csvposter(mapp / "Avvikelser_Sydväst_Barn_220901-230831.csv")
    assert antal(barn, Orsak="Yttre orsaker") == 141
    assert antal(barn, Orsak="Ej avvikelse") == antal(barn, Bedömning="Ej avvikelse") == 6
    assert sum(r["Enhet"].startswith("Barn och familj") for r in barn) == 178
    boende = csvposter(mapp / "Avvikelser_Sydväst_Boende_220901-230831.csv")
    fore = csvposter(mapp / "Avvikelser_Sydväst_Boende_210901-220831.csv")
    for typ, nu, da in [("Läkemedel", 104, 127), ("Samverkan intern", 41, 14), ("Övrigt", 208, 164)]:
        assert (antal(boende, Händelsetyp=typ), antal(fore, Händelsetyp=typ)) == (nu, da)
    assert antal(boende, Händelsetyp="Fallregistrering") == 198


@pytest.mark.parametrize(
    "ar, egen, enskild",
    [
        (2020, (14, 12), (1, 1)),
        (2021, (17, 16), (0, 0)),
        (2022, (28, 26), (1, 1)),
        (2023, (20, 18), (0, 0)),
    ],
)
def test_lex_sarah_i_bromma_per_regi(mapp, ar, egen, enskild):
    rader = poster(blad(mapp, f"Lex Sarah {ar}.xlsx", "Logg"), "Dnr")
    assert {dag(r["Rapport inkom"]).year for r in rader} == {ar}
    for regi, (rapporter, utredningar) in {"egen": egen, "enskild": enskild}.items():
        rapporterade = [r for r in rader if r["Regi (egen/enskild)"].lower() == regi]
        inledda = [r for r in rapporterade if r["Utredning inledd"]]
        assert (len(rapporterade), len(inledda)) == (rapporter, utredningar)
        assert all(dag(r["Utredning inledd"]).year == ar for r in inledda)


def test_lex_sarah_i_bromma_2023_per_enhet_kategori_och_bedomning(mapp):
    rader = poster(blad(mapp, "Lex Sarah 2023.xlsx", "Logg"), "Dnr")
    assert sorted(Counter(r["Enhet"] for r in rader).values()) == [1, 2, 4, 4, 9]
    assert antal(rader, Kategori="Brister i rättssäkerhet vid handläggning och genomförande") == 14
    assert Counter(r["Bedömning"] for r in rader) == {
        "Påtaglig risk för missförhållande": 3,
        "Missförhållande": 8,
        "Allvarligt missförhållande": 2,
        "Ej missförhållande": 5,
        "Utredning ej inledd": 2,
    }
    assert Counter(r["Kategori"] for r in rader if r["IVO-anmäld datum"]).keys() == {
        "Ekonomiska övergrepp",
        "Brister i rättssäkerhet vid handläggning och genomförande",
    }


@pytest.mark.parametrize(
    "fil, rapporter, ej_missforhallande, till_ivo",
    [
        ("Järva IoF 2023", 5, 0, 0),
        ("Järva ÄFS 2023", 13, 7, 0),
        ("Sydväst BoU 2022-2023", 8, 4, 0),
        ("Sydväst EkB 2022-2023", 1, 1, 0),
        ("Sydväst Vuxna 2022-2023", 2, 1, 0),
        ("Sydväst Boende 2022-2023", 67, 43, 7),
        ("Sydväst Boende 2021-2022", 71, 44, 0),
        ("Sydväst Bostad först 2022-2023", 1, 1, 0),
    ],
)
def test_lex_sarah_i_jarva_och_sydvast(mapp, fil, rapporter, ej_missforhallande, till_ivo):
    rader = poster(blad(mapp, f"Lex Sarah {fil}.xlsx", "Logg"), "Dnr")
    assert len(rader) == rapporter
    assert antal(rader, Bedömning="Ej missförhållande") == ej_missforhallande
    assert sum(r["IVO-anmäld datum"] is not None for r in rader) == till_ivo


@pytest.mark.parametrize(
    "ar, klagomal, berom", [(2020, 140, 176), (2021, 88, 107), (2022, 128, 171), (2023, 138, 180)]
)
def test_klagomal_och_berom_i_bromma(mapp, ar, klagomal, berom):
    filer = [f"ILS_klagomål_Bromma_{ar}.xlsx"]
    if ar == 2023:
        filer = [
            f"ILS_klagomål_Bromma_{slag}_2023.xlsx" for slag in ("Myndighetsenheterna", "Utförarenheterna")
        ]
    block = [ils(mapp, fil) for fil in filer]
    for titel, totalt in {"Klagomål": klagomal, "Beröm": berom}.items():
        summor = []
        for b in block:
            *rader, summa = b[titel]
            assert len(rader) == 8
            assert sum(tal(r[4]) for r in rader) == summa[4]
            assert all(tal(t1) + tal(t2) + tal(vb) == tal(ack) for _, t1, t2, vb, ack in rader)
            summor.append(summa[4])
        assert sum(summor) == totalt
    if ar == 2023:
        assert block[0]["Klagomål"][-1][4] * 3 == klagomal


def test_jarva_behaller_ord_nollor_och_tomma_rutor(mapp):
    smf, afs, iof = (ils(mapp, f"ILS_klagomål_Järva_{kort}_2023.xlsx") for kort in ("SMF", "ÄFS", "IoF"))
    fran_vem, kategori = (
        "Från vem har klagomålet/synpunkten inkommit",
        "Kategorisering av klagomål/synpunkter",
    )
    assert [r[4] for r in smf[fran_vem]].count("Inga") == 6
    assert [r[4] for r in afs[fran_vem]].count(None) == 3
    assert [tal(r[4]) for r in iof[kategori]].count(0) == 1
    assert [block[fran_vem][-1][4] for block in (smf, afs, iof)] == [3, 199, 42]
    assert [block[kategori][-1][4] for block in (smf, afs, iof)] == [3, 199, 68]


def test_sydvast_redovisar_bara_kvalitetsaret_som_helhet(mapp):
    ekonomi = ils(mapp, "ILS_synpunkter_Sydväst_EkB_2022-2023.xlsx")
    assert {titel: block[-1][4] for titel, block in ekonomi.items()} == {"Klagomål": 7, "Fråga": 1}
    assert all(rad[1:4] == [None] * 3 for block in ekonomi.values() for rad in block)
    assert ils(mapp, "ILS_synpunkter_Sydväst_BoU_2022-2023.xlsx")["Synpunkt"][-1][4] == 23
    assert ils(mapp, "ILS_synpunkter_Sydväst_Övergripande_2022-2023.xlsx")["Synpunkt"][0][4] == "Inga"


def test_boendes_avsandare_ar_ungefar_halften_allmanheten_och_fyrtiotre_fler_an_aret_fore(mapp):
    nu = csvposter(mapp / "Synpunkter_Boende_2022-2023.csv", "Ärendenr")
    fore = csvposter(mapp / "Synpunkter_Boende_2021-2022.csv", "Ärendenr")
    assert (len(nu), len(fore)) == (94, 94 - 43)
    assert Counter(rad["Typ"] for rad in nu) == {
        "Klagomål": 71, "Beröm": 3, "Förslag": 8, "Fråga": 11, "Ej angivet": 1,
    }  # fmt: skip
    fran = Counter(rad["Från vem"] for rad in nu)
    assert [halvt_upp(fran[vem], 94) for vem in ("Allmänheten", "Brukarna", "Övriga")] == [50, 37, 13]
    flytt = [rad for rad in nu if rad["Kategori"] == "Flytt av verksamheter"]
    assert 40 < len(flytt) < 45
    assert {rad["Typ"] for rad in flytt} == {"Klagomål"}
    for rad in [*nu, *fore]:
        assert (rad["Status"] == "Öppen") == (not rad["Stängd"])
        assert not rad["Stängd"] or rad["Skapad"] < rad["Stängd"]


@pytest.mark.parametrize(
    "fil, utfall",
    [
        ("Ekonomiskt bistånd", {"Q1": (52, 86), "Q2_1": (43, 86), "Q2_2": (37, 86), "Q3": (55, 86)}),
        ("Mottagningsgruppen barn", {"Q1": (26, 26), "Q2": (25, 26), "Q3": (26, 26)}),
        ("Mottagningsgruppen vårdnadshavare", {"Q1": (35, 35), "Q2": (34, 35)}),
        ("Familjerätten", {"Q1": (9, 10), "Q2": (9, 10)}),
        ("Ungdomsenheten", {"Q1": (18, 20)}),
        ("Familjestödsenheten", {"Q1": (134, 140), "Q2": (134, 140), "Q3": (123, 140), "Q4": (13, 14)}),
        ("Föräldrarådgivningen första samtalet", {"Q1": (196, 241)}),
        ("Föräldrarådgivningen fler samtal", {"Q1": (346, 412)}),
        ("Familjehem", {"Q1": (47, 55)}),
        ("Resursverksamheten", {"Q1": (61, 69), "Q2": (56, 69)}),
    ],
)
def test_enkatsvar_per_fraga(mapp, fil, utfall):
    variabler = poster(blad(mapp, f"Export_Enkät_{fil}_2023.xlsx", "Variabler"), "Variabel")
    positiva = {(v["Variabel"], v["Kod"]): v["Positivt svar (J/N)"] for v in variabler}
    svar = poster(blad(mapp, f"Export_Enkät_{fil}_2023.xlsx", "Data"), "RespondentID")
    for kod, (ja, alla) in utfall.items():
        varden = [positiva[kod, s[kod]] for s in svar if s[kod] is not None]
        assert (varden.count("J"), varden.count("J") + varden.count("N")) == (ja, alla)


def test_de_publicerade_procenten_gar_att_fa_ur_enkatsvaren():
    assert [halvt_upp(n, 86) for n in (52, 43, 37, 55)] == [60, 50, 43, 64]
    assert halvt_upp(86, 346) == 25
    assert [halvt_upp(n, 140) for n in (134, 123)] == [96, 88]
    assert halvt_upp(196 + 346, 241 + 412) == 83


def test_mottagningsgruppens_barn_ar_fyra_pojkar_i_april_och_nio_i_oktober(mapp):
    svar = poster(blad(mapp, "Export_Enkät_Mottagningsgruppen barn_2023.xlsx", "Data"), "RespondentID")
    variabler = poster(blad(mapp, "Export_Enkät_Mottagningsgruppen barn_2023.xlsx", "Variabler"), "Variabel")
    kon = {v["Kod"]: v["Etikett"] for v in variabler if v["Frågetext"] == "Kön"}
    assert Counter((s["Avslutad"][5:7], kon[s["Kön"]]) for s in svar) == {
        ("04", "Pojke"): 4, ("04", "Flicka"): 9, ("10", "Pojke"): 9, ("10", "Flicka"): 4,
    }  # fmt: skip


def test_frekvensbladet_sager_detsamma_som_svaren(mapp):
    frekvens = blad(mapp, "Export_Enkät_Ekonomiskt bistånd_2023.xlsx", "Frekvens")
    assert [rad[1] for rad in frekvens if rad[0] == "Totalt"] == [86] * 7


def test_nyckeltal_och_samverkan_som_de_publicerats(mapp):
    nyckeltal = poster(blad(mapp, "Nyckeltal_Sydväst_Fritid_2023.xlsx", "Nyckeltal"), "Nyckeltal/Indikator")
    assert [(n["2022"], n["2023"]) for n in nyckeltal] == [(37, 73), (201, 192), (82, 46), ("1 075", 183)]
    samverkan = poster(blad(mapp, "Samverkan_vuxna_2023.xlsx", "Samverkan"), "Arbetsgrupp")
    summor = [
        tuple(sum(s[k] for s in samverkan if s["Arbetsgrupp"] == grupp) for k in ("Samverkat", "Aktuella"))
        for grupp in ("Funktionsnedsättning", "Socialpsykiatri", "Beroende")
    ]
    assert summor == [(36, 48), (38, 68), (31, 43)]
    assert len({s["Period"] for s in samverkan}) == 3
    assert halvt_upp(31, 43) == 72


def test_ett_beslut_ar_inte_verkstallt_och_det_ar_rapporterat(mapp):
    rader = poster(blad(mapp, "Beslut_verkställighet_2023.xlsx", "Beslut"), "Beslutsnr")
    ej = [r for r in rader if r["Verkställt"] == "Ej verkställt"]
    assert (len(rader), len(ej)) == (23, 1)
    assert all(r["Rapporterad till IVO"] for r in ej)
    sena = [
        r for r in rader if r not in ej and not inom_manader(dag(r["Beslutsdatum"]), dag(r["Verkställt"]), 3)
    ]
    assert len(sena) == 3


def test_pagaende_utredningar_ar_sa_manga_att_tjugo_ar_fyra_komma_fyra_procent(mapp):
    rader = poster(blad(mapp, "Utredningar_pagaende_2023-09-30.xlsx", "Rapport"), "Ärendenr")
    assert {r["Avslutad"] for r in rader} == {None}
    assert 4.35 <= 100 * 20 / len(rader) < 4.45
    sena = [r for r in rader if not inom_manader(dag(r["Inledd"]), date(2023, 9, 30), 4)]
    assert (len(sena), sum(r["Förlängd t.o.m."] is not None for r in sena)) == (41, 22)


def test_exemplen_har_bedomningar_beslut_och_moten_som_syns_i_siffrorna(exempel_workspace: Workspace):
    yta = exempel_workspace
    assert {b.vinkel.indikator: b.bedomning for b in yta.bedomningar()} == {
        "forhandsbedomning_barn_inom_14_dagar": "behöver förbättras",
        "forandringsplan_andel": "bra",
        "barnsamtal_andel": "kan inte bedömas",
    }
    nasta, forra = yta.moten.list()
    beslutade = [a for a in yta.atgarder() if a.mote == forra.rubrik]
    assert (forra.status, len(beslutade), len(nasta.bilder)) == ("hållet", 2, 4)
    [gjord] = [a for a in beslutade if not a.oppen]
    assert (
        yta.effect(gjord.nr)
        .mening.replace("\N{NO-BREAK SPACE}", " ")
        .startswith("Sedan 2023-04-01: 100 % (170 av 170) mot 56,9 % (252 av 443) före.")
    ), "Tabell 2: 122, 147 och 174 varav 23, 36 och 132 sena; 170 varav ingen"
