"""Where every indicator stands now: its newest figure, its small trend, what is said of the change."""

from dataclasses import dataclass, replace
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.analysis.verdict import NO_CHANGE, NOTHING_SAID
from kvalitet_metrics.charts import Matt, Punkt, Serie
from kvalitet_metrics.charts.serie import nyaste
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.definition import Indikator
from kvalitet_metrics.ui import data
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.minne import minns

EN_PERIOD = "en period"


@dataclass(frozen=True)
class Lage:
    """One indicator now. `del_`: which of its series is shown, where it always has several.

    utlatande: of the view's own periods, or of the shorter ones within where there is but one of those.
    """

    id: str
    matt: Matt
    serie: Serie
    trend: Serie
    utlatande: dict[str, Any]
    mal: dict[str, Any] | None
    del_: str = ""

    @property
    def punkt(self) -> Punkt:
        """The newest figure."""
        return self.serie.sista

    @property
    def andrat(self) -> bool:
        """True where the change is more than chance explains."""
        return self.utlatande["utfall"] not in (NO_CHANGE, NOTHING_SAID)

    @property
    def missar_malet(self) -> bool:
        """True where the target is not reached, and chance does not explain it."""
        return bool(self.mal and self.mal["sakert"] and not self.mal["nas"])


Lagen = dict[str, list[Lage]]
Utan = dict[str, list[str]]


def nulage(vy: Vy) -> tuple[Lagen, Utan]:
    """By quality area the indicators that have figures, and the names of those that have none."""
    return _nulage(*data.har(), vy)


@minns("Räknar …")
def _nulage(plats: str, version: str, vy: Vy) -> tuple[Lagen, Utan]:
    """The same, remembered by version; nobody changes it."""
    med: Lagen = {}
    utan: Utan = {}
    for id_, definition in INDIKATORER.items():
        if definition.bevakning:
            continue
        try:
            serier = data.serier(id_, vy)
        except KvalitetError:
            serier = []
        if serier:
            med.setdefault(definition.omrade, []).append(_lage(id_, definition, serier, vy))
        else:
            utan.setdefault(definition.omrade, []).append(definition.namn)
    return med, utan


def _lage(id_: str, definition: Indikator, serier: list[Serie], vy: Vy) -> Lage:
    """One indicator; of several series the largest of the newest period."""
    if definition.alltid_per is None:
        serie, trend, matt, del_ = serier[0], _trend(id_, serier[0], vy), data.matt(id_, vy), ""
    else:
        nyast = nyaste(serier).start
        serie = max((s for s in serier if s.sista.start == nyast), key=lambda s: float(s.sista.varde or 0))
        ord_ = "störst" if definition.kind == "fordelning" else "ett"
        riktning = definition.riktning_for(serie.namn).value
        matt, trend = replace(data.matt(id_, vy), riktning=riktning), serie
        del_ = f"{serie.namn}, {ord_} av {len(serier)}" if len(serier) > 1 else serie.namn
    if text.saknas(serie.sista.varde) and not serie.sista.dold and _per_enhet(id_, definition, vy):
        del_ = "finns per enhet, inte för helheten"
    namn = serie.namn if definition.alltid_per else ""
    sagt = data.utlatanden(id_, vy)[namn]
    inom = sagt
    if sagt["skal"] == EN_PERIOD and vy.finare() != vy:
        kortare = data.utlatanden(id_, vy.finare()).get(namn)
        inom = kortare if kortare and kortare["utfall"] != NOTHING_SAID else sagt
    return Lage(id_, matt, serie, trend, inom, sagt["mal"], del_)


def _per_enhet(id_: str, definition: Indikator, vy: Vy) -> bool:
    """True where the enheter have values that are not put together to one."""
    if "enhet" not in definition.nedbrytningar:
        return False
    return any(not text.saknas(s.sista.varde) for s in data.serier_eller_inga(id_, vy, "enhet"))


def _trend(id_: str, serie: Serie, vy: Vy) -> Serie:
    """The series of the small trend: a single period is shown by the shorter ones within it."""
    if len(serie.punkter) > 1:
        return serie
    return next(iter(data.serier(id_, vy.finare())), serie)
