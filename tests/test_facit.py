"""Every published figure that the indicators can express, asked of the example workspace and compared.

tests/facit/*_2023.csv holds what three reports print, also where they contradict themselves.
tests/facit/fragor.py says how a figure is asked for by its record type, fragor_<rapport>.py which ones
are asked for one by one, and which ones cannot be reached and why. Both lists must be exact: a figure
that is missed, and one that is reached although the list says it cannot be, fail.
"""

import csv
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from kvalitet_metrics.indicators import INDIKATORER
from tests.conftest import ROT
from tests.facit.ej_natt import EJ_NATT, SKAL
from tests.facit.fragor import PER_POSTTYP, Fraga, fraga_for, ritade
from tests.facit.lasare import LASARE, frist, jamn, langst

RAPPORTER = {"bromma": 431, "jarva": 140, "sydvast": 240}
HELA = ("bromma", "jarva", "sydvast")
"""Reports whose every figure is asked for, or said to be out of reach."""
Rad = dict[str, str]


def las_facit() -> list[Rad]:
    """The published figures that somebody has said how to ask for, or why they cannot be reached."""
    rader = []
    for rapport in RAPPORTER:
        with (ROT / "tests" / "facit" / f"{rapport}_2023.csv").open(encoding="utf-8", newline="") as f:
            rader += [rad | {"rapport": rapport} for rad in csv.DictReader(f)]
    svarade = EJ_NATT.keys() | ritade().keys()
    return [rad for rad in rader if rad["record_type"] in PER_POSTTYP or rad["figure_id"] in svarade]


FACIT = las_facit()


class Fragare:
    """Asks the workspace and remembers the tables, since many figures stand in the same one."""

    def __init__(self, workspace) -> None:
        self.workspace = workspace
        self.tabeller: dict[tuple, pd.DataFrame] = {}

    def tabell(self, fraga: Fraga, rad: Rad) -> pd.DataFrame:
        """The indicator in the row's organisation, by the columns that the figure is broken down by."""
        avdelning = fraga.delar.get("avdelning", rad["avdelning"])
        tid = (rad["period_start"], rad["period_end"]) if fraga.intervall else (None, None)
        nyckel = (fraga.id, fraga.period, rad["org"], avdelning, tuple(fraga.delar), tid)
        if nyckel not in self.tabeller:
            self.tabeller[nyckel] = self.workspace.query(
                fraga.id,
                period=fraga.period,
                by=list(fraga.delar),
                where={"forvaltning": rad["org"], "avdelning": avdelning},
                fran=date.fromisoformat(tid[0]) if tid[0] else None,
                till=date.fromisoformat(tid[1]) if tid[1] else None,
                viewer="analytiker",
            )
        return self.tabeller[nyckel]

    def svar(self, fraga: Fraga, rad: Rad) -> Decimal | str | None:
        """The figure in the unit of the facit row, rounded as it is published; None where there is none."""
        if fraga.las == "frist":
            return frist(INDIKATORER[fraga.id], fraga.delar.get("typ"), rad)
        if fraga.las in ("langst", "nast_langst"):
            return langst(self.poster(fraga, rad), plats=["langst", "nast_langst"].index(fraga.las))
        tabell = self.tabell(fraga, rad)
        start, slut = fraga.tid or (rad["period_start"], rad["period_end"])
        if fraga.las == "perioder":
            inom = tabell[
                (tabell.period_start.astype(str) >= start) & (tabell.period_end.astype(str) <= slut)
            ]
            return Decimal(len(valda(inom, fraga)))
        nu = tabell if fraga.intervall or not start else i_perioden(tabell, start, slut)
        if fraga.las == "del_av_alla":
            return jamn(antal(valda(nu, fraga)) * 100 / antal(nu), rad["value"])
        if fraga.las in LASARE:
            return LASARE[fraga.las](fraga, nu, valda(nu, fraga), rad)
        if fraga.las == "var_och_en":
            namnare = set(valda(nu, fraga).namnare)
            return Decimal(int(namnare.pop())) if len(namnare) == 1 else None
        if fraga.las.startswith("andring"):
            fore = i_perioden(tabell, ett_ar_fore(start), ett_ar_fore(slut))
            return andring(fraga, antal(valda(nu, fraga)), antal(valda(fore, fraga)), rad)
        return utfall(fraga, valda(nu, fraga), rad, finns=not nu.empty)

    def poster(self, fraga: Fraga, rad: Rad) -> pd.DataFrame:
        """The records behind the figure, in the row's organisation and period."""
        return self.workspace.rows(
            fraga.id,
            where={"forvaltning": rad["org"], "avdelning": rad["avdelning"]} | fraga.delar,
            fran=date.fromisoformat(rad["period_start"]),
            till=date.fromisoformat(rad["period_end"]),
        )


