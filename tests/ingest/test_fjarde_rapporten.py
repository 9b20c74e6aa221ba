"""A further district's year: the steering system's tables, a log kept by hand and a pivot, as they come."""

import pytest

from tests.ingest.filer import felrader, las, rader, ritat, xlsx

KOLUMNER = "Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall"
ILS = f"Klagomål/synpunkter/kategorier | {KOLUMNER}"
PERIOD = "Period: 2025 | | | |"


def summor(inlasning, *nycklar: str) -> dict:
    """Sum of antal per combination of columns, without what is blank or zero."""
    ut: dict = {}
    for rad in rader(inlasning):
        nyckel = tuple(rad[n] for n in nycklar)
        ut[nyckel] = ut.get(nyckel, 0) + (rad["antal"] or 0)
    return {k: v for k, v in ut.items() if v}


BLOCK_MED_EGNA_RUBRIKER = f"""
    {PERIOD}
    Ämne               | {KOLUMNER}
    Bemötande          | 2  st |  | 1  st | 3  st
    Fråga/idé          |       |  | 1 st  | 1 st
    Personuppgifter    | {KOLUMNER}
    Hantering av       |       |  |       |
    personuppgifter    |       |  | 1 st  | 1 st
    Beröm              | {KOLUMNER}
    Beröm              |       | 9  st |  | 9  st
    Från vem           | {KOLUMNER}
    Brukare/patient    | 2 st  |  | 1 st  | 3 st
    Lex Sarah          | {KOLUMNER}
    Annat, ange vad    |       |  |       |
    Information från enskild utförare om rapport |  |  | 1 st | 1 st
"""


def test_en_rubrik_over_etiketterna_kan_saga_vad_blocket_handlar_om():
    assert summor(las(BLOCK_MED_EGNA_RUBRIKER), "typ", "kategori", "avsandare") == {
        ("klagomål", "Bemötande", None): 3,
        ("fråga", "Fråga/idé", None): 1,
        ("klagomål", "Hantering av personuppgifter", None): 1,
        ("beröm", None, None): 9,
        ("klagomål/synpunkt", None, "Brukare/patient"): 3,
        ("lex Sarah", "Information från enskild utförare om rapport", None): 1,
    }


def test_titeln_ovanfor_och_rubriken_over_etiketterna_sager_det_tillsammans():
    text = f"""
        {PERIOD}
        Beröm     | | | |
        Ämne      | {KOLUMNER}
        Bemötande | 1 | | 1 | 2
        Klagomål  | | | |
        Ämne      | {KOLUMNER}
        Bemötande | | | 3 | 3
        Klagomål och synpunkter | | | |
        Från vem  | {KOLUMNER}
        Anonym    | | | 5 | 5
    """
    assert summor(las(text), "typ", "avsandare") == {
        ("beröm", None): 2,
        ("klagomål", None): 3,
        ("klagomål/synpunkt", "Anonym"): 5,
    }


def test_ett_forsta_block_med_okand_rubrik_gar_inte_forlorat():
    text = f"""
        {PERIOD}
        Vad det gäller | {KOLUMNER}
        Bemötande      | 1 | | 1 | 2
        Från vem       | {KOLUMNER}
        Anonym         | | | 2 | 2
    """
    assert summor(las(text), "kategori", "avsandare") == {("Bemötande", None): 2, (None, "Anonym"): 2}


def test_varje_block_kan_sta_pa_ett_eget_blad_som_sager_vad_det_ar():
    blad = "".join(
        f"\n---{namn}---\n{PERIOD}\n{ILS}\n{etikett} | | | {n} | {n}"
        for namn, etikett, n in (("Ämne", "Bemötande", 3), ("Beröm", "Beröm", 9), ("Från vem", "Anonym", 2))
    ).removeprefix("\n---Ämne---")
    assert summor(las(xlsx(blad.replace("Blad1", "Ämne"))), "typ", "avsandare") == {
        ("klagomål", None): 3,
        ("beröm", None): 9,
        ("klagomål/synpunkt", "Anonym"): 2,
    }


