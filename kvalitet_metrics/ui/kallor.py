"""What the figures stand on: every source with its age, every indicator with its files and what they lack."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.kallor import Kalla, kallor
from kvalitet_metrics.charts import Punkt
from kvalitet_metrics.charts.serie import nyaste
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import data, html, link
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.oppnat import oppnat

MYCKET = 0.05
"""From this share on, what lacks the field that an indicator needs is told before all else."""
FLEST_HAL = 3


@dataclass(frozen=True)
class Underlag:
    """What the newest figure of an indicator rests on: files, records, and what is not in it.

    poster: None where hidden. bortfall: records without the field needed. utelamnade: its faulty rows.
    """

    id_: str
    filer: int
    senast: str
    period: str
    poster: float | None
    bortfall: int
    utelamnade: int

    @property
    def andel(self) -> float:
        """The share of the records that lack the field; 0 where it cannot be told."""
        alla = (self.poster or 0) + self.bortfall
        return self.bortfall / alla if alla and self.poster is not None else 0


def alla() -> list[Kalla]:
    """The sources of the loads in use."""
    return kallor(data.inlasningar())


def visa() -> None:
    """Every kind of source: what it covers, when it was last loaded, what is missing and what is due."""
    idag = date.today()
    rader = [_kallrad(k, idag) for k in alla()]
    rubriker = ("Källa", "Förvaltning", "Filer", "Gäller", "Kommer", "Senast inläst", "Att se till")
    st.html(html.rutnat(rubriker, rader, "Inlästa källor", form="km-vid"))
    st.caption(
        "Hur ofta en källa kommer är räknat ur de filer som finns: de vanligaste månaderna mellan två."
    )


def _kallrad(k: Kalla, idag: date) -> tuple[str, ...]:
    """One source of one förvaltning."""
    galler = f"{k.fran} till {k.till}" if k.fran else "sägs inte"
    return k.slag, k.forvaltning, str(k.filer), galler, k.ofta, str(k.senast), ". ".join(att_se_till(k, idag))


def att_se_till(k: Kalla, idag: date) -> list[str]:
    """What somebody may have to see to in a source, the most pressing first."""
    sagt = []
    if k.hal:
        manader = [text.manad(d) for d in k.hal[:FLEST_HAL]]
        fler = [f"{len(k.hal) - FLEST_HAL} till"] if len(k.hal) > FLEST_HAL else []
        sagt.append(f"Saknas: {text.lista([*manader, *fler])}")
    if k.nasta and k.forsenad(idag):
        sagt.append(f"Väntad till och med {k.nasta}, inte inläst")
    if dagar := k.gammal(idag):
        sagt.append(f"{text.antal(dagar, 'dag', 'dagar')} sedan inläsningen")
    if k.utelamnade:
        sagt.append(f"{text.antal(k.utelamnade, 'rad', 'rader')} med fel utelämnade")
    return sagt


def underlag(vy: Vy) -> list[Underlag]:
    """What each indicator with figures in this view stands on."""
    aktiva = [u for u in data.inlasningar() if u["status"] == "active"]
    ut = []
    for id_, d in INDIKATORER.items():
        if not (serier := data.serier_eller_inga(id_, vy)):
            continue
        nu = nyaste(serier)
        samtida = [p for s in serier for p in s.punkter if p.start == nu.start]
        filer = [u for u in aktiva if not {*d.tabeller}.isdisjoint(u["tables"])]
        ut.append(
            Underlag(
                id_,
                len(filer),
                max((str(u["loaded_at"])[:10] for u in filer), default=""),
                nu.period,
                None if any(p.dold for p in samtida) else max(map(_poster, samtida)),
                max(p.bortfall for p in samtida),
                sum(u["rows_skipped"] for u in filer),
            )
        )
    return ut


def _poster(p: Punkt) -> float:
    """The records behind one figure: its denominator, or for a count the count itself."""
    return next((n for n in (p.namnare, p.taljare, p.varde) if not text.saknas(n)), 0) or 0


def per_matt(vy: Vy) -> None:
    """First the indicators that lack much, then all of them."""
    funna = underlag(vy)
    svaga = sorted((u for u in funna if u.andel >= MYCKET), key=lambda u: -u.andel)
    if svaga:
        st.html(tabell(svaga, f"Saknar uppgift i minst {text.procent(MYCKET, 0)} av posterna. {vy.i_ord()}"))
    else:
        st.markdown("Inget mått saknar uppgift i någon större del av sina poster.")
    _alla(funna, vy)


@st.fragment
def _alla(funna: list[Underlag], vy: Vy) -> None:
    """The table of all."""
    if ruta := oppnat(f"Alla mått med siffror i urvalet ({len(funna)})", "alla-matt"):
        ruta.html(tabell(funna, f"Vad varje mått bygger på. {vy.i_ord()}"))


def tabell(funna: list[Underlag], rubrik: str) -> str:
    """One line per indicator; its name leads to Utforska."""
    rubriker = (
        "Mått", "Period", "Poster", "Saknar uppgift", "Andel", "Filer", "Senast inläst", "Rader med fel",
    )  # fmt: skip
    rader = [
        (
            INDIKATORER[u.id_].namn,
            u.period,
            text.DOLD if u.poster is None else text.tal_kort(u.poster),
            text.tal(u.bortfall),
            text.procent(u.andel) if u.bortfall and u.poster is not None else "",
            text.tal(u.filer),
            u.senast,
            text.tal(u.utelamnade) if u.utelamnade else "",
        )
        for u in funna
    ]
    lankar = {INDIKATORER[u.id_].namn: link.adress("utforska", {"indikator": u.id_}) for u in funna}
    hoger = (False, False, True, True, True, True, False, True)
    return html.rutnat(rubriker, rader, rubrik, hoger, form="km-vid", lankar=lankar)
