"""The twin of a chart: the same figures as a table, as text to read and as typed cells to keep."""

from dataclasses import dataclass
from datetime import date

from kvalitet_metrics import text
from kvalitet_metrics.charts.mening import andring, intervall, jamforelser, varde
from kvalitet_metrics.charts.serie import Matt, Punkt, Serie

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Tabell:
    """`rubriker` and, row for row, `rader` as they are read and `celler` as a spreadsheet keeps them.

    `slag` says per column what it holds: «text», «intervall», or a kind of number («andel», «antal», «dagar»,
    «värde», «ändring»), which stand to the right. Where a figure is hidden both forms hold the word «dold»:
    nothing more can be fetched than can be seen.
    """

    rubriker: tuple[str, ...]
    slag: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]
    celler: tuple[tuple[Cell, ...], ...]


def tvilling(serier: list[Serie], matt: Matt) -> Tabell:
    """One row per period and value of the breakdown. Columns that are empty throughout are left out."""
    par = [(s, p) for s in serier for p in s.punkter]
    kolumner = [
        k for k in _kolumner(matt) if any(k[2](s, p, matt) not in ("", None) for s, p in par) or not par
    ]
    rader = tuple(tuple(visad(s, p, matt) for _, _, visad, _ in kolumner) for s, p in par)
    celler = tuple(tuple(typad(s, p, matt) for *_, typad in kolumner) for s, p in par)
    return Tabell(tuple(k[0] for k in kolumner), tuple(k[1] for k in kolumner), rader, celler)


def _kolumner(matt: Matt) -> list:
    """Heading, what it holds, how it is read, how it is kept: one quadruple per column."""
    return [
        (matt.by_ord or "Grupp", "text", lambda s, p, m: s.namn, lambda s, p, m: s.namn),
        ("Period", "text", lambda s, p, m: p.period, lambda s, p, m: p.period),
        (
            _vardeord(matt),
            matt.enhet,
            lambda s, p, m: varde(p, m),
            lambda s, p, m: text.DOLD if p.dold else p.varde,
        ),
        *([_antal("Täljare", "taljare"), _antal("Nämnare", "namnare")] if matt.har_delar else []),
        *([_antal("Antal", "namnare")] if matt.enhet in ("dagar", "värde") else []),
        (
            f"95{text.NBSP}% intervall",
            "intervall",
            lambda s, p, m: intervall(p, m),
            lambda s, p, m: intervall(p, m),
        ),
        *([_dagar("Medel", "medel"), _dagar("9 av 10 inom", "p90")] if matt.enhet == "dagar" else []),
        (
            "Ändring",
            "ändring" if matt.enhet == "andel" else matt.enhet,
            lambda s, p, m: andring(p, m),
            _andrad,
        ),
        (
            "Mål",
            matt.enhet,
            lambda s, p, m: "" if p.mal is None else text.vardetext(p.mal, m.enhet),
            lambda s, p, m: p.mal,
        ),
        ("Jämförelse", "text", _jamford, _jamford),
        _antal("Utan uppgift", "bortfall"),
        ("Anmärkning", "text", _anmarkt, _anmarkt),
    ]


def _vardeord(matt: Matt) -> str:
    """The heading of the value column."""
    ord_ = {"andel": "Andel", "antal": "Antal", "dagar": "Median, dagar"}
    return ord_.get(matt.enhet, f"Antal {text.PER[matt.enhet]}" if matt.enhet in text.PER else "Värde")


def _antal(rubrik: str, falt: str) -> tuple:
    """A column of counts; zero counts of missing values are not worth a cell."""

    def visad(serie: Serie, punkt: Punkt, matt: Matt) -> str:
        n = getattr(punkt, falt)
        if punkt.dold and falt != "bortfall":
            return text.DOLD
        return "" if n is None or (falt == "bortfall" and n == 0) else text.tal_kort(n)

    def typad(serie: Serie, punkt: Punkt, matt: Matt) -> Cell:
        return text.DOLD if punkt.dold and falt != "bortfall" else getattr(punkt, falt)

    return rubrik, "antal", visad, typad


def _dagar(rubrik: str, falt: str) -> tuple:
    """A column of days."""

    def visad(serie: Serie, punkt: Punkt, matt: Matt) -> str:
        dagar = getattr(punkt, falt)
        return "" if dagar is None else text.dagar(dagar)

    return rubrik, "dagar", visad, lambda s, p, m: getattr(p, falt)


def _andrad(serie: Serie, punkt: Punkt, matt: Matt) -> Cell:
    """The change as a number; a share's as a share."""
    if punkt.dold or punkt.varde is None or punkt.foregaende is None:
        return None
    return punkt.varde - punkt.foregaende


def _jamford(serie: Serie, punkt: Punkt, matt: Matt) -> str:
    """The comparators with their names."""
    return ", ".join(jamforelser(punkt, matt))


def _anmarkt(serie: Serie, punkt: Punkt, matt: Matt) -> str:
    """The remarks that stand with the figure; a break is said also where the figure is hidden."""
    return " ".join(dict.fromkeys([*punkt.anmarkning, *(b.text for b in punkt.brott)]))
