"""One dropped file on the page: what it was taken for, what is wrong, and whether it may be loaded."""

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ui import data, faults, fillista, hamta, mapping, verdict
from kvalitet_metrics.ui.fillista import Lage

if TYPE_CHECKING:
    from kvalitet_metrics.workspace import Kvitto

Tillhor = dict[str, str | None]
"""Förvaltning, avdelning and period, for files that do not say them."""


def visa(
    plats: str,
    innehall: bytes,
    kvitto: "Kvitto",
    utan: "Kvitto | None",
    redan: tuple[Lage, str] | None,
    tillhor: Tillhor,
) -> tuple[Lage, bool | None]:
    """Draw the file; its state, and whether its faulty rows are left out, or None where it is not loaded.

    plats: its name in the address of the page. redan: why it need not be loaded, None where it may be.
    utan: as it would be without its faulty rows.
    """
    with st.container(border=True):
        st.subheader(kvitto.file, anchor=plats)
        if redan:
            st.info(redan[1])
            return redan[0], None
        fil = (kvitto.file, innehall)
        if not kvitto.faults:
            verdict.visa(kvitto)
            if _gissad(kvitto):
                mapping.erbjud(fil, kvitto.sha256, tillhor)
            return fillista.KAN, False
        return _med_fel(fil, kvitto, utan, tillhor)


def kort(kvitto: "Kvitto") -> str:
    """The file in a line for the list."""
    vad = [kvitto.profile_name or "Känns inte igen"]
    vad += [text.antal(kvitto.rows_read, "rad", "rader")] if kvitto.rows_read else []
    vad += [text.antal(len(kvitto.faults), "fel", "fel")] if kvitto.faults else []
    return ", ".join(vad)


def _gissad(kvitto: "Kvitto") -> bool:
    """True for a file that no profile knows, or only one that takes any table of results."""
    return not kvitto.profile or bool(getattr(PROFILER.get(kvitto.profile), "reserv", 0))


def _med_fel(
    fil: tuple[str, bytes], kvitto: "Kvitto", utan: "Kvitto | None", tillhor: Tillhor
) -> tuple[Lage, bool | None]:
    """A file with faults: what they are, the rows to mend, and what can be loaded all the same."""
    verdict.igenkand(kvitto)
    faults.visa(kvitto.faults, kvitto.utsnitt, kvitto.sha256[:8])
    if _gissad(kvitto):
        mapping.erbjud(fil, kvitto.sha256, tillhor)
    if utan is None:
        return fillista.FEL, None
    if kvitto.rows_read:
        st.download_button(
            "Hämta raderna med fel som Excel",
            lambda: data.arbetsyta().faulty_rows(fil, **tillhor),
            f"fel_i_{Path(kvitto.file).stem}.xlsx",
            hamta.XLSX,
            key=f"felrader-{kvitto.sha256}",
            on_click="ignore",
        )
    if not utan.tables:
        st.caption("Inget är inläst. Rätta i källan och ta ut filen på nytt.")
        return fillista.FEL, None
    st.caption("Inget är inläst. Rätta i källan och ta ut filen på nytt, eller läs in resten.")
    rader = text.antal(utan.rows_loaded, "rad", "rader")
    if not st.checkbox(f"Läs in {rader} utan fel", key=f"utan-fel-{kvitto.sha256}"):
        return fillista.FEL, None
    verdict.visa(utan)
    return fillista.DELVIS, True
