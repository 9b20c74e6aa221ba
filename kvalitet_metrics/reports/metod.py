"""How every figure is computed, written from the definitions: for the page, and as a document to print."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

from kvalitet_metrics import text
from kvalitet_metrics.indicators import INDIKATORER, frister
from kvalitet_metrics.indicators.definition import Indikator, Kvot, Matvarde
from kvalitet_metrics.indicators.frister import Frist
from kvalitet_metrics.indicators.versions import versionshistorik
from kvalitet_metrics.markup import ritad, rutnat
from kvalitet_metrics.model import NEDBRYTNINGAR, OMRADEN, Riktning

RIKTNING = {
    Riktning.HOGRE: "Högre är bättre",
    Riktning.LAGRE: "Lägre är bättre",
    Riktning.NEUTRAL: "Varken högre eller lägre är bättre",
}
MALL = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))


def dokument() -> str:
    """The whole method as one HTML page that stands alone: contents, deadlines, every indicator by area."""
    delar, innehall = [], []
    for omrade, namn in OMRADEN.items():
        matt = [d for d in INDIKATORER.values() if d.omrade == omrade]
        if not matt:
            continue
        poster = "".join(f'<li><a href="#{d.id}">{escape(d.namn)}</a></li>' for d in matt)
        innehall.append(f"<li>{omrade}. {escape(namn)}<ul>{poster}</ul></li>")
        delar.append(f"<h2>{omrade}. {escape(namn)}</h2>")
        delar += [f'<section id="{d.id}"><h3>{escape(d.namn)}</h3>{avsnitt(d.id)}</section>' for d in matt]
    return MALL.substitute(
        antal=len(INDIKATORER), innehall="".join(innehall), frister=fristtabell(), delar="\n".join(delar)
    )


def avsnitt(
    id_: str, kolumnord: Callable[[str], str] = lambda kolumn: NEDBRYTNINGAR.get(kolumn, kolumn)
) -> str:
    """The description of one indicator as HTML; `kolumnord` names the columns of its example."""
    d = INDIKATORER[id_]
    fore, efter = d.exempel.rader, d.exempel.vantat
    mot = d.exempel.namnare
    return "".join(
        [
            f"<p>{escape(d.varfor)}</p>",
            rutnat((), fakta(d), "Måttet i korthet"),
            f"<h4>Begränsningar</h4><p>{escape(d.begransningar)}</p>",
            "<h4>Räkneexempel</h4><p>Personerna i exemplet finns inte.</p>",
            ritad(fore, kolumnord, "Om de här posterna finns …"),
            ritad(mot, kolumnord, "… och de här att ställa dem mot …") if mot else "",
            ritad(efter, kolumnord, "… blir svaret"),
            f"<h4>Frågan till databasen (SQL)</h4><pre><code>{escape(d.sql())}</code></pre>",
        ]
    )


def fakta(d: Indikator) -> list[tuple[str, str]]:
    """The facts of an indicator, name and value, those that exist."""
    rader = [
        ("Kvalitetsområde", f"{d.omrade} {OMRADEN[d.omrade]}"),
        ("Kod", d.kod),
        *raknas(d),
        ("Riktning", riktning(d)),
        ("Mål", "" if d.mal is None else text.vardetext(d.mal, d.enhet)),
        ("Frist", str(d.frist) if d.frist else "; ".join(f"{typ}: {f}" for typ, f in d.frister.items())),
        ("Frist, grund för förlängning", d.frist.forlangs if d.frist else ""),
        ("Frist, anmärkning", d.frist.anm if d.frist else ""),
        ("Kan delas upp på", text.lista(NEDBRYTNINGAR[k].lower() for k in d.nedbrytningar)),
        ("Källa", d.kalla),
        ("Granskad", d.granskad),
        ("Version", str(d.version)),
        *versionshistorik(d),
        ("Id", d.id),
    ]
    return [(namn, varde) for namn, varde in rader if varde]


def riktning(d: Indikator) -> str:
    """What is better, with the values for which it is something else."""
    undantag = d.riktningar.items() if isinstance(d, Matvarde) else ()
    return "; ".join([RIKTNING[d.riktning], *(f"{RIKTNING[r].lower()} för {namn}" for namn, r in undantag)])


def raknas(d: Indikator) -> list[tuple[str, str]]:
    """What is counted, in words: numerator and denominator of a share, else the one thing."""
    if d.enhet == "andel" or isinstance(d, Kvot):
        return [("Täljare", d.taljare_ord), ("Nämnare", d.namnare_ord)]
    return [("Det som räknas", d.taljare_ord)]


def fristtabell() -> str:
    """Every deadline and duty as a table: what, how long, where it stands and since when, its measures."""
    rader = [fristrad(f) for f in frister.alla()]
    rubriker = ("Vad", "Inom", "Var det står", "Förlängning", "Anmärkning", "Mått")
    return rutnat(rubriker, rader, "Lagstadgade och lokala frister", form="km-vid")


def fristrad(f: Frist) -> tuple[str, ...]:
    """A row of the table of deadlines."""
    matt = [d.namn for d in INDIKATORER.values() if f == d.frist or f in d.frister.values()]
    return (f.vad, f.namn, var_det_star(f), f.forlangs, f.anm, text.lista(matt) if matt else "")


def fristord(f: Frist) -> tuple[str, str]:
    """A deadline in words, and how long and where it stands."""
    return f.vad, f"{f.namn} ({var_det_star(f)})"


def var_det_star(f: Frist) -> str:
    """The paragraphs, oldest wording first, or that the deadline is local."""
    if not f.lagstadgad:
        return "lokal frist"
    return "; ".join(
        x.lagrum + (f" från {text.datum(x.galler_fran)}" if x.galler_fran else "") for x in f.lydelser
    )
