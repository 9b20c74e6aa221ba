"""The way from a page to the workspace: where it is, what has been asked before, and in which words.

Every answer is remembered under the version of the workspace (see minne.py), so a load or an undo is seen at
once.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from pandas import DataFrame

from kvalitet_metrics import Workspace, text
from kvalitet_metrics.analysis.effekt import Effekt, unsaid
from kvalitet_metrics.analysis.funnel import funnel
from kvalitet_metrics.bedomda import is_unjudged
from kvalitet_metrics.charts import Matt, Serie, las
from kvalitet_metrics.charts.serie import serienamn
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.figures import as_table
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.brott import cut
from kvalitet_metrics.indicators.compiler import one_day
from kvalitet_metrics.indicators.question import question
from kvalitet_metrics.indicators.tidsband import KOLUMN as TIDSBAND
from kvalitet_metrics.indicators.tidsband import tidsband
from kvalitet_metrics.model import NEDBRYTNINGAR, Brott, Brottslag, Periodslag, Viewer
from kvalitet_metrics.store.atgarder import Atgard
from kvalitet_metrics.store.bedomning import Bedomning
from kvalitet_metrics.store.skrivet import Vinkel
from kvalitet_metrics.ui.filters import STANDARD, Vy
from kvalitet_metrics.ui.minne import minns

VIEWER = Viewer.INTERN
"""Who looks at the pages: somebody in the organisation."""


def arbetsyta() -> Workspace:
    """The workspace that the environment points at."""
    return Workspace()


def serier(id_: str, vy: Vy, by: str | None = None) -> list[Serie]:
    """The figures of an indicator for this view. Raises KvalitetError where the question cannot be put."""
    return _serier(*har(), id_, vy, by)


def serier_eller_inga(id_: str, vy: Vy, by: str | None = None) -> list[Serie]:
    """The same, and none where the question cannot be put: for pages that say of many what is missing."""
    try:
        return serier(id_, vy, by)
    except KvalitetError:
        return []


@minns("Räknar …")
def _serier(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> list[Serie]:
    """The series of one answer, shared by all readers: a series never changes."""
    return las(_tabell(plats, version, id_, vy, by), _matt(plats, version, id_, vy, by))


def tabell(id_: str, vy: Vy, by: str | None = None) -> DataFrame:
    """The answer of the workspace as a table, with the columns of a query."""
    return _tabell(*har(), id_, vy, by)


@minns()
def _tabell(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> DataFrame:
    """One answer as a table."""
    fraga = question(id_, vy.period, [by] if by else [], vy.where(), *vy.span(), {})
    return as_table(_rader(plats, version, id_, vy, by), fraga)


@minns("Räknar …")
def _rader(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> list[dict[str, Any]]:
    """One answer, remembered by place, version and question; nobody changes it."""
    fran, till = vy.span()
    delar = [by] if by else []
    return Workspace(plats).answer(
        id_, vy.period, delar, vy.where(), fran, till, viewer=VIEWER.value, merge=vy.ihop and bool(by)
    )


def gar_ihop(id_: str, vy: Vy, by: str | None) -> bool:
    """True where rows of this breakdown are hidden that can be shown as one."""
    return bool(by) and _gar_ihop(*har(), id_, vy, by)


@minns()
def _gar_ihop(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> bool:
    """The same, remembered by version."""
    try:
        rader = _rader(plats, version, id_, vy, by)
        if not any(r["dold"] for r in rader):
            return False
        return len(_rader(plats, version, id_, replace(vy, ihop=True), by)) < len(rader)
    except KvalitetError:
        return False


def utlatanden(id_: str, vy: Vy, by: str | None = None) -> dict[str, dict[str, Any]]:
    """What can be said of the change, by the name of each series; that of a single one is empty."""
    return _utlatanden(*har(), id_, vy, by)


@minns("Räknar …")
def _utlatanden(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> dict[str, dict[str, Any]]:
    """The verdicts of one answer, shared by all readers: nobody changes them."""
    rader = _rader(plats, version, id_, vy, by)
    delar = [by] if by else []
    sagt = Workspace(plats).verdict(
        id_, vy.period, delar, vy.where(), *vy.span(), viewer=VIEWER.value, rows=rader
    )
    uppdelning = _matt(plats, version, id_, vy, by).by
    return {serienamn(u["serie"], uppdelning): u for u in sagt}


def tratt(id_: str, vy: Vy) -> dict[str, Any]:
    """The units of the newest period against their whole. Raises KvalitetError where there are no units."""
    return _tratt(*har(), id_, vy)


@minns()
def _tratt(plats: str, version: str, id_: str, vy: Vy) -> dict[str, Any]:
    """The funnel, remembered by version; nobody changes it."""
    return funnel(_rader(plats, version, id_, vy, "enhet"), INDIKATORER[id_], "enhet")


@minns()
def _konsskillnad(plats: str, version: str, id_: str, vy: Vy) -> list[dict[str, Any]]:
    """What is said of the sexes, remembered by version."""
    rader = _per_kon(plats, version, id_, vy)
    return Workspace(plats).gender_gap(id_, vy.period, vy.where(), *vy.span(), VIEWER.value, rader)


def konsskillnad(id_: str, vy: Vy) -> list[dict[str, Any]]:
    """What is said of the difference between the sexes, a dict per pair."""
    return _konsskillnad(*har(), id_, vy)


def konshistorik(id_: str, vy: Vy) -> list[dict[str, Any]]:
    """The difference between the sexes in every period, a dict per pair and period."""
    return _konshistorik(*har(), id_, vy)


@minns()
def _konshistorik(plats: str, version: str, id_: str, vy: Vy) -> list[dict[str, Any]]:
    """The differences, remembered by version."""
    rader = _per_kon(plats, version, id_, vy)
    return Workspace(plats).gender_history(id_, vy.period, vy.where(), *vy.span(), VIEWER.value, rader)


def _per_kon(plats: str, version: str, id_: str, vy: Vy) -> list[dict[str, Any]] | None:
    """The answer that both begin with; None where the records say no kön."""
    if "kon" not in INDIKATORER[id_].nedbrytningar:
        return None
    return _rader(plats, version, id_, replace(vy, ihop=False), "kon")


def kommuner(vy: Vy) -> list[dict[str, Any]]:
    """What others publish about municipalities in the years of this view, whatever units it is about."""
    return _kommuner(*har(), replace(vy, period=STANDARD).span())


@minns()
def _kommuner(plats: str, version: str, span: tuple[date | None, date | None]) -> list[dict[str, Any]]:
    """The published values, remembered by version."""
    return Workspace(plats).municipalities(*span, viewer=VIEWER.value)


def tider(id_: str, vy: Vy) -> tuple[list[Serie], Matt]:
    """How many took how long, a series per band, shortest first. Raises UsageError for what is no time."""
    band = tidsband(INDIKATORER[id_])
    namn = band.namn if band else ()
    matt_ = Matt(INDIKATORER[id_].namn, "andel", "neutral", (TIDSBAND,), "Hur lång tid", True)
    serier_ = las(_tider(*har(), id_, vy), matt_)
    return sorted(serier_, key=lambda s: namn.index(s.namn)), matt_


def frister(id_: str, vy: Vy) -> tuple[tuple[str, int], ...]:
    """The deadlines of a time in words, each with the number of bands within it; those of the view's own."""
    band = tidsband(INDIKATORER[id_])
    vilka = {v for _, v in vy.inom} & {vem for vem, *_ in band.frister} if band else set()
    return tuple(
        (f"{namn} ({vem})" if vem and not vilka else namn, antal)
        for vem, namn, antal in (band.frister if band else ())
        if not vilka or vem in vilka
    )


