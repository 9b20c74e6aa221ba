"""An attacker who may ask everything that the public may: what can be worked out of what is shown?

The attacker is written on its own. It knows nothing of the product but its answers: every shown figure is an
equation over the finest cells (månad × enhet × kön …), which are unknown numbers from zero up; a hidden row
says that there is something. For each small count it asks by linear programming what is the most that it can
be: that must not be small.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import product
from random import Random

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import csr_array, eye_array, kron

from kvalitet_metrics.disclosure.protection import regel_for, solved
from kvalitet_metrics.errors import NotShown
from kvalitet_metrics.indicators.compute import compute
from kvalitet_metrics.indicators.question import question
from kvalitet_metrics.model import Viewer
from tests.indicators.tabeller import databas, fyll

MINST = 5
KOLUMNER = {
    "lex_sarah_rapporter": ("enhet", "kategori", "regi"),
    "utredning_barn_inom_fyra_manader": ("enhet", "kon", "grupp"),
}
VARDEN = {
    "enhet": ["Norr", "Syd", "Öst"],
    "kategori": ["Fysiska övergrepp", "Psykiska övergrepp"],
    "regi": ["egen", "enskild"],
    "kon": ["flickor", "pojkar"],
    "grupp": ["1", "2"],
}
PERIODER = ("kalenderar", "kvalitetsar", "tertial", "kvartal", "manad", "total")
FALL = [
    ("lex_sarah_rapporter", 1, 45),
    ("utredning_barn_inom_fyra_manader", 5, 400),
]
Fraga = tuple[str, tuple[str, ...], dict[str, list[str]]]


def poster(id_: str, fro: int, antal: int) -> list[dict]:
    """Records that lie unevenly over the cells, so that many are small and some are not."""
    rng = Random(fro)
    rader = []
    for _ in range(antal):
        rad = {k: rng.choices(VARDEN[k], weights=range(1, len(VARDEN[k]) + 1))[0] for k in KOLUMNER[id_]}
        dag = date(2022, 9, 1) + timedelta(days=int(rng.triangular(0, 480, 100)))
        if id_.startswith("lex"):
            rader.append(rad | {"inkom": dag})
        else:
            inledd = dag - timedelta(days=rng.randint(60, 140))
            rader.append(rad | {"malgrupp": "barn", "avslutad": dag, "inledd": inledd})
    return rader


def fragor(id_: str) -> Iterator[Fraga]:
    """Every kind of period, up to two columns as breakdown or condition, one value or several."""
    kolumner = KOLUMNER[id_]
    for period in PERIODER:
        yield period, (), {}
        for k in kolumner:
            yield period, (k,), {}
            yield from ((period, (), {k: [varde]}) for varde in VARDEN[k])
            yield period, (), {k: VARDEN[k][:2]}
        for k, annan in product(kolumner, kolumner):
            if k < annan:
                yield period, (k, annan), {}
            if k != annan:
                yield period, (k,), {annan: VARDEN[annan][:1]}
        yield period, (), {k: VARDEN[k][:1] for k in kolumner}


def antalen(rad: dict) -> tuple[int, int]:
    """What a row counts, and the rest of its denominator."""
    return rad["taljare"], 0 if rad["namnare"] is None else rad["namnare"] - rad["taljare"]


def plats(rad: dict, fraga: Fraga) -> tuple:
    """Where a row stands in its table; the whole has no period."""
    return (None if fraga[0] == "total" else rad["period"], *(rad[k] for k in fraga[1]))


class Angripare:
    """Equations over the finest cells: one right-hand side for what is counted, one for the rest."""

    def __init__(self, kolumner: tuple[str, ...]):
        self.kolumner = kolumner
        manader = [date(2022 + m // 12, m % 12 + 1, 1) for m in range(8, 25)]
        self.celler = list(product(manader, *(VARDEN[k] for k in kolumner)))
        self.vanster: list[np.ndarray] = []
        self.hoger: list[tuple[int, int]] = []
        self.nagot: list[np.ndarray] = []
        self.program = None

    def vikter(self, rad: dict, fraga: Fraga) -> np.ndarray:
        """Which of the finest cells a row of an answer adds up."""
        period, by, where = fraga
        med = where | {k: [rad[k]] for k in by}
        hela = period == "total"
        return np.array(
            [
                float(
                    (hela or rad["period_start"] <= manad <= rad["period_end"])
                    and all(varden[self.kolumner.index(k)] in med[k] for k in med)
                )
                for manad, *varden in self.celler
            ]
        )

    def lar(self, rader: list[dict], fraga: Fraga) -> None:
        """What an answer says: its figures, and that there is nothing where it has no row."""
        where = fraga[2]
        vikter = [self.vikter(rad, fraga) for rad in rader]
        for rad, v in zip(rader, vikter, strict=True):
            if rad["dold"]:
                self.nagot.append(v)
            else:
                self.vanster.append(v)
                self.hoger.append(antalen(rad))
        fragade = np.array(
            [all(varden[self.kolumner.index(k)] in where[k] for k in where) for _, *varden in self.celler]
        )
        utan_rad = fragade - sum(vikter, np.zeros(len(self.celler)))
        self.vanster.append(np.clip(utan_rad, 0, 1))
        self.hoger.append((0, 0))

    def storst(self, vikter: np.ndarray, vad: int) -> float:
        """The most that a sum of cells can be: what is counted and the rest together make the rows."""
        if self.program is None:
            enda = len({h[1] for h in self.hoger}) == 1
            antal = 1 if enda else 2
            lika = kron(eye_array(antal), csr_array(np.unique(self.vanster, axis=0)))
            _, forst = np.unique(self.vanster, axis=0, return_index=True)
            hoger = np.array(self.hoger)[forst, :antal].T.ravel()
            nagot = kron(np.ones((1, antal)), csr_array(np.unique(self.nagot, axis=0)))
            self.program = lika, hoger, nagot, antal
        lika, hoger, nagot, antal = self.program
        mal = np.kron(np.eye(antal)[vad], -vikter)
        villkor = {"A_ub": -nagot, "b_ub": -np.ones(nagot.shape[0]), "A_eq": lika, "b_eq": hoger}
        svar = linprog(mal, **villkor, bounds=(0, None), method="highs")
        assert svar.status in (0, 3), "det som visas säger emot sig självt"
        return np.inf if svar.status == 3 else -svar.fun


@pytest.mark.parametrize("id_, fro, antal", FALL)
def test_inget_litet_antal_gar_att_rakna_ut_och_det_mesta_visas(id_: str, fro: int, antal: int):
    with databas() as con:
        fyll(
            con,
            "lex_sarah" if id_.startswith("lex") else "utredning",
            poster(id_, fro, antal),
            forvaltning="F",
        )
        ind = question(id_, "total", [], {}, None, None, {}).indikator
        skydd = solved(con, [ind], regel_for(ind, Viewer.PUBLIK))[id_]
        angripare = Angripare(KOLUMNER[id_])
        sma: dict[tuple[bytes, int], tuple[np.ndarray, int]] = {}
        visade = dolda = besvarade = 0
        for fraga in fragor(id_):
            stalld = question(id_, *fraga, None, None, {})
            svar = compute(con, stalld)
            try:
                visat = skydd.apply(svar, stalld)
            except NotShown:
                visat = None
            else:
                angripare.lar(visat, fraga)
                besvarade += 1
            synliga = {plats(r, fraga) for r in visat or () if not r["dold"]}
            for sann in svar:
                vikter = angripare.vikter(sann, fraga)
                litet = [vad for vad, n in enumerate(antalen(sann)) if 0 < n < MINST]
                sma |= {(vikter.tobytes(), vad): (vikter, vad) for vad in litet}
                ofarlig = not litet and sum(antalen(sann)) >= MINST
                syns = plats(sann, fraga) in synliga
                visade += visat is not None and ofarlig and syns
                dolda += visat is not None and ofarlig and not syns
    assert len(sma) > 20
    assert min(angripare.storst(vikter, vad) for vikter, vad in sma.values()) >= MINST - 1e-6
    print(f"{id_} {antal}: {besvarade} frågor besvarade, {dolda} av {visade + dolda} ofarliga dolda")
    assert besvarade >= 20
    assert dolda <= (visade + dolda) / 3, f"{visade} ofarliga visade, {dolda} dolda"


def test_att_en_rad_saknas_sager_ocksa_nagot():
    """Syd has nothing of the second kind: what Öst lacks of it is Norr's, and so is the rest of the first."""
    fysiska, psykiska = VARDEN["kategori"]
    antal = {("Norr", fysiska): 3, ("Norr", psykiska): 6, ("Syd", fysiska): 7}
    antal |= {("Öst", fysiska): 12, ("Öst", psykiska): 14}
    dag = {"inkom": date(2023, 3, 1), "forvaltning": "F"}
    rader = [{"enhet": e, "kategori": k} for (e, k), n in antal.items() for _ in range(n)]
    angripare = Angripare(("enhet", "kategori"))
    with databas() as con:
        fyll(con, "lex_sarah", rader, **dag)
        ind = question("lex_sarah_rapporter", "total", [], {}, None, None, {}).indikator
        skydd = solved(con, [ind], regel_for(ind, Viewer.PUBLIK))[ind.id]
        for by in ((), ("enhet",), ("kategori",), ("enhet", "kategori")):
            stalld = question(ind.id, "kalenderar", by, {}, None, None, {})
            with suppress(NotShown):
                angripare.lar(skydd.apply(compute(con, stalld), stalld), ("kalenderar", by, {}))
    alla = np.array([float((e, k) == ("Norr", fysiska)) for _, e, k in angripare.celler])
    assert angripare.storst(alla, 0) >= MINST - 1e-6
