"""Controls of one's own: from the steering system per process, and from a plan kept by hand."""

from datetime import date
from pathlib import Path

from kvalitet_metrics.example._org import (
    ALDRE,
    BARN_OCH_UNGDOMSVARD,
    BOENDE,
    EKONOMISKT_BISTAND,
    INDIVID_OCH_FAMILJ,
    JARVA,
    SYDVAST,
    VUXNA,
)
from kvalitet_metrics.example._sheet import Blad, Cell, ExampleFile, Rad, rutor, write_xlsx

JARVA_FIL = "Egenkontroll_Järva_2023.xlsx"
SYDVAST_FIL = "Egenkontrollplan_Sydväst_2022-2023.xlsx"

INTE_GJORD = "Egenkontroll har ej kunnat genomföras, görs 2024"

JARVA_PER_DELPROCESS = {
    "1. Medarbetare känner till och arbetar i enlighet med ledningssystemet": """
        egenkontroll         | bedomning  | atgard
        Kontroll av klagomål | Ej godkänd | Gemensam rutin tas fram
        Personalomsättning   | Godkänd    | Arbete med arbetsmiljön
    """,
    "1. Rådgivning, förebyggande, uppsökande": "",
    "2. Aktualisera": """
        egenkontroll        | bedomning | atgard
        Kontroll av rutiner | Godkänd   | Ingen åtgärd
    """,
    "3. Utreda": """
        egenkontroll                     | bedomning | atgard
        Är journal förd enligt riktlinjer | Godkänd   | Ingen åtgärd
    """,
    "4. Bedöma och besluta": "",
    "6. Följa upp": f"""
        egenkontroll                                 | bedomning  | atgard
        Kontroll av att uppföljning sker enligt plan | Ej godkänd | {INTE_GJORD}
        Kontroll av dokumentation                    | Ej godkänd | {INTE_GJORD}
    """,
    "7. Avslut av insats/ärende": f"""
        egenkontroll                        | bedomning  | atgard
        Egenkontroll av stöd till familjehem | Ej godkänd | {INTE_GJORD}
    """,
}
"""Järva 2023, as published: three of the four that are not approved were never done. The measures are in
our words."""

JARVA_ALDRE = rutor("""
    egenkontroll                      | planerad   | genomford  | bedomning
    Granskning av social dokumentation | 2023-10-02 | 2023-10-16 |
""")
"""Järva 2023: one review of social documentation at the units; its days are ours, and no result is given."""

HELA, HOST, VAR, HOST_23 = "2022/2023", "T3 2022", "H1 2023", "T3 2023"

