"""Deadlines as data: what the law says, or what the organisation has decided for itself.

A deadline that stands in law carries its paragraph before and after the new Socialtjänstlag
(2025:400, in force 2025-07-01). One that does not is local, and is called local wherever it is shown.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Lydelse:
    """The paragraph that a deadline stands in, and from when."""

    lagrum: str
    galler_fran: date | None = None


@dataclass(frozen=True)
class Frist:
    """A length of time from one date to another.

    langd and enhet: calendar months («manader», the end clamped to the month's last day) or days
    («dagar»). lydelser: empty for a local deadline.
    """

    namn: str
    langd: int
    enhet: str
    lydelser: tuple[Lydelse, ...] = ()

    @property
    def lagstadgad(self) -> bool:
        """True where the deadline stands in law; False where it is the organisation's own."""
        return bool(self.lydelser)

    def i_tid(self, start: str, slut: str) -> str:
        """SQL that is true where the date `slut` is no later than the last day in time from `start`."""
        unit = {"manader": "MONTH", "dagar": "DAY"}[self.enhet]
        return f"{slut} <= {start} + INTERVAL {self.langd} {unit}"

    def __str__(self) -> str:
        """As a reader meets it: «fyra månader (20 kap. 3 § SoL …)» or «… (lokal frist)»."""
        if not self.lagstadgad:
            return f"{self.namn} (lokal frist)"
        texter = [
            lydelse.lagrum + (f" från {lydelse.galler_fran.isoformat()}" if lydelse.galler_fran else "")
            for lydelse in self.lydelser
        ]
        return f"{self.namn} ({', '.join(texter)})"


NYA_SOL = date(2025, 7, 1)

UTREDNING_BARN = Frist(
    "fyra månader",
    4,
    "manader",
    (Lydelse("11 kap. 2 § SoL (2001:453)"), Lydelse("20 kap. 3 § SoL (2025:400)", NYA_SOL)),
)
UTREDNING_VUXNA = Frist("en månad", 1, "manader")
FORHANDSBEDOMNING_BARN = Frist(
    "14 dagar",
    14,
    "dagar",
    (Lydelse("11 kap. 1 a § SoL (2001:453)"), Lydelse("20 kap. 2 § SoL (2025:400)", NYA_SOL)),
)
FORHANDSBEDOMNING_RELATIONSVALD = Frist("21 dagar", 21, "dagar")
ARBETSANTECKNING = Frist("14 dagar", 14, "dagar")
ASI_GRUND = Frist("fem år", 60, "manader")
GENOMFORANDEPLAN_FRAN_BESTALLNING = Frist("15 dagar från beställning", 15, "dagar")
GENOMFORANDEPLAN_FRAN_PLANERINGSMOTE = Frist("sex veckor från planeringsmöte", 42, "dagar")
GENOMFORANDEPLAN_STANGD = Frist("stängd sex veckor från uppdragets start", 42, "dagar")
