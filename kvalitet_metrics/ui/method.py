"""How an indicator is computed, written from its definition: words, SQL, and the example that is its test."""

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.versions import versionshistorik
from kvalitet_metrics.model import NEDBRYTNINGAR, OMRADEN, Riktning
from kvalitet_metrics.ui import html, layout

RIKTNING = {
    Riktning.HOGRE: "Högre är bättre",
    Riktning.LAGRE: "Lägre är bättre",
    Riktning.NEUTRAL: "Varken högre eller lägre är bättre",
}


def visa(id_: str) -> None:
    """The whole description of one indicator."""
    d = INDIKATORER[id_]
    st.subheader(d.namn, anchor=False)
    st.write(d.varfor)
    st.html(html.rutnat((), _rader(id_), "Måttet i korthet"))
    st.markdown("**Begränsningar**")
    st.write(d.begransningar)
    st.markdown("**Räkneexempel**")
    st.caption("Samma exempel prövas varje gång programmet testas. Personerna finns inte.")
    st.html(html.ritad(d.exempel.rader, layout.kolumnord, "Om de här posterna finns …"))
    st.html(html.ritad(d.exempel.vantat, layout.kolumnord, "… blir svaret"))
    with st.expander("Frågan till databasen (SQL)"):
        st.code(d.sql(), language="sql", wrap_lines=True)
    st.page_link("pages/utforska.py", label="Utforska måttet", query_params={"indikator": id_})


def raknas(id_: str) -> list[tuple[str, str]]:
    """What is counted, in words: numerator and denominator of a share, else the one thing."""
    d = INDIKATORER[id_]
    if d.enhet == "andel":
        return [("Täljare", d.taljare_ord), ("Nämnare", d.namnare_ord)]
    return [("Det som räknas", d.taljare_ord)]


def _rader(id_: str) -> list[tuple[str, str]]:
    """The facts, name and value, those that exist."""
    d = INDIKATORER[id_]
    mal = "" if d.mal is None else text.vardetext(d.mal, d.enhet)
    rader = [
        ("Kvalitetsområde", f"{d.omrade} {OMRADEN[d.omrade]}"),
        ("Kod", d.kod or ""),
        *raknas(id_),
        ("Riktning", RIKTNING[d.riktning]),
        ("Mål", mal),
        ("Frist", str(d.frist) if d.frist else ""),
        ("Kan delas upp på", text.lista(NEDBRYTNINGAR[k].lower() for k in d.nedbrytningar)),
        ("Källa", d.kalla),
        ("Granskad", str(d.granskad or "")),
        ("Version", str(d.version)),
        *versionshistorik(d),
    ]
    return [(namn, varde) for namn, varde in rader if varde]
