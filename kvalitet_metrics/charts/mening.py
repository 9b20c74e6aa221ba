"""The sentences with a chart: what is seen, what is measured, and all of it for those who listen."""

from dataclasses import dataclass
from math import hypot

from kvalitet_metrics import text
from kvalitet_metrics.charts.brott import uppraknade
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie, nyaste
from kvalitet_metrics.model import JAMFORELSER

FLEST_NAMNDA = 3
"""So many that share the highest step of a scale are named; of more their number is said."""


@dataclass(frozen=True)
class Sammanfattning:
    """What stands above a chart, from the largest writing to the smallest, and for those who listen.

    `rubrik` says what is seen, `utlatande` what is to be said of its change or, of several series, of their
    difference (may be empty), `underrubrik` what is measured, `alt` all of them and the figures.
    """

    rubrik: str
    utlatande: str
    underrubrik: str
    alt: str


def sammanfatta(serier: list[Serie], matt: Matt, utlatande: str = "") -> Sammanfattning:
    """The sentences for these series; utlatande: what is to be said of the change of a single one."""
    sagt = _om_skillnaden(serier, matt) if matt.by else utlatande
    delar = _rubrik(serier, matt), sagt, _underrubrik(serier, matt)
    return Sammanfattning(*delar, " ".join(filter(None, [*delar, _uppraknat(serier, matt)])))


def varde(punkt: Punkt, matt: Matt) -> str:
    """The value as it stands in tiles, labels and tables: rounded from its counts, «dold» or «–»."""
    if punkt.dold:
        return text.DOLD
    if matt.enhet == "andel":
        return text.procent(punkt.varde, 1, punkt.taljare, punkt.namnare)
    return text.vardetext(punkt.varde, matt.enhet)


def underlag(punkt: Punkt, matt: Matt) -> str:
    """What the value rests on: «143 av 203», «203 utredningar», or nothing for a count."""
    if punkt.dold or text.saknas(punkt.namnare) or matt.enhet == "antal":
        return ""
    if matt.enhet == "andel":
        return f"{text.tal_kort(punkt.taljare)} av {text.tal_kort(punkt.namnare)}"
    if matt.enhet in text.PER:
        return f"{text.tal_kort(punkt.taljare)} på {text.tal_kort(punkt.namnare)}"
    return f"n{text.NBSP}={text.NBSP}{text.tal_kort(punkt.namnare)}"


def andring(punkt: Punkt, matt: Matt) -> str:
    """The change since the period before in its own unit, empty where there is none to compare with."""
    if punkt.dold or text.saknas(punkt.varde) or text.saknas(punkt.foregaende):
        return ""
    skillnad = punkt.varde - punkt.foregaende  # type: ignore[operator]
    if matt.enhet == "andel":
        return text.procentenheter(skillnad)
    tecken = "+" if skillnad > 0 else ""
    return tecken + text.vardetext(skillnad, matt.enhet)


def hovring(punkt: Punkt, matt: Matt, namn: str = "") -> str:
    """The hover text of one point, lines parted by <br>."""
    rader = [f"<b>{namn}</b>" if namn else "", punkt.period]
    if punkt.dold:
        rader.append(text.stor_bokstav(text.DOLD_VARFOR))
    else:
        rader.append(" – ".join(filter(None, [f"<b>{varde(punkt, matt)}</b>", underlag(punkt, matt)])))
        if not text.saknas(punkt.nedre) and not text.saknas(punkt.ovre):
            rader.append(f"95{text.NBSP}% intervall {intervall(punkt, matt)}")
        if not text.saknas(punkt.p90):
            rader.append(f"9 av 10 inom {text.dagar(punkt.p90)}")
        rader += jamforelser(punkt, matt)
        rader += punkt.anmarkning
    return "<br>".join(filter(None, rader))


def jamforelser(punkt: Punkt, matt: Matt) -> list[str]:
    """The others by name, with how the value stands against each: «Riket 80 % (sämre)»."""
    return [
        f"{text.stor_bokstav(JAMFORELSER.get(namn, namn))} {text.vardetext(v, matt.enhet)}"
        + (f" ({punkt.utfall[namn]})" if namn in punkt.utfall else "")
        for namn, v in punkt.jamforelser.items()
    ]


def intervall(punkt: Punkt, matt: Matt) -> str:
    """The 95 % interval of the value, empty where there is none or it is hidden."""
    if punkt.dold or text.saknas(punkt.nedre) or text.saknas(punkt.ovre):
        return ""
    return text.intervall(punkt.nedre, punkt.ovre, 0 if matt.enhet in ("antal", "dagar") else 1, matt.enhet)


def _rubrik(serier: list[Serie], matt: Matt) -> str:
    """One sentence about the newest period: «Namn 2023: …»."""
    if not serier:
        return f"Inget att visa för {matt.namn} i det här urvalet."
    nyast = nyaste(serier) if matt.by else serier[0].sista
    i_nyast = [s for s in serier if s.sista.period == nyast.period]
    sagt = _om_en(serier[0], matt) if not matt.by else _om_flera(i_nyast, matt)
    return f"{matt.namn} {nyast.period}: {sagt}."


