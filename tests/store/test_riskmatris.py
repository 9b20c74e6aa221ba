"""What a risk is worth: as it was published, else by the matrix, which is data and may be one's own."""

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.store.riskmatris import cells
from tests.ingest.filer import xlsx

RISKER = """
    Riskanalys 2023   |                 |                  |           |
    Risk              | Sannolikhet     | Konsekvens       | Riskvärde | Nivå
    Utan värde        | 4. Sannolikt    | 3. Kännbar       |           |
    Publicerad        | 3. Möjlig       | 3. Kännbar       | 9         |
    Annan nivå        | 3. Möjlig       | 3. Kännbar       | 9         | kritisk
    Annat värde       | 2               | 2                | 5         |
"""
SYDS = RISKER.replace("Riskanalys", "Risker")
EGEN = """
    Riskmatris 2023   |                 |           |
    Sannolikhet       | Konsekvens      | Riskvärde | Nivå
    4. Sannolikt      | 3. Kännbar      | 7         | medium
    3. Möjlig         | 3. Kännbar      | 6         | låg
"""
SENARE = """
    Riskmatris 2024   |                 |           |
    Sannolikhet       | Konsekvens      | Riskvärde | Nivå
    4. Sannolikt      | 3. Kännbar      | 99        | kritisk
"""


def laddad(mapp, *filer: tuple[str, str]) -> Workspace:
    yta = Workspace(mapp)
    for nr, (vems, text) in enumerate(filer):
        [kvitto] = yta.load([(f"fil_{nr}.xlsx", xlsx(text))], forvaltning=vems)
        assert kvitto.status == "loaded", kvitto.faults
    return yta


def risker(yta: Workspace, forvaltning: str) -> dict[str, tuple]:
    rader = yta.answer("risk_varde", by=["risk", "kategori"], where={"forvaltning": forvaltning})
    return {r["risk"]: (r["varde"], r["kategori"]) for r in rader}


@pytest.fixture(scope="module")
def yta(tmp_path_factory) -> Workspace:
    """Nord has a matrix of its own, and another from next year; Syd has none."""
    filer = [("Nord", EGEN), ("Nord", SENARE), ("Nord", RISKER), ("Syd", SYDS)]
    return laddad(tmp_path_factory.mktemp("risker"), *filer)


def test_utan_egen_riskmatris_galler_den_som_foljer_med(yta: Workspace):
    assert risker(yta, "Syd") == {
        "Utan värde": (12, "kritisk"),
        "Publicerad": (9, "medium"),
        "Annan nivå": (9, "kritisk"),
        "Annat värde": (5, "låg"),
    }


def test_en_egen_riskmatris_galler_fran_sin_dag_och_bara_dar_inget_ar_publicerat(yta: Workspace):
    assert risker(yta, "Nord") == {
        "Utan värde": (7, "medium"),
        "Publicerad": (9, "låg"),
        "Annan nivå": (9, "kritisk"),
        "Annat värde": (5, "låg"),
    }


def test_ett_publicerat_varde_som_skiljer_sig_star_bredvid_matrisens(yta: Workspace):
    poster = yta.rows("risk_varde", where={"forvaltning": "Syd"})
    skiljer = poster[poster.riskvarde != poster.matrisvarde]
    assert list(zip(skiljer.risk, skiljer.riskvarde, skiljer.matrisvarde, strict=True)) == [
        ("Annat värde", 5, 4)
    ]


@pytest.mark.parametrize("varde, niva", [(8, "låg"), (9, "medium"), (10, "kritisk")])
def test_granserna_i_riskmatrisen_som_foljer_med(varde: int, niva: str):
    rutor = cells()
    assert len(rutor) == len({(s, k) for s, k, _, _ in rutor}) == 25
    assert {n for _, _, v, n in rutor if v == varde} == {niva}
    assert all(v == s * k for s, k, v, _ in rutor)
