"""The choices that follow the reader from page to page: förvaltning, enhet, kind of period, years."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.model import Periodslag
from kvalitet_metrics.ui import link

PERIODSLAG = {
    Periodslag.KALENDERAR.value: "Kalenderår",
    Periodslag.KVALITETSAR.value: "Kvalitetsår (sep–aug)",
    Periodslag.LASAR.value: "Läsår (jul–jun)",
    Periodslag.TERTIAL.value: "Tertial",
    Periodslag.KVARTAL.value: "Kvartal",
    Periodslag.MANAD.value: "Månad",
    Periodslag.MATTILLFALLE.value: "Mättillfälle",
    Periodslag.TOTAL.value: "Hela tiden",
}
STANDARD = Periodslag.KALENDERAR.value
T = TypeVar("T")
FINARE = {
    Periodslag.TOTAL.value: STANDARD,
    STANDARD: Periodslag.KVARTAL.value,
    Periodslag.KVALITETSAR.value: Periodslag.KVARTAL.value,
    Periodslag.LASAR.value: Periodslag.KVARTAL.value,
    Periodslag.TERTIAL.value: Periodslag.MANAD.value,
    Periodslag.KVARTAL.value: Periodslag.MANAD.value,
}
"""Which kind of period lies within which."""
ARETS_DAGAR = {
    Periodslag.KVALITETSAR.value: ((9, 1), (8, 31)),
    Periodslag.LASAR.value: ((7, 1), (6, 30)),
}
"""First and last day (month, day) of the years that do not follow the calendar."""


@dataclass(frozen=True)
class Vy:
    """What a reader looks at. Empty fields mean everything; `fran` and `till` are whole years.

    inom: further conditions, column and value, that a reader has gone down into. ihop: the hidden rows of a
    breakdown are shown as one, where that gives nothing away.
    """

    period: str = STANDARD
    forvaltning: str | None = None
    enheter: tuple[str, ...] = ()
    fran: int | None = None
    till: int | None = None
    inom: tuple[tuple[str, str], ...] = ()
    ihop: bool = False

    def where(self) -> dict[str, list[str]]:
        """Column to values, as the workspace asks for them."""
        svar = {"forvaltning": [self.forvaltning] if self.forvaltning else [], "enhet": list(self.enheter)}
        svar |= {kolumn: [varde] for kolumn, varde in self.inom}
        return {kolumn: varden for kolumn, varden in svar.items() if varden}

    def span(self) -> tuple[date | None, date | None]:
        """First and last day. Of kvalitetsår and läsår only those that lie wholly within the chosen years."""
        first, last = ARETS_DAGAR.get(self.period, ((1, 1), (12, 31)))
        fran = self.fran and date(self.fran, *first)
        till = self.till and date(self.till, *last)
        return fran or None, till or None

    def finare(self) -> "Vy":
        """The same view in shorter periods, for those who want to see what lies within a year."""
        return replace(self, period=FINARE.get(self.period, self.period))

    def i_adressen(self) -> dict[str, object]:
        """The choices by their names in the address, without those that are as usual."""
        return {
            "forvaltning": self.forvaltning,
            "enhet": self.enheter,
            "period": None if self.period == STANDARD else self.period,
            "fran": self.fran,
            "till": self.till,
        }

    def i_ord(self) -> str:
        """The choice as a line of text under the heading of a page."""
        ar = {
            (False, False): "alla år",
            (True, False): f"från {self.fran}",
            (False, True): f"till {self.till}",
        }
        nar = ar.get((bool(self.fran), bool(self.till)), f"{self.fran}–{self.till}")
        var = [self.forvaltning or "Alla förvaltningar", text.lista(self.enheter) or "alla enheter"]
        dolda = ["dolda rader tillsammans"] if self.ihop else []
        return " · ".join([*var, *(v for _, v in self.inom), PERIODSLAG[self.period].lower(), nar, *dolda])


def rad(
    forvaltningar: Sequence[str], enheter: Sequence[str], ar: Sequence[int], utan: Collection[str] = ()
) -> Vy:
    """The choices in a row above the figures, the same on every page.

    utan: kinds of period that the page has no figures for; they say so where they are chosen.
    """
    link.hamta("forvaltning", forvaltningar)
    link.hamta("enhet", enheter, flera=True)
    link.hamta("period", list(PERIODSLAG), STANDARD)
    link.hamta("fran", ar)
    link.hamta("till", ar)
    with st.container(key="km-val", horizontal=True, gap="small", vertical_alignment="center"):
        forvaltning = _en("Förvaltning", forvaltningar, "forvaltning", "Alla förvaltningar", 240)
        valda = st.multiselect(
            "Enhet",
            enheter,
            key="enhet",
            placeholder="Alla enheter",
            persist_state="session",
            label_visibility="collapsed",
            width=320,
        )
        period = st.selectbox(
            "Period",
            list(PERIODSLAG),
            format_func=lambda p: PERIODSLAG[p] + (" – inga uppgifter" if p in utan else ""),
            key="period",
            persist_state="session",
            label_visibility="collapsed",
            width=216,
        )
        fran = _en("Från år", ar, "fran", "Från år", 120)
        till = _en("Till år", ar, "till", "Till år", 120)
    for nyckel, vald in {"forvaltning": forvaltning, "enhet": valda, "fran": fran, "till": till}.items():
        link.spara(nyckel, vald)
    link.spara("period", period, STANDARD)
    if fran and till and fran > till:
        fran, till = till, fran
    return Vy(period, forvaltning, tuple(valda), fran, till)


def _en(namn: str, val: Sequence[T], nyckel: str, alla: str, bredd: int) -> T | None:
    """A box where one or none is chosen; `bredd` in pixels."""
    return st.selectbox(
        namn,
        val,
        key=nyckel,
        index=None,
        placeholder=alla,
        persist_state="session",
        label_visibility="collapsed",
        width=bredd,
    )
