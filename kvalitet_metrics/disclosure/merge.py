"""An alternative to hiding: the hidden rows of a period as one row, where that gives nothing away.

The one row is worked out of nothing but what the viewer already sees: the whole of the period less its shown
rows. Any reader can do that sum, so no protection is needed besides the one that decided what is shown;
nobody learns which of the hidden rows was small, or how small.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.disclosure.gate import REGLER, Regel, is_small
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators.compute import Forbehall, Fraga, breakdown, impossible, remarks, set_value
from kvalitet_metrics.indicators.definition import Andel, Antal, Indikator, Summaandel
from kvalitet_metrics.model import Viewer

Row = dict[str, Any]
Names = tuple[str, ...]

MOST_NAMES = 4
"""Of more hidden rows than this the label is their number; the remark has the names."""
OKANT = "okänt"
FLERA = {"enhet": "enheter", "avdelning": "avdelningar", "forvaltning": "förvaltningar"}
"""What several values of a breakdown are called; «grupper» where nothing else is said."""


def check_merge(fraga: Fraga) -> None:
    """Raise UsageError for a question whose hidden rows cannot be put together."""
    ind, by = fraga.indikator, breakdown(fraga)
    if not isinstance(ind, Andel | Summaandel | Antal):
        raise UsageError(
            f"Dolda rader i «{ind.namn}» kan inte slås ihop: bara antal och andelar går att lägga ihop."
        )
    if len(by) != 1:
        raise UsageError(
            "Dolda rader kan bara slås ihop när svaret delas upp på precis en kolumn, till exempel enhet."
        )
    if isinstance(ind, Antal) and by[0] in ind.delas:
        raise UsageError(
            f"Dolda rader i «{ind.namn}» kan inte slås ihop på «{by[0]}»: "
            "källan delar in samma poster på flera sätt, så delarna blir inte säkert helheten."
        )


def merged(rows: Sequence[Row], whole: Iterable[Row], fraga: Fraga, viewer: Viewer) -> list[Row]:
    """The rows with the hidden ones of a period as one, last in it, where that is a figure to show.

    rows, whole: the answers to the question and to the same without its breakdown, as the viewer sees them.
    A period keeps its rows where fewer than two are hidden, where its whole is hidden, where the one row
    would itself be hidden, and where the parts are not known to add up.
    """
    (column,) = breakdown(fraga)
    regel = REGLER[viewer].get(fraga.indikator.tabell, Regel())
    wholes = {span(r): r for r in whole if not r["dold"]}
    periods = [list(found) for _, found in groupby(rows, span)]
    hidden = [[r for r in found if r["dold"]] for found in periods]
    labels = labels_of([names_of(parts, column) for parts in hidden], column)
    answer: list[Row] = []
    for found, parts in zip(periods, hidden, strict=True):
        shown = [r for r in found if not r["dold"]]
        one = None
        if len(parts) > 1 and (total := wholes.get(span(found[0]))):
            one = less(total, shown, parts, fraga.indikator)
        if one is None or is_small(one, regel):
            answer += found
            continue
        names = names_of(parts, column)
        said = f"Summan av {text.lista(names)}, som är dolda var för sig."
        answer += [*shown, one | {column: labels[names], "anmarkning": [said, *one["anmarkning"]]}]
    return answer


def span(row: Row) -> tuple[Any, Any]:
    """The first and last day of a row's period."""
    return row["period_start"], row["period_end"]


def names_of(parts: Iterable[Row], column: str) -> Names:
    """What the rows are called, in Swedish order."""
    return tuple(sorted((r[column] or OKANT for r in parts), key=text.sortnyckel))


def labels_of(groups: Sequence[Names], column: str) -> dict[Names, str]:
    """Names → label. A number is only used where it is always of the same names, or series would mix."""
    numbers = {names: f"{len(names)} {FLERA.get(column, 'grupper')} tillsammans" for names in groups}
    taken = list(numbers.values())
    return {
        names: number if len(names) > MOST_NAMES and taken.count(number) == 1 else " + ".join(names)
        for names, number in numbers.items()
    }


def less(total: Row, shown: Sequence[Row], parts: Sequence[Row], ind: Indikator) -> Row | None:
    """The whole without its shown rows, as a row like the hidden ones; None where they do not add up."""
    counts = {c: difference(total, shown, c) for c in ("taljare", "namnare", "bortfall")}
    row = parts[0] | counts | {"dold": False} | covered(parts)
    if counts["taljare"] is None or counts["taljare"] < 0 or impossible(row):
        return None
    if not isinstance(ind, Antal) and not counts["namnare"]:
        return None
    set_value(row, ind)
    own = {b["text"]: b for part in parts for b in part["brott"]}
    others = {b["text"] for b in total["brott"]}
    said = [t for t in total["anmarkning"] if t not in others and not t.startswith("Bortfall")]
    row["brott"] = sorted(own.values(), key=lambda b: b["datum"])
    row["anmarkning"] = list(dict.fromkeys([*remarks(row, ind, Forbehall(0, [])), *said, *own]))
    return row


def difference(total: Row, shown: Iterable[Row], column: str) -> int | None:
    """A count of the whole less those of the shown rows; None where any of them is not known."""
    counts = [total[column], *(r[column] for r in shown)]
    return None if None in counts else counts[0] - sum(counts[1:])


def covered(parts: Iterable[Row]) -> Row:
    """Whose loads the rows are made of together, and the days that all of those cover; see unfinished.py."""
    known = [r["omfattar"] for r in parts]
    whose = None if None in known else sorted({name for names in known for name in names})
    if not (partly := [r["ofull"] for r in parts if r["ofull"]]):
        return {"omfattar": whose, "ofull": None}
    days = {"fran": max(o["fran"] for o in partly), "till": min(o["till"] for o in partly)}
    names = sorted({name for o in partly for name in o["forvaltning"]})
    return {"omfattar": whose, "ofull": {"forvaltning": names, **days}}
