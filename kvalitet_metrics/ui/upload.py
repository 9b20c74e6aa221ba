"""What happens to a file: what it was taken for, what is wrong, what was saved. Bytes stay in memory."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.columns import Period
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.when import find_period
from kvalitet_metrics.ui import data, faults, hamta, mapping, receipt, verdict

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from kvalitet_metrics.workspace import Kvitto

Tillhor = dict[str, str | None]
"""Förvaltning, avdelning and period, for files that do not say them."""

FILSLAG = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "json"]


def visa() -> None:
    """The whole flow: drop, look, load, receipts."""
    receipt.visa(st.session_state.get(receipt.KVITTON, []))
    omgang = st.session_state.setdefault(receipt.OMGANG, 0)
    filer = st.file_uploader(
        "Släpp en eller flera filer här", FILSLAG, accept_multiple_files=True, key=f"filer-{omgang}"
    )
    if not filer:
        st.caption(
            "Inget sparas förrän du väljer Läs in. Personnummer och namn sparas aldrig. "
            "Samma fil två gånger gör ingen skada."
        )
        return
    tillhor = _tillhor()
    domar = [(fil, _en_fil(fil, tillhor)) for fil in filer]
    att_lasa = [(fil, utan_fel) for fil, utan_fel in domar if utan_fel is not None]
    if att_lasa and data.arbetsyta().has_examples:
        st.info("När den första egna filen läses in läggs exempeldata åt sidan. De raderas inte.")
    knapp = f"Läs in {text.antal(len(att_lasa), 'fil', 'filer')}" if att_lasa else "Ingen fil kan läsas in"
    if st.button(knapp, type="primary", disabled=not att_lasa):
        _las_in(att_lasa, tillhor)


def _tillhor() -> Tillhor:
    """What the files themselves may not say."""
    with st.expander("Förvaltning, avdelning och period, om filen inte själv säger det"):
        vanster, hoger, tid = st.columns(3)
        forvaltning = vanster.selectbox(
            "Förvaltning i filen",
            data.varden("forvaltning"),
            index=None,
            accept_new_options=True,
            placeholder="Står i filen",
        )
        avdelning = hoger.selectbox(
            "Avdelning i filen",
            data.varden("avdelning"),
            index=None,
            accept_new_options=True,
            placeholder="Står i filen",
        )
        period = tid.text_input("Period i filen", placeholder="Står i filen") or None
        if period and find_period([period]) is None:
            tid.caption(f"«{period}» är ingen period. {Period.tips}")
            period = None
    return {"forvaltning": forvaltning, "avdelning": avdelning, "period": period}


def _granska(fil: "UploadedFile", tillhor: Tillhor, utan_fel: bool = False) -> "Kvitto":
    """What would happen if the file were loaded, with or without its faulty rows."""
    innehall = fil.getvalue()
    yta = data.arbetsyta()
    avtryck = hashlib.sha256(innehall).hexdigest()
    return _granskad(str(yta.path), yta.version, avtryck, fil.name, innehall, tillhor, utan_fel)


@st.cache_data(show_spinner="Läser filen …", max_entries=32)
def _granskad(
    plats: str,
    version: str,
    avtryck: str,
    namn: str,
    _innehall: bytes,
    tillhor: Tillhor,
    utan_fel: bool,
) -> "Kvitto":
    """One preview, remembered by the file's fingerprint until the workspace changes."""
    return Workspace(plats).preview((namn, _innehall), skip_faulty_rows=utan_fel, **tillhor)


def _en_fil(fil: "UploadedFile", tillhor: Tillhor) -> bool | None:
    """One file on the page. None where it cannot be loaded, else whether its faulty rows are left out."""
    kvitto = _granska(fil, tillhor)
    redan = any(u["sha256"] == kvitto.sha256 for u in data.inlasningar() if u["status"] == "active")
    with st.container(border=True):
        st.subheader(kvitto.file, anchor=False)
        if redan:
            st.info("Filen är redan inläst. Inget ändras om den läses in igen.")
            return None
        if not kvitto.faults:
            verdict.visa(kvitto)
            if _gissad(kvitto):
                mapping.erbjud((fil.name, fil.getvalue()), kvitto.sha256, tillhor)
            return False
        return _med_fel(fil, kvitto, tillhor)


def _gissad(kvitto: "Kvitto") -> bool:
    """True for a file that no profile knows, or only one that takes any table of results."""
    return not kvitto.profile or bool(getattr(PROFILER.get(kvitto.profile), "reserv", 0))


def _med_fel(fil: "UploadedFile", kvitto: "Kvitto", tillhor: Tillhor) -> bool | None:
    """A file with faults: what they are, the rows to mend, and what can be loaded all the same."""
    verdict.igenkand(kvitto)
    faults.visa(kvitto.faults, kvitto.utsnitt)
    innehall = (fil.name, fil.getvalue())
    if _gissad(kvitto):
        mapping.erbjud(innehall, kvitto.sha256, tillhor)
    if not kvitto.profile:
        return None
    utan = _granska(fil, tillhor, utan_fel=True)
    if kvitto.rows_read:
        st.download_button(
            "Hämta raderna med fel som Excel",
            lambda: data.arbetsyta().faulty_rows(innehall, **tillhor),
            f"fel_i_{Path(kvitto.file).stem}.xlsx",
            hamta.XLSX,
            key=f"felrader-{kvitto.sha256}",
            on_click="ignore",
        )
    if not utan.tables:
        st.caption("Inget är inläst. Rätta i källan och ta ut filen på nytt.")
        return None
    st.caption("Inget är inläst. Rätta i källan och ta ut filen på nytt, eller läs in resten.")
    rader = text.antal(utan.rows_loaded, "rad", "rader")
    if not st.checkbox(f"Läs in {rader} utan fel", key=f"utan-fel-{kvitto.sha256}"):
        return None
    verdict.visa(utan)
    return True


def _steg(gjort: str) -> None:
    """One step of the load, as a line in its box."""
    st.caption(gjort)


def _las_in(att_lasa: list[tuple["UploadedFile", bool]], tillhor: Tillhor) -> None:
    """Load all files, keep the receipts, and begin anew with an empty drop zone."""
    kvitton: list[Kvitto] = []
    with st.status(f"Läser in {text.antal(len(att_lasa), 'fil', 'filer')} …", expanded=True):
        for utan_fel in (False, True):
            filer = [(fil.name, fil.getvalue()) for fil, utan in att_lasa if utan == utan_fel]
            try:
                if filer:
                    kvitton += data.arbetsyta().load(
                        filer, skip_faulty_rows=utan_fel, progress=_steg, **tillhor
                    )
            except KvalitetError as fel:
                st.error(str(fel))
                return
    receipt.minns(kvitton)
