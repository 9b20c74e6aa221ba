"""Which figures may be added, and why. One fact per line; the most special one that fits is used.

partition  every item is in exactly one part: the parts must give the whole
multi      an item may be in several parts: their sum may exceed the whole
subset     the part lies inside another part (varav …): never added to its siblings
utdrag     the list is an extract: its sum may fall short of the whole

Somebody who knows a table better says so: in a column `additivitet` of the file, or with
`--additivitet VAD=SORT`, where VAD is a record type, `posttyp/kolumn`, or the name of a table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.reconcile.rows import DIMENSIONER, Rad
from kvalitet_metrics.text import lista

SORTER = ("partition", "multi", "subset", "utdrag")


@dataclass(frozen=True)
class Deklaration:
    """How figures of a record type add over a dimension, and the reason.

    ord_: words of which one must begin a word of the row's labels or name; none: all rows of the dimension.
    matt: the measures that it is about; none: all.
    """

    posttyp: str
    dimension: str
    sort: str
    skal: str
    ord_: tuple[str, ...] = ()
    matt: tuple[str, ...] = ()


SVAR = ("taljare", "andel")
DEKLARATIONER = (
    Deklaration("*", "kon", "partition", "Var och en har ett juridiskt kön."),
    Deklaration("*", "regi", "partition", "En verksamhet drivs i egen eller enskild regi."),
    Deklaration(
        "synpunkt",
        "kategori",
        "multi",
        "En synpunkt kan gälla flera saker.",
        ("kategori", "kategorisering", "ämne", "amne"),
    ),
    Deklaration(
        "synpunkt", "avsandare", "partition", "En synpunkt har en avsändare.", ("från vem", "avsändare")
    ),
    Deklaration(
        "lex_sarah",
        "kategori",
        "subset",
        "En anmälan till IVO gäller en av de bedömda utredningarna.",
        ("anmäl",),
    ),
    Deklaration(
        "lex_sarah",
        "kategori",
        "subset",
        "En inledd utredning gäller en av de inkomna rapporterna.",
        ("inled",),
    ),
    Deklaration("enkat", "kategori", "multi", "Var och en svarar på flera frågor.", matt=SVAR),
    Deklaration(
        "egenkontroll_granskning", "kategori", "multi", "Samma ärende granskas mot flera frågor.", matt=SVAR
    ),
    Deklaration("genomforandeplan", "kategori", "multi", "Samma plan granskas mot flera frågor.", matt=SVAR),
    Deklaration(
        "forhandsbedomning", "kategori", "multi", "Samma ärende granskas mot flera frågor.", matt=SVAR
    ),
    Deklaration(
        "avvikelse",
        "kategori",
        "multi",
        "En avvikelse kan gälla flera kvalitetsområden.",
        ("kvalitetsområde", "kvalitetsomrade"),
        ("antal",),
    ),
    Deklaration("tillsyn", "kategori", "utdrag", "Alla tillsyner räknas inte upp."),
)
"""What follows from what is counted, whoever reports it."""

ANNAN_NAMNARE = ("urval", "svarsfrekvens", "svarsandel", "täckning", "bortfall")
"""Words of shares whose denominator is not the number of reviewed or answering ones beside them."""


def declared(rad: Rad, dimension: str, egna: Mapping[str, str]) -> tuple[str, str]:
    """The kind and the reason for a row seen as a part in a dimension; two empty texts where nobody said.

    egna: what the user said, by record type, posttyp/kolumn or name of a table.
    """
    if rad.additivitet:
        return rad.additivitet, "Så står det i filen."
    for vad in (rad.tabell.casefold(), f"{rad.posttyp}/{dimension}", rad.posttyp):
        if vad in egna:
            return egna[vad], "Så har den som stämmer av sagt."
    fitting = [
        d
        for d in DEKLARATIONER
        if d.posttyp in ("*", rad.posttyp)
        and _dimension(d, dimension)
        and _om(rad, d.ord_)
        and (not d.matt or rad.matt in d.matt)
    ]
    best = max(fitting, key=lambda d: (bool(d.ord_), d.posttyp != "*"), default=None)
    return (best.sort, best.skal) if best else ("", "")


def own_declarations(written: Iterable[str]) -> dict[str, str]:
    """`VAD=SORT` pairs as a dict. Raises UsageError for a kind that does not exist."""
    found = {}
    for pair in written:
        vad, _, sort = pair.rpartition("=")
        if not vad.strip() or sort.strip() not in SORTER:
            raise UsageError(
                f"«{pair}» går inte att tolka. Skriv VAD=SORT, där sorten är {lista(SORTER, 'eller')}."
                f"{menade_du_fras(sort, SORTER)}"
            )
        found[vad.strip().casefold()] = sort.strip()
    return found


def _dimension(d: Deklaration, dimension: str) -> bool:
    """Whether a declaration is about a dimension; those that no column has are known by their words."""
    if d.dimension in DIMENSIONER:
        return d.dimension == dimension or (d.dimension == "kategori" and dimension == "underkategori")
    return dimension == d.dimension or bool(d.ord_)


def _om(rad: Rad, ord_: tuple[str, ...]) -> bool:
    """Whether one of the words begins a word of the row's category, indicator or name."""
    if not ord_:
        return True
    text = f" {rad.delar.get('kategori', '')} {rad.indikator} {rad.namn}".casefold().replace("_", " ")
    return any(f" {o}" in text for o in ord_)
