"""Tables of reported values: what headings mean, what cells say, blocks, totals, and what is refused."""

import io

import pytest
import xlsxwriter

from kvalitet_metrics.ingest.measures import dela, tolka
from tests.ingest.filer import felrader, las, rader, xlsx

ILS = "Klagomål/synpunkter/kategorier | Utfall T1 | Utfall T2 | Utfall VB | Ack. utfall\n"
PERIOD = "Period: 2023||||\n"


@pytest.mark.parametrize(
    "rubrik, vems, ar, kon, enhet, roll",
    [
        ("Bromma 2022", "egen", 2022, None, None, "matt"),
        ("Staden 2023", "staden", 2023, None, None, "matt"),
        ("Staden 2023 män", "staden", 2023, "män", None, "matt"),
        ("Kvinnor", "egen", None, "kvinnor", None, "matt"),
        ("Good\nenoug\nh mål", "good_enough_mal", None, None, None, "matt"),
        ("Snitt KEKS", "keks_snitt", None, None, None, "matt"),
        ("Riket", "riket", None, None, None, "matt"),
        ("Föregående", "foregaende", None, None, None, "matt"),
        ("Mål 2023", "mal", 2023, None, None, "matt"),
        ("Andel positiva (%)", "egen", None, None, "procent", "matt"),
        ("Antal svar", "egen", None, None, "antal", "namnare"),
        ("Svarsfrekvens", "egen", None, None, "procent", "svarsfrekvens"),
        ("Svarsfrekvens staden", "staden", None, None, "procent", "svarsfrekvens"),
        ("Svarsfrekvens riket (%)", "riket", None, None, "procent", "svarsfrekvens"),
        ("Totalt", "egen", None, None, None, "total"),
        ("Kommentar", "egen", None, None, None, "text"),
        ("Andel som nått mål", "egen", None, None, "andel", "matt"),
        ("Andel kvinnor", "egen", None, None, "andel", "matt"),
        ("Antal män", "egen", None, "män", "antal", "matt"),
    ],
)
def test_en_rubrik_sager_vems_varde_nar_vilka_och_i_vilken_enhet(rubrik, vems, ar, kon, enhet, roll):
    r = tolka(rubrik)
    assert (r.jamforelse, r.period and r.period[0].year) == (vems, ar)
    assert (r.kon, r.matenhet, r.roll) == (kon, enhet, roll)


@pytest.mark.parametrize(
    "cell, tal, inom, bedomning, prioritering",
    [
        ("29 (13)", "29", "13", None, None),
        ("0 (0)", "0", "0", None, None),
        ("12 (-)", "12", "-", None, None),
        ("Röd/83/\nPrioriter\na", "83", None, "röd", "Prioritera"),
        ("Gul", None, None, "gul", None),
        ("72,4 %", "72,4 %", None, None, None),
    ],
)
def test_en_cell_kan_saga_mer_an_ett_tal(cell, tal, inom, bedomning, prioritering):
    d = dela(cell)
    assert (d.tal, d.inom_parentes, d.bedomning, d.prioritering) == (tal, inom, bedomning, prioritering)


# Blocks and labels


def test_ett_block_utan_titel_tar_inte_den_sista_tomma_kategorin_som_titel():
    text = PERIOD + "Klagomål||||\n" + ILS + "Bemötande|1|2||3\nKompetens||||\n" + ILS + "Samverkan|1|||1\n"
    lasta = {(r["typ"], r["kategori"]) for r in rader(las(text))}
    assert lasta == {("klagomål", "Bemötande"), ("klagomål", "Kompetens"), ("klagomål", "Samverkan")}


def test_samma_etikett_i_tva_block_utan_titlar_ar_ett_fel_sa_att_inget_raknas_tva_ganger():
    text = PERIOD + "Klagomål||||\n" + ILS + "Bemötande|1|||1\n" + ILS + "Bemötande|2|||2\n"
    fel = las(text).faults
    assert {f.cell for f in fel} == {"B6", "E6"}
    assert "finns även som rad 4" in fel[0].message
    assert "egen titel" in fel[0].hint