@minns("Räknar …")
def _tider(plats: str, version: str, id_: str, vy: Vy) -> DataFrame:
    """The bands of one view, remembered by version."""
    return DataFrame(Workspace(plats).times(id_, vy.period, vy.where(), *vy.span(), VIEWER.value))


def periodslag(id_: str) -> list[str]:
    """The kinds of period that the indicator has records for."""
    return _periodslag(*har(), id_)


@minns()
def _periodslag(plats: str, version: str, id_: str) -> list[str]:
    """The kinds, remembered by version."""
    return Workspace(plats).periods(id_)


def poster_bakom(id_: str, vy: Vy, var: dict[str, list[str]], dagar: tuple[date, date]) -> DataFrame:
    """The records behind one figure: those of its days that meet the view and further conditions."""
    return arbetsyta().rows(id_, vy.where() | var, *dagar)


def har() -> tuple[str, str]:
    """Where the workspace is, and its version."""
    yta = arbetsyta()
    return str(yta.path), yta.version


def skrivet() -> str:
    """Another text after every judgement and action."""
    return arbetsyta().skrivet


def matt(id_: str, vy: Vy, by: str | None = None) -> Matt:
    """The words of an indicator in a view, for charts and tables."""
    return _matt(*har(), id_, vy, by)


@minns()
def _matt(plats: str, version: str, id_: str, vy: Vy, by: str | None) -> Matt:
    """The words, remembered by version."""
    definition = INDIKATORER[id_]
    uppdelning = tuple(dict.fromkeys(b for b in (by, definition.alltid_per) if b))
    return Matt(
        namn=definition.namn,
        enhet=_rapporterad_enhet(_tabell(plats, version, id_, vy, by)) or definition.enhet,
        riktning=definition.riktning.value,
        by=uppdelning,
        by_ord=text.stor_bokstav(text.lista(NEDBRYTNINGAR[b].lower() for b in uppdelning)),
        fordelning=definition.kind == "fordelning",
        skala=definition.kind == "hogsta",
    )


