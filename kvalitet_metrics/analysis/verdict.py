"""One sentence per figure: what changed, since when, whether it is more than chance, and the target.

With six periods or more since the last break the control chart judges, with fewer the two newest periods
are compared; never both, so the sentence and the chart cannot disagree. Where nothing can be said the
sentence says why.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.analysis import words
from kvalitet_metrics.analysis.chart import NAMES, Chart, chart
from kvalitet_metrics.analysis.compare import SMALL_N, Difference, Target, difference, target
from kvalitet_metrics.analysis.series import (
    Row,
    comparable,
    direction,
    gone_and_come,
    period_before,
    stretches,
    timeline,
    unit,
)
from kvalitet_metrics.indicators.definition import Antal, Hogsta, Indikator
from kvalitet_metrics.indicators.periods import MONTHS
from kvalitet_metrics.model import Brottslag, Periodslag
from kvalitet_metrics.stats import trend
from kvalitet_metrics.stats._check import SIGNS

TWO_PERIODS = "två perioder"
NOTHING_SAID = "inget utlåtande"
NO_CHANGE = "ingen säker förändring"
SHORT = {
    "en period": "bara en period",
    "ofull": "perioden är inte hel",
    "perioden före": "perioden före saknar uppgift",
    "perioden före ofull": "perioden före är inte hel",
    "omfattning": "inte samma förvaltningar",
    "lucka": "perioden före saknas",
    "skala": "steg på en skala",
    "överlappar": "perioderna överlappar",
}
"""Why nothing is said, for a tile; of other reasons the code is the words."""
OF_BOTH = ("brott", "omfattning", "litet underlag")
"""Reasons that lie in two periods together: the tile names the other."""
Pair = tuple[Row, Row]
"""The days of an unfinished period that are covered, and the same days a year before."""


@dataclass(frozen=True)
class Comparison:
    """The newest figure against one of the others; utfall None where it has no interval."""

    namn: str
    varde: float
    utfall: str | None


@dataclass(frozen=True)
class Verdict:
    """What is said of a series: `mening` in one sentence, `kort` in a few words for a tile.

    utfall: bättre, sämre, högre, lägre, ingen säker förändring or inget utlåtande.
    skal: why nothing is said of the change, as a code; None where something is.
    """

    mening: str
    kort: str
    utfall: str
    skal: str | None
    metod: str | None
    period: str
    sedan: str | None = None
    signal: str | None = None
    preliminart: bool = False
    skillnad: Difference | None = None
    mal: Target | None = None
    trend: str | None = None
    jamforelser: tuple[Comparison, ...] = ()
    diagram: tuple[Chart, ...] = ()
    enhet: str = ""
    """The unit of all its figures."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


def judge(
    rows: Sequence[Row],
    ind: Indikator,
    period: Periodslag,
    pair: Pair | None = None,
    diagram: str | None = None,
) -> Verdict:
    """The verdict on one series, of which the rows are what a viewer may see, oldest first.

    pair: for an unfinished newest period, what like can be compared with like. diagram: a kind of control
    chart, where another than the usual one is asked for. ValueError without rows.
    """
    if not rows:
        raise ValueError("rows must hold at least one period")
    rows = without_coming(rows)
    said = of_change(rows, ind, period, pair, diagram)
    others, own = compared(rows[-1]), unit(ind, rows[-1])
    told = [words.against(o.utfall, o.namn, words.written(o.varde, own)) for o in others if o.utfall]
    beside = f"; {rows[-1]['period']} {text.lista(told)}" if told else ""
    return replace(said, mening=f"{said.mening.removesuffix('.')}{beside}.", jamforelser=others, enhet=own)


def compared(row: Row) -> tuple[Comparison, ...]:
    """The others that stand beside a figure; its target has a sentence of its own."""
    outcomes = row.get("jamforelse_utfall") or {}
    others = row.get("jamforelser") or {}
    return tuple(Comparison(n, v, outcomes.get(n)) for n, v in others.items() if v is not None)


