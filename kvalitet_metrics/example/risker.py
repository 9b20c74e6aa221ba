"""Risks from the steering system: a matrix above, and the table of processes below it."""

from pathlib import Path

from kvalitet_metrics.example._org import INDIVID_OCH_FAMILJ, JARVA
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, rutor, write_xlsx

FIL = "Riskanalys_Järva_IoF_2023.xlsx"

RISKER = rutor("""
    delprocess                                                             | aktivitet                  | nr | risk                                                                                 | sannolikhet         | konsekvens         | varde | atgard
    1. Medarbetare känner till och arbetar i enlighet med ledningssystemet | Synpunkter och klagomål    | 1  | Mottagna synpunkter, klagomål eller förslag dokumenteras inte                        | 4. Sannolikt        | 3.Kännbar          | 12    | Gemensam rutin tas fram
                                                                           | Säkerställande av bemanning | 2  | Hög personalomsättning                                                               | 4. Sannolikt        | 3.Kännbar          | 12    | Arbete med arbetsmiljön
    2. Aktualisera                                                         | 1. Ta emot anmälan         | 3  | Risk att anmälan/ansökan inte hanteras                                               | 2. Mindre sannolikt | 5.Mycket allvarlig | 10    | Ingen åtgärd
    3. Utreda                                                              | Dokumentera utredning      | 4  | Felaktig eller missvisande information dokumenteras                                  | 3. Möjlig           | 4.Allvarlig        | 12    | Ingen åtgärd
    6. Följa upp                                                           | Uppföljning av insatser    | 5  | Att dokumentationen inte sker löpande under insatstiden alternativt är bristfällig   | 3. Möjlig           | 3.Kännbar          | 9     | Egenkontroll nästa år
                                                                           |                            | 6  | Uppföljning sker inte enligt plan                                                    | 3. Möjlig           | 3.Kännbar          | 9     | Egenkontroll nästa år
    7. Avslut av insats/ärende                                             | Utföraren avslutar         | 7  | Insatsen avslutas trots kvarstående stödbehov                                        | 3. Möjlig           | 3.Kännbar          | 9     | Egenkontroll nästa år
""")
"""Järva 2023, riskmatris med processtabell: the risks whose level is medium or critical, as published. The
words of the measures are shortened by us; two risks have none. The table has no column of levels."""

RUBRIKER = [" Delprocess", "Aktivitet", "Nr ", "Risk ", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd"]


def write(folder: Path) -> list[ExampleFile]:
    """Write Järva's risk analysis, with the heading once more where a new page began."""
    rader: list[Rad] = [_rad(risk) for risk in RISKER]
    alla: list[Rad] = [
        ["Riskanalys 2023"],
        ["Riskmatris med processtabell"],
        [],
        RUBRIKER,
        *rader[:5],
        RUBRIKER,
        *rader[5:],
    ]
    write_xlsx(folder / FIL, [Blad("Riskanalys", alla)])
    return [ExampleFile(folder / FIL, JARVA, INDIVID_OCH_FAMILJ)]


def _rad(risk: dict[str, str]) -> Rad:
    tal = {"nr", "varde"}
    return [(int(v) if k in tal else v) or None for k, v in risk.items()]