def i_perioden(tabell: pd.DataFrame, start: str, slut: str) -> pd.DataFrame:
    """The rows of one period."""
    return tabell[(tabell.period_start.astype(str) == start) & (tabell.period_end.astype(str) == slut)]


def valda(tabell: pd.DataFrame, fraga: Fraga) -> pd.DataFrame:
    """The rows with the labels that the figure is about."""
    for kolumn, etiketter in fraga.delar.items():
        if etiketter is None:
            tabell = tabell[tabell[kolumn].notna()]
        else:
            lista = [etiketter] if isinstance(etiketter, str) else list(etiketter)
            tabell = tabell[tabell[kolumn].isin(lista)]
    return tabell


def antal(tabell: pd.DataFrame) -> Decimal:
    """The sum of counts; no row is no record, that is 0."""
    assert not tabell.dold.any()
    return Decimal(int(tabell.varde.sum()))


def utfall(fraga: Fraga, tabell: pd.DataFrame, rad: Rad, finns: bool) -> Decimal | None:
    """A count, or a numerator, denominator or share added up over the chosen rows."""
    if fraga.las == "antal":
        return antal(tabell)
    if tabell.empty:  # andelen av något som inte förekommer i en period med poster är noll
        return Decimal(0) if fraga.las == "andel" and finns else None
    fordelning = INDIKATORER[fraga.id].kind == "fordelning"  # där har alla delar samma nämnare
    namnare = int(tabell.namnare.iloc[0] if fordelning else tabell.namnare.sum())
    taljare = namnare - int(tabell.taljare.sum()) if fraga.rest else int(tabell.taljare.sum())
    if fraga.las == "andel":
        return jamn(Decimal(100 * taljare) / namnare, rad["value"])
    return Decimal({"taljare": taljare, "namnare": namnare}[fraga.las])


def andring(fraga: Fraga, nu: Decimal, fore: Decimal, rad: Rad) -> Decimal | None:
    """The difference from the period before, as a count or in percent of it."""
    if fraga.las == "andring":
        return nu - fore
    return jamn((nu - fore) * 100 / fore, rad["value"]) if fore else None


def ett_ar_fore(dag: str) -> str:
    return f"{int(dag[:4]) - 1}{dag[4:]}"


@pytest.fixture(scope="module")
def natta(exempel_workspace) -> dict[str, tuple[Rad, Decimal | str | None]]:
    """Figure id → its facit row and the answer of the workspace, None where it cannot be asked for."""
    fragare = Fragare(exempel_workspace)
    ut = {}
    for rad in FACIT:
        fraga = fraga_for(rad)
        ut[rad["figure_id"]] = rad, fragare.svar(fraga, rad) if fraga else None
    return ut


def stammer(rad: Rad, svar: Decimal | str | None) -> bool:
    publicerat = rad["value"] if rad["measure"] == "text" else Decimal(rad["value"])
    return svar is not None and svar == publicerat


def rad_i_klartext(rad: Rad, svar: Decimal | str | None) -> str:
    delar = [rad[k] for k in ("avdelning", "enhet", "grupp", "kon", "kategori", "underkategori") if rad[k]]
    vad = f"{rad['record_type']}, {', '.join(delar)}, {rad['period_start']}"
    return f"{rad['figure_id']} {vad}: {rad['measure']} {rad['value']}, fick {svar}"