def of_change(
    rows: Sequence[Row], ind: Indikator, period: Periodslag, pair: Pair | None, diagram: str | None
) -> Verdict:
    """What can be said of the change and the target."""
    now, way = rows[-1], direction(ind, rows[-1])
    whole = rows[:-1] if now.get("ofull") and len(rows) > 1 else rows
    parts = stretches(timeline(whole, period))
    judged = not (too_small([whole[-1]], ind) or overlapping(whole))
    drawn = parts if judged else [*parts[:-1], [*parts[-1][:-1], None]]
    charts = [chart(part, ind, way, whole[-1].get("mal"), diagram) for part in drawn]
    seen = tuple(c for c in charts if c)
    said = Sentence(ind, unit(ind, now), SIGNS[way])
    years = yearly_trend(whole, period)
    if charts[-1] and comparable(whole[-1]) and judged:
        return by_chart(said, charts[-1], whole[-1], now, target(whole[-1], way), seen, years)
    if now.get("ofull") and pair and all(comparable(r) for r in pair) and not now["brott"]:
        if why := too_small(pair, ind):
            return refused(said, now, why, "litet underlag", None, seen)
        gap = difference(*pair, *(words.days(r["period_start"], r["period_end"]) for r in pair))
        return by_difference(said, gap, now, None, seen, years)
    reached = None if now.get("ofull") else target(now, way)
    if refusal := why_not(rows, parts[-1], ind, period):
        earlier = rows[-2]["period"] if len(rows) > 1 else ""
        return refused(said, now, *refusal, reached, seen, before=earlier)
    before = period_before(parts[-1], period)
    assert before is not None
    gap = difference(now, before, now["period"], before["period"])
    if gap.nedre is None:
        return refused(said, now, without_chance(said, gap), "utan antal", reached, seen, gap)
    return by_difference(said, gap, now, reached, seen, years)


