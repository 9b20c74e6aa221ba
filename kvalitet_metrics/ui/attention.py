"""Things to see to: from figures, deadlines, reporting, sources, actions and what nobody has judged."""

from collections.abc import Iterable, Iterator
from datetime import date

from kvalitet_metrics import text
from kvalitet_metrics.analysis.attention import Sak, Slag, ordna
from kvalitet_metrics.analysis.kallor import GAMMAL
from kvalitet_metrics.charts.mening import underlag, varde
from kvalitet_metrics.charts.utveckling import malvarde
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.ui import atgarder, data, pending, quality
from kvalitet_metrics.ui.filters import Vy
from kvalitet_metrics.ui.nulage import Lage


def saker(vy: Vy, lagen: Iterable[Lage]) -> list[Sak]:
    """Everything to see to in this view, the most important first."""
    return ordna([*_frister(vy), *_matt(lagen), *_forsenade(vy), *_tysta(vy), *_gamla(), *_obedomda(vy)])


def _frister(vy: Vy) -> Iterator[Sak]:
    """Open investigations whose last day has passed or comes soon, by the newest export."""
    try:
        serier = data.serier(pending.MATT, vy, "kategori")
    except KvalitetError:
        return
    antal = {s.namn: int(s.sista.varde or 0) for s in serier if not s.sista.dold}
    forbi, snart = antal.get(pending.PASSERAD, 0), antal.get(pending.SNART, 0)
    delar = [f"{text.tal(forbi)} har passerat fristen"] if forbi else []
    delar += [f"{text.tal(snart)} passerar den inom 14 dagar"] if snart else []
    if delar:
        mening = f"{' och '.join(delar)}, räknat från dagen för exporten."
        yield Sak(Slag.FRIST, forbi or snart, "Pågående utredningar om barn", mening, "utredningstider")


def _matt(lagen: Iterable[Lage]) -> Iterator[Sak]:
    """What has become worse, and targets that are not reached."""
    for lage in lagen:
        till = (("indikator", lage.id),)
        if lage.utlatande["utfall"] == "sämre":
            skillnad = lage.utlatande["skillnad"]
            tyngd = abs(skillnad["varde"]) if skillnad else 0
            mening = f"{text.stor_bokstav(lage.utlatande['kort'])}."
            yield Sak(Slag.FORSAMRING, tyngd, lage.matt.namn, mening, "utforska", till)
        if lage.missar_malet and lage.punkt.mal is not None and lage.punkt.varde is not None:
            av = underlag(lage.punkt, lage.matt)
            nu = f"{varde(lage.punkt, lage.matt)}{f' ({av})' if av else ''}"
            mening = f"{nu} {lage.punkt.period}; målet är {malvarde(lage.punkt.mal, lage.matt)}."
            avstand = abs(lage.punkt.varde - lage.punkt.mal)
            yield Sak(Slag.MAL, avstand, lage.matt.namn, mening, "utforska", till)


def _forsenade(vy: Vy) -> Iterator[Sak]:
    """Decided actions that should have been done."""
    for a in data.forsenade(vy):
        dagar = (date.today() - a.klart_senast).days
        mening = f"Skulle ha varit klar {text.datum(a.klart_senast)}: {a.ansvarig}."
        yield Sak(Slag.ATGARD, dagar, a.vad, mening, "atgarder")


def _obedomda(vy: Vy) -> Iterator[Sak]:
    """Newest figures that nobody has said anything about."""
    if antal := len(data.utan_analys(vy)):
        rubrik = text.antal(antal, "resultat utan analys", "resultat utan analys")
        mening = "Den senaste siffran har ingen bedömning."
        yield Sak(Slag.OBEDOMT, antal, rubrik, mening, "atgarder", avsnitt=atgarder.UTAN_ANALYS)


def _tysta(vy: Vy) -> Iterator[Sak]:
    """Units that reported less in their newest period than what they handle suggests."""
    for id_, sida in quality.RAPPORTERAS.items():
        try:
            svar = data.rapportering(id_, vy)
        except KvalitetError:
            continue
        nyast = max((r["period_start"] for r in svar), default=None)
        tysta = {r["enhet"] for r in svar if r["text"] and r["period_start"] == nyast and r["enhet"]}
        if tysta:
            namn = sorted(tysta, key=text.sortnyckel)
            visade = text.lista(namn) if len(namn) <= 3 else f"{', '.join(namn[:3])} och {len(namn) - 3} till"
            rubrik = f"{INDIKATORER[id_].namn}: {text.antal(len(namn), 'enhet', 'enheter')} har få"
            mening = f"{visade}: färre än ärendena ger skäl att vänta."
            yield Sak(Slag.TYST, len(namn), rubrik, mening, sida, avsnitt=quality.AVSNITT)


def _gamla() -> Iterator[Sak]:
    """Sources that nobody has loaded for long."""
    idag = date.today()
    senast: dict[str, date] = {}
    for u in data.inlasningar():
        if u["status"] == "active" and u["profile_name"]:
            dag = date.fromisoformat(str(u["loaded_at"])[:10])
            senast[u["profile_name"]] = max(dag, senast.get(u["profile_name"], dag))
    gamla = {namn: (idag - dag).days for namn, dag in senast.items() if (idag - dag).days > GAMMAL}
    if gamla:
        aldst = max(gamla, key=lambda namn: gamla[namn])
        mening = f"Äldst är {aldst}: {text.antal(gamla[aldst], 'dag', 'dagar')} sedan inläsningen."
        yield Sak(
            Slag.KALLA, max(gamla.values()), text.antal(len(gamla), "källa", "källor"), mening, "datakvalitet"
        )
