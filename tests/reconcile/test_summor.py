"""Sums (R1), totals elsewhere (R6) and what is not to be added (R7), on tiny tables."""

import pytest

from kvalitet_metrics.errors import UsageError
from tests.reconcile.tabeller import av_rader, fynd, noteringar, rader, stam_av

PER_ENHET = """
    enhet | kategori | period | comparator | value
    Norr  |          | 2023   |            | 4
    Söder |          | 2023   |            | 3
          | Totalt   | 2023   |            | {nu}
    Norr  |          | 2022   | foregaende | 2
    Söder |          | 2022   | foregaende | 2
          | Totalt   | 2022   | foregaende | {fore}
"""


def test_en_summa_som_stammer_larmar_inte():
    svar = stam_av(PER_ENHET.format(nu=7, fore=4))
    assert (svar["fynd"], svar["noteringar"]) == ([], [])
    assert svar["per_regel"]["R1"] == 2


def test_varje_period_stams_av_for_sig_ocksa_den_inom_parentes():
    assert fynd(PER_ENHET.format(nu=8, fore=4)) == [("R1", "E", 8, 7, 1)]
    assert fynd(PER_ENHET.format(nu=7, fore=3)) == [("R1", "E", 3, 4, -1)]
    (sagt,) = stam_av(PER_ENHET.format(nu=7, fore=3))["fynd"]
    assert "7 (4) i stället för 7 (3)" in sagt["text"]
    assert "T-06" in sagt["plats"]


KORSTABELL = """
    grupp  | kategori | value
    A      | Fall     | 1
    B      | Fall     | 2
    Totalt | Fall     | 3
    A      | Övrigt   | 4
    B      | Övrigt   | 5
    Totalt | Övrigt   | 9
    A      | Totalt   | {a}
    B      | Totalt   | 7
    Totalt | Totalt   | 12
"""


def test_rader_och_kolumner_stams_av_var_for_sig():
    assert fynd(KORSTABELL.format(a=5)) == []
    assert stam_av(KORSTABELL.format(a=5))["per_regel"]["R1"] == 6


def test_en_rattelse_som_forklarar_tva_fel_sags_en_gang():
    svar = stam_av(KORSTABELL.format(a=4))["fynd"]
    assert [(f["publicerat"], f["beraknat"]) for f in svar] == [(4, 5), (12, 11)]
    assert "rättas från 4 till 5" in svar[1]["text"]


def test_en_summa_som_bade_rader_och_kolumner_ar_delar_av_sags_en_gang():
    text = KORSTABELL.format(a=5).replace("Totalt | Totalt   | 12", "Totalt | Totalt   | 13")
    assert fynd(text) == [("R1", "E", 13, 12, 1)]


def test_en_cell_vars_plats_ar_oviss_raknas_dit_den_kan_hora():
    tabell = """
        grupp  | kategori | value
        A      | Fall     | 1
        A{}B   | Övrigt   | 2
        A      | Totalt   | {a}
        B      | Totalt   | {b}
    """
    oviss = tabell.replace("{}", "¤")
    for a, b, vantat in ((3, 0, []), (1, 2, []), (4, 0, [("R1", "E", 4, 3, 1)])):
        rad = rader(oviss.format(a=a, b=b))
        for r in rad:
            r["grupp"] = r["grupp"].replace("¤", "|")
        svar = av_rader(rad)["fynd"]
        fick = [(f["regel"], f["klass"], f["publicerat"], f["beraknat"], f["skillnad"]) for f in svar]
        assert [f for f in fick if f[2] == a] == vantat


@pytest.mark.parametrize("alla, vantat", [(7, []), (8, [("R1", "E", 8, 7, 1)]), (6, [("R1", "E", 6, 7, -1)])])
def test_kvinnor_och_man_ar_alla(alla: int, vantat: list):
    text = f"""
        kon     | value
                | {alla}
        kvinnor | 4
        män     | 3
    """
    assert fynd(text) == vantat


@pytest.mark.parametrize("etikett", ["varav allvarliga", "per enhet", "Delsumma"])
def test_det_som_ligger_i_en_annan_rad_laggs_inte_till(etikett: str):
    text = f"""
        kategori  | value
        Fall      | 4
        {etikett} | 4
        Övrigt    | 3
        Totalt    | 7
    """
    assert fynd(text) == []


def test_en_upprakning_utan_totalrad_ar_ingen_summa_men_aldrig_storre_an_det_hela():
    text = """
        kategori | value
                 | {hela}
        Fall     | 4
        Övrigt   | 3
    """
    assert fynd(text.format(hela=9)) == []
    assert fynd(text.format(hela=6)) == [("R1", "E", 6, 7, -1)]


