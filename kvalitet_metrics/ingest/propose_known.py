"""A proposed mapping for a file that is a known export under other headings."""

from kvalitet_metrics.errors import menade_du
from kvalitet_metrics.ingest.mapped import baser
from kvalitet_metrics.ingest.mapping import KANSLIG, Karta, Koppling
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.propose import Forslag


def propose_base(forslag: Forslag, bas: str) -> Karta:
    """The proposal for a file that is a known export under other headings: the nearest usual headings."""
    usual = {n: base_heading(bas, n) for n in baser()[bas]}
    kolumner: dict[str, Koppling] = {}
    for bild in forslag.kolumner:
        nearest = menade_du(bild.rubrik, usual.values())
        role = KANSLIG if bild.dold else next((n for n, o in usual.items() if o == nearest), None)
        if role == KANSLIG or (role and role not in kolumner):
            kolumner[role if role != KANSLIG else bild.rubrik] = Koppling(bild.rubrik, role)
    return Karta(forslag.karta.id, forslag.karta.namn, tuple(kolumner.values()), bas=bas)


def base_heading(bas: str, namn: str) -> str:
    """What a column of a known export is usually called in the file; its own name where it has no heading."""
    kolumn = PROFILER[bas].kolumner.get(namn)
    return kolumn.rubriker[0] if kolumn and kolumn.rubriker else namn.capitalize()
