"""Shares (R2, R3), changes (R4) and the same figure in two places (R5), on tiny tables."""

import pytest

from tests.reconcile.tabeller import fynd, stam_av

ANDEL = """
    grupp | measure | value
    A     | taljare | {t}
    A     | namnare | {n}
    A     | andel   | {p}
"""


@pytest.mark.parametrize(
    "t, n, p, vantat",
    [
        (31, 43, "72", []),
        (31, 43, "74", [("R2", "E", 74, 72.093, 1.907)]),
        (31, 43, "72.1", []),
        (31, 43, "72,1", []),
        (31, 43, "72.2", [("R2", "E", 72.2, 72.093, 0.107)]),
        (156, 192, "81.3", []),  # half up
        (156, 192, "81.2", []),  # half to even, as some programs write it
        (1, 8, "13", []),
        (0, 5, "0", []),
        (7, 7, "100", []),
        (0, 0, "0", []),  # nothing to divide by is no check
    ],
)
def test_en_andel_ar_sin_taljare_genom_sin_namnare(t, n, p, vantat):
    assert fynd(ANDEL.format(t=t, n=n, p=p)) == vantat


def test_fyndet_sager_vilken_andel_eller_taljare_som_stammer():
    (sagt,) = stam_av(ANDEL.format(t=31, n=43, p=74))["fynd"]
    assert "andelen är 72 %, eller om täljaren är 32" in sagt["text"]


def test_en_taljare_ar_hogst_sin_namnare_ocksa_nar_den_star_pa_det_hela():
    assert fynd("measure | value\ntaljare | 8\nnamnare | 7") == [("R2", "E", 8, 7, 1)]
    pa_hela = """
        name_sv                         | kategori    | measure | value
        Granskade ärenden               |             | namnare | 7
        Granskade ärenden med kontakt   | Kontakt     | taljare | {t}
    """
    assert fynd(pa_hela.format(t=7)) == []
    assert fynd(pa_hela.format(t=8)) == [("R2", "E", 8, 7, 1)]


@pytest.mark.parametrize("grupp", ["", "Totalt"])
def test_taljare_namnare_och_andel_moter_varandra_om_det_hela_skrivs_pa_tva_satt(grupp: str):
    text = f"""
        grupp   | measure | value
        Totalt  | taljare | 5
        {grupp} | namnare | 10
        Totalt  | andel   | 60
    """
    assert fynd(text) == [("R2", "E", 60, 50, 10)]


def test_inom_och_over_tiden_ar_alla():
    text = """
        kategori | measure | value
        Inom     | taljare | {inom}
        Inom     | namnare | 212
        Inom     | andel   | 98
        Över     | taljare | 5
        Över     | namnare | 212
        Över     | andel   | 2
    """
    assert fynd(text.format(inom=207)) == []
    assert fynd(text.format(inom=208)) == [("R2", "E", 213, 212, 1)]


def test_en_registrerad_och_en_som_saknas_ar_hogst_alla():
    text = """
        kategori          | measure | value
        Grund registrerad | taljare | 51
        Grund registrerad | namnare | 76
        Grund saknas      | taljare | {saknas}
    """
    assert fynd(text.format(saknas=25)) == []
    assert fynd(text.format(saknas=24)) == []
    assert fynd(text.format(saknas=26)) == [("R2", "E", 77, 76, 1)]


@pytest.mark.parametrize("alla, vantat", [(50, []), (40, []), (61, [("R2", "P", 61, 60.5, 0.5)])])
def test_andelen_for_alla_ligger_mellan_kvinnors_och_mans(alla, vantat):
    text = f"""
        kon     | measure | value
                | andel   | {alla}
        kvinnor | andel   | 40
        män     | andel   | 60
    """
    fick = fynd(text.replace("| 61", "| 62") if vantat else text)
    assert [f[:2] for f in fick] == [f[:2] for f in vantat]


def test_riskvardet_ar_sannolikhet_ganger_konsekvens():
    text = """
        kategori | underkategori | measure   | value
        Risk 1   | Sannolikhet   | index     | 4
        Risk 1   | Konsekvens    | index     | 3
        Risk 1   | Riskvärde     | riskvarde | {v}
    """
    assert fynd(text.format(v=12), record_type="risk") == []
    assert fynd(text.format(v=13), record_type="risk") == [("R2", "P", 13, 12, 1)]


MOJLIG = """
    name_sv                 | kategori | kon     | measure | value
    Svarande                | Totalt   |         | namnare | {n}
    Svarande                | Totalt   | flickor | namnare | 11
    Andel svarande som är nöjda | {k}  |         | andel   | {p}
"""


