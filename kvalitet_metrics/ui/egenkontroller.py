"""The controls of a year: the short answer, the months, the list; and whether they are done over time."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.analysis.egenkontroller import Kontroll, Lage, i_ord, las
from kvalitet_metrics.errors import KvalitetError
from kvalitet_metrics.ui import data, html, saknas, show
from kvalitet_metrics.ui.filters import Vy

MATT = "egenkontroll_bedomning"
FLEST_I_MANADEN = 6
"""So many controls of a month are written out; more are counted, and opened by the reader."""
RUBRIKER = (
    *("Läge", "Egenkontroll", "Var", "Planerad", "Genomförd"),
    *("Åtgärd", "Område eller delprocess", "Hur ofta"),
)


def visa(vy: Vy) -> None:
    """The whole page below its choices."""
    kontroller = las(data.poster(MATT, vy), date.today())
    if not kontroller:
        saknas.visa("egenkontroller", ("egenkontroller",), vy)
        return
    i_aret = _valt_ar(kontroller)
    ar = i_aret[0].ar
    st.html(f'<p class="km-svar">{escape(i_ord(i_aret, ar))}</p>')
    _arshjul(i_aret, ar)
    _lista(i_aret, ar)
    st.html(html.kalla(show.kallrad(MATT)))


def over_aren(vy: Vy) -> None:
    """Whether the controls are done, over time, by quality area and by enhet."""
    if not data.poster(MATT, vy):
        return
    show.rubrik("Görs kontrollerna?")
    show.sida_vid_sida("egenkontroll_genomford_andel", vy, [None, _indelning(vy)])
    show.rubrik("Vad visar de?")
    show.indikator(MATT, vy)
    if len(data.varden("enhet")) > 1:
        show.rubrik("Enhet för enhet")
        show.varmetabell("egenkontroll_genomford_andel", vy, "enhet")


def _indelning(vy: Vy) -> str:
    """What the plan divides the controls by: quality areas, or else the processes of the steering system."""
    try:
        omraden = data.serier("egenkontroll_genomford_andel", vy, "omrade")
    except KvalitetError:
        return "delprocess"
    return "omrade" if any(not serie.saknas for serie in omraden) else "delprocess"


def _valt_ar(kontroller: Sequence[Kontroll]) -> list[Kontroll]:
    """The controls of the year that the reader chooses, the newest to begin with."""
    aren = sorted({k.ar for k in kontroller}, reverse=True)
    ar = aren[0]
    if len(aren) > 1:
        ar = st.selectbox("År", aren, key="egenkontroll-ar", width=160)
    return [k for k in kontroller if k.ar == ar]


def _arshjul(kontroller: Sequence[Kontroll], ar: int) -> None:
    """The twelve months, each with its controls, and those that have no day."""
    show.rubrik(f"Året {ar} månad för månad")
    nu = date.today().month if ar == date.today().year else None
    per_manad = {nr: [k for k in kontroller if k.manad == nr] for nr in range(1, 13)}
    manader = "".join(_manad(nr, i_manaden, nr == nu) for nr, i_manaden in per_manad.items())
    finns = {k.lage for k in kontroller}
    forklaring = "".join(
        f"<li>{_tecken(lage)}{escape(text.stor_bokstav(lage.flera))}</li>" for lage in Lage if lage in finns
    )
    st.html(f'<ul class="km-lagen">{forklaring}</ul><ol class="km-arshjul">{manader}</ol>')
    if utan_dag := [k for k in kontroller if k.manad is None]:
        st.html(
            '<div class="km-utan-dag"><h3>Utan dag i planen</h3>'
            f"<p>{_hur_manga(len(utan_dag))} görs löpande eller har ingen dag i planen.</p>"
            f"{_punkter(utan_dag)}</div>"
        )


def _manad(nr: int, kontroller: Sequence[Kontroll], nu: bool) -> str:
    """One month of the year."""
    klass = ' class="km-nu" aria-current="date"' if nu else ""
    rubrik = text.stor_bokstav(text.manadsnamn(nr)) + (" (nu)" if nu else "")
    innehall = _punkter(kontroller) if kontroller else '<p class="km-n">Inget planerat</p>'
    return f"<li{klass}><strong>{rubrik}</strong>{innehall}</li>"


def _punkter(kontroller: Sequence[Kontroll]) -> str:
    """Controls one by one, or counted by what became of them where they are many."""
    punkter = "".join(f"<li>{_tecken(k.lage)}{escape(k.namn)}{_var(k)}</li>" for k in kontroller)
    if len(kontroller) <= FLEST_I_MANADEN:
        return f"<ul>{punkter}</ul>"
    antal = Counter(k.lage for k in kontroller)
    raknade = "".join(
        f"<li>{_tecken(lage)}{escape(lage.raknad(antal[lage]))}</li>" for lage in Lage if antal[lage]
    )
    alla = f"<details><summary>Visa alla {len(kontroller)}</summary><ul>{punkter}</ul></details>"
    return f"<ul>{raknade}</ul>{alla}"


def _tecken(lage: Lage) -> str:
    """The mark, with its word for those who listen."""
    ord_ = escape(lage.ord)
    klass = f"km-lage-{lage.name.lower()}"
    return f'<b class="{klass}" role="img" aria-label="{ord_}" title="{ord_}">{lage.tecken}</b>'


def _var(kontroll: Kontroll) -> str:
    """Where the control belongs, in muted ink."""
    return f' <span class="km-n">{escape(kontroll.plats)}</span>' if kontroll.plats else ""


def _lista(kontroller: Sequence[Kontroll], ar: int) -> None:
    """All controls of the year as a table, those that ask for something first."""
    show.rubrik(f"Egenkontrollerna {ar}, ej gjorda först")
    rader = [
        (
            f"{k.lage.tecken} {k.lage.ord}",
            k.namn,
            k.plats,
            text.datum(k.planerad),
            text.datum(k.genomford),
            k.atgard,
            k.del_av,
            k.frekvens,
        )
        for k in kontroller
    ]
    fyllda = [nr for nr in range(len(RUBRIKER)) if any(rad[nr] not in ("", text.SAKNAS) for rad in rader)]
    st.html(
        html.rutnat(
            [RUBRIKER[nr] for nr in fyllda],
            [[rad[nr] for nr in fyllda] for rad in rader],
            f"{_hur_manga(len(kontroller))} i planen för {ar}",
            [RUBRIKER[nr] in ("Planerad", "Genomförd") for nr in fyllda],
            form="km-vid",
        )
    )


def _hur_manga(n: int) -> str:
    """A count of controls."""
    return text.antal(n, "egenkontroll", "egenkontroller")
