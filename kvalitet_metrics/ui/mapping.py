"""A file that no profile knows: five steps from its rows to a profile that knows it next month too.

What has been answered so far lies in the session under the file's fingerprint; each step draws its
questions with a proposal, and the buttons carry the answers on.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ingest.mapped import karta_ur
from kvalitet_metrics.ingest.mapping import Karta
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.propose import Forslag, identifier
from kvalitet_metrics.model import FileContext
from kvalitet_metrics.store.profiler import Provlasning
from kvalitet_metrics.ui import data, forandring, mapping_columns, mapping_result, mapping_values, receipt
from kvalitet_metrics.ui.mapping_sheet import valj_blad

Innehall = tuple[str, bytes]
STEG = ("Blad och rubrikrad", "Vad kolumnerna är", "Perioder och värden", "Så blir det", "Namn och inläsning")


@dataclass(frozen=True)
class Utkast:
    """What the analyst has said so far. `karta` are the plain values of a mapping, not yet checked."""

    steg: int = 0
    blad: str = ""
    rad: int | None = None
    rubrikrader: int = 1
    bas: str = ""
    utan_fel: bool = False
    karta: dict[str, Any] = field(default_factory=dict)


def erbjud(innehall: Innehall, avtryck: str, tillhor: dict[str, str | None]) -> None:
    """The way to a mapping, for a file that can be opened; nothing for one that cannot."""
    try:
        blad = _blad(avtryck, innehall)
    except KvalitetError:
        return
    if not any(b.visible and b.table.num_rows for b in blad):
        return
    st.caption(
        "Blev det fel, eller känns filen inte igen? Visa en gång vad kolumnerna är, så känns den igen."
    )
    if st.toggle("Beskriv filen", key=f"beskriv-{avtryck}"):
        _steg(innehall, avtryck, blad, tillhor)


@st.cache_data(show_spinner="Läser bladen …", max_entries=4)
def _blad(avtryck: str, _innehall: Innehall) -> list[Sheet]:
    """The sheets of a file, remembered by its fingerprint."""
    return data.arbetsyta().profiler.sheets(_innehall)


@st.cache_data(show_spinner="Ser efter vad kolumnerna är …", max_entries=16)
def _forslag(avtryck: str, _innehall: Innehall, blad: str, rad: int | None, rubrikrader: int) -> Forslag:
    """A proposal, remembered by file, sheet and heading."""
    return data.arbetsyta().profiler.propose(_innehall, blad or None, rad, rubrikrader)


@st.cache_data(show_spinner="Läser filen …", max_entries=8)
def _prova(
    plats: str,
    avtryck: str,
    _innehall: Innehall,
    karta: Karta,
    tillhor: dict[str, str | None],
    utan_fel: bool = False,
) -> Provlasning:
    """A file read with a mapping, with or without its faulty rows, remembered by both."""
    return Workspace(plats).profiler.preview(_innehall, karta, utan_fel, FileContext(**tillhor))


def _steg(innehall: Innehall, avtryck: str, blad: list[Sheet], tillhor: dict[str, str | None]) -> None:
    """The step that the analyst is at."""
    nyckel = f"utkast-{avtryck}"
    utkast: Utkast = st.session_state.setdefault(nyckel, Utkast())
    with st.container(border=True):
        st.markdown(f"**Steg {utkast.steg + 1} av {len(STEG)}: {STEG[utkast.steg]}**")
        st.progress((utkast.steg + 1) / len(STEG))
        try:
            svar = _fragor(innehall, avtryck, blad, utkast, tillhor)
        except KvalitetError as fel:
            st.error(str(fel))
            svar = None
        platser = st.columns([1, 2, 3] if utkast.steg else [2, 4])
        framat = platser[1] if utkast.steg else platser[0]
        if utkast.steg and platser[0].button("Tillbaka", key=f"bakat-{nyckel}", width="stretch"):
            st.session_state[nyckel] = replace(svar or utkast, steg=utkast.steg - 1)
            st.rerun()
        if utkast.steg < len(STEG) - 1:
            nasta = f"Nästa: {STEG[utkast.steg + 1].lower()}"
            if framat.button(nasta, type="primary", key=f"framat-{nyckel}", disabled=svar is None):
                st.session_state[nyckel] = replace(svar or utkast, steg=utkast.steg + 1)
                st.rerun()
        elif svar and framat.button("Spara profilen och läs in filen", type="primary", key=f"spara-{nyckel}"):
            _spara(innehall, svar, tillhor)


def _fragor(
    innehall: Innehall, avtryck: str, blad: list[Sheet], utkast: Utkast, tillhor: dict[str, str | None]
) -> Utkast | None:
    """The questions of the step and their answers; None where they cannot be carried on."""
    if utkast.steg == 0:
        valt = valj_blad(avtryck, blad, utkast.blad, utkast.rad, utkast.rubrikrader, utkast.bas)
        same = (valt.blad, valt.rad, valt.rubrikrader, valt.bas) == (
            utkast.blad, utkast.rad, utkast.rubrikrader, utkast.bas
        )  # fmt: skip
        return replace(utkast, **vars(valt), karta=utkast.karta if same else {})
    forslag = _forslag(avtryck, innehall, utkast.blad, utkast.rad, utkast.rubrikrader)
    if utkast.steg == 1:
        return replace(utkast, karta=mapping_columns.valj(avtryck, forslag, utkast.bas, utkast.karta))
    if utkast.steg == 2:
        return replace(utkast, karta=mapping_values.valj(avtryck, forslag, utkast.bas, utkast.karta))
    if utkast.steg == 3:
        karta = karta_ur({"id": "provlasning", "namn": forslag.karta.namn, **utkast.karta})
        plats = str(data.arbetsyta().path)
        prov = _prova(plats, avtryck, innehall, karta, tillhor)
        if not prov.kvitto.faults:
            mapping_result.visa(prov)
            return replace(utkast, utan_fel=False)
        rest = _prova(plats, avtryck, innehall, karta, tillhor, utan_fel=True)
        return replace(utkast, utan_fel=True) if mapping_result.med_fel(avtryck, prov, rest) else None
    return replace(utkast, karta=_namn(avtryck, forslag, utkast.karta))


def _namn(avtryck: str, forslag: Forslag, karta: dict[str, Any]) -> dict[str, Any]:
    """What the profile is called, and which sheets it is looked for on."""
    namn = st.text_input(
        "Vad är filen?", karta.get("namn", forslag.karta.namn), key=f"namn-{avtryck}", max_chars=80
    )
    st.caption("Namnet syns här när nästa fil känns igen. Filen känns igen på sina rubriker.")
    bara = st.checkbox(
        f"Bara blad som heter «{forslag.blad}»", bool(karta.get("blad")), key=f"blad-{avtryck}"
    )
    finns = {p["id"]: p for p in data.arbetsyta().profiler.all(retired=True)}
    id_ = identifier(namn)
    if id_ in finns:
        st.warning(f"Profilen «{finns[id_]['namn']}» finns redan och ersätts av den här.")
    return karta | {"namn": namn, "id": id_, "blad": forslag.blad if bara else ""}


def _spara(innehall: Innehall, utkast: Utkast, tillhor: dict[str, str | None]) -> None:
    """Keep the profile, load the file with it, and show the receipt."""
    yta = data.arbetsyta()
    try:
        karta = yta.profiler.save(karta_ur(utkast.karta))
        tabell = PROFILER[karta.bas].tabell if karta.bas else "matvarde"
        with st.spinner("Läser in filen …"):
            fore = forandring.fore({tabell})
            kvitton = yta.load(
                [innehall],
                karta.id,
                tillhor["forvaltning"],
                tillhor["avdelning"],
                utkast.utan_fel,
                period=tillhor["period"],
                av=receipt.av(),
            )
            forandring.minns(receipt.nar(kvitton), fore)
    except KvalitetError as fel:
        st.error(str(fel))
        return
    receipt.minns(kvitton)