def test_tabellen_for_lex_sarah_blir_inga_klagomal():
    block = "Bemötande|1|2||3\nTotalt|1|2||3\nLex Sarah||||\n" + ILS + "Bemötande|1|||1\n"
    lasta = rader(las(PERIOD + "Klagomål||||\n" + ILS + block))
    assert {(r["typ"], r["rad"]) for r in lasta} == {("klagomål", 4), ("lex Sarah", 8)}


def test_etiketter_brutna_over_flera_rader_fogas_ihop_och_tomt_ar_inte_noll():
    text = "Beslut (avsaknad||||\nav, missnöje||||\nmed etc)|1|2||3\nInformation (utebliven||||\ninfo)||||\n"
    lasta = [
        (r["rad"], r["kategori"], r["antal"]) for r in rader(las(PERIOD + "Klagomål||||\n" + ILS + text))
    ]
    assert lasta[0] == (6, "Beslut (avsaknad av, missnöje med etc)", 1)
    assert lasta[-1] == (7, "Information (utebliven info)", None)


def test_avstavade_etiketter_fogas_utan_streck():
    text = "Antal avvikelser 2023 |\nGrupp | Antal\nFunktions- |\nnedsättning | 3\nBeroende | 4\n"
    assert [r["kategori"] for r in rader(las(text))] == ["Funktionsnedsättning", "Beroende"]


def test_kategorier_med_sma_bokstaver_ar_egna_rader():
    text = "Antal avvikelser 2023 |\nKategori | Antal\nbemötande | 3\nkompetens |\nsamverkan | 4\n"
    assert [r["kategori"] for r in rader(las(text))] == ["bemötande", "kompetens", "samverkan"]


def test_en_kort_etikett_ar_inte_bruten_fast_nasta_borjar_med_liten_bokstav():
    text = "Antal avvikelser 2023 |\nKategori | Antal\nBemötande | 3\nfall |\nÖvrigt | 4\n"
    assert [r["kategori"] for r in rader(las(text))] == ["Bemötande", "fall", "Övrigt"]


def test_dolda_blad_med_varje_motesplats_lases_inte_men_namns():
    synligt = [["Index", "2023", "Snitt KEKS"], ["Trygghet", "91 %", "90 %"]]
    dolt = [["Index", "2023", "Snitt KEKS"], ["Trygghet", "75 %", "90 %"]]
    inlasning = las(xlsx({"Alla": synligt, "Gården": dolt}, dolda=["Gården"]))
    assert [r["matt"] for r in rader(inlasning)] == [0.91, 0.9]
    assert [w for w in inlasning.warnings if "«Gården»" in w]


def sammanfogad() -> bytes:
    """A workbook where the groups of the heading are merged over their years."""
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True})
    blad = bok.add_worksheet("Blad1")
    blad.write(0, 0, "Tabell 4. Nöjda brukare")
    blad.merge_range(1, 0, 2, 0, "Enhet")
    blad.merge_range(1, 1, 1, 2, "Bromma")
    blad.merge_range(1, 3, 1, 4, "Staden")
    blad.write_row(2, 1, [2022, 2023, 2022, 2023])
    blad.write_row(3, 0, ["Norr", "70 %", "72 %", "60 %", "61 %"])
    bok.close()
    return ut.getvalue()


@pytest.mark.parametrize(
    "fil",
    [
        sammanfogad(),
        xlsx(
            "Tabell 4. Nöjda brukare||||\n|Bromma||Staden|\n"
            "Enhet|2022|2023|2022|2023\nNorr|70 %|72 %|60 %|61 %\n"
        ),
    ],
    ids=["sammanfogade celler", "tomma celler"],
)
def test_rubriker_i_tva_rader_lases_hela(fil: bytes):
    lasta = [
        (r["typ"], r["enhet"], r["jamforelse"], r["period_start"].year, r["matt"]) for r in rader(las(fil))
    ]
    assert lasta == [
        ("Nöjda brukare", "Norr", "egen", 2022, 0.7),
        ("Nöjda brukare", "Norr", "egen", 2023, 0.72),
        ("Nöjda brukare", "Norr", "staden", 2022, 0.6),
        ("Nöjda brukare", "Norr", "staden", 2023, 0.61),
    ]


