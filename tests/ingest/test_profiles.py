"""Every kind of export is described by a drawn example; the example is read as it says."""

from functools import cache

import pytest

from kvalitet_metrics.ingest.profile import ExportProfil
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.read import Inlasning
from kvalitet_metrics.ingest.recognise import recognise
from kvalitet_metrics.store.build import table_columns
from tests.conftest import rutor
from tests.ingest.filer import csv_text, las, rader, xlsx

profiler = pytest.mark.parametrize("profil", PROFILER.values(), ids=PROFILER)


def fil(profil: ExportProfil) -> bytes:
    if profil.exempel_namn.endswith(".csv"):
        return csv_text(profil.exempel).encode("cp1252")
    return xlsx(profil.exempel)


@cache
def last(profil_id: str) -> Inlasning:
    profil = PROFILER[profil_id]
    return las(fil(profil), profil.exempel_namn)


@profiler
def test_exemplet_kanns_igen_som_sig_sjalvt_och_inget_annat(profil: ExportProfil):
    """All profiles are tried: an example that fits two would be refused."""
    inlasning = last(profil.id)
    assert inlasning.faults == []
    assert inlasning.profil == profil
    assert profil.namn in inlasning.recognised


@profiler
def test_exemplet_blir_de_rader_som_profilen_vantar(profil: ExportProfil):
    vantat = rutor(profil.vantat)
    fick = [
        {namn: None if rad[namn] is None else str(rad[namn]) for namn in vantat[0]}
        for rad in rader(last(profil.id))
    ]
    assert fick == vantat


@profiler
def test_varje_kolumn_som_sparas_har_en_plats_i_tabellen(profil: ExportProfil):
    [tabell] = last(profil.id).tabeller.values()
    assert set(tabell.column_names) <= set(table_columns()[profil.tabell])
    lovade = {n for n, k in profil.kolumner.items() if k.utdata} | set(profil.berakna) | set(profil.fasta)
    assert lovade <= set(table_columns()[profil.tabell])


@profiler
def test_nyckel_datum_och_regler_talar_om_kolumner_som_finns(profil: ExportProfil):
    finns = {*profil.kolumner, *profil.berakna, *profil.fasta, "forvaltning", "avdelning", "enhet", "grupp"}
    assert {*profil.nyckel, *profil.datum} <= finns
    assert {regel.kolumn for regel in profil.regler} <= finns


@profiler
def test_en_rubrik_betyder_en_enda_sak_i_profilen(profil: ExportProfil):
    rubriker = [r for k in profil.kolumner.values() for r in k.lasningar]
    assert sorted(rubriker) == sorted(set(rubriker))


@profiler
def test_exemplet_raknar_alla_rader_och_inga_fel(profil: ExportProfil):
    inlasning = last(profil.id)
    assert inlasning.rows_loaded == inlasning.rows_read > 0
    assert inlasning.rows_skipped == 0
    assert inlasning.period is not None


def test_utan_profiler_kanns_ingenting_igen():
    traffar, [fault] = recognise([], [])
    assert traffar == []
    assert "känns" in fault.message
