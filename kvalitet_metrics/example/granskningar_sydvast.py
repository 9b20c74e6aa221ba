"""Reviews of case files in Sydväst: one row per case from a template, and counts per kind of shortcoming."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kvalitet_metrics.example._org import BARN_OCH_UNGDOMSVARD, EKONOMISKT_BISTAND, SYDVAST, VUXNA
from kvalitet_metrics.example._sheet import (
    Blad,
    Cell,
    ExampleFile,
    Rad,
    datum_mellan,
    rutor,
    slump,
    write_xlsx,
)

ARENDEN_FIL = "Granskning_resursverksamheterna_VT2023.xlsx"
ANTAL_FIL = "Granskningar_Sydväst_2022-2023.xlsx"

GRUPPER = ("Resursenhet 1", "Resursenhet 2", "Resursenhet 3")
PER_GRUPP = 10
FRAGOR = rutor("""
    fraga                                                                 | Ja | Delvis | Nej | Ej aktuellt
    Finns ett aktuellt beslut?                                            | 30 | 0      | 0   | 0
    Är genomförandeplanen upprättad inom sex veckor från planeringsmötet? | 23 | 0      | 4   | 3
    Har barnet haft möjlighet till delaktighet?                           | 26 | 0      | 2   | 2
    Har uppföljning gjorts i tid?                                         | 25 | 5      | 0   | 0
    Finns en skriftlig sammanfattning?                                    | 22 | 8      | 0   | 0
    Är journalen förd i skälig tid?                                       | 29 | 0      | 1   | 0
""")
"""Sydväst 2.1.1.6, spring 2023: 30 cases, ten per unit, and a decision in all of them. The report describes
the other answers without numbers, and does not name the units; both are ours."""

BRISTER = {
    ("EkB handläggning", EKONOMISKT_BISTAND, "Handläggningsprocess", 20): """
        brist                           | arenden
        Avsaknad av omprövningsutredning | 1
        Avsaknad av arbetsplan          | 3
        Kommunicering har inte skett    | 1
        Handlingar inte skrivskyddade   | 1
    """,
    ("EkB skyddade", EKONOMISKT_BISTAND, "Skyddade personuppgifter", 5): """
        brist                                          | arenden
        Bankkonto ej registrerat                       | 2
        Fysiska handlingar ej stämplade                | 5
        Fysiska handlingar ej i röd mapp               | 5
        System för loggkontroll av fysisk akt saknas   | 5
        Kartläggning ej gjord                          | 5
    """,
    ("Vuxna handläggning", VUXNA, "Handläggningsprocess", 23): """
        brist                                     | arenden
        Dokumentation i samband med aktualisering | 6
        Beslutsunderlag saknas                    | 2
        Ny utredning inom rimlig tid saknas       | 1
        Avslut av insats har inte registrerats    | 6
        Avsaknad av arbetsplan/genomförandeplan   | 3
        Kommunicering har inte skett              | 6
        Beslutsfattaren är ej behörig             | 1
        Dokument är inte skrivskyddade            | 1
        Ärendet går inte att följa i journal      | 2
    """,
    ("Vuxna skyddade", VUXNA, "Skyddade personuppgifter", 1): """
        brist                          | arenden
        Kartläggning ej gjord          | 1
        Loggsystem för akter saknas    | 1
    """,
}
"""Sydväst 3.1.1.5 and 4.1.1.5: in how many of the reviewed cases each shortcoming was found, as published.
Two things are open in the report. The number of cases in EkB's review of the handling is not given: 20 is
ours. The number of documents in Vuxna that are not write-protected is unclear («1 9»): 1 is one reading."""


def write(folder: Path) -> list[ExampleFile]:
    """Write the review with a row per case, and the four with counts as sheets of one workbook."""
    write_xlsx(folder / ARENDEN_FIL, [Blad("Granskning", _arenden())])
    write_xlsx(folder / ANTAL_FIL, [_antal(*nyckel, tabell) for nyckel, tabell in BRISTER.items()])
    return [
        ExampleFile(folder / ARENDEN_FIL, SYDVAST, BARN_OCH_UNGDOMSVARD),
        ExampleFile(folder / ANTAL_FIL, SYDVAST),
    ]


def _arenden() -> list[Rad]:
    rng = slump(ARENDEN_FIL)
    titlar: list[Rad] = [["Granskning: Egenkontroll av barns ärenden"], ["Enhet: Resursverksamheterna"], []]
    svar = []
    for fraga in FRAGOR:
        kolumn = list(_svar(fraga))
        rng.shuffle(kolumn)
        svar.append(kolumn)
    rader: list[Rad] = [["Ärendenr", "Grupp", "Kön", "Granskningsdatum", *(f["fraga"] for f in FRAGOR)]]
    for nr in range(PER_GRUPP * len(GRUPPER)):
        bakgrund: list[Cell] = [
            f"G-{nr + 1:03}",
            GRUPPER[nr // PER_GRUPP],
            rng.choice(["Flicka", "Pojke"]),
            datum_mellan(rng, date(2023, 3, 6), date(2023, 5, 19)),
        ]
        rader.append([*bakgrund, *(kolumn[nr] for kolumn in svar)])
    return titlar + rader


def _svar(fraga: dict[str, str]) -> Iterator[str]:
    """Each answer as many times as its question has it."""
    for svar in ("Ja", "Delvis", "Nej", "Ej aktuellt"):
        yield from [svar] * int(fraga[svar])


def _antal(flik: str, avdelning: str, granskning: str, granskade: int, tabell: str) -> Blad:
    titlar: list[Rad] = [
        [f"Granskning: {granskning}"],
        [f"Avdelning: {avdelning}"],
        ["Kvalitetsår 2022/2023"],
        [],
    ]
    rader: list[Rad] = [
        [r["brist"], int(r["arenden"]), granskade - int(r["arenden"]), granskade] for r in rutor(tabell)
    ]
    return Blad(flik, [*titlar, ["Fråga", "Ja", "Nej", "Totalt"], *rader])