@pytest.mark.parametrize(
    "ar, vantat", [(10, []), (11, [("R1", "E", 11, 10, 1)]), (9, [("R1", "E", 9, 10, -1)])]
)
def test_fyra_kvartal_ar_ett_ar(ar: int, vantat: list):
    text = f"""
        period  | value
        2023-Q1 | 1
        2023-Q2 | 2
        2023-Q3 | 3
        2023-Q4 | 4
        2023    | {ar}
    """
    assert fynd(text) == vantat
    for borta in ("Q1", "Q3", "Q4"):
        assert fynd("\n".join(rad for rad in text.splitlines() if borta not in rad)) == []


def test_personer_kan_komma_igen_i_nasta_kvartal():
    text = """
        period  | value
        2023-Q1 | 5
        2023-Q2 | 5
        2023-Q3 | 5
        2023-Q4 | 5
        2023    | {ar}
    """
    assert fynd(text.format(ar=12), record_type="enkat") == []
    assert fynd(text.format(ar=21), record_type="enkat") == [("R1", "E", 21, 20, 1)]


TEXT_OCH_TABELL = """
    table   | kategori | value
    Löptext | Totalt   | {text}
    Tabell  | Fall     | 40
    Tabell  | Övrigt   | 8
"""


@pytest.mark.parametrize(
    "text, vantat",
    [
        (48, []),
        (47, [("R6", "X", 47, 48, -1)]),
        (49, [("R6", "X", 49, 48, 1)]),
        (90, [("R6", "M", 90, 48, 42)]),
    ],
)
def test_en_summa_i_texten_mot_tabellens_rader(text: int, vantat: list):
    assert fynd(TEXT_OCH_TABELL.format(text=text)) == vantat


def test_ett_utdrag_som_deklareras_larmar_inte():
    text = TEXT_OCH_TABELL.format(text=90)
    for vad in ("avvikelse=utdrag", "avvikelse/kategori=utdrag", "Tabell=utdrag"):
        assert fynd(text, (vad,)) == []
    i_filen = text.replace("value", "additivitet | value").replace("| 90", "| utdrag | 90")
    i_filen = i_filen.replace("| 40", "| | 40").replace("| 8", "| | 8")
    assert fynd(i_filen) == []
    assert noteringar(i_filen) == [("R7", "M")]
    assert fynd(TEXT_OCH_TABELL.format(text=47), ("avvikelse=utdrag",)) == [("R6", "X", 47, 48, -1)]


def test_en_deklaration_av_okand_sort_nekas():
    with pytest.raises(UsageError, match="Menade du «multi»"):
        stam_av(TEXT_OCH_TABELL.format(text=90), ("avvikelse=multti",))


SYNPUNKTER = """
    table | indicator | name_sv                   | kategori       | underkategori | value
    T 1   | fran_vem  | Synpunkter, från vem      | från vem       | Brukare       | 3
    T 1   | fran_vem  | Synpunkter, från vem      | från vem       | Anhörig       | 2
    T 1   | fran_vem  | Synpunkter, från vem      | från vem       | Totalt        | 5
    T 2   | kategori  | Synpunkter, kategorisering | kategorisering | Bemötande     | 4
    T 2   | kategori  | Synpunkter, kategorisering | kategorisering | Information   | {info}
    T 2   | kategori  | Synpunkter, kategorisering | kategorisering | Totalt        | {summa}
"""


@pytest.mark.parametrize(
    "info, summa, vantat",
    [
        (1, 5, []),
        (4, 8, []),  # several categories per view
        (4, 5, []),  # the total is the number of views
        (4, 7, [("R1", "E", 7, 8, -1)]),
        (4, 9, [("R1", "E", 9, 8, 1)]),
        (0, 4, [("R6", "X", 5, 4, 1)]),
    ],
)
def test_flera_kategorier_per_synpunkt_larmar_inte_men_en_egen_summa_ska_stamma(info, summa, vantat):
    assert fynd(SYNPUNKTER.format(info=info, summa=summa), record_type="synpunkt") == vantat


@pytest.mark.parametrize("sagt, vantat", [(5, []), (8, []), (6, [("R6", "X", 6, 5, 1)])])
def test_texten_sager_samma_antal_som_nagon_av_uppdelningarna(sagt: int, vantat: list):
    text = SYNPUNKTER.format(info=4, summa=8) + f"    text | inkomna | Inkomna synpunkter | | | {sagt}\n"
    assert fynd(text, record_type="synpunkt") == vantat