TVA_BLAD = """
    {}
    Klagomål | | | |
    {ILS}
    Bemötande | 1 | | | 1
    ---Äldre---
    {}
    Klagomål | | | |
    {ILS}
    Bemötande | 2 | | | 2
"""


def test_tva_blad_om_samma_sak_laggs_inte_ihop_i_tysthet():
    utan = las(TVA_BLAD.replace("{ILS}", ILS).format(PERIOD, PERIOD))
    assert utan.refused
    assert "Bladen «Blad1» och «Äldre» har värden för samma sak" in felrader(utan)[0]
    med = TVA_BLAD.replace("{ILS}", ILS).format(
        f"{PERIOD}\nAvdelning | IoF | | |", f"{PERIOD}\nAvdelning: Äldre | | | |"
    )
    assert summor(las(med), "avdelning") == {("IoF",): 1, ("Äldre",): 2}


MED_AR = "Utfall T1 2025 | Utfall T2 2025 | Utfall VB 2025 | Ack. utfall 2025"


@pytest.mark.parametrize(
    "rubriker, varden, vantat",
    [
        ("T1 | T2 | VB | Ackumulerat utfall", "1 | 2 | 3 | 6", {"01": 1, "05": 2, "09": 3}),
        ("Utfall T1 | Utfall T2 | Utfall T3 | Utfall VB", "1 | 2 | 3 | 6", {"01": 1, "05": 2, "09": 3}),
        (MED_AR, "1 | | 3 | 4", {"01": 1, "09": 3}),
        (MED_AR, "1 | 3 | 6 | 6", {"01": 1, "05": 2, "09": 3}),
    ],
)  # fmt: skip
def test_ett_tertial_ar_ett_tertial_ocksa_med_aret_i_rubriken(rubriker: str, varden: str, vantat: dict):
    text = f"{PERIOD}\nKlagomål | | | |\nKlagomål/synpunkter/kategorier | {rubriker}\nBemötande | {varden}"
    assert {r["period_start"].strftime("%m"): r["antal"] for r in rader(las(text)) if r["antal"]} == vantat


def test_ett_utfall_for_aret_fore_star_bredvid_arets_tertial():
    text = f"""
        {PERIOD}
        Klagomål  | | | | |
        {ILS} | Utfall 2024
        Bemötande | 1 | | | 1 | 7
    """
    assert [
        (r["period_start"].year, r["periodslag"], r["antal"]) for r in rader(las(text)) if r["antal"]
    ] == [
        (2025, "tertial", 1),
        (2024, "kalenderar", 7),
    ]


def test_tertialen_kan_sta_i_en_egen_rad_under_utfall():
    text = """
        Klagomål 2025                  |        |    |    |
        Klagomål/synpunkter/kategorier | Utfall |    |    | Ack. utfall
                                       | T1     | T2 | VB |
        Bemötande                      | 1 st   |    | 1 108 st | 1 109 st
    """
    assert [r["antal"] for r in rader(las(text))] == [1, None, 1108]


def test_en_summarad_som_ar_ackumulerad_som_raderna_ar_inget_fel():
    text = f"""
        {PERIOD}
        Klagomål  |   |   |   |
        {ILS}
        Bemötande | 1 | 3 | 6 | 6
        Kompetens |   | 2 | 2 | 2
        Samverkan |   |   | 1 | 1
        Totalt    | 1 | {{}} | 9 | 9
    """
    assert all(k.stammer for k in las(text.format(5)).kontroller)
    assert [k.cell for k in las(text.format(4)).kontroller if not k.stammer] == ["C7"]


def test_summan_av_aret_fore_inom_parentes_jamfors_med_sina_egna_rader():
    text = """
        Klagomål 2025 (2024 inom parentes) |
        Kategori  | Antal
        Bemötande | 3 (1)
        Kompetens | 4 (2)
        Totalt    | 7 ({})
    """
    assert all(k.stammer for k in las(text.format(3)).kontroller)
    assert [(k.publicerat, k.beraknat) for k in las(text.format(4)).kontroller if not k.stammer] == [(4, 3)]


