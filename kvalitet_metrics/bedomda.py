"""Judgements and actions of a workspace: what is written about its figures, and what was decided then.

The figures kept beside a text are those that the organisation's own readers see: nothing hidden.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from kvalitet_metrics.analysis.effekt import Effekt, effect
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.figures import Figures
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.compiler import one_day
from kvalitet_metrics.indicators.compute import breakdown
from kvalitet_metrics.indicators.question import Where, definition, question
from kvalitet_metrics.model import Periodslag, Viewer
from kvalitet_metrics.store.atgarder import Atgard, Atgardsregister
from kvalitet_metrics.store.bedomning import Bedomning, Bedomningsregister
from kvalitet_metrics.store.organisation_rows import read
from kvalitet_metrics.store.skrivet import Vinkel

KEPT_PERIODS = 13
"""So many periods are kept with a judgement: the judged one and a year of months before it."""

KEPT_COLUMNS = ("period", "taljare", "namnare", "varde", "nedre", "ovre", "bortfall", "dold", "ofull", "mal")


class Judged(Figures):
    """What has been written about one folder of loaded data, beside what can be asked of it."""

    @property
    def skrivet(self) -> str:
        """Another text after every judgement, action or change of one; figures do not depend on it."""
        parts = self.ledger.fetch(
            " UNION ALL ".join(
                f"""SELECT max(nr) AS sist, group_concat(iif(aterkallad IS NULL, NULL, nr)) AS borta
                    FROM {table}"""
                for table in ("bedomning", "beslutad_atgard", "atgard_handelse")
            )
        )
        return " ".join(f"{p['sist']}:{p['borta']}" for p in parts)

    def bedomningar(
        self, id: str | None = None, vinkel: Vinkel | None = None, galler: str | None = None
    ) -> list[Bedomning]:
        """The judgements, newest first: all, those of an indicator, of a view, of one of its periods."""
        return [
            b
            for b in Bedomningsregister(self.ledger).list()
            if id in (None, b.vinkel.indikator) and vinkel in (None, b.vinkel) and galler in (None, b.galler)
        ]

    def judge(
        self,
        id: str,
        galler: str,
        analys: str,
        bedomning: str,
        av: str,
        period: str = "kalenderar",
        by: Iterable[str] = (),
        where: Where | None = None,
        skriven: date | None = None,
    ) -> Bedomning:
        """Write a judgement of one period of an indicator, with the figures as they are seen now.

        Raises UsageError for what does not exist and for texts that may not be kept.
        """
        vinkel = self.vinkel(id, period, by, where)
        rows = self.answer(id, vinkel.period, vinkel.by, vinkel.delar, viewer=Viewer.INTERN.value)
        asked = question(id, vinkel.period, vinkel.by, vinkel.delar, None, None, {})
        return Bedomningsregister(self.ledger).add(
            vinkel,
            galler,
            to_keep(rows, breakdown(asked), galler),
            analys,
            bedomning,
            av,
            skriven,
            self.version,
            asked.indikator.version,
        )

    def withdraw_judgement(self, nr: int) -> Bedomning:
        """Take a judgement back; it stays in the history. Raises UsageError for one that does not hold."""
        return Bedomningsregister(self.ledger).withdraw(nr)

    def atgarder(
        self,
        id: str | None = None,
        vinkel: Vinkel | None = None,
        ansvarig: str | None = None,
        status: str | None = None,
        forsenade: bool = False,
        bedomning: int | None = None,
    ) -> list[Atgard]:
        """The decided actions by the day they are due: all, or those that agree with what is given."""
        today = date.today()
        return [
            a
            for a in self.register.list()
            if id in (None, a.vinkel.indikator)
            and vinkel in (None, a.vinkel)
            and ansvarig in (None, a.ansvarig)
            and status in (None, a.status)
            and bedomning in (None, a.bedomning)
            and (not forsenade or a.forsenad(today))
        ]

    def decide(
        self,
        vad: str,
        ansvarig: str,
        klart_senast: date,
        id: str | None = None,
        period: str = "kalenderar",
        by: Iterable[str] = (),
        where: Where | None = None,
        bedomning: int | None = None,
        beslutad: date | None = None,
        fran: date | None = None,
        mote: str = "",
    ) -> Atgard:
        """Write a decided action down, about a judgement (by its number) or about an indicator's view.

        Raises UsageError for what does not exist and for texts that may not be kept.
        """
        if bedomning is not None:
            vinkel = Bedomningsregister(self.ledger).get(bedomning).vinkel
        elif id is None:
            raise UsageError("Säg vad åtgärden gäller: ett mått, eller numret på en bedömning.")
        else:
            vinkel = self.vinkel(id, period, by, where)
        return self.register.add(vinkel, vad, ansvarig, klart_senast, beslutad, fran, mote, bedomning)

    def effect(self, nr: int, viewer: str = Viewer.INTERN.value) -> Effekt:
        """Whether an action helped, in the figures of its view; see analysis/effekt.py.

        Raises UsageError for an action that does not exist.
        """
        action = self.register.get(nr)
        ind, where = definition(action.vinkel.indikator), action.vinkel.delar
        slag = Periodslag.MANAD if one_day(ind) else Periodslag(action.vinkel.period)

        def whole(first: date, last: date) -> dict[str, Any] | None:
            return next(iter(self.answer(ind.id, "total", (), where, first, last, viewer)), None)

        rows = [] if ind.alltid_per else self.answer(ind.id, slag, (), where, viewer=viewer)
        return effect(rows, whole, ind, action.fran)

    def unjudged(self, period: str = "kalenderar", where: Where | None = None) -> list[str]:
        """Ids of the indicators whose newest figure nobody has judged, in the order of the catalogue."""
        judged = self.bedomningar()
        asked = {
            ind.id: self.answer(ind.id, period, (), where, viewer=Viewer.INTERN.value)
            for ind in INDIKATORER.values()
            if not set(where or {}) - set(ind.nedbrytningar)
        }
        return [id for id, rows in asked.items() if is_unjudged(rows, id, judged, where or {})]

    @property
    def register(self) -> Atgardsregister:
        """The register of actions: change, take_back, withdraw and restore are asked of it."""
        return Atgardsregister(self.ledger)

    def vinkel(
        self, id: str, period: str = "kalenderar", by: Iterable[str] = (), where: Where | None = None
    ) -> Vinkel:
        """A checked view, with units by their present names. Raises UsageError for what does not exist."""
        asked = question(id, period, by, where, None, None, read(self.ledger).names())
        return Vinkel.of(id, asked.period, asked.by, dict(asked.urval.where))


def is_unjudged(
    rows: Sequence[Mapping[str, Any]], id: str, judged: Iterable[Bedomning], where: Where
) -> bool:
    """True where the newest seen figure of an answer has no judgement about any part of it or of its days."""
    seen = [r for r in rows if not r["dold"] and r["varde"] is not None]
    if not seen:
        return False
    newest = max(r["period_start"] for r in seen)
    chosen = {c: (v,) if isinstance(v, str) else tuple(v) for c, v in where.items()}
    return not any(
        b.vinkel.indikator == id and b.period_end >= newest and b.vinkel.overlaps(chosen) for b in judged
    )


def to_keep(rows: Sequence[Mapping[str, Any]], by: Sequence[str], galler: str) -> list[dict[str, Any]]:
    """The rows of the judged period and of those before it, as plain values that JSON can hold.

    All rows where there is no such period, so that a message can name those that exist.
    """
    labels = [r["period"] for r in sorted(rows, key=lambda r: r["period_start"])]
    periods = list(dict.fromkeys(labels))
    if galler in periods:
        end = periods.index(galler) + 1
        periods = periods[max(0, end - KEPT_PERIODS) : end]
    return [
        {c: r.get(c) for c in (*KEPT_COLUMNS, *by)}
        | {k: r[k].isoformat() for k in ("period_start", "period_end")}
        | {"ofull": bool(r.get("ofull"))}
        for r in rows
        if r["period"] in periods
    ]
