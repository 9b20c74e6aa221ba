"""The gate: what a viewer may see. Primary suppression of figures that could point out a person.

A hidden row keeps its period and breakdown and loses all its figures. The thresholds stand here, one
set per record table and viewer, and are chosen by the organisation. Sources: counts of persons 1–4
and surveys with fewer than 10 answers (the national survey of individual and family care), and no 0 %
or 100 % of a small group, since that says the same of everybody in it.
"""

from dataclasses import dataclass
from typing import Any

from kvalitet_metrics import text
from kvalitet_metrics.model import Viewer

Row = dict[str, Any]

FIGURES = (
    *("taljare", "namnare", "varde", "nedre", "ovre", "medel", "p90", "bortfall", "population"),
    *("volym", "vantat", "flagga", "text", "mal_nas"),
)
"""The columns of a row that are figures and disappear when it is hidden."""


@dataclass(frozen=True)
class Regel:
    """Thresholds for one kind of record. Zero means that the rule is not used.

    minsta_antal: a count from 1 up to this less one is hidden, and so is its complement in a share.
    minsta_underlag: a share or a median of fewer than this is hidden.
    minsta_underlag_for_alla: 0 % or 100 % of fewer than this is hidden.
    """

    minsta_antal: int = 0
    minsta_underlag: int = 0
    minsta_underlag_for_alla: int = 0


PERSONER = Regel(minsta_antal=5, minsta_underlag=5, minsta_underlag_for_alla=10)
ENKAT = Regel(minsta_underlag=10)
INGEN = Regel()

OM_ENSKILDA = (
    *("utredning", "forhandsbedomning", "overvagande", "genomforandeplan", "granskning", "samverkan"),
    *("matvarde", "asi", "forandringsplan", "avslut", "fut", "beslut"),
)
"""Record tables whose counts are of persons, or may be."""
OM_HANDELSER = ("avvikelse", "lex_sarah", "synpunkt", "puincident")
"""Record tables whose counts are of events that persons were part of."""
OM_VERKSAMHETEN = ("egenkontroll", "risk", "atgard", "tillsyn")
"""Record tables about the organisation's own work: nobody can be recognised in a count."""

REGLER: dict[Viewer, dict[str, Regel]] = {
    Viewer.PUBLIK: {
        **dict.fromkeys(OM_ENSKILDA, PERSONER),
        **dict.fromkeys(OM_HANDELSER, Regel(minsta_antal=5)),
        **dict.fromkeys(OM_VERKSAMHETEN, INGEN),
        "enkatsvar": Regel(minsta_antal=5, minsta_underlag=10, minsta_underlag_for_alla=10),
    },
    Viewer.INTERN: {
        **dict.fromkeys(OM_ENSKILDA, Regel(minsta_underlag=5)),
        **dict.fromkeys((*OM_HANDELSER, *OM_VERKSAMHETEN), INGEN),
        "enkatsvar": ENKAT,
    },
    Viewer.ANALYTIKER: {},
}
"""Viewer → record table → thresholds. The analyst has the source files and sees every figure."""


def pass_gate(rows: list[Row], table: str, viewer: Viewer) -> list[Row]:
    """The rows as the viewer may see them, each with `dold`; hidden rows have no figures."""
    regel = REGLER[viewer].get(table, INGEN)
    if regel == INGEN:
        return [row | {"dold": False} for row in rows]
    return [hide(row) if is_small(row, regel) else row | {"dold": False} for row in rows]


def is_small(row: Row, regel: Regel) -> bool:
    """True where the rule says that the figures of a row could point out a person."""
    taljare, namnare = row.get("taljare"), row.get("namnare")
    if namnare is not None and 0 < namnare < regel.minsta_underlag:
        return True
    counts = [taljare] if namnare is None or taljare is None else [taljare, namnare, namnare - taljare]
    if any(c is not None and 0 < c < regel.minsta_antal for c in counts):
        return True
    return bool(namnare and taljare in (0, namnare) and namnare < regel.minsta_underlag_for_alla)


def hide(row: Row) -> Row:
    """The row without its figures; its only remark is the same whichever rule hid it, or which would tell."""
    kept = {k: (None if k in (*FIGURES, "foregaende") else v) for k, v in row.items()}
    return kept | {"dold": True, "anmarkning": [f"{text.stor_bokstav(text.DOLD_VARFOR)}."]}
