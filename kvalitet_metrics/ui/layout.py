"""The frame around every page: menu, style, language, banner, heading.

A folder called pages/ makes Streamlit run a page without app.py when an address deeper than the start is the
first thing asked for after a restart. `sida` then registers a menu and runs again, this time through app.py,
so that the first reader of the morning gets the same page as everybody else.
"""

import gc
import json
from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import PALETTER, Palett, css_variabler
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.ui import data, empty, filters, menu, minne, papper

NAMN = "Kvalitet i socialtjänsten"
TILLGANGAR = Path(__file__).parent / "assets"
KOLUMNORD = NEDBRYTNINGAR | {
    "period": "Period",
    "taljare": "Täljare",
    "namnare": "Nämnare",
    "varde": "Värde",
    "bortfall": "Utan uppgift",
    "malgrupp": "Målgrupp",
    "forlangd_till": "Förlängd till",
    "upload_id": "Inläsning",
    "skyddsbedomd": "Skyddsbedömd",
    "raknas": "Räknas",
    "raknas_som": "Räknas som",
    "markerad_sen": "Markerad som sen",
    "andel_i_kallan": "Andel i källan",
    "kalla": "Källa",
    "matt": "Mått",
    "jamforelse": "Jämförelse",
    "ivo_anmald": "Anmäld till IVO",
    "intraffad": "Inträffad",
    "handelse": "Händelse",
    "frageid": "Frågans nummer",
}
"""Words for columns whose names lack their å, ä and ö; the others read as they are."""
EXEMPELDATA = (
    '<p class="km-banner" role="note"><strong>Exempeldata.</strong> Siffrorna är inte era<span>: de är'
    " byggda av vad Bromma, Järva och Göteborg Sydväst har publicerat för 2023</span>.</p>"
)
STREAMLITS_SKRIPT = Path(st.__file__).parent / "static" / "static" / "js"
_meny_finns = False


def meny() -> None:
    """Draw the menu and run the page that is asked for."""
    global _meny_finns
    _meny_finns = True
    _lat_importerat_vara()
    vald = menu.navigering()
    titel = f"{vald.title} – {NAMN}"
    st.set_page_config(page_title=titel, page_icon=str(TILLGANGAR / "marke.svg"), layout="wide")
    st.logo(str(TILLGANGAR / "marke.svg"), size="small", link=None)
    vald.run()


@cache
def _lat_importerat_vara() -> None:
    """What has been imported is never thrown away, so that no reader waits while it is looked through."""
    gc.freeze()


def sida(titel: str, fraga: str, **_i_menyn: object) -> None:
    """Begin a page: its heading and the question that it answers, as its SIDA says them."""
    if not _meny_finns:
        _ga_via_menyn()
    minne.sedd(*data.har())
    [namn] = [s.fil.stem for s in menu.sidor() if s.titel == titel]
    exempel = EXEMPELDATA if data.arbetsyta().has_examples else ""
    with _gemensamt():
        st.html(_skript(palett()), unsafe_allow_javascript=True)
        with st.container(key="km-huvud", horizontal=True, vertical_alignment="bottom", gap="small"):
            st.title(titel, anchor=False, width="content")
            st.html(
                f'<p class="km-fraga">{escape(fraga)}</p>{papper.framtagen()}{exempel}{_eget(namn)}',
                width="content",
                unsafe_allow_javascript=True,
            )


def _gemensamt() -> AbstractContextManager[None]:
    """What is drawn within stands where it stood when the reader goes to another page, and is not drawn anew.

    Streamlit takes away what a page drew and keeps what app.py drew; the heading and the choices count so.
    """
    ctx = get_script_run_ctx()
    return ctx.run_with_active_hash(ctx.pages_manager.main_script_hash) if ctx else nullcontext()


@cache
def _skript(palett: Palett) -> str:
    """What all pages have: scripts, and the style sheet that they hang up. Read once, by the first page.

    A style sheet that came and went with its page would be read anew, and the whole page styled anew, at each
    visit. A script keeps itself from starting twice. No tag may stand in its text, hence the sign's number.
    """
    stil = f":root {{ {css_variabler(palett)} }}{_lasta('*.css')}{papper.stil(palett)}"
    given = _json({"stil": stil, "ritare": _ritare(), "fot": papper.fot(NAMN)})
    return f"<script>window.kmGivet = {given};\n{_lasta('*.js')}</script>"


@cache
def _eget(sida: str) -> str:
    """What this page alone has; the style sheet takes the place of that of the page before."""
    stil, skript = _lasta(f"sidor/{sida}.css"), _lasta(f"sidor/{sida}.js")
    return f"<script>window.kmStil(1, {_json(stil)});\n{skript}</script>"


def _json(vad: object) -> str:
    """As a script may hold it."""
    return json.dumps(vad, ensure_ascii=False).replace("<", "\\u003C")


def _lasta(monster: str) -> str:
    """The texts of the files in the order of their names."""
    return "\n".join(fil.read_text("utf-8") for fil in sorted(TILLGANGAR.glob(monster)))


@cache
def _ritare() -> str:
    """The file of Streamlit that draws charts, for the browser to fetch before the first one is asked for."""
    return next((f.name for f in STREAMLITS_SKRIPT.glob("PlotlyChart.*.js")), "")


def urval(utan: Collection[str] = ()) -> filters.Vy:
    """The row of choices, and the same choices in words for the page on paper.

    utan: kinds of period that the page has no figures for.
    """
    with _gemensamt():
        vy = filters.rad(data.varden("forvaltning"), data.varden("enhet"), data.ar(), utan)
        st.html(f'<p class="km-urval"><span>Visar</span> {vy.i_ord()}</p>')
    return vy


def tomt() -> bool:
    """True, and a sentence that says what to do, where nothing has been loaded."""
    if not data.arbetsyta().is_empty:
        return False
    empty.visa()
    return True


def kolumnord(kolumn: str) -> str:
    """What a column of the records is called where it is read."""
    return KOLUMNORD.get(kolumn) or text.stor_bokstav(kolumn.replace("_", " "))


def palett() -> Palett:
    """The colours of the theme that the reader's browser shows."""
    return PALETTER.get(st.context.theme.type or "light", PALETTER["light"])


def _ga_via_menyn() -> None:
    """Leave the mode where pages run without app.py, and run again."""
    global _meny_finns
    _meny_finns = True
    menu.navigering(synlig=False)
    st.rerun()
