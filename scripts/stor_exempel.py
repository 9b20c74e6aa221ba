"""A large made-up workspace, 60 enheter and 12 years: `python -m scripts.stor_exempel FOLDER`.

The files are written as the systems write them and go the same way as anybody's. Nothing in them is
about anyone. The same call gives the same figures; a folder that is in use already is refused.
"""

import csv
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import xlsxwriter

from kvalitet_metrics import Workspace
from kvalitet_metrics.ingest.profiles.avvikelser import HANDELSETYPER, ORSAKER
from kvalitet_metrics.ingest.profiles.lex_sarah import BEDOMNINGAR, KATEGORIER
from kvalitet_metrics.model import OMRADEN

ARTAL = range(2013, 2025)
FORVALTNING = "Socialförvaltningen i Storköping"
PLATSER = (
    *("Ånge", "Älvsbyn", "Östra", "Norra", "Södra", "Västra", "Centrum", "Hamnen", "Kvarnby", "Lövsta"),
    *("Sjövik", "Tallmo"),
)
SLAG = (
    *("Barn och familj", "Mottagning barn och unga", "Utredning vuxna", "Familjehem"),
    "Öppenvård för barn, ungdomar och deras familjer",
)
ENHETER = tuple(f"{slag} {plats}" for slag in SLAG for plats in PLATSER)
"""Five kinds of enhet in twelve places."""
MOTESPLATSER = tuple(f"Mötesplats {plats}" for plats in PLATSER)
KONTROLLER = (
    "Granskning av social dokumentation",
    "Loggkontroll",
    "Hygienmätning",
    "Stickprov av utredningar",
)
RISKER = (
    "Orosanmälan hanteras inte i tid",
    "Uppgifter i utredningen är felaktiga",
    "Uppföljning sker inte enligt plan",
    "Handlingar kommer till fel mottagare",
    "Bemanningen räcker inte under sommaren",
    "Barnets röst saknas i underlaget",
)
SANNOLIKHET = ("1. Osannolikt", "2. Mindre sannolikt", "3. Möjlig", "4. Sannolikt", "5. Mycket sannolikt")
KONSEKVENS = ("1. Försumbar", "2. Lindrig", "3. Kännbar", "4. Allvarlig", "5. Mycket allvarlig")
KEKS = ("Index trygghet och bemötande, öppen verksamhet", "Index lärande, gruppverksamhet")
NYCKELTAL = ("Antal aktualiseringar", "Antal placerade dygn", "Andel nöjda med stödet")
FRAGOR = ("Är barnets inställning dokumenterad?", "Finns en aktuell genomförandeplan?")
Rad = list[object]


class Fil(NamedTuple):
    """One file: its name, its lines of title, its heading and its rows."""

    namn: str
    titel: list[str]
    rubriker: list[str]
    rader: Iterable[Rad]

    def skriv(self, mapp: Path) -> Path:
        """Written as text or as a workbook, as its name says."""
        fil = mapp / self.namn
        titel: list[Rad] = [[rad] for rad in self.titel]
        allt: list[Rad] = [*titel, [], list(self.rubriker), *self.rader]
        if fil.suffix == ".csv":
            with fil.open("w", encoding="utf-8", newline="") as ut:
                csv.writer(ut, delimiter=";").writerows(allt)
            return fil
        with xlsxwriter.Workbook(fil, {"default_date_format": "yyyy-mm-dd"}) as bok:
            blad = bok.add_worksheet("Data")
            for nr, rad in enumerate(allt):
                blad.write_row(nr, 0, rad)
        return fil


