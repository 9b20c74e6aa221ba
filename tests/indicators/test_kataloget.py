"""The whole catalogue on the examples: every period, every breakdown, and what every answer keeps to."""

import json
from datetime import date
from itertools import pairwise

import pytest

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import Periodslag
from kvalitet_metrics.text import sortnyckel

KONTRAKT = {"period", "period_start", "period_end", "taljare", "namnare", "varde", "nedre", "ovre"}
KONTRAKT |= {"bortfall", "dold", "anmarkning", "mal", "foregaende"}
# Counts of the same items divided in several ways: the ways do not have the same sum.
FLERA_SATT = {"klagomal_antal": {"kategori", "avsandare", "typ"}, "berom_antal": {"kategori", "avsandare"}}
FLERA_SATT["synpunkter_antal"] = {"kategori", "underkategori", "avsandare"}
SUMMERAS = ("taljare", "namnare", "bortfall")


UPPDELADE = (Periodslag.KALENDERAR, Periodslag.KVALITETSAR, Periodslag.MANAD)
"""Kinds of period that are broken down here; other pairs are drawn at random in test_egenskaper."""


@pytest.fixture(scope="module", params=INDIKATORER)
def katalog(request, exempel_workspace):
    """One indicator, and its answer per period kind, and per breakdown of some of the kinds."""
    ind = INDIKATORER[request.param]
    svar = {
        (slag.value, by): exempel_workspace.answer(ind.id, slag, [by] if by else [])
        for slag in Periodslag
        for by in ("", *(ind.nedbrytningar if slag in UPPDELADE else ()))
    }
    return ind, svar


def test_varje_svar_har_kontraktets_kolumner_och_gar_att_skriva_som_json(katalog):
    ind, svar = katalog
    assert any(svar.values()), "exemplen har inga uppgifter för indikatorn"
    for (slag, by), rader in svar.items():
        for rad in rader:
            assert KONTRAKT | ({by} - {""}) <= rad.keys(), (slag, by)
            assert {"medel", "p90"} <= rad.keys() or ind.kind != "tid"
            assert isinstance(rad["period_start"], date)
            assert rad["period_start"] <= rad["period_end"]
            assert isinstance(rad["anmarkning"], list)
        json.dumps(rader, allow_nan=False, default=date.isoformat)


def test_ingen_andel_ar_over_ett_och_det_som_inte_gar_att_rakna_sager_varfor(katalog):
    ind, svar = katalog
    for rader in svar.values():
        for rad in rader:
            if rad["varde"] is None:
                assert rad["anmarkning"], rad
            elif har_intervall(ind, rad):
                assert 0 <= rad["nedre"] <= rad["varde"] <= rad["ovre"]
                if ind.enhet == "andel":
                    assert rad["ovre"] <= 1
                    assert rad["varde"] == rad["taljare"] / rad["namnare"]
                if ind.kind == "tid":
                    assert rad["medel_nedre"] <= rad["medel"] <= rad["medel_ovre"]
            else:
                assert rad["varde"] >= 0
                assert rad["nedre"] is rad["ovre"] is None


def har_intervall(ind, rad: dict) -> bool:
    """Every share and count, medians of six cases or more, and reported values with both their parts."""
    if ind.kind == "kvot":
        return True
    if ind.kind in ("hogsta", "matvarde"):
        return ind.kind == "matvarde" and None not in (rad["taljare"], rad["namnare"])
    return ind.kind != "tid" or rad["namnare"] >= 6


def test_raderna_star_i_tidens_ordning_och_sedan_i_bokstavsordning(katalog):
    ind, svar = katalog
    for (_, by), rader in svar.items():
        kolumner = list(dict.fromkeys(c for c in (by, ind.alltid_per) if c))
        ordning = [(r["period_start"], r["period_end"], *(sortnyckel(r[c]) for c in kolumner)) for r in rader]
        assert ordning == sorted(ordning)
        assert len({(r["period_start"], r["period_end"], *(r[c] for c in kolumner)) for r in rader}) == len(
            rader
        )


def test_delarna_summerar_till_helheten(katalog):
    ind, svar = katalog
    for (slag, by), delar in svar.items():
        if not by or ind.alltid_per or by in FLERA_SATT.get(ind.id, ()):
            continue
        for hel in svar[slag, ""]:
            mina = [
                r
                for r in delar
                if (r["period_start"], r["period_end"]) == (hel["period_start"], hel["period_end"])
            ]
            for kolumn in SUMMERAS:
                if hel[kolumn] is not None:
                    summa = sum(r[kolumn] for r in mina if r[kolumn] is not None)
                    assert summa == hel[kolumn], (slag, by, hel["period"], kolumn)


def test_manaderna_summerar_till_aret(katalog):
    ind, svar = katalog
    if ind.datum[0] != ind.datum[1] or ind.alltid_per:
        return
    for ar in svar["kalenderar", ""]:
        mina = [r for r in svar["manad", ""] if r["period_start"].year == ar["period_start"].year]
        for kolumn in SUMMERAS:
            if ar[kolumn] is not None:
                assert sum(r[kolumn] for r in mina) == ar[kolumn]


def test_foregaende_ar_varden_for_perioden_strax_fore(katalog):
    ind, svar = katalog
    rader = svar["kvalitetsar", ""]
    for forra, denna in pairwise(rader):
        nasta = (denna["period_start"] - forra["period_end"]).days == 1 and not ind.alltid_per
        assert not nasta or denna["foregaende"] == forra["varde"]


def test_varje_kod_ar_en_indikators_och_hor_till_dess_omrade():
    koder = [d.kod for d in INDIKATORER.values()]
    assert sorted(koder) == sorted(set(koder))
    assert all(d.kod.startswith(f"{d.omrade}.") for d in INDIKATORER.values())


@pytest.mark.parametrize(
    "fraga, forslag",
    [
        ({"id": "avvikelser_anta"}, "avvikelser_antal"),
        ({"id": "avvikelser_antal", "by": ["enhett"]}, "enhet"),
        ({"id": "avvikelser_antal", "where": {"omrad": "A"}}, "omrade"),
        ({"id": "avvikelser_antal", "period": "kvartall"}, "kvartal"),
        ({"id": "avvikelser_antal", "viewer": "inter"}, "intern"),
    ],
)
def test_ett_okant_namn_far_forslaget_som_ligger_narmast(exempel_workspace, fraga: dict, forslag: str):
    with pytest.raises(UsageError, match=f"Menade du «{forslag}»"):
        exempel_workspace.query(**fraga)


def test_en_okand_kolumn_far_forslag_ocksa_nar_dess_varden_efterfragas(exempel_workspace):
    with pytest.raises(UsageError, match="Menade du «enhet»"):
        exempel_workspace.values("enhett")


@pytest.mark.parametrize("id", INDIKATORER)
def test_en_tom_arbetsyta_svarar_med_samma_kolumner_och_inga_rader(
    egen_arbetsyta, exempel_workspace, id: str
):
    tom = type(exempel_workspace)(egen_arbetsyta).query(id)
    assert tom.empty
    assert set(tom.columns) == set(exempel_workspace.query(id).columns)
