"""R10: one indicator counts in one direction. Notes of class P.

«Uppföljning genomförd» for one group beside «Ingen uppföljning» for another cannot be compared.
"""

from collections import defaultdict

from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import NEKAD, Rad, ordmangd, plats

LANGT_ORD = 8


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Numerators and shares of one indicator whose labels speak of the same with and without a no."""
    grupper: dict[object, list[Rad]] = defaultdict(list)
    for r in publicerat.rader:
        if r.matt in ("taljare", "andel") and r.egen and not r.ar_andring:
            grupper[(r.tabell, r.indikator, r.org, r.period)].append(r)
    for rader in grupper.values():
        nekade = [r for r in rader if NEKAD.search(label(r))]
        for nej in nekade:
            om = {o for o in ordmangd(label(nej)) if len(o) >= LANGT_ORD}
            ja = [
                r for r in rader if r not in nekade and r.cell[:4] != nej.cell[:4] and om & ordmangd(label(r))
            ]
            egna = [
                r for r in rader if r not in nekade and r.cell[:4] == nej.cell[:4] and om & ordmangd(label(r))
            ]
            if ja and not egna:
                text = (
                    f"{nej.beskrivning} räknar dem som inte har haft det som {ja[0].beskrivning} räknar. "
                    "De går att jämföra först när båda räknar åt samma håll."
                )
                utfall.notera(Fynd("R10", "P", plats(nej, ja[0]), nej.tal, ja[0].tal, text))


def label(rad: Rad) -> str:
    """Category and subcategory as written."""
    return f"{rad.delar.get('kategori', '')} {rad.delar.get('underkategori', '')}"


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Every indicator that has records here says which way is better, or that neither is."""
    fyllda = {r["tabell"] for r in inlast.rows("SELECT DISTINCT tabell FROM inlasning")}
    for indikator in INDIKATORER.values():
        if indikator.tabell in fyllda:
            text = f"{indikator.namn} saknar riktning."
            fynd = Fynd("R10", "P", indikator.id, None, None, text)
            utfall.kontroll("R10", None if indikator.riktning else fynd)