def test_rubrikord_brutna_mellan_rader_kanns_anda_igen():
    text = "Index|2023|Good|Snitt\n||enough mål|KEKS\nAndel unga som producerar|||\nverksamhet|8 %|30 %|5 %\n"
    inlasning = las(text)
    assert inlasning.profil.id == "keks"
    assert [(r["jamforelse"], r["matt"]) for r in rader(inlasning)] == [
        ("egen", 0.08),
        ("good_enough_mal", 0.3),
        ("keks_snitt", 0.05),
    ]


def test_flera_tabeller_pa_ett_blad_har_sina_egna_titlar_och_radrubriker():
    text = (
        "Tabell 1. Antal besök||\nEnhet|2022|2023\nNorr|5|6\n||\n"
        "Tabell 2. Antal samtal||\nGrupp|Antal 2022|Antal 2023\nA|7|8\n"
    )
    lasta = [(r["typ"], r["enhet"], r["grupp"], r["matt"]) for r in rader(las(text))]
    assert lasta == [
        ("Antal besök", "Norr", None, 5),
        ("Antal besök", "Norr", None, 6),
        ("Antal samtal", None, "A", 7),
        ("Antal samtal", None, "A", 8),
    ]


# Brackets


def test_vad_parentesen_ar_far_sta_pa_en_egen_rad_under_titeln():
    text = "Tabell 7. Inkomna rapporter 2023.|\n(Parantes år 2021)|\nKategori|Antal\nAnnat|0 (2)\n"
    lasta = [(r["typ"], r["period_start"].year, r["matt"]) for r in rader(las(text))]
    assert lasta == [("Inkomna rapporter", 2023, 0), ("Inkomna rapporter", 2021, 2)]


def test_parentesen_ar_samma_matt_aret_innan_fran_samma_cell():
    text = "Kategori/typ av avvikelse | Antal\nLäkemedel | 104 (127)\nÖvrigt | 208 (Inga)\n"
    lasta = rader(las("Avvikelser |\nKvalitetsår 2022/2023 |\n" + text))
    assert [(r["kolumn"], r["rad"], str(r["period_start"]), r["matt"]) for r in lasta] == [
        ("B", 4, "2022-09-01", 104),
        ("B", 4, "2021-09-01", 127),
        ("B", 5, "2022-09-01", 208),
        ("B", 5, "2021-09-01", 0),
    ]
    assert lasta[0]["skrivet"] == "104 (127)"


def test_parentesens_ar_kan_sta_i_titeln():
    text = "Antal klagomål 2023, 2020 inom parentes |\nEnhet | Antal\nNorr | 5 (9)\n"
    assert [(r["period_start"].year, r["matt"]) for r in rader(las(text))] == [(2023, 5), (2020, 9)]


def test_parentes_i_ett_tertial_gissas_inte():
    text = PERIOD + "Klagomål||||\n" + ILS + "Bemötande|1 (2)|2||3\n"
    [fel] = las(text).faults
    assert (fel.cell, fel.message) == ("B4", "Det framgår inte vilken period talet inom parentes gäller.")
    sagt = rader(las(text.replace("Klagomål||||", "Klagomål, föregående år inom parentes||||")))
    assert [(str(r["period_start"]), r["antal"]) for r in sagt[:2]] == [("2023-01-01", 1), ("2022-01-01", 2)]


# Cells


