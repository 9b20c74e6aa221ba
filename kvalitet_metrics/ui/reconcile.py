"""Findings of the reconciliation on a page: by class, with what was published and what would agree."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.model import Viewer
from kvalitet_metrics.reconcile.finding import KLASSER, REGLER
from kvalitet_metrics.reports import arbetsbok
from kvalitet_metrics.ui import data, hamta, html

VAD, VAR = "Vad som skiljer, och vad som skulle stämma", "Var"
TAL = {"publicerat": "Publicerat", "beraknat": "Beräknat", "skillnad": "Skillnad"}
I_FILEN = ("Klass", "Regel", "Var", "Publicerat", "Beräknat", "Skillnad", "Förklaring")
SLAG = ("text", "text", "text", "värde", "värde", "värde", "text")
DECIMALER = 1
UTAN_ANTAL = {"beraknat": None, "text": "Antalen i två grupper går att räkna ut ur det som är publicerat."}
"""What readers other than analysts see of a finding that tells hidden counts."""


def inlast() -> dict[str, Any]:
    """The reconciliation of what is loaded, remembered until something is loaded or undone."""
    yta = data.arbetsyta()
    return _inlast(str(yta.path), yta.version)


@st.cache_data(show_spinner="Stämmer av …", max_entries=8)
def _inlast(plats: str, version: str) -> dict[str, Any]:
    """The answer for one version of one workspace, without the counts that nobody has published."""
    svar = data.arbetsyta().reconcile()
    if data.VIEWER != Viewer.ANALYTIKER:
        svar["fynd"] = [f | UTAN_ANTAL if f["regel"] == "R12" else f for f in svar["fynd"]]
    return svar


def visa(svar: dict[str, Any], namn: str = "avstamning") -> None:
    """One answer of `Workspace.reconcile`: the verdict, the findings by class, the notes, and a workbook.

    namn: name of the workbook, and what keeps two answers on one page apart.
    """
    fynd, noteringar = svar["fynd"], svar["noteringar"]
    st.markdown(f"**{dom(svar)}**")
    for klass, betyder in KLASSER.items():
        i_klassen = [f for f in fynd if f["klass"] == klass]
        if i_klassen:
            st.html(tabell(i_klassen, betyder))
    if noteringar:
        with st.expander(f"Att känna till, larmar inte ({len(noteringar)})"):
            st.html(tabell(noteringar, "Noteringar"))
    if svar["per_regel"]:
        with st.expander(f"Vad som har kontrollerats ({text.tal(svar['kontroller'])})"):
            rader = [(r, REGLER[r], text.tal(n)) for r, n in svar["per_regel"].items()]
            st.html(html.rutnat(("Regel", "Fråga", "Kontroller"), rader, "Kontroller", (False, False, True)))
    if fynd or noteringar:
        st.download_button(
            "Hämta som Excel",
            lambda: bok(svar),
            f"{namn}.xlsx",
            hamta.XLSX,
            key=f"hamta-{namn}",
            on_click="ignore",
        )


def dom(svar: dict[str, Any]) -> str:
    """The verdict in a sentence."""
    if not svar["kontroller"]:
        return "Det finns inget att stämma av ännu. Läs in en fil, eller välj en tabell med publicerade tal."
    gjorda = text.antal(svar["kontroller"], "kontroll", "kontroller")
    if not svar["fynd"]:
        return f"{gjorda} är gjorda och allt stämmer."
    return f"{gjorda} är gjorda. {text.antal(len(svar['fynd']), 'sak', 'saker')} stämmer inte."


def tabell(fynd: Sequence[dict[str, Any]], rubrik: str) -> str:
    """Findings with what to do first, since a phone shows only that; figures where there are any."""
    tal = {k: ord_ for k, ord_ in TAL.items() if any(f[k] is not None for f in fynd)}
    rubriker = (VAD, *tal.values(), VAR)
    hoger = (False, *[True] * len(tal), False)
    return html.rutnat(rubriker, [rad(f, tal) for f in fynd], rubrik, hoger, form="km-fynd")


def rad(fynd: dict[str, Any], tal: Iterable[str] = TAL) -> tuple[str, ...]:
    """One finding as a row of text; the place is not said twice."""
    vad = text.stor_bokstav(fynd["text"].removeprefix(fynd["plats"]).strip())
    skrivet = {k: text.tal_kort(fynd[k], DECIMALER) for k in ("publicerat", "beraknat")}
    skrivet["skillnad"] = _med_tecken(fynd["skillnad"])
    return (vad, *(skrivet[k] for k in tal), fynd["plats"])


def _med_tecken(skillnad: float | None) -> str:
    """A difference with its sign, with decimals only where it is not whole."""
    hel = skillnad is None or float(skillnad).is_integer()
    return text.med_tecken(skillnad, 0 if hel else DECIMALER)


def bok(svar: dict[str, Any]) -> bytes:
    """Findings and notes as a workbook."""
    rader: list[Sequence[Any]] = [
        (sort, f["regel"], f["plats"], f["publicerat"], f["beraknat"], f["skillnad"], f["text"])
        for sort, f in [
            *((f["klass"], f) for f in svar["fynd"]),
            *(("notering", n) for n in svar["noteringar"]),
        ]
    ]
    om = [
        ("Vad", "Avstämning av publicerade tal"),
        ("Utfall", dom(svar)),
        ("Skillnad", "publicerat minus beräknat"),
    ]
    om += [(f"Klass {k}", betyder) for k, betyder in KLASSER.items()]
    om += [(r, f"{REGLER[r]}: {n} kontroller") for r, n in svar["per_regel"].items()]
    return arbetsbok(I_FILEN, SLAG, rader, om)
