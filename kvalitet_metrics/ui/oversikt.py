"""The overview: three things to see to, the eight quality areas, what has changed, a row per indicator.

HTML of our own, since forty tables of one figure each would be slow to draw and slower to read.
"""

from collections import Counter
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.attention import ORD, Sak
from kvalitet_metrics.analysis.chance import of_chance
from kvalitet_metrics.charts import gnista, gnista_i_ord
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.theme import Palett
from kvalitet_metrics.model import OMRADEN
from kvalitet_metrics.ui import attention, data, html, layout, link, utfall
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.minne import minns
from kvalitet_metrics.ui.nulage import Lage, nulage

FORST = 3
"""So many things to see to stand at the top: what is read in ten seconds."""


def visa(vy: Vy) -> None:
    """The whole page below its heading."""
    med, _ = nulage(vy)
    lagen = [lage for omrade in med.values() for lage in omrade]
    if not lagen:
        st.info("Inga uppgifter i det här urvalet. Vidga åren eller välj ett annat slag av period.")
        return
    _viktigast(attention.saker(vy, lagen), vy)
    for del_ in _matten(*data.har(), vy, layout.palett()):
        st.html(del_)


@minns()
def _matten(plats: str, version: str, vy: Vy, palett: Palett) -> list[str]:
    """The areas, what has changed, and the indicators of each area, remembered by version and theme."""
    med, utan = nulage(vy)
    kort = "".join(_omrade(b, namn, med.get(b, []), utan.get(b, [])) for b, namn in OMRADEN.items())
    return [
        f'<h2 class="km-h2">Kvalitetsområdena</h2><div class="km-kort">{kort}</div>',
        _andrat([lage for omrade in med.values() for lage in omrade], vy),
        *(
            _lista(f"{bokstav} {namn}", med[bokstav], utan.get(bokstav, []), vy, palett)
            for bokstav, namn in OMRADEN.items()
            if bokstav in med
        ),
    ]


def _viktigast(saker: Sequence[Sak], vy: Vy) -> None:
    """The first three as cards, the others on demand."""
    if not saker:
        st.html('<h2 class="km-h2">Viktigast just nu</h2><p>Inget i urvalet kräver något särskilt.</p>')
        return
    kort = "".join(_kort(nr, sak, vy) for nr, sak in enumerate(saker[:FORST], 1))
    st.html(f'<h2 class="km-h2">Viktigast just nu</h2><ol class="km-kort km-tre">{kort}</ol>')
    if fler := saker[FORST:]:
        with st.expander(f"Visa {text.antal(len(fler), 'sak', 'saker')} till att se till"):
            st.html(f'<ul class="km-saker">{"".join(_rad(sak, vy) for sak in fler)}</ul>')


def _kort(nr: int, sak: Sak, vy: Vy) -> str:
    """One of the three."""
    slag = f'<span class="km-slag"><b>{nr}</b>{ORD[sak.slag]}</span>'
    ord_ = f"<strong>{html.lopande(sak.rubrik)}</strong><span>{html.lopande(sak.mening)}</span>"
    return f'<li><a class="km-in km-sak" href="{_till(sak, vy)}">{slag}{ord_}</a></li>'


def _rad(sak: Sak, vy: Vy) -> str:
    """One of the others."""
    return (
        f'<li><span class="km-slag">{ORD[sak.slag]}</span> <a class="km-in" href="{_till(sak, vy)}">'
        f"{escape(sak.rubrik)}</a> {escape(sak.mening)}</li>"
    )


def _till(sak: Sak, vy: Vy) -> str:
    """The address of the page that has the rest."""
    return link.adress(sak.sida, vy.i_adressen() | dict(sak.fraga), sak.avsnitt)


def _omrade(bokstav: str, namn: str, lagen: Sequence[Lage], tomma: Sequence[str]) -> str:
    """One area: how many targets are missed, what has changed, how much there is."""
    inuti = f"<b>{bokstav}</b><strong>{escape(namn)}</strong><span>{{}}</span>"
    if not lagen:
        ord_ = "Inga uppgifter i urvalet" if tomma else "Inget mått ännu"
        return f'<div class="km-omr km-tomt">{inuti.format(ord_)}</div>'
    antal = Counter(lage.utlatande["utfall"] for lage in lagen)
    missar = sum(lage.missar_malet for lage in lagen)
    delar = [_malen(missar, sum(lage.mal is not None for lage in lagen))]
    delar += [f"{antal[ord_]} {ord_}" for ord_ in utfall.KLASS if antal[ord_]]
    delar.append(f"{len(lagen)} mått")
    oro = " km-oro" if missar or antal["sämre"] else ""
    ord_ = escape(" · ".join(filter(None, delar)))
    return f'<a class="km-omr{oro}" href="#omrade-{bokstav.lower()}">{inuti.format(ord_)}</a>'


