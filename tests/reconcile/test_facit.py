"""Three real reports: exactly the contradictions that they hold, and that all else agrees."""

import csv
from pathlib import Path

import pytest

from kvalitet_metrics import Workspace
from tests.conftest import rutor
from tests.reconcile.tabeller import av_rader

FACIT = Path(__file__).parents[1] / "facit"

FYND = rutor("""
    figur    | regel | klass | publicerat | beraknat | skillnad | stämmer om
    BRO-0257 | R1    | E     | 0          | 2        | -2       | 2 (2) i stället för 2 (0)
    BRO-0259 | R1    | E     | 29         | 27       | 2        | rättas från 0 till 2
    BRO-0304 | R1    | E     | 219        | 216      | 3        | om summan är 216
    BRO-0305 | R1    | E     | 1342       | 1338     | 4        | om summan är 1 338
    BRO-0174 | R2    | E     | 74         | 72.093   | 1.907    | om andelen är 72 %
    BRO-0045 | R3    | E     | 32         | 30.7692  | 1.2308   | 30,8 % (4) och 38,5 % (5)
    BRO-0124 | R3    | E     | 13.2       | 13.2867  | -0.0867  | 12,9 % (37) och 13,3 % (38)
    BRO-0130 | R4    | E     | 8          | 12       | -4       | om det tidigare värdet är 84
    BRO-0259 | R6    | X     | 29         | 28       | 1        | enskild regi (1) räknas in
    BRO-0044 | R12   | P     |            | 29       |          | 19 av 29 i gruppen kvinnor
    BRO-0431 | R15   | P     | 0          | 31.1582  | -31.1582 | avgränsas till den period
    JAR-0128 | R3    | E     | 91         | 90       | 1        | flickor
    JAR-0066 | R6    | X     | 3          | 5        | -2       | om summan är 5
    JAR-0068 | R6    | X     | 12         | 13       | -1       | om summan är 13
    JAR-0001 | R6    | X     | 6          | 3        | 3        | samma händelser räknas på flera rader
    JAR-0068 | R6    | M     | 12         | 18       | -6       | säger att de är ett utdrag
    JAR-0006 | R14   | P     | 1          | 0        | 1        | om anmälan anges
    SYD-0086 | R6    | X     | 46         | 49       | -3       | om summan är 49
    SYD-0167 | R6    | M     | 928        | 507      | 421      | med det blir summan 705
    SYD-0168 | R6    | M     | 821        | 454      | 367      | deklareras som utdrag
""")
"""Every finding, by the figure that it names: domain.md §5.1 but for what no column of facit can show."""

GJORDA = rutor("""
    fil            | R1 | R2 | R3 | R4 | R5 | R6 | R7
    bromma_2023    | 46 | 51 | 10 | 2  | 19 | 6  | 5
    jarva_2023     | 14 | 7  | 2  |    | 1  | 6  | 1
    sydvast_2023   | 2  | 15 |    | 1  | 3  | 8  | 1
""")
"""Sums, shares, possible shares, changes, repeats, tables against tables, distributions: how many of each."""

NOTERINGAR = rutor("""
    regel | figur
    R7    | JAR-0032
    R8    | BRO-0054
    R8    | BRO-0314
    R8    | JAR-0119
    R9    | BRO-0120
    R9    | BRO-0425
    R10   | BRO-0185
    R11   | BRO-0281
    R11   | BRO-0288
    R11   | BRO-0297
    R11   | BRO-0305
    R11   | SYD-0186
""")
"""What is worth knowing and does not alarm: several categories per view, likely copies, breaks in series."""


@pytest.fixture(scope="module")
def svar() -> dict:
    return {f.stem: Workspace().reconcile(f) for f in sorted(FACIT.glob("*_2023.csv"))}


def alla(svar: dict, nyckel: str) -> list[dict]:
    return [f for ett in svar.values() for f in ett[nyckel]]


def beskrivet(fynd: dict) -> tuple:
    return tuple(fynd[k] for k in ("regel", "klass", "publicerat", "beraknat", "skillnad"))


def tal(text: str | None) -> float | None:
    return None if text is None else float(text)


@pytest.mark.parametrize("vantat", FYND, ids=lambda v: f"{v['figur']}-{v['regel']}")
def test_motsagelsen_hittas_med_sin_skillnad_och_vad_som_skulle_stamma(vantat: dict, svar: dict):
    tal_ = tuple(tal(vantat[k]) for k in ("publicerat", "beraknat", "skillnad"))
    traffar = [
        f
        for f in alla(svar, "fynd")
        if vantat["figur"] in f["plats"] and beskrivet(f) == (vantat["regel"], vantat["klass"], *tal_)
    ]
    assert len(traffar) == 1
    assert vantat["stämmer om"] in traffar[0]["text"].replace("\u00a0", " ")


def test_inget_annat_larmar(svar: dict):
    vantade = [
        (v["regel"], v["klass"], *(tal(v[k]) for k in ("publicerat", "beraknat", "skillnad"))) for v in FYND
    ]
    assert sorted(map(str, map(som_tal, alla(svar, "fynd")))) == sorted(map(str, vantade))


def som_tal(fynd: dict) -> tuple:
    regel, klass, *resten = beskrivet(fynd)
    return regel, klass, *(None if x is None else float(x) for x in resten)


@pytest.mark.parametrize("gjorda", GJORDA, ids=lambda g: g["fil"])
def test_sa_manga_kontroller_ar_gjorda(gjorda: dict, svar: dict):
    vantat = {regel: int(n) for regel, n in gjorda.items() if regel != "fil" and n}
    ett = svar[gjorda["fil"]]
    assert {r: n for r, n in ett["per_regel"].items() if r in gjorda} == vantat
    assert ett["kontroller"] == sum(ett["per_regel"].values())


def test_noteringarna_larmar_inte(svar: dict):
    fick = alla(svar, "noteringar")
    assert len(fick) == len(NOTERINGAR)
    for n in NOTERINGAR:
        assert [f for f in fick if f["regel"] == n["regel"] and n["figur"] in f["plats"]], n


def lasta(fil: str) -> list[dict[str, str]]:
    with (FACIT / f"{fil}.csv").open(encoding="utf-8") as f:
        return list(csv.DictReader(f))


@pytest.mark.parametrize("fil", [g["fil"] for g in GJORDA])
def test_varken_ordning_namn_eller_anmarkningar_behovs(fil: str, svar: dict):
    """The same figures of another district, in another order, without notes: the same findings."""
    rader = [
        {k: v for k, v in rad.items() if k != "note"}
        | {"org": "Ett annat distrikt", "table": f"§ {rad['table'][::-1]}", "figure_id": rad["figure_id"][4:]}
        for rad in reversed(lasta(fil))
    ]
    fick = av_rader(rader)["fynd"]
    antal = {(f["regel"], f["klass"], f["publicerat"]) for f in fick}
    assert antal == {(f["regel"], f["klass"], f["publicerat"]) for f in svar[fil]["fynd"]}


def test_en_tabell_som_star_tva_ganger_ger_inga_nya_motsagelser(svar: dict):
    rader = lasta("bromma_2023")
    dubbla = [r | {"figure_id": f"{r['figure_id']}-2"} for r in rader if r["table"] == "Tabell 10"]
    fick = av_rader(rader + dubbla)
    assert len(fick["fynd"]) == len(svar["bromma_2023"]["fynd"])
    assert [n["regel"] for n in fick["noteringar"] if "står flera gånger" in n["text"]] == ["R8"]
