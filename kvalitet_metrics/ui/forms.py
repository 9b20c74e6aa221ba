"""The ways to draw an indicator: which make sense in a view, which suits it best, and why not the others."""

from kvalitet_metrics.charts import Matt, Serie
from kvalitet_metrics.charts.rita import FLEST_LINJER, over_tid
from kvalitet_metrics.charts.serie import perioder
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.tidsband import tidsband
from kvalitet_metrics.model import DIAGRAM
from kvalitet_metrics.ui import data
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.minne import minns

UTVECKLING, STYRDIAGRAM, TRATT = DIAGRAM
JAMFORELSE, TIDER, VARMETABELL = "Jämförelse", "Tidsfördelning", "Värmetabell"
ALLA = (UTVECKLING, JAMFORELSE, VARMETABELL, STYRDIAGRAM, TRATT, TIDER)

TILLRACKLIGT = 12
"""Of fewer periods the limits of a control chart are on trial."""


def skal(id_: str, vy: Vy, by: str | None) -> dict[str, str]:
    """Every drawing with why it makes no sense in this view, empty where it does; nobody changes it."""
    return _skal(*data.har(), id_, vy, by)


@minns()
def _skal(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> dict[str, str]:
    """The reasons, remembered by version."""
    try:
        serier, matt = data.serier(id_, vy, by), data.matt(id_, vy, by)
    except KvalitetError as fel:
        return dict.fromkeys(ALLA[1:], str(fel)) | {UTVECKLING: ""}
    svar = {
        UTVECKLING: _utveckling(serier, matt),
        JAMFORELSE: "" if matt.by else "det finns ingen uppdelning att jämföra",
        VARMETABELL: _varmetabell(serier, matt),
        STYRDIAGRAM: _styrdiagram(id_, vy, by) if not matt.by else "gränserna ritas för helheten",
        TRATT: _tratt(id_, vy, by),
        TIDER: _tider(id_, by),
    }
    return svar


def i_ordning(id_: str, vy: Vy, by: str | None) -> list[str]:
    """The drawings that make sense, the one that suits the figures best first."""
    finns = [form for form, varfor in skal(id_, vy, by).items() if not varfor]
    forst = UTVECKLING
    if STYRDIAGRAM in finns and _perioder(id_, vy) >= TILLRACKLIGT:
        forst = STYRDIAGRAM
    if TIDER in finns and INDIKATORER[id_].kind == "tid" and _perioder(id_, vy) == 1:
        forst = TIDER
    return sorted(finns, key=lambda form: form != forst)


def _perioder(id_: str, vy: Vy) -> int:
    """How many periods the whole has figures for."""
    return len(perioder(data.serier(id_, vy)))


def _utveckling(serier: list[Serie], matt: Matt) -> str:
    if over_tid(serier, matt) or not matt.by:
        return ""
    if len(perioder(serier)) < 2:
        return "det finns bara en period i urvalet"
    if len(serier) > FLEST_LINJER:
        return f"fler än {FLEST_LINJER} linjer går inte att skilja åt"
    return "en fördelning jämförs inom en period"


def _varmetabell(serier: list[Serie], matt: Matt) -> str:
    if not matt.by:
        return "det finns ingen uppdelning att ställa mot åren"
    return "" if len(perioder(serier)) > 1 else "det finns bara en period i urvalet"


def _styrdiagram(id_: str, vy: Vy, by: str | None) -> str:
    utlatanden = data.utlatanden(id_, vy, by).values()
    return "" if any(u["diagram"] for u in utlatanden) else "perioderna är för få för gränser"


def _tratt(id_: str, vy: Vy, by: str | None) -> str:
    if "enhet" not in INDIKATORER[id_].nedbrytningar:
        return "måttet finns inte per enhet"
    if by not in (None, "enhet"):
        return "tratten visar enheter"
    return data.tratt(id_, vy)["skal"] or ""


def _tider(id_: str, by: str | None) -> str:
    if tidsband(INDIKATORER[id_]) is None:
        return "måttet är ingen tid och räknas inte mot en frist"
    return "" if by is None else "tiderna visas för helheten"