def test_pivottabellens_bada_rubrikrader_kan_upprepas_vid_sidbrytning():
    text = """
        Tyck till 2025    |
        Kategori          | Antal av
        Radetiketter      | Antal av Kategori
        Park              |
        Belysning i park  | 1
        Kategori          | Antal av
        Radetiketter      | Antal av Kategori
        Gata              |
        Belysning i park  | 4
        Totalsumma        | 5
    """
    assert summor(las(text), "kategori", "underkategori") == {
        ("Park", "Belysning i park"): 1,
        ("Gata", "Belysning i park"): 4,
    }


LOGG = "Dnr | Rapport inkom | Enhet | Regi | Lagrum | Kategori | Bedömning"


def test_loggen_far_ha_bade_gammal_och_ny_lag_och_ord_skrivna_for_hand():
    text = f"""
        Lex Sara 2025 |
        {LOGG}
        2025 |
        1 | 2025-06-30 | A | Entreprenad    | 14 kap. 3 § SoL (2001:453) | Rättssäkerhet | Inget missförhållande
        2 | 2025-07-01 | A | Kommunal regi  | 27 kap. 2 § SoL 2025:400   | Brist i bemötande | Ej missförhållande - förebyggande åtgärd
        3 | 2025-07-02 | B | Privat utförare | 24 b § LSS                | Utförandet | Påtaglig risk för ett missförhållande
        4 | 2025-07-02 | B | egen           | SoL/LSS                    | Annat | Pågående
        Totalt: 4 |
        Källa: egen lista, uttag 2026-01-15 |
    """  # noqa: E501
    fick = rader(las(text))
    assert [(r["regi"], r["lagrum"], r["bedomning"]) for r in fick] == [
        ("enskild", "SoL", "Ej missförhållande"),
        ("egen", "SoL", "Ej missförhållande – förebyggande åtgärd"),
        ("enskild", "LSS", "Påtaglig risk för missförhållande"),
        ("egen", "SoL/LSS", "Pågår"),
    ]
    assert fick[1]["kategori"] == "Brister i bemötande"


def test_en_rapport_pa_tva_rader_sags():
    text = f"""
        {LOGG}
        1 | 2025-06-30 | Barn  | egen | SoL | Bemötande | Pågår
        1 | 2025-06-30 | Vuxna | egen | SoL | Bemötande | Pågår
        2 | 2025-06-30 | Vuxna | egen | SoL | Bemötande | Pågår
    """
    varningar = las(text).warnings
    assert ["samma nummer och datum" in v and "rad 3" in v for v in varningar] == [True]
    assert las(text.replace("Barn", "Vuxna")).warnings == [
        "1\u00a0rad är en exakt upprepning av ett ärende och räknas inte en gång till."
    ]


def test_en_regi_som_ingen_kanner_till_avvisas_med_vad_som_ska_goras():
    [fel] = felrader(las(f"{LOGG}\n1 | 2025-06-30 | A | brukarkooperativ | SoL | Bemötande | Pågår"))
    assert "D2 (Regi)" in fel
    assert "Skriv ett av dem i källan" in fel


@pytest.mark.parametrize("skrivet", ["A – rättssäker och säker", "A. Rättssäker", "a", "En verksamhet (A)"])
def test_ett_kvalitetsomrade_kanns_igen_pa_sin_bokstav(skrivet: str):
    text = f"Avvikelsenr | Händelsedatum | Lex Sarah | Kvalitetsområde\n1 | 2025-02-01 | nej | {skrivet}"
    assert [r["omrade"] for r in rader(las(text))] == ["A"]


def test_en_sats_om_antalet_och_en_kalla_under_en_lista_ar_inga_avvikelser():
    text = """
        Avvikelsenr | Händelsedatum | Lex Sarah
        1           | 2025-02-01    | nej
        2           | 2025-02-02    |
        Totalt: 2   |               |
                    |               |
        Källa: avvikelsesystemet, uttag i januari | |
    """
    assert len(rader(las(text))) == 2