def test_text_i_en_talcell_blir_aldrig_ett_tal():
    text = "Tabell 3. Synpunkter||\nPeriod: 2023||\nEnhet|Antal|Kommentar\n"
    inlasning = las(text + "Norr|cirka 60|En lång berättelse\nSyd|Inga|\nVäst|12 (varav 3)|x\nÖst|5|\n")
    assert [(r["enhet"], r["matt"], r["saknas"], r["skrivet"]) for r in rader(inlasning)] == [
        ("Norr", None, "text", None),
        ("Syd", 0, None, "Inga"),
        ("Väst", None, "text", None),
        ("Öst", 5, None, None),
    ]
    [varning] = [w for w in inlasning.warnings if w.startswith("Text i stället för tal")]
    assert "B4, B6" in varning
    assert "berättelse" not in " ".join(inlasning.warnings)


def test_i_ils_ar_text_i_en_talcell_ett_fel():
    fel = felrader(las(PERIOD + "Klagomål||||\n" + ILS + "Bemötande|cirka 60|1 1  st|| 2  st\n"))
    assert [f.split(": ", 1)[0] for f in fel] == [
        "bladet «Blad1», B4 (Utfall T1)",
        "bladet «Blad1», C4 (Utfall T2)",
    ]


def test_en_andel_utan_procenttecken_gissas_inte():
    fel = las("Andel nöjda 2023 |\nEnhet | Andel\nNorr | 72\nSyd | 0,8\n").faults
    assert [(f.cell, f.hint) for f in fel] == [
        ("B3", "Skriv procenttecken i cellen eller i rubriken, till exempel 72,4 %.")
    ]
    assert [r["matt"] for r in rader(las("Nöjda 2023 |\nEnhet | Andel (%)\nNorr | 72,4\n"))] == [0.724]


def test_varden_utan_etikett_ar_ett_fel():
    [fel] = las("Antal klagomål 2023 |\nEnhet | Antal\nNorr | 5\n | 7\n").faults
    assert (fel.cell, fel.message.split()[:4]) == ("A4", ["Raden", "har", "värden", "men"])


# Totals


def test_summarad_och_summakolumn_kontrolleras_och_ar_kvar_som_de_publicerats():
    text = "Antal brukare 2023|||\nEnhet|Kvinnor|Män|Totalt\nNorr|4|5|9\nSyd|3|3|7\nTotalt|7|8|16\n"
    inlasning = las(text)
    varningar = [w.split(", ", 1)[1] for w in inlasning.warnings]
    assert varningar == [
        "D4 (Totalt) anger 7, men raderna ger 6.",
        "D5 (Totalt) anger 16, men raderna ger 15.",
    ]
    assert [r["matt"] for r in rader(inlasning) if r["kategori"] == "Totalt"] == [7, 8, 16]
    assert {r["enhet"] for r in rader(inlasning)} == {"Norr", "Syd", None}


def test_andelar_laggs_inte_ihop_till_en_kontrollsumma():
    text = "Nöjda 2023||\nEnhet|Kvinnor|Totalt\nNorr|70 %|72 %\nSyd|60 %|61 %\nTotalt|66 %|68 %\n"
    inlasning = las(text)
    assert (inlasning.warnings, inlasning.kontroller) == ([], [])


# What is refused, and what is left to others


def test_utan_period_avvisas_tabellen_och_den_kan_anges_i_en_cell():
    tabell = "Enhet | Antal\nNorr | 5\n"
    [fel] = las("Antal klagomål |\n" + tabell).faults
    assert "vilken period" in fel.message
    assert "«Period: 2023»" in fel.hint
    [rad] = rader(las("Antal klagomål |\nPeriod: 2023 |\n" + tabell))
    assert (rad["typ"], rad["enhet"], rad["matt"]) == ("Antal klagomål", "Norr", 5)


