"""The risks of a year: the short answer, the matrix with the risks in their cells, the list, worst first."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.risker import Risk, fore, i_ord, las, sedan, sedan_i_ord
from kvalitet_metrics.ingest.profiles.riskmatris import KONSEKVENS, SANNOLIKHET
from kvalitet_metrics.ui import data, html, saknas, show
from kvalitet_metrics.ui.filters import Vy

MATT = "risk_antal"
STEG = range(1, 6)
TONER = {"kritisk": "kritisk", "medium": "medium", "låg": "lag"}
"""The level of a cell as the style sheet calls it; other levels have no tone."""
RUBRIKER = ("Nivå", "Riskvärde", "Risk", "Åtgärd", "Sannolikhet", "Konsekvens", "Var", "Delprocess")


def visa(vy: Vy) -> None:
    """The whole page below its choices."""
    alla = las(data.poster(MATT, vy))
    if not alla:
        saknas.visa("risker", ("riskmatris",), vy)
        return
    aren = sorted({r.ar for r in alla}, reverse=True)
    ar = st.selectbox("År", aren, key="risk-ar", width=160) if len(aren) > 1 else aren[0]
    risker = [r for r in alla if r.ar == ar]
    senast, innan = fore(alla, ar)
    st.html(f'<p class="km-svar">{escape(i_ord(risker, ar))}</p>')
    _matris(risker, ar)
    _jamfort(risker, innan, senast)
    _lista(risker, ar, innan, senast)
    st.html(html.kalla(show.kallrad(MATT)))


def over_aren(vy: Vy) -> None:
    """How many risks of each level there have been, and how often nothing is done about the critical."""
    if not data.poster(MATT, vy):
        return
    show.rubrik("Över åren")
    show.sida_vid_sida(MATT, vy, ["kategori", "bedomning"])
    show.indikator("risk_kritisk_utan_atgard_andel", vy)
    if any(not s.saknas for s in data.serier_eller_inga("risk_varde", vy, "enhet")):
        show.varmetabell("risk_varde", vy, "enhet")


def _matris(risker: Sequence[Risk], ar: int) -> None:
    """Five by five cells, each with how many risks are in it and how many of them nothing is done about."""
    show.rubrik(f"Riskmatrisen {ar}")
    nivaer = data.risknivaer({r.forvaltning for r in risker}, date(ar, 12, 31))
    kropp = "".join(
        f'<tr><th scope="row"><b>{s}</b> <span>{escape(text.stor_bokstav(SANNOLIKHET[s - 1]))}</span></th>'
        + "".join(_cell([r for r in risker if r.cell == (s, k)], nivaer.get((s, k))) for k in STEG)
        + "</tr>"
        for s in reversed(STEG)
    )
    huvud = "".join(
        f'<th scope="col"><b>{k}</b> <span>{escape(text.stor_bokstav(KONSEKVENS[k - 1]))}</span></th>'
        for k in STEG
    )
    st.html(
        '<div class="km-risker"><table aria-label="Riskmatris: antal risker per sannolikhet och konsekvens">'
        f"<thead><tr><td>Sannolikhet ↓<br>Konsekvens →</td>{huvud}</tr></thead>"
        f"<tbody>{kropp}</tbody></table></div>"
    )
    noter = ["Nivåerna är riskmatrisens; en egen matris läses in på Ladda upp som «Riskmatris»."]
    if not nivaer:
        noter = ["Förvaltningarna har olika riskmatriser. Välj en förvaltning för att se nivåerna."]
    if utanfor := sum(r.cell is None for r in risker):
        noter.append(f"{text.antal(utanfor, 'risk', 'risker')} saknar sannolikhet eller konsekvens.")
    st.caption(" ".join(noter))


def _cell(risker: Sequence[Risk], niva: str | None) -> str:
    """One cell: its level in words and tone, and its risks counted."""
    utan = sum(r.utan_atgard for r in risker)
    antal = f"<b>{len(risker)}</b>" if risker else '<i aria-label="inga risker">–</i>'
    rader = [antal, f"<span>{escape(niva)}</span>" if niva else ""]
    rader.append(f"<em>{utan} utan åtgärd</em>" if utan else "")
    return f'<td class="km-risk-{TONER.get(niva or "", "annan")}">{"".join(rader)}</td>'


def _jamfort(risker: Sequence[Risk], innan: dict[tuple[str, ...], Risk], senast: int | None) -> None:
    """What has changed since the analysis before, and what the list does not say."""
    if senast:
        st.html(f'<p class="km-rad">{escape(sedan_i_ord(risker, innan, senast))}</p>')
    st.caption(
        "Riskanalysen har en bedömning per risk. Värdet efter åtgärd står inte i listan; det syns som ett"
        " ändrat värde när risken bedöms igen."
    )


def _lista(risker: Sequence[Risk], ar: int, innan: dict[tuple[str, ...], Risk], senast: int | None) -> None:
    """All risks of the year, the critical ones without a measure first."""
    show.rubrik(f"Riskerna {ar}, kritiska utan åtgärd först")
    rubriker = [*RUBRIKER, f"Sedan {senast}"] if senast else list(RUBRIKER)
    rader = [
        (
            r.niva or text.SAKNAS,
            text.tal(r.varde),
            r.risk,
            r.atgard or text.stor_bokstav(r.bedomning),
            text.tal(r.sannolikhet),
            text.tal(r.konsekvens),
            r.plats,
            r.delprocess,
            *([sedan(r, innan)] if senast else []),
        )
        for r in risker
    ]
    hoger = [rubrik in ("Riskvärde", "Sannolikhet", "Konsekvens") for rubrik in rubriker]
    rubrik = f"{text.antal(len(risker), 'risk', 'risker')} i riskanalysen {ar}"
    st.html(html.rutnat(rubriker, rader, rubrik, hoger, form="km-vid"))