def _malen(missar: int, antal: int) -> str:
    """How many of the area's targets are not reached; nothing where it has none."""
    if missar:
        return f"{missar} av {antal} mål nås inte"
    return ("målet nås" if antal == 1 else f"alla {antal} mål nås") if antal else ""


def _andrat(lagen: Sequence[Lage], vy: Vy) -> str:
    """What has changed since the period before, and how much of it chance alone would give."""
    rader = "".join(
        f'<li class="{_klass(lage)}">{_namn(lage, vy)} {escape(utfall.andring(lage.utlatande))}</li>'
        for lage in lagen
        if lage.andrat
    )
    inget = "<p>Inget mått har ändrats mer än vad slumpen förklarar.</p>"
    mening = of_chance([lage.utlatande for lage in lagen])
    return (
        '<h2 class="km-h2">Har ändrats sedan förra perioden</h2>'
        + (f'<ul class="km-saker">{rader}</ul>' if rader else inget)
        + (html.kalla(mening) if mening else "")
    )


def _lista(rubrik: str, lagen: Sequence[Lage], tomma: Sequence[str], vy: Vy, palett: Palett) -> str:
    """The indicators of an area, a row each."""
    rader = "".join(_indikator(lage, vy, palett) for lage in lagen)
    huvud = "".join(
        f'<th scope="col">{ord_}</th>' for ord_ in ("Mått", "Nu", "Utveckling", "Förändring", "Mål")
    )
    tabell = f'<table class="km-matt"><thead><tr>{huvud}</tr></thead><tbody>{rader}</tbody></table>'
    return (
        f'<h2 class="km-h2" id="omrade-{rubrik[0].lower()}">{escape(rubrik)}</h2>'
        f"{html.med_roller(tabell)}{_utan(tomma)}"
    )


def _utan(tomma: Sequence[str]) -> str:
    """The indicators of an area that have no figures: their number, and their names on demand."""
    if not tomma:
        return ""
    antal = f"{text.tal(len(tomma))} mått utan uppgifter i urvalet"
    return (
        f'<details class="km-utan"><summary>{antal}</summary><p class="km-n">{escape(text.lista(tomma))}.</p>'
        "</details>"
    )


def _indikator(lage: Lage, vy: Vy, palett: Palett) -> str:
    """One row: name, newest figure with what it rests on, trend, change, target."""
    rest = escape(" · ".join(filter(None, [lage.del_, underlag(lage.punkt, lage.matt), lage.punkt.period])))
    nu = f'<strong>{escape(varde(lage.punkt, lage.matt))}</strong> <span class="km-n">{rest}</span>'
    return (
        f'<tr><th scope="row">{_namn(lage, vy)}</th><td class="km-nu">{nu}</td>'
        f'<td class="km-trend">{_gnista(lage, palett)}</td>'
        f'<td class="{_klass(lage)}">{escape(utfall.andring(lage.utlatande))}</td>'
        f"<td>{_mal(lage)}</td></tr>"
    )


def _mal(lage: Lage) -> str:
    """The target and whether it is reached."""
    if lage.punkt.mal is None:
        return ""
    ord_, klass = utfall.mal(lage.punkt.mal, lage.mal, lage.matt)
    return f'<span class="{klass}">{escape(ord_)}</span>'


def _gnista(lage: Lage, palett: Palett) -> str:
    """The small trend as an image with its words."""
    bild = gnista(lage.trend, lage.matt, palett)
    if not bild:
        return ""
    alt = escape(gnista_i_ord(lage.trend, lage.matt), quote=True)
    fran, till = lage.trend.punkter[0].period, lage.trend.punkter[-1].period
    return f'<img alt="{alt}" title="{escape(f"{fran} till {till}")}" src="data:image/svg+xml,{quote(bild)}">'


def _namn(lage: Lage, vy: Vy) -> str:
    """The indicator's name as the way to it, with the same choices."""
    adress = link.adress("utforska", vy.i_adressen() | {"indikator": lage.id})
    return f'<a class="km-in" href="{adress}">{escape(lage.matt.namn)}</a>'


def _klass(lage: Lage) -> str:
    """The colour of a change: of a meaning where it has one, quiet where nothing is said."""
    return utfall.KLASS.get(lage.utlatande["utfall"], "" if lage.andrat else "km-n")
