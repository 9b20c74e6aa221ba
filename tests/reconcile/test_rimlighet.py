"""Rules whose findings are of class P (R8–R15), on tiny tables."""

import pytest

from tests.reconcile.tabeller import fynd, noteringar, stam_av


def test_varden_som_byter_plats_mellan_tva_perioder_noteras():
    text = """
        kon     | period  | value
        flickor | 2023-04 | 9
        pojkar  | 2023-04 | 4
        flickor | 2023-10 | 4
        pojkar  | 2023-10 | {p}
    """
    assert noteringar(text.format(p=9)) == [("R8", "P")]
    assert noteringar(text.format(p=8)) == []


def test_samma_stora_namnare_i_tva_perioder_noteras():
    text = "period | measure | value\n2023-Q1 | namnare | 203\n2023-Q3 | namnare | {n}"
    assert noteringar(text.format(n=203)) == [("R8", "P")]
    assert noteringar(text.format(n=204)) == []


def test_en_period_som_slutar_fore_sin_borjan_ar_ett_fel():
    assert [f[:2] for f in fynd("period | value\n2023-12-31..2023-01-01 | 1")] == [("R9", "E")]


def test_utfall_utanfor_rapportens_period_noteras_om_de_inte_ar_jamforelser():
    text = "kategori | period | comparator | value\nA | 2023 | | 1\nB | 2023 | | 1\nC | 2021 | {k} | 1"
    assert noteringar(text.format(k="")) == [("R9", "P")]
    assert noteringar(text.format(k="foregaende")) == []


def test_kalenderar_och_kvalitetsar_i_en_serie_noteras():
    text = "period | comparator | value\n2023 | | 5\n{p} | foregaende | 4"
    assert noteringar(text.format(p="2021/2022")) == [("R9", "P")]
    assert noteringar(text.format(p="2022")) == []


def test_haft_och_inte_haft_i_samma_indikator_noteras():
    text = """
        grupp | kategori               | measure | value
        A     | Uppföljning genomförd  | taljare | 6
        B     | {k}                    | taljare | 19
    """
    assert noteringar(text.format(k="Ingen fysisk uppföljning")) == [("R10", "P")]
    assert noteringar(text.format(k="Uppföljning genomförd")) == []


@pytest.mark.parametrize(
    "serie, vantat", [((1, 1108, 200), [("R11", "P")]), ((100, 180, 220), []), ((1, 7, 2), [])]
)
def test_ett_hopp_i_en_serie_noteras_om_det_ar_stort_bade_i_antal_och_andel(serie, vantat):
    rader = "\n".join(f"{2021 + nr} | {n}" for nr, n in enumerate(serie))
    assert noteringar(f"period | value\n{rader}") == vantat


ROJT = """
    kon     | measure | value
            | namnare | {n}
            | andel   | {alla}
    kvinnor | andel   | {k}
    män     | andel   | {m}
"""


def test_tal_som_bara_har_en_losning_i_hela_tal_ar_i_praktiken_publicerade():
    (sagt,) = stam_av(ROJT.format(n=60, alla=47, k=66, m=29))["fynd"]
    assert (sagt["regel"], sagt["klass"], sagt["beraknat"]) == ("R12", "P", 29)
    assert "19 av 29 i gruppen kvinnor och 9 av 31 i gruppen män" in sagt["text"]
    (omvant,) = stam_av(ROJT.format(n=60, alla=47, k=29, m=66))["fynd"]
    assert omvant["beraknat"] == 31


def test_tal_med_flera_losningar_rojer_ingenting_och_utan_losning_sags_det():
    assert fynd(ROJT.format(n=600, alla=47, k=66, m=29)) == []
    ingen = stam_av(ROJT.format(n=7, alla=50, k=50, m=50))["fynd"]
    assert ["hela tal" in f["text"] for f in ingen if f["regel"] == "R12"] == [True]


def test_publicerade_antal_behover_inte_raknas_ut():
    text = ROJT.format(n=60, alla=47, k=66, m=29) + "    kvinnor | namnare | 29\n    män | namnare | 31\n"
    assert fynd(text) == []


def test_noll_och_tomt_i_samma_tabell_noteras():
    text = "kategori | measure | value\nA | antal | 0\nB | antal | {b}"
    assert noteringar(text.format(b="")) == [("R13", "P")]
    assert noteringar(text.format(b="-")) == [("R13", "P")]
    assert noteringar(text.format(b="2")) == []


def test_ett_allvarligt_missforhallande_anmals_till_ivo():
    text = "kategori | value\nPåtaglig risk för allvarligt missförhållande | {n}\n{ivo}"
    assert fynd(text.format(n=1, ivo=""), record_type="lex_sarah") == [("R14", "P", 1, 0, 1)]
    assert fynd(text.format(n=0, ivo=""), record_type="lex_sarah") == []
    assert fynd(text.format(n=1, ivo="Anmält till IVO | 1"), record_type="lex_sarah") == []
    assert fynd(text.format(n=1, ivo="Anmält till IVO | 0"), record_type="lex_sarah") == [
        ("R14", "P", 1, 0, 1)
    ]


def test_en_planerad_egenkontroll_har_ett_resultat():
    text = "kategori | measure | value\nKontroll av klagomål | text | {v}"
    assert fynd(text.format(v="Ej genomförd"), record_type="egenkontroll_bedomning") == []
    assert [f[:2] for f in fynd(text.format(v=""), record_type="egenkontroll_bedomning")] == [("R14", "P")]


PASTAENDE = """
    grupp | name_sv               | kategori | period  | measure | value
          | Alla som hanteras     | {k}      | 2023    | text    | {ord}
    A     | Andel                 | {k}      | 2023-01 | andel   | {a}
    A     | Andel                 | {k}      | 2023-02 | andel   | {b}
"""


@pytest.mark.parametrize(
    "k, ord_, a, b, larm",
    [
        ("Hanterade i tid", "samtliga", 100, 100, False),
        ("Hanterade i tid", "samtliga", 100, 81, True),
        ("Hanterade i tid", "de flesta", 100, 81, False),
        ("Överskridna", "samtliga", 0, 0, False),
        ("Överskridna", "samtliga", 0, 19, True),
    ],
)
def test_samtliga_ar_hundra_procent_eller_noll_av_det_som_inte_ska_finnas(k, ord_, a, b, larm):
    text = PASTAENDE.format(k=k, ord=ord_, a=a, b=b)
    assert [f[:2] for f in fynd(text)] == ([("R15", "P")] if larm else [])
