"""Complaints and praise as the steering system shows them: several blocks of counts on one sheet."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from kvalitet_metrics.example._ils_tal import (
    BROMMA_BEROM,
    BROMMA_KLAGOMAL,
    BROMMA_MYNDIGHET_2023,
    JARVA_BLOCK,
    SYDVAST_BLOCK,
)
from kvalitet_metrics.example._org import BROMMA, JARVA, SOCIALTJANST_OCH_FRITID, SYDVAST
from kvalitet_metrics.example._sheet import (
    NBSP,
    Blad,
    Cell,
    ExampleFile,
    Rad,
    fordela,
    rutor,
    slump,
    write_xlsx,
)

RUBRIKER = ["Klagomål/synpunkter/kategorier", "Utfall T1", "Utfall T2", "Utfall VB", "Ack. utfall"]

Utfall = dict[str, str]
"""Row label to the accumulated outcome as published: a number, `Inga`, or the empty string."""


@dataclass(frozen=True)
class Rapport:
    """One file: its title rows, its blocks in order, and whether the outcome is split by tertial."""

    fil: str
    forvaltning: str
    avdelning: str
    period: str
    block: dict[str, Utfall]
    per_tertial: bool
    enhet: str = ""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's four years, Järva's three avdelningar, and Sydväst's five."""
    return [_skriv(folder, rapport) for rapport in [*_bromma(), *_jarva(), *_sydvast()]]


def _bromma() -> list[Rapport]:
    """The whole avdelning per year; 2023 as two files, since the report says how many were of whom."""
    tabeller = {"Klagomål": BROMMA_KLAGOMAL, "Beröm": BROMMA_BEROM}
    rapporter = [
        _bromma_rapport(ar, {titel: _kolumn(tabell, ar) for titel, tabell in tabeller.items()})
        for ar in ("2020", "2021", "2022")
    ]
    myndighet, utforare = {}, {}
    for titel, tabell in tabeller.items():
        myndighet[titel] = _kolumn(BROMMA_MYNDIGHET_2023, titel.lower())
        alla = _kolumn(tabell, "2023")
        utforare[titel] = {k: str(int(n) - int(myndighet[titel][k])) for k, n in alla.items()}
    return [
        *rapporter,
        _bromma_rapport("2023", myndighet, "Myndighetsenheterna"),
        _bromma_rapport("2023", utforare, "Utförarenheterna"),
    ]


def _bromma_rapport(ar: str, block: dict[str, Utfall], enhet: str = "") -> Rapport:
    fil = f"ILS_klagomål_Bromma_{enhet}_{ar}.xlsx".replace("__", "_")
    return Rapport(
        fil, BROMMA, SOCIALTJANST_OCH_FRITID, f"Period: {ar}", block, per_tertial=True, enhet=enhet
    )


def _jarva() -> list[Rapport]:
    return [
        Rapport(
            f"ILS_klagomål_Järva_{kort}_2023.xlsx",
            JARVA,
            avdelning,
            "Period: 2023",
            {titel: _kolumn(tabell, "antal") for titel, tabell in block.items()},
            per_tertial=True,
        )
        for (kort, avdelning), block in JARVA_BLOCK.items()
    ]


def _sydvast() -> list[Rapport]:
    return [
        Rapport(
            f"ILS_synpunkter_Sydväst_{kort}_2022-2023.xlsx",
            SYDVAST,
            avdelning,
            "Kvalitetsår 2022/2023",
            {titel: _kolumn(tabell, "antal") for titel, tabell in block.items()},
            per_tertial=False,
        )
        for (kort, avdelning), block in SYDVAST_BLOCK.items()
    ]


def _kolumn(tabell: str, kolumn: str) -> Utfall:
    return {rad["kategori"]: rad[kolumn] for rad in rutor(tabell)}


def _skriv(folder: Path, rapport: Rapport) -> ExampleFile:
    rng = slump(rapport.fil)
    rader: list[Rad] = [["ILS-webb"], [rapport.period], [f"Avdelning: {rapport.avdelning}"]]
    rader += [[f"Enhet: {rapport.enhet}"], []] if rapport.enhet else [[]]
    for titel, utfall in rapport.block.items():
        summa = sum(int(varde) for varde in utfall.values() if varde.isdigit())
        rader += [[titel], RUBRIKER]
        rader += [_rad(rng, etikett, varde, rapport.per_tertial) for etikett, varde in utfall.items()]
        rader += [["Totalt", None, None, None, summa], []]
    write_xlsx(folder / rapport.fil, [Blad("ILS-webb", rader)])
    return ExampleFile(folder / rapport.fil, rapport.forvaltning, rapport.avdelning)


def _rad(rng: Random, etikett: str, varde: str, per_tertial: bool) -> list[Cell]:
    """A row of a block. What was not reported is blank; a single one at times reads `1  st`."""
    if not varde.isdigit():
        return [etikett, None, None, None, varde or None]
    antal = int(varde)
    delar = fordela(rng, antal, 3) if per_tertial else [0, 0, 0]
    return [etikett, *(_utfall(rng, del_) if del_ else None for del_ in delar), _utfall(rng, antal)]


def _utfall(rng: Random, antal: int) -> Cell:
    former: list[Cell] = [antal, antal, antal, f"{antal}{NBSP} st"]
    return rng.choice(former)