@pytest.mark.parametrize(
    "lista",
    [
        "Avvikelsenr|Händelsedatumet x|Enhet|Händelsetyp\nA1|2023-01-01|Norr|Fall\n",
        "Nr|Namn|Antal barn\n1|A|2\n2|B|3\n",
        "Period: 2023||\nEnhet|Kommunkod|Antal\nNorr|0180|2\n",
        "Period: 2023||\nÄrende|Inledd|Avslutad\nA|2023-01-01|2023-02-01\n",
        "Period: 2023|\nRapport|\nEnheten för vuxna|\n",
        "Period: 2023|||\nRegion|Ålder|2022|2023\nVäst|0-4 år|5|6\nVäst|5-9 år|7|8\n",
        "Period: 2023||\nNamn|Lat|Antal\nA|59,1|2\n",
        "Period: 2023|\nDag|Antal besök\n2023-01-01|3\n",
        "Period: 2023||\nÄmne|Utfall T1|Ack. utfall\nBemötande|3|3\n",
    ],
)
def test_en_lista_eller_skadad_export_tas_aldrig_for_en_tabell_med_resultat(lista: str):
    inlasning = las(lista)
    assert inlasning.refused
    assert inlasning.faults[0].hint


def test_blad_med_olika_slags_tabeller_blandas_inte():
    blad = {
        "A": [["Antal klagomål 2023"], ["Typ av klagomål", "2023"], ["Bemötande", 3]],
        "B": [["Antal avvikelser 2023"], ["Enhet", "2023"], ["Norr", 3]],
    }
    [fel] = las(blad).faults
    assert "«A» (Tabell över klagomål och synpunkter) och «B» (Tabell med resultat)" in fel.message


def test_flera_blad_med_samma_slags_tabell_lases_alla():
    blad = {
        ar: [[f"Avvikelser {ar}"], ["Enhet", "Antal"], ["Norr", int(ar) - 2000]] for ar in ("2022", "2023")
    }
    assert [(r["blad"], r["period_start"].year, r["matt"]) for r in rader(las(blad))] == [
        ("2022", 2022, 22),
        ("2023", 2023, 23),
    ]


def test_manader_i_rader_och_ar_i_kolumner_ger_manaden_i_sitt_ar():
    lasta = rader(las("Antal besök||\nMånad|2022|2023\nJanuari|5|6\nFebruari|7|8\n"))
    assert [(str(r["period_start"]), r["matt"]) for r in lasta] == [
        ("2022-01-01", 5),
        ("2023-01-01", 6),
        ("2022-02-01", 7),
        ("2023-02-01", 8),
    ]


def test_ar_i_rader_och_matt_i_kolumner():
    lasta = rader(las("År|Antal ärenden|Andel i tid\n2021|100|80 %\n2022|110|82 %\n"))
    assert [(r["kategori"], r["period_start"].year, r["matt"], r["matenhet"]) for r in lasta] == [
        ("Antal ärenden", 2021, 100, "antal"),
        ("Andel i tid", 2021, 0.8, "andel"),
        ("Antal ärenden", 2022, 110, "antal"),
        ("Andel i tid", 2022, 0.82, "andel"),
    ]


def test_en_kolumn_med_varden_ar_ingen_kommentar_for_att_den_haller_text():
    text = "KUPI 2023||||\nEnhet|Fråga|Antal svar|Andel positiva (%)|Staden\nNorr|Hjälp?|38|cirka 60|80\n"
    [fel] = las(text).faults
    assert (fel.cell, fel.column) == ("D3", "Andel positiva (%)")


def test_titeln_ovanfor_en_undersokning_andrar_inte_vad_raderna_heter():
    text = "Fråga|Bromma 2023|Antal svar|Svarsfrekvens\nFår bestämma?|92|38|66\n"
    nycklar = [{r["nyckel"] for r in rader(las(t + text))} for t in ("", "Rapport, uttag i maj|||\n")]
    assert nycklar[0] == nycklar[1]


def test_farg_och_prioritering_galler_det_egna_vardet():
    text = (
        "Period: 2022||||\nFråga|Röd/Gul/Grön|Index|Prioritera/Vårda/…|Staden\nTrygg|Röd|83|Prioritera|85\n"
    )
    assert [(r["jamforelse"], r["bedomning"], r["prioritering"]) for r in rader(las(text))] == [
        ("egen", "röd", "Prioritera"),
        ("staden", None, None),
    ]
