"""Step 4 of a mapping: the rows as they will be saved, and the figures per period, for the eye to check."""

import pandas as pd
import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.indicators.periods import label
from kvalitet_metrics.model import Periodslag
from kvalitet_metrics.store.profiler import Provlasning
from kvalitet_metrics.ui import faults, html, verdict

FLEST_PERIODER = 60


def visa(prov: Provlasning) -> None:
    """A file that can be loaded as it is described."""
    verdict.visa(prov.kvitto)
    st.markdown("**Känner du igen siffrorna?**")
    st.html(siffror(prov.siffror))


def med_fel(avtryck: str, prov: Provlasning, rest: Provlasning) -> bool:
    """A file with faults: what they are. True where the analyst chooses to load the rest of it."""
    st.error("Så här beskriven har filen fel. Gå tillbaka och ändra beskrivningen, eller rätta filen.")
    faults.visa(prov.kvitto.faults, prov.kvitto.utsnitt)
    if not rest.kvitto.tables:
        return False
    rader = text.antal(rest.kvitto.rows_loaded, "rad", "rader")
    if not st.checkbox(f"Läs in {rader} utan fel", key=f"karta-utan-fel-{avtryck}"):
        return False
    visa(rest)
    return True


def siffror(tabell: pd.DataFrame) -> str:
    """The figures per measure and period, the newest last."""
    if "kategori" not in tabell:
        rader = [[r.period, text.tal(r.poster)] for r in tabell.itertuples()]
        return html.rutnat(["Månad", "Poster"], rader[-FLEST_PERIODER:], "Poster per månad", [False, True])
    rader = [
        [
            r.kategori or "",
            label(Periodslag(r.periodslag), r.period_start.date(), r.period_end.date()),
            text.tal(r.poster),
            text.tal(r.poster - r.varden),
            "" if pd.isna(r.taljare) else text.tal_kort(r.taljare),
            "" if pd.isna(r.namnare) else text.tal_kort(r.namnare),
            andel(r.taljare, r.namnare),
        ]
        for r in tabell.itertuples()
    ]
    rubriker = ["Mått", "Period", "Värden", "Utan uppgift", "Täljare eller antal", "Nämnare", "Andel"]
    fler = f" De sista {FLEST_PERIODER} av {len(rader)}." if len(rader) > FLEST_PERIODER else ""
    return html.rutnat(
        rubriker, rader[-FLEST_PERIODER:], f"Värden per mått och period.{fler}", [False, False, *[True] * 5]
    )


def andel(taljare: float, namnare: float) -> str:
    """The share of two sums, or nothing."""
    return (
        text.vardetext(taljare / namnare, "andel") if taljare == taljare and namnare and namnare > 0 else ""
    )
