"""Step 3 of a mapping: what kind of period, what the values are called, what holds for the whole file."""

from typing import Any

import streamlit as st

from kvalitet_metrics.ingest.mapped import baser
from kvalitet_metrics.ingest.mapping import BLADETS_NAMN, DELAR, DIMENSIONER, PERIODSLAG, UR_FILEN, VARDEN
from kvalitet_metrics.ingest.propose import Forslag
from kvalitet_metrics.ingest.propose_known import base_heading

TVA_DELAR = "taljare och namnare"
BREDA_VARDEN = {TVA_DELAR: "Täljare och nämnare i var sin kolumn"} | {
    r: o for r, o in VARDEN.items() if r not in ("taljare", "namnare")
}

RIKTNINGSVAL = {"": "Varken högre eller lägre", "hogre": "Högre är bättre", "lagre": "Lägre är bättre"}


def valj(avtryck: str, forslag: Forslag, bas: str, karta: dict[str, Any]) -> dict[str, Any]:
    """The mapping with periods, names of measures and constants."""
    karta = dict(karta)
    if bas:
        ord_ = {n: base_heading(bas, n) for n in baser()[bas]}
    else:
        ord_ = dict(DIMENSIONER)
        karta |= _perioder(avtryck, forslag, karta)
        karta |= _breda(avtryck, forslag, karta) if karta.get("bred") else _matt(avtryck, karta)
        karta["totaler"] = _totaler(avtryck, forslag, karta)
    mappade = {k["roll"] for k in karta["kolumner"]} | {
        karta["bred"]["dimension"] if karta.get("bred") else ""
    }
    karta["konstanter"] = _konstanter(avtryck, {n: o for n, o in ord_.items() if n not in mappade}, karta)
    return {k: v for k, v in karta.items() if v not in ("", [], {}, None)}


def _perioder(avtryck: str, forslag: Forslag, karta: dict[str, Any]) -> dict[str, Any]:
    """Which kind of period the values are about, and where the year stands."""
    roller = {k["roll"] for k in karta["kolumner"]}
    dimension = (karta.get("bred") or {}).get("dimension")
    delar = [d for d in DELAR if d in roller or d == dimension]
    slag = [str(s) for s in PERIODSLAG]
    fore = karta.get("periodslag") or forslag.karta.periodslag
    valt = delar[0] if delar else fore
    if not delar:
        valt = st.selectbox(
            "Varje värde avser",
            slag,
            slag.index(fore) if fore in slag else 0,
            format_func=lambda s: {str(k): v for k, v in PERIODSLAG.items()}[s],
            key=f"periodslag-{avtryck}",
        )
    i_filen = not ({"period", "ar"} & roller) and dimension != "period"
    if i_filen:
        vad = "Året" if delar else "Perioden"
        st.caption(
            f"{vad} tas ur texten ovanför tabellen, till exempel «Period: 2023», eller ur filens namn."
        )
    return {"periodslag": valt, "period": UR_FILEN if i_filen else ""}


def _matt(avtryck: str, karta: dict[str, Any]) -> dict[str, Any]:
    """What each value is called; täljare and nämnare of one share have the same name."""
    varden = [k for k in karta["kolumner"] if k["roll"] in VARDEN]
    if not varden:
        st.warning(
            "Ingen kolumn är ett värde. Gå tillbaka och säg vilken som är täljare, nämnare eller antal."
        )
    delar = [k for k in varden if k["roll"] in ("taljare", "namnare", "andel", "procent")]
    gemensamt = None
    if sorted(k["roll"] for k in delar) in (
        ["namnare", "taljare"],
        ["andel", "namnare"],
        ["namnare", "procent"],
        ["andel", "namnare", "taljare"],
        ["namnare", "procent", "taljare"],
    ):
        start = next(k["matt"] for k in delar if k["roll"] != "namnare")
        gemensamt = st.text_input("Vad heter andelen?", start, key=f"andel-{avtryck}", max_chars=80)
        st.caption(
            " genom ".join(
                f"«{k['rubrik']}»"
                for k in sorted(delar, key=lambda k: k["roll"] == "namnare")
                if len(delar) == 2 or k["roll"] in ("taljare", "namnare")
            )
        )
    namn = {
        k["rubrik"]: gemensamt
        if gemensamt is not None and k in delar
        else st.text_input(
            f"Vad heter värdet i «{k['rubrik']}» ({VARDEN[k['roll']].lower()})?",
            k["matt"],
            key=f"matt-{avtryck}-{k['rubrik']}",
            max_chars=80,
        )
        for k in varden
    }
    battre = _riktningar(avtryck, varden, namn)
    utan = [{n: v for n, v in k.items() if n != "riktning"} for k in karta["kolumner"]]
    return {
        "kolumner": [
            k | ({"matt": namn[k["rubrik"]]} if k["roll"] in VARDEN else {}) | battre.get(k["rubrik"], {})
            for k in utan
        ]
    }


