"""Views on Sydväst's housing, one per row, as «Tyck till» gives them."""

from datetime import date, timedelta
from pathlib import Path

from kvalitet_metrics.example._org import BOENDE, SYDVAST
from kvalitet_metrics.example._sheet import ExampleFile, Rad, datum_mellan, rutor, slump, write_csv

RUBRIKER = [
    "Ärendenr",
    "Skapad",
    "Typ",
    "Kategori",
    "Underkategori",
    "Stadsdel",
    "Enhet",
    "Från vem",
    "Status",
    "Stängd",
    "Lat",
    "Long",
    "Text",
]

# Sydväst 5.1.2.1: 94 synpunkter 2022/2023, 43 fler än året före. Slagen är publicerade för det senare året; att
# drygt 40 gällde verksamheternas flytt är 42 klagomål i exemplet. Övriga kategorier och det tidigare årets slag är
# våra, liksom dagarna.
SYNPUNKTER = {
    2021: """
        typ      | kategori            | antal
        Klagomål | Bemötande           | 11
        Klagomål | Utförande av insats | 14
        Klagomål | Övrigt              | 9
        Beröm    | Bemötande           | 4
        Förslag  | Övrigt              | 6
        Fråga    | Information         | 7
    """,
    2022: """
        typ        | kategori              | antal
        Klagomål   | Flytt av verksamheter | 42
        Klagomål   | Bemötande             | 9
        Klagomål   | Utförande av insats   | 13
        Klagomål   | Övrigt                | 7
        Beröm      | Bemötande             | 3
        Förslag    | Övrigt                | 8
        Fråga      | Information           | 11
        Ej angivet | Övrigt                | 1
    """,
}
# Publicerat för 2022/2023 är «cirka» 50, 37 och 13 procent av 94.
AVSANDARE = {
    2021: {"Allmänheten": 20, "Brukarna": 24, "Övriga": 7},
    2022: {"Allmänheten": 47, "Brukarna": 35, "Övriga": 12},
}
DAGAR = {2021: 16, 2022: 11}
"""Days to an answer in the middle, of the quality year that begins then."""


def write(folder: Path) -> list[ExampleFile]:
    """Write one file per quality year; what came in last is still open."""
    return [_skriv(folder, ar) for ar in SYNPUNKTER]


def _skriv(folder: Path, ar: int) -> ExampleFile:
    path = folder / f"Synpunkter_Boende_{ar}-{ar + 1}.csv"
    rng = slump(path.name)
    forst, sist = date(ar, 9, 1), date(ar + 1, 8, 31)
    vad = [(r["typ"], r["kategori"]) for r in rutor(SYNPUNKTER[ar]) for _ in range(int(r["antal"]))]
    fran = [vem for vem, antal in AVSANDARE[ar].items() for _ in range(antal)]
    rng.shuffle(vad)
    rng.shuffle(fran)
    dagar = sorted(datum_mellan(rng, forst, sist) for _ in vad)
    rader: list[Rad] = []
    for nr, (dag, (typ, kategori), vem) in enumerate(zip(dagar, vad, fran, strict=True), start=1):
        stangd = dag + timedelta(days=1 + round(rng.lognormvariate(0, 0.7) * DAGAR[ar]))
        oppen = stangd > sist + timedelta(days=14)
        rader.append(
            [
                f"T{ar % 100}-{nr:04}",
                dag,
                typ,
                kategori,
                None,
                None,
                None,
                vem,
                "Öppen" if oppen else "Stängd",
                None if oppen else stangd,
                None,
                None,
                None,
            ]
        )
    write_csv(path, [RUBRIKER, *rader])
    return ExampleFile(path, SYDVAST, BOENDE)
