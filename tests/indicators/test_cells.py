"""Every record behind a figure is followed back to the cells that it was read from."""

import re

import openpyxl
import pandas as pd
import pytest

from kvalitet_metrics.example import write_all
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.cells import addresses
from kvalitet_metrics.indicators.definition import Kvot
from tests.exempelfiler import dag

BARN = INDIKATORER["utredning_barn_inom_fyra_manader"]
ADRESS = re.compile(r"[A-Z]{1,3}\d+(, [A-Z]{1,3}\d+)*")


@pytest.fixture(scope="module")
def filer(tmp_path_factory: pytest.TempPathFactory):
    return {f.path.name: f.path for f in write_all(tmp_path_factory.mktemp("exempel"))}


@pytest.mark.parametrize("id_", [id_ for id_, ind in INDIKATORER.items() if not isinstance(ind, Kvot)])
def test_varje_post_bakom_varje_matt_har_sina_celler(id_: str, exempel_workspace):
    poster = exempel_workspace.rows(id_)
    celler = exempel_workspace.cells(id_, poster)
    assert celler
    assert {c for c in celler if not ADRESS.fullmatch(c)} == set()


def test_i_cellerna_star_det_som_siffran_ar_raknad_av(exempel_workspace, filer):
    poster = exempel_workspace.rows(BARN.id)
    for fil, i_filen in poster.assign(celler=exempel_workspace.cells(BARN.id, poster)).groupby("fil"):
        blad = openpyxl.load_workbook(filer[fil])[i_filen["blad"].iloc[0]]
        for post in i_filen.head(40).itertuples():
            dagar = {dag(blad[c].value) for c in post.celler.split(", ")[-2:]}
            assert dagar == {post.inledd.date(), post.avslutad.date()}


def test_en_post_som_ar_en_cell_har_den_och_en_vars_inlasning_inte_sager_kolumnerna_har_sin_rad():
    rader = pd.DataFrame(
        [("A", "Blad", 7, "D"), ("A", "Blad", 8, None), ("B", "Blad", 9, None)],
        columns=["upload_id", "blad", "rad", "kolumn"],
    )
    bokstaver = {"A": {"Blad": {"avslutad": ["AB"], "inledd": ["J"], "enhet": ["C"]}}}
    assert addresses(rader, bokstaver, BARN) == ["D7", "J8, AB8", "rad 9"]


def test_kvittot_sager_bokstaven_for_det_som_lases_och_inte_for_det_som_aldrig_lases(exempel_workspace):
    (kvitto,) = [u for u in exempel_workspace.uploads() if u["file"] == "Utredningar_avslutade_2023Q1.xlsx"]
    assert kvitto["aldrig_lasta"] == ["Personnr", "Handläggare"]
    lasta = kvitto["celler"]["Rapport"]
    assert (lasta["inledd"], lasta["avslutad"]) == (["I"], ["J"])
    assert not {"personnr", "handlaggare"} & lasta.keys()