def test_varje_publicerat_tal_nas_utom_de_som_listan_undantar(natta):
    missade = [
        rad_i_klartext(rad, svar)
        for id_, (rad, svar) in natta.items()
        if id_ not in EJ_NATT and not stammer(rad, svar)
    ]
    assert not missade, f"{len(missade)} tal nås inte:\n" + "\n".join(missade)


def test_inget_tal_i_listan_nas_anda(natta):
    assert [rad_i_klartext(*natta[id_]) for id_ in EJ_NATT if stammer(*natta[id_])] == []


def test_listan_undantar_bara_tal_som_finns_och_med_ett_kant_skal(natta):
    assert set(EJ_NATT) <= set(natta)
    assert {skal for skal, _ in EJ_NATT.values()} <= set(SKAL)
    assert all(forklaring for _, forklaring in EJ_NATT.values())


def test_en_tillsyn_utan_brister_ar_en_tillsyn_som_finns(exempel_workspace):
    """No record of shortcomings is a zero only where there is a record of the supervision."""
    fragare = Fragare(exempel_workspace)
    utan = [
        (rad, fraga)
        for rad in FACIT
        if (fraga := fraga_for(rad)) and fraga.id == "tillsyn_antal" and rad["value"] == "0"
    ]
    for rad, fraga in utan:
        delar = {k: v for k, v in fraga.delar.items() if k != "bedomning"}
        assert fragare.svar(replace(fraga, delar=delar), rad) > 0, rad["figure_id"]
    assert len(utan) > 5


@pytest.mark.parametrize("rapport", HELA)
def test_varje_tal_i_rapporten_fragas_eller_star_i_listan(rapport: str):
    assert sum(rad["rapport"] == rapport for rad in FACIT) == RAPPORTER[rapport]
    skal = {
        EJ_NATT[rad["figure_id"]][0]
        for rad in FACIT
        if rad["rapport"] == rapport and rad["figure_id"] in EJ_NATT
    }
    assert skal <= {"motsägelse", "ord", "position"}


def test_varje_etikett_som_fragas_efter_finns_sa_att_en_nolla_ar_en_nolla(exempel_workspace):
    finns: dict[str, set[str]] = {}
    nadda = [rad for rad in FACIT if rad["figure_id"] not in EJ_NATT]
    for fraga in map(fraga_for, nadda):
        for kolumn, etiketter in fraga.delar.items():
            if kolumn not in finns:
                finns[kolumn] = set(exempel_workspace.values(kolumn))
            kanda = finns[kolumn]
            kanda |= set(INDIKATORER[fraga.id].alla_varden.get(kolumn, ()))
            sokta = [etiketter] if isinstance(etiketter, str) else etiketter or ()
            assert set(sokta) <= kanda, f"{kolumn}: {set(sokta) - kanda}"


def test_facit_ar_helt_och_utan_citat():
    for rapport, rader in RAPPORTER.items():
        with (ROT / "tests" / "facit" / f"{rapport}_2023.csv").open(encoding="utf-8", newline="") as f:
            tabell = list(csv.DictReader(f))
        assert len(tabell) == len({rad["figure_id"] for rad in tabell}) == rader
        assert "quote" not in tabell[0]


def test_sa_manga_publicerade_tal_nas_per_rapport_och_posttyp(natta, capsys):
    alla, traffar = Counter(), Counter()
    for rad, svar in natta.values():
        for nyckel in ((rad["rapport"], rad["record_type"]), (rad["rapport"], "totalt"), ("alla", "totalt")):
            alla[nyckel] += 1
            traffar[nyckel] += stammer(rad, svar)
    with capsys.disabled():
        print("\nPublicerade tal som nås:", file=sys.stderr)
        for (rapport, posttyp), n in sorted(alla.items()):
            print(f"  {rapport:8} {posttyp:18} {traffar[rapport, posttyp]:4} / {n}", file=sys.stderr)
        for skal, n in Counter(skal for skal, _ in EJ_NATT.values()).most_common():
            print(f"  ej nådda: {n:3}  {SKAL[skal]}", file=sys.stderr)
    assert traffar["alla", "totalt"] == alla["alla", "totalt"] - len(EJ_NATT)
