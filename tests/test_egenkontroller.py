"""What became of the year's controls: not done is not the same as not approved, and silence is neither."""

from datetime import date

import pytest

from kvalitet_metrics.analysis.egenkontroller import Lage, i_ord, las

FALT = (
    *("bedomning", "planerad", "genomford", "enhet", "avdelning", "forvaltning", "grupp"),
    *("omrade", "delprocess", "frekvens", "atgard"),
)
I_DAG = date(2024, 6, 1)


def post(**mer) -> dict:
    """A record as it is read, with nothing said."""
    tomt = dict.fromkeys(FALT)
    return tomt | {"kategori": "Loggkontroll", "period_end": date(2024, 12, 31)} | mer


@pytest.mark.parametrize(
    ("sagt", "lage"),
    [
        ({"bedomning": "godkänd"}, Lage.GODKAND),
        ({"bedomning": "ej godkänd"}, Lage.EJ_GODKAND),
        ({"bedomning": "ej genomförd", "planerad": date(2024, 3, 1)}, Lage.EJ_GENOMFORD),
        ({"bedomning": "ej genomförd", "genomford": date(2024, 3, 1)}, Lage.OBEDOMD),
        ({"genomford": date(2024, 3, 1)}, Lage.OBEDOMD),
        ({"bedomning": "planerad", "planerad": date(2024, 5, 31)}, Lage.UTAN_UTFALL),
        ({"bedomning": "planerad", "planerad": date(2024, 6, 1)}, Lage.PLANERAD),
        ({}, Lage.INGET_SAGT),
    ],
)
def test_laget_foljer_av_vad_som_ar_sagt(sagt: dict, lage: Lage):
    [kontroll] = las([post(**sagt)], I_DAG)
    assert kontroll.lage is lage


def test_manaden_ar_planens_och_aret_likasa():
    [kontroll] = las([post(planerad=date(2023, 12, 20), genomford=date(2024, 1, 8))], I_DAG)
    assert (kontroll.ar, kontroll.manad) == (2023, 12)
    [utan_dag] = las([post()], I_DAG)
    assert (utan_dag.ar, utan_dag.manad) == (2024, None)


def test_ej_gjorda_star_forst_och_godkanda_sist():
    kontroller = las([post(bedomning=b) for b in ("godkänd", "ej godkänd", "ej genomförd")], I_DAG)
    assert [k.lage.ord for k in kontroller] == ["ej genomförd", "ej godkänd", "godkänd"]


def test_svaret_i_ord_skiljer_gjort_fran_godkant():
    kontroller = las(
        [
            *(post(bedomning="godkänd") for _ in range(3)),
            post(bedomning="ej godkänd", atgard="Egenkontroll har ej kunnat genomföras, görs 2024"),
            post(bedomning="ej genomförd"),
        ],
        I_DAG,
    )
    assert i_ord(kontroller, 2024).replace("\u00a0", " ") == (
        "4 av 5 planerade egenkontroller 2024 är genomförda. Av resten är 1 ej genomförd. Av de genomförda"
        " är 3 godkända och 1 ej godkänd. 1 av de ej godkända har en åtgärd som säger att kontrollen inte"
        " kunde göras."
    )
