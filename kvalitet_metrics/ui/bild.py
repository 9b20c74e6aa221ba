"""A screen of a meeting is a view of the pages that is kept: from the one to the other, and in words."""

from kvalitet_metrics.errors import KvalitetError, UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.store.moten import Bild
from kvalitet_metrics.ui import data, forms
from kvalitet_metrics.ui.filters import Vy


def bild(id_: str, vy: Vy, by: str | None = None, form: str = forms.UTVECKLING, rubrik: str = "") -> Bild:
    """The screen that shows what a reader looks at. Raises UsageError where the question cannot be put."""
    vinkel = data.arbetsyta().vinkel(id_, vy.period, [by] if by else [], vy.where())
    return Bild(vinkel, form, rubrik, vy.fran, vy.till)


def vy(bild: Bild) -> Vy:
    """The view of a screen. Raises UsageError for a part of the records that the pages have no choice for."""
    delar = bild.vinkel.delar
    forvaltning = delar.get("forvaltning", ())
    if set(delar) - {"forvaltning", "enhet"} or len(forvaltning) > 1:
        raise UsageError("Bildens urval är gjort på kommandoraden och går inte att visa här.")
    forsta = forvaltning[0] if forvaltning else None
    return Vy(bild.vinkel.period, forsta, tuple(delar.get("enhet", ())), bild.fran, bild.till)


def by(bild: Bild) -> str | None:
    """What a screen is broken down by."""
    return bild.vinkel.by[0] if bild.vinkel.by else None


def namn(bild: Bild) -> str:
    """The indicator of a screen."""
    d = INDIKATORER.get(bild.vinkel.indikator)
    return d.namn if d else f"«{bild.vinkel.indikator}», som inte finns längre"


def i_ord(bild: Bild) -> str:
    """The view of a screen in a line: «per kön · Alla förvaltningar · alla enheter · kalenderår»."""
    per = f"per {NEDBRYTNINGAR[kolumn].lower()}" if (kolumn := by(bild)) else ""
    diagram = bild.form.lower() if bild.form != forms.UTVECKLING else ""
    try:
        urval = vy(bild).i_ord()
    except KvalitetError as fel:
        urval = str(fel)
    return " · ".join(filter(None, [per, urval, diagram]))
