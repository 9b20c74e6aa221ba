"""One cell at a time: every form in which Swedish exports write dates, numbers and missing values."""

from datetime import date, timedelta
from functools import cache

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvalitet_metrics.ingest import clean

DB = duckdb.connect(config={"threads": 1})
VECKODAGAR = "måndag tisdag onsdag torsdag fredag lördag söndag".split()


@cache
def forberedd(sql: str) -> str:
    """The name of a statement that DuckDB has parsed once."""
    namn = f"f{abs(hash(sql))}"
    DB.execute(f"PREPARE {namn} AS SELECT {sql} FROM (SELECT {clean.text('$1::VARCHAR')} AS t)")
    return namn


def tolkad(uttryck, cell: str):
    """The value of a cell as the product reads it; `uttryck` is one of the functions in clean."""
    return DB.execute(f"EXECUTE {forberedd(uttryck('t'))}({clean.literal(cell)})").fetchall()[0][0]


@pytest.mark.parametrize(
    "skrivet",
    [
        "2023-07-05", "2023-7-5", "2023-07-05 00:00:00", "2023-07-05 08:14", "2023-07-05 08.14",
        "2023-07-05T08:14:00",
        "2023/07/05", "2023.07.05", "20230705", "23-07-05", "2023–07–05", "2023‑07‑05", "05/07/2023",
        "5/7/2023",
        "05/07/23", "5/7/23", "5.7.2023", "5.7.23", "05-07-2023", "5/7/2023 8:14", "5 juli 2023",
        "5 jul 2023",
        "5 jul. 2023", "5 JULI 2023", "5 juli, 2023", "5 juli -23", "5:e juli 2023", "ons 5 juli 2023",
        "onsdag 5 juli 2023", "Onsdagen den 5 juli 2023", "den 5 juli 2023", "5 juli 2023 08:14", "45112",
        "45112.0",
        "45112.34", "\u00a02023-07-05\u202f", "5\u00a0juli\u00a02023", "2023-07-05\n", "\u200b2023-07-05",
    ],
)  # fmt: skip
def test_samma_dag_i_alla_former_som_exporter_skriver(skrivet: str):
    assert tolkad(clean.datum, skrivet) == date(2023, 7, 5)


@pytest.mark.parametrize(
    "skrivet",
    [
        "2023-02-30", "31/4/2023", "30 februari 2023", "2023-13-01", "07/15/2023", "1899-12-31",
        "2101-01-01", "12345",
        "99999", "2023", "2023-07", "juli 2023", "230705", "0023-07-05", "pågår", "Bortfall", "5 juli",
        "v. 27",
        "2023-07-05 – 2023-08-01", "2023-07-05 preliminärt", "1988-12-24 eller 25", "5 juli 2023 ca",
        "infinity",
    ],
)  # fmt: skip
def test_det_som_inte_ar_en_dag_blir_aldrig_en_dag(skrivet: str):
    assert tolkad(clean.datum, skrivet) is None


@pytest.mark.parametrize("manad", range(1, 13))
@pytest.mark.parametrize("langd", [3, 4, 20])
def test_manadens_namn_far_vara_helt_eller_forkortat(manad: int, langd: int):
    assert tolkad(clean.datum, f"1 {clean.MANADER[manad - 1][:langd]} 2024") == date(2024, manad, 1)


def i_ord(d: date) -> str:
    return f"{d.day} {clean.MANADER[d.month - 1]} {d.year}"


FORMER = [
    date.isoformat,
    lambda d: f"{d} 23:59:59",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d:%d.%m.%Y}",
    i_ord,
    lambda d: f"{VECKODAGAR[d.weekday()]} den {i_ord(d)}",
    lambda d: f"{VECKODAGAR[d.weekday()][:3]} {d.day} {clean.MANADER[d.month - 1][:3]} {d.year}",
]


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(FORMER),
    st.sampled_from(["", "\u00a0", " "]),
)
def test_en_dag_som_skrivs_i_nagon_form_lases_tillbaka(dag: date, form, kant: str):
    assert tolkad(clean.datum, f"{kant}{form(dag)}{kant}") == dag


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1954, 10, 4), date(2091, 8, 9)))
def test_excels_lopnummer_for_en_dag_lases_tillbaka(dag: date):
    assert tolkad(clean.datum, str((dag - date(1899, 12, 30)).days)) == dag


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_tva_siffror_for_aret_lases_som_narmaste_sekel(dag: date):
    assert tolkad(clean.datum, f"{dag:%y-%m-%d}") == dag


def test_dagen_fore_och_efter_de_tillatna_aren_ar_fel():
    for dag in (date(1900, 1, 1), date(2100, 12, 31)):
        assert tolkad(clean.datum, str(dag)) == dag
    for dag in (date(1900, 1, 1) - timedelta(1), date(2100, 12, 31) + timedelta(1)):
        assert tolkad(clean.datum, str(dag)) is None