def _rapporterad_enhet(rader: DataFrame) -> str | None:
    """The unit that all reported values of a view share, if they do: a share is then drawn as one."""
    enheter = set(rader["matenhet"]) if "matenhet" in rader else set()
    [enda] = enheter if len(enheter) == 1 else [None]
    return enda if enda in text.SKRIV else None


def poster(id_: str, vy: Vy) -> list[dict[str, Any]]:
    """The records behind an indicator in this view, with file, sheet and row; None where nothing is said."""
    return _poster(*har(), id_, vy)


@minns("Räknar …", 32)
def _poster(plats: str, version: str, id_: str, vy: Vy) -> list[dict[str, Any]]:
    """The records of one question, shared by all readers: nobody changes them."""
    fran, till = vy.span()
    rader = Workspace(plats).rows(id_, vy.where(), fran, till).to_dict("records")
    return [{k: None if text.saknas(v) else v for k, v in rad.items()} for rad in rader]


def risknivaer(forvaltningar: Collection[str | None], dag: date) -> dict[tuple[int, int], str]:
    """The level of each cell (sannolikhet, konsekvens) in the risk matrix; empty where these differ."""
    matriser = [arbetsyta().risk_levels(f, dag) for f in forvaltningar]
    return matriser[0] if matriser and all(m == matriser[0] for m in matriser) else {}


def rapportering(id_: str, vy: Vy) -> list[dict[str, Any]]:
    """Which units report little, in the years of this view. Raises UsageError for a period without length."""
    yta = arbetsyta()
    fran, till = vy.span()
    return [
        r
        for r in _rapportering(str(yta.path), yta.version, id_, vy)
        if (fran is None or r["period_start"] >= fran) and (till is None or r["period_end"] <= till)
    ]


@minns("Räknar …")
def _rapportering(plats: str, version: str, id_: str, vy: Vy) -> list[dict[str, Any]]:
    """One answer about reporting, remembered by version."""
    return Workspace(plats).reporting(id_, vy.period, vy.where(), VIEWER.value)


def varden(kolumn: str) -> list[str]:
    """What a breakdown column holds in the loaded data."""
    yta = arbetsyta()
    return _varden(str(yta.path), yta.version, kolumn)


@minns()
def _varden(plats: str, version: str, kolumn: str) -> list[str]:
    """The values of one column, remembered by version."""
    return [] if not version else Workspace(plats).values(kolumn)


def inlasningar() -> list[dict[str, Any]]:
    """The loads, oldest first."""
    yta = arbetsyta()
    return _inlasningar(str(yta.path), yta.version)


