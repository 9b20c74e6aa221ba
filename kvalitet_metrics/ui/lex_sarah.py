"""Lex Sarah from report to inspectorate: a chain of counts, the days between them, what is still open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st
from pandas import DataFrame

from kvalitet_metrics import text
from kvalitet_metrics.charts import Tabell
from kvalitet_metrics.charts.kedja import Led, kedja, kedja_i_ord
from kvalitet_metrics.charts.laget import Mening
from kvalitet_metrics.charts.mening import varde
from kvalitet_metrics.charts.serie import Punkt
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.profiles.lex_sarah import (
    EJ_INLEDD,
    INGET_MISSFORHALLANDE,
    MISSFORHALLANDEN,
    PAGAR,
)
from kvalitet_metrics.ui import data, hamta, html, layout, pa_sidan, picture, show
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.oppnat import oppnat
from kvalitet_metrics.ui.pending import cell

RAPPORTER, BEDOMNING, ANMALDA = "lex_sarah_rapporter", "lex_sarah_bedomning", "lex_sarah_anmalda_ivo"
UTAN_ANMALAN = "lex_sarah_allvarliga_utan_anmalan"
BESLUT = "lex_sarah_dagar_till_beslut"
DAGAR = {
    "Till utredning": "lex_sarah_dagar_till_utredning",
    "Till beslut": BESLUT,
    "Till anmälan till IVO": "lex_sarah_dagar_till_ivo",
}
"""What is waited for, and the indicator of the days."""
OPPNA = {
    "inkom": "Inkom",
    "inledd": "Utredning inledd",
    "enhet": "Enhet",
    "kategori": "Kategori",
    "fil": "Fil",
    "blad": "Blad",
    "rad": "Rad",
}
FLEST_OPPNA = 200
STEG = ("Rapporter", "Utreddes eller utreds", "Missförhållande eller påtaglig risk", "Anmälda till IVO")
"""The steps of the chain."""


@dataclass(frozen=True)
class Utfall:
    """What became of the reports that came in during a period. A count is None where it is hidden."""

    rapporter: int | None
    ej_inledd: int | None
    utan_bedomning: int | None
    inget: int | None
    missforhallanden: int | None
    anmalda: int | None
    allvarliga_utan_anmalan: int | None

    @property
    def utredda(self) -> int | None:
        """The reports that led to an investigation, whether its day is in the log or not."""
        return skillnad(self.rapporter, self.ej_inledd)

    def leden(self) -> list[Led]:
        """The chain; what fell away between two steps is said of what can be seen."""
        ovriga = skillnad(self.missforhallanden, self.anmalda, self.allvarliga_utan_anmalan)
        dag = "allvarlig saknar" if self.allvarliga_utan_anmalan == 1 else "allvarliga saknar"
        bort = (
            bortfall((self.ej_inledd, "utreddes inte")),
            bortfall(
                (self.utan_bedomning, "har ingen bedömning än"), (self.inget, "var inget missförhållande")
            ),
            bortfall(
                (ovriga, "var inte allvarliga"), (self.allvarliga_utan_anmalan, f"{dag} dag för anmälan")
            ),
            "",
        )
        antal = (self.rapporter, self.utredda, self.missforhallanden, self.anmalda)
        return [Led(*led) for led in zip(STEG, antal, bort, strict=True)]


def skillnad(hela: int | None, *delar: int | None) -> int | None:
    """What is left of a whole; None where any of it is hidden.

    >>> skillnad(87, 2), skillnad(87, None)
    (85, None)
    """
    synliga = [d for d in delar if d is not None]
    return None if hela is None or len(synliga) < len(delar) else hela - sum(synliga)


def bortfall(*delar: tuple[int | None, str]) -> str:
    """What fell away, in words; nothing of none, nor of what is hidden.

    >>> bortfall((2, "utreddes inte"), (0, "väntar"))
    '2 utreddes inte'
    """
    return ", ".join(f"{text.tal(n)} {ord_}" for n, ord_ in delar if n is not None and n > 0)


def oppna(vy: Vy) -> None:
    """The first screen: the days between the steps in words, beside the chain of the newest period."""
    perioder = _perioder(RAPPORTER, vy)
    if not perioder:
        st.info("Lex Sarah-rapporter: inga uppgifter i det här urvalet. Vidga åren eller välj fler enheter.")
        return
    ord_, bild = st.columns([2, 3], gap="large")
    with ord_:
        st.html(html.laget([*dagar(vy), *_vantar(vy)]))
        st.caption("Lagen säger genast för utredning och snarast för anmälan till IVO, utan ett antal dagar.")
    with bild:
        _kedja(vy, perioder)


def _kedja(vy: Vy, perioder: tuple[Punkt, ...]) -> None:
    """The chain drawn for the newest period, with all periods as a table."""
    nyast = perioder[-1]
    leden = utfall(vy, nyast).leden()
    delvis = " · (del): perioden är inte hel" if nyast.ofull else ""
    under = f"Rapporter som kom in {nyast.period}, och hur långt de har kommit{delvis}"
    st.html(html.rubrik(mening(leden, nyast.period), under))
    alt = f"{mening(leden, nyast.period)} {kedja_i_ord(leden)}"
    pa_sidan.diagram(kedja(leden, layout.palett()), alt, f"kedja-{vy.period}")
    st.html(html.kalla(show.kallrad(RAPPORTER)))
    _under(vy, perioder)


@st.fragment
def _under(vy: Vy, perioder: tuple[Punkt, ...]) -> None:
    """The table of the chain, made when it is opened."""
    with picture.under("kedja"):
        ruta = oppnat(show.TABELLEN, "tabell-kedja")
    if not ruta:
        return
    with ruta:
        t = tabell({p.period: utfall(vy, p) for p in reversed(perioder)})
        st.html(html.tabell(t, f"Från rapport till IVO. {vy.i_ord()}"))
        hamta.filer(t, lambda: show.om_tabellen(RAPPORTER, vy), "lex_sarah_kedja", f"kedja-{vy.period}")


def tabell(utfallen: Mapping[str, Utfall]) -> Tabell:
    """The chain as a table, a row per period: what came so far, and what became of the others."""
    leden = {period: u.leden() for period, u in utfallen.items()}
    rubriker = ("Period", *STEG, "Vad som hände med de övriga")
    slag = ("text", *["antal"] * len(STEG), "text")
    ovriga = {period: ". ".join(led.bort for led in rad if led.bort) for period, rad in leden.items()}
    return Tabell(
        rubriker,
        slag,
        tuple((period, *(led.visat for led in rad), ovriga[period]) for period, rad in leden.items()),
        tuple(
            (period, *(text.DOLD if led.antal is None else led.antal for led in rad), ovriga[period])
            for period, rad in leden.items()
        ),
    )


def utfall(vy: Vy, period: Punkt) -> Utfall:
    """What became of the reports of one period, each count as the reader may see it."""
    serier = data.serier_eller_inga(BEDOMNING, vy)
    per = {s.namn: p for s in serier for p in s.punkter if p.start == period.start}
    utan = max((p.bortfall for p in per.values()), default=_antal(period) or 0)
    pagar = _antal(per.get(PAGAR))
    return Utfall(
        rapporter=_antal(period),
        ej_inledd=_antal(per.get(EJ_INLEDD)),
        utan_bedomning=None if pagar is None else pagar + utan,
        inget=_summa(per, INGET_MISSFORHALLANDE),
        missforhallanden=_summa(per, MISSFORHALLANDEN),
        anmalda=_antal(_i(period, ANMALDA, vy)),
        allvarliga_utan_anmalan=_antal(_i(period, UTAN_ANMALAN, vy)),
    )


def mening(leden: list[Led], period: str) -> str:
    """The chain as one sentence."""
    rapporter, utredda, fel, ivo = (led.visat for led in leden)
    return (
        f"Av {rapporter} lex Sarah-rapporter {period} utreddes {utredda}, {fel} var missförhållande eller"
        f" påtaglig risk och {ivo} anmäldes till IVO."
    )


def dagar(vy: Vy) -> list[Mening]:
    """The days from the report to each step in the newest period, and how many have no day for it."""
    sagt = []
    for vad, id_ in DAGAR.items():
        if not (punkter := _perioder(id_, vy)):
            continue
        p = punkter[-1]
        nio = f", 9 av 10 inom {text.dagar(p.p90, 0)}" if p.p90 is not None and not p.dold else ""
        av = f" ({text.tal(p.namnare)} med dag)" if p.namnare is not None and not p.dold else ""
        utan = f", {text.tal(p.bortfall)} utan dag" if p.bortfall else ""
        halften = varde(p, data.matt(id_, vy))
        inom = f"hälften inom {halften}{nio}{av}{utan}" if p.varde is not None and not p.dold else halften
        if p.varde is None and not p.dold:
            inom = f"dagen saknas för alla {text.tal(p.bortfall)}"
        sagt.append((f"{vad} {p.period}:", f"{inom}."))
    return sagt


def _vantar(vy: Vy) -> list[Mening]:
    """How many are open, and which is the oldest."""
    rader = _oppna(vy)
    if rader.empty:
        return [("Öppna utan beslut:", "inga.")]
    aldst = cell(rader["inkom"].iloc[0])
    return [("Öppna utan beslut:", f"{text.tal(len(rader))}, den äldsta sedan {aldst}. De står längre ned.")]


def oppna_utan_beslut(vy: Vy) -> None:
    """The open ones with their place in the log; never a number or a name. Nothing where there are none."""
    rader = _oppna(vy)
    if rader.empty:
        return
    show.rubrik("Öppna utan beslut, äldst först")
    celler = [tuple(cell(rad[k]) for k in OPPNA) for rad in rader.head(FLEST_OPPNA).to_dict("records")]
    hoger = tuple(k in ("inkom", "inledd", "rad") for k in OPPNA)
    antal = f"{text.tal(len(celler))} av {text.tal(len(rader))}"
    ord_ = f"{antal}. Ärendenummer sparas inte: slå upp raden i filen. {vy.i_ord()}"
    st.html(html.rutnat(tuple(OPPNA.values()), celler, ord_, hoger, form="km-vid"))


def _oppna(vy: Vy) -> DataFrame:
    """The reports that are neither closed nor judged, the oldest first; a judged one only lacks its day."""
    fran, till = vy.span()
    try:
        rader = data.arbetsyta().rows(BESLUT, where=vy.where(), fran=fran, till=till)
    except KvalitetError:
        return DataFrame()
    if rader.empty:
        return rader
    vantar = rader["avslutad"].isna() & (rader["bedomning"].isna() | (rader["bedomning"] == PAGAR))
    return rader[vantar].sort_values(["inkom", "fil", "rad"])


def _perioder(id_: str, vy: Vy) -> tuple[Punkt, ...]:
    """The periods of an indicator as one series."""
    return next((s.punkter for s in data.serier_eller_inga(id_, vy)), ())


def _i(period: Punkt, id_: str, vy: Vy) -> Punkt | None:
    """The figure of an indicator in that period."""
    return next((p for p in _perioder(id_, vy) if p.start == period.start), None)


def _summa(per: Mapping[str, Punkt], bedomningar: Iterable[str]) -> int | None:
    """How many were judged any of these; None where one of the counts is hidden."""
    delar = [_antal(per.get(b)) for b in bedomningar]
    synliga = [n for n in delar if n is not None]
    return sum(synliga) if len(synliga) == len(delar) else None


def _antal(punkt: Punkt | None) -> int | None:
    """A count: 0 where nothing has happened, None where it is hidden."""
    if punkt is None:
        return 0
    return None if punkt.dold else punkt.taljare or 0
