"""Did it help? The figures before an action against those from the day on which it should be seen.

All cases of each side are counted together: a share is the sum of its numerators over that of its
denominators, a count is per month, a time the median of all cases. A change afterwards is no proof of its
cause, and every answer says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.analysis import words
from kvalitet_metrics.analysis.compare import SMALL_N, Difference, difference
from kvalitet_metrics.analysis.series import SIGNS_OF, Row
from kvalitet_metrics.analysis.verdict import NO_CHANGE, NOTHING_SAID
from kvalitet_metrics.indicators.definition import Antal, Hogsta, Indikator, Tid

FEWEST_MONTHS = 3
"""With fewer months of figures on a side nothing is said: a good month is no effect."""
LONGEST_BEFORE = 24
"""So many months before the action are counted at most: what was longer ago was another time."""
DAYS_PER_MONTH = 365.25 / 12
YEAR = 12

WHOLE_MONTHS = ("mindre än en månad", "en hel månad", "två hela månader")
TOO_EARLY, NOTHING_BEFORE = "för tidigt", "inget före"
INTE_BEVIS = "En förändring efter åtgärden visar inte att den beror på åtgärden."
ARSTID = "Det har gått mindre än ett år, så årstiden kan spela in."

Ask = Callable[[date, date], Row | None]
"""The one row of all days from the one to the other, as the viewer may see it."""
Span = tuple[date, date]


@dataclass(frozen=True)
class Sida:
    """One side of the day: its days and its figure, per month where it is a count; bounds at 95 %."""

    fran: date
    till: date
    varde: float
    nedre: float | None
    ovre: float | None
    taljare: float | None
    namnare: float | None

    @property
    def months(self) -> float:
        """Its length."""
        return months(self.fran, self.till)


@dataclass(frozen=True)
class Effekt:
    """What is said of an action's effect: `mening` in one or two sentences, `kort` in a few words.

    utfall: bättre, sämre, högre, lägre, ingen säker förändring or inget utlåtande; skal: why nothing is
    said, as a code. forbehall: what the sentence does not prove.
    """

    mening: str
    kort: str
    utfall: str
    skal: str | None = None
    fore: Sida | None = None
    efter: Sida | None = None
    skillnad: Difference | None = None
    forbehall: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


def effect(rows: Sequence[Row], ask: Ask, ind: Indikator, fran: date) -> Effekt:
    """What became of the figure from a day on.

    rows: the whole series in the shortest periods that its records can be divided into, oldest first; they
    say what is loaded and where the series breaks. ask: for the figures of the days on either side.
    """
    if isinstance(ind, Hogsta) or ind.alltid_per:
        return unsaid("måttet är flera värden eller ett steg på en skala", "går inte att dela")
    if not rows:
        return unsaid("det finns inga uppgifter", "inga uppgifter")
    before, after = spans(rows, fran)
    if why := too_short(before, after, rows, fran):
        return unsaid(*why)
    if why := other_whole(rows, before, after):
        return unsaid(*why)
    found = ask(*before), ask(*after)
    if why := not_comparable(found, ind):
        return unsaid(*why)
    fore, efter = (side(row, span, ind) for row, span in zip(found, (before, after), strict=True) if row)
    return told(fore, efter, ind, fran)


def spans(rows: Sequence[Row], fran: date) -> tuple[Span, Span]:
    """The days before and from the day on that may be compared; one that ends before it begins is empty."""
    breaks = sorted(b["datum"] for r in rows for b in r["brott"])
    first = max(
        rows[0]["period_start"], months_before(fran, LONGEST_BEFORE), *(b for b in breaks if b <= fran)
    )
    last = min(covered_to(rows[-1]), *(b - timedelta(days=1) for b in breaks if b > fran), date.max)
    return (first, fran - timedelta(days=1)), (fran, last)


def covered_to(row: Row) -> date:
    """The last day that is loaded of a period."""
    return row["ofull"]["till"] if row.get("ofull") else row["period_end"]


def months_before(day: date, count: int) -> date:
    """The same day so many months earlier, or the last that its month has."""
    year, month = divmod(day.year * YEAR + day.month - 1 - count, YEAR)
    while True:
        try:
            return date(year, month + 1, day.day)
        except ValueError:
            day -= timedelta(days=1)


def months(first: date, last: date) -> float:
    """How many months a span of days is."""
    return ((last - first).days + 1) / DAYS_PER_MONTH


def too_short(before: Span, after: Span, rows: Sequence[Row], fran: date) -> tuple[str, str] | None:
    """Why the time on a side is too short, in words and as a code; None where it is not."""
    broken = [b["datum"] for r in rows for b in r["brott"]]
    last = covered_to(rows[-1])
    if last < fran:
        seen_from = f"åtgärden ska synas från {text.datum(fran)}"
        return f"uppgifterna slutar {text.datum(last)}, och {seen_from}", TOO_EARLY
    for span, where in ((after, "sedan dess"), (before, "före")):
        length = months(*span)
        if length >= FEWEST_MONTHS - 0.1:
            continue
        edge = span[1] + timedelta(days=1) if span is after else span[0]
        if edge in broken:
            return f"måttet räknas på ett nytt sätt sedan {text.datum(edge)}", "brott"
        if length <= 0:
            return "det finns inga uppgifter från tiden före", NOTHING_BEFORE
        there = WHOLE_MONTHS[int(max(length, 0) + 0.05)]
        code = TOO_EARLY if span is after else NOTHING_BEFORE
        return f"det finns uppgifter för bara {there} {where}", code
    return None


def other_whole(rows: Sequence[Row], before: Span, after: Span) -> tuple[str, str] | None:
    """Why the sides are not of the same förvaltningar, in words and as a code; None where they are."""
    names = [
        {
            name
            for r in rows
            if r["period_start"] <= last and r["period_end"] >= first
            for name in r.get("omfattar") or ()
        }
        for first, last in (before, after)
    ]
    if names[0] == names[1]:
        return None
    gone, come = (sorted(a - b) for a, b in (names, names[::-1]))
    return words.composition(gone, come, "efter", "före"), "omfattning"


def not_comparable(found: tuple[Row | None, Row | None], ind: Indikator) -> tuple[str, str] | None:
    """Why the figures of the two sides are not compared, in words and as a code; None where they are."""
    for row, where in zip(found, ("före", "efter"), strict=True):
        if row is not None and row["dold"]:
            return f"siffran {where} är dold", "dold"
        if row is None or row["varde"] is None:
            return f"uppgift saknas {where}", "uppgift saknas"
        if not isinstance(ind, Antal) and row["namnare"] is not None and row["namnare"] < SMALL_N:
            return f"underlaget är för litet ({text.tal(row['namnare'])} {where})", "litet underlag"
    return None


def side(row: Row, span: Span, ind: Indikator) -> Sida:
    """The figure of one side."""
    per = months(*span) if isinstance(ind, Antal) else 1
    value, low, high = (None if row[c] is None else row[c] / per for c in ("varde", "nedre", "ovre"))
    assert value is not None
    return Sida(*span, value, low, high, row["taljare"], row["namnare"])


def told(fore: Sida, efter: Sida, ind: Indikator, fran: date) -> Effekt:
    """The two sides in words."""
    gap = difference(asdict(efter), asdict(fore), "efter", "före")
    main = f"Sedan {text.datum(fran)}: {written(efter, ind)} mot {written(fore, ind)} före."
    reservations = (INTE_BEVIS, *([ARSTID] if round(efter.months, 1) < YEAR else []))
    size = words.size(gap.varde, ind.enhet) + (" i månaden" if isinstance(ind, Antal) else "")
    change = f"{'Ökningen' if gap.varde > 0 else 'Minskningen'} på {size}"
    if gap.nedre is None:
        said = f"{main} Hur mycket som är slump går inte att säga.", "Går inte att säga", NOTHING_SAID
        return Effekt(*said, "utan antal", fore, efter, gap, reservations)
    if not gap.real:
        chance = f"{change} kan vara slump." if gap.varde else "Ingen skillnad."
        said = f"{main} {chance}", "Ingen säker förändring", NO_CHANGE
        return Effekt(*said, None, fore, efter, gap, reservations)
    better = SIGNS_OF[ind.riktning] * (1 if gap.varde > 0 else -1)
    outcome = {1: "bättre", -1: "sämre", 0: "högre" if gap.varde > 0 else "lägre"}[better]
    short = f"{text.stor_bokstav(outcome)} sedan {text.datum(fran)}"
    said = f"{main} {change} är mer än slumpen.", short, outcome
    return Effekt(*said, None, fore, efter, gap, reservations)


def written(side: Sida, ind: Indikator) -> str:
    """A side's figure with what it rests on."""
    if isinstance(ind, Antal):
        length = text.antal(round(side.months), "månad", "månader")
        return f"{text.tal_kort(side.varde)} i månaden ({text.tal_kort(side.taljare)} på {length})"
    if isinstance(ind, Tid):
        return f"{text.dagar(side.varde)} i median ({text.antal(side.namnare, 'ärende', 'ärenden')})"
    figure = words.written(side.varde, ind.enhet)
    if side.taljare is None or side.namnare is None:
        return figure
    return f"{figure} ({text.tal(side.taljare)} av {text.tal(side.namnare)})"


def unsaid(why: str, code: str) -> Effekt:
    """Nothing can be said, for this reason."""
    yet = " ännu" if code == TOO_EARLY else ""
    return Effekt(f"Det går inte att säga{yet}: {why}.", f"Går inte att säga{yet}", NOTHING_SAID, code)