@minns(flest=8)
def _inlasningar(plats: str, version: str) -> list[dict[str, Any]]:
    """The ledger, remembered by version."""
    return Workspace(plats).uploads()


def ar() -> list[int]:
    """The calendar years that the active loads reach over."""
    dagar = [
        date.fromisoformat(str(u[k])[:10])
        for u in inlasningar()
        if u["status"] == "active"
        for k in ("period_start", "period_end")
        if u[k]
    ]
    return list(range(min(dagar).year, max(dagar).year + 1)) if dagar else []


def bedomningar(id_: str | None = None, vy: Vy | None = None) -> list[Bedomning]:
    """What has been written about the figures, newest first: all, of an indicator, of this view."""
    yta = arbetsyta()
    alla = _bedomningar(str(yta.path), yta.version, yta.skrivet)
    val = vy.where() if vy else {}
    return [b for b in alla if id_ in (None, b.vinkel.indikator) and b.vinkel.overlaps(val)]


@minns(flest=8)
def _bedomningar(plats: str, version: str, skrivet: str) -> list[Bedomning]:
    """All judgements, remembered until something is written or loaded."""
    return Workspace(plats).bedomningar()


def atgarder(id_: str | None = None, vy: Vy | None = None) -> list[Atgard]:
    """The decided actions by the day they are due: all, of an indicator, of what this view shows."""
    yta = arbetsyta()
    alla = _atgarder(str(yta.path), yta.version, yta.skrivet)
    val = vy.where() if vy else {}
    return [a for a in alla if id_ in (None, a.vinkel.indikator) and a.vinkel.overlaps(val)]


@minns(flest=8)
def _atgarder(plats: str, version: str, skrivet: str) -> list[Atgard]:
    """All actions, remembered until something is written or loaded."""
    return Workspace(plats).atgarder()


def forsenade(vy: Vy | None = None) -> list[Atgard]:
    """The actions that should have been done and are not."""
    return [a for a in atgarder(vy=vy) if a.forsenad(date.today())]


def utan_analys(vy: Vy) -> list[str]:
    """Ids of the indicators whose newest figure in this view nobody has judged.

    Those that say how far others can be trusted are left out, as they are on the overview.
    """
    skrivna, var = bedomningar(), har()
    ut = []
    for id_, d in INDIKATORER.items():
        if d.bevakning or set(vy.where()) - set(d.nedbrytningar):
            continue
        if is_unjudged(_rader(*var, id_, vy, None), id_, skrivna, vy.where()):
            ut.append(id_)
    return ut


def effekt(a: Atgard) -> Effekt:
    """Whether an action helped; where its indicator or its part no longer exists, that."""
    try:
        return _effekt(*har(), a.nr, a.vinkel, a.fran)
    except KvalitetError as fel:
        return unsaid(str(fel).rstrip("."), "finns inte")


@minns("Räknar …")
def _effekt(plats: str, version: str, nr: int, vinkel: Vinkel, fran: date) -> Effekt:
    """One answer about an action, remembered by version and by what it is about."""
    return Workspace(plats).effect(nr, VIEWER.value)


def delade(a: Atgard, vy: Vy) -> tuple[list[Serie], dict[str, Any]]:
    """The series of an action's indicator, cut at the day from which it should be seen, and its verdict.

    In months where its records have days, as its effect is counted.
    """
    d = INDIKATORER[a.vinkel.indikator]
    yta, delar, span = arbetsyta(), a.vinkel.delar, vy.span()
    slag = Periodslag.MANAD if one_day(d) else Periodslag(a.vinkel.period)
    rader = yta.answer(d.id, slag, (), delar, *span, viewer=VIEWER.value)
    sagt = f"Åtgärd {a.nr} ska synas från {text.datum(a.fran)}: {a.vad.rstrip('.')}."
    cut(rader, (), Brott(a.fran, Brottslag.ATGARD, sagt), "Dagen ligger inne i perioden.", mixes=False)
    fraga = question(d.id, slag, (), delar, *span, {})
    [utlatande] = yta.verdict(d.id, slag, (), delar, *span, viewer=VIEWER.value, rows=rader)
    return las(as_table(rader, fraga), matt(d.id, vy)), utlatande