def _om_en(serie: Serie, matt: Matt) -> str:
    """What a single line says: the newest value. Of its change only the verdict speaks."""
    p = serie.sista
    if p.dold:
        return text.DOLD_VARFOR
    if text.saknas(p.varde):
        return text.SAKNAS_I_ORD
    if matt.enhet == "andel":
        sagt = text.andel_i_ord(p.taljare, p.namnare, "").replace("  ", " ").strip(" ")
    elif matt.enhet == "dagar":
        sagt = f"hälften tog högst {varde(p, matt)}"
    else:
        sagt = varde(p, matt)
    return sagt


def _om_flera(serier: list[Serie], matt: Matt) -> str:
    """What several groups say: the largest part, or the span between them and whether it may be chance."""
    visade = _visade(serier)
    if not visade:
        return "inga värden kan visas"
    hogst, lagst = max(visade, key=_v), min(visade, key=_v)
    if matt.skala:
        topp = [s.namn for s in visade if _v(s) == _v(hogst)]
        var = text.lista(topp) if len(topp) <= FLEST_NAMNDA else f"{len(topp)} av {len(visade)}"
        return f"högst i {var}, {varde(hogst.sista, matt)}"
    if matt.enhet == "värde":
        return text.antal(len(visade), "värde", "värden")
    if matt.fordelning or matt.enhet == "antal":
        ur = underlag(hogst.sista, matt)
        vad = "störst del" if matt.fordelning else "flest"
        return f"{vad} i {hogst.namn}, {varde(hogst.sista, matt)}{f' ({ur})' if ur else ''}"
    if _v(hogst) == _v(lagst):
        return f"{varde(hogst.sista, matt)} i {text.lista([s.namn for s in visade])}"
    fran, till = (f"{varde(s.sista, matt)} ({s.namn})" for s in (lagst, hogst))
    return f"från {fran} till {till}"


def _om_skillnaden(serier: list[Serie], matt: Matt) -> str:
    """Whether chance may explain the span between the newest figures of the groups; empty where not."""
    visade = _visade([s for s in serier if s.sista.period == nyaste(serier).period])
    if len(visade) < 2 or matt.fordelning or matt.enhet in ("antal", "värde"):
        return ""
    lagst, hogst = min(visade, key=_v), max(visade, key=_v)
    if _v(lagst) == _v(hogst) or not _kan_vara_slump(lagst.sista, hogst.sista):
        return ""
    return "Skillnaden kan vara slump."


def _visade(serier: list[Serie]) -> list[Serie]:
    """The series whose newest figure may be seen, is there, and says what it belongs to."""
    return [s for s in serier if not (s.sista.dold or s.saknas or text.saknas(s.sista.varde))]


def _underrubrik(serier: list[Serie], matt: Matt) -> str:
    """What is measured, in which unit, per what, over which periods and on how many."""
    if not serier:
        return ""
    punkter = sorted((p for s in serier for p in s.punkter), key=lambda p: p.start)
    fran, till = punkter[0].period, punkter[-1].period
    bindeord = "–" if fran[:4].isdigit() and "/" not in fran else " till "
    tid = fran if fran == till else f"{fran}{bindeord}{till}"
    per = f" per {matt.by_ord.lower()}" if matt.by_ord else ""
    delar = [f"{_slag(matt)}{per}, {tid}"]
    nar = "" if fran == till else f"{till}: "
    n = sum(s.sista.namnare or 0 for s in serier if s.sista.period == till)
    if n and not matt.fordelning and matt.enhet != "antal" and not any(s.sista.dold for s in serier):
        delar.append(f"{nar}n{text.NBSP}={text.NBSP}{text.tal_kort(n)}")
        nar = ""
    if not matt.by and (spann := intervall(serier[0].sista, matt)):
        delar.append(f"{nar}95{text.NBSP}% intervall {spann}")
    return " · ".join(filter(None, [*delar, uppraknade(serier)]))


def _slag(matt: Matt) -> str:
    """The words for the unit."""
    ord_ = {"andel": "Andel i procent", "antal": "Antal", "dagar": "Median i dagar"}
    return ord_.get(matt.enhet, f"Antal {text.PER[matt.enhet]}" if matt.enhet in text.PER else "Värde")


def _uppraknat(serier: list[Serie], matt: Matt) -> str:
    """Every figure in words where they are few enough to listen to, else where to find them."""
    if sum(len(s.punkter) for s in serier) > 12:
        return "Alla värden finns i tabellen under diagrammet."
    delar = [
        " ".join(filter(None, [s.namn, p.period])) + f": {varde(p, matt)}" for s in serier for p in s.punkter
    ]
    return ". ".join(delar) + "." if delar else ""


def _v(serie: Serie) -> float:
    """The newest value, for comparing."""
    return float(serie.sista.varde or 0)


def _kan_vara_slump(lag: Punkt, hog: Punkt) -> bool:
    """True where the interval of the difference reaches zero, as `stats.proportion.square_and_add` has it.

    Intervals that overlap are no sign of it: each is wider than what is needed to tell two figures apart.
    """
    if any(text.saknas(x) for x in (lag.varde, lag.ovre, hog.varde, hog.nedre)):
        return False
    upp, ned = float(lag.ovre or 0) - float(lag.varde or 0), float(hog.varde or 0) - float(hog.nedre or 0)
    return float(hog.varde or 0) - float(lag.varde or 0) <= hypot(upp, ned)