def _riktningar(
    avtryck: str, varden: list[dict[str, Any]], namn: dict[str, str]
) -> dict[str, dict[str, str]]:
    """What is better of each measure, at the first of its columns that is no denominator."""
    forst = {namn[k["rubrik"]]: k for k in reversed(varden) if k["roll"] != "namnare"}
    svar = {}
    lada = st.expander("Vad är bättre?")
    lada.caption("Då säger utlåtandet bättre eller sämre, och om ett mål nås.")
    for k in (k for k in varden if forst.get(namn[k["rubrik"]]) is k):
        svar[k["rubrik"]] = lada.selectbox(
            f"«{namn[k['rubrik']]}»",
            list(RIKTNINGSVAL),
            list(RIKTNINGSVAL).index(k.get("riktning", "")),
            format_func=RIKTNINGSVAL.__getitem__,
            key=f"riktning-{avtryck}-{k['rubrik']}",
        )
    return {rubrik: {"riktning": val} for rubrik, val in svar.items() if val}


def _breda(avtryck: str, forslag: Forslag, karta: dict[str, Any]) -> dict[str, Any]:
    """What the cells of a wide table are, and what they are called."""
    bred = karta["bred"]
    fore = [v["roll"] for v in bred["varden"]]
    start = TVA_DELAR if len(fore) > 1 else fore[0]
    roll = st.selectbox(
        "Värdena är",
        list(BREDA_VARDEN),
        list(BREDA_VARDEN).index(start) if start in BREDA_VARDEN else 0,
        format_func=BREDA_VARDEN.__getitem__,
        key=f"bredroll-{avtryck}",
    )
    har_namn = "kategori" in {bred["dimension"], *(k["roll"] for k in karta["kolumner"])}
    matt = ""
    if not har_namn:
        start = next((v["matt"] for v in bred["varden"] if v.get("matt")), forslag.karta.namn)
        matt = st.text_input("Vad heter måttet?", start, key=f"bredmatt-{avtryck}", max_chars=80)
    if roll != TVA_DELAR:
        return {"bred": bred | {"varden": [{"roll": roll, "matt": matt}]}}
    text = {v["roll"]: v.get("text", "") for v in bred["varden"]}
    taljare = st.text_input("Ord i rubriken på täljaren", text.get("taljare", ""), key=f"ordt-{avtryck}")
    namnare = st.text_input("Ord i rubriken på nämnaren", text.get("namnare", ""), key=f"ordn-{avtryck}")
    delar = [("taljare", taljare), ("namnare", namnare)]
    return {"bred": bred | {"varden": [{"roll": r, "text": t, "matt": matt} for r, t in delar]}}


def _totaler(avtryck: str, forslag: Forslag, karta: dict[str, Any]) -> list[str]:
    """Labels that stand for all the others, so that nothing is counted twice."""
    fore = karta.get("totaler", list(forslag.karta.totaler))
    skrivna = st.text_input(
        "Namn på rader som är summor av de andra",
        ", ".join(fore),
        key=f"totaler-{avtryck}",
        placeholder="till exempel Hela länet",
        help="«Totalt» och liknande känns igen ändå. Summorna jämförs med raderna men räknas inte.",
    )
    return [t.strip() for t in skrivna.split(",") if t.strip()]


def _konstanter(avtryck: str, ord_: dict[str, str], karta: dict[str, Any]) -> dict[str, str]:
    """What holds for the whole file and stands in no column."""
    fore = {n: v for n, v in karta.get("konstanter", {}).items() if n in ord_}
    valda = st.multiselect(
        "Uppgifter som gäller hela filen och inte står i någon kolumn",
        list(ord_),
        list(fore),
        format_func=ord_.__getitem__,
        key=f"konstanter-{avtryck}",
        placeholder="Inga",
    )
    skrivna = {}
    for namn in valda:
        vanster, hoger = st.columns([3, 2], vertical_alignment="bottom")
        ur_bladet = hoger.checkbox(
            "Bladets namn", fore.get(namn) == BLADETS_NAMN, key=f"bladkonstant-{avtryck}-{namn}"
        )
        text = vanster.text_input(
            ord_[namn],
            "" if fore.get(namn) == BLADETS_NAMN else fore.get(namn, ""),
            disabled=ur_bladet,
            key=f"konstant-{avtryck}-{namn}",
        )
        skrivna[namn] = BLADETS_NAMN if ur_bladet else text
    return {n: v for n, v in skrivna.items() if v}