@pytest.mark.parametrize(
    "n, k, p, vantat",
    [
        (20, "Totalt", 90, []),
        (20, "Totalt", 91, [("R3", "E", 91, 90, 1)]),
        (20, "Totalt", 185, [("R3", "E", 185, 100, 85)]),  # 37 of 20
        (20, "Nöjda", 91, [("R3", "E", 91, 90, 1)]),  # the denominator stands on the whole
        (286, "Nöjda", "38.1", []),
        (286, "Nöjda", "13.2", [("R3", "E", 13.2, 13.2867, -0.0867)]),
        (653, "Nöjda", 83, []),
        (20, "Svarsfrekvens", 91, []),  # its denominator is those who were asked
    ],
)
def test_en_andel_utan_taljare_maste_ga_att_fa(n, k, p, vantat):
    assert fynd(MOJLIG.format(n=n, k=k, p=p)) == vantat


def test_fyndet_sager_vems_antal_som_skulle_ge_andelen():
    (sagt,) = stam_av(MOJLIG.format(n=20, k="Totalt", p=91))["fynd"]
    assert "90 % (18) och 95 % (19)" in sagt["text"].replace("\u00a0", " ")
    assert "flickor" in sagt["text"]


ANDRING = """
    period | comparator | name_sv     | measure        | value
    2023   |            | Andel       | andel          | 92
    2022   | foregaende | Andel       | andel          | {fore}
    2023   | foregaende | Förändring  | procentenheter | {diff}
"""


@pytest.mark.parametrize(
    "fore, diff, vantat",
    [
        (84, 8, []),
        (80, 8, [("R4", "E", 8, 12, -4)]),
        (80, 13, [("R4", "E", 13, 12, 1)]),
        (94, -2, []),
        ("83.6", 8, []),  # rounded
    ],
)
def test_en_forandring_i_procentenheter_ar_skillnaden(fore, diff, vantat):
    assert fynd(ANDRING.format(fore=fore, diff=diff)) == vantat


@pytest.mark.parametrize(
    "matt, varde, namn, vantat",
    [
        ("antal", 32, "Ökning", []),
        ("antal", 33, "Ökning", [("R4", "E", 33, 32, 1)]),
        ("antal", 32, "Minskning", [("R4", "E", -32, 32, -64)]),
        ("andel", 18, "Ökning", []),
        ("andel", 19, "Ökning", [("R4", "E", 19, 18.0791, 0.9209)]),
    ],
)
def test_en_forandring_i_antal_eller_procent(matt, varde, namn, vantat):
    text = f"""
        period | comparator | name_sv | kategori   | measure | value
        2023   |            | Antal   |            | antal   | 209
        2022   | foregaende | Antal   |            | antal   | 177
        2023   | foregaende | {namn}  | Förändring | {matt}  | {varde}
    """
    assert fynd(text) == vantat


def test_en_forandring_utan_tidigare_varde_gar_inte_att_stamma_av():
    assert (
        fynd("name_sv | kategori | measure | value\nAntal | | antal | 9\nÖkning | Förändring | antal | 4")
        == []
    )


UPPREPAT = """
    table   | grupp  | kategori           | measure | value
    Tabell  | Totalt | Samverkat          | {matt}  | {a}
    Löptext |        | Samverkat{u}       | {matt}  | {b}
"""


@pytest.mark.parametrize(
    "matt, a, b, u, vantat",
    [
        ("antal", 180, 180, "", []),
        ("antal", 180, 181, "", [("R5", "X", 180, 181, -1)]),
        ("andel", 66, 66, " (upprepning)", []),
        ("andel", 66, 67, " (upprepning)", [("R5", "X", 66, 67, -1)]),
        ("andel", "66.4", 66, "", []),  # fewer decimals in the text
        ("andel", "66.5", 66, "", [("R5", "X", 66.5, 66, 0.5)]),
    ],
)
def test_samma_tal_pa_tva_stallen_ar_samma_tal(matt, a, b, u, vantat):
    assert fynd(UPPREPAT.format(matt=matt, a=a, b=b, u=u)) == vantat


def test_samma_cell_i_en_tabell_med_tva_varden_ar_ett_raknefel():
    assert fynd("enhet | value\nNorr | 4\nNorr | 5") == [("R5", "E", 4, 5, -1)]


def test_jamforelsens_varde_ar_inte_vart_eget():
    assert fynd("table | comparator | measure | value\nA | | andel | 92\nB | staden | andel | 80") == []


def test_ett_ungefarligt_tal_stams_inte_av():
    text = "table | measure | value | note\nTabell | andel | 53 |\nLöptext | andel | 50 | {note}"
    assert fynd(text.format(note="publicerat som drygt hälften")) == []
    assert fynd(text.format(note="upprepning")) == [("R5", "X", 53, 50, 3)]