SYDVAST_PLAN = {
    BARN_OCH_UNGDOMSVARD: f"""
        enhet                  | egenkontroll                              | frekvens         | period | planerad   | genomford
        Barn och familj 1      | Kontroll av placeringar                   | varannan månad   | {HELA} |            |
        Barn och familj 2      | Kontroll av placeringar                   | varannan månad   | {HELA} |            |
        Barn och familj 3      | Kontroll av placeringar                   | varannan månad   | {HELA} |            |
        Barnsekreterarenheten  | Ärendegenomgång                           | en gång per månad | {HELA} |            |
        Barnsekreterarenheten  | Ärendegenomgång under metodhandledning    | en gång per vecka | {HELA} |            |
        Familjehemsenheten     | Avvikelser och lex Sarah på APT           | en gång per år   | {HELA} |            |
        Resursverksamheterna   | Granskning av ärenden                     |                  | {HOST} | 2022-10-03 | 2022-10-10
        Resursverksamheterna   | Granskning av ärenden                     |                  | {HOST} | 2022-12-05 | 2022-12-12
        Resursverksamheterna   | Granskning av ärenden                     |                  | {VAR}  | 2023-03-06 | 2023-03-13
        Resursverksamheterna   | Granskning av ärenden                     |                  | {VAR}  | 2023-05-08 | 2023-05-15
    """,
    EKONOMISKT_BISTAND: f"""
        enhet | egenkontroll                     | frekvens         | period | planerad | genomford
              | Ärendegenomgång                  | 2-3 gånger per år | {HELA} |          |
              | Arbetsledarmöten                 | 2 ggr/månad      | {HELA} |          |
              | Möten mellan enhetschefer        | 1 gg/vecka       | {HELA} |          |
    """,
    VUXNA: f"""
        enhet | grupp                          | egenkontroll              | frekvens                 | period | planerad | genomford
              | Missbruksgruppen och unga vuxna | Ärendegenomgång           | var 6:e vecka            | {HELA} |          |
              | Boendegruppen                  | Ärendegenomgång           | 1-2 tillfällen per termin | {HELA} |          |
              |                                | Möten mellan enhetschefer | 1 gång/vecka             | {HELA} |          |
    """,
    BOENDE: f"""
        enhet                    | egenkontroll                               | frekvens       | period    | planerad   | genomford
                                 | Granskning av social dokumentation         |                | {HELA}    | 2023-03-01 | 2023-04-03
                                 | Granskning av en enhets alla ärenden efter lex Sarah | |        {HELA}    | 2023-02-06 | 2023-02-20
        Vård- och omsorgsboenden | Mätning av följsamhet till hygienrutiner   | 2 gånger per år | {HELA}    | 2022-10-10 | 2022-10-17
        Vård- och omsorgsboenden | Mätning av följsamhet till hygienrutiner   | 2 gånger per år | {HELA}    | 2023-04-10 | 2023-04-17
                                 | Granskning av delaktighet i genomförandeplaner |            | {HELA}    | 2023-05-01 | 2023-05-22
                                 | Granskning av delaktighet i genomförandeplaner |            | {HOST_23} | 2023-10-02 | 2023-10-23
    """,
}
"""Sydväst 2.1.1.6, 2.1.2.2, 3.1.1.6, 4.1.1.6, 5.1.1.5, 5.1.1.6 and 5.1.4: how often and how many are as
published, in the report's own words; the days are ours. What is only said to be done is left without one."""

RUBRIKER = [
    "Avdelning",
    "Enhet",
    "Grupp",
    "Egenkontroll",
    "Frekvens",
    "Period",
    "Planerad",
    "Genomförd",
    "Bedömning",
]


def write(folder: Path) -> list[ExampleFile]:
    """Write Järva's controls per process, and Sydväst's plan for all its avdelningar."""
    sydvast: list[Rad] = [_planrad(a, r) for a, tabell in SYDVAST_PLAN.items() for r in rutor(tabell)]
    write_xlsx(folder / JARVA_FIL, [Blad("Individ och familj", _per_delprocess()), Blad("ÄFS", _aldre())])
    write_xlsx(folder / SYDVAST_FIL, [Blad("Plan", [["Plan för egenkontroll"], [], RUBRIKER, *sydvast])])
    return [ExampleFile(folder / JARVA_FIL, JARVA), ExampleFile(folder / SYDVAST_FIL, SYDVAST)]


def _per_delprocess() -> list[Rad]:
    """One small table under the name of each process; some processes have none."""
    rader: list[Rad] = [["Egenkontroll 2023"], [f"Avdelning: {INDIVID_OCH_FAMILJ}"]]
    for delprocess, tabell in JARVA_PER_DELPROCESS.items():
        rader.append([delprocess])
        if tabell:
            rader.append(["Egenkontroll", "Bedömning", "Åtgärd"])
            rader += [list(rad.values()) for rad in rutor(tabell)]
    return rader


def _aldre() -> list[Rad]:
    rader: list[Rad] = [["Egenkontroll 2023"], [f"Avdelning: {ALDRE}"]]
    rader.append(["Egenkontroll", "Planerad", "Genomförd", "Bedömning"])
    return rader + [
        [r["egenkontroll"], _dag(r["planerad"]), _dag(r["genomford"]), r["bedomning"] or None]
        for r in JARVA_ALDRE
    ]


def _planrad(avdelning: str, rad: dict[str, str]) -> Rad:
    texter = [rad.get(k) or None for k in ("enhet", "grupp", "egenkontroll", "frekvens", "period")]
    return [avdelning, *texter, _dag(rad["planerad"]), _dag(rad["genomford"]), None]


def _dag(text: str) -> Cell:
    return date.fromisoformat(text) if text else None
