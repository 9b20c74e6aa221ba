"""Controls of one's own: what was planned for a year, when, and what became of each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.ingest.profiles.egenkontroller import BEDOMNINGAR
from kvalitet_metrics.model import OMRADEN


class Lage(Enum):
    """What became of a control: a mark, its words for one and for several. What asks for most comes first."""

    EJ_GENOMFORD = ("⊘", "ej genomförd", "ej genomförda")
    UTAN_UTFALL = ("?", "utfall saknas", "utan utfall, fast dagen har gått")
    EJ_GODKAND = ("✗", "ej godkänd", "ej godkända")
    OBEDOMD = ("●", "inte bedömd", "inte bedömda")
    INGET_SAGT = ("…", "inget sagt", "utan både dag och utfall")
    PLANERAD = ("○", "planerad", "planerade, dagen har inte kommit")
    GODKAND = ("✓", "godkänd", "godkända")

    def __init__(self, tecken: str, ord_: str, flera: str):
        self.tecken, self.ord, self.flera = tecken, ord_, flera

    def raknad(self, n: int) -> str:
        """So many controls, with the word in the right number."""
        return text.antal(n, self.ord, self.flera)


GJORDA = (Lage.GODKAND, Lage.EJ_GODKAND, Lage.OBEDOMD)
EJ_GJORD = BEDOMNINGAR["ej genomförd"]
"""How a measure says that a control was not done."""
ORDNING = {lage: nr for nr, lage in enumerate(Lage)}


@dataclass(frozen=True)
class Kontroll:
    """One planned control. `ar` and `manad` are those of its plan, else of its doing; no day, no month."""

    namn: str
    lage: Lage
    ar: int
    manad: int | None
    planerad: date | None
    genomford: date | None
    plats: str
    del_av: str
    frekvens: str
    atgard: str

    @property
    def motsagd(self) -> bool:
        """Called not approved, though its measure says that it could not be done."""
        return self.lage is Lage.EJ_GODKAND and any(ord_ in self.atgard.lower() for ord_ in EJ_GJORD)

    @property
    def ordning(self) -> tuple[int, str, str]:
        """Those that ask for something first, then by name and place."""
        return ORDNING[self.lage], text.sortnyckel(self.namn), text.sortnyckel(self.plats)


def las(poster: Iterable[Mapping[str, Any]], i_dag: date) -> list[Kontroll]:
    """The controls of these records, in order. i_dag: a planned day before it has passed."""
    return sorted((_kontroll(p, i_dag) for p in poster), key=lambda k: k.ordning)


def i_ord(kontroller: Sequence[Kontroll], ar: int) -> str:
    """The short answer: how many were done, what became of the others, and how those went that were done."""
    antal = Counter(k.lage for k in kontroller)
    gjorda = sum(antal[lage] for lage in GJORDA)
    alla = text.antal(len(kontroller), "planerad egenkontroll", "planerade egenkontroller")
    resten = [lage for lage in Lage if lage not in GJORDA]
    meningar = [f"{text.tal(gjorda)} av {alla} {ar} är {'genomförd' if gjorda == 1 else 'genomförda'}."]
    for borjan, lagen in (("Av resten är", resten), ("Av de genomförda är", GJORDA)):
        if sagda := [lage.raknad(antal[lage]) for lage in lagen if antal[lage]]:
            meningar.append(f"{borjan} {text.lista(sagda)}.")
    if motsagda := sum(k.motsagd for k in kontroller):
        meningar.append(
            f"{text.tal(motsagda)} av de ej godkända har en åtgärd som säger att kontrollen inte kunde göras."
        )
    return " ".join(meningar)


def _kontroll(p: Mapping[str, Any], i_dag: date) -> Kontroll:
    """One record."""
    planerad, genomford = _dag(p["planerad"]), _dag(p["genomford"])
    dag = planerad or genomford
    return Kontroll(
        namn=p["kategori"],
        lage=_lage(p["bedomning"], planerad, genomford, i_dag),
        ar=(dag or _dag(p["period_end"]) or i_dag).year,
        manad=dag.month if dag else None,
        planerad=planerad,
        genomford=genomford,
        plats=" · ".join(filter(None, [p["enhet"] or p["avdelning"] or p["forvaltning"], p["grupp"]])),
        del_av=f"{p['omrade']} {OMRADEN[p['omrade']]}" if p["omrade"] in OMRADEN else p["delprocess"] or "",
        frekvens=p["frekvens"] or "",
        atgard=p["atgard"] or "",
    )


def _lage(bedomning: str | None, planerad: date | None, genomford: date | None, i_dag: date) -> Lage:
    """What became of it: the source's own judgement, else its days."""
    sagt = {"godkänd": Lage.GODKAND, "ej godkänd": Lage.EJ_GODKAND}.get(bedomning or "")
    if sagt:
        return sagt
    if genomford:
        return Lage.OBEDOMD
    if bedomning == "ej genomförd":
        return Lage.EJ_GENOMFORD
    if planerad is None:
        return Lage.INGET_SAGT
    return Lage.UTAN_UTFALL if planerad < i_dag else Lage.PLANERAD


def _dag(tid: Any) -> date | None:
    """A day, whatever kind of date the record holds."""
    return tid.date() if hasattr(tid, "date") else tid
