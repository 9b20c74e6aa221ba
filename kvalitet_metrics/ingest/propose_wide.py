"""What the columns of a wide table seem to be, for a proposal: what the headings name, what they hold."""

import re
from collections.abc import Sequence

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.look import OFTEN, Kolumnbild
from kvalitet_metrics.ingest.mapping import DELAR, Bredvarde
from kvalitet_metrics.ingest.own_columns import canonical_kon
from kvalitet_metrics.ingest.own_period import kind_of
from kvalitet_metrics.ingest.own_profile import names_part
from kvalitet_metrics.ingest.when import find_period


def wide_dimension(columns: Sequence[Kolumnbild]) -> str | None:
    """What two or more numeric columns have headings that name: a period, a part of a year, kön; or None."""
    values = [b.rubrik for b in columns if b.numeric or not b.fyllda]
    found = ("period", *DELAR, "kon")
    return next((d for d in found if sum(wide_heading(r, d) for r in values) >= 2), None)


def wide_heading(rubrik: str, dimension: str) -> bool:
    """True where the heading names one of what the wide columns are."""
    if dimension in DELAR:
        return names_part(dimension, rubrik)
    if dimension == "period":
        return kind_of(rubrik) is not None
    words = rubrik.split()
    first = [" ".join(words[:i]) for i in range(1, len(words)) if len(words[0]) > 2]
    return any(canonical_kon(t) for t in (*first, rubrik))


def wide_values(columns: Sequence[Kolumnbild], dimension: str, name: str) -> tuple[Bredvarde, ...]:
    """What the wide cells are: parts of a share where the headings end in several texts, else one value.

    Of two counts the smaller is the numerator; a share beside them is the same measure. One count beside
    shares is the denominator of them all.
    """
    wide = [b for b in columns if wide_heading(b.rubrik, dimension)]
    lower = {b.rubrik: last_words(b.rubrik, dimension) for b in wide}
    texts = [t for t in dict.fromkeys(lower.values()) if t]
    shares = [t for t in texts if re.search(r"%|andel|procent", t.lower())]
    high = {t: max(b.hogst or 0 for b in wide if lower[b.rubrik] == t) for t in texts if t not in shares}
    counts = sorted(high, key=high.__getitem__)
    roles = {t: share_role(wide, lower, t) for t in shares}
    if "" in lower.values() or (len(counts), len(shares)) not in (
        (2, 0),
        (2, 1),
        *((1, n) for n in range(1, 9)),
    ):
        return (Bredvarde(wide_role(columns, dimension, name), "", name),)
    if len(counts) == 1:
        return Bredvarde("namnare", counts[0]), *(Bredvarde(roles[t], t, t) for t in shares)
    parts = (Bredvarde("namnare", counts[1], name), Bredvarde("taljare", counts[0], name))
    return *parts, *(Bredvarde(roles[t], t, name) for t in shares)


def share_role(wide: Sequence[Kolumnbild], lower: dict[str, str], text: str) -> str:
    """andel or procent, by how large the shares under these headings are."""
    mine = [b for b in wide if lower[b.rubrik] == text]
    return "andel" if all(b.procent >= OFTEN or (b.hogst or 0) <= 1 for b in mine) else "procent"


def last_words(rubrik: str, dimension: str) -> str:
    """The end of a heading that is not part of what it names: «I tid» in «2023 T1 I tid»."""
    words = rubrik.split()
    names = [span_named(" ".join(words[:i]), dimension) for i in range(1, len(words) + 1)]
    last = next((n for n in reversed(names) if n), None)
    return " ".join(words[names.index(last) + 1 :])


def span_named(rubrik: str, dimension: str) -> object:
    """What a heading names, as something that can be compared; None where it names nothing."""
    if dimension == "period":
        return find_period([rubrik]) or kind_of(rubrik)
    return canonical_kon(rubrik) if dimension == "kon" else wide_heading(rubrik, dimension) or None


def wide_role(columns: Sequence[Kolumnbild], dimension: str, name: str) -> str:
    """What the cells of a wide table are: shares where they are written so, counts where the name says so."""
    wide = [b for b in columns if wide_heading(b.rubrik, dimension) and b.fyllda]
    if wide and all(b.procent >= OFTEN or (b.hogst or 0) <= 1 for b in wide):
        return "andel"
    return "antal" if re.search(r"\bantal", clean.rubrik(name)) else "varde"
