"""What happens to files: what each was taken for, what is wrong, what was saved. Bytes stay in memory."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.columns import Period
from kvalitet_metrics.ingest.when import find_period
from kvalitet_metrics.ui import data, fillista, forandring, omdome, receipt
from kvalitet_metrics.ui.fillista import Filrad, Lage

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from kvalitet_metrics.workspace import Kvitto

FILSLAG = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "json"]


@dataclass(frozen=True)
class Slappt:
    """One dropped file that has been looked through.

    utan: what loading it without its faulty rows would give, where it has such. sha256: of its bytes.
    """

    namn: str
    innehall: bytes
    sha256: str
    kvitto: "Kvitto"
    utan: "Kvitto | None" = None


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
    listan, knappen = st.empty(), st.container()
    slappta = _granska_alla(filer, tillhor, listan)
    rader, att_lasa = [], []
    for nr, slappt in enumerate(slappta):
        redan = _redan(slappt, slappta[:nr])
        lage, utan_fel = omdome.visa(f"fil-{nr}", slappt.innehall, slappt.kvitto, slappt.utan, redan, tillhor)
        rader.append(Filrad(slappt.namn, lage, omdome.kort(slappt.kvitto), f"fil-{nr}"))
        if utan_fel is not None:
            att_lasa.append((nr, utan_fel))
    listan.html(fillista.lista(rader))
    with knappen:
        if att_lasa and data.arbetsyta().has_examples:
            st.info("När den första egna filen läses in läggs exempeldata åt sidan. De raderas inte.")
        antal = text.antal(len(att_lasa), "fil", "filer")
        knapp = f"Läs in {antal}" if att_lasa else "Ingen fil kan läsas in"
        if st.button(knapp, type="primary", disabled=not att_lasa):
            _las_in(slappta, att_lasa, tillhor, rader, listan)


def _tillhor() -> omdome.Tillhor:
    """What the files themselves may not say, and who loads them."""
    with st.expander("Förvaltning, avdelning och period om filen inte säger det, och vem som läser in"):
        vanster, hoger, tid, vem = st.columns(4)
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
        vem.text_input(
            "Inläst av",
            placeholder="Roll eller signatur",
            key=receipt.AV,
            persist_state="session",
            max_chars=60,
        )
        if period and find_period([period]) is None:
            tid.caption(f"«{period}» är ingen period. {Period.tips}")
            period = None
    return {"forvaltning": forvaltning, "avdelning": avdelning, "period": period}


def _granska_alla(
    filer: Sequence["UploadedFile"], tillhor: omdome.Tillhor, listan: DeltaGenerator
) -> list[Slappt]:
    """Look through every file, and show in the list how far it has come."""
    rader = [Filrad(fil.name, fillista.VANTAR) for fil in filer]
    slappta = []
    for nr, fil in enumerate(filer):
        rader[nr] = replace(rader[nr], lage=fillista.PAGAR, vad="Läser och kontrollerar")
        listan.html(fillista.lista(rader, f"Läser och kontrollerar fil {nr + 1} av {len(filer)} …"))
        slappt = _granska(fil, tillhor)
        slappta.append(slappt)
        lage = fillista.FEL if slappt.kvitto.faults else fillista.KAN
        rader[nr] = replace(rader[nr], lage=lage, vad=omdome.kort(slappt.kvitto))
    return slappta


def _granska(fil: "UploadedFile", tillhor: omdome.Tillhor) -> Slappt:
    """What would happen if the file were loaded, with and without its faulty rows."""
    innehall = fil.getvalue()
    yta = data.arbetsyta()
    avtryck = hashlib.sha256(innehall).hexdigest()
    vilken = str(yta.path), yta.version, avtryck, fil.name, innehall, tillhor
    kvitto = _granskad(*vilken, False)
    utan = _granskad(*vilken, True) if kvitto.faults and kvitto.profile else None
    return Slappt(fil.name, innehall, avtryck, kvitto, utan)


@st.cache_data(show_spinner=False, max_entries=64)
def _granskad(
    plats: str,
    version: str,
    avtryck: str,
    namn: str,
    _innehall: bytes,
    tillhor: omdome.Tillhor,
    utan_fel: bool,
) -> "Kvitto":
    """One preview, remembered by the file's fingerprint until the workspace changes."""
    return Workspace(plats).preview((namn, _innehall), skip_faulty_rows=utan_fel, **tillhor)


def _redan(slappt: Slappt, tidigare: Sequence[Slappt]) -> tuple[Lage, str] | None:
    """Why the file need not be loaded: it is in use, or dropped twice; None where it may be."""
    if lika := [s for s in tidigare if s.sha256 == slappt.sha256]:
        return fillista.LIKA, f"Samma fil som {lika[0].namn}. Den läses in en gång."
    inlast = [u for u in data.inlasningar() if u["status"] == "active" and u["sha256"] == slappt.sha256]
    if not inlast:
        return None
    som = f" som {inlast[-1]['file']}" if inlast[-1]["file"] != slappt.namn else ""
    nar = f"{str(inlast[-1]['loaded_at'])[:16]}{som}"
    return fillista.REDAN, f"Filen är redan inläst {nar}. Inget ändras om den läses in igen."


def _las_in(
    slappta: list[Slappt],
    att_lasa: list[tuple[int, bool]],
    tillhor: omdome.Tillhor,
    rader: list[Filrad],
    listan: DeltaGenerator,
) -> None:
    """Load the files, keep the receipts and what changed, and begin anew with an empty drop zone."""
    yta = data.arbetsyta()
    tabeller = {t for nr, _ in att_lasa for t in (slappta[nr].utan or slappta[nr].kvitto).tables}
    rubrik = f"Läser in {text.antal(len(att_lasa), 'fil', 'filer')} …"
    kvitton: list[Kvitto] = []
    with st.status(rubrik, expanded=True) as ruta:

        def steg(gjort: str) -> None:
            ruta.update(label=f"{gjort} …")

        steg("Minns siffrorna som de är")
        fore = forandring.fore(tabeller)
        for utan_fel in (False, True):
            nummer = [nr for nr, utan in att_lasa if utan == utan_fel]

            def per_fil(plats: int, gjort: str, nummer: list[int] = nummer) -> None:
                nr = nummer[plats]
                lage = fillista.INLAST if gjort == "sparad" else fillista.PAGAR
                rader[nr] = replace(rader[nr], lage=lage, vad=text.stor_bokstav(gjort))
                listan.html(fillista.lista(rader, rubrik))

            try:
                if nummer:
                    kvitton += yta.load(
                        [(slappta[nr].namn, slappta[nr].innehall) for nr in nummer],
                        skip_faulty_rows=utan_fel,
                        progress=steg,
                        av=receipt.av(),
                        per_file=per_fil,
                        **tillhor,
                    )
            except KvalitetError as fel:
                st.error(str(fel))
                return
        steg("Jämför siffrorna före och efter")
        forandring.minns(receipt.nar(kvitton), fore)
    receipt.minns(kvitton)