def filer() -> Iterator[Fil]:
    """All files, a year at a time where the systems give one."""
    yield Fil(
        "utredningar.csv",
        ["Rapport: Avslutade utredningar barn och unga", "Uttagsdatum: 2025-01-10 08:14"],
        ["Ärendenr", "Kön", "Ålder", "Enhet", "Grupp", "Lagrum", "Aktualiseringsdatum", "Inledd", "Avslutad"],
        _utredningar(Random("utredningar")),
    )
    yield Fil(
        "avvikelser.csv",
        ["Avvikelser"],
        [
            *("Avvikelsenr", "Registreringsdatum", "Händelsedatum", "Enhet", "Händelsetyp", "Orsak"),
            "Kvalitetsområde",
        ],
        _avvikelser(Random("avvikelser")),
    )
    yield Fil(
        "lex_sarah.xlsx",
        ["Lex Sarah-logg"],
        [
            *("Dnr", "Rapport inkom", "Enhet", "Regi (egen/enskild)", "Lagrum (SoL/LSS)", "Kategori"),
            *("Utredning inledd", "Bedömning"),
        ],
        _lex_sarah(Random("lex sarah")),
    )
    for ar in ARTAL:
        yield Fil(
            f"egenkontroller_{ar}.xlsx",
            [f"Egenkontroll {ar}"],
            [
                *("Enhet", "Egenkontroll", "Kvalitetsområde", "Frekvens", "Planerad", "Genomförd"),
                *("Bedömning", "Åtgärd"),
            ],
            _egenkontroller(Random(f"egenkontroller {ar}"), ar),
        )
        yield Fil(
            f"risker_{ar}.xlsx",
            [f"Riskanalys {ar}"],
            ["Delprocess", "Enhet", "Nr", "Risk", "Sannolikhet", "Konsekvens", "Åtgärd"],
            _risker(Random(f"risker {ar}"), ar),
        )
    yield Fil(
        "granskning.xlsx",
        ["Granskning: Social dokumentation"],
        ["Ärendenr", "Enhet", "Granskningsdatum", *FRAGOR],
        _granskning(Random("granskning")),
    )
    artal = [str(ar) for ar in ARTAL]
    yield Fil(
        "keks.xlsx",
        ["KEKS"],
        ["Index", "Enhet", *artal, "Good enough mål", "Snitt KEKS"],
        _keks(Random("keks")),
    )
    yield Fil(
        "nyckeltal.xlsx",
        ["Nyckeltal"],
        ["Nyckeltal", "Enhet", *artal, "Mål 2024", "Riket 2024", "Staden 2024"],
        _nyckeltal(Random("nyckeltal")),
    )


def _dag(slump: Random, ar: int) -> date:
    """Any day of the year."""
    return date(ar, 1, 1) + timedelta(days=slump.randrange(365))


def _utredningar(slump: Random) -> Iterator[Rad]:
    """About 30 investigations per enhet and year; each enhet has a pace of its own that drifts."""
    nr = 0
    for enhet in ENHETER:
        takt, drift = slump.uniform(85, 115), slump.uniform(-1.5, 1.0)
        for steg, ar in enumerate(ARTAL):
            for _ in range(slump.randrange(4, 56)):
                nr += 1
                slut = _dag(slump, ar)
                start = slut - timedelta(days=max(1, round(slump.gauss(takt + drift * steg, 28))))
                yield [
                    f"U-{nr:06d}",
                    slump.choice(("Flicka", "Pojke")),
                    slump.randrange(18),
                    enhet,
                    f"Grupp {slump.randrange(3) + 1}",
                    "SoL 11:1",
                    start - timedelta(days=slump.randrange(15)),
                    start,
                    slut,
                ]


def _avvikelser(slump: Random) -> Iterator[Rad]:
    """About ten per enhet and year; some enheter never report."""
    nr = 0
    for enhet in ENHETER[:-5]:
        for ar in ARTAL:
            for _ in range(slump.randrange(20)):
                nr += 1
                dag = _dag(slump, ar)
                yield [
                    f"A-{nr:06d}", dag + timedelta(days=2), dag, enhet,
                    slump.choice(list(HANDELSETYPER)), slump.choice(list(ORSAKER)),
                    slump.choice(list(OMRADEN)),
                ]  # fmt: skip


def _lex_sarah(slump: Random) -> Iterator[Rad]:
    """Some forty a year."""
    for ar in ARTAL:
        for nr in range(slump.randrange(30, 50)):
            inkom = _dag(slump, ar)
            bedomning = slump.choice([b for b in BEDOMNINGAR if b != "Pågår"])
            inledd = None if bedomning == "Utredning ej inledd" else inkom + timedelta(days=3)
            yield [
                f"{ar}-{nr + 1}", inkom, slump.choice(ENHETER), slump.choice(("egen", "enskild")), "SoL",
                slump.choice(list(KATEGORIER)), inledd, bedomning,
            ]  # fmt: skip