def test_fler_kategorier_an_synpunkter_noteras():
    assert ("R7", "M") in noteringar(SYNPUNKTER.format(info=4, summa=8), record_type="synpunkt")


REGI = """
    table | indicator | name_sv            | kategori          | underkategori | value
    T 6   | inkomna   | Rapporter per regi | Inkomna rapporter | Egen regi     | {egen}
    T 6   | inkomna   | Rapporter per regi | Inkomna rapporter | Enskild regi  | {enskild}
    T 7   | handelser | Inkomna rapporter  | Totalt            |               | {summa}
"""


@pytest.mark.parametrize(
    "egen, enskild, summa, vantat",
    [
        (20, 0, 20, []),
        (28, 1, 29, [("R6", "X", 29, 28, 1)]),
        (28, 1, 30, [("R6", "X", 30, 29, 1)]),
    ],
)
def test_en_summa_som_inte_sager_vilken_regi_den_galler(egen, enskild, summa, vantat):
    text = REGI.format(egen=egen, enskild=enskild, summa=summa)
    assert fynd(text, record_type="lex_sarah") == vantat


def test_lika_stora_delar_gar_jamnt_upp():
    text = """
        kategori  | measure | value
        Totalt    | namnare | {n}
        Per enhet | namnare | 10
    """
    assert fynd(text.format(n=30)) == []
    assert fynd(text.format(n=31)) == [("R6", "P", 31, 10, 21)]


FORDELNING = """
    kategori | measure | value
    A        | andel   | {a}
    B        | andel   | 30
    C        | andel   | 20
"""


def test_en_fordelning_ar_hogst_hundra_procent():
    assert fynd(FORDELNING.format(a=50)) == []
    assert fynd(FORDELNING.format(a=30)) == []  # a list may leave some out
    assert fynd(FORDELNING.format(a=51)) == []  # rounding
    assert fynd(FORDELNING.format(a=55)) == [("R7", "E", 105, 100, 5)]
    assert fynd(FORDELNING.format(a=55), ("avvikelse=multi",)) == []
    assert fynd(FORDELNING.format(a=55), record_type="enkat") == []


def test_en_fordelning_med_sin_summa_ar_hundra_procent():
    med_summa = FORDELNING + "    Totalt | andel | {t}\n"
    assert fynd(med_summa.format(a=50, t=100)) == []
    assert fynd(med_summa.format(a=45, t=100)) == [("R7", "E", 95, 100, -5)]
    assert fynd(med_summa.format(a=50, t=99)) == [("R7", "E", 99, 100, -1)]


def test_en_dold_cell_kan_vara_det_som_fattas_men_inte_det_som_ar_for_mycket():
    text = "kategori | value\nFall | 12\nÖvrigt | <5\nTotalt | {n}"
    assert fynd(text.format(n=15)) == []
    assert fynd(text.format(n=11)) == [("R1", "E", 11, 12, -1)]


def test_nagra_enheter_i_lopande_text_ar_ett_utdrag_och_inget_raknefel():
    text = "enhet | kategori | value\nNorr | | 40\nSöder | | 30\n | Totalt | {n}"
    assert fynd(text.format(n=100)) == [("R1", "M", 100, 70, 30)]
    assert fynd(text.format(n=71)) == [("R1", "E", 71, 70, 1)]


def test_samma_granskade_arenden_under_flera_fragor_ar_ingen_summa():
    text = (
        "kategori | measure | value\nFråga 1 | namnare | 20\nFråga 2 | namnare | 19\nTotalt | namnare | {n}"
    )
    assert fynd(text.format(n=20), record_type="egenkontroll_granskning") == []
    assert fynd(text.format(n=40), record_type="egenkontroll_granskning") == [("R1", "E", 40, 39, 1)]


@pytest.mark.parametrize("note", ["ingår i de övriga", "varav en under sommaren"])
def test_en_anmarkning_som_sager_att_raden_ligger_i_en_annan_tas_pa_orden(note: str):
    text = f"kategori | value | note\nFall | 4 |\nFall i trappa | 2 | {note}\nÖvrigt | 3 |\nTotalt | 7 |"
    assert fynd(text) == []


def test_en_avvikelse_kan_galla_flera_kvalitetsomraden():
    text = "kategori | value\nEn säker verksamhet (A) | 5\nEtt gott bemötande (D) | 4\nTotalt | 7"
    assert fynd(text, indicator="avvikelser_per_kvalitetsomrade") == []
    assert fynd(text, indicator="avvikelser_per_typ") == [("R1", "E", 7, 9, -2)]
