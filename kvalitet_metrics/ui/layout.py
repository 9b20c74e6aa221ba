"""The frame around every page: menu, style, language, banner, heading.

A folder called pages/ makes Streamlit run a page without app.py when an address deeper than the start is the
first thing asked for after a restart. `sida` then registers a menu and runs again, this time through app.py,
so that the first reader of the morning gets the same page as everybody else.
"""

from pathlib import Path

import streamlit as st

from kvalitet_metrics import text
from kvalitet_metrics.charts.theme import PALETTER, Palett, css_variabler
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.ui import data, filters

NAMN = "Kvalitet i socialtjänsten"
SIDOR = Path(__file__).parents[2] / "pages"
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
_meny_finns = False


def meny(sidor: dict[str, str]) -> None:
    """Draw the menu and run the page that is asked for. `sidor`: file to title, the start page first."""
    global _meny_finns
    _meny_finns = True
    st.set_page_config(page_title=NAMN, layout="wide", initial_sidebar_state="auto")
    st.navigation(
        [st.Page(fil, title=titel, default=nr == 0) for nr, (fil, titel) in enumerate(sidor.items())],
        position="top",
    ).run()


def sida(rubrik: str, fraga: str) -> None:
    """Begin a page: its heading and the question that it answers."""
    if not _meny_finns:
        _ga_via_menyn()
    st.html(f"<style>:root {{ {css_variabler(palett())} }}</style>")
    st.html(TILLGANGAR / "stil.css")
    for skript in ("svenska.js", "adress.js", "kopiera.js"):
        kod = (TILLGANGAR / skript).read_text("utf-8")
        st.html(f"<script>{kod}</script>", unsafe_allow_javascript=True)
    st.title(rubrik, anchor=False)
    st.html(f'<p class="km-fraga">{fraga}</p>')
    if data.arbetsyta().has_examples:
        st.html(
            '<p class="km-banner" role="note"><strong>Exempeldata.</strong> Siffrorna är inte era. De är'
            " byggda av uppgifter som Bromma, Järva och Göteborg Sydväst har publicerat för 2023, och läggs"
            " åt sidan när den första egna filen läses in.</p>"
        )


def urval() -> filters.Vy:
    """The choices of the sidebar, and the same choices in words on the page."""
    vy = filters.sidebar(data.varden("forvaltning"), data.varden("enhet"), data.ar())
    st.html(f'<p class="km-urval"><span>Visar</span> {vy.i_ord()}</p>')
    return vy


def tomt() -> bool:
    """True, and a sentence that says what to do, where nothing has been loaded."""
    if not data.arbetsyta().is_empty:
        return False
    st.info("Här finns inga uppgifter ännu. Läs in en Excel- eller CSV-fil så visas siffrorna direkt.")
    st.page_link("pages/ladda_upp.py", label="Gå till Ladda upp")
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
    sidor = [st.Page(fil) for fil in sorted(SIDOR.glob("*.py"))]
    st.navigation([st.Page(lambda: None, title=NAMN, default=True), *sidor], position="hidden")
    st.rerun()
