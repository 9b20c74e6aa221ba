"""What the program makes of one file, in words: what it is, how much, do its totals agree, what is new."""

from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.ui import html, layout

if TYPE_CHECKING:
    from kvalitet_metrics.workspace import Kvitto

FLEST_ENHETER = 6
FLEST_EXEMPEL = 20


def igenkand(kvitto: "Kvitto") -> None:
    """What the file was taken for, and why."""
    if kvitto.profile_name:
        st.markdown(f"**{kvitto.profile_name}**{kvitto.recognised.removeprefix(kvitto.profile_name)}")


def visa(kvitto: "Kvitto") -> None:
    """A file that can be loaded: what will be saved, what to mind, and the first rows."""
    igenkand(kvitto)
    st.caption(" ".join(filter(None, [omfattning(kvitto), enheter(kvitto.enheter), aldrig(kvitto)])))
    domar(kvitto)
    for varning in kvitto.warnings:
        st.warning(varning)
    if kvitto.jamfort and kvitto.jamfort.exempel:
        with st.expander("Visa exempel på skillnaderna"):
            st.html(skillnader(kvitto.jamfort.exempel))
    with st.expander("Så sparas de första raderna"):
        st.dataframe(ifyllt(kvitto.sample).rename(columns=layout.kolumnord), hide_index=True)


def domar(kvitto: "Kvitto") -> None:
    """Whether the totals agree, what differs from the last load, and new names."""
    if punkter := kontroller(kvitto) + jamfort(kvitto) + nya_namn(kvitto):
        st.html(f'<ul class="km-dom">{punkter}</ul>')


def omfattning(kvitto: "Kvitto") -> str:
    """How much was read, kept and left out, and over which days."""
    delar = [f"{text.antal(kvitto.rows_read, 'rad läst', 'rader lästa')}"]
    if kvitto.status == "loaded":
        delar.append(f"{text.tal(kvitto.rows_loaded)} inlästa")
    if kvitto.rows_skipped:
        delar.append(f"{text.tal(kvitto.rows_skipped)} med fel utelämnade")
    if kvitto.period_start and kvitto.period_end:
        delar.append(f"{text.datum(kvitto.period_start)} till {text.datum(kvitto.period_end)}")
    return ", ".join(delar) + "."


def enheter(antal: dict[str, int]) -> str:
    """The units of the file with their rows, the first of them by name; nothing where it has none."""
    if not antal:
        return ""
    namn = [f"{enhet} ({text.tal(n)})" for enhet, n in antal.items()]
    fler = f" och {len(namn) - FLEST_ENHETER} till" if len(namn) > FLEST_ENHETER else ""
    return f"{text.antal(len(namn), 'enhet', 'enheter')}: {', '.join(namn[:FLEST_ENHETER])}{fler}."


def aldrig(kvitto: "Kvitto") -> str:
    """Which columns of the file are never read, since they may tell who somebody is."""
    if not kvitto.aldrig_lasta:
        return ""
    return f"Läses aldrig: {text.lista(f'«{r}»' for r in kvitto.aldrig_lasta)}."


def kontroller(kvitto: "Kvitto") -> str:
    """Whether the totals of the file are what its rows add up to; nothing where it has none."""
    alla = kvitto.kontroller
    if not alla:
        return ""
    fel = [k for k in alla if not k.stammer]
    summor = text.antal(len(alla), "kontrollsumma", "kontrollsummor")
    if not fel:
        return dom("km-ja", "✓ Stämmer", f"{summor} i filen är lika med sina rader.")
    return dom("km-nej", "✕ Stämmer inte", f"{len(fel)} av {summor} i filen skiljer sig från raderna.")


def jamfort(kvitto: "Kvitto") -> str:
    """What differs from the last load of the same kind, where there is one."""
    if not kvitto.jamfort:
        return ""
    if kvitto.jamfort.saknas:
        return dom("km-obs", "! Saknas", kvitto.jamfort.text)
    return dom("km-ja", "✓ Inget saknas", kvitto.jamfort.text.removesuffix(" Inget saknas."))


def nya_namn(kvitto: "Kvitto") -> str:
    """Labels that no earlier file had, each with the one that may be meant."""
    if not kvitto.okanda:
        return ""
    namn = [
        f"«{o.etikett}» ({text.antal(o.antal, 'rad', 'rader')}"
        + (f", menade du «{o.forslag}»?)" if o.forslag else ")")
        for o in kvitto.okanda[:FLEST_ENHETER]
    ]
    fler = len(kvitto.okanda) - FLEST_ENHETER
    till = f" och {text.tal(fler)} till" if fler > 0 else ""
    return dom("km-obs", "! Nya namn", f"{', '.join(namn)}{till}. Säg vad de betyder när filen är inläst.")


def dom(klass: str, ord_: str, text_: str) -> str:
    """A mark and a word, then what it is about."""
    return f'<li><span class="{klass}">{escape(ord_)}.</span> {escape(text_)}</li>'


def skillnader(exempel: list[Any]) -> str:
    """Records that differ, with their place in the file that has them."""
    rader = [
        [
            text.stor_bokstav(s.slag),
            f"{s.fil}, {s.blad}, rad {s.rad}",
            s.enhet or "",
            ", ".join(f"{k} {v}" for k, v in s.datum.items()),
            "; ".join(andring(a) for a in s.andringar),
        ]
        for s in exempel[:FLEST_EXEMPEL]
    ]
    return html.rutnat(
        ["Vad", "Var", "Enhet", "Datum", "Ändrat"], rader, "Exempel på skillnader", form="km-vid"
    )


def andring(a: dict[str, str]) -> str:
    """One column that has changed."""
    return f"{a['kolumn']}: {a['fran']} → {a['till']}"


def ifyllt(rader: Any) -> Any:
    """The table without columns that are blank throughout."""
    return rader.dropna(axis="columns", how="all")
