"""The small trend of a tile, as SVG: a line, its newest point, the target. The tile holds the numbers."""

from collections.abc import Sequence

from kvalitet_metrics import text
from kvalitet_metrics.charts.brott import uppraknade
from kvalitet_metrics.charts.mening import varde
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie
from kvalitet_metrics.charts.theme import LJUS, STEG, Palett

BREDD, HOJD = 20 * STEG, 4 * STEG
KANT = STEG // 2 + 2


def gnista(serie: Serie, matt: Matt, palett: Palett = LJUS) -> str:
    """A whole SVG image, or nothing with fewer than two figures."""
    punkter = [p for p in serie.punkter if not p.dold and not text.saknas(p.varde)]
    if len(punkter) < 2:
        return ""
    varden = [float(p.varde or 0) for p in punkter]
    mal = serie.sista.mal
    lagst, hogst = (0.0, 1.0) if matt.enhet == "andel" else (0.0, max([*varden, mal or 0]) or 1.0)
    x = _lagen([serie.punkter.index(p) for p in punkter], len(serie.punkter))
    y = [HOJD - KANT - (v - lagst) / (hogst - lagst) * (HOJD - 2 * KANT) for v in varden]
    farg, matt_linje = palett.svart, f'stroke="{palett.svart}" stroke-width="2" fill="none"'
    delar = [f'<polyline {matt_linje} points="{_punkter(d)}"/>' for d in _strackor(punkter, x, y)]
    if mal is not None:
        hojd = HOJD - KANT - (mal - lagst) / (hogst - lagst) * (HOJD - 2 * KANT)
        streckad = f'stroke="{farg}" stroke-width="1.25" stroke-dasharray="5 4"'
        delar.insert(0, f'<path {streckad} d="M0 {hojd:.1f}H{BREDD}"/>')
    for lage in _brott(serie):
        delar.append(f'<path stroke="{palett.dampad}" stroke-dasharray="3 3" d="M{lage:.1f} 0V{HOJD}"/>')
    for nr, (a, b) in enumerate(zip(x, y, strict=True)):
        sist = nr == len(x) - 1
        delar.append(f'<circle fill="{farg}" cx="{a:.1f}" cy="{b:.1f}" r="{4.5 if sist else 2.5}"/>')
    ram = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREDD} {HOJD}">'
    return f"{ram}{''.join(delar)}</svg>"


def gnista_i_ord(serie: Serie, matt: Matt) -> str:
    """What the small trend shows, for those who cannot see it."""
    visade = [f"{p.period} {varde(p, matt)}" for p in serie.punkter]
    brott = uppraknade([serie])
    return "Utveckling: " + ", ".join(visade) + (f". {brott}" if brott else "")


def _brott(serie: Serie) -> list[float]:
    """Where the breaks stand: halfway between the point that they are said on and the one before."""
    antal = len(serie.punkter)
    return _lagen([i - 0.5 for i, p in enumerate(serie.punkter) if i and p.brott], antal)


def _lagen(platser: Sequence[float], antal: int) -> list[float]:
    """Where on the width the points stand, hidden ones keeping their place."""
    return [KANT + plats / (antal - 1) * (BREDD - 2 * KANT) for plats in platser]


def _strackor(punkter: list[Punkt], x: list[float], y: list[float]) -> list[list[tuple[float, float]]]:
    """The stretches of the line: it breaks where a period is missing and at breaks."""
    strackor: list[list[tuple[float, float]]] = []
    for i, punkt in enumerate(punkter):
        if i == 0 or not punkt.hanger_ihop(punkter[i - 1]):
            strackor.append([])
        strackor[-1].append((x[i], y[i]))
    return [s for s in strackor if len(s) > 1]


def _punkter(stracka: list[tuple[float, float]]) -> str:
    """Coordinates as SVG writes them."""
    return " ".join(f"{a:.1f},{b:.1f}" for a, b in stracka)