def test_riskmatrisens_rad_om_antalet_ar_ingen_risk():
    text = """
        Riskanalys 2025 | | | |
        Delprocess | Nr | Risk | Sannolikhet | Konsekvens
        P          | 1  | R    | 4. Sannolikt | 3.Kännbar
        Kritisk Medium Totalt: 1 | | | |
    """
    assert [r["risk"] for r in rader(las(text))] == ["R"]


def test_sista_raden_i_en_okand_lista_blir_aldrig_rubrik_for_sin_summa():
    text = """
        Lex Sarah 2025 |            |       |
        Löpnummer      | När kom den | Var  | Vad
        1              | 2025-01-03 | Barn  | Bemötande
        2              | 2025-02-03 | Vuxna | Bemötande
        Summa          | 2          |       |
    """
    assert las(text).refused


def test_personuppgiftsincidenter_far_heta_bara_datum():
    text = "Nr | Datum | Enhet | Typ av incident\n1 | 2025-01-03 | A | Fel mottagare\nTotalt | 1 | |"
    assert [str(r["intraffad"]) for r in rader(las(text))] == ["2025-01-03"]


def test_styrsystemets_indikatorer_for_kvinnor_och_man_ar_varden():
    text = """
        Indikatorer 2025 | | | |
        Indikatorer   | Utfall | Utfall Kvinnor/Flickor | Utfall Män/Pojkar | Årsmål 2025
        Andel trygga  | 85 %   | 83 %                   | 87 %              | 90 %
    """
    assert {(r["kon"], r["jamforelse"]): r["matt"] for r in rader(las(text))} == {
        (None, "egen"): 0.85,
        ("kvinnor", "egen"): 0.83,
        ("män", "egen"): 0.87,
        (None, "mal"): 0.9,
    }


@pytest.mark.parametrize(
    "fil", ["Lex Sarah 2025.xlsx", "Avvikelser pivot 2025.xlsx", "PU-incidenter 2025.xlsx"]
)
def test_en_pivottabell_over_nagot_annat_blir_inte_synpunkter(fil: str):
    text = "Radetiketter | Antal av Kategori\nBemötande | 2\nTotalsumma | 2"
    assert "inte synpunkter" in felrader(las(xlsx(text), fil))[0]
    assert not las(xlsx(text), "Tyck till 2025.xlsx").refused


def test_en_brukarundersokning_far_ha_aret_i_alla_rubriker():
    text = """
        ---DV---
        Fråga      | HV 2025 | HV 2023 | Män 2025 | Staden 2025 | Antal svar 2025 | Svarsfrekvens 2025
        Trivs du?  | 92      | 80      | -        | 81          | 38              | 66
    """
    inlasning = las(xlsx({k: v for k, v in ritat(text).items() if v}))
    assert inlasning.profil.id == "brukarundersokning"
    egna = {
        r["period_start"].year: r["matt"] for r in rader(inlasning) if r["jamforelse"] == "egen" and r["matt"]
    }
    assert (egna[2023], {r["matt"] for r in rader(inlasning) if r["jamforelse"] == "staden"}) == (0.8, {0.81})


def test_enheten_kan_sta_i_en_egen_kolumn_bredvid_kategorin():
    text = f"""
        {PERIOD}
        Klagomål  | | | | |
        Enhet     | {ILS}
        Hemtjänst | Bemötande | 1 st | | | 1 st
        Boende    | Bemötande | 2 st | | | 2 st
    """
    assert summor(las(text), "enhet") == {("Hemtjänst",): 1, ("Boende",): 2}


def test_brukarundersokningens_insats_kan_sta_i_en_egen_kolumn():
    text = """
        Insats      | Fråga     | HV 2025 | Antal svar | Svarsfrekvens
        Gruppbostad | Trivs du? | 71      | 14         | 30
        Boendestöd  | Trivs du? | 92      | 38         | 66
    """
    egna = [r for r in rader(las(text)) if r["kategori"] == "Trivs du?"]
    assert {r["insats"]: r["matt"] for r in egna} == {"Gruppbostad": 0.71, "Boendestöd": 0.92}
