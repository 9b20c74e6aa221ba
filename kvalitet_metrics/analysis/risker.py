"""The risks of an analysis: how each is judged, whether something is done, and what it was a year before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kvalitet_metrics import text

KRITISK = "kritisk"
NIVAER = (KRITISK, "medium", "låg")
"""The levels, worst first; an organisation's own levels come after them."""
FLERA = {"kritisk": "kritiska", "låg": "låga"}
ATGARD = "åtgärd"


@dataclass(frozen=True)
class Risk:
    """One risk in one analysis. `niva`, `varde` and the two steps (1–5) are None where they are not said."""

    ar: int
    risk: str
    sannolikhet: int | None
    konsekvens: int | None
    varde: int | None
    niva: str | None
    bedomning: str
    atgard: str
    plats: str
    delprocess: str
    forvaltning: str | None

    @property
    def utan_atgard(self) -> bool:
        """Nothing is done about it, decided or not."""
        return self.bedomning != ATGARD

    @property
    def cell(self) -> tuple[int, int] | None:
        """Its place in the matrix, (sannolikhet, konsekvens)."""
        return None if None in (self.sannolikhet, self.konsekvens) else (self.sannolikhet, self.konsekvens)  # type: ignore[return-value]

    @property
    def samma(self) -> tuple[str, ...]:
        """What tells it from others, in any year."""
        return self.forvaltning or "", self.plats, self.delprocess, self.risk.casefold()

    @property
    def ordning(self) -> tuple:
        """The critical without a measure first, then by level, measure and value."""
        niva = NIVAER.index(self.niva) if self.niva in NIVAER else len(NIVAER)
        return niva, not self.utan_atgard, -(self.varde or 0), text.sortnyckel(self.risk), self.plats


def las(poster: Iterable[Mapping[str, Any]]) -> list[Risk]:
    """The risks of these records, in order."""
    return sorted((_risk(p) for p in poster), key=lambda r: r.ordning)


def i_ord(risker: Sequence[Risk], ar: int) -> str:
    """The short answer: how many of each level, and how many of the critical that nothing is done about."""
    nivaer = Counter(r.niva for r in risker)
    ordnade = sorted(nivaer, key=lambda n: (NIVAER.index(n) if n in NIVAER else len(NIVAER), n or "ö"))
    delar = text.lista(_nivaord(n, nivaer[n]) for n in ordnade)
    svar = [f"{text.antal(len(risker), 'risk', 'risker')} i riskanalysen {ar}: {delar}."]
    kritiska = [r for r in risker if r.niva == KRITISK]
    if utan := sum(r.utan_atgard for r in kritiska):
        av = "Den kritiska" if len(kritiska) == 1 else f"{text.tal(utan)} av de {len(kritiska)} kritiska"
        svar.append(f"{av} har ingen åtgärd.")
    elif kritiska:
        svar.append("Alla kritiska risker har en åtgärd. Om den är gjord står inte i riskanalysen.")
    return " ".join(svar)


def fore(risker: Iterable[Risk], ar: int) -> tuple[int | None, dict[tuple[str, ...], Risk]]:
    """The year of the analysis before, and its risks by what they are; None and nothing without one."""
    tidigare = [r for r in risker if r.ar < ar]
    senast = max((r.ar for r in tidigare), default=None)
    return senast, {r.samma: r for r in tidigare if r.ar == senast}


def sedan(risk: Risk, innan: Mapping[tuple[str, ...], Risk]) -> str:
    """What a risk is since the analysis before: «ny», «lägre, var 12», «högre, var 9», «oförändrad»."""
    forra = innan.get(risk.samma)
    if forra is None:
        return "ny"
    if risk.varde is None or forra.varde is None:
        return "kan inte jämföras"
    if risk.varde == forra.varde:
        return "oförändrad"
    return f"{'lägre' if risk.varde < forra.varde else 'högre'}, var {forra.varde}"


def sedan_i_ord(risker: Sequence[Risk], innan: Mapping[tuple[str, ...], Risk], senast: int) -> str:
    """What has become of the risks together since the analysis before."""
    antal = Counter(sedan(r, innan).split(",")[0] for r in risker)
    borta = len(set(innan) - {r.samma for r in risker})
    delar = [
        (antal["lägre"], "har fått ett lägre riskvärde"),
        (antal["högre"], "ett högre"),
        (antal["oförändrad"], "är oförändrade" if antal["oförändrad"] != 1 else "är oförändrad"),
        (antal["ny"], "är nya" if antal["ny"] != 1 else "är ny"),
        (borta, "finns inte längre med"),
    ]
    return f"Sedan {senast}: {text.lista(f'{text.tal(n)} {ord_}' for n, ord_ in delar if n)}."


def _nivaord(niva: str | None, n: int) -> str:
    """So many risks of a level."""
    if niva is None:
        return f"{text.tal(n)} utan nivå"
    return f"{text.tal(n)} {niva if n == 1 else FLERA.get(niva, niva)}"


def _risk(p: Mapping[str, Any]) -> Risk:
    """One record."""
    return Risk(
        ar=p["period_end"].year,
        risk=p["risk"],
        sannolikhet=_heltal(p["sannolikhet"]),
        konsekvens=_heltal(p["konsekvens"]),
        varde=_heltal(p["riskvarde"]),
        niva=p["kategori"].lower() if p["kategori"] else None,
        bedomning=p["bedomning"] or "åtgärd saknas",
        atgard=p["atgard"] or "",
        plats=p["enhet"] or p["avdelning"] or p["forvaltning"] or "",
        delprocess=p["delprocess"] or "",
        forvaltning=p["forvaltning"],
    )


def _heltal(tal: Any) -> int | None:
    """A whole number, or None."""
    return None if tal is None else int(tal)
