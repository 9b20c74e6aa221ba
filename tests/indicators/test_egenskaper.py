"""Whatever the records hold, every question to every indicator has an answer that keeps to its promises.

Records are drawn at random: labels from the worked examples, days of three years, gaps everywhere, and
counts that contradict each other as hand-kept sheets do.
"""

from datetime import date, timedelta
from functools import cache
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.disclosure.gate import FIGURES, pass_gate
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compute import breakdown, compute
from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.indicators.question import question
from kvalitet_metrics.model import Periodslag, Viewer
from kvalitet_metrics.store.build import HASHES
from tests.conftest import rutor
from tests.indicators.tabeller import databas

DAGAR = st.none() | st.integers(0, 3 * 365).map(lambda n: date(2021, 7, 1) + timedelta(days=n))
HERKOMST = {"upload_id": "u1", "blad": "B", "rad": 1, "kolumn": None}
VARDEN = {"BIGINT": st.none() | st.integers(0, 6), "DOUBLE": st.none() | st.integers(0, 6).map(float)}
VARDEN |= {"DATE": DAGAR, "BOOLEAN": st.none() | st.booleans()}


@cache
def kolumner(tabell: str) -> dict[str, str]:
    """The columns of a record table that a record fills itself, with their types."""
    with databas() as con:
        alla = con.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [tabell]
        )
        return {k: typ for k, typ in alla.fetchall() if k not in {*HERKOMST, *HASHES}}


@cache
def etiketter(tabell: str, kolumn: str) -> list[str | None]:
    """The labels that the worked examples of the table's indicators have in the column, and two units."""
    mina = [rad for d in INDIKATORER.values() if d.tabell == tabell for rad in rutor(d.exempel.rader)]
    return list(dict.fromkeys([None, "Norr", "Syd", *(rad.get(kolumn) for rad in mina)]))


@st.composite
def poster(draw: st.DrawFn, ind: Indikator) -> list[dict]:
    """Some records of the indicator's table; the two ends of a span stand in the right order."""
    delar = {
        kolumn: VARDEN[typ] if typ in VARDEN else st.sampled_from(etiketter(ind.tabell, kolumn))
        for kolumn, typ in kolumner(ind.tabell).items()
    }
    rader = draw(st.lists(st.fixed_dictionaries(delar), max_size=25))
    for rad in rader:
        if "period_end" in rad and None not in (rad["period_start"], rad["period_end"]):
            rad["period_start"], rad["period_end"] = sorted([rad["period_start"], rad["period_end"]])
    return rader


@pytest.fixture(scope="module")
def con():
    with databas() as con:
        yield con


def fyll_om(con, tabell: str, rader: list[dict]) -> None:
    """These records and no others."""
    con.execute(f"DELETE FROM {tabell}")
    if rader:
        namn = list(rader[0] | HERKOMST)
        rutor_ = ", ".join("?" * len(namn))
        varden = [(rad | HERKOMST)[k] for rad in rader for k in namn]
        con.execute(
            f"""INSERT INTO {tabell} ({", ".join(f'"{k}"' for k in namn)})
                        VALUES {", ".join([f"({rutor_})"] * len(rader))}""",
            varden,
        )


@st.composite
def fragor(draw: st.DrawFn, ind: Indikator):
    by = draw(st.lists(st.sampled_from(ind.nedbrytningar), unique=True, max_size=2))
    where = {k: draw(st.sampled_from(["Norr", "barn", "okänt"])) for k in by[:1] if draw(st.booleans())}
    slag = draw(st.sampled_from(list(Periodslag)))
    fran, till = draw(DAGAR), draw(DAGAR)
    return question(ind.id, slag, by, where, fran, till, {}), draw(st.sampled_from(list(Viewer)))


@pytest.mark.parametrize("id", INDIKATORER)
def test_varje_fraga_far_ett_svar_som_haller_vad_det_lovar(id: str, con):
    ind = INDIKATORER[id]

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(poster(ind), st.lists(fragor(ind), min_size=3, max_size=4))
    def prova(rader, stallda):
        fyll_om(con, ind.tabell, rader)
        for fraga, viewer in stallda:
            svar = compute(con, fraga)
            for rad in with_intervals(pass_gate(svar, ind.tabell, viewer), ind):
                haller(ind, rad)
            unika([(r["period_start"], r["period_end"], *(r[c] for c in breakdown(fraga))) for r in svar])

    prova()


def test_en_taljare_som_ar_storre_an_namnaren_blir_ingen_andel(con):
    rad = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31), "aktuella": 3, "samverkat": 5}
    fyll_om(con, "samverkan", [rad])
    (svar,) = compute(con, question("samverkan_andel", "kalenderar", [], {}, None, None, {}))
    assert (svar["varde"], svar["taljare"], svar["namnare"]) == (None, None, 3)
    assert "större än dess nämnare" in svar["anmarkning"][0]


def haller(ind: Indikator, rad: dict) -> None:
    if rad["dold"]:
        assert all(rad.get(k) is None for k in FIGURES)
    elif rad["varde"] is None:
        assert rad["anmarkning"], "det som inte går att räkna säger varför"
    elif ind.enhet == "andel":
        assert 0 <= rad["nedre"] <= rad["varde"] <= rad["ovre"] <= 1
        assert 0 <= rad["taljare"] <= rad["namnare"]
    elif ind.kind == "antal" or rad["nedre"] is not None:
        assert 0 <= rad["nedre"] <= rad["varde"] <= rad["ovre"]
    assert "spridning" not in rad
    assert rad["bortfall"] is None or rad["bortfall"] >= 0


def unika(nycklar: list[tuple]) -> None:
    assert nycklar == [n for n, _ in groupby(nycklar)]
    assert len(set(nycklar)) == len(nycklar)


DELBARA = [
    i for i in INDIKATORER if INDIKATORER[i].kind in ("andel", "antal") and not INDIKATORER[i].alltid_per
]


@pytest.mark.parametrize("id", DELBARA)
def test_delarna_summerar_till_helheten_vad_posterna_an_haller(id: str, con):
    """Not where the definition says that a breakdown divides the same items in another way."""
    ind = INDIKATORER[id]
    delas = set(getattr(ind, "delas", ())) | set(getattr(ind, "flera_per_post", ()))
    over = [c for c in ind.nedbrytningar if c not in delas and (c != "typ" or not delas)]

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(poster(ind), st.lists(st.sampled_from(over), unique=True, min_size=1, max_size=2))
    def prova(rader, by):
        fyll_om(con, ind.tabell, rader)
        hela = compute(con, question(id, "kalenderar", [], {}, None, None, {}))
        delar = compute(con, question(id, "kalenderar", by, {}, None, None, {}))
        for kolumn in ("taljare", "namnare", "bortfall"):
            assert summor(delar, kolumn) == summor(hela, kolumn)

    prova()


def summor(rader: list[dict], kolumn: str) -> dict[date, float]:
    """Per period the sum of a column; periods whose sum is nothing are left out."""
    perioder: dict[date, float] = {}
    for rad in rader:
        perioder[rad["period_start"]] = perioder.get(rad["period_start"], 0) + (rad[kolumn] or 0)
    return {start: summa for start, summa in perioder.items() if summa}
