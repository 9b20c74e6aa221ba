"""Units that report nothing, or far less than what they handle suggests."""

from datetime import date

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import Periodslag
from kvalitet_metrics.rapportering import rapportering
from tests.indicators.tabeller import databas, fyll


def flaggor(arenden: dict[str, int], avvikelser: dict[tuple[str, int], int]) -> dict[tuple[str, str], str]:
    """(period, enhet) → flag, for so many cases in 2023 per unit and so many deviations per unit and year."""
    con = databas()
    for enhet, n in arenden.items():
        fyll(con, "utredning", [{"avslutad": date(2023, 5, 2)}] * n, forvaltning="F", enhet=enhet)
    for (enhet, ar), n in avvikelser.items():
        fyll(con, "avvikelse", [{"intraffad": date(ar, 5, 2)}] * n, forvaltning="F", enhet=enhet)
    rader = rapportering(con, INDIKATORER["avvikelser_antal"], Periodslag.KALENDERAR, {})
    return {(r["period"], r["enhet"]): r["flagga"] for r in rader}


def test_en_enhet_som_ar_lika_stor_som_en_annan_men_inget_rapporterar_flaggas():
    svar = flaggor({"Norr": 100, "Syd": 100}, {("Norr", 2023): 40})
    assert svar == {("2023", "Norr"): "som väntat", ("2023", "Syd"): "inget"}


def test_en_enhet_som_rapporterar_mycket_mindre_an_sin_volym_flaggas_och_en_liten_gor_det_inte():
    svar = flaggor({"Norr": 100, "Syd": 100, "Ö": 1}, {("Norr", 2023): 60, ("Syd", 2023): 6})
    assert svar["2023", "Syd"] == "under"
    assert svar["2023", "Ö"] == "som väntat"


def test_utan_volym_sager_bara_andra_perioder_att_enheten_varit_tyst():
    svar = flaggor({}, {("Norr", 2022): 9, ("Norr", 2023): 9, ("Syd", 2023): 9})
    assert svar["2022", "Syd"] == "inget"
    assert svar["2023", "Syd"] == "okänt"


def test_brommas_fyra_enheter_som_inte_rapporterade_2020_namns(exempel_workspace: Workspace):
    rader = exempel_workspace.reporting(
        "avvikelser_antal", where={"forvaltning": "Bromma stadsdelsförvaltning"}
    )
    tysta = {r["enhet"] for r in rader if r["period"] == "2020" and r["flagga"] == "inget"}
    assert len(tysta) == 4
    assert all(r["text"] for r in rader if r["flagga"] in ("inget", "under"))


def test_allmanheten_far_inte_veta_hur_enheterna_rapporterar(exempel_workspace: Workspace):
    with pytest.raises(UsageError, match="den egna organisationen"):
        exempel_workspace.reporting(viewer="publik")


def test_bara_ett_antal_per_enhet_kan_provas(exempel_workspace: Workspace):
    with pytest.raises(UsageError, match="antal per enhet"):
        exempel_workspace.reporting("samverkan_andel")
    with pytest.raises(UsageError, match="fast längd"):
        exempel_workspace.reporting(period="total")
