"""Step 2 of a mapping: what each column is, one question per column with a proposal and examples."""

from typing import Any

import streamlit as st

from kvalitet_metrics.ingest.look import Kolumnbild
from kvalitet_metrics.ingest.mapped import baser
from kvalitet_metrics.ingest.mapping import DELAR, DIMENSIONER, KANSLIG, ROLLER, TIDER, VARDEN
from kvalitet_metrics.ingest.propose import Forslag
from kvalitet_metrics.ingest.propose_known import base_heading, propose_base

INGET, BRED = "", "bred"
VARJE_ETT_MATT = "ett mått var"
MANGA = 40
"""With more columns than this, those of a wide table that hold numbers are not asked about one by one."""
BREDA = ("period", *DELAR, *DIMENSIONER)


def valj(avtryck: str, forslag: Forslag, bas: str, karta: dict[str, Any]) -> dict[str, Any]:
    """The mapping's columns as the analyst says they are."""
    bilder = [b for b in forslag.kolumner if b.fyllda or not b.rubrik.startswith("kolumn ")]
    if bas:
        return _kand(avtryck, forslag, bilder, bas, karta)
    return _egen(avtryck, forslag, bilder, karta)


def _kand(
    avtryck: str, forslag: Forslag, bilder: list[Kolumnbild], bas: str, karta: dict[str, Any]
) -> dict[str, Any]:
    """The columns of a known export under other headings."""
    ord_ = {n: base_heading(bas, n) for n in baser()[bas]}
    fore = {k["rubrik"]: k["roll"] for k in karta.get("kolumner", [])}
    if not karta:
        fore = {k.rubrik: k.roll for k in propose_base(forslag, bas).kolumner}
    st.caption("Välj vad varje kolumn motsvarar. Rubriker som programmet redan känner är ifyllda.")
    roller = {}
    for bild in bilder:
        val = {INGET: "Används inte", **ord_, KANSLIG: ROLLER[KANSLIG]}
        roller[bild.rubrik] = _kolumn(avtryck, bild, val, fore.get(bild.rubrik, INGET))
    kolumner = [{"rubrik": r, "roll": roll} for r, roll in roller.items() if roll]
    return {
        "bas": bas,
        "kolumner": kolumner,
        **{k: v for k, v in karta.items() if k in ("konstanter", "namn", "blad")},
    }


def _egen(avtryck: str, forslag: Forslag, bilder: list[Kolumnbild], karta: dict[str, Any]) -> dict[str, Any]:
    """The columns of a table of measured values."""
    bred = karta["bred"] if "bred" in karta else forslag.karta.bred and vars(forslag.karta.bred)
    fore = {k["rubrik"]: k["roll"] for k in karta.get("kolumner", [])}
    if not karta:
        fore = {k.rubrik: k.roll for k in forslag.karta.kolumner}
    utom = {*(bred["utom"] if bred else ())}
    val = [VARJE_ETT_MATT, *BREDA]
    dimension = st.selectbox(
        "Rubrikerna på kolumnerna med värden säger",
        val,
        val.index(bred["dimension"]) if bred else 0,
        format_func=lambda v: "vilket mått det är" if v == VARJE_ETT_MATT else f"vilken {word(v)}",
        key=f"bred-{avtryck}",
        help="Välj period om det står till exempel 2022, 2023, 2024 i rubrikerna.",
    )
    wide = dimension != VARJE_ETT_MATT
    ner_fore = {k["rubrik"] for k in karta.get("kolumner", []) if k.get("fyll_ned")}
    ner_fore |= {k.rubrik for k in forslag.karta.kolumner if k.fyll_ned and not karta}
    ner = st.multiselect(
        "Kolumner där en tom cell betyder samma som raden ovanför",
        [b.rubrik for b in bilder],
        sorted(ner_fore),
        key=f"ner-{avtryck}",
        placeholder="Inga",
    )
    roller = {}
    alla, bilder = bilder, bilder if len(bilder) <= MANGA else [b for b in bilder if not (wide and b.numeric)]
    if len(bilder) < len(alla):
        st.caption(f"{len(alla) - len(bilder)} kolumner med tal är värden; rubriken är {word(dimension)}.")
    for bild in bilder:
        options = {INGET: "Används inte"}
        options |= {BRED: f"Värde; rubriken är {word(dimension)}"} if wide else {}
        options |= {r: o for r, o in ROLLER.items() if not (wide and (r in VARDEN or r == dimension))}
        start = fore.get(bild.rubrik, BRED if wide and bild.numeric and bild.rubrik not in utom else INGET)
        roller[bild.rubrik] = _kolumn(avtryck, bild, options, start if start in options else INGET)
    fore_matt = {k["rubrik"]: k.get("matt", "") for k in karta.get("kolumner", [])}
    battre = {k["rubrik"]: {"riktning": k["riktning"]} for k in karta.get("kolumner", []) if "riktning" in k}
    fore_matt = fore_matt or {k.rubrik: k.matt for k in forslag.karta.kolumner}
    kolumner = [
        {"rubrik": r, "roll": roll}
        | (
            {"matt": fore_matt.get(r, r) if roll == "namnare" else fore_matt.get(r) or r}
            if roll in VARDEN
            else {}
        )
        | (battre.get(r, {}) if roll in VARDEN else {})
        | ({"fyll_ned": True} if r in ner else {})
        for r, roll in roller.items()
        if roll not in (INGET, BRED)
    ]
    ny = {k: v for k, v in karta.items() if k not in ("kolumner", "bred", "bas")}
    ny |= {"kolumner": kolumner, "rubrikrader": forslag.rubrikrader, "tusental": forslag.karta.tusental}
    if wide:
        varden = bred["varden"] if bred else [{"roll": "antal"}]
        ny["bred"] = {
            "dimension": dimension,
            "varden": [v if isinstance(v, dict) else vars(v) for v in varden],
            "utom": [r for r, roll in roller.items() if roll == INGET],
        }
    return ny


def word(roll: str) -> str:
    """A role in the middle of a sentence."""
    ord_ = {**TIDER, **DIMENSIONER}.get(roll, roll).split(" (")[0].lower()
    return "period" if roll == "period" else ord_


def _kolumn(avtryck: str, bild: Kolumnbild, val: dict[str, str], fore: str) -> str:
    """One column: its heading, what stands under it, and what it is."""
    rubrik, exempel, fraga = st.columns([2, 2, 3], vertical_alignment="center")
    rubrik.markdown(f"**{bild.rubrik}**")
    exempel.caption(" · ".join(bild.exempel) or "tom")
    return fraga.selectbox(
        f"Kolumnen {bild.rubrik} är",
        list(val),
        list(val).index(fore) if fore in val else 0,
        format_func=val.__getitem__,
        label_visibility="collapsed",
        key=f"roll-{avtryck}-{bild.rubrik}-{len(val)}",
    )