def _egenkontroller(slump: Random, ar: int) -> Iterator[Rad]:
    """Every control at every enhet, each in a month of its own; one in eight is never done."""
    for enhet in ENHETER:
        for kontroll in KONTROLLER:
            planerad = _dag(slump, ar)
            utfall = slump.choices(("Godkänd", "Ej godkänd", "Ej genomförd", None), (0.65, 0.17, 0.12, 0.06))[
                0
            ]
            dagen = planerad + timedelta(days=slump.randrange(20))
            gjord = dagen if utfall in ("Godkänd", "Ej godkänd") else None
            atgard = "Rutinen ses över" if utfall == "Ej godkänd" else None
            yield [
                enhet, kontroll, slump.choice(list(OMRADEN)), "1 gång per år", planerad, gjord,
                utfall, atgard,
            ]  # fmt: skip


def _risker(slump: Random, ar: int) -> Iterator[Rad]:
    """One or two risks per enhet; the likelihood falls with the years."""
    nr = 0
    for enhet in ENHETER:
        for risk in slump.sample(RISKER, slump.randrange(1, 3)):
            nr += 1
            sannolik = min(4, max(0, round(slump.gauss(2.8 - (ar - ARTAL[0]) * 0.12, 1))))
            yield [
                "3. Utreda", enhet, nr, risk, SANNOLIKHET[sannolik], slump.choice(KONSEKVENS),
                slump.choice(("Rutinen ses över", "Ingen åtgärd", None, "Utbildning under våren")),
            ]  # fmt: skip


def _granskning(slump: Random) -> Iterator[Rad]:
    """Eight cases per enhet in each of the last three years."""
    nr = 0
    for ar in ARTAL[-3:]:
        for enhet in ENHETER:
            for _ in range(8):
                nr += 1
                svar = slump.choices(("Ja", "Nej", "Delvis", None), (0.7, 0.15, 0.1, 0.05), k=len(FRAGOR))
                yield [f"G-{nr:05d}", enhet, _dag(slump, ar), *svar]


def _keks(slump: Random) -> Iterator[Rad]:
    """An index per mötesplats and year, with some years not measured."""
    for index in KEKS:
        for plats in MOTESPLATSER:
            varden = [f"{slump.randrange(55, 96)} %" if slump.random() > 0.1 else "-" for _ in ARTAL]
            yield [index, plats, *varden, "80 %", "77 %"]


def _nyckeltal(slump: Random) -> Iterator[Rad]:
    """Three key figures at every enhet, one of them a share with a target and comparators."""
    for namn in NYCKELTAL:
        for enhet in ENHETER:
            if namn.startswith("Andel"):
                varden = [f"{slump.randrange(60, 95)} %" for _ in ARTAL]
                yield [namn, enhet, *varden, "80 %", "74 %", "77 %"]
            else:
                yield [namn, enhet, *(slump.randrange(20, 900) for _ in ARTAL), None, None, None]


def bygg(mapp: Path) -> Workspace:
    """Write the files and load them. Raises SystemExit where the folder is in use, or a file is refused."""
    yta = Workspace(mapp)
    if not yta.is_empty:
        raise SystemExit(f"{mapp} har redan inlästa uppgifter. Ange en ny mapp.")
    with tempfile.TemporaryDirectory() as tillfallig:
        skrivna = [fil.skriv(Path(tillfallig)) for fil in filer()]
        kvitton = yta.load(skrivna, forvaltning=FORVALTNING)
    for kvitto in kvitton:
        if kvitto.status != "loaded":
            raise SystemExit(f"{kvitto.file}: {kvitto.status}. {kvitto.faults[:3]}")
        print(kvitto.file, kvitto.tables)
    return yta


if __name__ == "__main__":
    bygg(Path(sys.argv[1]))