@pytest.mark.parametrize(
    "skrivet, varde",
    [
        ("1 108", 1108), ("1\u00a0108", 1108), ("1\u202f108", 1108), ("1 234 567", 1_234_567),
        ("1108.0", 1108), ("0", 0),
        ("1  st", 1), ("12 st.", 12), ("12 kr", 12), ("−3", -3), ("-3", -3), ("Inga", 0), ("ingen", 0),
        ("1,0", 1),
        ("72,4 %", 72.4), ("72.4", 72.4), ("0,724", 0.724), ("1e3", 1000),
    ],
)  # fmt: skip
def test_tal_som_exporter_skriver_dem(skrivet: str, varde: float):
    assert tolkad(clean.tal, skrivet) == varde


@pytest.mark.parametrize(
    "skrivet",
    ["29 (13)", "1 1  st", "12 34", "tolv", "1,2,3", "1-2", "ca 5", "½", "5 av 7", "-", "12,000", "12.000"],
)
def test_det_som_inte_ar_ett_enda_tal_ar_inget_tal(skrivet: str):
    assert tolkad(clean.tal, skrivet) is None


@pytest.mark.parametrize("skrivet", ["12,5", "1.108", "12 %", "72,4 %"])
def test_ett_heltal_ar_varken_brutet_eller_procent(skrivet: str):
    assert tolkad(clean.heltal, skrivet) is None


@settings(max_examples=60, deadline=None)
@given(
    st.integers(-(10**12), 10**12),
    st.sampled_from(["\u00a0", "\u202f", " ", ""]),
    st.sampled_from(["", " st", "  st"]),
)
def test_ett_heltal_pa_svenska_lases_tillbaka(n: int, tusen: str, efter: str):
    skrivet = f"{n:,}".replace(",", tusen).replace("-", "−") + efter
    assert tolkad(clean.heltal, skrivet) == n


@settings(max_examples=40, deadline=None)
@given(st.integers(-(10**6), 10**6), st.sampled_from(",."))
def test_ett_decimaltal_pa_svenska_lases_tillbaka(hundradelar: int, komma: str):
    skrivet = f"{hundradelar / 100:.2f}".replace(".", komma)
    assert tolkad(clean.tal, skrivet) == pytest.approx(hundradelar / 100)


@pytest.mark.parametrize(
    "skrivet, i_procent, varde",
    [
        ("72,4 %", False, 0.724),
        ("0,724", False, 0.724),
        ("72,4", True, 0.724),
        ("1", False, 1.0),
        ("1", True, 0.01),
    ],
)
def test_procenttecknet_avgor_vad_en_andel_ar_och_aldrig_storleken(
    skrivet: str, i_procent: bool, varde: float
):
    assert tolkad(lambda t: clean.andel(t, i_procent), skrivet) == pytest.approx(varde)


def test_en_andel_utan_procenttecken_over_ett_ar_ett_fel():
    assert tolkad(clean.andel, "72,4") is None


@pytest.mark.parametrize(
    "skrivet, slag",
    [
        ("", "tom"), ("   ", "tom"), ("\u00a0", "tom"), ("-", "saknas"), ("–", "saknas"),
        ("..", "sekretess"), ("<5", "dold"),
        (".", "ej tillämplig"), ("X", "dold"), ("*", "för få svar"), ("0", None), ("Inga", None),
    ],
)  # fmt: skip
def test_tomt_noll_streck_och_prickar_ar_olika_saker(skrivet: str, slag: str | None):
    assert tolkad(clean.saknas, skrivet) == slag


@pytest.mark.parametrize("ja", ["Ja", "j", "X", "x", "1", "true", "SANT"])
@pytest.mark.parametrize("nej", ["Nej", "n", "0", "false", "", "-"])
def test_kryss_ja_och_ett_betyder_ja_och_tomt_betyder_nej(ja: str, nej: str):
    assert tolkad(clean.ja_nej, ja) is True
    assert tolkad(clean.ja_nej, nej) is False
    assert tolkad(clean.ja_nej, "kanske") is None


@pytest.mark.parametrize(
    "ord_", ["Totalt", "Total", "TOTALT:", "Totalsumma", "Summa", "Summa:", "Totalt antal", "Samtliga"]
)
def test_totalrader_kanns_igen_pa_sitt_forsta_ord(ord_: str):
    assert tolkad(clean.ar_totalrad, ord_)


@pytest.mark.parametrize("ord_", ["Totalförsvaret", "Summaryd", "Enheten för samtliga", "Summa Norr gruppen"])
def test_en_etikett_som_liknar_en_totalrad_ar_ingen(ord_: str):
    assert not tolkad(clean.ar_totalrad, ord_)


@pytest.mark.parametrize(
    "skrivet",
    [
        "Inledd datum",
        " inledd  DATUM: ",
        "Inledd\ndatum",
        "In\u00adledd datum",
        "Inledd\u00a0datum*",
        "In-\nledd datum",
    ],
)
def test_rubriker_jamfors_utan_radbrytningar_mjuka_bindestreck_och_skiftlage(skrivet: str):
    assert clean.rubrik(skrivet) == "inledd datum"