def without_coming(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows up to the newest that has a figure or is hidden: a target for a coming year is no figure."""
    last = max((i for i, r in enumerate(rows) if r["dold"] or r["varde"] is not None), default=len(rows) - 1)
    return rows[: last + 1]


def why_not(
    rows: Sequence[Row], stretch: Sequence[Row | None], ind: Indikator, period: Periodslag
) -> tuple[str, str] | None:
    """Why no change can be judged, in words and as a code; None where it can."""
    now = rows[-1]
    if now["dold"]:
        return f"{now['period']} är dold", "dold"
    if now["varde"] is None:
        return f"uppgift saknas för {now['period']}", "uppgift saknas"
    other = gone_and_come(now, rows[-2]) if len(rows) > 1 else ([], [])
    if now.get("ofull") and other == ([], []):
        return f"{now['period']} är inte hel, och samma del av året före finns inte att jämföra med", "ofull"
    if isinstance(ind, Hogsta):
        return "värdet är ett steg på en skala", "skala"
    if len(rows) == 1:
        return f"det finns bara en period, {now['period']}", "en period"
    if now["brott"]:
        return words.broken(now["brott"], MONTHS.get(period) == 12), "brott"
    if other != ([], []):
        return words.composition(*other, now["period"], rows[-2]["period"]), "omfattning"
    before = period_before(stretch, period)
    if before is None:
        return "perioden före saknas", "lucka"
    if before["dold"] or before["varde"] is None:
        return f"{before['period']} {'är dold' if before['dold'] else 'saknar uppgift'}", "perioden före"
    if before.get("ofull"):
        return f"{before['period']} är inte hel", "perioden före ofull"
    if overlapping([before, now]):
        return f"{before['period']} och {now['period']} överlappar varandra", "överlappar"
    if small := too_small([now, before], ind):
        return small, "litet underlag"
    return None


def overlapping(rows: Sequence[Row]) -> bool:
    """Whether the newest occasion began before the last had ended: some may have been asked twice."""
    return len(rows) > 1 and rows[-2]["period_end"] >= rows[-1]["period_start"]


def too_small(rows: Sequence[Row], ind: Indikator) -> str:
    """Which figure rests on too few cases, in words; empty where none does."""
    few = [r for r in rows if r["namnare"] is not None and r["namnare"] < SMALL_N]
    if not few or isinstance(ind, Antal):
        return ""
    return f"underlaget är för litet ({text.tal(few[0]['namnare'])} {few[0]['period']})"


def yearly_trend(rows: Sequence[Row], period: Periodslag) -> str | None:
    """The five-year trend of yearly figures after the last break; None for other periods."""
    if MONTHS.get(period) != 12:
        return None
    last = stretches(timeline(rows, period))[-1][-trend.YEARS :]
    known = [r if comparable(r) else None for r in last]
    columns = [[None if r is None else r[c] for r in known] for c in ("varde", "nedre", "ovre")]
    return trend.five_years(*columns)


@dataclass(frozen=True)
class Sentence:
    """What the sentences of a series have in common: its unit and which way is better (+1, −1 or 0)."""

    ind: Indikator
    unit: str
    better: int

    def outcome(self, up: bool) -> str:
        """What a change upwards or downwards is."""
        if self.better:
            return "bättre" if (1 if up else -1) == self.better else "sämre"
        return "högre" if up else "lägre"

    def opening(self, up: bool) -> str:
        """The first word: a judgement only where the indicator has a direction."""
        return {"bättre": "Bättre", "sämre": "Sämre"}.get(self.outcome(up), "Förändrat")


def by_chart(
    said: Sentence,
    drawn: Chart,
    row: Row,
    now: Row,
    reached: Target | None,
    seen: tuple[Chart, ...],
    years: str | None,
) -> Verdict:
    """The chart's own word on its newest point, in a sentence."""
    point, start = drawn.newest, drawn.since
    unfinished = "" if row is now else f", {now['period']} är inte hel och räknas inte"
    early = f", preliminärt eftersom det bara är {drawn.antal} perioder" if drawn.preliminart else ""
    tail = f"{chart_target(said, drawn, reached)}{early}{unfinished}."
    subject = words.SUBJEKT[said.unit]
    if point.signal is None:
        usual = words.limits(point.nedre, point.ovre, said.unit)
        inside = f"{row['period']} ligger inom det som brukar förekomma ({usual})"
        main, outcome = f"Ingen säker förändring: {subject} {inside}", NO_CHANGE
        short = "Inom det som brukar förekomma"
    else:
        up = upwards(drawn, said.better)
        when = row["period"] if start is point else f"sedan {start.period}"
        which = words.FLER[said.unit][0 if up else 1]
        main = f"{said.opening(up)} {when}: {which} än vad slumpen förklarar, {the_rule(drawn)}"
        outcome, short = said.outcome(up), f"{said.opening(up)} {when}"
        if not said.better:
            short = f"{text.stor_bokstav(which)} än slumpen förklarar, {when}"
        if point.signal == "trend":
            grows = f"{subject} {'ökar' if up else 'minskar'} mer än vad slumpen förklarar"
            main = f"{said.opening(up)} {when}: {grows}, {words.REGEL[point.signal]}"
    return Verdict(
        main + tail, short, outcome, None, NAMES[drawn.metod], row["period"],
        sedan=start.period if point.signal else None, signal=point.signal, preliminart=drawn.preliminart,
        mal=reached, trend=years, diagram=seen,
    )  # fmt: skip


def the_rule(drawn: Chart) -> str:
    """Which rule the newest point is marked by; and by which the earlier ones, where it is alone outside."""
    point, start = drawn.newest, drawn.since
    newest, first = words.REGEL[point.signal or ""], words.REGEL[start.signal or ""]
    return newest if point.signal != "outside" or newest == first else f"{first}, och {point.period} {newest}"


def upwards(drawn: Chart, better: int) -> bool:
    """Which way the newest signal points, from what the chart itself says that it means."""
    return {
        "improvement": better > 0,
        "concern": better < 0,
        "neutral_high": True,
        "neutral_low": False,
    }[drawn.variation]


def chart_target(said: Sentence, drawn: Chart, reached: Target | None) -> str:
    """What ordinary variation promises of the target, and whether it was reached now."""
    if reached is None or drawn.assurance is None:
        return ""
    goal, when = f"målet {words.written(reached.varde, said.unit)}", drawn.newest.period
    if drawn.assurance == "hit_and_miss" and as_good(said, reached, [p.varde for p in drawn.punkter]):
        worst = drawn.newest.nedre if said.better > 0 else drawn.newest.ovre
        chance = "" if as_good(said, reached, [worst]) else ", men kan missas av slump"
        return f", och {goal} har nåtts i alla {drawn.antal} perioder{chance}"
    return {
        ("consistently_pass", True): f", och {goal} nås pålitligt",
        ("consistently_pass", False): f", men {goal}, som brukar nås, nåddes inte {when}",
        ("consistently_fail", True): f", och {goal}, som inte brukar nås, nåddes {when}",
        ("consistently_fail", False): f", men {goal} nås inte",
        ("hit_and_miss", True): f", och {goal} nåddes {when} men nås inte pålitligt",
        ("hit_and_miss", False): f", men {goal} nåddes inte {when} och nås inte pålitligt",
    }[drawn.assurance, reached.nas]


def as_good(said: Sentence, goal: Target, values: Sequence[float | None]) -> bool:
    """Whether all of these are as good as the target, or better."""
    return all((v - goal.varde) * said.better >= 0 for v in values if v is not None)


def by_difference(
    said: Sentence,
    gap: Difference,
    now: Row,
    reached: Target | None,
    seen: tuple[Chart, ...],
    years: str | None,
) -> Verdict:
    """Two periods against each other."""
    main, up = changed(said, gap), gap.varde > 0
    short = f"{words.signed(gap.varde, said.unit)} mot {gap.mot}"
    if gap.real:
        around = words.span(gap.nedre or 0, gap.ovre or 0, said.unit)
        main = f"{said.opening(up)}: {main}, mer än vad slumpen förklarar ({around})"
        outcome = said.outcome(up)
        short += f", {outcome}" if said.better else ", mer än slump"
    else:
        chance = "" if gap.varde == 0 else ", vilket kan vara slump"
        main, outcome = f"Ingen säker förändring: {main}{chance}", NO_CHANGE
        short += ", kan vara slump" if gap.varde else ""
    if years in ("ökar", "minskar"):
        same = gap.real and up == (years == "ökar")
        main += f", {'och' if same else 'men'} sett över fem år {years} {words.SUBJEKT[said.unit]}"
    return Verdict(
        f"{main}{plain_target(said, reached)}.", short, outcome, None, TWO_PERIODS, now["period"],
        sedan=now["period"] if gap.real else None, skillnad=gap, mal=reached, trend=years, diagram=seen,
    )  # fmt: skip


def changed(said: Sentence, gap: Difference) -> str:
    """«andelen är 16,4 procentenheter högre 2023 än 2022»."""
    subject = words.SUBJEKT[said.unit]
    if gap.varde == 0:
        return f"{words.LIKA[said.unit]} {gap.period} som {gap.mot}"
    how = f"{words.size(gap.varde, said.unit)} {words.more(said.unit, gap.varde > 0)}"
    return f"{how if said.unit == 'antal' else f'{subject} är {how}'} {gap.period} än {gap.mot}"


def without_chance(said: Sentence, gap: Difference) -> str:
    """A difference of two figures that do not say what they rest on."""
    return f"{changed(said, gap)}, men underlaget räcker inte för att säga hur mycket som är slump"


def plain_target(said: Sentence, reached: Target | None, joined: tuple[str, str] = (", och", ", men")) -> str:
    """Whether the target is reached, as the end of a sentence.

    joined: what the end begins with where it is reached, and where it is not.
    """
    if reached is None:
        return ""
    goal = f"målet {words.written(reached.varde, said.unit)}"
    margin = "" if reached.sakert else ", med så liten marginal att det kan vara slump"
    return f"{joined[0]} {goal} nås{margin}" if reached.nas else f"{joined[1]} {goal} nås inte{margin}"


def refused(
    said: Sentence,
    now: Row,
    why: str,
    code: str,
    reached: Target | None,
    seen: tuple[Chart, ...],
    gap: Difference | None = None,
    before: str = "",
) -> Verdict:
    """Nothing can be said of the change, for this reason; of the target perhaps."""
    sentence = f"Inget utlåtande om förändring: {why}{plain_target(said, reached, (';', ';'))}."
    why_short = SHORT.get(code, code)
    if code == "brott":
        why_short = text.lista(dict.fromkeys(Brottslag(b["slag"]).kort for b in now["brott"]))
    short = f"Jämförs inte{f' med {before}' if before and code in OF_BOTH else ''}: {why_short}"
    if gap:
        short = f"{words.signed(gap.varde, said.unit)} mot {gap.mot}"
    return Verdict(
        sentence, short, NOTHING_SAID, code, None, now["period"], skillnad=gap, mal=reached, diagram=seen
    )
